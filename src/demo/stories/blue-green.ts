/** Two environments: a good release gets the traffic without a lost request, a bad one loses it again within seconds. */

import { lookAtCapacity, summariseCapacity, watchCapacity } from '../capacity.js';
import { startLoad } from '../load.js';
import { endingOf, runStep, type StepResult, shownLines, verdictOf } from '../runner.js';
import { ENVIRONMENT, INSTANCES, inputs, openShop, stateOf, workspaceOf } from '../shop.js';
import type { Stage, Story, StoryRow } from '../story.js';
import { summariseTraffic } from '../traffic.js';

const BUCKET_MS = 250;

const PAIR = {
  strategy: 'blue-green',
  'smoke-test-path': '/',
  'smoke-test-body': '"version":"{version}"',
  'smoke-test-interval': '1s',
} as const;

interface Act {
  readonly title: string;
  readonly step: StepResult;
  readonly row: StoryRow;
  readonly failed: number;
}

export const blueGreen: Story = {
  name: 'blue-green',
  summary:
    'A new environment is proven before it gets the traffic; a release that goes bad while it bakes loses it again.',
  async play(stage) {
    await openShop(stage);
    const first = await deploy(stage, 'v1', { strategy: 'all-at-once' });
    const { cname: production = '' } = await stateOf(stage);
    stage.say('v2 goes to a second environment, is proven there, and gets the traffic by a swap.');
    const good = await watched(stage, 'blue-green: v2', { live: ENVIRONMENT, production }, () =>
      deploy(stage, 'v2', { ...PAIR, bake: '5s' }),
    );
    stage.say('The next release is fine at first and goes bad while it bakes: the traffic moves back by itself.');
    const bad = await watched(
      stage,
      'blue-green: a release that goes bad',
      { live: `${ENVIRONMENT}-idle`, production },
      () => deploy(stage, 'bad-later', { ...PAIR, bake: '60s' }),
    );
    const { outputs: after } = bad.step;
    return {
      broken: [
        ...(first.exitCode === 0 ? [] : [`The first deployment ended with ${endingOf(first)}.`]),
        ...(good.step.outputs.outcome === 'succeeded'
          ? []
          : [`v2 ended in ${good.step.outputs.outcome}: ${good.step.outputs['outcome-reason']}`]),
        ...(good.failed === 0 ? [] : [`${good.failed} requests failed while v2 got the traffic.`]),
        ...(after.outcome === 'failed' && after.restored === 'yes'
          ? []
          : [`The bad release ended in ${after.outcome}, restored: ${after.restored}.`]),
        ...(after['live-environment-name'] === good.step.outputs['live-environment-name']
          ? []
          : ['The side that was good is not live again.']),
      ],
      rows: [good.row, bad.row],
      charts: [],
      excerpts: [good, bad].map(({ title, step }) => ({
        title: `What the action said: ${title}`,
        lines: shownLines(step.lines),
      })),
    };
  },
};

async function deploy(stage: Stage, release: string, more: Readonly<Record<string, string>>): Promise<StepResult> {
  const workspace = await workspaceOf(stage, release);
  return (await runStep(stage.step({ workspace, inputs: inputs(release, more) }))).main;
}

async function watched(
  stage: Stage,
  title: string,
  { live, production }: { readonly live: string; readonly production: string },
  play: () => Promise<StepResult>,
): Promise<Act> {
  const { HTTP_PROXY: proxyUrl = '' } = stage.simulator.env;
  // Users ask for the production name, whichever environment it leads to.
  const load = startLoad({ proxyUrl, url: `http://${production}/`, ratePerSecond: 40, timeoutMs: 5_000 });
  const watch = watchCapacity(async () => {
    const seen = await lookAtCapacity(stage.simulator.endpoint, live);
    return seen === undefined ? undefined : { ...seen, at: Date.now() };
  }, 100);
  const step = await play();
  const traffic = summariseTraffic(await load.stop(), BUCKET_MS);
  const capacity = summariseCapacity(await watch.stop());
  const outcome = verdictOf(step);
  const lost = traffic.buckets.filter((one) => one.failed > 0);
  const [first, last] = [lost[0]?.start, lost.at(-1)?.start];
  const span = first === undefined || last === undefined ? 0 : (last - first + BUCKET_MS) / 1_000;
  return {
    title,
    step,
    failed: traffic.failed,
    row: {
      strategy: title,
      simulatedSeconds: Math.round((step.milliseconds / 1_000) * stage.speed),
      served: traffic.served,
      failed: traffic.failed,
      outageMs: traffic.longestOutageMs,
      lowestHealthy: capacity.lowestHealthy,
      capacity: INSTANCES,
      extraInstances: INSTANCES,
      versionsSeen: traffic.versions.map(({ version }) => version).join(', '),
      verdict: lost.length === 0 ? outcome : `${outcome}; ${span.toFixed(1)} s from bad to all traffic back on good`,
    },
  };
}
