/** What one source of evidence had to give; all texts are foreign. */
import type { Evidence } from '../domain/outcome.js';

export type LogExcerpt = Evidence['logs'][number];

/** `gaps`: what could not be had, with its reason. */
export interface Found<T> {
  readonly found: T;
  readonly gaps: readonly string[];
}
