import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/adapters/system/clock.js';
import { systemFiles } from '../../../src/adapters/system/files.js';
import { systemRandom } from '../../../src/adapters/system/random.js';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

describe('the file system', () => {
  it('tells files, directories, links and nothing apart', async () => {
    writeFileSync(join(directory, 'run.sh'), '#!/bin/sh\n');
    chmodSync(join(directory, 'run.sh'), 0o751);
    symlinkSync('run.sh', join(directory, 'link'));
    expect(await systemFiles.stat(join(directory, 'run.sh'))).toEqual({ kind: 'file', bytes: 10, mode: 0o751 });
    expect(await systemFiles.stat(join(directory, 'link'))).toMatchObject({ kind: 'symlink' });
    expect(await systemFiles.stat(directory)).toMatchObject({ kind: 'directory' });
    expect(await systemFiles.stat(join(directory, 'none'))).toBeUndefined();
    expect(await systemFiles.stat(join(directory, 'run.sh', 'below'))).toBeUndefined();
    expect(await systemFiles.list(directory)).toEqual(['link', 'run.sh']);
    expect(await systemFiles.readLink(join(directory, 'link'))).toBe('run.sh');
  });

  it('makes directories for what it writes', async () => {
    const path = join(directory, 'a', 'b', 'report.json');
    await systemFiles.writeText(path, '{}');
    expect(await systemFiles.readText(path)).toBe('{}');
  });

  it('names what cannot be read or written', async () => {
    await expect(systemFiles.readText(join(directory, 'none'))).rejects.toMatchObject({
      problem: { code: 'file-unreadable', what: expect.stringContaining('ENOENT') },
    });
    writeFileSync(join(directory, 'file'), '');
    await expect(systemFiles.writeText(join(directory, 'file', 'x'), '')).rejects.toMatchObject({
      problem: { code: 'file-not-written' },
    });
  });
});

describe('the wall clock', () => {
  it('sleeps, and wakes at once when the signal aborts', async () => {
    const began = systemClock.now();
    await systemClock.sleep(20);
    expect(systemClock.now() - began).toBeGreaterThanOrEqual(15);
    const stop = new AbortController();
    const long = systemClock.sleep(60_000, stop.signal);
    stop.abort();
    await long;
    await systemClock.sleep(60_000, stop.signal);
    expect(systemClock.now() - began).toBeLessThan(5_000);
  });
});

describe('randomness of the system', () => {
  it('stays in [0, 1) and makes UUIDs in lower case', () => {
    const numbers = Array.from({ length: 1000 }, () => systemRandom.next());
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(systemRandom.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
