/**
 * The job summary: verdict, facts, what to do next, evidence, phases, charts, instances, events. Never larger than its
 * limit: everything but instances and events has a bounded size, and those two lists take what room is left. Pure.
 */

import { isFailure } from '../../domain/outcome.js';
import type { RunFacts } from '../../ports/host.js';
import { candidatesMarkdown } from '../candidates.js';
import { foreignMarkdown, foreignProse } from '../foreign-markdown.js';
import type { RunRecord } from '../record.js';
import { seriesOf } from '../series.js';
import { stepTitle } from '../step-words.js';
import { markdownTable } from '../table.js';
import { timelineOf } from '../timeline.js';
import { forecastRows } from '../words.js';
import { chartSection, chartsOf } from './chart.js';
import { decisionsSection } from './decisions.js';
import { eventRows, eventsOf, mattered } from './events.js';
import { evidence } from './evidence.js';
import { head, verdict } from './facts.js';
import { phasesSection, stepsText } from './gantt.js';
import { instanceRows } from './instances.js';
import { next } from './next.js';
import { byteLength, fitRows, paragraphs, type Rows } from './page.js';

/** GitHub refuses a step summary above 1 MiB; the rest is room for other writers of the same step. */
const LIMIT_BYTES = 900 * 1024;
/** Of what is left, instances take at most so much, so that there are events too. */
const INSTANCES_SHARE = 0.4;

function candidates({ progress }: RunRecord): string {
  const told = progress.findLast((each) => each.type === 'candidates');
  return told?.type === 'candidates' ? candidatesMarkdown(told.candidates.slice(0, 100)) : '';
}

/** Of a dry run, whose product it is. */
function comparison({ outcome, plan, comparison: refused, settings }: RunRecord): string {
  const forecasts = refused ?? (outcome.state === 'planned' ? plan?.comparison : undefined) ?? [];
  if (forecasts.length === 0) return '';
  const [heads = [], ...rows] = forecastRows(forecasts.slice(0, 50), settings?.strategy.name ?? '');
  const cells = rows.map((row) => row.map((cell, column) => (column === 0 ? strategyCell(cell) : plainCell(cell))));
  return `### Every strategy for this environment\n\n${markdownTable([heads, ...cells])}\n\n~ estimated from typical values, not learned from this environment`;
}

const strategyCell = (cell: string): string =>
  cell.startsWith('▸') ? `**▸** ${foreignMarkdown(cell.slice(1))}` : foreignMarkdown(cell);

/** Sentences read better without code. `~` twice would strike text out. */
const plainCell = (cell: string): string =>
  cell.startsWith('~') ? `\\~${foreignProse(cell.slice(1), 100)}` : foreignProse(cell, 300);

function plannedSteps({ outcome, plan }: RunRecord): string {
  if (outcome.state !== 'planned' || plan === undefined || plan.steps.length === 0) return '';
  const warnings = plan.warnings.slice(0, 20).map((text) => `- ⚠️ ${foreignProse(text, 500)}`);
  return paragraphs('### The plan', stepsText(plan.steps.map(stepTitle)), warnings.join('\n'));
}

function story(record: RunRecord): string {
  const charts = chartsOf(seriesOf(record)).map((chart) => chartSection(chart, record.endedAt));
  return paragraphs(decisionsSection(record), phasesSection(timelineOf(record)), ...charts);
}

/** Everything of a bounded size; without the charts when even that is too much. */
function fixed(record: RunRecord, run: RunFacts, limit: number): string {
  const failed = isFailure(record.outcome.state);
  const first = paragraphs(head(record, run), failed ? next(record, run) : '');
  const why = failed ? evidence(record) : '';
  const events = failed ? mattered(eventsOf(record)) : '';
  const plan = paragraphs(candidates(record), plannedSteps(record), comparison(record));
  const whole = paragraphs(first, plan, why, story(record), events, failed ? '' : next(record, run));
  const shorter = [() => whole, () => paragraphs(first, why, events), () => first, () => verdict(record)];
  for (const text of shorter) if (byteLength(text()) <= limit) return text();
  return '';
}

/** The summary as Markdown, below `limit` bytes. */
export function summaryMarkdown(record: RunRecord, run: RunFacts, limit = LIMIT_BYTES): string {
  let page = fixed(record, run, limit - 2);
  const append = (rows: Rows | undefined, share: number): void => {
    if (rows === undefined) return;
    const text = fitRows(rows, (limit - byteLength(page) - 4) * share);
    if (text !== '') page = `${page}\n\n${text}`;
  };
  append(instanceRows(record, isFailure(record.outcome.state)), INSTANCES_SHARE);
  append(eventRows(eventsOf(record)), 1);
  return `${page}\n`;
}
