/** Application versions and what identifies the bytes behind them. */
import type { Instant } from './time.js';

export interface BundleLocation {
  readonly bucket: string;
  readonly key: string;
}

export interface ApplicationVersion {
  readonly application: string;
  readonly label: string;
  readonly description?: string;
  /** Captured answers have capitals, the model does not (observed): adapters bring it to these. */
  readonly status: 'Unprocessed' | 'Processing' | 'Building' | 'Processed' | 'Failed' | 'Unrecognised';
  readonly bundle?: BundleLocation;
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
