/** UpdateEnvironment over time: what kind of change it is decides which steps it takes. */
import { type Context, effectiveOptions } from '../context.js';
import { endOperation, READY_AFTER_LAST_EVENT } from '../operation.js';
import { changeClassOf } from '../options/catalogue.js';
import { readBundleOptions } from '../options/ebextensions.js';
import type { ChangeClass } from '../options/option.js';
import { layerOptions, scopeOf } from '../options/setting.js';
import { type Script, wait } from '../timeline.js';
import type { Environment, Operation, Options } from '../world.js';
import { replaceInstances } from './configuration-update.js';
import { fail, succeed } from './endings.js';
import { policyOf } from './policies.js';
import { resize } from './resize.js';
import { pause, policyName, say, type Update } from './update.js';

/** What an update finds out at its start. */
export function openUpdate(
  context: Context,
  environment: Environment,
  operation: Operation,
  bundle: Options = environment.bundleOptions ?? {},
): Update {
  const api = operation.change?.options ?? environment.options;
  const label = operation.change?.versionLabel ?? environment.versionLabel ?? '';
  return {
    context,
    environment,
    operation,
    deploymentId: operation.deploymentId ?? environment.deploymentCounter + 1,
    label,
    oldLabel: environment.versionLabel,
    kind: operation.change?.versionLabel === undefined ? 'configure' : 'deploy',
    options: layerOptions(bundle, api),
    layers: { api, bundle },
    fleetSize: environment.instances.length,
  };
}

export function* updateEnvironment(context: Context, environment: Environment, operation: Operation): Script {
  const bundle = bundleOptions(context, environment, operation);
  const update = openUpdate(context, environment, operation, bundle.options);
  const change = changeOf(effectiveOptions(environment), update.options, operation);
  if (operation.change?.options !== undefined) {
    environment.draft = { options: update.layers.api, status: 'pending', dateUpdated: context.now() };
    yield* pause(update, 8);
    say(update, 'INFO', `Updating environment ${environment.name}'s configuration settings.`);
  }
  if (bundle.problems.length > 0) {
    yield* pause(update, 8);
    for (const problem of bundle.problems) say(update, 'ERROR', problem);
    yield* fail(update);
    return;
  }
  const mix = forbiddenMix(update, change);
  if (mix !== undefined) {
    yield* pause(update, 6);
    say(update, 'ERROR', mix);
    yield* wait(READY_AFTER_LAST_EVENT);
    environment.draft = { options: update.layers.api, status: 'failed', dateUpdated: context.now() };
    endOperation(context, environment, { outcome: 'failed', deploys: 'configuration' });
    return;
  }
  yield* carryOut(update, change);
}

function* carryOut(update: Update, change: ChangeClass): Script {
  const { environment, operation } = update;
  const deploys = operation.change?.versionLabel !== undefined || change !== 'in-place';
  if (deploys) {
    environment.deploymentCounter += 1;
    operation.deploymentId = environment.deploymentCounter;
    const ending = yield* change === 'replacement' ? replaceInstances(update) : policyOf(update)(update);
    if (ending === 'failed') {
      yield* fail(update);
      return;
    }
  } else yield* pause(update, 20);
  yield* resize(update);
  if (!deploys) yield* pause(update, 24);
  yield* succeed(update);
}

/** `.ebextensions` of the version to deploy, or of the one that runs when only the configuration changes. */
function bundleOptions(
  context: Context,
  environment: Environment,
  operation: Operation,
): { readonly options: Options; readonly problems: readonly string[] } {
  const label = operation.change?.versionLabel;
  if (label === undefined) return { options: environment.bundleOptions ?? {}, problems: [] };
  const version = context.world.applications.get(environment.applicationName)?.versions.get(label);
  return readBundleOptions(context.objects, version, scopeOf(environment));
}

const STRENGTH: readonly ChangeClass[] = ['in-place', 'on-instance', 'replacement'];

/** The strongest class among the options whose values differ; a platform change replaces the instances. */
function changeOf(before: Options, after: Options, operation: Operation): ChangeClass {
  let strongest = operation.change?.platform === undefined ? 0 : 2;
  for (const namespace of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const old = before[namespace] ?? {};
    const next = after[namespace] ?? {};
    for (const option of new Set([...Object.keys(old), ...Object.keys(next)])) {
      if (old[option] === next[option]) continue;
      strongest = Math.max(strongest, STRENGTH.indexOf(changeClassOf(namespace, option)));
    }
  }
  return STRENGTH[strongest] ?? 'in-place';
}

/** Immutable updates and other deployment policies exclude each other; the service says so after it has accepted the call. */
function forbiddenMix(update: Update, change: ChangeClass): string | undefined {
  const rolling = update.options['aws:autoscaling:updatepolicy:rollingupdate'] ?? {};
  const policy = update.options['aws:elasticbeanstalk:command']?.DeploymentPolicy ?? policyName(update);
  const immutableConfiguration = rolling.RollingUpdateType === 'Immutable';
  const inBatches = policy === 'Rolling' || policy === 'RollingWithAdditionalBatch';
  const both = update.operation.change?.versionLabel !== undefined && change === 'replacement';
  if (!(immutableConfiguration && inBatches) && !(both && policy === 'Immutable' && !immutableConfiguration)) {
    return undefined;
  }
  if (update.operation.change?.options === undefined) return undefined;
  return 'To enable immutable config and application deployments together, you must set both the DeploymentPolicy option (aws:elasticbeanstalk:command namespace) and the RollingUpdateType option (aws:autoscaling:updatepolicy:rollingupdate namespace) to Immutable.';
}
