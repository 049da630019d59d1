/** DescribeEnvironmentResources: the AWS resources behind an environment, by name. */
import { type Context, type Input, type Operations, type Output, requireEnvironment } from '../context.js';
import { activeInstances } from '../instances.js';

function describeResources(context: Context, input: Input): Output {
  const environment = requireEnvironment(context, input);
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

export const operations: Operations = { DescribeEnvironmentResources: describeResources };
