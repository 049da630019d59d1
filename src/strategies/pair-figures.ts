/** What a rollout over two environments costs, whatever moves the traffic between them. */
import { fleetOf } from '../domain/fleet.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import type { Change } from '../domain/strategy.js';
import { hours, type Milliseconds, minutes } from '../domain/time.js';
import { USUAL_CREATION } from './blue-green-steps.js';
import { type Figures, usualDuration } from './forecast.js';
import { ownPolicy } from './policies.js';

/** `moving`: from the proof of the idle side to the end, when traffic moves at all. */
export function pairFigures(
  change: Change,
  target: EnvironmentSnapshot,
  { moving, wayBack }: { readonly moving: Milliseconds; readonly wayBack: string },
): Figures {
  const { size } = fleetOf(target);
  const { idle } = target.pair ?? {};
  const onIdle = idle === undefined ? USUAL_CREATION : usualDuration(ownPolicy(change, idle), change, idle);
  const moves = change.phase !== 'prepare';
  const duration = onIdle + minutes(1) + (moves ? moving : 0);
  const extra = idle === undefined ? size : 0;
  return {
    duration,
    durationBasis: 'estimated',
    lowestCapacity: size,
    capacity: size,
    extraInstances: extra,
    extraInstanceHours: Math.round((100 * extra * duration) / hours(1)) / 100,
    downtime: 'none',
    versionsSideBySide: moves,
    wayBack,
  };
}
