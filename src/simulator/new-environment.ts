/** An environment as CreateEnvironment, a rebuild or a seed brings it into the world, before anything of it runs. */
import { notOfClusters, requireRoles, requireSameRoles } from './cluster/cluster.js';
import {
  type Context,
  environmentNamed,
  faultsOf,
  type Input,
  invalidParameter,
  recordOf,
  requireApplication,
  textOf,
} from './context.js';
import { ENVIRONMENT_QUOTA, fullCname, isCnameFree } from './operations/account.js';
import { requireTemplate } from './operations/templates.js';
import { requireDeployable } from './operations/versions.js';
import type { TierName } from './options/catalogue.js';
import { layerOptions, mergeOptions, readSettings, scopeOf, toOptions } from './options/setting.js';
import { assertValid } from './options/validate.js';
import { platformOf } from './platform-list.js';
import { cnameSuffix, environmentId } from './random.js';
import { inventResources } from './resources.js';
import { ServiceError } from './service-error.js';
import type { Application, Environment, Options, Platform } from './world.js';

/** The label of AWS's sample application, which environments without a version run. */
export const SAMPLE_LABEL = 'Sample Application';

const TIERS: Readonly<Record<TierName, Environment['tier']>> = {
  Worker: { name: 'Worker', type: 'SQS/HTTP', version: '3.0' },
  WebServer: { name: 'WebServer', type: 'Standard', version: '1.0' },
  // Which version AWS writes here is not documented.
  Cluster: { name: 'Cluster', type: 'EKS' },
};

export interface Wanted {
  readonly application: Application;
  readonly name: string;
  readonly versionLabel: string;
  readonly tier: TierName;
  /** Absent: a Cluster environment. */
  readonly platform?: Platform;
  readonly options: Options;
  readonly cnamePrefix?: string | undefined;
}

/** Reads and refuses a CreateEnvironment request; what it answers is in the world already. */
export function newEnvironment(context: Context, input: Input): Environment {
  const application = requireApplication(context, textOf(input, 'ApplicationName') ?? '');
  const name = textOf(input, 'EnvironmentName') ?? generatedName(context, application);
  if (environmentNamed(context, name) !== undefined) throw invalidParameter(`Environment ${name} already exists.`);
  requireRoom(context);
  const label = textOf(input, 'VersionLabel');
  const cnamePrefix = textOf(input, 'CNAMEPrefix');
  if (cnamePrefix !== undefined && !isCnameFree(context, fullCname(context, cnamePrefix))) {
    throw invalidParameter(`DNS name (${cnamePrefix}) is not available.`);
  }
  const tier = tierOf(input);
  const { platform, options } =
    tier === 'Cluster' ? clusterConfiguration(context, input) : configured(context, application, input, tier);
  if (label !== undefined) requireDeployable(application, label, { tier: { name: tier }, options });
  const environment = addEnvironment(context, {
    application,
    name,
    versionLabel: label ?? SAMPLE_LABEL,
    tier,
    ...(platform === undefined ? {} : { platform }),
    options,
    cnamePrefix,
  });
  const description = textOf(input, 'Description');
  const template = textOf(input, 'TemplateName');
  const role = textOf(input, 'OperationsRole');
  if (description !== undefined) environment.description = description;
  if (template !== undefined) environment.templateName = template;
  if (role !== undefined) environment.operationsRole = role;
  return environment;
}

function requireRoom(context: Context): void {
  const count = [...context.world.environments.values()].filter(({ status }) => status !== 'Terminated').length;
  const isFull = faultsOf(context, 'quota-reached').some((fault) => fault.of === 'environments');
  if (!isFull && count < ENVIRONMENT_QUOTA) return;
  throw new ServiceError(
    'TooManyEnvironmentsException',
    `You cannot have more than ${ENVIRONMENT_QUOTA} Environments. Either remove some Environments or request a limit increase.`,
  );
}

function tierOf(input: Input): Wanted['tier'] {
  const tier = recordOf(input, 'Tier') ?? {};
  const name = textOf(tier, 'Name') ?? 'WebServer';
  if (name === 'WebServer' || name === 'Worker') return name;
  if (name !== 'Cluster') throw invalidParameter(`Invalid environment tier: ${name}.`);
  const type = textOf(tier, 'Type');
  if (type !== 'EKS') throw invalidParameter(`Invalid environment tier: ${name}/${type ?? ''}.`);
  return name;
}

const generatedName = (context: Context, application: Application): string =>
  `${application.name.replace(/[^A-Za-z0-9-]/g, '').slice(0, 25) || 'env'}-${environmentId(context.random).slice(2, 8)}`;

interface Configuration {
  readonly platform?: Platform;
  readonly options: Options;
}

/** AWS guide: no platform, the twelve namespaces only, and three roles that fit the cluster of the subnets. */
function clusterConfiguration(context: Context, input: Input): Configuration {
  if (input.TemplateName !== undefined || input.TemplateSpecification !== undefined) {
    throw notOfClusters('Configuration templates');
  }
  if (input.SolutionStackName !== undefined || input.PlatformArn !== undefined) {
    throw new ServiceError('InvalidParameterCombination', 'A Cluster environment has no platform.');
  }
  const settings = readSettings(input.OptionSettings);
  assertValid(settings, scopeOf({ tier: { name: 'Cluster' }, options: {} }));
  const options = toOptions(settings);
  requireRoles(options);
  requireSameRoles(context, options);
  return { options };
}

/** Platform and options from the template and the request, the request's being the stronger ones. */
function configured(
  context: Context,
  application: Application,
  input: Input,
  tier: 'WebServer' | 'Worker',
): Configuration {
  const templateName = textOf(input, 'TemplateName');
  const template = templateName === undefined ? undefined : requireTemplate(application, templateName);
  const named = platformOf(context.region, {
    solutionStackName: textOf(input, 'SolutionStackName'),
    platformArn: textOf(input, 'PlatformArn'),
  });
  const source = clonedFrom(context, application, input);
  const platform = named ?? template?.platform ?? source?.platform;
  if (platform === undefined) throw invalidParameter('Unable to determine base for template pack (no solution stack)');
  const settings = readSettings(input.OptionSettings);
  const base = layerOptions(template?.options ?? source?.options ?? {}, {});
  assertValid(settings, scopeOf({ tier: { name: tier }, platform, options: base }));
  return { platform, options: mergeOptions(base, settings, readSettings(input.OptionsToRemove)) };
}

/** The member that the EB CLI sends for `eb clone`; the API reference does not know it. */
function clonedFrom(context: Context, application: Application, input: Input): Environment | undefined {
  const source = recordOf(recordOf(input, 'TemplateSpecification') ?? {}, 'TemplateSource');
  const name = source === undefined ? undefined : textOf(source, 'EnvironmentName');
  if (name === undefined) return undefined;
  const found = environmentNamed(context, name);
  if (found?.applicationName !== application.name) {
    throw invalidParameter(`No Environment found for EnvironmentName = '${name}'.`);
  }
  return found;
}

/** Puts an environment into the world: launching, without instances. */
export function addEnvironment(context: Context, wanted: Wanted): Environment {
  const { application, name, options, platform } = wanted;
  if (wanted.versionLabel === SAMPLE_LABEL) addSampleVersion(context, application);
  const now = context.now();
  const id = environmentId(context.random);
  const tier = TIERS[wanted.tier];
  const place = { id, tier, options, ...(platform === undefined ? {} : { platform }) };
  const resources = inventResources(context, place);
  // AWS guide: without a load balancer a Cluster environment has no CNAME.
  const isNamed = tier.name === 'WebServer' || resources.loadBalancer !== undefined;
  const cname = fullCname(context, wanted.cnamePrefix ?? `${name}.${cnameSuffix(context.random)}`);
  const environment: Environment = {
    id,
    name,
    arn: `arn:aws:elasticbeanstalk:${context.region}:${context.accountId}:environment/${application.name}/${name}`,
    applicationName: application.name,
    tier,
    ...(platform === undefined ? {} : { platform }),
    status: 'Launching',
    abortable: false,
    versionLabel: wanted.versionLabel,
    expectedDeploymentId: 0,
    deploymentCounter: 0,
    options,
    resources,
    instances: [],
    splitPercent: 0,
    ...(isNamed && tier.name !== 'Worker' ? { cname } : {}),
    dateCreated: now,
    dateUpdated: now,
    health: { color: 'Grey', causes: [], refreshedAt: now, badSamples: 0 },
    logRequests: {},
  };
  context.world.environments.set(id, environment);
  return environment;
}

/** A version without a bundle: runtimes run AWS's sample application for it. */
export function addSampleVersion(context: Context, application: Application, label = SAMPLE_LABEL): void {
  if (application.versions.has(label)) return;
  const now = context.now();
  application.versions.set(label, {
    applicationName: application.name,
    label,
    arn: `arn:aws:elasticbeanstalk:${context.region}:${context.accountId}:applicationversion/${application.name}/${label}`,
    status: 'UNPROCESSED',
    dateCreated: now,
    dateUpdated: now,
  });
}
