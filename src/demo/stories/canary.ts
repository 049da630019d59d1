/** A canary on a shared load balancer: shares that follow the weights, a good release, and two bad ones that go back by evidence. */
import type { Instant, Milliseconds } from '../../domain/time.js';
import { lookAtCapacity, summariseCapacity, watchCapacity } from '../capacity.js';
import type { ChartSeries } from '../chart.js';
import { startLoad } from '../load.js';
import { endingOf, runStep, type StepResult, shownLines, verdictOf } from '../runner.js';
import { APPLICATION, ENVIRONMENT, inputs, workspaceOf } from '../shop.js';
import type { Stage, Story, StoryRow } from '../story.js';
import { alignedTable } from '../table.js';
import { hasFailed, type RequestRecord, summariseTraffic } from '../traffic.js';
import { type MeasuredStep, measuredSteps, type WeightSample } from '../weights.js';

const HOST = 'shop.example.com';
const FRONT = 'front';
const INSTANCES = 2;
const RATE = 160;
/** A machine that is too slow is asked less, instead of being buried. */
const MOST_OPEN = 60;
const BUCKET_MS = 500;
/** What the weights promise, in percentage points, from so many requests on. */
const POINTS = 2;
const ENOUGH = 2_000;

const CANARY = {
  strategy: 'canary',
  'canary-steps': '10%:4m, 25%:4m, 50%:4m',
  'smoke-test-path': '/health',
  // As many as a release that is 3 % worse needs to be found out at 10 %.
  'min-requests': '200',
  bake: '1m',
  'poll-interval': '10s',
  'stable-for': '30s',
  'health-grace': '5m',
} as const;

interface Act {
  readonly title: string;
  readonly release: string;
  readonly result: StepResult;
  readonly steps: readonly MeasuredStep[];
  /** Requests that met the new version, and those that it answered badly. */
  readonly met: number;
  readonly harmed: number;
  readonly lost: number;
  readonly sent: number;
  readonly row: StoryRow;
  readonly chart: ChartSeries;
}

export const canary: Story = {
  name: 'canary',
  summary:
    'Requests move to a new version share by share; one with 3 % more errors and one with twice the p99 go back by themselves.',
  speed: 15,
  sharesClock: true,
  async play(stage) {
    const rule = await open(stage);
    const first = await deploy(stage, 'canary-base', { strategy: 'all-at-once', 'poll-interval': '10s' });
    const steering = { ...CANARY, 'listener-rule-arn': rule };
    const play = (release: string, title: string): Promise<Act> => watched(stage, { release, title, steering });
    stage.say('A good release: every step must be passed, by the figures of both sides in the same minutes.');
    const good = await play('canary-good', 'canary: a good release');
    stage.say('A release that answers 3 % of its requests with 500.');
    const errors = await play('canary-errors', 'canary: 3 % more errors');
    stage.say('A release whose slowest requests take twice as long.');
    const slow = await play('canary-slow', 'canary: twice the p99');
    const acts = [good, errors, slow];
    for (const act of acts) for (const line of measured(act)) stage.say(line);
    return {
      broken: [
        ...(first.exitCode === 0 ? [] : [`The first deployment ended with ${endingOf(first)}.`]),
        ...(good.result.outputs.outcome === 'succeeded' ? [] : [`The good release ${endOf(good)}.`]),
        ...[errors, slow].flatMap((act) => wentBack(act)),
        ...acts.flatMap((act) => act.steps.flatMap((step) => offTheMark(act, step))),
        ...acts.flatMap(({ title, lost }) => (lost === 0 ? [] : [`${title}: ${lost} requests were lost.`])),
      ],
      rows: acts.map(({ row }) => row),
      charts: acts.map(({ chart }) => chart),
      excerpts: [
        { title: 'Weights and measured shares', lines: acts.flatMap((act) => [...measured(act), '']) },
        ...acts.map(({ title, result }) => ({
          title: `What the action said: ${title}`,
          lines: shownLines(result.lines),
        })),
      ],
    };
  },
};

const endOf = ({ result }: Act): string => `ended in ${verdictOf(result)}: ${result.outputs['outcome-reason'] ?? ''}`;

function wentBack(act: Act): readonly string[] {
  const { outputs } = act.result;
  const highest = Math.max(0, ...act.steps.map(({ weight }) => weight));
  const allowed = (highest / 100) * act.sent;
  return [
    ...(outputs.outcome === 'failed' && outputs.restored === 'yes'
      ? []
      : [`${act.title} ${endOf(act)} (restored: ${outputs.restored}).`]),
    ...(highest < 50 ? [] : [`${act.title} was found out at ${highest} % only.`]),
    ...(act.harmed <= allowed ? [] : [`${act.title} harmed ${act.harmed} of ${act.sent} requests.`]),
  ];
}

const offTheMark = ({ title }: Act, { weight, requests, share }: MeasuredStep): readonly string[] =>
  requests < ENOUGH || Math.abs(share - weight) <= POINTS
    ? []
    : [`${title}: at ${weight} % the new version had ${share.toFixed(1)} % of ${requests} requests.`];

/** A load balancer of the user's own, two environments behind it, and a rule for the name that users ask for. */
async function open(stage: Stage): Promise<string> {
  await stage.simulator.post('/_simulator/seed', {
    applications: [{ name: APPLICATION }],
    loadBalancers: [{ name: FRONT }],
    environments: [ENVIRONMENT, `${ENVIRONMENT}-idle`].map((name) => ({
      application: APPLICATION,
      name,
      cnamePrefix: name,
      versionLabel: 'sample',
      instances: INSTANCES,
      loadBalancer: 'application',
      sharedLoadBalancer: FRONT,
      enhancedHealth: true,
    })),
    listenerRules: [
      {
        loadBalancer: FRONT,
        Priority: 10,
        Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: [HOST] } }],
        Actions: [{ Type: 'forward', TargetGroupArn: ENVIRONMENT }],
      },
    ],
    hostedZones: [
      {
        name: 'example.com',
        records: [{ Name: HOST, Type: 'A', AliasTarget: { DNSName: ENVIRONMENT, EvaluateTargetHealth: false } }],
      },
    ],
  });
  const found = (await rulesOf(stage)).find(({ hosts }) => hosts.includes(HOST));
  if (found === undefined) throw new Error(`the load balancer has no rule for ${HOST}`);
  return found.arn;
}

interface ShownRule {
  readonly arn: string;
  readonly hosts: readonly string[];
  readonly weights: readonly { readonly environment: string; readonly weight: number }[];
}

async function rulesOf(stage: Stage): Promise<readonly ShownRule[]> {
  const { loadBalancers } = (await stage.simulator.get('/_simulator/state')) as {
    readonly loadBalancers: readonly { readonly rules: readonly ShownRule[] }[];
  };
  return loadBalancers.flatMap(({ rules }) => rules);
}

async function deploy(stage: Stage, release: string, more: Readonly<Record<string, string>>): Promise<StepResult> {
  const workspace = await workspaceOf(stage, release);
  return (await runStep(stage.step({ workspace, inputs: inputs(release, more) }))).main;
}

interface Wish {
  readonly release: string;
  readonly title: string;
  readonly steering: Readonly<Record<string, string>>;
}

async function watched(stage: Stage, { release, title, steering }: Wish): Promise<Act> {
  const { HTTP_PROXY: proxyUrl = '' } = stage.simulator.env;
  const live = await liveOf(stage);
  const load = startLoad({
    proxyUrl,
    url: `http://${HOST}/`,
    ratePerSecond: RATE,
    mostOpen: MOST_OPEN,
    timeoutMs: 10_000,
  });
  const capacity = watchCapacity(async () => {
    const seen = await lookAtCapacity(stage.simulator.endpoint, live);
    return seen === undefined ? undefined : { ...seen, at: Date.now() };
  }, 200);
  const weights = watchWeights(stage, live);
  const startedAt = Date.now();
  const result = await deploy(stage, release, steering);
  const samples = await weights.stop();
  const records = await load.stop();
  const ofNew = records.filter(({ version }) => version === release);
  const lost = records.filter((record) => hasFailed(record) && record.version === undefined).length;
  return {
    ...{ title, release, result, lost },
    steps: measuredSteps(records, samples, release),
    met: ofNew.length,
    harmed: ofNew.filter((record) => isHarmed(release, record)).length,
    sent: records.length,
    ...told(stage, { title, records, result, startedAt, samples: await capacity.stop() }),
  };
}

/** A 500, or so slow as no request of the version before was. */
const isHarmed = (release: string, record: RequestRecord): boolean =>
  release === 'canary-errors' ? hasFailed(record) : release === 'canary-slow' && record.latencyMs >= 400;

interface Told {
  readonly title: string;
  readonly records: readonly RequestRecord[];
  readonly result: StepResult;
  readonly startedAt: Instant;
  readonly samples: Parameters<typeof summariseCapacity>[0];
}

function told(stage: Stage, { title, records, result, startedAt, samples }: Told): Pick<Act, 'row' | 'chart'> {
  const traffic = summariseTraffic(records, BUCKET_MS);
  const summary = summariseCapacity(samples);
  const outcome = verdictOf(result);
  const secondOf = (at: Instant): number => (at - startedAt) / 1_000;
  const versions = traffic.versions.map(({ version }) => version);
  return {
    row: {
      strategy: title,
      simulatedSeconds: Math.round(result.milliseconds * stage.speed) / 1_000,
      served: traffic.served,
      failed: traffic.failed,
      lowestHealthy: summary.lowestHealthy,
      capacity: INSTANCES,
      extraInstances: INSTANCES,
      versionsSeen: versions.join(', '),
      verdict: outcome,
    },
    chart: {
      title,
      subtitle: `${records.length} requests, ${traffic.failed} failed; ${outcome}`,
      bucketSeconds: BUCKET_MS / 1_000,
      speed: stage.speed,
      versions,
      buckets: traffic.buckets.map(({ start, servedBy, failed }) => ({
        second: secondOf(start),
        served: servedBy,
        failed,
      })),
      capacity: summary.points.map(({ at, healthy, total }) => ({ second: secondOf(at), healthy, total })),
    },
  };
}

/** The environment that has all requests by the rule. */
async function liveOf(stage: Stage): Promise<string> {
  const rule = (await rulesOf(stage)).find(({ hosts }) => hosts.includes(HOST));
  return rule?.weights.find(({ weight }) => weight > 0)?.environment ?? ENVIRONMENT;
}

const LOOK_EVERY: Milliseconds = 50;

/** The weights that the load balancer goes by, as often as one can look. */
function watchWeights(stage: Stage, live: string): { stop(): Promise<readonly WeightSample[]> } {
  const samples: WeightSample[] = [];
  const ended = new AbortController();
  const loop = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      const asked = Date.now();
      const rule = (await rulesOf(stage).catch(() => [])).find(({ hosts }) => hosts.includes(HOST));
      const all = (rule?.weights ?? []).reduce((sum, { weight }) => sum + weight, 0);
      const other = (rule?.weights ?? []).reduce((sum, one) => (one.environment === live ? sum : sum + one.weight), 0);
      if (all > 0) samples.push({ from: asked, to: Date.now(), weight: (100 * other) / all });
      await new Promise((done) => setTimeout(done, LOOK_EVERY));
    }
  };
  const running = loop();
  return {
    stop: async () => {
      ended.abort();
      await running;
      return samples;
    },
  };
}

function measured({ title, steps, met, harmed, sent, lost }: Act): readonly string[] {
  const share = sent === 0 ? 0 : (100 * harmed) / sent;
  const told = `${title}: ${met} of ${sent} requests met the new version, ${harmed} (${share.toFixed(2)} %) of all were harmed, ${lost} lost.`;
  if (steps.length === 0) return [told];
  const head = ['weight', 'requests', 'measured share', 'off by'];
  const rows = steps.map(({ weight, requests, share: had }) => [
    `${weight} %`,
    String(requests),
    `${had.toFixed(1)} %`,
    `${Math.abs(had - weight).toFixed(1)} points`,
  ]);
  return [
    told,
    ...alignedTable([head, ...rows])
      .split('\n')
      .map((line) => `  ${line}`),
  ];
}
