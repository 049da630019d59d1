import { describe, expect, it } from '@jest/globals';
import type { EnvironmentStatus } from '../../src/domain/environment.js';
import type { EnvironmentSnapshot } from '../../src/domain/snapshot.js';
import type { OperationName } from '../../src/operations/names.js';
import { busyEnvironment, labelLags } from '../../src/operations/settled-state.js';
import { givenTarget } from '../support/given-environment.js';

const one = (name: string, status: EnvironmentStatus): EnvironmentSnapshot =>
  givenTarget({ environment: { name, status } });

function pairOf(live: EnvironmentStatus, idle?: EnvironmentStatus): EnvironmentSnapshot {
  const names = { productionCname: 'shop.example', idleName: 'idle', idlePrefix: 'shop-idle' };
  return { ...one('live', live), pair: { ...names, ...(idle === undefined ? {} : { idle: one('idle', idle) }) } };
}

const waitedFor = (target: EnvironmentSnapshot, operation: OperationName = 'deploy'): string | undefined =>
  busyEnvironment({ operation }, { target })?.name;

describe('the environment that is waited for before planning', () => {
  it('is the one that the plan is made from, unless it is Ready', () => {
    expect(waitedFor(one('shop', 'Updating'))).toBe('shop');
    expect(waitedFor(one('shop', 'Ready'))).toBeUndefined();
  });

  it('is the idle one of two, since nothing is deployed to the live one', () => {
    expect(waitedFor(pairOf('Ready', 'Launching'))).toBe('idle');
    expect(waitedFor(pairOf('Updating', 'Ready'))).toBeUndefined();
    expect(waitedFor(pairOf('Updating'))).toBeUndefined();
  });

  it('is none where the operation takes the environment as it is, or creates it', () => {
    for (const operation of ['promote', 'abort'] as const) {
      expect(waitedFor(pairOf('Ready', 'Updating'), operation)).toBeUndefined();
    }
    expect(waitedFor(one('shop', 'Updating'), 'terminate')).toBeUndefined();
    const facts = { applicationExists: true };
    const target = one('shop', 'Unrecognised');
    expect(busyEnvironment({ operation: 'deploy' }, { target, creation: facts })).toBeUndefined();
  });
});

describe('a label that lags behind', () => {
  const idle = (versionLabel: string, ...runs: readonly string[]): EnvironmentSnapshot => {
    const instances = runs.map((label) => ({ deployment: { versionLabel: label, status: 'Deployed' as const } }));
    const target = givenTarget({ size: runs.length, environment: { name: 'idle', versionLabel }, instances });
    const live = pairOf('Ready', 'Ready');
    return live.pair === undefined ? live : { ...live, pair: { ...live.pair, idle: target } };
  };

  it('is seen when all instances of the environment that is changed name another version', () => {
    expect(labelLags({ target: idle('v0', 'v2', 'v2') })).toBe(true);
    expect(labelLags({ target: idle('v2', 'v2', 'v2') })).toBe(false);
  });

  it('is none where they do not agree, or where there are none', () => {
    expect(labelLags({ target: idle('v0', 'v2', 'v0') })).toBe(false);
    expect(labelLags({ target: idle('v0') })).toBe(false);
    expect(labelLags({ target: one('shop', 'Ready') })).toBe(false);
  });
});
