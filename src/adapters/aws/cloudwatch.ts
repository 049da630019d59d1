/** Alarms and metrics by Amazon CloudWatch. Loaded on first use. */
import type { CloudWatchClient, DescribeAlarmsCommandOutput } from '@aws-sdk/client-cloudwatch';
import type { AlarmReading } from '../../domain/alarm.js';
import { ActionError } from '../../domain/problem.js';
import type { Alarms } from '../../ports/alarms.js';
import type { Clock } from '../../ports/clock.js';
import type { MetricPoint, Metrics } from '../../ports/metrics.js';
import type { Random } from '../../ports/random.js';
import { pages } from './calls.js';
import type { AwsClients } from './clients.js';
import { createPatience, type PatienceMode } from './patience.js';

type Sdk = typeof import('@aws-sdk/client-cloudwatch');

export interface CloudWatchOptions {
  readonly clients: AwsClients;
  readonly clock: Clock;
  readonly random: Random;
  /** `one-look` for a caller that looks again by itself. */
  readonly patience: PatienceMode;
  readonly signal?: AbortSignal;
}

/** API reference: names in one DescribeAlarms, queries in one GetMetricData. */
const NAMES_AT_ONCE = 100;
const QUERIES_AT_ONCE = 500;

function callerOf(options: CloudWatchOptions) {
  const patience = createPatience({ ...options, mode: options.patience });
  return async <T>(operation: string, run: (client: CloudWatchClient, sdk: Sdk) => Promise<T>): Promise<T> => {
    const client = await options.clients.cloudWatch();
    const sdk = await import('@aws-sdk/client-cloudwatch');
    return patience({ service: 'cloudwatch', operation, mutates: false }, () => run(client, sdk));
  };
}

const slices = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

export function createAlarms(options: CloudWatchOptions): Alarms {
  const call = callerOf(options);
  const ask = async (names: readonly string[], types: readonly ('MetricAlarm' | 'CompositeAlarm' | 'LogAlarm')[]) => {
    const found: AlarmReading[] = [];
    for (const AlarmNames of slices(names, NAMES_AT_ONCE)) {
      const answers = await pages((token) =>
        call('DescribeAlarms', (client, sdk) =>
          client.send(
            new sdk.DescribeAlarmsCommand({
              AlarmNames: [...AlarmNames],
              AlarmTypes: [...types],
              MaxRecords: NAMES_AT_ONCE,
              ...token,
            }),
          ),
        ),
      );
      found.push(...answers.flatMap(readingsIn));
    }
    return found;
  };
  return {
    read: async (names) => {
      if (names.length === 0) return [];
      const found = await ask(names, ['MetricAlarm', 'CompositeAlarm']);
      const others = names.filter((name) => !found.some((one) => one.name === name));
      if (others.length === 0) return found;
      // Younger than the two classes above: a region that does not know it refuses the value.
      return [...found, ...(await ask(others, ['LogAlarm']).catch(noneIfUnknown))];
    },
  };
}

function noneIfUnknown(error: unknown): readonly AlarmReading[] {
  if (error instanceof ActionError && error.problem.code === 'refused-by-aws') return [];
  throw error;
}

function readingsIn(answer: DescribeAlarmsCommandOutput): readonly AlarmReading[] {
  const { MetricAlarms = [], CompositeAlarms = [], LogAlarms = [] } = answer;
  return [...MetricAlarms, ...CompositeAlarms, ...LogAlarms].flatMap((alarm) => {
    const { AlarmName: name, StateValue: value, StateReason: reason = '', StateUpdatedTimestamp: at } = alarm;
    if (name === undefined) return [];
    // A state that is not known yet is no good news.
    const state = value === 'OK' || value === 'ALARM' ? value : 'INSUFFICIENT_DATA';
    return [{ name, state, reason, ...(at === undefined ? {} : { since: at.getTime() }) }];
  });
}

export function createMetrics(options: CloudWatchOptions): Metrics {
  const call = callerOf(options);
  return {
    points: async (queries, { from, to, period }) => {
      const found = new Map<string, MetricPoint[]>(queries.map(({ id }) => [id, []]));
      for (const some of slices(queries, QUERIES_AT_ONCE)) {
        const MetricDataQueries = some.map((query) => ({
          Id: query.id,
          MetricStat: {
            Metric: {
              Namespace: query.namespace,
              MetricName: query.name,
              Dimensions: Object.entries(query.dimensions).map(([Name, Value]) => ({ Name, Value })),
            },
            Period: period / 1_000,
            Stat: query.statistic,
          },
        }));
        const answers = await pages((token) =>
          call('GetMetricData', (client, sdk) =>
            client.send(
              new sdk.GetMetricDataCommand({
                StartTime: new Date(from),
                EndTime: new Date(to),
                ScanBy: 'TimestampAscending',
                MetricDataQueries,
                ...token,
              }),
            ),
          ),
        );
        for (const { Id = '', Timestamps = [], Values = [] } of answers.flatMap(
          ({ MetricDataResults = [] }) => MetricDataResults,
        )) {
          for (const [index, at] of Timestamps.entries())
            found.get(Id)?.push({ at: at.getTime(), value: Values[index] ?? 0 });
        }
      }
      return found;
    },
  };
}
