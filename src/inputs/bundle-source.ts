/** Where the version comes from: a package, a directory, an existing label, or nowhere. */
import type { Problem } from '../domain/problem.js';
import type { BundleSource } from '../domain/settings.js';
import type { Files } from '../ports/files.js';
import { registryImageSource } from './cluster-inputs.js';
import type { Given } from './declarations.js';
import { imageContradictions, imageSource } from './image-inputs.js';
import { contradiction } from './input-problems.js';
import { isEmptyWorkspace, place } from './places.js';

export interface BundleSourceRead {
  /** Absent when no version is deployed, or when there are problems. */
  readonly source?: BundleSource;
  readonly problems: readonly Problem[];
}

export async function readBundleSource(
  values: Given,
  files: Files,
  workspace: string,
  lookUp: (name: string) => string,
): Promise<BundleSourceRead> {
  const archive = values['deployment-package-path'];
  const directory = values['source-directory'];
  const problems: Problem[] = [];
  // Both are looked at even when only one may be given: a run shall name everything that is wrong.
  const archivePlace =
    archive === undefined ? undefined : await place(files, workspace, 'deployment-package-path', archive, 'file');
  const directoryPlace =
    directory === undefined ? undefined : await place(files, workspace, 'source-directory', directory, 'directory');
  for (const found of [archivePlace, directoryPlace]) {
    if (found !== undefined && 'problem' in found) problems.push(found.problem);
  }
  if (archive !== undefined && directory !== undefined) {
    problems.push(
      contradiction(
        'source-directory',
        'Both `deployment-package-path` and `source-directory` are given, and a version has one source.',
        'Keep one of them.',
      ),
    );
  }
  problems.push(...imageContradictions(values, (name) => lookUp(name) !== ''));
  const label = values['version-label'];
  const kind = await sourceKind(values, files, workspace);
  if (kind !== 'bundle') {
    problems.push(...withoutBundle(kind, values, lookUp('version-label') !== ''));
    return label === undefined || kind === 'none' || problems.length > 0
      ? { problems }
      : { source: { kind: 'existing-version', label }, problems };
  }
  if (problems.length > 0) return { problems };
  const registryImage = registryImageSource(values);
  if (registryImage !== undefined) return { source: registryImage, problems };
  const image = imageSource(
    values,
    directoryPlace !== undefined && 'path' in directoryPlace ? directoryPlace.path : workspace,
  );
  if (image !== undefined) return { source: image, problems };
  if (archivePlace !== undefined && 'path' in archivePlace) {
    return { source: { kind: 'archive', path: archivePlace.path }, problems };
  }
  return {
    source: {
      kind: 'directory',
      path: directoryPlace !== undefined && 'path' in directoryPlace ? directoryPlace.path : workspace,
      exclude: values['exclude-patterns'] ?? [],
      symlinks: values.symlinks ?? 'preserve',
    },
    problems,
  };
}

type SourceKind = 'bundle' | 'existing' | 'none';

/** `auto`: without any source, a workspace that holds nothing can only mean an existing version, or none at all. */
async function sourceKind(values: Given, files: Files, workspace: string): Promise<SourceKind> {
  const asked = values['version-source'] ?? 'auto';
  if (asked !== 'auto') return asked;
  const given =
    values['deployment-package-path'] ??
    values['source-directory'] ??
    values['docker-image'] ??
    values['image-uri'] ??
    values['build-configuration'];
  // What was prepared is promoted or given up: there is nothing to bundle, whatever the workspace holds.
  if (values.operation === 'promote' || values.operation === 'abort') {
    return values['version-label'] === undefined ? 'none' : 'existing';
  }
  if (given !== undefined || !(await isEmptyWorkspace(files, workspace))) return 'bundle';
  if (values['version-label'] !== undefined) return 'existing';
  return values['option-settings'] !== undefined || values['environment-variables'] !== undefined ? 'none' : 'bundle';
}

function withoutBundle(kind: 'existing' | 'none', values: Given, labelGiven: boolean): readonly Problem[] {
  const problems: Problem[] = [];
  for (const input of ['deployment-package-path', 'source-directory'] as const) {
    if (values[input] !== undefined) {
      problems.push(
        contradiction(
          input,
          `\`${input}\` is given, but with \`version-source: ${kind}\` nothing is bundled.`,
          'Remove one of the two.',
        ),
      );
    }
  }
  if (kind === 'existing' && !labelGiven) {
    problems.push(
      contradiction(
        'version-label',
        '`version-source: existing` needs `version-label`.',
        'Name the version to deploy.',
      ),
    );
  }
  if (kind === 'none' && labelGiven) {
    problems.push(
      contradiction(
        'version-label',
        '`version-label` is given, but with `version-source: none` no version is deployed.',
        'Use `version-source: existing` to deploy the version of that label, or remove the label.',
      ),
    );
  }
  const changesNothing = values['option-settings'] === undefined && values['environment-variables'] === undefined;
  const hasWork = values.operation === 'promote' || values.operation === 'abort';
  if (kind === 'none' && changesNothing && !hasWork) {
    problems.push(
      contradiction(
        'version-source',
        '`version-source: none` without `option-settings` and `environment-variables` leaves nothing to do.',
        'Say what shall change.',
      ),
    );
  }
  return problems;
}
