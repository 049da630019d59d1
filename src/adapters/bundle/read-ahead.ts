/** A file that is read in large blocks, because the directory of a zip is asked for in small ones, thousands of times. */
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

const BLOCK_BYTES = 256 * 1024;

/** What yauzl reads from. Closes the file when yauzl closes it. */
export class ReadAhead extends RandomAccessReader {
  readonly #file: FileHandle;
  #block: Buffer = Buffer.alloc(0);
  #from = 0;

  constructor(file: FileHandle) {
    super();
    this.#file = file;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    if (this.#copied(buffer, offset, length, position)) {
      callback(null);
      return;
    }
    this.#load(position, length).then(
      () => callback(this.#copied(buffer, offset, length, position) ? null : new Error('unexpected EOF')),
      callback,
    );
  }

  override _readStreamForRange(start: number, end: number): Readable {
    // A stream of the file itself would close it at its end.
    return Readable.from(this.#blocks(start, end), { objectMode: false });
  }

  override close(callback: (error: Error | null) => void): void {
    this.#file.close().then(() => callback(null), callback);
  }

  #copied(buffer: Buffer, offset: number, length: number, position: number): boolean {
    const at = position - this.#from;
    if (at < 0 || at + length > this.#block.length) return false;
    this.#block.copy(buffer, offset, at, at + length);
    return true;
  }

  async #load(position: number, length: number): Promise<void> {
    this.#block = await this.#at(position, Math.max(BLOCK_BYTES, length));
    this.#from = position;
  }

  async *#blocks(start: number, end: number): AsyncGenerator<Buffer> {
    for (let from = start; from < end; ) {
      const block = await this.#at(from, Math.min(BLOCK_BYTES, end - from));
      if (block.length === 0) return;
      yield block;
      from += block.length;
    }
  }

  /** Less only at the end of the file. */
  async #at(position: number, length: number): Promise<Buffer> {
    const block = Buffer.allocUnsafe(length);
    let read = 0;
    for (let more = -1; more !== 0 && read < length; read += more) {
      more = (await this.#file.read(block, read, length - read, position + read)).bytesRead;
    }
    return block.subarray(0, read);
  }
}
