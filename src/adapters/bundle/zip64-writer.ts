/** Writes zips of more or larger entries than the classic format counts (Zip64), one after the other, by yazl. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ArchiveListing, EntryToPack } from '../../ports/archives.js';
import { DATE, LEVEL, modeOf, tooLarge, unpackable } from './zip-format.js';
import { listArchive } from './zip-reader.js';

export async function packZip64(
  entries: readonly EntryToPack[],
  to: string,
  limitBytes: number,
): Promise<ArchiveListing> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error) => output.destroy(error));
  try {
    for (const entry of entries) add(zip, entry);
    zip.end();
    await mkdir(dirname(to), { recursive: true });
    await pipeline(output, limited(limitBytes, to), createWriteStream(to));
    return await listArchive(to);
  } catch (error) {
    await rm(to, { force: true });
    throw unpackable(error, to);
  }
}

function add(zip: ZipFile, entry: EntryToPack): void {
  const options = { mtime: DATE, forceDosTimestamp: true, mode: modeOf(entry) } as const;
  switch (entry.kind) {
    case 'file':
      zip.addReadStreamLazy(entry.path, { ...options, compressionLevel: LEVEL, size: entry.bytes }, (open) => {
        // Opened when its turn comes: thousands of open files would exceed the limit of the system. A size that
        // differs from what was listed makes yazl fail, so that a file that changes meanwhile is never packed half.
        const stream = createReadStream(entry.source);
        stream.once('error', (error) => zip.emit('error', error));
        open(null, stream);
      });
      return;
    case 'text':
      zip.addBuffer(Buffer.from(entry.text, 'utf8'), entry.path, { ...options, compressionLevel: LEVEL });
      return;
    case 'symlink':
      zip.addBuffer(Buffer.from(entry.target, 'utf8'), entry.path, { ...options, compressionLevel: 0 });
      return;
    case 'directory':
      zip.addEmptyDirectory(entry.path, options);
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
