/** From process start to the first API call, against a bare Node process. Bar: at most four times. */

import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { median, ms, run } from './measure.mjs';

const RUNS = 121;

/** As a runner gives them. */
const FILES = { GITHUB_OUTPUT: 'output', GITHUB_STATE: 'state', GITHUB_STEP_SUMMARY: 'summary' };

export async function coldStart({ directory, node, action }) {
  const workspace = join(directory, 'cold-start');
  await mkdir(workspace, { recursive: true });
  await writeFile(join(workspace, 'Procfile'), 'web: node server.js\n');
  for (const file of Object.values(FILES)) await writeFile(join(directory, file), '');
  const bare = [];
  const first = [];
  for (let round = 0; round < RUNS; round += 1) {
    bare.push((await run(node, ['-e', '0'])).took);
    first.push(await firstCall(node, action, workspace, directory));
  }
  const ratio = median(first) / median(bare);
  return [
    {
      figure: 'start to first API call',
      ours: ms(median(first)),
      beside: `bare node ${ms(median(bare))}`,
      ratio: ratio.toFixed(2),
      bar: '≤ 4',
      met: ratio <= 4,
    },
  ];
}

/** Starts the action against a server that notes when the first request arrives, then lets it go. */
async function firstCall(node, action, workspace, directory) {
  let arrived;
  const seen = new Promise((resolve) => {
    arrived = resolve;
  });
  const server = createServer((_, response) => {
    arrived(performance.now());
    response.writeHead(403).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const began = performance.now();
  const child = spawn(node, [action], {
    cwd: workspace,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      GITHUB_ACTIONS: 'true',
      ...Object.fromEntries(Object.entries(FILES).map(([name, file]) => [name, join(directory, file)])),
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: directory,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${server.address().port}`,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      'INPUT_AWS-REGION': 'eu-west-1',
      'INPUT_APPLICATION-NAME': 'shop',
      'INPUT_ENVIRONMENT-NAME': 'shop-production',
      'INPUT_VERSION-LABEL': 'v1',
      INPUT_STRATEGY: 'as-configured',
    },
  });
  const ended = new Promise((resolve) => child.once('exit', () => resolve(undefined)));
  const at = await Promise.race([seen, ended]);
  child.kill('SIGKILL');
  await ended;
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  if (at === undefined) throw new Error('the action ended without a single API call');
  return at - began;
}
