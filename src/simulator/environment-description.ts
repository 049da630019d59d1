/** The EnvironmentDescription of answers. */
import { isCluster } from './cluster/cluster.js';
import type { Context, Output } from './context.js';
import { isEnhanced } from './instances.js';
import { loadBalancerKind } from './resources.js';
import type { Environment } from './world.js';

export function describeEnvironment(context: Context, environment: Environment): Output {
  const { health, endpoint, laggingLabel } = environment;
  const label =
    laggingLabel !== undefined && context.now() < laggingLabel.until ? laggingLabel.label : environment.versionLabel;
  const leaving = environment.status === 'Terminating' || environment.status === 'Terminated';
  return {
    EnvironmentName: environment.name,
    EnvironmentId: environment.id,
    ApplicationName: environment.applicationName,
    ...optional('VersionLabel', label),
    ...optional('SolutionStackName', environment.platform?.solutionStackName),
    ...optional('PlatformArn', environment.platform?.arn),
    ...optional('TemplateName', environment.templateName),
    ...optional('Description', environment.description),
    ...optional('EndpointURL', endpoint),
    // The name is there as soon as what it leads to is.
    ...(endpoint === undefined && !leaving ? {} : optional('CNAME', environment.cname)),
    DateCreated: new Date(environment.dateCreated),
    DateUpdated: new Date(environment.dateUpdated),
    Status: environment.status,
    AbortableOperationInProgress: environment.abortable,
    Health: health.color,
    ...(isEnhanced(environment) ? optional('HealthStatus', health.status) : {}),
    ...loadBalancer(environment),
    Tier: {
      Name: environment.tier.name,
      Type: environment.tier.type,
      ...optional('Version', environment.tier.version),
    },
    EnvironmentLinks: [],
    EnvironmentArn: environment.arn,
    ...optional('OperationsRole', environment.operationsRole),
  };
}

const optional = (member: string, value: unknown): Output => (value === undefined ? {} : { [member]: value });

function loadBalancer(environment: Environment): Output {
  if (environment.endpoint === undefined || loadBalancerKind(environment) === 'none') return {};
  const name = environment.resources.loadBalancer?.name;
  return {
    Resources: {
      LoadBalancer: {
        LoadBalancerName: name,
        Domain: environment.endpoint,
        // AWS guide: port 80 of a Cluster environment is closed.
        Listeners: [isCluster(environment) ? { Protocol: 'HTTPS', Port: 443 } : { Protocol: 'HTTP', Port: 80 }],
      },
    },
  };
}
