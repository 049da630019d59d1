/** Terminates one environment, after a last look that it is still the one that was meant, and watches until it is gone. */
import { isCname } from '../domain/creation.js';
import type { Environment } from '../domain/environment.js';
import type { Step } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { formatDuration, type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';
import { awaitReady } from './busy.js';
import type { StepEnd } from './perform.js';
import { type Rollout, type Run, runOf } from './run.js';

type TerminateStep = Extract<Step, { readonly kind: 'terminate' }>;

const EVERY: Milliseconds = seconds(5);
/** Answers without the environment for so long: it is gone, or nobody may see it any more. */
const UNSEEN: Milliseconds = minutes(2);
/** A termination that was asked for shows within seconds; Ready again after that means that it was given up. */
const BEGINS_WITHIN: Milliseconds = minutes(1);
const DONE = 'terminateEnvironment completed successfully.';

export async function performTerminate(rollout: Rollout, step: TerminateStep): Promise<StepEnd> {
  const { ports, settings } = rollout.request;
  const run = runOf(rollout, step.environment);
  const giveUpAt = ports.clock.now() + settings.busyTimeout;
  if (!run.watch.isAnchored) await run.watch.anchor(ports.beanstalk);
  for (;;) {
    const before = await ports.beanstalk.environment(step.environment.id);
    const why = before === undefined ? 'it is no longer shown' : whyNot(before, step);
    if (why !== undefined) return refused(changed(step, why));
    if (before?.status === 'Terminating' || before?.status === 'Terminated') break;
    if (before?.status !== 'Ready') {
      const readiness = await awaitReady(run, giveUpAt);
      if (readiness.readiness === 'refused') return refused(readiness.problem);
      if (readiness.readiness === 'cancelled') return { step: 'cancelled' };
      // Looked at again from the start: whoever was at work may have changed what it is.
      continue;
    }
    if (rollout.request.cancel.aborted) return { step: 'cancelled' };
    const asked = await askToGo(run);
    if (asked === 'asked') break;
    if (asked instanceof ActionError) return refused(asked.problem);
    if (ports.clock.now() >= giveUpAt) return refused(changed(step, 'the service did not take the call'));
  }
  const end = await untilGone(run, rollout.deadline);
  if (end.step === 'done') {
    rollout.proven = { reason: `${run.target.name} (${run.target.id}) is terminated`, proof: 'environment' };
  }
  return end;
}

/** Why it is not the environment that was confirmed, in a clause. */
function whyNot(environment: Environment, step: TerminateStep): string | undefined {
  if (environment.id !== step.environment.id || environment.name !== step.environment.name) return 'it was replaced';
  if (environment.application !== step.application) return `it belongs to ${environment.application}`;
  const { cname } = environment;
  if (step.productionCname !== undefined && isCname(cname, step.productionCname)) {
    return `it holds the production CNAME ${cname ?? step.productionCname} now`;
  }
  // A swap in between: whatever it holds now may be in use.
  if (step.cname !== undefined && cname !== undefined && cname !== step.cname) {
    return `it holds ${cname} now, and held ${step.cname} when the plan was made`;
  }
  return undefined;
}

/** The call names the id, which is never used twice: repeated after a lost answer it can hit nothing else. */
export async function askToGo({ rollout, request, target, watch }: Run): Promise<'asked' | 'again' | ActionError> {
  const { ports, cancel, say } = request;
  try {
    const { requestId } = await ports.beanstalk.terminate(target.id);
    watch.own(requestId);
    rollout.hasChanged = true;
    rollout.leaving = { ...target, isCertain: true };
    return 'asked';
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const isBusy = error.problem.code === 'environment-busy';
    if (!error.answerLost && !isBusy && error.nature === 'permanent') return error;
    if (error.answerLost) {
      rollout.hasChanged = true;
      rollout.leaving ??= { ...target, isCertain: false };
      say({ type: 'notice', text: `The answer to the termination was lost; looking at ${target.name}.` });
    }
    await ports.clock.sleep(EVERY, cancel);
    return 'again';
  }
}

type GoneEnd = Extract<StepEnd, { readonly step: 'done' | 'cancelled' | 'refused' }>;

/** Watches an environment that was asked to go. What it is refused with tells why it is still there. */
export async function untilGone(run: Run, giveUpAt: Instant): Promise<GoneEnd> {
  const end = await watchLeaving(run, giveUpAt);
  const { rollout, target } = run;
  if (end.step !== 'cancelled') rollout.leaving = undefined;
  if (end.step === 'done') rollout.gone = [...rollout.gone, target.id];
  return end;
}

async function watchLeaving(run: Run, giveUpAt: Instant): Promise<GoneEnd> {
  const { ports, cancel } = run.request;
  const { name } = run.target;
  const since = ports.clock.now();
  const errors: string[] = [];
  let unseenSince: number | undefined;
  let isDone = false;
  for (;;) {
    if (cancel.aborted) return { step: 'cancelled' };
    const seen = await look(run);
    const now = ports.clock.now();
    if (seen !== undefined) {
      isDone ||= seen.messages.includes(DONE);
      errors.push(...seen.errors);
      const { status } = seen;
      if (status === 'Terminated' || (status === undefined && isDone)) return { step: 'done' };
      unseenSince = status === undefined ? (unseenSince ?? now) : undefined;
      if (unseenSince !== undefined && now - unseenSince >= UNSEEN) return refused(unseen(name));
      if (status === 'Ready' && now - since >= BEGINS_WITHIN) return refused(stayed(name, errors));
    }
    if (now >= giveUpAt) return refused(late(name, now - since, errors));
    await ports.clock.sleep(EVERY, cancel);
  }
}

interface Seen {
  readonly status: Environment['status'] | undefined;
  readonly messages: readonly string[];
  readonly errors: readonly string[];
}

/** `undefined`: nothing could be read this time. */
async function look(run: Run): Promise<Seen | undefined> {
  try {
    const { environment, fresh } = await run.watch.glance();
    return {
      status: environment?.status,
      messages: fresh.map(({ message }) => message),
      errors: fresh
        .filter(({ severity }) => severity === 'ERROR' || severity === 'FATAL')
        .map(({ message }) => message),
    };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    // Events of an environment that is gone may be refused; the next look asks for its state again.
    if (error.problem.code === 'environment-missing') return { status: undefined, messages: [], errors: [] };
    if (error.nature === 'permanent') throw error;
    run.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
    return undefined;
  }
}

const refused = (problem: Problem) => ({ step: 'refused', problem }) as const;

const changed = ({ environment }: TerminateStep, why: string): Problem => ({
  code: 'environment-changed',
  blame: 'you',
  what: `${environment.name} (${environment.id}) was not terminated, because ${why}.`,
  hint: 'Look at the environment, and run the job again when nobody else works on it.',
});

const cause = (errors: readonly string[]): string =>
  errors[0] === undefined ? '' : `; Elastic Beanstalk says: ${errors[0]}`;

const stayed = (name: string, errors: readonly string[]): Problem => ({
  code: 'termination-failed',
  blame: 'you',
  what: `${name} was asked to terminate and is Ready again${cause(errors)}`,
  hint: 'Often a security group of somebody else refers to its own, or termination protection is on: mend that and run the job again.',
});

const late = (name: string, waited: Milliseconds, errors: readonly string[]): Problem => ({
  code: 'timed-out',
  blame: 'you',
  what: `${name} is not terminated after ${formatDuration(waited)}${cause(errors)}`,
  hint: 'The termination goes on by itself; look at its events in the console.',
});

const unseen = (name: string): Problem => ({
  code: 'cannot-tell',
  blame: 'you',
  what: `${name} was asked to terminate and is no longer shown; nothing says that it has ended.`,
  hint: 'Check the permissions elasticbeanstalk:DescribeEnvironments and elasticbeanstalk:DescribeEvents, and look at it in the console.',
});
