/** Tags, logs, resources, managed updates of environments. */
import { describe, expect, it } from '@jest/globals';
import { type TestService, testService } from '../../support/service.js';

type Row = Readonly<Record<string, unknown>>;
const LABELS = { application: 'shop', versionLabel: 'v1' };

const pair = (): TestService =>
  testService({
    environments: [
      { ...LABELS, name: 'shop-blue', cnamePrefix: 'shop' },
      { ...LABELS, name: 'shop-green', cnamePrefix: 'shop-next', versionLabel: 'v2' },
    ],
  });

describe('tags', () => {
  it('of an environment make it busy for a while', () => {
    const service = pair();
    const { EnvironmentArn } = service.environment('shop-blue');
    service.call('UpdateTagsForResource', {
      ResourceArn: EnvironmentArn,
      TagsToAdd: [
        { Key: 'team', Value: 'a' },
        { Key: 'cost', Value: '1' },
      ],
    });
    expect(service.refusal('UpdateEnvironment', { EnvironmentName: 'shop-blue', VersionLabel: 'v2' })).toContain(
      'Must be Ready.',
    );
    service.pass(30);
    expect(service.environment('shop-blue').Status).toBe('Ready');
    expect(service.messages('shop-blue')).toContain('Environment tag update completed successfully.');
    service.call('UpdateTagsForResource', { ResourceArn: EnvironmentArn, TagsToRemove: ['cost'] });
    const { ResourceTags } = service.call('ListTagsForResource', { ResourceArn: EnvironmentArn });
    expect(ResourceTags).toEqual([
      { Key: 'Name', Value: 'shop-blue' },
      { Key: 'elasticbeanstalk:environment-id', Value: service.environment('shop-blue').EnvironmentId },
      { Key: 'elasticbeanstalk:environment-name', Value: 'shop-blue' },
      { Key: 'team', Value: 'a' },
    ]);
  });
});

describe('a log request', () => {
  it.each([
    ['tail', 'TailLogs', 'out', 'Pulled logs for environment instances.', 2],
    ['bundle', 'BundleLogs', 'zip', 'Pulled logs for environment instances.', 2],
    ['analyze', 'Analysis', 'txt', 'AI analysis request has completed.', 1],
  ])(
    'of kind %s gathers objects and links to them, and the environment stays Ready',
    (InfoType, name, ending, done, count) => {
      const service = pair();
      const input = { EnvironmentName: 'shop-blue', InfoType };
      const { EnvironmentId } = service.environment('shop-blue');
      expect(service.call('RetrieveEnvironmentInfo', input)).toEqual({ EnvironmentInfo: [] });
      service.call('RequestEnvironmentInfo', input);
      expect(service.environment('shop-blue').Status).toBe('Ready');
      service.pass(70);
      expect(service.messages('shop-blue').filter((message) => !message.includes('health'))).toEqual([
        'requestEnvironmentInfo is starting.',
        'Requested environment info from each instance.',
        done,
      ]);
      const bucket = 'elasticbeanstalk-us-east-1-123456789012';
      const entries = service.call('RetrieveEnvironmentInfo', input).EnvironmentInfo as Row[];
      expect(entries).toHaveLength(count);
      for (const { Ec2InstanceId, Message, InfoType: kind } of entries) {
        expect(kind).toBe(InfoType);
        const url = new URL(String(Message));
        expect(url.pathname).toMatch(
          new RegExp(
            `^/resources/environments/logs/${InfoType}/${EnvironmentId}/${Ec2InstanceId}/${name}-\\d+\\.${ending}$`,
          ),
        );
        expect(url.searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
        expect(service.objects.head(bucket, url.pathname.slice(1))?.size).toBeGreaterThan(0);
      }
      service.pass(15 * 60);
      expect(service.objects.list(bucket, `resources/environments/logs/${InfoType}/`)).toEqual([]);
    },
  );
});

describe('the resources of an environment', () => {
  it('are named', () => {
    const service = pair();
    expect(
      service.call('DescribeEnvironmentResources', { EnvironmentName: 'shop-blue' }).EnvironmentResources,
    ).toMatchObject({
      EnvironmentName: 'shop-blue',
      AutoScalingGroups: [{ Name: expect.stringContaining('AWSEBAutoScalingGroup') }],
      Instances: [{ Id: expect.stringMatching(/^i-0/) }, { Id: expect.stringMatching(/^i-0/) }],
      LaunchTemplates: [{ Id: expect.stringMatching(/^lt-0/) }],
      LoadBalancers: [{ Name: expect.stringContaining('loadbalancer/app/') }],
      Queues: [],
    });
  });
});

describe('managed updates', () => {
  it('are scheduled for an older platform and can be applied at once', () => {
    const service = testService({ applications: [{ name: 'shop' }] });
    service.call('CreateEnvironment', {
      ApplicationName: 'shop',
      EnvironmentName: 'shop-old',
      SolutionStackName: '64bit Amazon Linux 2023 v6.6.5 running Node.js 22',
      OptionSettings: [
        { Namespace: 'aws:elasticbeanstalk:healthreporting:system', OptionName: 'SystemType', Value: 'enhanced' },
        { Namespace: 'aws:elasticbeanstalk:managedactions', OptionName: 'ManagedActionsEnabled', Value: 'true' },
        { Namespace: 'aws:elasticbeanstalk:managedactions', OptionName: 'PreferredStartTime', Value: 'Tue:09:00' },
      ],
    });
    service.pass(400);
    const actions = () =>
      service.call('DescribeEnvironmentManagedActions', { EnvironmentName: 'shop-old' }).ManagedActions as Row[];
    expect(actions()).toEqual([
      expect.objectContaining({
        ActionType: 'PlatformUpdate',
        Status: 'Scheduled',
        WindowStartTime: new Date(Date.UTC(2026, 10, 24, 9)),
      }),
    ]);
    const ActionId = actions()[0]?.ActionId;
    expect(service.call('ApplyEnvironmentManagedAction', { EnvironmentName: 'shop-old', ActionId }).Status).toBe(
      'Running',
    );
    expect(actions()).toEqual([expect.objectContaining({ Status: 'Running' })]);
    service.pass(1_800);
    expect(service.environment('shop-old').SolutionStackName).toBe('64bit Amazon Linux 2023 v6.7.4 running Node.js 22');
    expect(actions()).toEqual([]);
  });
});
