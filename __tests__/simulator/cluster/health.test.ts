/** Health of Cluster environments: what the load balancer counts, and Grey where there is nothing to count. */
import { DescribeEnvironmentResourcesCommand } from '@aws-sdk/client-elastic-beanstalk';
import { describe, expect, it } from '@jest/globals';
import type { VersionBehaviour } from '../../../src/simulator/scenario.js';
import { ClusterService, seeded } from '../../support/cluster-service.js';

async function healthOf(behaviour: VersionBehaviour, rest: object = {}) {
  const service = new ClusterService(seeded(rest), { versions: { v1: behaviour } });
  service.pass(120);
  const { Color, HealthStatus, Causes, InstancesHealth } = await service.health();
  const { Health } = await service.environment();
  expect(Health).toBe(Color);
  return { Color, HealthStatus, Causes, InstancesHealth };
}

describe('health', () => {
  it.each([
    [{}, 'Green', 'Ok', []],
    [{ errorShare: 0.1 }, 'Yellow', 'Warning', ['10.0 % of the requests are failing with HTTP 5xx.']],
    [{ errorShare: 0.3 }, 'Red', 'Degraded', ['30.0 % of the requests are failing with HTTP 5xx.']],
    [{ errorShare: 0.9 }, 'Red', 'Severe', ['90.0 % of the requests are failing with HTTP 5xx.']],
    [{ health: 'Severe' }, 'Red', 'Severe', ['ELB health is failing or not available for all instances.']],
  ] as const)('of %j is %s, %s', async (behaviour, color, status, causes) => {
    expect(await healthOf(behaviour)).toMatchObject({ Color: color, HealthStatus: status, Causes: causes });
  });

  it('of an idle environment is Grey without data, and says that it has too few requests', async () => {
    const { Color, HealthStatus, Causes } = await healthOf({ requestsPerSecond: 0 });
    expect([Color, HealthStatus]).toEqual(['Grey', 'NoData']);
    expect(Causes?.[0]).toMatch(/Insufficient request rate/);
  });

  it('without a load balancer is Grey for good, whatever the application does', async () => {
    expect(await healthOf({ requestsPerSecond: 50 }, { loadBalancer: 'none' })).toMatchObject({
      Color: 'Grey',
      HealthStatus: 'NoData',
    });
  });

  it('says nothing about single instances', async () => {
    const { InstancesHealth } = await healthOf({});
    expect(Object.values(InstancesHealth ?? {}).every((count) => count === 0)).toBe(true);
  });

  it('is told as an event when it changes', async () => {
    const service = new ClusterService(seeded(), { versions: { v2: { errorShare: 0.9 } } });
    service.pass(60);
    await service.version('v2');
    await service.update({ VersionLabel: 'v2' });
    service.pass(300);
    const worse = (await service.messages()).find((message) => message.includes('from Ok to'));
    expect(worse).toMatch(/^WARN Environment health has transitioned from Ok to/);
  });
});

describe('the resources', () => {
  it('are a cluster and a load balancer, and no instances or groups', async () => {
    const service = new ClusterService(seeded());
    const command = new DescribeEnvironmentResourcesCommand({ EnvironmentName: 'shop-prod' });
    const { EnvironmentResources: resources } = await service.client.send(command);
    expect(resources?.Cluster).toEqual({ ClusterArn: expect.stringMatching(/^arn:aws:eks:us-east-1:/) });
    expect(resources?.LoadBalancers).toHaveLength(1);
    const [LoadBalancerArn = ''] = resources?.LoadBalancers?.map(({ Name }) => Name) ?? [];
    const listeners = { action: 'DescribeListeners', input: { LoadBalancerArn }, requestId: 'r' };
    expect(service.simulator.call(listeners)).toMatchObject({ Listeners: [{ Port: 443, Protocol: 'HTTPS' }] });
    for (const none of [resources?.Instances, resources?.AutoScalingGroups, resources?.LaunchTemplates]) {
      expect(none ?? []).toEqual([]);
    }
  });
});

describe('other services', () => {
  it('know no pods: Systems Manager and Auto Scaling', async () => {
    const service = new ClusterService(seeded());
    service.pass(120);
    const ask = (action: string, input = {}) => service.simulator.call({ action, input, requestId: 'r' });
    expect(ask('DescribeInstanceInformation')).toMatchObject({ InstanceInformationList: [] });
    expect(ask('DescribeAutoScalingGroups')).toMatchObject({ AutoScalingGroups: [] });
    const [pod = ''] = service.runtime.instanceIds;
    expect(pod).toMatch(/^deployment-shop-prod-[a-z0-9]{10}-[a-z0-9]{5}$/);
    const parameters = { commands: ['true'] };
    const send = { InstanceIds: [pod], DocumentName: 'AWS-RunShellScript', Parameters: parameters };
    expect(() => ask('SendCommand', send)).toThrow(/not in a valid state/);
  });
});

describe('a saved world', () => {
  it('has its clusters, pods and images again', async () => {
    const service = new ClusterService(seeded());
    const saved = service.simulator.save();
    const other = new ClusterService();
    other.simulator.restore(saved);
    other.pass(60);
    expect(await other.environment()).toMatchObject({ Status: 'Ready', Health: 'Green', VersionLabel: 'v1' });
    expect(other.runtime.instanceIds).toHaveLength(3);
    await other.create({ EnvironmentName: 'shop-next', OptionSettings: sameRoles() });
    other.pass(300, 5);
    expect((await other.environment('shop-next')).Status).toBe('Ready');
  });
});

/** The roles of the seeded environment, on the subnets that it has by default. */
const sameRoles = () =>
  (['cluster', 'node', 'observability'] as const).map((role) => ({
    Namespace: role === 'observability' ? 'aws:elasticbeanstalk:eks:environment' : 'aws:elasticbeanstalk:eks',
    OptionName: `${role}-role`,
    Value: `arn:aws:iam::123456789012:role/aws-elasticbeanstalk-eks-${role}-role`,
  }));
