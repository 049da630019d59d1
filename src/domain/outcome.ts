/** How a run ended. Every ending has one, and every one is reported the same way. */
import type { EnvironmentHealthReading, InstanceHealth } from './instance.js';
import type { EnvironmentRef } from './plan.js';
import type { Problem } from './problem.js';

export type OutcomeState = 'unchanged' | 'planned' | 'started' | 'succeeded' | 'failed' | 'timed-out' | 'cancelled';

/** How strong the proof was: each instance said it, only the environment did, or there was none. */
export type Proof = 'instances' | 'environment' | 'none';

/** Whether what was there before is there again. */
export type Restored = 'not-needed' | 'yes' | 'no' | 'failed';

/** What helps to understand a failure. All foreign text. */
export interface Evidence {
  readonly environmentCauses: readonly string[];
  readonly instances: readonly InstanceHealth[];
  readonly health?: EnvironmentHealthReading;
  /** The lines that matter of a log, with where they come from. */
  readonly logs: readonly { readonly source: string; readonly lines: readonly string[]; readonly truncated: boolean }[];
  /** Why something is missing here, in a sentence each. */
  readonly gaps: readonly string[];
}

/** Who has the traffic at the end, as far as this run has seen. */
export interface SidesNow {
  readonly productionCname: string;
  /** Absent: neither side has the production name any more. */
  readonly live?: EnvironmentRef;
  readonly idle?: EnvironmentRef;
}

export type ServingSides = SidesNow & { readonly live: EnvironmentRef };

export interface Outcome {
  readonly state: OutcomeState;
  /** A sentence: what happened and why we say so. */
  readonly reason: string;
  /** Present unless all went well. */
  readonly problem?: Problem;
  readonly proof: Proof;
  readonly restored: Restored;
  readonly evidence?: Evidence;
  /** The environment that was created, in whatever state it is. */
  readonly created?: { readonly id: string; readonly cname?: string };
  /** What is still going on in the account, in a sentence each (timeout, cancel). */
  readonly stillRunning: readonly string[];
  /** Only for rollouts over two environments. */
  readonly sides?: SidesNow;
}

/** Endings that fail the step. */
export function isFailure(state: OutcomeState): boolean {
  switch (state) {
    case 'failed':
    case 'timed-out':
    case 'cancelled':
      return true;
    case 'unchanged':
    case 'planned':
    case 'started':
    case 'succeeded':
      return false;
  }
}
