/** A second fleet beside the first, in a temporary Auto Scaling group: made, handed over, or thrown away. */
import { seconds } from '../../domain/time.js';
import { activeInstances, drain, endInstance, hasLoadBalancer } from '../instances.js';
import { temporaryGroupName } from '../resources.js';
import { type Script, wait } from '../timeline.js';
import type { Instance } from '../world.js';
import { allSucceeded, executeCommand, tellCommandFailure } from './commands.js';
import { moveAddress, passHealth, putIn, tellHealthFailure } from './gates.js';
import { bootInstances } from './launching.js';
import { idsOf, pause, say, type Update } from './update.js';

export const newInstances = (update: Update): readonly Instance[] =>
  update.environment.instances.filter((instance) => instance.group === 'temporary');

export function* createTemporaryGroup(update: Update): Script {
  const { context, environment } = update;
  yield* pause(update, 16);
  const name = temporaryGroupName(context, environment);
  environment.resources.temporaryGroup = name;
  say(update, 'INFO', `Created temporary auto scaling group ${name}.`);
}

/** Launches instances with the new version; `undefined` (with the events of the failure) when that does not work. */
export function* launchNew(
  update: Update,
  count: number,
  targetGroup: Instance['targetGroup'],
  options: { readonly quiet: boolean },
): Script<readonly Instance[] | undefined> {
  const instances = yield* bootInstances(update, count, { group: 'temporary', targetGroup });
  if (instances === undefined) return undefined;
  const report = yield* executeCommand(update, instances, options);
  if (allSucceeded(report)) return instances;
  yield* tellCommandFailure(update, report);
  return undefined;
}

/** Registers new instances and waits for all of `gate` to be healthy. */
export function* enter(update: Update, arriving: readonly Instance[], gate: readonly Instance[]): Script<boolean> {
  if (hasLoadBalancer(update.environment)) {
    say(update, 'INFO', `Adding new instance(s) (${idsOf(arriving, ',')}) to the load balancer.`);
    yield* pause(update, 1);
  }
  putIn(update, arriving);
  say(update, 'INFO', `Waiting for instance(s) (${idsOf(gate, ',')}) to pass health checks.`);
  if (yield* passHealth(update, gate)) return true;
  tellHealthFailure(update, gate);
  yield* wait(31);
  return false;
}

/** The new instances become the environment's own. */
export function* adopt(update: Update): Script {
  const { environment } = update;
  const arriving = newInstances(update);
  const old = activeInstances(environment).filter((instance) => !arriving.includes(instance));
  say(
    update,
    'INFO',
    `Detached new instance(s) from temporary auto scaling group ${environment.resources.temporaryGroup ?? ''}.`,
  );
  yield* pause(update, 3);
  say(
    update,
    'INFO',
    `Attached new instance(s) to the permanent auto scaling group ${environment.resources.autoScalingGroup}.`,
  );
  yield* pause(update, 27);
  say(update, 'INFO', 'Starting post-deployment configuration on new instances.');
  moveAddress(update, old, arriving);
  yield* pause(update, 11);
  say(update, 'INFO', 'Instance deployment completed successfully.');
  yield* pause(update, 2);
  say(update, 'INFO', 'Waiting for post-deployment configuration to complete.');
  yield* pause(update, 95);
}

/** The clean-up phase: from its first line on the update cannot be aborted. */
export function* retireOld(update: Update): Script {
  const { context, environment } = update;
  // With those that Auto Scaling has launched beside them meanwhile.
  const old = activeInstances(environment).filter((one) => one.group === 'permanent');
  environment.abortable = false;
  for (const instance of newInstances(update)) instance.group = 'permanent';
  say(update, 'INFO', 'Deployment succeeded. Terminating old instances and temporary Auto Scaling group.');
  // Observed: about three minutes for one instance, eight for three.
  const total = Math.min(192 + (old.length - 1) * 140, 471);
  drain(context, environment, old);
  yield* pause(update, 30);
  const step = (total - 90) / Math.max(1, old.length);
  for (const instance of old) {
    if (!environment.instances.includes(instance)) continue;
    endInstance(context, environment, instance);
    yield* pause(update, step);
  }
  delete environment.resources.temporaryGroup;
  yield* wait(seconds(60));
}

/** After a failure or an abort: traffic belongs to the old instances again and the new ones go. */
export function* discardNew(update: Update): Script {
  const { context, environment } = update;
  const discarded = newInstances(update);
  environment.splitPercent = 0;
  drain(context, environment, discarded);
  if (hasLoadBalancer(environment)) yield* pause(update, 22);
  say(update, 'INFO', 'Terminating new instances and temporary Auto Scaling group.');
  for (const instance of discarded) endInstance(context, environment, instance);
  delete environment.resources.temporaryGroup;
  yield* pause(update, 60);
}
