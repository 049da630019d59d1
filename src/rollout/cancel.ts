/** Stops what this rollout has started, and nothing else: on a request to stop, at the deadline, or after a failure. */
import type { EnvironmentEvent } from '../domain/event.js';
import type { Outcome } from '../domain/outcome.js';
import { ActionError } from '../domain/problem.js';
import { seconds } from '../domain/time.js';
import { meaningOf, type Operation } from '../watch/meanings.js';
import { hearAnswer } from './hear-out.js';
import { abortWords, creatingWords, mayHaveChanged, purposeWords, whatStillRuns } from './outcomes.js';
import type { OurUpdate, Rollout, Run } from './run.js';
import { hearShares, restoreInAHurry } from './share.js';
import { isByShares, lookUpSwap, lookWhoIsLive, stillMoving, trafficSentence } from './traffic.js';
import { within } from './within.js';

export type Aborted =
  | { readonly abort: 'sent' }
  /** Not sent, for this reason (a clause). */
  | { readonly abort: 'spared'; readonly because: string; readonly isAbortedByOthers?: boolean }
  /** Refused or unanswered. */
  | { readonly abort: 'failed'; readonly because: string };

/** The runner kills the process 7.5 s after SIGINT; the parts below, after `hearAnswer`, stay under six with it. */
const LIMITS = {
  peek: seconds(0.6),
  look: seconds(2.5),
  abort: seconds(2.8),
  again: seconds(0.2),
  cleanUp: seconds(4),
} as const;

/** The ending after a request to stop. Fires at most one abort, within a second, and only for an update of ours. */
export async function endCancelled(rollout: Rollout): Promise<Outcome> {
  const { settings, say, ports } = rollout.request;
  const { clock } = ports;
  const run = touchedLast(rollout);
  const wantsAbort = settings.onCancel === 'abort';
  // By shares it does not matter when the sides are looked at, and there is no time to do it afterwards.
  const seenBeside = isByShares(rollout) && within(clock, lookUntilSeen(rollout), LIMITS.look);
  // Users first: nobody watches the new side any longer.
  await (wantsAbort ? restoreInAHurry(rollout) : hearShares(rollout));
  // Nothing of ours runs in any environment while the bundle is on its way, so the two never add up.
  if (run === undefined && rollout.publishing !== undefined) {
    await within(clock, settled(rollout.publishing), LIMITS.cleanUp);
  }
  if (run !== undefined) await hearAnswer(run);
  // A swap of this run is watched or looked up; one of others before it would make a lie of "serves as before".
  const looked = seenBeside || (rollout.traffic === undefined && within(clock, lookUntilSeen(rollout), LIMITS.look));
  const isOngoing = run?.ours !== undefined && !run.hasEnded;
  say({ type: 'cancel-requested', aborting: wantsAbort && isOngoing });
  const aborted = wantsAbort && isOngoing ? await abortOurs(run) : undefined;
  await lookUpSwap(rollout);
  await looked;
  const traffic = trafficSentence(rollout);
  return {
    state: 'cancelled',
    reason: [cancelReason(rollout, run, aborted), ...(traffic === undefined ? [] : [traffic])].join(' '),
    proof: rollout.proven?.proof ?? 'none',
    restored: mayHaveChanged(rollout) && rollout.proven === undefined && traffic === undefined ? 'no' : 'not-needed',
    stillRunning: [
      ...(run === undefined ? [] : afterAbort(run, aborted)),
      ...stillMoving(rollout),
      ...leavingWords(rollout),
      ...creatingWords(rollout),
      ...rollout.leftovers,
    ],
  };
}

async function lookUntilSeen(rollout: Rollout): Promise<void> {
  const { clock } = rollout.request.ports;
  const giveUpAt = clock.now() + LIMITS.look;
  while (!(await lookWhoIsLive(rollout, rollout.reader)) && clock.now() < giveUpAt) await clock.sleep(LIMITS.again);
}

/** The environment of the step that was interrupted: of all that were touched at most one has something in progress. */
function touchedLast(rollout: Rollout): Run | undefined {
  const runs = [...rollout.runs.values()];
  return (
    runs.find((run) => run.asking !== undefined) ??
    runs.find((run) => run.ours !== undefined && !run.hasEnded) ??
    runs.findLast((run) => run.ours !== undefined)
  );
}

/**
 * Aborts our update if it still runs and is certainly ours. A peek right before makes sure that what runs is not already
 * somebody else's update, started after ours has ended; a peek that takes too long does not hold the abort up.
 */
export async function abortOurs(run: Run): Promise<Aborted> {
  const { ours } = run;
  if (ours === undefined || run.hasEnded) return { abort: 'spared', because: 'no update of ours is in progress' };
  if (ours.isCreation) return { abort: 'spared', because: 'Elastic Beanstalk cannot abort a creation' };
  if (ours.step.purpose === 'undo') return { abort: 'spared', because: 'it puts back what was there before' };
  const peeked = await within(run.request.ports.clock, peek(run, ours), LIMITS.peek);
  if (peeked?.hasEnded === true) run.hasEnded = true;
  if (peeked?.because !== undefined) {
    const { because, isAbortedByOthers = false } = peeked;
    return { abort: 'spared', because, isAbortedByOthers };
  }
  if (!ours.isCertain && peeked?.isConfirmed !== true) {
    return { abort: 'spared', because: NOBODY_KNOWS };
  }
  const call = run.request.ports.beanstalk.abort(run.target.id).then(
    (accepted): Aborted => {
      run.watch.own(accepted.requestId);
      return { abort: 'sent' };
    },
    (error: unknown): Aborted => {
      if (!(error instanceof ActionError)) throw error;
      return { abort: 'failed', because: `the service refused it: ${error.problem.what}` };
    },
  );
  return (
    (await within(run.request.ports.clock, call, LIMITS.abort)) ?? {
      abort: 'failed',
      because: 'the service has not answered it yet',
    }
  );
}

const NOBODY_KNOWS = 'our update was not answered, and nothing shows that what runs is ours';

interface Peek {
  /** Why there is nothing of ours to abort. */
  readonly because?: string;
  /** It was Ready, or busy with what somebody else has begun since: it does one thing at a time. */
  readonly hasEnded?: true;
  readonly isAbortedByOthers?: true;
  /** An instance reports a deployment of our version on its way. */
  readonly isConfirmed: boolean;
}

async function peek(run: Run, ours: OurUpdate): Promise<Peek | undefined> {
  const { id } = ours.step.environment;
  try {
    const [environment, events, isConfirmed] = await Promise.all([
      run.reader.environment(id),
      run.reader.events(id, run.watch.since),
      ours.isCertain ? true : showsOurVersion(run, ours),
    ]);
    const began = run.watch.known?.began !== undefined;
    if (environment?.status === 'Ready' && began) {
      return { because: 'our update has ended by itself', isConfirmed, hasEnded: true };
    }
    // Nothing is published about aborts of Cluster environments, so the service's own word is asked for.
    if (environment?.tier === 'Cluster' && !environment.abortable) {
      return { because: 'Elastic Beanstalk says that nothing can be aborted there', isConfirmed };
    }
    const begun = begunByOthers(run, events);
    // What nobody has claimed may be ours all the same.
    if (begun !== undefined && (!ours.isCertain || ours.requestId === undefined))
      return { because: NOBODY_KNOWS, isConfirmed };
    switch (begun) {
      case undefined:
        return { isConfirmed };
      case 'abort':
        return { because: 'somebody else is aborting it already', isConfirmed, isAbortedByOthers: true };
      default:
        return { because: 'what runs now was started by somebody else', isConfirmed, hasEnded: true };
    }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return undefined;
  }
}

/** What the newest opening event tells of, when it is not ours and came after ours. */
function begunByOthers(run: Run, events: readonly EnvironmentEvent[]): Operation | undefined {
  const firstOwn = run.watch.known?.events.firstOwn ?? Number.POSITIVE_INFINITY;
  const openings = events.flatMap(({ message, date, requestId }) => {
    const meaning = meaningOf(message);
    return meaning?.kind === 'started' ? [{ operation: meaning.operation, date, requestId }] : [];
  });
  const newest = openings.findLast(({ operation }) => operation !== 'application');
  const isForeign = newest?.requestId !== undefined && newest.date > firstOwn && !run.watch.isOwn(newest.requestId);
  return isForeign ? newest.operation : undefined;
}

async function showsOurVersion(run: Run, ours: OurUpdate): Promise<boolean> {
  const { versionLabel } = ours.step;
  if (versionLabel === undefined || versionLabel === ours.baseline.versionLabel) return false;
  const { instances } = await run.reader.instances(run.target.id);
  return instances.some(({ deployment }) => deployment?.versionLabel === versionLabel);
}

const settled = (work: Promise<unknown>): Promise<void> =>
  work.then(
    () => undefined,
    () => undefined,
  );

function cancelReason(
  { proven, leaving, creating }: Rollout,
  run: Run | undefined,
  aborted: Aborted | undefined,
): string {
  if (proven !== undefined) return `Stopped on request after the deployment was proven: ${proven.reason}.`;
  if (leaving !== undefined) return `Stopped on request while ${leaving.name} was being terminated.`;
  if (creating !== undefined) return `Stopped on request while ${creating} was being created.`;
  if (run?.ours === undefined) return 'Stopped on request before the environment was changed.';
  const what = purposeWords(run.ours.step.purpose);
  if (run.hasEnded) {
    const stays = run.ours.step.purpose === 'set-policy' ? ', the policy stays as it was set' : '';
    return `Stopped on request; ${what} had ended${stays}, and nothing further was started.`;
  }
  switch (aborted?.abort) {
    case undefined:
      return `Stopped on request; ${what} was left to go on.`;
    case 'sent':
      return `Stopped on request; ${what} is being aborted.`;
    case 'spared':
      return `Stopped on request; nothing was aborted, because ${aborted.because}.`;
    case 'failed':
      return `Stopped on request; ${what} could not be aborted: ${aborted.because.replace(/\.$/, '')}.`;
  }
}

/** A termination cannot be taken back: nothing is done about it but to tell. */
const leavingWords = ({ leaving }: Rollout): readonly string[] => {
  if (leaving === undefined) return [];
  const { id, name, isCertain } = leaving;
  return isCertain
    ? [`Elastic Beanstalk is terminating ${name} (${id}); that goes on by itself.`]
    : [`Elastic Beanstalk may be terminating ${name} (${id}): the answer to the call was lost.`];
};

/** What is left in the account after an abort was tried. */
export function afterAbort(run: Run, aborted: Aborted | undefined): readonly string[] {
  if (run.ours === undefined || run.hasEnded) return [];
  if (aborted?.abort === 'sent') return [abortWords(run, run.ours)];
  if (aborted?.abort === 'spared' && aborted.isAbortedByOthers) return [abortWords(run, run.ours, ' by somebody else')];
  return whatStillRuns(run);
}
