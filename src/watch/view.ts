/** Where a rollout stands, in numbers, computed from what was seen: the material of the progress line. Pure. */
import type { RequestMetrics } from '../domain/instance.js';
import type { UpdateExpectation } from '../domain/plan.js';
import type { RolloutView } from '../domain/progress.js';
import type { Instant, Milliseconds } from '../domain/time.js';
import { elapsedSince } from './elapsed.js';
import { sortFleet } from './fleet.js';
import type { Knowledge } from './knowledge.js';

export interface Schedule {
  readonly askedAt: Instant;
  readonly expectedDuration: Milliseconds;
  /** How long health must hold after the update has ended. */
  readonly stableFor: Milliseconds;
  /** Instances before the update, which is how many there will be after it. */
  readonly fleetSize: number;
}

export function viewOf(expects: UpdateExpectation, known: Knowledge, schedule: Schedule, now: Instant): RolloutView {
  const { environment } = known;
  const health = healthOf(known);
  const requests = requestsOf(known);
  const updated = updatedInstances(expects, known, schedule.fleetSize);
  const remaining = remainingTime(known, schedule, updated, now);
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

/**
 * Events tell sooner that a batch has run; instances tell what they really run. Where a whole fleet of new instances takes
 * over, the total is that fleet, not old and new together; an additional batch counts, because all of them have their turn.
 */
function updatedInstances(expects: UpdateExpectation, known: Knowledge, fleetSize: number): RolloutView['updated'] {
  const told = known.events.done;
  if (known.instances === undefined || !expects.raisesDeploymentId) return told;
  const fleet = sortFleet(expects, known, known.instances);
  const seen = fleet.current.length + fleet.behind.length;
  const isOver = known.readySince !== undefined;
  const isReplaced = known.events.temporaryGroup && !isOver && fleetSize > 0;
  const wanted = isReplaced ? Math.min(seen, fleetSize) : seen;
  const total = Math.max(wanted, fleet.current.length);
  const done = told?.total === total && !isOver ? told.done : 0;
  return { done: Math.max(fleet.current.length, done), total };
}

/**
 * Until the proof: what the usual duration leaves, but not less than the share of the instances that have not had their
 * turn, and then the time for which health must hold. `undefined` when it takes longer than usual and nobody can tell.
 */
function remainingTime(
  known: Knowledge,
  { askedAt, expectedDuration, stableFor }: Schedule,
  updated: RolloutView['updated'],
  now: Instant,
): Milliseconds | undefined {
  if (known.readySince !== undefined) return positive(known.readySince + stableFor - now);
  const left = expectedDuration - elapsedSince(known, askedAt, now);
  const isUnderWay = updated !== undefined && updated.done > 0;
  const toCome = isUnderWay ? (1 - updated.done / Math.max(updated.total, 1)) * expectedDuration : 0;
  const running = positive(Math.max(left, toCome));
  return running === undefined ? undefined : running + stableFor;
}

const positive = (span: Milliseconds): Milliseconds | undefined => (span > 0 ? span : undefined);
