/** Instances that Auto Scaling brings, takes or replaces while a deployment runs: no false failure, and no false success. */
import { describe, expect, it } from '@jest/globals';
import { seconds } from '../../src/domain/time.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import { type Running, startRun } from '../support/runs.js';
import { World } from '../support/world.js';

type Deed = (instances: readonly string[]) => readonly [action: string, input: Readonly<Record<string, unknown>>];

interface Given {
  readonly policy: string;
  readonly instances?: number;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly scenario?: Scenario;
  /** Seconds after the run began. */
  readonly at: number;
  readonly deed: Deed;
}

interface Seen {
  readonly environments: readonly { readonly instances: readonly { readonly id: string; readonly runs?: string }[] }[];
}

const instancesOf = (world: World) => (world.simulator.state() as Seen).environments[0]?.instances ?? [];

const groupOf = (world: World): string => {
  const saved = world.simulator.save() as { environments: { resources: { autoScalingGroup: string } }[] };
  return saved.environments[0]?.resources.autoScalingGroup ?? '';
};

async function deploy({ policy, instances = 2, inputs, scenario, at, deed }: Given) {
  const command = { DeploymentPolicy: policy, BatchSizeType: 'Fixed', BatchSize: '1' };
  const options = { 'aws:elasticbeanstalk:command': command, 'aws:autoscaling:asg': { MinSize: '1', MaxSize: '6' } };
  const world = new World({ environment: { instances, options } });
  if (scenario !== undefined) world.scenario(scenario);
  world.clock.at(world.clock.now() + seconds(at), () => {
    const [action, input] = deed(instancesOf(world).map(({ id }) => id));
    const group = action === 'SetDesiredCapacity' ? { AutoScalingGroupName: groupOf(world) } : {};
    world.somebody(action, { ...group, ...input });
  });
  const run: Running = startRun(world, inputs === undefined ? {} : { inputs });
  await run.ended;
  return { run, world, runs: instancesOf(world).map(({ runs }) => runs) };
}

const scaleTo =
  (DesiredCapacity: number): Deed =>
  () => ['SetDesiredCapacity', { DesiredCapacity }];

const take =
  (index: number, ShouldDecrementDesiredCapacity: boolean): Deed =>
  (ids) => ['TerminateInstanceInAutoScalingGroup', { InstanceId: ids[index], ShouldDecrementDesiredCapacity }];

describe('a good deployment succeeds', () => {
  it('although an instance boots for longer than laggards are waited for', async () => {
    const scenario: Scenario = { versions: { v2: { commandSeconds: 100 } } };
    const { run, runs } = await deploy({ policy: 'AllAtOnce', scenario, at: 155, deed: scaleTo(3) });
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'version-label': 'v2' });
    expect(run.outputs['outcome-reason']).toContain('all 3 instances report deployment 2');
    expect(runs).toEqual(['v2', 'v2', 'v2']);
  });

  it.each(['AllAtOnce', 'Rolling', 'RollingWithAdditionalBatch', 'Immutable'])(
    '%s: although one of its instances is taken in the middle',
    async (policy) => {
      const { run, runs } = await deploy({ policy, instances: 3, at: 40, deed: take(1, true) });
      expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'version-label': 'v2' });
      expect(new Set(runs)).toEqual(new Set(['v2']));
    },
  );

  it('although its only instance is replaced while health is watched', async () => {
    const { run, runs } = await deploy({ policy: 'AllAtOnce', instances: 1, at: 76, deed: take(0, false) });
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'version-label': 'v2' });
    expect(runs).toEqual(['v2']);
    expect(run.lines.join('\n')).toContain('to Severe');
  });
});

describe('an instance that came with the old version in the middle of a deployment', () => {
  const slow: Scenario = { versions: { v2: { commandSeconds: 90 } } };

  it('is no success: the run names it, and puts the old version back everywhere', async () => {
    const { run, runs } = await deploy({ policy: 'AllAtOnce', scenario: slow, at: 45, deed: scaleTo(3) });
    expect(run.outputs).toMatchObject({ outcome: 'failed', restored: 'yes' });
    expect(run.outputs['outcome-reason']).toMatch(
      /1 of 3 instances does not run v2: i-\w+ runs v1 \(deployment 1\) \(launched while the update ran\)/,
    );
    expect(runs).toEqual(['v1', 'v1', 'v1']);
    expect(run.hasFailed()).toBe(true);
  });

  it('goes with the old ones when the whole fleet is new', async () => {
    const { run, runs } = await deploy({ policy: 'Immutable', at: 60, deed: scaleTo(4) });
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'version-label': 'v2' });
    expect(runs).toEqual(['v2', 'v2']);
  });

  it('is none when the deployment has not begun yet: its batches take it along', async () => {
    const { run, runs } = await deploy({ policy: 'Rolling', at: 1, deed: scaleTo(3) });
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'version-label': 'v2' });
    expect(runs).toEqual(['v2', 'v2', 'v2']);
  });
});
