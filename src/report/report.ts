/** All of the presentation behind one door: what main tells it on the way, and the one ending. Nothing here fails a deployment. */
import type { Outcome } from '../domain/outcome.js';
import type { Step } from '../domain/plan.js';
import type { Say } from '../domain/progress.js';
import type { Instant } from '../domain/time.js';
import type { EnvironmentEnding, EnvironmentState } from '../domain/waves.js';
import type { Clock } from '../ports/clock.js';
import type { Files } from '../ports/files.js';
import type { Host, RunFacts } from '../ports/host.js';
import type { Random } from '../ports/random.js';
import { Annotations, warnOfReporting } from './annotations.js';
import { foreignText } from './foreign.js';
import { LateLog } from './late-log.js';
import { fanOut } from './listeners.js';
import { type Known, Recorder, type RunRecord } from './record.js';

export interface ReportPorts {
  readonly host: Host;
  readonly clock: Clock;
  readonly files: Files;
  readonly random: Random;
  calls(): number;
}

/** One of several environments, as far as it has come. */
export interface ToldPart {
  readonly known: Readonly<Known>;
  /** Its rollout has begun. */
  readonly hasBegun: boolean;
  /** That was begun last. */
  readonly step: Step | undefined;
  readonly ending: EnvironmentEnding | undefined;
  end(state: EnvironmentState, outcome: Outcome): void;
}

/** How a run about several environments is told, instead of how one about a single environment is. */
export interface Telling {
  readonly environments: readonly ToldPart[];
  readonly writesSummary: boolean;
  outputs(whole: RunRecord): Readonly<Record<string, string>>;
  json(whole: RunRecord): string;
  /** Prints what stands before the ending of the whole. */
  log(): void;
  /** Markdown of at most about `limit` bytes. */
  summary(whole: RunRecord, run: RunFacts, limit: number): string;
}

/** GitHub refuses a step summary above 1 MiB. */
const SUMMARY_LIMIT = 900 * 1024;

/** Not loaded before: the first API call does not wait for it. */
const ofTheEnd = () => import('./the-end.js');

export class Report {
  readonly say: Say;
  readonly path: string;
  /** Of the whole step. */
  readonly annotations: Annotations;
  readonly #ports: ReportPorts;
  readonly #log: LateLog;
  readonly #recorder = new Recorder();
  readonly #startedAt: Instant;
  #known: Known = {};
  #telling: Telling | undefined;

  constructor(ports: ReportPorts) {
    this.#ports = ports;
    this.#startedAt = ports.clock.now();
    this.annotations = new Annotations(ports.host);
    const load = async () => {
      const { Log } = await import('./log.js');
      return new Log(ports.host, this.annotations, () => this.#known.settings?.dryRun ?? false);
    };
    this.#log = new LateLog(load, (error) => this.#missing('log', error));
    this.path = `${ports.host.run.temporary}/beanstalk-rollout-${ports.random.uuid()}.json`;
    this.say = fanOut(ports.clock, [this.#log, this.#recorder], (text) => warnOfReporting(this.annotations, text));
  }

  /** Settings, snapshot and plan as they become known. */
  learn(more: Known): void {
    this.#known = { ...this.#known, ...more };
    if (more.plan !== undefined) this.say({ type: 'planned', plan: more.plan });
  }

  /** From here on the run is about several environments. */
  tellAs(telling: Telling): void {
    this.#telling = telling;
  }

  /** Absent when the run is about a single environment. */
  get parts(): readonly ToldPart[] | undefined {
    return this.#telling?.environments;
  }

  get known(): Readonly<Known> {
    return this.#known;
  }

  get step(): Step | undefined {
    return this.#recorder.step;
  }

  /** Outputs first (they are what other steps wait for), then the file, the log, the summary. Each alone may fail. */
  async conclude(outcome: Outcome): Promise<void> {
    this.say({ type: 'ended', outcome });
    const record = this.#recorder.record({
      problems: [],
      ...this.#known,
      startedAt: this.#startedAt,
      endedAt: this.#ports.clock.now(),
      outcome,
      apiCalls: this.#ports.calls(),
      reportPath: this.path,
    });
    await this.#setOutputs(record);
    await this.#writeFile(record);
    await this.#concludeLog(record);
    if (this.#telling?.writesSummary ?? record.settings?.jobSummary ?? true) {
      await this.#writeSummary(record);
    }
  }

  async #setOutputs(record: RunRecord): Promise<void> {
    try {
      const outputs = this.#telling?.outputs(record) ?? (await ofTheEnd()).outputsOf(record);
      for (const [name, value] of Object.entries(outputs)) this.#ports.host.output(name, value);
    } catch (error) {
      this.#missing('outputs', error);
    }
  }

  async #writeFile(record: RunRecord): Promise<void> {
    try {
      const json = this.#telling?.json(record) ?? (await ofTheEnd()).reportJson(record);
      await this.#ports.files.writeText(this.path, json);
    } catch (error) {
      this.#guarded('output', () => this.#ports.host.output('report', ''));
      this.#missing('JSON report', error);
    }
  }

  async #concludeLog(record: RunRecord): Promise<void> {
    const log = await this.#log.ready().catch((error: unknown) => this.#missing('log', error));
    this.#guarded('log', () => this.#telling?.log());
    this.#guarded('log', () => log?.conclude(record));
  }

  async #writeSummary(record: RunRecord): Promise<void> {
    try {
      const { host, files } = this.#ports;
      const { findRollbackWorkflow, summaryMarkdown } = await ofTheEnd();
      const rollbackWorkflow = await findRollbackWorkflow(files, host.run.workspace);
      const found = rollbackWorkflow === undefined ? {} : { rollbackWorkflow };
      const whole = { ...record, ...found };
      const several = this.#telling?.summary(whole, host.run, SUMMARY_LIMIT);
      await host.summary(several ?? summaryMarkdown(whole, host.run));
    } catch (error) {
      this.#missing('job summary', error);
    }
  }

  #guarded(what: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#missing(what, error);
    }
  }

  #missing(what: string, error: unknown): void {
    const why = foreignText(error instanceof Error ? error.message : String(error));
    try {
      warnOfReporting(this.annotations, `The ${what} could not be written: ${why}`);
    } catch {
      // Nothing is left to say it with; the outcome of the deployment stands.
    }
  }
}
