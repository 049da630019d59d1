/** Reads and compresses files on all cores, and hands them over in their order. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { pipeline, type Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import type { EntryToPack } from '../../ports/archives.js';
import { ChangedMeanwhile, LEVEL } from './zip-format.js';

/** An entry with what goes into the zip for it; `chunks` are compressed by deflate unless `stored`. */
export interface Compressed {
  readonly entry: EntryToPack;
  readonly stored: boolean;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Of the original; known when the chunks have been read to their end. */
  readonly original: { readonly bytes: number; readonly crc: number };
}

type FileEntry = EntryToPack & { readonly kind: 'file' };

/** Larger files are streamed, so that memory does not grow with them. */
const STREAMED_BYTES = 4 * 1024 * 1024;
/** How much goes to a thread in one message, and how many messages are under way for each thread. */
const BATCH = { bytes: 1024 * 1024, files: 64 };
const AHEAD = 3;
/** Below that, threads take longer to start than they save. */
const WORTH_THREADS = { bytes: 4 * 1024 * 1024, files: 100 };
const MOST_THREADS = 4;

/** Runs in its own thread. As a text, because it then is the same from source, compiled, and bundled into one file. */
const THREAD = `
const { parentPort } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const { crc32, deflateRawSync } = require('node:zlib');
parentPort.on('message', ({ id, paths, level }) => {
  try {
    const made = paths.map((path) => {
      const content = readFileSync(path);
      return { bytes: content.length, crc: crc32(content), data: Uint8Array.from(deflateRawSync(content, { level })) };
    });
    parentPort.postMessage({ id, made }, made.map(({ data }) => data.buffer));
  } catch (error) {
    parentPort.postMessage({ id, error: error.message });
  }
});`;

interface Made {
  readonly bytes: number;
  readonly crc: number;
  readonly data: Uint8Array;
}

/** Threads that take turns. */
class Threads {
  readonly #workers: readonly Worker[];
  readonly #waiting = new Map<number, { resolve(made: readonly Made[]): void; reject(error: Error): void }>();
  #sent = 0;

  constructor(count: number) {
    this.#workers = Array.from({ length: count }, () => {
      const worker = new Worker(THREAD, { eval: true });
      worker.on('message', ({ id, made, error }: { id: number; made: readonly Made[]; error?: string }) => {
        const one = this.#waiting.get(id);
        this.#waiting.delete(id);
        if (error === undefined) one?.resolve(made);
        else one?.reject(new Error(error));
      });
      worker.on('error', (error) => {
        for (const { reject } of this.#waiting.values())
          reject(error instanceof Error ? error : new Error(String(error)));
      });
      return worker;
    });
  }

  get count(): number {
    return this.#workers.length;
  }

  compress(paths: readonly string[]): Promise<readonly Made[]> {
    const id = this.#sent;
    this.#sent += 1;
    const answer = new Promise<readonly Made[]>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#workers[id % this.#workers.length]?.postMessage({ id, paths, level: LEVEL });
    // Whoever stops early does not ask for the rest.
    answer.catch(() => {});
    return answer;
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

/** Every entry, in its order. Whoever stops before the end ends the threads too. */
export async function* compressed(entries: readonly EntryToPack[]): AsyncGenerator<Compressed> {
  const threads = worthThreads(entries) ? new Threads(Math.min(MOST_THREADS, availableParallelism())) : undefined;
  try {
    const batches = batchesOf(entries);
    const ahead: Promise<readonly Compressed[]>[] = [];
    const fill = (): void => {
      while (ahead.length < AHEAD * (threads?.count ?? 0) + 1) {
        const { value: batch } = batches.next();
        if (batch === undefined) return;
        ahead.push(compressBatch(batch, threads));
      }
    };
    for (;;) {
      fill();
      const next = await ahead.shift();
      if (next === undefined) return;
      yield* next;
    }
  } finally {
    await threads?.end();
  }
}

function worthThreads(entries: readonly EntryToPack[]): boolean {
  let bytes = 0;
  let files = 0;
  for (const entry of entries) {
    if (entry.kind !== 'file' || entry.bytes > STREAMED_BYTES) continue;
    bytes += entry.bytes;
    files += 1;
  }
  return bytes >= WORTH_THREADS.bytes && files >= WORTH_THREADS.files;
}

/** Neighbours together; a large file alone. */
function* batchesOf(entries: readonly EntryToPack[]): Generator<readonly EntryToPack[]> {
  let batch: EntryToPack[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = entry.kind === 'file' ? entry.bytes : 0;
    if (batch.length > 0 && (bytes + size > BATCH.bytes || batch.length === BATCH.files)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

async function compressBatch(batch: readonly EntryToPack[], threads?: Threads): Promise<readonly Compressed[]> {
  const small = (entry: EntryToPack): entry is FileEntry => entry.kind === 'file' && entry.bytes <= STREAMED_BYTES;
  const files = batch.filter(small);
  const paths = files.map(({ source }) => source);
  const made = files.length === 0 ? [] : await (threads === undefined ? compressHere(paths) : threads.compress(paths));
  const byEntry = new Map(files.map((file, index) => [file as EntryToPack, made[index]]));
  return batch.map((entry) => {
    const one = byEntry.get(entry);
    if (one === undefined || entry.kind !== 'file') return inMemory(entry);
    if (one.bytes !== entry.bytes) throw new ChangedMeanwhile(entry.path);
    return { entry, stored: false, chunks: [one.data], original: { bytes: one.bytes, crc: one.crc } };
  });
}

const compressHere = (paths: readonly string[]): Promise<readonly Made[]> =>
  Promise.all(
    paths.map(async (path) => {
      const content = await readFile(path);
      return { bytes: content.length, crc: crc32(content), data: deflateRawSync(content, { level: LEVEL }) };
    }),
  );

function inMemory(entry: EntryToPack): Compressed {
  switch (entry.kind) {
    case 'file':
      return streamed(entry);
    case 'text':
      return packed(entry, Buffer.from(entry.text, 'utf8'), true);
    case 'symlink':
      return packed(entry, Buffer.from(entry.target, 'utf8'), false);
    case 'directory':
      return packed(entry, Buffer.alloc(0), false);
  }
}

const packed = (entry: EntryToPack, content: Buffer, deflated: boolean): Compressed => ({
  entry,
  stored: !deflated,
  chunks: [deflated ? deflateRawSync(content, { level: LEVEL }) : content],
  original: { bytes: content.length, crc: crc32(content) },
});

/** Read when it is its turn. */
function streamed(entry: FileEntry): Compressed {
  const original = { bytes: 0, crc: 0 };
  async function* watched(source: Readable): AsyncGenerator<Buffer> {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      original.bytes += chunk.length;
      original.crc = crc32(chunk, original.crc);
      yield chunk;
    }
    if (original.bytes !== entry.bytes) throw new ChangedMeanwhile(entry.path);
  }
  return { entry, stored: false, chunks: deflated(() => watched(createReadStream(entry.source))), original };
}

async function* deflated(open: () => AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ level: LEVEL });
  pipeline(open(), deflate, () => {});
  for await (const chunk of deflate as AsyncIterable<Uint8Array>) yield chunk;
}
