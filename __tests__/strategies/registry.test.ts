import { describe, expect, it } from '@jest/globals';
import type { Declaration } from '../../src/domain/input.js';
import { COMMON_INPUTS } from '../../src/inputs/declarations.js';
import { STRATEGIES, STRATEGY_NAMES } from '../../src/strategies/index.js';

describe('the registry of strategies', () => {
  it('has the strategies of this release', () => {
    expect(STRATEGY_NAMES).toEqual([
      'as-configured',
      'all-at-once',
      'rolling',
      'rolling-with-additional-batch',
      'recreate',
      'immutable',
      'traffic-splitting',
      'blue-green',
      'canary',
    ]);
  });

  it('two strategies share an input only by sharing its declaration', () => {
    const seen = new Map<string, Declaration<unknown>>();
    for (const { inputs } of Object.values(STRATEGIES)) {
      for (const [name, declaration] of Object.entries(inputs)) {
        expect(Object.keys(COMMON_INPUTS)).not.toContain(name);
        expect(seen.get(name) ?? declaration).toBe(declaration);
        seen.set(name, declaration);
      }
    }
  });

  it('a wrong input of a strategy configures nothing and names the input', () => {
    const result = STRATEGIES['traffic-splitting'].configure('traffic-splitting', (name) =>
      name === 'traffic-percent' ? '0' : name === 'evaluation-minutes' ? '2' : '',
    );
    expect('failures' in result && result.failures.map((one) => one.name)).toEqual([
      'traffic-percent',
      'evaluation-minutes',
    ]);
  });
});
