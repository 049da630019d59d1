/** What a change of options does to the instances of an environment (AWS guide, "Configuration changes"). */
import type { OptionKey, OptionSetting } from './environment.js';
import { PROPERTIES_NAMESPACE } from './fleet.js';
import type { Change } from './strategy.js';

const PROPERTY_NAMESPACES: readonly string[] = [
  PROPERTIES_NAMESPACE,
  'aws:elasticbeanstalk:application:environmentsecrets',
];

/** Changed on the running instances, by a deployment of the configuration under the deployment policy. */
export const changesInstances = (key: OptionKey): boolean =>
  PROPERTY_NAMESPACES.includes(key.namespace) ||
  key.namespace.startsWith('aws:elasticbeanstalk:container:') ||
  key.namespace.startsWith('aws:elasticbeanstalk:environment:proxy');

/** Options of the launch template that can change without a new instance are few; the namespaces are taken as a whole. */
const REPLACING: readonly string[] = ['aws:autoscaling:launchconfiguration', 'aws:ec2:instances', 'aws:ec2:vpc'];

/** Takes effect only on new instances: the service replaces them under its rolling update settings, not the policy. */
export const replacesInstances = (key: OptionKey): boolean => REPLACING.includes(key.namespace);

export const touched = (change: Change): readonly OptionKey[] => [...change.options, ...change.removeOptions];

export const sameKey = (left: OptionKey, right: OptionKey): boolean =>
  left.namespace === right.namespace && left.name === right.name && (left.resource ?? '') === (right.resource ?? '');

/**
 * Whether a deployed setting is the one that is meant. The service names a resource with many options, for example
 * `AWSEBAutoScalingLaunchConfiguration` (AWS API reference, ConfigurationOptionSetting: ResourceName); who asks for one
 * hardly ever does.
 */
export const isMeant = (wished: OptionKey, deployed: OptionKey): boolean =>
  wished.resource === undefined
    ? wished.namespace === deployed.namespace && wished.name === deployed.name
    : sameKey(wished, deployed);

/** Only environment properties are sure to be a deployment of their own to every instance, and so to raise its id. */
export const raisesDeploymentId = (change: Change): boolean =>
  change.version !== undefined || touched(change).some((key) => PROPERTY_NAMESPACES.includes(key.namespace));

/** Those of `wished` that are not deployed with that very value. */
export function differing(
  wished: readonly OptionSetting[],
  deployed: readonly OptionSetting[],
): readonly OptionSetting[] {
  return wished.filter((one) => !deployed.some((other) => isMeant(one, other) && one.value === other.value));
}

/** Those of `wished` that exist now. */
export function present(wished: readonly OptionKey[], deployed: readonly OptionSetting[]): readonly OptionKey[] {
  return wished.filter((one) => deployed.some((other) => isMeant(one, other)));
}
