import { describe, expect, it } from '@jest/globals';
import { measuredSteps } from '../../src/demo/weights.js';

const record = (at: number, version: string) => ({ at, status: 200, version, latencyMs: 1 });
const sample = (at: number, weight: number) => ({ from: at, to: at + 10, weight });

describe('the measured steps of a canary', () => {
  it('are the shares of the new version while each weight was in force for certain', () => {
    const samples = [0, 500, 1_000].map((at) => sample(at, 0));
    const records = [
      // Sent near the change: nobody knows by which weight.
      record(1_500, 'new'),
      record(2_310, 'new'),
      record(2_400, 'old'),
      record(2_500, 'old'),
      record(2_600, 'old'),
      record(2_950, 'new'),
      record(4_500, 'new'),
    ];
    const steps = [2_000, 2_500, 3_000].map((at) => sample(at, 25));
    const last = [4_000, 5_000].map((at) => sample(at, 100));
    expect(measuredSteps(records, [...samples, ...steps, ...last], 'new')).toEqual([
      { weight: 25, requests: 4, share: 25 },
      { weight: 100, requests: 1, share: 100 },
    ]);
  });

  it('are none where the new version never had a weight', () => {
    expect(measuredSteps([record(1, 'old')], [sample(0, 0), sample(900, 0)], 'new')).toEqual([]);
  });
});
