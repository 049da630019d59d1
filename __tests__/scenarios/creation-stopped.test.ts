/** A creation that is cancelled in each of its phases: what is there afterwards is said, and the next run goes on from it. */
import { describe, expect, it } from '@jest/globals';
import { type Milliseconds, minutes, seconds } from '../../src/domain/time.js';
import type { Fault } from '../../src/simulator/scenario.js';
import { described, ROLES, STACK } from '../support/environment-world.js';
import { lockOfShop, type Running, startRun, wholeRun } from '../support/runs.js';
import { World } from '../support/world.js';

const CREATE = {
  'environment-name': 'shop-new',
  'create-environment-if-not-exists': 'true',
  'solution-stack-name': STACK,
  'option-settings': JSON.stringify(
    ROLES.map(({ namespace, name, value }) => ({ Namespace: namespace, OptionName: name, Value: value })),
  ),
};

/** A creation takes about three minutes, and its health is held for thirty seconds more. */
const MOMENTS = [1, 2, 5, 15, 30, 60, 90, 120, 150, 170, 180, 190, 200, 210, 220];

/** Answers of the run that may come before the request to stop does; the creation is asked for after some ten. */
const ANSWERS = Array.from({ length: 18 }, (_, index) => index + 1);

interface Cancelled {
  readonly world: World;
  readonly running: Running;
  /** From the request to stop to the end. */
  readonly took: Milliseconds;
}

async function cancelledAfter(span: Milliseconds): Promise<Cancelled> {
  const world = new World();
  const running = startRun(world, { inputs: CREATE });
  await world.clock.sleep(span);
  const sentAt = world.clock.now();
  running.cancel();
  await running.ended;
  return { world, running, took: world.clock.now() - sentAt };
}

async function cancelledAtAnswer(number: number): Promise<Cancelled> {
  const world = new World();
  let [count, sentAt] = [0, 0];
  const running = startRun(world, {
    inputs: CREATE,
    loses: () => {
      count += 1;
      if (count === number) {
        sentAt = world.clock.now();
        running.cancel();
      }
      return false;
    },
  });
  await running.ended;
  return { world, running, took: world.clock.now() - sentAt };
}

const calls = (world: World): readonly string[] => world.wire.calls.list(0).map(({ action }) => action);

/** Elastic Beanstalk cannot abort a creation: it goes on, and that is said. */
async function expectTold({ world, running, took }: Cancelled): Promise<void> {
  const { outcome, 'outcome-reason': reason = '' } = running.outputs;
  const isCreated = calls(world).includes('CreateEnvironment');
  expect(took).toBeLessThanOrEqual(seconds(7));
  const said = running.lines.join('\n');
  if (!isCreated) expect(reason).toMatch(/before (the environment|anything) was (changed|created)/);
  else if (outcome !== 'succeeded') expect(said).toMatch(/cannot abort a creation|the deployment had ended/);
  expect(lockOfShop(world)?.state ?? 'free').toBe('free');
  expect(calls(world)).not.toContain('AbortEnvironmentUpdate');
  world.clock.advance(minutes(10));
  world.simulator.settle();
  expect((await described(world, 'shop-new'))?.status).toBe(isCreated ? 'Ready' : undefined);
  // The environment beside it was never touched.
  expect(await described(world, 'shop-prod')).toMatchObject({ status: 'Ready', versionLabel: 'v1' });
}

describe('a request to stop during a creation', () => {
  it.each(MOMENTS)('is answered in time and leaves what it says, after %d s', async (after) => {
    const ended = await cancelledAfter(seconds(after));
    expect(ended.running.outputs.outcome).toMatch(/^(cancelled|succeeded)$/);
    await expectTold(ended);
  });

  it.each(ANSWERS)('that comes with answer %d of the service creates nothing any more, or says so', async (number) => {
    const ended = await cancelledAtAnswer(number);
    expect(ended.running.outputs.outcome).toBe('cancelled');
    await expectTold(ended);
  });

  it('comes before and after the call that creates, in this table', async () => {
    const created = await Promise.all(
      [ANSWERS[0], ANSWERS.at(-1)].map(async (number) =>
        calls((await cancelledAtAnswer(number ?? 0)).world).includes('CreateEnvironment'),
      ),
    );
    expect(created).toEqual([false, true]);
  });

  it.each<readonly [string, Fault]>([
    ['is slow', { kind: 'slow-answer', seconds: 90, action: 'CreateEnvironment' }],
    ['got lost', { kind: 'reset', when: 'after', action: 'CreateEnvironment' }],
  ])('says that there may be an environment when the answer to the creation %s', async (_, fault) => {
    const world = new World();
    const unseen: Fault = { kind: 'server-error', status: 503, action: 'DescribeEnvironments' };
    const running = startRun(world, { inputs: CREATE });
    world.scenario({ faults: [fault] });
    while (!running.lines.some((line) => /^Step \d of \d: Create/.test(line))) await world.clock.sleep(250);
    world.scenario({ faults: [fault, unseen] });
    await world.clock.sleep(seconds(2));
    const sentAt = world.clock.now();
    running.cancel();
    await running.ended;
    expect(world.clock.now() - sentAt).toBeLessThanOrEqual(seconds(6.3));
    const { outcome, 'outcome-reason': reason } = running.outputs;
    expect([outcome, reason]).toEqual(['cancelled', 'Stopped on request while shop-new was being created.']);
    expect(running.lines.join('\n')).toContain(
      'Elastic Beanstalk may be creating shop-new: the call was not answered.',
    );
  });

  it.each([5, 60, 150])('lets the next run go on from there, after %d s', async (after) => {
    const { world } = await cancelledAfter(seconds(after));
    const next = await wholeRun(world, { inputs: CREATE });
    expect(`${next.outputs.outcome}: ${next.outputs['outcome-reason']}`).toMatch(/^(succeeded|unchanged): /);
    world.clock.advance(minutes(5));
    expect(await described(world, 'shop-new')).toMatchObject({ status: 'Ready', versionLabel: 'v2' });
    expect(world.wire.calls.list(0).filter(({ action }) => action === 'CreateEnvironment')).toHaveLength(1);
  });
});
