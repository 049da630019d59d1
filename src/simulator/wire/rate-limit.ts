/** The service's own rate limits, counted in simulated time. */
import type { Instant } from '../../domain/time.js';

/** AWS support to a user (aws/aws-toolkit-azure-devops#62): two calls a second with a burst of fifteen, per account and region. */
const PER_SECOND = 2;
const BURST = 15;
const LIMITED = new Set(['DescribeEvents', 'DescribeEnvironments']);

export interface RateLimits {
  /** Takes one call out of the operation's budget; `false` when it is used up. */
  allow(action: string, now: Instant): boolean;
}

/** A token bucket for each limited operation. */
export function createRateLimits(): RateLimits {
  const buckets = new Map<string, { tokens: number; at: Instant }>();
  return {
    allow: (action, now) => {
      if (!LIMITED.has(action)) return true;
      const bucket = buckets.get(action) ?? { tokens: BURST, at: now };
      bucket.tokens = Math.min(BURST, bucket.tokens + (Math.max(0, now - bucket.at) / 1_000) * PER_SECOND);
      bucket.at = Math.max(now, bucket.at);
      buckets.set(action, bucket);
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
  };
}
