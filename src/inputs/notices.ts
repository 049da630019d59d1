/** What is said about inputs that are accepted but mean something else, or nothing, here. */
import type { OptionSetting } from '../domain/environment.js';
import type { ValuesOf } from '../domain/input.js';
import { creationNotice } from './aws-creation.js';
import type { CommonInputs } from './declarations.js';

/** `values`: as they were given, before anything is filled in. */
export function notices(values: ValuesOf<CommonInputs>, options: readonly OptionSetting[]): readonly string[] {
  const creation = creationNotice(values, options);
  const reuse = values['use-existing-application-version-if-available'];
  const without = (['max-retries', 'retry-delay'] as const).filter((name) => values[name] !== undefined);
  const ignored = (['verbose-logging'] as const).filter((name) => values[name]);
  return [
    ...(creation === undefined ? [] : [creation]),
    ...[...without, ...ignored].map((name) => `\`${name}\` has no effect here.`),
    ...(values['mask-resource-identifiers']
      ? ['`mask-resource-identifiers: true`: the account and the names in the inputs are masked in log and summary.']
      : []),
    ...(reuse === undefined
      ? []
      : [
          `\`use-existing-application-version-if-available: ${reuse}\` is taken as \`on-label-conflict: ${reuse ? 'reuse' : 'fail'}\`.`,
        ]),
    ...(values['create-s3-bucket-if-not-exists']
      ? []
      : [
          '`create-s3-bucket-if-not-exists: false` has no effect: Elastic Beanstalk provides its own bucket when it is missing.',
        ]),
    ...(values['deployment-timeout'] === undefined
      ? []
      : [
          '`deployment-timeout` is taken as `timeout`: one limit for the whole rollout, not one for each of its phases.',
        ]),
    ...(values['create-application-if-not-exists'] === true &&
    values['create-environment-if-not-exists'] === undefined &&
    creation === undefined
      ? [
          '`create-application-if-not-exists` has no effect: an application is created together with its first environment, and nothing says what to create that from.',
        ]
      : []),
    ...(values['wait-for-deployment']
      ? []
      : ['`wait-for-deployment: false`: the run ends without knowing how the deployment ends.']),
  ];
}
