/** The user's program, as a real process: arguments as they are, no shell, its exit code decides. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { COMMAND_GUARD } from '../../../src/adapters/runner/command-guard.js';
import { createCommands } from '../../../src/adapters/runner/commands.js';

const node = (script: string, ...args: readonly string[]) => ({
  program: process.execPath,
  args: ['-e', script, ...args],
  env: { ENVIRONMENT_URL: 'http://shop.example' },
  timeout: 8_000,
});

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // Whoever should take note of its end may be slow to do so, in a container above all.
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Fails by the time limit of the test when it does not go. */
async function gone(pid = 0): Promise<void> {
  while (lives(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
}

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

  it('that takes too long is ended, with everything it has started and although it ignores the signal', async () => {
    const pids: number[] = [];
    const child = "process.on('SIGTERM', () => {}); console.log(process.pid); setInterval(() => {}, 1000)";
    const parent = `${child}; require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' })`;
    const end = await createCommands({}).run({
      ...node(parent),
      timeout: 1_000,
      onLine: (line) => pids.push(Number(line)),
    });
    expect(end).toEqual({ kind: 'timed-out' });
    expect(pids).toHaveLength(2);
    await Promise.all(pids.map(gone));
  });

  it('is ended when the run is asked to stop, and is not begun after that', async () => {
    const stop = new AbortController();
    const pids: number[] = [];
    const onLine = (line: string): void => {
      pids.push(Number(line));
      stop.abort();
    };
    const request = { ...node('console.log(process.pid); setInterval(() => {}, 1000)'), signal: stop.signal, onLine };
    const end = await createCommands({}).run(request);
    expect(end).toMatchObject({ kind: 'not-started', because: 'the run was asked to stop' });
    await gone(pids[0]);
    expect(await createCommands({}).run(request)).toEqual(end);
    expect(pids).toHaveLength(1);
  });

  it('does not outlive an action that was killed', async () => {
    const script = 'console.log(process.pid); setInterval(() => {}, 1000)';
    const action = spawn(process.execPath, ['-e', COMMAND_GUARD, '--', 'mark', process.execPath, '-e', script]);
    const pid = await new Promise<number>((resolve) => {
      let text = '';
      action.stdout.on('data', (part: Buffer) => {
        text += part.toString();
        const line = text.split('\n')[1];
        if (text.split('\n').length > 2) resolve(Number(line));
      });
    });
    expect(lives(pid)).toBe(true);
    // What the death of its parent does to it.
    action.stdin.end();
    await gone(pid);
    await new Promise((resolve) => action.on('close', resolve));
  });
});
