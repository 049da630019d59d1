/** Has files read and compressed, on all cores when they are worth it, and hands them over in their order. */
import * as fs from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import * as zlib from 'node:zlib';
import type { EntryToPack } from '../../ports/archives.js';
import { type Answer, type Deflated, deflatePieces, type PieceToDeflate } from './deflate-pieces.js';
import { batchesOf, isOfFile, PIECE_BYTES, type Piece } from './pieces.js';
import { ChangedMeanwhile, LEVEL } from './zip-format.js';

/** Pieces with what was made of those that are of files. */
export interface Batch {
  readonly pieces: readonly Piece[];
  readonly deflated: Deflated;
}

/** Below that, threads take longer to start than they save. */
const WORTH_THREADS_BYTES = 4 * 1024 * 1024;
const MOST_THREADS = 4;
/** How many batches a thread holds, so that it need not wait for the next, and how many are made and not yet asked for. */
const HELD = 2;
const AHEAD = 4;
/** A thread makes much that it needs only once; with less room for that, it is given back sooner. */
const LIMITS = { maxYoungGenerationSizeMb: 4 };

/** Every piece, in its order. Whoever stops before the end ends the threads too. `threads`: how many at most. */
export async function* compressed(
  entries: readonly EntryToPack[],
  threads = Math.min(MOST_THREADS, availableParallelism()),
): AsyncGenerator<Batch> {
  const batches = batchesOf(entries);
  if (!worthThreads(entries)) {
    const tools = { fs, zlib, level: LEVEL, room: Buffer.allocUnsafe(PIECE_BYTES + 1) };
    for (const pieces of batches) yield { pieces, deflated: made(deflatePieces(toDeflate(pieces), tools)) };
    return;
  }
  const pool = new Threads(threads);
  try {
    const ahead: Promise<Batch>[] = [];
    for (;;) {
      while (ahead.length < AHEAD * threads) {
        const { value: pieces } = batches.next();
        if (pieces === undefined) break;
        ahead.push(pool.deflate(pieces));
      }
      const next = ahead.shift();
      if (next === undefined) return;
      yield await next;
    }
  } finally {
    await pool.end();
  }
}

function worthThreads(entries: readonly EntryToPack[]): boolean {
  let bytes = 0;
  for (const entry of entries) bytes += entry.kind === 'file' ? entry.bytes : 0;
  return bytes >= WORTH_THREADS_BYTES;
}

/** The same function in a thread of its own. As a text, because it then is the same from source, compiled, and bundled. */
const THREAD = `
const { parentPort } = require('node:worker_threads');
const room = Buffer.allocUnsafe(${PIECE_BYTES + 1});
const tools = { fs: require('node:fs'), zlib: require('node:zlib'), level: ${LEVEL}, room };
const deflatePieces = ${deflatePieces};
parentPort.on('message', (pieces) => {
  try {
    const answer = deflatePieces(pieces, tools);
    parentPort.postMessage(answer, answer.data === undefined ? [] : [answer.data.buffer]);
  } catch (error) {
    parentPort.postMessage({ error: error.message });
  }
});`;

const toDeflate = (pieces: readonly Piece[]): readonly PieceToDeflate[] =>
  pieces.filter(isOfFile).map(({ entry, from, bytes, isLast }) => ({ source: entry.source, from, bytes, isLast }));

function made(answer: Answer | { readonly error: string }): Deflated {
  if ('error' in answer) throw new Error(answer.error);
  if ('changed' in answer) throw new ChangedMeanwhile(answer.changed);
  return answer;
}

interface Task {
  readonly pieces: readonly PieceToDeflate[];
  readonly resolve: (answer: Answer | { readonly error: string }) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  /** In the order in which it answers. */
  readonly held: Task[];
}

/** Each takes the next batch when it has room for one. */
class Threads {
  readonly #threads: readonly Thread[];
  readonly #waiting: Task[] = [];

  constructor(count: number) {
    this.#threads = Array.from({ length: count }, () => {
      const thread: Thread = { worker: new Worker(THREAD, { eval: true, resourceLimits: LIMITS }), held: [] };
      thread.worker.on('message', (answer: Answer | { readonly error: string }) => {
        thread.held.shift()?.resolve(answer);
        this.#handOut();
      });
      thread.worker.on('error', (error) => {
        for (const { reject } of [...thread.held.splice(0), ...this.#waiting.splice(0)]) reject(error);
      });
      return thread;
    });
  }

  deflate(pieces: readonly Piece[]): Promise<Batch> {
    const asked = toDeflate(pieces);
    const answer = new Promise<Answer | { readonly error: string }>((resolve, reject) => {
      this.#waiting.push({ pieces: asked, resolve, reject });
    });
    this.#handOut();
    const batch = answer.then((one) => ({ pieces, deflated: made(one) }));
    // Whoever stops early does not ask for the rest.
    batch.catch(() => {});
    return batch;
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #handOut(): void {
    for (let round = 1; round <= HELD; round += 1) {
      for (const { worker, held } of this.#threads) {
        if (held.length >= round) continue;
        const task = this.#waiting.shift();
        if (task === undefined) return;
        held.push(task);
        worker.postMessage(task.pieces);
      }
    }
  }
}
