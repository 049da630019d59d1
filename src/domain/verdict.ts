/** The three answers of a judge. "Cannot tell" is waiting, with that reason; it never becomes success by itself. */

export type Verdict =
  | { readonly verdict: 'waiting'; readonly reason: string }
  | { readonly verdict: 'reached'; readonly reason: string }
  | { readonly verdict: 'failed'; readonly reason: string; readonly code: FailureCode };

/** Why an update has not settled as intended. Stable; documented in docs/errors.md. */
export type FailureCode =
  | 'rolled-back' // Ready again on the version it had before
  | 'wrong-version' // Ready on a third version: somebody else deployed
  | 'deployment-failed' // the service says that it failed and the state agrees
  | 'configuration-failed' // a configuration draft failed or was reverted
  | 'split-fleet' // instances run different versions or deployments
  | 'unhealthy' // health not accepted within its grace
  | 'aborted-elsewhere' // somebody aborted the update
  | 'environment-gone' // terminated or replaced meanwhile
  | 'not-started' // the operation was never seen to begin
  | 'alarm-went-off' // an alarm that guards the rollout is in ALARM
  | 'worse-than-before' // judged against the old version under the same traffic
  | 'inconclusive' // a gate could not tell, and the user takes that for a failure
  | 'cannot-tell'; // the proof could not be read (permission, empty answers)

export const waiting = (reason: string): Verdict => ({ verdict: 'waiting', reason });
export const reached = (reason: string): Verdict => ({ verdict: 'reached', reason });
export const failed = (code: FailureCode, reason: string): Extract<Verdict, { readonly verdict: 'failed' }> => ({
  verdict: 'failed',
  code,
  reason,
});
