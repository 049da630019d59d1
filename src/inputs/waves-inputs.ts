/** Inputs of a run for several environments, and which inputs one of them may have for itself. */

import { choice, count, document, optional, withDefault } from '../domain/input.js';
import type { Problem } from '../domain/problem.js';
import { STRATEGIES } from '../strategies/index.js';
import { COMMAND_INPUTS } from './command-inputs.js';
import { CREATION_INPUTS } from './environment-inputs.js';
import { GATE_INPUTS } from './gate-inputs.js';
import { contradiction } from './input-problems.js';
import { ROLLBACK_INPUTS } from './rollback-inputs.js';
import { ENDING_INPUTS, PROOF_INPUTS } from './rollout-inputs.js';
import { CONFIGURATION_INPUTS, TARGET_INPUTS } from './target-inputs.js';
import { VERSION_INPUTS } from './version-inputs.js';

export const WAVES_INPUTS = {
  environments: optional(document('a YAML list of waves'), {
    help: 'Several environments instead of `environment-name`, with one version: a YAML list of waves that follow one another; a wave is an environment or a list of environments that are deployed to side by side; an environment is a name, or a map with `name` and inputs of its own (`region`, `strategy`, `accept-health`, …). See docs/several-environments.md.',
  }),
  'max-parallel': withDefault(count(1, 20), '5', {
    help: 'With `environments`: how many of a wave are deployed to at the same time.',
  }),
  'on-wave-failure': withDefault(choice(['stop', 'rollback-all']), 'stop', {
    help: 'With `environments`, when one of them fails: start nothing more and let those that run end in their own way, or then also put back what this run has changed in the others.',
  }),
} as const;

/** Shorter names for what nearly every entry has. */
const SHORT: Readonly<Record<string, string>> = {
  name: 'environment-name',
  region: 'aws-region',
  application: 'application-name',
};

/** Of the whole run, although their neighbours are not. */
const OF_THE_RUN: readonly string[] = [
  'operation',
  'dry-run',
  'job-summary',
  'prune-versions',
  'create-application-if-not-exists',
];

/** Everything that may differ from one environment to the next. The version is one for all of them. */
export const OWN_INPUTS: readonly string[] = [
  ...new Set([
    ...Object.keys({
      ...TARGET_INPUTS,
      ...CONFIGURATION_INPUTS,
      ...PROOF_INPUTS,
      ...COMMAND_INPUTS,
      ...ENDING_INPUTS,
      ...CREATION_INPUTS,
      ...GATE_INPUTS,
      ...ROLLBACK_INPUTS,
      's3-bucket-name': VERSION_INPUTS['s3-bucket-name'],
    }),
    ...Object.values(STRATEGIES).flatMap(({ inputs }) => Object.keys(inputs)),
  ]),
].filter((name) => !OF_THE_RUN.includes(name));

/** Names that an entry may use, the short ones first. */
export const ENTRY_KEYS: readonly string[] = [...Object.keys(SHORT), ...OWN_INPUTS];

/** The input that a key of an entry stands for. */
export const inputOf = (key: string): string => SHORT[key] ?? key;

/** Without `environments` the other two mean nothing; their defaults are what the runner hands over anyway. */
export function wavesContradictions(lookUp: (name: string) => string): readonly Problem[] {
  return (['max-parallel', 'on-wave-failure'] as const)
    .filter((name) => !['', WAVES_INPUTS[name].default].includes(lookUp(name).trim()))
    .map((name) =>
      contradiction(
        name,
        `\`${name}\` is given, but only a run with \`environments\` has waves.`,
        'Remove it, or list the environments.',
      ),
    );
}
