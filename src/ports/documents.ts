/** Small texts in S3 that several runs read and write: nothing is lost when two of them write at the same time. */

export interface StoredDocument {
  readonly text: string;
  /** Of this very content; a write that names it fails when somebody else has written meanwhile. */
  readonly etag: string;
  /** Milliseconds since it was written, by the clock of S3 alone: `Date` of the answer less `Last-Modified`. */
  readonly age: number;
}

export interface DocumentWrite {
  readonly bucket: string;
  readonly key: string;
  readonly text: string;
  /** The content that the write is based on; absent: there must be no document yet. */
  readonly replaces?: string;
  /** Hears the `etag` of what was written, so that its writer need not read it before the next write. */
  readonly onWritten?: (etag: string) => void;
}

/** Throws `ActionError` only; a write whose answer was lost says so with `answerLost`. */
export interface Documents {
  /** `undefined` when there is none. */
  read(bucket: string, key: string): Promise<StoredDocument | undefined>;
  /** The same, sent once only: for a caller that looks again by itself. */
  look(bucket: string, key: string): Promise<StoredDocument | undefined>;
  /** `conflict`: somebody else has written, or removed, it since it was read. */
  write(request: DocumentWrite): Promise<'written' | 'conflict'>;
  /** Keys under a prefix. */
  keys(bucket: string, prefix: string): Promise<readonly string[]>;
}
