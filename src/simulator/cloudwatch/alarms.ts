/** Alarms: put, described, set by hand, deleted; and where each stands at this moment. */
import { seconds } from '../../domain/time.js';
import {
  type Context,
  flagOf,
  type Input,
  listOf,
  type Operations,
  type Output,
  requiredText,
  textOf,
} from '../context.js';
import { pageOf } from '../paging.js';
import type { Seed } from '../service.js';
import { ServiceError } from '../service-error.js';
import type { Alarm, AlarmState } from './alarm.js';
import { holds, parseRule } from './composite-rule.js';
import { judgeByData, judgedUntil } from './judge-alarm.js';

/** API reference, DescribeAlarms and DeleteAlarms: AlarmNames, at most 100. */
const MOST_NAMES = 100;
/** API reference, DescribeAlarms: MaxRecords; the default is 50. */
const PAGE = { usual: 50, most: 100 } as const;

const arnOf = ({ region, accountId }: Context, name: string): string =>
  `arn:aws:cloudwatch:${region}:${accountId}:alarm:${name}`;

function put(context: Context, input: Input, kind: Alarm['kind']): Alarm {
  const name = requiredText(input, 'AlarmName');
  const known = context.world.alarms.get(name);
  const now = context.now();
  if (known !== undefined && known.kind !== kind) {
    throw new ServiceError('ValidationError', `Alarm ${name} already exists and is of another type.`);
  }
  if (known !== undefined) {
    known.definition = input;
    known.updatedAt = now;
    return known;
  }
  const alarm: Alarm = {
    name,
    arn: arnOf(context, name),
    kind,
    definition: input,
    state: 'INSUFFICIENT_DATA',
    reason: 'Unchecked: Initial alarm creation',
    since: now,
    updatedAt: now,
    judgedAt: 0,
  };
  context.world.alarms.set(name, alarm);
  return alarm;
}

function putMetricAlarm(context: Context, input: Input): undefined {
  if (listOf(input, 'Metrics') !== undefined) {
    throw new ServiceError('NotImplemented', 'The simulator knows alarms on one metric, not on expressions.', 501);
  }
  for (const member of ['MetricName', 'Namespace']) {
    if (textOf(input, member) === undefined) {
      throw new ServiceError('ValidationError', `Exactly one of ${member} and Metrics must be given.`);
    }
  }
  put(context, input, 'metric');
  return undefined;
}

function putCompositeAlarm(context: Context, input: Input): undefined {
  parseRule(requiredText(input, 'AlarmRule'));
  put(context, input, 'composite');
  return undefined;
}

function turn(context: Context, alarm: Alarm, state: AlarmState, reason: string): void {
  if (alarm.state === state) return;
  alarm.state = state;
  alarm.reason = reason;
  alarm.since = context.now();
}

/** Judges what has new data since it was judged last. Composite alarms come after those that they are made of. */
function judgeAll(context: Context): void {
  const alarms = [...context.world.alarms.values()];
  for (const alarm of alarms.filter(({ kind }) => kind === 'metric')) {
    const until = judgedUntil(context, alarm);
    if (until <= alarm.judgedAt) continue;
    alarm.judgedAt = until;
    const judged = judgeByData(context, alarm);
    if (judged !== undefined) turn(context, alarm, judged.state, judged.reason);
  }
  const composites = alarms.filter(({ kind }) => kind === 'composite');
  // A composite of composites settles after as many rounds as it is deep.
  for (let round = 0; round < composites.length; round += 1) {
    for (const alarm of composites) {
      const node = parseRule(textOf(alarm.definition, 'AlarmRule') ?? '');
      const isAlarm = holds(node, (name) => context.world.alarms.get(name)?.state ?? 'INSUFFICIENT_DATA');
      const reason = `${alarm.arn} transitioned to ${isAlarm ? 'ALARM' : 'OK'} by its rule.`;
      turn(context, alarm, isAlarm ? 'ALARM' : 'OK', reason);
    }
  }
}

function describeAlarms(context: Context, input: Input): Output {
  judgeAll(context);
  const names = listOf(input, 'AlarmNames')?.map(String);
  const prefix = textOf(input, 'AlarmNamePrefix');
  if (names !== undefined && prefix !== undefined) {
    throw new ServiceError('ValidationError', 'AlarmNames and AlarmNamePrefix cannot be given together.');
  }
  tooMany(names);
  // Without AlarmTypes only metric alarms come back, also when others are named (API reference, DescribeAlarms).
  const types = (listOf(input, 'AlarmTypes') ?? ['MetricAlarm']).map(String);
  const state = textOf(input, 'StateValue');
  const wanted = [...context.world.alarms.values()]
    .filter(({ name }) => names === undefined || names.includes(name))
    .filter(({ name }) => prefix === undefined || name.startsWith(prefix))
    .filter((alarm) => state === undefined || alarm.state === state)
    .filter(({ kind }) => types.includes(kind === 'metric' ? 'MetricAlarm' : 'CompositeAlarm'))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const { MaxRecords = PAGE.usual } = input;
  const { items, nextToken } = pageOf(wanted, { ...input, MaxRecords }, PAGE.most);
  return {
    MetricAlarms: items.filter(({ kind }) => kind === 'metric').map(shown),
    CompositeAlarms: items.filter(({ kind }) => kind === 'composite').map(shown),
    ...(nextToken === undefined ? {} : { NextToken: nextToken }),
  };
}

const shown = (alarm: Alarm): Output => ({
  ...alarm.definition,
  AlarmName: alarm.name,
  AlarmArn: alarm.arn,
  AlarmConfigurationUpdatedTimestamp: new Date(alarm.updatedAt),
  ActionsEnabled: flagOf(alarm.definition, 'ActionsEnabled') ?? true,
  StateValue: alarm.state,
  StateReason: alarm.reason,
  StateUpdatedTimestamp: new Date(alarm.since),
  StateTransitionedTimestamp: new Date(alarm.since),
});

function tooMany(names: readonly string[] | undefined): void {
  if (names === undefined || names.length <= MOST_NAMES) return;
  throw new ServiceError(
    'ValidationError',
    `1 validation error detected: Value at 'alarmNames' failed to satisfy constraint: Member must have length less than or equal to ${MOST_NAMES}`,
  );
}

function setAlarmState(context: Context, input: Input): undefined {
  const name = requiredText(input, 'AlarmName');
  const alarm = context.world.alarms.get(name);
  if (alarm === undefined) throw new ServiceError('ResourceNotFound', `Alarm ${name} does not exist.`, 404);
  const state = requiredText(input, 'StateValue');
  if (state !== 'OK' && state !== 'ALARM' && state !== 'INSUFFICIENT_DATA') {
    throw new ServiceError('ValidationError', `${state} is no state of an alarm.`);
  }
  // What has arrived by now is judged: the state that was set holds until there is more.
  judgeAll(context);
  turn(context, alarm, state, requiredText(input, 'StateReason'));
  return undefined;
}

function deleteAlarms(context: Context, input: Input): undefined {
  const names = (listOf(input, 'AlarmNames') ?? []).map(String);
  tooMany(names);
  for (const name of names) context.world.alarms.delete(name);
  return undefined;
}

/** Puts an alarm that was there before. */
export function seedAlarm(context: Context, seeded: NonNullable<Seed['alarms']>[number]): void {
  const { state = 'OK', reason = 'As it was seeded.', ...definition } = seeded;
  const isComposite = textOf(definition, 'AlarmRule') !== undefined;
  const alarm = put(context, definition, isComposite ? 'composite' : 'metric');
  turn(context, alarm, state, reason);
}

/** Sets the changes of the scenario that begins now; those of the one before no longer happen. */
export function playAlarms(context: Context): void {
  const scenario = context.scenario();
  for (const [name, changes] of Object.entries(scenario.alarms ?? {})) {
    for (const { atSecond = 0, state, reason = 'The scenario says so.' } of changes) {
      const change = (): void => {
        const alarm = context.world.alarms.get(name);
        if (context.scenario() === scenario && alarm !== undefined) turn(context, alarm, state, reason);
      };
      if (atSecond <= 0) change();
      else context.timeline.after(seconds(atSecond), change);
    }
  }
}

export const operations: Operations = {
  DescribeAlarms: describeAlarms,
  PutMetricAlarm: putMetricAlarm,
  PutCompositeAlarm: putCompositeAlarm,
  SetAlarmState: setAlarmState,
  DeleteAlarms: deleteAlarms,
};
