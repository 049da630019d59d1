/** Numbers of a plan before it starts: duration, capacity, extra instances, and the longest the service may take. */
import { changesInstances, raisesDeploymentId, replacesInstances, touched } from '../domain/changes.js';
import { podShape } from '../domain/cluster.js';
import { batchCount, type Fleet, fleetOf, instancesPerBatch } from '../domain/fleet.js';
import type { Forecast } from '../domain/plan.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import type { BatchSize, Change, DeploymentPolicy } from '../domain/strategy.js';
import { hours, type Milliseconds, minutes } from '../domain/time.js';
import { type Lessons, learn, type Phase, typical } from './durations.js';

/** A deployment policy with its numbers. */
export interface Policy {
  readonly policy: DeploymentPolicy;
  readonly batch: BatchSize;
  readonly evaluation: Milliseconds;
}

/** Fields that do not depend on who asked. */
export type Figures = Omit<Forecast, 'strategy' | 'refusals'>;

/** How often each phase happens in one rollout. */
type Course = readonly (readonly [phase: Phase, times: number])[];

interface Shape {
  readonly course: Course;
  readonly evaluation: Milliseconds;
  readonly lowest: number;
  readonly extra: number;
  /** Share of the whole time that the extra instances live. */
  readonly extraShare: number;
  readonly sideBySide: boolean;
  readonly wayBack: string;
}

/** `updates`: those around the deployment itself that only set or restore the policy. */
export function figures(policy: Policy, change: Change, target: EnvironmentSnapshot, updates: number): Figures {
  const fleet = fleetOf(target);
  const lessons = learn(target.recentEvents);
  const shape = fleet.cluster
    ? clusterShape(policy, fleet)
    : deploysToInstances(change)
      ? shapeOf(policy, fleet)
      : settingsOnly(change, fleet);
  const own = add(shape.course, lessons, fleet);
  const around = add(
    [
      ['opening', updates],
      ['settings', updates],
    ],
    lessons,
    fleet,
  );
  const duration = own.total + around.total + shape.evaluation;
  return {
    duration,
    durationBasis: own.learned * 2 >= own.total ? 'learned' : 'estimated',
    lowestCapacity: shape.lowest,
    capacity: fleet.size,
    extraInstances: shape.extra,
    extraInstanceHours: round((shape.extra * shape.extraShare * duration) / hours(1)),
    downtime: fleet.cluster ? downtimeOfPods(shape.lowest, target) : downtimeOf(change, fleet, shape.lowest),
    versionsSideBySide: shape.sideBySide,
    wayBack: shape.wayBack,
  };
}

/** One number for a `settle` step: the usual length of the deployment without the updates around it. */
export function usualDuration(policy: Policy, change: Change, target: EnvironmentSnapshot): Milliseconds {
  return figures(policy, change, target, 0).duration;
}

export function usualSettingsDuration(target: EnvironmentSnapshot): Milliseconds {
  const fleet = fleetOf(target);
  return add(
    [
      ['opening', 1],
      ['settings', 1],
    ],
    learn(target.recentEvents),
    fleet,
  ).total;
}

const deploysToInstances = (change: Change): boolean =>
  raisesDeploymentId(change) || touched(change).some(changesInstances);

function downtimeOf(change: Change, fleet: Fleet, lowest: number): Forecast['downtime'] {
  if (touched(change).some(replacesInstances)) return fleet.rollingUpdates === 'Disabled' ? 'unknown' : 'none';
  return lowest === 0 ? 'seconds' : 'none';
}

/** Without a readiness probe a pod counts as ready before it answers. */
function downtimeOfPods(lowest: number, { settings }: EnvironmentSnapshot): Forecast['downtime'] {
  if (lowest === 0) return 'seconds';
  return podShape(settings.options).hasReadinessProbe ? 'none' : 'unknown';
}

function add(
  course: Course,
  lessons: Lessons,
  fleet: Fleet,
): { readonly total: Milliseconds; readonly learned: Milliseconds } {
  const of = { enhancedHealth: fleet.enhancedHealth, worker: fleet.worker, instances: fleet.size };
  let total = 0;
  let learned = 0;
  for (const [phase, times] of course) {
    const lesson = lessons.get(phase);
    total += times * (lesson ?? typical(phase, of));
    if (lesson !== undefined) learned += times * lesson;
  }
  return { total, learned };
}

const round = (value: number): number => Math.round(value * 100) / 100;

const REDEPLOY = 'the version from before is deployed again, all at once';

function shapeOf({ policy, batch, evaluation }: Policy, fleet: Fleet): Shape {
  const size = fleet.size;
  const several = size > 1 ? 1 : 0;
  const batches = batchCount(batch, size);
  const perBatch = instancesPerBatch(batch, size);
  const balanced = fleet.loadBalancer === 'none' ? 0 : 1;
  const nothing = { evaluation: 0, extra: 0, extraShare: 0, sideBySide: false };
  const inBatches: Course = [
    ['deregister', balanced * batches],
    ['command', batches],
    ['register', batches],
  ];
  switch (policy) {
    case 'AllAtOnce':
      return {
        ...nothing,
        course: [
          ['opening', 1],
          ['at-once', 1],
        ],
        lowest: 0,
        wayBack: REDEPLOY,
      };
    case 'Rolling':
      return {
        ...nothing,
        course: [['opening', 1], ...inBatches],
        lowest: Math.max(0, size - perBatch),
        sideBySide: batches > 1,
        wayBack: `finished batches keep the new one until ${REDEPLOY}`,
      };
    case 'RollingWithAdditionalBatch':
      return {
        ...nothing,
        course: [['opening', 1], ['launch', 1], ['register', 1], ...inBatches],
        lowest: size,
        extra: perBatch,
        extraShare: 1,
        sideBySide: true,
        wayBack: `finished batches keep the new one until ${REDEPLOY}`,
      };
    case 'Immutable':
      return {
        ...nothing,
        course: [
          ['opening', 1],
          ['launch', 1 + several],
          ['health', 1 + several],
          ['attach', 1],
          ['clean-up', 1],
        ],
        lowest: size,
        extra: size,
        extraShare: size > 1 ? 0.75 : 1,
        sideBySide: true,
        wayBack: 'the old instances stay; the new ones are terminated',
      };
    case 'TrafficSplitting':
      return {
        course: [
          ['opening', 1],
          ['launch', 1],
          ['health', 1],
          ['attach', 1],
          ['clean-up', 1],
        ],
        evaluation,
        lowest: size,
        extra: size,
        extraShare: 1,
        sideBySide: true,
        wayBack: 'all requests go to the old instances again',
      };
  }
}

/** Pods: Recreate stops them all first; a rolling update lets as many be missing as it says. */
function clusterShape({ policy, batch }: Policy, fleet: Fleet): Shape {
  return {
    course: [['pods', 1]],
    evaluation: 0,
    lowest: Math.max(0, fleet.size - (batch.kind === 'count' ? batch.count : 0)),
    extra: 0,
    extraShare: 0,
    sideBySide: policy !== 'AllAtOnce',
    wayBack: 'a failed update is rolled back by the service; later the version from before is deployed again',
  };
}

function settingsOnly(change: Change, fleet: Fleet): Shape {
  const replaces = touched(change).some(replacesInstances);
  const nothing = { evaluation: 0, extra: 0, extraShare: 0, sideBySide: false };
  return {
    ...nothing,
    course: replaces
      ? [
          ['opening', 1],
          ['launch', fleet.size],
          ['health', fleet.size],
        ]
      : [
          ['opening', 1],
          ['settings', 1],
        ],
    lowest: replaces ? Math.max(0, fleet.rollingUpdates === 'Disabled' ? 0 : fleet.size - 1) : fleet.size,
    wayBack: 'set the options to their earlier values',
  };
}

/** What the service adds to the command timeout by itself (AWS guide, "Deployment policies and settings"). */
const GRACE = minutes(4);

/**
 * The longest that the service itself may take, with room for launches and cleaning up: one command timeout per
 * batch, and never under 30 (immutable) or 40 minutes (traffic splitting), which published event logs come near to.
 */
export function longest(policy: Policy, change: Change, target: EnvironmentSnapshot, updates: number): Milliseconds {
  const fleet = fleetOf(target);
  const around = minutes(10) * updates;
  const twice = 2 * figures(policy, change, target, updates).duration;
  if (fleet.cluster) return Math.max(minutes(40), twice);
  if (!deploysToInstances(change)) {
    const replaced = touched(change).some(replacesInstances) ? fleet.size * minutes(30) : 0;
    return Math.max(minutes(20) + replaced + around, twice);
  }
  const command = fleet.commandTimeout + GRACE;
  const batches = batchCount(policy.batch, fleet.size);
  return Math.max(longestUnder(policy, command, batches, fleet.size) + around, twice);
}

function longestUnder(
  { policy, evaluation }: Policy,
  command: Milliseconds,
  batches: number,
  size: number,
): Milliseconds {
  const replacing = minutes(10) + minutes(2) * size;
  switch (policy) {
    case 'AllAtOnce':
      return command + minutes(5);
    case 'Rolling':
      return command * batches + minutes(5);
    case 'RollingWithAdditionalBatch':
      return command * (batches + 1) + minutes(15);
    case 'Immutable':
      return Math.max(minutes(30), 2 * command + replacing);
    case 'TrafficSplitting':
      return Math.max(minutes(40), command + replacing) + evaluation;
  }
}
