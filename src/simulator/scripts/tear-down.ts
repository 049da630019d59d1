/** The end of an environment's resources: what TerminateEnvironment and the first half of RebuildEnvironment do. */
import { seconds } from '../../domain/time.js';
import { isCluster } from '../cluster/cluster.js';
import { tearDownCluster } from '../cluster/end.js';
import { type Context, environmentEvent } from '../context.js';
import { removeEnvironmentRules } from '../elbv2/rules.js';
import { steer } from '../elbv2/steer.js';
import { activeInstances, drain, terminateInstance } from '../instances.js';
import { about } from '../random.js';
import { type Script, wait } from '../timeline.js';
import type { Environment } from '../world.js';

/** Deletes everything in the order of public logs. `requestId` is that of the call behind it. */
export function* tearDown(context: Context, environment: Environment, requestId: string): Script {
  if (isCluster(environment)) {
    yield* tearDownCluster(context, environment, requestId, () => closeEntrance(context, environment));
    return;
  }
  const { resources } = environment;
  const say = (message: string): void =>
    environmentEvent(context, environment, { severity: 'INFO', message, requestId });
  const pause = (span: number): Script => wait(about(context.random, seconds(span)));
  yield* wait(160);
  say("Validating environment's EC2 instances have termination protection disabled before performing termination.");
  yield* pause(1);
  say("Finished validating environment's EC2 instances for termination protection.");
  drain(context, environment, activeInstances(environment));
  yield* pause(17);
  for (const alarm of resources.alarms) say(`Deleted CloudWatch alarm named: ${alarm}`);
  const { loadBalancer } = resources;
  const isOwn = loadBalancer !== undefined && loadBalancer.shared !== true;
  const listener = isOwn && loadBalancer.kind !== 'classic';
  if (listener) say(`Deleted Load Balancer listener named: ${loadBalancer.listenerName}`);
  for (const policy of resources.scalingPolicies) say(`Deleted Auto Scaling group policy named: ${policy}`);
  say('Waiting for EC2 instances to terminate. This may take a few minutes.');
  yield* pause(32);
  for (const instance of [...environment.instances]) terminateInstance(context, environment, instance);
  yield* pause(90);
  say(`Deleted Auto Scaling group named: ${resources.autoScalingGroup}`);
  if (loadBalancer?.targetGroupName !== undefined) say(`Deleted target group named: ${loadBalancer.targetGroupName}`);
  if (isOwn) say(`Deleted load balancer named: ${loadBalancer.name}`);
  closeEntrance(context, environment);
  if (resources.elasticIp !== undefined) say(`Deleted EIP: ${resources.elasticIp}`);
  if (resources.queueUrl !== undefined) say(`Deleted SQS queue named: ${resources.queueUrl}`);
  for (const group of [...resources.securityGroups].reverse()) {
    yield* pause(1);
    say(`Deleted security group named: ${group}`);
  }
}

/** Nothing answers under the environment's address any longer. */
function closeEntrance(context: Context, environment: Environment): void {
  if (environment.endpoint === undefined) return;
  if (environment.cname !== undefined) context.runtime.pointName(environment.cname, undefined);
  context.runtime.closeEntrance(environment.id);
  delete environment.endpoint;
  removeEnvironmentRules(context, environment);
  steer(context);
}
