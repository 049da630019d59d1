import { describe, expect, it } from '@jest/globals';
import {
  choice,
  count,
  duration,
  flag,
  type Kind,
  list,
  optional,
  pairs,
  percent,
  readInputs,
  required,
  withDefault,
  words,
} from '../../src/domain/input.js';
import { minutes, seconds } from '../../src/domain/time.js';

const value = <T>(kind: Kind<T>, text: string): T | string => {
  const reading = kind.read(text);
  return 'value' in reading ? reading.value : `no: ${reading.because}`;
};

describe('kinds of inputs', () => {
  it.each(['true', 'True', 'TRUE'])('%s is a true flag', (text) => expect(value(flag, text)).toBe(true));
  it.each(['false', 'False', 'FALSE'])('%s is a false flag', (text) => expect(value(flag, text)).toBe(false));
  it.each(['yes', 'no', '1', '0', 'tRue', 'on', 'null'])('%s is no flag', (text) => {
    expect(value(flag, text)).toMatch(/^no: /);
  });

  it.each([
    [count(1, 5), '5', 5],
    [count(1, 5), '6', 'no: is not between 1 and 5'],
    [count(1, 5), '2.5', 'no: is not a whole number'],
    [count(1, 5), '-1', 'no: is not a whole number'],
    [count(1, 5), '1e1', 'no: is not a whole number'],
    [percent(1, 100), '10', 10],
    [percent(1, 100), '10 %', 10],
    [percent(1, 100), '101%', 'no: is not between 1 and 100'],
    [percent(1, 100), '0', 'no: is not between 1 and 100'],
    [duration(seconds(1), minutes(5)), '90', seconds(90)],
    [duration(seconds(1), minutes(5)), '1m30s', seconds(90)],
    [duration(seconds(1), minutes(5)), '6m', 'no: is longer than 5m00s'],
    [duration(seconds(1), minutes(5)), '0', 'no: is shorter than 1s'],
    [duration(seconds(1)), 'soon', 'no: is not a duration'],
    [duration(seconds(1)), '9'.repeat(400), 'no: is longer than 8760h00m'],
    [duration(seconds(1)), '1 week', 'no: is not a duration'],
    [choice(['a', 'b']), 'b', 'b'],
    [choice(['a', 'b']), 'B', 'no: is none of its values'],
  ] as const)('%#: %s %s', (kind: Kind<unknown>, text, expected) => {
    expect(value(kind, text)).toBe(expected);
  });

  it('lists are separated by commas and lines, without comments', () => {
    expect(value(list('x'), 'a, b\n# no\n\nc,')).toEqual(['a', 'b', 'c']);
  });

  it('words are spelled as the set spells them', () => {
    expect(value(words(['Ok', 'Info']), 'INFO, ok, Ok')).toEqual(['Info', 'Ok']);
    expect(value(words(['Ok', 'Info']), ',')).toMatch(/^no: /);
  });

  it('pairs set and remove, and keep what is behind the first equals sign', () => {
    expect(value(pairs, 'A=1\r\n# c\n\nURL=https://x/?a=b\nB=\n C = d e ')).toEqual({
      set: { A: '1', URL: 'https://x/?a=b', C: 'd e' },
      remove: ['B'],
    });
  });

  it.each([
    ['A', 'no: has no `=` on line 1'],
    ['A=1\n=2', 'no: has no valid name before the `=` on line 2'],
    ['A B=1', 'no: has no valid name before the `=` on line 1'],
    ['A=1\nA=2', 'no: names A twice'],
    ['A=1\nA=', 'no: names A twice'],
  ])('pairs %j are refused', (text, because) => expect(value(pairs, text)).toBe(because));

  it('a name out of the prototype is a name like any other', () => {
    expect(value(pairs, 'constructor=1')).toEqual({ set: { constructor: '1' }, remove: [] });
  });
});

describe('declared inputs', () => {
  const declared = {
    name: required(choice(['x', 'y']), { help: 'h' }),
    size: withDefault(count(1, 9), '3', { help: 'h' }),
    note: withDefault(list('x'), '', { help: 'h' }),
    limit: optional(duration(0), { help: 'h' }),
  } as const;

  it('have their type, their default, or nothing', () => {
    const { values, failures } = readInputs(declared, (name) => (name === 'name' ? ' x ' : ''));
    expect(failures).toEqual([]);
    const size: number = values.size;
    const limit: number | undefined = values.limit;
    expect([values.name, size, values.note, limit]).toEqual(['x', 3, [], undefined]);
  });

  it('fail one by one, all in one go', () => {
    const { failures } = readInputs(declared, (name) => (name === 'size' ? '10' : name === 'limit' ? 'x' : ''));
    expect(failures.map((one) => [one.name, one.state])).toEqual([
      ['name', 'missing'],
      ['size', 'wrong'],
      ['limit', 'wrong'],
    ]);
  });
});
