/** `demo-report/index.html`: the table, a chart per strategy, and what the action itself said. One file, no network. */

import { formatDuration, seconds } from '../domain/time.js';
import { type ChartSeries, chartSvg } from './chart.js';
import type { StoryResult, StoryRow } from './story.js';

const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const HEAD = [
  'strategy',
  'duration',
  'served',
  'failed',
  'lowest healthy',
  'extra instances',
  'versions seen',
  'verdict',
] as const;

/** A row as text, the same on the terminal, the page and in the README. */
export function cells(row: StoryRow): readonly string[] {
  return [
    row.strategy,
    formatDuration(seconds(row.simulatedSeconds)),
    String(row.served),
    String(row.failed),
    `${row.lowestHealthy} of ${row.capacity}`,
    String(row.extraInstances),
    row.versionsSeen,
    row.verdict,
  ];
}

export function page(
  stories: readonly { readonly name: string; readonly summary: string; readonly result: StoryResult }[],
): string {
  const sections = stories.map(
    ({ name, summary, result }) => `<section><h2>${html(name)}</h2><p>${html(summary)}</p>
${result.rows.length === 0 ? '' : table(result.rows)}
${result.charts.map((series: ChartSeries) => `<figure>${chartSvg(series, { width: 1040, height: 260 })}</figure>`).join('\n')}
${result.excerpts.map((excerpt) => `<details><summary>${html(excerpt.title)}</summary><pre>${html(excerpt.lines.join('\n'))}</pre></details>`).join('\n')}
${result.broken.map((sentence) => `<p class="broken">${html(sentence)}</p>`).join('\n')}</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Beanstalk Rollout: what users see</title>
<style>
:root{font:15px/1.5 system-ui,sans-serif;color:#1c2733}body{max-width:1080px;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #e3e8ee;font-variant-numeric:tabular-nums}
figure{margin:1rem 0;border:1px solid #e3e8ee;border-radius:6px;overflow:auto}pre{background:#f6f8fa;padding:.8rem;overflow:auto;font-size:12px}
.bad{color:#b3152a;font-weight:600}.broken{color:#fff;background:#b3152a;padding:.5rem .8rem;border-radius:4px}summary{cursor:pointer;margin:.4rem 0}
</style></head><body>
<h1>What users see during each strategy</h1>
<p>A real application, real processes behind a real load balancer, a constant stream of requests to the environment's URL,
and the action as a runner would run it, on the embedded simulator of AWS Elastic Beanstalk. Times are the service's (simulated) time.</p>
${sections.join('\n')}
</body></html>
`;
}

function table(rows: readonly StoryRow[]): string {
  const head = HEAD.map((cell) => `<th>${html(cell)}</th>`).join('');
  const body = rows
    .map(
      (row) =>
        `<tr>${cells(row)
          .map((cell, index) => `<td${index === 3 && row.failed > 0 ? ' class="bad"' : ''}>${html(cell)}</td>`)
          .join('')}</tr>`,
    )
    .join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}
