/** Finds out, before anything is planned, which version is meant: makes and checks the bundle, then looks at what is there. */

import type { VersionSource } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { ProgressMessage, Say } from '../domain/progress.js';
import type { DeploySettings } from '../domain/settings.js';
import type { ApplicationVersion, BundleHash, BundleLocation, ImageBuild } from '../domain/version.js';
import type { Beanstalk } from '../ports/beanstalk.js';
import type { BundleStore } from '../ports/bundle-store.js';
import type { Random } from '../ports/random.js';
import { decideLabel, whySpent } from './identity.js';
import {
  acceptableLabel,
  bundleKey,
  defaultLabel,
  describe,
  existingLabel,
  extensionOf,
  HASH_METADATA,
} from './label.js';
import { type Bundle, checkBundle, type MakingPorts, makeBundle } from './make.js';
import { registryImage } from './registry-image.js';

export interface ResolvingPorts extends MakingPorts {
  readonly beanstalk: Pick<Beanstalk, 'version' | 'storageBucket'>;
  readonly store: Pick<BundleStore, 'head'>;
  readonly random: Random;
  /** Absolute path of a directory for the archive of a directory. */
  readonly temporary: string;
  /** Of a run that makes its bundle once for several environments; absent: it is made here. */
  readonly making?: BundleMaking;
}

/** How a bundle is made, or only looked at. */
export interface BundleMaking {
  readonly make: typeof makeBundle;
  readonly check: typeof checkBundle;
}

const MAKING: BundleMaking = { make: makeBundle, check: checkBundle };

export type Resolution =
  | {
      readonly ok: true;
      /** Absent when only the configuration changes. */
      readonly source?: VersionSource;
      /** The version of that label, when there is one already. */
      readonly existing?: ApplicationVersion;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type VersionSettings = Pick<
  DeploySettings,
  | 'application'
  | 'bundle'
  | 'imageBuild'
  | 'versionLabel'
  | 'onLabelConflict'
  | 'commit'
  | 'comment'
  | 'bucket'
  | 'dryRun'
  | 'region'
>;

/** Uploads nothing and creates no version. Throws `ActionError` when AWS cannot be asked. */
export async function resolveVersion(settings: VersionSettings, ports: ResolvingPorts, say: Say): Promise<Resolution> {
  const { bundle: source } = settings;
  if (source === undefined) return { ok: true };
  if (source.kind === 'existing-version') return existingVersion(settings.application, source.label, ports, say);
  if (source.kind === 'registry-image') {
    const resolved = await registryImage(source, settings, ports, say);
    return 'problem' in resolved ? refuse(resolved.problem) : withLabel(settings, resolved, ports, say);
  }
  const to = `${ports.temporary}/beanstalk-rollout-${ports.random.uuid()}.zip`;
  const { making = MAKING } = ports;
  const made = await making.make(source, to, ports, say);
  return made.ok ? withLabel(settings, bundleContent(settings, made.bundle, ports), ports, say) : made;
}

/** The problems that `resolveVersion` would find without making a bundle: for a run that is refused anyway. */
export async function versionProblems(
  settings: VersionSettings,
  ports: ResolvingPorts,
  say: Say,
): Promise<readonly Problem[]> {
  const { application, bundle: source } = settings;
  if (source === undefined) return [];
  if (source.kind === 'registry-image') {
    const resolved = await registryImage(source, settings, ports, say);
    return 'problem' in resolved ? [resolved.problem] : [];
  }
  if (source.kind !== 'existing-version') return (ports.making ?? MAKING).check(source, ports, say);
  const found = await existingVersion(application, source.label, ports, say);
  return found.ok ? [] : found.problems;
}

async function existingVersion(
  application: string,
  wished: string,
  { beanstalk, store }: ResolvingPorts,
  say: Say,
): Promise<Resolution> {
  const label = existingLabel(wished) ?? wished;
  if (label !== wished) say(otherLabel(wished, label));
  const existing = await beanstalk.version(application, label);
  if (existing === undefined) return refuse(noVersion(application, label));
  const spent = whySpent(existing);
  if (spent !== undefined) return refuse(failedVersion(label, spent));
  const isAwaited = existing.status === 'Processing' || existing.status === 'Building';
  // Pods fetch the image, not the bundle that it was built from.
  const needed = existing.image === undefined ? existing.bundle : undefined;
  if (needed !== undefined && (await isGone(needed, store))) return refuse(noObject(label));
  return { ok: true, source: { kind: 'existing', label, ...(isAwaited ? { awaited: true } : {}) }, existing };
}

const refuse = (problem: Problem): Resolution => ({ ok: false, problems: [problem] });

/** What a version shall hold, whatever its label: known by its hash. */
export interface Content {
  readonly hash: BundleHash;
  /** For a label that is free. */
  readonly create: (label: string) => Promise<VersionSource>;
  /** For a version that holds this very content. */
  readonly reuse: (version: ApplicationVersion) => Promise<VersionSource>;
}

/** A bundle from which an image is built is another content with every other way to build it. */
function bundleContent(settings: VersionSettings, made: Bundle, ports: ResolvingPorts): Content {
  const { imageBuild } = settings;
  const hash =
    imageBuild === undefined ? made.hash : ports.archives.sha256(JSON.stringify([made.hash, written(imageBuild)]));
  const bundle = { ...made, hash };
  return {
    hash,
    create: (label) => newVersion(settings, bundle, label, ports),
    reuse: (version) => sameVersion(settings, bundle, version, ports),
  };
}

/** The same settings in another order are the same. */
const written = (build: ImageBuild): readonly (readonly [string, unknown])[] =>
  Object.entries(build).sort(([one], [other]) => (one < other ? -1 : 1));

async function withLabel(
  settings: VersionSettings,
  { hash, create, reuse }: Content,
  ports: ResolvingPorts,
  say: Say,
): Promise<Resolution> {
  const wished = settings.versionLabel ?? defaultLabel(settings.commit, hash);
  let label = acceptableLabel(wished, hash);
  if (label !== wished) say(otherLabel(wished, label));
  for (let suffixed = false; ; suffixed = true) {
    const existing = await ports.beanstalk.version(settings.application, label);
    const decision = decideLabel({
      label,
      hash,
      existing,
      onConflict: settings.onLabelConflict,
      suffixed,
    });
    switch (decision.kind) {
      case 'create':
        return { ok: true, source: await create(label) };
      case 'same-content':
        return {
          ok: true,
          source: await reuse(decision.version),
          existing: decision.version,
        };
      case 'as-it-is':
        say({ type: 'warning', problem: bundleUnused(decision.said) });
        return existingVersion(settings.application, decision.version.label, ports, say);
      case 'refuse':
        return refuse(decision.problem);
      case 'try':
        say({ type: 'notice', text: decision.said });
        label = decision.label;
    }
  }
}

async function newVersion(
  settings: VersionSettings,
  bundle: Bundle,
  label: string,
  ports: ResolvingPorts,
): Promise<VersionSource> {
  const key = bundleKey(settings.application, label, bundle.hash, extensionOf(bundle.path));
  const bucket = settings.bucket ?? (settings.dryRun ? undefined : await ports.beanstalk.storageBucket());
  // Asking for the service's bucket would create it where there is none yet: a dry run does not, and shows its pattern.
  const location = { bucket: bucket ?? `elasticbeanstalk-${settings.region}-<account>`, key };
  const object = bucket !== undefined && (await holds(location, bundle, ports.store));
  return sourceOf(settings, bundle, label, location, { object, version: false });
}

/** The version is there; its object may have been removed from the bucket, then it is uploaded to the same place again. */
async function sameVersion(
  settings: VersionSettings,
  bundle: Bundle,
  version: ApplicationVersion,
  ports: ResolvingPorts,
): Promise<VersionSource> {
  // An image that is built needs its bundle no more.
  if (version.bundle === undefined || version.image !== undefined) return { kind: 'existing', label: version.label };
  const object = !(await isGone(version.bundle, ports.store));
  return sourceOf(settings, bundle, version.label, version.bundle, { object, version: true });
}

function sourceOf(
  settings: VersionSettings,
  bundle: Bundle,
  label: string,
  location: BundleLocation,
  reuse: { readonly object: boolean; readonly version: boolean },
): VersionSource {
  const description = describe(settings.comment, settings.commit, bundle.hash);
  const build = settings.imageBuild === undefined ? {} : { build: settings.imageBuild };
  return { kind: 'bundle', label, ...bundle, location, description, ...build, reuse };
}

/** Whether the object is there and says that it is this bundle; an upload finds out the rest. */
async function holds(
  { bucket, key }: BundleLocation,
  bundle: Bundle,
  store: ResolvingPorts['store'],
): Promise<boolean> {
  try {
    return (await store.head(bucket, key))?.metadata[HASH_METADATA] === bundle.hash;
  } catch (error) {
    return orUnknown(error, false);
  }
}

/** `true` only when S3 says so; without the permission to look, the version counts as whole. */
async function isGone({ bucket, key }: BundleLocation, store: ResolvingPorts['store']): Promise<boolean> {
  try {
    return (await store.head(bucket, key)) === undefined;
  } catch (error) {
    return orUnknown(error, false);
  }
}

function orUnknown<T>(error: unknown, value: T): T {
  if (error instanceof ActionError && error.problem.code === 'permission-denied') return value;
  throw error;
}

const otherLabel = (wished: string, label: string): ProgressMessage => ({
  type: 'notice',
  text: `Elastic Beanstalk does not take the version label ${wished} as it is; ${label} is used.`,
});

const noVersion = (application: string, label: string): Problem => ({
  code: 'version-missing',
  blame: 'you',
  what: `Application ${application} has no version ${label} (or the credentials may not see it).`,
  hint: 'Check version-label; give source-directory or deployment-package-path to create the version in this run.',
  input: 'version-label',
});

const failedVersion = (label: string, spent: string): Problem => ({
  code: 'version-failed',
  blame: 'you',
  what: `Version ${label} cannot be deployed: ${spent}.`,
  hint: 'Deploy the bundle under another label; this one is used up until its version is deleted.',
  input: 'version-label',
});

const noObject = (label: string): Problem => ({
  code: 'object-missing',
  blame: 'you',
  what: `The bundle of version ${label} is not in S3 any more; instances could not fetch it.`,
  hint: 'Give source-directory or deployment-package-path, so that the version is made anew.',
  input: 'version-label',
});

const bundleUnused = (said: string): Problem => ({
  code: 'bundle-not-used',
  blame: 'you',
  what: said,
  hint: 'Set on-label-conflict: suffix to deploy the bundle of this run.',
  input: 'on-label-conflict',
});
