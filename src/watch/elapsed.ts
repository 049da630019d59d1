/** How long an update has been going on, by our clock and by the service's own dates. Pure. */
import type { Instant, Milliseconds } from '../domain/time.js';
import type { Knowledge } from './knowledge.js';

/**
 * The larger of the two: our clock runs ahead while answers lag, and the service's runs ahead where its time is faster
 * than ours (a rehearsal against a simulated service). Both are differences within one clock; the clocks never meet.
 */
export function elapsedSince(known: Knowledge, askedAt: Instant, now: Instant): Milliseconds {
  return Math.max(now - askedAt, serviceElapsed(known), 0);
}

/** From the first event of ours to the newest date that any answer has shown since. */
function serviceElapsed({ events, instances, health }: Knowledge): Milliseconds {
  if (events.firstOwn === undefined) return 0;
  const dates = [events.newestOwn, instances?.refreshedAt, health?.refreshedAt].filter((date) => date !== undefined);
  return Math.max(events.firstOwn, ...dates) - events.firstOwn;
}
