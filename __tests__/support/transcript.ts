/** Recorded event streams of the real service, and the state of the environment that each of them implies. */
import { readdirSync, readFileSync } from 'node:fs';
import type { EnvironmentEvent, Severity } from '../../src/domain/event.js';
import { type Instant, seconds } from '../../src/domain/time.js';
import { type Meaning, meaningOf } from '../../src/watch/meanings.js';

const FOLDER = new URL('../fixtures/transcripts/', import.meta.url);

interface Recorded {
  readonly policy: string;
  readonly outcome: string;
  readonly events: readonly {
    readonly time?: string | null;
    readonly severity?: string;
    readonly message: string;
    readonly hasRequestId?: boolean;
    readonly environment?: string | null;
  }[];
}

/** The part of a transcript that belongs to one environment: a stream never mixes two. */
export interface Transcript {
  readonly name: string;
  readonly outcome: string;
  /** What the events are about. Only updates and creations bring a version to instances. */
  readonly operation: 'update' | 'create' | 'terminate' | 'other';
  /** The events reach to the end of the operation, or so near that the service was about to say so. */
  readonly isComplete: boolean;
  readonly events: readonly EnvironmentEvent[];
}

export function transcripts(): readonly Transcript[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((file) => {
    const recorded = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Recorded;
    const environments = [...new Set(recorded.events.map(({ environment }) => environment ?? ''))];
    return environments.map((environment) => oneOf(file, recorded, environment, environments.length > 1));
  });
}

function oneOf(file: string, recorded: Recorded, environment: string, isOneOfMany: boolean): Transcript {
  const rows = recorded.events.filter((row) => (row.environment ?? '') === environment);
  const dates = datesOf(rows.map(({ time }) => time ?? undefined));
  const events = rows.map((row, index): EnvironmentEvent => {
    const common = { date: dates[index] ?? 0, message: row.message, severity: severityOf(row.severity) };
    return (row.hasRequestId ?? carriesRequestId(row.message)) ? { ...common, requestId: 'ours' } : common;
  });
  const meanings = events.map(({ message }) => meaningOf(message)).filter((meaning) => meaning !== undefined);
  return {
    name: `${file.replace(/\.json$/, '')}${isOneOfMany ? ` (${environment === '' ? 'application' : environment})` : ''}`,
    outcome: recorded.outcome,
    operation: operationOf(events, meanings),
    isComplete: meanings.some(isEnd),
    events,
  };
}

/** Some have no times, some only a time of day; the order of the file is the order of events. */
function datesOf(times: readonly (string | undefined)[]): readonly Instant[] {
  let previous = Date.UTC(2022, 0, 1);
  return times.map((time) => {
    const full =
      time === undefined || time === ''
        ? Number.NaN
        : Date.parse(/^\d{1,2}:\d{2}/.test(time) ? `2022-01-01T${time.padStart(8, '0')}Z` : time);
    previous = Number.isNaN(full) ? previous + seconds(1) : full;
    return previous;
  });
}

function severityOf(severity: string | undefined): Severity {
  const known: readonly Severity[] = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
  return known.find((one) => one === severity) ?? 'INFO';
}

/** Health transitions and the comings and goings of instances carry none (seen in captured answers). */
function carriesRequestId(message: string): boolean {
  return !/^(Environment health has|Added |Adding instance|Removed )/.test(message);
}

function operationOf(events: readonly EnvironmentEvent[], meanings: readonly Meaning[]): Transcript['operation'] {
  const text = events.map(({ message }) => message).join('\n');
  if (
    /^(createE?nvironment is starting|Successfully launched environment|Launched environment:|Create environment operation|Failed to launch environment|Environment must have instance profile)/m.test(
      text,
    )
  )
    return 'create';
  const starts = meanings.flatMap((meaning) =>
    meaning.kind === 'started' || meaning.kind === 'completed' ? [meaning.operation] : [],
  );
  if (starts.includes('terminate')) return 'terminate';
  const isForeign = starts.some((operation) => operation !== 'update') || /platform version/.test(text);
  return isForeign || meanings.length === 0 ? 'other' : 'update';
}

function isEnd(meaning: Meaning): boolean {
  switch (meaning.kind) {
    case 'completed':
    case 'version-deployed':
    case 'configuration-deployed':
    case 'deployment-failed':
    case 'configuration-failed':
    case 'reverted':
    case 'operation-failed':
      return true;
    default:
      return false;
  }
}
