import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRunnerHost, type HostProcess } from '../../../src/adapters/runner/host.js';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'host-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

function runner(env: Record<string, string> = { GITHUB_ACTIONS: 'true' }) {
  const printed: string[] = [];
  const codes: number[] = [];
  const listeners = new Map<string, () => void>();
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
      throw new Error(`exit ${code}`);
    },
    on: (signal, listener) => {
      listeners.set(signal, listener);
    },
    newDelimiter: () => 'unique',
  };
  return { host: createRunnerHost(on), printed, codes, listeners };
}

const file = (name: string): string => {
  const path = join(directory, name);
  writeFileSync(path, '');
  return path;
};

describe('the runner as host', () => {
  it('reads inputs as the runner spells them: upper case, blanks as _, hyphens kept', () => {
    const { host } = runner({ 'INPUT_VERSION-LABEL': '  v1\n', INPUT_OLD_NAME: 'x', INPUT_EMPTY: '  ' });
    expect(host.input('version-label')).toBe('v1');
    expect(host.input('old name')).toBe('x');
    expect(host.input('missing')).toBe('');
    expect([...host.givenInputs()].sort()).toEqual(['old_name', 'version-label']);
  });

  it('writes outputs so that a value with line ends cannot define another one', () => {
    const path = file('output');
    const { host } = runner({ GITHUB_OUTPUT: path });
    host.output('reason', 'one\nother=two');
    expect(readFileSync(path, 'utf8').split(/\r?\n/)).toEqual([
      'reason<<ghadelimiter_unique',
      'one',
      'other=two',
      'ghadelimiter_unique',
      '',
    ]);
  });

  it('hands state to the post step', () => {
    const path = file('state');
    runner({ GITHUB_STATE: path }).host.saveState('run', '{"a":1}');
    expect(readFileSync(path, 'utf8')).toContain('{"a":1}');
    expect(runner({ STATE_run: 'kept' }).host.state('run')).toBe('kept');
  });

  it('appends to the summary where there is one, and says where there is none', () => {
    const path = file('summary');
    expect(runner({ GITHUB_STEP_SUMMARY: path }).host.summary('# Done')).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain('# Done');
    expect(runner({}).host.summary('# Done')).toBe(false);
    expect(runner({ GITHUB_STEP_SUMMARY: join(directory, 'gone') }).host.summary('# Done')).toBe(false);
  });

  it('escapes workflow commands in annotations', () => {
    const { host, printed } = runner();
    host.annotate('error', 'line 1\n::set-output name=x::100%', 'a:b,c');
    expect(printed.join('')).toMatch(/^::error title=a%3Ab%2Cc::line 1%0A::set-output name=x::100%25\r?\n$/);
  });

  it('prints no commands in a plain terminal', () => {
    const { host, printed } = runner({});
    host.mask('secret');
    host.debug('detail');
    host.group('Upload');
    host.endGroup();
    host.annotate('warning', 'careful', 'Health');
    expect(printed.join('').replaceAll('\r', '')).toBe('▸ Upload\nwarning: Health: careful\n');
  });

  it('masks a secret line by line', () => {
    const { host, printed } = runner();
    host.mask('first\nsecond');
    expect(printed.join('').replaceAll('\r', '')).toBe('::add-mask::first\n::add-mask::second\n');
  });

  it('marks the step as failed without ending the process', () => {
    const { host, codes } = runner();
    host.fail();
    expect(codes).toEqual([1]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGBREAK'])('answers the first %s and ends at the second request', (signal) => {
    const { host, listeners } = runner();
    let asked = 0;
    host.onCancel(() => {
      asked += 1;
    });
    listeners.get(signal)?.();
    expect(asked).toBe(1);
    expect(() => listeners.get('SIGTERM')?.()).toThrow('exit 130');
    expect(asked).toBe(1);
  });

  it('knows the facts of the run, and does without them', () => {
    const facts = runner({
      GITHUB_WORKSPACE: directory,
      RUNNER_TEMP: directory,
      GITHUB_SHA: 'abc',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_REF: '',
      RUNNER_DEBUG: '1',
    }).host.run;
    expect(facts).toEqual({ workspace: directory, temporary: directory, commit: 'abc', runAttempt: 2, debug: true });
    expect(runner({}).host.run).toEqual({ workspace: directory, temporary: tmpdir(), debug: false });
  });
});
