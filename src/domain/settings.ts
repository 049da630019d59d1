/** What the user asked for, read and checked: no strings left to parse, no default left to fill in. */
import type { AlarmWatch } from './alarm.js';
import type { EnvironmentTier, HealthColor, HealthStatus, OptionSetting } from './environment.js';
import type { OnInconclusive } from './gate.js';
import type { ImageFormat, ImageReference } from './image.js';
import type { ConfiguredStrategy } from './strategy.js';
import type { Milliseconds } from './time.js';
import type { ImageBuild } from './version.js';

/** Where the source bundle comes from. */
export type BundleSource =
  | {
      readonly kind: 'directory';
      readonly path: string;
      /** `.gitignore` syntax, on top of `.ebignore`/`.gitignore` and the built-in list. */
      readonly exclude: readonly string[];
      readonly symlinks: 'preserve' | 'follow';
    }
  | { readonly kind: 'archive'; readonly path: string }
  /** For the Docker platform: the bundle only says what to run. */
  | {
      readonly kind: 'image';
      readonly image: ImageReference;
      /** On which the application in the container listens. */
      readonly port: number;
      readonly format: ImageFormat;
      /** `user:password` of the registry. A function, so that no record of the settings can show it. */
      readonly auth?: () => string;
      /** Its `.ebextensions` and `.platform` go into the bundle. */
      readonly directory: string;
      readonly exclude: readonly string[];
      readonly symlinks: 'preserve' | 'follow';
    }
  /** For Cluster environments: the version names the image, and there is no bundle. */
  | { readonly kind: 'registry-image'; readonly image: ImageReference }
  | { readonly kind: 'existing-version'; readonly label: string };

/** Every operation that settings can ask for; the registry in `operations/` has a line for each. */
export type OperationName = 'deploy' | 'rollback' | 'terminate' | 'prepare' | 'promote' | 'pause' | 'resume' | 'abort';

/** Which health counts as proof. `not-worse`: compared with what it was before. */
export type AcceptedHealth =
  | {
      readonly kind: 'statuses';
      readonly statuses: readonly HealthStatus[];
      readonly colors: readonly HealthColor[];
      /** Of Cluster environments: nobody has asked, so there is nothing to tell, and nothing wrong. */
      readonly greyIsIdle?: true;
    }
  | { readonly kind: 'not-worse'; readonly greyIsIdle?: true }
  /** `wait-for-environment-recovery: false`: health is shown, not judged, and the report says so. */
  | { readonly kind: 'any' };

/** How an environment that does not exist comes into being. */
export interface CreationWish {
  /** Create the application too. */
  readonly application: boolean;
  /** Absent: nobody has said what it is made from, which matters only when it has to be created. */
  readonly source?: CreationSource;
  readonly tier: EnvironmentTier;
  readonly tags: Readonly<Record<string, string>>;
  readonly cnamePrefix?: string;
  /** An environment with a database of its own may be the model; the new one gets another, empty database. */
  readonly allowEmptyDatabase: boolean;
  /** Only for the creation, and weaker than the options of the settings. */
  readonly options?: readonly OptionSetting[];
  /** It comes and goes with a pull request: also a saved configuration must not bring a database of its own. */
  readonly isPreview?: boolean;
}

export type CreationSource =
  | { readonly kind: 'stack'; readonly solutionStack: string }
  | { readonly kind: 'platform'; readonly arn: string }
  /** The newest version of a platform branch. */
  | { readonly kind: 'branch'; readonly name: string }
  /** A saved configuration of the application. */
  | { readonly kind: 'template'; readonly name: string }
  /** The settings of an environment of the application, as they are at that moment. */
  | { readonly kind: 'environment'; readonly name: string };

/** What has to be said before an environment is terminated. */
export interface TerminationWish {
  /** Must be the id of the environment that the names mean. */
  readonly confirmedId?: string;
  /** Host name, or its first part, that must never lose its environment. */
  readonly productionCname?: string;
  readonly allowDatabaseDeletion: boolean;
}

export interface DeploySettings {
  readonly operation: OperationName;
  readonly dryRun: boolean;
  readonly region: string;
  readonly application: string;
  readonly environmentName: string;
  readonly strategy: ConfiguredStrategy;
  /** Every strategy, with the inputs that it shares with the chosen one and its defaults, for the comparison table of `dry-run`. */
  readonly allStrategies: () => readonly ConfiguredStrategy[];
  /** Absent when only the configuration changes. */
  readonly bundle?: BundleSource;
  /** For Cluster environments: an image is built from the bundle. */
  readonly imageBuild?: ImageBuild;
  /** Wished label; absent: `<sha7>-<hash8>`. */
  readonly versionLabel?: string;
  readonly onLabelConflict: 'suffix' | 'fail' | 'reuse';
  /** Commit that is deployed, for the label and the description; absent outside a repository. */
  readonly commit?: string;
  /** With `operation: rollback`: `previous`, or a label. */
  readonly toVersion?: string;
  /** After a success, delete versions beyond the newest so many; absent: none. */
  readonly pruneVersions?: number;
  readonly comment: string;
  /** A bucket other than the service's own. */
  readonly bucket?: string;
  readonly options: readonly OptionSetting[];
  readonly environmentVariables: { readonly set: Readonly<Record<string, string>>; readonly remove: readonly string[] };
  /** `solution-stack-name` or `platform-arn`: must be what the environment runs on already. */
  readonly platform?: { readonly solutionStack?: string; readonly arn?: string };
  /** Present: the environment may be created when it certainly does not exist. */
  readonly creation?: CreationWish;
  /** Present with `operation: terminate`. */
  readonly termination?: TerminationWish;
  /** Absent: the user has no command to run on an instance. */
  readonly commands?: CommandSettings;
  /** Alarms that guard the rollout; absent: none. */
  readonly alarms?: AlarmWatch;
  /** When a gate cannot tell in the end; absent: `warn`. */
  readonly onInconclusive?: OnInconclusive;
  readonly restorePolicy: boolean;
  readonly acceptHealth: AcceptedHealth;
  readonly stableFor: Milliseconds;
  readonly healthGrace: Milliseconds;
  /** Absent: computed from the strategy. */
  readonly timeout?: Milliseconds;
  readonly onFailure: 'rollback' | 'abort' | 'none';
  readonly onTimeout: 'leave' | 'abort';
  readonly onCancel: 'abort' | 'leave';
  readonly onBusy: 'wait' | 'fail' | 'abort-ours';
  readonly busyTimeout: Milliseconds;
  readonly waitForDeployment: boolean;
  /** Fixed interval between two looks; absent: adaptive. */
  readonly pollInterval?: Milliseconds;
  /** Absent: no lock is taken. */
  readonly lock?: LockSettings;
  readonly logsOnFailure: 'tail' | 'none';
  readonly jobSummary: boolean;
  /** Absent: GitHub's list of deployments is left alone. */
  readonly deploymentRecord?: RecordWish;
}

/** A record in GitHub's list of deployments (docs/github.md). */
export interface RecordWish {
  /** `auto`: unless GitHub itself keeps one for the job. */
  readonly when: 'auto' | 'always';
  /** Id of the job in GitHub's API, when the runner has told it. */
  readonly jobId?: string;
}

/** Shell commands that run once, on exactly one instance (docs/hooks.md). */
export interface CommandSettings {
  /** Before the new side gets traffic. */
  readonly preTraffic?: string;
  readonly postDeploy?: string;
  /** Once in the life of an environment: when this run has created it, before `postDeploy`. */
  readonly atCreation?: string;
  /** Of each. */
  readonly timeout: Milliseconds;
}

/** The lock that keeps two rollouts of one environment apart (docs/locks.md). */
export interface LockSettings {
  /** When somebody else holds it: wait, or fail. `off`: it is neither taken nor looked at. */
  readonly mode: 'wait' | 'fail' | 'off';
  /** Given in the workflow: then there is no deployment without it. */
  readonly isAskedFor: boolean;
  readonly timeout: Milliseconds;
  /** So long it lasts after it was last renewed. */
  readonly expiry: Milliseconds;
}

/** `operation: lock` and `unlock`: nothing of the environment itself is read or changed. */
export interface LockOperationSettings {
  readonly operation: 'lock' | 'unlock';
  readonly dryRun: boolean;
  readonly region: string;
  readonly application: string;
  readonly environmentName: string;
  readonly bucket?: string;
  /** Why it is locked. */
  readonly comment: string;
  readonly lock: LockSettings;
}

/** Several environments in one run. Each has settings of its own; the version is the same. */
export interface SeveralSettings {
  /** Carried out one after the other; the environments of a wave side by side. */
  readonly waves: readonly (readonly DeploySettings[])[];
  /** So many of a wave at a time. */
  readonly maxParallel: number;
  readonly onWaveFailure: 'stop' | 'rollback-all';
  readonly dryRun: boolean;
  readonly jobSummary: boolean;
}

/** A union by `operation`; later operations add their own. */
export type Settings = DeploySettings;
