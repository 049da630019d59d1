/** Inputs for the gates that hold for every strategy: CloudWatch alarms, and what follows when a gate cannot tell. */
import type { AlarmWatch } from '../domain/alarm.js';
import { choice, type Kind, optional, withDefault } from '../domain/input.js';

/** API reference, PutMetricAlarm: AlarmName; ARN of an alarm: `arn:aws:cloudwatch:region:account:alarm:name`. */
const LONGEST_NAME = 255;
const MOST_ALARMS = 100;
const ARN = /^arn:aws[\w-]*:cloudwatch:([a-z0-9-]+):(\d{12}):alarm:(.+)$/;

/** Names may hold spaces, so only commas and lines part them. */
const alarmNames: Kind<readonly string[]> = {
  accepts: 'names or ARNs of CloudWatch alarms, separated by commas or lines',
  read: (given) => {
    const names: string[] = [];
    for (const part of given.split(/[,\n]/).map((one) => one.trim())) {
      if (part === '') continue;
      const name = part.startsWith('arn:') ? ARN.exec(part)?.[3] : part;
      if (name === undefined) return { because: 'holds an ARN that is not one of an alarm', wrong: part };
      if (name.length > LONGEST_NAME) return { because: 'holds a name of more than 255 characters', wrong: part };
      if (!names.includes(name)) names.push(name);
    }
    if (names.length > MOST_ALARMS) return { because: `holds ${names.length} alarms; ${MOST_ALARMS} are the most` };
    return { value: names };
  },
};

const OPERATIONS = ['deploy', 'promote', 'rollback'] as const;

export const GATE_INPUTS = {
  alarms: optional(alarmNames, {
    help: 'CloudWatch alarms (metric or composite) that guard the rollout: one that is missing or in ALARM already refuses it before anything is changed; one that goes off while it runs, or while the new side bakes, ends it (see docs/gates.md).',
    operations: OPERATIONS,
  }),
  'on-inconclusive': withDefault(choice(['warn', 'fail']), 'warn', {
    help: 'When a gate cannot tell in the end, for example because an alarm has not enough data: go on with a warning, or take it for a failure.',
    operations: OPERATIONS,
  }),
} as const;

export function alarmWatch(values: {
  readonly alarms?: readonly string[] | undefined;
  readonly 'on-inconclusive': 'warn' | 'fail';
}): AlarmWatch | undefined {
  const { alarms = [], 'on-inconclusive': onInconclusive } = values;
  return alarms.length === 0 ? undefined : { names: alarms, onInconclusive };
}
