/** What the workflow gave → settings, or every problem with it in one go. The only place where inputs are read. */
import { sameKey } from '../domain/changes.js';
import { type InputFailure, readInputs } from '../domain/input.js';
import type { PreviewSettings } from '../domain/preview.js';
import type { Problem } from '../domain/problem.js';
import type { LockOperationSettings, Settings, SeveralSettings } from '../domain/settings.js';
import type { ConfiguredStrategy } from '../domain/strategy.js';
import { isLockOperation, isOperationName, isPreviewOperation } from '../operations/names.js';
import type { Files } from '../ports/files.js';
import type { Host } from '../ports/host.js';
import { STRATEGIES, STRATEGY_NAMES, type StrategyName } from '../strategies/index.js';
import { withCreation } from './aws-creation.js';
import { readBundleSource } from './bundle-source.js';
import { commandContradictions } from './command-inputs.js';
import { contradictions } from './contradictions.js';
import { COMMON_INPUTS, type Given } from './declarations.js';
import { ebDefaults } from './eb-defaults.js';
import { terminationWish } from './environment-inputs.js';
import { problemOf } from './input-problems.js';
import { readLockOperation } from './lock-inputs.js';
import { notices } from './notices.js';
import { type OptionsRead, readOptions } from './options-input.js';
import { previewContradictions } from './preview-inputs.js';
import { maskIdentifiers, maskSecrets } from './secrets.js';
import { buildSettings } from './settings.js';
import { unknownInputs } from './unknown-inputs.js';
import { wavesContradictions } from './waves-inputs.js';

export type InputsOutcome =
  | {
      readonly kind: 'settings';
      readonly settings: Settings;
      /** Sentences about inputs that are accepted but mean something else, or nothing, here. */
      readonly notices: readonly string[];
      /** `mask-resource-identifiers`: the number of the account is masked as soon as it is known. */
      readonly hidesAccount: boolean;
    }
  | {
      readonly kind: 'several';
      readonly several: SeveralSettings;
      readonly notices: readonly string[];
      readonly hidesAccount: boolean;
    }
  | { readonly kind: 'lock'; readonly lock: LockOperationSettings }
  | { readonly kind: 'preview'; readonly preview: PreviewSettings }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export async function read(given: Host, files: Files): Promise<InputsOutcome> {
  const { host, notices: said, problems, located } = await ebDefaults(given, files);
  const outcome = await readInputsOf(host, files);
  if (outcome.kind === 'refused') return { ...outcome, problems: [...problems, ...outcome.problems.map(located)] };
  if (problems.length > 0) return { kind: 'refused', problems };
  return 'notices' in outcome ? { ...outcome, notices: [...said, ...outcome.notices] } : outcome;
}

async function readInputsOf(host: Host, files: Files): Promise<InputsOutcome> {
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
  if (isPreviewOperation(asked)) {
    const { readPreviews } = await import('./read-previews.js');
    return readPreviews(asked, host, files, readOne);
  }
  if (lookUp('environments').trim() !== '') {
    // Loaded only here: most runs have one environment, and no list to parse.
    const { readSeveral } = await import('./read-several.js');
    return readSeveral(host, files, readOne);
  }
  const one = await readOne(host, files, lookUp);
  const problems = [
    ...unknownInputs(host.givenInputs(), lookUp),
    ...wavesContradictions(lookUp),
    ...previewContradictions(asked, lookUp),
    ...one.problems,
  ];
  const { settings } = one;
  return problems.length > 0 || settings === undefined
    ? { kind: 'refused', problems }
    : { kind: 'settings', settings, notices: one.notices, hidesAccount: one.hidesAccount };
}

const BUILDS_NOTHING: readonly string[] = ['rollback', 'terminate', 'pause', 'resume'];

/** One environment: its settings, when there is no problem with them. */
export interface OneRead {
  readonly settings?: Settings;
  readonly notices: readonly string[];
  readonly hidesAccount: boolean;
  readonly problems: readonly Problem[];
}

/** `lookUp` answers the inputs as this environment has them; `beneath`: options that its own ones lie on top of. */
async function readOne(
  host: Host,
  files: Files,
  lookUp: (name: string) => string,
  beneath: OptionsRead = { options: [], problems: [] },
): Promise<OneRead> {
  const common = readInputs(COMMON_INPUTS, lookUp);
  const given: Given = common.values;
  const strategies = readStrategies(given.strategy, lookUp);
  const own = await readOptions(given['option-settings'], files, host.run.workspace);
  const options = [
    ...beneath.options.filter((one) => !own.options.some((other) => sameKey(one, other))),
    ...own.options,
  ];
  maskSecrets(host, given, options);
  maskIdentifiers(host, given);
  const filled = withCreation(common.values, options);
  const values: Given = filled;
  const hidesAccount = given['mask-resource-identifiers'] === true;
  // These build nothing: what lies in the workspace is no business of them.
  const bundle =
    values.operation !== undefined && BUILDS_NOTHING.includes(values.operation)
      ? { problems: [] }
      : await readBundleSource(values, files, host.run.workspace, lookUp);
  const problems = [
    ...[...common.failures, ...strategies.failures].map(problemOf),
    ...beneath.problems,
    ...own.problems,
    ...bundle.problems,
    ...contradictions({ values, options, lookUp, source: bundle.source }),
    ...commandContradictions(values, strategies.chosen),
  ];
  const { chosen } = strategies;
  const { operation } = common.values;
  if (problems.length > 0 || chosen === undefined || !isOperationName(operation))
    return { problems, notices: [], hidesAccount };
  const termination = terminationWish(values, lookUp);
  const settings = buildSettings({
    operation,
    values: filled,
    strategy: chosen,
    allStrategies: strategies.all,
    options,
    ...(bundle.source === undefined ? {} : { bundle: bundle.source }),
    ...(host.run.commit === undefined ? {} : { commit: host.run.commit }),
    ...(termination === undefined ? {} : { termination }),
  });
  return { settings, notices: notices(common.values, options), hidesAccount, problems };
}

interface StrategiesRead {
  readonly chosen?: ConfiguredStrategy;
  readonly all: () => readonly ConfiguredStrategy[];
  readonly failures: readonly InputFailure[];
}

/**
 * The chosen strategy with its inputs; the others, for the comparison, with those that they share with it and their
 * defaults, read when somebody compares. When the name of the strategy is wrong, the inputs are read for all of them: their
 * problems shall not wait for the next run.
 */
function readStrategies(chosen: StrategyName | undefined, lookUp: (name: string) => string): StrategiesRead {
  const counts = (input: string): boolean => chosen === undefined || Object.hasOwn(STRATEGIES[chosen].inputs, input);
  const configure = (name: StrategyName) =>
    STRATEGIES[name].configure(name, (input) => (counts(input) ? lookUp(input) : ''));
  const all = (): readonly ConfiguredStrategy[] =>
    STRATEGY_NAMES.map(configure).flatMap((result) => ('configured' in result ? [result.configured] : []));
  if (chosen !== undefined) {
    const result = configure(chosen);
    return 'configured' in result
      ? { all, failures: [], chosen: result.configured }
      : { all, failures: result.failures };
  }
  const failures = STRATEGY_NAMES.map(configure).flatMap((result) => ('failures' in result ? result.failures : []));
  return { all, failures: failures.filter(({ name }, at) => failures.findIndex((one) => one.name === name) === at) };
}
