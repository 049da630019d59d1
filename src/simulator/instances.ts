/** The instances of an environment: launched, put behind the load balancer and taken out, terminated. */
import { type Milliseconds, seconds } from '../domain/time.js';
import { isCluster } from './cluster/cluster.js';
import { type Context, environmentEvent, optionValue } from './context.js';
import { EKS_ALB } from './options/catalogue-cluster.js';
import { instanceId } from './random.js';
import { loadBalancerKind } from './resources.js';
import type { Routing, Target } from './runtime/runtime.js';
import type { Environment, Instance } from './world.js';

/** Auto Scaling takes it, or it is gone: nothing is expected of it any longer. */
export const isLeaving = ({ lifecycle }: Pick<Instance, 'lifecycle'>): boolean => lifecycle === 'Terminating';

/** Instances that belong to the environment and are not on their way out. */
export const activeInstances = (environment: Environment): readonly Instance[] =>
  environment.instances.filter((instance) => !isLeaving(instance));

export const hasLoadBalancer = (environment: Environment): boolean => loadBalancerKind(environment) !== 'none';

/** A new instance without any application. It becomes `InService` when its first command begins. */
export function launchInstance(
  context: Context,
  environment: Environment,
  place: Pick<Instance, 'group' | 'targetGroup'> & { readonly id?: string },
): Instance {
  const zone = 'abc'[environment.instances.length % 3] ?? 'a';
  const types = optionValue(environment, 'aws:ec2:instances', 'InstanceTypes', '').split(',')[0]?.trim();
  const instance: Instance = {
    id: instanceId(context.random),
    launchedAt: context.now(),
    availabilityZone: `${context.region}${zone}`,
    instanceType: types || optionValue(environment, 'aws:autoscaling:launchconfiguration', 'InstanceType', 't3.micro'),
    ...place,
    lifecycle: 'Pending',
    traffic: 'none',
    deployment: undefined,
    runs: undefined,
    health: { status: 'Pending', causes: [], since: context.now() },
    passedChecks: 0,
    failingSince: undefined,
  };
  environment.instances.push(instance);
  context.runtime.launch({
    instanceId: instance.id,
    environmentId: environment.id,
    environmentName: environment.name,
  });
  return instance;
}

/** Ends an instance. Health has forgotten it some time later: `announceRemoved` writes the event then. */
export function terminateInstance(context: Context, environment: Environment, instance: Instance): void {
  instance.lifecycle = 'Terminating';
  instance.traffic = 'none';
  environment.instances = environment.instances.filter((other) => other !== instance);
  applyRouting(context, environment);
  context.runtime.terminate(instance.id);
}

/** Ends an instance, unless somebody was quicker, and lets its event follow. */
export function endInstance(context: Context, environment: Environment, instance: Instance): void {
  if (!environment.instances.includes(instance)) return;
  terminateInstance(context, environment, instance);
  announceRemoved(context, environment, instance);
}

/** Puts instances behind the load balancer; their count of passed checks starts again. */
export function register(context: Context, environment: Environment, instances: readonly Instance[]): void {
  for (const instance of instances.filter((one) => !isLeaving(one))) {
    instance.traffic = 'registered';
    instance.passedChecks = 0;
  }
  applyRouting(context, environment);
}

/** Lets instances finish the requests they have and gives them no new ones. */
export function drain(context: Context, environment: Environment, instances: readonly Instance[]): void {
  for (const instance of instances) if (instance.traffic === 'registered') instance.traffic = 'draining';
  applyRouting(context, environment);
}

/** The end of draining: the instances are out of the load balancer. */
export function release(context: Context, environment: Environment, instances: readonly Instance[]): void {
  for (const instance of instances) if (instance.traffic === 'draining') instance.traffic = 'none';
  applyRouting(context, environment);
}

const PROCESS = 'aws:elasticbeanstalk:environment:process:default';

const processOption = (environment: Environment, option: string, fallback: string): string =>
  optionValue(environment, PROCESS, option, fallback);

export const deregistrationDelaySeconds = (environment: Environment): number =>
  loadBalancerKind(environment) === 'classic'
    ? Number(optionValue(environment, 'aws:elb:policies', 'ConnectionDrainingTimeout', '20'))
    : Number(processOption(environment, 'DeregistrationDelay', '20'));

/** Tells the runtime how the environment's entrance routes now. Workers have none. */
export function applyRouting(context: Context, environment: Environment): void {
  if (environment.endpoint === undefined) return;
  const targets: Target[] = [];
  for (const { id, traffic, targetGroup } of environment.instances) {
    if (traffic !== 'none') targets.push({ instanceId: id, group: targetGroup, state: traffic });
  }
  context.runtime.route({
    environmentId: environment.id,
    targets,
    splitPercent: environment.splitPercent,
    healthCheck: isCluster(environment)
      ? clusterHealthCheck(environment)
      : {
          path:
            optionValue(environment, 'aws:elasticbeanstalk:application', 'Application Healthcheck URL', '') ||
            processOption(environment, 'HealthCheckPath', '/'),
          intervalSeconds: Number(processOption(environment, 'HealthCheckInterval', '15')),
          healthyThreshold: Number(processOption(environment, 'HealthyThresholdCount', '3')),
          unhealthyThreshold: Number(processOption(environment, 'UnhealthyThresholdCount', '5')),
          timeoutSeconds: Number(processOption(environment, 'HealthCheckTimeout', '5')),
        },
    deregistrationDelaySeconds: deregistrationDelaySeconds(environment),
  });
}

/** Of the target group in front of pods (AWS guide, options of `aws:elasticbeanstalk:eks:alb`). */
function clusterHealthCheck(environment: Environment): Routing['healthCheck'] {
  const option = (name: string, fallback: string): string => optionValue(environment, EKS_ALB, name, fallback);
  return {
    path: option('healthcheck-path', '/'),
    intervalSeconds: Number(option('healthcheck-interval-seconds', '15')),
    healthyThreshold: Number(option('healthy-threshold-count', '2')),
    unhealthyThreshold: Number(option('unhealthy-threshold-count', '2')),
    timeoutSeconds: Number(option('healthcheck-timeout-seconds', '5')),
  };
}

/** Whether requests reach it: the load balancer calls it healthy, or, without one, its application is up. */
export function isServing(context: Context, environment: Environment, instance: Instance): boolean {
  if (!hasLoadBalancer(environment)) return context.runtime.vitals(instance.id, context.now()).passing !== false;
  return instance.traffic === 'registered' && context.runtime.targetHealth(environment.id, instance.id) === 'healthy';
}

/** Cluster environments have the same health model, without a setting (AWS guide). */
export const isEnhanced = (environment: Environment): boolean =>
  isCluster(environment) ||
  optionValue(environment, 'aws:elasticbeanstalk:healthreporting:system', 'SystemType', 'basic') === 'enhanced';

/** The health service notices new instances late, without a request id, in whatever step is on by then. */
export function announceAdded(
  context: Context,
  environment: Environment,
  instances: readonly Instance[],
  delay: Milliseconds,
): void {
  if (instances.length === 0) return;
  context.timeline.after(delay, () => {
    const ids = instances.map((instance) => instance.id);
    if (environment.status === 'Terminated' || !instances.some((one) => environment.instances.includes(one))) return;
    if (isEnhanced(environment)) {
      const noun = ids.length === 1 ? 'instance' : 'instances';
      environmentEvent(context, environment, {
        severity: 'INFO',
        message: `Added ${noun} [${ids.join(', ')}] to your environment.`,
      });
      return;
    }
    for (const id of ids) {
      const added = `Added EC2 instance '${id}' to Auto Scaling Group '${environment.resources.autoScalingGroup}'.`;
      environmentEvent(context, environment, {
        severity: 'INFO',
        message: `Adding instance '${id}' to your environment.`,
      });
      environmentEvent(context, environment, { severity: 'INFO', message: added });
    }
  });
}

/** The health service notices a terminated instance some time after it has gone. */
function announceRemoved(context: Context, environment: Environment, instance: Instance): void {
  context.timeline.after(seconds(45), () => {
    if (environment.status === 'Terminated') return;
    const message = isEnhanced(environment)
      ? `Removed instance [${instance.id}] from your environment.`
      : `Removed EC2 instance '${instance.id}' from Auto Scaling Group '${environment.resources.autoScalingGroup}'.`;
    environmentEvent(context, environment, { severity: 'INFO', message });
  });
}
