/** Health gates: instances that have to prove themselves before a deployment goes on. */
import {
  deregistrationDelaySeconds,
  drain,
  hasLoadBalancer,
  isEnhanced,
  isLeaving,
  isServing,
  register,
  release,
} from '../instances.js';
import { loadBalancerKind } from '../resources.js';
import { type Script, until } from '../timeline.js';
import type { Environment, Instance } from '../world.js';
import { commandTimeout, idsOf, ignoresHealth, pause, say, type Update } from './update.js';

/** AWS guide: twelve consecutive good checks (two minutes) for web servers, eighteen (three minutes) for workers. */
const checksOf = ({ tier }: Environment): number => (tier.name === 'Worker' ? 18 : 12);

/**
 * Waits until all these instances have passed that are still there. Basic health looks at the load balancer only.
 * Answers `false` after the command timeout, unless the environment ignores health checks.
 */
export function* passHealth(update: Update, instances: readonly Instance[]): Script<boolean> {
  const { context, environment } = update;
  const checks = checksOf(environment);
  const passed = (instance: Instance): boolean => {
    if (isLeaving(instance)) return true;
    if (!isServing(context, environment, instance)) return false;
    return !isEnhanced(environment) || instance.passedChecks >= checks;
  };
  const came = yield* until(() => instances.every(passed), commandTimeout(update));
  return came || ignoresHealth(update);
}

export function tellHealthFailure(update: Update, instances: readonly Instance[]): void {
  const { environment } = update;
  const checks = checksOf(environment);
  const here = instances.filter((one) => !isLeaving(one));
  const failing = here.filter((one) => !isEnhanced(environment) || one.passedChecks < checks);
  const ids = idsOf(failing.length > 0 ? failing : instances, ',');
  say(
    update,
    'ERROR',
    `Instance id(s) '${ids}' did not pass health check after command execution. Aborting the operation.`,
  );
}

/** Takes instances out of the load balancer and waits until their requests have ended. */
export function* takeOut(update: Update, instances: readonly Instance[]): Script {
  const { context, environment } = update;
  if (!hasLoadBalancer(environment)) return;
  drain(context, environment, instances);
  // A classic load balancer lets go as soon as nothing is in flight; a target group waits for the whole delay.
  const classic = loadBalancerKind(environment) === 'classic';
  const delay = deregistrationDelaySeconds(environment);
  yield* pause(update, classic ? Math.min(13, delay + 2) : delay + 2);
  release(context, environment, instances);
}

/** Puts instances behind the load balancer, if there is one. */
export function putIn(update: Update, instances: readonly Instance[]): void {
  if (hasLoadBalancer(update.environment)) register(update.context, update.environment, instances);
  else for (const instance of instances) instance.passedChecks = 0;
}

/** In an environment without a load balancer requests follow the address: from the old instance to the new one. */
export function moveAddress(update: Update, from: readonly Instance[], to: readonly Instance[]): void {
  if (hasLoadBalancer(update.environment)) return;
  for (const instance of from) instance.traffic = 'none';
  register(update.context, update.environment, to);
}
