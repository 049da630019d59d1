/** Versions for Cluster environments: images as they are named, images that are built, what is refused, what is left. */
import {
  DeleteApplicationVersionCommand,
  UpdateApplicationResourceLifecycleCommand,
  UpdateApplicationVersionCommand,
} from '@aws-sdk/client-elastic-beanstalk';
import { describe, expect, it } from '@jest/globals';
import { ClusterService, ROLES, refusal, seeded } from '../../support/cluster-service.js';

const DOCKER = { Type: 'docker', CodeBuildServiceRole: ROLES.build } as const;

async function built(
  Build: object = DOCKER,
  scenario = {},
  files: Readonly<Record<string, string>> = { Dockerfile: 'FROM node', 'app.js': '' },
): Promise<ClusterService> {
  const service = new ClusterService({}, scenario);
  await service.version('v1', {
    Process: true,
    SourceBundle: service.putBundle('shop/v1.zip', files),
    ImageConfiguration: { Build: { ...DOCKER, ...Build } },
  });
  return service;
}

describe('an image that is there', () => {
  it.each(['public.ecr.aws/shop/web:1', `123456789012.dkr.ecr.us-east-1.amazonaws.com/web@sha256:${'a'.repeat(64)}`])(
    'is recorded as given and deployable at once: %s',
    async (Uri) => {
      const service = new ClusterService();
      const { ApplicationVersion } = await service.version('v1', {
        ImageConfiguration: { Source: { Uri } },
        Process: true,
      });
      expect(ApplicationVersion).toMatchObject({ Status: 'UNPROCESSED', ImageSource: { Uri }, Process: true });
      service.pass(600, 10);
      expect(await service.versionNow('v1')).toMatchObject({ Status: 'UNPROCESSED', ImageSource: { Uri } });
      expect((await service.create({ VersionLabel: 'v1' })).VersionLabel).toBe('v1');
    },
  );
});

describe('an image that is built', () => {
  it('is BUILDING, without an image, then PROCESSED with one that is pinned by its digest', async () => {
    const service = await built({ Architecture: 'amd64', ComputeType: 'BUILD_GENERAL1_LARGE', TimeoutInMinutes: 5 });
    const building = await service.versionNow('v1');
    expect(building).toMatchObject({ Status: 'BUILDING', Process: true });
    expect(building).not.toHaveProperty('ImageSource');
    expect(building?.BuildArn).toMatch(/^arn:aws:codebuild:us-east-1:123456789012:build\/elasticbeanstalk-shop:/);
    expect(building?.ImageBuildConfiguration).toEqual({
      ...DOCKER,
      Architecture: 'amd64',
      ComputeType: 'BUILD_GENERAL1_LARGE',
      TimeoutInMinutes: 5,
    });
    expect(await refusal(service.create({ VersionLabel: 'v1' }))).toMatch(/^InvalidParameterValue: .*v1 is unusable/);
    service.pass(200, 5);
    const version = await service.versionNow('v1');
    expect(version).toMatchObject({ Status: 'PROCESSED', BuildArn: building?.BuildArn });
    expect(version?.ImageSource?.Uri).toMatch(
      /^123456789012\.dkr\.ecr\.us-east-1\.amazonaws\.com\/elasticbeanstalk\/shop@sha256:[0-9a-f]{64}$/,
    );
    const messages = await service.messages({ VersionLabel: 'v1' });
    expect(messages.at(-1)).toBe('INFO Finished processing application version v1 with status PROCESSED.');
    expect((await service.create({ VersionLabel: 'v1' })).VersionLabel).toBe('v1');
  });

  it('never begins without Process, and then cannot be deployed', async () => {
    const service = new ClusterService();
    await service.version('v1', {
      SourceBundle: service.putBundle('v1.zip', { Dockerfile: 'FROM node' }),
      ImageConfiguration: { Build: DOCKER },
    });
    service.pass(3_600, 60);
    const version = await service.versionNow('v1');
    expect(version).toMatchObject({ Status: 'UNPROCESSED', Process: false });
    expect(version).not.toHaveProperty('BuildArn');
    expect(await refusal(service.create({ VersionLabel: 'v1' }))).toMatch(/unusable/);
  });

  const FAILURES = [
    [
      'the build fails',
      {},
      { build: 'fails' },
      /^ERROR Failed to build the container image of v1\. See the build arn:aws:codebuild/,
    ],
    ['the push fails', {}, { build: 'fails-to-push' }, /^ERROR Failed to push the container image of v1 to Amazon ECR/],
    [
      'its role cannot be assumed',
      {},
      { build: 'fails-to-assume-role' },
      /^ERROR Failed to assume the role arn:aws:iam/,
    ],
    [
      'it takes longer than its timeout',
      { TimeoutInMinutes: 5 },
      { buildSeconds: 301 },
      /^ERROR .* within 5 minutes and was stopped/,
    ],
    ['it takes longer than an hour', {}, { buildSeconds: 3_601 }, /within 60 minutes/],
    ['a buildpack build has no builder', { Type: 'buildpack' }, {}, /^ERROR .*no builder is set/],
  ] as const;

  it.each(FAILURES)('is FAILED with events of the version when %s', async (_, build, behaviour, expected) => {
    const service = await built(build, { versions: { v1: behaviour } });
    service.pass(4_000, 10);
    const version = await service.versionNow('v1');
    expect(version?.Status).toBe('FAILED');
    expect(version).not.toHaveProperty('ImageSource');
    expect((await service.messages({ VersionLabel: 'v1', Severity: 'ERROR' }))[0]).toMatch(expected);
    expect(await refusal(service.create({ VersionLabel: 'v1' }))).toMatch(/unusable/);
  });

  it('burns the label of a failure: it is free only when the version is deleted', async () => {
    const service = await built({}, { versions: { v1: { build: 'fails' } } });
    const again = () => service.version('v1');
    const command = new DeleteApplicationVersionCommand({ ApplicationName: 'shop', VersionLabel: 'v1' });
    expect(await refusal(service.client.send(command))).toMatch(/^OperationInProgress/);
    service.pass(200, 5);
    expect(await refusal(again())).toBe('InvalidParameterValue: Application Version v1 already exists.');
    await service.client.send(command);
    expect((await again()).ApplicationVersion?.Status).toBe('UNPROCESSED');
  });

  it.each([
    ['a type in the wrong case', { Type: 'Docker' }, { Dockerfile: 'FROM node' }],
    ['no Dockerfile', {}, { 'app.js': '' }],
    ['a Dockerfile elsewhere', { DockerfileLocation: 'docker/Dockerfile' }, { Dockerfile: 'FROM node' }],
  ])('ends PROCESSED without an image for %s', async (_, build, files) => {
    const service = await built(build, {}, files);
    service.pass(200, 5);
    const version = await service.versionNow('v1');
    expect(version?.Status).toBe('PROCESSED');
    expect(version).not.toHaveProperty('ImageSource');
    // Its pods have nothing to run.
    service.simulator.seed(seeded({ versionLabel: 'v0', instances: 1 }));
    await service.update({ VersionLabel: 'v1' });
    service.pass(700, 5);
    expect(await service.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v0' });
    expect((await service.messages({ Severity: 'ERROR' }))[0]).toMatch(/Its pods are in InvalidImageName\.$/);
  });

  it.each([
    [{ DockerfileLocation: './docker/Dockerfile' }, { 'docker/Dockerfile': 'FROM node' }],
    [{ Type: 'buildpack', Buildpack: 'paketobuildpacks/builder-jammy-base' }, { 'package.json': '{}' }],
  ])('is made as %j says', async (build, files) => {
    const service = await built(build, {}, files);
    service.pass(200, 5);
    expect((await service.versionNow('v1'))?.ImageSource?.Uri).toContain('@sha256:');
  });
});

describe('a version is refused', () => {
  const bundle = { S3Bucket: 'b', S3Key: 'k' };
  const Source = { Uri: 'public.ecr.aws/shop/web:1' };
  const codeBuild = { CodeBuildServiceRole: ROLES.build, Image: 'aws/codebuild/standard:7.0' };
  it.each([
    [
      'both',
      { ImageConfiguration: { Source, Build: DOCKER }, SourceBundle: bundle },
      /^InvalidParameterCombination: .*exactly one/,
    ],
    [
      'an image and a bundle',
      { ImageConfiguration: { Source }, SourceBundle: bundle },
      /^InvalidParameterCombination: .*Source and SourceBundle/,
    ],
    [
      'a build without a bundle',
      { ImageConfiguration: { Build: DOCKER } },
      /^InvalidParameterCombination: .*requires a SourceBundle/,
    ],
    [
      'the older build configuration beside it',
      { ImageConfiguration: { Source }, BuildConfiguration: codeBuild },
      /^InvalidParameterCombination: .*BuildConfiguration/,
    ],
    [
      'an unknown type',
      { ImageConfiguration: { Build: { ...DOCKER, Type: 'nix' } }, SourceBundle: bundle },
      /^InvalidParameterValue: Value 'nix'/,
    ],
    [
      'an unknown architecture',
      { ImageConfiguration: { Build: { ...DOCKER, Architecture: 'x86' } }, SourceBundle: bundle },
      /^InvalidParameterValue: Value 'x86'/,
    ],
    [
      'an unknown compute type',
      { ImageConfiguration: { Build: { ...DOCKER, ComputeType: 'BIG' } }, SourceBundle: bundle },
      /^InvalidParameterValue: Value 'BIG'/,
    ],
    [
      'too short a timeout',
      { ImageConfiguration: { Build: { ...DOCKER, TimeoutInMinutes: 4 } }, SourceBundle: bundle },
      /^InvalidParameterValue: .*between 5 and 480/,
    ],
    [
      'too long a timeout',
      { ImageConfiguration: { Build: { ...DOCKER, TimeoutInMinutes: 481 } }, SourceBundle: bundle },
      /^InvalidParameterValue: .*between 5 and 480/,
    ],
    [
      'no role',
      { ImageConfiguration: { Build: { Type: 'docker' } }, SourceBundle: bundle },
      /^ValidationError: .*'CodeBuildServiceRole'/,
    ],
    [
      'no type',
      { ImageConfiguration: { Build: { CodeBuildServiceRole: ROLES.build } }, SourceBundle: bundle },
      /^ValidationError: .*'Type'/,
    ],
  ])('with %s', async (_, input, expected) => {
    const service = new ClusterService();
    // The types forbid some of these; the service is asked all the same.
    expect(await refusal(service.version('v1', input as object))).toMatch(expected);
    expect(await service.versionNow('v1')).toBeUndefined();
  });
});

describe('a version for Cluster environments', () => {
  it('keeps its image when its description changes', async () => {
    const service = new ClusterService();
    await service.version('v1');
    const Description = 'the first';
    await service.client.send(
      new UpdateApplicationVersionCommand({ ApplicationName: 'shop', VersionLabel: 'v1', Description }),
    );
    expect(await service.versionNow('v1')).toMatchObject({
      Description,
      ImageSource: { Uri: 'public.ecr.aws/shop/web:v1' },
    });
  });

  it('leaves its bundle in S3 when it is deleted', async () => {
    const service = await built();
    service.pass(200, 5);
    await service.client.send(
      new DeleteApplicationVersionCommand({ ApplicationName: 'shop', VersionLabel: 'v1', DeleteSourceBundle: true }),
    );
    expect(await service.versionNow('v1')).toBeUndefined();
    expect(service.objects.list('elasticbeanstalk-us-east-1-123456789012', 'shop/v1.zip')).toHaveLength(1);
  });

  it('is never removed by a lifecycle policy', async () => {
    const service = new ClusterService();
    await service.version('v1');
    const MaxCountRule = { Enabled: true, MaxCount: 1, DeleteSourceFromS3: true };
    const ResourceLifecycleConfig = {
      ServiceRole: ROLES.cluster,
      VersionLifecycleConfig: { MaxCountRule, MaxAgeRule: { Enabled: false } },
    };
    await service.client.send(
      new UpdateApplicationResourceLifecycleCommand({ ApplicationName: 'shop', ResourceLifecycleConfig }),
    );
    for (const label of ['v2', 'v3']) await service.version(label);
    expect(await service.versionNow('v1')).toBeDefined();
  });

  it('does not fit a Standard environment, nor a bundle a Cluster environment, nor an architecture another one', async () => {
    const shop = { application: 'shop', name: 'shop-standard' };
    const service = new ClusterService({ environments: [...(seeded().environments ?? []), shop] });
    await service.version('v2');
    const standard = service.update({ EnvironmentName: 'shop-standard', VersionLabel: 'v2' });
    expect(await refusal(standard)).toMatch(/^InvalidParameterValue: .*can only run in a Cluster environment/);
    await service.version('v3', {
      ImageConfiguration: undefined,
      SourceBundle: service.putBundle('v3.zip', { a: '' }),
    });
    expect(await refusal(service.update({ VersionLabel: 'v3' }))).toMatch(
      /^InvalidParameterValue: .*no container image/,
    );
    const arm = await built({ Architecture: 'arm64' });
    arm.pass(200, 5);
    expect(await refusal(arm.create({ VersionLabel: 'v1' }))).toMatch(
      /built for arm64, and the environment runs amd64/,
    );
  });
});
