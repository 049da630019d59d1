import { describe, expect, it } from '@jest/globals';
import type { Decision, FigureWindow, JudgeRules, Look, RuleFinding, SideFigures } from '../../src/domain/judgement.js';
import { minutes } from '../../src/domain/time.js';
import { addUp, measuredShare } from '../../src/judge/figures.js';
import { decide } from '../../src/judge/judge.js';
import { latencyLimits, thresholdOf } from '../../src/judge/rules.js';

const RULES: JudgeRules = {
  minRequests: 50,
  confidence: 99,
  failureLimit: 1,
  maxStepExtension: minutes(10),
  onInconclusive: 'fail',
};
const LAST: Look = { look: 5, looksInAll: 50, isLast: true };

const window = (requests: number, errors5xx = 0, p99?: number, at = 0): FigureWindow => ({
  at,
  requests,
  errors5xx,
  ...(p99 === undefined ? {} : { p99 }),
});
const side = (windows: readonly FigureWindow[], slower: SideFigures['slower'] = []): SideFigures =>
  addUp('load-balancer', { from: 0, to: minutes(10) }, windows, slower);
const NOTHING = side([]);

interface Case {
  readonly rules?: Partial<JudgeRules>;
  readonly stable?: SideFigures;
  readonly canary?: SideFigures;
  readonly look?: Partial<Look>;
  readonly others?: readonly RuleFinding[];
  readonly extensionLeft?: number;
}

const judged = ({ rules, stable = NOTHING, canary = NOTHING, look, others = [], extensionLeft = 0 }: Case): Decision =>
  decide({
    at: 0,
    rules: { ...RULES, ...rules },
    look: { ...LAST, ...look },
    step: 1,
    steps: 3,
    weight: 5,
    figures: { stable, canary },
    others,
    extensionLeft,
  });

const found = (decision: Decision, rule: string): string | undefined =>
  decision.findings.find((one) => one.rule === rule)?.finding.result;

describe('what follows from a look', () => {
  const bad: RuleFinding = { rule: 'health', finding: { result: 'fail', why: 'it is Severe' } };
  const few = side([window(3)]);
  const many = side([window(1_000)]);
  it.each<[string, Case, Decision['result']]>([
    ['a failure goes back at once', { canary: many, others: [bad], look: { isLast: false } }, 'restore'],
    ['what passes goes on until its time is over', { canary: many, look: { isLast: false } }, 'hold'],
    ['and then gets more', { canary: many }, 'raise'],
    ['too few requests go on', { canary: few, look: { isLast: false } }, 'hold'],
    ['are waited for when the time is over', { canary: few, extensionLeft: 1 }, 'extend'],
    ['and are a failure in the end', { canary: few }, 'restore'],
    ['unless they are taken with a warning', { canary: few, rules: { onInconclusive: 'warn' } }, 'raise'],
    ['no figures at all are no pass', {}, 'restore'],
  ])('%s', (_, given, result) => expect(judged(given).result).toBe(result));

  it('what was taken with a warning still says that it was not judged', () => {
    const { finding } = judged({ canary: few, rules: { onInconclusive: 'warn' } });
    expect(finding).toEqual({
      result: 'inconclusive',
      why: 'the new side answered 3 requests that we know of, and 50 are needed to judge it',
    });
  });
});

describe('errors', () => {
  it.each<[string, Case, string, string]>([
    [
      'one of twenty proves nothing at a limit of 1 %',
      { rules: { max5xxPercent: 1 }, canary: side([window(20, 1)]) },
      'max-5xx-percent',
      'pass',
    ],
    [
      'two of twenty are looked at for longer',
      { rules: { max5xxPercent: 1 }, canary: side([window(20, 2)]) },
      'max-5xx-percent',
      'inconclusive',
    ],
    [
      'ten of twenty are too many, with however few requests',
      { rules: { max5xxPercent: 1 }, canary: side([window(20, 10)]) },
      'max-5xx-percent',
      'fail',
    ],
    [
      'a limit of nothing lets nothing pass',
      { rules: { max5xxPercent: 0 }, canary: side([window(1_000, 1)]) },
      'max-5xx-percent',
      'fail',
    ],
    [
      'what both sides have is not held against the new one',
      { rules: { max5xxIncrease: 0.5 }, stable: side([window(2_000, 400)]), canary: side([window(500, 105)]) },
      'max-5xx-increase',
      'pass',
    ],
    [
      'what only the new one has is',
      { rules: { max5xxIncrease: 0.5 }, stable: side([window(2_000, 0)]), canary: side([window(500, 30)]) },
      'max-5xx-increase',
      'fail',
    ],
    [
      'without an old side there is nothing to compare with',
      { rules: { max5xxIncrease: 0.5 }, stable: side([window(10)]), canary: side([window(500, 30)]) },
      'max-5xx-increase',
      'inconclusive',
    ],
  ])('%s', (_, given, rule, result) => expect(found(judged(given), rule)).toBe(result));

  it('the more looks and rules there are, the surer each has to be', () => {
    const one = { ...RULES, max5xxPercent: 1 };
    expect(thresholdOf(one, { ...LAST, looksInAll: 1 })).toBeCloseTo(0.01, 10);
    expect(thresholdOf({ ...one, maxP99: 300 }, { ...LAST, looksInAll: 50 })).toBeCloseTo(0.0001, 10);
    const borderline = { rules: { max5xxPercent: 1 }, canary: side([window(200, 8)]) };
    expect(found(judged({ ...borderline, look: { looksInAll: 1 } }), 'max-5xx-percent')).toBe('fail');
    expect(found(judged({ ...borderline, look: { looksInAll: 50 } }), 'max-5xx-percent')).toBe('inconclusive');
  });
});

describe('latency', () => {
  const old = side([window(1_000, 0, 200, 0), window(1_000, 0, 200, minutes(1))]);
  const slow = (requests: number) => side([window(1_000, 0, 250)], [{ than: 300, requests }]);
  it.each<[string, Case, string, string]>([
    ['one of a hundred may be slower', { rules: { maxP99: 300 }, canary: slow(10) }, 'max-p99', 'pass'],
    [
      'two of a hundred are looked at for longer',
      { rules: { maxP99: 300 }, canary: slow(19) },
      'max-p99',
      'inconclusive',
    ],
    ['forty of a thousand are too many', { rules: { maxP99: 300 }, canary: slow(40) }, 'max-p99', 'fail'],
    [
      'the limit may be that of the old side',
      { rules: { maxP99Ratio: 1.5 }, stable: old, canary: slow(40) },
      'max-p99-ratio',
      'fail',
    ],
    [
      'a p99 of a few requests is only their slowest one',
      { rules: { maxP99Ratio: 1.5 }, stable: side([window(99, 0, 200)]), canary: slow(40) },
      'max-p99-ratio',
      'inconclusive',
    ],
    [
      'without any latency nothing is said',
      { rules: { maxP99: 300 }, canary: side([window(1_000)]) },
      'max-p99',
      'inconclusive',
    ],
  ])('%s', (_, given, rule, result) => expect(found(judged(given), rule)).toBe(result));

  it('where requests cannot be counted, samples are: half of them may be above the limit', () => {
    const samples = (above: number) =>
      side(Array.from({ length: 20 }, (_, at) => window(50, 0, at < above ? 500 : 100, at)));
    const at = (above: number) => found(judged({ rules: { maxP99: 300 }, canary: samples(above) }), 'max-p99');
    expect([at(10), at(16), at(20)]).toEqual(['pass', 'inconclusive', 'fail']);
  });

  it('samples of both sides are compared at the same moments only', () => {
    const stable = side(Array.from({ length: 20 }, (_, at) => window(50, 0, 400, at)));
    const later = side(Array.from({ length: 20 }, (_, at) => window(50, 0, 700, at + 100)));
    const same = side(Array.from({ length: 20 }, (_, at) => window(50, 0, 700, at)));
    const rules = { maxP99Ratio: 1.5 };
    expect(found(judged({ rules, stable, canary: later }), 'max-p99-ratio')).toBe('inconclusive');
    expect(found(judged({ rules, stable, canary: same }), 'max-p99-ratio')).toBe('fail');
  });

  it('requests slower than each limit are what has to be counted', () => {
    expect(latencyLimits({ ...RULES, maxP99: 300, maxP99Ratio: 1.5 }, old)).toEqual([300]);
    expect(latencyLimits({ ...RULES, maxP99: 250, maxP99Ratio: 1.5 }, old)).toEqual([250, 300]);
    expect(latencyLimits({ ...RULES, maxP99Ratio: 1.5 }, NOTHING)).toEqual([]);
  });
});

describe('the share that was measured', () => {
  it('does not count the minute in which the weight was set', () => {
    const of = (before: number, after: number) =>
      addUp('load-balancer', { from: 30_000, to: minutes(3) }, [
        window(before, 0, 1, 0),
        window(after, 0, 1, minutes(1)),
      ]);
    expect(measuredShare({ stable: of(1_000, 750), canary: of(10, 250) })).toBe(25);
    expect(measuredShare({ stable: NOTHING, canary: NOTHING })).toBeUndefined();
  });

  it('a p99 of minutes weighs as much as its requests', () => {
    expect(side([window(300, 0, 100), window(100, 0, 300)]).p99).toBe(150);
    expect(side([window(300, 0, 100), window(100)]).p99).toBe(100);
    expect(side([window(300)])).not.toHaveProperty('p99');
  });
});
