/** The part of Amazon ECR that tells what an image is: BatchGetImage, DescribeImages, DescribeRepositories. */
import {
  type Context,
  type Input,
  listOf,
  type Operations,
  type Output,
  recordsOf,
  requiredText,
  textOf,
} from '../context.js';
import { ServiceError } from '../service-error.js';
import { findImage, type Image, imagesIn, isClosed, registryOf } from './image.js';

interface Repository {
  readonly name: string;
  /** With the registry before it. */
  readonly uri: string;
  readonly registryId: string;
}

function requireRepository(context: Context, input: Input): Repository {
  const name = requiredText(input, 'repositoryName');
  const registryId = textOf(input, 'registryId') ?? context.accountId;
  const uri = `${registryOf(registryId, context.region)}/${name}`;
  if (isClosed(context, uri) && imagesIn(context, uri).length === 0) throw unknownRepository(name, registryId);
  return { name, uri, registryId };
}

const unknownRepository = (name: string, registryId: string): ServiceError =>
  new ServiceError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${registryId}'`,
  );

interface Wanted {
  readonly tag?: string;
  readonly digest?: string;
}

const wantedOf = (id: Input): Wanted => {
  const [tag, digest] = [textOf(id, 'imageTag'), textOf(id, 'imageDigest')];
  return { ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
};

/** A digest says it all; a tag beside it must mean the same. */
function lookUp(context: Context, { uri }: Repository, { tag, digest }: Wanted): Image | undefined {
  return findImage(context, digest === undefined ? `${uri}:${tag ?? ''}` : `${uri}@${digest}`);
}

const idOf = ({ tag, digest }: Wanted): Output => ({
  ...(digest === undefined ? {} : { imageDigest: digest }),
  ...(tag === undefined ? {} : { imageTag: tag }),
});

function batchGetImage(context: Context, input: Input): Output {
  const repository = requireRepository(context, input);
  const images: Output[] = [];
  const failures: Output[] = [];
  for (const wanted of recordsOf(input, 'imageIds').map(wantedOf)) {
    const problem = failureOf(context, repository, wanted);
    if (problem !== undefined) failures.push({ imageId: idOf(wanted), ...problem });
    else images.push(imageOf(repository, wanted, lookUp(context, repository, wanted)?.digest ?? ''));
  }
  return { images, failures };
}

function failureOf(context: Context, repository: Repository, wanted: Wanted): Output | undefined {
  if (wanted.tag === undefined && wanted.digest === undefined) {
    return {
      failureCode: 'MissingDigestAndTag',
      failureReason: 'Invalid request parameters: both tag and digest cannot be null',
    };
  }
  if (wanted.digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(wanted.digest)) {
    return {
      failureCode: 'InvalidImageDigest',
      failureReason: 'Invalid request parameters: image digest should satisfy the regex',
    };
  }
  const found = lookUp(context, repository, wanted);
  if (found === undefined) return { failureCode: 'ImageNotFound', failureReason: 'Requested image not found' };
  if (wanted.digest !== undefined && wanted.tag !== undefined && !found.tags.includes(wanted.tag)) {
    return { failureCode: 'ImageTagDoesNotMatchDigest', failureReason: 'Tag does not match digest' };
  }
  return undefined;
}

const MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';

/** The manifest names nothing: nobody here pulls layers. */
const imageOf = ({ name, registryId }: Repository, { tag }: Wanted, imageDigest: string): Output => ({
  registryId,
  repositoryName: name,
  imageId: { imageDigest, ...(tag === undefined ? {} : { imageTag: tag }) },
  imageManifest: JSON.stringify({ schemaVersion: 2, mediaType: MANIFEST, layers: [] }),
  imageManifestMediaType: MANIFEST,
});

function describeImages(context: Context, input: Input): Output {
  for (const member of ['nextToken', 'maxResults', 'filter']) {
    if (input[member] === undefined) continue;
    throw new ServiceError('NotImplemented', `The simulator does not know ${member} of ecr:DescribeImages.`, 501);
  }
  const repository = requireRepository(context, input);
  if (listOf(input, 'imageIds') === undefined) {
    return { imageDetails: imagesIn(context, repository.uri).map((image) => detailOf(repository, image)) };
  }
  const found = recordsOf(input, 'imageIds')
    .map(wantedOf)
    .map((wanted) => {
      const image = lookUp(context, repository, wanted);
      if (image === undefined) throw unknownImage(repository, wanted);
      return image;
    });
  return { imageDetails: found.map((image) => detailOf(repository, image)) };
}

const unknownImage = ({ name, registryId }: Repository, { tag, digest }: Wanted): ServiceError => {
  const quoted = (text: string | undefined): string => (text === undefined ? "'null'" : `'${text}'`);
  return new ServiceError(
    'ImageNotFoundException',
    `The image with imageId {imageDigest:${quoted(digest)}, imageTag:${quoted(tag)}} does not exist within the repository with name '${name}' in the registry with id '${registryId}'`,
  );
};

const detailOf = ({ name, registryId }: Repository, { digest, tags }: Image): Output => ({
  registryId,
  repositoryName: name,
  imageDigest: digest,
  ...(tags.length === 0 ? {} : { imageTags: tags }),
  imageManifestMediaType: MANIFEST,
});

function describeRepositories(context: Context, input: Input): Output {
  const registryId = textOf(input, 'registryId') ?? context.accountId;
  const registry = registryOf(registryId, context.region);
  const names = (listOf(input, 'repositoryNames') ?? []).map(String);
  const known = [...context.world.images.values()]
    .filter(({ repository }) => repository.startsWith(`${registry}/`))
    .map(({ repository }) => repository.slice(registry.length + 1));
  const shown = names.length === 0 ? [...new Set(known)] : names;
  for (const name of shown) requireRepository(context, { repositoryName: name, registryId });
  const arn = `arn:aws:ecr:${context.region}:${registryId}:repository`;
  return {
    repositories: shown.map((name) => ({
      registryId,
      repositoryName: name,
      repositoryArn: `${arn}/${name}`,
      repositoryUri: `${registry}/${name}`,
    })),
  };
}

export const operations: Operations = {
  BatchGetImage: batchGetImage,
  DescribeImages: describeImages,
  DescribeRepositories: describeRepositories,
};
