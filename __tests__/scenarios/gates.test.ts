/** Gates in whole runs of the action: alarms that are missing, active, or go off at the worst moment, and warming up. */
import { describe, expect, it } from '@jest/globals';
import { seconds } from '../../src/domain/time.js';
import { IDLE, PairWorld, PRODUCTION } from '../support/pair-world.js';
import { type RunWish, startRun, wholeRun } from '../support/runs.js';
import { World } from '../support/world.js';

type Alarms = NonNullable<Parameters<World['simulator']['seed']>[0]['alarms']>;

const withAlarms = <W extends World>(world: W, alarms: Alarms = [{ AlarmName: 'checkout errors' }]): W => {
  world.simulator.seed({ alarms });
  return world;
};

const BLUE_GREEN = {
  strategy: 'blue-green',
  'production-cname': 'shop-prod',
  'idle-environment-name': IDLE,
  bake: '3m',
} as const;

const versionOf = (world: World, name = 'shop-prod'): string | undefined => {
  const state = world.simulator.state() as { environments: { name: string; versionLabel?: string }[] };
  return state.environments.find((one) => one.name === name)?.versionLabel;
};

const go = (world: World, inputs: NonNullable<RunWish['inputs']>) =>
  wholeRun(world, { inputs: { alarms: 'checkout errors', ...inputs } });

describe('before anything is changed', () => {
  it('an alarm that does not exist refuses the run, whatever the strategy is', async () => {
    for (const strategy of ['as-configured', 'immutable']) {
      const world = withAlarms(new World());
      const run = await go(world, { strategy, alarms: 'checkout errors, Checkout Latency' });
      expect(run.outputs.outcome).toBe('failed');
      expect(run.outputs['outcome-reason']).toMatch(/no alarm Checkout Latency/);
      expect(world.wire.calls.list(0).map(({ action }) => action)).not.toContain('UpdateEnvironment');
    }
  });

  it('one that is in ALARM already refuses it with the reason; given by its ARN, too', async () => {
    const world = withAlarms(new World(), [{ AlarmName: 'errors', state: 'ALARM', reason: 'too many of them' }]);
    const run = await go(world, { alarms: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:errors' });
    expect(run.outputs['outcome-reason']).toMatch(/The alarm errors is in ALARM already: “too many of them”/);
    expect(versionOf(world)).toBe('v1');
  });

  it('a rollback is the cure: it is not kept away, and says what it does not watch', async () => {
    const world = withAlarms(new World(), [{ AlarmName: 'errors', state: 'ALARM' }, { AlarmName: 'other' }]);
    const inputs = { alarms: 'errors, other', operation: 'rollback', 'to-version': 'v2', 'version-label': '' };
    const run = await go(world, { ...inputs, 'version-source': '' });
    expect([run.outputs.outcome, run.outputs['outcome-reason']]).toEqual(['succeeded', expect.anything()]);
    expect(run.lines.join('\n')).toMatch(/not watched during this rollback: errors/);
  });
});

describe('in place', () => {
  it('an alarm that goes off during the deployment stops it, and what was there before comes back', async () => {
    const world = withAlarms(new World()).scenario({
      versions: { v2: { commandSeconds: 60 } },
      alarms: { 'checkout errors': [{ atSecond: 40, state: 'ALARM', reason: '7 datapoints were above 5' }] },
    });
    const run = await go(world, { strategy: 'rolling', 'batch-size': '1' });
    expect(run.outputs).toMatchObject({ outcome: 'failed', restored: 'yes' });
    expect(run.outputs['outcome-reason']).toMatch(/checkout errors is in ALARM: “7 datapoints were above 5”/);
    expect(versionOf(world)).toBe('v1');
  });

  it('one that goes off in the stable window is a failure, too', async () => {
    const world = withAlarms(new World());
    const label = 'checkout errors';
    const change = { alarms: { [label]: [{ atSecond: 110, state: 'ALARM' as const }] } };
    world.scenario({ versions: { v2: { commandSeconds: 5 } }, ...change });
    const run = await go(world, { strategy: 'all-at-once', 'stable-for': '3m' });
    expect(run.outputs).toMatchObject({ outcome: 'failed', restored: 'yes' });
  });

  it('a request to stop does not wait for an answer about alarms', async () => {
    const world = withAlarms(new World());
    world.scenario({
      versions: { v2: { commandSeconds: 300 } },
      faults: [{ kind: 'slow-answer', seconds: 40, action: 'DescribeAlarms', skip: 1 }],
    });
    const running = startRun(world, { inputs: { alarms: 'checkout errors', strategy: 'all-at-once' } });
    let [cancelledAt, abortedAt] = [0, 0];
    world.clock.at(world.clock.now() + seconds(40), () => {
      cancelledAt = world.clock.now();
      running.cancel();
    });
    await running.ended;
    abortedAt = Date.parse(
      world.wire.calls.list(0).find((call) => call.action === 'AbortEnvironmentUpdate')?.time ?? '',
    );
    expect(running.outputs.outcome).toBe('cancelled');
    expect(abortedAt - cancelledAt).toBeLessThan(seconds(1));
  });

  it('a quiet alarm disturbs nothing', async () => {
    const world = withAlarms(new World());
    const run = await go(world, { strategy: 'all-at-once' });
    expect(run.outputs.outcome).toBe('succeeded');
    expect(run.lines.join('\n')).toMatch(/Gate passed: the alarm checkout errors is OK/);
  });

  it('one without data is no pass by silence: a warning, or a failure when that is asked for', async () => {
    const noData: Alarms = [{ AlarmName: 'checkout errors', state: 'INSUFFICIENT_DATA' }];
    const warned = await go(withAlarms(new World(), noData), { strategy: 'all-at-once' });
    expect(warned.outputs.outcome).toBe('succeeded');
    expect(warned.lines.join('\n')).toMatch(/A gate could not tell: the alarm checkout errors has not enough data/);
    const world = withAlarms(new World(), noData);
    const strict = await go(world, { strategy: 'all-at-once', 'on-inconclusive': 'fail' });
    expect(strict.outputs).toMatchObject({ outcome: 'failed', restored: 'yes' });
    expect(versionOf(world)).toBe('v1');
  });
});

describe('blue-green', () => {
  it('an alarm that goes off while the new side bakes moves the traffic back', async () => {
    const world = withAlarms(new PairWorld({ idle: 'v1' }));
    const before = world.live().name;
    // The swap is some two minutes away; the bake takes three.
    world.scenario({ alarms: { 'checkout errors': [{ atSecond: 200, state: 'ALARM', reason: 'carts are empty' }] } });
    const run = await go(world, BLUE_GREEN);
    expect(run.outputs).toMatchObject({ outcome: 'failed', restored: 'yes', 'live-environment-name': before });
    expect(run.outputs['outcome-reason']).toMatch(
      /after the traffic had moved, the alarm checkout errors is in ALARM: “carts are empty”/,
    );
    expect(world.live()).toMatchObject({ name: before, cname: PRODUCTION, versionLabel: 'v1' });
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(2);
  });

  it('one that goes off before the swap keeps the traffic where it is', async () => {
    const world = withAlarms(new PairWorld({ idle: 'v1' }));
    world.scenario({ alarms: { 'checkout errors': [{ atSecond: 20, state: 'ALARM' }] } });
    const run = await go(world, BLUE_GREEN);
    expect(run.outputs).toMatchObject({ outcome: 'failed', restored: 'not-needed' });
    expect(run.outputs['outcome-reason']).toMatch(/Before traffic was moved, the alarm checkout errors is in ALARM/);
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(0);
  });

  it('a side that never warms up gets no traffic; the counts are told', async () => {
    const world = new PairWorld({ idle: 'v1' });
    world.broken.add('v2');
    const warm = { 'warm-up-path': '/', 'warm-up-requests': '5', 'warm-up-for': '30s' };
    const run = await go(world, { ...BLUE_GREEN, ...warm, alarms: '' });
    expect(run.outputs).toMatchObject({ outcome: 'failed', restored: 'not-needed' });
    expect(run.outputs['outcome-reason']).toMatch(/did not warm up: .* answered with 500; 0 of 3\d answers were good/);
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(0);
  });

  it('a side that warms up and a quiet alarm let the traffic go', async () => {
    const world = withAlarms(new PairWorld({ idle: 'v1' }));
    const run = await go(world, { ...BLUE_GREEN, 'warm-up-path': '/', 'warm-up-requests': '5' });
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'live-environment-name': IDLE });
    expect(run.lines.join('\n')).toMatch(/is warm: 5 of 5 answers were good/);
  });
});

describe('blue-green behind one shared load balancer', () => {
  const sharing = (): PairWorld => new PairWorld({ idle: 'v1', environment: { sharedLoadBalancer: 'front' } });

  /** Somebody's rule for a name of their own, which leads to the environment that is live now. */
  const withOwnHost = (world: PairWorld): PairWorld => {
    const ask = (action: string, input: object): Record<string, Record<string, string>[]> =>
      world.simulator.call({ action, input: { ...input }, requestId: 'test' }) as never;
    const [balancer] = ask('DescribeLoadBalancers', { Names: ['front'] }).LoadBalancers ?? [];
    const [listener] = ask('DescribeListeners', { LoadBalancerArn: balancer?.LoadBalancerArn }).Listeners ?? [];
    const [blue] = ask('DescribeTargetGroups', { LoadBalancerArn: balancer?.LoadBalancerArn }).TargetGroups ?? [];
    world.somebody('CreateRule', {
      ListenerArn: listener?.ListenerArn,
      Priority: 100,
      Conditions: [{ Field: 'host-header', Values: ['www.example.com'] }],
      Actions: [{ Type: 'forward', TargetGroupArn: blue?.TargetGroupArn }],
    });
    return world;
  };
  const inputs = { ...BLUE_GREEN, alarms: '' };

  it('rules that do not follow the swap are found out by reading them, and the swap is taken back', async () => {
    const world = sharing();
    const run = await go(world, inputs);
    expect(run.outputs).toMatchObject({ outcome: 'failed', restored: 'yes', 'live-environment-name': 'shop-prod' });
    expect(run.outputs['outcome-reason']).toMatch(
      /rule 1 on port 80 of the shared load balancer gives shop-prod\..* to/,
    );
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(2);
  });

  it('rules that follow it are seen to, and the rollout goes on', async () => {
    const world = sharing();
    world.scenario({ hostRulesFollowSwap: true });
    const run = await go(world, inputs);
    expect(run.outputs).toMatchObject({ outcome: 'succeeded', 'live-environment-name': IDLE });
    expect(run.lines.join('\n')).toMatch(/Gate passed: the shared load balancer gives shop-prod\..* to shop-prod-idle/);
  });

  it('a name of its own that a rule keeps on the live side refuses the swap before anything is changed', async () => {
    const world = withOwnHost(sharing());
    world.scenario({ hostRulesFollowSwap: true });
    const run = await go(world, inputs);
    expect(run.outputs['outcome-reason']).toMatch(/Rule 100 .* gives www\.example\.com to shop-prod, whatever CNAME/);
    expect(world.calls('UpdateEnvironment') + world.calls('SwapEnvironmentCNAMEs')).toBe(0);
    const anyway = await go(world, { ...inputs, 'allow-host-rules': 'true' });
    expect(anyway.outputs.outcome).toBe('succeeded');
  });

  it('without the permission to read the rules there is a caution, and no gate', async () => {
    const world = sharing();
    world.scenario({ faults: [{ kind: 'lost-permission', answer: 'denied', action: 'DescribeListeners' }] });
    const run = await go(world, inputs);
    expect(run.outputs.outcome).toBe('succeeded');
    expect(run.lines.join('\n')).toMatch(/its rules could not be read: .*elasticloadbalancing:DescribeListeners/);
  });
});
