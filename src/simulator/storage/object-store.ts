/** Where the simulated S3 keeps its objects. The wire writes streams, the model reads sizes and writes small texts. */

export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  readonly etag: string;
  readonly lastModified: Date;
  readonly contentType?: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** The bytes of one object, read where they lie. */
export interface OpenObject {
  /** Bytes. */
  readonly size: number;
  /** Up to `length` bytes from `offset` on: fewer at the end of the object. */
  read(offset: number, length: number): Buffer;
  close(): void;
}

export interface ObjectStore {
  createBucket(bucket: string): void;
  hasBucket(bucket: string): boolean;
  head(bucket: string, key: string): StoredObject | undefined;
  /** Keys in order, those that start with `prefix`. */
  list(bucket: string, prefix: string): readonly StoredObject[];
  /** A small object written by the service itself (logs). */
  putText(bucket: string, key: string, text: string, contentType?: string): void;
  /** The same for bytes (zipped logs). A store without it keeps texts only. */
  putBytes?(bucket: string, key: string, bytes: Uint8Array, contentType?: string): void;
  /** The object for a reader of a few places in it. The caller closes it. */
  open(bucket: string, key: string): OpenObject | undefined;
  /** A file with the object's bytes, for the process runtime that unpacks bundles. */
  file(bucket: string, key: string): string | undefined;
  remove(bucket: string, key: string): void;
}
