/** Load balancers, listeners and target groups as they follow from the environments and from what is shared. */
import { isCluster } from '../cluster/cluster.js';
import { type Context, effectiveOptions, type Input, optionValue } from '../context.js';
import { splitTargetGroupOf } from '../resources.js';
import { ServiceError } from '../service-error.js';
import type { Environment } from '../world.js';
import type { ListenerRule } from './balancer.js';

export interface Listener {
  readonly arn: string;
  readonly port: number;
}

export interface Balancer {
  readonly arn: string;
  readonly name: string;
  readonly dnsName: string;
  readonly kind: 'application' | 'network';
  readonly createdAt: number;
  readonly listeners: readonly Listener[];
  readonly isShared: boolean;
  readonly ipAddressType: string;
  /** Environments behind it. */
  readonly environments: readonly Environment[];
}

export interface TargetGroup {
  readonly arn: string;
  readonly name: string;
  readonly balancerArn: string;
  readonly environment: Environment;
  readonly group: 'default' | 'split';
  /** Of the process that it belongs to. */
  readonly port: number;
  readonly isSticky: boolean;
}

const alive = ({ world }: Context): readonly Environment[] =>
  [...world.environments.values()].filter(({ status, endpoint }) => status !== 'Terminated' && endpoint !== undefined);

export function balancersOf(context: Context): readonly Balancer[] {
  const environments = alive(context);
  const shared = [...context.world.balancers.values()].map(
    (one): Balancer => ({
      ...one,
      kind: 'application',
      isShared: true,
      ipAddressType: 'ipv4',
      environments: environments.filter(({ resources }) => resources.loadBalancer?.name === one.arn),
    }),
  );
  const own = environments.flatMap((environment): Balancer[] => {
    const { loadBalancer } = environment.resources;
    if (loadBalancer === undefined || loadBalancer.kind === 'classic' || loadBalancer.shared === true) return [];
    return [
      {
        arn: loadBalancer.name,
        name: /loadbalancer\/\w+\/([^/]+)\//.exec(loadBalancer.name)?.[1] ?? '',
        dnsName: environment.endpoint ?? '',
        kind: loadBalancer.kind,
        createdAt: environment.dateCreated,
        // AWS guide: port 80 of a Cluster environment is closed.
        listeners: [{ arn: loadBalancer.listenerName, port: isCluster(environment) ? 443 : 80 }],
        isShared: false,
        ipAddressType: optionValue(environment, 'aws:elbv2:loadbalancer', 'IpAddressType', 'ipv4'),
        environments: [environment],
      },
    ];
  });
  return [...shared, ...own];
}

export function targetGroupsOf(context: Context): readonly TargetGroup[] {
  return alive(context).flatMap((environment): TargetGroup[] => {
    const { loadBalancer } = environment.resources;
    const arn = loadBalancer?.targetGroupName;
    if (loadBalancer === undefined || arn === undefined) return [];
    const of = (own: string, group: TargetGroup['group'], process = 'default'): TargetGroup => ({
      arn: own,
      name: /targetgroup\/([^/]+)\//.exec(own)?.[1] ?? '',
      balancerArn: loadBalancer.name,
      environment,
      group,
      port: Number(optionValue(environment, `${PROCESSES}${process}`, 'Port', '80')),
      isSticky: optionValue(environment, `${PROCESSES}${process}`, 'StickinessEnabled', 'false') === 'true',
    });
    const isSplit = environment.splitPercent > 0 || environment.instances.some((one) => one.targetGroup === 'split');
    return [
      of(arn, 'default'),
      ...(isSplit ? [of(splitTargetGroupOf(environment), 'split')] : []),
      ...otherProcesses(environment).map((process) => of(`${arn.slice(0, -1)}-${process}`, 'default', process)),
    ];
  });
}

/** Guide, `aws:elasticbeanstalk:environment:process:<name>`: a target group for each. Here one application answers for all. */
const PROCESSES = 'aws:elasticbeanstalk:environment:process:';

const otherProcesses = (environment: Environment): readonly string[] =>
  Object.keys(effectiveOptions(environment))
    .filter((namespace) => namespace.startsWith(PROCESSES) && namespace !== `${PROCESSES}default`)
    .map((namespace) => namespace.slice(PROCESSES.length));

export function requireListener(
  context: Context,
  arn: string,
): { readonly balancer: Balancer; readonly listener: Listener } {
  for (const balancer of balancersOf(context)) {
    const listener = balancer.listeners.find((one) => one.arn === arn);
    if (listener !== undefined) return { balancer, listener };
  }
  throw new ServiceError('ListenerNotFound', `One or more listeners not found`);
}

export function requireRule(context: Context, arn: string): ListenerRule {
  const rule = context.world.listenerRules.get(arn);
  if (rule === undefined) throw new ServiceError('RuleNotFound', 'One or more rules not found');
  return rule;
}

/** Rules of a listener in the order in which they are tried, without the default one. */
export const rulesOf = ({ world }: Context, listenerArn: string): readonly ListenerRule[] =>
  [...world.listenerRules.values()]
    .filter((rule) => rule.listenerArn === listenerArn)
    .sort((one, other) => one.priority - other.priority);

/** What happens to a request that no rule fits: what ModifyListener has said, else what the maker of the listener has. */
export function defaultActionsOf(context: Context, balancer: Balancer, listener: Listener): readonly Input[] {
  const set = context.world.defaultActions.get(listener.arn);
  if (set !== undefined) return set;
  const [environment] = balancer.environments;
  if (balancer.isShared || environment === undefined) {
    const FixedResponseConfig = { StatusCode: '404', ContentType: 'text/plain', MessageBody: '' };
    return [{ Type: 'fixed-response', Order: 1, FixedResponseConfig }];
  }
  const groups = targetGroupsOf(context).filter((one) => one.environment === environment);
  const { splitPercent } = environment;
  const TargetGroups = groups.map(({ arn, group }) => ({
    TargetGroupArn: arn,
    Weight: groups.length === 1 ? 1 : group === 'split' ? splitPercent : 100 - splitPercent,
  }));
  const [only, ...others] = TargetGroups;
  return [
    {
      Type: 'forward',
      ...(only !== undefined && others.length === 0 ? { TargetGroupArn: only.TargetGroupArn } : {}),
      ForwardConfig: { TargetGroups, TargetGroupStickinessConfig: { Enabled: false } },
    },
  ];
}
