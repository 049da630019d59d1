/** A request to stop between the two updates of a rollout: the policy, and the version. */
import { expect, it } from '@jest/globals';
import { type Milliseconds, seconds } from '../../src/domain/time.js';
import type { Fault } from '../../src/simulator/scenario.js';
import { type Running, startRun } from '../support/runs.js';
import { SHOP, World } from '../support/world.js';

const count = (world: World, action: string): number =>
  world.wire.calls.list(0).filter((call) => call.action === action).length;

/** The policy is set in an update of its own: between the two the environment is Ready. Resolves when the second is asked for. */
async function untilSecondUpdate(...faults: readonly Fault[]) {
  const world = new World().scenario({ faults });
  const began = world.clock.now();
  const running: Running = startRun(world, { inputs: { strategy: 'rolling', 'batch-size': '1' } });
  while (count(world, 'UpdateEnvironment') < 2) await world.clock.sleep(seconds(1));
  const after: Milliseconds = world.clock.now() - began;
  return { world, running, after };
}

it('a request to stop aborts an update that one old answer has shown as ended', async () => {
  const first = await untilSecondUpdate();
  first.running.cancel();
  await first.running.ended;
  const fromSecond = first.after / 1_000 + 10;
  const { world, running } = await untilSecondUpdate({
    kind: 'stale-read',
    action: 'DescribeEnvironments',
    seconds: 13,
    fromSecond,
    times: 1,
  });
  while (world.clock.now() < Date.UTC(2026, 10, 21, 9, 2, 0) + seconds(fromSecond)) await world.clock.sleep(100);
  const before = count(world, 'DescribeEnvironments');
  while (count(world, 'DescribeEnvironments') === before) await world.clock.sleep(100);
  running.cancel();
  await running.ended;
  expect(running.outputs.outcome).toBe('cancelled');
  expect(running.outputs['outcome-reason']).toContain('is being aborted');
  expect(count(world, 'AbortEnvironmentUpdate')).toBe(1);
});

it('a request to stop after the policy was set says that it stays', async () => {
  const world = new World();
  const running = startRun(world, { inputs: { strategy: 'rolling', 'batch-size': '1' } });
  const status = (): string | undefined => {
    world.simulator.settle();
    return (world.simulator.state() as { environments: { status: string }[] }).environments[0]?.status;
  };
  while (status() === 'Ready') await world.clock.sleep(100);
  // Set, and the run has not looked since.
  while (status() !== 'Ready') await world.clock.sleep(100);
  running.cancel();
  await running.ended;
  expect(count(world, 'UpdateEnvironment')).toBe(1);
  expect(running.outputs).toMatchObject({ outcome: 'cancelled', restored: 'no' });
  expect(running.outputs['outcome-reason']).toBe(
    'Stopped on request; setting the deployment policy had ended, the policy stays as it was set, and nothing further was started.',
  );
});

it('an abort of the update that sets the policy says nothing of versions', async () => {
  const world = new World();
  const running = startRun(world, { inputs: { strategy: 'rolling', 'batch-size': '1' } });
  while (count(world, 'UpdateEnvironment') === 0) await world.clock.sleep(100);
  await world.clock.sleep(seconds(3));
  running.cancel();
  await running.ended;
  expect(count(world, 'AbortEnvironmentUpdate')).toBe(1);
  expect(running.lines.join('\n')).toContain(
    'Elastic Beanstalk was told to abort setting the deployment policy of shop-prod, which becomes Ready by itself.\n',
  );
});

it.each([
  // Asked for right before the request to stop, or long enough for the watch to have seen it.
  { 'on-cancel': 'abort', before: 1, reason: 'because somebody else is aborting it already' },
  { 'on-cancel': 'leave', before: 4, reason: 'the deployment was left to go on' },
])('who finds its update being aborted by somebody else says so, on-cancel: $on-cancel', async (given) => {
  const world = new World();
  const inputs = { strategy: 'as-configured', 'on-cancel': given['on-cancel'], 'poll-interval': '2s' };
  const running = startRun(world, { inputs });
  while (count(world, 'UpdateEnvironment') === 0) await world.clock.sleep(100);
  await world.clock.sleep(seconds(20));
  world.somebody('AbortEnvironmentUpdate', { EnvironmentName: SHOP.name });
  await world.clock.sleep(seconds(given.before));
  running.cancel();
  await running.ended;
  expect(count(world, 'AbortEnvironmentUpdate')).toBe(0);
  expect(running.outputs['outcome-reason']).toContain(given.reason);
  expect(running.lines.join('\n')).toContain(
    'Elastic Beanstalk was told by somebody else to abort the deployment of shop-prod',
  );
});
