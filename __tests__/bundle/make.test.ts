import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { zipArchives } from '../../src/adapters/bundle/archives.js';
import { systemFiles } from '../../src/adapters/system/files.js';
import { systemRandom } from '../../src/adapters/system/random.js';
import { BUNDLE_LIMIT_BYTES, makeBundle } from '../../src/bundle/make.js';
import type { Archives } from '../../src/ports/archives.js';
import {
  directoryOf,
  listener,
  removeTemporary,
  type Tree,
  temporary,
  type ZippedFile,
  zipOf,
} from '../support/bundle-tree.js';

afterEach(removeTemporary);

const ports = { files: systemFiles, archives: zipArchives, random: systemRandom };

async function fromDirectory(tree: Tree, archives: Archives = zipArchives) {
  const path = await directoryOf(tree);
  const to = join(await temporary(), 'out.zip');
  const heard = listener();
  const source = { kind: 'directory', path, exclude: [], symlinks: 'preserve' } as const;
  return { made: await makeBundle(source, to, { ...ports, archives }, heard.say), to, path, ...heard };
}

async function fromArchive(path: string) {
  const heard = listener();
  const made = await makeBundle({ kind: 'archive', path }, '/nowhere', ports, heard.say);
  return { made, codes: made.ok ? [] : made.problems.map(({ code }) => code), ...heard };
}

const APP: Tree = {
  Procfile: 'web: node server.js\n',
  'server.js': 'x'.repeat(10_000),
  'bin/run': { text: '#!/bin/sh\n', mode: 0o755 },
  'bin/alias': { link: 'run' },
  'logs/': '',
};

describe('a bundle from a directory', () => {
  it('is byte for byte the same the second time, whatever the times of the files', async () => {
    const one = await fromDirectory(APP);
    const two = await fromDirectory(APP);
    expect(one.made).toMatchObject({ ok: true });
    expect(readFileSync(one.to).equals(readFileSync(two.to))).toBe(true);
  });

  it('holds files, modes, links and empty directories', async () => {
    const { to } = await fromDirectory(APP);
    const { entries } = await zipArchives.list(to);
    expect(entries.map(({ path, kind, mode }) => `${kind} ${path} ${mode.toString(8)}`)).toEqual([
      'file Procfile 644',
      'symlink bin/alias 777',
      'file bin/run 755',
      'directory logs 755',
      'file server.js 644',
    ]);
  });

  it('unpacks with an unzip that nobody here wrote', async () => {
    const { to } = await fromDirectory(APP);
    const out = await temporary();
    const python =
      'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])';
    try {
      execFileSync('python3', ['-c', python, to, out]);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw error;
    }
    expect(readFileSync(join(out, 'server.js'), 'utf8')).toBe('x'.repeat(10_000));
  });

  it('says what went in and what a rule kept out', async () => {
    const { said } = await fromDirectory({ ...APP, '.env': 'SECRET=1', '.git/HEAD': 'x' });
    expect(said).toContainEqual({
      type: 'bundle-entry-summary',
      included: 4,
      bytes: 10_030,
      excluded: [
        { path: '.env', rule: 'built-in: .env' },
        { path: '.git/', rule: 'built-in: .git' },
      ],
    });
  });

  it('warns of the secrets it left out', async () => {
    const { warnings, said } = await fromDirectory({ ...APP, '.env': 'SECRET=1' });
    expect(warnings()).toEqual(['secrets-left-out']);
    expect(JSON.stringify(said)).not.toContain('SECRET=1');
  });

  it('is refused when nothing is left to deploy', async () => {
    const { made } = await fromDirectory({ '.git/HEAD': 'x', 'empty/': '' });
    expect(made).toMatchObject({ ok: false, problems: [{ code: 'bundle-empty' }] });
  });

  it('is refused with every mistake at once, before anything is packed', async () => {
    const { made, to } = await fromDirectory({
      '.ebextensions/a.config': 'a: [',
      '.platform/hooks/predeploy/x.sh': '#!/bin/sh\r\n',
      Procfile: 'oops',
      out: { link: '/etc' },
    });
    expect(made.ok ? [] : made.problems.map(({ code }) => code).sort()).toEqual([
      'hook-line-ends',
      'procfile-syntax',
      'symlink-escapes',
      'yaml-syntax',
    ]);
    expect(existsSync(to)).toBe(false);
  });

  it('is given up as soon as the archive grows too large, leaving no file', async () => {
    const archives: Archives = { ...zipArchives, pack: (entries, to) => zipArchives.pack(entries, to, 100) };
    const { made, to } = await fromDirectory(APP, archives);
    expect(made).toMatchObject({ ok: false, problems: [{ code: 'bundle-too-large' }] });
    expect(existsSync(to)).toBe(false);
  });

  it('is not made of a file that changes or vanishes while it is packed', async () => {
    const change = (act: (path: string) => Promise<void>): Archives => ({
      ...zipArchives,
      pack: async (entries, to, limit) => {
        const source = entries.find(({ path }) => path === 'server.js');
        if (source?.kind === 'file') await act(source.source);
        return zipArchives.pack(entries, to, limit);
      },
    });
    const grown = await fromDirectory(
      APP,
      change((path) => writeFile(path, 'longer'.repeat(10_000))),
    );
    expect(grown.made).toMatchObject({
      ok: false,
      problems: [{ code: 'bundle-not-made', what: expect.stringContaining('changed') }],
    });
    const gone = await fromDirectory(
      APP,
      change((path) => rm(path)),
    );
    expect(gone.made).toMatchObject({ ok: false, problems: [{ code: 'bundle-not-made' }] });
    expect(existsSync(gone.to)).toBe(false);
  });

  it('is not made of a file that this user may not read', async () => {
    if (process.getuid?.() === 0) return; // root may read everything
    const path = await directoryOf({ 'a.js': '', 'b.js': '' });
    await chmod(join(path, 'b.js'), 0);
    const source = { kind: 'directory', path, exclude: [], symlinks: 'preserve' } as const;
    const made = await makeBundle(source, join(await temporary(), 'x.zip'), ports, listener().say);
    expect(made).toMatchObject({ ok: false, problems: [{ code: 'bundle-not-made' }] });
  });
});

describe('a bundle from an archive', () => {
  const files: readonly ZippedFile[] = [
    { path: 'Procfile', text: 'web: node server.js\n' },
    { path: '.platform/hooks/predeploy/x.sh', text: '#!/bin/sh\n', mode: 0o755 },
  ];

  it('is taken as it is', async () => {
    const path = await zipOf(files);
    const { made, warnings } = await fromArchive(path);
    expect(made).toMatchObject({ ok: true, bundle: { path, bytes: readFileSync(path).length } });
    expect(warnings()).toEqual([]);
  });

  it.each<[string, () => Promise<string>, string]>([
    ['missing', async () => join(await temporary(), 'none.zip'), 'bundle-missing'],
    ['a directory', temporary, 'bundle-not-a-file'],
    ['without a byte', async () => join(await directoryOf({ 'a.zip': '' }), 'a.zip'), 'bundle-empty'],
    ['a zip without files', () => zipOf([]), 'bundle-empty'],
    ['a zip with directories only', () => zipOf([], { directories: ['a', 'b'] }), 'bundle-empty'],
    ['a tar', async () => join(await directoryOf({ 'a.zip': 'ustar'.repeat(200) }), 'a.zip'), 'bundle-not-a-zip'],
    ['cut off', async () => cutOff(await zipOf(files)), 'bundle-not-a-zip'],
    ['600 MB', sparse, 'bundle-too-large'],
    ['climbing out when unpacked', () => handMade('../etc/cron.d/x'), 'bundle-path-escapes'],
    ['with an absolute path', () => handMade('/etc/cron.d/x'), 'bundle-path-escapes'],
    ['with broken YAML', () => zipOf([...files, { path: '.ebextensions/a.config', text: 'a: [' }]), 'yaml-syntax'],
    [
      'with Windows line ends in a hook',
      () => zipOf([{ path: '.platform/hooks/predeploy/x.sh', text: '#!/bin/sh\r\n', mode: 0o755 }]),
      'hook-line-ends',
    ],
  ])('that is %s is refused', async (_, make, code) => {
    expect((await fromArchive(await make())).codes).toEqual([code]);
  });

  it('is warned of when its names have backslashes', async () => {
    const { made, warnings } = await fromArchive(await handMade('lib\\a.js'));
    expect(made.ok).toBe(true);
    expect(warnings()).toContain('bundle-backslashes');
  });

  it('is warned of when its hooks are not executable', async () => {
    const { warnings } = await fromArchive(
      await zipOf([
        { path: '.platform/hooks/predeploy/x.sh', text: '#!/bin/sh\n' },
        { path: 'a', text: '' },
      ]),
    );
    expect(warnings()).toEqual(['hook-not-executable']);
  });
});

async function cutOff(path: string): Promise<string> {
  await writeFile(path, readFileSync(path).subarray(0, -30));
  return path;
}

/** A file of 600 MB that takes no space on the disk. */
async function sparse(): Promise<string> {
  const directory = await temporary();
  await mkdir(directory, { recursive: true });
  const file = await open(join(directory, 'big.zip'), 'w');
  await file.truncate(600 * 1_048_576);
  await file.close();
  expect(600 * 1_048_576).toBeGreaterThan(BUNDLE_LIMIT_BYTES);
  return join(directory, 'big.zip');
}

/** yazl refuses such names, so one of the same length is replaced in the bytes. */
async function handMade(name: string): Promise<string> {
  const innocent = 'n'.repeat(name.length);
  const path = await zipOf([{ path: innocent, text: 'x' }]);
  const bytes = readFileSync(path).toString('latin1').replaceAll(innocent, name);
  await writeFile(path, Buffer.from(bytes, 'latin1'));
  return path;
}
