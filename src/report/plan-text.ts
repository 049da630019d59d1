/** A plan as text: one line that says it all, its steps, what it costs, and the comparison of all strategies. */
import type { Forecast, Plan, Step } from '../domain/plan.js';
import { formatDuration } from '../domain/time.js';
import { foreignText } from './foreign.js';
import { shownOptions } from './secrets.js';
import { stepTitle } from './step-words.js';
import { textTable } from './table.js';
import { forecastRows, name, plural, roughly } from './words.js';

const DOWNTIME: Readonly<Record<Plan['forecast']['downtime'], string>> = {
  none: 'no downtime',
  seconds: 'some seconds of downtime',
  unknown: 'downtime unknown',
};

/** The plan in a sentence. */
export function planSentence(plan: Plan): string {
  if (plan.operation === 'terminate') {
    return `Plan: terminate ${name(plan.environment.name)} (${name(plan.environment.id)}), about ${formatDuration(plan.forecast.duration)}`;
  }
  const what = plan.versionLabel === undefined ? 'configuration' : name(plan.versionLabel);
  const target = `${what} to ${name(plan.environment.name)}`;
  if (plan.unchanged !== undefined) return `Nothing to do for ${target}: ${foreignText(plan.unchanged)}`;
  const { forecast } = plan;
  const parts = [
    `${name(plan.strategy)}, ${plural(plan.steps.length, 'step')}`,
    `${forecast.durationBasis === 'learned' ? 'usually' : 'about'} ${roughly(forecast.duration)}`,
    `${forecast.lowestCapacity === 0 ? 'down to' : 'never below'} ${forecast.lowestCapacity} of ${plural(forecast.capacity, 'instance')}`,
    DOWNTIME[forecast.downtime],
  ];
  return `Plan for ${target}: ${parts.join(' · ')}`;
}

function optionLines(step: Step): readonly string[] {
  if (step.kind === 'run-command') return [`       ${foreignText(step.command, 200)}`];
  if (step.kind !== 'update') return [];
  const set = shownOptions(step.options).map(
    (option) => `       ${name(option.namespace)} ${name(option.name)} = ${foreignText(option.value, 120)}`,
  );
  const removed = step.removeOptions.map((option) => `       ${name(option.namespace)} ${name(option.name)} removed`);
  return [...set, ...removed];
}

/** Facts of a plan as label and text, for a log and for a page. */
export function planFacts(plan: Plan): readonly (readonly [string, string])[] {
  const { forecast } = plan;
  const extra =
    forecast.extraInstances === 0
      ? 'none'
      : `${plural(forecast.extraInstances, 'instance')}, ${forecast.extraInstanceHours.toFixed(2)} instance-hours`;
  return [
    [
      'duration',
      `${roughly(forecast.duration)} (${forecast.durationBasis === 'learned' ? 'learned from this environment' : 'estimated'})`,
    ],
    ['gives up after', formatDuration(plan.timeout)],
    ['lowest capacity', `${forecast.lowestCapacity} of ${plural(forecast.capacity, 'instance')}`],
    ['extra capacity', extra],
    ['downtime', forecast.downtime === 'seconds' ? 'some seconds' : forecast.downtime],
    ['versions side by side', forecast.versionsSideBySide ? 'yes, for a while' : 'no'],
    ['way back', foreignText(forecast.wayBack, 300)],
    ...(plan.prune === undefined ? [] : [['deleted afterwards', pruned(plan.prune)] as const]),
  ];
}

const pruned = (labels: readonly string[]): string =>
  labels.length === 0 ? 'no version' : foreignText(`${labels.length}: ${labels.join(', ')}`, 300);

/** The plan in full: steps with their options, then what it costs. */
export function planLines(plan: Plan): readonly string[] {
  const steps = plan.steps.flatMap((step, index) => [`  ${index + 1}. ${stepTitle(step)}`, ...optionLines(step)]);
  return [...steps, ...textTable(planFacts(plan).map(([label, text]) => [label, text]))];
}

/** The table of `dry-run`: every strategy for this environment. */
export function comparisonLines(comparison: readonly Forecast[], chosen: string): readonly string[] {
  if (comparison.length === 0) return [];
  return [
    'Every strategy for this environment (~ estimated, ▸ chosen)',
    ...textTable(forecastRows(comparison, chosen)),
  ];
}
