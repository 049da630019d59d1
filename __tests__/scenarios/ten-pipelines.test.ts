/** DescribeEvents and DescribeEnvironments are limited for the whole account: pipelines side by side take calls from each other. */
import { describe, expect, it } from '@jest/globals';
import { runPipelines } from '../support/ten-pipelines.js';

describe('ten pipelines of one account that start at the same moment', () => {
  it.each([
    ['all at once', { strategy: 'all-at-once' }, 60],
    ['rolling, the policy set first', { strategy: 'rolling', 'batch-size': '1' }, 120],
  ])('all prove their deployments, throttled or not: %s', async (_, inputs, most) => {
    const { outcomes, calls, throttled, limitedPerSecond } = await runPipelines(10, inputs);
    expect(outcomes).toEqual(Array.from({ length: 10 }, () => 'succeeded'));
    // The start of ten runs is beyond the limit whatever they do: that they are throttled is part of the scene.
    expect(throttled).toBeGreaterThan(0);
    expect(Math.max(...calls)).toBeLessThanOrEqual(most);
    // Two kinds of calls, two a second each.
    expect(limitedPerSecond).toBeLessThan(4);
  });
});
