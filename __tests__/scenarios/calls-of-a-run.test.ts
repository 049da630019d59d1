/** What a whole run costs in API calls, deploy lock, record and policy included, and how soon it sees the end. */
import { describe, expect, it } from '@jest/globals';
import type { DeploymentPolicy } from '../../src/domain/strategy.js';
import { type Milliseconds, minutes, seconds } from '../../src/domain/time.js';
import type { VersionBehaviour } from '../../src/simulator/scenario.js';
import { wholeRun } from '../support/runs.js';
import { SHOP, World } from '../support/world.js';

type Inputs = Readonly<Record<string, string>>;

function worldOf(policy: DeploymentPolicy, instances: number, v2: VersionBehaviour): World {
  const options = {
    'aws:elasticbeanstalk:command': { DeploymentPolicy: policy, BatchSizeType: 'Fixed', BatchSize: '1' },
  };
  const world = new World({ environment: { instances, options } });
  return world.scenario({ versions: { v2 } });
}

interface Cost {
  readonly calls: number;
  readonly took: Milliseconds;
  readonly outcome: string;
  /** From the service's last word on an update to the end of the run. */
  readonly after: Milliseconds;
}

async function costOf(world: World, inputs: Inputs): Promise<Cost> {
  const startedAt = world.clock.now();
  const run = await wholeRun(world, { inputs });
  const now = world.clock.now();
  const answer = world.simulator.call({
    action: 'DescribeEvents',
    input: { EnvironmentName: SHOP.name },
    requestId: 'a-look',
  });
  const events = (answer?.Events ?? []) as { readonly EventDate: Date; readonly Message: string }[];
  const end = events.find(({ Message }) => Message === 'Environment update completed successfully.');
  const after = now - (end?.EventDate.getTime() ?? 0);
  return { calls: run.requests(), took: now - startedAt, outcome: run.outputs.outcome ?? '', after };
}

const ROLLING: Inputs = { strategy: 'rolling', 'batch-size': '1' };
const KEPT: Inputs = { 'restore-policy': 'true' };

/** 120 for ten minutes; a part of it is spent whatever the length. */
const allowed = (took: Milliseconds): number => 45 + (75 * took) / minutes(10);

describe('a whole run', () => {
  it.each<[string, DeploymentPolicy, number, number, Inputs, string]>([
    ['rolling', 'Rolling', 3, 10, ROLLING, 'succeeded'],
    ['rolling over longer than usual commands', 'Rolling', 4, 60, ROLLING, 'succeeded'],
    ['rolling, the policy set first', 'AllAtOnce', 3, 10, ROLLING, 'succeeded'],
    ['rolling for longer, the policy set first', 'AllAtOnce', 4, 60, ROLLING, 'succeeded'],
    ['rolling, the policy set first and put back', 'AllAtOnce', 3, 10, { ...ROLLING, ...KEPT }, 'succeeded'],
    ['six instances one by one', 'AllAtOnce', 6, 10, ROLLING, 'succeeded'],
    ['immutable', 'Immutable', 2, 10, { strategy: 'immutable' }, 'succeeded'],
    [
      'immutable, the policy set first and put back',
      'AllAtOnce',
      2,
      10,
      { strategy: 'immutable', ...KEPT },
      'succeeded',
    ],
    ['an additional batch', 'RollingWithAdditionalBatch', 2, 10, { strategy: 'as-configured' }, 'succeeded'],
    ['all at once', 'AllAtOnce', 4, 10, { strategy: 'all-at-once' }, 'succeeded'],
  ])(
    'costs no more than 120 calls for ten minutes: %s',
    async (_, policy, instances, commandSeconds, inputs, state) => {
      const { calls, took, outcome } = await costOf(worldOf(policy, instances, { commandSeconds }), inputs);
      expect(outcome).toBe(state);
      expect(calls).toBeLessThanOrEqual(allowed(took));
    },
  );

  it.each<[string, DeploymentPolicy, Inputs]>([
    ['under the policy it has', 'Rolling', ROLLING],
    ['under one that is set first', 'AllAtOnce', ROLLING],
    ['with a policy that is put back', 'AllAtOnce', { ...ROLLING, ...KEPT }],
  ])('that fails and is rolled back costs little more, %s', async (_, policy, inputs) => {
    const world = worldOf(policy, 3, { command: 'fails', onlyOrdinals: [1] });
    const { calls, took, outcome } = await costOf(world, inputs);
    expect(outcome).toBe('failed');
    expect(took).toBeLessThan(minutes(10));
    // Evidence, and two or three updates more on the way back.
    expect(calls).toBeLessThanOrEqual(130);
  });

  it.each<[string, DeploymentPolicy, number, Inputs]>([
    ['rolling', 'Rolling', 3, ROLLING],
    ['rolling, the policy set first', 'AllAtOnce', 6, ROLLING],
    ['immutable', 'Immutable', 2, { strategy: 'immutable' }],
  ])('sees the end within seconds of its proof: %s', async (_, policy, instances, inputs) => {
    const { after } = await costOf(worldOf(policy, instances, {}), inputs);
    // Health is computed every ten seconds, becomes Ok after some of them, and has to hold for thirty.
    expect(after).toBeLessThan(seconds(75));
  });
});

describe('a label that comes later than its instances', () => {
  it('is waited for by one call a look, and everything is looked at again when it has come', async () => {
    const world = new World();
    world.scenario({ faults: [{ kind: 'label-lag', seconds: 45 }] });
    world.simulator.call({
      action: 'UpdateEnvironment',
      input: { EnvironmentName: SHOP.name, VersionLabel: 'v3' },
      requestId: 'somebody',
    });
    await world.clock.sleep(seconds(20));
    const run = await wholeRun(world, { inputs: { 'dry-run': 'false' } });
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'previous-version-label': 'v3' });
    const actions = world.wire.calls.list(0).map(({ action }) => action);
    const before = actions.slice(0, actions.indexOf('UpdateEnvironment'));
    const count = (name: string): number => before.filter((action) => action === name).length;
    expect(count('DescribeEnvironments')).toBeGreaterThan(4);
    expect(count('DescribeConfigurationSettings')).toBeLessThanOrEqual(3);
  });
});
