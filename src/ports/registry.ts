/** Registries of container images: which image a tag means now. */
import type { ImageReference } from '../domain/image.js';

/** `because`: a clause; may hold foreign text. */
export type DigestAnswer =
  | { readonly kind: 'found'; readonly digest: string }
  /** The registry says that there is no such image. */
  | { readonly kind: 'missing'; readonly because: string }
  /** It could not be asked, or does not tell us. */
  | { readonly kind: 'unknown'; readonly because: string };

export interface Registry {
  /** `auth`: `user:password` for registries other than Amazon ECR, which is asked with the job's AWS credentials. Never fails. */
  digest(image: ImageReference, auth?: string): Promise<DigestAnswer>;
}
