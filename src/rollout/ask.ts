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

export async function askForUpdate(run: Run, step: UpdateStep): Promise<Asked> {
  const { ports, cancel, settings } = run.request;
  const giveUpAt = Math.min(run.rollout.deadline, ports.clock.now() + Math.max(settings.busyTimeout, minutes(1)));
  let environment = run.environment;
  let before = environment;
  let pause = seconds(0);
  for (let lost = 0; ; ) {
    if (cancel.aborted) return { asked: 'cancelled' };
    if (environment === undefined) {
      const notBefore = ports.clock.now() + pause;
      const wasLost = lost === 0 ? undefined : before;
      const ready = await readyAgain(run, giveUpAt, notBefore, {
        search: () => (wasLost === undefined ? 'nothing' : searchLost(run, step, wasLost)),
        onHopeless: () => {
          if (wasLost !== undefined) presume(run, step, wasLost);
        },
      });
      if ('asked' in ready) return ready;
      environment = ready.environment;
    }
    before = environment;
    const taken = await whyLive(run);
    if (taken !== undefined) return { asked: 'refused', problem: taken };
    const foreign = step.purpose === 'undo' ? await foreignWork(run) : undefined;
    if (foreign !== undefined) return { asked: 'refused', problem: notOurs(foreign) };
    const sent = await send(run, step, environment);
    if (sent === 'cancelled') return { asked: 'cancelled' };
    if (!(sent instanceof ActionError)) return { asked: 'accepted' };
    const isBusy = sent.problem.code === 'environment-busy' && settings.onBusy !== 'fail';
    // Refused as busy after a lost answer: the same.
    if (sent.answerLost || (lost > 0 && sent.problem.code === 'environment-busy')) {
      const found = await searchLost(run, step, environment);
      if (found !== 'nothing') return { asked: found };
      lost += 1;
      if (lost >= LOST_AT_MOST) return { asked: 'refused', problem: sent.problem };
      run.request.say({
        type: 'notice',
        text: 'Nothing shows that the call for the update has arrived; it is sent once more.',
      });
    } else if (!isBusy && sent.nature === 'permanent') return { asked: 'refused', problem: sent.problem };
    if (ports.clock.now() >= giveUpAt) return { asked: 'refused', problem: sent.problem };
    environment = undefined;
    // It was refused although it had shown Ready: not again at once.
    pause = seconds(5);
  }
}

/**
 * Ready for the update to be sent, once more. Busy after a lost answer, it may be busy with the very update that was lost:
 * `search` looks for that before anything is waited for. `onHopeless`: it cannot be looked at any longer.
 */
async function readyAgain(
  run: Run,
  giveUpAt: Instant,
  notBefore: Instant,
  {
    search,
    onHopeless,
  }: { readonly search: () => 'nothing' | ReturnType<typeof searchLost>; readonly onHopeless: () => void },
): Promise<Asked | { readonly environment: Environment }> {
  let readiness = await orElse(onHopeless, awaitReady(run, giveUpAt, { notBefore, onBusy: 'fail' }));
  if (readiness.readiness === 'refused') {
    const found = await search();
    if (found !== 'nothing') return { asked: found };
    if (readiness.problem.code === 'environment-busy') readiness = await awaitReady(run, giveUpAt);
    else onHopeless();
  }
  if (readiness.readiness === 'cancelled') return { asked: 'cancelled' };
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
