import { describe, expect, it } from '@jest/globals';
import { type CapacitySample, capacityOf, summariseCapacity, watchCapacity } from '../../src/demo/capacity.js';

/** `h` healthy in service, `s` sick in service, `o` healthy but out of service. */
const sample = (at: number, fleet: string): CapacitySample => ({
  at,
  instances: [...fleet].map((kind, index) => ({ id: `i-${index}`, inService: kind !== 'o', healthy: kind !== 's' })),
});

describe('the capacity of a rollout', () => {
  it.each<[string, readonly string[], { lowestHealthy: number; extraInstances: number }]>([
    ['all at once', ['hhhh', 'ssss', 'hhhh'], { lowestHealthy: 0, extraInstances: 0 }],
    ['rolling', ['hhhh', 'hhho', 'hhoh', 'hhhh'], { lowestHealthy: 3, extraInstances: 0 }],
    ['additional batch', ['hhhh', 'hhhho', 'hhhhh', 'hhhhho', 'hhhh'], { lowestHealthy: 4, extraInstances: 2 }],
    ['immutable', ['hhhh', 'hhhhhhhh', 'hhhh'], { lowestHealthy: 4, extraInstances: 4 }],
  ])('%s', (_what, fleets, expected) => {
    expect(summariseCapacity(fleets.map((fleet, index) => sample(index * 1_000, fleet)))).toMatchObject(expected);
  });

  it('sums the time of instances beyond the usual number', () => {
    const samples = [
      sample(0, 'hh'),
      sample(1_000, 'hhh'),
      sample(3_000, 'hhhh'),
      sample(4_000, 'hh'),
      sample(9_000, 'hh'),
    ];
    expect(summariseCapacity(samples)).toMatchObject({ usual: 2, highestTotal: 4, extraInstanceSeconds: 4 });
  });

  it('is read from the state of the simulator', () => {
    const instance = (id: string, target: string, traffic: 'registered' | 'draining', status: string) => ({
      id,
      runs: 'v1',
      deployment: { status },
      traffic,
      target,
    });
    const instances = [
      instance('i-1', 'healthy', 'registered', 'Deployed'),
      instance('i-2', 'healthy', 'registered', 'In Progress'),
      instance('i-3', 'unhealthy', 'registered', 'Failed'),
      instance('i-4', 'draining', 'draining', 'Deployed'),
      { id: 'i-5', traffic: 'none' as const },
    ];
    const state = { now: '2026-11-21T09:00:00.000Z', environments: [{ name: 'demo', instances }] };
    const look = capacityOf(state, 'demo');
    expect(look === undefined ? [] : summariseCapacity([look]).points).toEqual([
      { at: Date.UTC(2026, 10, 21, 9), healthy: 1, total: 5 },
    ]);
    expect(capacityOf(state, 'other')).toBeUndefined();
  });

  it('is nothing without samples', () => {
    expect(summariseCapacity([])).toEqual({
      usual: 0,
      lowestHealthy: 0,
      highestTotal: 0,
      extraInstances: 0,
      extraInstanceSeconds: 0,
      points: [],
    });
  });

  it('is sampled until stopped, over looks that fail', async () => {
    let looks = 0;
    const watch = watchCapacity(async () => {
      looks += 1;
      if (looks === 2) throw new Error('busy');
      return sample(looks, 'h');
    }, 5);
    while (looks < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    const samples = await watch.stop();
    expect(samples.map(({ at }) => at).slice(0, 3)).toEqual([1, 3, 4]);
    const taken = samples.length;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(samples).toHaveLength(taken);
  });
});
