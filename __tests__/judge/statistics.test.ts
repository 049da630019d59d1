import { describe, expect, it } from '@jest/globals';
import {
  chanceOfAtLeast,
  chanceOfDifference,
  highestShare,
  lowestDifference,
  lowestShare,
  requestsToSee,
} from '../../src/judge/statistics.js';

/** P(X = count), by summing logarithms: another way than the one that is tested. */
function massAt(count: number, of: number, share: number): number {
  if (share === 0) return count === 0 ? 1 : 0;
  let log = count * Math.log(share) + (of - count) * Math.log1p(-share);
  for (let i = 1; i <= count; i += 1) log += Math.log((of - count + i) / i);
  return Math.exp(log);
}

const tail = (count: number, of: number, share: number): number => {
  let sum = 0;
  for (let i = count; i <= of; i += 1) sum += massAt(i, of, share);
  return sum;
};

describe('the exact binomial test', () => {
  it.each([
    [1, 1, 0.5],
    [3, 20, 0.01],
    [5, 50, 0.01],
    [23, 1_000, 0.01],
    [60, 2_000, 0.02],
    [17, 17, 0.5],
    [400, 500, 0.75],
  ])('agrees with the sum of its terms: %i of %i at %d', (count, of, share) => {
    const expected = tail(count, of, share);
    expect(Math.abs(chanceOfAtLeast(count, of, share) / expected - 1)).toBeLessThan(1e-8);
  });

  it('nothing is certain, and more than all is impossible', () => {
    expect(chanceOfAtLeast(0, 10, 0.1)).toBe(1);
    expect(chanceOfAtLeast(11, 10, 0.1)).toBe(0);
  });
});

describe('bounds of a share', () => {
  it('are those of a published table (Clopper and Pearson, 95 %, both sides)', () => {
    // 10 of 100: 4.9 % to 17.6 %; 0 of 20: 0 to 16.8 %.
    expect(lowestShare(10, 100, 0.025)).toBeCloseTo(0.049, 3);
    expect(highestShare(10, 100, 0.025)).toBeCloseTo(0.1762, 3);
    expect(lowestShare(0, 20, 0.025)).toBe(0);
    expect(highestShare(0, 20, 0.025)).toBeCloseTo(0.1684, 3);
    expect(highestShare(20, 20, 0.025)).toBe(1);
  });
});

describe('the difference of two shares', () => {
  it('is bounded by both shares together', () => {
    // Newcombe's example 56/70 against 48/80: Wilson's bounds give 0.0524; exact ones are a little more careful.
    const bound = lowestDifference({ count: 56, of: 70 }, { count: 48, of: 80 }, 0.025);
    expect(bound).toBeGreaterThan(0.03);
    expect(bound).toBeLessThan(0.0524);
  });

  it.each([
    [20, 380, 0.005, 0],
    [20, 380, 0.005, 0.02],
    [100, 300, 0.005, 0.001],
    [100, 300, 0.005, 0.02],
    [100, 100, 0.005, 0.01],
    [60, 60, 0, 0.1],
  ])(
    'a version that keeps to the margin is rarely called worse: %i against %i, margin %d, old share %d',
    (n, m, margin, base) => {
      // All that can come out, weighted by how likely it is, at an error of 1 in 100 and of 1 in 10,000.
      for (const alpha of [0.01, 1e-4]) {
        let wrong = 0;
        for (let y = 0; y <= m; y += 1) {
          const likely = massAt(y, m, base);
          if (likely < 1e-9) continue;
          for (let x = 0; x <= n; x += 1) {
            const both = likely * massAt(x, n, base + margin);
            if (both < 1e-12) continue;
            if (lowestDifference({ count: x, of: n }, { count: y, of: m }, alpha) > margin) wrong += both;
          }
        }
        expect(wrong).toBeLessThanOrEqual(alpha);
      }
    },
  );

  it('the chance is where the bound passes the margin', () => {
    const [one, other] = [
      { count: 30, of: 1_000 },
      { count: 5, of: 1_000 },
    ];
    const chance = chanceOfDifference(one, other, 0.005);
    expect(lowestDifference(one, other, chance * 1.05)).toBeGreaterThan(0.005);
    expect(lowestDifference(one, other, chance * 0.95)).toBeLessThan(0.005);
  });

  it('without requests, or within the margin, nothing speaks against the version', () => {
    expect(chanceOfDifference({ count: 0, of: 0 }, { count: 0, of: 100 }, 0)).toBe(1);
    expect(chanceOfDifference({ count: 1, of: 100 }, { count: 0, of: 100 }, 0.02)).toBe(1);
  });
});

describe('how much traffic a step needs', () => {
  it('with so many requests the harm is seen, with one per cent fewer it is not as sure', () => {
    const needed = requestsToSee(0.035, 0.01, 1e-4, 0.99);
    expect(needed).toBeGreaterThan(500);
    expect(needed).toBeLessThan(1_500);
    expect(requestsToSee(0.02, 0.01, 1e-4, 0.99)).toBeGreaterThan(needed);
  });
});
