/** Reads the central directory of a zip and the few texts in it that are checked before an upload. */
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, fromRandomAccessReaderPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { ActionError } from '../../domain/problem.js';
import type { ArchiveEntry, ArchiveListing } from '../../ports/archives.js';
import { codeOf, messageOf } from '../system/errors.js';
import { ReadAhead } from './read-ahead.js';

/** No file of a log is larger; one that says so is no log. */
const MOST_UNPACKED = 16 * 1_048_576;

export async function listArchive(path: string): Promise<ArchiveListing> {
  return withZip(path, async (zip) => {
    const entries: ArchiveEntry[] = [];
    let backslashes = false;
    for await (const raw of zip.eachEntry()) {
      const { entry, hadBackslashes } = entryOf(raw);
      backslashes ||= hadBackslashes;
      entries.push(entry);
    }
    return { bytes: zip.fileSize, entries, backslashes };
  });
}

export async function readTexts(
  path: string,
  wanted: (entry: ArchiveEntry) => boolean,
  limitBytes: number,
): Promise<ReadonlyMap<string, string>> {
  return withZip(path, async (zip) => {
    const texts = new Map<string, string>();
    for await (const raw of zip.eachEntry()) {
      const { entry } = entryOf(raw);
      if (entry.kind !== 'file' || entry.bytes > limitBytes || !wanted(entry)) continue;
      texts.set(entry.path, await textOf(await zip.openReadStreamPromise(raw)));
    }
    return texts;
  });
}

/** The text files of an archive in memory. Entries that are larger than their archive could ever be expected to hold are left out. */
export async function textsIn(archive: Buffer, limitBytes: number): Promise<ReadonlyMap<string, string>> {
  const zip = await fromBufferPromise(archive, { lazyEntries: true, decodeStrings: false });
  const texts = new Map<string, string>();
  for await (const raw of zip.eachEntry()) {
    const { entry } = entryOf(raw);
    if (entry.kind !== 'file' || entry.bytes > MOST_UNPACKED) continue;
    const text = await textOf(await zip.openReadStreamPromise(raw));
    texts.set(entry.path, text.slice(-limitBytes));
  }
  return texts;
}

async function withZip<T>(path: string, use: (zip: ZipFile) => Promise<T>): Promise<T> {
  let file: FileHandle | undefined;
  let zip: ZipFile | undefined;
  try {
    file = await open(path);
    const { size } = await file.stat();
    // Names are decoded here, because yauzl would turn `\` into `/` without saying so.
    const options = { autoClose: false, lazyEntries: true, decodeStrings: false };
    zip = await fromRandomAccessReaderPromise(new ReadAhead(file), size, options);
    return await use(zip);
  } catch (error) {
    throw error instanceof ActionError ? error : unreadable(error, path);
  } finally {
    if (zip === undefined) await file?.close();
    else zip.close();
  }
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const TYPE_MASK = 0o170_000;
const SYMLINK = 0o120_000;
const DIRECTORY = 0o040_000;

/** Upper byte of "version made by": 3 is Unix, 19 is macOS; others have no Unix mode (PKWARE APPNOTE 4.4.2). */
const UNIX_MAKERS: ReadonlySet<number> = new Set([3, 19]);

function entryOf(raw: Entry): { readonly entry: ArchiveEntry; readonly hadBackslashes: boolean } {
  const name = getFileNameLowLevel(raw.generalPurposeBitFlag, raw.fileNameRaw, raw.extraFields, true);
  const hadBackslashes = name.includes('\\');
  const path = name.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[A-Za-z]:\//.test(path) || path.split('/').includes('..')) throw escaping(name);
  const attributes = raw.externalFileAttributes >>> 16;
  const unix = UNIX_MAKERS.has(raw.versionMadeBy >>> 8) && attributes !== 0;
  const type = unix ? attributes & TYPE_MASK : 0;
  const kind = type === SYMLINK ? 'symlink' : type === DIRECTORY || path.endsWith('/') ? 'directory' : 'file';
  const usual = kind === 'directory' ? 0o755 : 0o644;
  return {
    entry: {
      path: path.replace(/^(\.\/)+/, '').replace(/\/+$/, ''),
      kind,
      mode: unix ? attributes & 0o7777 : usual,
      bytes: raw.uncompressedSize,
      crc32: raw.crc32,
    },
    hadBackslashes,
  };
}

const escaping = (name: string): ActionError =>
  new ActionError({
    code: 'bundle-path-escapes',
    blame: 'you',
    what: `The bundle has an entry "${name}" whose path leaves the directory it is unpacked to.`,
    hint: 'Make the archive from inside the application directory, with relative paths.',
  });

function unreadable(error: unknown, path: string): ActionError {
  const missing = codeOf(error) === 'ENOENT';
  return new ActionError(
    {
      code: missing ? 'bundle-missing' : 'bundle-not-a-zip',
      blame: 'you',
      what: missing
        ? `There is no bundle at ${path}.`
        : `The bundle ${path} is not a readable zip archive (${messageOf(error)}).`,
      hint: missing
        ? 'Check the path and that the step which makes the archive ran in this job.'
        : 'Elastic Beanstalk takes a zip or WAR file; make one with "zip -r" or give a directory instead.',
    },
    { cause: error },
  );
}
