/** The demo application's releases: one application, and per release the few files in which it differs. */
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `demo/` of the repository; this file is compiled into a folder as deep as its own. */
const DEMO = fileURLToPath(new URL('../../demo/', import.meta.url));

/** The names of all releases, in order. */
export async function releaseNames(demoDirectory: string = DEMO): Promise<readonly string[]> {
  const entries = await readdir(join(demoDirectory, 'releases'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/**
 * Writes a release into `directory`, which is emptied before: the application, then the release's own files over it,
 * modes kept. Throws for a name that is none, with those that are.
 */
export async function materialiseRelease(name: string, directory: string, demoDirectory: string = DEMO): Promise<void> {
  const known = await releaseNames(demoDirectory);
  if (!known.includes(name)) throw new Error(`there is no release "${name}"; there are ${known.join(', ')}`);
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const source of ['app', join('releases', name)]) {
    await cp(join(demoDirectory, source), directory, { recursive: true });
  }
}
