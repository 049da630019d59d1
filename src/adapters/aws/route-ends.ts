/** Where a route leads when it gives requests to an environment: read from the service by environment, never from names. */
import type { TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { EnvironmentRef } from '../../domain/plan.js';
import { ActionError } from '../../domain/problem.js';
import type { Route, RouteEnd, TargetHealth } from '../../domain/route.js';
import { notFound, type RouteCalls, unusable } from './route-calls.js';

type AlbRoute = Extract<Route, { readonly kind: 'alb' }>;
export type AlbEnd = Extract<RouteEnd, { readonly kind: 'alb' }>;

/** API reference, DescribeTags: ResourceArns. */
const TAGGED_AT_ONCE = 20;

/** The part of an ARN that CloudWatch has in its dimensions (ALB guide, "Metric dimensions"). */
export const balancerDimension = (arn: string): string => arn.replace(/^.*:loadbalancer\//, '');
const groupDimension = (arn: string): string => arn.replace(/^.*:(?=targetgroup\/)/, '');

export interface BehindEnvironment {
  /** The ARN of an application or network load balancer, the name of a classic one; absent on a single instance. */
  readonly loadBalancer?: string;
  readonly targetGroups: readonly TargetGroup[];
}

/** An environment's load balancer and the target groups that its instances stand in, by way of its Auto Scaling group. */
export async function behind(calls: RouteCalls, environment: EnvironmentRef): Promise<BehindEnvironment> {
  const { EnvironmentResources: found } = await calls.beanstalk('DescribeEnvironmentResources', (client, sdk) =>
    client.send(new sdk.DescribeEnvironmentResourcesCommand({ EnvironmentId: environment.id })),
  );
  const loadBalancer = found?.LoadBalancers?.[0]?.Name;
  const names = (found?.AutoScalingGroups ?? []).flatMap(({ Name }) => Name ?? []);
  const balanced = loadBalancer === undefined || loadBalancer === '' ? {} : { loadBalancer };
  if (names.length === 0 || balanced.loadBalancer === undefined) return { ...balanced, targetGroups: [] };
  const { AutoScalingGroups = [] } = await calls.scaling('DescribeAutoScalingGroups', (client, sdk) =>
    client.send(new sdk.DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: names })),
  );
  const arns = [...new Set(AutoScalingGroups.flatMap(({ TargetGroupARNs = [] }) => TargetGroupARNs))];
  if (arns.length === 0) return { ...balanced, targetGroups: [] };
  const { TargetGroups = [] } = await calls.balancing('DescribeTargetGroups', (client, sdk) =>
    client.send(new sdk.DescribeTargetGroupsCommand({ TargetGroupArns: arns })),
  );
  return { ...balanced, targetGroups: await ofEnvironment(calls, environment, TargetGroups) };
}

/** Whoever attaches target groups of others to the Auto Scaling group must not have them moved: the tags tell whose they are. */
async function ofEnvironment(
  calls: RouteCalls,
  environment: EnvironmentRef,
  groups: readonly TargetGroup[],
): Promise<readonly TargetGroup[]> {
  const ResourceArns = groups.flatMap(({ TargetGroupArn }) => TargetGroupArn ?? []).slice(0, TAGGED_AT_ONCE);
  const { TagDescriptions = [] } = await calls.balancing('DescribeTags', (client, sdk) =>
    client.send(new sdk.DescribeTagsCommand({ ResourceArns })),
  );
  return groups.filter(({ TargetGroupArn }) => {
    const tags = TagDescriptions.find(({ ResourceArn }) => ResourceArn === TargetGroupArn)?.Tags ?? [];
    const id = tags.find(({ Key }) => Key === 'elasticbeanstalk:environment-id')?.Value;
    return id === undefined || id === environment.id;
  });
}

/** `…:listener-rule/app/<name>/<id>/<listener>/<rule>` → `…:loadbalancer/app/<name>/<id>`. */
export const balancerOfRule = (ruleArn: string): string =>
  ruleArn.replace(/:listener-rule\/((?:app|net)\/[^/]+\/[^/]+)\/.*$/, ':loadbalancer/$1');

export async function albEnd(calls: RouteCalls, route: AlbRoute, environment: EnvironmentRef): Promise<AlbEnd> {
  const { loadBalancer, targetGroups } = await behind(calls, environment);
  const wished = balancerOfRule(route.ruleArn);
  if (loadBalancer !== wished) {
    throw unusable(
      loadBalancer === undefined
        ? `${environment.name} has no load balancer, so a rule cannot lead to it.`
        : `${environment.name} stands behind ${balancerDimension(loadBalancer)}, and the rule belongs to ${balancerDimension(wished)}.`,
      'A rule leads to both environments only when both were created on the load balancer of the rule (LoadBalancerIsShared, SharedLoadBalancer); an environment cannot be moved later. router: route53 divides requests between load balancers of their own.',
    );
  }
  const group = process(route, environment, targetGroups);
  const targetGroupArn = group.TargetGroupArn ?? '';
  return {
    kind: 'alb',
    environmentId: environment.id,
    targetGroupArn,
    loadBalancerArn: loadBalancer,
    figures: {
      kind: 'target-group',
      loadBalancer: balancerDimension(loadBalancer),
      targetGroup: groupDimension(targetGroupArn),
    },
    isSticky: await isSticky(calls, targetGroupArn),
  };
}

function process(route: AlbRoute, environment: EnvironmentRef, groups: readonly TargetGroup[]): TargetGroup {
  const { processPort } = route;
  const ports = groups.map(({ Port }) => Port).join(', ');
  const fitting = groups.filter(({ Port }) => processPort === undefined || Port === processPort);
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return only;
  if (groups.length === 0) {
    throw unusable(
      `${environment.name} has no target group of its own.`,
      'Look at its processes (aws:elasticbeanstalk:environment:process) and at its Auto Scaling group.',
    );
  }
  throw new ActionError({
    code: 'process-port-needed',
    blame: 'you',
    what:
      processPort === undefined
        ? `${environment.name} has several processes, on the ports ${ports}.`
        : `${environment.name} has ${fitting.length === 0 ? 'no' : 'more than one'} process on port ${processPort}; its processes have the ports ${ports}.`,
    hint: 'Say in process-port which of them gets the requests.',
    input: 'process-port',
  });
}

async function isSticky(calls: RouteCalls, TargetGroupArn: string): Promise<boolean> {
  const { Attributes = [] } = await calls.balancing('DescribeTargetGroupAttributes', (client, sdk) =>
    client.send(new sdk.DescribeTargetGroupAttributesCommand({ TargetGroupArn })),
  );
  return Attributes.some(({ Key, Value }) => Key === 'stickiness.enabled' && Value === 'true');
}

/** Targets that are on their way out, or that no rule leads to, count neither way. */
const COUNTED: readonly string[] = ['initial', 'healthy', 'unhealthy', 'unhealthy.draining', 'unavailable'];

export async function targetsOf(calls: RouteCalls, end: RouteEnd): Promise<TargetHealth | undefined> {
  const arns = end.kind === 'alb' ? [end.targetGroupArn] : end.targetGroupArns;
  if (arns.length === 0) return undefined;
  const states: string[] = [];
  for (const TargetGroupArn of arns) {
    const { TargetHealthDescriptions = [] } = await calls.balancing('DescribeTargetHealth', (client, sdk) =>
      client.send(new sdk.DescribeTargetHealthCommand({ TargetGroupArn })),
    );
    states.push(...TargetHealthDescriptions.map(({ TargetHealth }) => TargetHealth?.State ?? ''));
  }
  return {
    healthy: states.filter((state) => state === 'healthy').length,
    total: states.filter((state) => COUNTED.includes(state)).length,
  };
}

export const noRule = (ruleArn: string): ActionError =>
  notFound(
    `There is no listener rule ${ruleArn}.`,
    'Correct listener-rule-arn: aws elbv2 describe-rules --listener-arn … lists the rules of a listener.',
  );
