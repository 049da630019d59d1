/** The endings of a rollout that did not settle as intended: abort what is ours if asked, gather evidence, put back what can be. */
import type { Evidence, Outcome, Restored } from '../domain/outcome.js';
import type { Step } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { formatDuration } from '../domain/time.js';
import type { SettleEnd } from '../watch/watch.js';
import { labelStood } from './as-before.js';
import { type Aborted, abortOurs, afterAbort } from './cancel.js';
import { gatherEvidence } from './evidence.js';
import { hearOut } from './hear-out.js';
import {
  failedOutcome,
  fleetWords,
  leftBehind,
  purposeWords,
  restoredBy,
  sentence,
  verdictProblem,
} from './outcomes.js';
import { perform } from './perform.js';
import type { Rollout, Run, SettleStep } from './run.js';
import { type WayBack, wayBack } from './way-back.js';

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
  const aborted = settings.onFailure !== 'none' && !run.hasEnded ? await abortOurs(run) : undefined;
  const evidence = await gatherEvidence(run, settle.expects.enhancedHealth);
  const left = purpose === 'deploy' ? restoredOf(run, end, settle, evidence) : 'no';
  if (settings.onFailure === 'rollback' && run.rollout.proven === undefined) {
    const what = purpose === 'deploy' ? problem.what : otherPurpose(run, problem);
    return endRolledBack(run, { what, problem, proof: end.proof, evidence, left, aborted }, end);
  }
  const restored = left;
  const policy = purpose === 'deploy' && run.hasEnded ? await putPolicyBack(run, rest) : '';
  return failedOutcome({
    reason: [
      ...(purpose === 'deploy' ? [problem.what] : [otherPurpose(run, problem)]),
      purpose === 'deploy' ? leftBehind(evidence, restored) : '',
      policy,
    ]
      .filter((part) => part !== '')
      .join(' '),
    problem,
    proof: end.proof,
    restored: run.rollout.proven === undefined ? restored : 'failed',
    stillRunning: afterAbort(run, aborted),
    evidence,
  });
}

const restoredOf = (
  run: Run,
  { known }: Unsettled,
  { expects }: SettleStep,
  evidence: Evidence,
): ReturnType<typeof restoredBy> => restoredBy(labelStood(run), known, evidence, expects.pods !== undefined);

interface Failure {
  readonly what: string;
  readonly problem: Problem;
  readonly proof: Outcome['proof'];
  readonly evidence: Evidence;
  /** What the failure alone has left behind. */
  readonly left: Restored;
  readonly aborted: Aborted | undefined;
}

/** The evidence is of the failure; only when the way back failed too, what the instances run is read anew. */
async function endRolledBack(
  run: Run,
  failure: Failure,
  end: Unsettled & { readonly end: 'judged' },
): Promise<Outcome> {
  const { ours } = run;
  const code = end.verdict.verdict === 'failed' ? end.verdict.code : undefined;
  const back = await wayBack(run, end.known, code);
  const restored = back.restored === 'no' && failure.left === 'not-needed' ? 'not-needed' : back.restored;
  const mixed = back.restored === 'yes' ? '' : fleetWords(failure.evidence);
  return failedOutcome({
    reason: [failure.what, mixed, back.reason].filter((part) => part !== '').join(' '),
    problem: back.problem === undefined ? failure.problem : { ...failure.problem, hint: back.problem.hint },
    proof: failure.proof,
    restored,
    stillRunning: run.ours === ours ? afterAbort(run, failure.aborted) : back.stillRunning,
    evidence: back.restored === 'failed' ? await refreshed(run, failure.evidence) : failure.evidence,
  });
}

/** What each instance runs after a way back that failed: the most wanted thing to know. */
async function refreshed(run: Run, evidence: Evidence): Promise<Evidence> {
  try {
    const { instances } = await run.reader.instances(run.target.id);
    run.request.say({ type: 'instances', instances });
    return { ...evidence, instances };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { ...evidence, gaps: [...evidence.gaps, `What the instances run now: ${error.problem.what}`] };
  }
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
    if (end.step === 'cancelled') {
      await hearOut(run.rollout);
      return 'The run was asked to stop while it put the deployment policy back.';
    }
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
  const { ours } = run;
  const back = await backAfterTimeout(run, aborted);
  const span = formatDuration(plan.timeout);
  const reason = `After ${span} ${what} was not proven: ${waitedFor}.`;
  return {
    state: 'timed-out',
    reason: [
      reason,
      ...(aborted === undefined || back?.restored === 'yes' ? [] : [abortSentence(aborted)]),
      ...(back === undefined ? [] : [back.reason]),
    ].join(' '),
    problem: {
      code: 'timed-out',
      blame: 'you',
      what: reason,
      hint:
        run.hasEnded || aborted !== undefined
          ? 'Look at the environment, or give it more time with timeout.'
          : 'Look at the environment; give it more time with timeout, or let on-timeout: abort stop it.',
    },
    proof: run.rollout.proven?.proof ?? 'none',
    restored: run.rollout.proven === undefined ? (back?.restored ?? 'no') : 'failed',
    // A way back that has begun no update of its own leaves the one that failed.
    stillRunning: back === undefined || run.ours === ours ? afterAbort(run, aborted) : back.stillRunning,
    evidence: back?.restored === 'failed' ? await refreshed(run, evidence) : evidence,
  };
}

/** Only with `on-timeout: abort` is the time limit a reason to go back; an abort that did not take leaves the update alone. */
async function backAfterTimeout(run: Run, aborted: Aborted | undefined): Promise<WayBack | undefined> {
  const { settings } = run.request;
  const { known } = run.watch;
  const isStopped = run.hasEnded || aborted?.abort === 'sent';
  if (settings.onTimeout !== 'abort' || settings.onFailure !== 'rollback' || !isStopped) return undefined;
  if (known === undefined || run.rollout.proven !== undefined) return undefined;
  return wayBack(run, { ...known, abortedByUs: aborted?.abort === 'sent' });
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
  const aborted = isOngoing && settings.onFailure !== 'none' ? await abortOurs(run) : undefined;
  const lost = isOngoing ? ' The update could not be watched to its end, so nobody has proven how it ends.' : '';
  return failedOutcome({
    reason: `${problem.what}${lost}`,
    problem,
    proof: rollout.proven?.proof ?? 'none',
    restored: rollout.hasChanged ? 'no' : 'not-needed',
    stillRunning: run === undefined ? [] : afterAbort(run, aborted),
  });
}
