/** Classes of error in looking at the service and in waiting for it (docs/trust.md). */
import { describe, expect, it } from '@jest/globals';
import { hours, type Milliseconds, minutes, seconds } from '../../src/domain/time.js';
import type { Clock } from '../../src/ports/clock.js';
import type { Fault, Scenario } from '../../src/simulator/scenario.js';
import { described, ROLES, STACK } from '../support/environment-world.js';
import { wholeRun } from '../support/runs.js';
import { SHOP, World } from '../support/world.js';
import { believesReady, deployNaively, followsNewest, lookAt } from './naive-tools.js';

const faults = (...list: readonly Fault[]): Scenario => ({ faults: list });
const count = (world: World, action: string): number =>
  world.wire.calls.list(0).filter((call) => call.action === action).length;
describe('4. no event is lost', () => {
  const scenario = faults({ kind: 'late-events', contains: 'Instance deployment completed', seconds: 25 });
  const LATE = 'Instance deployment completed successfully.';

  it('one that the service lists late is told all the same, once, and nothing from before', async () => {
    expect(followsNewest(new World().scenario(scenario), 'v2')).not.toContain(LATE);
    const world = new World();
    const began = world.clock.now();
    const { outcome } = await world.deploy({ scenario });
    expect(outcome.state).toBe('succeeded');
    const told = world.said.flatMap((one) => (one.type === 'event-seen' ? [one.event] : []));
    expect(told.map(({ message }) => message)).toContain(LATE);
    const listed = lookAt(world, began).events.filter(({ at }) => at <= Math.max(...told.map(({ date }) => date)));
    expect(told.map(({ date, message }) => `${date} ${message}`).sort()).toEqual(
      listed.map(({ at, message }) => `${at} ${message}`).sort(),
    );
  });
});

describe("5. the runner's clock is not the service's", () => {
  /** A runner whose clock is wrong by so much. */
  const skewed = (world: World, by: Milliseconds): World => {
    const { clock } = world;
    const wrong: Clock = { now: () => clock.now() + by, sleep: (span, signal) => clock.sleep(span, signal) };
    Object.assign(world.ports, { clock: wrong });
    return world;
  };

  it.each([
    ['ten minutes fast', minutes(10)],
    ['ten minutes slow', -minutes(10)],
    ['a day fast', hours(24)],
  ])('a runner that is %s sees the same events and comes to the same end', async (_, by) => {
    const world = new World();
    // Whoever asks for events since the runner's own time sees none of a deployment, or those of earlier ones.
    expect(lookAt(world, world.clock.now() + minutes(10)).events).toEqual([]);
    const right = await new World().deploy({});
    const wrong = skewed(world, by);
    const { outcome } = await wrong.deploy({});
    expect(outcome).toMatchObject({ state: 'succeeded', proof: 'instances', reason: right.outcome.reason });
    const messages = world.said.flatMap((one) => (one.type === 'event-seen' ? [one.event.message] : []));
    expect(messages[0]).toBe('Environment update is starting.');
  });

  it.each([minutes(10), -minutes(10)])('and a bad version stays a bad one (%i ms)', async (by) => {
    const { outcome } = await skewed(new World(), by).deploy({ scenario: { versions: { v2: { command: 'fails' } } } });
    expect(outcome.state).toBe('failed');
  });
});

describe('8. what passes is waited out, what stays is said at once', () => {
  it.each<[string, readonly Fault[]]>([
    ['throttling', [{ kind: 'throttle', action: '*', probability: 0.5 }]],
    ['errors of the service', [{ kind: 'server-error', status: 503, action: '*', probability: 0.3 }]],
    ['broken connections', [{ kind: 'reset', when: 'before', action: '*', probability: 0.3 }]],
    [
      'three minutes without a network',
      [{ kind: 'reset', when: 'before', action: '*', fromSecond: 30, toSecond: 210 }],
    ],
  ])('%s do not end the wait', async (_, list) => {
    const done = await wholeRun(new World().scenario(faults(...list)));
    expect(done.outputs.outcome).toBe('succeeded');
  });

  it.each<[string, Fault, RegExp]>([
    [
      'a permission that is missing',
      { kind: 'lost-permission', answer: 'denied', action: 'DescribeEvents' },
      /DescribeEvents/,
    ],
    ['credentials that have expired', { kind: 'expired-credentials', action: '*', fromSecond: 30 }, /expired/],
  ])('%s ends it, named', async (_, fault, named) => {
    const world = new World().scenario(faults(fault));
    const began = world.clock.now();
    const done = await wholeRun(world, { inputs: { timeout: '2h' } });
    expect(done.outputs.outcome).toBe('failed');
    expect(done.lines.join('\n')).toMatch(named);
    expect(world.clock.now() - began).toBeLessThan(minutes(3));
  });
});

describe('9. an empty list proves nothing', () => {
  const OPTIONS = JSON.stringify(
    ROLES.map(({ namespace, name, value }) => ({ Namespace: namespace, OptionName: name, Value: value })),
  );

  it('an environment that may not be seen is not created a second time', async () => {
    const world = new World().scenario(
      faults({ kind: 'lost-permission', answer: 'empty', action: 'DescribeEnvironments' }),
    );
    const inputs = {
      'create-environment-if-not-exists': 'true',
      'solution-stack-name': STACK,
      'option-settings': OPTIONS,
    };
    const done = await wholeRun(world, { inputs });
    expect(done.outputs.outcome).toBe('failed');
    expect(count(world, 'CreateEnvironment')).toBe(0);
    world.scenario({});
    expect(await described(world, SHOP.name)).toBeDefined();
  });

  it('an update without a single event is suspicious, and no success', async () => {
    const silent = faults({ kind: 'lost-permission', answer: 'empty', action: 'DescribeEvents', fromSecond: 15 });
    expect(deployNaively(new World().scenario(silent), 'v2', believesReady)).toBe('success');
    const done = await wholeRun(new World().scenario(silent));
    expect(done.outputs.outcome).toBe('failed');
    expect(done.lines.join('\n')).toContain('elasticbeanstalk:DescribeEvents');
  });
});

describe('13. no wait is endless, and none is too short', () => {
  it('an update that takes two hours is waited for when its strategy may take so long', async () => {
    const slow = faults({ kind: 'slow-batch', batch: 1, seconds: 2_400 });
    // The waiter that the command line tools bring gives up after 400 seconds.
    expect(deployNaively(new World().scenario(slow), 'v2', believesReady, seconds(400))).toBeUndefined();
    const done = await wholeRun(new World().scenario(slow), { inputs: { timeout: '2h' } });
    expect(done.outputs.outcome).toBe('succeeded');
  });

  it('one that never ends is given up at the timeout, and not much later', async () => {
    const world = new World().scenario(faults({ kind: 'slow-batch', batch: 1, seconds: 360_000 }));
    const began = world.clock.now();
    const done = await wholeRun(world, { inputs: { timeout: '20m' } });
    expect(done.outputs.outcome).toBe('timed-out');
    expect(world.clock.now() - began).toBeLessThan(minutes(25));
  });

  it('the timeout of a strategy is worked out from the environment, when none is given', async () => {
    const { plan: small } = await new World().deploy({ strategy: 'rolling', inputs: { 'batch-size': '4' } });
    const { plan: large } = await new World().deploy({ strategy: 'rolling', inputs: { 'batch-size': '1' } });
    expect(large.timeout).toBeGreaterThan(small.timeout);
  });
});

describe('14. a timeout says what goes on', () => {
  const hangs = faults({ kind: 'slow-batch', batch: 1, seconds: 7_200 });

  it('the update that is still running is named', async () => {
    const world = new World().scenario(hangs);
    const done = await wholeRun(world, { inputs: { timeout: '10m' } });
    expect(done.outputs.outcome).toBe('timed-out');
    expect(lookAt(world).status).toBe('Updating');
    expect(done.summaries.join('\n')).toMatch(/still|in progress|going on/i);
    expect(count(world, 'AbortEnvironmentUpdate')).toBe(0);
  });

  it('and is aborted, when that is asked for', async () => {
    const world = new World().scenario(hangs);
    const done = await wholeRun(world, { inputs: { timeout: '10m', 'on-timeout': 'abort' } });
    expect(done.outputs.outcome).toBe('timed-out');
    expect(count(world, 'AbortEnvironmentUpdate')).toBe(1);
  });
});
