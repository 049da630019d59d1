/** Writes a zip whose bytes follow from its entries alone: given order, fixed dates, fixed compression, given modes. */
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import type { ArchiveEntry, ArchiveListing, EntryToPack } from '../../ports/archives.js';
import { type Batch, compressed } from './compress.js';
import { crcOfBoth } from './crc32.js';
import { isOfFile, type Piece } from './pieces.js';
import { asListed, DATE, LEVEL, modeOf, tooLarge, unpackable } from './zip-format.js';
import { packZip64 } from './zip64-writer.js';

/** PKWARE's APPNOTE.txt, 4.4.22 and 4.4.9: what the classic format can count in two bytes, and in four. Beyond is Zip64. */
const MOST_ENTRIES = 65_534;
const MOST_BYTES = 0xff000000;
/** APPNOTE.txt, 4.4.2.2 and 4.4.5. */
const UNIX = 3;
const METHODS = { stored: 0, deflated: 8 } as const;

export const needsZip64 = (entries: readonly EntryToPack[]): boolean =>
  entries.length > MOST_ENTRIES || entries.some((entry) => entry.kind === 'file' && entry.bytes >= MOST_BYTES);

/** `threads`: how many at most, for tests; the bytes are the same with any number. */
export async function packArchive(
  entries: readonly EntryToPack[],
  to: string,
  limitBytes: number,
  threads?: number,
): Promise<ArchiveListing> {
  if (needsZip64(entries)) return packZip64(entries, to, limitBytes);
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
    return { bytes, entries: writing.entries, backslashes: false };
  } catch (error) {
    await file?.close().catch(() => {});
    await rm(to, { force: true });
    throw unpackable(error, to);
  }
}

/** For most batches. */
const ROOM_BYTES = 256 * 1024;

/** An entry of which pieces are still to come. */
interface Begun {
  readonly input: ZipInputFile;
  readonly crc: number;
  readonly bytes: number;
}

/** An archive that grows at its end. */
class Writing {
  readonly entries: ArchiveEntry[] = [];
  readonly #file: FileHandle;
  /** Is told how many bytes there are by now, and throws when they are too many. */
  readonly #check: (bytes: number) => void;
  readonly #zip: Zip;
  /** What is not in the file yet. */
  #chunks: Uint8Array[] = [];
  #waiting = 0;
  #written = 0;
  #room: Buffer = Buffer.allocUnsafe(ROOM_BYTES);
  #begun: Begun | undefined;

  constructor(file: FileHandle, check: (bytes: number) => void) {
    this.#file = file;
    this.#check = check;
    this.#zip = new Zip((error, chunk) => {
      if (error !== null) throw error;
      this.#chunks.push(chunk);
      this.#waiting += chunk.length;
    });
  }

  async add(batch: Batch): Promise<void> {
    for (const content of contents(batch)) this.#put(content);
    await this.#write();
  }

  /** Answers how long the archive has become. */
  async end(): Promise<number> {
    this.#zip.end();
    await this.#write();
    return this.#written;
  }

  #put({ piece: { entry, isLast }, bytes, crc, data }: Content): void {
    const begun = this.#begun ?? { input: this.#opened(entry), crc: 0, bytes: 0 };
    const sum = { crc: begun.bytes === 0 ? crc : crcOfBoth(begun.crc, crc, bytes), bytes: begun.bytes + bytes };
    // The record behind the data tells them, so that they may be known last.
    if (isLast) Object.assign(begun.input, { crc: sum.crc, size: sum.bytes });
    // Nothing here lives in memory that threads share, which is all that the type leaves out.
    begun.input.ondata?.(null, data as Uint8Array<ArrayBuffer>, isLast);
    this.#begun = isLast ? undefined : { input: begun.input, ...sum };
    if (isLast) this.entries.push(asListed(entry, sum.bytes, sum.crc));
  }

  #opened(entry: EntryToPack): ZipInputFile {
    const input: ZipInputFile = {
      filename: entry.kind === 'directory' && !entry.path.endsWith('/') ? `${entry.path}/` : entry.path,
      ...{ size: 0, crc: 0, mtime: DATE, os: UNIX },
      compression: isStored(entry) ? METHODS.stored : METHODS.deflated,
      attrs: (modeOf(entry) << 16) >>> 0,
    };
    this.#zip.add(input);
    return input;
  }

  /** In one go, and in the same memory every time: what was there has been written. */
  async #write(): Promise<void> {
    this.#check(this.#written + this.#waiting);
    if (this.#waiting > this.#room.length) this.#room = Buffer.allocUnsafe(this.#waiting);
    let end = 0;
    for (const chunk of this.#chunks) {
      this.#room.set(chunk, end);
      end += chunk.length;
    }
    this.#chunks = [];
    this.#waiting = 0;
    // The system may take less at once than it is given.
    for (let done = 0; done < end; ) {
      done += (await this.#file.write(this.#room, done, end - done, this.#written + done)).bytesWritten;
    }
    this.#written += end;
  }
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
