/** Configuration, templates, platforms and the account: what the service answers. */
import { describe, expect, it } from '@jest/globals';
import { type TestService, testService } from '../../support/service.js';

type Row = Readonly<Record<string, unknown>>;
const COMMAND = 'aws:elasticbeanstalk:command';
const PROPERTIES = 'aws:elasticbeanstalk:application:environment';
const STACK = '64bit Amazon Linux 2023 v6.7.4 running Node.js 24';

const shop = (): TestService =>
  testService({
    environments: [
      {
        application: 'shop',
        name: 'shop-blue',
        options: { [COMMAND]: { DeploymentPolicy: 'Rolling' }, [PROPERTIES]: { COLOUR: 'blue', EMPTY: '' } },
      },
    ],
  });

const settings = (service: TestService, input: object): readonly Row[] =>
  service.call('DescribeConfigurationSettings', { ApplicationName: 'shop', ...input }).ConfigurationSettings as Row[];

const optionOf = (description: Row | undefined, namespace: string, name: string): unknown =>
  ((description?.OptionSettings ?? []) as Row[]).find((row) => row.Namespace === namespace && row.OptionName === name)
    ?.Value;

const setting = (Namespace: string, OptionName: string, Value: string) => ({ Namespace, OptionName, Value });

describe('the settings of an environment', () => {
  it('are all its options: set ones, defaults, properties', () => {
    const [deployed, ...others] = settings(shop(), { EnvironmentName: 'shop-blue' });
    expect(others).toEqual([]);
    expect(deployed).toMatchObject({
      EnvironmentName: 'shop-blue',
      DeploymentStatus: 'deployed',
      SolutionStackName: STACK,
    });
    expect(optionOf(deployed, COMMAND, 'DeploymentPolicy')).toBe('Rolling');
    expect(optionOf(deployed, COMMAND, 'Timeout')).toBe('600');
    expect(optionOf(deployed, PROPERTIES, 'COLOUR')).toBe('blue');
    expect(optionOf(deployed, PROPERTIES, 'EMPTY')).toBe('');
    expect(optionOf(deployed, 'aws:ec2:vpc', 'VPCId')).toBeUndefined();
    expect(deployed?.OptionSettings).toContainEqual({
      Namespace: 'aws:ec2:vpc',
      OptionName: 'VPCId',
      ResourceName: 'AWSEBAutoScalingLaunchConfiguration',
    });
  });

  it('have a pending draft beside them while an update runs, and are the new ones after it', () => {
    const service = shop();
    service.call('UpdateEnvironment', {
      EnvironmentName: 'shop-blue',
      OptionSettings: [setting(COMMAND, 'Timeout', '900')],
    });
    service.pass(2);
    const during = settings(service, { EnvironmentName: 'shop-blue' });
    expect(during.map((one) => [one.DeploymentStatus, optionOf(one, COMMAND, 'Timeout')])).toEqual([
      ['deployed', '600'],
      ['pending', '900'],
    ]);
    service.pass(120);
    const after = settings(service, { EnvironmentName: 'shop-blue' });
    expect(after.map((one) => [one.DeploymentStatus, optionOf(one, COMMAND, 'Timeout')])).toEqual([
      ['deployed', '900'],
    ]);
  });

  it('are checked without being applied', () => {
    const service = shop();
    const check = (OptionSettings: readonly object[]) =>
      service.call('ValidateConfigurationSettings', {
        ApplicationName: 'shop',
        EnvironmentName: 'shop-blue',
        OptionSettings,
      }).Messages;
    expect(check([setting(COMMAND, 'Timeout', '900')])).toEqual([]);
    expect(check([setting(COMMAND, 'Timeout', '9000'), setting('aws:x', 'y', '1')])).toEqual([
      {
        Severity: 'error',
        Namespace: COMMAND,
        OptionName: 'Timeout',
        Message:
          "Invalid option value: '9000' (Namespace: 'aws:elasticbeanstalk:command', OptionName: 'Timeout'): Value is greater than maximum allowed value: 3600",
      },
      expect.objectContaining({ Severity: 'error', Namespace: 'aws:x' }),
    ]);
    expect(optionOf(settings(service, { EnvironmentName: 'shop-blue' })[0], COMMAND, 'Timeout')).toBe('600');
  });
});

describe('the options there are', () => {
  it('come with default, severity, kind and limits', () => {
    const options = shop().call('DescribeConfigurationOptions', { EnvironmentName: 'shop-blue' }).Options as Row[];
    const find = (name: string) => options.find((option) => option.Namespace === COMMAND && option.Name === name);
    expect(find('Timeout')).toEqual({
      Namespace: COMMAND,
      Name: 'Timeout',
      DefaultValue: '600',
      ChangeSeverity: 'NoInterruption',
      UserDefined: false,
      ValueType: 'Scalar',
      MinValue: 1,
      MaxValue: 3600,
    });
    expect(find('DeploymentPolicy')?.ValueOptions).toEqual([
      'AllAtOnce',
      'Rolling',
      'RollingWithAdditionalBatch',
      'Immutable',
      'TrafficSplitting',
    ]);
    expect(options.find((option) => option.Name === 'InstanceTypes')).toMatchObject({
      ChangeSeverity: 'RestartEnvironment',
      ValueType: 'List',
    });
  });

  it('can be asked for by name', () => {
    const options = testService().call('DescribeConfigurationOptions', {
      SolutionStackName: STACK,
      Options: [{ Namespace: COMMAND, OptionName: 'Timeout' }],
    });
    expect(options).toMatchObject({ SolutionStackName: STACK, Options: [{ Name: 'Timeout' }] });
  });
});

describe('a configuration template', () => {
  it('copies an environment, takes overrides, and makes another environment', () => {
    const service = shop();
    const { EnvironmentId } = service.environment('shop-blue');
    const made = service.call('CreateConfigurationTemplate', {
      ApplicationName: 'shop',
      TemplateName: 'copy',
      EnvironmentId,
      OptionSettings: [setting(PROPERTIES, 'COLOUR', 'green')],
    });
    expect(made).toMatchObject({ TemplateName: 'copy', SolutionStackName: STACK });
    const [described] = settings(service, { TemplateName: 'copy' });
    expect(optionOf(described, COMMAND, 'DeploymentPolicy')).toBe('Rolling');
    expect(optionOf(described, PROPERTIES, 'COLOUR')).toBe('green');
    service.call('CreateEnvironment', { ApplicationName: 'shop', EnvironmentName: 'shop-green', TemplateName: 'copy' });
    service.pass(2);
    const [clone] = settings(service, { EnvironmentName: 'shop-green' });
    expect(optionOf(clone, PROPERTIES, 'COLOUR')).toBe('green');
    expect(service.call('DescribeApplications').Applications).toEqual([
      expect.objectContaining({ ConfigurationTemplates: ['copy'] }),
    ]);
  });

  it('is changed, copied and deleted', () => {
    const service = shop();
    const name = { ApplicationName: 'shop', TemplateName: 'base' };
    service.call('CreateConfigurationTemplate', {
      ...name,
      SolutionStackName: STACK,
      OptionSettings: [setting(COMMAND, 'Timeout', '60'), setting(PROPERTIES, 'A', '1')],
    });
    service.call('UpdateConfigurationTemplate', {
      ...name,
      Description: 'changed',
      OptionSettings: [setting(COMMAND, 'Timeout', '70')],
      OptionsToRemove: [{ Namespace: PROPERTIES, OptionName: 'A' }],
    });
    service.call('CreateConfigurationTemplate', {
      ApplicationName: 'shop',
      TemplateName: 'copy',
      SourceConfiguration: name,
    });
    service.call('DeleteConfigurationTemplate', name);
    service.call('DeleteConfigurationTemplate', name);
    const [copy] = settings(service, { TemplateName: 'copy' });
    expect(optionOf(copy, COMMAND, 'Timeout')).toBe('70');
    expect(optionOf(copy, PROPERTIES, 'A')).toBeUndefined();
    expect(service.refusal('DescribeConfigurationSettings', name)).toBe(
      "InvalidParameterValue: No Configuration Template named 'base' found.",
    );
  });
});

describe('platforms', () => {
  const service = testService();
  const filter = (action: string, list: string, ...Filters: readonly object[]): readonly Row[] =>
    service.call(action, { Filters })[list] as Row[];

  it('are listed as solution stacks without retired ones', () => {
    const { SolutionStacks, SolutionStackDetails } = service.call('ListAvailableSolutionStacks');
    expect(SolutionStacks).toContain(STACK);
    expect((SolutionStacks as string[]).filter((name) => name.includes('Amazon Linux 2 '))).toEqual([]);
    expect(SolutionStackDetails).toContainEqual({ SolutionStackName: STACK, PermittedFileTypes: ['zip'] });
  });

  it('are filtered by branch, state and version', () => {
    const retired = filter('ListPlatformBranches', 'PlatformBranchSummaryList', {
      Attribute: 'LifecycleState',
      Operator: '=',
      Values: ['Retired'],
    });
    expect(retired.map((branch) => branch.BranchName)).toContain('Node.js 20 running on 64bit Amazon Linux 2023');
    const newest = filter(
      'ListPlatformVersions',
      'PlatformSummaryList',
      { Type: 'PlatformName', Operator: 'begins_with', Values: ['Node.js 22'] },
      { Type: 'PlatformVersion', Operator: '=', Values: ['latest'] },
    );
    expect(newest).toEqual([
      expect.objectContaining({ PlatformVersion: '6.7.4', PlatformLifecycleState: 'Recommended' }),
    ]);
    const older = filter(
      'ListPlatformVersions',
      'PlatformSummaryList',
      { Type: 'ProgrammingLanguageName', Operator: '=', Values: ['Node.js'] },
      { Type: 'PlatformVersion', Operator: '<', Values: ['6.7.0'] },
    );
    expect(older.map((version) => version.PlatformVersion)).toEqual(['6.6.5', '6.3.1', '5.11.2']);
  });

  it('come in pages and are described by ARN', () => {
    const first = service.call('ListPlatformVersions', { MaxRecords: 3 });
    expect(first.PlatformSummaryList).toHaveLength(3);
    const second = service.call('ListPlatformVersions', { MaxRecords: 1_000, NextToken: first.NextToken });
    expect(second.NextToken).toBeUndefined();
    const [platform] = first.PlatformSummaryList as Row[];
    expect(
      service.call('DescribePlatformVersion', { PlatformArn: platform?.PlatformArn }).PlatformDescription,
    ).toMatchObject({
      SolutionStackName: STACK,
      PlatformBranchName: 'Node.js 24 running on 64bit Amazon Linux 2023',
    });
  });
});

describe('the account', () => {
  it('has quotas and one storage bucket', () => {
    const service = testService();
    expect(service.call('DescribeAccountAttributes')).toMatchObject({
      ResourceQuotas: {
        ApplicationQuota: { Maximum: 75 },
        ApplicationVersionQuota: { Maximum: 1000 },
        EnvironmentQuota: { Maximum: 200 },
      },
    });
    const bucket = { S3Bucket: 'elasticbeanstalk-us-east-1-123456789012' };
    expect(service.call('CreateStorageLocation')).toEqual(bucket);
    service.objects.putText(bucket.S3Bucket, 'kept', 'x');
    expect(service.call('CreateStorageLocation')).toEqual(bucket);
    expect(service.objects.text(bucket.S3Bucket, 'kept')).toBe('x');
  });

  it.each([
    ['shop-blue', false],
    ['SHOP-BLUE', false],
    ['shop-free', true],
  ])('knows whether %s is free as a DNS name', (CNAMEPrefix, Available) => {
    expect(shop().call('CheckDNSAvailability', { CNAMEPrefix })).toEqual({
      Available,
      FullyQualifiedCNAME: `${CNAMEPrefix}.us-east-1.elasticbeanstalk.com`,
    });
  });
});
