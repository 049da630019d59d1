/** How an input is declared (kind, default, help), the type a declaration stands for, and the kinds of text that can be read. */
import { formatDuration, hours, type Milliseconds, parseDuration } from './time.js';

/** `because` continues the sentence "`timeout` is "soon", which …"; `wrong` is the part that was not understood. */
export type Reading<T> = { readonly value: T } | { readonly because: string; readonly wrong?: string };

/** One way to read a text. */
export interface Kind<T> {
  /** What may be written, for `action.yml`, the README and hints: "a duration such as `90s`". */
  readonly accepts: string;
  /** The allowed words, where there is a list of them. */
  readonly choices?: readonly string[];
  /** The text may hold secrets: problems never repeat it. */
  readonly secret?: boolean;
  /** The text names a place in the workspace; `inputs/` checks that it stays inside and is there. */
  readonly place?: 'file' | 'directory';
  read(text: string): Reading<T>;
}

/** `always`: required, or with a default. */
export type Presence = 'always' | 'sometimes';

export interface Declaration<T, P extends Presence = Presence> {
  readonly kind: Kind<T>;
  /** One sentence, shown in `action.yml` and the README. */
  readonly help: string;
  /** As a workflow would write it. */
  readonly default?: string;
  readonly presence: P;
  /** An expression that the runner fills in when the workflow says nothing; it stands in `action.yml` only. */
  readonly fromRunner?: string;
  /** This input may stand in its place. */
  readonly unless?: string;
  /** Operations that read it. */
  readonly operations: readonly string[];
  /** Also an input of aws-actions/aws-elasticbeanstalk-deploy, with its meaning (or what is said in `help`). */
  readonly aws?: boolean;
}

export type Declarations = Readonly<Record<string, Declaration<unknown>>>;

export type ValuesOf<D extends Declarations> = {
  readonly [Name in keyof D]: D[Name] extends Declaration<infer T, infer P>
    ? 'sometimes' extends P
      ? T | undefined
      : T
    : never;
};

interface Described {
  readonly help: string;
  readonly operations?: readonly string[];
  readonly aws?: boolean;
  readonly unless?: string;
  readonly fromRunner?: string;
}

const ALL_SO_FAR: readonly string[] = ['deploy'];

export const required = <T>(kind: Kind<T>, described: Described): Declaration<T, 'always'> => ({
  operations: ALL_SO_FAR,
  ...described,
  kind,
  presence: 'always',
});

export const optional = <T>(kind: Kind<T>, described: Described): Declaration<T, 'sometimes'> => ({
  operations: ALL_SO_FAR,
  ...described,
  kind,
  presence: 'sometimes',
});

export const withDefault = <T>(kind: Kind<T>, text: string, described: Described): Declaration<T, 'always'> => ({
  operations: ALL_SO_FAR,
  ...described,
  kind,
  default: text,
  presence: 'always',
});

/** Why one input could not be read. */
export type InputFailure =
  | { readonly name: string; readonly state: 'missing'; readonly declaration: Declaration<unknown> }
  | {
      readonly name: string;
      readonly state: 'wrong';
      readonly text: string;
      readonly because: string;
      readonly wrong?: string;
      readonly declaration: Declaration<unknown>;
    };

export interface InputsRead<D extends Declarations> {
  /** Complete only when `failures` is empty: use `Partial` before. */
  readonly values: ValuesOf<D>;
  readonly failures: readonly InputFailure[];
}

/** Reads every declared input; an empty text counts as not given. Never stops at the first failure. */
export function readInputs<D extends Declarations>(declarations: D, lookUp: (name: string) => string): InputsRead<D> {
  const values: Record<string, unknown> = {};
  const failures: InputFailure[] = [];
  for (const [name, declaration] of Object.entries(declarations)) {
    const given = lookUp(name).trim();
    const text = given === '' ? declaration.default : given;
    if (text === undefined) {
      if (declaration.presence === 'always') failures.push({ name, state: 'missing', declaration });
      continue;
    }
    const reading = declaration.kind.read(text);
    if ('value' in reading) values[name] = reading.value;
    else failures.push({ name, state: 'wrong', text, declaration, ...reading });
  }
  // The one cast of the input machinery: the record was filled from the declarations themselves.
  return { values: values as ValuesOf<D>, failures };
}

export const text = (
  accepts: string,
  rule?: { readonly pattern: Pick<RegExp, 'test'>; readonly because: string },
): Kind<string> => ({
  accepts,
  read: (given) => (rule === undefined || rule.pattern.test(given) ? { value: given } : { because: rule.because }),
});

/** The booleans of YAML 1.2, as the runner's own toolkit reads them. */
export const flag: Kind<boolean> = {
  accepts: '`true` or `false`',
  choices: ['true', 'false'],
  read: (given) => {
    if (/^(true|True|TRUE)$/.test(given)) return { value: true };
    if (/^(false|False|FALSE)$/.test(given)) return { value: false };
    return { because: 'is neither `true` nor `false`', wrong: given };
  },
};

export const choice = <const C extends string>(choices: readonly C[]): Kind<C> => ({
  accepts: choices.map((one) => `\`${one}\``).join(', '),
  choices,
  read: (given) => {
    const found = choices.find((one) => one === given);
    return found === undefined ? { because: 'is none of its values', wrong: given } : { value: found };
  },
});

/** A whole number within limits. */
export const count = (least: number, most: number): Kind<number> => ({
  accepts: `a whole number from ${least} to ${most}`,
  read: (given) => within(given, /^\d+$/, least, most, 'a whole number'),
});

/** Whole percents, with or without the sign. */
export const percent = (least: number, most: number): Kind<number> => ({
  accepts: `a percentage from ${least} to ${most}, with or without \`%\``,
  read: (given) => within(given.replace(/\s*%$/, ''), /^\d+$/, least, most, 'a whole percentage'),
});

function within(given: string, shape: RegExp, least: number, most: number, what: string): Reading<number> {
  if (!shape.test(given)) return { because: `is not ${what}` };
  const value = Number(given);
  return value < least || value > most ? { because: `is not between ${least} and ${most}` } : { value };
}

/** Nobody waits longer; and a number of any length is still one that can be counted with. */
const A_YEAR: Milliseconds = hours(365 * 24);

/** A span of time; a bare number means seconds, as in AWS's own action. */
export const duration = (least: Milliseconds, most: Milliseconds = A_YEAR): Kind<Milliseconds> => ({
  accepts: 'a duration such as `90s`, `10m` or `1h30m` (a bare number means seconds)',
  read: (given) => {
    const span = parseDuration(given);
    if (span === undefined) return { because: 'is not a duration' };
    if (span < least) return { because: `is shorter than ${formatDuration(least)}` };
    if (span > most) return { because: `is longer than ${formatDuration(most)}` };
    return { value: span };
  },
});

/** Entries on lines of their own or separated by commas; empty ones and `#` comments are left out. */
export const list = (accepts: string): Kind<readonly string[]> => ({
  accepts,
  read: (given) => ({
    value: given
      .split(/\r?\n/)
      .filter((line) => !line.trim().startsWith('#'))
      .flatMap((line) => line.split(','))
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  }),
});

/** A list of words out of a given set, in any case; answered as the set spells them. */
export const words = <const C extends string>(choices: readonly C[]): Kind<readonly C[]> => ({
  accepts: `a list out of ${choices.map((one) => `\`${one}\``).join(', ')}`,
  choices,
  read: (given) => {
    const entries = given
      .split(/[,\n]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
    const found: C[] = [];
    for (const entry of entries) {
      const match = choices.find((one) => one.toLowerCase() === entry.toLowerCase());
      if (match === undefined) return { because: `holds "${entry}", which is none of its values`, wrong: entry };
      if (!found.includes(match)) found.push(match);
    }
    return found.length === 0 ? { because: 'is an empty list' } : { value: found };
  },
});

export interface Pairs {
  readonly set: Readonly<Record<string, string>>;
  /** `KEY=` with nothing behind it. */
  readonly remove: readonly string[];
}

/** Names of environment properties may hold letters, digits and `_ . : / + \ - @` (AWS guide, "Environment properties"). */
const PAIR_NAME = /^[A-Za-z0-9_.:/+\\@-]{1,128}$/;

/** `KEY=value` lines. Values may be secrets, so failures name lines, never what stands there. */
export const pairs: Kind<Pairs> = {
  accepts: '`KEY=value` lines; `KEY=` removes the key',
  secret: true,
  read: (given) => {
    const set: Record<string, string> = {};
    const remove: string[] = [];
    for (const [index, line] of given.split(/\r?\n/).entries()) {
      const trimmed = line.trim();
      if (trimmed === '' || trimmed.startsWith('#')) continue;
      const split = trimmed.indexOf('=');
      if (split < 0) return { because: `has no \`=\` on line ${index + 1}` };
      const name = trimmed.slice(0, split).trim();
      if (!PAIR_NAME.test(name)) return { because: `has no valid name before the \`=\` on line ${index + 1}` };
      if (Object.hasOwn(set, name) || remove.includes(name)) return { because: `names ${name} twice` };
      const value = trimmed.slice(split + 1).trim();
      if (value === '') remove.push(name);
      else Object.defineProperty(set, name, { value, enumerable: true });
    }
    return { value: { set, remove } };
  },
};

/** JSON or YAML, inline or in a file; `inputs/` parses it, because a parser is no business of the domain. */
export const document = (accepts: string): Kind<string> => ({
  accepts,
  secret: true,
  read: (given) => ({ value: given }),
});

/** A path relative to the workspace, or absolute and inside it. Whether it is there is checked by `inputs/`. */
export const path = (place: 'file' | 'directory'): Kind<string> => ({
  accepts: `the path of a ${place} inside the workspace`,
  place,
  read: (given) => (given.includes('\0') ? { because: 'holds a character that no path can hold' } : { value: given }),
});
