import { describe, expect, it } from '@jest/globals';
import { type Declarations, readInputs } from '../../src/domain/input.js';
import type { Plan, Step } from '../../src/domain/plan.js';
import { minutes } from '../../src/domain/time.js';
import { withInconclusive } from '../../src/operations/judge-steps.js';
import { confirmOf, confirmTime, HOLD_INPUTS, JUDGE_INPUTS, judgeRules } from '../../src/strategies/judge-inputs.js';
import { trafficSplitting } from '../../src/strategies/traffic-splitting.js';
import { plan } from '../report/given.js';

const ALL = { ...JUDGE_INPUTS, ...HOLD_INPUTS };
const read = (given: Readonly<Record<string, string>>) => readInputs(ALL, (name) => given[name] ?? '');
const rulesOf = (given: Readonly<Record<string, string>> = {}) => judgeRules(read(given).values);

describe('rules of judging', () => {
  it('compare with the old version unless told otherwise', () => {
    expect(rulesOf()).toEqual({
      max5xxIncrease: 0.5,
      maxP99Ratio: 1.5,
      minRequests: 50,
      confidence: 99,
      failureLimit: 1,
      maxStepExtension: minutes(10),
      onInconclusive: 'warn',
    });
  });

  it('are switched off, and set by themselves', () => {
    const given = { 'max-5xx-increase': 'off', 'max-p99-ratio': '2x', 'max-5xx-percent': '1.5 %', 'max-p99': '400ms' };
    const rules = rulesOf(given);
    expect(rules).not.toHaveProperty('max5xxIncrease');
    expect(rules).toMatchObject({ maxP99Ratio: 2, max5xxPercent: 1.5, maxP99: 400 });
  });

  it.each([
    ['max-5xx-percent', '101'],
    ['max-5xx-percent', 'off'],
    ['max-5xx-increase', '-1'],
    ['max-5xx-increase', 'none'],
    ['max-p99-ratio', '0.9'],
    ['max-p99', 'soon'],
    ['min-requests', '0'],
    ['min-requests', '1.5'],
    ['confidence', '100'],
    ['confidence', '50'],
    ['failure-limit', 'two'],
    ['confirm-url', 'ask.example.com'],
    ['confirm-url', 'https://user:password@ask.example.com/'],
    ['confirm-url', 'file:///etc/passwd'],
    ['confirm-timeout', '2d'],
  ])('%s: %s is refused', (name, text) => {
    expect(read({ [name]: text }).failures.map((one) => one.name)).toEqual([name]);
  });

  it('a page that confirms takes its time from the deadline', () => {
    const { values } = read({ 'confirm-url': 'https://ask.example.com/v2?key=1', 'confirm-timeout': '30m' });
    expect(confirmOf(values)).toEqual({ url: 'https://ask.example.com/v2?key=1', timeout: minutes(30) });
    expect(confirmTime(values, 3)).toBe(3 * minutes(31));
    expect([confirmOf(read({}).values), confirmTime(read({}).values, 3)]).toEqual([undefined, 0]);
  });

  it('`traffic-splitting` takes those that need no holding', () => {
    const names = Object.keys(trafficSplitting.inputs satisfies Declarations);
    expect(names).toEqual(expect.arrayContaining(Object.keys(JUDGE_INPUTS)));
    for (const name of Object.keys(HOLD_INPUTS)) expect(names).not.toContain(name);
  });

  it('`on-inconclusive` reaches every step that judges', () => {
    const environment = { id: 'e-1', name: 'shop' };
    const expects = {
      options: [],
      removedOptions: [],
      enhancedHealth: true,
      instances: 2,
      raisesDeploymentId: true,
    };
    const judging = { rules: rulesOf(), percent: 10, evaluation: minutes(5) };
    const settle: Step = { kind: 'settle', environment, expects, expectedDuration: 0 };
    const told: Plan = withInconclusive(plan({ steps: [settle, { ...settle, judging }] }), 'fail');
    const found = told.steps.map((step) => (step.kind === 'settle' ? step.judging?.rules.onInconclusive : ''));
    expect(found).toEqual([undefined, 'fail']);
  });
});
