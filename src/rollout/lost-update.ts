/** What became of an update whose answer was lost: looked for in the events and the state, and never sent again blindly. */
import type { Environment } from '../domain/environment.js';
import type { EnvironmentEvent } from '../domain/event.js';
import { ActionError } from '../domain/problem.js';
import { seconds } from '../domain/time.js';
import { baselineOf } from '../watch/knowledge.js';
import { meaningOf } from '../watch/meanings.js';
import type { OurUpdate, Run, UpdateStep } from './run.js';
import { startSearch } from './search.js';

/** So long a lost call is looked for: a begun update was readable within two seconds (observed). */
const SEARCH = seconds(45);

/** From here on it is ours to watch and to abort. */
export function remember(run: Run, update: OurUpdate): OurUpdate {
  run.ours = update;
  run.asked = [...run.asked.filter(({ step }) => step !== update.step), update];
  run.hasEnded = false;
  run.rollout.hasChanged = true;
  return update;
}

/** Its answer was lost: it is ours, if it has begun. */
export const presume = (
  run: Run,
  step: UpdateStep,
  environment: Environment,
  askedAt = run.request.ports.clock.now(),
  requestId?: string,
): OurUpdate =>
  remember(run, {
    step,
    askedAt,
    isCertain: false,
    baseline: baselineOf(environment),
    ...(requestId === undefined ? {} : { requestId }),
  });

/** Looks for an update that began after the call whose answer was lost. `unseen`: no look has succeeded. */
export async function searchLost(
  run: Run,
  step: UpdateStep,
  environment: Environment,
): Promise<'accepted' | 'cancelled' | 'nothing' | 'unseen'> {
  const { ports, cancel, say } = run.request;
  const { clock } = ports;
  const askedAt = clock.now();
  say({ type: 'notice', text: 'The answer to the update was lost; looking for whether it has begun.' });
  const search = startSearch(askedAt, SEARCH, seconds(3));
  let isMoving = false;
  while (!search.isOver(clock.now())) {
    await clock.sleep(search.pause(clock.now()), cancel);
    const seen = cancel.aborted ? undefined : await sightings(run, () => presume(run, step, environment, askedAt));
    if (cancel.aborted) {
      // Nobody looks for it any longer: it may have begun.
      presume(run, step, environment, askedAt);
      return 'cancelled';
    }
    if (seen === undefined) continue;
    search.seen();
    const opening = seen.openings.length === 1 ? seen.openings[0]?.requestId : undefined;
    if (opening !== undefined) {
      run.watch.own(opening);
      presume(run, step, environment, askedAt, opening);
      return 'accepted';
    }
    isMoving = seen.environment !== undefined && seen.environment.status !== 'Ready';
    // Two openings: one of them is ours, nobody can say which. State will tell how it ends.
    if (seen.openings.length > 1 || (isMoving && clock.now() - askedAt > SEARCH / 2)) {
      presume(run, step, environment, askedAt);
      return 'accepted';
    }
  }
  if (!search.hasSeen) return 'unseen';
  if (!isMoving) return 'nothing';
  // Seen once, soon after the call, and never again: what it was doing then nobody else has been seen to begin.
  presume(run, step, environment, askedAt);
  return 'accepted';
}

interface Sightings {
  readonly openings: readonly EnvironmentEvent[];
  readonly environment: Environment | undefined;
}

/** `undefined` when a look failed and is made again. Throws after `onHopeless` when it will not get better. */
async function sightings(run: Run, onHopeless: () => unknown): Promise<Sightings | undefined> {
  const { watch, reader, request } = run;
  const { id } = run.target;
  const after = watch.newestEvent ?? 0;
  try {
    const events = await reader.events(id, watch.since);
    const openings = events.filter((event) => {
      const meaning = meaningOf(event.message);
      return event.date > after && meaning?.kind === 'started' && meaning.operation === 'update';
    });
    return { openings, environment: await reader.environment(id) };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    if (error.nature === 'permanent') {
      onHopeless();
      throw error;
    }
    request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
    return undefined;
  }
}
