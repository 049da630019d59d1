/** What alarms say of a rollout: three answers, of which "cannot tell" is never a pass. */
import { describe, expect, it } from '@jest/globals';
import {
  type AlarmReading,
  alarmProblem,
  inconclusiveProblem,
  judgeAlarms,
  refuseAlarms,
} from '../../src/domain/alarm.js';
import { cannotTell, fails, passes, together } from '../../src/domain/gate.js';

const reading = (name: string, state: AlarmReading['state'], reason = ''): AlarmReading => ({ name, state, reason });

describe('gates together', () => {
  it.each([
    [[passes('a'), fails('b'), cannotTell('c'), fails('d')], 'fail', 'b; d'],
    [[passes('a'), cannotTell('c')], 'inconclusive', 'c'],
    [[passes('a'), passes('b')], 'pass', 'a; b'],
    [[], 'pass', 'there is nothing to ask'],
  ] as const)('the worst counts, and says why (%#)', (findings, result, why) => {
    expect(together(findings)).toEqual({ result, why });
  });
});

describe('alarms', () => {
  it.each([
    [[reading('a', 'OK'), reading('b', 'OK')], 'pass'],
    [[reading('a', 'OK'), reading('b', 'INSUFFICIENT_DATA')], 'inconclusive'],
    [[reading('a', 'INSUFFICIENT_DATA'), reading('b', 'ALARM')], 'fail'],
    // One that was there when the rollout began, and is not any more.
    [[reading('a', 'OK')], 'inconclusive'],
  ] as const)('judge together (%#)', (readings, result) => {
    expect(judgeAlarms(['a', 'b'], readings).result).toBe(result);
  });

  it('tell the name and the reason of the one that went off, on one line and not without end', () => {
    const { why } = judgeAlarms(['errors'], [reading('errors', 'ALARM', `7 datapoints\n${'x'.repeat(500)}`)]);
    expect(why).toMatch(/^the alarm errors is in ALARM: “7 datapoints x+…”$/);
    expect(why.length).toBeLessThan(300);
  });

  it('refuse what is missing and what is in ALARM, all at once; missing data refuse nothing', () => {
    const readings = [reading('b', 'ALARM', 'bad'), reading('c', 'INSUFFICIENT_DATA')];
    expect(refuseAlarms(['a', 'b', 'c'], readings).map(({ code, input }) => [code, input])).toEqual([
      ['alarm-missing', 'alarms'],
      ['alarm-active', 'alarms'],
    ]);
  });

  it('become problems that begin like sentences', () => {
    expect(alarmProblem('the alarm a is in ALARM').what).toBe('The alarm a is in ALARM.');
    expect(alarmProblem('the alarm a is in ALARM', '2 min after it').what).toBe(
      '2 min after it, the alarm a is in ALARM.',
    );
    expect(inconclusiveProblem('the alarm a has no data')).toMatchObject({
      code: 'inconclusive',
      input: 'on-inconclusive',
    });
  });
});
