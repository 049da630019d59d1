/** DescribeEnvironmentResources: the AWS resources behind an environment, by name. */
import { isCluster } from '../cluster/cluster.js';
import { type Context, type Input, type Operations, type Output, requireEnvironment } from '../context.js';
import { activeInstances } from '../instances.js';
import type { Environment } from '../world.js';

function describeResources(context: Context, input: Input): Output {
  const environment = requireEnvironment(context, input);
  if (isCluster(environment)) return { EnvironmentResources: clusterResources(environment) };
  const { resources } = environment;
  const groups = [
    resources.autoScalingGroup,
    ...(resources.temporaryGroup === undefined ? [] : [resources.temporaryGroup]),
  ];
  return {
    EnvironmentResources: {
      EnvironmentName: environment.name,
      AutoScalingGroups: groups.map((Name) => ({ Name })),
      Instances: activeInstances(environment).map(({ id }) => ({ Id: id })),
      // New accounts have launch templates only; the list of launch configurations stays for old clients.
      LaunchConfigurations: [],
      LaunchTemplates: [{ Id: resources.launchTemplate }],
      LoadBalancers: resources.loadBalancer === undefined ? [] : [{ Name: resources.loadBalancer.name }],
      Triggers: [],
      Queues: resources.queueUrl === undefined ? [] : [{ Name: 'WorkerQueue', URL: resources.queueUrl }],
    },
  };
}

/** Of all members of a Standard environment a Cluster environment has the load balancer at most (assumed). */
const clusterResources = ({ clusterArn, name, resources }: Environment): Output => ({
  EnvironmentName: name,
  AutoScalingGroups: [],
  Instances: [],
  LaunchConfigurations: [],
  LaunchTemplates: [],
  LoadBalancers: resources.loadBalancer === undefined ? [] : [{ Name: resources.loadBalancer.name }],
  Triggers: [],
  Queues: [],
  ...(clusterArn === undefined ? {} : { Cluster: { ClusterArn: clusterArn } }),
});

export const operations: Operations = { DescribeEnvironmentResources: describeResources };
