/** The two environments of a blue-green rollout: which one is live, and everything that plan and proof look at of both. */
import type { Environment } from './domain/environment.js';
import type { Problem } from './domain/problem.js';
import { findSides, type Sides } from './domain/sides.js';
import type { EnvironmentSnapshot } from './domain/snapshot.js';
import type { PairWish } from './domain/strategy.js';
import { seconds } from './domain/time.js';
import type { Beanstalk } from './ports/beanstalk.js';
import type { Clock } from './ports/clock.js';

/** A swap takes four to six seconds (observed); while it runs nobody can say who is live. */
const SWAP_ENDS = seconds(30);
const EVERY = seconds(3);

export type ObservedPair =
  | { readonly kind: 'pair'; readonly target: EnvironmentSnapshot }
  | { readonly kind: 'refused'; readonly problem: Problem };

export interface PairPorts {
  readonly beanstalk: Beanstalk;
  readonly clock: Clock;
  readonly observeOne: (environment: Environment) => Promise<EnvironmentSnapshot>;
}

export async function observePair(
  request: { readonly application: string; readonly environmentName: string; readonly wish: PairWish },
  { beanstalk, clock, observeOne }: PairPorts,
): Promise<ObservedPair> {
  const giveUpAt = clock.now() + SWAP_ENDS;
  for (;;) {
    // Unfiltered: a production CNAME may be held by a third environment, and names are unique over all applications.
    const found = findSides({ ...request, environments: await beanstalk.environments() });
    if (found.kind === 'refused') return found;
    const { live, idle } = found.sides;
    if ([live, idle].every((side) => side?.status !== 'Updating') || clock.now() >= giveUpAt) {
      return { kind: 'pair', target: await bothSides(found.sides, observeOne) };
    }
    await clock.sleep(EVERY);
  }
}

async function bothSides(sides: Sides, observeOne: PairPorts['observeOne']): Promise<EnvironmentSnapshot> {
  const [live, idle] = await Promise.all([
    observeOne(sides.live),
    sides.idle === undefined ? undefined : observeOne(sides.idle),
  ]);
  const { productionCname, idleName, idlePrefix } = sides;
  return {
    ...live,
    blindSpots: [...live.blindSpots, ...(idle?.blindSpots ?? [])],
    pair: { productionCname, idleName, idlePrefix, ...(idle === undefined ? {} : { idle }) },
  };
}
