/** Configuration: which options there are, what they are set to, whether settings would be taken, drafts. */
import {
  type Context,
  effectiveOptions,
  environmentNamed,
  type Input,
  invalidParameter,
  type Operations,
  type Output,
  requireApplication,
  requiredText,
  textOf,
} from '../context.js';
import { findOption, type OptionScope, optionsFor } from '../options/catalogue.js';
import { type OptionSpec, severityOf } from '../options/option.js';
import { readSettings, scopeOf } from '../options/setting.js';
import { validateOptions } from '../options/validate.js';
import { platformOf } from '../platform-list.js';
import { ServiceError } from '../service-error.js';
import type { Environment, Options, Platform } from '../world.js';
import { requireTemplate } from './templates.js';

interface Subject {
  readonly platform?: Platform;
  readonly tier?: Environment['tier'];
  readonly options: Options;
}

function requireNamedEnvironment(context: Context, name: string, applicationName?: string): Environment {
  const environment = environmentNamed(context, name);
  if (environment === undefined || (applicationName !== undefined && environment.applicationName !== applicationName)) {
    throw invalidParameter(`No Environment found for EnvironmentName = '${name}'.`);
  }
  return environment;
}

/** What the request is about: an environment, a template, a platform, or nothing in particular. */
function subjectOf(context: Context, input: Input): Subject {
  const environmentName = textOf(input, 'EnvironmentName');
  const templateName = textOf(input, 'TemplateName');
  const applicationName = textOf(input, 'ApplicationName');
  if (environmentName !== undefined) {
    const environment = requireNamedEnvironment(context, environmentName, applicationName);
    const { platform, tier } = environment;
    return { ...(platform === undefined ? {} : { platform }), tier, options: effectiveOptions(environment) };
  }
  if (templateName !== undefined) {
    return requireTemplate(requireApplication(context, applicationName ?? ''), templateName);
  }
  const platform = platformOf(context.region, {
    solutionStackName: textOf(input, 'SolutionStackName'),
    platformArn: textOf(input, 'PlatformArn'),
  });
  return { options: {}, ...(platform === undefined ? {} : { platform }) };
}

function describeOptions(context: Context, input: Input): Output {
  const subject = subjectOf(context, input);
  const scope = scopeOf(subject);
  const asked = readSettings(input.Options);
  const options =
    asked.length === 0
      ? optionsFor(scope)
      : optionsFor(scope).filter((option) =>
          asked.some(
            ({ namespace, optionName }) =>
              (namespace === '' || namespace === option.namespace) && (optionName === '' || optionName === option.name),
          ),
        );
  return {
    ...(subject.platform === undefined
      ? {}
      : { SolutionStackName: subject.platform.solutionStackName, PlatformArn: subject.platform.arn }),
    Options: options.map(optionDescription),
  };
}

function optionDescription(option: OptionSpec): Output {
  const { accepts } = option;
  return {
    Namespace: option.namespace,
    Name: option.name,
    ...(option.initial === undefined ? {} : { DefaultValue: option.initial }),
    ChangeSeverity: severityOf(option),
    UserDefined: option.userDefined,
    ValueType: accepts.kind === 'list' ? 'List' : 'Scalar',
    ...(accepts.kind === 'one-of' ? { ValueOptions: accepts.values } : {}),
    ...(accepts.kind === 'flag' ? { ValueOptions: ['true', 'false'] } : {}),
    ...(accepts.kind === 'whole' ? { MinValue: accepts.min, MaxValue: accepts.max } : {}),
    ...(accepts.kind === 'text' && accepts.pattern !== undefined
      ? { Regex: { Pattern: accepts.pattern, Label: accepts.label ?? '' } }
      : {}),
  };
}

/** The CloudFormation resource that some namespaces belong to. */
const RESOURCE_OF: Readonly<Record<string, string>> = {
  'aws:autoscaling:asg': 'AWSEBAutoScalingGroup',
  'aws:autoscaling:launchconfiguration': 'AWSEBAutoScalingLaunchConfiguration',
  'aws:autoscaling:trigger': 'AWSEBCloudwatchAlarmLow',
  'aws:autoscaling:updatepolicy:rollingupdate': 'AWSEBAutoScalingGroup',
  'aws:ec2:vpc': 'AWSEBAutoScalingLaunchConfiguration',
};

/** Every option of the environment with its value; an option without one has no `Value`. */
function settingsOf(scope: OptionScope, options: Options): readonly Output[] {
  const known = optionsFor(scope).map(({ namespace, name }) => ({ namespace, name }));
  const seen = new Set(known.map(({ namespace, name }) => `${namespace}\n${name}`));
  for (const [namespace, values] of Object.entries(options)) {
    for (const name of Object.keys(values)) {
      if (!seen.has(`${namespace}\n${name}`)) known.push({ namespace, name });
    }
  }
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return known
    .sort((a, b) => compare(a.namespace, b.namespace) || compare(a.name, b.name))
    .filter(({ namespace, name }) => findOption(namespace, name)?.secret !== true)
    .map(({ namespace, name }) => {
      const value = scope.valueOf(namespace, name);
      const resource = RESOURCE_OF[namespace];
      return {
        ...(resource === undefined ? {} : { ResourceName: resource }),
        Namespace: namespace,
        OptionName: name,
        ...(value === undefined || (value === '' && namespace !== PROPERTIES) ? {} : { Value: value }),
      };
    });
}

const PROPERTIES = 'aws:elasticbeanstalk:application:environment';

function describeSettings(context: Context, input: Input): Output {
  const applicationName = requiredText(input, 'ApplicationName');
  const templateName = textOf(input, 'TemplateName');
  const environmentName = textOf(input, 'EnvironmentName');
  const application = requireApplication(context, applicationName);
  if (templateName !== undefined && environmentName !== undefined) {
    throw new ServiceError(
      'InvalidParameterCombination',
      'TemplateName and EnvironmentName cannot be specified together.',
    );
  }
  if (templateName !== undefined) {
    const template = requireTemplate(application, templateName);
    return {
      ConfigurationSettings: [
        {
          ...heading(template),
          TemplateName: template.name,
          OptionSettings: settingsOf(scopeOf(template), template.options),
        },
      ],
    };
  }
  if (environmentName === undefined) {
    throw new ServiceError('MissingRequiredParameter', 'Either EnvironmentName or TemplateName must be provided.');
  }
  const environment = requireNamedEnvironment(context, environmentName, applicationName);
  return { ConfigurationSettings: environmentSettings(environment) };
}

const heading = (of: {
  readonly platform?: Platform;
  readonly applicationName: string;
  readonly description?: string;
  readonly dateCreated: number;
  readonly dateUpdated: number;
}): Output => ({
  ...(of.platform === undefined
    ? {}
    : { SolutionStackName: of.platform.solutionStackName, PlatformArn: of.platform.arn }),
  ApplicationName: of.applicationName,
  ...(of.description === undefined ? {} : { Description: of.description }),
  DateCreated: new Date(of.dateCreated),
  DateUpdated: new Date(of.dateUpdated),
});

/** The running configuration, and after it a draft: `pending` while it is being deployed, `failed` when that went wrong. */
function environmentSettings(environment: Environment): readonly Output[] {
  const one = (options: Options, status: string, dateUpdated: number): Output => ({
    ...heading({ ...environment, dateUpdated }),
    EnvironmentName: environment.name,
    DeploymentStatus: status,
    OptionSettings: settingsOf(scopeOf({ ...environment, options }), options),
  });
  const { draft } = environment;
  const running = one(
    effectiveOptions(environment),
    'deployed',
    draft === undefined ? environment.dateUpdated : environment.dateCreated,
  );
  return draft === undefined ? [running] : [running, one(draft.options, draft.status, draft.dateUpdated)];
}

function validateSettings(context: Context, input: Input): Output {
  requireApplication(context, requiredText(input, 'ApplicationName'));
  const subject = subjectOf(context, input);
  const existing = textOf(input, 'EnvironmentName') !== undefined;
  const messages = validateOptions(readSettings(input.OptionSettings), scopeOf(subject), existing);
  return {
    Messages: messages.map(({ message, severity, namespace, optionName }) => ({
      Message: message,
      Severity: severity,
      Namespace: namespace,
      OptionName: optionName,
    })),
  };
}

function deleteDraft(context: Context, input: Input): undefined {
  const applicationName = requiredText(input, 'ApplicationName');
  const environment = requireNamedEnvironment(context, requiredText(input, 'EnvironmentName'), applicationName);
  // The draft of an update that is under way belongs to that update.
  if (environment.draft?.status === 'failed') delete environment.draft;
}

export const operations: Operations = {
  DescribeConfigurationOptions: describeOptions,
  DescribeConfigurationSettings: describeSettings,
  ValidateConfigurationSettings: validateSettings,
  DeleteEnvironmentConfiguration: deleteDraft,
};
