/** What the checks of a bundle look at and what they find. */
import type { Problem } from '../domain/problem.js';
import type { ArchiveEntry } from '../ports/archives.js';

/** What a check looks at: the entries, and the texts that `isLinted` picks. */
export interface BundleContent {
  readonly entries: readonly Pick<ArchiveEntry, 'path' | 'kind' | 'mode'>[];
  readonly texts: ReadonlyMap<string, string>;
}

export interface Findings {
  /** Reasons to refuse the bundle. */
  readonly errors: readonly Problem[];
  /** Likely mistakes with which a deployment can still work. */
  readonly warnings: readonly Problem[];
}
