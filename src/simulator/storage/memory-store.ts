/** The simulated S3 in memory: for tests and for the model without a server. `file` writes a temporary file on demand. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { ObjectBytes, ObjectDescription, StoredChecksum } from './object-bytes.js';
import type { StoredObject } from './object-store.js';

interface Entry {
  readonly head: StoredObject;
  readonly bytes: Buffer;
  readonly checksum?: StoredChecksum;
}

/** What a test may do beyond the store of the model. */
export interface MemoryStore extends ObjectBytes {
  /** Puts any bytes, as an upload over the wire would. Creates the bucket when it is missing. */
  put(bucket: string, key: string, bytes: Uint8Array, metadata?: Readonly<Record<string, string>>): StoredObject;
  /** The object's bytes, or `undefined`. */
  bytes(bucket: string, key: string): Buffer | undefined;
  /** The object as UTF-8 text, or `undefined`. */
  text(bucket: string, key: string): string | undefined;
  /** Removes the temporary files that `file` has written. */
  dispose(): void;
}

/** Creates an empty store. `now` dates the objects. */
export function createMemoryStore(now: () => number = Date.now): MemoryStore {
  const buckets = new Map<string, Map<string, Entry>>();
  const created = new Map<string, Date>();
  const staged = new Map<string, Buffer>();
  let stagings = 0;
  let folder: string | undefined;

  const entryOf = (bucket: string, key: string): Entry | undefined => buckets.get(bucket)?.get(key);

  const bucketOf = (bucket: string): Map<string, Entry> => {
    const known = buckets.get(bucket);
    if (known !== undefined) return known;
    const entries = new Map<string, Entry>();
    buckets.set(bucket, entries);
    created.set(bucket, new Date(now()));
    return entries;
  };

  const store = (
    bucket: string,
    key: string,
    bytes: Buffer,
    metadata: Readonly<Record<string, string>>,
    contentType: string | undefined,
  ): StoredObject => {
    const head: StoredObject = {
      bucket,
      key,
      size: bytes.length,
      etag: `"${createHash('md5').update(bytes).digest('hex')}"`,
      lastModified: new Date(now()),
      metadata,
      ...(contentType === undefined ? {} : { contentType }),
    };
    bucketOf(bucket).set(key, { head, bytes });
    return head;
  };

  const publish = (bucket: string, key: string, bytes: Buffer, description: ObjectDescription): StoredObject => {
    const { checksum, ...described } = description;
    const head: StoredObject = { bucket, key, size: bytes.length, lastModified: new Date(now()), ...described };
    bucketOf(bucket).set(key, { head, bytes, ...(checksum === undefined ? {} : { checksum }) });
    return head;
  };

  return {
    buckets: () => [...buckets.keys()].map((name) => ({ name, created: created.get(name) ?? new Date(now()) })),
    removeBucket: (bucket) => {
      buckets.delete(bucket);
    },
    stage: () => {
      const chunks: Buffer[] = [];
      stagings += 1;
      const place = String(stagings);
      return {
        write: async (bytes) => {
          chunks.push(Buffer.from(bytes));
        },
        finish: async () => {
          const bytes = Buffer.concat(chunks);
          staged.set(place, bytes);
          return { size: bytes.length, place };
        },
        discard: async () => {
          chunks.length = 0;
        },
      };
    },
    discard: async ({ place }) => {
      staged.delete(place);
    },
    publish: async (bucket, key, parts, description) => {
      const bytes = Buffer.concat(parts.map(({ place }) => staged.get(place) ?? Buffer.alloc(0)));
      for (const { place } of parts) staged.delete(place);
      return publish(bucket, key, bytes, description);
    },
    checksum: (bucket, key) => entryOf(bucket, key)?.checksum,
    read: (bucket, key, range) => {
      const bytes = entryOf(bucket, key)?.bytes ?? Buffer.alloc(0);
      return Readable.from([range === undefined ? bytes : bytes.subarray(range.start, range.end + 1)]);
    },
    createBucket: (bucket) => {
      bucketOf(bucket);
    },
    hasBucket: (bucket) => buckets.has(bucket),
    head: (bucket, key) => entryOf(bucket, key)?.head,
    list: (bucket, prefix) =>
      [...(buckets.get(bucket)?.values() ?? [])]
        .map((entry) => entry.head)
        .filter((head) => head.key.startsWith(prefix))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
    putText: (bucket, key, text, contentType) => {
      store(bucket, key, Buffer.from(text, 'utf8'), {}, contentType ?? 'text/plain');
    },
    putBytes: (bucket, key, bytes, contentType) => {
      store(bucket, key, Buffer.from(bytes), {}, contentType);
    },
    open: (bucket, key) => {
      const bytes = entryOf(bucket, key)?.bytes;
      if (bytes === undefined) return undefined;
      return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length), close: () => {} };
    },
    file: (bucket, key) => {
      const entry = entryOf(bucket, key);
      if (entry === undefined) return undefined;
      folder ??= mkdtempSync(join(tmpdir(), 'beanstalk-store-'));
      const path = join(folder, createHash('sha256').update(`${bucket}\n${key}\n${entry.head.etag}`).digest('hex'));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, entry.bytes);
      return path;
    },
    remove: (bucket, key) => {
      buckets.get(bucket)?.delete(key);
    },
    put: (bucket, key, bytes, metadata = {}) => store(bucket, key, Buffer.from(bytes), metadata, undefined),
    bytes: (bucket, key) => entryOf(bucket, key)?.bytes,
    text: (bucket, key) => entryOf(bucket, key)?.bytes.toString('utf8'),
    dispose: () => {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      folder = undefined;
    },
  };
}
