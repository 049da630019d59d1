/** What the requests of a load test say: served and failed, which version answered when, how long it was down. Pure. */
import type { Instant, Milliseconds } from '../domain/time.js';

/** One request of the load generator, successful or not. */
export interface RequestRecord {
  /** When it was sent. */
  readonly at: Instant;
  /** The answer's status; absent when there was none. */
  readonly status?: number;
  /** Why there was no answer: connection refused, reset, timeout. */
  readonly error?: string;
  /** The version that answered, by its `x-app-version` header. */
  readonly version?: string;
  readonly latencyMs: Milliseconds;
}

/** Requests sent within one span of time. */
export interface TrafficBucket {
  readonly start: Instant;
  readonly served: number;
  readonly failed: number;
  /** Served requests by version; `?` for answers that named none. */
  readonly servedBy: Readonly<Record<string, number>>;
}

export interface TrafficSummary {
  readonly served: number;
  readonly failed: number;
  /** Failed requests by their status or error. */
  readonly failures: Readonly<Record<string, number>>;
  /** Versions in the order in which they were first seen, with the first and last moment of each. */
  readonly versions: readonly {
    readonly version: string;
    readonly requests: number;
    readonly firstAt: Instant;
    readonly lastAt: Instant;
  }[];
  /** Without gaps, from the first request to the last. */
  readonly buckets: readonly TrafficBucket[];
  /** The longest time in which every request failed: from the first that failed to the next that was served. */
  readonly longestOutageMs: Milliseconds;
  /** Of served requests; absent when there was none. */
  readonly latency?: {
    readonly p50: Milliseconds;
    readonly p90: Milliseconds;
    readonly p99: Milliseconds;
    readonly max: Milliseconds;
  };
}

/** A request has failed when nothing answered, or the answer is the server's own failure. */
export const hasFailed = (record: RequestRecord): boolean => record.status === undefined || record.status >= 500;

/** Sums up `records`, in any order, in buckets of `bucketMs`. */
export function summariseTraffic(records: readonly RequestRecord[], bucketMs: Milliseconds): TrafficSummary {
  const inOrder = [...records].sort((a, b) => a.at - b.at);
  const served = inOrder.filter((record) => !hasFailed(record));
  const failed = inOrder.filter(hasFailed);
  const latency = latencyOf(served);
  return {
    served: served.length,
    failed: failed.length,
    failures: countBy(failed, ({ status, error }) => (status === undefined ? (error ?? 'no answer') : String(status))),
    versions: versionsOf(served),
    buckets: bucketsOf(inOrder, bucketMs),
    longestOutageMs: longestOutage(inOrder),
    ...(latency === undefined ? {} : { latency }),
  };
}

/** Groups requests by the time they were sent; the first bucket starts with the first request. */
function bucketsOf(inOrder: readonly RequestRecord[], bucketMs: Milliseconds): readonly TrafficBucket[] {
  const start = inOrder[0]?.at;
  const end = inOrder.at(-1)?.at;
  if (start === undefined || end === undefined) return [];
  const groups = Array.from({ length: Math.floor((end - start) / bucketMs) + 1 }, (): RequestRecord[] => []);
  for (const record of inOrder) groups[Math.floor((record.at - start) / bucketMs)]?.push(record);
  return groups.map((group, index) => {
    const served = group.filter((record) => !hasFailed(record));
    const servedBy = countBy(served, versionOf);
    return { start: start + index * bucketMs, served: served.length, failed: group.length - served.length, servedBy };
  });
}

function versionsOf(served: readonly RequestRecord[]): TrafficSummary['versions'] {
  const versions = new Map<string, { version: string; requests: number; firstAt: Instant; lastAt: Instant }>();
  for (const record of served) {
    const version = versionOf(record);
    const seen = versions.get(version) ?? { version, requests: 0, firstAt: record.at, lastAt: record.at };
    versions.set(version, { ...seen, requests: seen.requests + 1, lastAt: record.at });
  }
  return [...versions.values()];
}

function longestOutage(inOrder: readonly RequestRecord[]): Milliseconds {
  let longest = 0;
  let downSince: Instant | undefined;
  for (const record of inOrder) {
    if (hasFailed(record)) downSince ??= record.at;
    if (downSince === undefined) continue;
    longest = Math.max(longest, record.at - downSince);
    if (!hasFailed(record)) downSince = undefined;
  }
  return longest;
}

function latencyOf(served: readonly RequestRecord[]): TrafficSummary['latency'] {
  const sorted = served.map(({ latencyMs }) => latencyMs).sort((a, b) => a - b);
  const max = sorted.at(-1);
  if (max === undefined) return undefined;
  const at = (percent: number): Milliseconds => sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? max;
  return { p50: at(50), p90: at(90), p99: at(99), max };
}

const versionOf = ({ version }: RequestRecord): string => version ?? '?';

function countBy(records: readonly RequestRecord[], key: (record: RequestRecord) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const record of records) counts[key(record)] = (counts[key(record)] ?? 0) + 1;
  return counts;
}
