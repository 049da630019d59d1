/** A request to stop at any moment of a canary: users first, everything to the old side within seconds. */
import { describe, expect, it } from '@jest/globals';
import { seconds } from '../../src/domain/time.js';
import { seededRandom } from '../../src/simulator/random.js';
import { CanaryWorld } from '../support/canary-runs.js';
import { IDLE } from '../support/pair-world.js';
import { SHOP } from '../support/world.js';

const SEEDS = Array.from({ length: Number(process.env.SEEDS ?? 4) }, (_, index) => index + 1);
const INPUTS = { 'canary-steps': '50%:1m', 'max-step-extension': '2m', bake: '30s' };

describe('a canary that is asked to stop', () => {
  let whole: number | undefined;
  it.each(SEEDS)(
    'gives everything back, whatever call it was at (seed %i)',
    async (seed) => {
      whole ??= (await new CanaryWorld().run(INPUTS)).requests();
      const number = 1 + Math.floor(seededRandom(seed * 17).next() * (whole - 3));
      const world = new CanaryWorld();
      const foreign = await world.foreign();
      let [count, at] = [0, 0];
      const running = await world.start(INPUTS, {
        loses: () => {
          count += 1;
          if (count === number) {
            at = world.clock.now();
            running.cancel();
          }
          return false;
        },
      });
      await running.ended;
      const told = `request ${number} of ${whole}: ${running.outputs['outcome-reason']}`;
      expect([told, world.clock.now() - at < seconds(6.5)]).toEqual([told, true]);
      expect(['cancelled', 'succeeded']).toContain(running.outputs.outcome);
      const isOver = running.outputs.outcome === 'succeeded';
      const shares = await world.shares();
      const [all, none] = isOver ? [IDLE, SHOP.name] : [SHOP.name, IDLE];
      expect([told, shares[all], shares[none] ?? 0]).toEqual([told, 100, 0]);
      expect(await world.foreign()).toBe(foreign);
      expect(world.record()?.state ?? 'ended').toBe('ended');
    },
    40_000,
  );

  it('says who has the requests by the last look when they cannot be given back in time', async () => {
    const world = new CanaryWorld();
    const running = await world.start({ ...INPUTS, bake: '2m' });
    await world.until(() => running.lines.some((line) => line.startsWith('Step 7 of 7')));
    world.scenario({ faults: [{ kind: 'server-error', status: 503, action: 'ModifyRule' }] });
    running.cancel();
    await running.ended;
    expect(running.outputs).toMatchObject({ outcome: 'cancelled', 'live-environment-name': IDLE });
    expect(running.lines.join('\n')).toContain(`${IDLE} may still get a share of the requests`);
    expect(await world.shares()).toMatchObject({ [IDLE]: 100 });
  }, 20_000);
});

describe('a canary whose reads do not answer', () => {
  it.each(['GetMetricData', 'GetObject', 'DescribeTargetHealth'])(
    'hears a request to stop although %s is slow, and gives everything back',
    async (action) => {
      const world = new CanaryWorld();
      const running = await world.start({ ...INPUTS, 'canary-steps': '50%:9m' });
      await world.until(() => world.record()?.step === 1);
      world.scenario({ faults: [{ kind: 'slow-answer', seconds: 600, action }] });
      await world.clock.sleep(seconds(200));
      const at = world.clock.now();
      running.cancel();
      await running.ended;
      expect([action, world.clock.now() - at < seconds(6.3)]).toEqual([action, true]);
      expect(running.outputs).toMatchObject({ outcome: 'cancelled', 'live-environment-name': SHOP.name });
      expect(running.outputs['outcome-reason']).not.toContain('did not answer in time');
      expect(await world.shares()).toMatchObject({ [SHOP.name]: 100 });
    },
    20_000,
  );
});

describe('a canary whose write of a share does not answer', () => {
  it('hears a request to stop, gives everything back, and says that the write may still arrive', async () => {
    const world = new CanaryWorld();
    world.scenario({ faults: [{ kind: 'slow-answer', seconds: 600, action: 'ModifyRule', times: 1 }] });
    const running = await world.start(INPUTS);
    await world.until(() => running.lines.some((line) => line.startsWith('Step 4 of 7')));
    await world.clock.sleep(seconds(20));
    const at = world.clock.now();
    running.cancel();
    await running.ended;
    expect(world.clock.now() - at).toBeLessThan(seconds(6.3));
    expect(running.outputs).toMatchObject({ outcome: 'cancelled', 'live-environment-name': SHOP.name });
    expect(running.outputs['outcome-reason']).not.toContain('did not answer in time');
    expect(running.lines.join('\n')).toContain(`${IDLE} may still get a share of the requests`);
    expect(await world.shares()).toMatchObject({ [SHOP.name]: 100 });
  }, 20_000);
});

describe('a canary by records of Route 53', () => {
  const STEPS = { 'canary-steps': '10%:3m, 50%:3m', bake: '30s' };
  it('goes by weights of the name, and the records of others stay', async () => {
    const world = new CanaryWorld('route53');
    const foreign = await world.foreignRecords();
    const run = await world.run(STEPS);
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'live-environment-name': IDLE });
    expect(run.outputs['environment-url']).toBe('shop.example.com');
    expect(await world.weights()).toEqual([0, 100]);
    expect(await world.foreignRecords()).toBe(foreign);
  }, 20_000);

  it('a request to stop does not wait for name servers', async () => {
    const world = new CanaryWorld('route53');
    const running = await world.start(STEPS);
    await world.until(() => world.record()?.step === 1);
    const at = world.clock.now();
    running.cancel();
    await running.ended;
    expect(world.clock.now() - at).toBeLessThan(seconds(2));
    expect(await world.weights()).toEqual([100, 0]);
  }, 20_000);
});
