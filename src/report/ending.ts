/** The end of the log: verdict, what each instance runs, causes, log lines, what still runs, what to do next. Pure. */
import { type Evidence, isFailure } from '../domain/outcome.js';
import { formatDuration } from '../domain/time.js';
import type { RunFacts } from '../ports/host.js';
import { foreignLines, foreignText } from './foreign.js';
import { consoleUrl, errorPage } from './links.js';
import type { RunRecord } from './record.js';
import { textTable } from './table.js';
import { headline, instanceRows, instancesTitle, problemLines, proofWords, restoredWords } from './words.js';

/** Instances shown one by one; with more, those that are as they should be are only counted. */
const MOST_INSTANCES = 30;

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

/** What each instance runs; of many instances only those that differ from the majority. */
export function instanceLines(record: RunRecord): readonly string[] {
  const { instances } = record;
  if (instances.length <= MOST_INSTANCES) return instances.length === 0 ? [] : textTable(instanceRows(instances));
  const wanted = record.plan?.versionLabel;
  const odd = instances.filter(
    ({ status, deployment }) => (status !== 'Ok' && status !== 'Info') || deployment?.versionLabel !== wanted,
  );
  const shown = odd.slice(0, MOST_INSTANCES);
  return [...textTable(instanceRows(shown)), `  … and ${instances.length - shown.length} more`];
}

function logLines(evidence: Evidence | undefined): readonly string[] {
  return (evidence?.logs ?? []).flatMap(({ source, lines, truncated }) => [
    `  ${foreignText(source, 200)}${truncated ? ' (shortened)' : ''}`,
    ...foreignLines(lines.join('\n'), { lines: 80 }).map((line) => `  ${line}`),
  ]);
}

/** What to do next, with the addresses that help. */
export function nextLines(record: RunRecord, run: RunFacts): readonly string[] {
  const problems =
    record.problems.length > 0 ? record.problems : [record.outcome.problem].filter((it) => it !== undefined);
  // The hints of several problems stand right behind each of them.
  const hints = problems.length === 1 ? problems.map(({ hint }) => `  ${foreignText(hint, 500)}`) : [];
  const codes = [...new Set(problems.map(({ code }) => errorPage(code, run)))];
  const id = record.snapshot?.target.environment.id;
  const region = record.settings?.region;
  const console = id === undefined || region === undefined ? undefined : consoleUrl(region, id);
  return [
    ...hints,
    ...codes.slice(0, 3).map((page) => `  About this error: ${page}`),
    ...(console === undefined ? [] : [`  The environment in the AWS console: ${console}`]),
    ...(record.reportPath === undefined ? [] : [`  Everything that was seen: ${foreignText(record.reportPath)}`]),
  ];
}

function evidenceLines(record: RunRecord): readonly string[] {
  const { outcome } = record;
  const { evidence } = outcome;
  const causes = [...(evidence?.environmentCauses ?? []), ...(evidence?.health?.causes ?? [])];
  return [
    ...section(instancesTitle(outcome), instanceLines(record)),
    ...section(
      'Causes named by the service',
      [...new Set(causes)].flatMap((cause) => foreignLines(cause, { lines: 5 })),
    ),
    ...section('Log lines that matter', logLines(evidence)),
    ...section(
      'Could not be read',
      (evidence?.gaps ?? []).map((gap) => `  ${foreignText(gap)}`),
    ),
  ];
}

/** Everything after the verdict's own sentence. */
export function endingLines(record: RunRecord, run: RunFacts): readonly string[] {
  const { outcome, problems } = record;
  const cost = `Took ${formatDuration(record.endedAt - record.startedAt)}, ${record.apiCalls} API calls.`;
  if (!isFailure(outcome.state)) {
    const isProven = outcome.state === 'succeeded' || (outcome.state === 'unchanged' && outcome.proof !== 'none');
    const proof = isProven ? [`Proof: ${proofWords(outcome)}.`] : [];
    const running = outcome.stillRunning.map((line) => `  ${foreignText(line)}`);
    return [...proof, ...section('Still running', running), cost];
  }
  // A run that was stopped tells below what becomes of its update.
  const restored = outcome.state === 'cancelled' ? undefined : restoredWords(outcome);
  return [
    ...section('Problems', problems.length > 1 ? problems.flatMap(problemLines).map((line) => `  ${line}`) : []),
    ...(restored === undefined ? [] : [restored]),
    ...evidenceLines(record),
    ...section(
      'Still running',
      outcome.stillRunning.map((line) => `  ${foreignText(line)}`),
    ),
    ...section('What to do next', nextLines(record, run)),
    '',
    cost,
  ];
}

/** Characters of a list in an annotation; the runner cuts a message at 4096. */
const ANNOTATION_LIST = 3_500;

function withinAnnotation(lines: readonly string[]): readonly string[] {
  let length = 0;
  const fitting = lines.filter((line) => {
    length += line.length + 1;
    return length <= ANNOTATION_LIST;
  });
  const more = lines.length - fitting.length;
  return more === 0 ? fitting : [...fitting, `- … and ${more} more in the log`];
}

/** The text of the one error annotation: the verdict, and every problem when there are several. */
export function errorText(record: RunRecord): string {
  const { outcome, problems } = record;
  if (problems.length > 1) {
    const list = problems.map(({ what, hint }) => `- ${foreignText(what, 300)} ${foreignText(hint, 200)}`);
    return [headline(outcome), ...withinAnnotation(list)].join('\n');
  }
  const hint = outcome.problem === undefined ? '' : ` ${foreignText(outcome.problem.hint, 500)}`;
  const error = lastError(outcome.evidence);
  const log = error === undefined ? '' : `\nThe last error in the log: ${foreignText(error, 500)}`;
  return `${headline(outcome)}${hint}${log}`;
}

/** The line of the instances' logs that most probably names the cause. */
function lastError(evidence: Evidence | undefined): string | undefined {
  const lines = (evidence?.logs ?? []).flatMap((log) => log.lines.slice(-200));
  return lines.findLast((line) => /\b(error|fatal|exception|panic)\b/i.test(line));
}
