import { describe, expect, it } from '@jest/globals';
import type { Environment } from '../../src/domain/environment.js';
import { labelBefore, standingBefore } from '../../src/domain/standing.js';

const environment = (versionLabel: string, healthStatus: Environment['healthStatus'] = 'Ok'): Environment => ({
  id: 'e-abcdefghij',
  name: 'shop-prod',
  application: 'shop',
  tier: 'WebServer',
  status: 'Ready',
  health: healthStatus === 'Severe' ? 'Red' : 'Green',
  ...(healthStatus === undefined ? {} : { healthStatus }),
  versionLabel,
  abortable: false,
});

const former = { versionLabel: 'v1', health: 'Green', healthStatus: 'Ok', by: 'run 7' } as const;

describe('what was there before', () => {
  it('is what the environment shows', () => {
    const now = { versionLabel: 'v2', health: 'Red', healthStatus: 'Severe' };
    expect(standingBefore({ environment: environment('v2', 'Severe') }, 'v3')).toEqual(now);
    expect(standingBefore({ environment: environment('v2', 'Severe') }, 'v2')).toEqual(now);
  });

  it.each([
    ['another version comes over one that is well', 'v2', 'Ok', 'v3', 'v2'],
    ['another version comes over one that has just been deployed', 'v2', 'Info', 'v3', 'v2'],
    ['another version comes over one that nobody can tell of', 'v2', 'Unknown', 'v3', 'v2'],
    ['another version comes over one that is sick', 'v2', 'Severe', 'v3', 'v1'],
    ['only settings change over one that is sick', 'v2', 'Severe', undefined, 'v1'],
    ['the same version comes again, although it is well', 'v2', 'Ok', 'v2', 'v1'],
    ['the one from before comes back', 'v2', 'Severe', 'v1', 'v2'],
  ] as const)('after a run without a proof, when %s', (_what, label, health, brings, before) => {
    expect(labelBefore({ target: { environment: environment(label, health), former } }, brings)).toBe(before);
  });

  it('is nothing when there was no environment', () => {
    const creation = { cnamePrefix: 'shop-prod' } as never;
    expect(labelBefore({ creation, target: { environment: environment('v2') } }, 'v2')).toBeUndefined();
  });

  it('names nobody', () => {
    expect(standingBefore({ environment: environment('v2'), former }, 'v2')).not.toHaveProperty('by');
  });
});
