/** Applications and their versions: events, pages, processing, lifecycle policy, deletion. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { zipTexts } from '../../../src/simulator/storage/zip-writer.js';
import { type TestService, testService } from '../../support/service.js';

const BUCKET = 'elasticbeanstalk-us-east-1-123456789012';
type Version = Readonly<Record<string, unknown>>;

const services: TestService[] = [];
afterAll(() => {
  for (const service of services) service.objects.dispose();
});

function shop(): TestService {
  const service = testService({ applications: [{ name: 'shop' }] });
  services.push(service);
  service.call('CreateStorageLocation');
  return service;
}

const versionsOf = (service: TestService, input: object = {}): readonly Version[] =>
  service.call('DescribeApplicationVersions', { ApplicationName: 'shop', ...input }).ApplicationVersions as Version[];

const labels = (service: TestService): readonly unknown[] => versionsOf(service).map((version) => version.VersionLabel);

const create = (service: TestService, VersionLabel: string, rest: object = {}): Version =>
  service.call('CreateApplicationVersion', { ApplicationName: 'shop', VersionLabel, ...rest })
    .ApplicationVersion as Version;

describe('an application', () => {
  it('is created with three events and described as given', () => {
    const service = testService();
    const { Application } = service.call('CreateApplication', { ApplicationName: 'shop', Description: 'A shop' });
    expect(Application).toMatchObject({
      ApplicationName: 'shop',
      ApplicationArn: 'arn:aws:elasticbeanstalk:us-east-1:123456789012:application/shop',
      Description: 'A shop',
      Versions: [],
      ConfigurationTemplates: [],
    });
    expect(service.events({ ApplicationName: 'shop' })).toEqual([
      expect.objectContaining({ Message: 'createApplication is starting.', RequestId: 'request-1', Severity: 'INFO' }),
      expect.objectContaining({ Message: 'Created new Application: shop', RequestId: 'request-1' }),
      expect.objectContaining({ Message: 'createApplication completed successfully.', RequestId: 'request-1' }),
    ]);
    expect(service.events()[0]).not.toHaveProperty('EnvironmentName');
  });

  it('is found by name, and an unknown name finds nothing', () => {
    const service = testService({ applications: [{ name: 'one' }, { name: 'two' }] });
    expect(service.call('DescribeApplications').Applications).toHaveLength(2);
    expect(service.call('DescribeApplications', { ApplicationNames: ['two', 'three'] }).Applications).toEqual([
      expect.objectContaining({ ApplicationName: 'two' }),
    ]);
    service.call('UpdateApplication', { ApplicationName: 'two', Description: '' });
    expect(service.call('DescribeApplications', { ApplicationNames: ['two'] }).Applications).toEqual([
      expect.objectContaining({ Description: '' }),
    ]);
  });

  it('without environments is deleted at once; deleting it again is no error', () => {
    const service = shop();
    create(service, 'v1');
    service.call('DeleteApplication', { ApplicationName: 'shop' });
    expect(service.call('DescribeApplications').Applications).toEqual([]);
    expect(service.messages().slice(-2)).toEqual([
      'deleteApplication is starting.',
      'The application has been deleted successfully.',
    ]);
    service.call('DeleteApplication', { ApplicationName: 'shop' });
  });

  it('with environments goes after they have been terminated, when forced', () => {
    const service = testService({
      environments: [
        { application: 'shop', name: 'shop-blue', loadBalancer: 'classic' },
        { application: 'shop', name: 'shop-solo', loadBalancer: 'none' },
      ],
    });
    service.call('DeleteApplication', { ApplicationName: 'shop', TerminateEnvByForce: true });
    expect(service.environment('shop-blue').Status).toBe('Terminating');
    service.pass(200);
    expect(service.call('DescribeApplications').Applications).toEqual([]);
    const messages = service.messages();
    expect(messages.slice(0, 2)).toEqual([
      'deleteApplication is starting.',
      'Invoking Environment Termination workflows.',
    ]);
    expect(messages.slice(-2)).toEqual([
      'The environment termination step is done.',
      'The application has been deleted successfully.',
    ]);
    expect(messages.filter((text) => text === 'deleteApplication completed successfully.')).toHaveLength(2);
    expect(messages).not.toContain('terminateEnvironment is starting.');
    expect(service.runtime.instanceIds).toEqual([]);
  });
});

describe('an application version', () => {
  it('is created from a bundle that is there, with its events', () => {
    const service = shop();
    service.objects.putText(BUCKET, 'v1.zip', 'zip');
    const version = create(service, 'v1', {
      Description: 'First',
      SourceBundle: { S3Bucket: BUCKET, S3Key: 'v1.zip' },
      Tags: [{ Key: 'hash', Value: 'abc' }],
    });
    expect(version).toMatchObject({
      ApplicationName: 'shop',
      VersionLabel: 'v1',
      Description: 'First',
      SourceBundle: { S3Bucket: BUCKET, S3Key: 'v1.zip' },
      Status: 'UNPROCESSED',
    });
    expect(version.DateCreated).toEqual(version.DateUpdated);
    expect(service.events().map(({ Message, VersionLabel }) => [Message, VersionLabel])).toEqual([
      ['createApplicationVersion is starting.', 'v1'],
      ['Created new Application Version: v1', 'v1'],
      ['createApplicationVersion completed successfully.', 'v1'],
    ]);
    expect(service.call('ListTagsForResource', { ResourceArn: version.ApplicationVersionArn }).ResourceTags).toEqual([
      { Key: 'hash', Value: 'abc' },
    ]);
    service.pass(60);
    expect(versionsOf(service)[0]?.Status).toBe('UNPROCESSED');
  });

  it('creates its application when asked to', () => {
    const service = testService();
    service.call('CreateApplicationVersion', {
      ApplicationName: 'new',
      VersionLabel: 'v1',
      AutoCreateApplication: true,
    });
    expect(service.messages()).toEqual([
      'createApplication is starting.',
      'Created new Application: new',
      'createApplication completed successfully.',
      'createApplicationVersion is starting.',
      'Created new Application Version: v1',
      'createApplicationVersion completed successfully.',
    ]);
  });

  it.each([
    ['PROCESSED', 'INFO', 'option_settings: {}\n'],
    ['FAILED', 'ERROR', 'option_settings:\n  a: [\n'],
  ])('that is processed ends %s', (status, severity, content) => {
    const service = shop();
    service.objects.put(BUCKET, 'v1.zip', zipTexts([{ name: '.ebextensions/a.config', text: content }]));
    create(service, 'v1', { Process: true, SourceBundle: { S3Bucket: BUCKET, S3Key: 'v1.zip' } });
    expect(versionsOf(service)[0]?.Status).toBe('PROCESSING');
    expect(service.refusal('DeleteApplicationVersion', { ApplicationName: 'shop', VersionLabel: 'v1' })).toBe(
      'OperationInProgressFailure: Unable to delete application version: v1. An operation is already in progress, please retry again shortly.',
    );
    service.pass(10);
    expect(versionsOf(service)[0]?.Status).toBe(status);
    expect(service.events().at(-1)).toMatchObject({ Severity: severity, VersionLabel: 'v1' });
    expect(service.messages().at(-1)).toMatch(new RegExp(`^Finished processing application version .*${status}\\.$`));
  });

  it('is listed newest first, in pages, and by labels', () => {
    const service = shop();
    for (let number = 1; number <= 5; number += 1) create(service, `v${number}`);
    expect(labels(service)).toEqual(['v5', 'v4', 'v3', 'v2', 'v1']);
    const pages: unknown[][] = [];
    let token: unknown;
    do {
      const answer = service.call('DescribeApplicationVersions', {
        MaxRecords: 2,
        ...(token === undefined ? {} : { NextToken: token }),
      });
      pages.push((answer.ApplicationVersions as Version[]).map((version) => version.VersionLabel));
      token = answer.NextToken;
    } while (token !== undefined);
    expect(pages).toEqual([['v5', 'v4'], ['v3', 'v2'], ['v1']]);
    expect(versionsOf(service, { VersionLabels: ['v2', 'v9'] }).map((version) => version.VersionLabel)).toEqual(['v2']);
    expect(service.call('DescribeApplicationVersions', { ApplicationName: 'none' })).toEqual({
      ApplicationVersions: [],
    });
    expect(service.refusal('DescribeApplicationVersions', { NextToken: 'nonsense' })).toBe(
      'InvalidParameterValue: Invalid NextToken.',
    );
  });

  it('is deleted with its bundle when asked to, and without it otherwise', () => {
    const service = shop();
    for (const key of ['a.zip', 'b.zip']) service.objects.putText(BUCKET, key, 'zip');
    create(service, 'a', { SourceBundle: { S3Bucket: BUCKET, S3Key: 'a.zip' } });
    create(service, 'b', { SourceBundle: { S3Bucket: BUCKET, S3Key: 'b.zip' } });
    service.call('DeleteApplicationVersion', { ApplicationName: 'shop', VersionLabel: 'a' });
    service.call('DeleteApplicationVersion', { ApplicationName: 'shop', VersionLabel: 'b', DeleteSourceBundle: true });
    service.call('DeleteApplicationVersion', { ApplicationName: 'shop', VersionLabel: 'never' });
    expect(labels(service)).toEqual([]);
    expect(service.objects.list(BUCKET, '').map((object) => object.key)).toEqual(['a.zip']);
  });
});

describe('a lifecycle policy', () => {
  const policy = (rule: object) => ({
    ApplicationName: 'shop',
    ResourceLifecycleConfig: { ServiceRole: 'arn:aws:iam::123456789012:role/eb', VersionLifecycleConfig: rule },
  });

  it('keeps the newest versions and those in use', () => {
    const service = testService({ environments: [{ application: 'shop', name: 'shop-blue', versionLabel: 'v0' }] });
    service.call('UpdateApplicationResourceLifecycle', policy({ MaxCountRule: { Enabled: true, MaxCount: 2 } }));
    for (let number = 1; number <= 4; number += 1) create(service, `v${number}`);
    expect(labels(service)).toEqual(['v4', 'v3', 'v0']);
  });

  it('by age removes bundles too when it says so', () => {
    const service = shop();
    service.objects.putText(BUCKET, 'a.zip', 'zip');
    create(service, 'a', { SourceBundle: { S3Bucket: BUCKET, S3Key: 'a.zip' } });
    service.call(
      'UpdateApplicationResourceLifecycle',
      policy({ MaxAgeRule: { Enabled: true, MaxAgeInDays: 1, DeleteSourceFromS3: true } }),
    );
    service.clock.advance(25 * 3_600_000);
    create(service, 'b');
    expect(labels(service)).toEqual(['b']);
    expect(service.objects.head(BUCKET, 'a.zip')).toBeUndefined();
  });

  it('needs a service role and cannot have both rules', () => {
    const service = shop();
    const both = { MaxCountRule: { Enabled: true }, MaxAgeRule: { Enabled: true } };
    expect(service.refusal('UpdateApplicationResourceLifecycle', policy(both))).toContain('cannot be enabled');
    expect(
      service.refusal('UpdateApplicationResourceLifecycle', {
        ApplicationName: 'shop',
        ResourceLifecycleConfig: { VersionLifecycleConfig: { MaxCountRule: { Enabled: true } } },
      }),
    ).toContain('service role');
  });
});
