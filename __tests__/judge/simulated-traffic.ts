/** Traffic by seed for a whole canary: requests, errors and latencies of both sides, minute by minute. */
import type { Decision, FigureWindow, JudgeRules, SideFigures } from '../../src/domain/judgement.js';
import { minutes } from '../../src/domain/time.js';
import { addUp } from '../../src/judge/figures.js';
import { decide } from '../../src/judge/judge.js';
import { looksIn, RESTING_LOOKS } from '../../src/judge/looks.js';
import { latencyLimits } from '../../src/judge/rules.js';
import { seededRandom } from '../../src/simulator/random.js';

export interface Version {
  /** Share of its requests that end in 5xx. */
  readonly errors: number;
  /** Latencies are this many times those of the old version. */
  readonly slowness: number;
}

export interface Course {
  readonly seed: number;
  readonly requestsPerMinute: number;
  readonly old: Version;
  readonly fresh: Version;
  readonly rules: JudgeRules;
  readonly steps?: readonly { readonly weight: number; readonly minutes: number }[];
}

export interface CourseEnd {
  readonly end: 'promoted' | 'sent-back';
  /** In which step, from 1. */
  readonly step: number;
  /** Share of all requests of the whole time until then that the new version answered badly, in percent. */
  readonly decisions: readonly Decision[];
}

export const STEPS = [
  { weight: 5, minutes: 5 },
  { weight: 25, minutes: 10 },
  { weight: 50, minutes: 10 },
];

/**
 * Latencies in milliseconds by their rank: log-normal around 80 ms, as web applications have them. Only the slowest twentieth
 * matters for a p99, so only they are drawn.
 */
const RANKS = 1_000;
const DRAWN = 0.05;
const SPREAD = 0.6;
const LATENCIES = Float64Array.from(
  { length: RANKS },
  (_, rank) => 80 * Math.exp(SPREAD * normalAt(1 - DRAWN * (1 - (rank + 0.5) / RANKS))),
);

/** Inverse of the normal distribution, by bisection. */
function normalAt(share: number): number {
  let [low, high] = [-8, 8];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < share) low = middle;
    else high = middle;
  }
  return low;
}

/** Abramowitz and Stegun 26.2.17; good to 1e-7. */
function normalBelow(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - density * series : density * series;
}

interface Minute extends FigureWindow {
  readonly counts: Uint16Array;
  readonly slowness: number;
}

function minute(at: number, requests: number, version: Version, random: () => number): Minute {
  const counts = new Uint16Array(RANKS);
  const errors5xx = drawn(requests, version.errors, random);
  const slow = drawn(requests, DRAWN, random);
  for (let i = 0; i < slow; i += 1) {
    const rank = Math.floor(random() * RANKS);
    counts[rank] = (counts[rank] ?? 0) + 1;
  }
  let left = requests / 100;
  let rank = RANKS - 1;
  while (rank > 0 && left > (counts[rank] ?? 0)) {
    left -= counts[rank] ?? 0;
    rank -= 1;
  }
  const p99 = requests === 0 ? {} : { p99: Math.round((LATENCIES[rank] ?? 0) * version.slowness) };
  return { at, requests, errors5xx, ...p99, counts, slowness: version.slowness };
}

function slower({ counts, slowness }: Minute, than: number): number {
  let sum = 0;
  for (let rank = RANKS - 1; rank >= 0 && (LATENCIES[rank] ?? 0) * slowness > than; rank -= 1) sum += counts[rank] ?? 0;
  return sum;
}

const side = (windows: readonly Minute[], limits: readonly number[] = []): SideFigures =>
  addUp(
    'load-balancer',
    { from: windows[0]?.at ?? 0, to: (windows.at(-1)?.at ?? 0) + minutes(1) },
    windows.filter(({ requests }) => requests > 0).map(({ counts: _, slowness: __, ...one }) => one),
    limits.map((than) => ({ than, requests: windows.reduce((sum, one) => sum + slower(one, than), 0) })),
  );

/** How many of so many requests meet something, each for itself: from one that does to the next (geometric distances). */
function drawn(of: number, share: number, random: () => number): number {
  if (share <= 0) return 0;
  if (share > 0.5) return of - drawn(of, 1 - share, random);
  let count = 0;
  for (let at = -1; ; count += 1) {
    at += 1 + Math.floor(Math.log(1 - random()) / Math.log(1 - share));
    if (at >= of) return count;
  }
}

/** One canary from its first share to its end, judged each minute as the action does, figures two minutes late included. */
export function play(course: Course): CourseEnd {
  const { rules, old, fresh, requestsPerMinute, steps = STEPS } = course;
  const source = seededRandom(course.seed);
  const random = (): number => source.next();
  const looksInAll = steps.reduce((sum, one) => sum + looksIn(minutes(one.minutes), rules), RESTING_LOOKS);
  const decisions: Decision[] = [];
  let now = 0;
  for (const [index, step] of steps.entries()) {
    const both: { stable: Minute; canary: Minute }[] = [];
    let endsAt = step.minutes;
    for (let look = 1; ; look += 1) {
      const share = drawn(requestsPerMinute, step.weight / 100, random);
      both.push({
        stable: minute(minutes(now), requestsPerMinute - share, old, random),
        canary: minute(minutes(now), share, fresh, random),
      });
      now += 1;
      const known = both.slice(0, -2);
      const stable = side(known.map((one) => one.stable));
      const canary = side(
        known.map((one) => one.canary),
        latencyLimits(rules, stable),
      );
      const decision = decide({
        at: minutes(now),
        rules,
        look: { look, looksInAll, isLast: look >= endsAt },
        step: index + 1,
        steps: steps.length,
        weight: step.weight,
        figures: { stable, canary },
        others: [],
        extensionLeft: rules.maxStepExtension - minutes(Math.max(0, look - step.minutes)),
      });
      decisions.push(decision);
      if (decision.result === 'restore') return { end: 'sent-back', step: index + 1, decisions };
      if (decision.result === 'raise') break;
      if (decision.result === 'extend') endsAt = look + 1;
    }
  }
  return { end: 'promoted', step: steps.length, decisions };
}
