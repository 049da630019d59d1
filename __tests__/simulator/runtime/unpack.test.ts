import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { UnusableBundle, unpack } from '../../../src/simulator/runtime/unpack.js';
import { type BundleFiles, writeBundle } from '../../support/process-runtime.js';

const LINK = 0o120777;
let outside: string;
let root: string;

beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'unpack-'));
  root = join(outside, 'root');
  await mkdir(root);
});
afterEach(() => rm(outside, { recursive: true, force: true }));

const unpackFiles = async (files: BundleFiles): Promise<void> =>
  unpack(await writeBundle(join(outside, 'bundle.zip'), files), root, new AbortController().signal);

/** yazl refuses bad names, so they are put into the finished archive: same length, other letters. */
async function unpackRenamed(from: string, to: string): Promise<void> {
  expect(to).toHaveLength(from.length);
  const path = await writeBundle(join(outside, 'bundle.zip'), { [from]: 'hostile' });
  await writeFile(path, (await readFile(path)).toString('latin1').replaceAll(from, to), 'latin1');
  await unpack(path, root, new AbortController().signal);
}

describe('unpacking a bundle', () => {
  it('keeps contents, folders, modes and symbolic links', async () => {
    await unpackFiles({
      'bin/run': { text: '#!/bin/sh\n', mode: 0o755 },
      'lib/a.txt': 'a',
      'lib/b.txt': { text: 'a.txt', mode: LINK },
      'also-lib': { text: 'lib', mode: LINK },
    });
    expect((await stat(join(root, 'bin/run'))).mode & 0o777).toBe(0o755);
    expect((await stat(join(root, 'lib/a.txt'))).mode & 0o111).toBe(0);
    expect(await readlink(join(root, 'lib/b.txt'))).toBe('a.txt');
    expect(await readFile(join(root, 'also-lib/b.txt'), 'utf8')).toBe('a');
  });

  it.each([
    ['a name with ..', 'xx/evil.txt', '../evil.txt'],
    ['an absolute name', 'xtmp/evil.txt', '/tmp/evil.txt'],
    ['.. in the middle', 'a/xx/xx/evil.txt', 'a/../../evil.txt'],
    ['Windows separators', 'xx/evil.txt', '..\\evil.txt'],
  ])('refuses %s and writes nothing outside', async (_what, from, to) => {
    await expect(unpackRenamed(from, to)).rejects.toBeInstanceOf(UnusableBundle);
    expect((await readdir(outside)).sort()).toEqual(['bundle.zip', 'root']);
  });

  it.each<[string, BundleFiles]>([
    ['points above', { secrets: { text: '../..', mode: LINK } }],
    ['points to an absolute path', { secrets: { text: '/etc', mode: LINK } }],
    [
      'leads outside through another link',
      { 'deep/up': { text: '..', mode: LINK }, 'other/out': { text: '../deep/up/..', mode: LINK } },
    ],
  ])('refuses a symbolic link that %s', async (_what, files) => {
    await expect(unpackFiles(files)).rejects.toThrow(/symbolic link '.*' points outside the bundle/);
  });

  it('does not write through a symbolic link of the same archive', async () => {
    await writeFile(join(outside, 'target.txt'), 'untouched');
    await chmod(outside, 0o700);
    await expect(
      unpackFiles({ out: { text: '..', mode: LINK }, 'out/target.txt': 'overwritten' }),
    ).rejects.toBeInstanceOf(UnusableBundle);
    expect(await readFile(join(outside, 'target.txt'), 'utf8')).toBe('untouched');
  });
});
