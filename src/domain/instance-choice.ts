/** Which one of an environment's instances a command runs on: always the same one for the same state of things. Pure. */
import type { HealthStatus } from './environment.js';
import type { InstanceHealth } from './instance.js';

/** From the healthiest on; an instance that says nothing comes last. */
const RANK: Readonly<Record<HealthStatus, number>> = {
  Ok: 0,
  Info: 0,
  Warning: 1,
  Degraded: 2,
  Severe: 3,
  Pending: 4,
  Unknown: 4,
  NoData: 4,
  Suspended: 5,
};

/** Of the newest deployment, the healthiest, of these the one with the lowest id; `undefined` when none runs the version. */
export function chooseInstance(
  instances: readonly InstanceHealth[],
  versionLabel: string | undefined,
): InstanceHealth | undefined {
  const deployed = instances.filter(
    ({ deployment }) =>
      deployment?.status === 'Deployed' && (versionLabel === undefined || deployment.versionLabel === versionLabel),
  );
  const newest = Math.max(...deployed.map(deploymentId));
  return deployed
    .filter((one) => deploymentId(one) === newest)
    .reduce<InstanceHealth | undefined>(
      (best, one) => (best === undefined || isBetter(one, best) ? one : best),
      undefined,
    );
}

const deploymentId = ({ deployment }: InstanceHealth): number => deployment?.id ?? 0;

function isBetter(one: InstanceHealth, other: InstanceHealth): boolean {
  const difference = RANK[one.status] - RANK[other.status];
  return difference < 0 || (difference === 0 && one.id < other.id);
}
