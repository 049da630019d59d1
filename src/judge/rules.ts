/** The rules with statistics: errors and latency of the new side, by themselves and against the old side in the same minutes. */
import { cannotTell, fails, type GateFinding, passes } from '../domain/gate.js';
import {
  type JudgeRules,
  type Look,
  oneIn,
  type RuleFinding,
  type SideFigures,
  type Sides,
} from '../domain/judgement.js';
import { formatDuration, type Milliseconds } from '../domain/time.js';
import { sameWindows } from './figures.js';
import { type Count, chanceOfAtLeast, chanceOfDifference } from './statistics.js';

/** One of a hundred requests is slower than the p99, by what the word means. */
const SLOW_SHARE = 0.01;
/** A p99 of fewer requests is only their slowest one; the EB CLI marks it as unsure below this number, too. */
const P99_NEEDS = 100;
/** In so much of its windows a side may have a p99 above its true one by chance alone. */
const WINDOWS_ABOVE = 0.5;
/** What is this unlikely by chance, and yet not proven, is looked at for longer. */
const SUSPICIOUS = 0.05;

/**
 * From which chance on a rule says "worse". The error that is allowed over the whole rollout is shared out evenly among all
 * looks and rules (Bonferroni), so that looking every minute does not make a good version fail sooner or later.
 */
export function thresholdOf(rules: JudgeRules, { looksInAll }: Look): number {
  const rulesInPlay = [rules.max5xxPercent, rules.max5xxIncrease, rules.maxP99, rules.maxP99Ratio].filter(
    (limit) => limit !== undefined,
  ).length;
  return (1 - rules.confidence / 100) / (Math.max(1, looksInAll) * Math.max(1, rulesInPlay));
}

/** Limits of latency for which the requests of the new side that were slower must be counted. */
export function latencyLimits(rules: JudgeRules, stable: SideFigures): readonly Milliseconds[] {
  const relative = relativeLimit(rules, stable);
  return [...new Set([rules.maxP99, relative])].filter((limit) => limit !== undefined);
}

const relativeLimit = ({ maxP99Ratio }: JudgeRules, { p99 }: SideFigures): Milliseconds | undefined =>
  maxP99Ratio === undefined || p99 === undefined ? undefined : Math.round(maxP99Ratio * p99);

export function judgeRules(rules: JudgeRules, figures: Sides<SideFigures>, look: Look): readonly RuleFinding[] {
  const threshold = thresholdOf(rules, look);
  return [
    enoughRequests(rules, figures),
    ...errorsAlone(rules, figures, threshold),
    ...errorsCompared(rules, figures, threshold),
    ...latencyAlone(rules, figures, threshold),
    ...latencyCompared(rules, figures, threshold),
  ];
}

function enoughRequests({ minRequests }: JudgeRules, { canary }: Sides<SideFigures>): RuleFinding {
  const { requests } = canary;
  const text = `the new side answered ${requests === 0 ? 'no request' : plural(requests, 'request')} that we know of`;
  const finding =
    requests >= minRequests ? passes(text) : cannotTell(`${text}, and ${minRequests} are needed to judge it`);
  return { rule: 'requests', finding, canary: requests, limit: minRequests };
}

function errorsAlone(
  { max5xxPercent: limit }: JudgeRules,
  { canary }: Sides<SideFigures>,
  threshold: number,
): readonly RuleFinding[] {
  if (limit === undefined || canary.requests === 0) return [];
  const chance = chanceOfAtLeast(canary.errors5xx, canary.requests, limit / 100);
  const what = `${errorsOf(canary)}, and ${percentage(limit)} are allowed`;
  return [
    {
      rule: 'max-5xx-percent',
      finding: byChance(what, chance, threshold),
      canary: shareOf(canary),
      limit,
      chance,
      threshold,
    },
  ];
}

function errorsCompared(
  { max5xxIncrease: limit, minRequests }: JudgeRules,
  { stable, canary }: Sides<SideFigures>,
  threshold: number,
): readonly RuleFinding[] {
  if (limit === undefined || canary.requests === 0) return [];
  if (stable.requests < minRequests) return [tooFewOld('max-5xx-increase', stable, minRequests)];
  const chance = chanceOfDifference(errorCount(canary), errorCount(stable), limit / 100);
  const points = shareOf(canary) - shareOf(stable);
  const what = `${errorsOf(canary)}, the old side ${percentage(shareOf(stable))} in the same minutes (${plural(stable.requests, 'request')}): ${difference(points)}, and ${limit} more are allowed`;
  const numbers = { canary: shareOf(canary), stable: shareOf(stable), limit, chance, threshold };
  return [{ rule: 'max-5xx-increase', finding: byChance(what, chance, threshold), ...numbers }];
}

function latencyAlone(
  { maxP99: limit }: JudgeRules,
  { canary }: Sides<SideFigures>,
  threshold: number,
): readonly RuleFinding[] {
  if (limit === undefined || canary.requests === 0) return [];
  const above = canary.windows.filter((one) => one.p99 !== undefined);
  const slow = slowCount(canary, limit, {
    count: above.filter((one) => (one.p99 ?? 0) > limit).length,
    of: above.length,
  });
  const numbers = { ...(canary.p99 === undefined ? {} : { canary: canary.p99 }), limit };
  if (slow === undefined) return [{ rule: 'max-p99', finding: cannotTell(NO_LATENCY), ...numbers }];
  const what = `${slow.text}, which at most ${slow.allowed} may be (p99 ${latency(canary)})`;
  const finding = byChance(what, slow.chance, threshold);
  return [{ rule: 'max-p99', finding, ...numbers, chance: slow.chance, threshold }];
}

function latencyCompared(rules: JudgeRules, figures: Sides<SideFigures>, threshold: number): readonly RuleFinding[] {
  const { maxP99Ratio: ratio } = rules;
  const { stable, canary } = figures;
  if (ratio === undefined || canary.requests === 0) return [];
  if (stable.requests < P99_NEEDS) return [tooFewOld('max-p99-ratio', stable, P99_NEEDS)];
  const limit = relativeLimit(rules, stable);
  const both = sameWindows(figures).filter((one) => one.stable.p99 !== undefined && one.canary.p99 !== undefined);
  const above = both.filter((one) => (one.canary.p99 ?? 0) > ratio * (one.stable.p99 ?? 0)).length;
  const slow = limit === undefined ? undefined : slowCount(canary, limit, { count: above, of: both.length });
  if (limit === undefined || slow === undefined) {
    return [{ rule: 'max-p99-ratio', finding: cannotTell(NO_LATENCY), limit: ratio }];
  }
  const what = `${slow.text}, ${ratio} times the old side's p99 (${latency(stable)}), which at most ${slow.allowed} may be (p99 ${latency(canary)})`;
  const finding = byChance(what, slow.chance, threshold);
  const numbers = {
    ...(canary.p99 === undefined ? {} : { canary: canary.p99 }),
    ...(stable.p99 === undefined ? {} : { stable: stable.p99 }),
  };
  return [{ rule: 'max-p99-ratio', finding, ...numbers, limit: ratio, chance: slow.chance, threshold }];
}

const NO_LATENCY = 'nothing is told of the latency of both sides';

/**
 * Requests slower than the limit, which is exact: a p99 within it leaves one of a hundred (quantile test; W. J. Conover,
 * "Practical Nonparametric Statistics", section 3.2). A source that cannot count them tells in how many windows the p99 was
 * above it, of which half may be (sign test, ibid., section 3.4).
 */
function slowCount(
  canary: SideFigures,
  limit: Milliseconds,
  windows: Count,
): { readonly text: string; readonly allowed: string; readonly chance: number } | undefined {
  const counted = canary.slower.find(({ than }) => than === limit);
  if (counted !== undefined) {
    // Counts of CloudWatch are interpolated, and may be a little too high.
    const slow = Math.min(canary.requests, Math.floor(counted.requests));
    const text = `${slow} of ${plural(canary.requests, 'request')} took longer than ${formatDuration(limit)}`;
    return { text, allowed: '1%', chance: chanceOfAtLeast(slow, canary.requests, SLOW_SHARE) };
  }
  if (windows.of === 0) return undefined;
  const text = `in ${windows.count} of ${plural(windows.of, 'sample')} the p99 was above ${formatDuration(limit)}`;
  return { text, allowed: 'half', chance: chanceOfAtLeast(windows.count, windows.of, WINDOWS_ABOVE) };
}

function byChance(what: string, chance: number, threshold: number): GateFinding {
  if (chance <= threshold) return fails(`${what}; by chance that comes about ${oneIn(chance)}`);
  if (chance < SUSPICIOUS)
    return cannotTell(`${what}; by chance that comes about ${oneIn(chance)}, which proves nothing yet`);
  return passes(what);
}

const tooFewOld = (rule: RuleFinding['rule'], stable: SideFigures, needed: number): RuleFinding => ({
  rule,
  finding: cannotTell(
    `the old side answered only ${plural(stable.requests, 'request')} in the same minutes, and ${needed} are needed to compare`,
  ),
  stable: stable.requests,
  limit: needed,
});

const errorCount = ({ errors5xx, requests }: SideFigures): Count => ({ count: errors5xx, of: requests });
const shareOf = ({ errors5xx, requests }: SideFigures): number => (requests === 0 ? 0 : (100 * errors5xx) / requests);
const errorsOf = (side: SideFigures): string =>
  `${side.errors5xx} of ${plural(side.requests, 'request')} to the new side ended in 5xx (${percentage(shareOf(side))})`;
const latency = ({ p99 }: SideFigures): string => (p99 === undefined ? 'unknown' : formatDuration(p99));
const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
const percentage = (value: number): string => `${Number(value.toFixed(value < 1 ? 2 : 1))}%`;
const difference = (points: number): string =>
  `${Number(Math.abs(points).toFixed(2))} points ${points < 0 ? 'fewer' : 'more'}`;
