/**
 * What happens to the side that no longer has the traffic: nothing before resolvers have forgotten its address and its
 * requests have run dry, and nothing at all when it cannot be proven to be the one that nobody needs.
 */
import { isCluster } from '../domain/cluster.js';
import type { Step } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { isShare } from '../domain/route.js';
import type { BetweenTwo } from '../domain/share-steps.js';
import { whyNoRetiring } from '../domain/sides.js';
import { formatDuration, type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';
import type { StepEnd } from './perform.js';
import { type Rollout, type Run, runOf } from './run.js';
import { routersOf } from './share.js';
import { askToGo, untilGone } from './terminate.js';
import { lookWhoIsLive, othersServe } from './traffic.js';

type RetireStep = Extract<Step, { readonly kind: 'retire' }>;

/** Records of `elasticbeanstalk.com` are held for 60 s; some resolvers hold longer. */
const NAMES_HELD: Milliseconds = seconds(90);
/** So long nobody may have asked. */
const DRY_FOR: Milliseconds = seconds(30);
const PATIENCE: Milliseconds = minutes(15);
const TERMINATING: Milliseconds = minutes(25);
const EVERY: Milliseconds = seconds(10);
/** Requests per instance and second that health checks of a load balancer amount to at most. */
const HEALTH_CHECKS = 0.5;

export async function performRetire(rollout: Rollout, step: RetireStep): Promise<StepEnd> {
  const { ports, cancel, say } = rollout.request;
  const old = runOf(rollout, step.environment);
  if (!old.watch.isAnchored && old.ours === undefined) await old.watch.anchor(ports.beanstalk);
  const dry = await awaitDry(rollout, old);
  if (cancel.aborted) return { step: 'cancelled' };
  const why = dry ?? (await whyKept(rollout, old, step));
  if (cancel.aborted) return { step: 'cancelled' };
  if (why !== undefined) return left(old, why);
  // From here on there is only the way forward.
  rollout.undo = [];
  if (step.how === 'scale-down') return { step: 'done' };
  say({ type: 'notice', text: `Nobody asks ${old.target.name} any more: it is terminated.` });
  return terminate(rollout, old, step);
}

/** A clause when it does not run dry. */
async function awaitDry(rollout: Rollout, old: Run): Promise<string | undefined> {
  const { ports, cancel, say } = rollout.request;
  const { clock } = ports;
  const start = clock.now();
  const forgotten = (rollout.traffic?.since ?? start) + NAMES_HELD;
  say({
    type: 'notice',
    text: `Waiting until resolvers have forgotten the old address and ${old.target.name} gets no requests.`,
  });
  await clock.sleep(Math.max(0, forgotten - start), cancel);
  let drySince: Instant | undefined;
  while (!cancel.aborted) {
    const rate = await requestRate(old);
    const now = clock.now();
    if (rate === undefined) return undefined;
    drySince = rate <= HEALTH_CHECKS ? (drySince ?? now) : undefined;
    if (drySince !== undefined && now - drySince >= DRY_FOR) return undefined;
    if (now - start >= PATIENCE) {
      return `after ${formatDuration(now - start)} it still answers ${rate.toFixed(1)} requests a second on each instance`;
    }
    await clock.sleep(EVERY, cancel);
  }
  return undefined;
}

/** Per instance; `undefined` where nobody counts (basic health), so that only time can tell. */
async function requestRate(old: Run): Promise<number | undefined> {
  try {
    const { requests } = await old.reader.health(old.target.id);
    // Pods cannot be asked: there all requests count.
    const isOnCluster = isCluster(old.request.snapshot.target);
    const count = isOnCluster ? 1 : (await old.reader.instances(old.target.id)).instances.length;
    if (requests === undefined) return 0;
    return requests.requestCount / Math.max(1, requests.windowSeconds) / Math.max(1, count);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    if (error.problem.code === 'enhanced-health-off') return undefined;
    if (error.nature === 'permanent') throw error;
    return Number.POSITIVE_INFINITY;
  }
}

async function whyKept(rollout: Rollout, old: Run, step: RetireStep): Promise<string | undefined> {
  const { ports, plan } = rollout.request;
  const live = runOf(rollout, step.live).target;
  if (step.shares !== undefined) return whyStillShared(rollout, step.shares, old);
  const [one, other] = await ports.beanstalk.environmentsById([old.target.id, live.id]);
  return whyNoRetiring(one, other, {
    application: plan.application,
    productionCname: step.productionCname,
    old: old.target,
    live: live.id,
  });
}

/** By the shares that are there now; the old side may be out of the route already. */
async function whyStillShared(rollout: Rollout, { route, canary }: BetweenTwo, old: Run): Promise<string | undefined> {
  const { ports, plan } = rollout.request;
  const live = runOf(rollout, canary).target;
  const [one, other] = await ports.beanstalk.environmentsById([old.target.id, live.id]);
  if (one === undefined || one.name !== old.target.name || one.application !== plan.application) {
    return `${old.target.name} is no longer shown as what it was`;
  }
  if (one.status !== 'Ready') return `${one.name} is ${one.status}`;
  if (other?.status !== 'Ready' || other.id === one.id || other.health === 'Red') {
    return `the live side ${live.name} is not Ready and well`;
  }
  const routers = routersOf(rollout);
  const reading = await routers.read(route, [await routers.end(route, live)]);
  return isShare(reading, live.id, 100) ? undefined : `${live.name} has not all requests`;
}

async function terminate(rollout: Rollout, old: Run, step: RetireStep): Promise<StepEnd> {
  const { ports, cancel } = rollout.request;
  const giveUpAt = ports.clock.now() + TERMINATING;
  for (;;) {
    // Looked at right before each call: a lost answer, or one that was refused, may have been followed by anything.
    const why = await whyKept(rollout, old, step);
    if (why !== undefined) {
      if (await isGoing(old)) break;
      return left(old, why);
    }
    if (cancel.aborted) return { step: 'cancelled' };
    const asked = await askToGo(old);
    if (asked === 'asked') break;
    if (asked instanceof ActionError) throw asked;
    if (ports.clock.now() >= giveUpAt) return left(old, 'the service did not take the call');
  }
  const end = await untilGone(old, giveUpAt);
  return end.step === 'refused' ? { step: 'enough', note: end.problem.what } : end;
}

/** The version serves, so this is no failure; unless others have moved the traffic away from it. */
async function left({ rollout, target }: Run, why: string): Promise<StepEnd> {
  await lookWhoIsLive(rollout);
  if (othersServe(rollout) !== undefined) return { step: 'refused', problem: movedAway(target.name, why) };
  return { step: 'enough', note: `${target.name} was left as it is, because ${why}` };
}

const movedAway = (name: string, why: string): Problem => ({
  code: 'sides-changed',
  blame: 'you',
  what: `Somebody else has moved the traffic since; ${name} was left as it is, because ${why}.`,
  hint: 'Nothing was moved back, because what is live now is not of this run. Look at both environments.',
});

async function isGoing({ rollout, target }: Run): Promise<boolean> {
  const status = (await rollout.request.ports.beanstalk.environment(target.id))?.status;
  return status === undefined || status === 'Terminating' || status === 'Terminated';
}
