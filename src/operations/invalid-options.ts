/** What is held against option values before anything is changed: problems, and warnings of a plan. Pure. */
import type { OptionMessage } from '../domain/option-rules.js';
import type { Problem } from '../domain/problem.js';

const named = ({ namespace, name }: OptionMessage): string =>
  name === undefined ? '' : `${namespace === undefined ? '' : `${namespace}:`}${name}: `;

export const refuseInvalidOptions = (messages: readonly OptionMessage[]): readonly Problem[] =>
  messages
    .filter(({ severity }) => severity === 'error')
    .map((one) => (FIXED.test(one.message) ? fixed(one) : invalid(one)));

/** The exact words of the AWS guide, about an environment that exists. */
const FIXED = /Changes to EKS cluster configuration \(subnets and IAM roles\)/i;

const fixed = (one: OptionMessage): Problem => ({
  code: 'cluster-setting-fixed',
  blame: 'you',
  what: `Elastic Beanstalk does not accept an option: ${named(one)}${one.message}`,
  hint: 'Take the subnets and roles that it has, or create a new environment with others and swap the CNAMEs.',
  input: 'option-settings',
});

const invalid = (one: OptionMessage): Problem => ({
  code: 'invalid-option',
  blame: 'you',
  what: `Elastic Beanstalk does not accept an option: ${named(one)}${one.message}`,
  hint: 'Correct it in `option-settings` or `environment-variables`; names and values are in the AWS guide, "General options for all environments".',
  input: 'option-settings',
});

export const warnOfOptions = (messages: readonly OptionMessage[]): readonly string[] =>
  messages.filter(({ severity }) => severity === 'warning').map((one) => `${named(one)}${one.message}`);
