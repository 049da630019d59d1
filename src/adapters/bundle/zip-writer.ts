/** Writes a zip whose bytes follow from its entries alone: given order, fixed dates, fixed compression, given modes. */
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import type { ArchiveEntry, ArchiveListing, EntryToPack } from '../../ports/archives.js';
import { type Batch, compressed } from './compress.js';
import { crcOfBoth } from './crc32.js';
import { isOfFile, type Piece } from './pieces.js';
import {
  centralRecord,
  endRecords,
  LEVEL,
  localHeader,
  modeOf,
  type Packed,
  tooLarge,
  unpackable,
} from './zip-format.js';

/** `threads`: how many at most, for tests; the bytes are the same with any number. */
export async function packArchive(
  entries: readonly EntryToPack[],
  to: string,
  limitBytes: number,
  threads?: number,
): Promise<ArchiveListing> {
  await mkdir(dirname(to), { recursive: true });
  let file: FileHandle | undefined;
  try {
    file = await open(to, 'w');
    const writing = new Writing(file, (bytes) => {
      if (bytes > limitBytes) throw tooLarge(limitBytes, to);
    });
    for await (const batch of compressed(entries, threads)) await writing.add(batch);
    const bytes = await writing.end();
    await file.close();
    return { bytes, entries: writing.entries.map(asListed), backslashes: false };
  } catch (error) {
    await file?.close().catch(() => {});
    await rm(to, { force: true });
    throw unpackable(error, to);
  }
}

const asListed = ({ entry, bytes, crc }: Packed): ArchiveEntry => ({
  path: entry.path,
  kind: entry.kind === 'text' ? 'file' : entry.kind,
  mode: modeOf(entry),
  bytes,
  crc32: crc,
});

/** For most batches. */
const ROOM_BYTES = 256 * 1024;

/** An archive that grows at its end. */
class Writing {
  readonly entries: Packed[] = [];
  readonly #file: FileHandle;
  /** Is told how many bytes there are by now, and throws when they are too many. */
  readonly #check: (bytes: number) => void;
  #bytes = 0;
  #room: Buffer = Buffer.allocUnsafe(ROOM_BYTES);
  /** An entry of which pieces are still to come. */
  #begun: Packed | undefined;

  constructor(file: FileHandle, check: (bytes: number) => void) {
    this.#file = file;
    this.#check = check;
  }

  /** One write for all of it, and one for the header of each file that ends here and is of several pieces. */
  async add(batch: Batch): Promise<void> {
    const from = this.#bytes;
    const chunks: Uint8Array[] = [];
    const corrected: Packed[] = [];
    for (const { piece, bytes, crc, data } of contents(batch)) {
      const { entry, isLast } = piece;
      const begun = this.#begun;
      const packed: Packed = {
        entry,
        stored: isStored(entry),
        crc: begun === undefined ? crc : crcOfBoth(begun.crc, crc, bytes),
        bytes: (begun?.bytes ?? 0) + bytes,
        packedBytes: (begun?.packedBytes ?? 0) + data.length,
        offset: begun?.offset ?? this.#bytes,
      };
      if (begun === undefined) this.#bytes += push(chunks, localHeader(packed));
      else if (isLast) corrected.push(packed);
      this.#bytes += push(chunks, data);
      this.#begun = isLast ? undefined : packed;
      if (isLast) this.entries.push(packed);
    }
    await this.#write(this.#joined(chunks, this.#bytes - from), from);
    for (const packed of corrected) await this.#write(localHeader(packed), packed.offset);
    this.#check(this.#bytes);
  }

  /** Answers how long the archive has become. */
  async end(): Promise<number> {
    const from = this.#bytes;
    const directory = Buffer.concat(this.entries.map(centralRecord));
    const end = endRecords(this.entries.length, from, directory.length);
    this.#bytes += directory.length + end.length;
    await this.#write(Buffer.concat([directory, end]), from);
    this.#check(this.#bytes);
    return this.#bytes;
  }

  /** In the same memory every time: what was there has been written. */
  #joined(chunks: readonly Uint8Array[], bytes: number): Buffer {
    if (bytes > this.#room.length) this.#room = Buffer.allocUnsafe(bytes);
    let at = 0;
    for (const chunk of chunks) {
      this.#room.set(chunk, at);
      at += chunk.length;
    }
    return this.#room.subarray(0, bytes);
  }

  /** The system may take less at once than it is given. */
  async #write(bytes: Buffer, at: number): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      done += (await this.#file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
    }
  }
}

function push(chunks: Uint8Array[], chunk: Uint8Array): number {
  chunks.push(chunk);
  return chunk.length;
}

interface Content {
  readonly piece: Piece;
  /** Of the original, as `crc`. */
  readonly bytes: number;
  readonly crc: number;
  /** What goes into the archive. */
  readonly data: Uint8Array;
}

function* contents({ pieces, deflated }: Batch): Generator<Content> {
  const numbers = deflated.pieces.values();
  let at = 0;
  for (const piece of pieces) {
    const one = isOfFile(piece) ? numbers.next().value : undefined;
    if (one === undefined) {
      const content = Buffer.from(textOf(piece.entry), 'utf8');
      const data = isStored(piece.entry) ? content : deflateRawSync(content, { level: LEVEL });
      yield { piece, bytes: content.length, crc: crc32(content), data };
      continue;
    }
    yield { piece, bytes: piece.bytes, crc: one.crc, data: deflated.data.subarray(at, at + one.packedBytes) };
    at += one.packedBytes;
  }
}

const isStored = ({ kind }: EntryToPack): boolean => kind === 'symlink' || kind === 'directory';

/** What is on no disk. */
function textOf(entry: EntryToPack): string {
  switch (entry.kind) {
    case 'text':
      return entry.text;
    case 'symlink':
      return entry.target;
    case 'directory':
    case 'file':
      return '';
  }
}
