/** RestartAppServer and RebuildEnvironment. */
import { hours, type Milliseconds, minutes, seconds } from '../../domain/time.js';
import { isCluster, notOfClusters } from '../cluster/cluster.js';
import { restartCluster } from '../cluster/update.js';
import {
  type Context,
  effectiveOptions,
  environmentEvent,
  environmentNamed,
  type Input,
  invalidParameter,
  type Operations,
  requireEnvironment,
  requireReady,
} from '../context.js';
import { activeInstances, isLeaving } from '../instances.js';
import { beginOperation, endOperation, READY_AFTER_LAST_EVENT, turnGrey } from '../operation.js';
import { about } from '../random.js';
import { inventResources } from '../resources.js';
import { startCommand } from '../scripts/commands.js';
import { launchEnvironment } from '../scripts/launch.js';
import { tearDown } from '../scripts/tear-down.js';
import { type Script, until, wait } from '../timeline.js';
import type { Environment, Instance, InstanceDeployment, Operation } from '../world.js';
import { isCnameFree } from './account.js';

const PROPERTIES = 'aws:elasticbeanstalk:application:environment';
/** AWS guide: a terminated environment can be rebuilt for 42 days, under its old id and name. */
const REBUILDABLE: Milliseconds = 42 * hours(24);

function restart(context: Context, input: Input, requestId: string): undefined {
  const environment = requireEnvironment(context, input);
  requireReady(environment);
  beginOperation(
    context,
    environment,
    { kind: 'restart', requestId, status: 'Updating', event: 'restartAppServer is starting.' },
    (operation) =>
      isCluster(environment)
        ? restartCluster(context, environment, operation)
        : restartAll(context, environment, requestId),
  );
}

/** Every instance restarts what it runs; which version that is does not change. */
function* restartAll(context: Context, environment: Environment, requestId: string): Script {
  yield* wait(about(context.random, seconds(4)));
  const before = new Map<Instance, InstanceDeployment>();
  for (const instance of activeInstances(environment)) {
    const { deployment, runs } = instance;
    if (deployment === undefined || runs === undefined) continue;
    before.set(instance, deployment);
    startCommand(context, environment, instance, {
      kind: 'restart',
      deploymentId: deployment.deploymentId,
      versionLabel: runs,
      environmentVariables: effectiveOptions(environment)[PROPERTIES] ?? {},
      ordinal: 0,
    });
  }
  const ended = (one: Instance): boolean => isLeaving(one) || context.runtime.commandState(one.id).state !== 'running';
  yield* until(() => [...before.keys()].every(ended), minutes(14));
  let failures = 0;
  for (const [instance, deployment] of before) {
    if (isLeaving(instance)) continue;
    const state = context.runtime.commandState(instance.id);
    const startedAt = instance.deployment?.startedAt ?? context.now();
    instance.deployment = { ...deployment, kind: 'restart', startedAt, time: context.now() };
    const failed = state.state !== 'succeeded';
    if (failed) failures += 1;
    environmentEvent(context, environment, {
      severity: failed ? 'ERROR' : 'INFO',
      message: failed
        ? "Instance deployment failed. For details, see 'eb-engine.log'."
        : 'Instance deployment completed successfully.',
      requestId,
      fromInstance: true,
    });
  }
  yield* wait(about(context.random, seconds(4)));
  environmentEvent(context, environment, {
    severity: failures > 0 ? 'ERROR' : 'INFO',
    message:
      failures > 0
        ? `Failed to restart application server on ${failures} of ${before.size} ec2 instances.`
        : 'Restarted application server on all ec2 instances.',
    requestId,
  });
  yield* wait(READY_AFTER_LAST_EVENT);
  endOperation(context, environment, { outcome: failures > 0 ? 'failed' : 'succeeded', deploys: 'nothing' });
}

function rebuild(context: Context, input: Input, requestId: string): undefined {
  const environment = requireEnvironment(context, input, { terminatedToo: true });
  if (isCluster(environment)) throw notOfClusters('Rebuilds');
  const revived = environment.status === 'Terminated';
  if (revived) requireRebuildable(context, environment);
  else requireReady(environment);
  turnGrey(environment);
  delete environment.terminatedAt;
  beginOperation(
    context,
    environment,
    {
      kind: 'rebuild',
      requestId,
      status: revived ? 'Launching' : 'Updating',
      event: 'rebuildEnvironment is starting.',
    },
    (operation) => replaceAll(context, environment, operation, revived),
  );
}

function requireRebuildable(context: Context, environment: Environment): void {
  if (context.now() - (environment.terminatedAt ?? 0) > REBUILDABLE) {
    throw invalidParameter(`No Environment found for EnvironmentId = '${environment.id}'.`);
  }
  if (environmentNamed(context, environment.name) !== undefined) {
    throw invalidParameter(`Environment ${environment.name} already exists.`);
  }
  const { cname } = environment;
  if (cname !== undefined && !isCnameFree(context, cname)) {
    throw invalidParameter(`DNS name (${cname.split('.')[0] ?? ''}) is not available.`);
  }
}

/** All resources go and come again, under other names. The version stays the one that was deployed. */
function* replaceAll(context: Context, environment: Environment, operation: Operation, revived: boolean): Script {
  if (!revived) yield* tearDown(context, environment, operation.requestId);
  environment.resources = inventResources(context, environment);
  yield* launchEnvironment(context, environment, operation);
}

export const operations: Operations = { RestartAppServer: restart, RebuildEnvironment: rebuild };
