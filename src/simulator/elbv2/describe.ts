/** The reading operations of Elastic Load Balancing. */
import { type Context, type Input, listOf, type Operations, type Output, requiredText, textOf } from '../context.js';
import { pageOf } from '../paging.js';
import { ServiceError } from '../service-error.js';
import { balancerZone } from '../zone-ids.js';
import type { ListenerRule } from './balancer.js';
import {
  type Balancer,
  balancersOf,
  defaultActionsOf,
  type Listener,
  requireListener,
  requireRule,
  rulesOf,
  type TargetGroup,
  targetGroupsOf,
} from './model.js';

/** API reference: PageSize, 1 to 400; 20 resources in one DescribeTags. */
const PAGE = 400;
const MOST_TAGGED = 20;
const VPC = 'vpc-0a1b2c3d4e5f60718';

const named = (input: Input, member: string): readonly string[] | undefined => listOf(input, member)?.map(String);

function paged<Item>(items: readonly Item[], input: Input): { readonly items: readonly Item[]; readonly next: Output } {
  const { Marker, ...rest } = input;
  const page = pageOf(items, Marker === undefined ? rest : { ...rest, NextToken: Marker }, PAGE, 'PageSize');
  return { items: page.items, next: page.nextToken === undefined ? {} : { NextMarker: page.nextToken } };
}

function describeLoadBalancers(context: Context, input: Input): Output {
  const [arns, names] = [named(input, 'LoadBalancerArns'), named(input, 'Names')];
  const all = balancersOf(context);
  for (const wished of arns ?? names ?? []) {
    if (all.some(({ arn, name }) => (arns === undefined ? name : arn) === wished)) continue;
    throw new ServiceError('LoadBalancerNotFound', `Load balancers '[${wished}]' not found`);
  }
  const found = all.filter(({ arn, name }) => (arns ?? [arn]).includes(arn) && (names ?? [name]).includes(name));
  const { items, next } = paged(found, input);
  return { LoadBalancers: items.map((one) => shownBalancer(context, one)), ...next };
}

const shownBalancer = ({ region }: Context, one: Balancer): Output => ({
  LoadBalancerArn: one.arn,
  LoadBalancerName: one.name,
  DNSName: one.dnsName,
  CanonicalHostedZoneId: balancerZone(region),
  CreatedTime: new Date(one.createdAt),
  Scheme: 'internet-facing',
  VpcId: VPC,
  State: { Code: 'active' },
  Type: one.kind,
  AvailabilityZones: ['a', 'b'].map((zone) => ({ ZoneName: `${region}${zone}`, SubnetId: `subnet-0${zone}` })),
  SecurityGroups: [],
  IpAddressType: one.ipAddressType,
});

function describeListeners(context: Context, input: Input): Output {
  const [arns, balancerArn] = [named(input, 'ListenerArns'), textOf(input, 'LoadBalancerArn')];
  for (const arn of arns ?? []) requireListener(context, arn);
  const balancers = balancersOf(context).filter(({ arn }) => arn === (balancerArn ?? arn));
  if (balancers.length === 0) {
    throw new ServiceError('LoadBalancerNotFound', `Load balancers '[${balancerArn ?? ''}]' not found`);
  }
  const found = balancers.flatMap((balancer) => balancer.listeners.map((listener) => ({ balancer, listener })));
  const { items, next } = paged(
    found.filter(({ listener }) => (arns ?? [listener.arn]).includes(listener.arn)),
    input,
  );
  return { Listeners: items.map(({ balancer, listener }) => shownListener(context, balancer, listener)), ...next };
}

export const shownListener = (context: Context, balancer: Balancer, listener: Listener): Output => ({
  ListenerArn: listener.arn,
  LoadBalancerArn: balancer.arn,
  Port: listener.port,
  Protocol: balancer.kind === 'network' ? 'TCP' : listener.port === 443 ? 'HTTPS' : 'HTTP',
  DefaultActions: defaultActionsOf(context, balancer, listener),
});

const defaultRuleArn = (listenerArn: string): string =>
  `${listenerArn.replace(':listener/', ':listener-rule/')}/${'0'.repeat(15)}d`;

export const shownRule = (rule: ListenerRule): Output => ({
  RuleArn: rule.arn,
  Priority: String(rule.priority),
  Conditions: rule.conditions,
  Actions: rule.actions,
  IsDefault: false,
});

const defaultRule = (context: Context, balancer: Balancer, listener: Listener): Output => ({
  RuleArn: defaultRuleArn(listener.arn),
  Priority: 'default',
  Conditions: [],
  Actions: defaultActionsOf(context, balancer, listener),
  IsDefault: true,
});

function defaultRuleAt(context: Context, arn: string): Output | undefined {
  for (const balancer of balancersOf(context)) {
    const listener = balancer.listeners.find((one) => defaultRuleArn(one.arn) === arn);
    if (listener !== undefined) return defaultRule(context, balancer, listener);
  }
  return undefined;
}

function describeRules(context: Context, input: Input): Output {
  const [arns, listenerArn] = [named(input, 'RuleArns'), textOf(input, 'ListenerArn')];
  if (arns !== undefined) {
    const { items, next } = paged(
      arns.map((arn) => defaultRuleAt(context, arn) ?? shownRule(requireRule(context, arn))),
      input,
    );
    return { Rules: items, ...next };
  }
  if (listenerArn === undefined) {
    throw new ServiceError('ValidationError', 'Either RuleArns or ListenerArn must be specified');
  }
  const { balancer, listener } = requireListener(context, listenerArn);
  const last = defaultRule(context, balancer, listener);
  const { items, next } = paged([...rulesOf(context, listenerArn).map(shownRule), last], input);
  return { Rules: items, ...next };
}

function describeTargetGroups(context: Context, input: Input): Output {
  const [arns, names] = [named(input, 'TargetGroupArns'), named(input, 'Names')];
  const balancerArn = textOf(input, 'LoadBalancerArn');
  const all = targetGroupsOf(context);
  for (const arn of arns ?? []) requireGroup(all, arn);
  const found = all
    .filter((one) => (arns ?? [one.arn]).includes(one.arn) && (names ?? [one.name]).includes(one.name))
    .filter((one) => one.balancerArn === (balancerArn ?? one.balancerArn));
  const { items, next } = paged(found, input);
  return {
    TargetGroups: items.map(({ arn, name, port, balancerArn: behind }) => ({
      TargetGroupArn: arn,
      TargetGroupName: name,
      Protocol: 'HTTP',
      Port: port,
      VpcId: VPC,
      TargetType: 'instance',
      LoadBalancerArns: [behind],
    })),
    ...next,
  };
}

function requireGroup(all: readonly TargetGroup[], arn: string): TargetGroup {
  const group = all.find((one) => one.arn === arn);
  if (group === undefined) throw new ServiceError('TargetGroupNotFound', 'One or more target groups not found');
  return group;
}

function describeAttributes(context: Context, input: Input): Output {
  const { isSticky } = requireGroup(targetGroupsOf(context), requiredText(input, 'TargetGroupArn'));
  const attributes = { 'stickiness.enabled': String(isSticky), 'stickiness.type': 'lb_cookie' };
  return { Attributes: Object.entries(attributes).map(([Key, Value]) => ({ Key, Value })) };
}

function describeTargetHealth(context: Context, input: Input): Output {
  const { environment, group } = requireGroup(targetGroupsOf(context), requiredText(input, 'TargetGroupArn'));
  return {
    TargetHealthDescriptions: environment.instances
      .filter((one) => one.traffic !== 'none' && one.targetGroup === group)
      .map(({ id }) => ({
        Target: { Id: id, Port: 80 },
        HealthCheckPort: '80',
        TargetHealth: { State: context.runtime.targetHealth(environment.id, id) },
      })),
  };
}

/** Elastic Beanstalk tags what it makes for an environment (guide, "Tagging resources in your environments"). */
function describeTags(context: Context, input: Input): Output {
  const arns = named(input, 'ResourceArns') ?? [];
  if (arns.length > MOST_TAGGED) {
    throw new ServiceError('ValidationError', `At most ${MOST_TAGGED} resources can be described at once`);
  }
  return {
    TagDescriptions: arns.map((arn) => ({
      ResourceArn: arn,
      Tags: Object.entries(tagsOf(context, arn)).map(([Key, Value]) => ({ Key, Value })),
    })),
  };
}

function tagsOf(context: Context, arn: string): Readonly<Record<string, string>> {
  const own = context.world.tags.get(arn) ?? {};
  const of = (environment: { readonly id: string; readonly name: string }) => ({
    'elasticbeanstalk:environment-id': environment.id,
    'elasticbeanstalk:environment-name': environment.name,
  });
  const group = targetGroupsOf(context).find((one) => one.arn === arn);
  if (group !== undefined) return { ...of(group.environment), ...own };
  const balancer = balancersOf(context).find((one) => one.arn === arn);
  const [only] = balancer?.environments ?? [];
  if (balancer?.isShared === false && only !== undefined) return { ...of(only), ...own };
  if (balancer?.isShared === true) {
    return { 'elasticbeanstalk:shared-elb-environment-count': String(balancer.environments.length), ...own };
  }
  if (balancer !== undefined || context.world.listenerRules.has(arn)) return own;
  throw new ServiceError('RuleNotFound', `Resource '${arn}' not found`);
}

export const operations: Operations = {
  DescribeLoadBalancers: describeLoadBalancers,
  DescribeListeners: describeListeners,
  DescribeRules: describeRules,
  DescribeTargetGroups: describeTargetGroups,
  DescribeTargetGroupAttributes: describeAttributes,
  DescribeTargetHealth: describeTargetHealth,
  DescribeTags: describeTags,
};
