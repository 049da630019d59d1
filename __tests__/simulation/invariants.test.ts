/** Each rule can fail: a real run is doctored so that it breaks exactly this rule. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { breachesOf, INVARIANTS } from './invariants.js';
import { type Played, type PlayedRun, play } from './play.js';
import type { Plot } from './plot.js';
import { PREVIEW, PREVIEW_INPUTS } from './pull-request.js';
import { eventsIn, type Reported, reportOf } from './reported.js';
import { shrink, simpler } from './shrink.js';
import { NAME } from './stage.js';
import { SECRETS } from './write-later.js';
import './soak.js';

const COMMAND = { DeploymentPolicy: 'AllAtOnce', BatchSizeType: 'Fixed', BatchSize: '1', Timeout: '600' };
const plot = (over: Partial<Plot> = {}): Plot => ({
  seed: 1,
  speaks: 'directly',
  ground: {
    ...{ instances: 2, loadBalancer: 'application', tier: 'WebServer', enhancedHealth: true },
    options: { 'aws:elasticbeanstalk:command': COMMAND },
  },
  inputs: {},
  version: {},
  faults: [],
  actors: [],
  ...over,
});
const PAIR: Partial<Plot> = {
  ground: { ...plot().ground, idle: 'v0' },
  inputs: { strategy: 'blue-green', bake: '30s' },
};

const PREVIEWED: Partial<Plot> = {
  ground: { ...plot().ground, preview: 'none' },
  inputs: { ...PREVIEW_INPUTS, 'github-token': SECRETS[1] },
  actors: [{ kind: 'closes-pull-request', at: 100 }],
};

/** On a machine that has much else to do. */
const PATIENCE = 240_000;

let good: Played;
let pair: Played;
let cancelled: Played;
let preview: Played;
beforeAll(async () => {
  good = await play(plot());
  pair = await play(plot(PAIR));
  cancelled = await play(plot({ cancelAt: 30 }));
  preview = await play(plot(PREVIEWED));
}, PATIENCE);

const withRun = (played: Played, change: (run: PlayedRun) => Partial<PlayedRun>): Played => ({
  ...played,
  runs: played.runs.map((run) => ({ ...run, ...change(run) })),
});

type Changed = { -readonly [Member in keyof Reported]: Reported[Member] };

const withReport = (played: Played, change: (report: Changed) => void): Played =>
  withRun(played, (run) => {
    const report = structuredClone(reportOf(run)) as Changed;
    change(report);
    const [path = ''] = [...run.written.keys()].filter((name) => name.endsWith('.json'));
    return { written: new Map([[path, JSON.stringify(report)]]) };
  });

const outcome = (played: Played, over: Partial<Reported['outcome']>): Played =>
  withRun(
    withReport(played, (report) => {
      report.outcome = { ...report.outcome, ...over };
    }),
    ({ outputs, hasFailed }) => ({
      outputs: { ...outputs, outcome: over.state ?? outputs.outcome ?? '' },
      hasFailed: over.state === undefined ? hasFailed : over.state !== 'succeeded',
    }),
  );

const environments = (
  played: Played,
  change: (one: PlayedRun['truth']['environments'][number]) => PlayedRun['truth']['environments'][number],
): Played => withRun(played, ({ truth }) => ({ truth: { environments: truth.environments.map(change) } }));

const ownId = (played: Played): string =>
  played.calls.find(({ action }) => action === 'UpdateEnvironment')?.requestId ?? '';

const going = (played: Played): Played =>
  environments(played, (one) => ({
    ...one,
    status: 'Updating',
    abortable: true,
    operation: { kind: 'update', requestId: ownId(played), startedAt: '2026-11-21T09:00:00Z' },
  }));

const anyCall = (played: Played) => {
  const [call] = played.calls;
  if (call === undefined) throw new Error('no calls');
  return call;
};

const withCall = (played: Played, action: string, input: Readonly<Record<string, unknown>>): Played => ({
  ...played,
  calls: [...played.calls, { ...anyCall(played), action, status: 200, input, time: '2026-11-21T23:00:00Z' }],
});

const idOf = ({ runs }: Played, name: string): string =>
  runs.flatMap(({ truth }) => truth.environments).find((one) => one.name === name)?.id ?? '';

const DOCTORED: Readonly<Record<string, () => Played>> = {
  'every run ends, and says how': () => withRun(good, () => ({ crash: 'TypeError: x is not a function' })),
  'no false success': () =>
    environments(good, (one) => ({ ...one, instances: one.instances.map((each) => ({ ...each, runs: 'v1' })) })),
  'no false failure': () => outcome(good, { state: 'failed' }),
  'production never on a side that failed': () => ({
    ...pair,
    plot: { ...pair.plot, version: { command: 'fails' } },
    runs: [],
  }),
  'nothing live is terminated': () =>
    withCall(pair, 'TerminateEnvironment', { EnvironmentId: pair.holdings.at(-1)?.holder?.id }),
  'a preview goes with its pull request': () => ({
    ...preview,
    afterwards: {
      environments: preview.afterwards.environments.flatMap((one) => [one, { ...one, name: PREVIEW, id: 'e-left' }]),
    },
  }),
  'production is only the model': () => withCall(preview, 'UpdateEnvironment', { EnvironmentName: NAME }),
  'what is said to go on does': () =>
    outcome(
      withRun(good, ({ endedAt }) => ({ endedAt: endedAt + 60_000 })),
      { stillRunning: [`Elastic Beanstalk goes on with the deployment of ${NAME} (request 1); it becomes Ready.`] },
    ),
  'what goes on is said': () => going(outcome(cancelled, { stillRunning: [] })),
  'cancelling leaves nothing of ours running': () =>
    going(outcome(cancelled, { state: 'cancelled', stillRunning: ['It goes on.'] })),
  'every event once': () =>
    withReport(good, (report) => {
      report.progress = report.progress.flatMap((one) => (one.event === undefined ? [one] : [one, one]));
    }),
  'events in order': () =>
    withReport(good, (report) => {
      report.progress = [...report.progress].reverse();
    }),
  'every event': () =>
    withReport(good, (report) => {
      const middle = eventsIn(report)[3];
      report.progress = report.progress.filter(({ event }) => event === undefined || event.message !== middle?.message);
    }),
  'the report is true': () => withRun(good, () => ({ hasFailed: true })),
  'what later steps are told is true': () =>
    withRun(pair, ({ outputs }) => ({ outputs: { ...outputs, 'idle-environment-name': 'shop-gone' } })),
  'restored is true': () => withRun(outcome(good, { restored: 'yes' }), ({ outputs }) => ({ outputs })),
  'who is said to serve does': () => outcome(pair, { reason: `Traffic was not moved: ${NAME} serves as before.` }),
  'what is said to be unchanged is': () =>
    outcome(good, { reason: 'Stopped on request before the environment was changed.' }),
  'nothing needs to be put back where it is said so': () =>
    outcome(good, { state: 'failed', restored: 'not-needed', reason: 'Every instance runs the version from before.' }),
  'what is left as it was set is said': () => ({
    ...withRun(good, ({ inputs }) => ({ inputs: { ...inputs, 'restore-policy': 'true' } })),
    policies: { before: { [NAME]: 'AllAtOnce' }, afterwards: { [NAME]: 'Immutable' } },
  }),
  'what is asked for is done once': () => {
    const line = '`operation: promote` was asked for by kim (https://github.com/acme/shop/actions/runs/9).';
    return withRun(pair, ({ lines }) => ({ lines: [...lines, line, line] }));
  },
  'calls within budget': () => withRun(good, () => ({ requests: 400 })),
  'secrets nowhere': () => withRun(good, ({ lines }) => ({ lines: [...lines, `token=${SECRETS[1]}`] })),
  'a refusal changes nothing': () =>
    withReport(good, (report) => {
      report.problems = [{ code: 'environment-busy' }];
    }),
  'the simulated service is sound': () => ({ ...good, calls: [...good.calls, { ...anyCall(good), status: 500 }] }),
};

describe('the rules of a simulated rollout', () => {
  it('hold for the runs that are doctored here', () => {
    expect([good, pair, cancelled, preview].flatMap(breachesOf)).toEqual([]);
    expect(good.runs[0]?.outputs.outcome).toBe('succeeded');
    expect(cancelled.runs[0]?.outputs.outcome).toBe('cancelled');
    expect(preview.runs.map(({ outputs }) => outputs.outcome)).toEqual(['succeeded', 'unchanged']);
  });

  it('let the preview of a closed pull request be terminated, and nothing else', () => {
    const rule = 'nothing live is terminated';
    const broken = (name: string) =>
      breachesOf(withCall(preview, 'TerminateEnvironment', { EnvironmentId: idOf(preview, name) })).filter(
        ({ invariant }) => invariant === rule,
      );
    expect(broken(PREVIEW)).toEqual([]);
    expect(broken(NAME)).toHaveLength(1);
  });

  it.each(INVARIANTS.map(({ name }) => name))('can be broken: %s', (name) => {
    const doctored = DOCTORED[name];
    if (doctored === undefined) throw new Error(`nobody has shown that "${name}" can be broken`);
    expect(breachesOf(doctored()).map(({ invariant }) => invariant)).toContain(name);
  });
});

describe('a plot that breaks a rule', () => {
  it('is made smaller by everything that can be left out', async () => {
    const full = plot({
      cancelAt: 5,
      inputs: { timeout: '5m' },
      faults: [{ kind: 'label-lag', seconds: 5 }, { kind: 'no-capacity' }],
      actors: [{ kind: 'aborts', at: 3 }],
    });
    const { cancelAt: _, ...calm } = full;
    const candidates = simpler(full);
    expect(candidates).toContainEqual(calm);
    expect(candidates).toContainEqual({ ...full, actors: [] });
    expect(candidates).toContainEqual({ ...full, faults: [{ kind: 'no-capacity' }] });
    expect(candidates).toContainEqual({ ...full, inputs: {} });
    expect(candidates).toContainEqual({ ...full, ground: { ...full.ground, instances: 1 } });
    // What breaks the rule alone is what is left.
    const smallest = await shrink(full, async ({ faults }) => faults.some(({ kind }) => kind === 'no-capacity'));
    expect(smallest).toEqual({
      ...plot({ faults: [{ kind: 'no-capacity' }] }),
      ground: { ...full.ground, instances: 1 },
    });
  });
});
