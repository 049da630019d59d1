/** Objects in S3: bundles go in, deployment logs come out. Throws `ActionError` only. */

export interface ObjectInfo {
  readonly key: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface BundleStore {
  head(bucket: string, key: string): Promise<ObjectInfo | undefined>;
  /** Uploads a file without ever overwriting an object: `exists` when there was one. Constant memory; checksummed; multipart when large. */
  put(request: {
    readonly bucket: string;
    readonly key: string;
    readonly path: string;
    readonly bytes: number;
    readonly metadata: Readonly<Record<string, string>>;
    readonly onProgress?: (sent: number, total: number) => void;
    readonly signal?: AbortSignal;
  }): Promise<'stored' | 'exists'>;
  list(bucket: string, prefix: string): Promise<readonly ObjectInfo[]>;
  /** At most `limitBytes` from the object's end. */
  readEnd(bucket: string, key: string, limitBytes: number): Promise<string>;
  /** The text files of a zip archive by their paths, each at most `limitBytes` from its end; the archive no larger than ten times that. */
  readTexts(bucket: string, key: string, limitBytes: number): Promise<ReadonlyMap<string, string>>;
}
