/** The inputs of `blue-green`: which two environments, what must hold before and after traffic moves, what becomes of the old side. */
import { isCluster } from '../domain/cluster.js';
import { choice, count, duration, flag, type Kind, list, optional, text, withDefault } from '../domain/input.js';
import type { Gate, SmokeTest, WarmUp } from '../domain/plan.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import { hours, minutes, seconds } from '../domain/time.js';

export const PAIR_OPERATIONS = ['deploy', 'prepare', 'promote', 'abort'] as const;
const OPERATIONS = PAIR_OPERATIONS;

/** AWS API reference, CreateEnvironment: EnvironmentName. */
const ENVIRONMENT = {
  pattern: /^(?!-)[A-Za-z0-9-]{4,40}(?<!-)$/,
  because: 'is not an environment name (4 to 40 letters, digits and hyphens, no hyphen at the ends)',
};
const HOST = {
  pattern: /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/,
  because: 'is not a host name (no scheme, no path)',
};
const PATH = { pattern: /^\/[^\s]*$/, because: 'does not begin with `/`, or holds a space' };

const statuses: Kind<SmokeTest['statuses']> = {
  accepts: 'statuses and ranges such as `200` or `200-299, 401`',
  read: (given) => {
    const found: SmokeTest['statuses'][number][] = [];
    for (const part of given.split(',').map((one) => one.trim())) {
      const [, from, to] = /^([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?$/.exec(part) ?? [];
      if (from === undefined) return { because: `holds "${part}", which is no HTTP status`, wrong: part };
      found.push({ from: Number(from), to: Number(to ?? from) });
    }
    return { value: found };
  },
};

/** Words as a shell would split them, quotes included; nothing is expanded, because no shell ever sees them. */
const commandLine: Kind<{ readonly program: string; readonly args: readonly string[] }> = {
  accepts: 'a program and its arguments, with quotes where they hold spaces; not a shell line',
  read: (given) => {
    const words: string[] = [];
    const pattern = /\s*((?:[^\s"']|"(?:[^"\\]|\\.)*"|'[^']*')+)/gy;
    let end = 0;
    for (const match of given.matchAll(pattern)) {
      words.push(unquoted(match[1] ?? ''));
      end = match.index + match[0].length;
    }
    const [program, ...args] = words;
    if (given.slice(end).trim() !== '') return { because: 'has a quote that is not closed' };
    return program === undefined ? { because: 'names no program' } : { value: { program, args } };
  },
};

const unquoted = (word: string): string =>
  word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_, double: string | undefined, single: string | undefined) =>
    double === undefined ? (single ?? '') : double.replace(/\\(["\\])/g, '$1'),
  );

/** What `blue-green` and `canary` have in common. */
export const PAIR_INPUTS = {
  'idle-environment-name': optional(text('the name of an environment', ENVIRONMENT), {
    help: 'The other one of the two environments; without it `shop-blue` goes with `shop-green`, and `shop` with `shop-idle`. It is created when it is missing.',
    operations: OPERATIONS,
  }),
  'smoke-test-path': optional(text('a path such as `/health`', PATH), {
    help: 'Path that is asked on the idle side before traffic moves, and on production afterwards and while it bakes.',
    operations: OPERATIONS,
  }),
  'smoke-test-status': withDefault(statuses, '200', {
    help: 'Statuses that count as a good answer.',
    operations: OPERATIONS,
  }),
  'smoke-test-body': optional(text('a text'), {
    help: 'Text that a good answer contains; `{version}` stands for the label of the version.',
    operations: OPERATIONS,
  }),
  'smoke-test-attempts': withDefault(count(1, 1_000), '10', {
    help: 'How often the smoke test is tried before it has failed.',
    operations: OPERATIONS,
  }),
  'smoke-test-interval': withDefault(duration(seconds(0.1), hours(1)), '10s', {
    help: 'Time between two tries.',
    operations: OPERATIONS,
  }),
  'warm-up-path': optional(text('a path such as `/`', PATH), {
    help: 'Path that is asked on the idle side again and again before traffic moves, until it has answered well so often in a row; the statuses that count are those of `smoke-test-status`.',
    operations: OPERATIONS,
  }),
  'warm-up-requests': withDefault(count(1, 10_000), '20', {
    help: 'How many good answers in a row warm the idle side up.',
    operations: OPERATIONS,
  }),
  'warm-up-for': withDefault(duration(seconds(1), hours(2)), '5m', {
    help: 'How long warming up may take; when it takes longer, traffic does not move.',
    operations: OPERATIONS,
  }),
  'warm-up-within': optional(duration(1, minutes(1)), {
    help: 'How long a good answer may take while warming up; without it only the status counts.',
    operations: OPERATIONS,
  }),
  'verify-command': optional(commandLine, {
    help: 'Program that is run on the runner before traffic moves, with `ENVIRONMENT_URL` (of the idle side), `ENVIRONMENT_NAME` and `VERSION_LABEL`; an exit code other than 0 stops the rollout.',
    operations: OPERATIONS,
  }),
  'verify-timeout': withDefault(duration(seconds(1), hours(6)), '10m', {
    help: 'How long `verify-command` may take.',
    operations: OPERATIONS,
  }),
  bake: withDefault(duration(0, hours(24)), '10m', {
    help: 'How long the new side is watched after traffic has moved; when it goes bad, traffic moves back at once.',
    operations: OPERATIONS,
  }),
  retire: withDefault(choice(['keep', 'scale-down', 'terminate']), 'keep', {
    help: 'What becomes of the old side afterwards, once nobody asks it any more: keep it as it is (the way back in seconds), one instance, or terminate it.',
    operations: OPERATIONS,
  }),
  'allow-coupled-database': withDefault(flag, 'false', {
    help: 'Go on although an environment has a database of its own, which the other side does not share.',
    operations: OPERATIONS,
  }),
  'sticky-environment-variables': optional(list('names of environment variables, separated by commas or lines'), {
    help: 'Environment variables that stay with their environment; all others are brought to what the live side has.',
    operations: OPERATIONS,
  }),
} as const;

export const BLUE_GREEN_INPUTS = {
  'production-cname': optional(text('a host name, or its first part', HOST), {
    help: 'CNAME that users ask for; the environment that holds it is the live one. Without it the two CNAMEs must tell: that of the idle side is the same with `-idle`.',
    operations: OPERATIONS,
  }),
  ...PAIR_INPUTS,
  'allow-host-rules': withDefault(flag, 'false', {
    help: 'Swap although rules of a shared load balancer give host names such as `www.example.com` to the live side, whatever CNAME it holds.',
    operations: OPERATIONS,
  }),
} as const;

export interface PairOptions {
  readonly 'idle-environment-name': string | undefined;
  readonly 'smoke-test-path': string | undefined;
  readonly 'smoke-test-status': SmokeTest['statuses'];
  readonly 'smoke-test-body': string | undefined;
  readonly 'smoke-test-attempts': number;
  readonly 'smoke-test-interval': number;
  readonly 'warm-up-path': string | undefined;
  readonly 'warm-up-requests': number;
  readonly 'warm-up-for': number;
  readonly 'warm-up-within': number | undefined;
  readonly 'verify-command': { readonly program: string; readonly args: readonly string[] } | undefined;
  readonly 'verify-timeout': number;
  readonly bake: number;
  readonly retire: 'keep' | 'scale-down' | 'terminate';
  readonly 'allow-coupled-database': boolean;
  readonly 'sticky-environment-variables': readonly string[] | undefined;
}

/** `live`: its kind decides whether requests go over HTTPS. */
export function smokeOf(options: PairOptions, versionLabel: string, live?: EnvironmentSnapshot): SmokeTest | undefined {
  const path = options['smoke-test-path'];
  if (path === undefined) return undefined;
  const body = options['smoke-test-body'];
  return {
    path,
    ...secureOn(live),
    statuses: options['smoke-test-status'],
    ...(body === undefined ? {} : { body: body.replaceAll('{version}', versionLabel) }),
    attempts: options['smoke-test-attempts'],
    interval: options['smoke-test-interval'],
  };
}

const secureOn = (live: EnvironmentSnapshot | undefined): { readonly secure?: true } =>
  live !== undefined && isCluster(live) ? { secure: true } : {};

export function warmUpOf(options: PairOptions, live?: EnvironmentSnapshot): WarmUp | undefined {
  const { 'warm-up-path': path, 'warm-up-within': within } = options;
  if (path === undefined) return undefined;
  return {
    path,
    ...secureOn(live),
    statuses: options['smoke-test-status'],
    requests: options['warm-up-requests'],
    limit: options['warm-up-for'],
    ...(within === undefined ? {} : { within }),
  };
}

export function commandOf(options: PairOptions): Extract<Gate, { kind: 'command' }> | undefined {
  const command = options['verify-command'];
  return command === undefined ? undefined : { kind: 'command', ...command, timeout: options['verify-timeout'] };
}

/** Longest time that the gates before the swap may take. */
export const gateTime = (options: PairOptions): number =>
  (options['warm-up-path'] === undefined ? 0 : options['warm-up-for'] + minutes(0.5)) +
  (options['smoke-test-path'] === undefined
    ? 0
    : options['smoke-test-attempts'] * (options['smoke-test-interval'] + minutes(0.5))) +
  (options['verify-command'] === undefined ? 0 : options['verify-timeout']);
