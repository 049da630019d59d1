/** What one rollout carries from step to step: the only mutable thing of `rollout/`. */
import type { Environment } from '../domain/environment.js';
import type { Proof } from '../domain/outcome.js';
import type { Step } from '../domain/plan.js';
import type { Instant } from '../domain/time.js';
import type { Beanstalk } from '../ports/beanstalk.js';
import type { Baseline } from '../watch/knowledge.js';
import type { RolloutWatch } from '../watch/watch.js';
import type { RolloutRequest } from './rollout-request.js';

export type UpdateStep = Extract<Step, { readonly kind: 'update' }>;
export type SettleStep = Extract<Step, { readonly kind: 'settle' }>;

/** An update that this rollout asked for. Only such a one may ever be aborted. */
export interface OurUpdate {
  readonly step: UpdateStep;
  /** Absent when the answer was lost and no event has told it. */
  readonly requestId?: string;
  /** `false`: the answer was lost, and what runs is presumably ours. */
  readonly isCertain: boolean;
  readonly askedAt: Instant;
  readonly baseline: Baseline;
}

export interface Run {
  readonly request: RolloutRequest;
  readonly watch: RolloutWatch;
  /** For looks that are repeated anyway. */
  readonly reader: Beanstalk;
  deadline: Instant;
  /** The newest reading of the environment before an update. */
  environment: Environment | undefined;
  /** The update in progress, or the last one. */
  ours: OurUpdate | undefined;
  /** The call for an update is on its way, and nothing came back yet. */
  asking: Promise<unknown> | undefined;
  /** The upload, which removes its unfinished parts from the bucket when it is broken off. */
  publishing: Promise<void> | undefined;
  /** `ours` has been proven to have ended. */
  hasEnded: boolean;
  /** Something was written into the account's environment. */
  hasChanged: boolean;
  /** Of the deployment itself, once it is proven. */
  proven: { readonly reason: string; readonly proof: Proof } | undefined;
}
