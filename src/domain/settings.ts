/** What the user asked for, read and checked: no strings left to parse, no default left to fill in. */
import type { HealthColor, HealthStatus, OptionSetting } from './environment.js';
import type { ConfiguredStrategy } from './strategy.js';
import type { Milliseconds } from './time.js';

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
  | { readonly kind: 'existing-version'; readonly label: string };

/** Which health counts as proof. `not-worse`: compared with what it was before. */
export type AcceptedHealth =
  | { readonly kind: 'statuses'; readonly statuses: readonly HealthStatus[]; readonly colors: readonly HealthColor[] }
  | { readonly kind: 'not-worse' }
  /** `wait-for-environment-recovery: false`: health is shown, not judged, and the report says so. */
  | { readonly kind: 'any' };

export interface DeploySettings {
  readonly operation: 'deploy';
  readonly dryRun: boolean;
  readonly region: string;
  readonly application: string;
  readonly environmentName: string;
  readonly strategy: ConfiguredStrategy;
  /** Every strategy, with the inputs that it shares with the chosen one and its defaults, for the comparison table of `dry-run`. */
  readonly allStrategies: readonly ConfiguredStrategy[];
  /** Absent when only the configuration changes. */
  readonly bundle?: BundleSource;
  /** Wished label; absent: `<sha7>-<hash8>`. */
  readonly versionLabel?: string;
  readonly onLabelConflict: 'suffix' | 'fail' | 'reuse';
  /** Commit that is deployed, for the label and the description; absent outside a repository. */
  readonly commit?: string;
  readonly comment: string;
  /** A bucket other than the service's own. */
  readonly bucket?: string;
  readonly options: readonly OptionSetting[];
  readonly environmentVariables: { readonly set: Readonly<Record<string, string>>; readonly remove: readonly string[] };
  /** `solution-stack-name` or `platform-arn`: must be what the environment runs on already. */
  readonly platform?: { readonly solutionStack?: string; readonly arn?: string };
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
  readonly logsOnFailure: 'tail' | 'none';
  readonly jobSummary: boolean;
}

/** A union by `operation`; later operations add their own. */
export type Settings = DeploySettings;
