/** What the post phase of a stopped rollout found, as log lines, as a page, and as a part of the JSON report. Pure. */
import type { Environment } from '../domain/environment.js';
import type { InstanceHealth } from '../domain/instance.js';
import { formatDuration, type Milliseconds } from '../domain/time.js';
import { foreignText, withoutCommands } from './foreign.js';
import { foreignMarkdown } from './foreign-markdown.js';
import { printableJson } from './json.js';
import { consoleUrl } from './links.js';
import { markdownTable, textTable } from './table.js';
import { instanceRows, name } from './words.js';

/** Which environment was looked at. */
export interface Stopped {
  readonly region: string;
  readonly environmentId: string;
  readonly environmentName: string;
  readonly reportPath: string;
  /** `false`: one look is enough, because the update was left running on purpose. */
  readonly wait: boolean;
}

export interface Aftermath {
  readonly environment?: Environment;
  readonly instances: readonly InstanceHealth[];
  readonly waited: Milliseconds;
  /** Why it could not be told, in a sentence. Foreign text. */
  readonly gap?: string;
}

/** The state of things in a sentence. */
export function aftermathSentence(stopped: Stopped, found: Aftermath): string {
  const who = name(stopped.environmentName);
  const { environment, gap } = found;
  if (environment === undefined) return `What ${who} runs now is not known: ${foreignText(gap ?? 'no answer')}`;
  const runs = environment.versionLabel === undefined ? 'no version' : name(environment.versionLabel);
  const health = environment.healthStatus ?? environment.health;
  const after = found.waited >= 1_000 ? ` after ${formatDuration(found.waited)}` : '';
  if (environment.status === 'Ready') return `${who} is Ready${after} and runs ${runs}; its health is ${health}.`;
  return `${who} is still ${environment.status}${after}; it names ${runs}, its health is ${health}.`;
}

export function aftermathLines(stopped: Stopped, found: Aftermath): readonly string[] {
  const console = consoleUrl(stopped.region, stopped.environmentId);
  const lines = [
    aftermathSentence(stopped, found),
    ...(found.instances.length === 0 ? [] : textTable(instanceRows(found.instances))),
    ...(found.environment !== undefined && found.gap !== undefined
      ? [`Last failed look: ${foreignText(found.gap)}`]
      : []),
    ...(console === undefined ? [] : [`The environment in the AWS console: ${console}`]),
    `Everything that was seen: ${foreignText(stopped.reportPath)}`,
  ];
  return lines.map(withoutCommands);
}

export function aftermathSummary(stopped: Stopped, found: Aftermath): string {
  const [head = [], ...rows] = instanceRows(found.instances.slice(0, 200));
  const table =
    rows.length === 0
      ? ''
      : `\n\n${markdownTable([head, ...rows.map((row) => row.map((cell) => foreignMarkdown(cell)))])}`;
  return `## 🛑 Beanstalk Rollout, after it was stopped\n\n${foreignMarkdown(aftermathSentence(stopped, found), 600)}${table}\n`;
}

/** What the post phase found, added to a report; `undefined` when the text is not a report. */
export function withAftermath(text: string, aftermath: Aftermath | readonly Aftermath[]): string | undefined {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof report !== 'object' || report === null || Array.isArray(report)) return undefined;
  return printableJson({ ...report, aftermath });
}
