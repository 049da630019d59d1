/** Two blue-green runs at the same time on the same two environments: one waits or fails as configured, none harms the other. */
import { describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/domain/time.js';
import { IDLE, PairWorld } from '../support/pair-world.js';
import { startRun } from '../support/runs.js';

const PAIR = { strategy: 'blue-green', bake: '30s', 'lock-timeout': '2h', 'busy-timeout': '2h' };

interface Case {
  readonly lock: 'wait' | 'fail' | 'off';
  readonly busy: 'wait' | 'fail' | 'abort-ours';
  /** Seconds between the two starts. */
  readonly later: number;
  /** The second run may name the other side. */
  readonly names: 'shop-prod' | typeof IDLE;
}

const CASES: readonly Case[] = (['wait', 'fail', 'off'] as const).flatMap((lock) =>
  (['wait', 'fail', 'abort-ours'] as const).flatMap((busy) =>
    [0, 3, 40, 130].map((later, index): Case => ({ lock, busy, later, names: index % 2 === 0 ? 'shop-prod' : IDLE })),
  ),
);

async function both({ lock, busy, later, names }: Case) {
  const world = new PairWorld({ idle: 'v1' });
  const more = { ...PAIR, 'deploy-lock': lock, 'on-busy': busy };
  const first = startRun(world, { inputs: { ...more, 'version-label': 'v2' }, run: { runId: '1' } });
  await world.clock.sleep(seconds(later));
  const second = startRun(world, {
    inputs: { ...more, 'version-label': 'v3', 'environment-name': names },
    run: { runId: '2' },
  });
  await Promise.all([first.ended, second.ended]);
  world.advance(minutes(10));
  return { world, first, second };
}

describe('two blue-green runs at the same time', () => {
  it.each(CASES)('deploy-lock $lock, on-busy $busy, $later s apart, the second by $names', async (one) => {
    const { world, first, second } = await both(one);
    const endings = [first, second].map(({ outputs }) => outputs.outcome);
    const reasons = [first, second].map(({ outputs }) => outputs['outcome-reason']).join('\n');
    const live = world.live();
    const expected = endings[1] === 'succeeded' ? ['v2', 'v3'] : ['v2'];
    expect(live).toMatchObject({ status: 'Ready', healthStatus: 'Ok' });
    expect({
      reasons,
      label: endings.includes('succeeded') ? expected.includes(live.versionLabel ?? '') : true,
    }).toEqual({
      reasons,
      label: true,
    });
    expect(world.calls('AbortEnvironmentUpdate')).toBe(0);
    if (one.lock === 'wait') expect(endings).toEqual(['succeeded', 'succeeded']);
    if (one.lock === 'fail') {
      expect(endings.filter((ending) => ending === 'succeeded')).toHaveLength(1);
      expect(reasons).toMatch(/lock/);
      expect(world.calls('SwapEnvironmentCNAMEs')).toBe(1);
    }
  });
});
