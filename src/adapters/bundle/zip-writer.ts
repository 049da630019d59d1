/** Writes a zip whose bytes follow from its entries alone: given order, fixed dates, fixed compression, given modes. */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { Zip, type ZipInputFile } from 'fflate';
import type { EntryToPack } from '../../ports/archives.js';
import { type Compressed, compressed } from './compress.js';
import { DATE, FILE_TYPES, tooLarge, unpackable } from './zip-format.js';
import { packMany } from './zip-writer-many.js';

/** PKZIP's APPNOTE.txt, 4.4.22: two bytes; one more means Zip64. */
const MOST_ENTRIES = 65_534;
/** APPNOTE.txt, 4.4.2.2 and 4.4.5. */
const UNIX = 3;
const STORED = 0;
const DEFLATED = 8;

export async function packArchive(entries: readonly EntryToPack[], to: string, limitBytes: number): Promise<void> {
  if (entries.length > MOST_ENTRIES) return packMany(entries, to, limitBytes);
  await mkdir(dirname(to), { recursive: true });
  const file = createWriteStream(to);
  try {
    await write(entries, file, (bytes) => {
      if (bytes > limitBytes) throw tooLarge(limitBytes, to);
    });
    file.end();
    await finished(file);
  } catch (error) {
    file.destroy();
    await rm(to, { force: true });
    throw unpackable(error, to);
  }
}

/** `check` is told how many bytes there are by now, and throws when they are too many. */
async function write(
  entries: readonly EntryToPack[],
  file: WriteStream,
  check: (bytes: number) => void,
): Promise<void> {
  // A file that cannot be written (any more) never has room again.
  const broken = new Promise<never>((_, reject) => void file.once('error', reject));
  broken.catch(() => {});
  let bytes = 0;
  let hasRoom = true;
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    bytes += chunk.length;
    hasRoom = file.write(chunk);
  });
  for await (const one of compressed(entries)) {
    const input = inputOf(one);
    zip.add(input);
    for await (const chunk of one.chunks) {
      tell(input, chunk, false);
      check(bytes);
      if (!hasRoom) await Promise.race([once(file, 'drain'), broken]);
    }
    Object.assign(input, { size: one.original.bytes, crc: one.original.crc });
    tell(input, new Uint8Array(0), true);
    check(bytes);
  }
  zip.end();
  check(bytes);
}

/** Nothing here lives in memory that threads share, which is all that the type leaves out. */
const tell = (input: ZipInputFile, chunk: Uint8Array, isLast: boolean): void =>
  input.ondata?.(null, chunk as Uint8Array<ArrayBuffer>, isLast);

function inputOf({ entry, stored, original }: Compressed): ZipInputFile {
  const mode = entry.kind === 'symlink' ? 0o777 : entry.mode;
  return {
    filename: entry.kind === 'directory' && !entry.path.endsWith('/') ? `${entry.path}/` : entry.path,
    size: original.bytes,
    crc: original.crc,
    compression: stored ? STORED : DEFLATED,
    mtime: DATE,
    os: UNIX,
    attrs: ((FILE_TYPES[entry.kind] | mode) << 16) >>> 0,
  };
}
