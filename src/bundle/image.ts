/** From an image to the files of a bundle that runs it: the tag becomes a digest, the configuration of the workspace comes along. */
import { type ImageReference, imageName } from '../domain/image.js';
import type { Problem } from '../domain/problem.js';
import type { Say } from '../domain/progress.js';
import type { BundleSource } from '../domain/settings.js';
import type { EntryToPack } from '../ports/archives.js';
import type { Files } from '../ports/files.js';
import type { Random } from '../ports/random.js';
import type { Registry } from '../ports/registry.js';
import { imageFile, unresolvedFile } from './image-files.js';
import { type Selection, selectFiles } from './select.js';

export type ImageSource = Extract<BundleSource, { kind: 'image' }>;

export interface ImagePorts {
  readonly files: Files;
  /** Absent: no registry can be asked. */
  readonly registry?: Registry;
  readonly random: Pick<Random, 'uuid'>;
}

/** Only this is configuration of the environment; the application itself is in the image. */
const CONFIGURATION: readonly string[] = ['/*', '!/.ebextensions', '!/.platform'];

export type ImageFiles =
  | { readonly problems: readonly Problem[] }
  | { readonly chosen: Selection; readonly entries: readonly EntryToPack[] };

export async function imageFiles(source: ImageSource, ports: ImagePorts, say: Say): Promise<ImageFiles> {
  const resolved = await resolveImage({ ...source, input: 'docker-image' }, ports, say);
  if ('problem' in resolved) return { problems: [resolved.problem] };
  const { image, because } = resolved;
  const made = [imageFile(image, source.port, source.format)];
  if (because !== undefined) made.push(unresolvedFile(image, ports.random.uuid()));
  const chosen = await selectFiles(
    { root: source.directory, exclude: [...CONFIGURATION, ...source.exclude], symlinks: source.symlinks },
    ports.files,
  );
  const texts = made.map(({ path, text }): EntryToPack => ({ kind: 'text', path, mode: 0o644, text }));
  const entries = [...chosen.entries, ...texts].sort((one, other) => (one.path < other.path ? -1 : 1));
  return { chosen: { ...chosen, excluded: chosen.excluded.filter(({ rule }) => rule !== 'exclude: /*') }, entries };
}

export interface WishedImage {
  readonly image: ImageReference;
  readonly auth?: () => string;
  /** Where it was given. */
  readonly input: 'docker-image' | 'image-uri';
}

export type ResolvedImage =
  | { readonly problem: Problem }
  /** `because`: the digest is not known. */
  | { readonly image: ImageReference; readonly because?: string };

/** What the image's tag means now; says it, or warns that it could not be found out. */
export async function resolveImage(
  wished: WishedImage,
  ports: Pick<ImagePorts, 'registry'>,
  say: Say,
): Promise<ResolvedImage> {
  const resolved = await resolve(wished, ports);
  if ('problem' in resolved) return resolved;
  const { image, because } = resolved;
  if (because === undefined) say({ type: 'notice', text: said(wished.image, image) });
  else say({ type: 'warning', problem: unresolved(image, because, wished.input) });
  return resolved;
}

async function resolve(
  { image, auth, input }: WishedImage,
  { registry }: Pick<ImagePorts, 'registry'>,
): Promise<ResolvedImage> {
  if (registry === undefined) return withoutAnswer(image, 'no registry can be asked here');
  const answer = await registry.digest(image, auth?.());
  switch (answer.kind) {
    case 'found':
      return image.digest === undefined || image.digest === answer.digest
        ? { image: { ...image, digest: answer.digest } }
        : { problem: missing(image, `its tag means ${answer.digest}`, input) };
    case 'missing':
      return { problem: missing(image, answer.because, input) };
    case 'unknown':
      return withoutAnswer(image, answer.because);
  }
}

/** An image that is named by its digest needs no registry to be certain. */
const withoutAnswer = (image: ImageReference, because: string): ResolvedImage =>
  image.digest === undefined ? { image, because } : { image };

const said = (wished: ImageReference, image: ImageReference): string =>
  wished.digest === undefined
    ? `${imageName(wished)} is ${image.digest}; it is run by this digest, whatever the tag means later.`
    : `The image is ${imageName(image)}.`;

const missing = (image: ImageReference, because: string, input: WishedImage['input']): Problem => ({
  code: 'image-missing',
  blame: 'you',
  what: `The registry has no image ${imageName(image)} (${because}).`,
  hint: `Check \`${input}\`, and that the step which pushes the image ran before this one.`,
  input,
});

const unresolved = (image: ImageReference, because: string, input: WishedImage['input']): Problem => ({
  code: 'image-not-resolved',
  blame: 'you',
  what: `What ${imageName(image)} means could not be found out: ${because}. The tag is deployed as it is, and ${input === 'image-uri' ? 'pods that start later, and a rollback to this version,' : 'instances that start later'} may run another image.`,
  hint: 'Give the image by its digest (docker/build-push-action has it as an output), or let the action ask: `docker-registry-auth`, or ecr:BatchGetImage for Amazon ECR.',
  input,
});
