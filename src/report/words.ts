/** How things are said in one line: steps, views, events, instances, outcomes. Everything foreign is made harmless here. */
import type { SeenEvent } from '../domain/event.js';
import type { InstanceHealth, RequestMetrics } from '../domain/instance.js';
import type { Outcome, OutcomeState } from '../domain/outcome.js';
import type { Forecast } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { RolloutView } from '../domain/progress.js';
import { formatDuration, type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';
import { foreignLines, foreignText } from './foreign.js';

/** Longest label or name inside a sentence; labels may have 100 characters (AWS API reference, CreateApplicationVersion). */
const NAME_LIMIT = 100;

export const name = (text: string): string => foreignText(text, NAME_LIMIT);

/** Bytes as people say them: `640 B`, `12.3 kB`, `480 MB` (decimal, as the service's 500 MB limit is written). */
export function bytes(count: number): string {
  if (count < 1_000) return `${count} B`;
  const units = ['kB', 'MB', 'GB'] as const;
  let value = count / 1_000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${value < 99.95 ? value.toFixed(1) : Math.round(value)} ${units[unit] ?? 'GB'}`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Time of day in UTC, as the service dates its events: `09:31:07`. */
export function timeOfDay(at: Instant): string {
  return new Date(at).toISOString().slice(11, 19);
}

/** A span that nobody knows exactly: to five seconds, ten seconds, or minutes, the longer it is. */
export function roughly(span: Milliseconds): string {
  const to = (unit: Milliseconds): string => formatDuration(Math.max(unit, Math.round(span / unit) * unit));
  if (span < minutes(2)) return to(seconds(5));
  return span < minutes(10) ? to(seconds(10)) : to(minutes(1)).replace(/m00s$/, 'm');
}

function requestWords(requests: RequestMetrics): readonly string[] {
  if (requests.requestCount <= 0) return [];
  const share = (100 * requests.status5xx) / requests.requestCount;
  const p99 = requests.p99 === undefined ? [] : [`p99 ${Math.round(requests.p99 * 1_000)} ms`];
  return [`5xx ${share.toFixed(1)} %`, ...p99];
}

/** `batch 2 of 4 · 4 of 8 instances on 3f2a91c · 5xx 0.0 % · p99 84 ms · about 1m40s left`. */
export function viewLine(view: RolloutView): string {
  const { requests, remaining } = view;
  const parts = [
    ...standing(view),
    ...(requests === undefined ? [] : requestWords(requests)),
    ...(remaining === undefined || remaining < 1_000 ? [] : [`about ${roughly(remaining)} left`]),
  ];
  return parts.join(' · ');
}

/** The part that changes only when something has happened. Once it is Ready health is what is waited for. */
function standing(view: RolloutView): readonly string[] {
  const { updated, health } = view;
  const isOver = view.status === 'Ready';
  const batch = isOver ? undefined : view.batch;
  const isFine = health === undefined || (!isOver && (health === 'Ok' || health === 'Info' || health === 'Green'));
  const label = view.wantedLabel ?? view.versionLabel;
  return [
    ...(view.status === 'Updating' && (batch !== undefined || updated !== undefined) ? [] : [view.status]),
    ...(batch === undefined ? [] : [`batch ${batch.current}${batch.total === undefined ? '' : ` of ${batch.total}`}`]),
    ...(updated === undefined
      ? []
      : [`${updated.done} of ${plural(updated.total, 'instance')}${label === undefined ? '' : ` on ${name(label)}`}`]),
    ...(isFine ? [] : [`health ${health}`]),
  ];
}

/** What must differ for a new progress line to be worth printing at once. */
export function viewIdentity(view: RolloutView): string {
  return standing(view).join(' · ');
}

/** Lines of one event: time, severity, words; a further line of a message is indented under the first. */
export function eventLines(event: SeenEvent): readonly string[] {
  const head = `${timeOfDay(event.date)}  ${event.severity.padEnd(5)} `;
  const whose = event.attribution === 'other' ? ' (another request)' : '';
  // The lists of instances that a batch begins with are long, and said again in the report.
  const isNews = event.severity === 'WARN' || event.severity === 'ERROR' || event.severity === 'FATAL';
  return foreignLines(event.message, { lines: 20, characters: isNews ? 1_000 : 300 }).map((line, index) =>
    index === 0 ? `${head}${line}${whose}` : `${' '.repeat(head.length)}${line}`,
  );
}

/** Instances as a table: what each one runs, how it is, why. The cells are harmless in a log; escape them again for Markdown. */
export function instanceRows(instances: readonly InstanceHealth[]): readonly (readonly string[])[] {
  const rows = instances.map((instance) => [
    foreignText(instance.id, 40),
    instance.deployment?.versionLabel === undefined ? '–' : name(instance.deployment.versionLabel),
    instance.deployment?.id === undefined ? '–' : String(instance.deployment.id),
    instance.deployment?.status ?? '–',
    instance.status,
    foreignText(instance.causes.join('; '), 160),
  ]);
  return [['instance', 'runs', 'deployment', 'state', 'health', 'causes'], ...rows];
}

export const STATE_WORDS: Readonly<Record<OutcomeState, string>> = {
  unchanged: 'Unchanged',
  planned: 'Planned',
  started: 'Started',
  succeeded: 'Succeeded',
  failed: 'Failed',
  'timed-out': 'Timed out',
  cancelled: 'Cancelled',
};

/** The verdict in one sentence. */
export function headline(outcome: Outcome): string {
  return `${STATE_WORDS[outcome.state]}: ${foreignText(outcome.reason, 1_000)}`;
}

/** Whether what was there before is there again; `undefined` when the question does not arise. */
export function restoredWords(outcome: Outcome): string | undefined {
  switch (outcome.restored) {
    case 'not-needed':
      return undefined;
    case 'yes':
      return 'What was there before is there again.';
    case 'no':
      return 'Nothing was put back by this run.';
    case 'failed':
      return 'Putting back what was there before FAILED: the environment needs a look now.';
  }
}

export function proofWords(outcome: Outcome): string {
  switch (outcome.proof) {
    case 'instances':
      return 'each instance reported it';
    case 'environment':
      return 'the environment reported it, not its single instances';
    case 'none':
      return 'none';
  }
}

export function problemLines(problem: Problem): readonly string[] {
  const input = problem.input === undefined ? '' : ` [${foreignText(problem.input, 60)}]`;
  return [`${foreignText(problem.what, 1_000)}${input}`, `  → ${foreignText(problem.hint, 500)}`];
}

const DOWNTIME: Readonly<Record<Forecast['downtime'], string>> = {
  none: 'none',
  seconds: 'seconds',
  unknown: 'unknown',
};

/** Every strategy for this environment, side by side. Cells are harmless in a log. */
export function forecastRows(forecasts: readonly Forecast[], chosen: string): readonly (readonly string[])[] {
  const head = [
    'strategy',
    'duration',
    'lowest capacity',
    'extra instance-hours',
    'downtime',
    'both versions',
    'way back',
  ];
  const rows = forecasts.map((forecast) => {
    const title = `${forecast.strategy === chosen ? '▸ ' : '  '}${name(forecast.strategy)}`;
    if (forecast.refusals.length > 0) {
      return [title, '–', '–', '–', '–', '–', `not here: ${foreignText(forecast.refusals.join(' '), 300)}`];
    }
    const basis = forecast.durationBasis === 'learned' ? '' : '~';
    return [
      title,
      `${basis}${roughly(forecast.duration)}`,
      `${forecast.lowestCapacity} of ${forecast.capacity}`,
      forecast.extraInstanceHours === 0 ? '0' : forecast.extraInstanceHours.toFixed(2),
      DOWNTIME[forecast.downtime],
      forecast.versionsSideBySide ? 'yes' : 'no',
      foreignText(forecast.wayBack, 300),
    ];
  });
  return [head, ...rows];
}

/** Evidence is taken when a rollout has failed, before anything is put back. */
export function instancesTitle({ evidence, restored }: Outcome): string {
  if (evidence === undefined) return 'What each instance ran when it was last seen';
  return restored === 'yes' ? 'What each instance ran when it had failed' : 'What each instance runs';
}
