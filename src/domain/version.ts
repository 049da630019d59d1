/** Application versions and what identifies the bytes behind them. */
import type { Instant } from './time.js';

export interface BundleLocation {
  readonly bucket: string;
  readonly key: string;
}

/** How Elastic Beanstalk builds a container image from a bundle, with CodeBuild (AWS API reference, ImageBuildConfiguration). */
export interface ImageBuild {
  readonly type: 'docker' | 'buildpack';
  /** Absent: `Dockerfile` at the root of the bundle. */
  readonly dockerfileLocation?: string;
  /** Needed for `buildpack`. */
  readonly buildpack?: string;
  /** Absent: `amd64`. */
  readonly architecture?: 'amd64' | 'arm64';
  readonly serviceRole: string;
  readonly computeType?: 'BUILD_GENERAL1_SMALL' | 'BUILD_GENERAL1_MEDIUM' | 'BUILD_GENERAL1_LARGE';
  /** 5 to 480; absent: 60. */
  readonly timeoutMinutes?: number;
}

export interface ApplicationVersion {
  readonly application: string;
  readonly label: string;
  readonly description?: string;
  /** Captured answers have capitals, the model does not (observed): adapters bring it to these. */
  readonly status: 'Unprocessed' | 'Processing' | 'Building' | 'Processed' | 'Failed' | 'Unrecognised';
  readonly bundle?: BundleLocation;
  /** The container image that it runs, as it was given, or as it was built. Absent while it is being built. */
  readonly image?: string;
  /** Present when Elastic Beanstalk builds the image from the bundle. */
  readonly build?: ImageBuild;
  /** The CodeBuild build. */
  readonly buildArn?: string;
  readonly dateCreated?: Instant;
  readonly arn?: string;
}

/** SHA-256 over a bundle's entries (name, mode, size, CRC-32), in hexadecimal: equal for a re-zipped tree of the same files. */
export type BundleHash = string;

/** `ResourceLifecycleConfig` of an application: versions beyond either limit are deleted when the next one is created. */
export interface VersionLifecycle {
  readonly maxCount?: number;
  readonly maxAgeDays?: number;
}
