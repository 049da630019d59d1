/** Phases and batches of a run as a Mermaid `gantt`, and the same facts as a table. Pure. */
import { formatDuration, type Instant, seconds } from '../../domain/time.js';
import { foreignMermaid, foreignProse } from '../foreign-markdown.js';
import { markdownTable } from '../table.js';
import type { Batch, Phase } from '../timeline.js';
import { timeOfDay } from '../words.js';
import { folded, paragraphs } from './page.js';

/** Bars of batches drawn in all; with more, neighbours share one. A Mermaid text may have 50 000 characters. */
const MOST_BATCHES = 40;
const MOST_PHASES = 60;

/** Shorter ones cannot be seen; a `gantt` counts whole seconds here. */
const SHORTEST = seconds(1);

/** Written without a zone and shown as written, so that every reader sees UTC, as the events are dated. */
const moment = (at: Instant): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

const TAGS: Readonly<Record<Phase['end'], string>> = { done: 'done', failed: 'crit', stopped: 'active' };

interface Bar {
  readonly label: string;
  readonly tag: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
}

/** Neighbouring batches in groups of `size`. */
function batchBars(batches: readonly Batch[], size: number): readonly Bar[] {
  const bars: Bar[] = [];
  for (let at = 0; at < batches.length; at += size) {
    const group = batches.slice(at, at + size);
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) continue;
    const numbers = first === last ? `Batch ${first.number}` : `Batches ${first.number} to ${last.number}`;
    const total = last.total === undefined ? '' : ` of ${last.total}`;
    bars.push({ label: `${numbers}${total}`, tag: 'active', startedAt: first.startedAt, endedAt: last.endedAt });
  }
  return bars;
}

function line({ label, tag, startedAt, endedAt }: Bar): string {
  const end = Math.max(endedAt, startedAt + SHORTEST);
  return `  ${label} :${tag}, ${moment(startedAt)}, ${moment(end)}`;
}

/** Only environments that differ are worth a section of their own. */
function sectionOf({ direction, environment }: Phase, isPair: boolean): string {
  const where = isPair && environment !== undefined ? ` ${foreignMermaid(environment, 40)}` : '';
  return direction === 'back' ? `Way back${where}` : where === '' ? 'Rollout' : `Side${where}`;
}

/** Phases long enough to be seen, with their numbers in the table; what has failed is always drawn. */
function drawn(phases: readonly Phase[]): readonly (readonly [Phase, number])[] {
  const span = Math.max(...phases.map(({ endedAt }) => endedAt)) - Math.min(...phases.map((phase) => phase.startedAt));
  return phases
    .map((phase, index) => [phase, index] as const)
    .filter(([{ startedAt, endedAt, end }]) => endedAt - startedAt >= span / 100 || end !== 'done')
    .slice(0, MOST_PHASES);
}

const isBatched = ({ batches }: Phase): boolean => batches.length > 1 || (batches[0]?.total ?? 1) > 1;

export function ganttDiagram(phases: readonly Phase[]): string {
  const numbered = drawn(phases);
  const shown = numbered.map(([phase]) => phase);
  const size = Math.max(1, Math.ceil(shown.reduce((sum, { batches }) => sum + batches.length, 0) / MOST_BATCHES));
  const isPair = new Set(shown.flatMap(({ environment }) => environment ?? [])).size > 1;
  const lines: string[] = [];
  let section = '';
  for (const [phase, index] of numbered) {
    const its = phase.kind === 'before' ? section || 'Rollout' : sectionOf(phase, isPair);
    if (its !== section) lines.push(`  section ${its}`);
    section = its;
    const label = `${index + 1} ${foreignMermaid(phase.title, 60)}`;
    lines.push(line({ ...phase, label, tag: TAGS[phase.end] }));
    if (isBatched(phase)) lines.push(...batchBars(phase.batches, size).map(line));
  }
  return [
    '```mermaid',
    'gantt',
    '  dateFormat YYYY-MM-DD HH:mm:ss',
    '  axisFormat %H:%M:%S',
    '  todayMarker off',
    ...lines,
    '```',
  ].join('\n');
}

const ENDS: Readonly<Record<Phase['end'], string>> = { done: 'done', failed: 'failed', stopped: 'stopped' };

/** The same as a table, batches told one by one. */
export function phaseTable(phases: readonly Phase[]): string {
  const rows = phases
    .slice(0, MOST_PHASES)
    .flatMap((phase, index) => [
      [
        String(index + 1),
        `${phase.direction === 'back' ? 'Way back: ' : ''}${foreignProse(phase.title, 200)}`,
        timeOfDay(phase.startedAt),
        formatDuration(phase.endedAt - phase.startedAt),
        ENDS[phase.end],
      ],
      ...(isBatched(phase) ? phase.batches.slice(0, 500) : []).map((batch) => [
        '',
        `Batch ${batch.number}${batch.total === undefined ? '' : ` of ${batch.total}`}`,
        timeOfDay(batch.startedAt),
        formatDuration(batch.endedAt - batch.startedAt),
        '',
      ]),
    ]);
  return markdownTable([['', 'Phase', 'From (UTC)', 'Took', 'End'], ...rows]);
}

/** Nothing for a run that has only looked. */
export function phasesSection(phases: readonly Phase[]): string {
  if (phases.length < 2) return '';
  return paragraphs('### Phases', ganttDiagram(phases), folded('Phases as a table', phaseTable(phases)));
}

/** Of a plan that has not been carried out: its steps, in words. */
export const stepsText = (titles: readonly string[]): string =>
  titles
    .slice(0, MOST_PHASES)
    .map((title, index) => `${index + 1}. ${foreignProse(title, 200)}`)
    .join('\n');
