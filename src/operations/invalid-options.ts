/** What is held against option values before anything is changed: problems, and warnings of a plan. Pure. */
import type { OptionMessage } from '../domain/option-rules.js';
import type { Problem } from '../domain/problem.js';

const named = ({ namespace, name }: OptionMessage): string =>
  name === undefined ? '' : `${namespace === undefined ? '' : `${namespace}:`}${name}: `;

export const refuseInvalidOptions = (messages: readonly OptionMessage[]): readonly Problem[] =>
  messages
    .filter(({ severity }) => severity === 'error')
    .map((one) => ({
      code: 'invalid-option',
      blame: 'you',
      what: `Elastic Beanstalk does not accept an option: ${named(one)}${one.message}`,
      hint: 'Correct it in `option-settings` or `environment-variables`; names and values are in the AWS guide, "General options for all environments".',
      input: 'option-settings',
    }));

export const warnOfOptions = (messages: readonly OptionMessage[]): readonly string[] =>
  messages.filter(({ severity }) => severity === 'warning').map((one) => `${named(one)}${one.message}`);
