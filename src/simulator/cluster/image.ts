/** Container images: what the account's registry holds, and which image a version is. */
import { type Context, invalidParameter } from '../context.js';
import { EKS_ENVIRONMENT } from '../options/catalogue-cluster.js';
import { hexadecimal } from '../random.js';
import type { ApplicationVersion, Environment, Options } from '../world.js';

/** How a version is built, by the members of `ImageBuildConfiguration`. */
export interface ImageBuild {
  readonly type: string;
  readonly dockerfileLocation?: string;
  readonly buildpack?: string;
  readonly architecture?: string;
  readonly codeBuildServiceRole: string;
  readonly computeType?: string;
  readonly timeoutInMinutes?: number;
}

/** What only versions for Cluster environments have. */
export interface ClusterVersion {
  /** Absent while it is being built. */
  image?: { readonly uri: string };
  readonly imageBuild?: ImageBuild;
  /** AWS CodeBuild's name of the build. */
  buildArn?: string;
  /** What `Process` said. */
  readonly processAsked?: boolean;
}

/** An image in a registry. */
export interface Image {
  /** Registry and repository, without tag and digest. */
  readonly repository: string;
  tags: readonly string[];
  /** `sha256:…`. */
  readonly digest: string;
  /** A directory on this machine whose application stands for the image (real processes only). */
  readonly folder?: string;
  /** Named by a seed: then the repository holds what seeds and builds have put there, and nothing else. */
  readonly seeded?: true;
}

export interface ImageName {
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** `registry/repository:tag` or `registry/repository@sha256:…`, or both; without either the tag is `latest`. */
export function imageName(uri: string): ImageName {
  const [name = '', digest] = uri.split('@');
  const colon = name.lastIndexOf(':');
  const isTagged = colon > name.lastIndexOf('/');
  const repository = isTagged ? name.slice(0, colon) : name;
  const tag = isTagged ? name.slice(colon + 1) : digest === undefined ? 'latest' : undefined;
  return { repository, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}

const ECR = /^\d{12}\.dkr\.ecr(?:-fips)?\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\//;

/** The images of a repository, oldest first. */
export const imagesIn = ({ world }: Context, repository: string): readonly Image[] =>
  [...world.images.values()].filter((image) => image.repository === repository);

/**
 * The image of this name. What nobody has seeded exists all the same, so that a rehearsal needs no registry: a tag is
 * given a digest when it is first asked for. In a repository with seeded images only what is there is found.
 */
export function findImage(context: Context, uri: string): Image | undefined {
  const { repository, tag, digest } = imageName(uri);
  const there = imagesIn(context, repository);
  const found = there.find((image) =>
    digest === undefined ? image.tags.includes(tag ?? '') : image.digest === digest,
  );
  if (found !== undefined) return found;
  if (isClosed(context, repository)) return undefined;
  return addImage(context, {
    repository,
    tags: tag === undefined ? [] : [tag],
    digest: digest ?? inventDigest(context),
  });
}

/** A seed says what there is: in its repositories, and in a registry of Amazon ECR that it names. */
export const isClosed = ({ world }: Context, repository: string): boolean =>
  [...world.images.values()].some(
    (image) =>
      image.seeded === true &&
      (image.repository === repository || (isInEcr(repository) && hostOf(image.repository) === hostOf(repository))),
  );

const hostOf = (repository: string): string => repository.split('/')[0] ?? '';

export const registryOf = (accountId: string, region: string): string => `${accountId}.dkr.ecr.${region}.amazonaws.com`;

export const inventDigest = ({ random }: Context): string => `sha256:${hexadecimal(random, 64)}`;

/** Puts an image into its registry; its tags leave the images that had them. */
export function addImage({ world }: Context, image: Image): Image {
  for (const other of world.images.values()) {
    if (other.repository !== image.repository) continue;
    other.tags = other.tags.filter((tag) => !image.tags.includes(tag));
  }
  world.images.set(`${image.repository}@${image.digest}`, image);
  return image;
}

export const isInEcr = (uri: string): boolean => ECR.test(uri);

/** Refuses to deploy a version to an environment of the other kind. The sentences are assumed. */
export function requireFitting(
  version: ApplicationVersion,
  environment: { readonly tier: { readonly name: Environment['tier']['name'] }; readonly options: Options },
): void {
  const { image, imageBuild, label } = version;
  const isForClusters = image !== undefined || imageBuild !== undefined;
  if (environment.tier.name !== 'Cluster') {
    if (isForClusters) {
      throw invalidParameter(
        `Application version ${label} is a container image and can only run in a Cluster environment.`,
      );
    }
    return;
  }
  if (!isForClusters && version.sourceBundle !== undefined) {
    throw invalidParameter(
      `Application version ${label} has no container image and cannot run in a Cluster environment.`,
    );
  }
  // AWS guide: a source-based version is deployable when it is PROCESSED.
  if (imageBuild !== undefined && version.status !== 'PROCESSED') {
    throw invalidParameter(`Application version ${label} is unusable and cannot be used with an environment.`);
  }
  const built = imageBuild?.architecture ?? 'amd64';
  const arch = environment.options[EKS_ENVIRONMENT]?.arch ?? 'amd64';
  if (imageBuild !== undefined && built !== arch) {
    throw invalidParameter(`Application version ${label} is built for ${built}, and the environment runs ${arch}.`);
  }
}
