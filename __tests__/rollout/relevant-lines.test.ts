import { describe, expect, it } from '@jest/globals';
import { relevantLines } from '../../src/rollout/relevant-lines.js';

const noise = (count: number): string[] => Array.from({ length: count }, (_, index) => `line ${index} all is well`);

describe('the lines of a log that matter', () => {
  it('are all of a short log', () => {
    expect(relevantLines('a\n\nb\r\nc\n')).toEqual({ lines: ['a', 'b', 'c'], truncated: false });
  });

  it('are those around trouble, in their order, and the end', () => {
    const log = [...noise(200), 'npm ERR! missing script: build', ...noise(200)].join('\n');
    const { lines, truncated } = relevantLines(log);
    expect(truncated).toBe(true);
    const at = lines.indexOf('npm ERR! missing script: build');
    expect(lines.slice(at - 2, at + 3)).toEqual([
      'line 198 all is well',
      'line 199 all is well',
      'npm ERR! missing script: build',
      'line 0 all is well',
      'line 1 all is well',
    ]);
    expect(lines.at(-1)).toBe('line 199 all is well');
  });

  it('keep the newest trouble when there is too much of it', () => {
    const log = Array.from({ length: 500 }, (_, index) => `Error number ${index}`).join('\n');
    const { lines } = relevantLines(log, { lines: 10, lineLength: 100 });
    expect(lines.filter((line) => line !== '…')).toHaveLength(10);
    expect(lines.at(-1)).toBe('Error number 499');
  });

  it('are cut when they are endless', () => {
    const { lines, truncated } = relevantLines('x'.repeat(10_000));
    expect(lines[0]).toHaveLength(401);
    expect(truncated).toBe(true);
  });

  it('of nothing are none', () => {
    expect(relevantLines('')).toEqual({ lines: [], truncated: false });
  });
});
