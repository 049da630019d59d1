/**
 * Every recorded event stream of the real service, replayed: through the stream in pieces that overlap, and through
 * knowledge and judge beside the states that the recording implies. Files added to the folder later are replayed too.
 */
import { describe, expect, it } from '@jest/globals';
import type { Environment } from '../../src/domain/environment.js';
import type { SeenEvent } from '../../src/domain/event.js';
import type { InstanceHealth } from '../../src/domain/instance.js';
import type { UpdateExpectation } from '../../src/domain/plan.js';
import { type Instant, seconds } from '../../src/domain/time.js';
import { type Judgement, judgeSettled } from '../../src/watch/judges.js';
import { beginKnowing, type Knowledge, learn } from '../../src/watch/knowledge.js';
import { meaningOf } from '../../src/watch/meanings.js';
import { drainFrom, openStream, readFrom, takeEvents } from '../../src/watch/stream.js';
import { environment, instance, OUR_START, RULES } from '../support/knowledge.js';
import { type Transcript, transcripts } from '../support/transcript.js';

const OURS = new Set(['ours']);
const all = transcripts();

/** Readings as the loop makes them: each from the overlap on, after `step` more events have appeared, and a last drain. */
function readInPieces(transcript: Transcript, step: number): readonly SeenEvent[] {
  let state = openStream([]);
  const given: SeenEvent[] = [];
  for (let shown = step; ; shown += step) {
    const visible = transcript.events.slice(0, shown);
    const since = readFrom(state);
    const taken = takeEvents(
      state,
      visible.filter(({ date }) => date >= since),
      OURS,
    );
    state = taken.state;
    given.push(...taken.fresh);
    if (shown >= transcript.events.length) break;
  }
  const since = drainFrom(state);
  given.push(
    ...takeEvents(
      state,
      transcript.events.filter(({ date }) => date >= since),
      OURS,
    ).fresh,
  );
  return given;
}

describe.each(all)('$name', (transcript) => {
  it.each([1, 2, 3, 7, 1_000])('is given out once and in order when %i events appear at a time', (step) => {
    const given = readInPieces(transcript, step);
    expect(given.map(({ message }) => message)).toHaveLength(transcript.events.length);
    const isSorted = transcript.events.every(
      (event, index) => index === 0 || event.date >= (transcript.events[index - 1]?.date ?? 0),
    );
    const texts = transcript.events.map(({ message }) => message);
    if (isSorted) expect(given.map(({ message }) => message)).toEqual(texts);
    else expect(given.map(({ message }) => message).sort()).toEqual([...texts].sort());
    const onTime = given.filter(({ late }) => late !== true).map(({ date }) => Math.floor(date / 1_000));
    expect(onTime).toEqual([...onTime].sort((left, right) => left - right));
  });

  it('gets no verdict before its end, and then the one that really was', () => {
    const { early, last } = replay(transcript);
    expect(early).toEqual([]);
    const { verdict } = last;
    expect(verdict.verdict === 'failed' ? verdict.code : verdict.verdict).toMatch(expected(transcript));
  });
});

/** What the recording says became of it, as far as it reaches. */
function expected(transcript: Transcript): RegExp {
  if (transcript.operation === 'other') return /^not-started$/;
  if (transcript.operation === 'terminate') return /^environment-gone$/;
  switch (became(transcript)) {
    case 'well':
      return /^reached$/;
    case 'half':
      return /^(split-fleet|unhealthy)$/;
    case 'badly':
      return /^(deployment-failed|configuration-failed|rolled-back|environment-gone)$/;
    case 'untold':
      return /^waiting$/;
  }
}

function became({ outcome, isComplete }: Transcript): 'well' | 'half' | 'badly' | 'untold' {
  if (/fail|timeout|timed|abort|revert|roll|error/i.test(outcome)) return 'badly';
  if (!isComplete) return 'untold';
  if (outcome === 'success') return 'well';
  return outcome === 'degraded' ? 'half' : 'untold';
}

interface Replayed {
  readonly early: readonly string[];
  readonly last: Judgement;
}

/** The state while events come in, then the state that the recording ended in, looked at for ten minutes. */
function replay(transcript: Transcript): Replayed {
  const expects = expectationOf(transcript);
  const first = transcript.events[0]?.date ?? 0;
  let now = OUR_START;
  let known = beginKnowing({ environmentId: 'e-1', health: 'Grey', dateUpdated: first - 1 }, now);
  const look = (
    state: Environment,
    fleet: readonly InstanceHealth[],
    at: Instant,
    fresh: readonly SeenEvent[],
  ): Judgement => {
    known = observe(known, now, state, fleet, at, fresh);
    return judgeSettled(expects, RULES, known, now);
  };
  const early: string[] = [];
  for (const event of readInPieces(transcript, 1)) {
    now += seconds(1);
    // Operations that are not ours are seen as somebody else's.
    const isOurs = transcript.operation === 'update' || transcript.operation === 'create';
    const seen: SeenEvent = isOurs || event.attribution === 'shared' ? event : { ...event, attribution: 'other' };
    const { verdict } = look(during(transcript, event.date, first), [], event.date, [seen]);
    if (verdict.verdict === 'reached' || (verdict.verdict === 'failed' && transcript.operation !== 'terminate'))
      early.push(verdict.reason);
  }
  const end = transcript.events.at(-1)?.date ?? first;
  let last = look(after(transcript, end, first), [], end, []);
  for (let second = 5; second <= 600 && last.verdict.verdict === 'waiting'; second += 5) {
    now += seconds(5);
    last = look(after(transcript, end, first), fleetAfter(transcript), end + seconds(second), []);
  }
  return { early, last };
}

function observe(
  known: Knowledge,
  at: Instant,
  state: Environment,
  fleet: readonly InstanceHealth[],
  date: Instant,
  fresh: readonly SeenEvent[],
): Knowledge {
  const withState = learn(known, { of: 'environment', at, environment: state });
  const withEvents = learn(withState, { of: 'events', at, fresh, credible: true });
  const withFleet = learn(withEvents, { of: 'instances', at, reading: { instances: fleet, refreshedAt: date } });
  return learn(withFleet, {
    of: 'health',
    at,
    reading: { status: state.healthStatus ?? 'NoData', color: state.health, causes: [], refreshedAt: date },
  });
}

function expectationOf(transcript: Transcript): UpdateExpectation {
  const previous = transcript.operation === 'create' ? {} : { previousVersionLabel: 'old', previousDeploymentId: 1 };
  return {
    ...previous,
    versionLabel: 'new',
    options: [],
    removedOptions: [],
    enhancedHealth: true,
    instances: 1,
    raisesDeploymentId: true,
  };
}

function during(transcript: Transcript, date: Instant, first: Instant): Environment {
  const busy = { health: 'Grey', healthStatus: 'Pending', versionLabel: 'old', dateUpdated: date } as const;
  switch (transcript.operation) {
    case 'update':
      return environment({ ...busy, status: 'Updating' });
    case 'create':
      return environment({ ...busy, status: 'Launching' });
    case 'terminate':
      return environment({ ...busy, status: 'Terminating' });
    case 'other':
      // Nothing of ours has begun: the environment is as it was.
      return environment({ versionLabel: 'old', dateUpdated: first - 1 });
  }
}

/** Every failed operation ends Ready on the old label, except a creation that could not begin: that is taken away again. */
function after(transcript: Transcript, end: Instant, first: Instant): Environment {
  const fate = became(transcript);
  if (transcript.operation === 'terminate') return environment({ status: 'Terminated', dateUpdated: end });
  if (fate === 'untold' || transcript.operation === 'other') return during(transcript, end, first);
  const isUp = fate !== 'badly';
  const isTakenAway = transcript.events.some(({ message }) => message.startsWith('Failed to launch environment'));
  if (isTakenAway) return environment({ status: 'Terminated', dateUpdated: end });
  const label = isUp || transcript.operation === 'create' ? 'new' : 'old';
  const isSick = fate === 'half' && lastHealth(transcript) === 'bad';
  return environment({
    versionLabel: label,
    dateUpdated: end,
    ...(isSick ? { health: 'Red', healthStatus: 'Severe' } : {}),
  });
}

function fleetAfter(transcript: Transcript): readonly InstanceHealth[] {
  switch (became(transcript)) {
    case 'well':
      return [instance('i-1', 'new', 2)];
    case 'half':
      return lastHealth(transcript) === 'bad'
        ? [instance('i-1', 'new', 2)]
        : [instance('i-1', 'new', 2), instance('i-2', 'old', 1)];
    case 'badly':
    case 'untold':
      return [instance('i-1', 'new', 2, { deployment: { versionLabel: 'new', id: 2, status: 'Failed' } })];
  }
}

function lastHealth(transcript: Transcript): 'good' | 'bad' {
  const told = transcript.events.flatMap(({ message }) => {
    const meaning = meaningOf(message);
    return meaning?.kind === 'health' ? [meaning.to] : [];
  });
  return ['Severe', 'Degraded', 'Warning', 'Red', 'Yellow'].includes(told.at(-1) ?? '') ? 'bad' : 'good';
}

it('finds the recordings', () => {
  expect(all.length).toBeGreaterThanOrEqual(40);
});
