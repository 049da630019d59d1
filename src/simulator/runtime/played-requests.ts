/** Requests that nobody sends: the traffic that played instances would have had between two moments. */
import { type Instant, minutes } from '../../domain/time.js';
import type { VersionBehaviour } from '../scenario.js';
import type { RequestMinutes } from './request-minutes.js';
import type { BalancerRouting, RequestMetrics, Target } from './runtime.js';

const MINUTE = minutes(1);

/** A version's latencies around its p99; the same shape as in the health agent's percentiles. */
const LATENCY_SHAPE = { P10: 0.1, P50: 0.25, P75: 0.4, P85: 0.5, P90: 0.6, P95: 0.8, P99: 1, P999: 1.5 } as const;
/** Share of requests that are as slow as the percentile, in parts of 1000. */
const SHARES: readonly (readonly [keyof typeof LATENCY_SHAPE, number])[] = [
  ['P10', 100],
  ['P50', 400],
  ['P75', 250],
  ['P85', 100],
  ['P90', 50],
  ['P95', 50],
  ['P99', 41],
  ['P999', 9],
];

export function playRequests(
  record: RequestMinutes,
  group: Target['group'],
  behaviour: VersionBehaviour,
  span: { readonly from: Instant; readonly to: Instant; readonly share: number },
): void {
  const rate = (behaviour.requestsPerSecond ?? 5) * span.share;
  if (rate <= 0) return;
  for (let at = span.from; at < span.to; ) {
    const end = Math.min(span.to, Math.floor(at / MINUTE) * MINUTE + MINUTE);
    const count = (rate * (end - at)) / 1_000;
    const errors = count * (behaviour.errorShare ?? 0);
    for (const [percentile, parts] of SHARES) {
      const seconds = (behaviour.p99Seconds ?? 0.05) * LATENCY_SHAPE[percentile];
      record.record(group, { at, status: 200, seconds, count: ((count - errors) * parts) / 1_000 });
      if (errors > 0) record.record(group, { at, status: 500, seconds, count: (errors * parts) / 1_000 });
    }
    at = end;
  }
}

export const NO_REQUESTS: RequestMetrics = {
  requestCount: 0,
  status2xx: 0,
  status3xx: 0,
  status4xx: 0,
  status5xx: 0,
};

/** Ten seconds of synthetic traffic. */
export function requestsOf(behaviour: VersionBehaviour, share: number): RequestMetrics {
  const requestCount = Math.round((behaviour.requestsPerSecond ?? 5) * 10 * share);
  if (requestCount === 0) return NO_REQUESTS;
  const status5xx = Math.round(requestCount * (behaviour.errorShare ?? 0));
  const p99 = behaviour.p99Seconds ?? 0.05;
  return {
    requestCount,
    status2xx: requestCount - status5xx,
    status3xx: 0,
    status4xx: 0,
    status5xx,
    latency: {
      P10: p99 * LATENCY_SHAPE.P10,
      P50: p99 * LATENCY_SHAPE.P50,
      P75: p99 * LATENCY_SHAPE.P75,
      P85: p99 * LATENCY_SHAPE.P85,
      P90: p99 * LATENCY_SHAPE.P90,
      P95: p99 * LATENCY_SHAPE.P95,
      P99: p99 * LATENCY_SHAPE.P99,
      P999: p99 * LATENCY_SHAPE.P999,
    },
  };
}

/** The part of its full traffic that an environment has by the weights of somebody's own rules; 1 where there are none. */
export function shareByRules(balancers: readonly BalancerRouting[], environmentId: string): number {
  for (const { besideIds, rules } of balancers) {
    if (besideIds.includes(environmentId)) return 0;
    for (const { action, isOwn } of rules) {
      if (isOwn || action.kind !== 'forward') continue;
      const own = action.targets.find((one) => one.environmentId === environmentId);
      const sum = action.targets.reduce((total, { weight }) => total + weight, 0);
      // A rule with a single group is a way in, not a division of traffic.
      if (own !== undefined && action.targets.length > 1) return sum === 0 ? 0 : own.weight / sum;
    }
  }
  return 1;
}
