/** One look at whether a side runs a version everywhere and is well: the last word before it gets traffic. */
import { healthIn, shownHealth, tasteOfHealth } from '../domain/accepted-health.js';
import type { Environment } from '../domain/environment.js';
import type { InstanceHealth, InstancesReading } from '../domain/instance.js';
import type { SideProof } from '../domain/plan.js';
import { ActionError } from '../domain/problem.js';
import { acceptedIn } from './as-before.js';
import type { Run } from './run.js';

export interface Unproven {
  /** A clause that says what is missing. */
  readonly why: string;
  /** Nothing but instances that are only coming: Auto Scaling has brought them since, more of them or for others. */
  readonly passes: boolean;
}

const lasting = (why: string): Unproven => ({ why, passes: false });

/** `undefined` when nothing is missing. Throws `ActionError` when nobody can tell. */
export async function whyUnproven(run: Run, proof: SideProof, environment: Environment): Promise<Unproven | undefined> {
  const { name } = environment;
  if (environment.status !== 'Ready') return lasting(`${name} is ${environment.status}`);
  if (environment.versionLabel !== proof.versionLabel) {
    return lasting(`${name} is on ${environment.versionLabel ?? 'no version'}, not on ${proof.versionLabel}`);
  }
  const { snapshot, ports, say } = run.request;
  const live = healthIn(snapshot.target.environment);
  if (tasteOfHealth(acceptedIn(run), healthIn(environment), live) !== 'good') {
    return lasting(`the health of ${name} is ${shownHealth(environment)}`);
  }
  if (!proof.enhancedHealth) return undefined;
  try {
    const reading = await ports.beanstalk.instances(run.target.id);
    say({ type: 'instances', instances: reading.instances });
    const why = whyNotEverywhere(reading, proof);
    return why === undefined ? undefined : { why: `on ${name} ${why}`, passes: isOnlyComing(reading, proof) };
  } catch (error) {
    if (error instanceof ActionError && error.problem.code === 'enhanced-health-off') return undefined;
    throw error;
  }
}

/** Who does not report the version has not reported anything yet, or is at it; with them there are enough. */
function isOnlyComing({ instances }: InstancesReading, { versionLabel, instances: least }: SideProof): boolean {
  const isComing = instances.every(({ deployment }) => deployment === undefined || isAtIt(deployment, versionLabel));
  return isComing && instances.length >= least;
}

const isAtIt = ({ versionLabel, status }: NonNullable<InstanceHealth['deployment']>, wanted: string): boolean =>
  versionLabel === wanted && (status === 'Deployed' || status === 'In Progress');

export function whyNotEverywhere({ instances }: InstancesReading, proof: SideProof): string | undefined {
  const current = instances.filter(
    ({ deployment }) => deployment?.versionLabel === proof.versionLabel && deployment.status === 'Deployed',
  );
  if (current.length < instances.length) {
    return `${instances.length - current.length} of ${instances.length} instances do not report ${proof.versionLabel}`;
  }
  // Fewer than the live side has could not carry its load.
  return current.length < proof.instances
    ? `only ${current.length} of at least ${proof.instances} instances are in service`
    : undefined;
}
