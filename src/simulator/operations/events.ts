/** DescribeEvents: every filter, newest first, pages that do not shift when new events come. */
import {
  type Context,
  dateOf,
  type Input,
  invalidParameter,
  numberOf,
  type Operations,
  type Output,
  textOf,
} from '../context.js';
import type { LoggedEvent } from '../world.js';

const SEVERITIES: readonly string[] = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
/** Events older than this are forgotten (AWS API reference: six weeks). */
const KEPT = 42 * 86_400_000;
const MOST_RECORDS = 1_000;

function describeEvents(context: Context, input: Input): Output {
  const matches = filterOf(context, input);
  const size = pageSize(input);
  const events = context.events.candidates({
    requestId: textOf(input, 'RequestId'),
    environmentId: textOf(input, 'EnvironmentId'),
    environmentName: textOf(input, 'EnvironmentName'),
    applicationName: textOf(input, 'ApplicationName'),
  });
  const found: LoggedEvent[] = [];
  const start = dateOf(input, 'StartTime') ?? Number.NEGATIVE_INFINITY;
  const oldest = Math.max(start, context.now() - KEPT);
  for (let index = newestIndex(events, input); index >= 0 && found.length <= size; index -= 1) {
    const event = events[index];
    if (event === undefined || event.date < oldest) break;
    if (matches(event)) found.push(event);
  }
  const page = found.slice(0, size);
  const last = page.at(-1);
  return {
    Events: page.map(described),
    ...(found.length > size && last !== undefined ? { NextToken: tokenOf(last) } : {}),
  };
}

function pageSize(input: Input): number {
  const wanted = numberOf(input, 'MaxRecords') ?? MOST_RECORDS;
  if (wanted < 1 || wanted > MOST_RECORDS) {
    throw invalidParameter(
      `Value '${wanted}' at 'maxRecords' failed to satisfy constraint: Member must be between 1 and 1000`,
    );
  }
  return wanted;
}

/** Where to begin: before EndTime (exclusive) and, with a token, after the last event that was answered. */
function newestIndex(events: readonly LoggedEvent[], input: Input): number {
  const end = dateOf(input, 'EndTime') ?? Number.POSITIVE_INFINITY;
  const token = textOf(input, 'NextToken');
  const place = token === undefined ? undefined : placeOf(token);
  const isOlder = (event: LoggedEvent): boolean =>
    event.date < end &&
    (place === undefined || event.date < place.date || (event.date === place.date && event.sequence < place.sequence));
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const event = events[middle];
    if (event !== undefined && isOlder(event)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const tokenOf = ({ date, sequence }: LoggedEvent): string => Buffer.from(`${date}:${sequence}`).toString('base64');

function placeOf(token: string): { readonly date: number; readonly sequence: number } {
  const [, date, sequence] = /^(\d+):(\d+)$/.exec(Buffer.from(token, 'base64').toString('utf8')) ?? [];
  if (date === undefined) throw invalidParameter('Invalid NextToken.');
  return { date: Number(date), sequence: Number(sequence) };
}

function filterOf(context: Context, input: Input): (event: LoggedEvent) => boolean {
  const severity = textOf(input, 'Severity');
  const least = severity === undefined ? 0 : SEVERITIES.indexOf(severity);
  if (least < 0) throw invalidParameter(`Value '${severity}' at 'severity' failed to satisfy constraint.`);
  const name = textOf(input, 'EnvironmentName');
  const wanted: Partial<Record<keyof LoggedEvent, string | undefined>> = {
    applicationName: textOf(input, 'ApplicationName'),
    environmentId: textOf(input, 'EnvironmentId') ?? newestNamed(context, name),
    environmentName: name,
    versionLabel: textOf(input, 'VersionLabel'),
    templateName: textOf(input, 'TemplateName'),
    platformArn: textOf(input, 'PlatformArn'),
    requestId: textOf(input, 'RequestId'),
  };
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined) as [keyof LoggedEvent, string][];
  return (event) =>
    SEVERITIES.indexOf(event.severity) >= least && given.every(([member, value]) => event[member] === value);
}

/** A name may have had several bearers; the events of the one that lives (else of all) are meant. */
function newestNamed(context: Context, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  for (const environment of context.world.environments.values()) {
    if (environment.name === name && environment.status !== 'Terminated') return environment.id;
  }
  return undefined;
}

const described = (event: LoggedEvent): Output => ({
  EventDate: new Date(event.date),
  Message: event.message,
  ...(event.applicationName === undefined ? {} : { ApplicationName: event.applicationName }),
  ...(event.versionLabel === undefined ? {} : { VersionLabel: event.versionLabel }),
  ...(event.templateName === undefined ? {} : { TemplateName: event.templateName }),
  ...(event.environmentName === undefined ? {} : { EnvironmentName: event.environmentName }),
  ...(event.platformArn === undefined ? {} : { PlatformArn: event.platformArn }),
  ...(event.requestId === undefined ? {} : { RequestId: event.requestId }),
  Severity: event.severity,
});

export const operations: Operations = { DescribeEvents: describeEvents };
