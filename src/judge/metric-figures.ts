/** What is asked of CloudWatch about one side, and what its points amount to. Pure. */
import type { FigurePlace, FigureWindow, SideFigures } from '../domain/judgement.js';
import type { Instant, Milliseconds } from '../domain/time.js';
import { addUp } from './figures.js';

export type MetricPlace = Exclude<FigurePlace, { readonly kind: 'environment' }>;

/** A query without its id. */
export interface Asked {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: string;
}

/** A series as it came: oldest first, and no point where there was nothing. */
export type Points = readonly { readonly at: Instant; readonly value: number }[];

/** What is read of a side: `requests`, `errors` (added up), `p99`. */
export type FigureQueries = Readonly<Record<'requests' | 'p99', Asked>> & { readonly errors: readonly Asked[] };

/**
 * ALB guide, "CloudWatch metrics", and classic load balancers, the same page. 5xx that a load balancer makes itself (nobody
 * behind it answered) are counted for the whole load balancer only, so they belong to a side that has one of its own.
 */
export function figureQueries(place: MetricPlace): FigureQueries {
  const ask = metricsOf(place);
  switch (place.kind) {
    case 'target-group':
      return {
        requests: ask('RequestCount', 'Sum'),
        errors: [ask('HTTPCode_Target_5XX_Count', 'Sum')],
        p99: ask('TargetResponseTime', 'p99'),
      };
    case 'application':
      return {
        requests: ask('RequestCount', 'Sum'),
        errors: [ask('HTTPCode_Target_5XX_Count', 'Sum'), ask('HTTPCode_ELB_5XX_Count', 'Sum')],
        p99: ask('TargetResponseTime', 'p99'),
      };
    case 'classic':
      return {
        requests: ask('RequestCount', 'Sum'),
        errors: [ask('HTTPCode_Backend_5XX', 'Sum'), ask('HTTPCode_ELB_5XX', 'Sum')],
        p99: ask('Latency', 'p99'),
      };
  }
}

/**
 * How many requests took longer: the trimmed count (CloudWatch guide, "Statistics definitions"). Unlike percentiles, counts
 * of minutes can be added up.
 */
export function slowerQuery(place: MetricPlace, than: Milliseconds): Asked {
  const name = place.kind === 'classic' ? 'Latency' : 'TargetResponseTime';
  return metricsOf(place)(name, `TC(${than / 1_000}:)`);
}

function metricsOf(place: MetricPlace): (name: string, statistic: string) => Asked {
  const namespace = place.kind === 'classic' ? 'AWS/ELB' : 'AWS/ApplicationELB';
  const dimensions = dimensionsOf(place);
  return (name, statistic) => ({ namespace, name, dimensions, statistic });
}

function dimensionsOf(place: MetricPlace): Readonly<Record<string, string>> {
  switch (place.kind) {
    case 'target-group':
      return { LoadBalancer: place.loadBalancer, TargetGroup: place.targetGroup };
    case 'application':
      return { LoadBalancer: place.loadBalancer };
    case 'classic':
      return { LoadBalancerName: place.loadBalancer };
  }
}

export interface FigurePoints {
  readonly requests: Points;
  readonly errors: readonly Points[];
  readonly p99: Points;
}

/**
 * Minutes with requests. One without a count of requests is left out: nothing is known of it. One with requests and without
 * 5xx had none (ALB guide: "reported if there is a nonzero value").
 */
export function windowsOf({ requests, errors, p99 }: FigurePoints): readonly FigureWindow[] {
  const at = (points: Points, when: Instant): number | undefined => points.find((one) => one.at === when)?.value;
  return requests.flatMap(({ at: when, value }): readonly FigureWindow[] => {
    const errors5xx = Math.round(errors.reduce((sum, points) => sum + (at(points, when) ?? 0), 0));
    const latency = at(p99, when);
    // Requests that nobody could be chosen for are not part of the count (ALB guide, RequestCount).
    const all = Math.max(Math.round(value), errors5xx);
    if (all === 0) return [];
    const told = latency === undefined ? {} : { p99: Math.round(latency * 1_000) };
    return [{ at: when, requests: all, errors5xx, ...told }];
  });
}

/** The figures of a side, with what was counted as slower. A limit without a single point was not counted. */
export function figuresOf(
  span: { readonly from: Instant; readonly to: Instant },
  windows: readonly FigureWindow[],
  slower: ReadonlyMap<Milliseconds, Points> = new Map(),
): SideFigures {
  const counted = [...slower].flatMap(([than, points]) =>
    points.length === 0 ? [] : [{ than, requests: points.reduce((sum, { value }) => sum + value, 0) }],
  );
  return addUp('load-balancer', span, windows, counted);
}
