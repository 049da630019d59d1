/** Wave after wave: environments of a wave side by side, nothing new after a failure, and the way back of all if asked. */
import { broken, refused } from '../domain/endings.js';
import type { Outcome } from '../domain/outcome.js';
import type { Plan } from '../domain/plan.js';
import { ActionError } from '../domain/problem.js';
import type { Snapshot } from '../domain/snapshot.js';
import { hasFailed, notStarted, outcomeOfAll } from '../domain/waves.js';
import { createRecords, type RolloutRecord } from '../github/records.js';
import { noteUnfinished, settleUnfinished } from '../lock/rollout-locks.js';
import type { Made } from '../planning.js';
import type { OpenRollout } from '../rollout/roll-out.js';
import { type Part, sideBySide } from './part.js';
import type { SeveralRequest } from './several.js';
import type { WaveLocks } from './wave-locks.js';

export interface Planned {
  readonly part: Part;
  readonly plan: Plan;
  readonly snapshot: Snapshot;
}

export interface WavesRequest extends SeveralRequest {
  /** In the order of their waves. */
  readonly planned: readonly Planned[];
  /** Looks at one of them once more, and plans anew. */
  readonly again: (part: Part) => Promise<Made>;
  /** Held until the last one has ended. */
  readonly locks: Pick<WaveLocks, 'of'>;
}

interface Ended {
  readonly part: Part;
  readonly open: OpenRollout;
}

export async function rollOutWaves(request: WavesRequest): Promise<Outcome> {
  const { several, planned, cancel, report } = request;
  const ended: Ended[] = [];
  const records = createRecords(request.outside);
  const recordOf = new Map<Part, RolloutRecord>();
  const record = (one: Planned): RolloutRecord => {
    const { settings, report: own } = one.part;
    const begun = records.begin({ ...one, settings, say: own.say, cancel });
    recordOf.set(one.part, begun);
    return begun;
  };
  const goesOn = (): boolean => !cancel.aborted && !ended.some(({ part }) => isFailure(part));
  for (const [index, of] of several.waves.entries()) {
    const wave = planned.filter(({ part }) => part.report.wave === index + 1);
    if (!goesOn()) break;
    const names = wave.map(({ part }) => part.report.title).join(', ');
    report.say({ type: 'notice', text: `Wave ${index + 1} of ${several.waves.length}: ${names}.` });
    if (of.length !== wave.length) throw new Error('an environment without a plan');
    await sideBySide(
      wave,
      several.maxParallel,
      async (one) => {
        const current = await asItIsNow(request, one);
        const open = current === undefined ? undefined : await rollOne(request, current, record(current));
        if (open !== undefined) ended.push({ part: one.part, open });
      },
      goesOn,
    );
  }
  await afterwards(request, ended);
  if (several.onWaveFailure === 'rollback-all') {
    const endings = ended.map(({ part, open }) => recordOf.get(part)?.end(part.report.ending?.outcome ?? open.outcome));
    await Promise.all(endings);
  }
  return outcomeOfAll(
    planned.flatMap(({ part }) => part.report.ending ?? []),
    cancel.aborted,
  );
}

/**
 * A plan of a later wave may be an hour old. The locks keep other runs away, not people: when the environment has changed
 * since, it is looked at and planned anew. `undefined`: it has its ending already.
 */
async function asItIsNow(request: WavesRequest, one: Planned): Promise<Planned | undefined> {
  const { part, snapshot } = one;
  const { cloud, report } = part;
  const { environment } = snapshot.target;
  if (report.wave === 1 || snapshot.creation !== undefined) return one;
  try {
    const now = await cloud.beanstalk.environment(environment.id);
    const isSame = now?.versionLabel === environment.versionLabel && now?.dateUpdated === environment.dateUpdated;
    if (now !== undefined && isSame) return one;
    report.say({ type: 'notice', text: 'It has changed since it was planned: looking at it again.' });
    const made = await request.again(part);
    if (made.kind === 'plan') return { part, plan: made.plan, snapshot: made.snapshot };
    if (made.kind === 'refused') report.end('failed', refused(made.problems));
    return undefined;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    // The rollout itself will find out, and tell.
    return one;
  }
}

const isFailure = ({ report }: Part): boolean => report.ending !== undefined && hasFailed(report.ending);

/** Exceptions that are no failure of the outside are bugs: the others end in their own way before it is told. */
async function rollOne(
  request: WavesRequest,
  { part, plan, snapshot }: Planned,
  record: RolloutRecord,
): Promise<OpenRollout | undefined> {
  const { outside, cancel, run, save, several } = request;
  const { settings, cloud, report } = part;
  const locks = request.locks.of(part);
  const unfinished = locks.unfinished();
  report.begin();
  save();
  try {
    await noteUnfinished(locks, plan, snapshot, { at: outside.clock.now(), run: outside.host.run });
    const { rollOutOpen } = await import('../rollout/roll-out.js');
    const ports = { ...outside, ...cloud };
    const asked = { plan, snapshot, settings, ports, say: report.say, cancel, unfinished };
    const open = await rollOutOpen(run === undefined ? asked : { ...asked, run });
    settleUnfinished(locks, plan, snapshot, open.outcome);
    report.end(open.outcome.state, open.outcome);
    // What may still be put back is no success yet.
    if (several.onWaveFailure === 'stop') await record.end(open.outcome);
    return open;
  } catch (error) {
    report.end('failed', { ...broken(error), restored: 'no' });
    return undefined;
  } finally {
    save();
  }
}

async function afterwards(request: WavesRequest, ended: readonly Ended[]): Promise<void> {
  const { several, planned, cancel } = request;
  const [failed] = planned.filter(({ part }) => isFailure(part));
  const because = cancel.aborted
    ? 'Not started, because the run was asked to stop.'
    : `Not started, because ${failed?.part.report.title ?? 'another environment'} failed.`;
  for (const { part } of planned) {
    if (part.report.ending === undefined) part.report.end('not-started', notStarted(because));
  }
  if (failed !== undefined && several.onWaveFailure === 'rollback-all' && !cancel.aborted) {
    await putAllBack(request, ended, failed.part.report.title);
  }
  // Only a success that stands is worth remembering.
  for (const { part, open } of ended) if (part.report.ending?.state === 'succeeded') await open.keepHouse();
}

/** The last wave first, as what came later may need what was there before it. */
async function putAllBack(request: WavesRequest, ended: readonly Ended[], culprit: string): Promise<void> {
  const { several, save } = request;
  const changed = ended.filter(({ part }) => part.report.ending?.state === 'succeeded');
  for (const wave of [...several.waves.keys()].reverse()) {
    const own = changed.filter(({ part }) => part.report.wave === wave + 1);
    await sideBySide(own, several.maxParallel, async ({ part, open }) => {
      const { report } = part;
      report.say({ type: 'notice', text: `Putting back what was there before, because ${culprit} failed.` });
      const back = await open.takeBack();
      const reason = `${open.outcome.reason} Then ${culprit} failed. ${back.reason}`;
      const { restored, stillRunning } = back;
      const outcome: Outcome = { ...open.outcome, state: 'failed', reason, restored, stillRunning };
      report.end(back.restored === 'yes' ? 'put-back' : 'failed', outcome);
      save();
    });
  }
}
