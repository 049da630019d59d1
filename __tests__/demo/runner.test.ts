import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { endingOf, startStep, verdictOf } from '../../src/demo/runner.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'runner-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const stepOf = async (source: string) => {
  const action = join(directory, 'index.mjs');
  await writeFile(action, source);
  return (await startStep({ action, inputs: {}, workspace: directory, directory, env: {} })).result;
};

it('a step that something else ended says by which signal, for it said nothing of its own', async () => {
  const step = await stepOf(`process.kill(process.pid, 'SIGKILL')`);
  expect(step).toMatchObject({ exitCode: null, signal: 'SIGKILL', outputs: {} });
  expect(verdictOf(step)).toBe('the signal SIGKILL');
});

it('a step that says its outcome is taken by its word; how its process ended is another thing', async () => {
  const step = await stepOf(`
    import { writeFileSync } from 'node:fs';
    writeFileSync(process.env.GITHUB_OUTPUT, 'outcome=failed\\n');
    process.exitCode = 1;`);
  expect(verdictOf(step)).toBe('failed');
  expect(endingOf(step)).toBe('exit code 1');
});
