/** Options of Cluster environments: what is really different, and variables, which are one option there. Pure. */
import { sameKey } from '../domain/changes.js';
import { ENVIRONMENT_VARIABLES, SUBNETS, subnetSet, variablesIn } from '../domain/cluster.js';
import { type OptionSetting, optionValue } from '../domain/environment.js';
import { canonicalJson } from '../domain/json.js';
import type { DeploySettings } from '../domain/settings.js';

/** Lists of subnets are sets, and JSON has no order. */
export function sameValue(option: OptionSetting, deployed: string): boolean {
  if (option.value === deployed) return true;
  if (sameKey(option, SUBNETS)) return subnetSet(option.value) === subnetSet(deployed);
  const json = canonicalJson(option.value);
  return json !== undefined && json === canonicalJson(deployed);
}

/**
 * `options` with the variables merged into `env-variables`: over those that are given there, or else over those that the
 * environment has.
 */
export function withVariables(
  { options, environmentVariables: { set, remove } }: Pick<DeploySettings, 'options' | 'environmentVariables'>,
  deployed: readonly OptionSetting[],
): readonly OptionSetting[] {
  if (Object.keys(set).length + remove.length === 0) return options;
  const before = variablesIn([...options, ...deployed]) ?? {};
  const merged = Object.entries({ ...before, ...set }).filter(([name]) => !remove.includes(name));
  return [
    ...options.filter((one) => !sameKey(one, ENVIRONMENT_VARIABLES)),
    { ...ENVIRONMENT_VARIABLES, value: JSON.stringify(Object.fromEntries(merged)) },
  ];
}

/** Those that do not have their value yet. */
export const differingPods = (
  wished: readonly OptionSetting[],
  deployed: readonly OptionSetting[],
): readonly OptionSetting[] =>
  wished.filter((one) => {
    const value = optionValue(deployed, one.namespace, one.name);
    // Nothing is shown where the default rules; an empty object is no variable.
    if (value === undefined) return !(sameKey(one, ENVIRONMENT_VARIABLES) && one.value === '{}');
    return !sameValue(one, value);
  });
