/**
 * A plan that was made while the environment was busy was made from what it is in passing: instances that come and go,
 * a version on its way. `readyFirst` waits for the end of that before anything is carried out, so that it can be planned anew.
 */
import type { Problem } from '../domain/problem.js';
import { awaitReady } from './busy.js';
import type { RolloutRequest } from './rollout-request.js';
import { beginRollout, mainRun } from './run.js';

export type ReadyFirst =
  | { readonly ready: 'as-planned' }
  /** It was waited for: plan again. */
  | { readonly ready: 'now' }
  | { readonly ready: 'refused'; readonly problem: Problem }
  | { readonly ready: 'cancelled' };

/** Changes nothing, unless `on-busy` is `abort-ours`. Throws `ActionError`. */
export async function readyFirst(request: RolloutRequest): Promise<ReadyFirst> {
  const { plan, ports, settings, snapshot } = request;
  const { status, id } = snapshot.target.environment;
  const isUpdated = plan.steps.some((step) => step.kind === 'update' && step.environment.id === id);
  if (!isUpdated || status === 'Ready' || plan.environment.id !== id) return { ready: 'as-planned' };
  const readiness = await awaitReady(mainRun(beginRollout(request)), ports.clock.now() + settings.busyTimeout);
  switch (readiness.readiness) {
    case 'ready':
      return { ready: 'now' };
    case 'refused':
      return { ready: 'refused', problem: readiness.problem };
    case 'cancelled':
      return { ready: 'cancelled' };
  }
}
