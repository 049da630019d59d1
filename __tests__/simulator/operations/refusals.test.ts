/** Refusals about applications, versions, templates, platforms and the account: code and text, one row each. */
import { describe, expect, it } from '@jest/globals';
import { testService } from '../../support/service.js';
import { BUCKET, preparedShop, STACK } from '../../support/shop.js';

const bundle = (S3Bucket: string, S3Key: string) => ({
  ApplicationName: 'shop',
  VersionLabel: 'v2',
  SourceBundle: { S3Bucket, S3Key },
});

describe('the service refuses', () => {
  const service = preparedShop();

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['CreateApplication', { ApplicationName: 'shop' }, 'InvalidParameterValue: Application shop already exists.'],
    [
      'CreateApplication',
      { ApplicationName: 'a/b' },
      "InvalidParameterValue: Value a/b at 'ApplicationName' failed to satisfy constraint: Member must not contain the '/' character",
    ],
    [
      'CreateApplication',
      { ApplicationName: 'x'.repeat(101) },
      `InvalidParameterValue: Value ${'x'.repeat(101)} at 'ApplicationName' failed to satisfy constraint: Member must have length less than or equal to 100`,
    ],
    ['UpdateApplication', { ApplicationName: 'none' }, "InvalidParameterValue: No Application named 'none' found."],
    [
      'DeleteApplication',
      { ApplicationName: 'old' },
      'InvalidParameterValue: Unable to delete application old because it has a version that is deployed to a running environment.',
    ],
    [
      'DeleteApplication',
      { ApplicationName: 'shop', TerminateEnvByForce: true },
      'OperationInProgressFailure: Unable to delete application: shop. An operation is already in progress, please retry again shortly.',
    ],
    [
      'CreateApplicationVersion',
      { ApplicationName: 'none', VersionLabel: 'v1' },
      "InvalidParameterValue: No Application named 'none' found.",
    ],
    [
      'CreateApplicationVersion',
      { ApplicationName: 'shop', VersionLabel: 'v1' },
      'InvalidParameterValue: Application Version v1 already exists.',
    ],
    [
      'CreateApplicationVersion',
      { ApplicationName: 'shop', VersionLabel: 'feature/x' },
      "InvalidParameterValue: Value feature/x at 'VersionLabel' failed to satisfy constraint: Member must not contain the '/' character",
    ],
    [
      'CreateApplicationVersion',
      bundle(BUCKET, 'gone.zip'),
      `InvalidParameterCombination: Unable to download from S3 location (Bucket: ${BUCKET}  Key: gone.zip). Reason: Not Found`,
    ],
    [
      'CreateApplicationVersion',
      bundle('foreign', 'v1.zip'),
      'InvalidParameterCombination: Unable to download from S3 location (Bucket: foreign  Key: v1.zip). Reason: Forbidden',
    ],
    [
      'CreateApplicationVersion',
      bundle('elasticbeanstalk-eu-west-1-123456789012', 'v1.zip'),
      'InvalidParameterCombination: Unable to download from S3 location (Bucket: elasticbeanstalk-eu-west-1-123456789012  Key: v1.zip). Reason: The bucket is in this region: eu-west-1. Please use this region to retry the request',
    ],
    [
      'CreateApplicationVersion',
      { ...bundle(BUCKET, 'shop/v1.zip'), SourceBuildInformation: {} },
      'InvalidParameterCombination: SourceBundle and SourceBuildInformation cannot be specified together.',
    ],
    [
      'CreateApplicationVersion',
      { ApplicationName: 'shop', VersionLabel: 'v2', ImageConfiguration: {} },
      'InvalidParameterCombination: ImageConfiguration must have exactly one of Source and Build.',
    ],
    [
      'UpdateApplicationVersion',
      { ApplicationName: 'shop', VersionLabel: 'none' },
      "InvalidParameterValue: No Application Version named 'none' found.",
    ],
    [
      'DeleteApplicationVersion',
      { ApplicationName: 'shop', VersionLabel: 'v0' },
      'InvalidParameterValue: Unable to delete application version v0 because it is used by the following environments: shop-blue, shop-green, shop-busy, shop-jobs.',
    ],
    [
      'DeleteApplicationVersion',
      { ApplicationName: 'shop', VersionLabel: 'v1' },
      'InvalidParameterValue: Unable to delete application version v1 because it is used by the following environments: shop-busy.',
    ],
    [
      'CreateConfigurationTemplate',
      { ApplicationName: 'shop', TemplateName: 'saved', SolutionStackName: STACK },
      'InvalidParameterValue: Configuration Template saved already exists.',
    ],
    [
      'CreateConfigurationTemplate',
      { ApplicationName: 'shop', TemplateName: 'bare' },
      'InvalidParameterValue: Unable to determine base for template pack (no solution stack)',
    ],
    [
      'CreateConfigurationTemplate',
      { ApplicationName: 'shop', TemplateName: 'bare', SolutionStackName: 'Windows 95' },
      "InvalidParameterValue: No Solution Stack named 'Windows 95' found.",
    ],
    [
      'CreateConfigurationTemplate',
      { ApplicationName: 'shop', TemplateName: 'bare', EnvironmentId: 'e-none' },
      "InvalidParameterValue: No Environment found for EnvironmentId = 'e-none'.",
    ],
    [
      'CreateConfigurationTemplate',
      {
        ApplicationName: 'shop',
        TemplateName: 'bare',
        SourceConfiguration: { ApplicationName: 'shop', TemplateName: 'none' },
      },
      "InvalidParameterValue: No Configuration Template named 'none' found.",
    ],
    [
      'UpdateConfigurationTemplate',
      {
        ApplicationName: 'shop',
        TemplateName: 'saved',
        OptionSettings: [{ Namespace: 'aws:x', OptionName: 'Y', Value: '1' }],
      },
      "ConfigurationValidationException: Configuration validation exception: Invalid option specification (Namespace: 'aws:x', OptionName: 'Y'): Unknown configuration setting.",
    ],
    [
      'DescribeConfigurationSettings',
      { ApplicationName: 'shop' },
      'MissingRequiredParameter: Either EnvironmentName or TemplateName must be provided.',
    ],
    [
      'DescribeConfigurationSettings',
      { ApplicationName: 'shop', EnvironmentName: 'shop-blue', TemplateName: 'saved' },
      'InvalidParameterCombination: TemplateName and EnvironmentName cannot be specified together.',
    ],
    [
      'DescribeConfigurationSettings',
      { ApplicationName: 'old', EnvironmentName: 'shop-blue' },
      "InvalidParameterValue: No Environment found for EnvironmentName = 'shop-blue'.",
    ],
    [
      'DescribePlatformVersion',
      { PlatformArn: 'arn:none' },
      "InvalidParameterValue: No Platform found for PlatformArn = 'arn:none'.",
    ],
    [
      'ListPlatformVersions',
      { Filters: [{ Type: 'Colour', Operator: '=', Values: ['blue'] }] },
      "InvalidParameterValue: Invalid filter: 'Colour' is not a supported filter.",
    ],
    [
      'CheckDNSAvailability',
      { CNAMEPrefix: 'ab' },
      "InvalidParameterValue: Value ab at 'CNAMEPrefix' failed to satisfy constraint: Member must have length greater than or equal to 4",
    ],
    [
      'CheckDNSAvailability',
      { CNAMEPrefix: '-shop' },
      "InvalidParameterValue: Value -shop at 'CNAMEPrefix' failed to satisfy constraint: Member must contain only letters, digits, and the dash character and may not start or end with a dash",
    ],
  ])('%s %j', (action, input, refusal) => {
    expect(service.refusal(action, input)).toBe(refusal);
  });

  it('without having changed anything', () => {
    expect(service.environment('shop-blue').Status).toBe('Ready');
    expect(service.messages('shop-blue')).toEqual([]);
    expect(service.call('DescribeApplicationVersions', { ApplicationName: 'shop' }).ApplicationVersions).toHaveLength(
      2,
    );
  });

  it('the thousand-and-first version, over all applications', () => {
    const full = testService({ applications: [{ name: 'one' }, { name: 'two' }] });
    for (let number = 0; number < 1_000; number += 1) {
      full.call('CreateApplicationVersion', {
        ApplicationName: number % 2 ? 'one' : 'two',
        VersionLabel: `v${number}`,
      });
    }
    expect(full.refusal('CreateApplicationVersion', { ApplicationName: 'one', VersionLabel: 'v1000' })).toBe(
      'TooManyApplicationVersionsException: You cannot have more than 1000 Application Versions. Either remove some Application Versions or request a limit increase.',
    );
  });
});
