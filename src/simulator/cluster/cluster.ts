/** Clusters: which environment runs on which, by the set of subnets; how one comes into being and goes again. */
import { hours, type Instant, type Milliseconds, minutes } from '../../domain/time.js';
import { type Context, faultsOf, invalidParameter } from '../context.js';
import { EKS, EKS_ENVIRONMENT } from '../options/catalogue-cluster.js';
import { about } from '../random.js';
import { ServiceError } from '../service-error.js';
import type { Environment, Options } from '../world.js';

export interface Cluster {
  readonly arn: string;
  /** The subnets in order, joined: what decides that two environments share a cluster. */
  readonly subnets: string;
  readonly roles: ClusterRoles;
  /** `creating` until its stack is there. */
  state: 'creating' | 'active';
  /** Since when no environment runs on it. */
  emptySince?: Instant;
}

export interface ClusterRoles {
  readonly cluster: string;
  readonly node: string;
  readonly observability: string;
}

/** AWS guide: deletion is scheduled three hours after the last environment has been terminated. */
const KEPT: Milliseconds = hours(3);
/** How long the deletion takes is not published. */
const DELETED_WITHIN: Milliseconds = minutes(15);

/** The public subnets of the default VPC, which AWS takes when none are named. */
const DEFAULT_SUBNETS = ['subnet-0a0a0a0a0a0a0a0a0', 'subnet-0b0b0b0b0b0b0b0b0', 'subnet-0c0c0c0c0c0c0c0c0'];

export const isCluster = ({ tier }: Pick<Environment, 'tier'>): boolean => tier.name === 'Cluster';

/** AWS guide: the order of subnets does not matter. */
export function subnetsOf(options: Options): string {
  const named = (options[EKS_ENVIRONMENT]?.subnets ?? '').split(',').map((subnet) => subnet.trim());
  const subnets = named.filter((subnet) => subnet !== '');
  return [...new Set(subnets.length === 0 ? DEFAULT_SUBNETS : subnets)].sort().join(',');
}

export const rolesOf = (options: Options): ClusterRoles => ({
  cluster: options[EKS]?.['cluster-role'] ?? '',
  node: options[EKS]?.['node-role'] ?? '',
  observability: options[EKS_ENVIRONMENT]?.['observability-role'] ?? '',
});

/** AWS guide: the three roles are required. The sentence is assumed. */
export function requireRoles(options: Options): void {
  const { cluster, node, observability } = rolesOf(options);
  const missing = [
    ...(cluster === '' ? [`${EKS}: cluster-role`] : []),
    ...(node === '' ? [`${EKS}: node-role`] : []),
    ...(observability === '' ? [`${EKS_ENVIRONMENT}: observability-role`] : []),
  ];
  if (missing.length === 0) return;
  throw invalidParameter(`Required option settings are missing for a Cluster environment: ${missing.join(', ')}.`);
}

const clusterOn = ({ world }: Context, subnets: string): Cluster | undefined =>
  [...world.clusters.values()].find((cluster) => cluster.subnets === subnets);

/** AWS guide: roles that differ from those registered for the cluster are rejected. The sentence is assumed. */
export function requireSameRoles(context: Context, options: Options): void {
  const cluster = clusterOn(context, subnetsOf(options));
  if (cluster === undefined) return;
  const wanted = rolesOf(options);
  const differing = (['cluster', 'node', 'observability'] as const).filter(
    (role) => wanted[role] !== cluster.roles[role],
  );
  if (differing.length === 0) return;
  const names = differing.map((role) => `${role}-role`).join(', ');
  throw invalidParameter(
    `The IAM roles in your request (${names}) do not match the roles that are registered for the cluster of these subnets: ${cluster.arn}.`,
  );
}

/** The cluster of these subnets; a new one when there is none. A deletion that was due is called off (AWS guide). */
export function joinCluster(
  context: Context,
  options: Options,
): { readonly cluster: Cluster; readonly isNew: boolean } {
  const known = clusterOn(context, subnetsOf(options));
  if (known !== undefined) {
    delete known.emptySince;
    return { cluster: known, isNew: false };
  }
  const { accountId, random, region, world } = context;
  const cluster: Cluster = {
    arn: `arn:aws:eks:${region}:${accountId}:cluster/beanstalk-cluster-${random.uuid()}`,
    subnets: subnetsOf(options),
    roles: rolesOf(options),
    state: 'creating',
  };
  world.clusters.set(cluster.arn, cluster);
  return { cluster, isNew: true };
}

/** Of the cluster and of the CloudFormation stack that makes it (AWS guide). */
export const clusterName = ({ arn }: Cluster): string => arn.slice(arn.lastIndexOf('/') + 1);

/** After the end of an environment: without another one its cluster goes, three hours later. */
export function leaveCluster(context: Context, environment: Environment): void {
  const { environments, clusters } = context.world;
  const cluster = clusters.get(environment.clusterArn ?? '');
  if (cluster === undefined) return;
  const isUsed = [...environments.values()].some(
    ({ clusterArn, id, status }) => clusterArn === cluster.arn && id !== environment.id && status !== 'Terminated',
  );
  if (!isUsed) scheduleDeletion(context, cluster);
}

export function scheduleDeletion(context: Context, cluster: Cluster): void {
  const since = context.now();
  cluster.emptySince = since;
  context.timeline.after(KEPT + about(context.random, DELETED_WITHIN), () => {
    if (cluster.emptySince === since) context.world.clusters.delete(cluster.arn);
  });
}

/** What somebody has changed in the cluster behind the service's back, while a scenario says so. */
export const driftOf = (context: Context, environment: Environment): string | undefined =>
  faultsOf(context, 'cluster-drift').find(({ environment: name }) => name === undefined || name === environment.name)
    ?.change;

/** Of what AWS describes for Standard environments only. */
export const notOfClusters = (what: string): ServiceError =>
  new ServiceError(
    'NotImplemented',
    `${what} of Cluster environments are not documented, and the simulator does not implement them. See BEHAVIOUR.md.`,
    501,
  );
