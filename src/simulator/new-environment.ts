/** An environment as CreateEnvironment, a rebuild or a seed brings it into the world, before anything of it runs. */
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
import { layerOptions, mergeOptions, readSettings, scopeOf } from './options/setting.js';
import { assertValid } from './options/validate.js';
import { platformOf } from './platform-list.js';
import { cnameSuffix, environmentId } from './random.js';
import { inventResources } from './resources.js';
import { ServiceError } from './service-error.js';
import type { Application, Environment, Options, Platform } from './world.js';

/** The label of AWS's sample application, which environments without a version run. */
export const SAMPLE_LABEL = 'Sample Application';

export interface Wanted {
  readonly application: Application;
  readonly name: string;
  readonly versionLabel: string;
  readonly tier: 'WebServer' | 'Worker';
  readonly platform: Platform;
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
  if (label !== undefined) requireDeployable(application, label);
  const cnamePrefix = textOf(input, 'CNAMEPrefix');
  if (cnamePrefix !== undefined && !isCnameFree(context, fullCname(context, cnamePrefix))) {
    throw invalidParameter(`DNS name (${cnamePrefix}) is not available.`);
  }
  const tier = tierOf(input);
  const { platform, options } = configured(context, application, input, tier);
  const environment = addEnvironment(context, {
    application,
    name,
    versionLabel: label ?? SAMPLE_LABEL,
    tier,
    platform,
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

/** Cluster environments (Amazon EKS) are another world: the simulator has Standard ones only. */
function tierOf(input: Input): Wanted['tier'] {
  const name = textOf(recordOf(input, 'Tier') ?? {}, 'Name') ?? 'WebServer';
  if (name === 'WebServer' || name === 'Worker') return name;
  if (name !== 'Cluster') throw invalidParameter(`Invalid environment tier: ${name}.`);
  throw new ServiceError(
    'NotImplemented',
    'The simulator does not implement Cluster environments. See BEHAVIOUR.md.',
    501,
  );
}

const generatedName = (context: Context, application: Application): string =>
  `${application.name.replace(/[^A-Za-z0-9-]/g, '').slice(0, 25) || 'env'}-${environmentId(context.random).slice(2, 8)}`;

/** Platform and options from the template and the request, the request's being the stronger ones. */
function configured(
  context: Context,
  application: Application,
  input: Input,
  tier: Wanted['tier'],
): { readonly platform: Platform; readonly options: Options } {
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
  const worker = wanted.tier === 'Worker';
  const tier: Environment['tier'] = worker
    ? { name: 'Worker', type: 'SQS/HTTP', version: '3.0' }
    : { name: 'WebServer', type: 'Standard', version: '1.0' };
  const cname = fullCname(context, wanted.cnamePrefix ?? `${name}.${cnameSuffix(context.random)}`);
  const environment: Environment = {
    id,
    name,
    arn: `arn:aws:elasticbeanstalk:${context.region}:${context.accountId}:environment/${application.name}/${name}`,
    applicationName: application.name,
    tier,
    platform,
    status: 'Launching',
    abortable: false,
    versionLabel: wanted.versionLabel,
    expectedDeploymentId: 0,
    deploymentCounter: 0,
    options,
    resources: inventResources(context, { id, tier, platform, options }),
    instances: [],
    splitPercent: 0,
    ...(worker ? {} : { cname }),
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
