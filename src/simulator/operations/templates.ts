/** Configuration templates (saved configurations): made from an environment, another template or a platform. */
import { notOfClusters } from '../cluster/cluster.js';
import {
  type Context,
  type Input,
  invalidParameter,
  type Operations,
  type Output,
  recordOf,
  requireApplication,
  requiredText,
  textOf,
} from '../context.js';
import { checkNames, describedBy } from '../names.js';
import { mergeOptions, readSettings, scopeOf } from '../options/setting.js';
import { assertValid } from '../options/validate.js';
import { platformOf } from '../platform-list.js';
import { ServiceError } from '../service-error.js';
import type { Application, Options, Platform, Template } from '../world.js';
import { dropTags, tagAtCreation } from './tags.js';

/** Templates that an account may have in a region (AWS guide, "Endpoints and quotas"). */
export const TEMPLATE_QUOTA = 2_000;

/** The description that template operations answer: who and when, not the options. */
const described = (template: Template): Output => ({
  SolutionStackName: template.platform.solutionStackName,
  PlatformArn: template.platform.arn,
  ApplicationName: template.applicationName,
  TemplateName: template.name,
  ...(template.description === undefined ? {} : { Description: template.description }),
  DateCreated: new Date(template.dateCreated),
  DateUpdated: new Date(template.dateUpdated),
});

export function requireTemplate(application: Application, name: string): Template {
  const template = application.templates.get(name);
  if (template === undefined) throw invalidParameter(`No Configuration Template named '${name}' found.`);
  return template;
}

interface Base {
  readonly platform: Platform;
  readonly options: Options;
}

/** What a new template starts from: exactly one of an environment, another template, a platform. */
function baseOf(context: Context, input: Input): Base {
  const environmentId = textOf(input, 'EnvironmentId');
  const source = recordOf(input, 'SourceConfiguration');
  const platform = platformOf(context.region, {
    solutionStackName: textOf(input, 'SolutionStackName'),
    platformArn: textOf(input, 'PlatformArn'),
  });
  if (source !== undefined) {
    const application = requireApplication(context, requiredText(source, 'ApplicationName'));
    const template = requireTemplate(application, requiredText(source, 'TemplateName'));
    if (platform !== undefined && platform.arn !== template.platform.arn) {
      throw new ServiceError(
        'InvalidParameterCombination',
        'The solution stack must match that of the source configuration.',
      );
    }
    return template;
  }
  if (environmentId !== undefined) {
    const environment = context.world.environments.get(environmentId);
    if (environment === undefined || environment.status === 'Terminated') {
      throw invalidParameter(`No Environment found for EnvironmentId = '${environmentId}'.`);
    }
    const base = platform ?? environment.platform;
    if (base === undefined) throw notOfClusters('Configuration templates');
    return { platform: base, options: environment.options };
  }
  if (platform === undefined) {
    throw invalidParameter('Unable to determine base for template pack (no solution stack)');
  }
  return { platform, options: {} };
}

function requireRoom(context: Context): void {
  let count = 0;
  for (const application of context.world.applications.values()) count += application.templates.size;
  if (count < TEMPLATE_QUOTA) return;
  throw new ServiceError(
    'TooManyConfigurationTemplatesException',
    `You cannot have more than ${TEMPLATE_QUOTA} Configuration Templates. Either remove some Configuration Templates or request a limit increase.`,
  );
}

function createTemplate(context: Context, input: Input): Output {
  checkNames(input, 'TemplateName', 'Description');
  const application = requireApplication(context, requiredText(input, 'ApplicationName'));
  const name = requiredText(input, 'TemplateName');
  if (application.templates.has(name)) throw invalidParameter(`Configuration Template ${name} already exists.`);
  requireRoom(context);
  const base = baseOf(context, input);
  const settings = readSettings(input.OptionSettings);
  assertValid(settings, scopeOf(base));
  const template: Template = {
    applicationName: application.name,
    name,
    ...describedBy(input),
    platform: base.platform,
    options: mergeOptions(base.options, settings, []),
    dateCreated: context.now(),
    dateUpdated: context.now(),
  };
  application.templates.set(name, template);
  tagAtCreation(context, templateArn(context, template), input);
  return described(template);
}

const templateArn = (context: Context, template: Template): string =>
  `arn:aws:elasticbeanstalk:${context.region}:${context.accountId}:configurationtemplate/${template.applicationName}/${template.name}`;

function updateTemplate(context: Context, input: Input): Output {
  checkNames(input, 'Description');
  const application = requireApplication(context, requiredText(input, 'ApplicationName'));
  const template = requireTemplate(application, requiredText(input, 'TemplateName'));
  const settings = readSettings(input.OptionSettings);
  assertValid(settings, scopeOf(template));
  template.options = mergeOptions(template.options, settings, readSettings(input.OptionsToRemove));
  if (typeof input.Description === 'string') template.description = input.Description;
  template.dateUpdated = context.now();
  return described(template);
}

function deleteTemplate(context: Context, input: Input): undefined {
  const application = requireApplication(context, requiredText(input, 'ApplicationName'));
  const template = application.templates.get(requiredText(input, 'TemplateName'));
  if (template === undefined) return;
  // An environment that was launched from a template has its own copy of the settings: deleting is always allowed.
  application.templates.delete(template.name);
  dropTags(context, templateArn(context, template));
}

export const operations: Operations = {
  CreateConfigurationTemplate: createTemplate,
  UpdateConfigurationTemplate: updateTemplate,
  DeleteConfigurationTemplate: deleteTemplate,
};
