/** AWS's own action creates what is missing unless told otherwise; here a workflow is taken so only when it describes a whole environment. */
import { CLUSTER_ROLES } from '../domain/cluster.js';
import type { OptionKey, OptionSetting } from '../domain/environment.js';
import { type ClusterGiven, isForCluster } from './cluster-inputs.js';

/** What aws-actions/aws-elasticbeanstalk-deploy demands in `option-settings` before it creates an environment. */
const ROLES: readonly OptionKey[] = [
  { namespace: 'aws:autoscaling:launchconfiguration', name: 'IamInstanceProfile' },
  { namespace: 'aws:elasticbeanstalk:environment', name: 'ServiceRole' },
];

interface CreationGiven extends ClusterGiven {
  readonly operation?: string | undefined;
  readonly 'create-environment-if-not-exists'?: boolean | undefined;
  readonly 'create-application-if-not-exists'?: boolean | undefined;
  readonly 'solution-stack-name'?: string | undefined;
  readonly 'platform-arn'?: string | undefined;
}

/**
 * Fills in the two inputs when they are not given. With a platform and both roles the workflow says all that its action
 * needs to create an environment, and it would: so may this one. Anything less creates nothing unless it is asked to, as
 * a mistyped name must not bring up an environment that nobody has described.
 */
export function withCreation<V extends CreationGiven>(values: V, options: readonly OptionSetting[]): V {
  const isWhole = describesEnvironment(values, options);
  const environment = values['create-environment-if-not-exists'] ?? isWhole;
  const application = values['create-application-if-not-exists'] ?? (environment && isWhole);
  return {
    ...values,
    'create-environment-if-not-exists': environment,
    'create-application-if-not-exists': application,
  };
}

/** Said when a creation follows from what else is given. */
export function creationNotice(given: CreationGiven, options: readonly OptionSetting[]): string | undefined {
  if (given['create-environment-if-not-exists'] !== undefined || !describesEnvironment(given, options))
    return undefined;
  const what = isForCluster(given)
    ? 'An image and the roles of a Cluster environment'
    : 'Platform and roles of an environment';
  return `${what} are given, so it is created with them when it does not exist, as by the action of AWS; \`create-environment-if-not-exists: false\` prevents that.`;
}

function describesEnvironment(values: CreationGiven, options: readonly OptionSetting[]): boolean {
  if (values.operation !== undefined && values.operation !== 'deploy') return false;
  const isCluster = isForCluster(values);
  if (!isCluster && values['solution-stack-name'] === undefined && values['platform-arn'] === undefined) return false;
  return (isCluster ? CLUSTER_ROLES : ROLES).every(({ namespace, name }) =>
    options.some((one) => one.namespace === namespace && one.name === name && one.value !== ''),
  );
}
