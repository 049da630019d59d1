/** The seam between the wire (HTTP, SigV4, XML) and the model: one call in, one result or ServiceError out. */
import type { Instant } from '../domain/time.js';
import type { GitHubSeed } from './github/world.js';
import type { Scenario } from './scenario.js';

/** One API call as the service's own code would see it: parsed by the SDK's published schema, members by their names. */
export interface ServiceCall {
  /** Operation name, for example `UpdateEnvironment`. */
  readonly action: string;
  /** Input members; dates are `Date`, numbers are numbers, lists are arrays. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The request id of the answer, which the events of the operation carry too. */
  readonly requestId: string;
}

/** What `POST /_simulator/seed` and `--seed` accept: a running start, without the minutes a creation takes. */
export interface Seed {
  readonly applications?: readonly { readonly name: string }[];
  readonly environments?: readonly {
    readonly application: string;
    readonly name: string;
    readonly tier?: 'WebServer' | 'Worker' | 'Cluster';
    readonly cnamePrefix?: string;
    /** Deployed version; it is created with the sample bundle when it does not exist. */
    readonly versionLabel?: string;
    /** Of a Cluster environment: its replicas. */
    readonly instances?: number;
    readonly loadBalancer?: 'application' | 'network' | 'classic' | 'none';
    /** Name of one of `loadBalancers`, instead of a load balancer of its own. */
    readonly sharedLoadBalancer?: string;
    readonly enhancedHealth?: boolean;
    /** `namespace` → `option` → value, over the defaults. */
    readonly options?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  }[];
  /**
   * Images in a container registry. `folder`: a directory on this machine whose application stands for the image (it
   * is started as the application of a source bundle is). A repository that is named here holds nothing else.
   */
  readonly images?: readonly { readonly uri: string; readonly digest?: string; readonly folder?: string }[];
  /** Names of Application Load Balancers that environments can share: port 80, and a 404 for what no rule fits. */
  readonly loadBalancers?: readonly { readonly name: string }[];
  /** Rules of users, by the members of CreateRule; `TargetGroupArn` may be the name of an environment of this seed. */
  readonly listenerRules?: readonly {
    readonly loadBalancer: string;
    readonly Priority: number;
    readonly Conditions: readonly Readonly<Record<string, unknown>>[];
    readonly Actions: readonly Readonly<Record<string, unknown>>[];
    readonly Tags?: readonly Readonly<Record<string, unknown>>[];
  }[];
  /** Zones of Route 53. A `DNSName` or `Value` may be the name of an environment: its load balancer's, then. */
  readonly hostedZones?: readonly {
    readonly name: string;
    /** Default: invented. */
    readonly id?: string;
    /** As in ResourceRecordSet; the zone of an alias may be left out. */
    readonly records?: readonly Readonly<Record<string, unknown>>[];
  }[];
  /** Alarms, by the members of PutMetricAlarm, or of PutCompositeAlarm when there is an `AlarmRule`. */
  readonly alarms?: readonly {
    readonly AlarmName: string;
    /** Default: OK. An alarm whose metric the simulator knows goes on by its data. */
    readonly state?: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
    readonly reason?: string;
    readonly [member: string]: unknown;
  }[];
  /** So many past events, spread evenly over all environments that are there, a second apart: a history to page through. */
  readonly pastEvents?: number;
  /** What the simulated GitHub has (`wire.ts` hands it there). */
  readonly github?: GitHubSeed;
}

/** The model of the service. Synchronous: every call settles what is due, then acts, then answers. */
export interface Simulator {
  readonly region: string;
  readonly accountId: string;
  now(): Instant;
  /** Answers the operation's output members, or `undefined` for operations without a result. Throws ServiceError. */
  call(call: ServiceCall): Readonly<Record<string, unknown>> | undefined;
  /** Applies everything that is due. The server calls this a few times a second, so that real processes move on by themselves. */
  settle(): void;
  /** The world as plain JSON for `GET /_simulator/state`. */
  state(): unknown;
  readonly scenario: Scenario;
  setScenario(scenario: Scenario): void;
  seed(seed: Seed): void;
  /** The world as JSON that `restore` understands (`--state file`). */
  save(): unknown;
  restore(saved: unknown): void;
}
