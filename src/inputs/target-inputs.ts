/** Inputs that say what is done, where, and under which strategy. */
import { choice, document, flag, optional, pairs, required, text, withDefault } from '../domain/input.js';
import {
  LOCK_OPERATION_SUMMARIES,
  OPERATION_NAMES,
  OPERATION_SUMMARIES,
  PREVIEW_OPERATION_SUMMARIES,
} from '../operations/names.js';
import { STRATEGY_NAMES } from '../strategies/index.js';

/** `us-gov-west-1`, `mx-central-1`, `cn-north-1`: no list of prefixes, so that a new region needs no release. */
const REGION = { pattern: /^[a-z]{2,}(-[a-z]+)+-\d+$/, because: 'does not look like a region such as eu-west-1' };
/** AWS API reference, CreateEnvironment: EnvironmentName. */
const ENVIRONMENT = {
  pattern: /^(?!-)[A-Za-z0-9-]{4,40}(?<!-)$/,
  because: 'is not an environment name (4 to 40 letters, digits and hyphens, no hyphen at the ends)',
};
/** AWS API reference, CreateApplication: ApplicationName. */
const APPLICATION = {
  pattern: /^[^/]{1,100}$/,
  because: 'is not an application name (up to 100 characters, no slash)',
};

const ROLE = {
  pattern: /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
  because: 'is not the ARN of a role (`arn:aws:iam::123456789012:role/deploy`)',
};
/** AWS API reference, AssumeRole: RoleSessionName. */
const SESSION_NAME = {
  pattern: /^[\w+=,.@-]{2,64}$/,
  because: 'is not 2 to 64 letters, digits and characters of +=,.@-_',
};

export const TARGET_INPUTS = {
  'aws-region': required(text('a region such as `eu-west-1`', REGION), {
    help: 'Region of the environment.',
    aws: true,
    unless: 'environments',
  }),
  'application-name': required(text('the name of an application', APPLICATION), {
    help: 'Elastic Beanstalk application.',
    aws: true,
    unless: 'environments',
  }),
  'environment-name': required(text('the name of an environment', ENVIRONMENT), {
    help: 'Elastic Beanstalk environment to deploy to.',
    aws: true,
    unless: 'environments',
  }),
  'role-to-assume': optional(text('the ARN of a role', ROLE), {
    help: 'Role to deploy with, in place of aws-actions/configure-aws-credentials: taken with an ID token of GitHub (`permissions: id-token: write`), else with the credentials that the job has; renewed before it ends, however long the rollout takes.',
  }),
  'role-session-name': withDefault(text('a session name', SESSION_NAME), 'beanstalk-rollout', {
    help: 'Name of the session, as CloudTrail shows it (`role-to-assume`).',
  }),
  operation: withDefault(choice(OPERATION_NAMES), 'deploy', {
    help: `What to do. ${Object.entries({
      ...OPERATION_SUMMARIES,
      ...LOCK_OPERATION_SUMMARIES,
      ...PREVIEW_OPERATION_SUMMARIES,
    })
      .map(([name, summary]) => `\`${name}\`: ${summary}`)
      .join('; ')}.`,
  }),
  'dry-run': withDefault(flag, 'false', {
    help: 'Show the plan and compare all strategies for this environment, in the log and on the page of the run; nothing is changed.',
  }),
  strategy: withDefault(choice(STRATEGY_NAMES), 'as-configured', {
    help: 'How the version reaches the instances; see docs/strategies.md.',
  }),
  'restore-policy': withDefault(flag, 'false', {
    help: "Put the environment's own deployment policy back when the strategy had to change it.",
  }),
} as const;

export const CONFIGURATION_INPUTS = {
  'option-settings': optional(document('JSON or YAML, or the path of a file in the workspace'), {
    help: 'Options to change in the same update: a list of `Namespace`, `OptionName`, `Value`, or a map from namespace to options, as JSON or YAML, inline or as the path of a file in the workspace.',
    aws: true,
  }),
  'environment-variables': optional(pairs, {
    help: 'Environment properties to set in the same update, one `KEY=value` a line; `KEY=` removes the key and all others stay; values are never printed.',
  }),
  'solution-stack-name': optional(text('the name of a solution stack'), {
    help: 'What a new environment is created on; an environment that exists must run on it already (it is never moved).',
    aws: true,
  }),
  'platform-arn': optional(text('the ARN of a platform version'), {
    help: 'What a new environment is created on; an environment that exists must run on it already (it is never moved).',
    aws: true,
  }),
} as const;
