/** Judges what the instances run: the only proof that a deployment has reached every one of them. Pure. */
import type { InstanceHealth, InstancesReading } from '../domain/instance.js';
import type { UpdateExpectation } from '../domain/plan.js';
import { formatDuration, type Instant, seconds } from '../domain/time.js';
import { ALLOWANCES } from './allowances.js';
import type { Finding } from './finding.js';
import { endDate, type Knowledge } from './knowledge.js';

/** The fleet sorted by one expectation. */
export interface Fleet {
  readonly current: readonly InstanceHealth[];
  /** In service with another version, an older deployment, or one that has not ended well. */
  readonly behind: readonly InstanceHealth[];
  /** Just launched and nothing deployed to them yet, or on their way out: they say nothing. */
  readonly passing: readonly InstanceHealth[];
}

/** Whether instances are asked at all: not with basic health, and not for updates that leave them as they are. */
export function asksInstances(expects: UpdateExpectation, known: Knowledge): boolean {
  const isAsked = expects.raisesDeploymentId || expects.everyInstance === true;
  return expects.enhancedHealth && isAsked && known.unavailable.instances === undefined;
}

/** Lags are measured by when the instances were read, not by now: a look that was throttled has seen nothing. */
export function findFleet(expects: UpdateExpectation, known: Knowledge): Finding {
  const { readySince, instances: reading, instancesAt } = known;
  if (readySince === undefined) return { found: 'pending', reason: 'the update has not ended', wants: [] };
  if (reading === undefined || instancesAt === undefined || !isAfterEnd(reading, known)) {
    return notRefreshed(readySince, instancesAt);
  }
  const waited = instancesAt - readySince;
  if (reading.instances.length === 0 && expects.instances > 0) return emptyFleet(waited);
  const fleet = sortFleet(expects, known, reading);
  if (fleet.behind.length > 0) return split(expects, known, fleet, waited, readySince);
  const count = fleet.current.length;
  // Auto Scaling has replaced all of them: the first one that comes will tell what they run.
  const isAwaited = count === 0 && fleet.passing.some((one) => isComing(one) && !known.events.removedIds.has(one.id));
  const patience = isAwaited ? ALLOWANCES.launching : ALLOWANCES.fleetLag;
  if (count < expects.instances && waited < patience) {
    const reason = `${count} of at least ${expects.instances} instances report the deployment`;
    return { found: 'pending', reason, wants: ['instances'], dueAt: readySince + patience };
  }
  if (count === 0 && expects.instances > 0) {
    return { found: 'failed', code: 'cannot-tell', reason: 'no instance in service says what it runs' };
  }
  return { found: 'proven', note: fleetNote(fleet, expects) };
}

/**
 * Where nobody can be asked what it runs: instances that Auto Scaling launched since the update began, which it may have
 * missed. No failure: mostly they come with the version. But the environment's word does not cover them.
 */
export function nameComers({ versionLabel, raisesDeploymentId }: UpdateExpectation, known: Knowledge): Finding {
  const { added, removedIds, firstOwn, temporaryGroup, additionalBatch } = known.events;
  const isCreation = known.baseline.dateUpdated === undefined && known.baseline.versionLabel === undefined;
  const bringsOwn = temporaryGroup || additionalBatch || isCreation;
  const since = bringsOwn ? endDate(known) : firstOwn;
  if (versionLabel === undefined || !raisesDeploymentId || since === undefined) return { found: 'proven' };
  const came = [...added].filter(([id, date]) => date > since && !removedIds.has(id)).map(([id]) => id);
  if (came.length === 0) return { found: 'proven' };
  const when = bringsOwn ? 'after it' : 'since it began';
  const what = came.length === 1 ? 'it runs' : 'they run';
  return { found: 'proven', note: `${came.join(', ')} came ${when}, and basic health does not tell what ${what}` };
}

/** The instances, each with what it says it runs: for people. Foreign text inside. */
export function describeInstances(instances: readonly InstanceHealth[]): string {
  return instances.map((instance) => `${instance.id} ${describeDeployment(instance)}`).join(', ');
}

export function sortFleet(expects: UpdateExpectation, known: Knowledge, reading: InstancesReading): Fleet {
  const end = endDate(known);
  const passing = reading.instances.filter(
    (instance) => known.events.removedIds.has(instance.id) || isJustLaunched(instance, end),
  );
  const serving = reading.instances.filter((instance) => !passing.includes(instance));
  const newest = Math.max(0, ...serving.map((instance) => instance.deployment?.id ?? 0));
  const isCurrent = (instance: InstanceHealth): boolean => runsTheDeployment(instance, expects, known, newest);
  return {
    current: serving.filter(isCurrent),
    behind: serving.filter((instance) => !isCurrent(instance)),
    passing,
  };
}

function runsTheDeployment(
  instance: InstanceHealth,
  expects: UpdateExpectation,
  known: Knowledge,
  newestId: number,
): boolean {
  const { deployment } = instance;
  if (deployment === undefined || deployment.status !== 'Deployed') return false;
  if (expects.versionLabel !== undefined && deployment.versionLabel !== expects.versionLabel) return false;
  if (!expects.raisesDeploymentId) return true;
  if (deployment.id !== undefined && deployment.id < newestId) return false;
  if (expects.previousDeploymentId !== undefined) return (deployment.id ?? 0) > expects.previousDeploymentId;
  // Without the id from before, a new label is told by the label, and an equal one by the date of the deployment.
  return expects.versionLabel !== expects.previousVersionLabel || deployedSince(deployment.time, known);
}

/** Deployment times come from instances and have whole seconds (observed). */
function deployedSince(time: Instant | undefined, known: Knowledge): boolean {
  const { firstOwn } = known.events;
  return time !== undefined && firstOwn !== undefined && time >= firstOwn - seconds(1);
}

/** Launched by Auto Scaling at the end or after it: gets the current version without being part of the update. */
const isJustLaunched = (instance: InstanceHealth, end: Instant | undefined): boolean =>
  isComing(instance) && launchedSince(instance, end);

/** Launched while the update ran, and on its way to a version: which one, it will tell. */
const isStillComing = (instance: InstanceHealth, { events: { firstOwn } }: Knowledge): boolean =>
  isComing(instance) && launchedSince(instance, firstOwn);

const isComing = ({ deployment }: InstanceHealth): boolean =>
  deployment === undefined || deployment.status === 'In Progress';

const launchedSince = ({ launchedAt }: InstanceHealth, moment: Instant | undefined): boolean =>
  launchedAt !== undefined && moment !== undefined && launchedAt >= moment - seconds(1);

function isAfterEnd(reading: InstancesReading, known: Knowledge): boolean {
  const end = endDate(known);
  if (reading.refreshedAt === undefined || end === undefined) {
    return known.instancesAt !== undefined && known.instancesAt > (known.readySince ?? 0);
  }
  return reading.refreshedAt >= end;
}

function notRefreshed(readySince: Instant, readAt: Instant | undefined): Finding {
  const reason = 'the instances have not reported since the update ended';
  const waitedFor = (readAt ?? readySince) - readySince;
  if (waitedFor < ALLOWANCES.refresh) return { found: 'pending', reason, wants: ['instances'] };
  const waited = formatDuration(waitedFor);
  return { found: 'failed', code: 'cannot-tell', reason: `${reason} ${waited} ago, so nobody can say what they run` };
}

function emptyFleet(waited: number): Finding {
  const reason = 'DescribeInstancesHealth answers an empty list';
  if (waited < ALLOWANCES.absent) return { found: 'pending', reason, wants: ['instances'] };
  return {
    found: 'failed',
    code: 'cannot-tell',
    reason: `${reason}, which is also its answer to a caller without the permission elasticbeanstalk:DescribeInstancesHealth`,
  };
}

function split(
  expects: UpdateExpectation,
  known: Knowledge,
  fleet: Fleet,
  waited: number,
  readySince: Instant,
): Finding {
  const count = fleet.behind.length;
  const total = count + fleet.current.length;
  const wanted = expects.versionLabel === undefined ? 'the deployment' : expects.versionLabel;
  const which = `${count} of ${total} instances ${count === 1 ? 'does' : 'do'} not run ${wanted}: ${describeInstances(fleet.behind)}`;
  const patience = fleet.behind.every((one) => isStillComing(one, known)) ? ALLOWANCES.launching : ALLOWANCES.fleetLag;
  // An event that announced the failure makes waiting for laggards pointless.
  if (waited < patience && known.events.failures.length === 0) {
    return { found: 'pending', reason: which, wants: ['instances'], dueAt: readySince + patience };
  }
  if (fleet.current.length === 0) return { found: 'failed', code: 'deployment-failed', reason: which };
  const scaled = fleet.behind.filter((one) => launchedSince(one, known.events.firstOwn)).length;
  const origin = scaled === 0 ? '' : ` (${scaled === count ? '' : `${scaled} of them `}launched while the update ran)`;
  const rest = `${origin}; the others: ${describeInstances(fleet.current)}`;
  return { found: 'failed', code: 'split-fleet', reason: `${which}${rest}` };
}

function fleetNote(fleet: Fleet, expects: UpdateExpectation): string {
  const count = fleet.current.length;
  if (count === 0) return 'there is no instance that could report it';
  const id = fleet.current[0]?.deployment?.id;
  const fewer = count < expects.instances ? ` (${expects.instances} were expected)` : '';
  const deployment = id === undefined ? 'the deployment' : `deployment ${id}`;
  return `${count === 1 ? 'its only instance reports' : `all ${count} instances report`} ${deployment}${fewer}`;
}

function describeDeployment(instance: InstanceHealth): string {
  const { deployment } = instance;
  if (deployment === undefined) return 'reports no deployment';
  const { id, status, versionLabel = 'no version' } = deployment;
  // What it serves with then, nobody says.
  if (status !== 'Deployed')
    return `has ${id === undefined ? 'a deployment' : `deployment ${id}`} of ${versionLabel}: ${status}`;
  return `runs ${versionLabel}${id === undefined ? '' : ` (deployment ${id})`}`;
}
