/**
 * The sub-action `simulator/`: its main phase starts this same file as the simulator in the background and tells the job
 * where it is; its post phase stops it. `post.js` beside the bundle says which phase it is (scripts/build.mjs).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as core from '@actions/core';
import { parseSettings } from '../simulator/serve-settings.js';
import { startInBackground } from './background.js';
import { readInputs } from './inputs.js';

const SERVE = 'serve';
/** Lines of the simulator's own log that the post phase shows. */
const LAST_LINES = 50;

async function start(): Promise<void> {
  const workspace = process.env.GITHUB_WORKSPACE || process.cwd();
  const temporary = process.env.RUNNER_TEMP || workspace;
  const read = readInputs(core.getInput, (relative) => resolve(workspace, relative));
  const command = read.kind === 'inputs' ? parseSettings(read.inputs.args, process.platform) : read;
  if (read.kind === 'problems' || command.kind === 'problems') {
    const problems = [read, command].flatMap((part) => (part.kind === 'problems' ? part.problems : []));
    for (const problem of new Set(problems)) core.error(problem.replace(/^--/, ''), { title: 'Simulator' });
    return core.setFailed('The simulator was not started. See the problems above.');
  }
  const { args, names, seed } = read.inputs;
  const log = join(temporary, 'beanstalk-simulator.log');
  const files = { out: join(temporary, 'beanstalk-simulator.out'), log };
  core.saveState('log', log);
  const running = await startInBackground(process.argv[1] ?? '', [SERVE, ...args], files);
  core.saveState('endpoint', running.endpoint);
  const seeded = await fetch(`${running.endpoint}/_simulator/seed`, { method: 'POST', body: JSON.stringify(seed) });
  if (!seeded.ok) throw new Error(`environments: ${await seeded.text()}`);

  const isOfNames = (name: string): boolean => /_proxy$/i.test(name);
  for (const [name, value] of Object.entries(running.environment)) {
    if (/SECRET/.test(name)) core.setSecret(value);
    // The job's own GitHub stays what it is; the runner would refuse to change it anyway.
    if (name.startsWith('GITHUB_')) continue;
    if (names || !isOfNames(name)) core.exportVariable(name, value);
  }
  core.setOutput('endpoint', running.endpoint);
  core.setOutput('proxy', running.environment.HTTP_PROXY ?? '');
  core.setOutput('log', log);
  core.info(`The simulator is ready at ${running.endpoint} (process ${running.pid}).`);
}

/** Never fails the job: its verdict is the deployment's. */
async function stop(): Promise<void> {
  const [endpoint, log] = [core.getState('endpoint'), core.getState('log')];
  if (endpoint !== '') {
    try {
      const { calls } = (await (await fetch(`${endpoint}/_simulator/health`)).json()) as { readonly calls?: number };
      await fetch(`${endpoint}/_simulator/stop`, { method: 'POST' });
      core.info(`The simulator answered ${calls ?? 'an unknown number of'} calls and has been asked to end.`);
    } catch {
      core.warning('The simulator had ended before.', { title: 'Simulator' });
    }
  }
  if (log === '' || !existsSync(log)) return;
  const lines = readFileSync(log, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  if (lines.length === 0) return;
  core.startGroup('What the simulator had to say');
  for (const line of lines.slice(-LAST_LINES)) core.info(`│ ${line}`);
  core.endGroup();
}

if (process.argv[2] === SERVE) {
  process.argv.splice(2, 1);
  await import('../simulator/serve.js');
} else {
  const phase = process.env.BEANSTALK_SIMULATOR_PHASE === 'post' ? stop : start;
  await phase().catch((error: unknown) => core.setFailed(error instanceof Error ? error.message : String(error)));
}
