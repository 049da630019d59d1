/**
 * Watches the side that has the traffic now: its health, its requests to the application, and that it still has the name.
 * One bad sight is looked at again at once; a second one ends the bake, because every second of a bad release counts.
 */
import { healthIn, type SeenHealth, shownHealth, tasteOfHealth } from '../domain/accepted-health.js';
import { alarmProblem } from '../domain/alarm.js';
import { colorOf, type Environment, holdsCname, isFromBefore } from '../domain/environment.js';
import type { Step } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { BetweenTwo } from '../domain/share-steps.js';
import { formatDuration, type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';
import { ALLOWANCES } from '../watch/allowances.js';
import { askAlarms, lastWord } from './alarm-watch.js';
import { missingEnvironment } from './busy.js';
import { noteCanary } from './canary-record.js';
import { askOnce } from './gates.js';
import { Steering } from './observe-step.js';
import type { StepEnd } from './perform.js';
import { type Rollout, type Run, runOf } from './run.js';
import { routeToWatch } from './share.js';

type BakeStep = Extract<Step, { readonly kind: 'bake' }>;

const EVERY: Milliseconds = seconds(10);
/** After a bad sight: health agents report every ten seconds, the application can be asked at any time. */
const AGAIN: Milliseconds = seconds(3);
/** Bad sights in a row that end it. */
const MOST_BAD = 2;
/** Not acceptable, yet no failure (a warning, grey): so long it may last. */
const DOUBTFUL: Milliseconds = seconds(60);
/** Environment and events are read in every so many looks; the rest reads only health. */
const FULL_LOOK = 3;
/** Answers without the environment for so long: it is gone, or nobody may see it any more. */
const UNSHOWN: Milliseconds = minutes(2);
const SAID_EVERY: Milliseconds = minutes(1);

interface Sight {
  readonly state: 'good' | 'doubtful' | 'bad' | 'unseen';
  readonly why: string;
}

interface BakeSight extends Sight {
  readonly others: Others;
  /** The environment was asked for, and is (not) shown; absent when nobody has asked. */
  readonly isShown?: boolean;
}

/** What the side runs besides the version that bakes: `undefined` when nobody has looked. */
type Others = { readonly label: string } | 'none' | undefined;

/** Traffic is no longer ours to move. */
interface Lost {
  readonly lost: Problem;
}

export async function performBake(rollout: Rollout, step: BakeStep): Promise<StepEnd> {
  const { ports, cancel, say, settings } = rollout.request;
  const { clock } = ports;
  const run = runOf(rollout, step.environment);
  if (!run.watch.isAnchored && run.ours === undefined) await run.watch.anchor(ports.beanstalk);
  const since = clock.now();
  const every = settings.pollInterval ?? EVERY;
  const steering = step.shares === undefined ? undefined : await steer(rollout, step.shares);
  let bad = 0;
  let strange = 0;
  let doubtfulSince: Instant | undefined;
  let unshownSince: Instant | undefined;
  let saidAt = since;
  for (let looks = 0; ; looks += 1) {
    const left = since + step.span - clock.now();
    // Beyond its span it goes on only until a good sight, never without a pause.
    const isLate = left <= 0 && looks > 0 && left > -DOUBTFUL;
    const pause = bad + strange > 0 || isLate ? Math.min(AGAIN, every) : every;
    await clock.sleep(left > 0 || looks === 0 ? Math.max(0, Math.min(pause, left)) : pause, cancel);
    if (cancel.aborted) return { step: 'cancelled' };
    const wish = await steering?.hear();
    if (cancel.aborted) return { step: 'cancelled' };
    if (wish === 'promote') return { step: 'done' };
    if (wish === 'abort' && steering?.problem !== undefined) return endedByOthers(run, steering.problem);
    const isFull = looks % FULL_LOOK === 0 || bad + strange > 0 || left <= every;
    const sight = await look(run, step, { isFull, isEarly: clock.now() - since < ALLOWANCES.olderAnswer });
    if (cancel.aborted) return { step: 'cancelled' };
    if ('lost' in sight) return { step: 'refused', problem: sight.lost };
    if (sight.others === 'none') strange = 0;
    else if (sight.others !== undefined) {
      strange += 1;
      if (strange >= MOST_BAD) return { step: 'refused', problem: taken(run, sight.others.label) };
    }
    const alarms = step.alarms === undefined ? undefined : await askAlarms(rollout, step.alarms);
    if (cancel.aborted) return { step: 'cancelled' };
    const now = clock.now();
    if (sight.isShown !== undefined) unshownSince = sight.isShown ? undefined : (unshownSince ?? now);
    if (unshownSince !== undefined && now - unshownSince >= UNSHOWN)
      return { step: 'refused', problem: missingEnvironment(run.target.name) };
    // An alarm has counted its own periods already: it is not looked at twice.
    if (alarms?.result === 'fail')
      return { step: 'failed', run, problem: alarmProblem(alarms.why, afterMove(now - since)) };
    bad = sight.state === 'bad' ? bad + 1 : sight.state === 'unseen' ? bad : 0;
    if (sight.state === 'good') doubtfulSince = undefined;
    else if (sight.state === 'doubtful') doubtfulSince ??= now;
    if (sight.state !== 'good' || now - saidAt >= SAID_EVERY) {
      say({ type: 'notice', text: `${formatDuration(now - since)} of ${formatDuration(step.span)}: ${sight.why}.` });
      saidAt = now;
    }
    const isTooDoubtful = doubtfulSince !== undefined && now - doubtfulSince >= DOUBTFUL;
    if (bad >= MOST_BAD || isTooDoubtful) return { step: 'failed', run, problem: gone(step, sight.why, now - since) };
    // The last word is a sight of the end, and it must be good.
    if (now - since >= step.span && sight.state === 'good' && strange === 0) {
      const problem =
        step.alarms === undefined ? undefined : await lastWord(rollout, step.alarms, afterMove(now - since));
      return problem === undefined ? { step: 'done' } : { step: 'failed', run, problem };
    }
    if (now >= rollout.deadline)
      return { step: 'failed', run, problem: timeIsUp(rollout.request.plan.timeout, sight.why, now - since) };
  }
}

const endedByOthers = (run: Run, problem: Problem): StepEnd =>
  problem.code === 'route-changed' ? { step: 'refused', problem } : { step: 'failed', run, problem };

/** A canary with all requests is still one: others may end it until the bake is over. */
async function steer(rollout: Rollout, shares: BetweenTwo): Promise<Steering> {
  await noteCanary(rollout, shares, { state: 'running', weight: 100 });
  rollout.share ??= { between: shares, weight: 100, isMoving: false };
  return new Steering(rollout, { ...shares, weight: 100 }, await routeToWatch(rollout, shares));
}

/** `isEarly`: so soon after the move an answer may be one of before it. */
async function look(
  run: Run,
  step: BakeStep,
  { isFull, isEarly }: { readonly isFull: boolean; readonly isEarly: boolean },
): Promise<BakeSight | Lost> {
  try {
    const shownNow = isFull ? (await run.watch.glance()).environment : undefined;
    if (isFull && shownNow === undefined)
      return { state: 'unseen', why: notShown(step.environment.name), others: undefined, isShown: false };
    const environment = isEarly && isFromBefore(shownNow, run.environment) ? undefined : shownNow;
    const lost = whyLost(environment, step);
    if (lost !== undefined) return { lost };
    const seen = await readHealth(run, environment);
    const shown = isFull ? { isShown: true } : {};
    const health = { ...judgeHealth(run, seen), others: othersOn(run, environment), ...shown };
    if (health.state !== 'good' || step.smoke === undefined) return health;
    // By the production name either side could answer while shares are set.
    const host = step.shares === undefined ? step.productionCname : await ownName(run);
    const why = await askOnce(run.rollout, host, step.smoke);
    return why === undefined ? health : { ...health, state: 'bad', why };
  } catch (error) {
    if (!(error instanceof ActionError) || error.nature === 'permanent') throw error;
    run.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
    return { state: 'unseen', why: 'it could not be looked at', others: undefined };
  }
}

/** Enhanced health tells more, and more quickly; with basic health the environment's colour is all there is. */
async function readHealth(run: Run, environment: Environment | undefined): Promise<SeenHealth | undefined> {
  const { ports, snapshot } = run.request;
  const isEnhanced = snapshot.target.instances !== undefined || snapshot.target.environment.healthStatus !== undefined;
  if (isEnhanced) {
    try {
      const { status } = await run.reader.health(run.target.id);
      return { health: colorOf(status), healthStatus: status };
    } catch (error) {
      if (!(error instanceof ActionError) || error.problem.code !== 'enhanced-health-off') throw error;
    }
  }
  const read = environment ?? (await ports.beanstalk.environment(run.target.id));
  return read === undefined ? undefined : healthIn(read);
}

function judgeHealth(run: Run, seen: SeenHealth | undefined): Sight {
  if (seen === undefined) return { state: 'unseen', why: notShown(run.target.name) };
  const { settings, snapshot } = run.request;
  const why = `the health of ${run.target.name} is ${shownHealth(seen)}`;
  switch (tasteOfHealth(settings.acceptHealth, seen, healthIn(snapshot.target.environment))) {
    case 'good':
      return { state: 'good', why };
    case 'unclear':
      return { state: 'doubtful', why };
    case 'bad':
      return { state: seen.health === 'Red' ? 'bad' : 'doubtful', why };
  }
}

const notShown = (name: string): string => `${name} is not shown`;

async function ownName(run: Run): Promise<string> {
  return (await run.reader.environment(run.target.id))?.cname ?? '';
}

function othersOn({ request }: Run, environment: Environment | undefined): Others {
  const { versionLabel } = request.plan;
  if (environment?.status !== 'Ready' || environment.versionLabel === undefined) return undefined;
  const isOurs = versionLabel === undefined || environment.versionLabel === versionLabel;
  return isOurs ? 'none' : { label: environment.versionLabel };
}

/** Whoever it was has proven nothing here, and what is theirs is not taken back. */
const taken = ({ request, target }: Run, label: string): Problem => ({
  code: 'sides-changed',
  blame: 'you',
  what: `${target.name} is on ${label}, not on ${request.plan.versionLabel}: somebody else has deployed to it while it was baking.`,
  hint: 'Nothing was moved back, because what is live now is not of this run. Give all who deploy there one concurrency group.',
});

function whyLost(environment: Environment | undefined, step: BakeStep): Problem | undefined {
  if (environment === undefined) return undefined;
  if (step.shares !== undefined && !environment.status.startsWith('Terminat')) return undefined;
  const { name, status } = environment;
  if (holdsCname(environment, step.productionCname) && status !== 'Terminating' && status !== 'Terminated') {
    return undefined;
  }
  const what = status.startsWith('Terminat')
    ? `${name} is ${status}: somebody else takes it away while it bakes.`
    : `${name} no longer holds ${step.productionCname}: somebody else has moved the traffic while it was baking.`;
  return {
    code: 'sides-changed',
    blame: 'you',
    what,
    hint: 'Nothing was moved back, because what is live now is not of this run. Look at both environments.',
  };
}

const afterMove = (after: Milliseconds): string => `${formatDuration(after)} after the traffic had moved`;

const timeIsUp = (timeout: Milliseconds, why: string, after: Milliseconds): Problem => ({
  code: 'timed-out',
  blame: 'you',
  what: `After ${formatDuration(timeout)} time was up, ${afterMove(after)}: ${why}.`,
  hint: 'Give it more time with `timeout`, or a shorter `bake`.',
});

const gone = (step: BakeStep, why: string, after: Milliseconds): Problem => ({
  code: 'bake-failed',
  blame: 'you',
  what: `${afterMove(after)}, ${why}.`,
  hint: `${step.environment.name} still runs the version without traffic: read its causes and logs, mend it and deploy again.`,
});
