import { describe, expect, it } from '@jest/globals';
import type { JudgeRules } from '../../src/domain/judgement.js';
import { minutes } from '../../src/domain/time.js';
import { looksIn, RESTING_LOOKS } from '../../src/judge/looks.js';
import { requestsToSee } from '../../src/judge/statistics.js';
import { type CourseEnd, play, STEPS, type Version } from './simulated-traffic.js';

/** The defaults, and a failure for whatever cannot be told: nothing passes here without evidence. */
const RULES: JudgeRules = {
  max5xxIncrease: 0.5,
  maxP99Ratio: 1.5,
  minRequests: 50,
  confidence: 99,
  failureLimit: 1,
  maxStepExtension: minutes(10),
  onInconclusive: 'fail',
};
const OLD: Version = { errors: 0.005, slowness: 1 };
const EACH = Array.from({ length: 200 }, (_, index) => index + 1);
const PER_MINUTE = 1_200;

const canaries = (fresh: Version, requestsPerMinute = PER_MINUTE, many = EACH.length): readonly CourseEnd[] =>
  EACH.slice(0, many).map((seed) => play({ seed, requestsPerMinute, old: OLD, fresh, rules: RULES }));

/** The first step whose minutes, without the two that are still late, bring the new side so many requests. */
function firstStepWith(requests: number): number {
  const late = 2;
  return 1 + STEPS.findIndex((one) => ((one.minutes - late) * PER_MINUTE * one.weight) / 100 >= requests);
}

const THRESHOLD = 0.01 / (2 * STEPS.reduce((sum, one) => sum + looksIn(minutes(one.minutes), RULES), RESTING_LOOKS));

describe('two hundred canaries by seed', () => {
  it('a good version is promoted every time, although it is looked at 25 times', () => {
    const ends = canaries(OLD);
    expect(ends.filter(({ end }) => end !== 'promoted')).toEqual([]);
    for (const { decisions } of ends) expect(decisions.length).toBeGreaterThanOrEqual(25);
  });

  it('so is one that uses up most of what is allowed', () => {
    const ends = canaries({ errors: 0.008, slowness: 1.2 }, PER_MINUTE, 60);
    expect(ends.filter(({ end }) => end === 'sent-back').length).toBeLessThanOrEqual(1);
  });

  it.each([
    // Three points more than 0.5 %, where 0.5 points more are allowed.
    ['3 % more errors', { errors: 0.035, slowness: 1 }, requestsToSee(0.035, 0.01, THRESHOLD, 0.99)],
    // Of a log-normal latency twice as long, 3.2 % are above 1.5 times the old p99, of which 1 % may be.
    ['a p99 twice as long', { errors: 0.005, slowness: 2 }, requestsToSee(0.032, 0.01, THRESHOLD, 0.99)],
  ])('%s is sent back, at the latest in the first step with enough requests', (_, fresh, needed) => {
    const step = firstStepWith(needed);
    expect(step).toBe(2);
    const ends = canaries(fresh);
    expect(ends.filter((one) => one.end === 'sent-back' && one.step <= step).length).toBeGreaterThanOrEqual(198);
  });

  it('two requests a minute prove nothing: no step passes, for better or worse', () => {
    for (const fresh of [OLD, { errors: 0.035, slowness: 1 }]) {
      const ends = canaries(fresh, 2, 10);
      for (const { end, step, decisions } of ends) {
        expect([end, step]).toEqual(['sent-back', 1]);
        expect(decisions.at(-1)?.finding.result).toBe('inconclusive');
        expect(decisions.map(({ result }) => result)).toContain('extend');
      }
    }
  });

  it('a version that only fails is seen with a handful of requests, far below `min-requests`', () => {
    const fresh = { errors: 1, slowness: 1 };
    const ends = canaries(fresh, 60, 10);
    for (const { step, decisions } of ends) {
      const last = decisions.at(-1);
      expect(step).toBe(1);
      expect(last?.finding.result).toBe('fail');
      expect(last?.figures.canary.requests).toBeLessThan(50);
    }
  });
});
