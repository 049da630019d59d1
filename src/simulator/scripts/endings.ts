/** How updates end: the last events, the label, Ready a moment later. */
import { seconds } from '../../domain/time.js';
import { effectiveOptions, faultsOf } from '../context.js';
import { activeInstances } from '../instances.js';
import { endOperation, READY_AFTER_LAST_EVENT } from '../operation.js';
import { type Script, wait } from '../timeline.js';
import type { EndedOperation, Instance } from '../world.js';
import { commandsOver, startCommand } from './commands.js';
import { pause, say, type Update } from './update.js';

const changesVersion = ({ operation }: Update): boolean => operation.change?.versionLabel !== undefined;
const changesOptions = ({ operation }: Update): boolean => operation.change?.options !== undefined;

const deploysOf = (update: Update): EndedOperation['deploys'] => (changesVersion(update) ? 'version' : 'configuration');

/** Success as the events tell it, in the order that was observed. */
export function* succeed(update: Update): Script {
  const { environment } = update;
  environment.abortable = false;
  if (yield* rolledBackSilently(update)) return;
  if (changesVersion(update)) {
    say(update, 'INFO', 'New application version was deployed to running EC2 instances.');
    yield* wait(41);
  }
  if (changesOptions(update)) {
    say(update, 'INFO', 'Successfully deployed new configuration to environment.');
    yield* wait(54);
  }
  say(update, 'INFO', 'Environment update completed successfully.');
  yield* wait(READY_AFTER_LAST_EVENT);
  commit(update);
  endOperation(update.context, environment, { outcome: 'succeeded', deploys: deploysOf(update) });
}

/** The new version and options are the environment's own from now on. */
function commit(update: Update): void {
  const { context, environment, operation } = update;
  const before = environment.versionLabel;
  environment.options = update.layers.api;
  environment.bundleOptions = update.layers.bundle;
  delete environment.draft;
  if (operation.change?.platform !== undefined) environment.platform = operation.change.platform;
  if (operation.deploymentId === undefined) return;
  environment.versionLabel = update.label;
  environment.expectedDeploymentId = operation.deploymentId;
  const [lag] = faultsOf(context, 'label-lag');
  if (lag !== undefined && before !== update.label) {
    environment.laggingLabel = { label: before, until: context.now() + seconds(lag.seconds) };
  }
}

/** A scenario's silent rollback: the old version runs again everywhere, and the events tell of success. */
function* rolledBackSilently(update: Update): Script<boolean> {
  const { environment } = update;
  const applies = faultsOf(update.context, 'silent-rollback').some((fault) => fault.label === update.label);
  if (!applies || !changesVersion(update)) return false;
  yield* restoreInstances(update, activeInstances(environment));
  say(update, 'INFO', 'Environment update completed successfully.');
  yield* wait(READY_AFTER_LAST_EVENT);
  endOperation(update.context, environment, { outcome: 'succeeded', deploys: 'version' });
  return true;
}

/** Gives the last successful version and options back to instances that have taken part in this deployment. */
export function* restoreInstances(update: Update, instances: readonly Instance[]): Script {
  const { context, environment, operation } = update;
  const changed = instances.filter(({ deployment }) => deployment?.deploymentId === operation.deploymentId);
  yield* commandsOver(context, changed);
  for (const [ordinal, instance] of changed.entries()) {
    startCommand(context, environment, instance, {
      kind: changesVersion(update) ? 'deploy' : 'configure',
      deploymentId: environment.expectedDeploymentId,
      versionLabel: environment.versionLabel ?? update.label,
      environmentVariables: effectiveOptions(environment)['aws:elasticbeanstalk:application:environment'] ?? {},
      ordinal,
    });
  }
  yield* commandsOver(context, changed, seconds(600));
}

const MIXED =
  'During an aborted deployment, some instances may have deployed the new application version. To ensure all instances are running the same version, re-deploy the appropriate application version.';

/** Whether instances may run different versions now: policies that replace instances leave nothing behind. */
const mayBeMixed = (update: Update): boolean =>
  activeInstances(update.environment).some(({ deployment }) => deployment?.deploymentId === update.deploymentId);

/** Failure as the events tell it. A version stays where it got to; a configuration is put back. */
export function* fail(update: Update): Script {
  const { context, environment } = update;
  environment.abortable = false;
  if (!changesVersion(update)) {
    yield* failConfiguration(update);
    return;
  }
  say(update, 'ERROR', 'Failed to deploy application.');
  yield* wait(19);
  if (mayBeMixed(update)) say(update, 'ERROR', MIXED);
  yield* wait(READY_AFTER_LAST_EVENT);
  keepFailedDraft(update);
  endOperation(context, environment, { outcome: 'failed', deploys: 'version' });
}

function* failConfiguration(update: Update): Script {
  say(update, 'ERROR', 'Failed to deploy configuration.');
  yield* pause(update, 32);
  yield* revertConfiguration(update);
  keepFailedDraft(update);
  endOperation(update.context, update.environment, { outcome: 'failed', deploys: 'configuration' });
}

export function* revertConfiguration(update: Update): Script {
  yield* restoreInstances(update, activeInstances(update.environment));
  say(update, 'INFO', 'The environment was reverted to the previous configuration setting.');
  yield* wait(READY_AFTER_LAST_EVENT);
}

function keepFailedDraft({ context, environment, operation, layers }: Update): void {
  if (operation.change?.options === undefined) delete environment.draft;
  else environment.draft = { options: layers.api, status: 'failed', dateUpdated: context.now() };
}

export const tellMixed = (update: Update): void => {
  if (mayBeMixed(update)) say(update, 'ERROR', MIXED);
};
