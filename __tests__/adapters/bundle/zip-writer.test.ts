import { existsSync, readFileSync } from 'node:fs';
import { rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { crcOfBoth } from '../../../src/adapters/bundle/crc32.js';
import { PIECE_BYTES } from '../../../src/adapters/bundle/pieces.js';
import { listArchive, readTexts } from '../../../src/adapters/bundle/zip-reader.js';
import { needsZip64, packArchive } from '../../../src/adapters/bundle/zip-writer.js';
import { packZip64 } from '../../../src/adapters/bundle/zip64-writer.js';
import type { EntryToPack } from '../../../src/ports/archives.js';
import { removeTemporary, temporary } from '../../support/bundle-tree.js';

afterEach(removeTemporary);

const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/** Text that compresses and differs everywhere. */
function text(length: number, salt = 1): string {
  const words: string[] = [];
  for (let at = 0, seed = salt; at < length; seed = (seed * 48_271) % 2_147_483_647) {
    const word = `${seed % 5_003} lorem `;
    words.push(word);
    at += word.length;
  }
  return words.join('').slice(0, length);
}

async function filesOf(contents: Readonly<Record<string, string>>): Promise<readonly EntryToPack[]> {
  const root = await temporary();
  const entries: EntryToPack[] = [];
  for (const [path, content] of Object.entries(contents)) {
    const source = join(root, path);
    await writeFile(source, content);
    entries.push({ kind: 'file', path, source, mode: 0o644, bytes: (await stat(source)).size });
  }
  return entries;
}

async function packed(entries: readonly EntryToPack[], threads?: number) {
  const to = join(await temporary(), 'made.zip');
  const listing = await packArchive(entries, to, NO_LIMIT, threads);
  return { to, listing };
}

const asRead = async (path: string) => Object.fromEntries(await readTexts(path, () => true, NO_LIMIT));

/** Around every edge of a piece, and enough of it for threads. */
const SIZES = [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 2 * PIECE_BYTES, 2 * PIECE_BYTES + 1];
const EDGES = Object.fromEntries(SIZES.map((size) => [`of-${size}`, text(size, size + 1)]));
const MANY = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`small-${index}`, text(index * 37, index)]));

describe('a zip that is written', () => {
  it('holds what the files hold, wherever they are cut', async () => {
    const { to } = await packed(await filesOf(EDGES));
    expect(await asRead(to)).toEqual(EDGES);
  });

  it('is the same to the byte with any number of threads, and every time', async () => {
    const entries = await filesOf({ ...EDGES, ...MANY });
    const one = readFileSync((await packed(entries, 1)).to);
    for (const threads of [2, 3, 3]) expect(readFileSync((await packed(entries, threads)).to).equals(one)).toBe(true);
  });

  it('is told as it is read: without reading it again', async () => {
    const files = await filesOf({ 'a.js': 'a', 'größe.txt': text(50), 'run.sh': '#!/bin/sh\n', ...EDGES });
    const { to, listing } = await packed([
      { kind: 'directory', path: 'logs', mode: 0o755 },
      ...files.map((file) => (file.path === 'run.sh' ? { ...file, mode: 0o755 } : file)),
      { kind: 'symlink', path: 'latest', mode: 0o777, target: 'größe.txt' },
      { kind: 'text', path: 'Dockerrun.aws.json', mode: 0o644, text: '{"ü": 1}' },
    ]);
    expect(listing).toEqual(await listArchive(to));
    expect(await asRead(to)).toMatchObject({ 'größe.txt': text(50), 'Dockerrun.aws.json': '{"ü": 1}' });
  });

  it('is told in the same way when the classic format cannot count so much', async () => {
    const entries: readonly EntryToPack[] = [
      { kind: 'directory', path: 'logs', mode: 0o755 },
      ...(await filesOf({ 'größe.txt': text(50) })),
      { kind: 'symlink', path: 'latest', mode: 0o777, target: 'größe.txt' },
      { kind: 'text', path: 'Dockerrun.aws.json', mode: 0o644, text: '{"ü": 1}' },
    ];
    const to = join(await temporary(), 'made.zip');
    const { entries: listed } = await packZip64(entries, to, NO_LIMIT);
    expect(listed).toEqual((await packed(entries)).listing.entries);
    expect(await asRead(to)).toMatchObject({ 'größe.txt': text(50), 'Dockerrun.aws.json': '{"ü": 1}' });
  });

  it('is of the classic format up to 65,534 entries and four gigabytes', () => {
    const directory = { kind: 'directory', path: 'd', mode: 0o755 } as const;
    const file = { kind: 'file', path: 'f', source: '/f', mode: 0o644 } as const;
    expect(needsZip64(Array(65_534).fill(directory))).toBe(false);
    expect(needsZip64(Array(65_535).fill(directory))).toBe(true);
    expect([4e9, 5e9].map((bytes) => needsZip64([{ ...file, bytes }]))).toEqual([false, true]);
  });
});

describe('a zip is not written, and nothing is left of it,', () => {
  const CASES: readonly (readonly [string, (path: string) => Promise<void>, RegExp])[] = [
    ['a file that has become shorter', (path) => truncate(path, PIECE_BYTES + 7), /changed while/],
    ['a file that has become longer', (path) => writeFile(path, 'x', { flag: 'a' }), /changed while/],
    ['a file that has vanished', (path) => rm(path), /ENOENT/],
  ];
  it.each(CASES)('of %s, in threads or without', async (_, act, what) => {
    for (const size of [5 * PIECE_BYTES, 2 * PIECE_BYTES]) {
      const entries = await filesOf({ ...MANY, large: text(size) });
      const large = entries.at(-1);
      if (large?.kind === 'file') await act(large.source);
      const to = join(await temporary(), 'made.zip');
      await expect(packArchive(entries, to, NO_LIMIT)).rejects.toMatchObject({
        problem: { code: 'bundle-not-made', what: expect.stringMatching(what) },
      });
      expect(existsSync(to)).toBe(false);
    }
  });

  it('when it grows too large', async () => {
    const entries = await filesOf({ ...MANY, large: text(5 * PIECE_BYTES) });
    const to = join(await temporary(), 'made.zip');
    await expect(packArchive(entries, to, PIECE_BYTES)).rejects.toMatchObject({
      problem: { code: 'bundle-too-large' },
    });
    expect(existsSync(to)).toBe(false);
  });
});

describe('the CRC of a whole', () => {
  it('follows from those of its parts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (first, second) => {
        const whole = crc32(Buffer.concat([first, second]));
        expect(crcOfBoth(crc32(first), crc32(second), second.length)).toBe(whole);
      }),
    );
    const long = Buffer.alloc(3 * PIECE_BYTES + 5, 'abc');
    expect(crcOfBoth(crc32('x'), crc32(long), long.length)).toBe(crc32(Buffer.concat([Buffer.from('x'), long])));
  });
});
