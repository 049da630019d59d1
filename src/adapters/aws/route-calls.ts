/** Calls to the services that divide requests: each with its SDK, loaded on first use, and patience. */
import type { AutoScalingClient } from '@aws-sdk/client-auto-scaling';
import type { ElasticBeanstalkClient } from '@aws-sdk/client-elastic-beanstalk';
import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Route53Client } from '@aws-sdk/client-route-53';
import { ActionError } from '../../domain/problem.js';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import type { AwsClients } from './clients.js';
import { createPatience } from './patience.js';
import type { CallInfo } from './problem-rule.js';
import * as beanstalkSdk from './sdk-beanstalk.js';

export interface RoutersOptions {
  readonly clients: AwsClients;
  readonly clock: Clock;
  readonly random: Random;
  readonly signal?: AbortSignal;
}

export interface RouteCalls {
  readonly clock: Clock;
  readonly region: string;
  beanstalk<T>(
    operation: string,
    run: (client: ElasticBeanstalkClient, sdk: typeof beanstalkSdk) => Promise<T>,
  ): Promise<T>;
  scaling<T>(
    operation: string,
    run: (client: AutoScalingClient, sdk: typeof import('@aws-sdk/client-auto-scaling')) => Promise<T>,
  ): Promise<T>;
  balancing<T>(
    operation: string,
    run: (
      client: ElasticLoadBalancingV2Client,
      sdk: typeof import('@aws-sdk/client-elastic-load-balancing-v2'),
    ) => Promise<T>,
  ): Promise<T>;
  naming<T>(
    operation: string,
    run: (client: Route53Client, sdk: typeof import('@aws-sdk/client-route-53')) => Promise<T>,
  ): Promise<T>;
}

/** By its name: only these change something. */
const mutates = (operation: string): boolean => /^(Modify|Change)/.test(operation);

export function createRouteCalls(options: RoutersOptions): RouteCalls {
  const patience = createPatience({ ...options, mode: 'patient' });
  const { clients } = options;
  const call =
    <Client, Sdk>(service: CallInfo['service'], client: () => Promise<Client>, sdk: () => Promise<Sdk>) =>
    async <T>(operation: string, run: (client: Client, sdk: Sdk) => Promise<T>): Promise<T> => {
      const [opened, loaded] = await Promise.all([client(), sdk()]);
      return patience({ service, operation, mutates: mutates(operation) }, () => run(opened, loaded));
    };
  return {
    clock: options.clock,
    region: clients.region,
    beanstalk: call('elasticbeanstalk', clients.beanstalk, async () => beanstalkSdk),
    scaling: call('autoscaling', clients.autoScaling, () => import('@aws-sdk/client-auto-scaling')),
    balancing: call(
      'elasticloadbalancing',
      clients.loadBalancing,
      () => import('@aws-sdk/client-elastic-load-balancing-v2'),
    ),
    naming: call('route53', clients.route53, () => import('@aws-sdk/client-route-53')),
  };
}

export const unusable = (what: string, hint: string): ActionError =>
  new ActionError({ code: 'route-unusable', blame: 'you', what, hint });

export const notFound = (what: string, hint: string): ActionError =>
  new ActionError({ code: 'route-not-found', blame: 'you', what, hint });

export const changedBySomebody = (what: string): ActionError =>
  new ActionError({
    code: 'route-changed',
    blame: 'you',
    what,
    hint: 'Find out who sets it. `operation: abort` gives all requests back to the old side; a new run goes on from what is there.',
  });

/** So often a write whose answer is lost is sent in all; before each further time it is looked whether it has happened. */
export const WRITES_AT_MOST = 4;

/** The answer of a write was lost: it may have happened. */
export const wasLost = (error: unknown): boolean => error instanceof ActionError && error.answerLost;
