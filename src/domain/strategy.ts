/** Deployment policies (the service's setting) and what a strategy (ours) has to say. */
import type { OptionKey, OptionSetting } from './environment.js';
import type { Forecast, Step, VersionSource } from './plan.js';
import type { Problem } from './problem.js';
import type { PreviewHeader, Route } from './route.js';
import type { EnvironmentSnapshot } from './snapshot.js';
import type { Instant, Milliseconds } from './time.js';

/** `DeploymentPolicy` in `aws:elasticbeanstalk:command`. */
export type DeploymentPolicy =
  | 'AllAtOnce'
  | 'Rolling'
  | 'RollingWithAdditionalBatch'
  | 'Immutable'
  | 'TrafficSplitting';

export const COMMAND_NAMESPACE = 'aws:elasticbeanstalk:command';
export const TRAFFIC_SPLITTING_NAMESPACE = 'aws:elasticbeanstalk:trafficsplitting';

/** How many instances a batch holds: `30%` or `2`. */
export type BatchSize =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'count'; readonly count: number };

/** The policy that shall rule a deployment, with the options that make it so. */
export interface PolicyRequest {
  /** Absent on Cluster environments, which have no policies. */
  readonly policy?: DeploymentPolicy;
  readonly options: readonly OptionSetting[];
}

/** What shall be different afterwards. A strategy decides in which steps. */
export interface Change {
  readonly application: string;
  /** Absent for configuration-only changes. */
  readonly version?: VersionSource;
  /** Merged into the same update as the version; already without those that have their value. */
  readonly options: readonly OptionSetting[];
  readonly removeOptions: readonly OptionKey[];
  /** Put the environment's own policy back afterwards (`restore-policy`). */
  readonly restorePolicy: boolean;
  /** Only a part of the rollout: everything before traffic moves, or everything from there on. */
  readonly phase?: 'prepare' | 'promote';
  /** A version that was good once comes back: without the steps in which a new one is tried. */
  readonly isReturn?: true;
}

/** What the user says about the two environments of a strategy that has two. */
export interface PairWish {
  /** A host name, or its first part; absent: told by the CNAMEs themselves. */
  readonly productionCname?: string;
  readonly idleName?: string;
  /** Swap although rules of a shared load balancer keep some host names on the live side. */
  readonly allowHostRules?: boolean;
  /** Present: requests are divided there, and who is live is decided by the shares, not by CNAMEs. */
  readonly route?: Route;
  /** Looked for before anything is changed. */
  readonly preview?: PreviewHeader;
}

/** A strategy with its own inputs read: the only form in which the rest of the program meets one. Pure. */
export interface ConfiguredStrategy {
  /** The name as in the input `strategy`. */
  readonly name: string;
  /** Present: it works on two environments, and `target` is the live one with its `pair`. */
  readonly pair?: PairWish;
  /** Why it cannot be used on this environment; empty when it can. Decided before anything is changed. */
  refuses(target: EnvironmentSnapshot): readonly Problem[];
  /** Sentences the user should read before it starts. */
  warns(change: Change, target: EnvironmentSnapshot): readonly string[];
  steps(change: Change, target: EnvironmentSnapshot): readonly Step[];
  /** What an earlier run has left to do although the environment already is as wished. */
  finish?(change: Change, target: EnvironmentSnapshot, now: Instant): readonly Step[];
  /** `operation: abort`, where giving up is more than letting go of the idle side. */
  abort?(change: Change, target: EnvironmentSnapshot): readonly Step[];
  forecast(change: Change, target: EnvironmentSnapshot): Forecast;
  /** How long its steps may take at most before the rollout has timed out: no estimate, but what the service itself allows. */
  deadline(change: Change, target: EnvironmentSnapshot): Milliseconds;
}
