/** The user's program, as a real process: arguments as they are, no shell, its exit code decides. */
import { describe, expect, it } from '@jest/globals';
import { createCommands } from '../../../src/adapters/runner/commands.js';

const node = (script: string, ...args: readonly string[]) => ({
  program: process.execPath,
  args: ['-e', script, ...args],
  env: { ENVIRONMENT_URL: 'http://shop.example' },
  timeout: 8_000,
});

describe('a command', () => {
  it('gets its arguments unread by any shell, and the variables of the rollout', async () => {
    const lines: string[] = [];
    const script = 'console.log(process.argv[1]); console.error(process.env.ENVIRONMENT_URL + process.env.KEPT)';
    const end = await createCommands({ KEPT: '!' }).run({
      ...node(script, '$(id) `id` ; a && b'),
      onLine: (line) => lines.push(line),
    });
    expect(end).toEqual({ kind: 'ended', exitCode: 0 });
    expect(lines).toEqual(expect.arrayContaining(['$(id) `id` ; a && b', 'http://shop.example!']));
  });

  it('ends with its exit code, and is no exception', async () => {
    const end = await createCommands({}).run({ ...node('process.exit(3)'), onLine: () => {} });
    expect(end).toEqual({ kind: 'ended', exitCode: 3 });
  });

  it('that cannot be found is told apart from one that failed', async () => {
    const request = { program: 'no-such-program-here', args: [], env: {}, timeout: 5_000, onLine: () => {} };
    expect(await createCommands({ PATH: process.env.PATH }).run(request)).toMatchObject({ kind: 'not-started' });
  });

  it('is not waited for longer than it may take', async () => {
    const end = await createCommands({}).run({ ...node('setTimeout(() => {}, 1500)'), timeout: 100, onLine: () => {} });
    expect(end).toEqual({ kind: 'timed-out' });
  });
});
