/** The part of Auto Scaling that tells what stands behind an environment: its groups, read only. */
import { isCluster } from '../cluster/cluster.js';
import { type Context, type Input, listOf, type Operations, type Output } from '../context.js';
import { targetGroupsOf } from '../elbv2/model.js';
import { pageOf } from '../paging.js';
import type { Environment, Instance } from '../world.js';

/** API reference, DescribeAutoScalingGroups: MaxRecords is 100 at most, 50 by default. */
const MOST = 100;
const USUAL = 50;

interface Group {
  readonly name: string;
  readonly environment: Environment;
  readonly kind: Instance['group'];
}

const groupsOf = ({ world }: Context): readonly Group[] =>
  [...world.environments.values()]
    .filter((environment) => environment.status !== 'Terminated' && !isCluster(environment))
    .flatMap((environment): Group[] => {
      const { autoScalingGroup, temporaryGroup } = environment.resources;
      return [
        { name: autoScalingGroup, environment, kind: 'permanent' },
        ...(temporaryGroup === undefined ? [] : [{ name: temporaryGroup, environment, kind: 'temporary' as const }]),
      ];
    });

/** Groups that are not there are left out: the service refuses no name. */
function describeGroups(context: Context, input: Input): Output {
  const names = listOf(input, 'AutoScalingGroupNames')?.map(String) ?? [];
  const found = groupsOf(context).filter(({ name }) => names.length === 0 || names.includes(name));
  const { items, nextToken } = pageOf(found, { MaxRecords: USUAL, ...input }, MOST);
  return {
    AutoScalingGroups: items.map((group) => shown(context, group)),
    ...(nextToken === undefined ? {} : { NextToken: nextToken }),
  };
}

function shown(context: Context, { name, environment, kind }: Group): Output {
  const { region, accountId } = context;
  const instances = environment.instances.filter((one) => one.group === kind);
  const size = (option: string): number =>
    Number(environment.options['aws:autoscaling:asg']?.[option] ?? instances.length);
  const isSplit = (group: 'default' | 'split'): boolean => instances.some((one) => one.targetGroup === group);
  return {
    AutoScalingGroupName: name,
    AutoScalingGroupARN: `arn:aws:autoscaling:${region}:${accountId}:autoScalingGroup:${environment.id}:autoScalingGroupName/${name}`,
    MinSize: kind === 'temporary' ? instances.length : size('MinSize'),
    MaxSize: kind === 'temporary' ? instances.length : size('MaxSize'),
    DesiredCapacity: instances.length,
    DefaultCooldown: 360,
    AvailabilityZones: ['a', 'b'].map((zone) => `${region}${zone}`),
    LoadBalancerNames:
      environment.resources.loadBalancer?.kind === 'classic' ? [environment.resources.loadBalancer.name] : [],
    TargetGroupARNs: targetGroupsOf(context)
      .filter((one) => one.environment === environment)
      .filter((one) => (kind === 'permanent' && one.group === 'default') || isSplit(one.group))
      .map(({ arn }) => arn),
    HealthCheckType: 'EC2',
    HealthCheckGracePeriod: 0,
    CreatedTime: new Date(environment.dateCreated),
    Instances: instances.map((one) => ({
      InstanceId: one.id,
      InstanceType: one.instanceType,
      AvailabilityZone: one.availabilityZone,
      LifecycleState: one.lifecycle,
      HealthStatus: 'Healthy',
      ProtectedFromScaleIn: false,
    })),
    Tags: [
      ['elasticbeanstalk:environment-id', environment.id],
      ['elasticbeanstalk:environment-name', environment.name],
    ].map(([Key, Value]) => ({
      ResourceId: name,
      ResourceType: 'auto-scaling-group',
      Key,
      Value,
      PropagateAtLaunch: true,
    })),
  };
}

export const operations: Operations = { DescribeAutoScalingGroups: describeGroups };
