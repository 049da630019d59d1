/**
 * Elastic Beanstalk in our words. Every method throws `ActionError` only; `nature` says whether looking again can help,
 * `answerLost` whether a mutating call may have acted. An empty answer is answered as such: callers cross-check it.
 */
import type { CreationModel, PlatformBranch } from '../domain/creation.js';
import type {
  ConfigurationSettings,
  Environment,
  EnvironmentTier,
  OptionKey,
  OptionSetting,
} from '../domain/environment.js';
import type { EnvironmentEvent } from '../domain/event.js';
import type { EnvironmentHealthReading, InstancesReading } from '../domain/instance.js';
import type { OptionMessage } from '../domain/option-rules.js';
import type { Instant } from '../domain/time.js';
import type { ApplicationVersion, BundleLocation, ImageBuild, VersionLifecycle } from '../domain/version.js';

/** What a mutating call answers: the request id that the events of the operation will carry. */
export interface Accepted {
  readonly requestId: string;
}

export interface UpdateRequest {
  readonly environmentId: string;
  readonly versionLabel?: string;
  readonly options: readonly OptionSetting[];
  readonly removeOptions: readonly OptionKey[];
}

/**
 * A new environment on a platform (`solutionStack` or `platformArn`) or with the platform and settings of a configuration
 * template, under the options given here.
 */
export interface CreateRequest {
  readonly application: string;
  readonly name: string;
  /** First part of its CNAME; must be free in the region (`dnsAvailable`). Absent: the service makes one up. */
  readonly cnamePrefix?: string;
  readonly versionLabel: string;
  readonly template?: string;
  readonly solutionStack?: string;
  readonly platformArn?: string;
  /** Absent: web server. A Cluster environment has neither platform nor template. */
  readonly tier?: EnvironmentTier;
  readonly tags?: Readonly<Record<string, string>>;
  readonly options: readonly OptionSetting[];
  readonly removeOptions: readonly OptionKey[];
  readonly description: string;
}

export interface Created extends Accepted {
  /** Absent when the service did not say it; then it is found by its name. */
  readonly environmentId?: string;
}

export interface VersionRequest {
  readonly application: string;
  readonly label: string;
  readonly description: string;
  /** Absent with `image`. */
  readonly bundle?: BundleLocation;
  /** An image that is in a registry already. */
  readonly image?: string;
  /** Elastic Beanstalk builds an image from the bundle; the version is then processed at once. */
  readonly build?: ImageBuild;
  readonly tags: Readonly<Record<string, string>>;
}

export interface LogFile {
  readonly instanceId: string;
  /** Presigned, for a quarter of an hour. Secret: never printed. */
  readonly url: string;
  readonly sampledAt?: Instant;
}

export interface Beanstalk {
  /** The environment that is not terminated; `undefined` when the service lists none (which also a missing permission does). */
  environmentNamed(application: string, name: string): Promise<Environment | undefined>;
  /** By id, also when terminated (the service lists those for about an hour). */
  environment(id: string): Promise<Environment | undefined>;
  /** The same for several in one call; in the order of the ids. */
  environmentsById(ids: readonly string[]): Promise<readonly (Environment | undefined)[]>;
  /** Every environment of the application (all applications when absent) that is not terminated. */
  environments(application?: string): Promise<readonly Environment[]>;
  applicationExists(name: string): Promise<boolean>;
  /** Tags of an environment (ListTagsForResource), with those that the service itself puts on. */
  tags(arn: string): Promise<Readonly<Record<string, string>>>;

  /** All events of the environment on or after `since` (inclusive), every page, oldest first as the service ordered them. */
  events(environmentId: string, since: Instant): Promise<readonly EnvironmentEvent[]>;
  /** The newest `count` (at most 1000) events, oldest first. */
  newestEvents(environmentId: string, count: number): Promise<readonly EnvironmentEvent[]>;

  /** Every page. Throws a problem `enhanced-health-off` with basic health. */
  instances(environmentId: string): Promise<InstancesReading>;
  health(environmentId: string): Promise<EnvironmentHealthReading>;
  /** Ids of the instances in the environment's Auto Scaling groups. */
  instanceIds(environmentId: string): Promise<readonly string[]>;
  /** One entry, or two while a draft exists. */
  settings(application: string, environmentName: string): Promise<readonly ConfigurationSettings[]>;
  /** Messages of the service about these options; empty when valid. */
  validate(
    application: string,
    environmentName: string,
    options: readonly OptionSetting[],
    remove: readonly OptionKey[],
  ): Promise<readonly OptionMessage[]>;

  /** The same for an environment that does not exist yet: by what it would be created from. */
  validateNew(
    application: string,
    base: CreationModel,
    options: readonly OptionSetting[],
  ): Promise<readonly OptionMessage[]>;

  version(application: string, label: string): Promise<ApplicationVersion | undefined>;
  /** Every version of the application, every page. */
  versions(application: string): Promise<readonly ApplicationVersion[]>;
  createVersion(request: VersionRequest): Promise<ApplicationVersion>;
  /** The newest events about a version with severity ERROR or worse, oldest first: why its build failed. */
  versionErrors(application: string, label: string): Promise<readonly EnvironmentEvent[]>;
  /** With its bundle, when `withBundle`. A version that is not there (any more) counts as deleted. */
  deleteVersion(application: string, label: string, withBundle: boolean): Promise<void>;
  /** The application's own rule that removes old versions; `undefined` when none is switched on. */
  versionLifecycle(application: string): Promise<VersionLifecycle | undefined>;
  /** The account's bucket for bundles (CreateStorageLocation; idempotent). */
  storageBucket(): Promise<string>;

  update(request: UpdateRequest): Promise<Accepted>;
  abort(environmentId: string): Promise<Accepted>;

  /** Launches an environment; its events begin with `createEnvironment is starting.` */
  create(request: CreateRequest): Promise<Created>;
  /** Whether a CNAME prefix is free in the region (CheckDNSAvailability). */
  dnsAvailable(prefix: string): Promise<boolean>;
  /** Saves the settings of an environment, its platform included, under a name. */
  createTemplate(application: string, name: string, environmentId: string): Promise<void>;
  /** Also when there is none of this name. */
  deleteTemplate(application: string, name: string): Promise<void>;
  /** The settings of a saved configuration. */
  templateSettings(application: string, template: string): Promise<readonly OptionSetting[]>;
  /** A platform branch by its name, with its newest version; `undefined` when the region has no such branch. */
  platformBranch(name: string): Promise<PlatformBranch | undefined>;
  createApplication(name: string, description: string): Promise<void>;
  /** Exchanges the CNAMEs of two environments. Asked for twice, everything is as it was: never repeat it blindly. */
  swapCnames(sourceId: string, destinationId: string): Promise<Accepted>;
  terminate(environmentId: string): Promise<Accepted>;

  requestTailLogs(environmentId: string): Promise<Accepted>;
  tailLogs(environmentId: string): Promise<readonly LogFile[]>;
  /** The text behind a `LogFile` url, at most `limitBytes` from its end. */
  download(url: string, limitBytes: number): Promise<string>;

  /** Calls sent so far, retries included. */
  readonly calls: number;
}
