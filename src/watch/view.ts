/** Where a rollout stands, in numbers, computed from what was seen: the material of the progress line. Pure. */
import type { RequestMetrics } from '../domain/instance.js';
import type { UpdateExpectation } from '../domain/plan.js';
import type { RolloutView } from '../domain/progress.js';
import type { Instant, Milliseconds } from '../domain/time.js';
import { sortFleet } from './fleet.js';
import type { Knowledge } from './knowledge.js';

export interface Schedule {
  readonly askedAt: Instant;
  readonly expectedDuration: Milliseconds;
}

export function viewOf(expects: UpdateExpectation, known: Knowledge, schedule: Schedule, now: Instant): RolloutView {
  const { environment } = known;
  const health = healthOf(known);
  const requests = requestsOf(known);
  const updated = updatedInstances(expects, known);
  const remaining = remainingTime(known, schedule, now);
  return {
    status: environment?.status ?? 'Unrecognised',
    ...(environment?.versionLabel === undefined ? {} : { versionLabel: environment.versionLabel }),
    ...(health === undefined ? {} : { health }),
    ...batchOf(known),
    ...(updated === undefined ? {} : { updated }),
    ...(expects.versionLabel === undefined ? {} : { wantedLabel: expects.versionLabel }),
    ...(requests === undefined ? {} : { requests }),
    ...(remaining === undefined ? {} : { remaining }),
  };
}

/** Whichever reading is newer. */
function healthOf({ environment, environmentAt, health, healthAt }: Knowledge): RolloutView['health'] {
  const shown = environment?.healthStatus ?? environment?.health;
  if (health === undefined || shown === undefined) return health?.status ?? shown;
  return (healthAt ?? 0) >= (environmentAt ?? 0) ? health.status : shown;
}

/** DescribeEnvironmentHealth sums requests up itself; while it is not asked, the instances' numbers are summed up here. */
function requestsOf({ health, healthAt, instances, instancesAt }: Knowledge): RequestMetrics | undefined {
  if (health?.requests !== undefined && (healthAt ?? 0) >= (instancesAt ?? 0)) return health.requests;
  const all = instances?.instances.flatMap(({ requests }) => (requests === undefined ? [] : [requests])) ?? [];
  const [first] = all;
  if (first === undefined) return undefined;
  const sum = (pick: (metrics: RequestMetrics) => number): number => all.reduce((total, one) => total + pick(one), 0);
  const slowest = all.flatMap(({ p99 }) => (p99 === undefined ? [] : [p99]));
  return {
    windowSeconds: first.windowSeconds,
    requestCount: sum((one) => one.requestCount),
    status2xx: sum((one) => one.status2xx),
    status3xx: sum((one) => one.status3xx),
    status4xx: sum((one) => one.status4xx),
    status5xx: sum((one) => one.status5xx),
    ...(slowest.length === 0 ? {} : { p99: Math.max(...slowest) }),
  };
}

function batchOf(known: Knowledge): Pick<RolloutView, 'batch'> {
  const { batch, done, instancesPerBatch } = known.events;
  if (batch === undefined) return {};
  if (done === undefined || instancesPerBatch === undefined) return { batch: { current: batch } };
  return { batch: { current: batch, total: Math.max(batch, Math.ceil(done.total / instancesPerBatch)) } };
}

/** Events tell sooner that a batch has run; instances tell what they really run. */
function updatedInstances(expects: UpdateExpectation, known: Knowledge): RolloutView['updated'] {
  const told = known.events.done;
  if (known.instances === undefined || !expects.raisesDeploymentId) return told;
  const fleet = sortFleet(expects, known, known.instances);
  const total = fleet.current.length + fleet.behind.length;
  const done = told?.total === total && known.readySince === undefined ? told.done : 0;
  return { done: Math.max(fleet.current.length, done), total };
}

function remainingTime(known: Knowledge, schedule: Schedule, now: Instant): Milliseconds | undefined {
  if (known.readySince !== undefined) return undefined;
  const left = schedule.askedAt + schedule.expectedDuration - now;
  return left > 0 ? left : undefined;
}
