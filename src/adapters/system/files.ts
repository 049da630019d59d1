/** The file system. A path that is not there is an answer (`stat`) or a problem (everything else), never an empty text. */
import { lstatSync, readdirSync } from 'node:fs';
import { mkdir, readFile, readlink, realpath, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ActionError } from '../../domain/problem.js';
import type { FileStat, Files } from '../../ports/files.js';
import { codeOf } from './errors.js';

export const systemFiles: Files = {
  // Waiting for each of 30,000 files takes twenty times as long as asking does.
  stat: async (path) => {
    await turn();
    try {
      const found = lstatSync(path, { throwIfNoEntry: false });
      return found && { kind: kindOf(found), bytes: found.size, mode: modeOf(found) };
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw unreadable(path, error);
    }
  },
  list: (path) =>
    reading(path, async () => {
      await turn();
      return readdirSync(path).sort(byCodeUnit);
    }),
  readText: (path) => reading(path, () => readFile(path, 'utf8')),
  readLink: (path) => reading(path, () => readlink(path)),
  realPath: (path) => reading(path, () => realpath(path)),
  writeText: async (path, text) => {
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    } catch (error) {
      throw new ActionError(
        {
          code: 'file-not-written',
          blame: 'you',
          what: `The file ${path} could not be written (${codeOf(error)}).`,
          hint: 'Check that the directory exists, is writable for this user and has space left.',
        },
        { cause: error },
      );
    }
  },
};

/** Milliseconds without a look at anything else, such as a request to stop. */
const LONGEST_TURN = 20;
let turned = 0;

/** Lets everything else have its turn now and then. */
async function turn(): Promise<void> {
  if (upFor() - turned < LONGEST_TURN) return;
  await new Promise<void>((resolve) => setImmediate(resolve));
  turned = upFor();
}

/** Milliseconds of this process. Not by `performance`, for which Node loads ten modules before the first API call. */
const upFor = (): number => process.uptime() * 1_000;

async function reading<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw unreadable(path, error);
  }
}

const unreadable = (path: string, error: unknown): ActionError =>
  new ActionError(
    {
      code: 'file-unreadable',
      blame: 'you',
      what: `${path} could not be read (${codeOf(error)}).`,
      hint: 'Check that it exists, that this user may read it, and that no other step changes it at the same time.',
    },
    { cause: error },
  );

const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function kindOf(found: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): FileStat['kind'] {
  if (found.isSymbolicLink()) return 'symlink';
  if (found.isDirectory()) return 'directory';
  return found.isFile() ? 'file' : 'other';
}

/** Windows has no permission bits: what Node answers there would make every file writable and none executable. */
function modeOf(found: { readonly mode: number; isDirectory(): boolean }): number {
  if (process.platform === 'win32') return found.isDirectory() ? 0o755 : 0o644;
  return found.mode & 0o7777;
}
