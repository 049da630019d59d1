/** What a killed run has set for its own time only: the next run finds it, says it, and puts it back. */
import { describe, expect, it } from '@jest/globals';
import { unfinishedIn } from '../../src/domain/lock.js';
import { minutes, seconds } from '../../src/domain/time.js';
import { lockOfShop, type Running, type RunWish, startRun, wholeRun } from '../support/runs.js';
import { SHOP, World } from '../support/world.js';

type Inputs = Readonly<Record<string, string>>;

const COMMAND = 'aws:elasticbeanstalk:command';
const ROLLING = { DeploymentPolicy: 'Rolling', BatchSizeType: 'Fixed', BatchSize: '4' };
const LEFT_SET = 'shop-prod still has what was set for this rollout only: ';

const worldOf = (): World => new World({ environment: { options: { [COMMAND]: ROLLING } } });

async function policyOf(world: World): Promise<Readonly<Record<string, string>>> {
  const [settings] = await world.ports.beanstalk.settings(SHOP.application, SHOP.name);
  const options = (settings?.options ?? []).filter(({ namespace, name }) => namespace === COMMAND && name in ROLLING);
  return Object.fromEntries(options.map(({ name, value }) => [name, value]));
}

async function labels(world: World): Promise<readonly string[]> {
  const environment = await world.ports.beanstalk.environmentNamed(SHOP.application, SHOP.name);
  const { instances } = await world.ports.beanstalk.instances(environment?.id ?? '');
  return [...new Set(instances.map(({ deployment }) => deployment?.versionLabel ?? '?'))];
}

const updates = (world: World, from = 0): number =>
  world.wire.calls.list(from).filter(({ action }) => action === 'UpdateEnvironment').length;

const KEPT: Inputs = { strategy: 'all-at-once', 'restore-policy': 'true' };

/** The number of the first request that follows so many updates. */
async function requestAfter(updatesBefore: number, inputs: Inputs): Promise<number> {
  const world = worldOf();
  const run = await wholeRun(world, { inputs });
  const actions = world.wire.calls.list(0).map(({ action }) => action);
  const own = actions.slice(actions.length - run.requests());
  const asks = own.flatMap((action, index) => (action === 'UpdateEnvironment' ? [index + 1] : []));
  return asks[updatesBefore] ?? Number.NaN;
}

async function killedThenNext(killAt: NonNullable<RunWish['killAt']>, next: Inputs): Promise<[World, Running]> {
  const world = worldOf();
  await wholeRun(world, { inputs: KEPT, killAt });
  return [world, await wholeRun(world, { inputs: next })];
}

describe('a deployment policy that a killed run has set for its rollout', () => {
  // Every third request of such a run.
  const REQUESTS = Array.from({ length: 28 }, (_, index) => 1 + index * 3);

  it.each(REQUESTS)('is back after the next run, killed at request %i', async (request) => {
    const when = request % 2 === 0 ? 'before' : 'after';
    const [world, next] = await killedThenNext({ request, when }, { strategy: 'as-configured' });
    expect(`${next.outputs.outcome}: ${next.outputs['outcome-reason']}`).toMatch(/^(succeeded|unchanged): /);
    expect(await policyOf(world)).toEqual(ROLLING);
    expect(await labels(world)).toEqual(['v2']);
    expect(lockOfShop(world)).toEqual({ state: 'free' });
  });

  it('is told in the plan, and costs one update when nothing else is to be done', async () => {
    const request = await requestAfter(2, KEPT);
    const world = worldOf();
    await wholeRun(world, { inputs: KEPT, killAt: { request, when: 'before' } });
    const before = world.wire.calls.total;
    const next = await wholeRun(world, { inputs: { strategy: 'as-configured' } });
    expect(next.outputs.outcome).toBe('succeeded');
    expect(next.lines.join('\n')).toMatch(/An earlier run has left settings of shop-prod .*DeploymentPolicy=Rolling/);
    expect(updates(world, before)).toBe(1);
    expect(await policyOf(world)).toEqual(ROLLING);
  });

  it('is not set a second time by a run that wants it, too, and is put back at its end', async () => {
    const request = await requestAfter(1, KEPT);
    const world = worldOf();
    await wholeRun(world, { inputs: KEPT, killAt: { request, when: 'before' } });
    const before = world.wire.calls.total;
    await wholeRun(world, { inputs: KEPT });
    expect(updates(world, before)).toBe(2);
    expect(await policyOf(world)).toEqual(ROLLING);
    expect(lockOfShop(world)).toEqual({ state: 'free' });
  });

  it('stays when somebody has set another one since', async () => {
    const request = await requestAfter(1, KEPT);
    const world = worldOf();
    await wholeRun(world, { inputs: KEPT, killAt: { request, when: 'before' } });
    world.somebody('UpdateEnvironment', {
      EnvironmentName: SHOP.name,
      OptionSettings: [{ Namespace: COMMAND, OptionName: 'DeploymentPolicy', Value: 'Immutable' }],
    });
    const next = await wholeRun(world, { inputs: { strategy: 'as-configured', 'busy-timeout': '30m' } });
    expect(next.outputs.outcome).toBe('succeeded');
    expect((await policyOf(world)).DeploymentPolicy).toBe('Immutable');
  });

  it('stays written after a run that gave up, and is put back by the one after it', async () => {
    const world = worldOf();
    const first = await wholeRun(world, { inputs: { ...KEPT, timeout: '75s', 'on-failure': 'none' } });
    expect(first.outputs.outcome).toBe('timed-out');
    expect(first.outputs['outcome-reason']).toContain(`${LEFT_SET}DeploymentPolicy=AllAtOnce instead of Rolling.`);
    expect(unfinishedIn(lockOfShop(world))?.owed.map(({ name, before }) => [name, before])).toEqual([
      ['DeploymentPolicy', 'Rolling'],
    ]);
    await wholeRun(world, { inputs: { strategy: 'as-configured' } });
    expect(await policyOf(world)).toEqual(ROLLING);
    expect(lockOfShop(world)).toEqual({ state: 'free' });
  });

  it('is named by a run that is stopped after its proof, and put back by the next one', async () => {
    const timed = worldOf();
    const began = timed.clock.now();
    const other = startRun(timed, { inputs: KEPT });
    while (updates(timed) < 2) await timed.clock.sleep(seconds(1));
    const fromSecond = (timed.clock.now() - began) / 1_000 + 5;
    await other.ended;
    const world = worldOf().scenario({
      faults: [{ kind: 'reset', when: 'before', action: 'UpdateEnvironment', fromSecond }],
    });
    const first = startRun(world, { inputs: KEPT });
    while (updates(world) < 3) await world.clock.sleep(seconds(1));
    first.cancel();
    await first.ended;
    const { outcome, restored, 'outcome-reason': reason } = first.outputs;
    expect({ outcome, restored }).toEqual({ outcome: 'cancelled', restored: 'not-needed' });
    expect(reason).toContain('after the deployment was proven');
    // The call that would have put it back was not answered.
    expect(reason).toContain(
      `${LEFT_SET.replace('still has', 'may still have')}DeploymentPolicy=AllAtOnce instead of Rolling.`,
    );
    world.scenario({ faults: [] });
    await wholeRun(world, { inputs: { strategy: 'as-configured' } });
    expect(await policyOf(world)).toEqual(ROLLING);
  });

  it('may be there when the update that sets it was stopped', async () => {
    const world = worldOf();
    const first = startRun(world, { inputs: KEPT });
    while (updates(world) < 1) await world.clock.sleep(seconds(1));
    await world.clock.sleep(seconds(3));
    first.cancel();
    await first.ended;
    expect(first.outputs['outcome-reason']).toContain(
      `${LEFT_SET.replace('still has', 'may still have')}DeploymentPolicy=AllAtOnce instead of Rolling.`,
    );
  });

  it('is named by a dry run, when that run is known to be dead', async () => {
    const request = await requestAfter(1, KEPT);
    const world = worldOf();
    await wholeRun(world, { inputs: KEPT, killAt: { request, when: 'before' } });
    await world.clock.sleep(minutes(6));
    const next = await wholeRun(world, { inputs: { strategy: 'as-configured', 'dry-run': 'true' } });
    expect(next.outputs.outcome).toBe('planned');
    expect(next.lines.join('\n')).toContain('An earlier run has left settings of shop-prod');
  });
});
