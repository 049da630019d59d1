/** What a rollout needs: the plan, what was seen before it, what the user wants, and the outside world as ports. */
import type { Plan } from '../domain/plan.js';
import type { Say } from '../domain/progress.js';
import type { DeploySettings } from '../domain/settings.js';
import type { Snapshot } from '../domain/snapshot.js';
import type { Unfinished } from '../domain/unfinished.js';
import type { Alarms } from '../ports/alarms.js';
import type { Beanstalk } from '../ports/beanstalk.js';
import type { BundleStore } from '../ports/bundle-store.js';
import type { Clock } from '../ports/clock.js';
import type { Commands } from '../ports/commands.js';
import type { Documents } from '../ports/documents.js';
import type { Files } from '../ports/files.js';
import type { Http } from '../ports/http.js';
import type { InstanceCommands } from '../ports/instance-commands.js';
import type { LoadBalancers } from '../ports/load-balancers.js';
import type { Metrics } from '../ports/metrics.js';
import type { Random } from '../ports/random.js';
import type { Routers } from '../ports/routers.js';

export interface RolloutPorts {
  readonly beanstalk: Beanstalk;
  /** For the looks of the watch: an adapter that does not retry by itself, because the watch does. Default: `beanstalk`. */
  readonly watchBeanstalk?: Beanstalk;
  readonly store: BundleStore;
  /** Absent: nothing is recorded, and nothing is pruned. */
  readonly documents?: Documents;
  readonly clock: Clock;
  readonly random: Random;
  readonly files: Files;
  readonly http: Http;
  readonly commands: Commands;
  readonly instanceCommands: InstanceCommands;
  readonly alarms: Alarms;
  readonly metrics: Metrics;
  readonly loadBalancers: LoadBalancers;
  readonly routers: Routers;
}

export interface RolloutRequest {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
  readonly settings: DeploySettings;
  readonly ports: RolloutPorts;
  /** Hears everything as it happens: steps, events (each once), views, verdicts, warnings. Must not throw. */
  readonly say: Say;
  /** Aborts at the first request to stop (SIGINT): the rollout then ends within seven seconds. */
  readonly cancel: AbortSignal;
  /** Address of the page of this run, for the record of good versions. */
  readonly run?: string;
  /** What earlier runs have left undone, as the deploy locks say: only that may be aborted for `on-busy: abort-ours`. */
  readonly unfinished?: readonly Unfinished[];
}
