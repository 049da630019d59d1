/** Looks again until what was seen stands still: a plan made from a moving state would describe another environment. */
import { LABEL_LAG } from './domain/environment.js';
import type { Say } from './domain/progress.js';
import type { DeploySettings } from './domain/settings.js';
import { type Instant, seconds } from './domain/time.js';
import type { Unfinished } from './domain/unfinished.js';
import type { Observed } from './observe.js';
import { busyEnvironment, type LaggingLabel, laggingLabels } from './operations/settled-state.js';
import type { Clock } from './ports/clock.js';
import type { Cloud } from './ports/outside.js';
import { awaitReady } from './rollout/busy.js';

/** Somebody may begin the next operation between the wait and the look; the rollout itself waits again, too. */
const MOST_ROUNDS = 5;

const LABEL_EVERY = seconds(10);

export interface SettledRequest {
  readonly settings: DeploySettings;
  /** What was seen first. */
  readonly seen: Observed;
  readonly observe: () => Promise<Observed>;
  readonly cloud: Cloud;
  readonly clock: Clock;
  readonly say: Say;
  readonly cancel: AbortSignal;
  /** What earlier runs have left undone there. */
  readonly unfinished: readonly Unfinished[];
}

/** Looks again until the label of the environment is that of its instances, or as long as one may lag. */
async function labelled(request: SettledRequest, first: Observed): Promise<Observed> {
  const { settings, observe, clock, cancel } = request;
  const giveUpAt = clock.now() + LABEL_LAG;
  let seen = first;
  while (seen.kind === 'snapshot' && clock.now() < giveUpAt && !cancel.aborted) {
    const lagging = laggingLabels(settings, seen.snapshot);
    if (lagging.length === 0) break;
    await follow(request, lagging, giveUpAt);
    seen = await observe();
  }
  return seen;
}

/** By one call a look, until it can be worth to look at everything again. */
async function follow(
  { cloud, clock, cancel }: SettledRequest,
  lagging: readonly LaggingLabel[],
  giveUpAt: Instant,
): Promise<void> {
  while (clock.now() < giveUpAt && !cancel.aborted) {
    await clock.sleep(LABEL_EVERY, cancel);
    for (const { environment, label } of lagging) {
      const now = await cloud.beanstalk.environment(environment.id);
      if (now?.status !== 'Ready' || now.versionLabel === label) return;
    }
  }
}

/** For a busy environment as `on-busy` and `busy-timeout` say, for a label that lags a minute at most. Throws `ActionError` when looking is hopeless. */
export async function observeSettled(request: SettledRequest): Promise<Observed | { readonly kind: 'cancelled' }> {
  const { settings, cloud, clock, say, cancel, unfinished } = request;
  const { application } = settings;
  const ports = { beanstalk: cloud.beanstalk, clock };
  const giveUpAt = clock.now() + settings.busyTimeout;
  const busyIn = (one: Observed) => (one.kind === 'refused' ? undefined : busyEnvironment(settings, one.snapshot));
  let { seen } = request;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const busy = busyIn(seen);
    if (busy === undefined) {
      seen = await labelled(request, seen);
      if (busyIn(seen) === undefined) break;
      continue;
    }
    const target = { id: busy.id, name: busy.name };
    const asked = { plan: { application }, settings, ports, say, cancel, unfinished };
    const waiting = { request: asked, reader: cloud.watchBeanstalk };
    const readiness = await awaitReady({ ...waiting, target }, giveUpAt);
    if (readiness.readiness === 'cancelled') return { kind: 'cancelled' };
    if (readiness.readiness === 'refused') return { kind: 'refused', problems: [readiness.problem] };
    seen = await request.observe();
  }
  return seen;
}
