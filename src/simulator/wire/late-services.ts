/** Services of the wire that are loaded when somebody first asks for them: each brings its part of the AWS SDK. */
import type { Simulator } from '../service.js';
import type { Service } from './service.js';

/** By the name in credential scopes. */
export type LateService = 'ssm' | 'monitoring' | 'elasticloadbalancing' | 'autoscaling' | 'route53' | 'ecr';

export type LateServices = Readonly<Record<LateService, () => Promise<Service>>>;

function once(load: () => Promise<Service>): () => Promise<Service> {
  let loaded: Promise<Service> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}

export const createLateServices = (simulator: Simulator): LateServices => ({
  ssm: once(() => import('./ssm.js').then(({ createSsmService }) => createSsmService(simulator))),
  monitoring: once(() => import('./cloudwatch.js').then((module) => module.createCloudWatchService(simulator))),
  elasticloadbalancing: once(() => import('./elbv2.js').then((module) => module.createElbv2Service(simulator))),
  autoscaling: once(() => import('./autoscaling.js').then((module) => module.createAutoScalingService(simulator))),
  ecr: once(() => import('./ecr.js').then((module) => module.createEcrService(simulator))),
  route53: once(() => import('./route53.js').then((module) => module.createRoute53Service(simulator))),
});
