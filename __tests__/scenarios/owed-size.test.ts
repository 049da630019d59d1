/** The size that blue-green gives the new side for its own time: no killed run leaves it behind. */
import { describe, expect, it } from '@jest/globals';
import { PairWorld } from '../support/pair-world.js';
import { type RunWish, wholeRun } from '../support/runs.js';

const ASG = 'aws:autoscaling:asg';
/** Three instances, as a scaling trigger has made them, of which two are the minimum. */
const GROWN = { instances: 3, options: { [ASG]: { MinSize: '2', MaxSize: '4' } } };
const INPUTS = { strategy: 'blue-green', bake: '1m', 'busy-timeout': '1h' };

async function minSizes(world: PairWorld): Promise<readonly string[]> {
  return Promise.all(
    world.sides().map(async ({ name }) => {
      const [settings] = await world.ports.beanstalk.settings('shop', name);
      const found = settings?.options.find((one) => one.namespace === ASG && one.name === 'MinSize');
      return `${name}: ${found?.value}`;
    }),
  );
}

const whole = (world: PairWorld, wish: RunWish = {}) =>
  wholeRun(world, { ...wish, inputs: { ...INPUTS, ...wish.inputs } });

const BOTH = ['shop-prod: 2', 'shop-prod-idle: 2'];
/** Such a run has some 110 requests; its swap is about the seventieth. */
const REQUESTS = Array.from({ length: 16 }, (_, index) => 6 + index * 7);

async function killed(request: number): Promise<PairWorld> {
  const world = new PairWorld({ environment: GROWN, idle: 'v1' });
  await whole(world, { killAt: { request, when: request % 2 === 0 ? 'before' : 'after' } });
  return world;
}

describe('a minimum that was raised for a rollout of blue-green', () => {
  it.each(REQUESTS)('is back after the next one, killed at request %i', async (request) => {
    const world = await killed(request);
    const next = await whole(world);
    expect(`${next.outputs.outcome}: ${next.outputs['outcome-reason']}`).toMatch(/^(succeeded|unchanged): /);
    expect(await minSizes(world)).toEqual(BOTH);
    expect(world.live().versionLabel).toBe('v2');
  });

  it.each(REQUESTS.filter((_, index) => index % 3 === 0))(
    'is back after operation: abort, killed at request %i',
    async (request) => {
      const world = await killed(request);
      const nothing = { 'version-source': '', 'version-label': '' };
      const inputs = { operation: 'abort', strategy: 'blue-green', 'busy-timeout': '1h', ...nothing };
      const next = await wholeRun(world, { inputs });
      expect(`${next.outputs.outcome}: ${next.outputs['outcome-reason']}`).toMatch(/^(succeeded|unchanged): /);
      expect(await minSizes(world)).toEqual(BOTH);
    },
  );
});
