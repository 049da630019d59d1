/** Everything that is asked of AWS, over the clients of one region: one file of the bundle, loaded when settings are sound. */
import type { Clock } from '../../ports/clock.js';
import type { Cloud } from '../../ports/outside.js';
import type { Random } from '../../ports/random.js';
import { createBeanstalk } from './beanstalk.js';
import { createBundleStore } from './bundle-store.js';
import type { AwsClients } from './clients.js';
import { createAlarms, createMetrics } from './cloudwatch.js';
import { createDocuments } from './documents.js';
import { createLoadBalancers } from './elbv2.js';
import { createIdentity } from './identity.js';
import { createRouters } from './routers.js';
import { createInstanceCommands } from './ssm.js';

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
    store: createBundleStore(options),
    documents: createDocuments(options),
    instanceCommands: createInstanceCommands(options),
    identity: createIdentity(clients),
    alarms: createAlarms({ ...options, patience: 'patient' }),
    metrics: createMetrics({ ...options, patience: 'one-look' }),
    loadBalancers: createLoadBalancers(options),
    routers: createRouters(options),
    ...(clients.proxyGap === undefined ? {} : { gap: clients.proxyGap }),
  };
}
