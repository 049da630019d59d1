/** The job summary: verdict, facts, instances, causes, events; shorter where it would exceed what GitHub takes. Pure. */
import type { Progress } from '../domain/progress.js';
import { formatDuration } from '../domain/time.js';
import type { RunFacts } from '../ports/host.js';
import { candidatesMarkdown } from './candidates.js';
import { nextLines } from './ending.js';
import { foreignBlock, foreignHtml, foreignMarkdown } from './foreign.js';
import { consoleUrl } from './links.js';
import type { RunRecord } from './record.js';
import { markdownTable } from './table.js';
import { forecastRows, isFailure, plural, proofWords, restoredWords, timeOfDay } from './words.js';

/** GitHub refuses a step summary above 1 MiB; the rest is room for other writers of the same step. */
const LIMIT_BYTES = 900 * 1024;

const MARKS = {
  unchanged: '➖',
  planned: '📝',
  started: '▶️',
  succeeded: '✅',
  failed: '❌',
  'timed-out': '⌛',
  cancelled: '🛑',
} as const;

function facts(record: RunRecord): string {
  const { settings, plan, snapshot, outcome } = record;
  const environment = snapshot?.target.environment;
  const rows: (readonly [string, string])[] = [['Outcome', outcome.state]];
  if (environment !== undefined)
    rows.push(['Environment', `${foreignMarkdown(environment.name)} in ${foreignMarkdown(environment.application)}`]);
  if (settings !== undefined) rows.push(['Region', foreignMarkdown(settings.region)]);
  if (plan?.versionLabel !== undefined) rows.push(['Version', foreignMarkdown(plan.versionLabel)]);
  if (environment?.versionLabel !== undefined) rows.push(['Version before', foreignMarkdown(environment.versionLabel)]);
  if (plan !== undefined) rows.push(['Strategy', foreignMarkdown(plan.strategy)]);
  if (outcome.state === 'succeeded') rows.push(['Proof', proofWords(outcome)]);
  const restored = restoredWords(outcome);
  if (restored !== undefined) rows.push(['Restored', restored]);
  rows.push(['Duration', formatDuration(record.endedAt - record.startedAt)], ['API calls', String(record.apiCalls)]);
  const id = environment?.id;
  const console = id === undefined || settings === undefined ? undefined : consoleUrl(settings.region, id);
  if (console !== undefined) rows.push(['Console', `[open the environment](${console})`]);
  return markdownTable([['', ''], ...rows]);
}

/** Of a dry run, whose product it is. */
function comparison({ outcome, plan, comparison: refused, settings }: RunRecord): string {
  const forecasts = refused ?? (outcome.state === 'planned' ? plan?.comparison : undefined) ?? [];
  if (forecasts.length === 0) return '';
  const [head = [], ...rows] = forecastRows(forecasts, settings?.strategy.name ?? '');
  const cells = rows.map((row) => row.map((cell) => foreignMarkdown(cell)));
  return `### Every strategy for this environment (~ estimated, ▸ chosen)\n\n${markdownTable([head, ...cells])}`;
}

function instances(record: RunRecord, most: number): string {
  if (record.instances.length === 0 || most === 0) return '';
  const rows = record.instances
    .slice(0, most)
    .map((instance) => [
      foreignMarkdown(instance.id),
      foreignMarkdown(instance.deployment?.versionLabel ?? ''),
      instance.deployment?.id === undefined ? '–' : String(instance.deployment.id),
      instance.deployment?.status ?? '–',
      instance.status,
      foreignMarkdown(instance.causes.join('; ')),
    ]);
  const more = record.instances.length > most ? `\n\n… and ${record.instances.length - most} more instances.` : '';
  return `### What each instance runs\n\n${markdownTable([['Instance', 'Runs', 'Deployment', 'State', 'Health', 'Causes'], ...rows])}${more}`;
}

function evidence(record: RunRecord): string {
  const found = record.outcome.evidence;
  if (found === undefined) return '';
  const causes = [...new Set([...found.environmentCauses, ...(found.health?.causes ?? [])])];
  const parts = [
    ...(causes.length === 0
      ? []
      : [`### Causes named by the service\n\n${foreignBlock(causes.join('\n'), { lines: 50 })}`]),
    ...found.logs.map(
      ({ source, lines }) => `**${foreignMarkdown(source)}**\n\n${foreignBlock(lines.join('\n'), { lines: 100 })}`,
    ),
  ];
  return parts.join('\n\n');
}

function problems(record: RunRecord): string {
  if (record.problems.length <= 1) return '';
  return record.problems.map(({ what, hint }) => `- ${foreignMarkdown(what)} ${foreignMarkdown(hint)}`).join('\n');
}

function next(record: RunRecord, run: RunFacts): string {
  if (!isFailure(record.outcome.state)) return '';
  const lines = nextLines(record, run);
  return lines.length === 0
    ? ''
    : `### What to do next\n\n${foreignBlock(lines.map((line) => line.trim()).join('\n'))}`;
}

function events(progress: readonly Progress[], most: number): string {
  const seen = progress.flatMap((each) => (each.type === 'event-seen' ? [each.event] : []));
  if (seen.length === 0 || most === 0) return '';
  const rows = seen
    .slice(-most)
    .map((event) => [timeOfDay(event.date), event.severity, foreignMarkdown(event.message, 500)]);
  const title = seen.length > most ? `The last ${most} of ${seen.length} events` : plural(seen.length, 'event');
  return `<details><summary>${foreignHtml(title)} (UTC)</summary>\n\n${markdownTable([['Time', '', 'Event'], ...rows])}\n\n</details>`;
}

function candidates({ progress }: RunRecord): string {
  const told = progress.findLast((each) => each.type === 'candidates');
  return told?.type === 'candidates' ? candidatesMarkdown(told.candidates) : '';
}

function compose(record: RunRecord, run: RunFacts, mostInstances: number, mostEvents: number): string {
  const { outcome } = record;
  const parts = [
    `## ${MARKS[outcome.state]} Beanstalk Rollout`,
    foreignMarkdown(outcome.reason, 1_000),
    problems(record),
    facts(record),
    candidates(record),
    comparison(record),
    ...(isFailure(outcome.state) ? [instances(record, mostInstances), evidence(record)] : []),
    next(record, run),
    events(record.progress, mostEvents),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The summary as Markdown, below `limit` bytes: with fewer instances and events when needed. */
export function summaryMarkdown(record: RunRecord, run: RunFacts, limit = LIMIT_BYTES): string {
  const encoder = new TextEncoder();
  for (const most of [1_000, 200, 50, 10]) {
    const text = compose(record, run, most, most);
    if (encoder.encode(text).length <= limit) return text;
  }
  return compose({ ...record, problems: [], outcome: withoutEvidence(record) }, run, 0, 0);
}

function withoutEvidence(record: RunRecord): RunRecord['outcome'] {
  const { evidence: _left, ...rest } = record.outcome;
  return rest;
}
