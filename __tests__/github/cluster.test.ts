import { describe, expect, it } from '@jest/globals';
import { ends } from '../../src/github/decide.js';
import { givenSnapshot } from '../support/given-environment.js';

describe('the address of an environment in GitHub’s list', () => {
  const outcome = {
    state: 'succeeded',
    reason: 'x',
    proof: 'environment',
    restored: 'not-needed',
    stillRunning: [],
  } as const;

  it.each([
    ['WebServer', 'http://shop.example'],
    ['Cluster', 'https://shop.example'],
  ] as const)('of a %s environment is %s', (tier, address) => {
    const snapshot = givenSnapshot({ environment: { tier, cname: 'shop.example' } });
    expect(ends(outcome, snapshot, undefined).environmentUrl).toBe(address);
  });
});
