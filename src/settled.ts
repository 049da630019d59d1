/** Looks again once a busy environment is Ready: a plan made from a moving state would describe another environment. */
import type { Say } from './domain/progress.js';
import type { DeploySettings } from './domain/settings.js';
import type { Snapshot } from './domain/snapshot.js';
import type { Observed } from './observe.js';
import type { Clock } from './ports/clock.js';
import type { Cloud } from './ports/outside.js';
import { awaitReady } from './rollout/busy.js';

/** Somebody may begin the next operation between the wait and the look; the rollout itself waits again, too. */
const MOST_ROUNDS = 5;

export interface SettledRequest {
  readonly settings: DeploySettings;
  /** What was seen first. */
  readonly snapshot: Snapshot;
  readonly observe: () => Promise<Observed>;
  readonly cloud: Cloud;
  readonly clock: Clock;
  readonly say: Say;
  readonly cancel: AbortSignal;
}

/** Waits as `on-busy` and `busy-timeout` say. Throws `ActionError` when looking is hopeless. */
export async function observeSettled(request: SettledRequest): Promise<Observed | { readonly kind: 'cancelled' }> {
  const { settings, snapshot, cloud, clock, say, cancel } = request;
  const giveUpAt = clock.now() + settings.busyTimeout;
  const { id, name } = snapshot.target.environment;
  const waiting = {
    request: {
      plan: { environment: { id, name }, application: settings.application },
      settings,
      ports: { beanstalk: cloud.beanstalk, clock },
      say,
      cancel,
    },
    reader: cloud.watchBeanstalk,
  };
  let seen: Observed = { kind: 'snapshot', snapshot };
  for (let round = 0; round < MOST_ROUNDS && !isSettled(seen); round += 1) {
    const readiness = await awaitReady(waiting, giveUpAt);
    if (readiness.readiness === 'cancelled') return { kind: 'cancelled' };
    if (readiness.readiness === 'refused') return { kind: 'refused', problems: [readiness.problem] };
    seen = await request.observe();
  }
  return seen;
}

const isSettled = (seen: Observed): boolean =>
  seen.kind === 'refused' || seen.snapshot.target.environment.status === 'Ready';
