/** CreateEnvironment of a Cluster environment over time: its cluster first, then its pods, then its address. */
import { minutes, seconds } from '../../domain/time.js';
import { type Context, faultsOf } from '../context.js';
import { hasLoadBalancer } from '../instances.js';
import { endOperation, READY_AFTER_LAST_EVENT } from '../operation.js';
import { openBucket, openEntrance } from '../scripts/launch.js';
import { pause, type Speaker, say } from '../scripts/update.js';
import { type Script, until, wait } from '../timeline.js';
import type { Environment, Operation } from '../world.js';
import { type Cluster, clusterName, driftOf, joinCluster } from './cluster.js';
import { logDeployment } from './deployment-log.js';
import { newReplicaSet, type PodTemplate, wantedReplicas } from './pods.js';
import { fill } from './rollout.js';

/** AWS guide: a stack of "about 10 minutes", and 15 to 20 minutes for the whole environment. */
const STACK_SECONDS = 640;
const NODES_SECONDS = 150;
const BALANCER_SECONDS = 120;
/** How long an environment waits for a cluster that another one is making. */
const PATIENCE = minutes(40);

export function* launchCluster(context: Context, environment: Environment, operation: Operation): Script {
  const work: Speaker = { context, environment, operation };
  const [refusal] = faultsOf(context, 'launch-refused');
  if (refusal !== undefined) {
    yield* giveUp(work, refusal.message ?? 'The cluster cannot be made with these roles.');
    return;
  }
  const change = driftOf(context, environment);
  if (change !== undefined) {
    yield* giveUp(work, driftEvent(environment, change));
    return;
  }
  const joined = joinCluster(context, environment.options);
  environment.clusterArn = joined.cluster.arn;
  yield* wait(seconds(1.5));
  openBucket(work);
  yield* assign(work, joined);
  yield* pause(work, 20);
  if (hasLoadBalancer(environment)) {
    yield* pause(work, BALANCER_SECONDS);
    say(work, 'INFO', `Created load balancer named: ${environment.resources.loadBalancer?.name ?? ''}`);
    openEntrance(context, environment);
  }
  operation.deploymentId = 1;
  environment.deploymentCounter = 1;
  environment.expectedDeploymentId = 1;
  const template: PodTemplate = {
    label: environment.versionLabel ?? '',
    options: environment.options,
    deploymentId: 1,
    replicaSet: newReplicaSet(context),
  };
  const end = yield* fill(work, template, wantedReplicas(environment.options, 0));
  yield* conclude(work, end);
}

/** AWS guide: the events of the first environment on a set of subnets; later ones have no line about the stack. */
function* assign(work: Speaker, { cluster, isNew }: ReturnType<typeof joinCluster>): Script {
  const { environment } = work;
  yield* pause(work, 4);
  if (isNew) {
    say(
      work,
      'INFO',
      `Creating CloudFormation stack for cluster infrastructure. This is a one-time operation and generally takes about 10 minutes. stack='${clusterName(cluster)}'`,
    );
    yield* wait(60);
  }
  say(work, 'INFO', `Starting cluster assignment. environment='${environment.name}'`);
  yield* isNew ? build(work, cluster) : until(() => cluster.state === 'active', PATIENCE);
  say(
    work,
    'INFO',
    `Successfully completed cluster assignment. environment='${environment.name}' clusterArn='${cluster.arn}'`,
  );
}

function* build(work: Speaker, cluster: Cluster): Script {
  yield* pause(work, STACK_SECONDS);
  cluster.state = 'active';
  // The first nodes of a new cluster.
  yield* pause(work, NODES_SECONDS);
}

/** Assumed: two errors, as for a Standard environment that cannot be made, then it is Terminated. */
function* giveUp(work: Speaker, reason: string): Script {
  const { context, environment } = work;
  yield* wait(seconds(2));
  say(work, 'ERROR', reason);
  yield* wait(98);
  say(work, 'ERROR', 'Failed to launch environment.');
  endOperation(context, environment, { outcome: 'failed', deploys: 'nothing', status: 'Terminated' });
  environment.terminatedAt = context.now();
}

export const driftEvent = ({ name }: Environment, change: string): string =>
  `Cluster drift detected for environment '${name}'. ${change.replace(/\.$/, '')}. Service will skip cluster maintenance for this environment.`;

function* conclude(work: Speaker, end: 'succeeded' | 'failed'): Script {
  const { context, environment } = work;
  logDeployment(context, environment, work.operation.requestId);
  if (end === 'failed') {
    say(
      work,
      'ERROR',
      'Create environment operation is complete, but with errors. For more information, see troubleshooting documentation.',
    );
  } else {
    yield* pause(work, 5);
    if (environment.cname !== undefined) {
      say(work, 'INFO', `Application available at ${environment.cname}.`);
      yield* pause(work, 1);
    }
    say(work, 'INFO', `Successfully launched environment: ${environment.name}`);
  }
  yield* wait(READY_AFTER_LAST_EVENT);
  endOperation(context, environment, { outcome: end, deploys: 'version' });
}
