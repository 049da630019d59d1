/**
 * Moves the traffic: both sides are looked at once more, the swap is asked for once, and its effect is read back.
 *
 * A swap is symmetric: asked for twice, everything is as it was. So an answer that got lost is looked up, in the CNAMEs,
 * in the status of both sides and in their events, and it is asked for again only when a minute shows none of the three.
 */
import { holdsCname, isFromBefore } from '../domain/environment.js';
import type { SeenEvent } from '../domain/event.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { whyNoSwap } from '../domain/sides.js';
import { type Milliseconds, minutes, seconds } from '../domain/time.js';
import { ALLOWANCES } from '../watch/allowances.js';
import { meaningOf } from '../watch/meanings.js';
import type { StepEnd } from './perform.js';
import { whyUnproven } from './proof.js';
import { type Rollout, runOf, type SwapStep } from './run.js';
import { startSearch } from './search.js';
import { isMoved, look, type Pair, type Sights } from './swap-sights.js';

/** A swap takes four to six seconds (observed). */
const LONGEST: Milliseconds = minutes(10);
const SEARCH: Milliseconds = minutes(1);
const EVERY: Milliseconds = seconds(2);
const ATTEMPTS = 4;

export async function performSwap(rollout: Rollout, step: SwapStep): Promise<StepEnd> {
  const { ports, cancel } = rollout.request;
  const before = rollout.traffic;
  const pair: Pair = { rollout, step, from: runOf(rollout, step.from), to: runOf(rollout, step.to), before };
  for (const run of [pair.from, pair.to])
    if (!run.watch.isAnchored && run.ours === undefined) await run.watch.anchor(ports.beanstalk);
  let wasLost = false;
  for (let attempt = 1; ; attempt += 1) {
    const found = await lookOnceMore(pair, wasLost);
    if (cancel.aborted) return { step: 'cancelled' };
    if (found === 'moved') {
      rollout.traffic = { step, state: 'moving', since: ports.clock.now(), before: pair.before };
      rollout.hasChanged = true;
      return awaitMoved(pair);
    }
    // It can be seen now, and has not moved.
    rollout.traffic = before;
    if (found !== undefined) return { step: 'refused', problem: found };
    if (attempt > ATTEMPTS) return { step: 'refused', problem: neverSeen(step) };
    const asked = await ask(pair);
    if (cancel.aborted) return { step: 'cancelled' };
    if (asked !== 'nothing-happened' && typeof asked !== 'string') return { step: 'refused', problem: asked.problem };
    if (asked === 'accepted') return awaitMoved(pair);
    if (asked === 'presumed') {
      const end = await awaitMoved(pair);
      // Busy with something of others, and as before when that had ended: then ours has never arrived.
      if (end.step !== 'refused' || rollout.traffic !== before || attempt >= ATTEMPTS) return end;
      wasLost = true;
      continue;
    }
    // Until somebody sees it, it may be moving.
    wasLost ||= rollout.traffic !== before;
  }
}

/**
 * Why traffic must not move now. Waits for sides that are busy, as `on-busy` says. `moved`: a swap whose answer was lost
 * has happened after all.
 */
async function lookOnceMore(
  { rollout, step, from, to }: Pair,
  wasLost: boolean,
): Promise<Problem | 'moved' | undefined> {
  const { ports, settings, cancel, plan, say } = rollout.request;
  const since = ports.clock.now();
  for (;;) {
    const [one, other] = await ports.beanstalk.environmentsById([from.target.id, to.target.id]);
    const waited = ports.clock.now() - since;
    const isOld = isFromBefore(one, from.environment) || isFromBefore(other, to.environment);
    if (isOld && waited < ALLOWANCES.olderAnswer) {
      await ports.clock.sleep(seconds(5), cancel);
      if (cancel.aborted) return undefined;
      continue;
    }
    const { productionCname } = step;
    if (wasLost && holdsCname(other, productionCname) && !holdsCname(one, productionCname)) return 'moved';
    const busy = [one, other].find((side) => side !== undefined && side.status !== 'Ready');
    const mayWait = settings.onBusy !== 'fail' && waited < settings.busyTimeout;
    if (busy !== undefined && mayWait && busy.status !== 'Terminating' && busy.status !== 'Terminated') {
      say({ type: 'waiting-for-environment', environment: busy.name, status: busy.status, waited });
      // Whoever is busy for longer than a minute is asked less often.
      await ports.clock.sleep(waited < SEARCH ? seconds(5) : seconds(15), cancel);
      if (cancel.aborted) return undefined;
      continue;
    }
    const why = whyNoSwap(one, other, {
      application: plan.application,
      productionCname: step.productionCname,
      from: from.target.id,
      to: to.target.id,
      ...(step.proof === undefined ? {} : { versionLabel: step.proof.versionLabel }),
    });
    if (why !== undefined) return notSwappable(why);
    const lacks =
      step.proof === undefined || other === undefined ? undefined : await whyUnproven(to, step.proof, other);
    if (lacks === undefined) return undefined;
    if (!lacks.passes || waited >= settings.healthGrace) return notSwappable(lacks.why);
    say({ type: 'verdict', verdict: { verdict: 'waiting', reason: lacks.why } });
    await ports.clock.sleep(seconds(10), cancel);
    if (cancel.aborted) return undefined;
  }
}

/** `presumed`: its answer was lost, and one side is busy, with the swap or with something else. */
async function ask(pair: Pair): Promise<'accepted' | 'presumed' | 'nothing-happened' | { readonly problem: Problem }> {
  const { rollout, step, from, to } = pair;
  const { ports, cancel, say } = rollout.request;
  rollout.traffic = { step, state: 'moving', since: ports.clock.now(), before: pair.before };
  rollout.hasChanged = true;
  try {
    const accepted = await ports.beanstalk.swapCnames(from.target.id, to.target.id);
    for (const run of [from, to]) run.watch.own(accepted.requestId);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    if (!error.answerLost) {
      rollout.traffic = pair.before;
      // Between the look and the call something else has begun: looked at again, and waited for.
      return error.problem.code === 'environment-busy' ? 'nothing-happened' : { problem: error.problem };
    }
    say({ type: 'notice', text: 'The answer to the swap was lost; looking for whether it has happened.' });
  }
  const search = startSearch(ports.clock.now(), SEARCH, EVERY);
  while (!search.isOver(ports.clock.now()) && !cancel.aborted) {
    await ports.clock.sleep(search.pause(ports.clock.now()), cancel);
    const seen: Sights = {};
    const { fresh, isWhole } = await look(pair, seen);
    if (isWhole) search.seen();
    const opening = fresh.find((event) => opensSwap(event) && !isOfBefore(pair, event));
    if (opening?.requestId !== undefined) for (const run of [from, to]) run.watch.own(opening.requestId);
    const isMoving = [seen.from, seen.to].some((side) => side?.status === 'Updating');
    if (opening !== undefined || isMoved(pair, seen)) return 'accepted';
    if (isMoving) return 'presumed';
  }
  return 'nothing-happened';
}

/** What an earlier swap of this run has said may be readable only now; DateUpdated is the end of the last operation. */
const isOfBefore = ({ from, to }: Pair, { date, requestId = '' }: SeenEvent): boolean =>
  [from, to].some(({ watch, environment }) => watch.isOwn(requestId) || date < (environment?.dateUpdated ?? date));

const opensSwap = (event: { readonly message: string }): boolean => {
  const meaning = meaningOf(event.message);
  return meaning?.kind === 'started' && meaning.operation === 'swap';
};

async function awaitMoved(pair: Pair): Promise<StepEnd> {
  const { rollout, step, from, to } = pair;
  const { ports, cancel, settings } = rollout.request;
  const { clock } = ports;
  const since = clock.now();
  let seen: Sights = {};
  let isLate = false;
  for (;;) {
    // Whatever takes longer than a minute is no swap alone, and is asked for less often.
    const pause = clock.now() - since < SEARCH ? Math.min(EVERY, settings.pollInterval ?? EVERY) : seconds(15);
    await clock.sleep(pause, cancel);
    if (cancel.aborted) return { step: 'cancelled' };
    await look(pair, seen);
    if (cancel.aborted) return { step: 'cancelled' };
    const waited = clock.now() - since;
    const isReady = [seen.from, seen.to].every((side) => side?.status === 'Ready');
    if (isReady && isMoved(pair, seen)) {
      rollout.traffic = { step, state: 'moved', since: clock.now() };
      // Both have a new DateUpdated, with which an update that follows is compared.
      to.environment = seen.to;
      from.environment = seen.from;
      return { step: 'done' };
    }
    // What was seen in the first minute may be of before the swap.
    if (isReady && isLate) return notMoved(pair, 'both sides are Ready, and their CNAMEs are as before');
    if (waited >= SEARCH && !isLate) {
      isLate = true;
      seen = {};
    }
    if (waited >= LONGEST) return notMoved(pair, 'the swap has not come to an end');
  }
}

function notMoved({ rollout, step, before }: Pair, why: string): StepEnd {
  const problem: Problem = {
    code: 'swap-not-seen',
    blame: 'aws',
    what: `The swap of ${step.productionCname} to ${step.to.name} was asked for, but ${why}.`,
    hint: 'Look at the CNAMEs of both environments before anything else; another run or a person may have swapped them back.',
  };
  if (why.startsWith('both')) rollout.traffic = before;
  return { step: 'refused', problem };
}

const notSwappable = (why: string): Problem => ({
  code: 'swap-refused',
  blame: 'you',
  what: `Traffic was not moved: ${why}.`,
  hint: 'Production was not touched. Run the job again when the two environments are as they should be.',
});

const neverSeen = ({ productionCname }: SwapStep): Problem => ({
  code: 'swap-not-seen',
  blame: 'aws',
  what: `The call for the swap of ${productionCname} never arrived, several times.`,
  hint: 'Traffic has not moved. Run the job again.',
});
