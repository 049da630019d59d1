/** Played traffic follows the weights of records: slowly, as resolvers forget, and away from what is not healthy. */
import { describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../../src/domain/time.js';
import { PlayedNames } from '../../../src/simulator/runtime/played-names.js';
import { sharesOf } from '../../../src/simulator/runtime/published-names.js';

const answer = (leadsTo: string, weight: number, checksTarget = true) => ({ leadsTo, weight, checksTarget });

describe('answers of a name', () => {
  const all = [answer('blue', 75), answer('green', 25)];
  it.each([
    ['by weight', all, ['blue', 'green'], [0.75, 0.25]],
    ['without the sick one', all, ['blue'], [1, 0]],
    ['by weight when nobody is healthy', all, [], [0.75, 0.25]],
    ['alike when all weights are 0', [answer('blue', 0), answer('green', 0)], ['blue', 'green'], [0.5, 0.5]],
    ['from weight 0 when the others are sick', [answer('blue', 100), answer('green', 0)], ['green'], [0, 1]],
    ['by weight when nothing is checked', [answer('blue', 1, false), answer('green', 1, false)], [], [0.5, 0.5]],
  ])('are given %s', (_, answers, healthy, expected) => {
    expect(sharesOf(answers, (leadsTo) => healthy.includes(leadsTo))).toEqual(expected);
  });
});

describe('played traffic', () => {
  it('moves within the minute for which answers are held', () => {
    let now = 0;
    const names = new PlayedNames({ now: () => now, environmentAt: (host) => `e-${host}`, isHealthy: () => true });
    const weigh = (blue: number, green: number): void =>
      names.publish([{ name: 'www', answers: [answer('blue', blue), answer('green', green)] }]);
    expect(names.share('e-blue')).toBe(1);
    weigh(100, 0);
    expect([names.share('e-blue'), names.share('e-green'), names.share('e-other')]).toEqual([1, 0, 1]);
    now = minutes(5);
    weigh(50, 50);
    now += seconds(30);
    expect([names.share('e-blue'), names.share('e-green')]).toEqual([0.75, 0.25]);
    now += seconds(30);
    expect([names.share('e-blue'), names.share('e-green')]).toEqual([0.5, 0.5]);
  });

  it('takes a name with one answer for a way in', () => {
    const names = new PlayedNames({ now: () => 0, environmentAt: (host) => `e-${host}`, isHealthy: () => true });
    names.publish([{ name: 'www', answers: [answer('blue', 10)] }]);
    expect(names.share('e-blue')).toBe(1);
  });
});
