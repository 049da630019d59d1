/** Blue-green rollouts that are stopped: cancelled in every phase, or killed at any call and started again. */
import { describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/domain/time.js';
import { seededRandom } from '../../src/simulator/random.js';
import { PairWorld, PRODUCTION } from '../support/pair-world.js';

const INPUTS = {
  'smoke-test-path': '/',
  'smoke-test-body': 'version {version}',
  'smoke-test-interval': '5s',
  bake: '1m',
};

/** One live side that is well and serves a version that was proven; nothing half done stays behind. */
function expectOneGoodLiveSide(world: PairWorld, labels: readonly string[]): void {
  const live = world.live();
  expect({ ...live, health: live.healthStatus }).toMatchObject({ status: 'Ready', cname: PRODUCTION, health: 'Ok' });
  expect(labels).toContain(live.versionLabel);
}

describe('a request to stop', () => {
  for (const idle of ['none', 'v1']) {
    it.each([2, 15, 45, 75, 100, 110, 114, 118, 122, 130, 150, 200, 240, 280, 300, 306, 312, 320, 350])(
      `leaves one live side that is well and says who that is (idle side: ${idle}, after %i s)`,
      async (after) => {
        const world = new PairWorld({ idle });
        const { outcome } = await world.go({ inputs: INPUTS, cancelAfter: seconds(after) });
        const said = outcome?.sides?.live?.name;
        world.advance(minutes(15));
        expectOneGoodLiveSide(world, ['v1', 'v2']);
        expect(said).toBe(world.live().name);
        if (outcome?.state !== 'cancelled') expect(outcome?.state).toBe('succeeded');
        else expect(outcome.reason).toContain(said);
      },
    );
  }

  it('during a swap is answered with what has become of it', async () => {
    const world = new PairWorld({ idle: 'v1' });
    const whole = await world.go({ inputs: INPUTS });
    const swap = world.said.find((one) => one.type === 'step-started' && one.step.kind === 'swap')?.at ?? 0;
    expect(whole.outcome?.state).toBe('succeeded');
    const again = new PairWorld({ idle: 'v1' });
    const began = again.clock.now();
    const start = world.said[0]?.at ?? 0;
    const { outcome } = await again.go({ inputs: INPUTS, cancelAfter: swap - start + seconds(2) });
    expect(outcome?.state).toBe('cancelled');
    expect(again.clock.now()).toBeGreaterThan(began);
    expect(outcome?.reason).toMatch(/has the traffic and keeps it|could not be seen in time|serves as before/);
    again.advance(minutes(1));
    expectOneGoodLiveSide(again, ['v1', 'v2']);
  });
});

class Killed extends Error {}

describe('a run that is killed and started again', () => {
  const random = seededRandom(11);
  const moments = Array.from({ length: 50 }, () => random.next());

  it.each(moments.map((share, at) => [at + 1, share] as const))(
    'at random moment %i ends in success or as before, never with two halves',
    async (at, share) => {
      const idle = at % 2 === 0 ? 'none' : 'v1';
      const world = new PairWorld({ idle, seed: at });
      const killAt = Math.floor(share * 90);
      const died = world
        .go({
          inputs: INPUTS,
          onCall: (_, count) => {
            if (count >= killAt) throw new Killed('killed');
          },
        })
        .catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
      await died;
      // What was begun goes on in the service; the next job starts some seconds later.
      world.advance(seconds(5 + 40 * share));
      const next = await world.go({ inputs: INPUTS });
      expect({ state: next.outcome?.state, problems: next.problems, reason: next.outcome?.reason }).toMatchObject({
        state: expect.stringMatching(/^(succeeded|unchanged)$/),
      });
      expectOneGoodLiveSide(world, ['v2']);
      expect(world.sides()).toHaveLength(2);
      expect(world.calls('SwapEnvironmentCNAMEs')).toBe(1);
    },
  );
});
