/** How a batch size is written. */
import type { Kind } from '../domain/input.js';
import type { BatchSize } from '../domain/strategy.js';

export const batchSize: Kind<BatchSize> = {
  accepts: 'a share such as `30%` (1% to 100%) or a number of instances such as `2`',
  read: (given) => {
    const [, digits, sign] = /^(\d+)\s*(%?)$/.exec(given) ?? [];
    if (digits === undefined) return { because: 'is neither a share nor a number of instances' };
    const value = Number(digits);
    if (value < 1) return { because: 'is less than one' };
    if (sign === '%') {
      return value > 100 ? { because: 'is more than 100%' } : { value: { kind: 'percent', percent: value } };
    }
    return value > 10_000 ? { because: 'is more than 10000 instances' } : { value: { kind: 'count', count: value } };
  },
};
