/** Rules about inputs that do not go together. Each looks only at what could be read, so that all problems appear at once. */
import type { OptionSetting } from '../domain/environment.js';
import { PROPERTIES_NAMESPACE } from '../domain/fleet.js';
import type { Problem } from '../domain/problem.js';
import type { BundleSource } from '../domain/settings.js';
import { COMMAND_NAMESPACE, TRAFFIC_SPLITTING_NAMESPACE } from '../domain/strategy.js';
import { formatDuration } from '../domain/time.js';
import { canaryContradictions } from './canary-contradictions.js';
import { clusterContradictions } from './cluster-inputs.js';
import { type Given, STRATEGY_INPUTS } from './declarations.js';
import { environmentContradictions } from './environment-inputs.js';
import { contradiction } from './input-problems.js';
import { rollbackContradictions } from './rollback-inputs.js';

interface Situation {
  readonly values: Given;
  readonly options: readonly OptionSetting[];
  readonly lookUp: (name: string) => string;
  readonly source: BundleSource | undefined;
}

export function contradictions(situation: Situation): readonly Problem[] {
  return [
    ...otherStrategies(situation),
    ...environmentContradictions(situation.values, situation.lookUp),
    ...clusterContradictions(situation.values, situation.options, (name) => situation.lookUp(name).trim() !== ''),
    ...policyTwice(situation),
    ...variablesTwice(situation),
    ...timeouts(situation),
    ...health(situation),
    ...notWaiting(situation),
    ...labelConflict(situation),
    ...packaging(situation),
    ...rollbackContradictions(situation.values, situation.lookUp),
    ...canaryContradictions(situation.values, situation.lookUp),
  ];
}

/** Defaults of strategy inputs are never written to `action.yml`, so a text here was really given. */
function otherStrategies({ values, lookUp }: Situation): readonly Problem[] {
  const { strategy } = values;
  if (strategy === undefined || values.operation === 'terminate') return [];
  return [...STRATEGY_INPUTS]
    .filter(([name, { strategies }]) => lookUp(name) !== '' && !strategies.includes(strategy))
    .map(([name, { strategies }]) =>
      contradiction(
        name,
        `\`${name}\` is given, but \`strategy: ${strategy}\` does not use it.`,
        `Remove it, or choose ${strategies.map((one) => `\`${one}\``).join(' or ')}.`,
      ),
    );
}

function policyTwice({ values, options }: Situation): readonly Problem[] {
  if (values.strategy === undefined || values.strategy === 'as-configured') return [];
  return options
    .filter(
      (one) =>
        one.namespace === TRAFFIC_SPLITTING_NAMESPACE ||
        (one.namespace === COMMAND_NAMESPACE && ['DeploymentPolicy', 'BatchSize', 'BatchSizeType'].includes(one.name)),
    )
    .map((one) =>
      contradiction(
        'option-settings',
        `\`option-settings\` sets ${one.name}, which \`strategy: ${values.strategy ?? ''}\` sets too.`,
        'Leave it to the strategy and its inputs, or use `strategy: as-configured`.',
      ),
    );
}

function variablesTwice({ values, options }: Situation): readonly Problem[] {
  const { set = {}, remove = [] } = values['environment-variables'] ?? {};
  return options
    .filter((one) => one.namespace === PROPERTIES_NAMESPACE)
    .filter((one) => remove.includes(one.name) || (Object.hasOwn(set, one.name) && set[one.name] !== one.value))
    .map((one) =>
      contradiction(
        'environment-variables',
        `\`environment-variables\` and \`option-settings\` disagree about ${one.name}.`,
        'Keep it in one of them.',
      ),
    );
}

function timeouts({ values, lookUp }: Situation): readonly Problem[] {
  const { timeout, 'deployment-timeout': aws } = values;
  const both = timeout !== undefined && aws !== undefined && timeout !== aws;
  const limit = timeout ?? aws;
  // A short limit alone is fine: its default is what the runner hands over when nobody spoke of `stable-for`.
  const stable = ['', '30s'].includes(lookUp('stable-for')) ? undefined : values['stable-for'];
  return [
    ...(both
      ? [
          contradiction(
            'deployment-timeout',
            `\`timeout\` is ${formatDuration(timeout)} and \`deployment-timeout\` is ${formatDuration(aws)}, and they mean the same.`,
            'Keep `timeout`.',
          ),
        ]
      : []),
    ...(limit !== undefined && stable !== undefined && limit <= stable
      ? [
          contradiction(
            'stable-for',
            `\`stable-for\` is ${formatDuration(stable)}, which does not fit into a limit of ${formatDuration(limit)}.`,
            'Raise `timeout` or lower `stable-for`.',
          ),
        ]
      : []),
  ];
}

function health({ values, lookUp }: Situation): readonly Problem[] {
  const accepted = values['accept-health'] ?? [];
  const isDefault = ['', 'Ok, Info'].includes(lookUp('accept-health'));
  return [
    ...(accepted.includes('not-worse') && accepted.length > 1
      ? [contradiction('accept-health', '`accept-health` mixes `not-worse` with fixed values.', 'Keep one of the two.')]
      : []),
    ...(values['wait-for-environment-recovery'] === false && !isDefault
      ? [
          contradiction(
            'accept-health',
            '`accept-health` is given, but `wait-for-environment-recovery: false` judges no health.',
            'Remove one of the two.',
          ),
        ]
      : []),
  ];
}

/** Whatever comes after the deployment needs somebody who is still there. A rollback refuses it by itself. */
function notWaiting({ values }: Situation): readonly Problem[] {
  if (values['wait-for-deployment'] !== false || values.operation === 'rollback') return [];
  const { alarms = [], strategy, operation } = values;
  return [
    ...(values['restore-policy'] === true
      ? [
          contradiction(
            'restore-policy',
            '`restore-policy: true` needs the end of the deployment, and `wait-for-deployment: false` does not wait for it.',
            'Remove one of the two.',
          ),
        ]
      : []),
    ...(alarms.length > 0
      ? [
          contradiction(
            'alarms',
            '`alarms` guard a rollout while it runs, and with `wait-for-deployment: false` nobody would be there to hear them.',
            'Remove one of the two.',
          ),
        ]
      : []),
    ...((strategy === 'blue-green' || strategy === 'canary') && operation !== 'prepare'
      ? [
          contradiction(
            'wait-for-deployment',
            `\`strategy: ${strategy}\` moves the traffic when the idle side is proven, and \`wait-for-deployment: false\` does not wait for that.`,
            'Remove it; `operation: prepare` may be left running, and `promote` moves the traffic later.',
          ),
        ]
      : []),
  ];
}

function labelConflict({ values }: Situation): readonly Problem[] {
  const aws = values['use-existing-application-version-if-available'];
  const ours = values['on-label-conflict'];
  // `suffix` is the default, which the runner hands over as if it had been given.
  if (aws === undefined || ours === undefined || ours === 'suffix' || ours === (aws ? 'reuse' : 'fail')) return [];
  return [
    contradiction(
      'use-existing-application-version-if-available',
      `\`use-existing-application-version-if-available: ${aws}\` means \`on-label-conflict: ${aws ? 'reuse' : 'fail'}\`, but \`on-label-conflict\` is \`${ours}\`.`,
      'Keep `on-label-conflict`.',
    ),
  ];
}

function packaging({ values, source }: Situation): readonly Problem[] {
  if (
    values['exclude-patterns'] === undefined ||
    source === undefined ||
    source.kind === 'directory' ||
    source.kind === 'image'
  )
    return [];
  const instead = deployedInstead(source.kind);
  return [
    contradiction(
      'exclude-patterns',
      `\`exclude-patterns\` is given, but ${instead}.`,
      'Remove it, or give `source-directory`.',
    ),
  ];
}

function deployedInstead(kind: 'archive' | 'registry-image' | 'existing-version'): string {
  switch (kind) {
    case 'archive':
      return 'a given package is deployed as it is';
    case 'registry-image':
      return 'an image that is there is deployed';
    case 'existing-version':
      return 'an existing version is deployed';
  }
}
