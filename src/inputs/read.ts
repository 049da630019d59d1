/** What the workflow gave → settings, or every problem with it in one go. The only place where inputs are read. */
import { type InputFailure, readInputs } from '../domain/input.js';
import type { Problem } from '../domain/problem.js';
import type { LockOperationSettings, Settings } from '../domain/settings.js';
import type { ConfiguredStrategy } from '../domain/strategy.js';
import { isLockOperation, isOperationName } from '../operations/index.js';
import type { Files } from '../ports/files.js';
import type { Host } from '../ports/host.js';
import { STRATEGIES, STRATEGY_NAMES, type StrategyName } from '../strategies/index.js';
import { withCreation } from './aws-creation.js';
import { readBundleSource } from './bundle-source.js';
import { commandContradictions } from './command-inputs.js';
import { contradictions } from './contradictions.js';
import { COMMON_INPUTS, type Given } from './declarations.js';
import { terminationWish } from './environment-inputs.js';
import { problemOf } from './input-problems.js';
import { readLockOperation } from './lock-inputs.js';
import { notices } from './notices.js';
import { readOptions } from './options-input.js';
import { maskIdentifiers, maskSecrets } from './secrets.js';
import { buildSettings } from './settings.js';
import { unknownInputs } from './unknown-inputs.js';

export type InputsOutcome =
  | {
      readonly kind: 'settings';
      readonly settings: Settings;
      /** Sentences about inputs that are accepted but mean something else, or nothing, here. */
      readonly notices: readonly string[];
      /** `mask-resource-identifiers`: the number of the account is masked as soon as it is known. */
      readonly hidesAccount: boolean;
    }
  | { readonly kind: 'lock'; readonly lock: LockOperationSettings }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export async function read(host: Host, files: Files): Promise<InputsOutcome> {
  const lookUp = (name: string): string => host.input(name);
  const asked = lookUp('operation').trim();
  // They have few inputs of their own; every other operation works on the environment itself.
  if (isLockOperation(asked)) {
    const read = readLockOperation(asked, lookUp);
    const problems = [...unknownInputs(host.givenInputs(), lookUp), ...('problems' in read ? read.problems : [])];
    return 'settings' in read && problems.length === 0
      ? { kind: 'lock', lock: read.settings }
      : { kind: 'refused', problems };
  }
  const common = readInputs(COMMON_INPUTS, lookUp);
  const options = await readOptions(common.values['option-settings'], files, host.run.workspace);
  const complete = withCreation(common.values, options.options);
  const values: Given = complete;
  const strategies = readStrategies(values.strategy, lookUp);
  maskSecrets(host, values, options.options);
  maskIdentifiers(host, values);
  // These build nothing: what lies in the workspace is no business of them.
  const bundle =
    values.operation === 'rollback' || values.operation === 'terminate'
      ? { problems: [] }
      : await readBundleSource(values, files, host.run.workspace, lookUp);
  const problems = [
    ...unknownInputs(host.givenInputs(), lookUp),
    ...[...common.failures, ...strategies.failures].map(problemOf),
    ...options.problems,
    ...bundle.problems,
    ...contradictions({ values, options: options.options, lookUp, source: bundle.source }),
    ...commandContradictions(values, strategies.chosen),
  ];
  const { chosen } = strategies;
  const { operation } = common.values;
  if (problems.length > 0 || chosen === undefined || !isOperationName(operation)) return { kind: 'refused', problems };
  const termination = terminationWish(values, lookUp);
  const settings = buildSettings({
    operation,
    values: complete,
    strategy: chosen,
    allStrategies: strategies.all,
    options: options.options,
    ...(bundle.source === undefined ? {} : { bundle: bundle.source }),
    ...(host.run.commit === undefined ? {} : { commit: host.run.commit }),
    ...(termination === undefined ? {} : { termination }),
  });
  const hidesAccount = complete['mask-resource-identifiers'];
  return { kind: 'settings', settings, notices: notices(common.values, options.options), hidesAccount };
}

interface StrategiesRead {
  readonly chosen?: ConfiguredStrategy;
  readonly all: readonly ConfiguredStrategy[];
  readonly failures: readonly InputFailure[];
}

/**
 * The chosen strategy with its inputs; the others, for the comparison, with those that they share with it and their
 * defaults. When the name of the strategy is wrong, the inputs are read for all of them: their problems shall not wait
 * for the next run.
 */
function readStrategies(chosen: StrategyName | undefined, lookUp: (name: string) => string): StrategiesRead {
  const all: ConfiguredStrategy[] = [];
  const failures: InputFailure[] = [];
  const counts = (input: string): boolean => chosen === undefined || Object.hasOwn(STRATEGIES[chosen].inputs, input);
  for (const name of STRATEGY_NAMES) {
    const result = STRATEGIES[name].configure(name, (input) => (counts(input) ? lookUp(input) : ''));
    if ('configured' in result) all.push(result.configured);
    else failures.push(...result.failures.filter((one) => failures.every((other) => other.name !== one.name)));
  }
  const configured = all.find((one) => one.name === chosen);
  return { all, failures, ...(configured === undefined ? {} : { chosen: configured }) };
}
