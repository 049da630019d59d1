/**
 * What the simulated service's instances, load balancers and names are made of.
 *
 * The model (`simulator.ts`) decides *what* runs where and when; a runtime decides what that means: `virtual.ts` keeps
 * numbers (for tests on a virtual clock), `processes.ts` starts real processes behind real HTTP proxies.
 *
 * The model calls synchronously and never waits. Whatever takes time in a runtime (a process that starts, a health
 * check) is asked for again at the next settle: `commandState`, `vitals`, `targetHealth`.
 */
import type { Instant } from '../../domain/time.js';
import type { Scenario } from '../scenario.js';
import type { PublishedName } from './published-names.js';

/** An EC2 instance comes into being; nothing is deployed to it yet. */
export interface InstanceLaunch {
  readonly instanceId: string;
  readonly environmentId: string;
  readonly environmentName: string;
}

/** What an on-instance command has to do. */
export interface InstanceCommand {
  /** `deploy`: unpack the bundle, run hooks, (re)start the application. `configure`: restart it with other variables. `restart`. */
  readonly kind: 'deploy' | 'configure' | 'restart';
  readonly deploymentId: number;
  readonly versionLabel: string;
  /** The source bundle in the object store; absent for AWS's sample application. */
  readonly bundle?: { readonly bucket: string; readonly key: string };
  /** Instead of a bundle: a directory on this machine, whose application stands for a container image. */
  readonly folder?: string;
  /** Environment properties of `aws:elasticbeanstalk:application:environment`. */
  readonly environmentVariables: Readonly<Record<string, string>>;
  /** How many instances have been given this deployment before, in this operation: 0 for the first. Lets a scenario pick one. */
  readonly ordinal: number;
}

export type CommandState =
  | { readonly state: 'running' }
  /** `notes` become instance events such as "Instance deployment used the commands in your 'Procfile' …". */
  | { readonly state: 'succeeded'; readonly notes: readonly string[] }
  /** `output` becomes the text of the `[Instance: …] Command failed on instance` event; `log` the deployment log. */
  | {
      readonly state: 'failed';
      readonly returnCode: number;
      readonly output: string;
      readonly log: string;
      /** ERROR events of the instance that say more, such as "Instance deployment: 'npm' failed to install …". */
      readonly notes?: readonly string[];
    };

/** Requests an instance has answered in the last ten simulated seconds, as the health agent reads them from the proxy log. */
export interface RequestMetrics {
  readonly requestCount: number;
  readonly status2xx: number;
  readonly status3xx: number;
  readonly status4xx: number;
  readonly status5xx: number;
  /** Latency percentiles in seconds: P10, P50, P75, P85, P90, P95, P99, P999. Absent when there was no request. */
  readonly latency?: Readonly<Record<'P10' | 'P50' | 'P75' | 'P85' | 'P90' | 'P95' | 'P99' | 'P999', number>>;
}

/** What one minute has brought to a target group of an environment, as its load balancer counts it. */
export interface MinuteOfRequests {
  /** Its beginning. */
  readonly minute: Instant;
  readonly group: 'default' | 'split';
  readonly requests: number;
  /** By the first digit of the status. Played traffic is counted in fractions. */
  readonly statuses: Readonly<Record<'2' | '3' | '4' | '5', number>>;
  /** Times until the answer began, each with how many requests had it. */
  readonly latencies: readonly { readonly seconds: number; readonly count: number }[];
}

/** What the health agent on an instance sends. */
export interface InstanceVitals {
  /** `false`: no data arrives (instance not started, agent dead). */
  readonly reporting: boolean;
  /** Whether the application answers its health check path. `undefined`: not known yet. */
  readonly passing: boolean | undefined;
  readonly requests: RequestMetrics;
  /** Texts for the instance's causes beyond the model's own. */
  readonly causes: readonly string[];
  /** A played instance may say its health outright; for a real one the model judges by the members above. */
  readonly status?: 'Ok' | 'Info' | 'Warning' | 'Degraded' | 'Severe';
}

export type TargetHealth = 'initial' | 'healthy' | 'unhealthy' | 'draining' | 'unused';

/** An instance behind the environment's load balancer. `group` is the target group: traffic splitting has two. */
export interface Target {
  readonly instanceId: string;
  readonly group: 'default' | 'split';
  /** `registered` receives requests when healthy; `draining` finishes the ones it has. */
  readonly state: 'registered' | 'draining';
}

/** The whole wished state of one environment's traffic entrance. Applying the same again changes nothing. */
export interface Routing {
  readonly environmentId: string;
  readonly targets: readonly Target[];
  /** Share of requests for the `split` group, in percent (0 to 100). */
  readonly splitPercent: number;
  readonly healthCheck: {
    readonly path: string;
    readonly intervalSeconds: number;
    readonly healthyThreshold: number;
    readonly unhealthyThreshold: number;
    readonly timeoutSeconds: number;
  };
  /** Seconds a draining target may finish its requests (`DeregistrationDelay`). */
  readonly deregistrationDelaySeconds: number;
}

/** What a listener's rule asks of a request; all of them must hold. Patterns may have `*` and `?`. */
export type BalancerCondition =
  | { readonly on: 'host' | 'path'; readonly values: readonly string[] }
  | { readonly on: 'header'; readonly name: string; readonly values: readonly string[] };

export type BalancerAction =
  /** A target group that is gone has no environment. Weights are relative. */
  | {
      readonly kind: 'forward';
      readonly targets: readonly { readonly environmentId?: string; readonly weight: number }[];
      readonly stickySeconds?: number;
    }
  | { readonly kind: 'fixed'; readonly status: number; readonly contentType: string; readonly body: string }
  /** With placeholders such as `#{host}`. */
  | { readonly kind: 'redirect'; readonly status: 301 | 302; readonly location: string };

export interface BalancerRule {
  readonly conditions: readonly BalancerCondition[];
  /** Made by Elastic Beanstalk itself, not by its user. */
  readonly isOwn: boolean;
  readonly action: BalancerAction;
}

/** A load balancer with rules, on port 80. The first rule that fits decides; the last one has no conditions. */
export interface BalancerRouting {
  readonly arn: string;
  /** Environments whose names lead to it. */
  readonly environmentIds: readonly string[];
  /** Of these, those that no rule of a user leads to, though one leads to another environment of their application. */
  readonly besideIds: readonly string[];
  readonly rules: readonly BalancerRule[];
}

/** A shell script that somebody has sent to an instance. */
export interface InstanceScript {
  readonly id: string;
  readonly script: string;
  /** As the instance knows it: `/var/app/current` is where the application is. */
  readonly directory: string;
}

export interface ScriptState {
  /** Absent while it runs. */
  readonly exitCode?: number;
  /** What it has written so far. Foreign text. */
  readonly output: string;
}

export interface Runtime {
  /**
   * The model's present moment, told before anything else happens at it. A settle may catch up on several moments, each
   * with its own effects: a played runtime lives by these, a runtime of real processes needs none.
   */
  moment?(now: Instant): void;
  /** The rehearsal's scenario, at the start and whenever it changes: a played runtime takes the behaviour of versions from it. */
  play?(scenario: Scenario): void;

  launch(instance: InstanceLaunch): void;
  /** Starts a command on an instance. The one before it must have ended. */
  command(instanceId: string, command: InstanceCommand): void;
  /** The state of the newest command of this instance. */
  commandState(instanceId: string): CommandState;
  vitals(instanceId: string, now: Instant): InstanceVitals;
  /** Requests that the environment's entrance has answered, by minute, for some hours back. */
  requestMinutes(environmentId: string): readonly MinuteOfRequests[];
  /** The last lines of the instance's logs, as a tail log request gathers them. Foreign text. */
  logTail(instanceId: string): string;
  /** Starts a script beside whatever else the instance does. */
  startScript(instanceId: string, script: InstanceScript): void;
  /** `undefined` when the instance, or the script on it, is unknown. */
  scriptState(instanceId: string, scriptId: string): ScriptState | undefined;
  /** Kills it with everything that it has started. */
  stopScript(instanceId: string, scriptId: string): void;
  terminate(instanceId: string): void;

  /** Creates the entrance of an environment (load balancer, or the single instance's address) and answers its host name. */
  openEntrance(
    environmentId: string,
    kind: 'load-balancer' | 'single-instance',
    /** Host name of a load balancer that is there already. */
    endpoint?: string,
    /** Its clients speak https, and port 80 is closed. */
    isSecure?: boolean,
  ): { readonly endpoint: string };
  /** The whole wished state of all load balancers that have rules of somebody. */
  balance(balancers: readonly BalancerRouting[]): void;
  /** Makes the entrance route as described. Called by the model after each settle in which something changed. */
  route(routing: Routing): void;
  targetHealth(environmentId: string, instanceId: string): TargetHealth;
  closeEntrance(environmentId: string): void;

  /** Lets a CNAME lead to an environment's entrance (a swap calls this for both names), or to nothing. */
  pointName(cname: string, environmentId: string | undefined): void;
  /** The whole wished state of the names in users' own zones. */
  publish(names: readonly PublishedName[]): void;

  /** Ends everything this runtime has started. Resolves when no process and no port is left. */
  close(): Promise<void>;
}
