/** Random fates under random faults: whatever happens on the wire, no false success and no false failure. */
import { describe, expect, it } from '@jest/globals';
import type { Random } from '../../src/ports/random.js';
import { seededRandom } from '../../src/simulator/random.js';
import type { Fault, Scenario } from '../../src/simulator/scenario.js';
import { World } from '../support/world.js';

/** A failure names its seed in the title: raise the count for a longer run. */
const SEEDS = Array.from({ length: 16 }, (_, index) => index + 1);

const POLICIES = ['AllAtOnce', 'Rolling', 'RollingWithAdditionalBatch', 'Immutable', 'TrafficSplitting'] as const;

const FATES: readonly (Scenario & { readonly ends: 'succeeded' | 'failed' })[] = [
  { ends: 'succeeded' },
  { ends: 'failed', versions: { v2: { command: 'fails' } } },
  { ends: 'failed', versions: { v2: { health: 'Severe' } } },
  { ends: 'failed', faults: [{ kind: 'silent-rollback', label: 'v2' }] },
  { ends: 'failed', faults: [{ kind: 'instance-keeps-old-version', count: 1 }] },
  { ends: 'failed', faults: [{ kind: 'aborted-by-someone', afterSeconds: 25 }] },
  { ends: 'failed', faults: [{ kind: 'terminated-by-someone', afterSeconds: 25 }] },
];

const TROUBLES: readonly Fault[] = [
  { kind: 'throttle', action: '*', probability: 0.4 },
  { kind: 'server-error', status: 503, action: '*', probability: 0.3 },
  { kind: 'reset', when: 'before', action: '*', probability: 0.2 },
  { kind: 'reset', when: 'after', action: '*', probability: 0.2 },
  { kind: 'slow-answer', action: '*', seconds: 3, probability: 0.3 },
  { kind: 'stale-read', action: '*', seconds: 30 },
  { kind: 'label-lag', seconds: 20 },
  { kind: 'late-events', contains: 'i', seconds: 45 },
  { kind: 'lost-events', contains: 'update' },
  { kind: 'lost-events', contains: 'deployed' },
  { kind: 'duplicate-events', contains: 'e' },
];

function pick<T>(random: Random, list: readonly [T, ...T[]] | readonly T[]): T {
  const found = list[Math.floor(random.next() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

describe('random faults', () => {
  it.each(SEEDS)('seed %i', async (seed) => {
    const random = seededRandom(seed);
    const policy = pick(random, POLICIES);
    const fate = random.next() < 0.4 ? pick(random, FATES.slice(0, 1)) : pick(random, FATES);
    const troubles = TROUBLES.filter(() => random.next() < 0.25);
    const world = new World({
      seed,
      environment: {
        options: {
          'aws:elasticbeanstalk:command': { DeploymentPolicy: policy, BatchSizeType: 'Fixed', BatchSize: '2' },
        },
      },
    });
    const { ends, ...scenario } = fate;
    const { outcome } = await world.deploy({
      scenario: { ...scenario, faults: [...(scenario.faults ?? []), ...troubles] },
    });
    expect({ policy, scenario, troubles: troubles.map(({ kind }) => kind), state: outcome.state }).toEqual({
      policy,
      scenario,
      troubles: troubles.map(({ kind }) => kind),
      state: ends,
    });
  });
});
