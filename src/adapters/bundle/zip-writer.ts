/** Writes a zip whose bytes follow from its entries alone: given order, fixed dates, fixed compression, given modes. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { ActionError } from '../../domain/problem.js';
import type { EntryToPack } from '../../ports/archives.js';
import { messageOf } from '../system/errors.js';

/** Zip dates have no time zone: the local parts of this moment are what is written, the same everywhere. */
const DATE = new Date(1980, 0, 1, 0, 0, 0);
const OPTIONS = { mtime: DATE, forceDosTimestamp: true } as const;
const COMPRESSION_LEVEL = 6;

/** File types in the upper half of a Unix mode (stat(2)). */
const REGULAR = 0o100_000;
const DIRECTORY = 0o040_000;
const SYMLINK = 0o120_000;

export async function packArchive(entries: readonly EntryToPack[], to: string, limitBytes: number): Promise<void> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error) => output.destroy(error));
  try {
    for (const entry of entries) add(zip, entry);
    zip.end();
    await mkdir(dirname(to), { recursive: true });
    await pipeline(output, limited(limitBytes, to), createWriteStream(to));
  } catch (error) {
    await rm(to, { force: true });
    throw error instanceof ActionError ? error : unpackable(error, to);
  }
}

function add(zip: ZipFile, entry: EntryToPack): void {
  switch (entry.kind) {
    case 'file': {
      const options = {
        ...OPTIONS,
        mode: REGULAR | entry.mode,
        compressionLevel: COMPRESSION_LEVEL,
        size: entry.bytes,
      };
      zip.addReadStreamLazy(entry.path, options, (open) => {
        // Opened when its turn comes: thousands of open files would exceed the limit of the system. A size that
        // differs from what was listed makes yazl fail, so that a file that changes meanwhile is never packed half.
        const stream = createReadStream(entry.source);
        stream.once('error', (error) => zip.emit('error', error));
        open(null, stream);
      });
      return;
    }
    case 'text':
      zip.addBuffer(Buffer.from(entry.text, 'utf8'), entry.path, {
        ...OPTIONS,
        mode: REGULAR | entry.mode,
        compressionLevel: COMPRESSION_LEVEL,
      });
      return;
    case 'symlink':
      zip.addBuffer(Buffer.from(entry.target, 'utf8'), entry.path, {
        ...OPTIONS,
        mode: SYMLINK | 0o777,
        compressionLevel: 0,
      });
      return;
    case 'directory':
      zip.addEmptyDirectory(entry.path, { ...OPTIONS, mode: DIRECTORY | entry.mode });
      return;
  }
}

/** Ends the writing at the limit, instead of filling the disk with what would be refused anyway. */
function limited(limitBytes: number, to: string): Transform {
  let written = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      written += chunk.length;
      if (written > limitBytes) done(tooLarge(limitBytes, to));
      else done(null, chunk);
    },
  });
}

const tooLarge = (limitBytes: number, to: string): ActionError =>
  new ActionError({
    code: 'bundle-too-large',
    blame: 'you',
    what: `The bundle ${to} grew beyond ${Math.round(limitBytes / 1_048_576)} MB, the largest that Elastic Beanstalk takes.`,
    hint: 'Leave out what the application does not need: list it in .ebignore or in the exclude patterns.',
  });

function unpackable(error: unknown, to: string): ActionError {
  const changed = messageOf(error).includes('unexpected number of bytes');
  return new ActionError(
    {
      code: 'bundle-not-made',
      blame: 'you',
      what: changed
        ? `A file changed while it was packed into ${to}.`
        : `The bundle ${to} could not be made: ${messageOf(error)}.`,
      hint: 'Check that every file is readable, that no other step writes to the directory, and that the disk has space left.',
    },
    { cause: error },
  );
}
