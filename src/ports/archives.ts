/** Zip archives and digests: what the deciding code of `bundle/` needs of them. Throws `ActionError` only. */

/** One entry of an archive. Paths have `/` between their parts and no `/` at their end. */
export interface ArchiveEntry {
  readonly path: string;
  readonly kind: 'file' | 'directory' | 'symlink';
  /** Permission bits, for example 0o755. Archives made without Unix modes answer 0o644 for files. */
  readonly mode: number;
  /** Uncompressed size. */
  readonly bytes: number;
  readonly crc32: number;
}

/** What shall go into an archive, in the order given. */
export type EntryToPack = {
  readonly path: string;
  readonly mode: number;
} & (
  | { readonly kind: 'file'; readonly source: string; readonly bytes: number }
  /** A file that is on no disk. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'symlink'; readonly target: string }
  | { readonly kind: 'directory' }
);

export interface ArchiveListing {
  /** Size of the archive file. */
  readonly bytes: number;
  readonly entries: readonly ArchiveEntry[];
  /** Entry names were written with `\`, as old tools on Windows do. */
  readonly backslashes: boolean;
}

export interface Archives {
  /**
   * Writes a zip that depends on nothing but its entries: fixed dates, fixed compression. Replaces the file. Of contents, it
   * holds a few megabytes at a time. Answers what `list` would answer.
   * Fails with `bundle-too-large` as soon as the file grows beyond `limitBytes`, and leaves no file behind on failure.
   */
  pack(entries: readonly EntryToPack[], to: string, limitBytes: number): Promise<ArchiveListing>;
  /** Reads the central directory. Fails with `bundle-not-a-zip`. */
  list(path: string): Promise<ArchiveListing>;
  /** The texts of the entries that `wanted` picks and that are no larger than `limitBytes`, by path. */
  texts(
    path: string,
    wanted: (entry: ArchiveEntry) => boolean,
    limitBytes: number,
  ): Promise<ReadonlyMap<string, string>>;
  /** SHA-256 of a text in UTF-8, hexadecimal. */
  sha256(text: string): string;
}
