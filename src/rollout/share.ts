/** Carries out the steps of a canary: shares of the requests are set, given back, and taken away, each read back. */
import type { Problem } from '../domain/problem.js';
import { isShare, type RouteEnds, type RouteReading, routeWords, shareOf } from '../domain/route.js';
import type { BetweenTwo, DetachStep, PreviewStep, RestoreStep, ShareStep, ShiftStep } from '../domain/share-steps.js';
import { type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';
import type { Router, Routers } from '../ports/routers.js';
import { unlessStopped } from '../watch/stop.js';
import { answerWish, endNote, hasShare, NOTE_IN_A_HURRY, noteCanary, openWish } from './canary-record.js';
import { aborted, performObserve } from './observe-step.js';
import type { StepEnd } from './perform.js';
import { type Rollout, runOf } from './run.js';
import { within } from './within.js';

/** What this rollout has made of the shares; absent before its first write. */
export interface ShareState {
  readonly between: BetweenTwo;
  /** Percent of the canary, as it was read back. */
  readonly weight: number;
  /** A write is on its way, and nothing is known of it yet. */
  readonly isMoving: boolean;
  /** The canary had all requests when it was read back last. */
  readonly hadAll?: boolean;
}

/** Targets are checked every 15 s and count after three to five checks (AWS guide, aws:elasticbeanstalk:environment:process). */
const TARGETS_WAIT: Milliseconds = minutes(5);
const EVERY: Milliseconds = seconds(5);
/** No environment is rebuilt in so short a time. */
const RECENT: Milliseconds = minutes(1);

export async function performShare(rollout: Rollout, step: ShareStep): Promise<StepEnd> {
  switch (step.kind) {
    case 'shift':
      return shift(rollout, step);
    case 'observe':
      return performObserve(rollout, step);
    case 'restore':
      return restore(rollout, step);
    case 'detach':
      return detach(rollout, step);
    case 'preview':
      return preview(rollout, step);
  }
}

export const routersOf = ({ request }: Rollout): Routers => request.ports.routers;

export interface OpenRoute {
  readonly ends: RouteEnds;
  readonly router: Router;
}

/** The route as a step has read it. */
export interface RouteOpened extends OpenRoute {
  readonly at: Instant;
  readonly canary: string;
}

/** Where both sides are reached is read anew by each step that writes: a rebuild replaces it. */
export async function openRoute(rollout: Rollout, step: BetweenTwo): Promise<OpenRoute> {
  const routers = routersOf(rollout);
  const [stable, canary] = await Promise.all([
    routers.end(step.route, runOf(rollout, step.stable).target),
    routers.end(step.route, runOf(rollout, step.canary).target),
  ]);
  const ends = { stable, canary };
  const open = { ends, router: await routers.between(step.route, ends) };
  rollout.routeOpened = { ...open, at: rollout.request.ports.clock.now(), canary: step.canary.name };
  return open;
}

/** For whoever watches what was written a moment ago: with what was read then, ten calls less. */
export async function routeToWatch(rollout: Rollout, step: BetweenTwo): Promise<OpenRoute> {
  const { routeOpened, request } = rollout;
  const isRecent = routeOpened !== undefined && request.ports.clock.now() - routeOpened.at < RECENT;
  return isRecent && routeOpened.canary === step.canary.name ? routeOpened : openRoute(rollout, step);
}

async function shift(rollout: Rollout, step: ShiftStep): Promise<StepEnd> {
  const { cancel } = rollout.request;
  const { ends, router } = await openRoute(rollout, step);
  const run = runOf(rollout, step.canary);
  const lacking = await awaitTargets(rollout, step, ends);
  if (cancel.aborted) return { step: 'cancelled' };
  if (lacking !== undefined) return { step: 'failed', run, problem: lacking };
  const reading = await router.read();
  if (cancel.aborted) return { step: 'cancelled' };
  const id = ends.canary.environmentId;
  // What the user sees as unchanged must be unchanged: also before the very first write.
  const why = whyForeign(rollout, step, reading, id);
  if (why !== undefined) return { step: 'refused', problem: why };
  const called = hasShare(rollout) ? undefined : await calledOff(rollout);
  if (cancel.aborted) return { step: 'cancelled' };
  if (called !== undefined) return { step: 'failed', run, problem: called };
  // Written down before: a run that dies between the two must be found.
  await noteCanary(rollout, step, { state: 'running', weight: step.weight });
  if (cancel.aborted) return { step: 'cancelled' };
  if (!isShare(reading, id, step.weight)) {
    const written = await moving(rollout, step, step.weight, () => router.set(step.weight, reading));
    if (written === undefined) return { step: 'cancelled' };
    rollout.routeSeen = written.fingerprint;
  }
  rollout.share = { between: step, weight: step.weight, isMoving: false };
  return cancel.aborted ? { step: 'cancelled' } : { step: 'done' };
}

/** Somebody has asked for the end of the canary before it had a share. Any other wish is heard while a share is held. */
async function calledOff(rollout: Rollout): Promise<Problem | undefined> {
  const wish = await openWish(rollout);
  if (wish?.operation !== 'abort') return undefined;
  await answerWish(rollout, wish.nonce, 'running');
  return aborted({ weight: 0 }, wish.by);
}

/** Carries out a write of weights; `undefined` after a request to stop, which waits for it in its own time. */
async function moving(
  rollout: Rollout,
  between: BetweenTwo,
  weight: number,
  write: () => Promise<RouteReading>,
): Promise<RouteReading | undefined> {
  rollout.hasChanged = true;
  const before = rollout.share;
  const most = Math.max(weight, before?.weight ?? 0);
  const share: ShareState = { between, weight: most, isMoving: true, hadAll: hadAll(before) };
  rollout.share = share;
  const writing = write().finally(() => {
    rollout.shifting = undefined;
  });
  rollout.shifting = writing.then(
    () => {
      if (rollout.share === share) rollout.share = { between, weight, isMoving: false };
    },
    () => undefined,
  );
  return unlessStopped(writing, rollout.request.cancel);
}

const hadAll = (share: ShareState | undefined): boolean =>
  share?.isMoving === true ? share.hadAll === true : (share?.weight ?? 0) >= 100;

function whyForeign(rollout: Rollout, step: ShiftStep, reading: RouteReading, canaryId: string): Problem | undefined {
  const seen = rollout.routeSeen ?? rollout.request.snapshot.target.pair?.route?.reading.fingerprint;
  if (seen !== undefined && seen !== reading.fingerprint) return changedByOthers(step);
  const mayBe = [step.before, step.weight].some((percent) => isShare(reading, canaryId, percent));
  return mayBe ? undefined : sharesChanged(step, shareOf(reading, canaryId));
}

/** While a share is held: whether it still is what this rollout has set. */
export function whyNotOurs(
  rollout: Rollout,
  step: BetweenTwo & { readonly weight: number },
  reading: RouteReading,
  canaryId: string,
): Problem | undefined {
  if (rollout.routeSeen !== undefined && rollout.routeSeen !== reading.fingerprint) return changedByOthers(step);
  if (isShare(reading, canaryId, step.weight)) return undefined;
  return sharesChanged({ ...step, before: step.weight }, shareOf(reading, canaryId));
}

/** A problem when too few targets are healthy for the share that is to come. */
async function awaitTargets(rollout: Rollout, step: ShiftStep, { canary }: RouteEnds): Promise<Problem | undefined> {
  const { ports, cancel } = rollout.request;
  const routers = routersOf(rollout);
  const giveUpAt = ports.clock.now() + TARGETS_WAIT;
  for (;;) {
    const targets = await routers.targets(canary);
    if (targets === undefined || targets.healthy >= step.targets || cancel.aborted) return undefined;
    if (ports.clock.now() >= giveUpAt) return fewTargets(step, targets.healthy, targets.total);
    await ports.clock.sleep(EVERY, cancel);
  }
}

async function restore(rollout: Rollout, step: RestoreStep): Promise<StepEnd> {
  const { router } = await openRoute(rollout, step);
  const written = await moving(rollout, step, 0, async () => router.restore(await router.read()));
  if (written === undefined) return { step: 'cancelled' };
  rollout.share = { between: step, weight: 0, isMoving: false };
  rollout.routeSeen = written.fingerprint;
  await endNote(rollout, step, 0);
  return { step: 'done' };
}

async function detach(rollout: Rollout, step: DetachStep): Promise<StepEnd> {
  const { router } = await openRoute(rollout, step);
  const written = await router.finish(await router.read());
  rollout.routeSeen = written.fingerprint;
  await endNote(rollout, step, 100);
  return { step: 'done' };
}

/** By a rule of its own, in which the other side has no place: it may be terminated one day. */
async function preview(rollout: Rollout, step: PreviewStep): Promise<StepEnd> {
  const routers = routersOf(rollout);
  const { ends } = await openRoute(rollout, step);
  const router = await routers.between(await routers.preview(step.route, step.header), ends);
  const before = await router.read();
  if (rollout.request.cancel.aborted) return { step: 'cancelled' };
  rollout.hasChanged = true;
  if (step.shows === 'stable') await router.restore(before);
  else await router.finish(await router.set(100, before));
  return rollout.request.cancel.aborted ? { step: 'cancelled' } : { step: 'done' };
}

/** The runner kills the process 7.5 s after SIGINT; the weight goes back within the first. */
const HURRY = { answer: seconds(1.8), restore: seconds(3) } as const;

/** After a request to stop: a write of shares that is on its way, for a moment. */
export async function hearShares({ request, shifting }: Rollout): Promise<void> {
  if (shifting !== undefined) await within(request.ports.clock, shifting, HURRY.answer);
}

/** A request to stop: everything to the old side first, before anything else is looked at. */
export async function restoreInAHurry(rollout: Rollout): Promise<void> {
  const { clock } = rollout.request.ports;
  await hearShares(rollout);
  const { share } = rollout;
  if (share === undefined || (share.weight === 0 && !share.isMoving)) return;
  const { between } = share;
  rollout.share = { between, weight: share.weight, isMoving: true, hadAll: hadAll(share) };
  const giving = openRoute(rollout, between)
    .then(async ({ router }) => router.restore(await router.read(), { hurry: true }))
    .then(
      () => true,
      () => false,
    );
  if ((await within(clock, giving, HURRY.restore)) !== true) return;
  // A write that was not heard out may still arrive, after this one.
  rollout.share = { between, weight: 0, isMoving: rollout.shifting !== undefined };
  await within(clock, endNote(rollout, between, 0), NOTE_IN_A_HURRY);
}

const fewTargets = ({ canary, targets }: ShiftStep, healthy: number, total: number): Problem => ({
  code: 'targets-unhealthy',
  blame: 'you',
  what: `${healthy} of ${total} targets of ${canary.name} are healthy for the load balancer, and ${targets} are needed before it gets more requests.`,
  hint: 'Look at the health check of its process (path, port, status) and at its instances.',
});

const HINT =
  'Find out who else sets them. `operation: abort` gives everything back to the old side; a new run goes on from what is there.';

const sharesChanged = (step: BetweenTwo & { readonly before: number }, share: number): Problem => ({
  code: 'route-changed',
  blame: 'you',
  what: `${step.canary.name} has ${Math.round(share)} % of the requests by ${routeWords(step.route)}, not ${Math.round(step.before)} % as this rollout has left it: somebody else has set the shares, and nothing more was written.`,
  hint: HINT,
});

const changedByOthers = ({ route }: BetweenTwo): Problem => ({
  code: 'route-changed',
  blame: 'you',
  what: `Somebody else has changed ${routeWords(route)} since this rollout looked at it, so nothing more was written.`,
  hint: HINT,
});
