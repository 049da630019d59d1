/**
 * The rules of option values, with the texts of the service.
 *
 * Wordings seen in public reports: "Unknown configuration setting." (aws/aws-elastic-beanstalk-cli#532), "Value is less
 * than minimum allowed value: 1" (ThoughtWorksStudios/eb_deployer#44), "Value does not satisfy regex: …"
 * (aws/aws-elastic-beanstalk-cli#77), "Value exceeds the maximum allowed length: 200", the rule about managed updates.
 * The remaining ones follow their pattern; BEHAVIOUR.md names them.
 */
import { ServiceError } from '../service-error.js';
import { findOption, hasOption, loadBalancerTypeOf, type OptionScope } from './catalogue.js';
import { EKS_AUTOSCALING } from './catalogue-cluster.js';
import type { Accepts, OptionSpec } from './option.js';
import type { OptionSetting } from './setting.js';

/** One `ValidationMessage` of ValidateConfigurationSettings. */
export interface ValidationMessage {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly namespace: string;
  readonly optionName: string;
  /** Where the service refuses with another code than that of configurations, or in its own words. */
  readonly refusal?: ServiceError;
}

const COMMAND = 'aws:elasticbeanstalk:command';
const ENVIRONMENT = 'aws:elasticbeanstalk:environment';
const GROUP = 'aws:autoscaling:asg';
const HEALTH = 'aws:elasticbeanstalk:healthreporting:system';
const MANAGED = 'aws:elasticbeanstalk:managedactions';
const ROLLING = 'aws:autoscaling:updatepolicy:rollingupdate';

const MAX_LENGTH = 4096;
/** AWS guide, "Beanstalk Cluster architecture". */
const FIXED_CLUSTER =
  'Changes to EKS cluster configuration (subnets and IAM roles) are not currently supported for an existing environment. Please revert these option settings to continue.';

/**
 * Everything that is wrong with `settings` in an environment. `environment` is the one they are for, before they apply;
 * `existing` says that it exists already, so that options which are fixed at creation cannot change.
 */
export function validateOptions(
  settings: readonly OptionSetting[],
  environment: OptionScope,
  existing = false,
): readonly ValidationMessage[] {
  const after = overlay(environment, settings);
  const own = settings.flatMap((setting) => checkSetting(setting, environment, after, existing));
  return own.length > 0 ? own : checkTogether(settings, after);
}

/** Throws what CreateEnvironment, UpdateEnvironment and the template operations answer to a bad option. */
export function assertValid(settings: readonly OptionSetting[], environment: OptionScope, existing = false): void {
  const problem = validateOptions(settings, environment, existing).find((message) => message.severity === 'error');
  if (problem === undefined) return;
  throw (
    problem.refusal ??
    new ServiceError('ConfigurationValidationException', `Configuration validation exception: ${problem.message}`)
  );
}

function overlay(environment: OptionScope, settings: readonly OptionSetting[]): OptionScope {
  const set = new Map(settings.map((setting) => [`${setting.namespace}\n${setting.optionName}`, setting.value ?? '']));
  return {
    ...environment,
    valueOf: (namespace, optionName) =>
      set.get(`${namespace}\n${optionName}`) ?? environment.valueOf(namespace, optionName),
  };
}

function checkSetting(
  setting: OptionSetting,
  before: OptionScope,
  after: OptionScope,
  existing: boolean,
): readonly ValidationMessage[] {
  const option = findOption(setting.namespace, setting.optionName, before.platform);
  if (before.tier === 'Cluster' && option?.applies !== 'cluster') {
    return [notOfClusters(setting)];
  }
  if (option === undefined || !knownHere(option, after)) {
    return [specification(setting.namespace, setting.optionName, 'Unknown configuration setting.')];
  }
  const problem = checkValue(option, setting, after);
  if (problem !== undefined) return [invalidValue(setting, problem)];
  const current = before.valueOf(setting.namespace, setting.optionName);
  if (existing && option.applies === 'cluster' && option.fixedAtCreation === true) {
    return sameMembers(setting.value, current) ? [] : [fixedCluster(setting)];
  }
  if (existing && option.fixedAtCreation === true && setting.value !== current) {
    return [
      invalidValue(
        setting,
        'This option can be set only during environment creation and cannot be changed afterwards.',
      ),
    ];
  }
  return [];
}

/** A worker's daemon has no place in a web environment, nor has a cluster; options of another load balancer are simply not used. */
function knownHere(option: OptionSpec, scope: OptionScope): boolean {
  return (option.applies !== 'worker' && option.applies !== 'cluster') || hasOption(option.applies, scope);
}

const members = (value = ''): string =>
  value
    .split(',')
    .map((member) => member.trim())
    .sort()
    .join();

/** AWS guide: the same subnets in another order are the same set. */
const sameMembers = (one: string | undefined, other: string | undefined): boolean => members(one) === members(other);

/** AWS guide: the code for every namespace but the twelve; the sentence is assumed. */
function notOfClusters({ namespace, optionName }: OptionSetting): ValidationMessage {
  const message = specification(namespace, optionName, 'Cluster environments do not have this configuration setting.');
  return { ...message, refusal: new ServiceError('InvalidParameterValueException', message.message) };
}

const fixedCluster = ({ namespace, optionName }: OptionSetting): ValidationMessage => ({
  severity: 'error',
  message: FIXED_CLUSTER,
  namespace,
  optionName,
  refusal: new ServiceError('InvalidParameterValue', FIXED_CLUSTER),
});

function checkValue(option: OptionSpec, setting: OptionSetting, scope: OptionScope): string | undefined {
  const value = setting.value ?? '';
  // An empty value puts an option without a default back to "not set".
  if (value === '' && option.initial === undefined) return undefined;
  if (value.length > MAX_LENGTH && option.userDefined === false) {
    return `Value exceeds the maximum allowed length: ${MAX_LENGTH}`;
  }
  if (setting.namespace === COMMAND && setting.optionName === 'BatchSize') {
    const percent = scope.valueOf(COMMAND, 'BatchSizeType') !== 'Fixed';
    return checkWhole(value, 1, percent ? 100 : Number(scope.valueOf(GROUP, 'MaxSize') ?? '10000'));
  }
  return checkAccepts(option.accepts, value);
}

function checkAccepts(accepts: Accepts, value: string): string | undefined {
  switch (accepts.kind) {
    case 'list':
      return undefined;
    case 'json':
      return isJson(value, accepts.of) ? undefined : `Value is not a valid JSON ${accepts.of}.`;
    case 'text':
      if (accepts.pattern === undefined || new RegExp(accepts.pattern).test(value)) return undefined;
      return `Value does not satisfy regex: '${accepts.pattern}' [${accepts.label ?? ''}]`;
    case 'flag':
      return /^(true|false)$/i.test(value) ? undefined : `Value is not one of the allowed values: [true, false]`;
    case 'one-of':
      return accepts.values.includes(value)
        ? undefined
        : `Value is not one of the allowed values: [${accepts.values.join(', ')}]`;
    case 'whole':
      return checkWhole(value, accepts.min, accepts.max);
    case 'number':
      return value.trim() === '' || Number.isNaN(Number(value))
        ? 'Value is not a valid number.'
        : checkRange(Number(value), accepts.min, accepts.max);
  }
}

function isJson(value: string, kind: 'object' | 'array'): boolean {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null && Array.isArray(parsed) === (kind === 'array');
  } catch {
    return false;
  }
}

function checkWhole(value: string, min: number, max: number): string | undefined {
  if (!/^-?\d+$/.test(value)) return 'Value is not a valid integer.';
  return checkRange(Number(value), min, max);
}

function checkRange(value: number, min: number, max: number): string | undefined {
  if (value < min) return `Value is less than minimum allowed value: ${min}`;
  return value > max ? `Value is greater than maximum allowed value: ${max}` : undefined;
}

/** Rules between options. They are looked at only when one of the options concerned is in the request. */
function checkTogether(settings: readonly OptionSetting[], after: OptionScope): readonly ValidationMessage[] {
  const touches = (namespace: string, ...names: string[]): boolean =>
    settings.some((setting) => setting.namespace === namespace && names.includes(setting.optionName));
  const messages: ValidationMessage[] = [];
  if (touches(GROUP, 'MinSize', 'MaxSize') && sizeOf(after, 'MinSize') > sizeOf(after, 'MaxSize')) {
    messages.push(
      specification(GROUP, 'MinSize', 'The minimum size of the group must not be larger than the maximum size.'),
    );
  }
  const rolls = after.valueOf(ROLLING, 'RollingUpdateEnabled')?.toLowerCase() === 'true';
  const least = Number(after.valueOf(ROLLING, 'MinInstancesInService') ?? '0');
  if (touches(GROUP, 'MaxSize') && rolls && least >= sizeOf(after, 'MaxSize')) {
    messages.push(
      specification(
        ROLLING,
        'MinInstancesInService',
        `The minimum instances in service for rolling updates (${least}) should be less than the maximum instance count for the Autoscaling group (${sizeOf(after, 'MaxSize')}).`,
      ),
    );
  }
  const managed = after.valueOf(MANAGED, 'ManagedActionsEnabled')?.toLowerCase() === 'true';
  const enhanced = after.valueOf(HEALTH, 'SystemType') === 'enhanced';
  if ((touches(MANAGED, 'ManagedActionsEnabled') || touches(HEALTH, 'SystemType')) && managed && !enhanced) {
    messages.push(
      specification(
        MANAGED,
        'ManagedActionsEnabled',
        `Managed platform updates require enhanced health reporting (option SystemType in namespace ${HEALTH}).`,
      ),
    );
  }
  if (touches(EKS_AUTOSCALING, 'min-replica', 'max-replica') && replicas(after, 'min') > replicas(after, 'max')) {
    messages.push(specification(EKS_AUTOSCALING, 'min-replica', 'min-replica must not be larger than max-replica.'));
  }
  const splitting = after.valueOf(COMMAND, 'DeploymentPolicy') === 'TrafficSplitting';
  const touched = touches(COMMAND, 'DeploymentPolicy') || touches(ENVIRONMENT, 'EnvironmentType', 'LoadBalancerType');
  if (touched && splitting && loadBalancerTypeOf(after) !== 'application') {
    messages.push(
      specification(
        COMMAND,
        'DeploymentPolicy',
        'The TrafficSplitting deployment policy requires an environment with an Application Load Balancer.',
      ),
    );
  }
  return messages;
}

const replicas = (scope: OptionScope, bound: 'min' | 'max'): number =>
  Number(scope.valueOf(EKS_AUTOSCALING, `${bound}-replica`));

const sizeOf = (scope: OptionScope, name: string): number => Number(scope.valueOf(GROUP, name));

const specification = (namespace: string, optionName: string, reason: string): ValidationMessage => ({
  severity: 'error',
  message: `Invalid option specification (Namespace: '${namespace}', OptionName: '${optionName}'): ${reason}`,
  namespace,
  optionName,
});

const invalidValue = ({ namespace, optionName, value }: OptionSetting, reason: string): ValidationMessage => ({
  severity: 'error',
  message: `Invalid option value: '${value ?? 'null'}' (Namespace: '${namespace}', OptionName: '${optionName}'): ${reason}`,
  namespace,
  optionName,
});
