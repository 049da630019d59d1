/** Changes of the group's size: instances come (with the version that is deployed successfully) or go. */
import { activeInstances, drain, endInstance, hasLoadBalancer, register } from '../instances.js';
import { isSingleInstance } from '../resources.js';
import type { Script } from '../timeline.js';
import type { Options } from '../world.js';
import { executeCommand } from './commands.js';
import { bootInstances } from './launching.js';
import { pause, type Update } from './update.js';

/** Instances that a group of these options has to have, given how many it has. */
export function desiredSize(options: Options, current: number): number {
  if (isSingleInstance({ options })) return 1;
  const group = options['aws:autoscaling:asg'] ?? {};
  const least = Number(group.MinSize ?? 1);
  const most = Number(group.MaxSize ?? 4);
  return Math.max(least, Math.min(current, most));
}

export function* resize(update: Update): Script {
  const { context, environment } = update;
  const instances = activeInstances(environment);
  const wanted = desiredSize(update.options, instances.length);
  if (wanted > instances.length) {
    const count = wanted - instances.length;
    const arriving = yield* bootInstances(update, count, { group: 'permanent', targetGroup: 'default' });
    if (arriving === undefined) return;
    // Without a deployment of its own a new instance is given the deployment that is expected.
    const deploymentId = update.operation.deploymentId ?? environment.expectedDeploymentId;
    yield* executeCommand({ ...update, deploymentId }, arriving, { quiet: true });
    register(context, environment, arriving);
  }
  if (wanted < instances.length) {
    const leaving = instances.slice(0, instances.length - wanted);
    drain(context, environment, leaving);
    if (hasLoadBalancer(environment)) yield* pause(update, 22);
    for (const instance of leaving) endInstance(context, environment, instance);
  }
}
