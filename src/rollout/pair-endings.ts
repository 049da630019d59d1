/** The endings of a rollout over two environments: who is live, whether production was touched, and the way back. */
import type { Outcome } from '../domain/outcome.js';
import type { Problem } from '../domain/problem.js';
import type { SettleEnd } from '../watch/watch.js';
import { abortOurs, afterAbort } from './cancel.js';
import { gatherEvidence } from './evidence.js';
import { failedOutcome, sentence, verdictProblem, whatRuns } from './outcomes.js';
import { type Rollout, type Run, runOf, type SettleStep } from './run.js';
import {
  lookWhoIsLive,
  movedTo,
  othersServe,
  shareSentence,
  sidesNow,
  stillMoving,
  swapSentence,
  trafficSentence,
  unmovedSentence,
} from './traffic.js';
import { type Undone, undoAll } from './undo.js';

const liveName = (rollout: Rollout): string => sidesNow(rollout)?.live.name ?? rollout.request.plan.environment.name;

/** The version did not settle on the idle side: traffic has not moved, so there is nothing that users would notice. */
export async function endUnsettledIdle(
  run: Run,
  end: Exclude<SettleEnd, { readonly end: 'cancelled' }>,
  settle: SettleStep,
): Promise<Outcome> {
  const { settings } = run.request;
  const isTimeUp = end.end === 'timed-out';
  const problem: Problem = isTimeUp
    ? {
        code: 'timed-out',
        blame: 'you',
        what: `Time was up before ${run.target.name} was proven: ${end.reason}.`,
        hint: 'Look at the environment, or give it more time with timeout.',
      }
    : end.end === 'broken'
      ? end.problem
      : end.verdict.verdict === 'failed'
        ? verdictProblem(end.verdict.code, end.verdict.reason)
        : neverReached();
  const wantsAbort = isTimeUp ? settings.onTimeout === 'abort' : settings.onFailure !== 'none';
  const aborted = wantsAbort && !run.hasEnded ? await abortOurs(run) : undefined;
  const evidence = await gatherEvidence(run, settle.expects.enhancedHealth);
  await lookWhoIsLive(run.rollout);
  return {
    ...failedOutcome({
      reason: `${problem.what} ${whoServes(run.rollout, problem)}`,
      problem,
      proof: end.end === 'judged' ? end.proof : 'none',
      restored: movedTo(run.rollout) === undefined ? 'not-needed' : 'no',
      stillRunning: afterAbort(run, aborted),
      evidence,
    }),
    state: isTimeUp ? 'timed-out' : 'failed',
  };
}

function neverReached(): never {
  throw new Error('a reached verdict is no failure');
}

/** Absent when the old side has everything, as before. */
const movingSentence = (rollout: Rollout): string | undefined => shareSentence(rollout) ?? swapSentence(rollout);

function untouched(rollout: Rollout): string {
  const moving = movingSentence(rollout);
  if (moving !== undefined) return moving;
  const moved = movedTo(rollout);
  return moved === undefined ? unmovedSentence(rollout) : `Traffic stays on ${moved.name}, which was proven.`;
}

/** Where others have moved the traffic, or taken away what had it, what this run had in mind tells nothing. */
const whoServes = (rollout: Rollout, { code }: Problem): string =>
  othersServe(rollout) ?? (code === 'swap-refused' ? `${liveName(rollout)} serves as before.` : untouched(rollout));

/** A gate or the bake has failed. With traffic on the new side the way back comes first, the evidence after it. */
export async function endGate(run: Run, problem: Problem): Promise<Outcome> {
  const { rollout } = run;
  const { settings, snapshot, cancel } = rollout.request;
  const hasMoved = rollout.undo.length > 0;
  const back = hasMoved && settings.onFailure !== 'none' ? await undoAll(rollout) : undefined;
  const isEnhanced = snapshot.target.instances !== undefined;
  const evidence = await gatherEvidence(run, isEnhanced);
  if (!hasMoved) await lookWhoIsLive(rollout);
  // Left in the middle, what it has moved by then is told.
  const left = back?.restored === 'no' && cancel.aborted ? trafficSentence(rollout) : undefined;
  const stays = hasMoved ? stayed(rollout) : whoServes(rollout, problem);
  const fate = back === undefined ? stays : [back.reason, ...(left === undefined ? [] : [left])].join(' ');
  const where = back?.restored === 'yes' ? ` ${liveName(rollout)} has all the traffic again.` : '';
  const shout = back?.restored === 'failed' ? 'THE WAY BACK FAILED. ' : '';
  return failedOutcome({
    reason: `${problem.what} ${shout}${fate}${where}`,
    problem: hasMoved ? { ...problem, hint: hintAfter(rollout, problem, back) } : problem,
    proof: rollout.proven?.proof ?? 'none',
    restored: back?.restored ?? (hasMoved ? 'no' : 'not-needed'),
    stillRunning: back?.stillRunning ?? stillMoving(rollout),
    evidence,
  });
}

/** What went bad after the traffic had moved is without traffic only when the way back was gone to its end. */
function hintAfter({ share }: Rollout, { code, hint }: Problem, back: Undone | undefined): string {
  if (back?.restored === 'failed') return share === undefined ? LOOK_NOW : LOOK_AT_SHARES;
  if (back?.restored === 'yes' || code !== 'bake-failed') return hint;
  return `Users may still reach the version that went bad: run the job with \`operation: ${share === undefined ? 'rollback' : 'abort'}\` to bring them back, or deploy one that is mended.`;
}

/** With `on-failure: none` nothing is put back. */
function stayed(rollout: Rollout): string {
  const isUnseen = rollout.share?.isMoving === true || rollout.traffic?.state === 'moving';
  const shares = movingSentence(rollout);
  if (shares === undefined) return `Traffic stays on ${liveName(rollout)}, as asked.`;
  return isUnseen ? shares : `${shares} It stays so, as asked.`;
}

const LOOK_AT_SHARES =
  'Look at the weights of the rule or the records and at the health of both environments now; `operation: abort` tries once more to give everything back.';

const LOOK_NOW =
  'Look at the CNAMEs and the health of both environments now; a swap in the console moves the traffic at once.';

/** The service or the state of things has refused a step. */
export async function endRefusedPair(rollout: Rollout, problem: Problem): Promise<Outcome> {
  // With a share of the requests on the new side nobody watches it any longer: it goes back, unless others set the shares.
  if (shareSentence(rollout) !== undefined && rollout.undo.length > 0 && problem.code !== 'route-changed') {
    return endGate(runOf(rollout, rollout.share?.between.canary ?? rollout.request.plan.environment), problem);
  }
  await lookWhoIsLive(rollout);
  const proven = rollout.proven === undefined ? '' : `${sentence(rollout.proven.reason)} `;
  return failedOutcome({
    reason: `${proven}${problem.what} ${whoServes(rollout, problem)}`,
    problem,
    proof: rollout.proven?.proof ?? 'none',
    restored: movedTo(rollout) === undefined && movingSentence(rollout) === undefined ? 'not-needed' : 'no',
    stillRunning: [...whatRuns(rollout), ...stillMoving(rollout)],
  });
}
