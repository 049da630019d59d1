/** Where the version of a plan comes from: it exists, or it is made from a bundle or an image. */
import { type Milliseconds, minutes } from './time.js';
import type { BundleHash, BundleLocation, ImageBuild } from './version.js';

/** Where a version comes from. */
export type VersionSource =
  | {
      readonly kind: 'existing';
      readonly label: string;
      /** The service still works on it: it is waited for before it is deployed. */
      readonly awaited?: true;
    }
  /** An image in a registry: nothing is uploaded, the version only names it. */
  | {
      readonly kind: 'image';
      readonly label: string;
      /** As the version records it: with its digest, unless that could not be found out. */
      readonly uri: string;
      /** Of the image's digest; of something that is new in every run where that is not known. */
      readonly hash: BundleHash;
      readonly description: string;
    }
  /** The bundle was made and hashed before planning; the upload happens in the step. */
  | {
      readonly kind: 'bundle';
      readonly label: string;
      readonly path: string;
      readonly hash: BundleHash;
      readonly bytes: number;
      readonly location: BundleLocation;
      readonly description: string;
      /** Elastic Beanstalk builds a container image from it, and the version is waited for. */
      readonly build?: ImageBuild;
      /** The version or the object exists already with this very content: nothing is uploaded or created again. */
      readonly reuse: { readonly object: boolean; readonly version: boolean };
    };

/** What a plan says of its version: its label, and what its bundle holds, also when nothing of it has to be uploaded again. */
export const versionIn = (
  source: VersionSource,
): { readonly versionLabel: string; readonly bundleHash?: BundleHash } => ({
  versionLabel: source.label,
  ...(source.kind === 'bundle' ? { bundleHash: source.hash } : {}),
});

/** AWS API reference, ImageBuildConfiguration: a build that has not ended by then is stopped; and some minutes to begin. */
export function buildTime(source: VersionSource): Milliseconds {
  if (source.kind === 'bundle' && source.build !== undefined) return minutes((source.build.timeoutMinutes ?? 60) + 10);
  // Of a build that others have begun nobody knows the limit.
  return source.kind === 'existing' && source.awaited === true ? minutes(70) : 0;
}
