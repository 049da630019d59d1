/** The world as a reader of `GET /_simulator/state` wants it: what runs where, and where requests go. */
import { type Context, listOf, recordOf, recordsOf, textOf } from './context.js';
import { type Balancer, balancersOf, rulesOf, targetGroupsOf } from './elbv2/model.js';
import type { Environment, Instance } from './world.js';

export function describeState(context: Context): unknown {
  const { world } = context;
  return {
    now: new Date(context.now()).toISOString(),
    applications: [...world.applications.values()].map((application) => ({
      name: application.name,
      versions: [...application.versions.values()].map(({ image, label, status, sourceBundle }) => ({
        label,
        status,
        ...(image === undefined ? {} : { image: image.uri }),
        ...(sourceBundle === undefined ? {} : { sourceBundle }),
      })),
      templates: [...application.templates.keys()],
    })),
    environments: [...world.environments.values()].map((environment) => describe(context, environment)),
    cnames: Object.fromEntries(
      [...world.environments.values()]
        .filter(({ cname, status }) => cname !== undefined && status !== 'Terminated')
        .map(({ cname, name }) => [cname, name]),
    ),
    clusters: [...world.clusters.values()].map(({ arn, emptySince, state, subnets }) => ({
      arn,
      state,
      subnets,
      ...(emptySince === undefined ? {} : { emptySince: new Date(emptySince).toISOString() }),
    })),
    loadBalancers: balancersOf(context)
      .filter(({ isShared }) => isShared)
      .map((balancer) => describeBalancer(context, balancer)),
    hostedZones: [...world.hostedZones.values()].map(({ id, name, records }) => ({ id, name, records })),
    events: context.events.size,
  };
}

/** With weights by the name of the environment; a target group that is gone has none. */
const describeBalancer = (context: Context, balancer: Balancer): unknown => {
  const groups = targetGroupsOf(context);
  const nameOf = (arn: string | undefined): string =>
    groups.find((one) => one.arn === arn)?.environment.name ?? 'nobody';
  return {
    arn: balancer.arn,
    name: balancer.name,
    dnsName: balancer.dnsName,
    rules: balancer.listeners
      .flatMap(({ arn }) => rulesOf(context, arn))
      .map(({ arn, priority, environmentId, conditions, actions }) => ({
        arn,
        priority,
        madeFor: environmentId,
        hosts: conditions.filter((one) => one.Field === 'host-header').flatMap((one) => listOf(one, 'Values') ?? []),
        weights: recordsOf(recordOf(actions.at(-1) ?? {}, 'ForwardConfig') ?? {}, 'TargetGroups').map((tuple) => ({
          environment: nameOf(textOf(tuple, 'TargetGroupArn')),
          weight: tuple.Weight,
        })),
      })),
  };
};

const describe = (context: Context, environment: Environment): unknown => ({
  id: environment.id,
  name: environment.name,
  application: environment.applicationName,
  tier: environment.tier.name,
  cluster: environment.clusterArn,
  status: environment.status,
  abortable: environment.abortable,
  health: environment.health.color,
  healthStatus: environment.health.status,
  healthComputedAt: new Date(environment.health.refreshedAt).toISOString(),
  updatedAt: new Date(environment.dateUpdated).toISOString(),
  causes: environment.health.causes,
  versionLabel: environment.versionLabel,
  deploymentId: environment.expectedDeploymentId,
  cname: environment.cname,
  endpoint: environment.endpoint,
  operation: environment.operation && {
    kind: environment.operation.kind,
    requestId: environment.operation.requestId,
    startedAt: new Date(environment.operation.startedAt).toISOString(),
  },
  weights: { default: 100 - environment.splitPercent, split: environment.splitPercent },
  instances: environment.instances.map((instance) => describeInstance(context, environment, instance)),
});

const describeInstance = (context: Context, environment: Environment, instance: Instance): unknown => ({
  id: instance.id,
  runs: instance.runs,
  deployment: instance.deployment && {
    versionLabel: instance.deployment.versionLabel,
    deploymentId: instance.deployment.deploymentId,
    status: instance.deployment.status,
  },
  lifecycle: instance.lifecycle,
  group: instance.group,
  traffic: instance.traffic,
  targetGroup: instance.targetGroup,
  target: environment.endpoint === undefined ? undefined : context.runtime.targetHealth(environment.id, instance.id),
  healthStatus: instance.health.status,
  launchedAt: new Date(instance.launchedAt).toISOString(),
});
