/** What was observed before deciding. Plain data: everything below it (plan, comparison, warnings) is computed from here. */
import type { CreationFacts } from './creation.js';
import type { ConfigurationSettings, Environment } from './environment.js';
import type { EnvironmentEvent } from './event.js';
import type { EnvironmentHealthReading, InstancesReading } from './instance.js';
import type { RouteSnapshot } from './route-sides.js';
import type { Former } from './standing.js';
import type { Instant } from './time.js';
import type { ApplicationVersion } from './version.js';

/** How an environment that serves stands to its other side (`domain/sides.ts`). */
export interface PairSnapshot {
  readonly productionCname: string;
  /** Absent: there is none yet. */
  readonly idle?: EnvironmentSnapshot;
  readonly idleName: string;
  /** For the creation of an idle side: a prefix that was free when it was looked at. */
  readonly idlePrefix: string;
  /** Present: requests are divided between the two, and `idle` may have a share of them. */
  readonly route?: RouteSnapshot;
}

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
  /** Present when it is on a version that an earlier run has left there, and which nobody has proven. */
  readonly former?: Former;
  /** Only for strategies that work on two environments; this one is then the live side. */
  readonly pair?: PairSnapshot;
}

export interface Snapshot {
  /** Present: the environment does not exist. `target` is then what it will be called; it has no id, settings or instances. */
  readonly creation?: CreationFacts;
  /** The action's own clock when it looked. Never compared with the service's dates. */
  readonly takenAt: Instant;
  readonly target: EnvironmentSnapshot;
  /** The version to deploy, when its label exists already. */
  readonly version?: ApplicationVersion;
  /** The version that the environment runs now, when it still exists. */
  readonly previousVersion?: ApplicationVersion;
}

/** The environment, and the other one of the two where there is one. */
export const sidesIn = (target: EnvironmentSnapshot): readonly EnvironmentSnapshot[] =>
  target.pair?.idle === undefined ? [target] : [target, target.pair.idle];
