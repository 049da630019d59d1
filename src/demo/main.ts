/** `npm start [-- story …]`: plays stories on the embedded simulator, prints the table, writes `demo-report/`. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatDuration } from '../domain/time.js';
import { stackedSvg } from './chart.js';
import { cells, HEAD, page } from './page.js';
import { asShownByTheRunner, type StepRequest } from './runner.js';
import { sharedClock, startSimulator } from './simulator-process.js';
import { STORIES } from './stories/index.js';
import type { Stage, Story, StoryResult } from './story.js';
import { alignedTable } from './table.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ACTION = join(ROOT, 'dist', 'index.js');
const STEP_CLOCK = new URL('./step-clock.js', import.meta.url).href;
/** An hour of the service passes in a minute. */
const SPEED = 60;

const began = performance.now();
const say = (line: string): void => console.log(`[${formatDuration(performance.now() - began).padStart(6)}] ${line}`);

/** What a step is told to do, in a few words. */
function asked({ operation = 'deploy', ...inputs }: StepRequest['inputs']): string {
  if (operation !== 'deploy') return `operation ${operation}`;
  return `strategy ${inputs.strategy ?? 'of each environment'}, version ${inputs['version-label'] ?? 'of the workspace'}`;
}

async function play(story: Story, directory: string): Promise<StoryResult> {
  say(`Story ${story.name}: ${story.summary}`);
  const { speed = SPEED, sharesClock = false } = story;
  const simulator = await startSimulator({ speed, sharesClock, dataDirectory: join(directory, 'simulator') });
  const clock = sharesClock ? await sharedClock(simulator, speed) : {};
  const log = (line: string): void => {
    const shown = asShownByTheRunner(line);
    if (shown !== undefined) console.log(`         ${shown.replaceAll('\n', '\n           ')}`);
  };
  let steps = 0;
  const stage: Stage = {
    simulator,
    speed,
    directory,
    say,
    step: (request) => {
      steps += 1;
      say(`dist/index.js: ${asked(request.inputs)}`);
      return {
        action: ACTION,
        directory: join(directory, `runner-${steps}`),
        env: { ...simulator.env, ...clock },
        ...(sharesClock ? { preload: STEP_CLOCK } : {}),
        onLine: log,
        ...request,
      };
    },
  };
  try {
    return await story.play(stage);
  } catch (error) {
    // One story that breaks off is told like one that is not as promised; the others are still played.
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { broken: [`The story broke off. ${why}`], rows: [], charts: [], excerpts: [] };
  } finally {
    await simulator.stop();
  }
}

/** The stories named on the command line, all of them without a name; ends the process for a name that is none. */
function chosen(names: readonly string[]): readonly Story[] {
  const unknown = names.filter((name) => !STORIES.some((story) => story.name === name));
  if (unknown.length > 0) {
    console.error(`There is no story ${unknown.join(', ')}; there are: ${STORIES.map(({ name }) => name).join(', ')}.`);
    process.exit(2);
  }
  return names.length === 0 ? STORIES : STORIES.filter(({ name }) => names.includes(name));
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--list')) {
    for (const { name, summary } of STORIES) console.log(`${name.padEnd(12)} ${summary}`);
    return;
  }
  const directory = await mkdtemp(join(tmpdir(), 'beanstalk-rollout-'));
  const played: { name: string; summary: string; result: StoryResult }[] = [];
  try {
    for (const story of chosen(args.filter((argument) => !argument.startsWith('-')))) {
      const scratch = join(directory, story.name);
      await mkdir(scratch, { recursive: true });
      played.push({ name: story.name, summary: story.summary, result: await play(story, scratch) });
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  await write(played);
  const rows = played.flatMap(({ result }) => result.rows);
  if (rows.length > 0) console.log(`\n${alignedTable([[...HEAD], ...rows.map(cells)])}\n`);
  const broken = played.flatMap(({ name, result }) => result.broken.map((sentence) => `${name}: ${sentence}`));
  for (const sentence of broken) console.error(`NOT AS PROMISED: ${sentence}`);
  say(
    broken.length === 0
      ? `Done: ${played.length === 1 ? 'the story is' : `${played.length} stories are`} as promised. Report: demo-report/index.html`
      : 'Done, but not as promised.',
  );
  process.exitCode = broken.length === 0 ? 0 : 1;
}

async function write(played: Parameters<typeof page>[0]): Promise<void> {
  const report = join(ROOT, 'demo-report');
  await mkdir(report, { recursive: true });
  await writeFile(join(report, 'index.html'), page(played));
  const charts = played.flatMap(({ result }) => result.charts);
  if (charts.length > 0)
    await writeFile(join(report, 'strategies.svg'), stackedSvg(charts, { width: 1040, height: 230 }));
  const rows = played.flatMap(({ result }) => result.rows);
  if (rows.length > 0) await writeFile(join(report, 'rows.json'), `${JSON.stringify(rows, null, 2)}\n`);
}

await main();
