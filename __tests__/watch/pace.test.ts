import { describe, expect, it } from '@jest/globals';
import { type Milliseconds, minutes, seconds } from '../../src/domain/time.js';
import { waiting } from '../../src/domain/verdict.js';
import type { Judgement } from '../../src/watch/judges.js';
import type { Knowledge, Reading } from '../../src/watch/knowledge.js';
import { type Pacing, planDrain, planLook } from '../../src/watch/pace.js';
import { events, knowing, OUR_START, ready, type Step, THEIR_START, updating } from '../support/knowledge.js';

const judgement = (phase: Judgement['phase'], more: Partial<Judgement> = {}): Judgement => ({
  verdict: waiting('x'),
  proof: 'none',
  phase,
  wants: [],
  ...more,
});

const pacing = (more: Partial<Pacing> = {}): Pacing => ({
  askedAt: OUR_START,
  expectedDuration: minutes(10),
  looks: 0,
  since: OUR_START,
  settingsOnly: false,
  calls: 0,
  failedInARow: 0,
  asksInstances: true,
  jitter: 0.5,
  ...more,
});

/** Follows the plan through a rollout that ends after `ends`; answers the calls made and when the end was noticed. */
function simulate(
  ends: Milliseconds,
  expected: Milliseconds,
  hold = seconds(30),
): { calls: number; done: Milliseconds; most: number } {
  const running = knowing([updating]);
  const ended = knowing([updating, [ends / 1_000, ready(0)[1]] as Step]);
  let now = OUR_START;
  let [looks, calls, most] = [0, 0, 0];
  let noticed: Milliseconds | undefined;
  for (;;) {
    const isOver = noticed !== undefined;
    const due = OUR_START + (noticed ?? 0) + hold;
    const phase = judgement(isOver ? 'proving' : 'running', isOver ? { dueAt: due } : {});
    const look = planLook(phase, isOver ? ended : running, pacing({ expectedDuration: expected, looks, calls }), now);
    now = look.at;
    looks += 1;
    calls += look.readings.length;
    most = Math.max(most, look.readings.length);
    if (noticed === undefined && now - OUR_START >= ends && look.readings.includes('environment'))
      noticed = now - OUR_START;
    if (noticed !== undefined && now >= due) return { calls: calls + 2, done: now - OUR_START, most };
  }
}

describe('the pace', () => {
  it.each([
    ['one minute as expected', 1, 1],
    ['four minutes as expected', 4, 4],
    ['ten minutes as expected', 10, 10],
    ['ten minutes where one was expected', 10, 1],
    ['ten minutes where an hour was expected', 10, 60],
    ['an hour as expected', 60, 60],
  ])('takes at most two calls a look and stays in its budget over %s', (_, actual, expected) => {
    const { calls, most } = simulate(minutes(actual), minutes(expected));
    expect(most).toBeLessThanOrEqual(2);
    // A ten-minute rollout may cost 120 calls in all; looking, publishing and asking need some twenty.
    expect(calls).toBeLessThanOrEqual(Math.max(100, actual * 10));
  });

  it.each([1, 4, 10, 30])('notices the end of a rollout of %i minutes within one look of its time', (length) => {
    const { done } = simulate(minutes(length), minutes(length));
    expect(done - minutes(length) - seconds(30)).toBeLessThanOrEqual(seconds(8));
  });

  it('looks quickly at first, slowly in the middle, quickly near the expected end', () => {
    const known = knowing([updating]);
    const wait = (elapsed: number, more: Partial<Pacing> = {}): Milliseconds => {
      const now = OUR_START + seconds(elapsed);
      return planLook(judgement(elapsed === 0 ? 'beginning' : 'running'), known, pacing(more), now).at - now;
    };
    expect(wait(0)).toBeLessThanOrEqual(seconds(1));
    expect(wait(300)).toBeGreaterThanOrEqual(seconds(10));
    expect(wait(590)).toBeLessThanOrEqual(seconds(5));
  });

  it('looks at once when an event has announced the end', () => {
    const known = knowing([updating, events(100, { message: 'Environment update completed successfully.' })]);
    const now = OUR_START + seconds(101);
    const look = planLook(judgement('running'), known, pacing(), now);
    expect(look.at - now).toBeLessThanOrEqual(seconds(2));
    expect(look.readings).toContain('environment');
  });

  it('slows down while looks fail, and never beyond a minute', () => {
    const known = knowing([updating]);
    const waits = [0, 1, 2, 3, 9].map(
      (failedInARow) => planLook(judgement('running'), known, pacing({ failedInARow }), OUR_START).at - OUR_START,
    );
    expect([...waits].sort((left, right) => left - right)).toEqual(waits);
    expect(waits.at(-1)).toBe(minutes(1));
  });

  it('keeps a fixed interval, in every phase', () => {
    const fixed = pacing({ pollInterval: seconds(7) });
    for (const phase of ['beginning', 'running', 'proving'] as const) {
      expect(
        planLook(judgement(phase, { dueAt: OUR_START + seconds(9) }), knowing([updating, ready(0)]), fixed, OUR_START)
          .at,
      ).toBe(OUR_START + seconds(7));
    }
    expect(planDrain(knowing([updating, ready(0)]), fixed, OUR_START).at - OUR_START).toBeLessThanOrEqual(seconds(1));
  });

  it('reads the last events a second later, and again with longer pauses while they are not whole', () => {
    const known = knowing([updating, ready(0)]);
    const pauses = [0, 1, 2, 3, 9].map((incredibleInARow) => {
      const events = { ...known.events, incredibleInARow };
      return planDrain({ ...known, events }, pacing(), OUR_START).at - OUR_START;
    });
    expect(pauses).toEqual([1, 2, 4, 8, 15].map((pause) => seconds(pause)));
  });

  it('looks at the very moment when waiting alone is over', () => {
    const known: Knowledge = knowing([updating, ready(60)]);
    const now = OUR_START + seconds(86);
    const dueAt = OUR_START + seconds(90);
    expect(planLook(judgement('proving', { dueAt }), known, pacing(), now).at).toBe(dueAt);
  });

  it('asks for the missing proofs and for the status in turns', () => {
    const known = knowing([updating, ready(60)]);
    const wants: readonly Reading[] = ['settings', 'instances', 'health'];
    const readings = [0, 1].map(
      (looks) => planLook(judgement('proving', { wants }), known, pacing({ looks }), OUR_START + seconds(61)).readings,
    );
    expect(readings).toEqual([
      ['environment', 'events'],
      ['settings', 'instances'],
    ]);
  });

  it('never asks for instances that cannot be asked or do not change', () => {
    const readings = [0, 1, 2, 3, 4, 5].flatMap(
      (looks) =>
        planLook(judgement('running'), knowing([updating]), pacing({ looks, asksInstances: false }), OUR_START)
          .readings,
    );
    expect(readings).not.toContain('instances');
  });

  it('asks a fleet that takes ten calls to read ten times as rarely', () => {
    const readings = (pages: number, second: number): readonly Reading[] => {
      const known = knowing([updating, [30, { of: 'instances', reading: { instances: [], pages } }]]);
      return planLook(judgement('running'), known, pacing({ looks: 2 }), OUR_START + seconds(second)).readings;
    };
    expect(readings(1, 60)).toEqual(['environment', 'instances']);
    expect(readings(10, 60)).toEqual(['environment', 'events']);
    expect(readings(10, 330)).toEqual(['environment', 'instances']);
  });
});

/** The agents report at 5, 15, 25 … seconds after the opening event; the newest report known is that of second `shown`. */
function reporting(shown: number, readAt: number, more: readonly Step[] = []): Knowledge {
  const opened = events(1, { message: 'Environment update is starting.', date: THEIR_START });
  const reading = { refreshedAt: THEIR_START + seconds(shown), instances: [] };
  return knowing([updating, opened, ...more, [readAt, { of: 'instances', reading }]]);
}

describe('the pace, by the reports of the health agents', () => {
  const at = (second: number): number => OUR_START + seconds(second);

  it('looks right after each report near the expected end, and shows the state with each look', () => {
    const known = reporting(555, 560);
    const look = planLook(judgement('running'), known, pacing({ jitter: 0 }), at(560));
    expect(look.at - at(565)).toBe(seconds(0.3));
    expect(look.readings).toEqual(['environment', 'events']);
  });

  it.each([
    ['with the first report after the end', 55, 56, 65.3],
    ['at once, when there is one that nobody has read', 65, 66, 66.2],
  ])('looks for the proof %s', (_, shown, now, due) => {
    const wants: readonly Reading[] = ['instances', 'health'];
    const known = reporting(shown, now - 1, [ready(60)]);
    const look = planLook(judgement('proving', { wants }), known, pacing({ jitter: 0 }), at(now));
    expect(look.at).toBe(at(due));
    expect(look.readings).toEqual(wants);
  });

  it('does not hurry for a reading that has no place in this look', () => {
    const known = reporting(65, 66, [ready(60)]);
    const wants: readonly Reading[] = ['environment', 'instances', 'health'];
    const look = planLook(judgement('proving', { wants }), known, pacing({ jitter: 0 }), at(67));
    expect(look.at).toBe(at(75.3));
  });

  it('waits longer and longer for a report that does not come', () => {
    const wants: readonly Reading[] = ['instances', 'health'];
    const pauses = [66, 67, 69, 72].map((now) => {
      const known = reporting(55, now, [ready(60)]);
      return planLook(judgement('proving', { wants }), known, pacing({ jitter: 0 }), at(now)).at - at(now);
    });
    expect([...pauses].sort((left, right) => left - right)).toEqual(pauses);
    expect(pauses.at(-1)).toBe(seconds(5));
  });

  it('reads what is missing also when looks fail, and are so far apart that the state is always due', () => {
    const wants: readonly Reading[] = ['health'];
    const known = reporting(65, 66, [ready(60)]);
    const readings = [1, 2, 3, 4].map(
      (looks) => planLook(judgement('proving', { wants }), known, pacing({ looks, failedInARow: 5 }), at(126)).readings,
    );
    expect(readings.filter((one) => one.includes('health'))).toHaveLength(2);
    expect(readings.filter((one) => one.includes('events'))).toHaveLength(2);
  });

  it('does not count on them where time is faster than ours', () => {
    const wants: readonly Reading[] = ['instances', 'health'];
    const known = reporting(55, 3, [ready(2)]);
    expect(planLook(judgement('proving', { wants }), known, pacing({ jitter: 0 }), at(3)).at - at(3)).toBeLessThan(
      seconds(3),
    );
  });

  it.each([
    [
      'quickly when all instances have had their turn',
      'Command execution completed on 2 of 2 instances in environment.',
      10,
    ],
    ['slowly while some have not', 'Command execution completed on 1 of 2 instances in environment.', 20],
  ])('looks %s', (_, message, most) => {
    const known = reporting(95, 100, [events(99, { message })]);
    const wait = planLook(judgement('running'), known, pacing({ jitter: 0, looks: 9 }), at(100)).at - at(100);
    expect(Math.ceil(wait / seconds(10)) * 10).toBe(most);
  });
});
