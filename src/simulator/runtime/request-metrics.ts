/** What an instance's health agent knows about requests: counts and latencies of a sliding window. */
import type { Instant } from '../../domain/time.js';
import type { RequestMetrics } from './runtime.js';

/** AWS guide, "Enhanced health": the agent reports the requests of the last ten seconds. */
const WINDOW_MS = 10_000;
/** Under heavy load only the newest requests count, so that memory stays bounded. */
const MOST_REQUESTS = 20_000;

interface AnsweredRequest {
  readonly at: Instant;
  readonly status: number;
  readonly seconds: number;
}

export class RequestWindow {
  #requests: AnsweredRequest[] = [];

  /** Notes an answered request. `at` is simulated time, `latencySeconds` what the client waited in real time. */
  record(at: Instant, status: number, latencySeconds: number): void {
    this.#requests.push({ at, status, seconds: latencySeconds });
    if (this.#requests.length > MOST_REQUESTS) this.#forget(at);
    if (this.#requests.length > MOST_REQUESTS) this.#requests = this.#requests.slice(-MOST_REQUESTS / 2);
  }

  metrics(now: Instant): RequestMetrics {
    this.#forget(now);
    const seen = this.#requests.filter(({ at }) => at <= now);
    const classCount = (first: number): number =>
      seen.filter(({ status }) => Math.floor(status / 100) === first).length;
    const counts = {
      requestCount: seen.length,
      status2xx: classCount(2),
      status3xx: classCount(3),
      status4xx: classCount(4),
      status5xx: classCount(5),
    };
    if (seen.length === 0) return counts;
    const sorted = seen.map((request) => request.seconds).sort((a, b) => a - b);
    const at = (percent: number): number => percentile(sorted, percent);
    const latency = {
      P10: at(10),
      P50: at(50),
      P75: at(75),
      P85: at(85),
      P90: at(90),
      P95: at(95),
      P99: at(99),
      P999: at(99.9),
    };
    return { ...counts, latency };
  }

  #forget(now: Instant): void {
    const firstKept = this.#requests.findIndex(({ at }) => at > now - WINDOW_MS);
    this.#requests = firstKept < 0 ? [] : this.#requests.slice(firstKept);
  }
}

/** The nearest-rank percentile of ascending numbers; 0 for none. */
export function percentile(sorted: readonly number[], percent: number): number {
  const rank = Math.max(1, Math.ceil((percent * sorted.length) / 100));
  return sorted[Math.min(rank, sorted.length) - 1] ?? 0;
}
