/** What a step of a canary asks before it passes, and what each answer leads to: whole runs on a shared load balancer. */
import { describe, expect, it } from '@jest/globals';
import type { CommandRequest } from '../../src/ports/commands.js';
import type { HttpAnswer } from '../../src/ports/http.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import { CanaryWorld } from '../support/canary-runs.js';
import type { Running } from '../support/runs.js';
import { SHOP } from '../support/world.js';

const STEP = { 'canary-steps': '25%:3m', bake: '30s' } as const;
const BUSY = { requestsPerSecond: 100, errorShare: 0.002 } as const;

const worldWith = (scenario: Scenario = {}): CanaryWorld => {
  const world = new CanaryWorld();
  world.scenario({ versions: { v1: BUSY, v2: BUSY }, ...scenario });
  return world;
};

const decisionsOf = ({ lines }: Running): readonly string[] =>
  lines.filter((line) => line.startsWith('Step 1 of 1, 25%'));

async function expectSentBack(world: CanaryWorld, run: Running, why: RegExp): Promise<void> {
  expect(run.outputs).toMatchObject({ outcome: 'failed', restored: 'yes', 'live-environment-name': SHOP.name });
  expect(run.outputs['outcome-reason']).toMatch(why);
  expect(await world.shares()).toEqual({ [SHOP.name]: 100 });
}

describe('at the end of a step', () => {
  it('`verify-command` has the last word, and hears how much is at stake', async () => {
    const world = worldWith();
    const asked: CommandRequest[] = [];
    // Before any traffic it is content; with some of it no longer.
    const run = (request: CommandRequest) => {
      asked.push(request);
      return Promise.resolve({ kind: 'ended' as const, exitCode: request.env.ROLLOUT_WEIGHT === undefined ? 0 : 3 });
    };
    Object.assign(world.ports, { commands: { run } });
    const ended = await world.run({ ...STEP, 'verify-command': 'check orders' });
    await expectSentBack(world, ended, /`verify-command` \(check\) ended with exit code 3/);
    expect(asked.map(({ env }) => env.ROLLOUT_WEIGHT)).toEqual([undefined, '25']);
  }, 20_000);

  it.each([
    ['a page that says yes in the end lets it pass', 25, 'succeeded'],
    ['one that never does sends it back when the time is over', Number.POSITIVE_INFINITY, 'failed'],
  ])(
    '%s',
    async (_, afterMinutes, outcome) => {
      const world = worldWith();
      const since = world.clock.now();
      const { get } = world.ports.http;
      const answer = (): HttpAnswer => {
        const isYes = world.clock.now() - since > afterMinutes * 60_000;
        return { kind: 'answered', status: isYes ? 200 : 404, body: '' };
      };
      const http = {
        get: (request: Parameters<typeof get>[0]) =>
          request.url.startsWith('https://ask') ? Promise.resolve(answer()) : get(request),
      };
      Object.assign(world.ports, { http });
      const confirm = { 'confirm-url': 'https://ask.example.com/v2?token=hidden', 'confirm-timeout': '40m' };
      const run = await world.run({ ...STEP, ...confirm });
      expect(run.outputs.outcome).toBe(outcome);
      const log = run.lines.join('\n');
      expect(log).toContain('https://ask.example.com/v2 answered 404, which is not 200 yet');
      expect(log).not.toContain('hidden');
      if (outcome === 'failed') await expectSentBack(world, run, /Nobody has confirmed the new version in time/);
      // Said once, and the looks become rarer while somebody is waited for.
      expect(decisionsOf(run).length).toBeLessThan(12);
    },
    20_000,
  );

  it('figures that come late extend it, and only evidence lets it pass', async () => {
    const run = await worldWith({ metricDelaySeconds: 280 }).run(STEP);
    expect(run.outputs.outcome).toBe('succeeded');
    const decisions = decisionsOf(run);
    expect(decisions.filter((line) => line.includes('goes on for more evidence')).length).toBeGreaterThan(0);
    expect(decisions.at(-1)).toMatch(/new \d+ requests, 0\.\d+% 5xx.* – passed$/);
  }, 20_000);
});

describe('during a step', () => {
  it('an alarm sends it back at once', async () => {
    const world = worldWith({ alarms: { orders: [{ atSecond: 400, state: 'ALARM', reason: 'carts are empty' }] } });
    world.simulator.seed({ alarms: [{ AlarmName: 'orders' }] });
    const run = await world.run({ 'canary-steps': '25%:60m', bake: '30s', alarms: 'orders' });
    await expectSentBack(world, run, /the alarm orders is in ALARM: “carts are empty”/i);
  }, 20_000);

  it('it is judged while it is paused, too, more and more rarely; an alarm ends the pause', async () => {
    const world = worldWith({ alarms: { orders: [{ atSecond: 5_000, state: 'ALARM', reason: 'carts are empty' }] } });
    world.simulator.seed({ alarms: [{ AlarmName: 'orders' }] });
    const inputs = { 'canary-steps': '25%:3m', bake: '30s', alarms: 'orders' };
    const running = await world.start(inputs);
    await world.until(() => world.record()?.step === 1);
    await world.run({ ...inputs, operation: 'pause' });
    await running.ended;
    await expectSentBack(world, running, /the alarm orders is in ALARM/i);
    // Eighty minutes: after 1, 2, 4, 8, 16 and 32 more, and the one that ends it.
    expect(decisionsOf(running).length).toBeLessThan(10);
  }, 30_000);

  it('one bad look at its health is forgiven, a second is not', async () => {
    const versions = { v1: BUSY, v2: { ...BUSY, laterHealth: { afterSeconds: 300, health: 'Severe' as const } } };
    const world = worldWith({ versions });
    const run = await world.run({ 'canary-steps': '25%:60m', bake: '30s', 'failure-limit': '1' });
    await expectSentBack(
      world,
      run,
      /the health of shop-prod-idle is Severe|0 of 2 targets of shop-prod-idle are healthy/,
    );
  }, 20_000);

  it.each([
    [1, 'succeeded'],
    [2, 'failed'],
  ])(
    'bad answers to the smoke test, %i in a row: the canary has %s',
    async (inARow, outcome) => {
      const world = worldWith();
      const { get } = world.ports.http;
      let asked = 0;
      const flaky = (request: Parameters<typeof get>[0]): Promise<HttpAnswer> => {
        const isShared = (world.record()?.weight ?? 0) > 0 && request.url.includes('idle');
        if (isShared) asked += 1;
        const isBad = isShared && asked % 5 < inARow;
        return isBad ? Promise.resolve({ kind: 'answered', status: 503, body: '' }) : get(request);
      };
      Object.assign(world.ports, { http: { get: flaky } });
      const run = await world.run({ ...STEP, 'smoke-test-path': '/health' });
      expect(asked).toBeGreaterThan(4);
      expect(run.outputs.outcome).toBe(outcome);
      if (outcome === 'failed') await expectSentBack(world, run, /\/health answered with 503/);
    },
    20_000,
  );

  it('metrics that cannot be read for a while end nothing; without the permission nothing more is given', async () => {
    const throttled = worldWith({ faults: [{ kind: 'throttle', action: 'GetMetricData', times: 4 }] });
    expect((await throttled.run(STEP)).outputs.outcome).toBe('succeeded');
    const denied = worldWith({ faults: [{ kind: 'lost-permission', answer: 'denied', action: 'GetMetricData' }] });
    const run = await denied.run(STEP);
    expect(run.outputs).toMatchObject({ outcome: 'failed', restored: 'yes' });
    expect(run.outputs['outcome-reason']).toMatch(/GetMetricData/);
    expect(await denied.shares()).toEqual({ [SHOP.name]: 100 });
  }, 30_000);
});

describe('afterwards', () => {
  it('every decision is in the report with its figures, and in the summary as a row and a chart', async () => {
    const world = worldWith({ versions: { v2: { errorShare: 0.004 } } });
    const run = await world.run({ 'canary-steps': '20%:5m, 50%:4m', bake: '30s' });
    const summary = run.summaries.join('\n');
    expect(summary).toMatch(/### How the new version was judged/);
    expect(summary).toMatch(
      /\| 1 of 2 \| 20% \((19|20)\.\d%\) \| [\d,]+, 0%, 50ms \| [\d,]+, 0(\.\d+)?%, 50ms \| passed \|/,
    );
    expect(summary).toMatch(/\| 2 of 2 \| 50% \((49|50)\.\d%\) \|.*\| passed \|/);
    expect(summary).toMatch(/### Percent of requests to the new version over time/);
    const report = JSON.parse([...run.written.values()].at(-1) ?? '{}') as {
      progress: { type: string; decision?: { weight: number; figures: { canary: { windows: unknown[] } } } }[];
      series: { name: string; unit: string }[];
    };
    const decisions = report.progress.filter(({ type }) => type === 'decision').map(({ decision }) => decision);
    expect(decisions.map((one) => one?.weight)).toContain(50);
    const half = decisions.filter((one) => one?.weight === 50);
    expect(half.flatMap((one) => one?.figures.canary.windows ?? []).length).toBeGreaterThan(1);
    expect(report.series.map(({ unit, name }) => `${unit}: ${name}`)).toEqual(
      expect.arrayContaining([
        'percent of requests to the new version: as set',
        'percent of requests to the new version: as measured',
        'percent of 5xx answers: old version',
        'percent of 5xx answers: new version',
        'p99 in milliseconds: new version',
      ]),
    );
  }, 20_000);
});
