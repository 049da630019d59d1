import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OUTPUTS } from '../../src/domain/outputs.js';
import { VERSION } from '../../src/wire.js';
import { ACTION, openWorkspace, printed, run } from '../support/runner.js';

/** A closed port: any call would show as another problem than the one expected. */
const NOWHERE = {
  AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'not-a-secret-at-all',
};

let workspace: Awaited<ReturnType<typeof openWorkspace>>;
beforeAll(async () => {
  workspace = await openWorkspace(NOWHERE);
});
afterAll(() => workspace?.close());

const WRONG: Readonly<Record<string, string>> = {
  'aws-region': 'mars',
  'application-name': 'a/b',
  'environment-name': '-x',
  strategy: 'rollling',
  'dry-run': 'perhaps',
  'restore-policy': 'ja',
  'option-settings': '{"broken": ',
  'environment-variables': 'NO_EQUALS_SIGN',
  'accept-health': 'Ok, Fine',
  'stable-for': 'a while',
  'health-grace': '-5',
  'wait-for-deployment': '1',
  'wait-for-environment-recovery': 'maybe',
  'poll-interval': '1ms',
  timeout: 'soon',
  'on-failure': 'panic',
  'on-timeout': 'abrot',
  'on-cancel': 'ignore',
  'on-busy': 'waitt',
  'busy-timeout': '2 weeks',
  'version-label': '///',
  'source-directory': '../../etc',
  'enviroment-name': 'misspelt',
};

describe('dist/index.js with wrong inputs', () => {
  it('names what is missing in our words, fails, and still sets every output', async () => {
    const main = await run(await workspace.step({}));
    expect(main.exitCode).toBe(1);
    for (const name of ['aws-region', 'application-name', 'environment-name']) {
      expect(printed(main)).toContain(`\`${name}\` is missing`);
    }
    expect(main.outputs).toMatchObject({ outcome: 'failed', restored: 'not-needed', 'api-calls': '0' });
    expect(Object.keys(main.outputs).sort()).toEqual(Object.keys(OUTPUTS).sort());
    expect(existsSync(main.outputs.report ?? '')).toBe(true);
  });

  it('names every one of more than twenty problems in one go, with one annotation and no call', async () => {
    const main = await run(await workspace.step(WRONG));
    const text = printed(main);
    const silent = Object.keys(WRONG).filter((name) => !text.includes(`\`${name}\``));
    expect(silent).toEqual([]);
    expect(text).toContain('Did you mean `rolling`?');
    expect(text).toContain('Did you mean `environment-name`?');
    expect(main.lines.filter((line) => line.startsWith('::error'))).toHaveLength(1);
    expect(main.lines.find((line) => line.startsWith('::error'))?.length).toBeLessThan(4_096);
    expect(main.outputs).toMatchObject({ outcome: 'failed', 'api-calls': '0' });
    expect(main.exitCode).toBe(1);
  });

  it('prints no value of an environment variable, whatever else is wrong', async () => {
    const inputs = { ...WRONG, 'environment-variables': 'API_TOKEN=abcdef-123456\nno equals sign in hunter2' };
    const main = await run(await workspace.step(inputs));
    const unmasked = main.lines.filter((line) => !line.startsWith('::add-mask::')).join('\n');
    expect(unmasked).not.toMatch(/abcdef-123456|hunter2/);
    expect(main.summary).not.toMatch(/abcdef-123456|hunter2/);
    expect(await readFile(main.outputs.report ?? '', 'utf8')).not.toMatch(/abcdef-123456|hunter2/);
  });

  it('masks the credentials of the job before it prints anything else', async () => {
    const main = await run(await workspace.step({}));
    expect(main.lines[0]).toBe('::add-mask::not-a-secret-at-all');
  });

  it('masks the password of a proxy before it prints anything else', async () => {
    const step = await workspace.step({});
    const main = await run({ ...step, env: { ...step.env, HTTPS_PROXY: 'http://build:pa55word@127.0.0.1:9' } });
    expect(main.lines.slice(0, 2)).toEqual(['::add-mask::not-a-secret-at-all', '::add-mask::pa55word']);
  });
});

describe('dist/', () => {
  it('contains no simulator', async () => {
    const directory = dirname(ACTION);
    const files = (await readdir(directory)).filter((name) => name.endsWith('.js'));
    expect(files).toContain('index.js');
    for (const file of files) {
      expect(await readFile(join(directory, file), 'utf8')).not.toMatch(/lib\/(simulator|demo)\/|_simulator/);
    }
  });

  it('tells AWS the version that package.json has', async () => {
    const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ version: VERSION });
  });
});
