/** Asks for an update, and finds out what became of it when the answer is lost. Never repeats a call that may have acted. */
import type { Environment } from '../domain/environment.js';
import type { EnvironmentEvent } from '../domain/event.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { type Instant, minutes, seconds } from '../domain/time.js';
import type { Accepted } from '../ports/beanstalk.js';
import { baselineOf } from '../watch/knowledge.js';
import { meaningOf } from '../watch/meanings.js';
import { unlessStopped } from '../watch/stop.js';
import { awaitReady } from './busy.js';
import { foreignWork } from './foreign-work.js';
import type { OurUpdate, Run, UpdateStep } from './run.js';
import { startSearch } from './search.js';
import { whyLive } from './traffic.js';

export type Asked =
  | { readonly asked: 'accepted' }
  | { readonly asked: 'refused'; readonly problem: Problem }
  | { readonly asked: 'cancelled' };

/** So long a lost call is looked for: a begun update was readable within two seconds (observed). */
const SEARCH = seconds(45);
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
      const ready = await readyAgain(run, giveUpAt, notBefore, () =>
        lost === 0 || before === undefined ? 'nothing' : searchLost(run, step, before),
      );
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
 * `search` looks for that before anything is waited for.
 */
async function readyAgain(
  run: Run,
  giveUpAt: Instant,
  notBefore: Instant,
  search: () => 'nothing' | ReturnType<typeof searchLost>,
): Promise<Asked | { readonly environment: Environment }> {
  let readiness = await awaitReady(run, giveUpAt, { notBefore, onBusy: 'fail' });
  if (readiness.readiness === 'refused') {
    const found = await search();
    if (found !== 'nothing') return { asked: found };
    if (readiness.problem.code === 'environment-busy') readiness = await awaitReady(run, giveUpAt);
  }
  if (readiness.readiness === 'cancelled') return { asked: 'cancelled' };
  return readiness.readiness === 'ready'
    ? { environment: readiness.environment }
    : { asked: 'refused', problem: readiness.problem };
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
  // A cancellation waits for this for a moment: what was asked for must be known before it can be aborted.
  run.asking = asking.catch(() => undefined);
  try {
    const answer = await unlessStopped(asking, cancel);
    if (answer === undefined) return 'cancelled';
    run.asking = undefined;
    return 'accepted';
  } catch (error) {
    run.asking = undefined;
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

function remember(run: Run, update: OurUpdate): OurUpdate {
  run.ours = update;
  run.hasEnded = false;
  run.rollout.hasChanged = true;
  return update;
}

/** Looks for an update that began after the call whose answer was lost. */
async function searchLost(
  run: Run,
  step: UpdateStep,
  environment: Environment,
): Promise<'accepted' | 'cancelled' | 'nothing'> {
  const { ports, cancel, say } = run.request;
  const { clock } = ports;
  const askedAt = clock.now();
  say({ type: 'notice', text: 'The answer to the update was lost; looking for whether it has begun.' });
  const presumed = { step, askedAt, isCertain: false, baseline: baselineOf(environment) };
  const search = startSearch(askedAt, SEARCH, seconds(3));
  while (!search.isOver(clock.now())) {
    await clock.sleep(search.pause(clock.now()), cancel);
    const seen = cancel.aborted ? undefined : await sightings(run, () => remember(run, presumed));
    if (cancel.aborted) {
      // Nobody looks for it any longer: it may have begun.
      remember(run, presumed);
      return 'cancelled';
    }
    if (seen === undefined) continue;
    search.seen();
    const opening = seen.openings.length === 1 ? seen.openings[0]?.requestId : undefined;
    if (opening !== undefined) {
      run.watch.own(opening);
      remember(run, { ...presumed, requestId: opening });
      return 'accepted';
    }
    const isMoving = seen.environment !== undefined && seen.environment.status !== 'Ready';
    // Two openings: one of them is ours, nobody can say which. State will tell how it ends.
    if (seen.openings.length > 1 || (isMoving && clock.now() - askedAt > SEARCH / 2)) {
      remember(run, presumed);
      return 'accepted';
    }
  }
  return 'nothing';
}

interface Sightings {
  readonly openings: readonly EnvironmentEvent[];
  readonly environment: Environment | undefined;
}

/** `undefined` when a look failed and is made again. Throws after `onHopeless` when it will not get better. */
async function sightings(run: Run, onHopeless: () => unknown): Promise<Sightings | undefined> {
  const { watch, reader, request } = run;
  const { id } = run.target;
  const after = watch.newestEvent ?? 0;
  try {
    const events = await reader.events(id, watch.since);
    const openings = events.filter((event) => {
      const meaning = meaningOf(event.message);
      return event.date > after && meaning?.kind === 'started' && meaning.operation === 'update';
    });
    return { openings, environment: await reader.environment(id) };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    if (error.nature === 'permanent') {
      onHopeless();
      throw error;
    }
    request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
    return undefined;
  }
}
