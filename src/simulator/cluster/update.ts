/** UpdateEnvironment and RestartAppServer of a Cluster environment over time. */
import { seconds } from '../../domain/time.js';
import { type Context, faultsOf } from '../context.js';
import { endOperation, READY_AFTER_LAST_EVENT } from '../operation.js';
import { changeClassOf } from '../options/catalogue.js';
import { pause, type Speaker, say } from '../scripts/update.js';
import { type Script, wait } from '../timeline.js';
import type { EndedOperation, Environment, Operation, Options } from '../world.js';
import { driftOf } from './cluster.js';
import { logDeployment } from './deployment-log.js';
import { driftEvent } from './launch.js';
import { newReplicaSet, type PodTemplate, podsOf, podTrouble, wantedReplicas } from './pods.js';
import { currentTemplate, PROGRESS_DEADLINE, rollBack, rollOut, scale } from './rollout.js';

interface ClusterUpdate extends Speaker {
  readonly options: Options;
  readonly label: string;
  readonly replicas: number;
  readonly deploys: EndedOperation['deploys'];
}

export function* updateCluster(context: Context, environment: Environment, operation: Operation): Script {
  const { change } = operation;
  const options = change?.options ?? environment.options;
  const update: ClusterUpdate = {
    context,
    environment,
    operation,
    options,
    label: change?.versionLabel ?? environment.versionLabel ?? '',
    replicas: wantedReplicas(options, podsOf(environment).length),
    deploys: change?.versionLabel === undefined ? 'configuration' : 'version',
  };
  yield* pause(update, 8);
  const drift = driftOf(context, environment);
  if (drift !== undefined) {
    say(update, 'ERROR', driftEvent(environment, drift));
    yield* fail(update);
    return;
  }
  if (change?.options !== undefined) {
    environment.draft = { options, status: 'pending', dateUpdated: context.now() };
    say(update, 'INFO', `Updating environment ${environment.name}'s configuration settings.`);
  }
  if (change?.versionLabel === undefined && !restartsPods(environment.options, options)) {
    yield* pause(update, 15);
    const end = yield* scale(update, currentTemplate(context, environment), update.replicas);
    if (end === 'succeeded') yield* succeed(update);
    else yield* fail(update);
    return;
  }
  yield* deploy(update);
}

/** AWS agent guide: service-port, env-variables, cpu and memory restart the pods, most others do not. */
function restartsPods(before: Options, after: Options): boolean {
  const namespaces = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const namespace of namespaces) {
    const [one, other] = [before[namespace] ?? {}, after[namespace] ?? {}];
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
      if (one[name] !== other[name] && changeClassOf(namespace, name) !== 'in-place') return true;
    }
  }
  return false;
}

function templateOf(update: ClusterUpdate): PodTemplate {
  const { context, environment, operation } = update;
  environment.deploymentCounter += 1;
  operation.deploymentId = environment.deploymentCounter;
  return {
    label: update.label,
    options: update.options,
    deploymentId: environment.deploymentCounter,
    replicaSet: newReplicaSet(context),
  };
}

function* deploy(update: ClusterUpdate): Script {
  const { context, environment, operation } = update;
  const good = currentTemplate(context, environment);
  const template = templateOf(update);
  if (update.deploys === 'version')
    say(update, 'INFO', `Deploying application version '${update.label}' to the cluster.`);
  const end = yield* rollOut(update, template, update.replicas);
  const silent = faultsOf(context, 'silent-rollback').some(
    ({ label }) => label === update.label && update.deploys === 'version',
  );
  if (end === 'succeeded' && !silent) {
    logDeployment(context, environment, operation.requestId);
    yield* succeed(update);
    return;
  }
  logDeployment(context, environment, operation.requestId);
  if (!silent) tellTrouble(update);
  yield* rollBack(update, template, good, update.replicas);
  if (silent) yield* endQuietly(update);
  else yield* fail(update);
}

/** Which words the service finds is not published. */
function tellTrouble(update: ClusterUpdate): void {
  const { context, environment, operation } = update;
  const troubles = podsOf(environment)
    .filter(({ deployment }) => deployment?.deploymentId === operation.deploymentId)
    .map((pod) => podTrouble(context, environment, pod))
    .filter((trouble) => trouble !== undefined);
  const because = troubles[0] === undefined ? 'Its pods did not become ready.' : `Its pods are in ${troubles[0]}.`;
  say(
    update,
    'ERROR',
    `Deployment of application version '${update.label}' made no progress for ${PROGRESS_DEADLINE / 60_000} minutes. ${because}`,
  );
  say(
    update,
    'INFO',
    `Rolling environment ${environment.name} back to application version '${environment.versionLabel}'.`,
  );
}

function* succeed(update: ClusterUpdate): Script {
  const { context, environment, operation } = update;
  if (operation.change?.options !== undefined) {
    say(update, 'INFO', 'Successfully deployed new configuration to environment.');
    yield* wait(54);
  }
  say(update, 'INFO', 'Environment update completed successfully.');
  yield* wait(READY_AFTER_LAST_EVENT);
  const before = environment.versionLabel;
  environment.options = update.options;
  delete environment.draft;
  if (operation.deploymentId !== undefined) {
    environment.versionLabel = update.label;
    environment.expectedDeploymentId = operation.deploymentId;
    const [lag] = faultsOf(context, 'label-lag');
    if (lag !== undefined && before !== update.label) {
      environment.laggingLabel = { label: before, until: context.now() + seconds(lag.seconds) };
    }
  }
  endOperation(context, environment, { outcome: 'succeeded', deploys: update.deploys });
}

/** AWS agent guide: a failed update can roll back, and the environment reports Ready. */
function* fail(update: ClusterUpdate): Script {
  const { context, environment, operation } = update;
  const isVersion = update.deploys === 'version';
  say(update, 'ERROR', isVersion ? 'Failed to deploy application.' : 'Failed to deploy configuration.');
  yield* wait(READY_AFTER_LAST_EVENT);
  if (operation.change?.options === undefined) delete environment.draft;
  else environment.draft = { options: update.options, status: 'failed', dateUpdated: context.now() };
  endOperation(context, environment, { outcome: 'failed', deploys: update.deploys });
}

/** A scenario's silent rollback: no error, and the old version under the old label. */
function* endQuietly(update: ClusterUpdate): Script {
  say(update, 'INFO', 'Environment update completed successfully.');
  yield* wait(READY_AFTER_LAST_EVENT);
  delete update.environment.draft;
  endOperation(update.context, update.environment, { outcome: 'succeeded', deploys: update.deploys });
}

/** RestartAppServer: all pods are replaced by pods of the same template. */
export function* restartCluster(context: Context, environment: Environment, operation: Operation): Script {
  const work: Speaker = { context, environment, operation };
  yield* pause(work, 4);
  environment.deploymentCounter += 1;
  const template: PodTemplate = {
    ...currentTemplate(context, environment),
    deploymentId: environment.deploymentCounter,
    replicaSet: newReplicaSet(context),
  };
  const end = yield* rollOut(work, template, podsOf(environment).length);
  environment.expectedDeploymentId = environment.deploymentCounter;
  logDeployment(context, environment, operation.requestId);
  const isDone = end === 'succeeded';
  say(
    work,
    isDone ? 'INFO' : 'ERROR',
    isDone ? 'Restarted application server on all replicas.' : 'Failed to restart application server.',
  );
  yield* wait(READY_AFTER_LAST_EVENT);
  endOperation(context, environment, { outcome: end, deploys: 'nothing' });
}
