/** Which share of the requests a version really had while a load balancer went by each weight. Pure. */
import type { Instant, Milliseconds } from '../domain/time.js';
import type { RequestRecord } from './traffic.js';

/** The weight was this at some moment between the two. */
export interface WeightSample {
  readonly from: Instant;
  readonly to: Instant;
  /** Percent. */
  readonly weight: number;
}

export interface MeasuredStep {
  readonly weight: number;
  readonly requests: number;
  /** Percent. */
  readonly share: number;
}

/** Between being sent and being given away a request may take so long: near a change nobody knows by which weight it went. */
const MARGIN: Milliseconds = 300;

/** One step for each stretch of time with the same weight, in their order; those at 0 % say nothing of a new version. */
export function measuredSteps(
  records: readonly RequestRecord[],
  samples: readonly WeightSample[],
  version: string,
): readonly MeasuredStep[] {
  const stretches: { readonly weight: number; readonly since: Instant; until: Instant }[] = [];
  for (const { from, to, weight } of samples) {
    const last = stretches.at(-1);
    if (last?.weight === weight) last.until = from;
    else stretches.push({ weight, since: to, until: from });
  }
  return stretches.flatMap(({ weight, since, until }) => {
    const own = records.filter(({ at }) => at >= since + MARGIN && at <= until - MARGIN);
    if (weight === 0 || own.length === 0) return [];
    const met = own.filter((record) => record.version === version).length;
    return [{ weight, requests: own.length, share: (100 * met) / own.length }];
  });
}
