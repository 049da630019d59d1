/** Scripts on real instances: the very script that a rollout sends, run by a real shell. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ALREADY_STARTED,
  APPLICATION_DIRECTORY,
  instanceScript,
  OUT_OF_TIME,
} from '../../../src/rollout/instance-script.js';
import type { ScriptState } from '../../../src/simulator/runtime/runtime.js';
import { processesWith, Stand, uniqueMark, until, webBundle } from '../../support/process-runtime.js';

const VALUES = { PLAIN: 'one', SPACES: 'two words', NASTY: `$(touch evil) "quoted" 'single' \\n`, 'not.a.name': 'x' };
let stand: Stand;

beforeEach(async () => {
  stand = await Stand.open();
  stand.launch('i-1');
  await stand.version('v1', { ...webBundle('v1'), 'only-here.txt': 'found\n' });
  await stand.run('i-1', 'v1', { environmentVariables: VALUES });
});
afterEach(() => stand.close());

let sent = 0;
async function run(command: string, nonce = `n${sent}`, timeout = 20_000): Promise<ScriptState> {
  sent += 1;
  const id = `c${sent}`;
  const script = instanceScript(command, nonce, timeout);
  stand.runtime.startScript('i-1', { id, script, directory: APPLICATION_DIRECTORY });
  return until(() => {
    const state = stand.runtime.scriptState('i-1', id);
    return Promise.resolve(state?.exitCode === undefined ? undefined : state);
  });
}

describe('a command on a real instance', () => {
  it('runs in the directory of the application, with the properties of the environment as they are', async () => {
    const show = 'cat only-here.txt; printf "%s\\n" "$PLAIN" "$SPACES" "$NASTY"; ls';
    const { exitCode, output } = await run(show);
    expect(exitCode).toBe(0);
    expect(output.split('\n').slice(0, 4)).toEqual(['found', VALUES.PLAIN, VALUES.SPACES, VALUES.NASTY]);
    expect(output).not.toContain('evil\n');
  });

  it('keeps its braces, which Systems Manager would take for the name of a parameter', async () => {
    const command = "printf '%s\\n' '{{ssm:/shop/token}}' {{{.Names}}} \"it's {{x}}\"";
    expect(instanceScript(command, 'braces', 1_000)).not.toContain('{{');
    const { exitCode, output } = await run(command);
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: "{{ssm:/shop/token}}\n{{{.Names}}}\nit's {{x}}\n" });
  });

  it('ends with the code of its first line that fails, and shows what it has written', async () => {
    const { exitCode, output } = await run("echo 'it''s here' >&2\n(exit 7) | cat\necho not reached");
    expect({ exitCode, output }).toEqual({ exitCode: 7, output: 'its here\n' });
  });

  it('is ended when its time is up, and keeps its output', async () => {
    const { exitCode, output } = await run('echo begun; sleep 60', 'slow', 1_000);
    expect({ exitCode, output }).toEqual({ exitCode: OUT_OF_TIME, output: 'begun\n' });
  });

  it('runs once, however often it is delivered', async () => {
    expect(await run('echo once', 'same')).toEqual({ exitCode: 0, output: 'once\n' });
    expect(await run('echo once', 'same')).toEqual({ exitCode: ALREADY_STARTED, output: '' });
  });

  it('shows the end of a long output', async () => {
    const { output } = await run('seq 1 20000');
    expect(output.length).toBeLessThan(24_000);
    expect(output.endsWith('19999\n20000\n')).toBe(true);
  });

  it('leaves no process when it is stopped, nor when the instance ends', async () => {
    const [first, second] = [uniqueMark(), uniqueMark()];
    for (const [id, mark] of [
      ['first', first],
      ['second', second],
    ] as const) {
      const script = instanceScript(`touch begun-${id}; MARK=${mark} sleep 300 & wait`, id, 60_000);
      stand.runtime.startScript('i-1', { id, script, directory: APPLICATION_DIRECTORY });
      const begun = join(stand.directory, 'data', 'instances', 'i-1', 'current', `begun-${id}`);
      await until(() => (existsSync(begun) ? true : undefined));
    }
    stand.runtime.stopScript('i-1', 'first');
    await until(async () => ((await processesWith(first)).length === 0 ? true : undefined));
    await stand.runtime.close();
    expect(await processesWith(second)).toEqual([]);
  });
});
