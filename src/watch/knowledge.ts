/**
 * What is known about one update, from the moment it was asked for: a pure fold over observations. Must not judge.
 *
 * Two clocks meet here and are never compared. `at` fields are moments of our own clock and measure how long something
 * has been so; dates (`date`, `refreshedAt`, `dateUpdated`) are the service's and say what came before what over there.
 */
import {
  type ConfigurationSettings,
  type Environment,
  type HealthColor,
  type HealthStatus,
  isFromBefore,
} from '../domain/environment.js';
import type { SeenEvent } from '../domain/event.js';
import type { EnvironmentHealthReading, InstancesReading } from '../domain/instance.js';
import type { Problem } from '../domain/problem.js';
import type { Instant } from '../domain/time.js';
import { ALLOWANCES } from './allowances.js';
import { announcedHealth, type EventFacts, learnFromEvents, NO_FACTS } from './event-facts.js';

/** The readings that a look can make; each is one API call. */
export type Reading = 'environment' | 'events' | 'instances' | 'health' | 'settings';

export type Observation = { readonly at: Instant } & (
  | { readonly of: 'environment'; readonly environment: Environment | undefined }
  | { readonly of: 'events'; readonly fresh: readonly SeenEvent[]; readonly credible: boolean }
  | { readonly of: 'instances'; readonly reading: InstancesReading }
  | { readonly of: 'health'; readonly reading: EnvironmentHealthReading }
  | { readonly of: 'settings'; readonly settings: readonly ConfigurationSettings[] }
  /** The reading failed for good, but the rollout goes on without it (enhanced health is off). */
  | { readonly of: 'unavailable'; readonly reading: Reading; readonly problem: Problem }
);

/** The environment as it was right before the update was asked for. */
export interface Baseline {
  readonly environmentId: string;
  readonly dateUpdated?: Instant;
  readonly versionLabel?: string;
  readonly health: HealthColor;
  readonly healthStatus?: HealthStatus;
  /** There was none: that there is one now is the beginning of its creation. */
  readonly isNew?: true;
}

/** One sight of the environment's health after the update had ended. */
export interface HealthSample {
  readonly at: Instant;
  readonly health: HealthStatus | HealthColor;
  /** `environment`: DescribeEnvironments; `reading`: DescribeEnvironmentHealth; `event`: a transition was announced. */
  readonly source: 'environment' | 'reading' | 'event';
  /** The service's date of it, where it tells one. */
  readonly date?: Instant;
}

export interface Knowledge {
  /** When the update was asked for. */
  readonly askedAt: Instant;
  readonly baseline: Baseline;
  readonly began?: { readonly by: 'event' | 'updating' | 'date-updated' | 'existing'; readonly at: Instant };
  /** The newest reading in which the environment was there. */
  readonly environment?: Environment;
  readonly environmentAt?: Instant;
  /** Readings of any kind that were made of the environment, and those without it, in a row. */
  readonly environmentReadings: number;
  readonly absentSince?: Instant;
  readonly absentAt?: Instant;
  readonly absentInARow: number;
  /** Another state than Ready was seen since the update was asked for. */
  readonly leftReady: boolean;
  readonly abortingSeen: boolean;
  readonly abortedByUs: boolean;
  /** Our clock: since when every reading said Ready, after the operation had begun. */
  readonly readySince?: Instant;
  readonly readyInARow: number;
  readonly readyDateUpdated?: Instant;
  readonly instances?: InstancesReading;
  readonly instancesAt?: Instant;
  readonly health?: EnvironmentHealthReading;
  readonly healthAt?: Instant;
  readonly settings?: readonly ConfigurationSettings[];
  readonly settingsAt?: Instant;
  readonly unavailable: Readonly<Partial<Record<Reading, Problem>>>;
  /** Since `readySince`, oldest first. */
  readonly samples: readonly HealthSample[];
  readonly highestDeploymentId?: number;
  readonly events: EventFacts;
  readonly eventsAt?: Instant;
}

/** The environment as the point of comparison of an update that is about to be asked for. */
export function baselineOf(environment: Environment): Baseline {
  return {
    environmentId: environment.id,
    health: environment.health,
    ...(environment.dateUpdated === undefined ? {} : { dateUpdated: environment.dateUpdated }),
    ...(environment.versionLabel === undefined ? {} : { versionLabel: environment.versionLabel }),
    ...(environment.healthStatus === undefined ? {} : { healthStatus: environment.healthStatus }),
  };
}

export function beginKnowing(baseline: Baseline, askedAt: Instant): Knowledge {
  return {
    askedAt,
    baseline,
    environmentReadings: 0,
    absentInARow: 0,
    leftReady: false,
    abortingSeen: false,
    abortedByUs: false,
    readyInARow: 0,
    unavailable: {},
    samples: [],
    events: NO_FACTS,
  };
}

export function learn(known: Knowledge, seen: Observation): Knowledge {
  switch (seen.of) {
    case 'environment':
      return seen.environment === undefined
        ? withoutEnvironment(known, seen.at)
        : withEnvironment(known, seen.environment, seen.at);
    case 'events':
      return withEvents(known, seen.fresh, seen.credible, seen.at);
    case 'instances':
      return withInstances(known, seen.reading, seen.at);
    case 'health':
      return withSample(
        { ...known, health: seen.reading, healthAt: seen.at },
        { at: seen.at, health: seen.reading.status, source: 'reading', ...dated(seen.reading.refreshedAt) },
      );
    case 'settings':
      return { ...known, settings: seen.settings, settingsAt: seen.at };
    case 'unavailable':
      return { ...known, unavailable: { ...known.unavailable, [seen.reading]: seen.problem } };
  }
}

/**
 * The service's date of the update's end: readings older than this say nothing about the result. `DateUpdated` equals the
 * last event's second or follows it within one (observed). `undefined` while it has not ended or no date is known.
 */
export function endDate(known: Knowledge): Instant | undefined {
  if (known.readySince === undefined) return undefined;
  const dates = [known.readyDateUpdated, known.events.newestOwn].filter((date) => date !== undefined);
  return dates.length === 0 ? undefined : Math.max(...dates);
}

function withoutEnvironment(known: Knowledge, at: Instant): Knowledge {
  return {
    ...known,
    environmentReadings: known.environmentReadings + 1,
    absentInARow: known.absentInARow + 1,
    absentSince: known.absentSince ?? at,
    absentAt: at,
  };
}

function withEnvironment(before: Knowledge, environment: Environment, at: Instant): Knowledge {
  const { absentSince: _, absentAt: __, ...known } = before;
  if (isOldAnswer(environment, at, before)) {
    return { ...known, environmentReadings: known.environmentReadings + 1, absentInARow: 0 };
  }
  const leftReady = known.leftReady || (environment.status !== 'Ready' && environment.status !== 'Unrecognised');
  const next: Knowledge = {
    ...known,
    environment,
    environmentAt: at,
    environmentReadings: known.environmentReadings + 1,
    absentInARow: 0,
    leftReady,
    abortingSeen: known.abortingSeen || environment.status === 'Aborting',
  };
  const began = beganBecauseOf(next, environment, at);
  return withReadiness(began === undefined ? next : { ...next, began }, environment, at);
}

/** It tells nothing. Only when nothing else has come for long DateUpdated is taken to be one that may go back. */
const isOldAnswer = (
  environment: Environment,
  at: Instant,
  { environment: known, environmentAt }: Knowledge,
): boolean => isFromBefore(environment, known) && at - (environmentAt ?? at) < ALLOWANCES.olderAnswer;

function beganBecauseOf(known: Knowledge, environment: Environment, at: Instant): Knowledge['began'] {
  if (known.began !== undefined) return known.began;
  // The service refuses updates of environments that are not Ready: whatever runs after it accepted ours is ours.
  if (environment.status === 'Updating' || environment.status === 'Aborting' || environment.status === 'Launching')
    return { by: 'updating', at };
  const { dateUpdated, isNew } = known.baseline;
  if (isNew) return { by: 'existing', at };
  if (dateUpdated !== undefined && environment.dateUpdated !== undefined && environment.dateUpdated > dateUpdated) {
    return { by: 'date-updated', at };
  }
  return undefined;
}

function withReadiness(known: Knowledge, environment: Environment, at: Instant): Knowledge {
  if (environment.status !== 'Ready' || !isAfterTheUpdate(known, environment, at)) return withoutReadiness(known);
  const next: Knowledge = {
    ...known,
    readySince: known.readySince ?? at,
    readyInARow: known.readyInARow + 1,
    ...(environment.dateUpdated === undefined ? {} : { readyDateUpdated: environment.dateUpdated }),
  };
  return withSample(next, { at, health: environment.healthStatus ?? environment.health, source: 'environment' });
}

/**
 * A Ready that was read before the update was noticed, or from a replica that lags, is not its end. DateUpdated moves with
 * every operation (observed), so the same DateUpdated as before means: that is still the moment before. Only when an event
 * has announced the end long ago is the date taken to be one that does not move.
 */
function isAfterTheUpdate(known: Knowledge, environment: Environment, at: Instant): boolean {
  if (known.began === undefined) return false;
  if (known.leftReady) return true;
  const { dateUpdated } = known.baseline;
  if (dateUpdated === undefined || environment.dateUpdated === undefined) return true;
  if (environment.dateUpdated > dateUpdated) return true;
  const { endHintAt } = known.events;
  return endHintAt !== undefined && at - endHintAt >= ALLOWANCES.unmovedDate;
}

function withoutReadiness(known: Knowledge): Knowledge {
  const { readySince: _, readyDateUpdated: __, ...rest } = known;
  return { ...rest, readyInARow: 0, samples: [] };
}

function withEvents(known: Knowledge, fresh: readonly SeenEvent[], credible: boolean, at: Instant): Knowledge {
  const events = learnFromEvents(known.events, fresh, credible, at);
  const began =
    known.began ?? (fresh.some((event) => event.attribution === 'own') ? { by: 'event' as const, at } : undefined);
  const next: Knowledge = { ...known, events, eventsAt: at, ...(began === undefined ? {} : { began }) };
  return healthSamplesOf(fresh, at).reduce(withSample, next);
}

function healthSamplesOf(fresh: readonly SeenEvent[], at: Instant): readonly HealthSample[] {
  return fresh.flatMap((event) => {
    const health = event.attribution === 'shared' ? announcedHealth(event) : undefined;
    return health === undefined ? [] : [{ at, health, source: 'event' as const, date: event.date }];
  });
}

function withInstances(known: Knowledge, reading: InstancesReading, at: Instant): Knowledge {
  const ids = reading.instances.map((instance) => instance.deployment?.id ?? 0);
  const highest = Math.max(known.highestDeploymentId ?? 0, ...ids);
  return { ...known, instances: reading, instancesAt: at, ...(highest > 0 ? { highestDeploymentId: highest } : {}) };
}

function withSample(known: Knowledge, sample: HealthSample): Knowledge {
  return known.readySince === undefined ? known : { ...known, samples: [...known.samples, sample] };
}

function dated(date: Instant | undefined): { readonly date?: Instant } {
  return date === undefined ? {} : { date };
}
