/** CloudWatch alarms as a gate: what they say of a rollout, before it and while it runs. Pure. */
import { cannotTell, fails, type GateFinding, type OnInconclusive, passes, together } from './gate.js';
import type { Problem } from './problem.js';
import type { Instant } from './time.js';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** What the service says of one alarm at this moment. */
export interface AlarmReading {
  readonly name: string;
  readonly state: AlarmState;
  /** Why it is in this state, in the service's words. Foreign text. */
  readonly reason: string;
  readonly since?: Instant;
}

/** Which alarms guard a rollout, and what follows when they cannot tell. */
export interface AlarmWatch {
  readonly names: readonly string[];
  readonly onInconclusive: OnInconclusive;
}

const LONGEST_REASON = 240;

/** What the alarms say together. `ALARM` fails, also when another alarm has no data; one that is not there cannot tell. */
export function judgeAlarms(names: readonly string[], readings: readonly AlarmReading[]): GateFinding {
  return together(
    names.map((name) =>
      judgeAlarm(
        name,
        readings.find((one) => one.name === name),
      ),
    ),
  );
}

function judgeAlarm(name: string, reading: AlarmReading | undefined): GateFinding {
  switch (reading?.state) {
    case 'ALARM':
      return fails(`the alarm ${name} is in ALARM${because(reading.reason)}`);
    case 'OK':
      return passes(`the alarm ${name} is OK`);
    case 'INSUFFICIENT_DATA':
      return cannotTell(`the alarm ${name} has not enough data (INSUFFICIENT_DATA)`);
    case undefined:
      return cannotTell(`the alarm ${name} is not shown any more`);
  }
}

function because(reason: string): string {
  const text = reason.replace(/\s+/g, ' ').trim();
  if (text === '') return '';
  return `: “${text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text}”`;
}

/**
 * Reasons against a rollout before anything is changed: an alarm that does not exist guards nothing, and one that is in
 * ALARM already would put every rollout back.
 */
export function refuseAlarms(names: readonly string[], readings: readonly AlarmReading[]): readonly Problem[] {
  return names.flatMap((name): Problem[] => {
    const reading = readings.find((one) => one.name === name);
    if (reading === undefined) return [missing(name)];
    return reading.state === 'ALARM' ? [active(reading)] : [];
  });
}

const missing = (name: string): Problem => ({
  code: 'alarm-missing',
  blame: 'you',
  what: `There is no alarm ${name} in this account and region (or it is not visible).`,
  hint: 'Correct the name in `alarms` (capitals count), and allow cloudwatch:DescribeAlarms on it.',
  input: 'alarms',
});

const active = ({ name, reason }: AlarmReading): Problem => ({
  code: 'alarm-active',
  blame: 'you',
  what: `The alarm ${name} is in ALARM already${because(reason)}, so nothing is begun: it could not tell a bad version from what is wrong now.`,
  hint: 'Mend what it warns of first. When this very deployment is the cure, leave the alarm out of `alarms` for this run.',
  input: 'alarms',
});

/** An alarm went off: the clause says which and why. `when` goes before it. */
export const alarmProblem = (why: string, when = ''): Problem => ({
  code: 'alarm-went-off',
  blame: 'you',
  what: `${when === '' ? capitalised(why) : `${when}, ${why}`}.`,
  hint: 'Look at the metric behind the alarm over the time of the rollout; mend the version and deploy again.',
});

/** `on-inconclusive: fail`: what cannot be told is no success. */
export const inconclusiveProblem = (why: string): Problem => ({
  code: 'inconclusive',
  blame: 'you',
  what: `${capitalised(why)}, and \`on-inconclusive: fail\` takes that for a failure.`,
  hint: 'Let the alarm have data before the rollout ends (more traffic, `treat missing data`), or set `on-inconclusive: warn`.',
  input: 'on-inconclusive',
});

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
