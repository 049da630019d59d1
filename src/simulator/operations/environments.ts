/** Environments: create, update, abort an update, describe. The refusals and answers; what follows is in `scripts/`. */
import { isCluster, notOfClusters } from '../cluster/cluster.js';
import { launchCluster } from '../cluster/launch.js';
import { updateCluster } from '../cluster/update.js';
import {
  type Context,
  dateOf,
  flagOf,
  type Input,
  invalidParameter,
  listOf,
  type Operations,
  type Output,
  recordOf,
  requireApplication,
  requireEnvironment,
  requireReady,
  textOf,
} from '../context.js';
import { describeEnvironment } from '../environment-description.js';
import { checkNames } from '../names.js';
import { newEnvironment } from '../new-environment.js';
import { beginOperation, stopScript, turnGrey } from '../operation.js';
import { layerOptions, mergeOptions, type OptionSetting, readSettings, scopeOf } from '../options/setting.js';
import { assertValid } from '../options/validate.js';
import { pageOf } from '../paging.js';
import { platformOf } from '../platform-list.js';
import { abortUpdate } from '../scripts/abort-update.js';
import { launchEnvironment } from '../scripts/launch.js';
import { openUpdate, updateEnvironment as updateScript } from '../scripts/update-environment.js';
import { ServiceError } from '../service-error.js';
import type { Environment, Operation, Options } from '../world.js';
import { tagAtCreation } from './tags.js';
import { requireTemplate } from './templates.js';
import { requireDeployable } from './versions.js';

const HOUR = 3_600_000;
const MOST_RECORDS = 1_000;

function createEnvironment(context: Context, input: Input, requestId: string): Output {
  checkNames(input, 'ApplicationName', 'EnvironmentName', 'CNAMEPrefix', 'GroupName', 'Description');
  const environment = newEnvironment(context, input);
  tagAtCreation(context, environment.arn, input);
  beginOperation(
    context,
    environment,
    { kind: 'create', requestId, status: 'Launching', event: 'createEnvironment is starting.' },
    (operation) =>
      isCluster(environment)
        ? launchCluster(context, environment, operation)
        : launchEnvironment(context, environment, operation),
  );
  return describeEnvironment(context, environment);
}

function updateEnvironment(context: Context, input: Input, requestId: string): Output {
  checkNames(input, 'Description');
  const environment = requireEnvironment(context, input);
  const application = requireApplication(context, environment.applicationName);
  if ((textOf(input, 'ApplicationName') ?? application.name) !== application.name) {
    throw invalidParameter(`No Environment found for EnvironmentName = '${environment.name}'.`);
  }
  const label = textOf(input, 'VersionLabel');
  refuseTierChange(environment, input);
  const platform = platformOf(context.region, {
    solutionStackName: textOf(input, 'SolutionStackName'),
    platformArn: textOf(input, 'PlatformArn'),
  });
  const options = newOptions(context, environment, input);
  if (label !== undefined) {
    requireDeployable(application, label, { tier: environment.tier, options: options ?? environment.options });
  }
  if (platform !== undefined && isCluster(environment)) {
    throw new ServiceError('InvalidParameterCombination', 'A Cluster environment has no platform.');
  }
  requireReady(environment);
  if (typeof input.Description === 'string') environment.description = input.Description;
  const asked = [label, platform, options].some((part) => part !== undefined);
  if (!asked && input.Description !== undefined) return describeEnvironment(context, environment);
  const template = textOf(input, 'TemplateName');
  if (template !== undefined) environment.templateName = template;
  turnGrey(environment);
  const change: NonNullable<Operation['change']> = {
    ...(label === undefined ? {} : { versionLabel: label }),
    ...(options === undefined && label !== undefined && platform === undefined
      ? {}
      : { options: options ?? environment.options }),
    ...(platform === undefined ? {} : { platform }),
  };
  beginOperation(
    context,
    environment,
    {
      kind: 'update',
      requestId,
      status: 'Updating',
      // Whether an update of a Cluster environment can be aborted is not documented.
      abortable: !isCluster(environment),
      event: 'Environment update is starting.',
      change,
    },
    (operation) =>
      isCluster(environment)
        ? updateCluster(context, environment, operation)
        : updateScript(context, environment, operation),
  );
  // The answer shows the new label already; DescribeEnvironments keeps the old one until success.
  return { ...describeEnvironment(context, environment), ...(label === undefined ? {} : { VersionLabel: label }) };
}

function refuseTierChange(environment: Environment, input: Input): void {
  const tier = recordOf(input, 'Tier');
  if (tier === undefined || textOf(tier, 'Name') === environment.tier.name) return;
  throw invalidParameter('Cannot change environment tier');
}

/** All options as the request wants them; `undefined` when it does not speak of options. */
function newOptions(context: Context, environment: Environment, input: Input): Options | undefined {
  const settings = readSettings(input.OptionSettings);
  const removals = readSettings(input.OptionsToRemove);
  const templateName = textOf(input, 'TemplateName');
  if (settings.length === 0 && removals.length === 0 && templateName === undefined) return undefined;
  let base = environment.options;
  if (templateName !== undefined) {
    const application = requireApplication(context, environment.applicationName);
    base = layerOptions(base, requireTemplate(application, templateName).options);
  }
  if (templateName !== undefined && isCluster(environment)) throw notOfClusters('Configuration templates');
  refuseRemovedPlace(environment, removals);
  assertValid(settings, scopeOf(environment), true);
  return mergeOptions(base, settings, removals);
}

/** Subnets and roles cannot be taken out either. */
function refuseRemovedPlace(environment: Environment, removals: readonly OptionSetting[]): void {
  if (!isCluster(environment)) return;
  const emptied = removals.map(({ namespace, optionName }) => ({ namespace, optionName, value: '' }));
  assertValid(
    emptied.filter(({ namespace, optionName }) => environment.options[namespace]?.[optionName] !== undefined),
    scopeOf(environment),
    true,
  );
}

function abortEnvironmentUpdate(context: Context, input: Input, requestId: string): undefined {
  const environment = requireEnvironment(context, input);
  const { operation } = environment;
  if (!environment.abortable || operation === undefined) {
    throw invalidParameter(
      `Environment named ${environment.name} is in an invalid state for this operation. Must be pending deployment.`,
    );
  }
  stopScript(context, environment);
  const { change, deploymentId } = operation;
  beginOperation(
    context,
    environment,
    {
      kind: 'abort',
      requestId,
      status: 'Aborting',
      event: 'abortEnvironmentUpdate is starting.',
      ...(change === undefined ? {} : { change }),
    },
    (abort) => {
      if (deploymentId !== undefined) abort.deploymentId = deploymentId;
      return abortUpdate(openUpdate(context, environment, abort));
    },
  );
  return undefined;
}

function describeEnvironments(context: Context, input: Input): Output {
  const ids = listOf(input, 'EnvironmentIds');
  const names = listOf(input, 'EnvironmentNames');
  const application = textOf(input, 'ApplicationName');
  const label = textOf(input, 'VersionLabel');
  const shown: Environment[] = [];
  for (const environment of candidates(context, ids)) {
    if (names !== undefined && names.length > 0 && !names.includes(environment.name)) continue;
    if (application !== undefined && environment.applicationName !== application) continue;
    if (label !== undefined && environment.versionLabel !== label) continue;
    if (isVisible(context, environment, input)) shown.push(environment);
  }
  const page = pageOf(shown, input, MOST_RECORDS);
  return {
    Environments: page.items.map((environment) => describeEnvironment(context, environment)),
    ...(page.nextToken === undefined ? {} : { NextToken: page.nextToken }),
  };
}

function candidates(context: Context, ids: readonly unknown[] | undefined): Iterable<Environment> {
  const { environments } = context.world;
  if (ids === undefined || ids.length === 0) return environments.values();
  return ids.map((id) => environments.get(String(id))).filter((environment) => environment !== undefined);
}

/** Terminated environments stay in answers for an hour, new ones may not be in them yet. */
function isVisible(context: Context, environment: Environment, input: Input): boolean {
  const now = context.now();
  if (environment.status !== 'Terminated') {
    return environment.operation?.kind !== 'create' || now - environment.dateCreated >= context.hiddenAfterCreate;
  }
  if (flagOf(input, 'IncludeDeleted') === false) return false;
  return (environment.terminatedAt ?? now) >= (dateOf(input, 'IncludedDeletedBackTo') ?? now - HOUR);
}

export const operations: Operations = {
  CreateEnvironment: createEnvironment,
  UpdateEnvironment: updateEnvironment,
  AbortEnvironmentUpdate: abortEnvironmentUpdate,
  DescribeEnvironments: describeEnvironments,
};
