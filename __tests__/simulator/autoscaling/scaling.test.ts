/** Instances that come and go without an operation of the environment: what Auto Scaling does by itself. */
import { describe, expect, it } from '@jest/globals';
import type { Seed } from '../../../src/simulator/service.js';
import { type TestService, testService } from '../../support/service.js';

type Options = Readonly<Record<string, Readonly<Record<string, string>>>>;
type SeededEnvironment = NonNullable<Seed['environments']>[number];

interface Seen {
  readonly id: string;
  readonly lifecycle: string;
  readonly runs?: string;
  readonly traffic: string;
  readonly deployment?: { readonly deploymentId: number; readonly status: string };
}

const NAME = 'shop-prod';
const SIZES = { MinSize: '1', MaxSize: '4' };

function open(options: Options = {}, seeded: Partial<SeededEnvironment> = {}) {
  const environment = { application: 'shop', name: NAME, versionLabel: 'v1', instances: 2 };
  const service = testService({
    environments: [{ ...environment, options: { 'aws:autoscaling:asg': SIZES, ...options }, ...seeded }],
  });
  service.call('CreateApplicationVersion', { ApplicationName: 'shop', VersionLabel: 'v2' });
  service.pass(60);
  return { service, ...sight(service) };
}

function sight(service: TestService) {
  const group = (): string => {
    const { EnvironmentResources } = service.call('DescribeEnvironmentResources', { EnvironmentName: NAME });
    return (EnvironmentResources as { AutoScalingGroups: { Name: string }[] }).AutoScalingGroups[0]?.Name ?? '';
  };
  return {
    group,
    instances: (): readonly Seen[] => {
      const { environments } = service.simulator.state() as { environments: { name: string; instances: Seen[] }[] };
      return environments.find(({ name }) => name === NAME)?.instances ?? [];
    },
    scale: (count: number) =>
      service.call('SetDesiredCapacity', { AutoScalingGroupName: group(), DesiredCapacity: count }),
    replace: (id: string, decrements = false) =>
      service.call('TerminateInstanceInAutoScalingGroup', {
        InstanceId: id,
        ShouldDecrementDesiredCapacity: decrements,
      }),
    capacity: () => {
      const { AutoScalingGroups } = service.call('DescribeAutoScalingGroups', { AutoScalingGroupNames: [group()] });
      return (AutoScalingGroups as Record<string, unknown>[])[0];
    },
    deploy: () => service.call('UpdateEnvironment', { EnvironmentName: NAME, VersionLabel: 'v2' }),
    untilReady: () => {
      for (let passed = 0; passed < 3_000 && service.environment(NAME).Status !== 'Ready'; passed += 1) service.pass(1);
    },
  };
}

const policy = (name: string): Options => ({
  'aws:elasticbeanstalk:command': { DeploymentPolicy: name, BatchSizeType: 'Fixed', BatchSize: '1' },
});

const idsOf = (instances: readonly Seen[]): readonly string[] => instances.map(({ id }) => id);
const labelsOf = (instances: readonly Seen[]) => instances.map(({ runs }) => runs ?? 'nothing');

it('makes a basic environment Red while its only instance is replaced, until the new one runs its version', () => {
  const { service, instances, replace } = open({}, { instances: 1, enhancedHealth: false });
  expect(service.environment(NAME).Health).toBe('Green');
  replace(idsOf(instances())[0] ?? '');
  service.pass(20);
  expect(service.environment(NAME)).toMatchObject({ Status: 'Ready', Health: 'Red' });
  for (let passed = 0; passed < 300 && service.environment(NAME).Health !== 'Green'; passed += 1) {
    expect(labelsOf(instances())).not.toEqual(['v1']);
    service.pass(10);
  }
  expect(labelsOf(instances())).toEqual(['v1']);
});

describe('a larger group', () => {
  it('launches instances with the version of the last successful deployment, while the environment stays Ready', () => {
    const { service, instances, scale, capacity } = open();
    const before = service.environment(NAME);
    scale(4);
    expect(capacity()).toMatchObject({ DesiredCapacity: 4, MinSize: 1, MaxSize: 4 });
    const statuses = new Set<unknown>();
    for (let passed = 0; passed < 120; passed += 1) {
      statuses.add(service.environment(NAME).Status);
      service.pass(1);
    }
    expect([...statuses]).toEqual(['Ready']);
    expect(labelsOf(instances())).toEqual(['v1', 'v1', 'v1', 'v1']);
    expect(instances().every(({ traffic }) => traffic === 'registered')).toBe(true);
    expect(instances().map(({ deployment }) => deployment?.deploymentId)).toEqual([1, 1, 1, 1]);
    expect(service.environment(NAME).DateUpdated).toEqual(before.DateUpdated);
    const [, , third, fourth] = idsOf(instances());
    const added = service.events({ EnvironmentName: NAME }).filter(({ Message }) => Message.startsWith('Added'));
    expect(added.map(({ Message }) => Message)).toEqual([`Added instances [${third}, ${fourth}] to your environment.`]);
    expect(added[0]).not.toHaveProperty('RequestId');
  });

  it('gets nothing, and says nothing, when there is no capacity', () => {
    const { service, instances, scale } = open();
    service.simulator.setScenario({ faults: [{ kind: 'no-capacity' }] });
    const before = service.messages(NAME).length;
    scale(4);
    service.pass(200);
    expect(instances()).toHaveLength(2);
    expect(service.messages(NAME)).toHaveLength(before);
  });
});

describe('a smaller group', () => {
  it('lets the oldest finish their requests, and tells of it later without a request id', () => {
    const { service, instances, scale } = open();
    const [first, second] = idsOf(instances());
    scale(1);
    expect(instances()[0]).toMatchObject({ id: first, lifecycle: 'Terminating', traffic: 'draining' });
    service.pass(100);
    expect(idsOf(instances())).toEqual([second]);
    expect(service.messages(NAME).at(-1)).toBe(`Removed instance [${first}] from your environment.`);
    expect(service.events({ EnvironmentName: NAME }).at(-1)).not.toHaveProperty('RequestId');
  });
});

describe('an instance that is terminated in its group', () => {
  it('is replaced, and without it a single instance is down until its successor serves', () => {
    const { service, instances, replace } = open({}, { loadBalancer: 'none', instances: 1 });
    const [first = ''] = idsOf(instances());
    expect(replace(first)).toMatchObject({ Activity: { StatusCode: 'InProgress', Description: expect.any(String) } });
    service.pass(50);
    expect(service.environment(NAME)).toMatchObject({ Status: 'Ready', HealthStatus: 'Severe' });
    service.pass(120);
    expect(labelsOf(instances())).toEqual(['v1']);
    expect(idsOf(instances())).not.toContain(first);
    expect(service.environment(NAME)).toMatchObject({ Status: 'Ready', HealthStatus: 'Ok' });
  });

  it('is not replaced when the desired capacity is decremented', () => {
    const { service, instances, replace, capacity } = open();
    replace(idsOf(instances())[0] ?? '', true);
    expect(capacity()).toMatchObject({ DesiredCapacity: 1 });
    service.pass(200);
    expect(instances()).toHaveLength(1);
  });
});

describe('refusals', () => {
  it.each([
    [5, 'ValidationError: New SetDesiredCapacity value 5 is above max value 4 for the AutoScalingGroup.'],
    [0, 'ValidationError: New SetDesiredCapacity value 0 is below min value 1 for the AutoScalingGroup.'],
  ])('%i instances are not in the limits', (DesiredCapacity, text) => {
    const { service, group } = open();
    expect(service.refusal('SetDesiredCapacity', { AutoScalingGroupName: group(), DesiredCapacity })).toBe(text);
  });

  it('name groups and instances that are not there, and the minimum that a decrement would violate', () => {
    const { service, instances } = open({ 'aws:autoscaling:asg': { MinSize: '2', MaxSize: '4' } });
    expect(service.refusal('SetDesiredCapacity', { AutoScalingGroupName: 'none', DesiredCapacity: 1 })).toBe(
      'ValidationError: AutoScalingGroup name not found - AutoScalingGroup none not found',
    );
    const refuse = (InstanceId: string) =>
      service.refusal('TerminateInstanceInAutoScalingGroup', { InstanceId, ShouldDecrementDesiredCapacity: true });
    expect(refuse('i-none')).toBe(
      'ValidationError: Instance Id not found - No managed instance found for instance ID: i-none',
    );
    expect(refuse(idsOf(instances())[0] ?? '')).toContain('Currently, desiredSize equals minSize (2). Terminating');
  });

  it('hold both groups at their size while traffic splitting evaluates', () => {
    const { service, group, deploy } = open(policy('TrafficSplitting'));
    deploy();
    service.pass(300);
    expect(service.refusal('SetDesiredCapacity', { AutoScalingGroupName: group(), DesiredCapacity: 3 })).toMatch(
      /^ScalingActivityInProgress: /,
    );
  });
});

describe('in the middle of a deployment', () => {
  it.each(['AllAtOnce', 'Rolling', 'RollingWithAdditionalBatch'])(
    '%s: an instance that comes has the old version, and keeps it until somebody deploys again',
    (name) => {
      const { service, instances, scale, deploy, untilReady } = open(policy(name));
      service.simulator.setScenario({ versions: { v2: { commandSeconds: 90 } } });
      deploy();
      service.pass(60);
      scale(name === 'RollingWithAdditionalBatch' ? 4 : 3);
      untilReady();
      service.pass(150);
      expect(service.environment(NAME)).toMatchObject({ VersionLabel: 'v2', HealthStatus: 'Degraded' });
      expect(labelsOf(instances())).toEqual(['v2', 'v2', 'v1']);
      deploy();
      untilReady();
      service.pass(150);
      expect(new Set(labelsOf(instances()))).toEqual(new Set(['v2']));
      expect(service.environment(NAME)).toMatchObject({ HealthStatus: 'Ok' });
    },
  );

  it.each(['AllAtOnce', 'Rolling', 'RollingWithAdditionalBatch', 'Immutable', 'TrafficSplitting'])(
    '%s: the deployment does not wait for an instance that goes',
    (name) => {
      for (const after of [25, 45, 120, 260]) {
        const { service, instances, replace, deploy, untilReady } = open(policy(name), { instances: 3 });
        const [first = ''] = idsOf(instances());
        deploy();
        service.pass(after);
        const isThere = instances().some(({ id, lifecycle }) => id === first && lifecycle !== 'Terminating');
        if (isThere && name !== 'TrafficSplitting') replace(first, true);
        untilReady();
        service.pass(200);
        expect(service.environment(NAME)).toMatchObject({ Status: 'Ready', VersionLabel: 'v2', HealthStatus: 'Ok' });
        expect(new Set(labelsOf(instances()))).toEqual(new Set(['v2']));
        const removals = service.messages(NAME).filter((text) => text.includes(`Removed instance [${first}]`));
        expect(removals.length).toBeLessThanOrEqual(1);
      }
    },
  );

  it('Immutable: what comes beside the old instances goes with them', () => {
    const { service, instances, scale, deploy, untilReady } = open(policy('Immutable'));
    deploy();
    service.pass(100);
    scale(4);
    untilReady();
    service.pass(120);
    expect(labelsOf(instances())).toEqual(['v2', 'v2']);
  });
});

it('a world that is saved while instances come and go has them all on the expected version', () => {
  const { service, scale, replace, instances } = open();
  scale(3);
  replace(idsOf(instances())[0] ?? '');
  service.pass(20);
  const saved = service.simulator.save();
  service.simulator.restore(saved);
  const { instances: restored } = sight(service);
  const ids = idsOf(restored());
  service.pass(200);
  expect(labelsOf(restored())).toEqual(['v1', 'v1', 'v1']);
  expect(idsOf(restored())).toEqual(ids);
  expect(service.environment(NAME)).toMatchObject({ HealthStatus: 'Ok' });
});
