/** The simulated CloudWatch through its SDK client: alarms that are set, computed, composed and paged through; metrics that come late. */
import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  ListMetricsCommand,
  PutCompositeAlarmCommand,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../../src/domain/time.js';
import { inProcessHandler } from '../../../src/simulator/wire/in-process.js';
import { TEST_KEY } from '../../support/wire.js';
import { World } from '../../support/world.js';

const clientOf = (world: World): CloudWatchClient =>
  new CloudWatchClient({
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:4566',
    credentials: TEST_KEY,
    requestHandler: inProcessHandler(world.wire),
    maxAttempts: 1,
  });

const pass = (world: World, span: number): void => {
  world.clock.advance(span);
  world.simulator.settle();
};

function balancerOf(world: World): { readonly balancer: string; readonly environmentId: string } {
  const answer = world.simulator.call({
    action: 'DescribeEnvironmentResources',
    input: { EnvironmentName: 'shop-prod' },
    requestId: 'test',
  }) as { EnvironmentResources: { LoadBalancers: { Name: string }[] } };
  const arn = answer.EnvironmentResources.LoadBalancers[0]?.Name ?? '';
  return { balancer: arn.replace(/^.*:loadbalancer\//, ''), environmentId: '' };
}

const errorsAlarm = (world: World, more: object = {}) =>
  new PutMetricAlarmCommand({
    AlarmName: 'shop-5xx',
    Namespace: 'AWS/ApplicationELB',
    MetricName: 'HTTPCode_Target_5XX_Count',
    Dimensions: [{ Name: 'LoadBalancer', Value: balancerOf(world).balancer }],
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 2,
    DatapointsToAlarm: 1,
    Threshold: 10,
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'notBreaching',
    ...more,
  });

const stateOf = async (client: CloudWatchClient, name: string): Promise<string | undefined> => {
  const answer = await client.send(
    new DescribeAlarmsCommand({ AlarmNames: [name], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] }),
  );
  return [...(answer.MetricAlarms ?? []), ...(answer.CompositeAlarms ?? [])][0]?.StateValue;
};

describe('alarms', () => {
  it('follow the requests of the load balancer, and say by which numbers', async () => {
    const world = new World();
    const client = clientOf(world);
    await client.send(errorsAlarm(world));
    expect(await stateOf(client, 'shop-5xx')).toBe('OK');
    world.scenario({ versions: { v2: { errorShare: 0.5 } } });
    world.somebody('UpdateEnvironment', { EnvironmentName: 'shop-prod', VersionLabel: 'v2' });
    pass(world, minutes(6));
    const answer = await client.send(new DescribeAlarmsCommand({ AlarmNames: ['shop-5xx'] }));
    expect(answer.MetricAlarms?.[0]).toMatchObject({
      StateValue: 'ALARM',
      StateReason: expect.stringMatching(/^Threshold Crossed: 2 out of the last 2 datapoints \[\d+ .*threshold \(10\)/),
    });
  });

  it('have no data where nobody sends any: missing is not zero', async () => {
    const world = new World();
    const client = clientOf(world);
    await client.send(errorsAlarm(world, { TreatMissingData: 'missing' }));
    expect(await stateOf(client, 'shop-5xx')).toBe('INSUFFICIENT_DATA');
  });

  it('that are set by hand hold until new data come; on unknown metrics they hold for good', async () => {
    const world = new World();
    const client = clientOf(world);
    await client.send(errorsAlarm(world));
    await client.send(errorsAlarm(world, { AlarmName: 'orders', Namespace: 'Shop', MetricName: 'Orders' }));
    for (const AlarmName of ['shop-5xx', 'orders']) {
      await client.send(new SetAlarmStateCommand({ AlarmName, StateValue: 'ALARM', StateReason: 'a rehearsal' }));
      expect(await stateOf(client, AlarmName)).toBe('ALARM');
    }
    pass(world, minutes(2));
    expect(await stateOf(client, 'shop-5xx')).toBe('OK');
    expect(await stateOf(client, 'orders')).toBe('ALARM');
  });

  it('change when the scenario says so', async () => {
    const world = new World();
    const client = clientOf(world);
    world.simulator.seed({ alarms: [{ AlarmName: 'orders' }] });
    world.scenario({ alarms: { orders: [{ atSecond: 30, state: 'ALARM', reason: 'no orders' }] } });
    expect(await stateOf(client, 'orders')).toBe('OK');
    pass(world, seconds(31));
    expect(await stateOf(client, 'orders')).toBe('ALARM');
  });

  it('are composed of others, and come only when their type is asked for', async () => {
    const world = new World();
    const client = clientOf(world);
    world.simulator.seed({ alarms: [{ AlarmName: 'a' }, { AlarmName: 'b' }, { AlarmName: 'c', state: 'ALARM' }] });
    const AlarmRule = '(ALARM("a") OR ALARM(b)) AND NOT INSUFFICIENT_DATA(c) AND TRUE';
    await client.send(new PutCompositeAlarmCommand({ AlarmName: 'both', AlarmRule }));
    expect(await stateOf(client, 'both')).toBe('OK');
    await client.send(new SetAlarmStateCommand({ AlarmName: 'b', StateValue: 'ALARM', StateReason: 'x' }));
    expect(await stateOf(client, 'both')).toBe('ALARM');
    const plain = await client.send(new DescribeAlarmsCommand({ AlarmNames: ['both'] }));
    expect([plain.MetricAlarms, plain.CompositeAlarms]).toEqual([[], []]);
    await expect(
      client.send(new PutCompositeAlarmCommand({ AlarmName: 'odd', AlarmRule: 'ALARM(a) OR' })),
    ).rejects.toMatchObject({ name: expect.stringMatching(/^Validation/) });
  });

  it('come in pages, are deleted, and are refused by name when they are not there', async () => {
    const world = new World();
    const client = clientOf(world);
    world.simulator.seed({ alarms: ['a', 'b', 'c'].map((AlarmName) => ({ AlarmName })) });
    const first = await client.send(new DescribeAlarmsCommand({ MaxRecords: 2 }));
    const second = await client.send(new DescribeAlarmsCommand({ MaxRecords: 2, NextToken: first.NextToken }));
    const names = [first, second].map(({ MetricAlarms = [] }) => MetricAlarms.map(({ AlarmName }) => AlarmName));
    expect(names).toEqual([['a', 'b'], ['c']]);
    expect(second.NextToken).toBeUndefined();
    await client.send(new DeleteAlarmsCommand({ AlarmNames: ['a'] }));
    const set = new SetAlarmStateCommand({ AlarmName: 'a', StateValue: 'OK', StateReason: 'x' });
    await expect(client.send(set)).rejects.toMatchObject({ name: 'ResourceNotFound' });
    const many = Array.from({ length: 101 }, (_, index) => `n${index}`);
    await expect(client.send(new DescribeAlarmsCommand({ AlarmNames: many }))).rejects.toMatchObject({
      name: expect.stringMatching(/^Validation/),
    });
  });
});

describe('metrics', () => {
  const query = (world: World, MetricName: string, Stat: string) => {
    const now = world.clock.now();
    return new GetMetricDataCommand({
      StartTime: new Date(now - minutes(10)),
      EndTime: new Date(now),
      ScanBy: 'TimestampAscending',
      MetricDataQueries: [
        {
          Id: 'm',
          MetricStat: {
            Metric: {
              Namespace: 'AWS/ApplicationELB',
              MetricName,
              Dimensions: [{ Name: 'LoadBalancer', Value: balancerOf(world).balancer }],
            },
            Period: 60,
            Stat,
          },
        },
      ],
    });
  };
  const values = async (world: World, name: string, stat: string) => {
    const answer = await clientOf(world).send(query(world, name, stat));
    return answer.MetricDataResults?.[0];
  };

  it('count what the instances answered, minute by minute, and come late', async () => {
    const world = new World();
    pass(world, minutes(10));
    // 4 instances, 5 requests a second.
    const requests = await values(world, 'RequestCount', 'Sum');
    expect(requests?.StatusCode).toBe('Complete');
    expect(requests?.Values?.slice(1, 8)).toEqual(Array.from({ length: 7 }, () => 1_200));
    const newest = requests?.Timestamps?.at(-1)?.getTime() ?? 0;
    expect(world.clock.now() - newest).toBeGreaterThanOrEqual(minutes(2));
    world.scenario({ metricDelaySeconds: 300 });
    const later = await values(world, 'RequestCount', 'Sum');
    expect((later?.Values?.length ?? 0) + 4).toBe(requests?.Values?.length);
  });

  it('have percentiles of time, and no point at all where there was nothing to count', async () => {
    const world = new World();
    pass(world, minutes(10));
    expect((await values(world, 'TargetResponseTime', 'p99'))?.Values?.at(-1)).toBeCloseTo(0.05, 3);
    expect((await values(world, 'TargetResponseTime', 'p50'))?.Values?.at(-1)).toBeCloseTo(0.013, 3);
    expect((await values(world, 'HTTPCode_Target_5XX_Count', 'Sum'))?.Values).toEqual([]);
    expect((await values(world, 'RequestCount', 'Sum'))?.Values?.length).toBeGreaterThan(0);
  });

  it('are listed with their dimensions', async () => {
    const world = new World();
    pass(world, minutes(3));
    const listed = await clientOf(world).send(new ListMetricsCommand({ MetricName: 'RequestCount' }));
    const dimensions = listed.Metrics?.map(({ Dimensions = [] }) => Dimensions.map(({ Name }) => Name));
    expect(dimensions).toEqual([['LoadBalancer'], ['LoadBalancer', 'TargetGroup']]);
  });

  it('tell the health of an environment in the numbers of the guide', async () => {
    const world = new World();
    pass(world, minutes(5));
    const now = world.clock.now();
    const answer = await clientOf(world).send(
      new GetMetricDataCommand({
        StartTime: new Date(now - minutes(10)),
        EndTime: new Date(now),
        MetricDataQueries: [
          {
            Id: 'health',
            MetricStat: {
              Metric: {
                Namespace: 'AWS/ElasticBeanstalk',
                MetricName: 'EnvironmentHealth',
                Dimensions: [{ Name: 'EnvironmentName', Value: 'shop-prod' }],
              },
              Period: 60,
              Stat: 'Maximum',
            },
          },
        ],
      }),
    );
    expect(answer.MetricDataResults?.[0]?.Values?.slice(0, 2)).toEqual([0, 0]);
  });

  it('tells those of classic load balancers by their own names', async () => {
    const world = new World({ environment: { loadBalancer: 'classic' } });
    pass(world, minutes(5));
    const LoadBalancerName = balancerOf(world).balancer;
    const query = (Id: string, MetricName: string, Stat: string, Namespace = 'AWS/ELB') => {
      const Dimensions = [{ Name: 'LoadBalancerName', Value: LoadBalancerName }];
      return { Id, MetricStat: { Metric: { Namespace, MetricName, Dimensions }, Period: 60, Stat } };
    };
    const answer = await clientOf(world).send(
      new GetMetricDataCommand({
        StartTime: new Date(world.clock.now() - minutes(4)),
        EndTime: new Date(world.clock.now()),
        MetricDataQueries: [
          query('requests', 'RequestCount', 'Sum'),
          query('errors', 'HTTPCode_Backend_5XX', 'Sum'),
          query('p99', 'Latency', 'p99'),
          query('other', 'RequestCount', 'Sum', 'AWS/ApplicationELB'),
        ],
      }),
    );
    const valuesOf = (id: string) => answer.MetricDataResults?.find(({ Id }) => Id === id)?.Values ?? [];
    expect(valuesOf('requests').every((value) => value > 100)).toBe(true);
    expect(valuesOf('requests').length).toBeGreaterThan(1);
    expect(valuesOf('errors')).toEqual([]);
    expect(valuesOf('p99')[0]).toBeCloseTo(0.05, 3);
    expect(valuesOf('other')).toEqual([]);
  });
});
