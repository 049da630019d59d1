/** A run about several environments, told: each has its own log lines and record; at the end one table and a part for each. */

import type { Outcome } from '../domain/outcome.js';
import { OUTPUTS, type OutputName } from '../domain/outputs.js';
import type { Step } from '../domain/plan.js';
import type { Say } from '../domain/progress.js';
import type { DeploySettings } from '../domain/settings.js';
import { formatDuration, type Instant } from '../domain/time.js';
import type { EnvironmentEnding, EnvironmentState } from '../domain/waves.js';
import { hasFailed, notStarted } from '../domain/waves.js';
import type { Host, RunFacts } from '../ports/host.js';
import { type Annotating, warnOfReporting } from './annotations.js';
import { endingLines } from './ending.js';
import { foreignText } from './foreign.js';
import { foreignHtml, foreignMarkdown, foreignProse } from './foreign-markdown.js';
import { printableJson, reportDocument } from './json.js';
import { fanOut } from './listeners.js';
import { Log } from './log.js';
import { outputsOf } from './outputs.js';
import { type Known, Recorder, type RunRecord } from './record.js';
import type { ReportPorts, Telling, ToldPart } from './report.js';
import { summaryMarkdown } from './summary/summary.js';
import { markdownTable, textTable } from './table.js';
import { headline, name } from './words.js';

export interface EnvironmentPorts extends Pick<ReportPorts, 'clock' | 'host'> {
  /** Of the whole step: GitHub counts them all together. */
  readonly annotations: Annotating;
}

/** Of the report of one environment; the whole has its own. */
export class EnvironmentReport implements ToldPart {
  readonly say: Say;
  /** Its name, with the region where the run has several. */
  readonly title: string;
  /** Counted from 1. */
  readonly wave: number;
  readonly settings: DeploySettings;
  readonly #ports: EnvironmentPorts;
  readonly #recorder = new Recorder();
  #known: Known;
  #startedAt: Instant;
  #hasBegun = false;
  #ended: { readonly at: Instant; readonly state: EnvironmentState; readonly outcome: Outcome } | undefined;

  constructor(ports: EnvironmentPorts, settings: DeploySettings, wave: number, title: string) {
    this.#ports = ports;
    this.settings = settings;
    this.wave = wave;
    this.title = title;
    this.#known = { settings };
    this.#startedAt = ports.clock.now();
    const notes = titledNotes(ports.annotations, title);
    const log = new Log(titled(ports.host, title), notes, () => settings.dryRun);
    this.say = fanOut(ports.clock, [log, this.#recorder], (text) => warnOfReporting(notes, text));
  }

  get known(): Readonly<Known> {
    return this.#known;
  }

  get step(): Step | undefined {
    return this.#recorder.step;
  }

  learn(more: Known): void {
    this.#known = { ...this.#known, ...more };
    if (more.plan !== undefined) this.say({ type: 'planned', plan: more.plan });
  }

  /** Its rollout begins: what went before is no part of its duration. */
  begin(): void {
    this.#hasBegun = true;
    this.#startedAt = this.#ports.clock.now();
  }

  /** May be called again, when an ending turns out not to be the last word. */
  end(state: EnvironmentState, outcome: Outcome): void {
    this.#ended = { at: this.#ports.clock.now(), state, outcome };
    this.say({ type: 'ended', outcome });
  }

  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  get ending(): EnvironmentEnding | undefined {
    if (this.#ended === undefined) return undefined;
    const { state, outcome } = this.#ended;
    return { title: this.title, wave: this.wave, state, outcome };
  }

  /** Everything about it, as the only environment of a run would have it. Only after its end. */
  record(): RunRecord | undefined {
    if (this.#ended === undefined) return undefined;
    const { at, outcome } = this.#ended;
    const { problems = [], ...known } = this.#known;
    return this.#recorder.record({
      problems,
      ...known,
      startedAt: this.#startedAt,
      endedAt: at,
      outcome,
      // Environments of a region share its connection.
      apiCalls: 0,
    });
  }
}

/** Lines of several environments stand between each other, so each says whose it is, and none is folded away. */
function titled(host: Host, title: string): Pick<Host, 'line' | 'group' | 'endGroup' | 'debug' | 'run'> {
  const line = (text: string): void => host.line(text === '' ? '' : `[${title}] ${text}`);
  return {
    line,
    group: line,
    endGroup: () => {},
    debug: (text) => host.debug(`[${title}] ${text}`),
    run: host.run,
  };
}

const titledNotes = (all: Annotating, title: string): Annotating => ({
  add: (level, message, heading) => all.add(level, `${title}: ${message}`, heading),
  // The one place that is kept free is for the verdict about all of them.
  verdict: (message, heading) => all.add('error', `${title}: ${message}`, heading),
});

interface Row {
  readonly report: EnvironmentReport;
  readonly record: RunRecord;
  readonly ending: EnvironmentEnding;
  readonly outputs: Readonly<Record<OutputName, string>>;
}

/** All of them together. */
export class SeveralReport implements Telling {
  readonly environments: readonly EnvironmentReport[];
  readonly writesSummary: boolean;
  readonly #ports: Pick<ReportPorts, 'host'>;

  constructor(ports: Pick<ReportPorts, 'host'>, environments: readonly EnvironmentReport[], writesSummary: boolean) {
    this.#ports = ports;
    this.environments = environments;
    this.writesSummary = writesSummary;
  }

  #rows(): readonly Row[] {
    return this.environments.flatMap((report) => {
      // The run has ended before it came to this one.
      if (report.ending === undefined) report.end('not-started', notStarted('Nothing was changed here.'));
      const [record, { ending }] = [report.record(), report];
      return record === undefined || ending === undefined
        ? []
        : [{ report, record, ending, outputs: outputsOf(record) }];
    });
  }

  outputs(whole: RunRecord): Readonly<Record<string, string>> {
    const rows = this.#rows();
    const shared = (key: OutputName): string => {
      const values = new Set(rows.map(({ outputs }) => outputs[key]));
      return values.size === 1 ? ([...values][0] ?? '') : '';
    };
    const none = Object.fromEntries(Object.keys(OUTPUTS).map((key) => [key, '']));
    const own = outputsOf(whole);
    const plans = rows.flatMap(({ report, outputs }) =>
      outputs.plan === '' ? [] : [`{"environment":${JSON.stringify(report.title)},"plan":${outputs.plan}}`],
    );
    return {
      ...none,
      outcome: own.outcome,
      'outcome-reason': own['outcome-reason'],
      restored: own.restored,
      report: own.report,
      'duration-seconds': own['duration-seconds'],
      'api-calls': own['api-calls'],
      'version-label': shared('version-label'),
      'previous-version-label': shared('previous-version-label'),
      'bundle-sha256': shared('bundle-sha256'),
      'deployment-action-type': shared('deployment-action-type'),
      plan: withinLimit(`[${plans.join(',')}]`),
      'environments-result': JSON.stringify(rows.map(resultOf)),
    };
  }

  json(whole: RunRecord): string {
    const environments = this.#rows().map(({ record, ending, report }) => ({
      environment: report.settings.environmentName,
      region: report.settings.region,
      wave: ending.wave,
      state: ending.state,
      ...reportDocument(record),
      apiCalls: undefined,
    }));
    return printableJson({ ...reportDocument(whole), environments });
  }

  /** A part for each that failed, then the table. */
  log(): void {
    const { host } = this.#ports;
    const rows = this.#rows();
    for (const { record, ending, report } of rows.filter((row) => hasFailed(row.ending))) {
      const say = titled(host, report.title);
      host.line('');
      say.line(headline(ending.outcome));
      for (const line of endingLines(record, host.run).slice(0, -1)) say.line(line);
    }
    host.line('');
    for (const line of textTable(tableOf(rows))) host.line(foreignText(line, 1_000));
  }

  summary(whole: RunRecord, run: RunFacts, limit: number): string {
    const rows = this.#rows();
    const [head = [], ...body] = tableOf(rows);
    const table = markdownTable([head, ...body.map((row) => row.map((cell) => foreignMarkdown(cell)))]);
    const share = Math.floor((limit * 0.8) / Math.max(rows.length, 1));
    const parts = rows
      .filter(({ ending }) => ending.state !== 'not-started')
      .map(({ record, ending, report }) => {
        const button = whole.rollbackWorkflow === undefined ? {} : { rollbackWorkflow: whole.rollbackWorkflow };
        const text = withoutTitle(summaryMarkdown({ ...record, ...button }, run, share));
        const open = hasFailed(ending) ? ' open' : '';
        const title = foreignHtml(`${report.title}: ${ending.state}`);
        return `<details${open}><summary>${title}</summary>\n\n${text}\n\n</details>`;
      });
    const problems = whole.problems.map(({ what, hint }) => `- ${foreignProse(what, 500)} ${foreignProse(hint, 300)}`);
    const verdict = foreignProse(headline(whole.outcome), 1_000);
    const title = `## Beanstalk Rollout: ${this.environments.length} environments`;
    return [title, verdict, problems.join('\n'), rows.length === 0 ? '' : table, ...parts]
      .filter((part) => part !== '')
      .join('\n\n')
      .concat('\n');
  }
}

/** All outputs of a job may have 1 MB together; each of several plans has been shortened by itself already. */
const withinLimit = (text: string): string => (text.length <= 256 * 1024 ? text : '');

const withoutTitle = (markdown: string): string => markdown.replace(/^## [^\n]*\n+/, '').trim();

const REASON_LIMIT = 500;

/** For the steps that follow. Names and labels as the service has them; whoever prints them has to be careful. */
function resultOf({ report, ending, outputs }: Row): unknown {
  const { environmentName, region, application } = report.settings;
  return {
    environment: environmentName,
    region,
    application,
    wave: ending.wave,
    state: ending.state,
    version: outputs['version-label'],
    previousVersion: outputs['previous-version-label'],
    url: outputs['environment-url'],
    id: outputs['environment-id'],
    restored: outputs.restored,
    reason: foreignText(ending.outcome.reason, REASON_LIMIT),
  };
}

/** Cells are harmless in a log; escape them again for Markdown. */
function tableOf(rows: readonly Row[]): readonly (readonly string[])[] {
  const head = ['environment', 'wave', 'state', 'version', 'before', 'proof', 'restored', 'took'];
  return [
    head,
    ...rows.map(({ report, record, ending, outputs }) => [
      name(report.title),
      String(ending.wave),
      ending.state,
      outputs['version-label'] === '' ? '–' : name(outputs['version-label']),
      outputs['previous-version-label'] === '' ? '–' : name(outputs['previous-version-label']),
      ending.outcome.proof === 'none' ? '–' : ending.outcome.proof,
      ending.outcome.restored === 'not-needed' ? '–' : ending.outcome.restored,
      ending.state === 'not-started' ? '–' : formatDuration(record.endedAt - record.startedAt),
    ]),
  ];
}
