/** New and old instances of one environment while Elastic Beanstalk splits the traffic between them. Pure. */
import type { InstanceHealth } from '../domain/instance.js';
import type { FigureWindow, Sides } from '../domain/judgement.js';
import type { Instant } from '../domain/time.js';

/** How the instances of the deployment that is judged are told from the others. */
export interface Newness {
  /** The highest deployment id before: only a later one is new. Absent: nothing is known of it. */
  readonly previousDeploymentId?: number;
  readonly versionLabel?: string;
  readonly previousVersionLabel?: string;
}

/** Instances that serve: a deployment that is under way, or has failed, has no requests of its own. */
export function splitInstances(
  instances: readonly InstanceHealth[],
  newness: Newness,
): Sides<readonly InstanceHealth[]> | undefined {
  const serving = instances.filter(({ deployment }) => deployment?.status === 'Deployed');
  const canary = serving.filter((one) => isNew(one, newness));
  const stable = serving.filter((one) => !isNew(one, newness));
  return canary.length === 0 || stable.length === 0 ? undefined : { stable, canary };
}

function isNew({ deployment }: InstanceHealth, newness: Newness): boolean {
  const { previousDeploymentId, versionLabel, previousVersionLabel } = newness;
  if (previousDeploymentId !== undefined && deployment?.id !== undefined) return deployment.id > previousDeploymentId;
  return (
    versionLabel !== undefined && versionLabel !== previousVersionLabel && deployment?.versionLabel === versionLabel
  );
}

/**
 * The requests of the last ten seconds of a group: counts are added up (so the EB CLI reads them, too), of the p99 that of
 * each instance weighs as much as its requests.
 */
export function windowOf(instances: readonly InstanceHealth[], at: Instant): FigureWindow {
  let [requests, errors5xx, slow, told] = [0, 0, 0, 0];
  for (const { requests: one } of instances) {
    if (one === undefined || one.requestCount <= 0) continue;
    requests += one.requestCount;
    errors5xx += one.status5xx;
    if (one.p99 === undefined) continue;
    slow += one.p99 * one.requestCount;
    told += one.requestCount;
  }
  return { at, requests, errors5xx, ...(told === 0 ? {} : { p99: Math.round((slow / told) * 1_000) }) };
}
