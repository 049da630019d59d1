/** Everything outside the program, as the composition root hands it to the story. */
import type { Alarms } from './alarms.js';
import type { Archives } from './archives.js';
import type { Beanstalk } from './beanstalk.js';
import type { BundleStore } from './bundle-store.js';
import type { Clock } from './clock.js';
import type { Commands } from './commands.js';
import type { Documents } from './documents.js';
import type { Files } from './files.js';
import type { GitHub } from './github.js';
import type { Host } from './host.js';
import type { Http } from './http.js';
import type { Identity } from './identity.js';
import type { InstanceCommands } from './instance-commands.js';
import type { LoadBalancers } from './load-balancers.js';
import type { Metrics } from './metrics.js';
import type { Random } from './random.js';
import type { Registry } from './registry.js';
import type { Routers } from './routers.js';

/** What needs the AWS SDK: loaded and connected when the settings are known to be sound. */
export interface Cloud {
  readonly beanstalk: Beanstalk;
  /** Reads once per look, for the watch, which looks again by itself. */
  readonly watchBeanstalk: Beanstalk;
  readonly store: BundleStore;
  readonly documents: Documents;
  readonly instanceCommands: InstanceCommands;
  readonly identity: Identity;
  readonly alarms: Alarms;
  readonly metrics: Metrics;
  readonly loadBalancers: LoadBalancers;
  readonly routers: Routers;
  /** Absent: what an image's tag means cannot be asked. */
  readonly registry?: Registry;
  /** A sentence about something that limits us, for example proxy variables that cannot be followed. */
  readonly gap?: string;
}

export interface Outside {
  readonly host: Host;
  readonly clock: Clock;
  readonly random: Random;
  readonly files: Files;
  readonly http: Http;
  readonly commands: Commands;
  /** Loaded when a bundle is to be read or made. */
  archives(): Promise<Archives>;
  connect(region: string, signal: AbortSignal): Promise<Cloud>;
  /** Loaded when GitHub is to be told or asked something. `undefined`: no token, or no repository to speak of. */
  github(token: string): Promise<GitHub | undefined>;
  /** AWS API calls sent so far, retries included. */
  calls(): number;
  /** Closes connections, so that the process ends by itself; with a code it ends at once, whatever still hangs. */
  leave(code?: 0 | 1): void;
}
