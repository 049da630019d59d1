/** Everything the action can say while it runs. Data: `report/` decides how it looks. Texts from the service are foreign. */
import type { Environment, HealthStatus } from './environment.js';
import type { SeenEvent } from './event.js';
import type { InstanceHealth, RequestMetrics } from './instance.js';
import type { Decision } from './judgement.js';
import type { Outcome, ServingSides } from './outcome.js';
import type { Candidate, Plan, Step } from './plan.js';
import type { Problem } from './problem.js';
import type { Instant, Milliseconds } from './time.js';
import type { Verdict } from './verdict.js';

/** Where a rollout stands, computed from what was seen. Everything optional that basic health cannot tell. */
export interface RolloutView {
  readonly status: Environment['status'];
  readonly versionLabel?: string;
  readonly health?: HealthStatus | Environment['health'];
  readonly batch?: { readonly current: number; readonly total?: number };
  /** Instances that run the wanted deployment, of all. */
  readonly updated?: { readonly done: number; readonly total: number };
  readonly wantedLabel?: string;
  readonly requests?: RequestMetrics;
  /** `undefined` when nothing is known to compute it from. */
  readonly remaining?: Milliseconds;
}

/**
 * How a step has come to its end; one that was stopped has not. `not-awaited`: it goes on, as wished
 * (`wait-for-deployment: false`).
 */
export type StepEnding = 'done' | 'failed' | 'timed-out' | 'not-awaited';

export type Progress = { readonly at: Instant } & (
  | { readonly type: 'notice'; readonly text: string }
  | { readonly type: 'warning'; readonly problem: Problem }
  | {
      readonly type: 'bundle-entry-summary';
      readonly included: number;
      readonly bytes: number;
      readonly excluded: readonly { readonly path: string; readonly rule: string }[];
    }
  /** What a rollback could go to, for somebody who has to choose. */
  | { readonly type: 'candidates'; readonly candidates: readonly Candidate[] }
  | { readonly type: 'planned'; readonly plan: Plan }
  | { readonly type: 'step-started'; readonly index: number; readonly count: number; readonly step: Step }
  | {
      readonly type: 'step-ended';
      readonly index: number;
      readonly count: number;
      readonly step: Step;
      readonly end: StepEnding;
      readonly took: Milliseconds;
    }
  /** Another one of two environments has the traffic, by what was read back. */
  | { readonly type: 'traffic-moved'; readonly sides: ServingSides }
  | { readonly type: 'upload-progress'; readonly sent: number; readonly total: number }
  | {
      readonly type: 'waiting-for-environment';
      readonly environment: string;
      readonly status: Environment['status'];
      readonly waited: Milliseconds;
    }
  | { readonly type: 'event-seen'; readonly event: SeenEvent }
  /** `environment`: its name. */
  | {
      readonly type: 'view';
      readonly environment: string;
      readonly view: RolloutView;
      readonly elapsed: Milliseconds;
    }
  | { readonly type: 'verdict'; readonly verdict: Verdict }
  /** About a version that has a share of the traffic, with all its numbers. */
  | { readonly type: 'decision'; readonly decision: Decision }
  | { readonly type: 'instances'; readonly instances: readonly InstanceHealth[] }
  /** A call failed and is taken as "look again later"; `since` counts the failures in a row. */
  | { readonly type: 'look-failed'; readonly problem: Problem; readonly inARow: number }
  | { readonly type: 'cancel-requested'; readonly aborting: boolean }
  | { readonly type: 'ended'; readonly outcome: Outcome }
);

/** A progress message without its time, as the code that speaks writes it. */
export type ProgressMessage = Progress extends infer P ? (P extends Progress ? Omit<P, 'at'> : never) : never;

export type Say = (message: ProgressMessage) => void;
