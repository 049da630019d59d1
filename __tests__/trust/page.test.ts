import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('docs/trust.md', () => {
  const rows = [...read('docs/trust.md').matchAll(/^\| (\d+) \| ([^|]+) \|.*\| `(\w+)` \|$/gm)];

  it('has the twenty classes', () => {
    expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it.each(rows.map(([, number = '', title = '', file = '']) => [number, title, file] as const))(
    'says of class %s, "%s", in which file its test is',
    (number, title, file) => {
      const name = `${number}. ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
      const titles = [...read(`__tests__/trust/${file}.test.ts`).matchAll(/^describe\((['"])(.*)\1,/gm)];
      expect(
        titles.map(([, , one = '']) => one.replace(/^(\d+\. )(.)/, (_, lead, first) => lead + first.toLowerCase())),
      ).toContain(name);
    },
  );
});
