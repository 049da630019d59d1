/** `on-busy: abort-ours`: what a dead run has left is aborted, and nothing else ever is. */
import { describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/domain/time.js';
import { startRun, wholeRun } from '../support/runs.js';
import { SHOP, World } from '../support/world.js';

const COMMAND = { DeploymentPolicy: 'Rolling', BatchSizeType: 'Fixed', BatchSize: '1' };
const worldOf = (): World => new World({ environment: { options: { 'aws:elasticbeanstalk:command': COMMAND } } });

const aborts = (world: World): number =>
  world.wire.calls.list(0).filter(({ action }) => action === 'AbortEnvironmentUpdate').length;

const somebodyDeploys = (world: World, label: string): void =>
  world.somebody('UpdateEnvironment', { EnvironmentName: SHOP.name, VersionLabel: label });

const OURS = { 'on-busy': 'abort-ours', 'busy-timeout': '1h' };
const V3 = { 'version-label': 'v3' };

/** A run that is gone while its deployment of v3 has reached the first instance. */
async function deadWhileDeploying(): Promise<World> {
  const world = worldOf();
  const before = await wholeRun(worldOf(), { inputs: V3 });
  expect(before.outputs.outcome).toBe('succeeded');
  await wholeRun(world, { inputs: V3, killAt: { request: 30, when: 'before' } });
  return world;
}

describe('an update that is running when a deployment comes', () => {
  it('is aborted when a dead run has left it', async () => {
    const world = await deadWhileDeploying();
    const next = await wholeRun(world, { inputs: OURS });
    expect(next.lines.join('\n')).toMatch(/Aborting the update to v3, which run \d+ of kim in acme\/shop .* has left/);
    expect(aborts(world)).toBe(1);
    expect(next.outputs.outcome).toBe('succeeded');
  });

  it('is waited for with on-busy: wait, although a dead run has left it', async () => {
    const world = await deadWhileDeploying();
    const next = await wholeRun(world, { inputs: { ...OURS, 'on-busy': 'wait' } });
    expect(aborts(world)).toBe(0);
    expect(next.outputs).toMatchObject({ outcome: 'succeeded', 'previous-version-label': 'v3' });
  });

  it.each<[string, (world: World) => void]>([
    ['nobody of us has left anything', (world) => somebodyDeploys(world, 'v3')],
    [
      'its version was made by this action, and somebody else deploys it',
      (world) => {
        const Description = `[bundle sha256:${'a'.repeat(64)}]`;
        world.somebody('CreateApplicationVersion', {
          ApplicationName: SHOP.application,
          VersionLabel: 'ours',
          Description,
        });
        somebodyDeploys(world, 'ours');
      },
    ],
  ])('is waited for when %s', async (_, begin) => {
    const world = worldOf();
    begin(world);
    world.clock.advance(seconds(45));
    const next = await wholeRun(world, { inputs: OURS });
    expect(aborts(world)).toBe(0);
    expect(next.lines.join('\n')).toContain('The update that runs is waited for, not aborted');
    expect(next.outputs.outcome).toBe('succeeded');
  });

  it('is waited for when somebody else has begun another one since that run died', async () => {
    const world = await deadWhileDeploying();
    await world.clock.sleep(minutes(20));
    world.somebody('CreateApplicationVersion', { ApplicationName: SHOP.application, VersionLabel: 'theirs' });
    somebodyDeploys(world, 'theirs');
    await world.clock.sleep(seconds(45));
    const next = await wholeRun(world, { inputs: OURS });
    expect(next.lines.join('\n')).toMatch(/had left v3 on its way; what runs brings theirs/);
    expect(aborts(world)).toBe(0);
  });

  it('is waited for when a run has started it on purpose and did not wait', async () => {
    const world = worldOf();
    const first = await wholeRun(world, { inputs: { ...V3, 'wait-for-deployment': 'false' } });
    expect(first.outputs.outcome).toBe('started');
    await world.clock.sleep(seconds(45));
    await wholeRun(world, { inputs: OURS });
    expect(aborts(world)).toBe(0);
  });

  it('is aborted when a run was stopped and left it to go on', async () => {
    const world = worldOf();
    const first = startRun(world, { inputs: { ...V3, 'on-cancel': 'leave' } });
    await world.clock.sleep(seconds(60));
    first.cancel();
    await first.ended;
    expect(first.outputs.outcome).toBe('cancelled');
    await wholeRun(world, { inputs: OURS });
    expect(aborts(world)).toBe(1);
  });

  it('is waited for without a deploy lock: nothing tells whose it is', async () => {
    const world = await deadWhileDeploying();
    await wholeRun(world, { inputs: { ...OURS, 'deploy-lock': 'off' } });
    expect(aborts(world)).toBe(0);
  });
});
