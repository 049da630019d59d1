/** A rollout as data: typed steps that can be shown, stored, counted, carried out and undone. */
import type { AlarmWatch } from './alarm.js';
import type { EnvironmentTier, OptionKey, OptionSetting } from './environment.js';
import type { SplitJudging } from './judgement.js';
import type { Proof } from './outcome.js';
import type { BetweenTwo, ShareStep } from './share-steps.js';
import type { DeploymentPolicy } from './strategy.js';
import type { Instant, Milliseconds } from './time.js';
import type { BundleHash } from './version.js';
import type { VersionSource } from './version-source.js';

export type { VersionSource } from './version-source.js';

/** Which environment a step touches. The id is the identity; the name is for people. */
export interface EnvironmentRef {
  readonly id: string;
  readonly name: string;
}

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
  /** Of a Cluster environment: there are no instances to ask, and an idle one is Grey. */
  readonly pods?: PodExpectation;
  /** Instances are asked for their version although no deployment is expected: proof that all of them have it (again). */
  readonly everyInstance?: boolean;
}

/** What can be said of an update of pods, beside the state of the environment. */
export interface PodExpectation {
  /** Off, pods count as ready as soon as their container runs. */
  readonly readinessProbe: boolean;
  /** Without, health is always Grey. */
  readonly loadBalancer: boolean;
  /** Errors that were told of are those of an update before this one. */
  readonly forgivesErrors?: true;
}

export type StepKind = Step['kind'];

/**
 * What takes a step back: steps of its own, ending in the one that proves it. Registered before the step is carried out,
 * since a step that fails, or whose answer is lost, may have acted.
 */
export type Undo = readonly Step[];

export type Step =
  | { readonly kind: 'publish-version'; readonly application: string; readonly source: VersionSource }
  /** UpdateEnvironment. Followed by a `settle` with the same expectation. */
  | {
      readonly kind: 'update';
      readonly environment: EnvironmentRef;
      /** `configure`: settings around a deployment (of the idle side, or its size), which change no version. */
      readonly purpose: 'set-policy' | 'deploy' | 'restore-policy' | 'undo' | 'configure';
      readonly versionLabel?: string;
      readonly options: readonly OptionSetting[];
      readonly removeOptions: readonly OptionKey[];
      readonly undo?: Undo;
    }
  /** Watch until the update is proven, or has failed. */
  | {
      readonly kind: 'settle';
      readonly environment: EnvironmentRef;
      readonly expects: UpdateExpectation;
      /** Usual length of this phase, for the pace and the progress line; not a limit. */
      readonly expectedDuration: Milliseconds;
      /** Watched meanwhile, and asked at the end. */
      readonly alarms?: AlarmWatch;
      /** New instances are judged against old ones meanwhile. */
      readonly judging?: SplitJudging;
    }
  /** CreateEnvironment with the settings of `from` at that moment. Its id is empty until then. Followed by a `settle`. */
  | {
      readonly kind: 'create';
      readonly environment: EnvironmentRef;
      readonly from: EnvironmentRef;
      readonly cnamePrefix: string;
      readonly versionLabel: string;
      /** A Cluster environment, which is made from `options` alone. */
      readonly tier?: 'Cluster';
      /** Stronger than those of `from`. */
      readonly options: readonly OptionSetting[];
      readonly removeOptions: readonly OptionKey[];
    }
  /** CreateApplication. */
  | { readonly kind: 'create-application'; readonly application: string }
  /** CreateEnvironment for an environment that does not exist at all. Its id is empty until then. Followed by a `settle`. */
  | {
      readonly kind: 'create-environment';
      readonly environment: EnvironmentRef;
      readonly base: CreationBase;
      readonly cnamePrefix?: string;
      readonly tier: EnvironmentTier;
      readonly tags: Readonly<Record<string, string>>;
      readonly versionLabel: string;
      readonly options: readonly OptionSetting[];
      readonly removeOptions: readonly OptionKey[];
    }
  /** TerminateEnvironment, after the environment was looked at once more; then the proof that it is gone. */
  | {
      readonly kind: 'terminate';
      readonly environment: EnvironmentRef;
      readonly application: string;
      /** As it was planned: when it has another one by then, it is not touched. */
      readonly cname?: string;
      /** Whoever holds it is never terminated. */
      readonly productionCname?: string;
      readonly expectedDuration: Milliseconds;
    }
  /** A shell command of the user on exactly one instance, once. Which one is decided when its turn comes. */
  | {
      readonly kind: 'run-command';
      readonly environment: EnvironmentRef;
      /** Where it was given. */
      readonly input: 'pre-traffic-command' | 'post-deploy-command' | 'preview-first-command';
      readonly command: string;
      readonly timeout: Milliseconds;
      /** What the instance must run; absent: whatever was deployed to it last. */
      readonly versionLabel?: string;
    }
  /** Something that must hold before the rollout goes on. */
  | { readonly kind: 'gate'; readonly environment: EnvironmentRef; readonly gate: Gate }
  /** SwapEnvironmentCNAMEs, once, right after both sides were looked at again; then the proof that it happened. */
  | {
      readonly kind: 'swap';
      /** Holds the production CNAME before. */
      readonly from: EnvironmentRef;
      /** Holds it afterwards. */
      readonly to: EnvironmentRef;
      readonly productionCname: string;
      /** What `to` must run, on every instance. Absent on the way back, where nothing better is at hand. */
      readonly proof?: SideProof;
      readonly undo?: Undo;
    }
  /** Watches the side that has the traffic now. */
  | {
      readonly kind: 'bake';
      readonly environment: EnvironmentRef;
      readonly productionCname: string;
      readonly span: Milliseconds;
      readonly smoke?: SmokeTest;
      /** Watched meanwhile, and asked at the end. */
      readonly alarms?: AlarmWatch;
      /** Present: it must keep all requests there, and the name is not looked at. */
      readonly shares?: BetweenTwo;
      /** Of a bake that an earlier run has left, whose swap is not a step of this one. */
      readonly undo?: Undo;
    }
  | ShareStep
  /** Whatever an earlier run of this action has in progress there is aborted; anything else is waited for. */
  | { readonly kind: 'stop'; readonly environment: EnvironmentRef }
  /** What happens to the side that no longer has the traffic, once nobody asks it any more. Followed by an `update` for `scale-down`. */
  | {
      readonly kind: 'retire';
      readonly environment: EnvironmentRef;
      readonly live: EnvironmentRef;
      readonly productionCname: string;
      readonly how: 'scale-down' | 'terminate';
      /** Present: by the shares it must be the one without requests, and the names do not matter. */
      readonly shares?: BetweenTwo;
    };

/** What a new environment is made from. */
export type CreationBase =
  | { readonly kind: 'stack'; readonly solutionStack: string }
  | { readonly kind: 'platform'; readonly arn: string }
  | { readonly kind: 'template'; readonly name: string }
  | { readonly kind: 'environment'; readonly environment: EnvironmentRef }
  /** Neither platform nor template: a Cluster environment is described by its options alone. */
  | { readonly kind: 'cluster' };

/** What a side must show before it may get traffic. */
export interface SideProof {
  readonly versionLabel: string;
  readonly enhancedHealth: boolean;
  /** At least so many instances in service. */
  readonly instances: number;
}

/** A request to the application, and what counts as a good answer. */
export interface SmokeTest {
  readonly path: string;
  /** Over HTTPS: Cluster environments answer no other way. */
  readonly secure?: true;
  readonly statuses: readonly { readonly from: number; readonly to: number }[];
  /** Must be part of the body. */
  readonly body?: string;
  readonly attempts: number;
  readonly interval: Milliseconds;
}

export type Gate =
  /** Version, instances and health are read once more, and health must hold. */
  | { readonly kind: 'proven'; readonly proof: SideProof }
  /** `host`: the environment's own CNAME, or the production CNAME (when given). */
  | { readonly kind: 'smoke'; readonly test: SmokeTest; readonly host?: string }
  | {
      readonly kind: 'command';
      readonly program: string;
      readonly args: readonly string[];
      readonly timeout: Milliseconds;
    }
  | { readonly kind: 'alarms'; readonly alarms: AlarmWatch }
  | { readonly kind: 'warm-up'; readonly warmUp: WarmUp }
  /** The rules of a shared load balancer give requests for this host to the environment. */
  | { readonly kind: 'routed'; readonly loadBalancerArn: string; readonly host: string };

/** Requests to a side that has no traffic yet, until it answers well: so many good answers in a row, within a limit of time. */
export interface WarmUp {
  readonly path: string;
  readonly secure?: true;
  readonly statuses: SmokeTest['statuses'];
  readonly requests: number;
  /** So long a request may take to count as good; absent: any time within the limit of one request. */
  readonly within?: Milliseconds;
  readonly limit: Milliseconds;
}

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

/** A version that could be rolled back to, or why it could not. */
export interface Candidate {
  readonly label: string;
  /** When it was proven good on the environment, or else when it was created. */
  readonly at?: Instant;
  readonly commit?: string;
  /** `put-away`: good once, and put away by a rollback; `unrecorded`: nothing is known of it here. */
  readonly verdict: 'proven' | 'seen' | 'put-away' | 'unrecorded';
  /** `unknown`: S3 could not be asked. */
  readonly bundle: 'present' | 'gone' | 'unknown';
  /** It is what the environment runs now. */
  readonly runs: boolean;
  /** Foreign text. */
  readonly comment?: string;
}

export interface Plan {
  readonly operation: string;
  readonly strategy: string;
  readonly environment: EnvironmentRef;
  readonly application: string;
  readonly versionLabel?: string;
  /** SHA-256 over the entries of the bundle; absent for versions that are not made from one here. */
  readonly bundleHash?: BundleHash;
  readonly steps: readonly Step[];
  readonly forecast: Forecast;
  /** Every strategy's forecast for this environment, for the table of `dry-run`. */
  readonly comparison: readonly Forecast[];
  /** Sentences the user should read before it starts. */
  readonly warnings: readonly string[];
  /** One deadline for the whole rollout, counted from its first step. */
  readonly timeout: Milliseconds;
  /** Versions that a rollback could go to, the likeliest first. */
  readonly candidates?: readonly Candidate[];
  /** Old versions that would be deleted after a success, as things are now (`prune-versions`). */
  readonly prune?: readonly string[];
  /** `unchanged`: nothing to do, with the reason; such a plan has no steps. */
  readonly unchanged?: string;
  /** How strongly `unchanged` is proven. */
  readonly unchangedProof?: Proof;
}
