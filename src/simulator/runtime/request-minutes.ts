/** Requests of an environment's entrance, minute by minute: what a load balancer's metrics are made of. */
import { hours, type Instant, minutes } from '../../domain/time.js';
import type { MinuteOfRequests, Target } from './runtime.js';

const MINUTE = minutes(1);
const KEPT = hours(3);
/** Under heavy load the times of the rest are those of the ones that were noted, so that memory stays bounded. */
const MOST_TIMES = 5_000;

interface Bucket {
  readonly minute: Instant;
  readonly group: Target['group'];
  requests: number;
  readonly statuses: { '2': number; '3': number; '4': number; '5': number };
  readonly times: Map<number, number>;
}

const digitOf = (status: number): keyof Bucket['statuses'] => {
  const digit = String(Math.floor(status / 100));
  return digit === '2' || digit === '3' || digit === '4' ? digit : '5';
};

export class RequestMinutes {
  #buckets: Bucket[] = [];

  /** Notes `count` requests (a fraction, for played traffic) that were answered alike. */
  record(
    group: Target['group'],
    request: { readonly at: Instant; readonly status: number; readonly seconds: number; readonly count?: number },
  ): void {
    const { count = 1 } = request;
    const bucket = this.#bucket(group, Math.floor(request.at / MINUTE) * MINUTE);
    bucket.requests += count;
    bucket.statuses[digitOf(request.status)] += count;
    // Milliseconds are fine enough, and keep the number of different times small.
    const time = Math.round(request.seconds * 1_000) / 1_000;
    if (bucket.times.size < MOST_TIMES || bucket.times.has(time)) {
      bucket.times.set(time, (bucket.times.get(time) ?? 0) + count);
    }
  }

  get all(): readonly MinuteOfRequests[] {
    return this.#buckets.map(({ minute, group, requests, statuses, times }) => ({
      minute,
      group,
      requests,
      statuses: { ...statuses },
      latencies: [...times].map(([seconds, count]) => ({ seconds, count })),
    }));
  }

  #bucket(group: Target['group'], minute: Instant): Bucket {
    const known = this.#buckets.findLast((one) => one.minute === minute && one.group === group);
    if (known !== undefined) return known;
    this.#buckets = this.#buckets.filter((one) => one.minute > minute - KEPT);
    const statuses = { '2': 0, '3': 0, '4': 0, '5': 0 };
    const bucket: Bucket = { minute, group, requests: 0, statuses, times: new Map() };
    this.#buckets.push(bucket);
    return bucket;
  }
}
