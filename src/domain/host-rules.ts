/**
 * Host names on a load balancer that two environments share: where the rules send them, and what a swap of CNAMEs does not
 * move. Pure.
 *
 * AWS guide, "Configuring a shared Application Load Balancer": requests are routed by rules whose host is the environment's
 * CNAME, and rules cannot be updated through the environment later. Whether a swap exchanges the hosts of these rules is
 * not documented, so it is read.
 */
import { optionValue } from './environment.js';
import { fails, type GateFinding, passes } from './gate.js';
import type { EnvironmentRef } from './plan.js';
import type { Problem } from './problem.js';
import type { EnvironmentSnapshot } from './snapshot.js';

/** As `ports/load-balancers.ts` reads it. */
export interface HostRule {
  readonly port: number;
  readonly priority: number | 'default';
  readonly hosts: readonly string[];
  readonly isNarrowed: boolean;
  readonly targets: readonly { readonly targetGroupArn: string; readonly weight: number }[];
}

export interface HostRouting {
  readonly rules: readonly HostRule[];
  /** By ARN of a target group: the id of its environment. */
  readonly environments: ReadonlyMap<string, string>;
}

/** ARN of the load balancer that the environment shares with others; `undefined` when it has one of its own. */
export function sharedBalancerOf({ settings }: EnvironmentSnapshot): string | undefined {
  const { options } = settings;
  if (optionValue(options, 'aws:elasticbeanstalk:environment', 'LoadBalancerIsShared') !== 'true') return undefined;
  const arn = optionValue(options, 'aws:elbv2:loadbalancer', 'SharedLoadBalancer');
  return arn === '' ? undefined : arn;
}

/** ALB guide, "Host conditions": `*` is any text, `?` any character, in any case. */
export function hostFits(pattern: string, host: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i').test(host);
}

const rank = ({ priority }: HostRule): number => (priority === 'default' ? Number.POSITIVE_INFINITY : priority);

/** Ids of the environments that get requests by this rule. */
const receivers = (rule: HostRule, { environments }: HostRouting): ReadonlySet<string | undefined> =>
  new Set(rule.targets.filter(({ weight }) => weight > 0).map((one) => environments.get(one.targetGroupArn)));

/** Whether every listener gives requests for this host to this environment alone. `undefined` when it is so, else a clause. */
export function whyElsewhere(routing: HostRouting, host: string, to: EnvironmentRef): string | undefined {
  for (const port of new Set(routing.rules.map((rule) => rule.port))) {
    const rule = routing.rules
      .filter((one) => one.port === port && !one.isNarrowed)
      .filter(({ hosts }) => hosts.length === 0 || hosts.some((pattern) => hostFits(pattern, host)))
      .sort((one, other) => rank(one) - rank(other))[0];
    // A listener that only redirects or refuses what no rule fits sends nobody to the wrong side.
    if (rule === undefined || rule.targets.length === 0) continue;
    const ids = receivers(rule, routing);
    if (ids.size === 1 && ids.has(to.id)) continue;
    return `rule ${rule.priority} on port ${port} of the shared load balancer gives ${host} to ${[...ids].map((id) => id ?? 'a target group of somebody else').join(' and ')}, not to ${to.name} (${to.id})`;
  }
  return undefined;
}

export const judgeRouting = (routing: HostRouting, host: string, to: EnvironmentRef): GateFinding => {
  const why = whyElsewhere(routing, host, to);
  return why === undefined ? passes(`the shared load balancer gives ${host} to ${to.name}`) : fails(why);
};

/**
 * Rules for other hosts than the two CNAMEs (`www.example.com`) that give their requests to the live side alone: a swap of
 * CNAMEs does not move them, and their users would stay on the old version.
 */
export function refuseFixedHosts(
  routing: HostRouting,
  live: EnvironmentRef,
  cnames: readonly string[],
): readonly Problem[] {
  const isCname = (host: string): boolean => cnames.some((cname) => cname.toLowerCase() === host.toLowerCase());
  return routing.rules
    .map((rule) => ({ rule, others: rule.hosts.filter((host) => !isCname(host)) }))
    .filter(({ rule, others }) => {
      const ids = receivers(rule, routing);
      return others.length > 0 && ids.size === 1 && ids.has(live.id);
    })
    .map(({ rule, others }) => ({
      code: 'host-rule-stays',
      blame: 'you',
      what: `Rule ${rule.priority} on port ${rule.port} of the shared load balancer gives ${others.join(', ')} to ${live.name}, whatever CNAME it holds: a swap would leave these users on the old version.`,
      hint: 'Remove the rule and let the name be an alias of the production CNAME, or move the traffic by weights of the rule instead of a swap. `allow-host-rules: true` swaps nevertheless.',
      input: 'allow-host-rules',
    }));
}
