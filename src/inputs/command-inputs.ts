/** Inputs for the user's own commands on one instance (docs/hooks.md). */
import { duration, optional, text, withDefault } from '../domain/input.js';
import type { Problem } from '../domain/problem.js';
import type { CommandSettings } from '../domain/settings.js';
import type { ConfiguredStrategy } from '../domain/strategy.js';
import { hours, seconds } from '../domain/time.js';
import { contradiction } from './input-problems.js';

export const SCRIPT = text('a shell command, or several lines of them', {
  // The whole request may have 64 KB, and the script is part of it.
  pattern: /^.{1,20000}$/su,
  because: 'is longer than 20,000 characters',
});

export const COMMAND_INPUTS = {
  'pre-traffic-command': optional(SCRIPT, {
    help: 'Shell command that runs once, on exactly one instance of the new side, before it gets traffic (database migrations); when it fails, traffic does not move. Only with `strategy: blue-green` or `canary`.',
    operations: ['deploy', 'prepare', 'promote'],
  }),
  'post-deploy-command': optional(SCRIPT, {
    help: 'Shell command that runs once, on exactly one instance, after the deployment is proven, and with `blue-green` after traffic has moved; when it fails, the rollout has failed.',
    operations: ['deploy', 'promote'],
  }),
  'command-timeout': withDefault(duration(seconds(5), hours(12)), '10m', {
    help: 'How long `pre-traffic-command` and `post-deploy-command` may take, each.',
    operations: ['deploy', 'prepare', 'promote'],
  }),
} as const;

interface CommandValues {
  readonly 'pre-traffic-command'?: string | undefined;
  readonly 'post-deploy-command'?: string | undefined;
  readonly 'command-timeout'?: number | undefined;
  readonly 'wait-for-deployment'?: boolean | undefined;
}

export function commandSettings(values: CommandValues): CommandSettings | undefined {
  const { 'pre-traffic-command': preTraffic, 'post-deploy-command': postDeploy, 'command-timeout': timeout } = values;
  if (timeout === undefined || (preTraffic === undefined && postDeploy === undefined)) return undefined;
  return {
    ...(preTraffic === undefined ? {} : { preTraffic }),
    ...(postDeploy === undefined ? {} : { postDeploy }),
    timeout,
  };
}

export function commandContradictions(
  values: CommandValues,
  chosen: ConfiguredStrategy | undefined,
): readonly Problem[] {
  const { 'pre-traffic-command': preTraffic, 'post-deploy-command': postDeploy } = values;
  return [
    ...(preTraffic !== undefined && chosen !== undefined && chosen.pair === undefined
      ? [
          contradiction(
            'pre-traffic-command',
            `\`pre-traffic-command\` is given, but with \`strategy: ${chosen.name}\` there is no moment at which the new version is there and has no traffic yet.`,
            'Use `strategy: blue-green` or `canary`, or a platform hook (`.platform/hooks/predeploy`) in the bundle, or `post-deploy-command`.',
          ),
        ]
      : []),
    ...(postDeploy !== undefined && values['wait-for-deployment'] === false
      ? [
          contradiction(
            'post-deploy-command',
            '`post-deploy-command` is given, but `wait-for-deployment: false` ends before the deployment does.',
            'Remove one of the two.',
          ),
        ]
      : []),
  ];
}
