/** Two workflows deploy to one pair of environments at the same time, a third one may not wait: nobody harms anybody. */
import { lookAtCapacity, summariseCapacity, watchCapacity } from '../capacity.js';
import { startLoad } from '../load.js';
import { runStep, type StepResult, shownLines } from '../runner.js';
import { ENVIRONMENT, INSTANCES, inputs, openShop, type StateEnvironment, stateOf, workspaceOf } from '../shop.js';
import type { Stage, Story } from '../story.js';
import { summariseTraffic } from '../traffic.js';

const BUCKET_MS = 250;
/** So much later the second workflow starts, and the third one. */
const LATER_MS = 1_500;

const PAIR = {
  strategy: 'blue-green',
  bake: '5s',
  'lock-timeout': '10m',
  'smoke-test-path': '/',
  'smoke-test-body': '"version":"{version}"',
  'smoke-test-interval': '1s',
} as const;

interface Seen {
  readonly runs: readonly StepResult[];
  readonly failed: number;
  readonly production: string;
}

export const twoRuns: Story = {
  name: 'two-runs',
  summary: 'Two workflows release at the same time: the second waits for the first, a third fails as it was told to.',
  async play(stage) {
    await openShop(stage);
    await deploy(stage, 1, 'v1', { strategy: 'all-at-once' });
    const { cname: production = '' } = await stateOf(stage);
    const { HTTP_PROXY: proxyUrl = '' } = stage.simulator.env;
    const load = startLoad({ proxyUrl, url: `http://${production}/`, ratePerSecond: 40, timeoutMs: 5_000 });
    const watch = watchCapacity(async () => {
      const seen = await lookAtCapacity(stage.simulator.endpoint, ENVIRONMENT);
      return seen === undefined ? undefined : { ...seen, at: Date.now() };
    }, 100);
    const began = performance.now();
    stage.say('Run 2 brings v2. Run 3 wants v1 back meanwhile, and waits. Run 4 wants that too, and may not wait.');
    const second = deploy(stage, 2, 'v2', PAIR);
    await later(LATER_MS);
    const third = deploy(stage, 3, 'v1', PAIR);
    await later(LATER_MS);
    const runs = await Promise.all([second, third, deploy(stage, 4, 'v1', { ...PAIR, 'deploy-lock': 'fail' })]);
    const milliseconds = performance.now() - began;
    const traffic = summariseTraffic(await load.stop(), BUCKET_MS);
    const capacity = summariseCapacity(await watch.stop());
    return {
      broken: await brokenPromises(stage, { runs, failed: traffic.failed, production }),
      rows: [
        {
          strategy: 'three runs at once, blue-green',
          simulatedSeconds: Math.round((milliseconds / 1_000) * stage.speed),
          served: traffic.served,
          failed: traffic.failed,
          lowestHealthy: capacity.lowestHealthy,
          capacity: INSTANCES,
          extraInstances: INSTANCES,
          versionsSeen: traffic.versions.map(({ version }) => version).join(', '),
          verdict: runs.map(({ outputs }) => outputs.outcome).join(', '),
        },
      ],
      charts: [],
      excerpts: runs.map(({ lines }, index) => ({ title: `What run ${index + 2} said`, lines: shownLines(lines) })),
    };
  },
};

/** By the simulator's own word: its state, and every call that it was asked. */
async function brokenPromises(stage: Stage, { runs, failed, production }: Seen): Promise<readonly string[]> {
  const [second, third, fourth] = runs;
  const state = (await stage.simulator.get('/_simulator/state')) as {
    readonly environments: readonly StateEnvironment[];
  };
  const { calls } = (await stage.simulator.get('/_simulator/calls')) as {
    readonly calls: readonly { readonly action: string; readonly status: number }[];
  };
  const count = (action: string): number =>
    calls.filter((call) => call.action === action && call.status === 200).length;
  const live = state.environments.filter(({ cname, status }) => cname === production && status === 'Ready');
  const labels = new Set(live.flatMap(({ instances }) => instances.map(({ deployment }) => deployment?.versionLabel)));
  const promises: readonly (readonly [isKept: boolean, broken: string])[] = [
    [second?.outputs.outcome === 'succeeded', `The first of the two ended in ${second?.outputs.outcome}.`],
    [third?.outputs.outcome === 'succeeded', `The one that waited ended in ${third?.outputs.outcome}.`],
    [isSaid(third, 'Waiting for the lock'), 'The second run did not say that it waits.'],
    [third?.outputs['previous-version-label'] === 'v2', 'The second run did not see what the first one had done.'],
    [
      fourth?.outputs.outcome === 'failed' && isSaid(fourth, 'environment-locked'),
      `The one that may not wait ended in ${fourth?.outputs.outcome}.`,
    ],
    [count('SwapEnvironmentCNAMEs') === 2, `Traffic was moved ${count('SwapEnvironmentCNAMEs')} times.`],
    [count('CreateEnvironment') === 1, `${count('CreateEnvironment')} environments were created.`],
    [count('AbortEnvironmentUpdate') === 0, 'Somebody aborted an update.'],
    [failed === 0, `${failed} requests failed.`],
    [live.length === 1 && labels.size === 1 && labels.has('v1'), `Live are ${live.length} sides on ${[...labels]}.`],
  ];
  return promises.flatMap(([isKept, broken]) => (isKept ? [] : [broken]));
}

const isSaid = (run: StepResult | undefined, words: string): boolean =>
  run?.lines.some((line) => line.includes(words)) === true;

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function deploy(
  stage: Stage,
  run: number,
  release: string,
  more: Readonly<Record<string, string>>,
): Promise<StepResult> {
  const request = stage.step({ workspace: await workspaceOf(stage, release), inputs: inputs(release, more) });
  return (await runStep({ ...request, env: { ...request.env, GITHUB_RUN_ID: String(run) } })).main;
}
