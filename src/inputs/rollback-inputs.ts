/** Inputs about earlier versions: which one to go back to, and how many old ones to keep. */
import { count, optional, text } from '../domain/input.js';
import type { Problem } from '../domain/problem.js';
import type { Given } from './declarations.js';
import { contradiction } from './input-problems.js';

/** AWS API reference, CreateApplicationVersion: VersionLabel. */
const LABELLED = String.raw`^(?!\s)[^/\\\p{Cc}]{1,100}(?<!\s)$`;
const LABEL = {
  // Made when it is needed: Unicode's classes take their time.
  pattern: { test: (given: string) => new RegExp(LABELLED, 'u').test(given) },
  because: 'is not a version label (up to 100 characters, no slash, no line break)',
};

export const ROLLBACK_INPUTS = {
  'to-version': optional(text('`previous` or the label of a version', LABEL), {
    help: 'With `operation: rollback`: the version to go back to; `previous` (the default) is the last one that was proven good on this environment before the one that runs now.',
  }),
  'prune-versions': optional(count(1, 1_000), {
    help: 'After a success, delete old versions of the application with their bundles, all but the newest so many; versions that run anywhere, the last good ones of every environment and newer ones always stay.',
  }),
} as const;

const BUILDING = [
  'version-label',
  'source-directory',
  'deployment-package-path',
  'exclude-patterns',
  'image-uri',
  'build-configuration',
  'use-existing-application-version-if-available',
] as const;

/** A rollback builds nothing, and nothing but a rollback goes back. */
export function rollbackContradictions(values: Given, lookUp: (name: string) => string): readonly Problem[] {
  if (values.operation !== 'rollback') {
    return values['to-version'] === undefined
      ? []
      : [
          contradiction(
            'to-version',
            '`to-version` is given, but only `operation: rollback` goes back to a version.',
            'Set `operation: rollback`, or name the version to deploy with `version-label`.',
          ),
        ];
  }
  return [
    ...BUILDING.filter((name) => lookUp(name) !== '').map((name) =>
      contradiction(
        name,
        `\`${name}\` is given, but a rollback deploys a version that exists and makes none.`,
        name === 'version-label' ? 'Name the version with `to-version`.' : 'Remove it.',
      ),
    ),
    ...(values['wait-for-deployment'] === false
      ? [
          contradiction(
            'wait-for-deployment',
            '`wait-for-deployment: false` does not wait for the proof that a rollback is about.',
            'Remove it.',
          ),
        ]
      : []),
  ];
}
