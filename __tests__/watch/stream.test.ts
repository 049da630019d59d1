import { describe, expect, it } from '@jest/globals';
import type { EnvironmentEvent } from '../../src/domain/event.js';
import { drainFrom, OVERLAP, openStream, readFrom, type StreamState, takeEvents } from '../../src/watch/stream.js';

const START = Date.UTC(2026, 10, 21, 9, 0, 0);
const OURS = new Set(['ours']);

function event(after: number, message: string, more: Partial<EnvironmentEvent> = {}): EnvironmentEvent {
  return { date: START + after, message, severity: 'INFO', requestId: 'ours', ...more };
}

/** Plays readings one after the other and answers what was given out in each. */
function play(history: readonly EnvironmentEvent[], ...readings: readonly (readonly EnvironmentEvent[])[]): string[][] {
  let state: StreamState = openStream(history);
  return readings.map((reading) => {
    const taken = takeEvents(state, reading, OURS);
    state = taken.state;
    return taken.fresh.map(({ message }) => message);
  });
}

describe('the event stream', () => {
  it('gives out nothing from before the first write', () => {
    const old = [event(-5_000, 'old'), event(-1_000, 'newest old')];
    expect(play(old, [...old, event(10, 'new')])).toEqual([['new']]);
  });

  it('gives each event out once, however often it is read again', () => {
    const events = [event(1, 'a'), event(2, 'b')];
    expect(play([], events.slice(0, 1), events, events)).toEqual([['a'], ['b'], []]);
  });

  it('takes two equal lines of one millisecond for two events, also when the second comes later', () => {
    const line = event(1_000, 'Instance deployment completed successfully.');
    expect(play([], [line, line])).toEqual([[line.message, line.message]]);
    expect(play([], [line], [line, line], [line, line])).toEqual([[line.message], [line.message], []]);
  });

  it('counts an equal line from before the first write', () => {
    const line = event(0, 'Environment health has been set to GREEN');
    expect(play([line], [line, line])).toEqual([[line.message]]);
  });

  it('tells equal texts apart by request id and severity', () => {
    const lines = [event(1, 'x'), event(1, 'x', { requestId: 'theirs' }), event(1, 'x', { severity: 'ERROR' })];
    expect(play([], lines)).toEqual([['x', 'x', 'x']]);
  });

  it('loses none of three lines that share one second', () => {
    const lines = [
      event(5_000, "Unsuccessful command execution on instance id(s) 'i-1'. Aborting the operation."),
      event(5_000, 'Failed to deploy application.'),
      event(5_000, 'During an aborted deployment, some instances may have deployed the new application version.'),
    ];
    expect(play([], lines.slice(0, 1), lines).flat()).toEqual(lines.map(({ message }) => message));
  });

  it('orders a reading by date and keeps the order of the service within one date', () => {
    expect(play([], [event(2, 'c'), event(1, 'a'), event(1, 'b')])).toEqual([['a', 'b', 'c']]);
  });

  it('gives a late event out when it arrives, and marks it', () => {
    const late = event(1_000, 'late');
    const newer = event(60_000, 'newer');
    const first = takeEvents(openStream([]), [newer], OURS);
    const second = takeEvents(first.state, [late, newer], OURS);
    expect(second.fresh).toEqual([{ ...late, attribution: 'own', late: true }]);
  });

  it('does not call an instance event late that has the whole second of a newer control-plane event', () => {
    const control = event(5_400, 'control');
    const instance = event(5_000, 'instance');
    const first = takeEvents(openStream([]), [control], OURS);
    expect(takeEvents(first.state, [instance, control], OURS).fresh[0]?.late).toBeUndefined();
  });

  it("starts each reading far enough back to meet late events again, by the service's dates only", () => {
    const state = takeEvents(openStream([event(0, 'anchor')]), [event(600_000, 'newest')], OURS).state;
    expect(readFrom(state)).toBe(START + 600_000 - OVERLAP);
    expect(drainFrom(state)).toBe(START - OVERLAP);
  });

  it('reads everything when the environment had no event before', () => {
    expect(readFrom(openStream([]))).toBe(0);
  });

  it('does not read thousands of events again for hours, and all of them at the end', () => {
    const burst = (count: number): EnvironmentEvent[] =>
      Array.from({ length: count }, (_, at) => event(60_000 + at * 10, `Added instance i-${at}.`));
    const readSoOften = (events: readonly EnvironmentEvent[], readings: number): StreamState => {
      let state = openStream([event(0, 'old')]);
      for (let count = 0; count < readings; count += 1) state = takeEvents(state, events, OURS).state;
      return state;
    };
    const many = burst(1_500);
    const newest = START + 60_000 + 14_990;
    expect(readFrom(readSoOften(many, 20))).toBe(newest - OVERLAP);
    expect(readFrom(readSoOften(many, 21))).toBe(newest - 990);
    expect(readFrom(readSoOften(burst(900), 40))).toBe(START + 60_000 + 8_990 - OVERLAP);
    expect(drainFrom(readSoOften(many, 40))).toBe(START - OVERLAP);
    const quiet = takeEvents(readSoOften(many, 30), many.slice(-90), OURS).state;
    expect(readFrom(quiet)).toBe(newest - 990);
    const woken = takeEvents(quiet, [...many.slice(-90), event(900_000, 'Evaluation completed.')], OURS);
    expect(woken.fresh.map(({ message }) => message)).toEqual(['Evaluation completed.']);
    expect(readFrom(woken.state)).toBe(START + 900_000 - OVERLAP);
  });

  it('finds in the final drain what came later than the overlap, and repeats nothing', () => {
    const known = [event(0, 'a'), event(OVERLAP * 3, 'b')];
    expect(play([], known, [event(0, 'a'), event(10, 'very late'), event(OVERLAP * 3, 'b')])).toEqual([
      ['a', 'b'],
      ['very late'],
    ]);
  });

  it.each([
    ['an empty answer', []],
    ['an answer without the newest known event', [event(-100, 'older')]],
  ])('does not believe %s once it has seen something', (_, reading) => {
    const state = openStream([event(0, 'anchor')]);
    expect(takeEvents(state, reading, OURS).credible).toBe(false);
    expect(takeEvents(state, [event(0, 'anchor')], OURS).credible).toBe(true);
  });

  it("knows ours, somebody else's, and those without a request id", () => {
    const { requestId: _, ...shared } = event(3, 'c');
    const taken = takeEvents(openStream([]), [event(1, 'a'), event(2, 'b', { requestId: 'theirs' }), shared], OURS);
    expect(taken.fresh.map(({ attribution }) => attribution)).toEqual(['own', 'other', 'shared']);
  });
});
