/** Where a rollout stands, in numbers, computed from what was seen: the material of the progress line. Pure. */
import type { UpdateExpectation } from '../domain/plan.js';
import type { RolloutView } from '../domain/progress.js';
import type { Instant, Milliseconds } from '../domain/time.js';
import { sortFleet } from './fleet.js';
import type { Knowledge } from './knowledge.js';

export interface Schedule {
  readonly askedAt: Instant;
  readonly expectedDuration: Milliseconds;
}

export function viewOf(expects: UpdateExpectation, known: Knowledge, schedule: Schedule, now: Instant): RolloutView {
  const { environment } = known;
  const health = known.health?.status ?? environment?.healthStatus ?? environment?.health;
  const requests = known.health?.requests;
  const updated = updatedInstances(expects, known);
  const remaining = remainingTime(known, schedule, now);
  return {
    status: environment?.status ?? 'Unrecognised',
    ...(environment?.versionLabel === undefined ? {} : { versionLabel: environment.versionLabel }),
    ...(health === undefined ? {} : { health }),
    ...batchOf(known),
    ...(updated === undefined ? {} : { updated }),
    ...(expects.versionLabel === undefined ? {} : { wantedLabel: expects.versionLabel }),
    ...(requests === undefined ? {} : { requests }),
    ...(remaining === undefined ? {} : { remaining }),
  };
}

/** How many batches there are is told by how many instances the first ones took. */
function batchOf(known: Knowledge): Pick<RolloutView, 'batch'> {
  const { batch, batchesEnded, done } = known.events;
  if (batch === undefined) return {};
  if (done === undefined || done.done === 0 || batchesEnded === 0) return { batch: { current: batch } };
  const total = Math.ceil(done.total / (done.done / Math.max(1, batchesEnded)));
  return { batch: { current: batch, total: Math.max(total, batch) } };
}

function updatedInstances(expects: UpdateExpectation, known: Knowledge): RolloutView['updated'] {
  if (known.instances !== undefined && expects.raisesDeploymentId) {
    const fleet = sortFleet(expects, known, known.instances);
    return { done: fleet.current.length, total: fleet.current.length + fleet.behind.length };
  }
  return known.events.done;
}

function remainingTime(known: Knowledge, schedule: Schedule, now: Instant): Milliseconds | undefined {
  if (known.readySince !== undefined) return undefined;
  const left = schedule.askedAt + schedule.expectedDuration - now;
  return left > 0 ? left : undefined;
}
