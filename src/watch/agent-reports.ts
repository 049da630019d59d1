/**
 * When the health agents report next, on our clock. Pure.
 *
 * What is proven by instances changes only with their reports, every ten seconds (AWS guide, "Enhanced health reporting and
 * monitoring"). A look right after a report sees all there is to see; looks between two of them see the same again.
 */
import { type Instant, type Milliseconds, seconds } from '../domain/time.js';
import { endDate, type Knowledge, type Reading } from './knowledge.js';

const PERIOD = seconds(10);
/** So long after a report its answer can be had. */
const ANSWERED = seconds(0.3);
const AT_ONCE = seconds(0.2);
/** Reports that come later than expected are waited for with pauses that double, up to this. */
const LONGEST = seconds(5);

/** A report, by the service's date and by our clock; `late`: how much later than expected the next one is already. */
interface Report {
  readonly date: Instant;
  readonly at: Instant;
  readonly late: Milliseconds;
}

/** Of what is wanted, so much is read in one look. */
export const A_LOOK = 2;

/** When the next report can be read; `undefined`: nobody can tell. */
export function nextReport(known: Knowledge, now: Instant): Instant | undefined {
  const last = lastReport(known, now);
  if (last === undefined) return undefined;
  const rounds = Math.max(1, Math.ceil((now - last.at - ANSWERED) / PERIOD));
  return atLeast(last.at + rounds * PERIOD + pauseAfter(last), now + AT_ONCE);
}

/**
 * When the wanted readings can show what came after the update's end: now, when they have not been made since, or with the
 * first report after it. `undefined`: nobody can tell.
 */
export function proofDue(known: Knowledge, wants: readonly Reading[], now: Instant): Instant | undefined {
  const end = endDate(known);
  const { readySince } = known;
  const wanted = wants.slice(0, A_LOOK).filter((one) => one === 'instances' || one === 'health');
  if (end === undefined || readySince === undefined || wanted.length === 0) return undefined;
  const last = lastReport(known, now);
  if (last === undefined) return undefined;
  const unread = wanted.some((one) => ((one === 'health' ? known.healthAt : known.instancesAt) ?? 0) < readySince);
  if (last.date >= end && unread) return now + AT_ONCE;
  const rounds = Math.max(1, Math.ceil((end - last.date) / PERIOD));
  const due = last.at + rounds * PERIOD + pauseAfter(last);
  return atLeast(due, now + AT_ONCE);
}

/** How much of the service's own time has gone by since the update's end, by the newest report. */
export function reportedSinceEnd(known: Knowledge): Milliseconds {
  const end = endDate(known);
  const { date } = newest(known) ?? {};
  return end === undefined || date === undefined ? 0 : Math.max(0, date - end);
}

const pauseAfter = ({ late }: Report): Milliseconds => Math.min(ANSWERED + late, LONGEST);

const atLeast = (at: Instant, earliest: Instant): Instant => Math.max(at, earliest);

/**
 * The service wrote the opening event right after it was asked, so `askedAt` and that event's date are the same moment on two
 * clocks, but for the time that the call took. The reading itself bounds this: its report was made before the answer, and
 * the one after it was not.
 */
function lastReport(known: Knowledge, now: Instant): Report | undefined {
  const reading = newest(known);
  const { firstOwn } = known.events;
  if (reading === undefined || firstOwn === undefined || isHurried(known, reading.date, now)) return undefined;
  const { date, readAt } = reading;
  const presumed = date - firstOwn + known.askedAt;
  const earliest = readAt - PERIOD;
  return { date, at: Math.min(Math.max(presumed, earliest), readAt), late: Math.max(0, earliest - presumed) };
}

function newest({
  instances,
  instancesAt,
  health,
  healthAt,
}: Knowledge): { date: Instant; readAt: Instant } | undefined {
  const readings = [
    { date: instances?.refreshedAt, readAt: instancesAt },
    { date: health?.refreshedAt, readAt: healthAt },
  ].flatMap(({ date, readAt }) => (date === undefined || readAt === undefined ? [] : [{ date, readAt }]));
  return readings.sort((left, right) => right.date - left.date || right.readAt - left.readAt)[0];
}

/** A rehearsal whose time is faster than ours: ten of its seconds are not ten of ours. */
function isHurried({ askedAt, events: { firstOwn = 0 } }: Knowledge, date: Instant, now: Instant): boolean {
  return date - firstOwn > (now - askedAt) * 1.2 + PERIOD;
}
