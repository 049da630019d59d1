import { describe, expect, it } from '@jest/globals';
import type { EnvironmentStatus } from '../../src/domain/environment.js';
import type { EnvironmentSnapshot } from '../../src/domain/snapshot.js';
import type { OperationName } from '../../src/operations/names.js';
import { busyEnvironment, laggingLabels } from '../../src/operations/settled-state.js';
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

  it('is the one that is to be promoted, whose version nobody knows before, unless it is promoted already', () => {
    expect(waitedFor(pairOf('Ready', 'Aborting'), 'promote')).toBe('idle');
    const pair = pairOf('Ready', 'Updating');
    const target = { ...pair, environment: { ...pair.environment, versionLabel: 'v2' } };
    expect(busyEnvironment({ operation: 'promote', versionLabel: 'v3' }, { target })?.name).toBe('idle');
    expect(busyEnvironment({ operation: 'promote', versionLabel: 'v2' }, { target })).toBeUndefined();
  });

  it('is none where the operation takes the environment as it is, or creates it', () => {
    expect(waitedFor(pairOf('Ready', 'Updating'), 'abort')).toBeUndefined();
    expect(waitedFor(one('shop', 'Updating'), 'terminate')).toBeUndefined();
    const facts = { applicationExists: true };
    const target = one('shop', 'Unrecognised');
    expect(busyEnvironment({ operation: 'deploy' }, { target, creation: facts })).toBeUndefined();
  });
});

describe('a label that lags behind', () => {
  const running = (
    name: string,
    environment: Partial<EnvironmentSnapshot['environment']>,
    ...runs: readonly string[]
  ): EnvironmentSnapshot => {
    const instances = runs.map((label) => ({ deployment: { versionLabel: label, status: 'Deployed' as const } }));
    return givenTarget({ size: runs.length, environment: { name, ...environment }, instances });
  };
  const idle = (versionLabel: string, ...runs: readonly string[]): EnvironmentSnapshot => {
    const live = pairOf('Ready', 'Ready');
    if (live.pair === undefined) throw new Error('no pair');
    return { ...live, pair: { ...live.pair, idle: running('idle', { versionLabel }, ...runs) } };
  };
  const lagging = (target: EnvironmentSnapshot, operation: OperationName = 'deploy'): boolean =>
    laggingLabels({ operation }, { target }).length > 0;

  it('is seen when all instances of an environment name another version', () => {
    expect(lagging(idle('v0', 'v2', 'v2'))).toBe(true);
    expect(lagging(idle('v2', 'v2', 'v2'))).toBe(false);
    expect(lagging(running('shop', { versionLabel: 'v1' }, 'v3'))).toBe(true);
  });

  it('is seen on the side that serves, too: the way back leads there', () => {
    const { pair } = idle('v0', 'v0');
    const live = running('live', { versionLabel: 'v1' }, 'v3', 'v3');
    expect(lagging(pair === undefined ? live : { ...live, pair })).toBe(true);
  });

  it('is none where they do not agree, or where there are none, or while it is being updated', () => {
    expect(lagging(idle('v0', 'v2', 'v0'))).toBe(false);
    expect(lagging(idle('v0'))).toBe(false);
    expect(lagging(one('shop', 'Ready'))).toBe(false);
    expect(lagging(running('shop', { versionLabel: 'v1', status: 'Updating' }, 'v3'))).toBe(false);
  });

  it('is none for who only gives up', () => {
    expect(lagging(idle('v0', 'v2'), 'promote')).toBe(true);
    expect(lagging(idle('v0', 'v2'), 'abort')).toBe(false);
  });

  it('is none when the environment was updated long before: a failed deployment may leave it so', () => {
    const refreshedAt = Date.parse('2026-01-01T12:00:00Z');
    const updated = (ago: number) => {
      const seen = running('shop', { versionLabel: 'v1', dateUpdated: refreshedAt - ago }, 'v3');
      return { ...seen, instances: { instances: [], ...seen.instances, refreshedAt } };
    };
    expect(lagging(updated(5_000))).toBe(true);
    expect(lagging(updated(61_000))).toBe(false);
  });
});
