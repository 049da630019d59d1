/** What a version's bundle and state do to environments: `.ebextensions` as the weakest layer, unusable versions, wrong tiers. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { zipTexts } from '../../../src/simulator/storage/zip-writer.js';
import { type TestService, testService } from '../../support/service.js';
import { BUCKET, STACK } from '../../support/shop.js';

const COMMAND = 'aws:elasticbeanstalk:command';
const services: TestService[] = [];
afterAll(() => {
  for (const service of services) service.objects.dispose();
});

function shop(): TestService {
  const service = testService({
    environments: [
      { application: 'shop', name: 'shop-blue', versionLabel: 'v1', options: { [COMMAND]: { Timeout: '700' } } },
    ],
  });
  services.push(service);
  service.call('CreateStorageLocation');
  return service;
}

function addVersion(service: TestService, label: string, config: string, rest: object = {}): void {
  service.objects.put(BUCKET, `${label}.zip`, zipTexts([{ name: '.ebextensions/options.config', text: config }]));
  service.call('CreateApplicationVersion', {
    ApplicationName: 'shop',
    VersionLabel: label,
    SourceBundle: { S3Bucket: BUCKET, S3Key: `${label}.zip` },
    ...rest,
  });
}

function valueOfOption(service: TestService, name: string): unknown {
  const [deployed] = service.call('DescribeConfigurationSettings', {
    ApplicationName: 'shop',
    EnvironmentName: 'shop-blue',
  }).ConfigurationSettings as { OptionSettings: { Namespace: string; OptionName: string; Value?: string }[] }[];
  return deployed?.OptionSettings.find((row) => row.Namespace === COMMAND && row.OptionName === name)?.Value;
}

describe('options of a deployed bundle', () => {
  it('count where the API has said nothing, and go with the version', () => {
    const service = shop();
    addVersion(service, 'v2', `option_settings:\n  ${COMMAND}:\n    Timeout: 60\n    BatchSize: 25\n`);
    addVersion(service, 'v3', 'option_settings: {}\n');
    service.call('UpdateEnvironment', { EnvironmentName: 'shop-blue', VersionLabel: 'v2' });
    service.pass(180);
    expect(service.environment('shop-blue')).toMatchObject({ Status: 'Ready', VersionLabel: 'v2' });
    expect(valueOfOption(service, 'Timeout')).toBe('700');
    expect(valueOfOption(service, 'BatchSize')).toBe('25');
    service.call('UpdateEnvironment', { EnvironmentName: 'shop-blue', VersionLabel: 'v3' });
    service.pass(900);
    expect(service.environment('shop-blue')).toMatchObject({ Status: 'Ready', VersionLabel: 'v3' });
    expect(valueOfOption(service, 'BatchSize')).toBe('100');
  });

  it('that are broken fail the deployment before any instance is touched', () => {
    const service = shop();
    addVersion(service, 'v2', 'option_settings:\n  a: [\n');
    service.call('UpdateEnvironment', { EnvironmentName: 'shop-blue', VersionLabel: 'v2' });
    service.pass(60);
    expect(service.environment('shop-blue')).toMatchObject({ Status: 'Ready', VersionLabel: 'v1' });
    const errors = service.events({ EnvironmentName: 'shop-blue', Severity: 'ERROR' }).map((event) => event.Message);
    expect(errors).toEqual([
      expect.stringMatching(
        /^The configuration file \.ebextensions\/options\.config in application version v2 contains invalid YAML or JSON\./,
      ),
      'Failed to deploy application.',
    ]);
    expect(service.runtime.instanceIds.map((id) => service.runtime.serves(id))).toEqual(['v1', 'v1']);
  });
});

describe('environments refuse', () => {
  it('a version that failed processing, or is still in it', () => {
    const service = shop();
    addVersion(service, 'v2', 'option_settings:\n  a: [\n', { Process: true });
    const deploy = { EnvironmentName: 'shop-blue', VersionLabel: 'v2' };
    const refusal = 'InvalidParameterValue: Application version v2 is unusable and cannot be used with an environment.';
    expect(service.refusal('UpdateEnvironment', deploy)).toBe(refusal);
    service.pass(10);
    expect(service.refusal('UpdateEnvironment', deploy)).toBe(refusal);
    expect(
      service.refusal('CreateEnvironment', {
        ApplicationName: 'shop',
        EnvironmentName: 'shop-new',
        VersionLabel: 'v2',
        SolutionStackName: STACK,
      }),
    ).toBe(refusal);
  });

  it('another tier, and tiers that the simulator does not have', () => {
    const service = shop();
    const create = (Name: string) => ({
      ApplicationName: 'shop',
      EnvironmentName: 'shop-new',
      SolutionStackName: STACK,
      Tier: { Name },
    });
    expect(service.refusal('UpdateEnvironment', { EnvironmentName: 'shop-blue', Tier: { Name: 'Worker' } })).toBe(
      'InvalidParameterValue: Cannot change environment tier',
    );
    expect(service.refusal('CreateEnvironment', create('Cluster'))).toBe(
      'InvalidParameterValue: Invalid environment tier: Cluster/.',
    );
    expect(service.refusal('CreateEnvironment', create('Desktop'))).toBe(
      'InvalidParameterValue: Invalid environment tier: Desktop.',
    );
  });
});

describe('a restored world', () => {
  it('has no version that is processed for ever', () => {
    const service = shop();
    addVersion(service, 'v2', 'option_settings: {}\n', { Process: true });
    const saved = service.simulator.save();
    service.simulator.restore(saved);
    expect(service.call('DescribeApplicationVersions', { VersionLabels: ['v2'] }).ApplicationVersions).toEqual([
      expect.objectContaining({ Status: 'UNPROCESSED' }),
    ]);
  });
});
