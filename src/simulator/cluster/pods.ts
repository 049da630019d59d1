/**
 * The pods of a Cluster environment. In the model a pod is an instance that the API never shows: the runtime starts it,
 * the load balancer gives it requests, and it ends without a trace in DescribeInstancesHealth.
 */
import { seconds } from '../../domain/time.js';
import type { Context } from '../context.js';
import { activeInstances, applyRouting, drain, launchInstance, register, terminateInstance } from '../instances.js';
import { EKS_AUTOSCALING, EKS_ENVIRONMENT, EKS_READINESS } from '../options/catalogue-cluster.js';
import { scopeOf } from '../options/setting.js';
import { lowerCase } from '../random.js';
import { startCommand } from '../scripts/commands.js';
import type { Environment, Instance, Options } from '../world.js';
import { findImage, isInEcr } from './image.js';

/** Scheduling and the pull of the image; the container's own start comes on top. */
const SCHEDULED_AFTER = seconds(12);
/** Kubernetes lets a pod finish for thirty seconds; its target is deregistered meanwhile. */
const GRACE = seconds(20);

/** What a deployment gives to its pods. */
export interface PodTemplate {
  readonly label: string;
  readonly options: Options;
  readonly deploymentId: number;
  /** The part of pod names that says which template a pod has. */
  readonly replicaSet: string;
}

/** The option's value, or the default of the guide. */
export const clusterOption = (options: Options, namespace: string, name: string): string =>
  scopeOf({ tier: { name: 'Cluster' }, options }).valueOf(namespace, name) ?? '';

export const podsOf = activeInstances;

/** How many replicas there shall be: as many as there are, within the bounds. Nothing here scales by load. */
export function wantedReplicas(options: Options, current: number): number {
  const bound = (name: string): number => Number(clusterOption(options, EKS_AUTOSCALING, name));
  return Math.min(bound('max-replica'), Math.max(bound('min-replica'), current));
}

export const newReplicaSet = ({ random }: Context): string => lowerCase(random, 10);

/** Starts a pod; what it becomes is for `isReady` to ask. */
export function startPod(context: Context, environment: Environment, template: PodTemplate, ordinal: number): Instance {
  const { deploymentId, label, options, replicaSet } = template;
  // AWS agent guide: log streams are named eb-<environment>.deployment-<environment>-<replica set>-<pod>.
  const id = `deployment-${environment.name}-${replicaSet}-${lowerCase(context.random, 5)}`;
  const pod = launchInstance(context, environment, { id, group: 'permanent', targetGroup: 'default' });
  startCommand(context, environment, pod, {
    kind: 'deploy',
    deploymentId,
    versionLabel: label,
    environmentVariables: variablesOf(options),
    ordinal,
  });
  return pod;
}

/** One option holds all of them as JSON; `PORT` is always the service's (AWS guide). */
export function variablesOf(options: Options): Readonly<Record<string, string>> {
  const given: unknown = JSON.parse(clusterOption(options, EKS_ENVIRONMENT, 'env-variables') || '{}');
  const variables = Object.entries(typeof given === 'object' && given !== null ? given : {});
  return Object.fromEntries(
    variables.filter(([name]) => name !== 'PORT').map(([name, value]) => [name, String(value)]),
  );
}

/** Why this pod will never be ready, in the words of Kubernetes; `undefined` when it may yet be. */
export function podTrouble(context: Context, environment: Environment, pod: Instance): string | undefined {
  const label = pod.deployment?.versionLabel ?? '';
  const version = context.world.applications.get(environment.applicationName)?.versions.get(label);
  if (version?.processAsked !== undefined) {
    if (version.image === undefined) return 'InvalidImageName';
    if (isInEcr(version.image.uri) && findImage(context, version.image.uri) === undefined) return 'ImagePullBackOff';
  }
  const state = context.runtime.commandState(pod.id);
  return state.state === 'failed' ? 'CrashLoopBackOff' : undefined;
}

/** AWS guide: secrets are mounted through the pod's identity, which exists only with an application role. */
export const cannotMount = (options: Options): boolean =>
  clusterOption(options, EKS_ENVIRONMENT, 'secrets') !== '' &&
  clusterOption(options, EKS_ENVIRONMENT, 'application-role') === '';

/** AWS guide: without a readiness probe a pod is ready as soon as its container runs. */
export function isReady(context: Context, environment: Environment, pod: Instance, options: Options): boolean {
  const now = context.now();
  if (now - pod.launchedAt < SCHEDULED_AFTER || cannotMount(options)) return false;
  if (podTrouble(context, environment, pod) !== undefined) return false;
  if (context.runtime.commandState(pod.id).state !== 'succeeded') return false;
  if (clusterOption(options, EKS_READINESS, 'enabled').toLowerCase() !== 'true') return true;
  return context.runtime.vitals(pod.id, now).passing === true;
}

/** The pod gets requests from now on, and counts as deployed. */
export function admit(context: Context, environment: Environment, pod: Instance): void {
  const { deployment } = pod;
  if (deployment !== undefined) {
    pod.deployment = { ...deployment, status: 'Deployed', time: context.now() };
    pod.runs = deployment.versionLabel;
  }
  register(context, environment, [pod]);
}

/** Whether the load balancer has looked at it; without one there is nobody to look. */
export const isNoticed = (context: Context, environment: Environment, pod: Instance): boolean =>
  environment.endpoint === undefined || context.runtime.targetHealth(environment.id, pod.id) !== 'initial';

/** Takes pods out of the load balancer now, and ends them when their requests have had time to end. */
export function endPods(context: Context, environment: Environment, pods: readonly Instance[]): void {
  if (pods.length === 0) return;
  drain(context, environment, pods);
  for (const pod of pods) pod.lifecycle = 'Terminating';
  context.timeline.after(GRACE, () => {
    for (const pod of pods) terminateInstance(context, environment, pod);
    applyRouting(context, environment);
  });
}
