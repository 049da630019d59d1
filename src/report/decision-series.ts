/** What was decided about a version over time, as values: its share, and errors and latency of both sides. Pure. */
import type { Decision, FigureWindow } from '../domain/judgement.js';
import type { RunRecord } from './record.js';
import type { SeriesBook } from './series.js';

const SHARE = 'percent of requests to the new version';
const ERRORS = 'percent of 5xx answers';
const LATENCY = 'p99 in milliseconds';

export const decisionsOf = ({ progress }: Pick<RunRecord, 'progress'>): readonly Decision[] =>
  progress.flatMap((one) => (one.type === 'decision' ? [one.decision] : []));

/** Nothing for a run that has judged nothing. */
export function takeDecisions(record: RunRecord, book: SeriesBook): void {
  const decisions = decisionsOf(record);
  if (decisions.length === 0) return;
  takeShares(record, book);
  const sides = [
    ['old version', decisions.flatMap(({ figures }) => figures.stable.windows)],
    ['new version', decisions.flatMap(({ figures }) => figures.canary.windows)],
  ] as const;
  for (const [name, windows] of sides) {
    for (const { at, requests, errors5xx, p99 } of inOrder(windows)) {
      if (requests > 0) book.add({ name, unit: ERRORS }, at, (100 * errors5xx) / requests);
      if (p99 !== undefined) book.add({ name, unit: LATENCY }, at, p99);
    }
  }
}

function takeShares({ progress, startedAt }: RunRecord, book: SeriesBook): void {
  const set = { name: 'as set', unit: SHARE };
  book.add(set, startedAt, 0);
  for (const one of progress) {
    if (one.type === 'decision') {
      const { at, weight, measuredShare, result } = one.decision;
      book.add(set, at, weight);
      if (measuredShare !== undefined) book.add({ name: 'as measured', unit: SHARE }, at, measuredShare);
      if (result === 'restore') book.add(set, at + 1, 0);
    }
    // What has failed may have set nothing.
    if (one.type !== 'step-ended' || one.end !== 'done') continue;
    if (one.step.kind === 'shift') book.add(set, one.at, one.step.weight);
    if (one.step.kind === 'restore') book.add(set, one.at, 0);
  }
}

/** Each look reads the minutes of its step again; the newest reading of a minute counts. */
function inOrder(windows: readonly FigureWindow[]): readonly FigureWindow[] {
  return [...new Map(windows.map((one) => [one.at, one])).values()].sort((one, other) => one.at - other.at);
}
