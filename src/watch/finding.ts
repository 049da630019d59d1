/** What one part of a judge has found out: proven, still pending, or failed. The judge puts the parts together. */
import type { Instant } from '../domain/time.js';
import type { FailureCode } from '../domain/verdict.js';
import type { Reading } from './knowledge.js';

export type Finding =
  /** `note` is a clause for the sentence that explains the success. */
  | { readonly found: 'proven'; readonly note?: string }
  | {
      readonly found: 'pending';
      readonly reason: string;
      /** Readings that would bring it forward. */
      readonly wants: readonly Reading[];
      /** Our clock: when waiting alone will have changed it. */
      readonly dueAt?: Instant;
    }
  | { readonly found: 'failed'; readonly code: FailureCode; readonly reason: string };
