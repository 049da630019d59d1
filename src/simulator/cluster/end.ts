/** The end of a Cluster environment: its pods, its load balancer, and its place on the cluster. */
import { seconds } from '../../domain/time.js';
import { type Context, environmentEvent } from '../context.js';
import { terminateInstance } from '../instances.js';
import { about } from '../random.js';
import { type Script, wait } from '../timeline.js';
import type { Environment } from '../world.js';
import { leaveCluster } from './cluster.js';
import { logDeployment } from './deployment-log.js';
import { endPods, podsOf } from './pods.js';

/** Which events the service writes here is not published, but for the last one of the caller. */
export function* tearDownCluster(
  context: Context,
  environment: Environment,
  requestId: string,
  closeEntrance: () => void,
): Script {
  const { loadBalancer } = environment.resources;
  const say = (message: string): void =>
    environmentEvent(context, environment, { severity: 'INFO', message, requestId });
  const pause = (span: number): Script => wait(about(context.random, seconds(span)));
  // AWS guide: a termination leaves a deployment log, too.
  logDeployment(context, environment, requestId);
  endPods(context, environment, podsOf(environment));
  yield* pause(40);
  for (const pod of [...environment.instances]) terminateInstance(context, environment, pod);
  if (loadBalancer !== undefined) {
    yield* pause(45);
    closeEntrance();
    say(`Deleted load balancer named: ${loadBalancer.name}`);
  }
  yield* pause(10);
  leaveCluster(context, environment);
}
