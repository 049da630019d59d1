/**
 * Elastic Beanstalk in our words. Every method throws `ActionError` only; `nature` says whether looking again can help,
 * `answerLost` whether a mutating call may have acted. An empty answer is answered as such: callers cross-check it.
 */
import type { ConfigurationSettings, Environment, OptionKey, OptionSetting } from '../domain/environment.js';
import type { EnvironmentEvent } from '../domain/event.js';
import type { EnvironmentHealthReading, InstancesReading } from '../domain/instance.js';
import type { Instant } from '../domain/time.js';
import type { ApplicationVersion, BundleLocation } from '../domain/version.js';

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

export interface VersionRequest {
  readonly application: string;
  readonly label: string;
  readonly description: string;
  readonly bundle: BundleLocation;
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
  /** Every environment of the application (all applications when absent) that is not terminated. */
  environments(application?: string): Promise<readonly Environment[]>;
  applicationExists(name: string): Promise<boolean>;

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
  ): Promise<
    readonly {
      readonly severity: 'error' | 'warning';
      readonly message: string;
      readonly namespace?: string;
      readonly name?: string;
    }[]
  >;

  version(application: string, label: string): Promise<ApplicationVersion | undefined>;
  createVersion(request: VersionRequest): Promise<ApplicationVersion>;
  /** The account's bucket for bundles (CreateStorageLocation; idempotent). */
  storageBucket(): Promise<string>;

  update(request: UpdateRequest): Promise<Accepted>;
  abort(environmentId: string): Promise<Accepted>;

  requestTailLogs(environmentId: string): Promise<Accepted>;
  tailLogs(environmentId: string): Promise<readonly LogFile[]>;
  /** The text behind a `LogFile` url, at most `limitBytes` from its end. */
  download(url: string, limitBytes: number): Promise<string>;

  /** Calls sent so far, retries included. */
  readonly calls: number;
}
