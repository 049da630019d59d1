/**
 * Decides when to look next and which (at most two) calls the look makes. Pure: no clock, no call.
 *
 * DescribeEvents and DescribeEnvironments are limited to about two a second for the whole account and region, shared with
 * the console and every other pipeline, so a look is rare where nothing is expected and quick where something is:
 *
 *   asked ·· begins ········ quiet middle ········ near the expected end ·· Ready ·· proof held ·· drained
 *     1 s      5 s             8 to 12 s             each report or 5 s      next report     1 s
 *
 * With enhanced health, looks near the end follow the reports of the health agents (agent-reports.ts): between two of them
 * nothing can be proven.
 */
import { type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';
import { A_LOOK, nextReport, proofDue, reportedSinceEnd } from './agent-reports.js';
import { elapsedSince } from './elapsed.js';
import type { Judgement } from './judges.js';
import type { Knowledge, Reading } from './knowledge.js';

/** What the pace depends on besides knowledge. */
export interface Pacing {
  /** When the update was asked for, and how long this phase usually takes. */
  readonly askedAt: Instant;
  readonly expectedDuration: Milliseconds;
  /** Looks made since `askedAt`. */
  readonly looks: number;
  /** When the first update of the rollout was asked for, and calls sent since then: all its updates share one budget. */
  readonly since: Instant;
  readonly calls: number;
  /** An update of settings alone, which takes a minute and has nothing to show on the way. */
  readonly settingsOnly: boolean;
  /** Looks in a row that failed (throttling, 5xx, broken connections). */
  readonly failedInARow: number;
  /** Fixed by the user: always this far apart. */
  readonly pollInterval?: Milliseconds;
  /** Instances can be asked what they run, and the update changes it. */
  readonly asksInstances: boolean;
  /** In [0, 1): spreads the looks of pipelines that run side by side. */
  readonly jitter: number;
}

export interface Look {
  readonly at: Instant;
  readonly readings: readonly Reading[];
}

/**
 * Calls that may have been sent so long after the start of the rollout before the pace slows down: some 55 in ten
 * minutes. A run of ten minutes may send 120; looking, the lock, asking and proving need the rest.
 */
const BUDGET = { base: 14, perSecond: 0.07 } as const;
const LONGEST = minutes(1);
const NEAR = seconds(5);
const EVERY_PAGE = seconds(30);

export function planLook(judgement: Judgement, known: Knowledge, pacing: Pacing, now: Instant): Look {
  const readings = chooseReadings(judgement, known, pacing, now);
  return { at: now + Math.round(chooseInterval(judgement, known, pacing, now, readings.length)), readings };
}

/**
 * The last reading before success is believed: events and environment once more, a second after the end, which may have gone
 * by already, as a report of the agents from then shows. When the events lack what the service has shown before, they are
 * read again with longer and longer pauses: minutes may pass until they are whole.
 */
export function planDrain(known: Knowledge, pacing: Pacing, now: Instant): Look {
  const { incredibleInARow } = known.events;
  const isLate = incredibleInARow === 0 && reportedSinceEnd(known) >= seconds(1);
  // A look of its own all the same.
  const pause = isLate ? seconds(0.05) : Math.min(seconds(1) * 2 ** incredibleInARow, seconds(15));
  return { at: now + Math.min(pause, pacing.pollInterval ?? pause), readings: ['environment', 'events'] };
}

function chooseInterval(
  judgement: Judgement,
  known: Knowledge,
  pacing: Pacing,
  now: Instant,
  calls: number,
): Milliseconds {
  const slowed = 2 ** Math.min(pacing.failedInARow, 5);
  if (pacing.pollInterval !== undefined)
    return Math.min(pacing.pollInterval * slowed, Math.max(LONGEST, pacing.pollInterval));
  const wished = interval(judgement, known, pacing, now);
  const isHurried = judgement.phase !== 'running' || isNearEnd(known, pacing, now);
  const stretched = isHurried ? wished : Math.max(wished, stretch(pacing, now, calls));
  const spread = stretched * slowed * (0.9 + 0.2 * pacing.jitter);
  const reported = pacing.failedInARow > 0 ? undefined : untilReport(judgement, known, pacing, now, stretched);
  if (reported !== undefined) return reported;
  const planned = Math.min(spread, LONGEST);
  return pacing.failedInARow > 0 ? planned : untilDue(planned, judgement.dueAt, now);
}

/** Right after a report: the one that brings a proof, each one around the expected end, and before it the one nearest to `wished`. */
function untilReport(
  judgement: Judgement,
  known: Knowledge,
  pacing: Pacing,
  now: Instant,
  wished: Milliseconds,
): Milliseconds | undefined {
  if (!pacing.asksInstances || pacing.settingsOnly || isAnnounced(known, now)) return undefined;
  switch (judgement.phase) {
    case 'beginning':
      return undefined;
    case 'running': {
      const isNear = isNearEnd(known, pacing, now);
      const at = nextReport(known, isNear ? now : now + Math.max(0, wished - seconds(3)));
      return at === undefined ? undefined : at - now + seconds(isNear ? 0.2 : 1) * pacing.jitter;
    }
    case 'proving': {
      const at = isStateDue(known, now) ? undefined : proofDue(known, judgement.wants, now);
      return at === undefined ? undefined : at - now + seconds(0.2) * pacing.jitter;
    }
  }
}

/** While a proof lags the status may move on. */
const isStateDue = ({ environmentAt }: Knowledge, now: Instant): boolean => now - (environmentAt ?? 0) > seconds(12);

/** An event announced the end: the state follows within a second or two. */
const isAnnounced = ({ events: { endHintAt }, readySince }: Knowledge, now: Instant): boolean =>
  readySince === undefined && endHintAt !== undefined && now - endHintAt < seconds(30);

function interval(judgement: Judgement, known: Knowledge, pacing: Pacing, now: Instant): Milliseconds {
  switch (judgement.phase) {
    case 'beginning':
      return pacing.looks < 3 ? seconds(1) : pacing.looks < 8 ? seconds(3) : seconds(8);
    case 'running':
      return runningInterval(known, pacing, now);
    case 'proving':
      return provingInterval(judgement, known, now);
  }
}

function runningInterval(known: Knowledge, pacing: Pacing, now: Instant): Milliseconds {
  if (isAnnounced(known, now)) return seconds(1.5);
  const elapsed = elapsedSince(known, pacing.askedAt, now);
  const expected = pacing.expectedDuration;
  if (isNearEnd(known, pacing, now)) return NEAR;
  if (pacing.settingsOnly && elapsed < expected)
    return Math.min(Math.max(NEAR, expected - windowOf(pacing) - elapsed), seconds(8));
  if (elapsed < seconds(15)) return NEAR;
  return Math.min(Math.max(expected / 50, seconds(8)), seconds(12));
}

const windowOf = ({ expectedDuration }: Pacing): Milliseconds =>
  Math.min(Math.max(expectedDuration / 10, seconds(15)), minutes(1));

/** Around the expected end every second counts, and the window is short enough to be paid for; so when all have had their turn. */
const isNearEnd = (known: Knowledge, pacing: Pacing, now: Instant): boolean =>
  Math.abs(elapsedSince(known, pacing.askedAt, now) - pacing.expectedDuration) <= windowOf(pacing) ||
  (pacing.calls < allowed(pacing, now) && haveAllHadTheirTurn(known));

/** New instances beside the old ones have the longest part still before them: those move over, and these go. */
const haveAllHadTheirTurn = ({ events: { done, temporaryGroup } }: Knowledge): boolean =>
  done !== undefined && done.done === done.total && !temporaryGroup;

/** Right after Ready the missing proofs arrive within an agent's ten seconds; a long hold needs no hurry until its end. */
function provingInterval(judgement: Judgement, known: Knowledge, now: Instant): Milliseconds {
  const proving = now - (known.readySince ?? now);
  if (judgement.wants.length > 0 && proving < seconds(20)) return seconds(2.5);
  const untilDue = judgement.dueAt === undefined ? seconds(30) : judgement.dueAt - now;
  // Agents report every ten seconds: a hold looked at more often shows the same sample twice.
  return Math.min(Math.max(untilDue / 4, judgement.wants.length > 0 ? NEAR : seconds(8)), seconds(15));
}

/** Longer pauses when more calls were sent than the elapsed time allows. */
function stretch(pacing: Pacing, now: Instant, calls: number): Milliseconds {
  return pacing.calls > allowed(pacing, now) ? seconds(calls / BUDGET.perSecond) : 0;
}

const allowed = ({ since }: Pacing, now: Instant): number => BUDGET.base + (BUDGET.perSecond * (now - since)) / 1_000;

/** Looks exactly when waiting alone is over, rather than some seconds before and again after. */
function untilDue(planned: Milliseconds, dueAt: Instant | undefined, now: Instant): Milliseconds {
  if (dueAt === undefined || dueAt <= now) return planned;
  return dueAt - now <= planned * 1.5 ? dueAt - now : planned;
}

function chooseReadings(judgement: Judgement, known: Knowledge, pacing: Pacing, now: Instant): readonly Reading[] {
  const usual: readonly Reading[] = ['environment', 'events'];
  switch (judgement.phase) {
    case 'beginning':
      return usual;
    case 'running':
      return runningReadings(known, pacing, now);
    case 'proving':
      return provingReadings(judgement, known, pacing, now);
  }
}

/**
 * Now and then the instances, which show how far it is; both others while there are calls to spare. When they are short,
 * or the end is near and the looks follow each other quickly, events and state take turns: either of them shows the end.
 */
function runningReadings(known: Knowledge, pacing: Pacing, now: Instant): readonly Reading[] {
  const isOver = known.events.endHintAt !== undefined;
  const isBlind = known.events.incredibleInARow > 0 || known.absentInARow > 0;
  if (isOver || isBlind) return ['environment', 'events'];
  if (pacing.settingsOnly) return pacing.looks % 6 === 5 ? ['environment', 'events'] : ['environment'];
  const canAskInstances = pacing.asksInstances && known.unavailable.instances === undefined;
  const turn = pacing.looks % 3;
  if (turn === 2 && canAskInstances && isWorthItsCalls(known, now)) return ['environment', 'instances'];
  const isNear = isNearEnd(known, pacing, now);
  // One look a report: each has to show the state.
  if (isNear && canAskInstances && nextReport(known, now) !== undefined) return ['environment', 'events'];
  if (turn === 2 || (!isNear && pacing.calls < allowed(pacing, now) * 0.6)) return ['environment', 'events'];
  return isNear && turn === 1 ? ['environment'] : ['events'];
}

/** A fleet of hundreds is told page by page, a call for each: so much rarer is it asked how far its instances are. */
const isWorthItsCalls = ({ instances, instancesAt }: Knowledge, now: Instant): boolean => {
  const pages = instances?.pages ?? 1;
  return pages === 1 || now - (instancesAt ?? 0) >= pages * EVERY_PAGE;
};

/**
 * What is missing and the state take turns: a status that moves on must not be missed over a proof that lags. Events are
 * read now and then, and once more before success is believed: what they tell of meanwhile is judged then.
 */
function provingReadings(judgement: Judgement, known: Knowledge, pacing: Pacing, now: Instant): readonly Reading[] {
  const usual: readonly Reading[] = pacing.looks % 4 < 2 ? ['environment', 'events'] : ['environment'];
  if (judgement.wants.length === 0) return usual;
  if (pacing.asksInstances && proofDue(known, judgement.wants, now) !== undefined) {
    if (!isStateDue(known, now)) return judgement.wants.slice(0, A_LOOK);
    // When looks fail they are so far apart that the state is due each time: what is missing has its turn all the same.
    const [missing] = judgement.wants;
    const isStarved = missing !== undefined && pacing.looks % 2 === 1 && now - lastRead(known, missing) > seconds(30);
    return ['environment', isStarved && missing !== 'environment' ? missing : 'events'];
  }
  // The state was read a moment ago: that is how Ready is known.
  const isFresh = pacing.settingsOnly && known.readySince !== undefined && now - known.readySince < seconds(1);
  if (!isFresh && pacing.looks % 2 === 0) return usual;
  return judgement.wants.slice(0, A_LOOK);
}

function lastRead(known: Knowledge, reading: Reading): Instant {
  const { environmentAt, eventsAt, instancesAt, healthAt, settingsAt } = known;
  const at = {
    environment: environmentAt,
    events: eventsAt,
    instances: instancesAt,
    health: healthAt,
    settings: settingsAt,
  };
  return at[reading] ?? known.askedAt;
}
