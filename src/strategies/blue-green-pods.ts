/** Two Cluster environments that take turns: what the other one needs to be configured like the live one. Pure. */
import { sameKey } from '../domain/changes.js';
import { ENVIRONMENT_VARIABLES, IMMUTABLE_OPTIONS, isClusterNamespace, variablesIn } from '../domain/cluster.js';
import { type OptionSetting, optionValue } from '../domain/environment.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import type { Change } from '../domain/strategy.js';

const isHidden = ({ value }: OptionSetting): boolean => /^\*+$/.test(value);

/** All that makes an environment what it is, its cluster included: there are no templates of Cluster environments. */
export function podOptions(change: Change, live: EnvironmentSnapshot): readonly OptionSetting[] {
  const own = live.settings.options.filter((one) => isClusterNamespace(one.namespace) && !isHidden(one));
  return [...own.filter((one) => !change.options.some((other) => sameKey(one, other))), ...change.options];
}

/** What differs on the idle side, without what is fixed there. Variables in `sticky` stay as the idle side has them. */
export function podAlignment(
  change: Change,
  live: EnvironmentSnapshot,
  idle: EnvironmentSnapshot,
  sticky: readonly string[],
): readonly OptionSetting[] {
  const has = idle.settings.options;
  return podOptions(change, live)
    .filter((one) => !IMMUTABLE_OPTIONS.some((key) => sameKey(key, one)))
    .map((one) => (sameKey(one, ENVIRONMENT_VARIABLES) ? withSticky(one, has, sticky) : one))
    .filter((one) => optionValue(has, one.namespace, one.name) !== one.value);
}

function withSticky(option: OptionSetting, has: readonly OptionSetting[], sticky: readonly string[]): OptionSetting {
  const [wished, own] = [variablesIn([option]), variablesIn(has)];
  if (sticky.length === 0 || wished === undefined || own === undefined) return option;
  const kept = Object.entries(wished).filter(([name]) => !sticky.includes(name));
  const stuck = Object.entries(own).filter(([name]) => sticky.includes(name));
  return { ...option, value: JSON.stringify(Object.fromEntries([...kept, ...stuck])) };
}
