/** Carries out the steps of a canary: shares of the requests are set, watched, given back. */

import type { Problem } from '../domain/problem.js';
import { isShare, type RouteEnds, type RouteReading, shareOf } from '../domain/route.js';
import type { DetachStep, RestoreStep, ShareStep, ShiftStep } from '../domain/share-steps.js';
import { minutes, seconds } from '../domain/time.js';
import type { Router, Routers } from '../ports/routers.js';
import type { StepEnd } from './perform.js';
import { type Rollout, runOf } from './run.js';

export async function performShare(rollout: Rollout, step: ShareStep): Promise<StepEnd> {
  switch (step.kind) {
    case 'shift':
      return shift(rollout, step);
    case 'observe':
      await rollout.request.ports.clock.sleep(step.span, rollout.request.cancel);
      return rollout.request.cancel.aborted ? { step: 'cancelled' } : { step: 'done' };
    case 'restore':
      return restore(rollout, step);
    case 'detach':
      return detach(rollout, step);
  }
}

/** Targets are checked every 15 s, and count after three to five checks (AWS guide, aws:elasticbeanstalk:environment:process). */
const TARGETS_WAIT = minutes(5);
const EVERY = seconds(5);

function routersOf({ request }: Rollout): Routers {
  const { routers } = request.ports;
  if (routers === undefined) throw new Error('a canary without routers');
  return routers;
}

async function endsOf(rollout: Rollout, step: ShareStep): Promise<RouteEnds> {
  const routers = routersOf(rollout);
  const [stable, canary] = [
    await routers.end(step.route, runOf(rollout, step.stable).target),
    await routers.end(step.route, runOf(rollout, step.canary).target),
  ];
  return { stable, canary };
}

async function shift(rollout: Rollout, step: ShiftStep): Promise<StepEnd> {
  const routers = routersOf(rollout);
  const ends = await endsOf(rollout, step);
  const router = routers.between(step.route, ends);
  const lacking = await awaitTargets(rollout, step, routers, ends);
  if (rollout.request.cancel.aborted) return { step: 'cancelled' };
  const run = runOf(rollout, step.canary);
  if (lacking !== undefined) return { step: 'failed', run, problem: lacking };
  const reading = await router.read();
  const id = ends.canary.environmentId;
  if (!isShare(reading, id, step.weight)) {
    if (!isShare(reading, id, step.before)) return { step: 'refused', problem: changed(step, reading, id) };
    await set(router, rollout, step, reading);
  }
  return rollout.request.cancel.aborted ? { step: 'cancelled' } : { step: 'done' };
}

async function set(router: Router, rollout: Rollout, step: ShiftStep, reading: RouteReading): Promise<void> {
  rollout.hasChanged = true;
  await router.set(step.weight, reading);
}

async function awaitTargets(
  rollout: Rollout,
  step: ShiftStep,
  routers: Routers,
  { canary }: RouteEnds,
): Promise<Problem | undefined> {
  const { clock } = rollout.request.ports;
  const { cancel } = rollout.request;
  const giveUpAt = clock.now() + TARGETS_WAIT;
  for (;;) {
    const targets = await routers.targets(canary);
    if (targets === undefined || targets.healthy >= step.targets || cancel.aborted) return undefined;
    if (clock.now() >= giveUpAt) return fewTargets(step, targets.healthy, targets.total);
    await clock.sleep(EVERY, cancel);
  }
}

async function restore(rollout: Rollout, step: RestoreStep): Promise<StepEnd> {
  const router = routersOf(rollout).between(step.route, await endsOf(rollout, step));
  await router.restore(await router.read());
  return { step: 'done' };
}

async function detach(rollout: Rollout, step: DetachStep): Promise<StepEnd> {
  const router = routersOf(rollout).between(step.route, await endsOf(rollout, step));
  await router.finish(await router.read());
  return { step: 'done' };
}

const fewTargets = ({ canary, targets }: ShiftStep, healthy: number, total: number): Problem => ({
  code: 'targets-unhealthy',
  blame: 'you',
  what: `${healthy} of ${total} targets of ${canary.name} are healthy for the load balancer, and ${targets} are needed before it gets more requests.`,
  hint: 'Look at the health check of its process (path, port, status) and at its instances.',
});

const changed = ({ canary, before, weight }: ShiftStep, reading: RouteReading, id: string): Problem => ({
  code: 'route-changed',
  blame: 'you',
  what: `${canary.name} has ${Math.round(shareOf(reading, id))} % of the requests, and not ${before} % as this rollout has left it, so ${weight} % were not set: somebody else has changed the weights.`,
  hint: 'Find out who sets them. `operation: abort` gives everything back to the other side; a new run goes on from the weights that are there.',
});
