/** Values over time as a Mermaid `xychart-beta`, and the same facts as a table. Knows nothing of what the values mean. Pure. */
import { formatDuration, type Instant } from '../../domain/time.js';
import { foreignHtml, foreignMarkdown, foreignMermaid, foreignProse } from '../foreign-markdown.js';
import { type Series, valueAt } from '../series.js';
import { markdownTable } from '../table.js';
import { timeOfDay } from '../words.js';
import { folded, paragraphs } from './page.js';

/** Points of a line: the axis has the width of a page. */
const POINTS = 48;
/** A chart with more lines cannot be read. */
const MOST_LINES = 5;
const MOST_CHARTS = 4;
const MOST_ROWS = 200;

/** GitHub's own colours for green, blue, orange, violet and red; older Mermaid versions that have no legend ignore nothing of it. */
const COLOURS = [
  ['🟩', '#2da44e'],
  ['🟦', '#0969da'],
  ['🟧', '#fb8f44'],
  ['🟪', '#8250df'],
  ['🟥', '#cf222e'],
] as const;

export interface Chart {
  readonly group?: string;
  readonly unit: string;
  readonly series: readonly Series[];
}

/** Series of one unit and group belong on one chart; a chart in which nothing happens is left out. */
export function chartsOf(all: readonly Series[]): readonly Chart[] {
  const charts = new Map<string, { group?: string; unit: string; series: Series[] }>();
  for (const series of all) {
    const { group, unit } = series;
    const key = JSON.stringify([group, unit]);
    const chart = charts.get(key) ?? { ...(group === undefined ? {} : { group }), unit, series: [] };
    charts.set(key, chart);
    if (chart.series.length < MOST_LINES) chart.series.push(series);
  }
  const moves = ({ points }: Series): boolean => points.length > 1;
  return [...charts.values()].filter(({ series }) => series.some(moves)).slice(0, MOST_CHARTS);
}

interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

function windowOf({ series }: Chart, endedAt: Instant): Window {
  const from = Math.min(...series.map(({ points }) => points[0]?.at ?? endedAt));
  return { from, to: Math.max(endedAt, from + 1_000) };
}

function sampled(series: Series, { from, to }: Window): readonly number[] {
  const at = (index: number): Instant => from + ((to - from) * index) / (POINTS - 1);
  return Array.from({ length: POINTS }, (_, index) => valueAt(series, at(index)) ?? 0);
}

const number = (value: number): string => String(Math.round(value * 100) / 100);

export function chartDiagram(chart: Chart, endedAt: Instant): string {
  const window = windowOf(chart, endedAt);
  const most = Math.max(1, ...chart.series.flatMap(({ points }) => points.map(({ value }) => value)));
  const palette = COLOURS.map(([, colour]) => colour).join(', ');
  return [
    '```mermaid',
    `%%{init: {"xyChart": {"width": 900, "height": 280}, "themeVariables": {"xyChart": {"plotColorPalette": "${palette}"}}}}%%`,
    'xychart-beta',
    `  x-axis "minutes" 0 --> ${number((window.to - window.from) / 60_000)}`,
    `  y-axis "${foreignMermaid(chart.unit, 40)}" 0 --> ${number(most)}`,
    ...chart.series.map((series) => `  line [${sampled(series, window).map(number).join(', ')}]`),
    '```',
  ].join('\n');
}

/** A row for each moment at which one of the values changed. */
export function chartTable(chart: Chart, endedAt: Instant): string {
  const { from } = windowOf(chart, endedAt);
  const moments = [...new Set(chart.series.flatMap(({ points }) => points.map(({ at }) => at)))].sort((a, b) => a - b);
  const step = Math.ceil(moments.length / MOST_ROWS);
  const rows = moments
    .filter((_, index) => index % step === 0 || index === moments.length - 1)
    .map((at) => [
      timeOfDay(at),
      formatDuration(at - from),
      ...chart.series.map((series) => number(valueAt(series, at) ?? 0)),
    ]);
  const names = chart.series.map(({ name }) => foreignMarkdown(name, 60));
  return markdownTable([['Time (UTC)', 'After', ...names], ...rows]);
}

/** What line is what, since Mermaid draws no legend. */
const legend = ({ series }: Chart): string =>
  series.map(({ name }, index) => `${COLOURS[index]?.[0] ?? '▫️'} ${foreignProse(name, 80)}`).join(' · ');

export function chartSection(chart: Chart, endedAt: Instant): string {
  const title = `${chart.unit.slice(0, 1).toUpperCase()}${chart.unit.slice(1)} over time`;
  const where = chart.group === undefined ? '' : ` on ${foreignProse(chart.group, 60)}`;
  return paragraphs(
    `### ${foreignProse(title, 80)}${where}`,
    legend(chart),
    chartDiagram(chart, endedAt),
    folded(`${foreignHtml(title, 80)}, as a table`, chartTable(chart, endedAt)),
  );
}
