/** What identifies a bundle: its entries, not its bytes. A re-made zip of the same files is the same bundle. */
import type { BundleHash } from '../domain/version.js';
import type { ArchiveEntry, Archives } from '../ports/archives.js';

/** Changes when the text below changes, so that hashes of different releases are never taken for each other. */
const FORMAT = 'beanstalk-rollout bundle 1';

/**
 * The text whose SHA-256 is the identity: one line an entry, sorted by path. Times, order, compression and directories
 * that hold something do not count; an empty directory does, because unpacking makes it.
 */
export function identityText(entries: readonly ArchiveEntry[]): string {
  const parents = parentsOf(entries);
  const lines = entries.filter(({ kind, path }) => kind !== 'directory' || !parents.has(path)).map(lineOf);
  return [FORMAT, ...lines.sort()].join('\n');
}

export const bundleHash = (entries: readonly ArchiveEntry[], archives: Archives): BundleHash =>
  archives.sha256(identityText(entries));

/** JSON keeps apart whatever a path may hold, line ends included. */
function lineOf({ path, kind, mode, bytes, crc32 }: ArchiveEntry): string {
  switch (kind) {
    case 'directory':
      return JSON.stringify([path, kind]);
    case 'symlink':
      return JSON.stringify([path, kind, bytes, crc32]);
    case 'file':
      return JSON.stringify([path, kind, (mode & 0o7777).toString(8), bytes, crc32]);
  }
}

/** Every directory that holds something. */
function parentsOf(entries: readonly ArchiveEntry[]): ReadonlySet<string> {
  const parents = new Set<string>();
  for (const { path } of entries) {
    // What is above a directory that is known is known, too.
    for (let cut = path.lastIndexOf('/'); cut >= 0; cut = path.lastIndexOf('/', cut - 1)) {
      const parent = path.slice(0, cut);
      if (parents.has(parent)) break;
      parents.add(parent);
    }
  }
  return parents;
}
