/** Data points of the metrics that the simulator knows: requests of load balancers, and health of environments. */
import { type Instant, type Milliseconds, minutes, seconds } from '../../domain/time.js';
import type { Context } from '../context.js';
import { splitTargetGroupOf } from '../resources.js';
import type { MinuteOfRequests } from '../runtime/runtime.js';
import type { Environment } from '../world.js';

export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

export interface Point {
  readonly at: Instant;
  readonly value: number;
}

const MINUTE = minutes(1);
/** User guide, "Metrics collection": points of load balancers come in minutes, and are there some time later. */
const USUAL_DELAY = 60;

const REQUEST_METRICS = [
  'RequestCount',
  'HTTPCode_Target_2XX_Count',
  'HTTPCode_Target_3XX_Count',
  'HTTPCode_Target_4XX_Count',
  'HTTPCode_Target_5XX_Count',
  'TargetResponseTime',
] as const;
type RequestMetric = (typeof REQUEST_METRICS)[number];

const isRequestMetric = (name: string): name is RequestMetric => REQUEST_METRICS.some((known) => known === name);

/** What classic load balancers call the same (their guide, "CloudWatch metrics"). */
const CLASSIC_METRICS: Readonly<Record<string, RequestMetric>> = {
  RequestCount: 'RequestCount',
  HTTPCode_Backend_2XX: 'HTTPCode_Target_2XX_Count',
  HTTPCode_Backend_3XX: 'HTTPCode_Target_3XX_Count',
  HTTPCode_Backend_4XX: 'HTTPCode_Target_4XX_Count',
  HTTPCode_Backend_5XX: 'HTTPCode_Target_5XX_Count',
  Latency: 'TargetResponseTime',
};

/** The request metric that one of either kind of load balancers is; `undefined`: another metric. */
function requestMetricOf({ namespace, name }: Metric): RequestMetric | undefined {
  if (namespace === 'AWS/ELB') return CLASSIC_METRICS[name];
  return namespace === 'AWS/ApplicationELB' && isRequestMetric(name) ? name : undefined;
}

/** The part of an ARN that CloudWatch has in its dimensions (ALB guide, "Metric dimensions"). */
export const balancerDimension = (arn: string): string => arn.replace(/^.*:loadbalancer\//, '');
export const targetGroupDimension = (arn: string): string => arn.replace(/^.*:(?=targetgroup\/)/, '');

interface Source {
  readonly environment: Environment;
  readonly group: 'default' | 'split';
  readonly balancer: string;
  /** Absent behind a classic load balancer. */
  readonly targetGroup?: string;
}

/** Every target group behind an Application Load Balancer, also those without targets, and every classic one. */
function sources({ world }: Context): readonly Source[] {
  return [...world.environments.values()].flatMap((environment): readonly Source[] => {
    const { loadBalancer } = environment.resources;
    if (loadBalancer?.kind === 'classic') return [{ environment, group: 'default', balancer: loadBalancer.name }];
    if (loadBalancer?.kind !== 'application' || loadBalancer.targetGroupName === undefined) return [];
    const balancer = balancerDimension(loadBalancer.name);
    const of = (arn: string, group: Source['group']): Source => ({
      environment,
      group,
      balancer,
      targetGroup: targetGroupDimension(arn),
    });
    return [of(loadBalancer.targetGroupName, 'default'), of(splitTargetGroupOf(environment), 'split')];
  });
}

/** Every combination of metric and dimensions that has ever had a point, for ListMetrics. */
export function knownMetrics(context: Context): readonly Metric[] {
  const found: Metric[] = [];
  for (const { environment, group, balancer, targetGroup } of sources(context)) {
    if (!context.runtime.requestMinutes(environment.id).some((one) => one.group === group)) continue;
    if (targetGroup === undefined) {
      const dimensions = { LoadBalancerName: balancer };
      found.push(...Object.keys(CLASSIC_METRICS).map((name) => ({ namespace: 'AWS/ELB', name, dimensions })));
      continue;
    }
    for (const name of REQUEST_METRICS) {
      const namespace = 'AWS/ApplicationELB';
      found.push({ namespace, name, dimensions: { LoadBalancer: balancer } });
      found.push({ namespace, name, dimensions: { LoadBalancer: balancer, TargetGroup: targetGroup } });
    }
  }
  for (const { name } of context.world.environments.values()) {
    found.push({ namespace: 'AWS/ElasticBeanstalk', name: 'EnvironmentHealth', dimensions: { EnvironmentName: name } });
  }
  const key = (metric: Metric): string => JSON.stringify(metric);
  return [...new Map(found.map((metric) => [key(metric), metric])).values()];
}

/** Whether anything of the simulator makes points of this metric; others never have any. */
export function makesPoints(context: Context, metric: Metric): boolean {
  return (
    requestMetricOf(metric) !== undefined ||
    (metric.namespace === 'AWS/ElasticBeanstalk' &&
      metric.name === 'EnvironmentHealth' &&
      [...context.world.environments.values()].some(({ name }) => name === metric.dimensions.EnvironmentName))
  );
}

/** The newest moment whose minute has arrived in CloudWatch. */
export const arrivedUntil = (context: Context): Instant => {
  const delay: Milliseconds = seconds(context.scenario().metricDelaySeconds ?? USUAL_DELAY);
  return Math.floor((context.now() - delay) / MINUTE) * MINUTE;
};

/**
 * Points from `from` (inclusive) to `to` (exclusive), one for each period that has data. A period without requests has
 * none, and neither has a minute without a single 5xx one for 5xx: what is missing is not written as zero.
 */
export function pointsOf(
  context: Context,
  metric: Metric,
  wish: { readonly from: Instant; readonly to: Instant; readonly period: Milliseconds; readonly statistic: string },
): readonly Point[] {
  const until = Math.min(wish.to, arrivedUntil(context));
  if (metric.namespace === 'AWS/ElasticBeanstalk') return healthPoints(context, metric, { ...wish, to: until });
  const name = requestMetricOf(metric);
  if (name === undefined) return [];
  const periods = new Map<Instant, MinuteOfRequests[]>();
  for (const source of sources(context).filter((one) => isMeant(metric, one))) {
    const { environment, group } = source;
    for (const one of context.runtime.requestMinutes(environment.id)) {
      if (one.group !== group || one.minute < wish.from || one.minute >= until) continue;
      const at = Math.floor(one.minute / wish.period) * wish.period;
      periods.set(at, [...(periods.get(at) ?? []), one]);
    }
  }
  return [...periods]
    .sort(([one], [other]) => one - other)
    .flatMap(([at, found]) => {
      const value = statisticOf(name, found, wish.statistic);
      return value === undefined ? [] : [{ at, value }];
    });
}

function isMeant({ namespace, dimensions }: Metric, { balancer, targetGroup }: Source): boolean {
  const { LoadBalancer, LoadBalancerName, TargetGroup = targetGroup, ...others } = dimensions;
  const isClassic = targetGroup === undefined;
  // Target groups of further processes: one application answers for all of them (`elbv2/model.ts`).
  const isOfProcess = targetGroup !== undefined && TargetGroup?.startsWith(`${targetGroup.slice(0, -1)}-`) === true;
  return (
    isClassic === (namespace === 'AWS/ELB') &&
    (isClassic ? LoadBalancerName : LoadBalancer) === balancer &&
    (TargetGroup === targetGroup || isOfProcess) &&
    Object.keys(others).length === 0
  );
}

function statisticOf(name: RequestMetric, found: readonly MinuteOfRequests[], statistic: string): number | undefined {
  if (name === 'TargetResponseTime') return latencyOf(found, statistic);
  const digit = /_(\d)XX_/.exec(name)?.[1] as '2' | '3' | '4' | '5' | undefined;
  const count = found.reduce((sum, one) => sum + (digit === undefined ? one.requests : one.statuses[digit]), 0);
  const rounded = Math.round(count);
  if (rounded === 0) return undefined;
  // Each request is a sample of 1: all other statistics of a count say 1 (ALB guide: "The most useful statistic is Sum").
  return statistic === 'Sum' || statistic === 'SampleCount' ? rounded : 1;
}

function latencyOf(found: readonly MinuteOfRequests[], statistic: string): number | undefined {
  const samples = found.flatMap(({ latencies }) => latencies).sort((one, other) => one.seconds - other.seconds);
  const count = samples.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return undefined;
  const total = samples.reduce((sum, one) => sum + one.seconds * one.count, 0);
  switch (statistic) {
    case 'Sum':
      return total;
    case 'SampleCount':
      return Math.round(count);
    case 'Average':
      return total / count;
    case 'Minimum':
      return samples[0]?.seconds;
    case 'Maximum':
      return samples.at(-1)?.seconds;
    default: {
      const trimmed = /^TC\((\d+(?:\.\d+)?)?:(\d+(?:\.\d+)?)?\)$/i.exec(statistic);
      if (trimmed !== null) return trimmedCount(samples, trimmed[1], trimmed[2]);
      const percent = Number(/^p(\d+(?:\.\d+)?)$/.exec(statistic)?.[1] ?? Number.NaN);
      if (Number.isNaN(percent)) return undefined;
      let seen = 0;
      for (const sample of samples) {
        seen += sample.count;
        if (seen >= (percent * count) / 100) return sample.seconds;
      }
      return samples.at(-1)?.seconds;
    }
  }
}

/** CloudWatch guide, "Statistics definitions": values above the lower bound, up to and with the upper one. */
function trimmedCount(
  samples: MinuteOfRequests['latencies'],
  above: string | undefined,
  upTo: string | undefined,
): number {
  const [low, high] = [Number(above ?? Number.NEGATIVE_INFINITY), Number(upTo ?? Number.POSITIVE_INFINITY)];
  return samples.filter((one) => one.seconds > low && one.seconds <= high).reduce((sum, one) => sum + one.count, 0);
}

/** Guide, "Publishing Amazon CloudWatch custom metrics for an environment". */
const HEALTH_VALUES: Readonly<Record<string, number>> = {
  Ok: 0,
  Info: 1,
  Unknown: 5,
  'No Data': 10,
  Warning: 15,
  Degraded: 20,
  Severe: 25,
};

/** Enhanced health only. The history is that of the health agent, minute by minute. */
function healthPoints(
  context: Context,
  metric: Metric,
  wish: { readonly from: Instant; readonly to: Instant; readonly period: Milliseconds; readonly statistic: string },
): readonly Point[] {
  const name = metric.dimensions.EnvironmentName;
  const environment = [...context.world.environments.values()].find((one) => one.name === name);
  if (environment === undefined || metric.name !== 'EnvironmentHealth') return [];
  const periods = new Map<Instant, number[]>();
  for (const [minute, status] of context.healthHistory.get(environment.id) ?? []) {
    const value = HEALTH_VALUES[status];
    if (value === undefined || minute < wish.from || minute >= wish.to) continue;
    const at = Math.floor(minute / wish.period) * wish.period;
    periods.set(at, [...(periods.get(at) ?? []), value]);
  }
  return [...periods].map(([at, values]) => ({ at, value: summary(values, wish.statistic) }));
}

function summary(values: readonly number[], statistic: string): number {
  const sum = values.reduce((total, one) => total + one, 0);
  switch (statistic) {
    case 'Sum':
      return sum;
    case 'SampleCount':
      return values.length;
    case 'Minimum':
      return Math.min(...values);
    case 'Average':
      return sum / values.length;
    default:
      return Math.max(...values);
  }
}
