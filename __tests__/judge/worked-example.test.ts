import { describe, expect, it } from '@jest/globals';
import type { FigureWindow, JudgeRules, SideFigures } from '../../src/domain/judgement.js';
import { oneIn } from '../../src/domain/judgement.js';
import { minutes } from '../../src/domain/time.js';
import { addUp } from '../../src/judge/figures.js';
import { decide } from '../../src/judge/judge.js';
import { looksIn, RESTING_LOOKS } from '../../src/judge/looks.js';
import { thresholdOf } from '../../src/judge/rules.js';
import { lowestShare, requestsToSee } from '../../src/judge/statistics.js';
import { readRoot } from '../support/source.js';

/** The defaults of the inputs. */
const RULES: JudgeRules = {
  max5xxIncrease: 0.5,
  maxP99Ratio: 1.5,
  minRequests: 50,
  confidence: 99,
  failureLimit: 1,
  maxStepExtension: minutes(10),
  onInconclusive: 'warn',
};
/** Of `canary-steps: 5%:5m, 25%:10m, 50%:10m`. */
const LOOKS = [5, 10, 10].reduce((sum, span) => sum + looksIn(minutes(span), RULES), RESTING_LOOKS);
const LOOK = { look: 1, looksInAll: LOOKS, isLast: false };
const THRESHOLD = thresholdOf(RULES, LOOK);

/** Two minutes of the second step, at 60 requests a second. */
const side = (requests: number, errors: readonly number[], p99: number, slower: number): SideFigures =>
  addUp(
    'load-balancer',
    { from: 0, to: minutes(2) },
    errors.map((errors5xx, index): FigureWindow => ({ at: minutes(index), requests, errors5xx, p99 })),
    [{ than: 330, requests: slower }],
  );
const OLD = side(2_700, [13, 14], 220, 0);

const judged = (canary: SideFigures) =>
  decide({
    at: minutes(4),
    rules: RULES,
    look: LOOK,
    step: 2,
    steps: 3,
    weight: 25,
    figures: { stable: OLD, canary },
    others: [],
    extensionLeft: RULES.maxStepExtension,
  });

describe('the worked example in docs/judging.md', () => {
  const page = readRoot('docs/judging.md').replace(/\s+/g, ' ');
  const says = (text: string): void => expect(page).toContain(text.replace(/\s+/g, ' '));

  it('shares the allowed error out as it says', () => {
    says(`${LOOKS} looks`);
    says(oneIn(THRESHOLD));
  });

  it('comes to the findings that it quotes', () => {
    const bad = judged(side(900, [31, 32], 230, 12));
    expect(bad.result).toBe('restore');
    for (const { rule, finding } of bad.findings) if (rule !== 'requests') says(finding.why);
    const doubtful = judged(side(900, [16, 18], 230, 12));
    expect(doubtful.result).toBe('hold');
    expect(doubtful.finding.result).toBe('inconclusive');
    says(doubtful.why);
    const good = judged(side(900, [5, 4], 230, 12));
    expect(good.finding.result).toBe('pass');
  });

  it('a single request of twenty that fails is no failure, and twenty of twenty are', () => {
    const alpha = THRESHOLD;
    says(`at least ${(100 * lowestShare(1, 20, alpha)).toFixed(4)} %`);
    says(`at least ${Math.round(100 * lowestShare(20, 20, alpha))} %`);
  });

  it('says how many requests a step needs to see what', () => {
    const rows = [
      ['100 %', requestsToSee(0.999, 0.01, THRESHOLD, 0.99)],
      ['10 %', requestsToSee(0.1, 0.01, THRESHOLD, 0.99)],
      ['3.5 %', requestsToSee(0.035, 0.01, THRESHOLD, 0.99)],
      ['2 %', requestsToSee(0.02, 0.01, THRESHOLD, 0.99)],
    ] as const;
    for (const [share, requests] of rows) says(`| ${share} | ${rounded(requests)} |`);
  });
});

/** To two digits, upwards. */
function rounded(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / unit) * unit;
}
