/** CloudWatch metrics: data points of a stretch of time. */
import type { Instant, Milliseconds } from '../domain/time.js';

export interface MetricQuery {
  /** Names the series in the answer; a letter in lower case, then letters, digits and underscores. */
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** `Sum`, `Average`, `Maximum`, `p99` … */
  readonly statistic: string;
}

export interface MetricPoint {
  /** Beginning of the period. */
  readonly at: Instant;
  readonly value: number;
}

export interface MetricSpan {
  readonly from: Instant;
  /** Exclusive. Data of load balancers come a minute or more late: what is younger may still be missing. */
  readonly to: Instant;
  /** Whole minutes. */
  readonly period: Milliseconds;
}

/** Throws `ActionError` only. */
export interface Metrics {
  /**
   * Points of every query, oldest first, by its id. A period without data has no point: for a count that is not zero but
   * unknown, and what that means is for the caller to say.
   */
  points(queries: readonly MetricQuery[], span: MetricSpan): Promise<ReadonlyMap<string, readonly MetricPoint[]>>;
}
