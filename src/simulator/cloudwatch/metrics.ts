/** GetMetricData and ListMetrics over the metrics that the simulator itself makes. */
import { seconds } from '../../domain/time.js';
import {
  type Context,
  dateOf,
  flagOf,
  type Input,
  numberOf,
  type Operations,
  type Output,
  recordOf,
  recordsOf,
  textOf,
} from '../context.js';
import { pageOf } from '../paging.js';
import { ServiceError } from '../service-error.js';
import { knownMetrics, type Metric, type Point, pointsOf } from './data-points.js';
import { metricOf } from './judge-alarm.js';

/** API reference, GetMetricData: MaxDatapoints; ListMetrics: 500 metrics in a page. */
const MOST_POINTS = 100_800;
const METRICS_IN_A_PAGE = 500;

interface Series {
  readonly id: string;
  readonly label: string;
  readonly points: readonly Point[];
}

function seriesOf(context: Context, query: Input, from: number, to: number): Series {
  const id = textOf(query, 'Id') ?? '';
  if (!/^[a-z]\w*$/.test(id)) {
    throw new ServiceError('ValidationError', `The value ${id} at 'MetricDataQueries' is not a valid Id.`);
  }
  const stat = recordOf(query, 'MetricStat');
  if (stat === undefined) {
    throw new ServiceError('NotImplemented', 'The simulator knows MetricStat, not Expression.', 501);
  }
  const metric = metricOf(recordOf(stat, 'Metric') ?? {});
  const length = numberOf(stat, 'Period') ?? 60;
  if (length < 60 || length % 60 !== 0) {
    throw new ServiceError('ValidationError', `The period ${length} must be a multiple of 60.`);
  }
  const period = seconds(length);
  const statistic = textOf(stat, 'Stat') ?? '';
  // API reference, GetMetricData: the start is rounded down to the period, the end is exclusive.
  const wish = { from: Math.floor(from / period) * period, to, period, statistic };
  return { id, label: textOf(query, 'Label') ?? metric.name, points: pointsOf(context, metric, wish) };
}

function getMetricData(context: Context, input: Input): Output {
  const [from, to] = [dateOf(input, 'StartTime'), dateOf(input, 'EndTime')];
  if (from === undefined || to === undefined || from >= to) {
    throw new ServiceError('ValidationError', 'The parameter StartTime must be less than the parameter EndTime.');
  }
  const isAscending = textOf(input, 'ScanBy') === 'TimestampAscending';
  const series = recordsOf(input, 'MetricDataQueries')
    .filter((query) => flagOf(query, 'ReturnData') !== false)
    .map((query) => seriesOf(context, query, from, to));
  const all = series.flatMap(({ id, points }) => {
    const ordered = isAscending ? points : [...points].reverse();
    return ordered.map((point) => ({ id, ...point }));
  });
  const { items, nextToken } = pageOf(all, input, MOST_POINTS, 'MaxDatapoints');
  return {
    MetricDataResults: series.map(({ id, label }) => {
      const own = items.filter((one) => one.id === id);
      return {
        Id: id,
        Label: label,
        Timestamps: own.map(({ at }) => new Date(at)),
        Values: own.map(({ value }) => value),
        StatusCode: nextToken === undefined ? 'Complete' : 'PartialData',
      };
    }),
    Messages: [],
    ...(nextToken === undefined ? {} : { NextToken: nextToken }),
  };
}

function listMetrics(context: Context, input: Input): Output {
  const [namespace, name] = [textOf(input, 'Namespace'), textOf(input, 'MetricName')];
  const wished = recordsOf(input, 'Dimensions');
  const fits = (metric: Metric): boolean =>
    (namespace === undefined || metric.namespace === namespace) &&
    (name === undefined || metric.name === name) &&
    wished.every((one) => {
      const value = metric.dimensions[textOf(one, 'Name') ?? ''];
      return value !== undefined && (textOf(one, 'Value') ?? value) === value;
    });
  const { items, nextToken } = pageOf(knownMetrics(context).filter(fits), input, METRICS_IN_A_PAGE);
  return {
    Metrics: items.map((metric) => ({
      Namespace: metric.namespace,
      MetricName: metric.name,
      Dimensions: Object.entries(metric.dimensions).map(([Name, Value]) => ({ Name, Value })),
    })),
    ...(nextToken === undefined ? {} : { NextToken: nextToken }),
  };
}

export const operations: Operations = { GetMetricData: getMetricData, ListMetrics: listMetrics };
