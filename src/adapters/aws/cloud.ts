/** Everything that is asked of AWS, over the clients of one region: one file of the bundle, loaded when settings are sound. */
import type { Clock } from '../../ports/clock.js';
import type { Cloud } from '../../ports/outside.js';
import type { Random } from '../../ports/random.js';
import { onDemand } from '../on-demand.js';
import { createBeanstalk } from './beanstalk.js';
import type { AwsClients } from './clients.js';
import { createIdentity } from './identity.js';

export { createAwsClients } from './clients.js';

export interface CloudOptions {
  readonly clients: AwsClients;
  readonly clock: Clock;
  readonly random: Random;
  /** Ends the waiting between two attempts. */
  readonly signal: AbortSignal;
}

export function createCloud(options: CloudOptions): Cloud {
  const { clients } = options;
  return {
    beanstalk: createBeanstalk({ ...options, patience: 'patient' }),
    watchBeanstalk: createBeanstalk({ ...options, patience: 'one-look' }),
    store: onDemand({ head: true, put: true, list: true, readEnd: true, readTexts: true }, async () =>
      (await import('./bundle-store.js')).createBundleStore(options),
    ),
    documents: onDemand({ read: true, look: true, write: true, keys: true }, async () =>
      (await import('./documents.js')).createDocuments(options),
    ),
    instanceCommands: onDemand({ send: true, find: true, read: true, cancel: true }, async () =>
      (await import('./ssm.js')).createInstanceCommands(options),
    ),
    identity: createIdentity(clients),
    alarms: onDemand({ read: true }, async () =>
      (await import('./cloudwatch.js')).createAlarms({ ...options, patience: 'patient' }),
    ),
    metrics: onDemand({ points: true }, async () =>
      (await import('./cloudwatch.js')).createMetrics({ ...options, patience: 'one-look' }),
    ),
    loadBalancers: onDemand({ rules: true, environments: true }, async () =>
      (await import('./elbv2.js')).createLoadBalancers(options),
    ),
    routers: onDemand({ end: true, read: true, between: true, preview: true, targets: true }, async () =>
      (await import('./routers.js')).createRouters(options),
    ),
    ...(clients.proxyGap === undefined ? {} : { gap: clients.proxyGap }),
  };
}
