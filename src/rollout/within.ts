/** Patience with a limit, also after a request to stop. */
import type { Milliseconds } from '../domain/time.js';
import type { Clock } from '../ports/clock.js';

/** The answer of `work`, or `undefined` when it takes longer. */
export async function within<T>(clock: Clock, work: Promise<T>, span: Milliseconds): Promise<T | undefined> {
  const timer = new AbortController();
  const timeout = clock.sleep(span, timer.signal).then(() => undefined);
  try {
    return await Promise.race([work, timeout]);
  } finally {
    timer.abort();
  }
}
