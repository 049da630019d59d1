/** The simulated Auto Scaling through its SDK client: which target groups an environment's instances stand in. */
import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { describe, expect, it } from '@jest/globals';
import { inProcessHandler } from '../../../src/simulator/wire/in-process.js';
import { IDLE, PairWorld } from '../../support/pair-world.js';
import { TEST_KEY } from '../../support/wire.js';

const open = () => {
  const world = new PairWorld({ idle: 'v1', environment: { sharedLoadBalancer: 'front' } });
  const client = new AutoScalingClient({
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:4566',
    credentials: TEST_KEY,
    requestHandler: inProcessHandler(world.wire),
    maxAttempts: 1,
  });
  const groupsOf = (name: string): string[] => {
    const input = { EnvironmentName: name };
    const answer = world.simulator.call({ action: 'DescribeEnvironmentResources', input, requestId: 'r' });
    const resources = answer?.EnvironmentResources as { AutoScalingGroups: { Name: string }[] } | undefined;
    return (resources?.AutoScalingGroups ?? []).map(({ Name }) => Name);
  };
  return { client, groupsOf };
};

describe('Auto Scaling groups', () => {
  it('name the target groups, instances and tags of the environment that they belong to', async () => {
    const { client, groupsOf } = open();
    const answer = await client.send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: groupsOf(IDLE) }));
    expect(answer.AutoScalingGroups).toHaveLength(1);
    expect(answer.AutoScalingGroups?.[0]).toMatchObject({
      TargetGroupARNs: [expect.stringContaining(':targetgroup/awseb-')],
      DesiredCapacity: 2,
      Instances: [{ LifecycleState: 'InService' }, { LifecycleState: 'InService' }],
    });
    expect(answer.AutoScalingGroups?.[0]?.Tags).toContainEqual(
      expect.objectContaining({ Key: 'elasticbeanstalk:environment-name', Value: IDLE }),
    );
  });

  it('come in pages, and not at all for a name that is none', async () => {
    const { client } = open();
    const first = await client.send(new DescribeAutoScalingGroupsCommand({ MaxRecords: 1 }));
    const { NextToken } = first;
    const second = await client.send(new DescribeAutoScalingGroupsCommand({ MaxRecords: 1, NextToken }));
    const names = [first, second].map(({ AutoScalingGroups }) => AutoScalingGroups?.[0]?.AutoScalingGroupName);
    expect(new Set(names).size).toBe(2);
    expect(second.NextToken).toBeUndefined();
    const none = await client.send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: ['none'] }));
    expect(none.AutoScalingGroups).toEqual([]);
  });
});
