import { describe, expect, it } from '@jest/globals';
import { reportJson } from '../../../src/report/json.js';
import { summaryMarkdown } from '../../../src/report/summary/summary.js';
import { shapeOf } from '../../support/markdown.js';
import { RUN } from '../given.js';
import { largeRecord } from '../large.js';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('the size of the job summary', () => {
  const large = largeRecord(500, 20_000);

  it('of 500 instances and 20 000 events fits into what GitHub takes, and uses the room', () => {
    const text = summaryMarkdown(large, RUN);
    expect(bytes(text)).toBeLessThanOrEqual(900 * 1024);
    expect(bytes(text)).toBeGreaterThan(700 * 1024);
    const tables = shapeOf(text).blocks.filter((block) => block.startsWith('table '));
    // Every instance stands there, and more than a thousand events.
    expect(Math.max(...tables.map((table) => table.split(',').length))).toBeGreaterThan(1_000);
    expect(tables.some((table) => table.split(',').length === 501)).toBe(true);
    expect(text).toMatch(/<details><summary>\d+ of 20000 events: warnings, errors and the newest/);
  });

  it('keeps every diagram below what Mermaid takes, with all the batches in its table', () => {
    const { code, blocks } = shapeOf(summaryMarkdown(large, RUN));
    const diagrams = code.filter(({ language }) => language === 'mermaid');
    expect(diagrams).toHaveLength(2);
    for (const { text } of diagrams) expect(text.length).toBeLessThan(50_000);
    expect(diagrams[0]?.text).toContain('Batches 1 to 5 of 200');
    expect(blocks).toContain(`table ${Array.from({ length: 205 }, () => 5).join(',')}`);
  });

  it('keeps the warnings when events have to go', () => {
    const text = summaryMarkdown(large, RUN);
    const warnings = text.split('\n').filter((line) => line.includes('⚠️\u00a0WARN'));
    expect(warnings.length).toBeGreaterThanOrEqual(800);
  });

  it.each([600_000, 200_000, 60_000, 20_000, 4_000, 400])(
    'is never above a limit of %d bytes, and still says what happened',
    (limit) => {
      const text = summaryMarkdown(large, RUN, limit);
      expect(bytes(text)).toBeLessThanOrEqual(limit);
      expect(text.startsWith('## ❌ Failed: v2 on shop-prod\n\nThe instances run different versions.')).toBe(true);
      // Nothing is left open.
      expect((text.match(/<details>/g) ?? []).length).toBe((text.match(/<\/details>/g) ?? []).length);
    },
  );

  it('costs less than writing the same run as JSON', () => {
    // Side by side, since a busy machine slows both; `npm run bench summary` holds it to a second.
    const took = (work: () => unknown): number => {
      const began = performance.now();
      work();
      return performance.now() - began;
    };
    const rounds = Array.from({ length: 3 }, () => ({
      summary: took(() => summaryMarkdown(large, RUN)),
      json: took(() => reportJson(large)),
    }));
    expect(Math.min(...rounds.map(({ summary }) => summary))).toBeLessThan(Math.min(...rounds.map(({ json }) => json)));
  });
});
