/** What was observed before deciding. Plain data: everything below it (plan, comparison, warnings) is computed from here. */
import type { ConfigurationSettings, Environment } from './environment.js';
import type { EnvironmentEvent } from './event.js';
import type { EnvironmentHealthReading, InstancesReading } from './instance.js';
import type { Instant } from './time.js';
import type { ApplicationVersion } from './version.js';

export interface EnvironmentSnapshot {
  readonly environment: Environment;
  /** The deployed settings (never a draft). */
  readonly settings: ConfigurationSettings;
  /** A draft that failed or is on its way, if the service shows one. */
  readonly draft?: ConfigurationSettings;
  /** Absent with basic health. */
  readonly instances?: InstancesReading;
  readonly health?: EnvironmentHealthReading;
  /** Instances in the Auto Scaling group, from DescribeEnvironmentResources; also known with basic health. */
  readonly instanceIds: readonly string[];
  /** Newest first; the last hours or deployments, for durations learned from them. */
  readonly recentEvents: readonly EnvironmentEvent[];
  /** What could not be read, in a sentence each (for example a missing permission). Shown with the plan. */
  readonly blindSpots: readonly string[];
}

export interface Snapshot {
  /** The action's own clock when it looked. Never compared with the service's dates. */
  readonly takenAt: Instant;
  readonly target: EnvironmentSnapshot;
  /** The version to deploy, when its label exists already. */
  readonly version?: ApplicationVersion;
  /** The version that the environment runs now, when it still exists. */
  readonly previousVersion?: ApplicationVersion;
}
