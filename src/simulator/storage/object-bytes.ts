/** The object store as the S3 end of the wire needs it: bytes go in and come out as streams, and appear at once or not at all. */
import type { Readable } from 'node:stream';
import type { ObjectStore, StoredObject } from './object-store.js';

/** Bytes that have been received completely and belong to no object yet (an upload, or a part of one). */
export interface Staged {
  /** Bytes. */
  readonly size: number;
  /** Where the store keeps them; means nothing to others. */
  readonly place: string;
}

/** Bytes on their way in. */
export interface Staging {
  /** Takes the next bytes; resolves when more may come. */
  write(bytes: Uint8Array): Promise<void>;
  finish(): Promise<Staged>;
  /** Forgets everything written so far. */
  discard(): Promise<void>;
}

/** What an object is beyond its bytes. */
export interface ObjectDescription {
  /** With its double quotes, as HTTP has it. */
  readonly etag: string;
  readonly contentType?: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly checksum?: StoredChecksum;
}

/** A checksum that came with an object: S3 gives it back when asked. */
export interface StoredChecksum {
  readonly algorithm: 'CRC32' | 'CRC32C' | 'CRC64NVME' | 'SHA1' | 'SHA256';
  /** Base64, followed by `-` and the number of parts when it is a checksum of checksums. */
  readonly value: string;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
}

export interface Bucket {
  readonly name: string;
  readonly created: Date;
}

export interface ObjectBytes extends ObjectStore {
  buckets(): readonly Bucket[];
  removeBucket(bucket: string): void;
  stage(): Staging;
  discard(staged: Staged): Promise<void>;
  /** Makes an object of staged bytes, in this order; they are used up. Replaces an object of the same key at one stroke. */
  publish(bucket: string, key: string, parts: readonly Staged[], description: ObjectDescription): Promise<StoredObject>;
  checksum(bucket: string, key: string): StoredChecksum | undefined;
  /** The object's bytes from `start` to `end` (inclusive). The object must exist. */
  read(bucket: string, key: string, range?: { readonly start: number; readonly end: number }): Readable;
}
