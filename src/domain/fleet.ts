/** What an environment's settings and instances say about its shape: how many, behind what, under which policy, how healthy. */
import { podShape } from './cluster.js';
import { type HealthStatus, isWorse, type OptionSetting, optionValue } from './environment.js';
import type { EnvironmentSnapshot } from './snapshot.js';
import { type BatchSize, COMMAND_NAMESPACE, type DeploymentPolicy } from './strategy.js';
import { type Milliseconds, seconds } from './time.js';

export const ENVIRONMENT_NAMESPACE = 'aws:elasticbeanstalk:environment';
export const HEALTH_NAMESPACE = 'aws:elasticbeanstalk:healthreporting:system';
export const AUTO_SCALING_NAMESPACE = 'aws:autoscaling:asg';
export const ROLLING_UPDATE_NAMESPACE = 'aws:autoscaling:updatepolicy:rollingupdate';
/** Environment properties ("environment variables" of the application). */
export const PROPERTIES_NAMESPACE = 'aws:elasticbeanstalk:application:environment';

export const DEPLOYMENT_POLICIES: readonly DeploymentPolicy[] = [
  'AllAtOnce',
  'Rolling',
  'RollingWithAdditionalBatch',
  'Immutable',
  'TrafficSplitting',
];

export interface Fleet {
  /** Instances in service now (on a cluster: pods); at least the configured minimum when nothing could be read. */
  readonly size: number;
  /** Really seen, not assumed. */
  readonly counted: boolean;
  readonly minSize: number;
  readonly maxSize: number;
  readonly singleInstance: boolean;
  readonly worker: boolean;
  readonly cluster: boolean;
  readonly loadBalancer: 'application' | 'network' | 'classic' | 'none';
  readonly enhancedHealth: boolean;
  readonly policy: DeploymentPolicy;
  readonly batch: BatchSize;
  /** `Timeout` of `aws:elasticbeanstalk:command`; the service adds four minutes to it (AWS guide, "Command timeout"). */
  readonly commandTimeout: Milliseconds;
  /** How a sick environment shows, in a sentence; absent when it is well or nobody can tell. */
  readonly sick?: string;
  readonly ignoresHealth: boolean;
  /** Highest deployment id on any instance. */
  readonly deploymentId?: number;
  /** `RollingUpdateEnabled`: rules configuration changes that replace instances. */
  readonly rollingUpdates: 'Disabled' | 'Time' | 'Health' | 'Immutable';
}

export function fleetOf(target: EnvironmentSnapshot): Fleet {
  const options = target.settings.options;
  const read = (namespace: string, name: string): string | undefined => optionValue(options, namespace, name);
  const single = read(ENVIRONMENT_NAMESPACE, 'EnvironmentType') === 'SingleInstance';
  const worker = target.environment.tier === 'Worker';
  const cluster = target.environment.tier === 'Cluster';
  const pods = podShape(options);
  const minSize = cluster ? pods.minReplicas : single ? 1 : numberOr(read(AUTO_SCALING_NAMESPACE, 'MinSize'), 1);
  // Without the permission for one of the two its list is empty, and so is the list of an environment without instances:
  // both count only as far as Auto Scaling may really have none.
  const seen = Math.max(target.instances?.instances.length ?? 0, target.instanceIds.length);
  const counted = seen > 0 || (target.instances !== undefined && minSize === 0);
  const enhanced = !cluster && (read(HEALTH_NAMESPACE, 'SystemType') === 'enhanced' || target.instances !== undefined);
  const ids = (target.instances?.instances ?? []).flatMap((one) => one.deployment?.id ?? []);
  const sick = sicknessOf(target, read(HEALTH_NAMESPACE, 'HealthCheckSuccessThreshold'));
  return {
    size: counted ? seen : minSize,
    counted,
    minSize,
    maxSize: cluster
      ? pods.maxReplicas
      : single
        ? 1
        : numberOr(read(AUTO_SCALING_NAMESPACE, 'MaxSize'), Math.max(4, minSize)),
    singleInstance: single,
    worker,
    cluster,
    loadBalancer: cluster
      ? pods.hasLoadBalancer
        ? 'application'
        : 'none'
      : single || worker
        ? 'none'
        : loadBalancerOf(read(ENVIRONMENT_NAMESPACE, 'LoadBalancerType')),
    enhancedHealth: enhanced,
    policy: policyIn(options),
    batch: batchIn(options),
    commandTimeout: seconds(numberOr(read(COMMAND_NAMESPACE, 'Timeout'), 600)),
    ignoresHealth: read(COMMAND_NAMESPACE, 'IgnoreHealthCheck') === 'true',
    rollingUpdates: rollingUpdatesOf(options),
    ...(sick === undefined ? {} : { sick }),
    ...(ids.length === 0 ? {} : { deploymentId: Math.max(...ids) }),
  };
}

function numberOr(text: string | undefined, otherwise: number): number {
  const value = Number(text);
  return text === undefined || text.trim() === '' || !Number.isFinite(value) ? otherwise : value;
}

/** The API's default is `classic` (AWS guide, "General options"). */
function loadBalancerOf(type: string | undefined): 'application' | 'network' | 'classic' {
  return type === 'application' || type === 'network' ? type : 'classic';
}

/** The policy that these options amount to; the service's default is `AllAtOnce`. */
export function policyIn(options: readonly OptionSetting[]): DeploymentPolicy {
  const value = optionValue(options, COMMAND_NAMESPACE, 'DeploymentPolicy');
  return DEPLOYMENT_POLICIES.find((policy) => policy === value) ?? 'AllAtOnce';
}

/** The service's default is all instances at once: 100 %. */
export function batchIn(options: readonly OptionSetting[]): BatchSize {
  const size = numberOr(optionValue(options, COMMAND_NAMESPACE, 'BatchSize'), 100);
  return optionValue(options, COMMAND_NAMESPACE, 'BatchSizeType') === 'Fixed'
    ? { kind: 'count', count: size }
    : { kind: 'percent', percent: size };
}

function rollingUpdatesOf(options: readonly OptionSetting[]): Fleet['rollingUpdates'] {
  if (optionValue(options, ROLLING_UPDATE_NAMESPACE, 'RollingUpdateEnabled') !== 'true') return 'Disabled';
  const type = optionValue(options, ROLLING_UPDATE_NAMESPACE, 'RollingUpdateType');
  return type === 'Health' || type === 'Immutable' ? type : 'Time';
}

/** Instances of one batch: a percentage is rounded down, and there is always at least one. */
export function instancesPerBatch(batch: BatchSize, size: number): number {
  const wished = batch.kind === 'count' ? batch.count : Math.floor((size * batch.percent) / 100);
  return Math.max(1, Math.min(wished, Math.max(1, size)));
}

export function batchCount(batch: BatchSize, size: number): number {
  return Math.max(1, Math.ceil(size / instancesPerBatch(batch, size)));
}

export function formatBatch(batch: BatchSize): string {
  return batch.kind === 'percent' ? `${batch.percent}%` : String(batch.count);
}

/** Worse than what counts as a passed check (`HealthCheckSuccessThreshold`, `Ok` unless set; Info passes as Ok does). */
function sicknessOf(target: EnvironmentSnapshot, threshold: string | undefined): string | undefined {
  const passing: HealthStatus =
    threshold === 'Warning' || threshold === 'Degraded' || threshold === 'Severe' ? threshold : 'Info';
  const { healthStatus, health } = target.environment;
  if (healthStatus !== undefined && isWorse(healthStatus, passing) === true) return `its health is ${healthStatus}`;
  const instances = target.instances?.instances ?? [];
  const sick = instances.filter((one) => isWorse(one.status, passing) === true);
  if (sick.length > 0)
    return `${sick.length} of ${instances.length} instances are ${sick[0]?.status ?? 'sick'} or worse`;
  const colourOnly = healthStatus === undefined && target.instances === undefined;
  return colourOnly && (health === 'Red' || health === 'Yellow') ? `its health is ${health}` : undefined;
}
