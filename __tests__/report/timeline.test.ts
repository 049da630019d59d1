/** The phases of a run end as its steps did, there and back. Pure. */
import { expect, it } from '@jest/globals';
import type { Progress, StepEnding } from '../../src/domain/progress.js';
import { seconds } from '../../src/domain/time.js';
import { timelineOf } from '../../src/report/timeline.js';
import { outcome, plan, record, START } from './given.js';

const [, UPDATE, SETTLE] = plan().steps;

/** Each step lasts ten seconds; one without an end was stopped. */
function steps(...given: readonly (readonly [index: number, end?: StepEnding])[]): readonly Progress[] {
  return given.flatMap(([index, end], at): readonly Progress[] => {
    const step = index === 0 ? UPDATE : SETTLE;
    if (step === undefined) throw new Error('no step');
    const begun = START + seconds(10) * at;
    const started = { at: begun, type: 'step-started', index, count: 2, step } as const;
    const ended = { ...started, at: begun + seconds(9), type: 'step-ended', took: seconds(9) } as const;
    return end === undefined ? [started] : [started, { ...ended, end }];
  });
}

const phases = (progress: readonly Progress[]) =>
  timelineOf(record({ progress, outcome: outcome({ state: 'failed', restored: 'failed' }) }))
    .filter(({ kind }) => kind !== 'before')
    .map(({ direction, end }) => `${direction}: ${end}`);

it('names what has failed, also when the way back fails before its end', () => {
  const there = [[0, 'done'] as const, [1, 'timed-out'] as const];
  expect(phases(steps(...there, [0, 'done'], [1, 'failed']))).toEqual([
    'there: done',
    'there: failed',
    'back: done',
    'back: failed',
  ]);
  expect(phases(steps(...there, [0, 'failed']))).toEqual(['there: done', 'there: failed', 'back: failed']);
});

it('names what was stopped, and blames no step that was done', () => {
  expect(phases(steps([0, 'done'], [1]))).toEqual(['there: done', 'there: stopped']);
  expect(phases(steps([0, 'done'], [1, 'done']))).toEqual(['there: done', 'there: done']);
});
