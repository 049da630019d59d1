/** What the simulated Elastic Load Balancing remembers beyond the environments: shared load balancers and their rules. */
import type { Instant } from '../../domain/time.js';

type Member = Readonly<Record<string, unknown>>;

/** An Application Load Balancer that is not of any environment: whoever has made it, it was there before. */
export interface SharedBalancer {
  readonly arn: string;
  readonly name: string;
  readonly dnsName: string;
  readonly createdAt: Instant;
  readonly listeners: readonly { readonly arn: string; readonly port: number }[];
}

/** A rule of a listener, of a shared load balancer or of an environment's own. Members are as DescribeRules answers them. */
export interface ListenerRule {
  readonly arn: string;
  readonly listenerArn: string;
  priority: number;
  conditions: readonly Member[];
  actions: readonly Member[];
  /** Elastic Beanstalk made it for this environment, and takes it away with it. */
  readonly environmentId?: string;
}
