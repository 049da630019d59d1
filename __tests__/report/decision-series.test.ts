/** The share of the new version over time, as it was set. Pure. */
import { expect, it } from '@jest/globals';
import type { Decision, SideFigures } from '../../src/domain/judgement.js';
import type { Step } from '../../src/domain/plan.js';
import type { StepEnding } from '../../src/domain/progress.js';
import { minutes } from '../../src/domain/time.js';
import { takeDecisions } from '../../src/report/decision-series.js';
import { SeriesBook } from '../../src/report/series.js';
import { record, START } from './given.js';

const SIDES = {
  route: { kind: 'alb', ruleArn: 'arn:rule' },
  stable: { id: 'e-1', name: 'shop-prod' },
  canary: { id: 'e-2', name: 'shop-prod-idle' },
} as const;

const NO_FIGURES: SideFigures = {
  ...{ from: START, to: START + minutes(5), source: 'load-balancer', windows: [] },
  ...{ requests: 0, errors5xx: 0, slower: [] },
};
const HELD: Decision = {
  ...{ at: START + minutes(6), step: 1, steps: 2, look: 1, weight: 20, result: 'raise', why: 'all is well' },
  figures: { stable: NO_FIGURES, canary: NO_FIGURES },
  findings: [],
  finding: { result: 'pass', why: 'all is well' },
};

const shift = (before: number, weight: number): Step => ({ kind: 'shift', ...SIDES, before, weight, targets: 1 });
const ended = (minute: number, step: Step, end: StepEnding) => ({
  ...({ type: 'step-ended', index: 0, count: 4, took: 1_000, step, end } as const),
  at: START + minutes(minute),
});

it('is not what a step wanted to set, and could not', () => {
  const book = new SeriesBook();
  const progress = [
    ended(1, shift(0, 20), 'done'),
    { type: 'decision', decision: HELD, at: START + minutes(6) } as const,
    ended(7, shift(20, 50), 'failed'),
    ended(8, { kind: 'restore', ...SIDES }, 'done'),
  ];
  takeDecisions(record({ startedAt: START, progress }), book);
  const share = book.all().find(({ name }) => name === 'as set');
  expect(share?.points.map(({ value }) => value)).toEqual([0, 20, 0]);
});
