/** The head of the summary: the verdict in a sentence, then what was there, what is there, and how long it took. Pure. */

import { isFailure } from '../../domain/outcome.js';
import { formatDuration } from '../../domain/time.js';
import type { RunFacts } from '../../ports/host.js';
import { foreignMarkdown, foreignProse } from '../foreign-markdown.js';
import { consoleUrl, repositoryUrl } from '../links.js';
import type { RunRecord } from '../record.js';
import { type FleetNow, policyAfter, type Side, type Standing, standingOf } from '../standing.js';
import { markdownTable } from '../table.js';
import { plural, proofWords, restoredWords, roughly, STATE_WORDS } from '../words.js';
import { paragraphs } from './page.js';

export const MARKS = {
  unchanged: '➖',
  planned: '📝',
  started: '▶️',
  succeeded: '✅',
  failed: '❌',
  'timed-out': '⌛',
  cancelled: '🛑',
} as const;

/** What it was about: `v2 on shop-prod`. */
function subject({ plan, settings }: RunRecord): string {
  const where = foreignProse(plan?.environment.name ?? settings?.environmentName ?? '', 100);
  const operation = plan?.operation ?? settings?.operation ?? 'deploy';
  const what = plan?.versionLabel === undefined ? '' : foreignProse(plan.versionLabel, 100);
  const on = [what, where].filter((part) => part !== '').join(' on ');
  if (on === '') return '';
  return operation === 'deploy' ? `: ${on}` : `: ${foreignProse(operation, 40)} ${on}`;
}

/** The verdict as a heading, and why we say so. */
export function verdict(record: RunRecord): string {
  const { state, reason, restored } = record.outcome;
  const back = isFailure(state) && restored === 'yes' ? ', and put back' : '';
  return `## ${MARKS[state]} ${STATE_WORDS[state]}${subject(record)}${back}\n\n${foreignProse(reason, 2_000)}`;
}

/** Every problem, when the settings or the environment have several. */
export function problems({ problems: all }: RunRecord): string {
  if (all.length <= 1) return '';
  const shown = all.slice(0, 100).map(({ what, hint, input }) => {
    const at = input === undefined ? '' : `${foreignMarkdown(input, 60)}: `;
    return `- ${at}${foreignProse(what, 500)} ${foreignProse(hint, 300)}`;
  });
  return [...shown, ...(all.length > 100 ? [`- … and ${all.length - 100} more`] : [])].join('\n');
}

const cell = (text: string | undefined): string => (text === undefined ? '–' : foreignMarkdown(text, 150));

/** Versions told one by one. */
const MOST_VERSIONS = 4;

function instancesText(fleet: FleetNow | undefined, wanted: string | undefined): string {
  if (fleet === undefined) return '–';
  const [only] = fleet.versions;
  if (fleet.versions.length === 1 && only?.label === wanted) return String(fleet.count);
  const shown = fleet.versions.slice(0, MOST_VERSIONS).map(({ label, count }) => `${count} × ${cell(label)}`);
  const rest = fleet.versions.length > MOST_VERSIONS ? ', …' : '';
  return `${fleet.count}: ${shown.join(', ')}${rest}`;
}

const healthMark: Readonly<Record<string, string>> = {
  Ok: '🟢',
  Info: '🟢',
  Green: '🟢',
  Warning: '🟡',
  Yellow: '🟡',
  Degraded: '🔴',
  Severe: '🔴',
  Red: '🔴',
};

/** `🟢 Ok`; anything unknown is set as code. */
export function healthText(health: string | undefined): string {
  if (health === undefined) return '–';
  return /^[A-Z][A-Za-z]{1,11}$/.test(health) ? `${healthMark[health] ?? '⚪'}\u00a0${health}` : cell(health);
}

type Row = readonly [title: string, before: string, now: string];

/** A row with nothing in it says nothing. */
const rowsOf = (rows: readonly Row[]): readonly Row[] =>
  rows.filter(([, before, now]) => before !== '–' || now !== '–');

/** What a deployment seldom changes is not worth reading twice. */
const unlessSame = (title: string, before: string | undefined, now: string | undefined): Row => [
  title,
  cell(before),
  before !== undefined && before === now ? 'the same' : cell(now),
];

function sideRows(before: Side | undefined, now: Side | undefined, standing: Standing): readonly Row[] {
  const pair = standing.idleBefore !== undefined || standing.idleNow !== undefined;
  return rowsOf([
    ...(pair
      ? [
          ['Live', cell(before?.environment), cell(now?.environment)] as const,
          ['Idle', cell(standing.idleBefore), cell(now === undefined ? undefined : standing.idleNow)] as const,
        ]
      : []),
    ['Version', cell(before?.versionLabel), cell(now?.versionLabel)],
    [
      'Instances',
      instancesText(before?.instances, before?.versionLabel),
      instancesText(now?.instances, now?.versionLabel),
    ],
    ['Health', healthText(before?.health), healthText(now?.health)],
    unlessSame('Deployment policy', before?.policy, now?.policy),
    unlessSame('Platform', before?.platform, now?.platform),
  ]);
}

/** A dry run knows what would be there. */
function planned({ plan, snapshot }: RunRecord, before: Side | undefined): Side | undefined {
  if (plan === undefined) return undefined;
  const label = plan.versionLabel ?? before?.versionLabel;
  const isPair = snapshot?.target.pair !== undefined;
  const policy = before === undefined || isPair ? undefined : policyAfter(plan.steps, snapshot, before);
  return {
    environment: plan.environment.name,
    ...(label === undefined ? {} : { versionLabel: label }),
    ...(before?.platform === undefined ? {} : { platform: before.platform }),
    ...(policy === undefined ? {} : { policy }),
  };
}

function duration({ plan, startedAt, endedAt }: RunRecord): Row {
  const forecast = plan?.steps.length === 0 ? undefined : plan?.forecast;
  const expected =
    forecast === undefined
      ? '–'
      : `${forecast.durationBasis === 'learned' ? 'usually' : 'about'} ${roughly(forecast.duration)} expected`;
  return ['Duration', expected, formatDuration(endedAt - startedAt)];
}

/** Three columns: what, before, now. */
function standingTable(record: RunRecord): string {
  const standing = standingOf(record);
  const isPlan = record.outcome.state === 'planned';
  const now = isPlan ? planned(record, standing.before) : standing.now;
  const rows = sideRows(standing.before, now, standing);
  if (rows.length === 0) return '';
  const head = ['', 'Before', isPlan ? 'Planned' : 'Now'];
  return markdownTable([head, ...rows, ...(isPlan ? [] : [duration(record)])]);
}

/** Where, how, and how sure. */
function context(record: RunRecord, run: RunFacts): string {
  const { settings, plan, snapshot, outcome } = record;
  const environment = snapshot?.target.environment;
  const where = environment?.name ?? settings?.environmentName;
  const console =
    environment === undefined || settings === undefined ? undefined : consoleUrl(settings.region, environment.id);
  const isProven = outcome.state === 'succeeded' || (outcome.state === 'unchanged' && outcome.proof !== 'none');
  const repository = repositoryUrl(run);
  const commit = run.commit !== undefined && /^[0-9a-f]{7,64}$/.test(run.commit) ? run.commit : undefined;
  return [
    ...(where === undefined ? [] : [`Environment ${foreignMarkdown(where, 100)}`]),
    ...(settings === undefined ? [] : [foreignMarkdown(settings.region, 40)]),
    ...(plan === undefined ? [] : [`strategy ${foreignMarkdown(plan.strategy, 60)}`]),
    ...(commit === undefined || repository === undefined
      ? []
      : [`commit [\`${commit.slice(0, 7)}\`](${repository}/commit/${commit})`]),
    ...(isProven ? [`proof: ${proofWords(outcome)}`] : []),
    ...(record.apiCalls === 0 ? [] : [plural(record.apiCalls, 'API call')]),
    ...(console === undefined ? [] : [`[AWS console](${console})`]),
  ].join(' · ');
}

export function head(record: RunRecord, run: RunFacts): string {
  const { outcome } = record;
  // The reason has said it; the one case that needs somebody at once is said again.
  const restored = outcome.restored === 'failed' ? restoredWords(outcome) : undefined;
  const running = outcome.stillRunning.slice(0, 20).map((line) => `- ${foreignProse(line, 300)}`);
  return paragraphs(
    verdict(record),
    problems(record),
    restored === undefined ? '' : `**${restored}**`,
    standingTable(record),
    running.length === 0 ? '' : `Still running:\n\n${running.join('\n')}`,
    context(record, run),
  );
}
