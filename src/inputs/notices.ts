/** What is said about inputs that are accepted but mean something else, or nothing, here. */
import type { ValuesOf } from '../domain/input.js';
import type { CommonInputs } from './declarations.js';

export function notices(values: ValuesOf<CommonInputs>): readonly string[] {
  const reuse = values['use-existing-application-version-if-available'];
  const without = (['max-retries', 'retry-delay'] as const).filter((name) => values[name] !== undefined);
  const ignored = (['mask-resource-identifiers', 'verbose-logging'] as const).filter((name) => values[name]);
  return [
    ...[...without, ...ignored].map((name) => `\`${name}\` has no effect here.`),
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
      : ['`deployment-timeout` is taken as `timeout`: one limit for the whole rollout.']),
    ...(values['wait-for-deployment']
      ? []
      : ['`wait-for-deployment: false`: the run ends without knowing how the deployment ends.']),
  ];
}
