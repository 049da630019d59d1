/** Creating Cluster environments: the cluster of a subnet set, roles, what a client sees meanwhile. */
import { DescribeEnvironmentResourcesCommand, TerminateEnvironmentCommand } from '@aws-sdk/client-elastic-beanstalk';
import { describe, expect, it } from '@jest/globals';
import { ClusterService, EKS, option, place, ROLES, refusal } from '../../support/cluster-service.js';

const clusterOf = async (service: ClusterService, EnvironmentName = 'shop-prod'): Promise<string | undefined> => {
  const answer = await service.client.send(new DescribeEnvironmentResourcesCommand({ EnvironmentName }));
  return answer.EnvironmentResources?.Cluster?.ClusterArn;
};

describe('the first environment on a set of subnets', () => {
  it('takes 15 to 20 minutes and tells of its cluster', async () => {
    const service = new ClusterService();
    const answer = await service.create({ CNAMEPrefix: 'shop-live' });
    expect(answer).toMatchObject({ Status: 'Launching', Health: 'Grey', Tier: { Name: 'Cluster', Type: 'EKS' } });
    expect(answer).not.toHaveProperty('SolutionStackName');
    expect(answer).not.toHaveProperty('PlatformArn');
    service.pass(14 * 60, 5);
    expect((await service.environment()).Status).toBe('Launching');
    service.pass(6 * 60, 5);
    const environment = await service.environment();
    expect(environment).toMatchObject({
      Status: 'Ready',
      CNAME: 'shop-live.us-east-1.elasticbeanstalk.com',
      VersionLabel: 'Sample Application',
      Resources: { LoadBalancer: { Listeners: [{ Protocol: 'HTTPS', Port: 443 }] } },
    });
    const arn = await clusterOf(service);
    expect(arn).toMatch(/^arn:aws:eks:us-east-1:123456789012:cluster\/beanstalk-cluster-[0-9a-f-]{36}$/);
    const messages = await service.messages({ EnvironmentName: 'shop-prod' });
    const cluster = messages.filter((message) => message.includes('cluster'));
    expect(cluster).toEqual([
      `INFO Creating CloudFormation stack for cluster infrastructure. This is a one-time operation and generally takes about 10 minutes. stack='${arn?.split('/')[1]}'`,
      "INFO Starting cluster assignment. environment='shop-prod'",
      `INFO Successfully completed cluster assignment. environment='shop-prod' clusterArn='${arn}'`,
    ]);
    expect(messages).toContain('INFO Successfully launched environment: shop-prod');
  });
});

describe('a later environment on the same subnets', () => {
  it('comes to the same cluster within minutes, whatever the order of the subnets, without a line about the stack', async () => {
    const service = new ClusterService();
    await service.create();
    service.pass(20 * 60, 5);
    await service.create({ EnvironmentName: 'shop-next', OptionSettings: place('subnet-2, subnet-1') });
    service.pass(5 * 60, 5);
    expect((await service.environment('shop-next')).Status).toBe('Ready');
    expect(await clusterOf(service, 'shop-next')).toBe(await clusterOf(service));
    const messages = await service.messages({ EnvironmentName: 'shop-next' });
    expect(messages.join('\n')).not.toContain('CloudFormation');
    expect(messages.join('\n')).toContain('Successfully completed cluster assignment.');
  });

  it('waits for a cluster that the first one is still making', async () => {
    const service = new ClusterService();
    await service.create();
    await service.create({ EnvironmentName: 'shop-next' });
    service.pass(8 * 60, 5);
    expect((await service.environment('shop-next')).Status).toBe('Launching');
    service.pass(12 * 60, 5);
    expect((await service.environment('shop-next')).Status).toBe('Ready');
    expect(await clusterOf(service, 'shop-next')).toBe(await clusterOf(service));
  });

  it('has another cluster on other subnets', async () => {
    const service = new ClusterService();
    await service.create();
    await service.create({ EnvironmentName: 'shop-next', OptionSettings: place('subnet-3') });
    service.pass(20 * 60, 5);
    expect(await clusterOf(service, 'shop-next')).not.toBe(await clusterOf(service));
  });

  it.each(['cluster-role', 'node-role', 'observability-role'])('is refused with another %s', async (name) => {
    const service = new ClusterService();
    await service.create();
    const OptionSettings = place().map((one) => (one.OptionName === name ? { ...one, Value: ROLES.build } : one));
    expect(await refusal(service.create({ EnvironmentName: 'shop-next', OptionSettings }))).toMatch(
      new RegExp(`^InvalidParameterValue: The IAM roles in your request \\(${name}\\) do not match`),
    );
    // An application role of its own is allowed.
    const own = [...place(), option(`${EKS}:environment`, 'application-role', ROLES.build)];
    expect((await service.create({ EnvironmentName: 'shop-next', OptionSettings: own })).Status).toBe('Launching');
  });
});

describe('a cluster without environments', () => {
  async function emptied(): Promise<{ service: ClusterService; arn: string | undefined }> {
    const service = new ClusterService();
    await service.create();
    service.pass(20 * 60, 5);
    const arn = await clusterOf(service);
    await service.client.send(new TerminateEnvironmentCommand({ EnvironmentName: 'shop-prod' }));
    service.pass(5 * 60, 5);
    expect((await service.environment()).Status).toBe('Terminated');
    return { service, arn };
  }

  it('is used again within three hours', async () => {
    const { service, arn } = await emptied();
    service.pass(170 * 60, 60);
    await service.create({ EnvironmentName: 'shop-next' });
    service.pass(5 * 60, 5);
    expect((await service.environment('shop-next')).Status).toBe('Ready');
    service.pass(60 * 60, 60);
    expect(await clusterOf(service, 'shop-next')).toBe(arn);
  });

  it('is gone afterwards: the next environment is a first one again', async () => {
    const { service, arn } = await emptied();
    service.pass(200 * 60, 60);
    await service.create({ EnvironmentName: 'shop-next' });
    service.pass(5 * 60, 5);
    expect((await service.environment('shop-next')).Status).toBe('Launching');
    expect(await clusterOf(service, 'shop-next')).not.toBe(arn);
  });
});

describe('a creation', () => {
  it('leaves out the load balancer when told so: no CNAME, no endpoint', async () => {
    const service = new ClusterService();
    const OptionSettings = [...place(), option(`${EKS}:environment`, 'load-balancer-type', 'None')];
    await service.create({ OptionSettings, CNAMEPrefix: 'shop-live' });
    service.pass(20 * 60, 5);
    const environment = await service.environment();
    expect(environment).toMatchObject({ Status: 'Ready', Health: 'Grey' });
    expect(environment).not.toHaveProperty('CNAME');
    expect(environment).not.toHaveProperty('EndpointURL');
  });

  it.each([
    [
      'no roles',
      { OptionSettings: [] },
      /^InvalidParameterValue: Required option settings.*cluster-role.*observability-role/,
    ],
    [
      'an observability role only',
      { OptionSettings: place().slice(2) },
      /cluster-role, aws:elasticbeanstalk:eks: node-role\.$/,
    ],
    [
      'another type',
      { Tier: { Name: 'Cluster', Type: 'ECS' } },
      /^InvalidParameterValue: Invalid environment tier: Cluster\/ECS/,
    ],
    [
      'a platform',
      { SolutionStackName: '64bit Amazon Linux 2023 v6.6.0 running Node.js 22' },
      /^InvalidParameterCombination/,
    ],
    ['a template', { TemplateName: 'web' }, /^NotImplemented: Configuration templates of Cluster environments/],
    ['an unknown version', { VersionLabel: 'v9' }, /^InvalidParameterValue: No Application Version named 'v9' found/],
  ])('is refused with %s', async (_, input, expected) => {
    expect(await refusal(new ClusterService().create(input))).toMatch(expected);
  });

  it('takes a blank version label for none', async () => {
    expect((await new ClusterService().create({ VersionLabel: '' })).VersionLabel).toBe('Sample Application');
  });

  it('whose pods do not start ends Ready with an error', async () => {
    const service = new ClusterService({}, { versions: { v1: { command: 'fails' } } });
    await service.version('v1');
    await service.create({ VersionLabel: 'v1' });
    service.pass(35 * 60, 5);
    expect(await service.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v1', Health: 'Grey' });
    expect(await service.messages({ Severity: 'ERROR' })).toEqual([
      expect.stringMatching(/^ERROR Create environment operation is complete, but with errors\./),
    ]);
  });

  it('that is refused after the call ends Terminated', async () => {
    const service = new ClusterService({}, { faults: [{ kind: 'launch-refused' }] });
    await service.create();
    service.pass(30);
    expect((await service.environment()).Status).toBe('Terminated');
    expect(await service.messages({ Severity: 'ERROR' })).toContain('ERROR Failed to launch environment.');
  });
});
