/**
 * Elastic Beanstalk's shapes in our words. Members that this release does not know are dropped, values that it does not
 * know become `Unrecognised` (or the weakest neighbour), and nothing that is missing is made up.
 */
import type {
  ApplicationVersionDescription,
  ConfigurationSettingsDescription,
  DescribeEnvironmentHealthResult,
  EnvironmentDescription,
  EventDescription,
  ApplicationMetrics as SdkMetrics,
  SingleInstanceHealth,
  ValidationMessage,
} from '@aws-sdk/client-elastic-beanstalk';
import {
  type ConfigurationSettings,
  type Environment,
  type EnvironmentStatus,
  type EnvironmentTier,
  HEALTH_STATUSES,
  type HealthColor,
  type HealthStatus,
  type OptionSetting,
} from '../../domain/environment.js';
import type { EnvironmentEvent, Severity } from '../../domain/event.js';
import type { EnvironmentHealthReading, InstanceHealth, RequestMetrics } from '../../domain/instance.js';
import type { OptionMessage } from '../../domain/option-rules.js';
import type { ApplicationVersion } from '../../domain/version.js';

/** Members whose value is present: with exact optional types an absent member must not be there at all. */
type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

export function present<T extends object>(members: T): Present<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Present<T>;
}

/** The member of `known` that `value` spells, whatever its capitals. */
function among<T extends string>(known: readonly T[], value: string | undefined): T | undefined {
  const wanted = value?.toLowerCase();
  return known.find((each) => each.toLowerCase() === wanted);
}

const STATUSES: readonly EnvironmentStatus[] = [
  'Aborting',
  'Launching',
  'LinkingFrom',
  'LinkingTo',
  'Ready',
  'Terminated',
  'Terminating',
  'Updating',
];
const COLORS: readonly HealthColor[] = ['Green', 'Yellow', 'Red', 'Grey'];
const TIERS: readonly EnvironmentTier[] = ['WebServer', 'Worker', 'Cluster'];
const SEVERITIES: readonly Severity[] = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const VERSION_STATUSES = ['Unprocessed', 'Processing', 'Building', 'Processed', 'Failed'] as const;
const DEPLOYMENT_STATUSES = ['In Progress', 'Deployed', 'Failed'] as const;
const CONFIGURATION_STATUSES = ['deployed', 'pending', 'failed'] as const;

const instant = (date: Date | undefined): number | undefined => {
  const time = date?.getTime();
  return time === undefined || Number.isNaN(time) ? undefined : time;
};

/** Grey is what the service itself shows when it cannot tell. */
const color = (value: string | undefined): HealthColor => among(COLORS, value) ?? 'Grey';
const healthStatus = (value: string | undefined): HealthStatus => among(HEALTH_STATUSES, value) ?? 'Unknown';

/** `undefined` for a row without an id or a name, which cannot be told apart from others. */
export function environmentOf(row: EnvironmentDescription): Environment | undefined {
  const { EnvironmentId: id, EnvironmentName: name } = row;
  if (id === undefined || name === undefined) return undefined;
  return {
    id,
    name,
    application: row.ApplicationName ?? '',
    status: among(STATUSES, row.Status) ?? 'Unrecognised',
    health: color(row.Health),
    abortable: row.AbortableOperationInProgress ?? false,
    tier: among(TIERS, row.Tier?.Name) ?? 'WebServer',
    ...present({
      arn: row.EnvironmentArn,
      versionLabel: row.VersionLabel,
      healthStatus: row.HealthStatus === undefined ? undefined : healthStatus(row.HealthStatus),
      cname: row.CNAME,
      endpointUrl: row.EndpointURL,
      platformArn: row.PlatformArn,
      solutionStack: row.SolutionStackName,
      dateCreated: instant(row.DateCreated),
      dateUpdated: instant(row.DateUpdated),
    }),
  };
}

/** `undefined` for an event without a date: it could not be put in order. */
export function eventOf(row: EventDescription): EnvironmentEvent | undefined {
  const date = instant(row.EventDate);
  if (date === undefined) return undefined;
  return {
    date,
    message: row.Message ?? '',
    severity: among(SEVERITIES, row.Severity) ?? 'INFO',
    ...present({
      requestId: row.RequestId,
      environmentName: row.EnvironmentName,
      versionLabel: row.VersionLabel,
    }),
  };
}

function metricsOf(row: SdkMetrics | undefined): RequestMetrics | undefined {
  if (row === undefined) return undefined;
  return {
    windowSeconds: row.Duration ?? 10,
    requestCount: row.RequestCount ?? 0,
    status2xx: row.StatusCodes?.Status2xx ?? 0,
    status3xx: row.StatusCodes?.Status3xx ?? 0,
    status4xx: row.StatusCodes?.Status4xx ?? 0,
    status5xx: row.StatusCodes?.Status5xx ?? 0,
    ...present({ p50: row.Latency?.P50, p90: row.Latency?.P90, p99: row.Latency?.P99 }),
  };
}

export function instanceOf(row: SingleInstanceHealth): InstanceHealth | undefined {
  if (row.InstanceId === undefined) return undefined;
  const { Deployment: deployment } = row;
  return {
    id: row.InstanceId,
    status: healthStatus(row.HealthStatus),
    color: color(row.Color),
    causes: row.Causes ?? [],
    ...present({
      launchedAt: instant(row.LaunchedAt),
      requests: metricsOf(row.ApplicationMetrics),
      deployment:
        deployment === undefined
          ? undefined
          : {
              status: among(DEPLOYMENT_STATUSES, deployment.Status) ?? ('Unrecognised' as const),
              ...present({
                versionLabel: deployment.VersionLabel,
                id: deployment.DeploymentId,
                time: instant(deployment.DeploymentTime),
              }),
            },
    }),
  };
}

export function healthOf(answer: DescribeEnvironmentHealthResult): EnvironmentHealthReading {
  return {
    status: healthStatus(answer.HealthStatus),
    color: color(answer.Color),
    causes: answer.Causes ?? [],
    ...present({ refreshedAt: instant(answer.RefreshedAt), requests: metricsOf(answer.ApplicationMetrics) }),
  };
}

export function configurationOf(row: ConfigurationSettingsDescription): ConfigurationSettings {
  const options = (row.OptionSettings ?? []).flatMap((option): readonly OptionSetting[] => {
    const { Namespace: namespace, OptionName: name, Value: value } = option;
    // Options without a value have their default; what that is, only the platform knows.
    if (namespace === undefined || name === undefined || value === undefined) return [];
    return [{ namespace, name, value, ...present({ resource: option.ResourceName }) }];
  });
  return {
    options,
    ...present({
      deploymentStatus: among(CONFIGURATION_STATUSES, row.DeploymentStatus),
      dateUpdated: instant(row.DateUpdated),
    }),
  };
}

export function versionOf(row: ApplicationVersionDescription): ApplicationVersion | undefined {
  const { ApplicationName: application, VersionLabel: label, SourceBundle: bundle } = row;
  if (application === undefined || label === undefined) return undefined;
  const located = bundle?.S3Bucket !== undefined && bundle.S3Key !== undefined;
  return {
    application,
    label,
    status: among(VERSION_STATUSES, row.Status) ?? 'Unrecognised',
    ...present({
      description: row.Description,
      bundle: located ? { bucket: bundle.S3Bucket ?? '', key: bundle.S3Key ?? '' } : undefined,
      dateCreated: instant(row.DateCreated),
      arn: row.ApplicationVersionArn,
    }),
  };
}

export const messageOf = ({ Severity, Message, Namespace, OptionName }: ValidationMessage): OptionMessage => ({
  severity: Severity === 'warning' ? 'warning' : 'error',
  message: Message ?? '',
  ...present({ namespace: Namespace, name: OptionName }),
});
