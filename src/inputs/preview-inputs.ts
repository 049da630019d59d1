/** Inputs of previews: environments of pull requests, and the sweep that looks after them (docs/previews.md). */
import { choice, count, duration, flag, optional, readInputs, text, type ValuesOf } from '../domain/input.js';
import type { PreviewWish } from '../domain/preview.js';
import type { Problem } from '../domain/problem.js';
import { hours, minutes } from '../domain/time.js';
import { isPreviewOperation } from '../operations/names.js';
import { SCRIPT } from './command-inputs.js';
import { contradiction } from './input-problems.js';

const PREVIEW = ['preview'];
const BOTH = ['preview', 'sweep'];

export const PREVIEW_INPUTS = {
  'pull-request-number': optional(count(1, 2_147_483_647), {
    help: 'Pull request to preview, for events that belong to none (workflow_dispatch, workflow_run).',
    operations: PREVIEW,
  }),
  'preview-name': optional(
    text('up to 30 letters, digits and hyphens', {
      pattern: /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,28}[A-Za-z0-9])?$/,
      because: 'is not the beginning of an environment name',
    }),
    {
      help: 'What names of previews begin with, followed by `-pr-` and the number; without it the name of the repository. Two previews of one pull request need two names.',
      operations: PREVIEW,
    },
  ),
  'preview-label': optional(text('the name of a label'), {
    help: 'Only pull requests with this label have a preview; pull requests from forks need it in any case.',
    operations: PREVIEW,
  }),
  'max-previews': optional(count(1, 1_000), {
    help: 'So many previews of this repository at a time; one more is refused, and the pull request is told.',
    operations: PREVIEW,
  }),
  'preview-ttl': optional(duration(hours(1), hours(24 * 365)), {
    help: 'A preview expires so long after its last update; `operation: sweep` removes it then. Without it: never.',
    operations: BOTH,
  }),
  'preview-size': optional(choice(['single-instance', 'one-instance', 'as-model']), {
    help: '`single-instance`: no load balancer; `one-instance`: a load balancer with one instance; `as-model`: as large as what it is made from. Without it: `single-instance`, or `one-instance` with `preview-sleep`.',
    operations: PREVIEW,
  }),
  'preview-sleep': optional(flag, {
    help: 'A preview that was not updated for `preview-idle` is scaled to zero by `operation: sweep`; the next push wakes it.',
    operations: BOTH,
  }),
  'preview-idle': optional(duration(minutes(10), hours(24 * 365)), {
    help: 'How long after its last update a preview is put to sleep (default `4h`).',
    operations: ['sweep'],
  }),
  'preview-first-command': optional(SCRIPT, {
    help: 'Shell command that runs once in the life of a preview, on its instance, when it has just been created (test data); see docs/hooks.md.',
    operations: PREVIEW,
  }),
} as const;

type PreviewValues = Partial<ValuesOf<typeof PREVIEW_INPUTS>>;

const IDLE = hours(4);

export function previewWish(values: PreviewValues, token: string): PreviewWish {
  const sleeps = values['preview-sleep'] === true;
  return {
    size: values['preview-size'] ?? (sleeps ? 'one-instance' : 'single-instance'),
    sleeps,
    idle: values['preview-idle'] ?? IDLE,
    ...given('name', values['preview-name']),
    ...given('label', values['preview-label']),
    ...given('most', values['max-previews']),
    ...given('expiresAfter', values['preview-ttl']),
    ...given('pullRequest', values['pull-request-number']),
    ...given('token', token === '' ? undefined : token),
  };
}

/** `{ key: value }`, or nothing when there is no value. */
const given = <K extends string, V>(key: K, value: V | undefined): { readonly [_ in K]?: V } =>
  // A computed key loses its literal type, hence the cast.
  (value === undefined ? {} : { [key]: value }) as { readonly [_ in K]?: V };

/** For every other operation: an input of previews there is a misunderstanding. */
export function previewContradictions(operation: string, lookUp: (name: string) => string): readonly Problem[] {
  if (isPreviewOperation(operation)) return [];
  return Object.keys(PREVIEW_INPUTS)
    .filter((name) => lookUp(name).trim() !== '')
    .map((name) =>
      contradiction(
        name,
        `\`${name}\` is given, but \`operation: ${operation === '' ? 'deploy' : operation}\` makes no previews.`,
        'Set `operation: preview`, or remove it.',
      ),
    );
}

/** What does not go together with `operation: preview` or `sweep`. */
export function contradictionsOfPreviews(
  operation: 'preview' | 'sweep',
  values: PreviewValues,
  lookUp: (name: string) => string,
): readonly Problem[] {
  const isGiven = (name: string): boolean => lookUp(name).trim() !== '';
  const named = ['environment-name', 'environments']
    .filter(isGiven)
    .map((name) =>
      contradiction(
        name,
        `\`${name}\` is given, but with \`operation: ${operation}\` environments are named after pull requests.`,
        'Remove it; `preview-name` says what their names begin with.',
      ),
    );
  return operation === 'sweep'
    ? [...named, ...notOfSweeps(isGiven)]
    : [
        ...named,
        ...unless(flagOf('create-environment-if-not-exists', lookUp) === false, mustCreate()),
        ...sizes(values),
        ...firstCommand(isGiven, lookUp),
      ];
}

const notOfSweeps = (isGiven: (name: string) => boolean): readonly Problem[] =>
  Object.entries(PREVIEW_INPUTS)
    .filter(([name, { operations }]) => !operations.includes('sweep') && isGiven(name))
    .map(([name]) =>
      contradiction(name, `\`${name}\` is given, but \`operation: sweep\` deploys nothing.`, 'Remove it here.'),
    );

function sizes(values: PreviewValues): readonly Problem[] {
  if (values['preview-sleep'] !== true || values['preview-size'] !== 'single-instance') return [];
  return [
    contradiction(
      'preview-sleep',
      '`preview-sleep: true` scales an Auto Scaling group to zero, and a single-instance environment always has one instance.',
      'Set `preview-size: one-instance`, or leave it out.',
    ),
  ];
}

function firstCommand(isGiven: (name: string) => boolean, lookUp: (name: string) => string): readonly Problem[] {
  if (!isGiven('preview-first-command') || flagOf('wait-for-deployment', lookUp) !== false) return [];
  return [
    contradiction(
      'preview-first-command',
      '`preview-first-command` is given, but `wait-for-deployment: false` ends before the preview is there.',
      'Remove one of the two.',
    ),
  ];
}

const mustCreate = (): Problem =>
  contradiction(
    'create-environment-if-not-exists',
    '`create-environment-if-not-exists: false` leaves `operation: preview` nothing to do: a preview is created by its first run.',
    'Remove it.',
  );

const unless = (isWrong: boolean, problem: Problem): readonly Problem[] => (isWrong ? [problem] : []);

/** `undefined` when it is not given, or not well; the latter is somebody else's problem. */
function flagOf(name: string, lookUp: (name: string) => string): boolean | undefined {
  const { values } = readInputs({ [name]: optional(flag, { help: '' }) }, lookUp);
  return values[name];
}
