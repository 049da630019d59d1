/** Unpacks a source bundle: keeps modes and symbolic links, and writes nothing outside the directory it is given. */
import { createWriteStream } from 'node:fs';
import { mkdir, realpath, rm, symlink } from 'node:fs/promises';
import { dirname, isAbsolute, join, posix, relative, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** Why a bundle cannot be unpacked, in words for the deployment log. */
export class UnusableBundle extends Error {
  override readonly name = 'UnusableBundle';
}

const FILE_TYPE_BITS = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/**
 * Unpacks the archive `file` into the existing directory `directory`. Throws `UnusableBundle` for an archive that is
 * none and for entries that lead outside.
 */
export async function unpack(file: string, directory: string, signal: AbortSignal): Promise<void> {
  const root = await realpath(directory);
  const links: { readonly path: string; readonly name: string; readonly target: string }[] = [];
  try {
    const archive = await yauzl.openPromise(file, { autoClose: true });
    for await (const entry of archive.eachEntry()) {
      signal.throwIfAborted();
      const path = placeInside(root, entry.fileName);
      if (isSymbolicLink(entry)) {
        const target = await text(await archive.openReadStreamPromise(entry));
        links.push({ path, name: entry.fileName, target });
      } else await writeEntry(archive, entry, path);
    }
  } catch (error) {
    if (error instanceof UnusableBundle || signal.aborted) throw error;
    throw new UnusableBundle(error instanceof Error ? error.message : String(error), { cause: error });
  }
  // Links come last: until then no entry can be written through one.
  for (const { path, target, name } of links) {
    if (isAbsolute(target) || !isInside(root, join(dirname(path), target))) throw escapes(name, target);
    await mkdir(dirname(path), { recursive: true });
    await symlink(target, path).catch((error: Error) => {
      throw new UnusableBundle(`symbolic link '${name}' cannot be created: ${error.message}`, { cause: error });
    });
  }
  // A chain of links, each harmless by itself, may still lead outside: only the kernel's answer counts.
  for (const { path, target, name } of links) {
    const real = await realpath(path).catch(() => undefined);
    if (real === undefined || isInside(root, real)) continue;
    await rm(path);
    throw escapes(name, target);
  }
}

const escapes = (name: string, target: string): UnusableBundle =>
  new UnusableBundle(`symbolic link '${name}' points outside the bundle: ${target}`);

async function writeEntry(archive: ZipFile, entry: Entry, path: string): Promise<void> {
  const permissions = unixMode(entry) & 0o777;
  if (entry.fileName.endsWith('/')) {
    await mkdir(path, { recursive: true });
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  // Archives made on Windows carry no modes; then nothing is executable, which is how hooks fail on the real service.
  const mode = permissions === 0 ? 0o644 : permissions | 0o600;
  await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(path, { mode }));
}

function placeInside(root: string, name: string): string {
  const path = join(root, posix.normalize(name));
  if (!isInside(root, path)) throw new UnusableBundle(`entry '${name}' lies outside the bundle`);
  return path;
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const UNIX = 3;
const unixMode = (entry: Entry): number =>
  entry.versionMadeBy >> 8 === UNIX || entry.externalFileAttributes >>> 16 !== 0
    ? entry.externalFileAttributes >>> 16
    : 0;
const isSymbolicLink = (entry: Entry): boolean => (unixMode(entry) & FILE_TYPE_BITS) === SYMBOLIC_LINK;
