/** Everything the simulated service remembers, as plain data: no behaviour, nothing that JSON could not hold (see save.ts). */
import type { HealthColor, HealthStatus } from '../domain/environment.js';
import type { Instant } from '../domain/time.js';
import type { Alarm } from './cloudwatch/alarm.js';
import type { Cluster } from './cluster/cluster.js';
import type { ClusterVersion, Image } from './cluster/image.js';
import type { ListenerRule, SharedBalancer } from './elbv2/balancer.js';
import type { TierName } from './options/catalogue.js';
import type { Resources } from './resource-names.js';
import type { HostedZone, RecordChange } from './route53/zone.js';
import type { SentCommand } from './sent-command.js';

export type EnvironmentStatus =
  | 'Launching'
  | 'Updating'
  | 'Ready'
  | 'Aborting'
  | 'LinkingFrom'
  | 'LinkingTo'
  | 'Terminating'
  | 'Terminated';
export type { HealthColor, HealthStatus, Resources };
export type Severity = 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'FATAL';

/** `namespace` → `option name` → value. Only what was set; defaults come from the option catalogue. */
export type Options = Record<string, Record<string, string>>;

export interface ApplicationVersion extends ClusterVersion {
  readonly applicationName: string;
  readonly label: string;
  readonly arn: string;
  description?: string;
  /** Absent: AWS's sample application. */
  sourceBundle?: { readonly bucket: string; readonly key: string };
  sourceBuild?: { readonly sourceType: string; readonly sourceRepository: string; readonly sourceLocation: string };
  /** In capitals on the wire, as captured answers show. */
  status: 'UNPROCESSED' | 'PROCESSING' | 'BUILDING' | 'PROCESSED' | 'FAILED';
  readonly dateCreated: Instant;
  dateUpdated: Instant;
}

export interface Template {
  readonly applicationName: string;
  readonly name: string;
  description?: string;
  platform: Platform;
  options: Options;
  readonly dateCreated: Instant;
  dateUpdated: Instant;
}

export interface Application {
  readonly name: string;
  readonly arn: string;
  description?: string;
  readonly dateCreated: Instant;
  dateUpdated: Instant;
  readonly versions: Map<string, ApplicationVersion>;
  readonly templates: Map<string, Template>;
  /** `ResourceLifecycleConfig` as it was given. */
  lifecycle?: Readonly<Record<string, unknown>>;
}

export interface Platform {
  readonly arn: string;
  readonly solutionStackName: string;
}

export type DeploymentStatus = 'In Progress' | 'Deployed' | 'Failed';

/** What an instance's agent says about the deployment it last took part in. */
export interface InstanceDeployment {
  readonly versionLabel: string;
  readonly deploymentId: number;
  readonly status: DeploymentStatus;
  /** When this deployment reached this status. */
  readonly time: Instant;
  /** When the command began, for "running for N seconds" and "took N seconds". */
  readonly startedAt: Instant;
  readonly kind: 'deploy' | 'configure' | 'restart' | 'initialize';
  /** Of a failed command. */
  readonly failure?: { readonly returnCode: number; readonly output: string };
}

export interface InstanceHealth {
  readonly status: HealthStatus;
  readonly causes: readonly string[];
  /** When the instance got this status. */
  readonly since: Instant;
}

export interface Instance {
  readonly id: string;
  readonly launchedAt: Instant;
  readonly availabilityZone: string;
  readonly instanceType: string;
  /** The Auto Scaling group that owns it: the environment's own, or a deployment's temporary one. */
  group: 'permanent' | 'temporary';
  lifecycle: 'Pending' | 'InService' | 'Terminating';
  /** Its place behind the load balancer. */
  traffic: 'none' | 'registered' | 'draining';
  /** Which target group it stands in (traffic splitting has two). */
  targetGroup: 'default' | 'split';
  deployment: InstanceDeployment | undefined;
  /** The label whose code runs; it stays when a deployment fails. */
  runs: string | undefined;
  health: InstanceHealth;
  /** Health checks passed in a row, one each ten seconds. */
  passedChecks: number;
  /** Since when it fails its load balancer's or application's check. */
  failingSince: Instant | undefined;
  /** Launched by a deployment with an additional batch, which ends it again. */
  additional?: boolean;
  /** A scenario's fault: from then on this health. */
  imposed?: { readonly from: Instant; readonly health: HealthStatus };
  /** A scenario's fault: the service does not notice that it runs another version (roadmap issue 162). */
  unnoticed?: boolean;
}

export interface EnvironmentHealth {
  /** What DescribeEnvironments shows. */
  color: HealthColor;
  /** With enhanced health only; absent in the moment after an operation began. */
  status?: HealthStatus;
  causes: readonly string[];
  refreshedAt: Instant;
  /** The status that the last transition event named; a new transition says "from" it. */
  announced?: HealthStatus | HealthColor;
  /** Bad samples in a row: three are needed before the environment's status falls. */
  badSamples: number;
}

export type OperationKind =
  | 'create'
  | 'update'
  | 'abort'
  | 'terminate'
  | 'restart'
  | 'rebuild'
  | 'swap'
  | 'tags'
  | 'platform';

/** The operation that is open on an environment. At most one. */
export interface Operation {
  readonly requestId: string;
  readonly kind: OperationKind;
  readonly startedAt: Instant;
  /** What an update changes. */
  readonly change?: {
    readonly versionLabel?: string;
    /** All options as they will be after success. */
    readonly options?: Options;
    readonly platform?: Platform;
    /** The policy that rules this deployment (that of the environment before the update). */
    readonly policy?: string;
  };
  /** The deployment id that this operation gives to the instances, when it deploys something. */
  deploymentId?: number;
  /** Instances that this operation has worked on so far, for the ordinals of commands. */
  touched: number;
}

/** An operation that has ended, for "completed N seconds ago and took M seconds". */
export interface EndedOperation {
  readonly kind: OperationKind;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly outcome: 'succeeded' | 'failed' | 'aborted';
  readonly deploys: 'version' | 'configuration' | 'nothing';
}

export interface LogRequest {
  readonly infoType: 'tail' | 'bundle' | 'analyze';
  readonly requestedAt: Instant;
  /** `ready`: RetrieveEnvironmentInfo answers them. */
  state: 'pending' | 'ready' | 'failed';
  entries: readonly { readonly instanceId: string; readonly sampleTimestamp: Instant; readonly message: string }[];
}

export interface Environment {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly applicationName: string;
  description?: string;
  tier: { readonly name: TierName; readonly type: string; readonly version?: string };
  /** Cluster environments have none. */
  platform?: Platform;
  /** The cluster that a Cluster environment runs on, from its assignment on. */
  clusterArn?: string;
  templateName?: string;
  operationsRole?: string;
  groupName?: string;
  status: EnvironmentStatus;
  /** `AbortableOperationInProgress`. */
  abortable: boolean;
  /** The last successfully deployed version: what replacements get and what instances are expected to run. */
  versionLabel: string | undefined;
  /** The deployment id that belongs to `versionLabel`: what instances are expected to report. */
  expectedDeploymentId: number;
  /** The last deployment id given out; the next deployment is one higher. */
  deploymentCounter: number;
  /** A label that DescribeEnvironments still shows until `until` (a scenario's lag). */
  laggingLabel?: { readonly label: string | undefined; readonly until: Instant };
  /** Options of the running environment. */
  options: Options;
  /** Options that the deployed bundle's `.ebextensions` set: they count where `options` says nothing. */
  bundleOptions?: Options;
  /** A configuration that is being deployed, or that failed to deploy and was kept as a draft. */
  draft?: { readonly options: Options; readonly status: 'pending' | 'failed'; readonly dateUpdated: Instant };
  resources: Resources;
  instances: Instance[];
  /** Share of requests for the instances in the `split` target group, in percent. */
  splitPercent: number;
  /** `name.region.elasticbeanstalk.com`; absent for workers. Set at creation, shown when `entrance` is. */
  cname?: string;
  /** Host name of the load balancer, or the address of the single instance; absent until it exists. */
  endpoint?: string;
  readonly dateCreated: Instant;
  dateUpdated: Instant;
  terminatedAt?: Instant;
  health: EnvironmentHealth;
  operation?: Operation;
  lastOperation?: EndedOperation;
  /** By info type; the last request of each. */
  logRequests: Partial<Record<LogRequest['infoType'], LogRequest>>;
}

/** One line of the event log. `sequence` orders events of the same date and never changes. */
export interface LoggedEvent {
  readonly sequence: number;
  readonly date: Instant;
  readonly severity: Severity;
  readonly message: string;
  readonly applicationName?: string;
  readonly environmentId?: string;
  readonly environmentName?: string;
  readonly versionLabel?: string;
  readonly templateName?: string;
  readonly platformArn?: string;
  readonly requestId?: string;
}

export interface World {
  readonly applications: Map<string, Application>;
  /** By id, terminated ones too (DescribeEnvironments hides them after an hour). */
  readonly environments: Map<string, Environment>;
  /** By ARN of the resource. */
  readonly tags: Map<string, Record<string, string>>;
  /** Custom platform versions and the like, by ARN; free for the operations on platforms. */
  readonly platforms: Map<string, Readonly<Record<string, unknown>>>;
  /** By id. */
  readonly commands: Map<string, SentCommand>;
  /** By name: metric alarms and composite alarms share one name space (API reference, PutCompositeAlarm). */
  readonly alarms: Map<string, Alarm>;
  /** By ARN: load balancers that environments share. Those of single environments are among their resources. */
  readonly balancers: Map<string, SharedBalancer>;
  /** By ARN. */
  readonly listenerRules: Map<string, ListenerRule>;
  /** By ARN of the listener, where somebody has changed them. */
  readonly defaultActions: Map<string, readonly Readonly<Record<string, unknown>>[]>;
  /** By ARN. */
  readonly clusters: Map<string, Cluster>;
  /** What the account's container registry holds, by URI with tag or digest. */
  readonly images: Map<string, Image>;
  /** Of Route 53, by id. */
  readonly hostedZones: Map<string, HostedZone>;
  /** By id. */
  readonly recordChanges: Map<string, RecordChange>;
}

export const emptyWorld = (): World => ({
  applications: new Map(),
  environments: new Map(),
  tags: new Map(),
  platforms: new Map(),
  commands: new Map(),
  alarms: new Map(),
  balancers: new Map(),
  listenerRules: new Map(),
  defaultActions: new Map(),
  hostedZones: new Map(),
  recordChanges: new Map(),
  clusters: new Map(),
  images: new Map(),
});
