/** Blue-green rollouts from beginning to end: against the simulated service, on a virtual clock, without a process. */
import { describe, expect, it } from '@jest/globals';
import { IDLE, PairWorld } from '../support/pair-world.js';

const SMOKE = { 'smoke-test-path': '/', 'smoke-test-body': 'version {version}', 'smoke-test-interval': '5s' };

describe('a blue-green rollout', () => {
  it('creates the idle side, proves it, moves the traffic, bakes, and keeps the old side', async () => {
    const world = new PairWorld({ idle: 'none' });
    const { outcome, plan } = await world.go({ inputs: SMOKE });
    try {
      expect(outcome).toMatchObject({ state: 'succeeded', proof: 'instances', sides: { live: { name: IDLE } } });
    } catch (error) {
      console.log(world.log());
      throw error;
    }
    expect(plan?.steps.map(({ kind }) => kind)).toEqual(['create', 'settle', 'gate', 'gate', 'swap', 'gate', 'bake']);
    expect(world.live()).toMatchObject({ name: IDLE, versionLabel: 'v2', status: 'Ready' });
    expect(world.idle()).toMatchObject({ name: 'shop-prod', versionLabel: 'v1', status: 'Ready' });
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(1);
  });
});
