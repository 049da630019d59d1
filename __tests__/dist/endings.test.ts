import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StepRequest, startStep } from '../../src/demo/runner.js';
import { OUTPUTS } from '../../src/domain/outputs.js';
import { openWorkspace, printed, type StepResult } from '../support/runner.js';

let workspace: Awaited<ReturnType<typeof openWorkspace>>;
/** Takes requests and never answers. */
let silent: Server;
let asked: () => void = () => {};
beforeAll(async () => {
  workspace = await openWorkspace();
  silent = createServer(() => asked());
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await workspace?.close();
  silent?.closeAllConnections();
  await new Promise((resolve) => silent?.close(resolve));
});

/** Something that is said before the first call. */
const NOTICE = '`max-retries` has no effect here.';
const INPUTS = {
  'aws-region': 'eu-west-1',
  'application-name': 'shop',
  'environment-name': 'shop-prod',
  'version-label': 'v1',
  'version-source': 'existing',
  'max-retries': '3',
};

async function request(env: Readonly<Record<string, string>>): Promise<StepRequest> {
  return { ...(await workspace.step(INPUTS)), env };
}

/** The first call is on its way and stays unanswered. */
async function unanswered(): Promise<StepRequest> {
  const { port } = silent.address() as AddressInfo;
  return request({
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret-at-all',
  });
}

/** No call is ever sent: the credentials come from a program that does not end. `mark` is there when it runs. */
async function withoutCredentials(more: Readonly<Record<string, string>> = {}) {
  const step = await request({});
  const mark = join(step.workspace, 'mark');
  const program = join(step.workspace, 'credentials.mjs');
  const config = join(step.workspace, 'config');
  // It ends by itself when nobody holds its output any more.
  await writeFile(
    program,
    `import { writeFileSync } from 'node:fs';
writeFileSync(${JSON.stringify(mark)}, '');
process.stdout.on('error', () => process.exit());
setInterval(() => process.stdout.write(' '), 200);
setTimeout(() => process.exit(), 20_000);`,
  );
  await writeFile(config, `[default]\ncredential_process = ${process.execPath} ${program}\n`);
  const env = {
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: config,
    AWS_EC2_METADATA_DISABLED: 'true',
    ...more,
  };
  return { step: { ...step, env }, mark };
}

async function appears(file: string): Promise<void> {
  for (let look = 0; !existsSync(file); look += 1) {
    if (look > 500) throw new Error(`${file} does not appear`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function expectEverything(result: StepResult, outcome: string): void {
  expect(`${result.outputs.outcome} ${result.exitCode}`).toBe(`${outcome} 1`);
  expect(Object.keys(result.outputs).sort()).toEqual(Object.keys(OUTPUTS).sort());
  expect(existsSync(result.outputs.report ?? '')).toBe(true);
  expect(printed(result)).toContain(NOTICE);
  expect(result.summary).not.toBe('');
}

describe('no output is lost', () => {
  it('when SIGINT comes while the first call hangs', async () => {
    const arrived = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const running = await startStep(await unanswered());
    await arrived;
    running.process.kill('SIGINT');
    const sentAt = performance.now();
    expectEverything(await running.result, 'cancelled');
    expect(performance.now() - sentAt).toBeLessThan(7_000);
  }, 20_000);

  it('when SIGINT comes before any call was sent', async () => {
    const { step, mark } = await withoutCredentials();
    const running = await startStep(step);
    await appears(mark);
    running.process.kill('SIGINT');
    expectEverything(await running.result, 'cancelled');
  }, 20_000);

  it('when the second request to stop ends the process at once', async () => {
    const { step, mark } = await withoutCredentials();
    const running = await startStep(step);
    await appears(mark);
    running.process.kill('SIGINT');
    // Two signals of a kind that are sent together arrive as one.
    running.process.kill('SIGTERM');
    const sentAt = performance.now();
    const result = await running.result;
    expect(performance.now() - sentAt).toBeLessThan(2_000);
    expect(result.exitCode).toBe(130);
    expect(printed(result)).toContain(NOTICE);
  }, 20_000);

  it('when an exception comes from where nobody waits for it', async () => {
    const bomb = "setTimeout(() => { throw new Error('::error::boom') }, 700)";
    const { step } = await withoutCredentials({
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(bomb)}`,
    });
    const result = await (await startStep(step)).result;
    expectEverything(result, 'failed');
    expect(result.outputs['outcome-reason']).toContain('boom');
    expect(result.lines.filter((line) => line.startsWith('::error'))).toHaveLength(1);
  }, 20_000);
});
