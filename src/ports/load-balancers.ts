/** Application Load Balancers that environments may share: their rules, and whose target groups are behind them. */

export interface ListenerRule {
  readonly arn: string;
  readonly listenerArn: string;
  readonly port: number;
  /** `default`: what happens to a request that no rule fits. Smaller numbers are tried first. */
  readonly priority: number | 'default';
  /** Host names of its conditions, with `*` and `?`; empty: any host. */
  readonly hosts: readonly string[];
  /** It asks for more than the host (a path, a header …). */
  readonly isNarrowed: boolean;
  /** Where it forwards to; empty when it redirects or answers by itself. */
  readonly targets: readonly { readonly targetGroupArn: string; readonly weight: number }[];
}

/** Throws `ActionError` only. */
export interface LoadBalancers {
  /** Every rule of every listener of the load balancer, default actions included. */
  rules(loadBalancerArn: string): Promise<readonly ListenerRule[]>;
  /**
   * By ARN of a target group behind the load balancer: the id of the environment that Elastic Beanstalk made it for, by the
   * tag `elasticbeanstalk:environment-id`. Target groups of others are absent.
   */
  environments(loadBalancerArn: string): Promise<ReadonlyMap<string, string>>;
}
