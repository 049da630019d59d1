/** Load balancers by Elastic Load Balancing, version 2. Loaded on first use. */
import type { ElasticLoadBalancingV2Client, Listener, Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Clock } from '../../ports/clock.js';
import type { ListenerRule, LoadBalancers } from '../../ports/load-balancers.js';
import type { Random } from '../../ports/random.js';
import type { AwsClients } from './clients.js';
import { createPatience } from './patience.js';

type Sdk = typeof import('@aws-sdk/client-elastic-load-balancing-v2');

export interface LoadBalancersOptions {
  readonly clients: AwsClients;
  readonly clock: Clock;
  readonly random: Random;
  readonly signal?: AbortSignal;
}

/** API reference, DescribeTags: ResourceArns. */
const TAGGED_AT_ONCE = 20;
const ENVIRONMENT_TAG = 'elasticbeanstalk:environment-id';

export function createLoadBalancers(options: LoadBalancersOptions): LoadBalancers {
  const patience = createPatience({ ...options, mode: 'patient' });
  const call = async <T>(
    operation: string,
    run: (client: ElasticLoadBalancingV2Client, sdk: Sdk) => Promise<T>,
  ): Promise<T> => {
    const client = await options.clients.loadBalancing();
    const sdk = await import('@aws-sdk/client-elastic-load-balancing-v2');
    return patience({ service: 'elasticloadbalancing', operation, mutates: false }, () => run(client, sdk));
  };
  return {
    rules: async (LoadBalancerArn) => {
      const listeners = await marked((marker) =>
        call('DescribeListeners', (client, sdk) =>
          client.send(new sdk.DescribeListenersCommand({ LoadBalancerArn, ...marker })),
        ),
      );
      const found: ListenerRule[] = [];
      for (const listener of listeners.flatMap(({ Listeners = [] }) => Listeners)) {
        const { ListenerArn } = listener;
        const pages = await marked((marker) =>
          call('DescribeRules', (client, sdk) => client.send(new sdk.DescribeRulesCommand({ ListenerArn, ...marker }))),
        );
        found.push(...pages.flatMap(({ Rules = [] }) => Rules.map((rule) => ruleOf(listener, rule))));
      }
      return found;
    },
    environments: async (LoadBalancerArn) => {
      const pages = await marked((marker) =>
        call('DescribeTargetGroups', (client, sdk) =>
          client.send(new sdk.DescribeTargetGroupsCommand({ LoadBalancerArn, ...marker })),
        ),
      );
      const arns = pages.flatMap(({ TargetGroups = [] }) => TargetGroups.flatMap((one) => one.TargetGroupArn ?? []));
      const found = new Map<string, string>();
      for (let at = 0; at < arns.length; at += TAGGED_AT_ONCE) {
        const ResourceArns = arns.slice(at, at + TAGGED_AT_ONCE);
        const { TagDescriptions = [] } = await call('DescribeTags', (client, sdk) =>
          client.send(new sdk.DescribeTagsCommand({ ResourceArns })),
        );
        for (const { ResourceArn = '', Tags = [] } of TagDescriptions) {
          const id = Tags.find(({ Key }) => Key === ENVIRONMENT_TAG)?.Value;
          if (id !== undefined) found.set(ResourceArn, id);
        }
      }
      return found;
    },
  };
}

/** Reads on until there is no marker, or the marker repeats (which would never end). */
async function marked<P extends { readonly NextMarker?: string | undefined }>(
  read: (marker: { readonly Marker?: string }) => Promise<P>,
): Promise<readonly P[]> {
  const found: P[] = [];
  for (let marker: string | undefined; ; ) {
    const page = await read(marker === undefined ? {} : { Marker: marker });
    found.push(page);
    if (page.NextMarker === undefined || page.NextMarker === '' || page.NextMarker === marker) return found;
    marker = page.NextMarker;
  }
}

function ruleOf({ ListenerArn = '', Port = 0 }: Listener, rule: Rule): ListenerRule {
  const { RuleArn = '', Priority = 'default', Conditions = [], Actions = [] } = rule;
  const isHost = (field: string | undefined): boolean => field === 'host-header';
  const forward = Actions.find(({ Type }) => Type === 'forward');
  const weighted = forward?.ForwardConfig?.TargetGroups ?? [];
  const targets =
    weighted.length > 0 || forward?.TargetGroupArn === undefined
      ? weighted
      : [{ TargetGroupArn: forward.TargetGroupArn, Weight: 1 }];
  return {
    arn: RuleArn,
    listenerArn: ListenerArn,
    port: Port,
    priority: Priority === 'default' ? 'default' : Number(Priority),
    hosts: Conditions.filter(({ Field }) => isHost(Field)).flatMap(
      (one) => one.HostHeaderConfig?.Values ?? one.Values ?? [],
    ),
    isNarrowed: Conditions.some(({ Field }) => !isHost(Field)),
    targets: targets.map(({ TargetGroupArn = '', Weight = 1 }) => ({ targetGroupArn: TargetGroupArn, weight: Weight })),
  };
}
