import { expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/domain/time.js';
import { startSearch } from '../../src/rollout/search.js';

const NOW = 1_000_000;
const search = () => startSearch(NOW, minutes(1), seconds(2));

it('a search is over when its time is, and a look has succeeded', () => {
  const one = search();
  one.seen();
  expect(one.isOver(NOW + seconds(59))).toBe(false);
  expect(one.isOver(NOW + minutes(1))).toBe(true);
});

it('without a look that has succeeded it goes on for two minutes more, and looks more seldom', () => {
  const one = search();
  expect(one.isOver(NOW + minutes(1))).toBe(false);
  expect([one.pause(NOW), one.pause(NOW + minutes(1))]).toEqual([seconds(2), seconds(10)]);
  one.seen();
  expect(one.isOver(NOW + minutes(2))).toBe(true);
  expect(search().isOver(NOW + minutes(3))).toBe(true);
});
