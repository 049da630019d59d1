/**
 * Gathers what helps to understand a failure: causes, what each instance runs, and the lines of a log that matter.
 * Never fails the report: whatever cannot be had becomes a gap with its reason. All texts are foreign.
 */

import { isCluster } from '../domain/cluster.js';
import type { EnvironmentHealthReading, InstanceHealth } from '../domain/instance.js';
import type { Evidence } from '../domain/outcome.js';
import { ActionError } from '../domain/problem.js';
import { seconds } from '../domain/time.js';
import { deploymentLogs } from './deployment-log.js';
import type { Found, LogExcerpt } from './found.js';
import { podLogs } from './pod-logs.js';
import type { Run } from './run.js';
import { tailLogs } from './tail-logs.js';

/** All of it together takes no longer than this, tail logs included. */
export const EVIDENCE_LIMIT = seconds(100);

/** `enhancedHealth`: basic health knows neither causes nor instances. */
export async function gatherEvidence(run: Run, enhancedHealth: boolean): Promise<Evidence> {
  const { ports, settings, cancel } = run.request;
  const { id } = run.target;
  if (isCluster(run.request.snapshot.target)) return podEvidence(run);
  const giveUpAt = ports.clock.now() + EVIDENCE_LIMIT;
  const health = enhancedHealth ? await attempt('health', undefined, () => ports.beanstalk.health(id)) : basic;
  const instances = enhancedHealth
    ? await attempt('instances', [], async () => (await ports.beanstalk.instances(id)).instances)
    : noInstances;
  const wantsLogs = settings.logsOnFailure === 'tail' && !cancel.aborted;
  const logs = wantsLogs ? await gatherLogs(run, instances.found, giveUpAt) : { found: [], gaps: [] };
  return {
    environmentCauses: health.found?.causes ?? [],
    instances: instances.found,
    ...(health.found === undefined ? {} : { health: health.found }),
    logs: logs.found,
    gaps: [...health.gaps, ...instances.gaps, ...logs.gaps],
  };
}

/** There are neither instances nor tail logs; what the pods have written is in the deployment log. */
async function podEvidence(run: Run): Promise<Evidence> {
  const { settings, cancel } = run.request;
  const wantsLogs = settings.logsOnFailure === 'tail' && !cancel.aborted;
  const logs = wantsLogs
    ? await attempt('the deployment log', { found: [], gaps: [] }, () => podLogs(run))
    : { found: { found: [], gaps: [] }, gaps: [] };
  return { environmentCauses: [], instances: [], logs: logs.found.found, gaps: [...logs.gaps, ...logs.found.gaps] };
}

const basic: Found<EnvironmentHealthReading | undefined> = {
  found: undefined,
  gaps: ['Basic health gives no causes and does not tell what each instance runs; enhanced health does.'],
};
const noInstances: Found<readonly InstanceHealth[]> = { found: [], gaps: [] };

/** The deployment log of newer platforms is at hand at once; the tail of the logs has to be asked for. */
async function gatherLogs(
  run: Run,
  instances: readonly InstanceHealth[],
  giveUpAt: number,
): Promise<Found<readonly LogExcerpt[]>> {
  const deployment = await attempt('the deployment log', { found: [], gaps: [] }, () => deploymentLogs(run));
  if (deployment.found.found.length > 0)
    return { found: deployment.found.found, gaps: [...deployment.gaps, ...deployment.found.gaps] };
  const tail = await attempt('the logs of the instances', { found: [], gaps: [] }, () =>
    tailLogs(run, instances, giveUpAt),
  );
  return {
    found: tail.found.found,
    gaps: [...deployment.gaps, ...deployment.found.gaps, ...tail.gaps, ...tail.found.gaps],
  };
}

async function attempt<T>(what: string, otherwise: T, gather: () => Promise<T>): Promise<Found<T>> {
  try {
    return { found: await gather(), gaps: [] };
  } catch (error) {
    // Whatever goes wrong here, the failure that is being explained must be reported.
    const why = error instanceof ActionError ? error.problem.what : `${String(error)}.`;
    return { found: otherwise, gaps: [`Could not read ${what}: ${why}`] };
  }
}
