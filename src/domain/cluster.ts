/** Beanstalk Cluster: environments on Amazon EKS, as their options describe them (AWS guide, "General options for Beanstalk Cluster environments"). */
import { type OptionKey, type OptionSetting, optionValue } from './environment.js';
import type { EnvironmentSnapshot } from './snapshot.js';

export const EKS_NAMESPACE = 'aws:elasticbeanstalk:eks';
export const EKS_ENVIRONMENT_NAMESPACE = 'aws:elasticbeanstalk:eks:environment';
export const EKS_DEPLOYMENT_NAMESPACE = 'aws:elasticbeanstalk:eks:environment:deployment';
export const EKS_ROLLING_NAMESPACE = 'aws:elasticbeanstalk:eks:environment:deployment:strategy:rolling';
export const EKS_SCALING_NAMESPACE = 'aws:elasticbeanstalk:eks:environment:autoscaling';
const EKS_READINESS_NAMESPACE = 'aws:elasticbeanstalk:eks:environment:readiness-probe';

/** All that a Cluster environment takes; any other namespace is an InvalidParameterValueException. */
export const CLUSTER_NAMESPACES: readonly string[] = [
  EKS_NAMESPACE,
  EKS_ENVIRONMENT_NAMESPACE,
  EKS_DEPLOYMENT_NAMESPACE,
  EKS_ROLLING_NAMESPACE,
  EKS_SCALING_NAMESPACE,
  `${EKS_SCALING_NAMESPACE}:trigger`,
  `${EKS_SCALING_NAMESPACE}:behavior`,
  EKS_READINESS_NAMESPACE,
  `${EKS_ENVIRONMENT_NAMESPACE}:liveness-probe`,
  `${EKS_ENVIRONMENT_NAMESPACE}:startup-probe`,
  `${EKS_NAMESPACE}:alb`,
  `${EKS_NAMESPACE}:observability`,
];

export const isClusterNamespace = (namespace: string): boolean => CLUSTER_NAMESPACES.includes(namespace);

const key = (namespace: string, name: string): OptionKey => ({ namespace, name });

export const CLUSTER_ROLE = key(EKS_NAMESPACE, 'cluster-role');
export const NODE_ROLE = key(EKS_NAMESPACE, 'node-role');
export const OBSERVABILITY_ROLE = key(EKS_ENVIRONMENT_NAMESPACE, 'observability-role');
/** Needed for every Cluster environment, and the same for all of them on one cluster. */
export const CLUSTER_ROLES: readonly OptionKey[] = [CLUSTER_ROLE, NODE_ROLE, OBSERVABILITY_ROLE];
/** Decides the cluster: environments with the same set of subnets share one, whatever their order. */
export const SUBNETS = key(EKS_ENVIRONMENT_NAMESPACE, 'subnets');
/** Fixed when the environment is created (AWS guide). */
export const IMMUTABLE_OPTIONS: readonly OptionKey[] = [...CLUSTER_ROLES, SUBNETS];

export const ENVIRONMENT_VARIABLES = key(EKS_ENVIRONMENT_NAMESPACE, 'env-variables');
export const LOAD_BALANCER_TYPE = key(EKS_ENVIRONMENT_NAMESPACE, 'load-balancer-type');
export const DEPLOYMENT_STRATEGY = key(EKS_DEPLOYMENT_NAMESPACE, 'strategy');
export const MAX_SURGE = key(EKS_ROLLING_NAMESPACE, 'max-surge');
export const MAX_UNAVAILABLE = key(EKS_ROLLING_NAMESPACE, 'max-unavailable');

/** How an update replaces the pods; there is no third way on a cluster. */
export type PodStrategy = 'RollingUpdate' | 'Recreate';

/** What is running on a cluster, by its options; absent ones have the defaults of the guide. */
export interface PodShape {
  readonly strategy: PodStrategy;
  /** A number or a share. */
  readonly maxSurge: string;
  readonly maxUnavailable: string;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** Off, a pod counts as ready as soon as its container runs. */
  readonly hasReadinessProbe: boolean;
  /** Without, there is no CNAME, and health is always Grey. */
  readonly hasLoadBalancer: boolean;
}

/** The service compares the values of its options without their capitals nowhere: they are taken as they are written. */
export function podShape(options: readonly OptionSetting[]): PodShape {
  const read = ({ namespace, name }: OptionKey, otherwise: string): string => {
    const value = optionValue(options, namespace, name)?.trim();
    return value === undefined || value === '' ? otherwise : value;
  };
  const count = (name: string, otherwise: number): number => {
    const value = Number(read(key(EKS_SCALING_NAMESPACE, name), String(otherwise)));
    return Number.isInteger(value) && value > 0 ? value : otherwise;
  };
  const minReplicas = count('min-replica', 1);
  return {
    strategy: read(DEPLOYMENT_STRATEGY, 'RollingUpdate') === 'Recreate' ? 'Recreate' : 'RollingUpdate',
    maxSurge: read(MAX_SURGE, '1'),
    maxUnavailable: read(MAX_UNAVAILABLE, '0'),
    minReplicas,
    maxReplicas: Math.max(count('max-replica', 10), minReplicas),
    hasReadinessProbe: read(key(EKS_READINESS_NAMESPACE, 'enabled'), 'false').toLowerCase() === 'true',
    hasLoadBalancer: read(LOAD_BALANCER_TYPE, 'ALB') !== 'None',
  };
}

export const isCluster = ({ environment }: Pick<EnvironmentSnapshot, 'environment'>): boolean =>
  environment.tier === 'Cluster';

/** Cluster environments answer over HTTPS only: port 80 is closed (AWS guide). */
export const schemeOf = (tier: string): 'http' | 'https' => (tier === 'Cluster' ? 'https' : 'http');

/** Address of a request to a host; `secure`: of a Cluster environment. */
export const addressOf = (host: string, { path, secure }: { readonly path: string; readonly secure?: true }): string =>
  `${secure === true ? 'https' : 'http'}://${host}${path}`;

/** A list of subnets as a set: their order says nothing. */
export const subnetSet = (value: string | undefined): string =>
  (value ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .sort()
    .join(',');

/** The variables of the application, which are one option, a JSON object; `undefined` when it is none. */
export function variablesIn(options: readonly OptionSetting[]): Readonly<Record<string, unknown>> | undefined {
  const text = optionValue(options, ENVIRONMENT_VARIABLES.namespace, ENVIRONMENT_VARIABLES.name)?.trim();
  if (text === undefined || text === '') return {};
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null && !Array.isArray(found)
      ? (found as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Why the proof of an update of pods is weaker than one by instances. */
export function weakProof({ hasReadinessProbe, hasLoadBalancer }: PodShape): readonly string[] {
  return [
    ...(hasReadinessProbe
      ? []
      : [
          'The readiness probe is off (readiness-probe enabled=false): a pod counts as ready as soon as its container runs, so a broken image that starts passes the rollout. Nothing proves that the application answers.',
        ]),
    ...(hasLoadBalancer
      ? []
      : [
          'The environment has no load balancer (load-balancer-type=None): its health is always Grey and proves nothing.',
        ]),
  ];
}
