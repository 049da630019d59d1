/**
 * Decides when to look next and which (at most two) calls the look makes. Pure: no clock, no call.
 *
 * DescribeEvents and DescribeEnvironments are limited to about two a second for the whole account and region, shared with
 * the console and every other pipeline, so a look is rare where nothing is expected and quick where something is:
 *
 *   asked ·· begins ········ quiet middle ········ near the expected end ·· Ready ·· proof held ·· drained
 *     1 s      5 s             8 to 12 s                  5 s                2.5–8 s        1 s
 */
import { type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';
import { elapsedSince } from './elapsed.js';
import type { Judgement } from './judges.js';
import type { Knowledge, Reading } from './knowledge.js';

/** What the pace depends on besides knowledge. */
export interface Pacing {
  /** When the update was asked for, and how long this phase usually takes. */
  readonly askedAt: Instant;
  readonly expectedDuration: Milliseconds;
  /** Looks made and calls sent since `askedAt`. */
  readonly looks: number;
  readonly calls: number;
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

/** Calls that may have been sent so long after the start before the pace slows down: some 70 in ten minutes. */
const BUDGET = { base: 20, perSecond: 0.085 } as const;
const LONGEST = minutes(1);
const NEAR = seconds(5);

export function planLook(judgement: Judgement, known: Knowledge, pacing: Pacing, now: Instant): Look {
  const readings = chooseReadings(judgement, known, pacing, now);
  return { at: now + Math.round(chooseInterval(judgement, known, pacing, now, readings.length)), readings };
}

/** The last reading before success is believed: events and environment once more, a second later. */
export function planDrain(pacing: Pacing, now: Instant): Look {
  return { at: now + Math.min(seconds(1), pacing.pollInterval ?? seconds(1)), readings: ['environment', 'events'] };
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
  const stretched = judgement.phase === 'running' ? Math.max(wished, stretch(pacing, now, calls)) : wished;
  const spread = stretched * slowed * (0.9 + 0.2 * pacing.jitter);
  const planned = Math.min(spread, LONGEST);
  return pacing.failedInARow > 0 ? planned : untilDue(planned, judgement.dueAt, now);
}

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
  const { endHintAt } = known.events;
  // An event announced the end: the state follows within a second or two.
  if (endHintAt !== undefined && now - endHintAt < seconds(30)) return seconds(1.5);
  const elapsed = elapsedSince(known, pacing.askedAt, now);
  const expected = pacing.expectedDuration;
  const window = Math.max(expected / 10, seconds(15));
  if (Math.abs(elapsed - expected) <= window || elapsed < seconds(15)) return NEAR;
  return Math.min(Math.max(expected / 50, seconds(8)), seconds(12));
}

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
  const allowed = BUDGET.base + (BUDGET.perSecond * (now - pacing.askedAt)) / 1_000;
  return pacing.calls > allowed ? seconds(calls / BUDGET.perSecond) : 0;
}

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
      return provingReadings(judgement, pacing) ?? usual;
  }
}

/** Mostly both; now and then the instances, which show how far it is; events alone while the budget is short. */
function runningReadings(known: Knowledge, pacing: Pacing, now: Instant): readonly Reading[] {
  const isAnnounced = known.events.endHintAt !== undefined;
  const isBlind = known.events.incredibleInARow > 0 || known.absentInARow > 0;
  if (isAnnounced || isBlind) return ['environment', 'events'];
  const canAskInstances = pacing.asksInstances && known.unavailable.instances === undefined;
  const turn = pacing.looks % 3;
  if (turn === 2 && canAskInstances) return ['environment', 'instances'];
  const allowed = BUDGET.base + (BUDGET.perSecond * (now - pacing.askedAt)) / 1_000;
  return pacing.calls < allowed * 0.7 || turn === 2 ? ['environment', 'events'] : ['events'];
}

/** What is missing and the usual pair take turns: a status that moves on must not be missed over a proof that lags. */
function provingReadings(judgement: Judgement, pacing: Pacing): readonly Reading[] | undefined {
  if (judgement.wants.length === 0 || pacing.looks % 2 === 0) return undefined;
  return judgement.wants.slice(0, 2);
}
