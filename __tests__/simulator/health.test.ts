/** Health: how the environment's health moves, and what the two health operations answer. */
import { describe, expect, it } from '@jest/globals';
import { seconds } from '../../src/domain/time.js';
import { Model } from '../support/model.js';

describe('the environment', () => {
  it('is grey in the answer, Info while an update runs, and Ok 50 to 100 seconds after it', () => {
    const model = Model.running();
    expect(model.deploy()).toMatchObject({ Health: 'Grey' });
    expect(model.environment()).not.toHaveProperty('HealthStatus');
    model.advance(seconds(11));
    expect(model.environment()).toMatchObject({ Health: 'Green', HealthStatus: 'Info' });
    model.untilReady();
    const end = model.clock.now();
    expect(model.environment().HealthStatus).toBe('Info');
    while (model.environment().HealthStatus !== 'Ok') model.advance(seconds(1));
    const tail = (model.clock.now() - end) / 1_000;
    expect(tail).toBeGreaterThanOrEqual(50);
    expect(tail).toBeLessThanOrEqual(100);
    const transitions = model.events().filter(({ message }) => message.startsWith('Environment health'));
    expect(transitions.map(({ message }) => message.split('.')[0])).toEqual([
      'Environment health has transitioned from Ok to Info',
      'Environment health has transitioned from Info to Ok',
    ]);
    expect(transitions.every(({ severity, requestId }) => severity === 'INFO' && requestId === undefined)).toBe(true);
  });

  it('falls after three bad looks, as a WARN without request id, and rises at once', () => {
    const model = Model.running({}, { versions: { v2: { laterHealth: { afterSeconds: 300, health: 'Severe' } } } });
    model.deploy();
    model.untilReady();
    model.advance(seconds(400));
    const [last] = [...model.events()].reverse();
    expect(last).toMatchObject({
      severity: 'WARN',
      requestId: undefined,
      message:
        'Environment health has transitioned from Ok to Severe. 100.0 % of the requests are failing with HTTP 5xx.',
    });
  });

  it('is not lowered during an update before the command timeout has passed', () => {
    const model = Model.running(
      {
        options: {
          'aws:elasticbeanstalk:command': { DeploymentPolicy: 'Rolling', BatchSizeType: 'Fixed', BatchSize: '1' },
        },
      },
      { versions: { v2: { health: 'Severe' } } },
    );
    model.deploy();
    model.advance(seconds(590));
    expect(model.environment().HealthStatus).toBe('Info');
    model.advance(seconds(60));
    expect(model.environment().HealthStatus).toBe('Severe');
  });

  it('with basic health has colours only and refuses the health operations', () => {
    const model = Model.running({ enhancedHealth: false });
    expect(model.environment()).toMatchObject({ Health: 'Green' });
    expect(model.environment()).not.toHaveProperty('HealthStatus');
    for (const action of ['DescribeEnvironmentHealth', 'DescribeInstancesHealth']) {
      let code = '';
      try {
        model.call(action, { EnvironmentName: 'shop-prod', AttributeNames: ['All'] });
      } catch (error) {
        code = (error as { code: string }).code;
      }
      expect(code).toBe('InvalidRequestException');
    }
    model.deploy();
    model.advance(seconds(20));
    expect(model.environment().Health).toBe('Grey');
    model.untilReady();
    model.advance(seconds(10));
    expect(model.environment().Health).toBe('Green');
  });

  it('with basic health turns yellow and red with its instances', () => {
    const model = Model.running(
      { enhancedHealth: false },
      { versions: { v2: { health: 'Severe', onlyOrdinals: [0] } } },
    );
    model.deploy();
    model.untilReady();
    model.advance(seconds(30));
    expect(model.environment().Health).toBe('Yellow');
    expect(model.events().at(-1)).toMatchObject({
      severity: 'WARN',
      message: 'Environment health has transitioned from GREEN to YELLOW',
    });
  });
});

describe('DescribeEnvironmentHealth', () => {
  it('answers every member for All', () => {
    const answer = Model.running().call('DescribeEnvironmentHealth', {
      EnvironmentName: 'shop-prod',
      AttributeNames: ['All'],
    });
    expect(answer).toMatchObject({
      EnvironmentName: 'shop-prod',
      HealthStatus: 'Ok',
      Status: 'Ready',
      Color: 'Green',
      Causes: [],
      ApplicationMetrics: { Duration: 10, RequestCount: 100, StatusCodes: { Status2xx: 100, Status5xx: 0 } },
      InstancesHealth: { NoData: 0, Unknown: 0, Pending: 0, Ok: 2, Info: 0, Warning: 0, Degraded: 0, Severe: 0 },
    });
    expect(answer.RefreshedAt).toBeInstanceOf(Date);
  });

  it('answers only what was asked for', () => {
    const answer = Model.running().call('DescribeEnvironmentHealth', {
      EnvironmentName: 'shop-prod',
      AttributeNames: ['Color'],
    });
    expect(Object.keys(answer)).toEqual(['EnvironmentName', 'Color']);
  });
});

describe('DescribeInstancesHealth', () => {
  it('tells what each instance runs, under which deployment, since when', () => {
    const model = Model.running();
    model.deploy();
    model.untilReady();
    const { InstanceHealthList } = model.call('DescribeInstancesHealth', {
      EnvironmentName: 'shop-prod',
      AttributeNames: ['All'],
    });
    const [first] = InstanceHealthList as Record<string, unknown>[];
    expect(first).toMatchObject({
      HealthStatus: 'Ok',
      Color: 'Green',
      Deployment: { VersionLabel: 'v2', DeploymentId: 2, Status: 'Deployed' },
      InstanceType: 't3.micro',
      AvailabilityZone: 'us-east-1a',
    });
    expect(first).toHaveProperty('System.CPUUtilization.Idle');
    expect(first).toHaveProperty('ApplicationMetrics.Latency.P99', 0.05);
  });

  it('comes in pages beyond a hundred instances', () => {
    const model = Model.running({ instances: 120 });
    const first = model.call('DescribeInstancesHealth', { EnvironmentName: 'shop-prod', AttributeNames: ['Color'] });
    expect(first.InstanceHealthList).toHaveLength(100);
    const second = model.call('DescribeInstancesHealth', {
      EnvironmentName: 'shop-prod',
      AttributeNames: ['Color'],
      NextToken: first.NextToken,
    });
    expect(second.InstanceHealthList).toHaveLength(20);
    expect(second).not.toHaveProperty('NextToken');
  });
});
