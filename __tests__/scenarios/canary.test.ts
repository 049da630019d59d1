/** Canaries on a shared load balancer, from the first look to the last: what users get, and what stays as it was. */
import { describe, expect, it } from '@jest/globals';
import { CanaryWorld } from '../support/canary-runs.js';
import { IDLE } from '../support/pair-world.js';
import { SHOP } from '../support/world.js';

/** One short step, for what does not hang on steps. */
const QUICK = { 'canary-steps': '50%:1m', 'max-step-extension': '3m', bake: '30s' };

const PREVIEW = {
  loadBalancer: 'front',
  Priority: 7,
  Conditions: [{ Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'x-preview', Values: ['yes'] } }],
  Actions: [{ Type: 'forward', TargetGroupArn: SHOP.name }],
};

const traffic = (behaviour: object, requestsPerSecond = 100) => ({
  versions: { v1: { requestsPerSecond }, v2: { requestsPerSecond, ...behaviour } },
});

describe('a canary on a shared load balancer', () => {
  it('gives a good version all requests, share by share, and changes nothing else', async () => {
    const world = new CanaryWorld();
    const foreign = await world.foreign();
    const run = await world.run();
    expect(run.outputs).toMatchObject({
      outcome: 'succeeded',
      restored: 'not-needed',
      'live-environment-name': IDLE,
      'idle-environment-name': SHOP.name,
      'environment-url': 'shop.example.com',
      'version-label': 'v2',
      'previous-version-label': 'v1',
    });
    expect(await world.shares()).toEqual({ [SHOP.name]: 0, [IDLE]: 100 });
    expect(await world.foreign()).toBe(foreign);
    expect(world.record()).toMatchObject({ state: 'ended', weight: 100, versionLabel: 'v2' });
    // The next one goes the other way, by the shares that are there and not by names.
    const next = await world.run({
      ...QUICK,
      'version-label': 'v3',
      'environment-name': IDLE,
      'idle-environment-name': SHOP.name,
    });
    expect(next.outputs).toMatchObject({ outcome: 'succeeded', 'live-environment-name': SHOP.name });
    expect(await world.shares()).toEqual({ [SHOP.name]: 100, [IDLE]: 0 });
    expect(await world.foreign()).toBe(foreign);
  }, 30_000);

  it.each([
    ['3 % more errors', { errorShare: 0.03 }, /5xx/],
    ['twice the p99', { p99Seconds: 0.1 }, /p99/],
  ])('sends a version with %s back in the first step', async (_, behaviour, why) => {
    const world = new CanaryWorld();
    const foreign = await world.foreign();
    world.scenario(traffic(behaviour));
    const run = await world.run();
    expect(run.outputs).toMatchObject({ outcome: 'failed', restored: 'yes', 'live-environment-name': SHOP.name });
    expect(run.outputs['outcome-reason']).toMatch(why);
    expect(run.outputs['outcome-reason']).toMatch(/shop-prod has all the traffic again/);
    const log = run.lines.join('\n');
    expect(log).toContain('Give shop-prod all requests again');
    expect(log).not.toContain('Compare both sides at 50 % for 4m00s ended');
    expect(log).not.toMatch(/^Step 2 of 2, 50%/m);
    expect(await world.shares()).toEqual({ [SHOP.name]: 100 });
    expect(await world.foreign()).toBe(foreign);
    expect(world.record()).toMatchObject({ state: 'ended', weight: 0 });
  });

  it.each([
    ['fail', { outcome: 'failed', restored: 'yes' }],
    ['warn', { outcome: 'succeeded' }],
  ])(
    'with two requests a minute it cannot tell, and does as `on-inconclusive: %s` says',
    async (choice, expected) => {
      const world = new CanaryWorld();
      world.scenario(traffic({}, 2 / 60));
      const run = await world.run({ 'on-inconclusive': choice, ...QUICK });
      expect(run.outputs).toMatchObject(expected);
      // Held for the extension, too, and never passed in silence.
      expect(run.lines.join('\n')).toMatch(choice === 'fail' ? /error: .*50 are needed/ : /warning: .*50 are needed/);
    },
    20_000,
  );

  it('with `on-failure: none`, says which share is left, and not that everything stays where it was', async () => {
    const world = new CanaryWorld();
    world.scenario(traffic({ errorShare: 0.03 }));
    const run = await world.run({ ...QUICK, 'on-failure': 'none' });
    expect(run.outputs).toMatchObject({ outcome: 'failed', restored: 'no' });
    expect(await world.shares()).toEqual({ [SHOP.name]: 50, [IDLE]: 50 });
    expect(run.outputs['outcome-reason']).toContain(
      `${IDLE} has 50 % of the requests, ${SHOP.name} the rest. It stays so, as asked.`,
    );
  });

  it('stops where somebody else sets the weights, and writes nothing over them', async () => {
    const world = new CanaryWorld();
    const running = await world.start();
    await world.until(() => world.record()?.weight === 5);
    await world.clock.sleep(20_000);
    await world.setByHand(70);
    await running.ended;
    expect(running.outputs).toMatchObject({ outcome: 'failed', restored: 'no' });
    expect(running.outputs['outcome-reason']).toMatch(/has 70 % of the requests .* somebody else has set the shares/);
    expect(await world.shares()).toEqual({ [SHOP.name]: 30, [IDLE]: 70 });
    // What is there is known again to whoever ends it.
    const aborting = await world.run({ operation: 'abort' });
    expect(aborting.outputs).toMatchObject({ outcome: 'succeeded', 'live-environment-name': SHOP.name });
    expect(await world.shares()).toEqual({ [SHOP.name]: 100 });
  });

  it('creates the second environment, and terminates the old one when it is out of the rule', async () => {
    const world = new CanaryWorld('alb', 'none');
    const run = await world.run({ retire: 'terminate', ...QUICK });
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'live-environment-name': IDLE });
    expect(run.lines.join('\n')).toMatch(/Create shop-prod-idle from the settings of shop-prod/);
    expect(await world.shares()).toEqual({ [IDLE]: 100 });
    expect(world.ref(SHOP.name).id).toBe('');
  }, 20_000);

  it('prepares without giving anything away, and promotes by steps', async () => {
    const world = new CanaryWorld();
    const prepared = await world.run({ operation: 'prepare' });
    expect(prepared.outputs).toMatchObject({ outcome: 'succeeded', 'live-environment-name': SHOP.name });
    expect(await world.shares()).toEqual({ [SHOP.name]: 100 });
    const promoted = await world.run({ operation: 'promote', ...QUICK });
    expect(promoted.outputs).toMatchObject({ outcome: 'succeeded', 'live-environment-name': IDLE });
    expect(promoted.lines.join('\n')).toContain('Compare both sides at 50 %');
    expect(await world.shares()).toEqual({ [SHOP.name]: 0, [IDLE]: 100 });
  }, 20_000);

  it('shows the new side to requests with a header from the moment that it is prepared, and the old one after an abort', async () => {
    const world = new CanaryWorld();
    world.simulator.seed({ listenerRules: [PREVIEW] });
    const header = { 'preview-header': 'X-Preview: yes' };
    await world.run({ operation: 'prepare', ...header });
    expect(await world.shares()).toEqual({ [SHOP.name]: 100 });
    expect(await world.targetsOf('7')).toEqual([IDLE]);
    const aborted = await world.run({ operation: 'abort', ...header });
    expect(aborted.outputs.outcome).toBe('succeeded');
    expect(await world.targetsOf('7')).toEqual([SHOP.name]);
    const unknown = await world.run({ operation: 'prepare', 'preview-header': 'X-Preview: no' });
    expect(unknown.outputs['outcome-reason']).toMatch(/has no rule with the header X-Preview: no/);
  }, 20_000);

  it('is refused before anything is changed where the rule leads elsewhere', async () => {
    const world = new CanaryWorld();
    const inputs = await world.inputs();
    const own = {
      ...inputs,
      'listener-rule-arn': inputs['listener-rule-arn']?.replace(/[0-9a-f]+$/, '0123456789abcdef'),
    };
    const run = await world.run(own as Record<string, string>);
    expect(run.outputs.outcome).toBe('failed');
    expect(run.outputs['outcome-reason']).toMatch(/rule/);
    expect(world.record()).toBeUndefined();
  });
});
