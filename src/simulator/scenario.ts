/** Faults and behaviours as data: what makes a rehearsal go wrong, and when. Given by `--scenario`, by POST, or by a test. */

/** How a version behaves on the virtual runtime (real processes behave as their code does). */
export interface VersionBehaviour {
  /** What the deployment command does; default `succeeds`. */
  readonly command?: 'succeeds' | 'fails' | 'times-out';
  readonly returnCode?: number;
  /** Text of the failure event. Default: `Engine execution has encountered an error.` */
  readonly output?: string;
  /** Only the instances with these ordinals (0 = the first that gets the version) show the bad behaviour; default: all. */
  readonly onlyOrdinals?: readonly number[];
  /** Seconds the command takes; default 10. */
  readonly commandSeconds?: number;
  /** The health an instance settles at; default `Ok`. */
  readonly health?: 'Ok' | 'Info' | 'Warning' | 'Degraded' | 'Severe';
  /** Health changes to this value so many seconds after the deployment ended. */
  readonly laterHealth?: { readonly afterSeconds: number; readonly health: 'Ok' | 'Warning' | 'Degraded' | 'Severe' };
  /** How the build of its container image goes (Cluster environments), and how long it takes; default `succeeds`, 150. */
  readonly build?: 'succeeds' | 'fails' | 'fails-to-push' | 'fails-to-assume-role';
  readonly buildSeconds?: number;
  /** Requests a second that an instance sees, share of 5xx (0 to 1) and p99 latency in seconds; default 5, 0, 0.05. */
  readonly requestsPerSecond?: number;
  readonly errorShare?: number;
  readonly p99Seconds?: number;
}

/** How a one-off command on an instance goes on the virtual runtime (real ones do as they are told). */
export interface CommandBehaviour {
  /** Default 0. */
  readonly exitCode?: number;
  readonly output?: string;
  /** Default 2. */
  readonly seconds?: number;
}

/** Which calls a wire fault hits. `action`: an API operation of AWS or `*`; `github:repos/create-deployment`, `github:*`. */
interface CallMatch {
  readonly action: string;
  /** Skip so many matching calls first; default 0. */
  readonly skip?: number;
  /** Hit so many calls, then stop; default: no end. */
  readonly times?: number;
  /** Hit a matching call with this probability (0 to 1); default 1. */
  readonly probability?: number;
  /** Only from this many simulated seconds after the scenario was set, and until that many. */
  readonly fromSecond?: number;
  readonly toSecond?: number;
}

/** When a fault of the model happens, counted in simulated seconds from the start of the next environment operation. */
interface DuringUpdate {
  readonly environment?: string;
  readonly afterSeconds: number;
}

export type Fault =
  // On the wire
  /** `retryAfterSeconds`: what GitHub asks for (default 60); AWS says nothing of the kind. */
  | ({ readonly kind: 'throttle'; readonly retryAfterSeconds?: number } & CallMatch)
  | ({ readonly kind: 'server-error'; readonly status: 500 | 502 | 503 | 504 } & CallMatch)
  /** The connection breaks before the service has seen the call, or after it has acted (a lost answer). */
  | ({ readonly kind: 'reset'; readonly when: 'before' | 'after' } & CallMatch)
  | ({ readonly kind: 'slow-answer'; readonly seconds: number } & CallMatch)
  | ({ readonly kind: 'expired-credentials' } & CallMatch)
  /** `denied`: AccessDenied; `empty`: lists come back empty, as the service does for resources one may not see. */
  | ({ readonly kind: 'lost-permission'; readonly answer: 'denied' | 'empty' } & CallMatch)
  /** Answers describe the world as it was so many seconds ago. */
  | ({ readonly kind: 'stale-read'; readonly seconds: number } & CallMatch)
  // In the service
  /** DescribeEnvironments shows the old label for so long after Ready. */
  | { readonly kind: 'label-lag'; readonly seconds: number }
  /** The update ends Ready on the old version without one ERROR event. */
  | { readonly kind: 'silent-rollback'; readonly label: string }
  /** The service calls the update a success although so many instances kept the old version (roadmap#162). */
  | { readonly kind: 'instance-keeps-old-version'; readonly count: number }
  | ({ readonly kind: 'aborted-by-someone' } & DuringUpdate)
  | ({ readonly kind: 'terminated-by-someone' } & DuringUpdate)
  | ({ readonly kind: 'updated-by-someone'; readonly label: string } & DuringUpdate)
  /** An event that is not of our operation (a managed action, a person); with or without a request id. */
  | ({
      readonly kind: 'foreign-event';
      readonly severity: 'INFO' | 'WARN' | 'ERROR';
      readonly message: string;
      readonly requestId?: string;
    } & DuringUpdate)
  /** Events whose text contains `contains` arrive so many seconds late, twice, or never. */
  | { readonly kind: 'late-events'; readonly contains: string; readonly seconds: number }
  | { readonly kind: 'duplicate-events'; readonly contains: string }
  | { readonly kind: 'lost-events'; readonly contains: string }
  /** Batch `batch` (1-based) takes so many seconds longer. */
  | { readonly kind: 'slow-batch'; readonly batch: number; readonly seconds: number }
  /** New instances cannot be launched (EC2 capacity or quota). */
  | { readonly kind: 'no-capacity'; readonly message?: string }
  /** CreateEnvironment is taken and given up at once, as without an instance profile; the environment ends Terminated. */
  | { readonly kind: 'launch-refused'; readonly message?: string }
  /** The account may have no more of these. */
  | { readonly kind: 'quota-reached'; readonly of: 'environments' | 'applications' }
  /** Somebody in another account holds this CNAME prefix. */
  | { readonly kind: 'cname-taken'; readonly prefix: string }
  /** One instance is sick (its health) from so many seconds after the next operation starts. */
  | ({
      readonly kind: 'sick-instance';
      readonly index: number;
      readonly health: 'Warning' | 'Degraded' | 'Severe';
    } & DuringUpdate)
  /** Environment health alternates between Ok and `health` every `everySeconds`. */
  | {
      readonly kind: 'flapping-health';
      readonly health: 'Warning' | 'Degraded' | 'Severe';
      readonly everySeconds: number;
    }
  /** Somebody has changed the cluster of a Cluster environment (or of all): its updates fail, and no environment comes to it. */
  | { readonly kind: 'cluster-drift'; readonly environment?: string; readonly change: string }
  /** Systems Manager does not know the instances: no agent, or an instance profile without its policy. */
  | { readonly kind: 'unmanaged-instances' }
  /** Systems Manager knows the instances, but nothing reaches them. */
  | { readonly kind: 'lost-agents' };

/** An alarm takes a state, whatever its metric says. It keeps it until the next change, or the next call of SetAlarmState. */
export interface AlarmChange {
  /** Simulated seconds after the scenario was set; default 0. */
  readonly atSecond?: number;
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  readonly reason?: string;
}

export interface Scenario {
  readonly description?: string;
  /** By version label; `*` is the rest. */
  readonly versions?: Readonly<Record<string, VersionBehaviour>>;
  /** By a part of the script's text; the first that fits. */
  readonly commands?: Readonly<Record<string, CommandBehaviour>>;
  readonly faults?: readonly Fault[];
  /** By the name of an alarm that exists by then. */
  readonly alarms?: Readonly<Record<string, readonly AlarmChange[]>>;
  /**
   * On a shared load balancer the rules of two environments exchange their host names when the CNAMEs are swapped. Whether
   * the service does so is not documented; default: they stay.
   */
  readonly hostRulesFollowSwap?: boolean;
  /** How many seconds after its end a minute shows in CloudWatch; default 60. */
  readonly metricDelaySeconds?: number;
  /** Switches the service's own rate limit (2 a second, burst 15, on DescribeEvents and DescribeEnvironments) off. */
  readonly rateLimit?: boolean;
}
