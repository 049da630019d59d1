/** The JSON report: every event, sample and decision of a run, for programs and for later questions. Texts are raw. */
import type { Outcome } from '../domain/outcome.js';
import type { Progress } from '../domain/progress.js';
import type { Snapshot } from '../domain/snapshot.js';
import type { Instant } from '../domain/time.js';
import { shownDecision } from './decisions.js';
import type { RunRecord } from './record.js';
import { shownOptions, shownPlan, shownStep } from './secrets.js';
import { seriesOf } from './series.js';
import { standingOf } from './standing.js';
import { type Phase, type Span, timelineOf } from './timeline.js';

/** Goes up when a member changes its meaning or disappears. */
const SCHEMA = 1;

const iso = (at: Instant): string => new Date(at).toISOString();

/** A message without what must not be printed, and without what stands elsewhere in the report. */
function entry(progress: Progress): unknown {
  const { at, ...rest } = progress;
  const time = iso(at);
  switch (rest.type) {
    case 'planned':
      return { at: time, type: rest.type };
    case 'ended':
      return { at: time, type: rest.type, state: rest.outcome.state };
    case 'step-started':
    case 'step-ended':
      return { at: time, ...rest, step: shownStep(rest.step) };
    case 'event-seen':
      return { at: time, type: rest.type, event: { ...rest.event, date: iso(rest.event.date) } };
    case 'decision':
      return { at: time, type: rest.type, decision: shownDecision(rest.decision) };
    case 'candidates':
    case 'notice':
    case 'warning':
    case 'bundle-entry-summary':
    case 'upload-progress':
    case 'waiting-for-environment':
    case 'view':
    case 'verdict':
    case 'instances':
    case 'look-failed':
    case 'traffic-moved':
    case 'cancel-requested':
      return { at: time, ...rest };
  }
}

function before(snapshot: Snapshot): unknown {
  const { environment, instances, health, instanceIds, blindSpots } = snapshot.target;
  return { takenAt: iso(snapshot.takenAt), environment, instances, health, instanceIds, blindSpots };
}

function asked(record: RunRecord): unknown {
  if (record.settings === undefined) return undefined;
  const { environmentVariables, options, strategy, allStrategies: _unused, ...rest } = record.settings;
  return {
    ...rest,
    strategy: strategy.name,
    options: shownOptions(options),
    environmentVariables: { set: Object.keys(environmentVariables.set), remove: environmentVariables.remove },
  };
}

function phase({ startedAt, endedAt, batches, ...rest }: Phase): unknown {
  const span = (of: Span) => ({ startedAt: iso(of.startedAt), endedAt: iso(of.endedAt) });
  return { ...rest, ...span({ startedAt, endedAt }), batches: batches.map((batch) => ({ ...batch, ...span(batch) })) };
}

export interface ReportDocument {
  readonly schema: number;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly outcome: Outcome;
  readonly [member: string]: unknown;
}

export function reportDocument(record: RunRecord): ReportDocument {
  return {
    schema: SCHEMA,
    startedAt: iso(record.startedAt),
    endedAt: iso(record.endedAt),
    durationSeconds: Math.round((record.endedAt - record.startedAt) / 1_000),
    apiCalls: record.apiCalls,
    outcome: record.outcome,
    problems: record.problems,
    settings: asked(record),
    before: record.snapshot === undefined ? undefined : before(record.snapshot),
    plan: record.plan === undefined ? undefined : shownPlan(record.plan),
    comparison: record.comparison,
    standing: standingOf(record),
    timeline: timelineOf(record).map(phase),
    series: seriesOf(record).map(({ points, ...rest }) => ({
      ...rest,
      points: points.map(({ at, value }) => ({ at: iso(at), value })),
    })),
    lastView: record.view,
    instances: record.instances,
    progress: record.progress.map(entry),
  };
}

export const reportJson = (record: RunRecord): string => printableJson(reportDocument(record));

/** Texts are raw, but so written that the file can be printed in a log: no command of the runner, nothing invisible. */
export function printableJson(document: unknown): string {
  const text = JSON.stringify(document, null, 1);
  return `${text.replaceAll('##[', '##\\u005b').replaceAll(INVISIBLE, escaped)}\n`;
}

/** What `JSON.stringify` leaves as it is: further control characters, line ends of Unicode, bidirectional marks. */
const INVISIBLE = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
