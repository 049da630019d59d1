/**
 * Carries out a plan: the only writing phase of the action.
 *
 * `rollOut(request)` never throws for what the outside world does: every ending is an `Outcome`. It says `step-started`,
 * `step-ended`, `event-seen`, `view`, `verdict`, `warning`, `waiting-for-environment`, `look-failed`, `cancel-requested`
 * and `notice`; it does not say `planned` and `ended`, which belong to the caller, and it does not set outputs. An
 * unchanged plan (no steps) ends at once in `unchanged`. `dry-run` is the caller's: a planned rollout is never given here.
 */
import type { Outcome } from '../domain/outcome.js';
import type { RolloutRequest } from './rollout-request.js';

export type { RolloutPorts, RolloutRequest } from './rollout-request.js';

export async function rollOut(request: RolloutRequest): Promise<Outcome> {
  if (request.plan.unchanged !== undefined) {
    return {
      state: 'unchanged',
      reason: request.plan.unchanged,
      proof: 'none',
      restored: 'not-needed',
      stillRunning: [],
    };
  }
  throw new Error('not carried out yet');
}
