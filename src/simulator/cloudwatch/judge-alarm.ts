/** What state an alarm has by its data. User guide, "Alarm evaluation" and "Configuring how alarms treat missing data". */
import { type Instant, seconds } from '../../domain/time.js';
import { type Context, type Input, numberOf, recordsOf, textOf } from '../context.js';
import type { Alarm, AlarmState } from './alarm.js';
import { arrivedUntil, type Metric, makesPoints, pointsOf } from './data-points.js';

export interface Judged {
  readonly state: AlarmState;
  readonly reason: string;
}

export const metricOf = (input: Input): Metric => ({
  namespace: textOf(input, 'Namespace') ?? '',
  name: textOf(input, 'MetricName') ?? '',
  dimensions: Object.fromEntries(
    recordsOf(input, 'Dimensions').map((one) => [textOf(one, 'Name') ?? '', textOf(one, 'Value') ?? '']),
  ),
});

const COMPARISONS: Readonly<Record<string, readonly [string, (value: number, threshold: number) => boolean]>> = {
  GreaterThanOrEqualToThreshold: ['greater than or equal to', (value, threshold) => value >= threshold],
  GreaterThanThreshold: ['greater than', (value, threshold) => value > threshold],
  LessThanThreshold: ['less than', (value, threshold) => value < threshold],
  LessThanOrEqualToThreshold: ['less than or equal to', (value, threshold) => value <= threshold],
};

/** The end of the newest period that has arrived: an alarm is judged once for each. */
export function judgedUntil(context: Context, alarm: Alarm): Instant {
  const period = seconds(numberOf(alarm.definition, 'Period') ?? 60);
  return Math.floor(arrivedUntil(context) / period) * period;
}

/** `undefined`: it keeps its state, because nobody sends data for its metric here, or the missing data say so. */
export function judgeByData(context: Context, alarm: Alarm): Judged | undefined {
  const { definition } = alarm;
  const metric = metricOf(definition);
  const comparison = COMPARISONS[textOf(definition, 'ComparisonOperator') ?? ''];
  if (!makesPoints(context, metric) || comparison === undefined) return undefined;
  const [words, breaches] = comparison;
  const period = seconds(numberOf(definition, 'Period') ?? 60);
  const count = numberOf(definition, 'EvaluationPeriods') ?? 1;
  const needed = numberOf(definition, 'DatapointsToAlarm') ?? count;
  const threshold = numberOf(definition, 'Threshold') ?? 0;
  const missing = textOf(definition, 'TreatMissingData') ?? 'missing';
  const statistic = textOf(definition, 'Statistic') ?? textOf(definition, 'ExtendedStatistic') ?? 'Average';
  const to = judgedUntil(context, alarm);
  const points = pointsOf(context, metric, { from: to - count * period, to, period, statistic });
  const absent = count - points.length;
  if (points.length === 0 && missing === 'missing') {
    return { state: 'INSUFFICIENT_DATA', reason: `Insufficient Data: ${count} datapoints were unknown.` };
  }
  if (points.length === 0 && missing === 'ignore') return undefined;
  const bad = points.filter(({ value }) => breaches(value, threshold)).length + (missing === 'breaching' ? absent : 0);
  const isAlarm = bad >= needed;
  const shown = points
    .toReversed()
    .map(({ at, value }) => `${value} (${dateText(at)})`)
    .join(', ');
  const state = isAlarm ? 'ALARM' : 'OK';
  const reason = `Threshold Crossed: ${bad} out of the last ${count} datapoints [${shown}] ${isAlarm ? 'was' : 'was not'} ${words} the threshold (${threshold}) (minimum ${needed} datapoint${needed === 1 ? '' : 's'} for ${isAlarm ? 'OK -> ALARM' : 'ALARM -> OK'} transition).`;
  return { state, reason };
}

const dateText = (at: Instant): string => {
  const [date = '', time = ''] = new Date(at).toISOString().split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${month}/${year.slice(2)} ${time.slice(0, 8)}`;
};
