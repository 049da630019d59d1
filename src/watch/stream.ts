/**
 * The event stream of one rollout: every event once, in order, none lost. Pure; must not read a clock.
 *
 * Elastic Beanstalk's events have no id and no promise about when they become readable. Hence:
 * - the anchor is the newest event that the service showed before our first write, never a moment of our own clock;
 * - each reading starts `OVERLAP` before the newest known event and includes its start, so that late events are met again;
 * - two events are the same when date, severity, request id and text are equal *and* they are the same occurrence: two
 *   equal lines of one millisecond are two events (several `Instance deployment completed successfully.` are normal);
 * - an event that turns up behind newer ones is still given out, at once, marked `late`.
 */
import type { Attribution, EnvironmentEvent, SeenEvent } from '../domain/event.js';
import { type Instant, minutes } from '../domain/time.js';

/** How far back each reading goes: instance events arrive seconds, instance list events up to minutes late (observed). */
export const OVERLAP = minutes(3);
/** Events in one answer (API reference, DescribeEvents): what a large fleet says in `OVERLAP` takes several. */
const AN_ANSWER = 1_000;
/** After so many readings without anything new, what is still to come is left to the final reading. */
const QUIET = 20;

export interface StreamState {
  /** Date of the newest event before the first write; `undefined` when the environment had none. */
  readonly anchor: Instant | undefined;
  /** Date of the newest event known. */
  readonly newest: Instant | undefined;
  /** How often each event was taken. Kept for the whole rollout, so that a drain from the anchor repeats nothing. */
  readonly taken: ReadonlyMap<string, number>;
  /** Readings in a row that held nothing new; how many events the last one held that started an `OVERLAP` back. */
  readonly quiet: number;
  readonly crowd: number;
}

export interface Taken {
  readonly state: StreamState;
  /** Events not given out before, oldest first. */
  readonly fresh: readonly SeenEvent[];
  /** `false` when the reading lacks an event that the service has shown before: a stale or censored answer. */
  readonly credible: boolean;
}

/** Begins a stream. `history` are the events around the anchor, read before the first write; they are never given out. */
export function openStream(history: readonly EnvironmentEvent[]): StreamState {
  const anchor = newestDate(history, undefined);
  return { anchor, newest: anchor, taken: occurrences(history), quiet: 0, crowd: 0 };
}

/** What may still change from here on (inclusive). `0` is everything: there was no event at all before the first write. */
export function overlapFrom({ newest }: StreamState): Instant {
  return newest === undefined ? 0 : Math.max(0, newest - OVERLAP);
}

/** Where the next reading starts (inclusive). */
export function readFrom(state: StreamState): Instant {
  const { newest, quiet, crowd } = state;
  // A fleet of hundreds has spoken long ago: the same thousands of events are not read for hours, several calls each time.
  const isOver = newest !== undefined && quiet >= QUIET && crowd > AN_ANSWER;
  return isOver ? startOfSecond(newest) : overlapFrom(state);
}

/** Where the final reading starts: the whole rollout once more, for events that came later than the overlap. */
export function drainFrom(state: StreamState): Instant {
  return state.anchor === undefined ? 0 : Math.max(0, state.anchor - OVERLAP);
}

/** Takes one complete reading (all pages, from `readFrom` or `drainFrom` on). `own` holds the request ids of this rollout. */
export function takeEvents(state: StreamState, reading: readonly EnvironmentEvent[], own: ReadonlySet<string>): Taken {
  const taken = new Map(state.taken);
  const counted = new Map<string, number>();
  const fresh: SeenEvent[] = [];
  for (const event of inOrder(reading)) {
    const key = identity(event);
    const occurrence = (counted.get(key) ?? 0) + 1;
    counted.set(key, occurrence);
    if (occurrence <= (taken.get(key) ?? 0)) continue;
    taken.set(key, occurrence);
    const seen = { ...event, attribution: attribute(event, own) };
    fresh.push(isLate(event, state.newest) ? { ...seen, late: true } : seen);
  }
  const newest = newestDate(reading, state.newest);
  const credible = state.newest === undefined || reading.some((event) => event.date >= (state.newest ?? 0));
  const quiet = fresh.length > 0 ? 0 : state.quiet + 1;
  const crowd = quiet > QUIET ? state.crowd : reading.length;
  return { state: { anchor: state.anchor, newest, taken, quiet, crowd }, fresh, credible };
}

export function attribute(event: EnvironmentEvent, own: ReadonlySet<string>): Attribution {
  if (event.requestId === undefined) return 'shared';
  return own.has(event.requestId) ? 'own' : 'other';
}

/** Oldest first. The sort is stable: events of one date keep the service's order. */
function inOrder(events: readonly EnvironmentEvent[]): readonly EnvironmentEvent[] {
  return [...events].sort((left, right) => left.date - right.date);
}

/**
 * Instance events carry whole seconds (observed), so one of 12:00:05.000 may rightly follow a control-plane event of
 * 12:00:05.400: only what is older than the newest event's second is late.
 */
function isLate(event: EnvironmentEvent, newest: Instant | undefined): boolean {
  return newest !== undefined && event.date < startOfSecond(newest);
}

const startOfSecond = (date: Instant): Instant => Math.floor(date / 1_000) * 1_000;

function identity(event: EnvironmentEvent): string {
  return JSON.stringify([event.date, event.severity, event.requestId ?? null, event.message]);
}

function occurrences(events: readonly EnvironmentEvent[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const event of events) counts.set(identity(event), (counts.get(identity(event)) ?? 0) + 1);
  return counts;
}

function newestDate(events: readonly EnvironmentEvent[], known: Instant | undefined): Instant | undefined {
  return events.reduce<Instant | undefined>(
    (newest, event) => (newest === undefined || event.date > newest ? event.date : newest),
    known,
  );
}
