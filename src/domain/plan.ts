/** A rollout as data: typed steps that can be shown, stored, counted, carried out and undone. */
import type { OptionKey, OptionSetting } from './environment.js';
import type { Proof } from './outcome.js';
import type { DeploymentPolicy } from './strategy.js';
import type { Milliseconds } from './time.js';
import type { BundleHash, BundleLocation } from './version.js';

/** Which environment a step touches. The id is the identity; the name is for people. */
export interface EnvironmentRef {
  readonly id: string;
  readonly name: string;
}

/** Where a version comes from. */
export type VersionSource =
  | { readonly kind: 'existing'; readonly label: string }
  /** The bundle was made and hashed before planning; the upload happens in the step. */
  | {
      readonly kind: 'bundle';
      readonly label: string;
      readonly path: string;
      readonly hash: BundleHash;
      readonly bytes: number;
      readonly location: BundleLocation;
      readonly description: string;
      /** The version or the object exists already with this very content: nothing is uploaded or created again. */
      readonly reuse: { readonly object: boolean; readonly version: boolean };
    };

/** What an update must have brought about. See design rules in docs/strategies.md, "What counts as proof". */
export interface UpdateExpectation {
  /** Absent for configuration-only updates. */
  readonly versionLabel?: string;
  /** The label before the update: Ready on this one again means rolled back. */
  readonly previousVersionLabel?: string;
  /** The highest deployment id seen on an instance before; the new one must be higher. Absent with basic health. */
  readonly previousDeploymentId?: number;
  /** Options that must read back as deployed. */
  readonly options: readonly OptionSetting[];
  readonly removedOptions: readonly OptionKey[];
  /** Enhanced health: instances can prove what they run. */
  readonly enhancedHealth: boolean;
  /** The policy that should be seen at work; `undefined`: whatever the environment has. */
  readonly policy?: DeploymentPolicy;
  /** How many instances are expected in service at the end (at least). */
  readonly instances: number;
  /** `true` when a deployment to the instances takes place (version, or options that change instances), so the deployment id must rise. */
  readonly raisesDeploymentId: boolean;
}

export type StepKind = Step['kind'];

export type Step =
  | { readonly kind: 'publish-version'; readonly application: string; readonly source: VersionSource }
  /** UpdateEnvironment. Followed by a `settle` with the same expectation. */
  | {
      readonly kind: 'update';
      readonly environment: EnvironmentRef;
      readonly purpose: 'set-policy' | 'deploy' | 'restore-policy';
      readonly versionLabel?: string;
      readonly options: readonly OptionSetting[];
      readonly removeOptions: readonly OptionKey[];
    }
  /** Watch until the update is proven, or has failed. */
  | {
      readonly kind: 'settle';
      readonly environment: EnvironmentRef;
      readonly expects: UpdateExpectation;
      /** Usual length of this phase, for the pace and the progress line; not a limit. */
      readonly expectedDuration: Milliseconds;
    };

/** What a plan costs and risks, said beforehand. */
export interface Forecast {
  readonly strategy: string;
  readonly duration: Milliseconds;
  /** `learned`: from this environment's own earlier events; `estimated`: from typical values. */
  readonly durationBasis: 'learned' | 'estimated';
  /** Fewest healthy instances in service during the rollout, and how many there are. */
  readonly lowestCapacity: number;
  readonly capacity: number;
  readonly extraInstances: number;
  /** Extra instances × time they live, in instance-hours. */
  readonly extraInstanceHours: number;
  /** `none`, or what users will see. */
  readonly downtime: 'none' | 'seconds' | 'unknown';
  /** Old and new version answer side by side for a while. */
  readonly versionsSideBySide: boolean;
  /** How one gets back when it fails. One sentence. */
  readonly wayBack: string;
  /** Set when the strategy cannot be used here: the refusals, in a sentence each. */
  readonly refusals: readonly string[];
}

export interface Plan {
  readonly operation: string;
  readonly strategy: string;
  readonly environment: EnvironmentRef;
  readonly application: string;
  readonly versionLabel?: string;
  readonly steps: readonly Step[];
  readonly forecast: Forecast;
  /** Every strategy's forecast for this environment, for the table of `dry-run`. */
  readonly comparison: readonly Forecast[];
  /** Sentences the user should read before it starts. */
  readonly warnings: readonly string[];
  /** One deadline for the whole rollout, counted from its first step. */
  readonly timeout: Milliseconds;
  /** `unchanged`: nothing to do, with the reason; such a plan has no steps. */
  readonly unchanged?: string;
  /** How strongly `unchanged` is proven. */
  readonly unchangedProof?: Proof;
}
