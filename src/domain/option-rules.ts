/** Whether option values can be right on a platform, by what DescribeConfigurationOptions says of each option. Pure. */
import type { OptionKey, OptionSetting } from './environment.js';

/** What the service, or what it says of an option, holds against a value. */
export interface OptionMessage {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** One `ConfigurationOptionDescription` (AWS API reference). */
export interface OptionDescription extends OptionKey {
  /** `List`: several values, separated by commas. */
  readonly isList: boolean;
  /** The only values there are; empty: any. */
  readonly values: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
}

/** Namespaces whose options, or whose own last part, are the user's to name; they cannot be listed beforehand. */
const NAMED_BY_USERS: readonly RegExp[] = [
  /^aws:elasticbeanstalk:application:environment(secrets)?$/,
  /^aws:elasticbeanstalk:environment:process:/,
  /^aws:elasticbeanstalk:customoption$/,
  /^aws:cloudformation:/,
  /^aws:autoscaling:scheduledaction$/,
  /:listener(rule)?:/,
];

/**
 * An option that is not described is only doubtful: some exist just with others beside them (a load balancer's with an
 * environment that has one). A value outside of what is described will be refused.
 */
export function judgeOptions(
  options: readonly OptionSetting[],
  described: readonly OptionDescription[],
): readonly OptionMessage[] {
  return options.flatMap((option): readonly OptionMessage[] => {
    const { namespace, name, value } = option;
    if (value === '' || NAMED_BY_USERS.some((pattern) => pattern.test(namespace))) return [];
    const rule = described.find((one) => one.namespace === namespace && one.name === name);
    if (rule === undefined) {
      return [{ severity: 'warning', namespace, name, message: 'the platform does not describe this option' }];
    }
    const why = whyNot(value, rule);
    return why === undefined ? [] : [{ severity: 'error', namespace, name, message: why }];
  });
}

/** A clause without the value, which may be a secret. */
function whyNot(value: string, { isList, values, min, max, maxLength }: OptionDescription): string | undefined {
  const isOneOf = values.some((one) => one.toLowerCase() === value.toLowerCase());
  if (!isList && values.length > 0 && !isOneOf) return `its value must be one of ${values.join(', ')}`;
  if (maxLength !== undefined && value.length > maxLength) return `its value is longer than ${maxLength} characters`;
  if (isList || (min === undefined && max === undefined)) return undefined;
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) return 'its value must be a number';
  if (min !== undefined && number < min) return `its value is less than ${min}`;
  return max !== undefined && number > max ? `its value is more than ${max}` : undefined;
}
