/** Auto Scaling as it stands behind environments: its groups, and the two calls by which instances come and go. */
import {
  type Context,
  flagOf,
  type Input,
  listOf,
  numberOf,
  type Operations,
  type Output,
  requiredText,
} from '../context.js';
import { targetGroupsOf } from '../elbv2/model.js';
import { isLeaving } from '../instances.js';
import { pageOf } from '../paging.js';
import { ServiceError } from '../service-error.js';
import type { Instance } from '../world.js';
import { type Group, groupsOf, limitsOf, membersOf } from './groups.js';
import { launchBy, removeBy } from './scaling.js';

/** API reference, DescribeAutoScalingGroups: MaxRecords is 100 at most, 50 by default. */
const MOST = 100;
const USUAL = 50;

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

function shown(context: Context, group: Group): Output {
  const { name, environment, kind } = group;
  const { region, accountId } = context;
  const instances = environment.instances.filter((one) => one.group === kind);
  const { least, most } = limitsOf(group);
  const isSplit = (part: 'default' | 'split'): boolean => instances.some((one) => one.targetGroup === part);
  return {
    AutoScalingGroupName: name,
    AutoScalingGroupARN: `arn:aws:autoscaling:${region}:${accountId}:autoScalingGroup:${environment.id}:autoScalingGroupName/${name}`,
    MinSize: least,
    MaxSize: most,
    DesiredCapacity: membersOf(group).length,
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

const refused = (message: string): ServiceError => new ServiceError('ValidationError', message);

/** While the service itself makes or deletes the group, and while traffic splitting holds both groups' sizes (AWS guide). */
function requireCalm({ name, environment }: Group): void {
  const { operation, status } = environment;
  const isMade = operation?.kind === 'create' || operation?.kind === 'rebuild' || status === 'Terminating';
  if (isMade || environment.instances.some(({ targetGroup }) => targetGroup === 'split')) {
    throw new ServiceError('ScalingActivityInProgress', `Scaling activities are in progress for ${name}.`);
  }
}

/** The oldest go first, as when an update makes the group smaller. */
function setDesiredCapacity(context: Context, input: Input): undefined {
  const name = requiredText(input, 'AutoScalingGroupName');
  const group = groupsOf(context).find((one) => one.name === name);
  if (group === undefined) throw refused(`AutoScalingGroup name not found - AutoScalingGroup ${name} not found`);
  const wanted = numberOf(input, 'DesiredCapacity');
  if (wanted === undefined) throw refused("Value null at 'desiredCapacity' failed to satisfy constraint");
  const { least, most } = limitsOf(group);
  const beyond = (side: string, limit: number): ServiceError =>
    refused(`New SetDesiredCapacity value ${wanted} is ${side} value ${limit} for the AutoScalingGroup.`);
  if (wanted > most) throw beyond('above max', most);
  if (wanted < least) throw beyond('below min', least);
  requireCalm(group);
  const members = membersOf(group);
  for (const instance of members.slice(0, Math.max(0, members.length - wanted))) {
    removeBy(context, group.environment, instance);
  }
  const missing = wanted - members.length;
  if (missing > 0) launchBy(context, group.environment, missing, { group: group.kind, targetGroup: 'default' });
  return undefined;
}

/** Without a decrement a replacement is launched at once, which is what `DesiredCapacity` says meanwhile. */
function terminateInstanceInGroup(context: Context, input: Input): Output {
  const id = requiredText(input, 'InstanceId');
  const decrements = flagOf(input, 'ShouldDecrementDesiredCapacity') === true;
  const owner = groupsOf(context).flatMap((group) =>
    group.environment.instances
      .filter((one) => one.id === id && one.group === group.kind && !isLeaving(one))
      .map((instance) => ({ group, instance })),
  )[0];
  if (owner === undefined) throw refused(`Instance Id not found - No managed instance found for instance ID: ${id}`);
  const { group, instance } = owner;
  const { least } = limitsOf(group);
  if (decrements && membersOf(group).length <= least) {
    throw refused(
      `Currently, desiredSize equals minSize (${least}). Terminating instance without replacement will violate group's min size constraint. Either set shouldDecrementDesiredCapacity flag to false or lower group's min size.`,
    );
  }
  requireCalm(group);
  removeBy(context, group.environment, instance);
  if (!decrements) {
    launchBy(context, group.environment, 1, { group: group.kind, targetGroup: instance.targetGroup });
  }
  return { Activity: activityOf(context, group, instance, decrements) };
}

function activityOf(context: Context, { name }: Group, { id }: Instance, decrements: boolean): Output {
  const at = new Date(context.now()).toISOString().replace(/\.\d+/, '');
  const how = decrements ? ', shrinking the capacity' : '';
  return {
    ActivityId: context.random.uuid(),
    AutoScalingGroupName: name,
    Description: `Terminating EC2 instance: ${id}`,
    Cause: `At ${at} instance ${id} was taken out of service in response to a user request${how}.`,
    StartTime: new Date(context.now()),
    StatusCode: 'InProgress',
    Progress: 0,
  };
}

export const operations: Operations = {
  DescribeAutoScalingGroups: describeGroups,
  SetDesiredCapacity: setDesiredCapacity,
  TerminateInstanceInAutoScalingGroup: terminateInstanceInGroup,
};
