/** Every in-place strategy under a constant stream of requests: what users see, what it costs, what the action says. */

import { readFile } from 'node:fs/promises';
import { formatDuration, seconds } from '../../domain/time.js';
import { type CapacitySummary, summariseCapacity } from '../capacity.js';
import type { ChartSeries } from '../chart.js';
import { endingOf, runStep, type StepResult, shownLines, verdictOf } from '../runner.js';
import { INSTANCES, inputs, openShop, stateOf, watchShop, workspaceOf } from '../shop.js';
import type { Stage, Story, StoryResult, StoryRow } from '../story.js';
import { summariseTraffic, type TrafficSummary } from '../traffic.js';

interface Act {
  readonly strategy: string;
  readonly release: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Whether users may notice: only all-at-once replaces everything at the same time. */
  readonly losesRequests: boolean;
}

const ACTS: readonly Act[] = [
  { strategy: 'all-at-once', release: 'v2', inputs: {}, losesRequests: true },
  { strategy: 'rolling', release: 'v1', inputs: { 'batch-size': '50%' }, losesRequests: false },
  { strategy: 'rolling-with-additional-batch', release: 'v2', inputs: { 'batch-size': '2' }, losesRequests: false },
  { strategy: 'immutable', release: 'v1', inputs: {}, losesRequests: false },
  {
    strategy: 'traffic-splitting',
    release: 'v2',
    inputs: { 'traffic-percent': '25', 'evaluation-minutes': '5' },
    losesRequests: false,
  },
];

const BUCKET_MS = 250;

export const inPlace: Story = {
  name: 'in-place',
  summary: 'One application, two versions, five strategies, and users who never stop asking.',
  async play(stage) {
    await openShop(stage);
    const broken: string[] = [];
    const rows: StoryRow[] = [];
    const charts: ChartSeries[] = [];
    const excerpts: StoryResult['excerpts'][number][] = [];
    stage.say('First v1 takes the place of the sample application.');
    const first = await deploy(stage, 'v1', { strategy: 'all-at-once' });
    if (first.exitCode !== 0) broken.push(`The first deployment ended with ${endingOf(first)}.`);
    for (const act of ACTS) {
      const result = await play(stage, act);
      rows.push(result.row);
      charts.push(result.chart);
      excerpts.push({ title: `What the action said: ${act.strategy}`, lines: shownLines(result.step.lines) });
      broken.push(...result.broken);
    }
    return { broken, rows, charts, excerpts };
  },
};

async function deploy(stage: Stage, release: string, more: Readonly<Record<string, string>>): Promise<StepResult> {
  const workspace = await workspaceOf(stage, release);
  const { main } = await runStep(stage.step({ workspace, inputs: inputs(release, more) }));
  return main;
}

interface ActResult {
  readonly row: StoryRow;
  readonly chart: ChartSeries;
  readonly step: StepResult;
  readonly broken: readonly string[];
}

async function play(stage: Stage, act: Act): Promise<ActResult> {
  const watch = await watchShop(stage);
  await pause(1_000);
  const step = await deploy(stage, act.release, { strategy: act.strategy, ...act.inputs });
  await pause(1_000);
  const traffic = summariseTraffic(await watch.load.stop(), BUCKET_MS);
  const capacity = summariseCapacity(await watch.capacity.stop());
  const row = rowOf(act, step, traffic, capacity, await simulatedSeconds(stage, step));
  return { row, chart: chartOf(stage, row, traffic, capacity), step, broken: await judge(stage, act, step, traffic) };
}

/** What the story promises, checked against the simulator's own state and the users' requests. */
async function judge(stage: Stage, act: Act, step: StepResult, traffic: TrafficSummary): Promise<readonly string[]> {
  const broken: string[] = [];
  if (step.exitCode !== 0) broken.push(`${act.strategy}: the action ended with ${endingOf(step)}.`);
  if (step.outputs.outcome !== 'succeeded') broken.push(`${act.strategy}: the outcome is ${step.outputs.outcome}.`);
  if (!act.losesRequests && traffic.failed > 0) {
    broken.push(`${act.strategy}: ${traffic.failed} requests failed (${JSON.stringify(traffic.failures)}).`);
  }
  const { instances } = await stateOf(stage);
  const wrong = instances.filter((instance) => instance.deployment?.versionLabel !== act.release);
  if (wrong.length > 0) broken.push(`${act.strategy}: ${wrong.length} instances do not run ${act.release}.`);
  return broken;
}

function rowOf(
  act: Act,
  step: StepResult,
  traffic: TrafficSummary,
  capacity: CapacitySummary,
  taken: number,
): StoryRow {
  return {
    strategy: act.strategy,
    simulatedSeconds: taken,
    served: traffic.served,
    failed: traffic.failed,
    outageMs: traffic.longestOutageMs,
    lowestHealthy: capacity.lowestHealthy,
    capacity: INSTANCES,
    extraInstances: capacity.extraInstances,
    versionsSeen: versionsSeen(traffic),
    verdict: verdictOf(step),
  };
}

/**
 * From the service's first to its last event of this rollout, by its own dates: what it would have taken on AWS. Of a step
 * that ended without a report, what it took itself.
 */
async function simulatedSeconds(stage: Stage, step: StepResult): Promise<number> {
  if (!step.outputs.report) return Math.round((step.milliseconds / 1_000) * stage.speed);
  const report = JSON.parse(await readFile(step.outputs.report, 'utf8')) as {
    readonly progress: readonly { readonly type: string; readonly event?: { readonly date: string } }[];
  };
  const dates = report.progress.flatMap(({ event }) => (event === undefined ? [] : [Date.parse(event.date)]));
  return dates.length === 0 ? 0 : Math.round((Math.max(...dates) - Math.min(...dates)) / 1_000);
}

/** `v1 → v1+v2 → v2`, with how long both answered. */
function versionsSeen(traffic: TrafficSummary): string {
  const phases: string[] = [];
  for (const bucket of traffic.buckets) {
    const names = Object.keys(bucket.servedBy).sort().join('+');
    if (names !== '' && phases.at(-1) !== names) phases.push(names);
  }
  const first = phases[0] ?? '–';
  const last = phases.at(-1) ?? first;
  const both = phases.find((phase) => phase.includes('+'));
  return [first, ...(both === undefined ? [] : [both]), ...(last === first ? [] : [last])].join(' → ');
}

function chartOf(stage: Stage, row: StoryRow, traffic: TrafficSummary, capacity: CapacitySummary): ChartSeries {
  const start = traffic.buckets[0]?.start ?? 0;
  const took = formatDuration(seconds(row.simulatedSeconds));
  return {
    title: row.strategy,
    subtitle: `${took} · ${row.served} requests served, ${row.failed} failed · lowest ${row.lowestHealthy} of ${row.capacity} healthy · ${row.extraInstances} extra instances`,
    bucketSeconds: BUCKET_MS / 1_000,
    speed: stage.speed,
    versions: [...new Set(traffic.versions.map(({ version }) => version))].sort(),
    buckets: traffic.buckets.map((bucket) => ({
      second: (bucket.start - start) / 1_000,
      served: bucket.servedBy,
      failed: bucket.failed,
    })),
    capacity: capacity.points.map(({ at, healthy, total }) => ({ second: (at - start) / 1_000, healthy, total })),
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
