/** Private registries of Amazon ECR, asked in their own region and account with the credentials of the job. */
import type { ECRClient } from '@aws-sdk/client-ecr';
import type { ImageReference } from '../../domain/image.js';
import type { DigestAnswer } from '../../ports/registry.js';
import { errorFacts } from '../aws/error-facts.js';
import { messageOf } from '../system/errors.js';
import { MANIFEST_TYPES } from './oci.js';

/** Amazon ECR API reference, BatchGetImage. */
export async function ecrDigest(
  image: ImageReference,
  account: string,
  client: () => Promise<ECRClient>,
): Promise<DigestAnswer> {
  const { registry, repository, tag, digest } = image;
  try {
    const [{ BatchGetImageCommand }, ecr] = await Promise.all([import('@aws-sdk/client-ecr'), client()]);
    const answer = await ecr.send(
      new BatchGetImageCommand({
        registryId: account,
        repositoryName: repository,
        // Both together would be refused where they differ, and the digest says it all.
        imageIds: [digest === undefined ? { imageTag: tag ?? 'latest' } : { imageDigest: digest }],
        acceptedMediaTypes: [...MANIFEST_TYPES],
      }),
    );
    const found = answer.images?.[0]?.imageId?.imageDigest;
    if (found !== undefined) return { kind: 'found', digest: found };
    const [failure] = answer.failures ?? [];
    if (failure?.failureCode === 'ImageNotFound') return { kind: 'missing', because: `${registry} has no such image` };
    return { kind: 'unknown', because: failure?.failureReason ?? `${registry} answered without an image` };
  } catch (error) {
    if (errorFacts(error).name === 'RepositoryNotFoundException') {
      return { kind: 'missing', because: `${registry} has no repository ${repository}` };
    }
    return { kind: 'unknown', because: messageOf(error) };
  }
}
