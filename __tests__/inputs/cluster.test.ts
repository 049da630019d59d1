import { describe, expect, it } from '@jest/globals';
import { read } from '../../src/inputs/read.js';
import { inputHost, memoryFiles } from '../support/recording-host.js';
import { problemsFor, REQUIRED, readGiven, settingsFor, WORKSPACE } from './given.js';

const ROLE = 'arn:aws:iam::123456789012:role/build';
const IMAGE = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1';
const build = (more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ Type: 'docker', CodeBuildServiceRole: ROLE, ...more });

describe('image-uri', () => {
  it('is the only source of a version, and nothing is bundled', async () => {
    const { bundle, imageBuild } = await settingsFor({ 'image-uri': IMAGE });
    expect(bundle).toMatchObject({ kind: 'registry-image', image: { repository: 'shop', tag: '1' } });
    expect(imageBuild).toBeUndefined();
  });

  it.each([
    ['deployment-package-path', 'dist/app.zip'],
    ['source-directory', 'app'],
    ['build-configuration', build()],
  ])('does not go together with %s: a version has one source', async (input, value) => {
    const problems = await problemsFor({ 'image-uri': IMAGE, [input]: value });
    expect(problems.map(({ code, input: named }) => [code, named])).toContainEqual([
      'contradicting-inputs',
      'image-uri',
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['docker-image', { 'docker-image': 'ghcr.io/acme/shop:1', 'docker-port': '80' }],
    ['an existing version', { 'version-source': 'existing', 'version-label': 'v1' }],
    ['no version at all', { 'version-source': 'none', 'environment-variables': 'A=1' }],
    ['a platform', { 'solution-stack-name': '64bit Amazon Linux 2023 v6.7.4 running Node.js 24' }],
    ['a platform by its ARN', { 'platform-arn': 'arn:aws:elasticbeanstalk:eu-west-1::platform/x/1' }],
    ['patterns of files', { 'exclude-patterns': '*.log' }],
    ['a password of a registry, which pods do not have', { 'docker-registry-auth': 'kim:secret' }],
    ['the tier of workers', { 'create-environment-if-not-exists': 'true', 'environment-tier': 'Worker' }],
    ['a rollback, which makes no version', { operation: 'rollback' }],
  ])('contradicts %s', async (_, inputs) => {
    const problems = await problemsFor({ 'image-uri': IMAGE, ...inputs });
    expect(problems.map(({ code }) => code)).toContain('contradicting-inputs');
  });

  it('is a reference of an image', async () => {
    const [problem] = await problemsFor({ 'image-uri': 'Shop Image' });
    expect(problem).toMatchObject({ code: 'wrong-input', input: 'image-uri' });
  });
});

describe('build-configuration', () => {
  it('has the members that the service has', async () => {
    const members = {
      DockerfileLocation: 'deploy/Dockerfile',
      Architecture: 'arm64',
      ComputeType: 'BUILD_GENERAL1_LARGE',
    };
    const { bundle, imageBuild } = await settingsFor({
      'build-configuration': build({ ...members, TimeoutInMinutes: 5 }),
    });
    expect(bundle?.kind).toBe('directory');
    expect(imageBuild).toEqual({
      type: 'docker',
      serviceRole: ROLE,
      dockerfileLocation: 'deploy/Dockerfile',
      architecture: 'arm64',
      computeType: 'BUILD_GENERAL1_LARGE',
      timeoutMinutes: 5,
    });
  });

  it('builds from a package as well', async () => {
    const given = { 'build-configuration': build(), 'deployment-package-path': 'dist/app.zip' };
    expect((await settingsFor(given)).bundle?.kind).toBe('archive');
  });

  it('sends `docker` in small letters, because `Docker` ends without an image', async () => {
    expect((await settingsFor({ 'build-configuration': build({ Type: 'Docker' }) })).imageBuild?.type).toBe('docker');
  });

  it.each([
    ['no JSON', 'docker'],
    ['a list', '[]'],
    ['no type', JSON.stringify({ CodeBuildServiceRole: ROLE })],
    ['another type', build({ Type: 'kaniko' })],
    ['no role', JSON.stringify({ Type: 'docker' })],
    ['a buildpack without a builder', build({ Type: 'buildpack' })],
    ['a builder for docker', build({ Buildpack: 'paketobuildpacks/builder-jammy-base' })],
    ['a Dockerfile for a buildpack', build({ Type: 'buildpack', Buildpack: 'x', DockerfileLocation: 'Dockerfile' })],
    ['another processor', build({ Architecture: 'riscv' })],
    ['another size', build({ ComputeType: 'BUILD_GENERAL1_2XLARGE' })],
    ['too short a time', build({ TimeoutInMinutes: 4 })],
    ['too long a time', build({ TimeoutInMinutes: 481 })],
    ['an unknown member', build({ DockerFileLocation: 'x' })],
  ])('with %s is wrong', async (_, text) => {
    const problems = await problemsFor({ 'build-configuration': text });
    expect(problems.map(({ code, input }) => [code, input])).toEqual([['wrong-input', 'build-configuration']]);
  });

  it('names the member that was probably meant', async () => {
    const [problem] = await problemsFor({ 'build-configuration': build({ DockerFileLocation: 'x' }) });
    expect(problem?.what).toContain('DockerfileLocation?');
  });
});

describe('an environment that would be created', () => {
  const ROLES = JSON.stringify({
    'aws:elasticbeanstalk:eks': { 'cluster-role': ROLE, 'node-role': ROLE },
    'aws:elasticbeanstalk:eks:environment': { 'observability-role': ROLE },
  });

  it('is a Cluster environment when an image comes with the three roles, and that is said', async () => {
    const given = { 'image-uri': IMAGE, 'option-settings': ROLES };
    expect((await settingsFor(given)).creation).toMatchObject({ tier: 'Cluster', application: true });
    const outcome = await readGiven(given);
    expect(outcome.kind === 'settings' && outcome.notices.join()).toContain('roles of a Cluster environment are given');
  });

  it('is none without the roles, or when it is switched off', async () => {
    expect((await settingsFor({ 'image-uri': IMAGE })).creation).toBeUndefined();
    const off = { 'image-uri': IMAGE, 'option-settings': ROLES, 'create-environment-if-not-exists': 'false' };
    expect((await settingsFor(off)).creation).toBeUndefined();
  });

  it('can run a version that exists', async () => {
    const given = { 'version-source': 'existing', 'version-label': 'v1', 'environment-tier': 'Cluster' };
    const { creation } = await settingsFor({ ...given, 'create-environment-if-not-exists': 'true' });
    expect(creation?.tier).toBe('Cluster');
  });
});

describe('variables of a Cluster environment', () => {
  it('are masked like all others, also inside of the one option that they are', async () => {
    const variables = JSON.stringify({ DATABASE_PASSWORD: 'correct horse battery' });
    const options = JSON.stringify({ 'aws:elasticbeanstalk:eks:environment': { 'env-variables': variables } });
    const host = inputHost({ ...REQUIRED, 'image-uri': IMAGE, 'option-settings': options });
    await read(host, memoryFiles(WORKSPACE));
    expect(host.masked).toContain('correct horse battery');
  });
});
