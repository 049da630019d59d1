/** Gathers from events what their texts hint at. Pure; whoever judges decides how much a hint is worth. */
import type { HealthColor, HealthStatus } from '../domain/environment.js';
import type { SeenEvent } from '../domain/event.js';
import type { Instant } from '../domain/time.js';
import { type Meaning, meaningOf } from './meanings.js';

/** Hints gathered from the texts of events. */
export interface EventFacts {
  /** Readings made, how many of the newest in a row lacked known events, and whether anything ever came. */
  readonly readings: number;
  readonly incredibleInARow: number;
  readonly seen: number;
  readonly newestOwn?: Instant;
  /** The first event of ours: its date opens the operation on the service's clock. */
  readonly firstOwn?: Instant;
  readonly batch?: number;
  readonly batchesEnded: number;
  readonly done?: { readonly done: number; readonly total: number };
  /** Told by the first batch that has run its commands. */
  readonly instancesPerBatch?: number;
  readonly temporaryGroup: boolean;
  readonly additionalBatch: boolean;
  readonly cleaningUp: boolean;
  /** Own events that say that it went wrong for good, oldest first. */
  readonly failures: readonly SeenEvent[];
  readonly configurationFailures: readonly SeenEvent[];
  /** Own ERROR and FATAL events: suspicious, never a verdict. */
  readonly errors: readonly SeenEvent[];
  /** ERROR and FATAL events without a request id: whose they are cannot be told. */
  readonly sharedErrors: readonly SeenEvent[];
  /** Our clock: when an own event first announced an end, good or bad. */
  readonly endHintAt?: Instant;
  /** Own events that say that it went well. No proof. */
  readonly completed: readonly SeenEvent[];
  readonly abortByOthers?: SeenEvent;
  readonly terminationByOthers?: SeenEvent;
  /** The first update that began while no event of ours was known: the answer to ours may be lost, and this may be it. */
  readonly unclaimed?: SeenEvent;
  /** An update of somebody else that started after ours; of two that nobody can tell apart, the second. */
  readonly updateByOthers?: SeenEvent;
  /** What says that it failed. */
  readonly failureByOthers?: SeenEvent;
  /** Instances that came, and when that was first told. */
  readonly added: ReadonlyMap<string, Instant>;
  readonly removedIds: ReadonlySet<string>;
}

export const NO_FACTS: EventFacts = {
  readings: 0,
  incredibleInARow: 0,
  seen: 0,
  batchesEnded: 0,
  temporaryGroup: false,
  additionalBatch: false,
  cleaningUp: false,
  failures: [],
  configurationFailures: [],
  errors: [],
  sharedErrors: [],
  completed: [],
  added: new Map(),
  removedIds: new Set(),
};

/** The health that an event announces, if it is such an event. */
export function announcedHealth(event: SeenEvent): HealthStatus | HealthColor | undefined {
  const meaning = meaningOf(event.message);
  return meaning?.kind === 'health' ? meaning.to : undefined;
}

export function learnFromEvents(
  facts: EventFacts,
  fresh: readonly SeenEvent[],
  credible: boolean,
  at: Instant,
): EventFacts {
  const counted: EventFacts = {
    ...facts,
    readings: facts.readings + 1,
    incredibleInARow: credible ? 0 : facts.incredibleInARow + 1,
    seen: facts.seen + fresh.length,
  };
  const next = fresh.reduce(withEvent, counted);
  const ended = next.completed.length + next.failures.length > 0;
  return ended && next.endHintAt === undefined ? { ...next, endHintAt: at } : next;
}

function withEvent(facts: EventFacts, event: SeenEvent): EventFacts {
  const meaning = meaningOf(event.message);
  switch (event.attribution) {
    case 'own':
      return withMeaning(withOwn(facts, event), event, meaning);
    case 'shared':
      return withShared(
        isError(event) ? { ...facts, sharedErrors: [...facts.sharedErrors, event] } : facts,
        event,
        meaning,
      );
    case 'other':
      return meaning === undefined ? facts : withOther(facts, event, meaning);
  }
}

const isError = ({ severity }: SeenEvent): boolean => severity === 'ERROR' || severity === 'FATAL';

function withOwn(facts: EventFacts, event: SeenEvent): EventFacts {
  return {
    ...facts,
    newestOwn: Math.max(facts.newestOwn ?? event.date, event.date),
    firstOwn: Math.min(facts.firstOwn ?? event.date, event.date),
    errors: isError(event) ? [...facts.errors, event] : facts.errors,
  };
}

function withMeaning(facts: EventFacts, event: SeenEvent, meaning: Meaning | undefined): EventFacts {
  switch (meaning?.kind) {
    case 'batch-started':
      return { ...facts, batch: Math.max(facts.batch ?? 0, meaning.batch) };
    case 'batch-ended':
      return { ...facts, batchesEnded: Math.max(facts.batchesEnded, meaning.batch) };
    case 'instances-done':
      return withDone(facts, meaning);
    case 'temporary-group':
      return { ...facts, temporaryGroup: true };
    case 'additional-batch':
      return { ...facts, additionalBatch: true };
    case 'cleaning-up':
      return { ...facts, cleaningUp: true };
    case 'deployment-failed':
    case 'operation-failed':
      return { ...facts, failures: [...facts.failures, event] };
    case 'configuration-failed':
    case 'reverted':
      return {
        ...facts,
        failures: [...facts.failures, event],
        configurationFailures: [...facts.configurationFailures, event],
      };
    case 'completed':
      return { ...facts, completed: [...facts.completed, event] };
    case 'instances-added':
    case 'instances-removed':
      return withShared(facts, event, meaning);
    case 'started':
    case 'aborted':
    case 'failure-detail':
    case 'version-deployed':
    case 'configuration-deployed':
    case 'health':
    case 'logs-pulled':
    case 'logs-failed':
    case undefined:
      return facts;
  }
}

function withDone(facts: EventFacts, { done, total }: { readonly done: number; readonly total: number }): EventFacts {
  const next = { ...facts, done: { done, total } };
  return facts.batch === undefined || facts.instancesPerBatch !== undefined || done === 0
    ? next
    : { ...next, instancesPerBatch: done / facts.batch };
}

/** Health transitions and the comings and goings of instances carry no request id (observed). */
function withShared(facts: EventFacts, { date }: SeenEvent, meaning: Meaning | undefined): EventFacts {
  if (meaning?.kind === 'instances-added') {
    return { ...facts, added: new Map([...meaning.ids.map((id) => [id, date] as const), ...facts.added]) };
  }
  if (meaning?.kind === 'instances-removed') {
    return { ...facts, removedIds: new Set([...facts.removedIds, ...meaning.ids]) };
  }
  return facts;
}

const isFailure = ({ kind }: Meaning): boolean =>
  kind === 'deployment-failed' || kind === 'operation-failed' || kind === 'configuration-failed' || kind === 'reverted';

function withOther(facts: EventFacts, event: SeenEvent, meaning: Meaning): EventFacts {
  const isAbort = meaning.kind === 'aborted' || (meaning.kind === 'started' && meaning.operation === 'abort');
  if (isAbort) return { ...facts, abortByOthers: event };
  if (isFailure(meaning) && facts.updateByOthers !== undefined) return { ...facts, failureByOthers: event };
  if (meaning.kind !== 'started') return facts;
  switch (meaning.operation) {
    case 'terminate':
      return { ...facts, terminationByOthers: event };
    case 'update':
    case 'rebuild':
    case 'restart':
      return withOperationByOthers(facts, event, meaning.operation);
    case 'create':
    case 'swap':
    case 'abort':
    case 'application':
      return facts;
  }
}

function withOperationByOthers(facts: EventFacts, event: SeenEvent, operation: 'update' | 'rebuild' | 'restart') {
  const { firstOwn, unclaimed } = facts;
  // Late news of an operation before ours is no news.
  if (firstOwn !== undefined) return event.date > firstOwn ? withUpdateByOthers(facts, event) : facts;
  // At most one of them is ours.
  if (unclaimed !== undefined) return withUpdateByOthers(facts, event);
  return operation === 'update' ? { ...facts, unclaimed: event } : facts;
}

function withUpdateByOthers({ failureByOthers: _, ...facts }: EventFacts, event: SeenEvent): EventFacts {
  return { ...facts, updateByOthers: event };
}
