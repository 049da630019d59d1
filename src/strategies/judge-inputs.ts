/** Inputs of strategies that judge a version by real requests, and the rules that they amount to. */
import type { OnInconclusive } from '../domain/gate.js';
import { type Declarations, duration, type Kind, optional, type ValuesOf, withDefault } from '../domain/input.js';
import type { ConfirmUrl, JudgeRules } from '../domain/judgement.js';
import { hours, minutes, seconds } from '../domain/time.js';

const OPERATIONS = ['deploy', 'promote', 'resume', 'rollback'] as const;

interface Range {
  readonly least: number;
  readonly most: number;
  readonly what: string;
}

/** A number with a fraction, within limits; `off` for a rule that has a default. */
function decimal({ least, most, what }: Range, sign: RegExp): Kind<number> {
  return {
    accepts: what,
    read: (given) => {
      const bare = given.replace(sign, '');
      if (!/^\d+(\.\d+)?$/.test(bare)) return { because: `is not ${what}` };
      const value = Number(bare);
      return value < least || value > most ? { because: `is not between ${least} and ${most}` } : { value };
    },
  };
}

const orOff = (kind: Kind<number>): Kind<number | 'off'> => ({
  accepts: `${kind.accepts}, or \`off\``,
  read: (given) => (given === 'off' ? { value: 'off' } : kind.read(given)),
});

const percentage = decimal({ least: 0, most: 100, what: 'a percentage such as `1.5`' }, /\s*%$/);
const multiple = decimal({ least: 1, most: 100, what: 'a multiple such as `1.5`' }, /\s*x$/i);
const confidence = decimal({ least: 80, most: 99.99, what: 'a percentage such as `99`' }, /\s*%$/);
const whole = (least: number, most: number): Kind<number> => ({
  accepts: `a whole number from ${least} to ${most}`,
  read: (given) => {
    if (!/^\d+$/.test(given)) return { because: 'is not a whole number' };
    const value = Number(given);
    return value < least || value > most ? { because: `is not between ${least} and ${most}` } : { value };
  },
});

const confirmUrl: Kind<string> = {
  accepts: 'an address that begins with `https://` or `http://`',
  read: (given) => {
    if (!/^https?:\/\/[^\s/@]+(\/\S*)?$/.test(given) || !URL.canParse(given)) {
      return { because: 'is not an address that begins with `https://` or `http://`' };
    }
    return { value: given };
  },
};

export const JUDGE_INPUTS = {
  'max-5xx-percent': optional(percentage, {
    help: 'Most 5xx answers of the new version, in percent of its requests; what is surely above sends it back.',
    operations: OPERATIONS,
  }),
  'max-5xx-increase': withDefault(orOff(percentage), '0.5', {
    help: 'How many percentage points more 5xx than the old version in the same minutes are allowed.',
    operations: OPERATIONS,
  }),
  'max-p99': optional(duration(1, hours(1)), {
    help: 'Longest time within which the new version answers 99 of 100 requests.',
    operations: OPERATIONS,
  }),
  'max-p99-ratio': withDefault(orOff(multiple), '1.5', {
    help: "How many times the old version's p99 of the same minutes that of the new one may be.",
    operations: OPERATIONS,
  }),
  'min-requests': withDefault(whole(1, 1_000_000), '50', {
    help: 'Requests that the new version must have answered at one share before anything is said of it; with fewer it is inconclusive (`on-inconclusive`).',
    operations: OPERATIONS,
  }),
  confidence: withDefault(confidence, '99', {
    help: 'How sure a “worse” is over the whole rollout, in percent: with 99, one of a hundred good versions may be sent back by chance.',
    operations: OPERATIONS,
  }),
} as const satisfies Declarations;

/** Only where a step can be held longer than planned. */
export const HOLD_INPUTS = {
  'failure-limit': withDefault(whole(0, 100), '1', {
    help: 'Bad looks in a row that are forgiven at health, targets and smoke test while a step holds its share; alarms and figures count at once.',
    operations: OPERATIONS,
  }),
  'max-step-extension': withDefault(duration(0, hours(24)), '10m', {
    help: 'How much longer than planned a step may take when the evidence does not suffice; then `on-inconclusive` decides.',
    operations: OPERATIONS,
  }),
  'confirm-url': optional(confirmUrl, {
    help: 'Address that is asked at the end of each step until it answers 200; every other answer means “not yet”. The step holds its share meanwhile.',
    operations: OPERATIONS,
  }),
  'confirm-timeout': withDefault(duration(seconds(1), hours(24)), '1h', {
    help: 'How long `confirm-url` may say “not yet” before the version is sent back.',
    operations: OPERATIONS,
  }),
} as const satisfies Declarations;

type Judging = ValuesOf<typeof JUDGE_INPUTS>;
type Holding = ValuesOf<typeof HOLD_INPUTS>;

const limit = (name: keyof JudgeRules, value: number | 'off' | undefined): Partial<JudgeRules> =>
  value === undefined || value === 'off' ? {} : { [name]: value };

/** `onInconclusive` is a common input, which reaches a strategy's steps afterwards. */
export function judgeRules(
  options: Judging & Partial<Pick<Holding, 'failure-limit' | 'max-step-extension'>>,
  onInconclusive: OnInconclusive = 'warn',
): JudgeRules {
  return {
    ...limit('max5xxPercent', options['max-5xx-percent']),
    ...limit('max5xxIncrease', options['max-5xx-increase']),
    ...limit('maxP99', options['max-p99']),
    ...limit('maxP99Ratio', options['max-p99-ratio']),
    minRequests: options['min-requests'],
    confidence: options.confidence,
    failureLimit: options['failure-limit'] ?? 0,
    maxStepExtension: options['max-step-extension'] ?? 0,
    onInconclusive,
  };
}

export const confirmOf = (options: Holding): ConfirmUrl | undefined => {
  const url = options['confirm-url'];
  return url === undefined ? undefined : { url, timeout: options['confirm-timeout'] };
};

/** Longest time that waiting for a confirmation may take, over so many steps. */
export const confirmTime = (options: Holding, steps: number): number =>
  options['confirm-url'] === undefined ? 0 : steps * (options['confirm-timeout'] + minutes(1));
