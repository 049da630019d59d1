/** The AWS resources of an environment, as names: what CloudFormation would have called them. */
import { type Context, effectiveOptions } from './context.js';
import { sharedBalancerOf } from './elbv2/shared.js';
import { loadBalancerTypeOf } from './options/catalogue.js';
import { scopeOf } from './options/setting.js';
import { hexadecimal, resourceSuffix } from './random.js';
import type { Environment, Resources } from './world.js';

export type LoadBalancerKind = 'application' | 'network' | 'classic' | 'none';

/** `none` for workers and single instances. */
export const loadBalancerKind = (
  environment: Pick<Environment, 'tier' | 'platform' | 'options' | 'bundleOptions'>,
): LoadBalancerKind => loadBalancerTypeOf(scopeOf(environment));

export const isSingleInstance = (environment: Pick<Environment, 'options' | 'bundleOptions'>): boolean =>
  effectiveOptions(environment)['aws:elasticbeanstalk:environment']?.EnvironmentType === 'SingleInstance';

/** Invents the names of everything an environment of this kind consists of. */
export function inventResources(
  context: Context,
  environment: Pick<Environment, 'id' | 'tier' | 'platform' | 'options' | 'bundleOptions'>,
): Resources {
  if (environment.tier.name === 'Cluster') return inventClusterResources(context, environment);
  const { random, region, accountId } = context;
  const stackName = `awseb-${environment.id}-stack`;
  const kind = loadBalancerKind(environment);
  const scalable = !isSingleInstance(environment);
  const group = `${stackName}-AWSEBAutoScalingGroup-${resourceSuffix(random)}`;
  const policy = (name: string): string =>
    `arn:aws:autoscaling:${region}:${accountId}:scalingPolicy:${random.uuid()}:autoScalingGroupName/${group}:policyName/${stackName}-${name}-${resourceSuffix(random)}`;
  const alarm = (name: string): string => `${stackName}-${name}-${resourceSuffix(random)}`;
  return {
    stackName,
    autoScalingGroup: group,
    ...(kind === 'none' ? {} : { loadBalancer: balancerFor(context, environment, kind) }),
    securityGroups: [
      ...(kind === 'none' ? [] : [`sg-0${hexadecimal(random, 16)}`]),
      `${stackName}-AWSEBSecurityGroup-${resourceSuffix(random)}`,
    ],
    launchTemplate: `lt-0${hexadecimal(random, 16)}`,
    scalingPolicies: scalable
      ? [policy('AWSEBAutoScalingScaleUpPolicy'), policy('AWSEBAutoScalingScaleDownPolicy')]
      : [],
    alarms: scalable ? [alarm('AWSEBCloudwatchAlarmHigh'), alarm('AWSEBCloudwatchAlarmLow')] : [],
    ...(isSingleInstance(environment) && environment.tier.name === 'WebServer'
      ? { elasticIp: inventAddress(context) }
      : {}),
    ...(environment.tier.name === 'Worker'
      ? {
          queueUrl: `https://sqs.${region}.amazonaws.com/${accountId}/${stackName}-AWSEBWorkerQueue-${resourceSuffix(random)}`,
        }
      : {}),
  };
}

/** Pods have no group, no alarms and no launch template. What AWS calls the load balancer is not published. */
function inventClusterResources(
  context: Context,
  environment: Pick<Environment, 'id' | 'tier' | 'options'>,
): Resources {
  const kind = loadBalancerKind(environment);
  return {
    stackName: `awseb-${environment.id}-stack`,
    autoScalingGroup: '',
    ...(kind === 'none' ? {} : { loadBalancer: inventLoadBalancer(context, environment.id, kind) }),
    securityGroups: [],
    launchTemplate: '',
    scalingPolicies: [],
    alarms: [],
  };
}

function balancerFor(
  context: Context,
  environment: Pick<Environment, 'id' | 'options' | 'bundleOptions'>,
  kind: Exclude<LoadBalancerKind, 'none'>,
): NonNullable<Resources['loadBalancer']> {
  const own = inventLoadBalancer(context, environment.id, kind);
  const shared = kind === 'application' ? sharedBalancerOf(context, effectiveOptions(environment)) : undefined;
  const [listener] = shared?.listeners ?? [];
  if (shared === undefined || listener === undefined) return own;
  return { ...own, name: shared.arn, listenerName: listener.arn, shared: true };
}

function inventLoadBalancer(
  { random, region, accountId }: Context,
  environmentId: string,
  kind: Exclude<LoadBalancerKind, 'none'>,
): NonNullable<Resources['loadBalancer']> {
  if (kind === 'classic') {
    const name = `awseb-e-${environmentId.charAt(2)}-AWSEBLoa-${resourceSuffix(random, 13)}`;
    return { kind, name, listenerName: name };
  }
  const arn = `arn:aws:elasticloadbalancing:${region}:${accountId}`;
  const path = `${kind === 'application' ? 'app' : 'net'}/awseb-AWSEB-${resourceSuffix(random, 13)}/${hexadecimal(random, 16)}`;
  return {
    kind,
    name: `${arn}:loadbalancer/${path}`,
    listenerName: `${arn}:listener/${path}/${hexadecimal(random, 16)}`,
    targetGroupName: `${arn}:targetgroup/awseb-AWSEB-${resourceSuffix(random, 13)}/${hexadecimal(random, 16)}`,
  };
}

const inventAddress = ({ random }: Context): string =>
  [52, ...Array.from({ length: 3 }, () => 1 + Math.floor(random.next() * 250))].join('.');

/** The temporary group of an immutable or traffic-splitting deployment: a stack of its own. */
export const temporaryGroupName = ({ random }: Context, environment: Environment): string =>
  `awseb-${environment.id}-immutable-stack-AWSEBAutoScalingGroup-${resourceSuffix(random)}`;

/** The second target group that a traffic-splitting deployment has while it runs; of load balanced environments. */
export const splitTargetGroupOf = ({ resources }: Pick<Environment, 'resources'>): string =>
  (resources.loadBalancer?.targetGroupName ?? '').replace(/.$/, (last) => (last === '0' ? '1' : '0'));
