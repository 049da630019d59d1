/** Alarms, metrics and load balancers through the real adapters, against the simulated services. */
import { describe, expect, it } from '@jest/globals';
import { createAwsClients } from '../../../src/adapters/aws/clients.js';
import { createAlarms, createMetrics } from '../../../src/adapters/aws/cloudwatch.js';
import { createLoadBalancers } from '../../../src/adapters/aws/elbv2.js';
import { minutes } from '../../../src/domain/time.js';
import { seededRandom } from '../../../src/simulator/random.js';
import { ServiceError } from '../../../src/simulator/service-error.js';
import { inProcessHandler } from '../../../src/simulator/wire/in-process.js';
import { PairWorld, PRODUCTION } from '../../support/pair-world.js';
import { TEST_KEY } from '../../support/wire.js';
import { World } from '../../support/world.js';

function portsOf(world: World) {
  const clients = createAwsClients({
    region: 'us-east-1',
    version: '0.0.0',
    env: {},
    credentials: TEST_KEY,
    endpoint: 'http://127.0.0.1:4566',
    requestHandler: inProcessHandler(world.wire),
  });
  const parts = { clients, clock: world.clock, random: seededRandom(3), patience: 'patient' } as const;
  return {
    clients,
    alarms: world.clock.holding(createAlarms(parts)),
    metrics: world.clock.holding(createMetrics(parts)),
    loadBalancers: world.clock.holding(createLoadBalancers(parts)),
  };
}

describe('alarms', () => {
  it('of both kinds are read; a name without an alarm is left out', async () => {
    const world = new World();
    world.simulator.seed({
      alarms: [
        { AlarmName: 'a', state: 'ALARM', reason: 'too slow' },
        { AlarmName: 'both', AlarmRule: 'ALARM(a)' },
        { AlarmName: 'other' },
      ],
    });
    const read = await portsOf(world).alarms.read(['a', 'both', 'nobody']);
    expect(read).toEqual([
      { name: 'a', state: 'ALARM', reason: 'too slow', since: expect.any(Number) },
      { name: 'both', state: 'ALARM', reason: expect.any(String), since: expect.any(Number) },
    ]);
  });

  it('more than a hundred are read in several calls', async () => {
    const world = new World();
    const names = Array.from({ length: 130 }, (_, index) => `alarm ${index}`);
    world.simulator.seed({ alarms: names.map((AlarmName) => ({ AlarmName })) });
    const { alarms, clients } = portsOf(world);
    expect((await alarms.read(names)).map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(clients.gateCalls.count).toBe(2);
    expect(await alarms.read([])).toEqual([]);
  });

  it('a region that does not know alarms on logs yet is no failure', async () => {
    const world = new World();
    const { alarms } = portsOf(world);
    const seen: unknown[] = [];
    const call = world.simulator.call.bind(world.simulator);
    Object.assign(world.simulator, {
      call: (one: { readonly input: { readonly AlarmTypes?: readonly string[] } } & Parameters<typeof call>[0]) => {
        seen.push(one.input.AlarmTypes);
        if (one.input.AlarmTypes?.includes('LogAlarm') === true)
          throw new ServiceError('ValidationError', 'no such type');
        return call(one);
      },
    });
    expect(await alarms.read(['nobody'])).toEqual([]);
    expect(seen).toEqual([['MetricAlarm', 'CompositeAlarm'], ['LogAlarm']]);
  });

  it('the missing permission is named', async () => {
    const world = new World();
    world.scenario({ faults: [{ kind: 'lost-permission', answer: 'denied', action: 'DescribeAlarms' }] });
    await expect(portsOf(world).alarms.read(['a'])).rejects.toMatchObject({
      problem: { code: 'permission-denied', hint: expect.stringContaining('cloudwatch:DescribeAlarms') },
    });
  });

  it('throttling is waited out', async () => {
    const world = new World();
    world.simulator.seed({ alarms: [{ AlarmName: 'a' }] });
    world.scenario({ faults: [{ kind: 'throttle', action: 'DescribeAlarms', times: 3 }] });
    expect(await portsOf(world).alarms.read(['a'])).toHaveLength(1);
  });
});

describe('metrics', () => {
  it('are points by query, oldest first; a query without data has none', async () => {
    const world = new PairWorld({ idle: 'v1', environment: { sharedLoadBalancer: 'front' } });
    world.advance(minutes(10));
    const { loadBalancers, metrics } = portsOf(world);
    const arn = world.sharedBalancer();
    const [group = ''] = [...(await loadBalancers.environments(arn)).keys()];
    const dimensions = {
      LoadBalancer: arn.replace(/^.*:loadbalancer\//, ''),
      TargetGroup: group.replace(/^.*:(?=targetgroup)/, ''),
    };
    const query = (id: string, name: string, statistic: string) => ({
      id,
      namespace: 'AWS/ApplicationELB',
      name,
      dimensions,
      statistic,
    });
    const now = world.clock.now();
    const points = await metrics.points(
      [
        query('all', 'RequestCount', 'Sum'),
        query('bad', 'HTTPCode_Target_5XX_Count', 'Sum'),
        query('p99', 'TargetResponseTime', 'p99'),
        query('any', 'TargetResponseTime', 'TC(0:)'),
        query('slow', 'TargetResponseTime', 'TC(0.05:)'),
        query('fast', 'TargetResponseTime', 'TC(:0.05)'),
      ],
      { from: now - minutes(6), to: now, period: minutes(1) },
    );
    const all = points.get('all') ?? [];
    expect(all.length).toBeGreaterThanOrEqual(4);
    // Two instances, five requests a second each.
    expect(new Set(all.map(({ value }) => value))).toEqual(new Set([600]));
    expect(all.map(({ at }) => at)).toEqual([...all.map(({ at }) => at)].sort((one, other) => one - other));
    expect(points.get('bad')).toEqual([]);
    expect(points.get('p99')?.[0]?.value).toBeCloseTo(0.05, 3);
    // Trimmed counts: above the lower bound, up to and with the upper one.
    const count = (id: string): number => points.get(id)?.[1]?.value ?? Number.NaN;
    expect(count('any')).toBeCloseTo(600, 3);
    expect(count('slow')).toBeGreaterThan(0);
    expect(count('slow')).toBeLessThan(0.01 * 600);
    expect(count('slow') + count('fast')).toBeCloseTo(600, 3);
  });
});

describe('a shared load balancer', () => {
  it('shows its rules, and whose target groups they lead to', async () => {
    const world = new PairWorld({ idle: 'v1', environment: { sharedLoadBalancer: 'front' } });
    const { loadBalancers } = portsOf(world);
    const arn = world.sharedBalancer();
    const [rules, environments] = [await loadBalancers.rules(arn), await loadBalancers.environments(arn)];
    expect(rules.map(({ port, priority, hosts, isNarrowed }) => [port, priority, hosts.length, isNarrowed])).toEqual([
      [80, 1, 1, false],
      [80, 2, 1, false],
      [80, 'default', 0, false],
    ]);
    expect(rules[0]?.hosts).toEqual([PRODUCTION]);
    expect(environments.get(rules[0]?.targets[0]?.targetGroupArn ?? '')).toBe(world.live().id);
    expect(rules[2]?.targets).toEqual([]);
  });
});
