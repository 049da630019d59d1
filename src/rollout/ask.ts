/** Asks for an update, again when the service was busy or nothing shows that a lost call has arrived (`lost-update.ts`). */
import type { Environment } from '../domain/environment.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { type Instant, minutes, seconds } from '../domain/time.js';
import type { Accepted } from '../ports/beanstalk.js';
import { baselineOf } from '../watch/knowledge.js';
import { unlessStopped } from '../watch/stop.js';
import { awaitReady } from './busy.js';
import { foreignWork } from './foreign-work.js';
import { presume, remember, searchLost } from './lost-update.js';
import type { OurUpdate, Run, UpdateStep } from './run.js';
import { whyLive } from './traffic.js';

export type Asked =
  | { readonly asked: 'accepted' }
  | { readonly asked: 'refused'; readonly problem: Problem }
  | { readonly asked: 'cancelled' };

const LOST_AT_MOST = 4;

/** A call whose answer was lost. */
interface LostCall {
  /** The environment right before it. */
  readonly before: Environment;
  readonly problem: Problem;
  /** No look has succeeded since: it may have arrived, or not. */
  readonly isUnseen: boolean;
}

export async function askForUpdate(run: Run, step: UpdateStep): Promise<Asked> {
  const { ports, cancel, settings } = run.request;
  const giveUpAt = Math.min(run.rollout.deadline, ports.clock.now() + Math.max(settings.busyTimeout, minutes(1)));
  let environment = run.environment;
  let lost: LostCall | undefined;
  let timesLost = 0;
  let pause = seconds(0);
  /** What nobody could see may have begun. */
  const giveUp = (asked: Asked): Asked => {
    if (lost?.isUnseen === true) presume(run, step, lost.before);
    return asked;
  };
  for (;;) {
    if (cancel.aborted) return giveUp({ asked: 'cancelled' });
    if (environment === undefined) {
      const ready = await readyAgain(run, step, { giveUpAt, notBefore: ports.clock.now() + pause }, lost);
      if ('asked' in ready) return ready;
      environment = ready.environment;
      if (lost !== undefined) lost = { ...lost, isUnseen: false };
    }
    const taken = await whyLive(run);
    if (taken !== undefined) return { asked: 'refused', problem: taken };
    const foreign = step.purpose === 'undo' ? await foreignWork(run) : undefined;
    if (foreign !== undefined) return { asked: 'refused', problem: notOurs(foreign) };
    const sent = await send(run, step, environment);
    if (sent === 'cancelled') return { asked: 'cancelled' };
    if (!(sent instanceof ActionError)) return { asked: 'accepted' };
    const isBusy = sent.problem.code === 'environment-busy' && settings.onBusy !== 'fail';
    // Refused as busy after a lost answer: the same.
    if (sent.answerLost || (lost !== undefined && sent.problem.code === 'environment-busy')) {
      const found = await searchLost(run, step, environment);
      if (isFound(found)) return { asked: found };
      lost = { before: environment, problem: sent.problem, isUnseen: found === 'unseen' };
      timesLost += 1;
      if (timesLost >= LOST_AT_MOST) return giveUp({ asked: 'refused', problem: sent.problem });
      if (!lost.isUnseen) sayOnceMore(run);
    } else if (!isBusy && sent.nature === 'permanent') return { asked: 'refused', problem: sent.problem };
    if (ports.clock.now() >= giveUpAt) return giveUp({ asked: 'refused', problem: sent.problem });
    environment = undefined;
    // It was refused although it had shown Ready: not again at once.
    pause = seconds(5);
  }
}

const isFound = (found: Awaited<ReturnType<typeof searchLost>>) => found === 'accepted' || found === 'cancelled';

const sayOnceMore = ({ request }: Run): void =>
  request.say({
    type: 'notice',
    text: 'Nothing shows that the call for the update has arrived; it is sent once more.',
  });

/**
 * Ready for the update to be sent, once more. Busy after a lost answer, it may be busy with the very update that was lost:
 * that is looked for before anything is waited for; and so is, as soon as anything can be seen again, what nobody could see.
 */
async function readyAgain(
  run: Run,
  step: UpdateStep,
  { giveUpAt, notBefore }: { readonly giveUpAt: Instant; readonly notBefore: Instant },
  lost: LostCall | undefined,
): Promise<Asked | { readonly environment: Environment }> {
  const mayHaveBegun = (): void => {
    if (lost !== undefined) presume(run, step, lost.before);
  };
  const search = async () => (lost === undefined ? 'nothing' : searchLost(run, step, lost.before));
  let readiness = await orElse(mayHaveBegun, awaitReady(run, giveUpAt, { notBefore, onBusy: 'fail' }));
  if (readiness.readiness === 'refused') {
    const found = await search();
    if (isFound(found)) return { asked: found };
    const isBusy = readiness.problem.code === 'environment-busy' && found === 'nothing';
    if (isBusy) readiness = await awaitReady(run, giveUpAt);
    else mayHaveBegun();
  } else if (readiness.readiness === 'ready' && lost?.isUnseen === true) {
    const found = await search();
    if (isFound(found)) return { asked: found };
    if (found === 'unseen') {
      mayHaveBegun();
      return { asked: 'refused', problem: lost.problem };
    }
    sayOnceMore(run);
  }
  if (readiness.readiness === 'cancelled') {
    if (lost?.isUnseen === true) mayHaveBegun();
    return { asked: 'cancelled' };
  }
  return readiness.readiness === 'ready'
    ? { environment: readiness.environment }
    : { asked: 'refused', problem: readiness.problem };
}

async function orElse<T>(onHopeless: () => void, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    onHopeless();
    throw error;
  }
}

/** Waiting for somebody else's update to end, only to overwrite it, would be no way back. */
const notOurs = (foreign: string): Problem => ({
  code: 'environment-taken',
  blame: 'you',
  what: `Nothing was put back, because ${foreign}.`,
  hint: 'Find out who deploys to this environment besides this workflow, and give them one concurrency group.',
});

async function send(
  run: Run,
  step: UpdateStep,
  environment: Environment,
): Promise<ActionError | 'accepted' | 'cancelled'> {
  const { ports, cancel } = run.request;
  const askedAt = ports.clock.now();
  const call = ports.beanstalk.update({
    environmentId: run.target.id,
    options: step.options,
    removeOptions: step.removeOptions,
    ...(step.versionLabel === undefined ? {} : { versionLabel: step.versionLabel }),
  });
  const asking = call.then((accepted) => take(run, step, environment, askedAt, accepted));
  const answered = (): void => {
    run.unanswered = undefined;
  };
  run.unanswered = () => presume(run, step, environment, askedAt);
  // A cancellation waits for this for a moment: what was asked for must be known before it can be aborted.
  run.asking = asking.then(answered, (error: unknown) => {
    if (!(error instanceof ActionError && error.answerLost)) answered();
  });
  try {
    const answer = await unlessStopped(asking, cancel);
    if (answer === undefined) return 'cancelled';
    run.asking = undefined;
    return 'accepted';
  } catch (error) {
    run.asking = undefined;
    answered();
    if (!(error instanceof ActionError)) throw error;
    return error;
  }
}

function take(run: Run, step: UpdateStep, environment: Environment, askedAt: Instant, accepted: Accepted): OurUpdate {
  run.watch.own(accepted.requestId);
  return remember(run, {
    step,
    askedAt,
    isCertain: true,
    baseline: baselineOf(environment),
    ...(accepted.requestId === '' ? {} : { requestId: accepted.requestId }),
  });
}
