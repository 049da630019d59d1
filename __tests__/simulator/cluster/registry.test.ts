/** The simulated Amazon ECR, asked by the official client and by the action's own adapter. */
import {
  BatchGetImageCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  PutImageCommand,
} from '@aws-sdk/client-ecr';
import { describe, expect, it } from '@jest/globals';
import { ecrDigest } from '../../../src/adapters/registry/ecr.js';
import { inProcessHandler } from '../../../src/simulator/wire/in-process.js';
import { ClusterService, refusal } from '../../support/cluster-service.js';
import { TEST_KEY } from '../../support/wire.js';

const REGISTRY = '123456789012.dkr.ecr.us-east-1.amazonaws.com';
const DIGEST = `sha256:${'a'.repeat(64)}`;
const OTHER = `sha256:${'b'.repeat(64)}`;

const client = (service: ClusterService): ECRClient =>
  new ECRClient({
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:4566',
    credentials: TEST_KEY,
    requestHandler: inProcessHandler(service.wire),
    maxAttempts: 1,
  });

const closed = (): ClusterService =>
  new ClusterService({
    images: [
      { uri: `${REGISTRY}/web:1`, digest: DIGEST },
      { uri: `${REGISTRY}/web:2`, digest: OTHER },
    ],
  });

const get = (
  service: ClusterService,
  imageIds: { imageTag?: string; imageDigest?: string }[],
  repositoryName = 'web',
) => client(service).send(new BatchGetImageCommand({ repositoryName, imageIds }));

describe('the registry', () => {
  it('says what a tag means', async () => {
    const { images, failures } = await get(closed(), [{ imageTag: '1' }, { imageDigest: OTHER }]);
    expect(images?.map(({ imageId }) => imageId)).toEqual([
      { imageTag: '1', imageDigest: DIGEST },
      { imageDigest: OTHER },
    ]);
    expect(failures).toEqual([]);
  });

  it.each([
    [{ imageTag: '3' }, 'ImageNotFound'],
    [{ imageDigest: `sha256:${'c'.repeat(64)}` }, 'ImageNotFound'],
    [{ imageDigest: 'sha256:short' }, 'InvalidImageDigest'],
    [{ imageTag: '1', imageDigest: OTHER }, 'ImageTagDoesNotMatchDigest'],
    [{}, 'MissingDigestAndTag'],
  ])('tells a failure of %j', async (id, failureCode) => {
    expect(await get(closed(), [id])).toMatchObject({ images: [], failures: [{ failureCode }] });
  });

  it('knows no other repository when a seed has named one', async () => {
    expect(await refusal(get(closed(), [{ imageTag: '1' }], 'api'))).toBe(
      "RepositoryNotFoundException: The repository with name 'api' does not exist in the registry with id '123456789012'",
    );
  });

  it('has every image when nobody has named one, and means the same by a tag tomorrow', async () => {
    const service = new ClusterService();
    const [first, second] = [await get(service, [{ imageTag: 'x' }]), await get(service, [{ imageTag: 'x' }])];
    expect(first.images?.[0]?.imageId?.imageDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(second.images).toEqual(first.images);
    expect((await get(service, [{ imageTag: 'y' }])).images).not.toEqual(first.images);
  });

  it('lists images and repositories', async () => {
    const ecr = client(closed());
    const all = await ecr.send(new DescribeImagesCommand({ repositoryName: 'web' }));
    expect(all.imageDetails?.map(({ imageDigest, imageTags }) => [imageDigest, imageTags])).toEqual([
      [DIGEST, ['1']],
      [OTHER, ['2']],
    ]);
    const missing = new DescribeImagesCommand({ repositoryName: 'web', imageIds: [{ imageTag: '3' }] });
    expect(await refusal(ecr.send(missing))).toMatch(
      /^ImageNotFoundException: The image with imageId \{imageDigest:'null', imageTag:'3'\}/,
    );
    const { repositories } = await ecr.send(new DescribeRepositoriesCommand({}));
    expect(repositories?.map(({ repositoryUri }) => repositoryUri)).toEqual([`${REGISTRY}/web`]);
  });

  it('refuses by name what it does not do', async () => {
    const push = new PutImageCommand({ repositoryName: 'web', imageManifest: '{}' });
    expect(await refusal(client(closed()).send(push))).toMatch(/^NotImplemented: .*ecr:PutImage/);
    const page = new DescribeImagesCommand({ repositoryName: 'web', maxResults: 1 });
    expect(await refusal(client(closed()).send(page))).toMatch(/^NotImplemented: .*maxResults/);
  });

  it("answers the action's own question", async () => {
    const image = { registry: REGISTRY, repository: 'web', tag: '2' };
    const answer = await ecrDigest(image, '123456789012', async () => client(closed()));
    expect(answer).toEqual({ kind: 'found', digest: OTHER });
  });

  it('gives a tag to the newest image that is pushed with it', async () => {
    const service = closed();
    service.simulator.seed({ images: [{ uri: `${REGISTRY}/web:1`, digest: `sha256:${'d'.repeat(64)}` }] });
    const { images } = await get(service, [{ imageTag: '1' }]);
    expect(images?.[0]?.imageId?.imageDigest).toBe(`sha256:${'d'.repeat(64)}`);
  });
});

describe('a tag that moves', () => {
  it('makes another image of the same version: only a digest is exact', async () => {
    const uri = 'public.ecr.aws/shop/web:latest';
    const service = new ClusterService({
      images: [{ uri, digest: DIGEST, folder: '/first' }],
      environments: [{ application: 'shop', name: 'shop-prod', tier: 'Cluster', instances: 1 }],
    });
    const folders: (string | undefined)[] = [];
    const { command } = service.runtime;
    Object.assign(service.runtime, {
      command: (...[id, asked]: Parameters<typeof command>) => {
        folders.push(asked.folder);
        command(id, asked);
      },
    });
    const deploy = async (label: string): Promise<void> => {
      await service.update({ VersionLabel: label });
      service.pass(120);
    };
    await service.version('by-tag', { ImageConfiguration: { Source: { Uri: uri } } });
    await service.version('by-digest', {
      ImageConfiguration: { Source: { Uri: `public.ecr.aws/shop/web@${DIGEST}` } },
    });
    await deploy('by-tag');
    service.simulator.seed({ images: [{ uri, digest: OTHER, folder: '/second' }] });
    await deploy('by-tag');
    await deploy('by-digest');
    expect(folders).toEqual(['/first', '/second', '/first']);
  });
});

describe('a version of an image that is not there', () => {
  it('fails its update and leaves the old one', async () => {
    const service = new ClusterService({
      images: [{ uri: `${REGISTRY}/web:1` }],
      environments: [{ application: 'shop', name: 'shop-prod', tier: 'Cluster', instances: 2 }],
    });
    await service.version('v9', { ImageConfiguration: { Source: { Uri: `${REGISTRY}/web:9` } } });
    await service.update({ VersionLabel: 'v9' });
    service.pass(700, 5);
    expect(await service.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'Sample Application' });
    expect((await service.messages({ Severity: 'ERROR' }))[0]).toMatch(/Its pods are in ImagePullBackOff\.$/);
  });
});
