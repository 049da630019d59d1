/** What a run leaves behind: everything that the outputs, the JSON report and the summary are made from. */
import type { InstanceHealth } from '../domain/instance.js';
import type { Decision } from '../domain/judgement.js';
import type { Outcome, SidesNow } from '../domain/outcome.js';
import type { Forecast, Plan, Step } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { Progress, RolloutView } from '../domain/progress.js';
import type { Settings } from '../domain/settings.js';
import type { Snapshot } from '../domain/snapshot.js';
import type { Instant } from '../domain/time.js';
import type { Listener } from './listeners.js';
import { withNewWindows } from './new-windows.js';
import type { RollbackWorkflow } from './rollback-workflow.js';

/** What the story learns on its way, as far as it came. */
export interface Known {
  settings?: Settings;
  snapshot?: Snapshot;
  plan?: Plan;
  /** Every strategy for this environment, when a dry run was refused; a plan has its own. */
  comparison?: readonly Forecast[];
  /** Why the run was refused. */
  problems?: readonly Problem[];
}

export interface RunRecord extends Readonly<Omit<Known, 'problems'>> {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly outcome: Outcome;
  /** Every problem, when the run was refused. */
  readonly problems: readonly Problem[];
  /** The last look at the environment during the rollout. */
  readonly view?: RolloutView;
  /** The last look at each environment, by its name. */
  readonly views: ReadonlyMap<string, RolloutView>;
  /** What each instance ran when it was last seen. */
  readonly instances: readonly InstanceHealth[];
  readonly progress: readonly Progress[];
  readonly apiCalls: number;
  /** Where the JSON report is written; absent when it could not be. */
  readonly reportPath?: string;
  /** The repository's own rollback button; absent when its checkout has none. */
  readonly rollbackWorkflow?: RollbackWorkflow;
}

/** Beyond so many messages every second of those that only repeat a state goes. A two-hour rollout has about a thousand. */
const KEPT = 20_000;
/** The same for the readings of a large fleet, counted in instances: 100 readings of 500 of them, which take some 20 MB. */
const KEPT_INSTANCES = 50_000;

const isSample = ({ type }: Progress): boolean =>
  type === 'view' || type === 'upload-progress' || type === 'look-failed' || type === 'waiting-for-environment';

/** Collects progress for the report. Equal readings of the instances in a row are kept once. */
export class Recorder implements Listener {
  readonly name = 'record';
  #progress: Progress[] = [];
  #limit = KEPT;
  #instanceCount = 0;
  #instances: readonly InstanceHealth[] = [];
  #view: RolloutView | undefined;
  readonly #views = new Map<string, RolloutView>();
  #lastInstances = '';
  #lastDecision: Decision | undefined;
  #sides: SidesNow | undefined;
  #step: Step | undefined;

  hear(progress: Progress): void {
    if (progress.type === 'view') {
      this.#view = progress.view;
      this.#views.set(progress.environment, progress.view);
    }
    if (progress.type === 'traffic-moved') this.#sides = progress.sides;
    if (progress.type === 'step-started') this.#step = progress.step;
    if (progress.type === 'instances') {
      this.#instances = progress.instances;
      const now = JSON.stringify(progress.instances);
      if (now === this.#lastInstances) return;
      this.#lastInstances = now;
      this.#instanceCount += progress.instances.length;
    }
    this.#progress.push(progress.type === 'decision' ? this.#shortened(progress) : progress);
    if (this.#progress.length > this.#limit) this.#thinOut(isSample);
    if (this.#instanceCount > KEPT_INSTANCES) this.#thinOut(({ type }) => type === 'instances');
  }

  /** That was begun last. */
  get step(): Step | undefined {
    return this.#step;
  }

  #shortened(progress: Progress & { readonly type: 'decision' }): Progress {
    const before = this.#lastDecision;
    this.#lastDecision = progress.decision;
    return { ...progress, decision: withNewWindows(progress.decision, before) };
  }

  /** Events, steps and verdicts all stay. */
  #thinOut(may: (progress: Progress) => boolean): void {
    let goes = false;
    this.#progress = this.#progress.filter((progress) => {
      if (may(progress)) goes = !goes;
      return !(may(progress) && !goes);
    });
    this.#limit = Math.max(KEPT, this.#progress.length * 2);
    this.#instanceCount = this.#progress.reduce(
      (sum, each) => sum + (each.type === 'instances' ? each.instances.length : 0),
      0,
    );
  }

  record(facts: Omit<RunRecord, 'progress' | 'view' | 'views' | 'instances'>): RunRecord {
    const evidence = facts.outcome.evidence?.instances ?? [];
    const instances = evidence.length > 0 ? evidence : (this.#instances ?? []);
    const before = facts.snapshot?.target.instances?.instances ?? [];
    // An ending that nobody has made (something hangs after a request to stop) knows nothing of the traffic.
    const sides = facts.outcome.sides ?? this.#sides;
    return {
      ...facts,
      outcome: { ...facts.outcome, ...(sides === undefined ? {} : { sides }) },
      ...(this.#view === undefined ? {} : { view: this.#view }),
      views: this.#views,
      instances: instances.length > 0 ? instances : before,
      progress: this.#progress,
    };
  }
}
