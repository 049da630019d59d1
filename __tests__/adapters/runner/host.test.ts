import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRunnerHost, type HostProcess } from '../../../src/adapters/runner/host.js';
import type { Toolkit } from '../../../src/adapters/runner/toolkit.js';

const FILES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];

let directory = '';
/** What the toolkit and the host print, in order. */
let printed: string[] = [];
const write = process.stdout.write;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'host-'));
  printed = [];
  for (const name of FILES) delete process.env[name];
  process.stdout.write = (text: string | Uint8Array) => {
    printed.push(String(text));
    return true;
  };
});
afterEach(() => {
  process.stdout.write = write;
  rmSync(directory, { recursive: true });
});

interface Given {
  readonly env?: Record<string, string>;
  /** Stands in for the real toolkit, or for one that cannot be loaded. */
  readonly load?: () => Promise<Toolkit>;
}

/** A runner whose toolkit is the real one; its files are those of this process, as the toolkit reads them. */
function runner({ env = { GITHUB_ACTIONS: 'true' }, load = async () => core }: Given = {}) {
  const codes: number[] = [];
  const exits: number[] = [];
  const listeners = new Map<string, (reason?: unknown) => void>();
  let loads = 0;
  for (const name of FILES) if (env[name] !== undefined) process.env[name] = env[name];
  const on: HostProcess = {
    env,
    cwd: () => directory,
    write: (text) => {
      printed.push(text);
    },
    setExitCode: (code) => {
      codes.push(code);
    },
    exit: (code) => {
      exits.push(code);
      // Nothing comes after it.
      return new Promise(() => {}) as never;
    },
    on: (event, listener) => {
      listeners.set(event, listener);
    },
    loadToolkit: () => {
      loads += 1;
      return load();
    },
  };
  return { host: createRunnerHost(on), codes, exits, listeners, loads: () => loads };
}

const aMoment = () => new Promise((resolve) => setImmediate(resolve));
const text = (): string => printed.join('').replaceAll('\r', '');

const file = (name: string): string => {
  const path = join(directory, name);
  writeFileSync(path, '');
  return path;
};

describe('the runner as host', () => {
  it('reads inputs as the runner spells them: upper case, blanks as _, hyphens kept', () => {
    const { host } = runner({
      env: { 'INPUT_VERSION-LABEL': '  v1\n', INPUT_OLD_NAME: 'x', INPUT_EMPTY: '  ' },
    });
    expect(host.input('version-label')).toBe('v1');
    expect(host.input('old name')).toBe('x');
    expect(host.input('missing')).toBe('');
    expect([...host.givenInputs()].sort()).toEqual(['old_name', 'version-label']);
  });

  it('writes outputs so that a value with line ends cannot define another one', async () => {
    const path = file('output');
    const { host } = runner({ env: { GITHUB_OUTPUT: path } });
    host.output('reason', 'one\nother=two');
    await host.flush();
    const [first = '', ...rest] = readFileSync(path, 'utf8').split(/\r?\n/);
    const delimiter = /^reason<<(ghadelimiter_[0-9a-f-]{36})$/.exec(first)?.[1];
    expect(rest).toEqual(['one', 'other=two', delimiter, '']);
  });

  it('hands state to the post step', async () => {
    const path = file('state');
    const { host } = runner({ env: { GITHUB_STATE: path } });
    host.saveState('run', '{"a":1}');
    await host.flush();
    expect(readFileSync(path, 'utf8')).toContain('{"a":1}');
    expect(runner({ env: { STATE_run: 'kept' } }).host.state('run')).toBe('kept');
  });

  it('appends to the summary where there is one, and says where there is none', async () => {
    const path = file('summary');
    const { host } = runner({ env: { GITHUB_STEP_SUMMARY: path } });
    expect([await host.summary('# Done'), await host.summary('more')]).toEqual([true, true]);
    expect(readFileSync(path, 'utf8')).toMatch(/^# Done\r?\nmore\r?\n$/);
    expect(await runner({ env: {} }).host.summary('# Done')).toBe(false);
    const gone = join(directory, 'gone');
    expect(await runner({ env: { GITHUB_STEP_SUMMARY: gone } }).host.summary('# Done')).toBe(false);
  });

  it('escapes workflow commands in annotations', async () => {
    const { host } = runner();
    host.annotate('error', 'line 1\n::set-output name=x::100%', 'a:b,c');
    host.annotate('notice', 'without a title');
    await host.flush();
    expect(text()).toBe('::error title=a%3Ab%2Cc::line 1%0A::set-output name=x::100%25\n::notice::without a title\n');
  });

  it('prints no commands in a plain terminal, at once, and loads nothing for it', async () => {
    const { host, loads } = runner({ env: {} });
    host.mask('secret');
    host.debug('detail');
    host.group('Upload');
    host.line('42 files');
    host.endGroup();
    host.annotate('warning', 'careful', 'Health');
    host.output('outcome', 'succeeded');
    host.saveState('phase', 'main');
    expect(text()).toBe('▸ Upload\n42 files\nwarning: Health: careful\n');
    await host.flush();
    expect(text()).toBe('▸ Upload\n42 files\nwarning: Health: careful\n');
    expect(loads()).toBe(0);
  });

  it('masks a secret at once, line by line', () => {
    const { host, loads } = runner();
    host.mask('first 100%\r\nsecond\n\n');
    expect(text()).toBe('::add-mask::first 100%25\n::add-mask::second\n');
    expect(loads()).toBe(0);
  });

  it('marks the step as failed without ending the process', async () => {
    const { host, codes, exits } = runner();
    host.fail();
    await host.flush();
    expect([codes, exits]).toEqual([[1], []]);
  });

  it('knows the facts of the run, and does without them', () => {
    const env = {
      GITHUB_WORKSPACE: directory,
      RUNNER_TEMP: directory,
      GITHUB_SHA: 'abc',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_REF: '',
      RUNNER_DEBUG: '1',
    };
    const facts = runner({ env }).host.run;
    expect(facts).toEqual({ workspace: directory, temporary: directory, commit: 'abc', runAttempt: 2, debug: true });
    expect(runner({ env: {} }).host.run).toEqual({ workspace: directory, temporary: tmpdir(), debug: false });
  });
});

describe('before the toolkit is there', () => {
  const everything = ({ host }: ReturnType<typeof runner>): void => {
    host.group('Settings');
    host.line('first');
    host.endGroup();
    host.annotate('warning', 'second');
    host.debug('third');
  };
  const EVERYTHING = '::group::Settings\nfirst\n::endgroup::\n::warning::second\n::debug::third\n';

  it('what is told waits, and is then told in order, once', async () => {
    const step = runner();
    everything(step);
    expect([text(), step.loads()]).toEqual(['', 0]);
    await step.host.flush();
    expect(text()).toBe(EVERYTHING);
    step.host.line('fourth');
    expect(text()).toBe(`${EVERYTHING}fourth\n`);
    await step.host.flush();
    expect([text(), step.loads()]).toEqual([`${EVERYTHING}fourth\n`, 1]);
  });

  it('what is told while it is being loaded keeps its place', async () => {
    let arrive = (): void => {};
    const gate = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const { host } = runner({ load: () => gate.then(() => core) });
    host.line('before');
    const flushed = host.flush();
    host.line('meanwhile');
    arrive();
    await flushed;
    host.line('after');
    expect(text()).toBe('before\nmeanwhile\nafter\n');
  });

  it('may be loaded for the next word when nothing was waiting at the time', async () => {
    const { host, loads } = runner();
    await host.flush();
    expect(loads()).toBe(0);
    host.line('late');
    await aMoment();
    expect([text(), loads()]).toEqual(['late\n', 1]);
  });

  it('one thing that cannot be told keeps no other from being told', async () => {
    const path = file('output');
    const { host } = runner({ env: { GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: path } });
    host.output('outcome', 'succeeded');
    host.line('next');
    rmSync(path);
    await host.flush();
    expect(text()).toMatch(/^::warning::Something could not be handed to the runner: Missing file .*\nnext\n$/);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGBREAK'])(
    'the first %s is answered, the second request ends the process, with everything told',
    async (signal) => {
      const step = runner();
      const { host, listeners, exits } = step;
      let asked = 0;
      host.onCancel(() => {
        asked += 1;
      });
      everything(step);
      listeners.get(signal)?.();
      expect([asked, exits, text()]).toEqual([1, [], '']);
      listeners.get('SIGTERM')?.();
      await aMoment();
      expect([asked, exits, text()]).toEqual([1, [130], EVERYTHING]);
    },
  );

  it('a process that ends by itself has told everything', async () => {
    const step = runner();
    everything(step);
    step.listeners.get('beforeExit')?.();
    await aMoment();
    expect(text()).toBe(EVERYTHING);
  });

  it('an exception that nobody caught is handed over, and everything is still told', async () => {
    const step = runner();
    const crashes: unknown[] = [];
    step.host.onCrash((error) => void crashes.push(error));
    everything(step);
    step.listeners.get('uncaughtException')?.('boom');
    await step.host.flush();
    expect([crashes, text()]).toEqual([['boom'], EVERYTHING]);
  });

  it('a bundle without its toolkit fails the step and says so', async () => {
    const { host, exits } = runner({ load: () => Promise.reject(new Error('no such file')) });
    host.line('lost');
    void host.flush();
    await aMoment();
    expect([exits, text()]).toEqual([[1], "The action's own files cannot be loaded: no such file\n"]);
  });
});
