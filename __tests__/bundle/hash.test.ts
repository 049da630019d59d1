import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { zipArchives } from '../../src/adapters/bundle/archives.js';
import { systemFiles } from '../../src/adapters/system/files.js';
import { systemRandom } from '../../src/adapters/system/random.js';
import { bundleHash, identityText } from '../../src/bundle/hash.js';
import { makeBundle } from '../../src/bundle/make.js';
import { directoryOf, listener, removeTemporary, temporary, type ZippedFile, zipOf } from '../support/bundle-tree.js';

afterEach(removeTemporary);

const hashOf = async (path: string): Promise<string> => bundleHash((await zipArchives.list(path)).entries, zipArchives);

const FILES: readonly ZippedFile[] = [
  { path: 'Procfile', text: 'web: node server.js\n' },
  { path: 'lib/a.js', text: 'a' },
  { path: 'bin/run', text: '#!/bin/sh\n', mode: 0o755 },
];

describe('the identity of a bundle', () => {
  it('is that of its files, whatever the order, time, compression and directory entries of the archive', async () => {
    const name = fc.stringMatching(/^[a-z0-9 é_.-]{1,8}$/).filter((text) => !/^\.+$/.test(text));
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const file = fc.record({ path, text: fc.string({ maxLength: 40 }), mode: fc.constantFrom(0o644, 0o755, 0o600) });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(file, { selector: (each) => each.path, minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 9 }),
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.func(fc.integer()),
        async (files, level, mtime, rank) => {
          const shuffled = [...files].sort((left, right) => rank(left.path) - rank(right.path));
          const directories = [...new Set(files.flatMap((each) => parent(each.path)))];
          const one = await zipOf(files);
          const two = await zipOf(shuffled, { mtime, level, directories });
          expect(await hashOf(two)).toBe(await hashOf(one));
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ['a byte', [{ ...FILES[0], text: 'web: node server.mjs' }, ...FILES.slice(1)]],
    ['a name', [{ ...FILES[0], path: 'procfile' }, ...FILES.slice(1)]],
    ['a mode', [{ ...FILES[0], mode: 0o755 }, ...FILES.slice(1)]],
    ['a file more', [...FILES, { path: 'x', text: '' }]],
    ['a file less', FILES.slice(1)],
  ])('changes with %s', async (_, files) => {
    expect(await hashOf(await zipOf(files as readonly ZippedFile[]))).not.toBe(await hashOf(await zipOf(FILES)));
  });

  it('counts empty directories, because unpacking makes them', async () => {
    expect(await hashOf(await zipOf(FILES, { directories: ['logs'] }))).not.toBe(await hashOf(await zipOf(FILES)));
  });

  it('cannot be confused by names that look like two entries', () => {
    const entry = (path: string) => ({ path, kind: 'file' as const, mode: 0o644, bytes: 0, crc32: 0 });
    expect(identityText([entry('a\nb')])).not.toBe(identityText([entry('a'), entry('b')]));
  });

  it('is the same for a directory and for an archive that somebody else makes of it', async () => {
    const directory = await directoryOf(
      Object.fromEntries(FILES.map(({ path, text, mode = 0o644 }) => [path, { text, mode }])),
    );
    const to = `${await temporary()}/made.zip`;
    const made = await makeBundle(
      { kind: 'directory', path: directory, exclude: [], symlinks: 'preserve' },
      to,
      { files: systemFiles, archives: zipArchives, random: systemRandom },
      listener().say,
    );
    expect(made).toMatchObject({ ok: true, bundle: { path: to, hash: await hashOf(await zipOf(FILES)) } });
  });
});

function parent(path: string): readonly string[] {
  const cut = path.lastIndexOf('/');
  return cut < 0 ? [] : [path.slice(0, cut)];
}
