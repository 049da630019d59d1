import { describe, expect, it } from '@jest/globals';
import { type Candidate, TargetChoice } from '../../../src/simulator/network/target-choice.js';

const candidate = (
  instanceId: string,
  health: Candidate['health'] = 'healthy',
  group: Candidate['group'] = 'default',
): Candidate => ({
  instanceId,
  group,
  health,
});
const choose = (candidates: readonly Candidate[], splitPercent: number, requests: number): Record<string, number> => {
  const choice = new TargetChoice();
  const counts: Record<string, number> = {};
  for (let request = 0; request < requests; request += 1) {
    const chosen = choice.next(candidates, splitPercent) ?? 'nobody';
    counts[chosen] = (counts[chosen] ?? 0) + 1;
  }
  return counts;
};

describe('the choice of a target', () => {
  it('goes round the healthy targets', () => {
    expect(
      choose([candidate('a'), candidate('b'), candidate('c', 'unhealthy'), candidate('d', 'initial')], 0, 100),
    ).toEqual({ a: 50, b: 50 });
  });

  it('gives requests to unhealthy targets when there are no others, as Elastic Load Balancing does', () => {
    expect(choose([candidate('a', 'unhealthy'), candidate('b', 'unhealthy')], 0, 10)).toEqual({ a: 5, b: 5 });
  });

  it('has nobody when targets were never checked', () => {
    expect(choose([candidate('a', 'initial')], 0, 3)).toEqual({ nobody: 3 });
  });

  it.each([1, 10, 33, 50, 90, 100])('gives the split group its %d percent', (percent) => {
    const { b = 0 } = choose([candidate('a'), candidate('b', 'healthy', 'split')], percent, 1_000);
    expect(Math.abs(b - percent * 10)).toBeLessThanOrEqual(1);
  });

  it('does not let one group answer for an empty other', () => {
    expect(choose([candidate('a')], 50, 10)).toEqual({ a: 5, nobody: 5 });
  });
});
