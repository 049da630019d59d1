/** Real directories and archives for tests of bundles; removed by the test that made them. */
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ProgressMessage } from '../../src/domain/progress.js';

/** A text is a file, `mode` and `link` say what else it is. */
export type Tree = Readonly<
  Record<string, string | { readonly text: string; readonly mode: number } | { readonly link: string }>
>;

const made: string[] = [];

export async function temporary(): Promise<string> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'bundle-')));
  made.push(directory);
  return directory;
}

export async function removeTemporary(): Promise<void> {
  for (const directory of made.splice(0)) await rm(directory, { recursive: true, force: true });
}

/** Writes a directory; names that end in `/` are empty directories. */
export async function directoryOf(tree: Tree): Promise<string> {
  const root = await temporary();
  for (const [path, content] of Object.entries(tree)) {
    const full = join(root, path);
    if (path.endsWith('/')) {
      await mkdir(full, { recursive: true });
      continue;
    }
    await mkdir(dirname(full), { recursive: true });
    if (typeof content === 'string') await writeFile(full, content);
    else if ('link' in content) await symlink(content.link, full);
    else {
      await writeFile(full, content.text);
      await chmod(full, content.mode);
    }
  }
  return root;
}

export interface ZippedFile {
  readonly path: string;
  readonly text: string;
  readonly mode?: number;
}

/** A zip as any tool could have made it: in this order, at this time, at this compression. */
export async function zipOf(
  files: readonly ZippedFile[],
  options: { readonly mtime?: Date; readonly level?: number; readonly directories?: readonly string[] } = {},
): Promise<string> {
  const path = join(await temporary(), 'archive.zip');
  const zip = new ZipFile();
  const mtime = options.mtime ?? new Date(2026, 10, 21);
  for (const directory of options.directories ?? []) zip.addEmptyDirectory(directory, { mtime });
  for (const { path: name, text, mode = 0o644 } of files) {
    zip.addBuffer(Buffer.from(text), name, { mtime, mode: 0o100_000 | mode, compressionLevel: options.level ?? 6 });
  }
  zip.end();
  await pipeline(zip.outputStream as NodeJS.ReadableStream, createWriteStream(path));
  return path;
}

/** Collects what is said. */
export function listener() {
  const said: ProgressMessage[] = [];
  return {
    say: (message: ProgressMessage): void => {
      said.push(message);
    },
    said,
    /** Codes of the warnings. */
    warnings: (): readonly string[] => said.flatMap((each) => (each.type === 'warning' ? [each.problem.code] : [])),
    notices: (): readonly string[] => said.flatMap((each) => (each.type === 'notice' ? [each.text] : [])),
  };
}
