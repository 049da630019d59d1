import { describe, expect, it } from '@jest/globals';
import type { EnvironmentStatus } from '../../src/domain/environment.js';
import type { EnvironmentSnapshot } from '../../src/domain/snapshot.js';
import type { OperationName } from '../../src/operations/names.js';
import { busyEnvironment } from '../../src/operations/settled-state.js';
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
