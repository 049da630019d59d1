/** The simulated S3 on disk: bytes stream into files, an object appears by one rename, memory stays small whatever the size. */
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectBytes, ObjectDescription, Staged, Staging, StoredChecksum } from './object-bytes.js';
import type { OpenObject, StoredObject } from './object-store.js';

/** An object as its description file has it. `files` lie next to it; several of them are parts in a row. */
interface Entry {
  readonly head: StoredObject;
  readonly files: readonly string[];
  readonly checksum?: StoredChecksum;
}

interface BucketFolder {
  readonly created: Date;
  readonly entries: Map<string, Entry>;
  /** Keys in order; rebuilt after a change. */
  sorted: readonly string[] | undefined;
}

/** Bytes gathered before they are written, so that the disk sees few and large writes. */
const BATCH = 1_048_576;
const DESCRIPTION = '.json';

const descriptionFile = (key: string): string => `${createHash('sha256').update(key).digest('hex')}${DESCRIPTION}`;

/** Writes to a new file in `folder`; the next batch is gathered while the one before it is written. */
function stageInto(folder: string): Staging {
  const place = join(folder, randomUUID());
  const opened: Promise<FileHandle> = open(place, 'wx');
  opened.catch(() => {});
  let waiting: Uint8Array[] = [];
  let gathered = 0;
  let size = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const flush = async (): Promise<void> => {
    await writing;
    const [batch, handle] = [waiting, await opened];
    [waiting, gathered] = [[], 0];
    writing = batch.length === 0 ? Promise.resolve() : handle.writev(batch);
    writing.catch(() => {});
  };
  return {
    write: async (bytes) => {
      waiting.push(bytes);
      gathered += bytes.length;
      size += bytes.length;
      if (gathered >= BATCH) await flush();
    },
    finish: async () => {
      await flush();
      await writing;
      await (await opened).close();
      return { size, place };
    },
    discard: async () => {
      await writing.catch(() => {});
      await opened.then((handle) => handle.close()).catch(() => {});
      await rm(place, { force: true });
    },
  };
}

function openFile(path: string | undefined): OpenObject | undefined {
  if (path === undefined) return undefined;
  const file = openSync(path, 'r');
  return {
    size: fstatSync(file).size,
    read: (offset, length) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
    },
    close: () => closeSync(file),
  };
}

/** Copies files into one, in order. */
function concatenate(sources: readonly string[], target: string): void {
  const buffer = Buffer.allocUnsafe(4 * BATCH);
  const output = openSync(target, 'wx');
  try {
    for (const source of sources) {
      const input = openSync(source, 'r');
      try {
        for (let count = readSync(input, buffer); count > 0; count = readSync(input, buffer)) {
          for (let done = 0; done < count; ) done += writeSync(output, buffer, done, count - done);
        }
      } finally {
        closeSync(input);
      }
    }
  } finally {
    closeSync(output);
  }
}

/** Reads what an earlier run has left in the bucket's folder. */
function readEntries(folder: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(DESCRIPTION))) {
    const saved = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Entry;
    entries.set(saved.head.key, { ...saved, head: { ...saved.head, lastModified: new Date(saved.head.lastModified) } });
  }
  return entries;
}

/**
 * Opens a store in a folder, which may hold objects of an earlier run. Bucket names are file names: the wire and the
 * model admit only S3's lower-case letters, digits, dots and hyphens.
 *
 * @param now dates the objects, in milliseconds since 1970.
 */
export function createDiskStore(folder: string, now: () => number = Date.now): ObjectBytes {
  const bucketsFolder = join(folder, 'buckets');
  const stagingFolder = join(folder, 'staging');
  rmSync(stagingFolder, { recursive: true, force: true });
  mkdirSync(stagingFolder, { recursive: true });
  mkdirSync(bucketsFolder, { recursive: true });
  const buckets = new Map<string, BucketFolder>();
  const pathOf = (bucket: string, file: string): string => join(bucketsFolder, bucket, file);
  for (const name of readdirSync(bucketsFolder)) {
    buckets.set(name, { created: new Date(now()), entries: readEntries(join(bucketsFolder, name)), sorted: undefined });
  }

  const bucketOf = (bucket: string): BucketFolder => {
    const known = buckets.get(bucket);
    if (known !== undefined) return known;
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) throw new RangeError(`Not a bucket name: ${bucket}`);
    mkdirSync(join(bucketsFolder, bucket), { recursive: true });
    const created = { created: new Date(now()), entries: new Map<string, Entry>(), sorted: undefined };
    buckets.set(bucket, created);
    return created;
  };

  const forget = (bucket: string, files: readonly string[]): void => {
    for (const file of files) rmSync(pathOf(bucket, file), { force: true });
  };

  /** Makes an entry the one that counts: the description is written aside and renamed over the old one. */
  const record = (entry: Entry): StoredObject => {
    const { bucket, key } = entry.head;
    const holder = bucketOf(bucket);
    const before = holder.entries.get(key);
    const aside = join(stagingFolder, randomUUID());
    writeFileSync(aside, JSON.stringify(entry));
    renameSync(aside, pathOf(bucket, descriptionFile(key)));
    holder.entries.set(key, entry);
    if (before === undefined) holder.sorted = undefined;
    forget(
      bucket,
      (before?.files ?? []).filter((file) => !entry.files.includes(file)),
    );
    return entry.head;
  };

  const entryFor = (
    bucket: string,
    key: string,
    size: number,
    files: readonly string[],
    description: ObjectDescription,
  ): Entry => {
    const { checksum, ...described } = description;
    const head: StoredObject = { bucket, key, size, lastModified: new Date(now()), ...described };
    return { head, files, ...(checksum === undefined ? {} : { checksum }) };
  };

  /** The object in one file. Parts of an upload are put together when somebody first wants them. */
  const file = (bucket: string, key: string): string | undefined => {
    const entry = buckets.get(bucket)?.entries.get(key);
    if (entry === undefined) return undefined;
    const [only] = entry.files;
    if (entry.files.length === 1 && only !== undefined) return pathOf(bucket, only);
    const whole = randomUUID();
    concatenate(
      entry.files.map((part) => pathOf(bucket, part)),
      pathOf(bucket, whole),
    );
    record({ ...entry, files: [whole] });
    return pathOf(bucket, whole);
  };

  const sortedKeys = (holder: BucketFolder): readonly string[] => {
    holder.sorted ??= [...holder.entries.keys()].sort();
    return holder.sorted;
  };

  const putBytes = (bucket: string, key: string, bytes: Uint8Array, contentType = 'application/octet-stream'): void => {
    bucketOf(bucket);
    const name = randomUUID();
    writeFileSync(pathOf(bucket, name), bytes);
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    record(entryFor(bucket, key, bytes.length, [name], { etag, contentType, metadata: {} }));
  };

  return {
    buckets: () =>
      [...buckets].map(([name, { created }]) => ({ name, created })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    createBucket: (bucket) => void bucketOf(bucket),
    hasBucket: (bucket) => buckets.has(bucket),
    removeBucket: (bucket) => {
      if (buckets.delete(bucket)) rmSync(join(bucketsFolder, bucket), { recursive: true, force: true });
    },
    head: (bucket, key) => buckets.get(bucket)?.entries.get(key)?.head,
    checksum: (bucket, key) => buckets.get(bucket)?.entries.get(key)?.checksum,
    list: (bucket, prefix) => {
      const holder = buckets.get(bucket);
      if (holder === undefined) return [];
      return sortedKeys(holder).flatMap((key) => {
        const head = key.startsWith(prefix) ? holder.entries.get(key)?.head : undefined;
        return head === undefined ? [] : [head];
      });
    },
    putText: (bucket, key, text, contentType) =>
      putBytes(bucket, key, Buffer.from(text, 'utf8'), contentType ?? 'text/plain'),
    putBytes,
    open: (bucket, key) => openFile(file(bucket, key)),
    file,
    remove: (bucket, key) => {
      const holder = buckets.get(bucket);
      const entry = holder?.entries.get(key);
      if (holder === undefined || entry === undefined) return;
      holder.entries.delete(key);
      holder.sorted = undefined;
      forget(bucket, [descriptionFile(key), ...entry.files]);
    },
    stage: () => stageInto(stagingFolder),
    discard: ({ place }) => rm(place, { force: true }),
    publish: async (bucket, key, parts: readonly Staged[], description) => {
      bucketOf(bucket);
      const files: string[] = [];
      for (const { place } of parts) {
        const name = randomUUID();
        await rename(place, pathOf(bucket, name));
        files.push(name);
      }
      const size = parts.reduce((sum, part) => sum + part.size, 0);
      return record(entryFor(bucket, key, size, files, description));
    },
    read: (bucket, key, range) => createReadStream(file(bucket, key) ?? '', { ...range, highWaterMark: BATCH / 4 }),
  };
}
