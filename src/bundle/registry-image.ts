/** A version that names an image in a registry: by the digest that its tag has now, so that it means the same image for ever. */
import { imageName } from '../domain/image.js';
import type { Problem } from '../domain/problem.js';
import type { Say } from '../domain/progress.js';
import type { BundleSource, DeploySettings } from '../domain/settings.js';
import type { Archives } from '../ports/archives.js';
import { type ImagePorts, resolveImage } from './image.js';
import { describe } from './label.js';
import type { Content } from './resolve.js';

type RegistryImage = Extract<BundleSource, { kind: 'registry-image' }>;

/** The content of such a version, or why there is none. Asks the registry; changes nothing. */
export async function registryImage(
  source: RegistryImage,
  { comment, commit }: Pick<DeploySettings, 'comment' | 'commit'>,
  ports: Pick<ImagePorts, 'registry' | 'random'> & { readonly archives: Pick<Archives, 'sha256'> },
  say: Say,
): Promise<Content | { readonly problem: Problem }> {
  const resolved = await resolveImage({ ...source, input: 'image-uri' }, ports, say);
  if ('problem' in resolved) return resolved;
  const { image } = resolved;
  const uri = imageName(image);
  // What a tag means is not known: each run counts as new, so that none is taken for deployed already.
  const hash = image.digest?.slice('sha256:'.length) ?? ports.archives.sha256(`${uri} ${ports.random.uuid()}`);
  return {
    hash,
    create: async (label) => ({
      kind: 'image',
      label,
      uri,
      hash,
      description: describe(comment, commit, hash, 'image'),
    }),
    reuse: async ({ label }) => ({ kind: 'existing', label }),
  };
}
