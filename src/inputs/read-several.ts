/**
 * Settings × environments: every environment of `environments` is read like the only one of a run, with its own inputs
 * laid over the common ones. All problems of all of them are told at once, each with the environment it is about.
 */
import { pairs, readInputs } from '../domain/input.js';
import type { Problem } from '../domain/problem.js';
import type { DeploySettings } from '../domain/settings.js';
import { namedProblems } from '../domain/waves.js';
import type { Files } from '../ports/files.js';
import type { Host } from '../ports/host.js';
import { STRATEGIES, STRATEGY_NAMES } from '../strategies/index.js';
import { STRATEGY_INPUTS } from './declarations.js';
import { didYouMean } from './did-you-mean.js';
import { contradiction, problemOf } from './input-problems.js';
import { readOptions } from './options-input.js';
import type { InputsOutcome, OneRead } from './read.js';
import { unknownInputs } from './unknown-inputs.js';
import { ENTRY_KEYS, inputOf, OWN_INPUTS, WAVES_INPUTS } from './waves-inputs.js';
import { readWaves, type WaveEntry } from './waves-yaml.js';

type LookUp = (name: string) => string;
type Options = Awaited<ReturnType<typeof readOptions>>;
/** As `read.ts` reads the only environment of a run. */
type ReadOne = (host: Host, files: Files, lookUp: LookUp, beneath?: Options) => Promise<OneRead>;

const INPUT = 'environments';
/** The others are about one environment, or need a confirmation for each. */
const OPERATIONS: readonly string[] = ['deploy', 'rollback'];

export async function readSeveral(host: Host, files: Files, readOne: ReadOne): Promise<InputsOutcome> {
  const common: LookUp = (name) => host.input(name);
  const unknown = unknownInputs(host.givenInputs(), common);
  const { values, failures } = readInputs(WAVES_INPUTS, common);
  const waves = readWaves(common(INPUT));
  const early = [
    ...unknown,
    ...failures.map(problemOf),
    ...waves.because.map(wrong),
    ...waves.entries.flatMap(badKeys),
  ];
  const whole = [...ofTheRun(common), ...repeated(waves.entries, common), ...unusedByAll(waves.entries, common)];
  const beneath = await readOptions(emptyAsNone(common('option-settings')), files, host.run.workspace);
  const read: { readonly entry: WaveEntry; readonly one: OneRead }[] = [];
  for (const entry of waves.entries) {
    const own = entry.given['option-settings'] !== undefined;
    const one = await readOne(host, files, lookUpOf(entry, common), own ? beneath : undefined);
    read.push({ entry, one });
  }
  const settings = read.flatMap(({ entry, one }) =>
    one.settings === undefined ? [] : [{ entry, settings: one.settings }],
  );
  const problems = [
    ...early,
    ...whole,
    ...namedProblems(read.map(({ entry, one }) => ({ title: nameOf(entry), problems: one.problems }))),
    ...acrossEnvironments(
      settings.map((one) => one.settings),
      waves.entries,
      common,
      values['on-wave-failure'],
    ),
  ];
  if (problems.length > 0 || settings.length === 0) return { kind: 'refused', problems };
  const [first] = settings;
  return {
    kind: 'several',
    several: {
      waves: inWaves(settings),
      maxParallel: values['max-parallel'],
      onWaveFailure: values['on-wave-failure'],
      dryRun: first?.settings.dryRun ?? false,
      jobSummary: first?.settings.jobSummary ?? true,
    },
    notices: [...new Set(read.flatMap(({ one }) => one.notices))],
    hidesAccount: read.some(({ one }) => one.hidesAccount),
  };
}

const emptyAsNone = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

const nameOf = ({ given, place }: WaveEntry): string => given['environment-name']?.slice(0, 60) ?? place;

const isOfStrategies = (name: string): boolean => STRATEGY_INPUTS.has(name);

const uses = (strategy: string, input: string): boolean => {
  const found = STRATEGY_NAMES.find((one) => one === strategy);
  return found === undefined || Object.hasOwn(STRATEGIES[found].inputs, input);
};

const strategyOf = ({ given }: WaveEntry, common: LookUp): string =>
  given.strategy ?? (common('strategy').trim() === '' ? 'as-configured' : common('strategy').trim());

/** Own inputs before common ones; a common input of strategies is meant for those environments whose strategy uses it. */
function lookUpOf(entry: WaveEntry, common: LookUp): LookUp {
  return (name) => {
    const own = entry.given[name];
    if (name === 'environment-variables') return variables(common(name), own);
    if (own !== undefined) return own;
    // Two of them would create it at the same time.
    if (name === 'create-application-if-not-exists') return 'false';
    return isOfStrategies(name) && !uses(strategyOf(entry, common), name) ? '' : common(name);
  };
}

/** Common variables and own ones; of the same name the own one counts. Unreadable text stays for the one who reads it. */
function variables(common: string, own: string | undefined): string {
  if (own === undefined || common.trim() === '') return own ?? common;
  const [below, above] = [pairs.read(common), pairs.read(own)];
  if (!('value' in below) || !('value' in above)) return 'value' in below ? own : common;
  const isAbove = (name: string): boolean => Object.hasOwn(above.value.set, name) || above.value.remove.includes(name);
  return [
    ...Object.entries(below.value.set).flatMap(([name, value]) => (isAbove(name) ? [] : [`${name}=${value}`])),
    ...below.value.remove.filter((name) => !isAbove(name)).map((name) => `${name}=`),
    own,
  ].join('\n');
}

const wrong = (because: string): Problem => ({
  code: 'wrong-input',
  blame: 'you',
  what: `\`${INPUT}\` ${because}.`,
  hint: 'Write a YAML list of waves: a name, a map with `name` and other inputs, or a list of those (docs/several-environments.md).',
  input: INPUT,
});

function badKeys(entry: WaveEntry): readonly Problem[] {
  return entry.keys
    .filter((key) => !OWN_INPUTS.includes(inputOf(key)))
    .map((key) => {
      const meant = didYouMean(key, ENTRY_KEYS);
      return {
        code: 'unknown-input',
        blame: 'you',
        what: `${nameOf(entry)}: \`${key.slice(0, 60)}\` is nothing that one of several environments can have for itself.`,
        hint: meant === undefined ? 'Give it beside `environments`, for all of them.' : `Did you mean \`${meant}\`?`,
        input: INPUT,
      };
    });
}

function ofTheRun(common: LookUp): readonly Problem[] {
  const operation = common('operation').trim();
  return [
    ...(common('environment-name').trim() === ''
      ? []
      : [
          contradiction(
            'environment-name',
            'Both `environment-name` and `environments` are given.',
            'Keep `environments` for several environments, `environment-name` for one.',
          ),
        ]),
    ...(operation === '' || OPERATIONS.includes(operation)
      ? []
      : [
          contradiction(
            INPUT,
            `\`operation: ${operation.slice(0, 60)}\` is for one environment at a time, and \`environments\` is given.`,
            `Give \`environment-name\`; \`environments\` goes with ${OPERATIONS.map((one) => `\`${one}\``).join(' and ')}.`,
          ),
        ]),
    ...(['true', 'True', 'TRUE'].includes(common('create-application-if-not-exists').trim())
      ? [
          contradiction(
            'create-application-if-not-exists',
            'Several environments are not created in an application that does not exist yet.',
            'Create the application with the first environment, in a run of its own.',
          ),
        ]
      : []),
  ];
}

/** A region has every name once, whatever its application is. */
function repeated(entries: readonly WaveEntry[], common: LookUp): readonly Problem[] {
  const regionOf = ({ given }: WaveEntry): string => given['aws-region'] ?? common('aws-region').trim();
  const keyOf = (entry: WaveEntry): string => `${regionOf(entry)} ${entry.given['environment-name'] ?? ''}`;
  return entries
    .filter(({ given }) => given['environment-name'] !== undefined)
    .filter((entry, at, all) => all.findIndex((other) => keyOf(other) === keyOf(entry)) !== at)
    .map((entry) =>
      contradiction(
        INPUT,
        `${nameOf(entry)}: \`environments\` names it twice${regionOf(entry) === '' ? '' : ` in ${regionOf(entry).slice(0, 30)}`} (again in ${entry.place}).`,
        'Keep it once.',
      ),
    );
}

/** A common input of strategies that no environment's strategy uses would have no effect. */
function unusedByAll(entries: readonly WaveEntry[], common: LookUp): readonly Problem[] {
  return [...STRATEGY_INPUTS]
    .filter(([name]) => common(name) !== '' && !entries.some((entry) => uses(strategyOf(entry, common), name)))
    .map(([name, { strategies }]) =>
      contradiction(
        name,
        `\`${name}\` is given, but no environment has a strategy that uses it.`,
        `Remove it, or choose ${strategies.map((one) => `\`${one}\``).join(' or ')}.`,
      ),
    );
}

function acrossEnvironments(
  all: readonly DeploySettings[],
  entries: readonly WaveEntry[],
  common: LookUp,
  onWaveFailure: 'stop' | 'rollback-all' | undefined,
): readonly Problem[] {
  const hasWaves = new Set(entries.map(({ wave }) => wave)).size > 1;
  const regions = new Set(all.map(({ region }) => region));
  const sharesBucket = entries.some(({ given }) => given['s3-bucket-name'] === undefined);
  return [
    ...all
      .filter((one) => !one.waitForDeployment && (hasWaves || onWaveFailure === 'rollback-all'))
      .map((one) =>
        contradiction(
          'wait-for-deployment',
          `${one.environmentName}: \`wait-for-deployment: false\` does not wait for the proof that ${hasWaves ? 'the next wave' : '`on-wave-failure: rollback-all`'} needs.`,
          'Remove it.',
        ),
      ),
    ...all
      .filter((one) => onWaveFailure === 'rollback-all' && one.onFailure !== 'rollback')
      .map((one) =>
        contradiction(
          'on-failure',
          `${one.environmentName}: \`on-failure: ${one.onFailure}\` leaves a failed deployment where it is, and \`on-wave-failure: rollback-all\` puts everything back.`,
          'Keep one of the two.',
        ),
      ),
    ...(regions.size > 1 && sharesBucket && common('s3-bucket-name').trim() !== ''
      ? [
          contradiction(
            's3-bucket-name',
            `One \`s3-bucket-name\` is given for ${regions.size} regions, and a bucket belongs to one region.`,
            'Give each environment the bucket of its region, or none.',
          ),
        ]
      : []),
  ];
}

function inWaves(
  read: readonly { readonly entry: WaveEntry; readonly settings: DeploySettings }[],
): readonly (readonly DeploySettings[])[] {
  const pruned = new Set<string>();
  const waves: DeploySettings[][] = [];
  for (const { entry, settings } of read) {
    const { pruneVersions, ...rest } = settings;
    const application = `${settings.region} ${settings.application}`;
    // Old versions are the application's: one of its environments cleans up for all.
    const isFirst = pruneVersions !== undefined && !pruned.has(application);
    if (isFirst) pruned.add(application);
    const wave = waves[entry.wave] ?? [];
    wave.push(isFirst ? settings : rest);
    waves[entry.wave] = wave;
  }
  return waves;
}
