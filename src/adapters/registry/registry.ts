/** Asks the registry that an image's name leads to: Amazon ECR by its API, all others by that of OCI. */
import type { ECRClient } from '@aws-sdk/client-ecr';
import { ecrRegistry } from '../../domain/image.js';
import type { Registry } from '../../ports/registry.js';
import type { Env } from '../system/proxy.js';
import { ecrDigest } from './ecr.js';
import { ociDigest } from './oci.js';

export interface RegistryOptions {
  /** Proxy variables. */
  readonly env: Env;
  /** A client for a region, which need not be the environment's. */
  readonly ecr: (region: string) => Promise<ECRClient>;
}

export function createRegistry({ env, ecr }: RegistryOptions): Registry {
  return {
    digest: (image, auth) => {
      const own = ecrRegistry(image.registry);
      return own === undefined ? ociDigest(image, auth, env) : ecrDigest(image, own.account, () => ecr(own.region));
    },
  };
}
