/** Time, injected: the wall clock in production, one virtual clock for action and simulator in tests. */
import type { Instant, Milliseconds } from '../domain/time.js';

export interface Clock {
  now(): Instant;
  /** Resolves after `span`, or at once when `signal` aborts (it never rejects: the caller looks at the signal). */
  sleep(span: Milliseconds, signal?: AbortSignal): Promise<void>;
}
