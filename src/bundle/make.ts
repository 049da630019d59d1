/** From a directory or an archive to a checked bundle: a zip on disk with its hash. Nothing is called over the network. */
import { ActionError, type Problem } from '../domain/problem.js';
import type { Say } from '../domain/progress.js';
import type { BundleSource } from '../domain/settings.js';
import type { BundleHash } from '../domain/version.js';
import type { ArchiveEntry, ArchiveListing, Archives, EntryToPack } from '../ports/archives.js';
import type { Files } from '../ports/files.js';
import { bundleHash } from './hash.js';
import { type ImageFiles, type ImagePorts, imageFiles } from './image.js';
import { isLinted, LINT_LIMIT_BYTES, lint } from './lint.js';
import { selectFiles } from './select.js';

export interface Bundle {
  readonly path: string;
  /** Size of the archive. */
  readonly bytes: number;
  readonly hash: BundleHash;
}

export type Made =
  | { readonly ok: true; readonly bundle: Bundle }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface MakingPorts extends ImagePorts {
  readonly files: Files;
  readonly archives: Archives;
}

export type BundleToMake = Exclude<BundleSource, { kind: 'existing-version' | 'registry-image' }>;
type DirectorySource = Extract<BundleSource, { kind: 'directory' }>;

/** AWS guide, "Create an application source bundle": not larger than 500 MB. */
export const BUNDLE_LIMIT_BYTES = 500 * 1_048_576;

/**
 * Answers every problem found at once. `to` is where the archive of a directory is written.
 * Throws `ActionError` when the outside fails in a way that leaves nothing to check (an unreadable file, a full disk).
 */
export async function makeBundle(source: BundleToMake, to: string, ports: MakingPorts, say: Say): Promise<Made> {
  try {
    if (source.kind === 'archive') return await fromArchive(source.path, ports, say);
    const checked = await checkFiles(source, ports, say);
    if ('problems' in checked) return refused(checked.problems);
    return made(to, await ports.archives.pack(checked.entries, to, BUNDLE_LIMIT_BYTES), ports.archives);
  } catch (error) {
    if (error instanceof ActionError) return refused([error.problem]);
    throw error;
  }
}

/** The problems that `makeBundle` would find, without packing anything: for a run that is refused anyway. */
export async function checkBundle(source: BundleToMake, ports: MakingPorts, say: Say): Promise<readonly Problem[]> {
  try {
    const checked =
      source.kind === 'archive' ? await checkArchive(source.path, ports, say) : await checkFiles(source, ports, say);
    return 'problems' in checked ? checked.problems : [];
  } catch (error) {
    if (error instanceof ActionError) return [error.problem];
    throw error;
  }
}

const refused = (problems: readonly Problem[]): Made => ({ ok: false, problems });

type Checked = { readonly problems: readonly Problem[] } | { readonly entries: readonly EntryToPack[] };

async function checkFiles(
  source: Exclude<BundleToMake, { kind: 'archive' }>,
  ports: MakingPorts,
  say: Say,
): Promise<Checked> {
  const { files } = ports;
  const found = source.kind === 'image' ? await imageFiles(source, ports, say) : await directoryFiles(source, files);
  if ('problems' in found) return found;
  const { chosen, entries } = found;
  const bytes = entries.reduce((sum, entry) => sum + bytesOf(entry), 0);
  const included = entries.filter(({ kind }) => kind !== 'directory').length;
  say({ type: 'bundle-entry-summary', included, bytes, excluded: chosen.excluded });
  for (const text of chosen.notices) say({ type: 'notice', text });
  if (chosen.secrets.length > 0) say({ type: 'warning', problem: secretsLeftOut(chosen.secrets) });
  if (included === 0 && chosen.problems.length === 0) return { problems: [empty(rootOf(source))] };
  const { errors, warnings } = lint({ entries: entries.map(asListed), texts: await textsOf(entries, files) });
  for (const problem of warnings) say({ type: 'warning', problem });
  const problems = [...chosen.problems, ...errors];
  return problems.length > 0 ? { problems } : { entries };
}

async function directoryFiles({ path: root, exclude, symlinks }: DirectorySource, files: Files): Promise<ImageFiles> {
  const chosen = await selectFiles({ root, exclude, symlinks }, files);
  return { chosen, entries: chosen.entries };
}

const rootOf = (source: Exclude<BundleToMake, { kind: 'archive' }>): string =>
  source.kind === 'image' ? source.directory : source.path;

function bytesOf(entry: EntryToPack): number {
  if (entry.kind === 'file') return entry.bytes;
  return entry.kind === 'text' ? entry.text.length : 0;
}

const asListed = ({ path, kind, mode }: EntryToPack): Pick<ArchiveEntry, 'path' | 'kind' | 'mode'> => ({
  path,
  kind: kind === 'text' ? 'file' : kind,
  mode,
});

async function fromArchive(path: string, ports: MakingPorts, say: Say): Promise<Made> {
  const checked = await checkArchive(path, ports, say);
  return 'problems' in checked ? refused(checked.problems) : made(path, checked.listing, ports.archives);
}

type CheckedArchive = { readonly problems: readonly Problem[] } | { readonly listing: ArchiveListing };

async function checkArchive(path: string, { files, archives }: MakingPorts, say: Say): Promise<CheckedArchive> {
  const problem = await archiveProblem(path, files);
  if (problem !== undefined) return { problems: [problem] };
  const listing = await archives.list(path);
  const { entries, backslashes } = listing;
  if (!entries.some(({ kind }) => kind !== 'directory')) return { problems: [empty(path)] };
  const texts = await archives.texts(path, (entry) => isLinted(entry.path), LINT_LIMIT_BYTES);
  const { errors, warnings } = lint({ entries, texts });
  for (const each of backslashes ? [...warnings, windowsPaths(path)] : warnings)
    say({ type: 'warning', problem: each });
  return errors.length > 0 ? { problems: errors } : { listing };
}

const made = (path: string, { bytes, entries }: ArchiveListing, archives: Archives): Made => ({
  ok: true,
  bundle: { path, bytes, hash: bundleHash(entries, archives) },
});

async function archiveProblem(path: string, files: Files): Promise<Problem | undefined> {
  const link = await files.stat(path);
  if (link === undefined) return missing(path);
  const found = link.kind === 'symlink' ? await files.stat(await files.realPath(path)) : link;
  if (found === undefined) return missing(path);
  if (found.kind !== 'file') return notAFile(path);
  if (found.bytes === 0) return empty(path);
  return found.bytes > BUNDLE_LIMIT_BYTES ? tooLarge(path, found.bytes) : undefined;
}

async function textsOf(entries: readonly EntryToPack[], files: Files): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const entry of entries) {
    if (entry.kind === 'text' && isLinted(entry.path)) texts.set(entry.path, entry.text);
    if (entry.kind !== 'file' || entry.bytes > LINT_LIMIT_BYTES || !isLinted(entry.path)) continue;
    texts.set(entry.path, await files.readText(entry.source));
  }
  return texts;
}

const missing = (path: string): Problem => ({
  code: 'bundle-missing',
  blame: 'you',
  what: `There is no bundle at ${path}.`,
  hint: 'Check deployment-package-path, and that the step which makes the archive ran in this job.',
  input: 'deployment-package-path',
});

const notAFile = (path: string): Problem => ({
  code: 'bundle-not-a-file',
  blame: 'you',
  what: `${path} is not a file.`,
  hint: 'Give a zip or WAR file, or name the directory as source-directory.',
  input: 'deployment-package-path',
});

const empty = (path: string): Problem => ({
  code: 'bundle-empty',
  blame: 'you',
  what: `There is nothing to deploy in ${path}.`,
  hint: 'Check the path and the rules that keep files out (.ebignore, .gitignore, exclude patterns).',
});

const tooLarge = (path: string, bytes: number): Problem => ({
  code: 'bundle-too-large',
  blame: 'you',
  what: `The bundle ${path} has ${Math.ceil(bytes / 1_048_576)} MB; Elastic Beanstalk takes at most ${BUNDLE_LIMIT_BYTES / 1_048_576} MB.`,
  hint: 'Leave out what the application does not need, or ship it in a container image or from S3.',
});

const windowsPaths = (path: string): Problem => ({
  code: 'bundle-backslashes',
  blame: 'you',
  what: `The entries of ${path} are named with backslashes.`,
  hint: 'Linux platforms fail to unpack such an archive: make it with a tool that writes "/", or give the directory instead.',
});

const secretsLeftOut = (paths: readonly string[]): Problem => ({
  code: 'secrets-left-out',
  blame: 'you',
  what: `Left out of the bundle because they look like secrets: ${paths.slice(0, 10).join(', ')}${paths.length > 10 ? ` and ${paths.length - 10} more` : ''}.`,
  hint: 'If the application needs one of them, bring it back with a "!" pattern in .ebignore or in the exclude patterns.',
});
