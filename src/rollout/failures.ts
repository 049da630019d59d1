/** The endings of a rollout that did not settle as intended: abort what is ours if asked, gather evidence, put back what can be. */
import type { Outcome } from '../domain/outcome.js';
import type { Step } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import { formatDuration } from '../domain/time.js';
import type { SettleEnd } from '../watch/watch.js';
import { type Aborted, abortOurs, afterAbort } from './cancel.js';
import { gatherEvidence } from './evidence.js';
import { failedOutcome, leftBehind, purposeWords, restoredBy, sentence, verdictProblem } from './outcomes.js';
import { perform } from './perform.js';
import type { Rollout, Run, SettleStep } from './run.js';

type Unsettled = Exclude<SettleEnd, { readonly end: 'cancelled' }>;

/** `rest`: the steps that were still to come; of these only putting the policy back is carried out. */
export async function endUnsettled(
  run: Run,
  end: Unsettled,
  settle: SettleStep,
  rest: readonly Step[],
): Promise<Outcome> {
  if (end.end === 'timed-out') return endTimedOut(run, end.reason, settle);
  if (end.end === 'broken') return endBroken(run.rollout, run, end.problem);
  if (end.verdict.verdict !== 'failed') throw new Error('a reached verdict is no failure');
  return endFailed(run, verdictProblem(end.verdict.code, end.verdict.reason), end, settle, rest);
}

async function endFailed(
  run: Run,
  problem: Problem,
  end: Unsettled & { readonly end: 'judged' },
  settle: SettleStep,
  rest: readonly Step[],
): Promise<Outcome> {
  const { settings } = run.request;
  const purpose = run.ours?.step.purpose ?? 'deploy';
  const aborted = settings.onFailure === 'abort' && !run.hasEnded ? await abortOurs(run) : undefined;
  const evidence = await gatherEvidence(run, settle.expects.enhancedHealth);
  const restored = purpose === 'deploy' ? restoredBy(run.ours?.baseline.versionLabel, end.known, evidence) : 'no';
  const policy = purpose === 'deploy' && run.hasEnded ? await putPolicyBack(run, rest) : '';
  return failedOutcome({
    reason: [
      ...(purpose === 'deploy' ? [problem.what] : [otherPurpose(run, problem)]),
      ...(purpose === 'deploy' ? [leftBehind(evidence, restored, settings.onFailure)] : []),
      ...(policy === '' ? [] : [policy]),
    ].join(' '),
    problem,
    proof: end.proof,
    restored: run.rollout.proven === undefined ? restored : 'failed',
    stillRunning: afterAbort(run, aborted),
    evidence,
  });
}

/** A failure of an update around the deployment says what it means for the deployment. */
function otherPurpose(run: Run, problem: Problem): string {
  if (run.rollout.proven !== undefined) {
    return `The deployment is proven (${run.rollout.proven.reason}), but the deployment policy could not be put back: ${problem.what}`;
  }
  return `The deployment policy could not be set, so nothing was deployed: ${problem.what}`;
}

/** A failed deployment does not keep a policy that was only meant for it. */
async function putPolicyBack(run: Run, rest: readonly Step[]): Promise<string> {
  const at = rest.findIndex((step) => step.kind === 'update' && step.purpose === 'restore-policy');
  if (at < 0 || run.request.cancel.aborted) return '';
  const steps = rest.slice(at);
  run.environment = run.watch.known?.environment;
  for (const [index, step] of steps.entries()) {
    run.request.say({ type: 'step-started', index, count: steps.length, step });
    const end = await perform(run.rollout, step);
    if (end.step !== 'done') return 'The deployment policy could not be put back either.';
  }
  return 'The deployment policy of before was put back.';
}

async function endTimedOut(run: Run, waitedFor: string, settle: SettleStep): Promise<Outcome> {
  const { settings, plan } = run.request;
  const purpose = run.ours?.step.purpose ?? 'deploy';
  const what = purposeWords(purpose);
  const aborted = settings.onTimeout === 'abort' ? await abortOurs(run) : undefined;
  const evidence = await gatherEvidence(run, settle.expects.enhancedHealth);
  const span = formatDuration(plan.timeout);
  const reason = `After ${span} ${what} was not proven: ${waitedFor}.`;
  return {
    state: 'timed-out',
    reason: [reason, ...(aborted === undefined ? [] : [abortSentence(aborted)])].join(' '),
    problem: {
      code: 'timed-out',
      blame: 'you',
      what: reason,
      hint: 'Look at the environment; give it more time with timeout, or let on-timeout: abort stop it.',
    },
    proof: run.rollout.proven?.proof ?? 'none',
    restored: run.rollout.proven === undefined ? 'no' : 'failed',
    stillRunning: afterAbort(run, aborted),
    evidence,
  };
}

function abortSentence(aborted: Aborted): string {
  switch (aborted.abort) {
    case 'sent':
      return 'It is being aborted.';
    case 'spared':
      return `Nothing was aborted, because ${aborted.because}.`;
    case 'failed':
      return sentence(`It could not be aborted: ${aborted.because}`);
  }
}

/** A call failed for good: nobody can watch any longer. What was started goes on. */
export async function endBroken(rollout: Rollout, run: Run | undefined, problem: Problem): Promise<Outcome> {
  const { settings } = rollout.request;
  const isOngoing = run?.ours !== undefined && !run.hasEnded;
  const aborted = isOngoing && settings.onFailure === 'abort' ? await abortOurs(run) : undefined;
  const lost = isOngoing ? ' The update could not be watched to its end, so nobody has proven how it ends.' : '';
  return failedOutcome({
    reason: `${problem.what}${lost}`,
    problem,
    proof: rollout.proven?.proof ?? 'none',
    restored: rollout.hasChanged ? 'no' : 'not-needed',
    stillRunning: run === undefined ? [] : afterAbort(run, aborted),
  });
}
