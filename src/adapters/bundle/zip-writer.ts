/** Writes a zip whose bytes follow from its entries alone: given order, fixed dates, fixed compression, given modes. */
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import type { ArchiveEntry, ArchiveListing, EntryToPack } from '../../ports/archives.js';
import { type Batch, compressed } from './compress.js';
import { crcOfBoth } from './crc32.js';
import { isOfFile, type Piece } from './pieces.js';
import { centralRecord, endRecords, LEVEL, localHeader, modeOf, type Packed, tooLarge, unpackable } from './zip-format.js';

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

const NOTHING = new Uint8Array(0);

/** An archive that grows at its end. */
class Writing {
  readonly entries: Packed[] = [];
  readonly #file: FileHandle;
  /** Is told how many bytes there are by now, and throws when they are too many. */
  readonly #check: (bytes: number) => void;
  #bytes = 0;
  /** An entry whose last piece is still to come. */
  #open: Packed | undefined;

  constructor(file: FileHandle, check: (bytes: number) => void) {
    this.#file = file;
    this.#check = check;
  }

  /** One write for all of it, and one more for the header of a file that began in an earlier batch. */
  async add({ pieces, deflated }: Batch): Promise<void> {
    const began = this.#bytes;
    const chunks: Uint8Array[] = [];
    const headers: Packed[] = [];
    let at = 0;
    let index = 0;
    for (const piece of pieces) {
      const one = isOfFile(piece) ? deflated.pieces[index] : undefined;
      if (isOfFile(piece)) index += 1;
      const data = one === undefined ? NOTHING : deflated.data.subarray(at, at + one.packedBytes);
      at += data.length;
      const { packed, isDone } = this.#packed(piece, one === undefined ? whole(piece.entry) : { data, crc: one.crc });
    }
  }
}
