/** The way back survives the death of a run: what it has left is not what was there before. */
import { describe, expect, it } from '@jest/globals';
import { unfinishedIn } from '../../src/domain/lock.js';
import { minutes, seconds } from '../../src/domain/time.js';
import type { VersionBehaviour } from '../../src/simulator/scenario.js';
import { lockOfShop, type Running, startRun, wholeRun } from '../support/runs.js';
import { SHOP, World } from '../support/world.js';

type Inputs = Readonly<Record<string, string>>;

const SICK: VersionBehaviour = { health: 'Severe' };

/** A run that brings v2 dies some minutes after it has begun, while it watches whether health holds. */
async function afterDeath(versions: Readonly<Record<string, VersionBehaviour>>, inputs: Inputs = {}): Promise<World> {
  const world = new World();
  world.scenario({ versions });
  const run = startRun(world, { inputs });
  await world.clock.sleep(minutes(4));
  run.kill();
  await run.ended;
  expect(await labelOf(world)).toBe('v2');
  // The lock runs out.
  await world.clock.sleep(minutes(6));
  return world;
}

const labelOf = async (world: World): Promise<string | undefined> =>
  (await world.ports.beanstalk.environmentNamed(SHOP.application, SHOP.name))?.versionLabel;

const told = ({ lines }: Running): string => lines.join('\n');

const LEFT = /v2 was left on shop-prod without a proof by run \d+ .*: the way back leads to v1/;

describe('a run that died after its version was there, and sick', () => {
  const sick = (inputs: Inputs = {}): Promise<World> => afterDeath({ v2: SICK }, inputs);

  it('is written in the lock, with what was there before', async () => {
    const world = await sick();
    expect(unfinishedIn(lockOfShop(world))?.unproven).toEqual({
      versionLabel: 'v2',
      before: { versionLabel: 'v1', health: 'Green', healthStatus: 'Ok' },
    });
  });

  it('is run again, fails, and leads back to the version from before both', async () => {
    const world = await sick();
    const next = await wholeRun(world);
    expect(told(next)).toMatch(LEFT);
    expect(next.outputs).toMatchObject({ outcome: 'failed', restored: 'yes', 'previous-version-label': 'v1' });
    expect(next.outputs['outcome-reason']).not.toContain('as it was before');
    expect(await labelOf(world)).toBe('v1');
    expect(lockOfShop(world)).toEqual({ state: 'free' });
  });

  it('is not called the version from before by a run that leaves it there', async () => {
    const world = await sick();
    const next = await wholeRun(world, { inputs: { 'on-failure': 'none' } });
    expect(next.outputs).toMatchObject({ outcome: 'failed', restored: 'no' });
    expect(next.outputs['outcome-reason']).not.toContain('from before');
  });

  it('is no measure for `accept-health: not-worse`', async () => {
    const inputs = { 'accept-health': 'not-worse' };
    const world = await sick(inputs);
    const next = await wholeRun(world, { inputs });
    expect(next.outputs).toMatchObject({ outcome: 'failed', restored: 'yes' });
    expect(await labelOf(world)).toBe('v1');
  });

  it('does not become the way back of another version', async () => {
    const world = await afterDeath({ v2: SICK, v3: SICK });
    const next = await wholeRun(world, { inputs: { 'version-label': 'v3' } });
    expect(told(next)).toMatch(LEFT);
    expect(next.outputs).toMatchObject({ outcome: 'failed', restored: 'yes' });
    expect(await labelOf(world)).toBe('v1');
  });

  it('is not where a rollback comes from when that fails, too', async () => {
    const world = await afterDeath({ v1: SICK, v2: SICK });
    const next = await wholeRun(world, { inputs: { operation: 'rollback', 'to-version': 'v1', 'version-label': '' } });
    expect(told(next)).not.toMatch(LEFT);
    expect(await labelOf(world)).toBe('v2');
  });

  it('is remembered over a second run that dies', async () => {
    const world = await sick();
    const second = startRun(world);
    await world.clock.sleep(minutes(4));
    second.kill();
    await second.ended;
    await world.clock.sleep(minutes(6));
    expect(unfinishedIn(lockOfShop(world))?.unproven?.before.versionLabel).toBe('v1');
    await wholeRun(world);
    expect(await labelOf(world)).toBe('v1');
  });

  it('is remembered over a run that may not change anything', async () => {
    const world = await sick();
    const before = unfinishedIn(lockOfShop(world))?.unproven;
    const denied = { kind: 'lost-permission', answer: 'denied', action: 'UpdateEnvironment' } as const;
    world.scenario({ versions: { v2: SICK }, faults: [denied] });
    const refused = await wholeRun(world, { inputs: { 'version-label': 'v3' } });
    expect(refused.outputs).toMatchObject({ outcome: 'failed', restored: 'not-needed' });
    expect(unfinishedIn(lockOfShop(world))?.unproven).toEqual(before);
  });

  it('counts for nothing once somebody has deployed another version', async () => {
    const world = await sick();
    world.somebody('UpdateEnvironment', { EnvironmentName: SHOP.name, VersionLabel: 'v3' });
    await world.clock.sleep(minutes(6));
    world.scenario({ versions: { v2: SICK } });
    const next = await wholeRun(world);
    expect(told(next)).not.toMatch(LEFT);
    expect(next.outputs).toMatchObject({ outcome: 'failed', restored: 'yes', 'previous-version-label': 'v3' });
    expect(await labelOf(world)).toBe('v3');
  });
});

it('an update that was aborted after its run had died is no measure for `accept-health: not-worse`, either', async () => {
  const inputs = { 'accept-health': 'not-worse' };
  const world = new World();
  world.scenario({
    versions: { v2: { health: 'Degraded' } },
    faults: [{ kind: 'aborted-by-someone', afterSeconds: 46 }],
  });
  const first = startRun(world, { inputs });
  await world.clock.sleep(seconds(40));
  first.kill();
  await first.ended;
  await world.clock.sleep(minutes(10));
  expect(await labelOf(world)).toBe('v1');
  world.scenario({ versions: { v2: { health: 'Degraded' } } });
  const next = await wholeRun(world, { inputs });
  expect(next.outputs).toMatchObject({ outcome: 'failed', restored: 'yes', 'previous-version-label': 'v1' });
  expect(await labelOf(world)).toBe('v1');
});

describe('a run that left its version there, sick, without having died', () => {
  it.each([
    ['was asked to stop', {}, 'cancelled'],
    ['was to leave it there', { 'on-failure': 'none' }, 'failed'],
    ['was not to wait for it', { 'wait-for-deployment': 'false' }, 'started'],
  ] as const)('%s', async (_what, inputs, outcome) => {
    const world = new World();
    world.scenario({ versions: { v2: SICK } });
    const first = startRun(world, { inputs });
    if (outcome === 'cancelled') {
      await world.clock.sleep(minutes(4));
      first.cancel();
    }
    await first.ended;
    expect(first.outputs.outcome).toBe(outcome);
    await world.clock.sleep(minutes(10));
    const next = await wholeRun(world);
    expect(told(next)).toMatch(LEFT);
    expect(next.outputs).toMatchObject({ outcome: 'failed', restored: 'yes', 'previous-version-label': 'v1' });
    expect(await labelOf(world)).toBe('v1');
    expect(lockOfShop(world)).toEqual({ state: 'free' });
  });
});

it('nothing is remembered of a run that was refused before it changed anything', async () => {
  const world = new World();
  world.scenario({ faults: [{ kind: 'lost-permission', answer: 'denied', action: 'UpdateEnvironment' }] });
  const refused = await wholeRun(world);
  expect(refused.outputs).toMatchObject({ outcome: 'failed', restored: 'not-needed' });
  expect(lockOfShop(world)).toEqual({ state: 'free' });
});

describe('a run that died after its version was there, and well', () => {
  it('is found to be done by the next one', async () => {
    const world = await afterDeath({});
    const next = await wholeRun(world);
    expect(next.outputs.outcome).toBe('unchanged');
    expect(lockOfShop(world)).toEqual({ state: 'free' });
  });

  it('has left what another version goes back to', async () => {
    const world = await afterDeath({ v3: SICK });
    const next = await wholeRun(world, { inputs: { 'version-label': 'v3' } });
    expect(told(next)).not.toMatch(LEFT);
    expect(next.outputs).toMatchObject({ outcome: 'failed', restored: 'yes', 'previous-version-label': 'v2' });
    expect(await labelOf(world)).toBe('v2');
  });
});
