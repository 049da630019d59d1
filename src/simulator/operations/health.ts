/** DescribeEnvironmentHealth and DescribeInstancesHealth, for environments with enhanced health. */
import { HEALTH_STATUSES } from '../../domain/environment.js';
import { isCluster } from '../cluster/cluster.js';
import { type Context, type Input, listOf, type Operations, type Output, requireEnvironment } from '../context.js';
import { colorOf } from '../health-rules.js';
import { activeInstances, isEnhanced } from '../instances.js';
import { pageOf } from '../paging.js';
import type { RequestMetrics } from '../runtime/runtime.js';
import { ServiceError } from '../service-error.js';
import type { Environment, HealthStatus, Instance } from '../world.js';

const MOST_INSTANCES = 100;

function enhancedEnvironment(context: Context, input: Input, operation: string): Environment {
  const environment = requireEnvironment(context, input);
  if (!isEnhanced(environment)) throw new ServiceError('InvalidRequestException', `${operation} is not supported.`);
  return environment;
}

/** Only the attributes that were asked for. */
function wanted(input: Input): (attribute: string, members: Output) => Output {
  const names = listOf(input, 'AttributeNames') ?? [];
  const all = names.length === 0 || names.includes('All');
  return (attribute, members) => (all || names.includes(attribute) ? members : {});
}

function describeEnvironmentHealth(context: Context, input: Input): Output {
  const environment = enhancedEnvironment(context, input, 'DescribeEnvironmentHealth');
  const { health, instances } = environment;
  const pick = wanted(input);
  const requests = sum(activeInstances(environment).map((instance) => requestsOf(context, instance)));
  const status = health.status ?? 'Unknown';
  return {
    EnvironmentName: environment.name,
    ...pick('HealthStatus', { HealthStatus: status }),
    ...pick('Status', { Status: environment.status }),
    ...pick('Color', { Color: colorOf(status) }),
    ...pick('Causes', { Causes: health.causes }),
    ...pick('ApplicationMetrics', { ApplicationMetrics: metrics(requests) }),
    ...pick('InstancesHealth', { InstancesHealth: countHealth(isCluster(environment) ? [] : instances) }),
    ...pick('RefreshedAt', { RefreshedAt: new Date(health.refreshedAt) }),
  };
}

/** `InstancesHealth` has a member for each status but `Suspended` (AWS API reference, InstanceHealthSummary). */
const COUNTED: readonly HealthStatus[] = HEALTH_STATUSES.filter((status) => status !== 'Suspended');

const countHealth = (instances: readonly Instance[]): Output =>
  Object.fromEntries(
    COUNTED.map((status) => [status, instances.filter(({ health }) => health.status === status).length]),
  );

function describeInstancesHealth(context: Context, input: Input): Output {
  const environment = enhancedEnvironment(context, input, 'DescribeInstancesHealth');
  const pick = wanted(input);
  // AWS guide: nothing is reported about single replicas of a Cluster environment.
  const shown = isCluster(environment) ? [] : activeInstances(environment);
  const page = pageOf(shown, input, MOST_INSTANCES);
  return {
    InstanceHealthList: page.items.map((instance) => describeInstance(context, instance, pick)),
    RefreshedAt: new Date(environment.health.refreshedAt),
    ...(page.nextToken === undefined ? {} : { NextToken: page.nextToken }),
  };
}

function describeInstance(
  context: Context,
  instance: Instance,
  pick: (attribute: string, members: Output) => Output,
): Output {
  const { deployment, health } = instance;
  return {
    InstanceId: instance.id,
    ...pick('HealthStatus', { HealthStatus: health.status }),
    ...pick('Color', { Color: colorOf(health.status) }),
    ...pick('Causes', { Causes: health.causes }),
    ...pick('LaunchedAt', { LaunchedAt: new Date(instance.launchedAt) }),
    ...pick('ApplicationMetrics', { ApplicationMetrics: metrics(requestsOf(context, instance)) }),
    ...pick('System', { System: system(instance, deployment?.status === 'In Progress') }),
    ...(deployment === undefined
      ? {}
      : pick('Deployment', {
          Deployment: {
            VersionLabel: deployment.versionLabel,
            DeploymentId: deployment.deploymentId,
            Status: deployment.status,
            DeploymentTime: new Date(deployment.time),
          },
        })),
    ...pick('AvailabilityZone', { AvailabilityZone: instance.availabilityZone }),
    ...pick('InstanceType', { InstanceType: instance.instanceType }),
  };
}

const requestsOf = (context: Context, instance: Instance): RequestMetrics =>
  context.runtime.vitals(instance.id, context.now()).requests;

const metrics = ({ requestCount, status2xx, status3xx, status4xx, status5xx, latency }: RequestMetrics): Output => ({
  Duration: 10,
  RequestCount: requestCount,
  StatusCodes: { Status2xx: status2xx, Status3xx: status3xx, Status4xx: status4xx, Status5xx: status5xx },
  ...(latency === undefined ? {} : { Latency: { ...latency } }),
});

/** The fleet's requests: counts add up; of latencies the worst instance's stands for all. */
function sum(all: readonly RequestMetrics[]): RequestMetrics {
  const total = (member: keyof Omit<RequestMetrics, 'latency'>): number =>
    all.reduce((count, requests) => count + requests[member], 0);
  const slowest = all
    .map(({ latency }) => latency)
    .filter((latency) => latency !== undefined)
    .reduce<RequestMetrics['latency']>(
      (worst, one) => (worst === undefined || one.P99 > worst.P99 ? one : worst),
      undefined,
    );
  return {
    requestCount: total('requestCount'),
    status2xx: total('status2xx'),
    status3xx: total('status3xx'),
    status4xx: total('status4xx'),
    status5xx: total('status5xx'),
    ...(slowest === undefined ? {} : { latency: slowest }),
  };
}

/** The simulator measures no processors: a calm instance, or one that works on a deployment. */
const system = ({ id }: Instance, busy: boolean): Output => {
  const user = (busy ? 62 : 3) + (Number.parseInt(id.slice(-1), 16) % 5);
  return {
    CPUUtilization: { User: user, Nice: 0, System: 1, Idle: 98 - user, IOWait: 1, IRQ: 0, SoftIRQ: 0 },
    LoadAverage: [busy ? 0.8 : 0.05, 0.1],
  };
};

export const operations: Operations = {
  DescribeEnvironmentHealth: describeEnvironmentHealth,
  DescribeInstancesHealth: describeInstancesHealth,
};
