/** A canary whose run is killed at any of its requests, then an abort or a new run: one side has everything, and nothing else has changed. */
import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../src/simulator/random.js';
import { CanaryWorld } from '../support/canary-runs.js';
import { IDLE } from '../support/pair-world.js';
import { SHOP } from '../support/world.js';

/** Some in every run of the suite; `SEEDS=50 npm test -- canary-killed` for more. A failure names its seed in the title. */
const SEEDS = Array.from({ length: Number(process.env.SEEDS ?? 4) }, (_, index) => index + 1);
const INPUTS = { 'canary-steps': '25%:1m, 50%:1m', 'max-step-extension': '2m', bake: '30s' };

let whole: number | undefined;
async function requestsOfAll(): Promise<number> {
  if (whole !== undefined) return whole;
  const run = await new CanaryWorld().run(INPUTS);
  expect(run.outputs.outcome).toBe('succeeded');
  whole = run.requests();
  return whole;
}

describe('a canary that was killed', () => {
  it.each(SEEDS)(
    'leaves nothing that the next run cannot put right (seed %i)',
    async (seed) => {
      const random = seededRandom(seed * 31);
      const request = 1 + Math.floor(random.next() * (await requestsOfAll()));
      const when = random.next() < 0.5 ? 'before' : 'after';
      const operation = seed % 2 === 0 ? 'abort' : 'deploy';
      const world = new CanaryWorld();
      const foreign = await world.foreign();
      const killed = await world.run(INPUTS, { killAt: { request, when }, run: { runId: '1' } });
      expect(await world.foreign()).toBe(foreign);
      const wasOver = world.record()?.state === 'ended';
      const next = await world.run({ ...INPUTS, operation, 'busy-timeout': '1h' }, { run: { runId: '2' } });
      const told = `request ${request}, ${when}, ${operation}: ${next.outputs['outcome-reason']}`;
      expect(killed.wasKilled()).toBe(true);
      expect([told, next.hasFailed()]).toEqual([told, false]);
      const shares = await world.shares();
      const all = operation === 'deploy' || wasOver ? IDLE : SHOP.name;
      expect([told, shares[all], shares[all === IDLE ? SHOP.name : IDLE] ?? 0]).toEqual([told, 100, 0]);
      expect(await world.foreign()).toBe(foreign);
      expect(world.record()?.state ?? 'ended').toBe('ended');
    },
    40_000,
  );
});
