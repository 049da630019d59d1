/** Decisions about a version that has a share of the traffic: as a line of the log, and as data of the JSON report. */
import type { Decision, SideFigures } from '../domain/judgement.js';
import type { Instant } from '../domain/time.js';
import { formatDuration } from '../domain/time.js';
import { foreignText } from './foreign.js';
import { plural } from './words.js';

const LONGEST = 1_000;

/** What follows, in one word; for the log and the summary. */
export const DECISION_WORDS: Readonly<Record<Decision['result'], string>> = {
  hold: 'goes on',
  extend: 'goes on for more evidence',
  raise: 'passed',
  restore: 'sent back',
};

/** `12 of 1,034 requests (1.2%), p99 84ms`, or that nothing is known. */
export function figuresWords({ requests, errors5xx, p99 }: SideFigures): string {
  if (requests === 0) return 'no requests known';
  const share = Number(((100 * errors5xx) / requests).toFixed(2));
  const latency = p99 === undefined ? '' : `, p99 ${formatDuration(p99)}`;
  return `${plural(requests, 'request')}, ${share}% 5xx${latency}`;
}

/** One line: step, weight, what the share really was, both sides, and what follows why. */
export function decisionLine(decision: Decision): string {
  const { step, steps, weight, measuredShare, figures, result, finding } = decision;
  const measured = measuredShare === undefined ? '' : ` (measured ${measuredShare.toFixed(1)}%)`;
  const place = steps === 0 ? `At ${weight}%` : `Step ${step} of ${steps}, ${weight}%`;
  const unsure =
    finding.result === 'inconclusive' && result === 'raise' ? 'not judged, passed as configured' : undefined;
  const words = unsure ?? DECISION_WORDS[result];
  const why = finding.result === 'pass' ? '' : `: ${foreignText(decision.why, LONGEST)}`;
  return `${place}${measured}: new ${figuresWords(figures.canary)}; old ${figuresWords(figures.stable)} – ${words}${why}`;
}

const iso = (at: Instant): string => new Date(at).toISOString();

const shownFigures = ({ from, to, windows, ...rest }: SideFigures): unknown => ({
  from: iso(from),
  to: iso(to),
  ...rest,
  windows: windows.map(({ at, ...one }) => ({ at: iso(at), ...one })),
});

/** The decision for programs: moments as texts, everything else as it is. */
export const shownDecision = ({ at, figures, ...rest }: Decision): unknown => ({
  at: iso(at),
  ...rest,
  figures: { stable: shownFigures(figures.stable), canary: shownFigures(figures.canary) },
});
