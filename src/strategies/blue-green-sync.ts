/** What an idle side needs so that it is configured like the live one, with this change on top. Pure. */
import { changesInstances, isMeant, sameKey } from '../domain/changes.js';
import type { OptionKey, OptionSetting } from '../domain/environment.js';
import { AUTO_SCALING_NAMESPACE, fleetOf, PROPERTIES_NAMESPACE } from '../domain/fleet.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import type { Change } from '../domain/strategy.js';

/** Options that belong to the application and its size; names and addresses of an environment's own resources do not. */
const FOLLOWS: readonly RegExp[] = [
  /^aws:elasticbeanstalk:application$/,
  /^aws:elasticbeanstalk:application:environment(secrets)?$/,
  /^aws:elasticbeanstalk:container:/,
  /^aws:elasticbeanstalk:environment:(proxy|process)/,
  /^aws:elasticbeanstalk:cloudwatch:logs/,
  /^aws:elasticbeanstalk:healthreporting:system$/,
  /^aws:autoscaling:trigger$/,
];
const FOLLOWING_OPTIONS: readonly OptionKey[] = [
  { namespace: AUTO_SCALING_NAMESPACE, name: 'MinSize' },
  { namespace: AUTO_SCALING_NAMESPACE, name: 'MaxSize' },
  { namespace: 'aws:autoscaling:launchconfiguration', name: 'InstanceType' },
  { namespace: 'aws:autoscaling:launchconfiguration', name: 'IamInstanceProfile' },
  { namespace: 'aws:ec2:instances', name: 'InstanceTypes' },
];

const follows = (key: OptionKey): boolean =>
  FOLLOWS.some((pattern) => pattern.test(key.namespace)) || FOLLOWING_OPTIONS.some((one) => isMeant(one, key));

/** The two sides may name the resource of one option differently, for example when one is older than launch templates. */
const wherever = (option: OptionSetting): OptionSetting => {
  const { namespace, name, value } = option;
  return FOLLOWING_OPTIONS.some((one) => isMeant(one, option)) ? { namespace, name, value } : option;
};

const isProperty = (key: OptionKey): boolean => key.namespace === PROPERTIES_NAMESPACE;
const isHidden = (option: OptionSetting): boolean => /^\*+$/.test(option.value);

export interface Alignment {
  /** Settings of resources: an update of their own, before the deployment. */
  readonly around: { readonly options: readonly OptionSetting[]; readonly removeOptions: readonly OptionKey[] };
  /** What instances read: in the same update as the version. */
  readonly together: { readonly options: readonly OptionSetting[]; readonly removeOptions: readonly OptionKey[] };
}

/** As many instances as the live side has right now: its minimum, raised while the new side has no load to grow by. */
export function capacityOptions(live: EnvironmentSnapshot): readonly OptionSetting[] {
  const fleet = fleetOf(live);
  if (fleet.singleInstance || !fleet.counted || fleet.size <= fleet.minSize) return [];
  return [{ namespace: AUTO_SCALING_NAMESPACE, name: 'MinSize', value: String(Math.min(fleet.size, fleet.maxSize)) }];
}

export function capacityBack(live: EnvironmentSnapshot): readonly OptionSetting[] {
  if (capacityOptions(live).length === 0) return [];
  return [{ namespace: AUTO_SCALING_NAMESPACE, name: 'MinSize', value: String(fleetOf(live).minSize) }];
}

const over = (stronger: readonly OptionSetting[], weaker: readonly OptionSetting[]): readonly OptionSetting[] => [
  ...stronger,
  ...weaker.filter((one) => !stronger.some((other) => isMeant(other, one))),
];

export function alignment(
  change: Change,
  live: EnvironmentSnapshot,
  idle: EnvironmentSnapshot,
  sticky: readonly string[],
): Alignment {
  const isSticky = (key: OptionKey): boolean => isProperty(key) && sticky.includes(key.name);
  const isRemoved = (key: OptionKey): boolean => change.removeOptions.some((one) => isMeant(one, key));
  const ofLive = live.settings.options
    .filter((one) => follows(one) && !isSticky(one) && !isHidden(one) && !isRemoved(one))
    .map(wherever);
  const has = idle.settings.options;
  const wished = over(change.options, over(capacityOptions(live), ofLive));
  const options = wished.filter((one) => !has.some((other) => isMeant(one, other) && other.value === one.value));
  const removeOptions = has
    .filter((one) => isProperty(one) && !isSticky(one) && !wished.some((other) => sameKey(one, other)))
    .filter((one) => isRemoved(one) || !live.settings.options.some((other) => sameKey(one, other)))
    .map(({ namespace, name }) => ({ namespace, name }));
  return {
    around: { options: options.filter((one) => !changesInstances(one)), removeOptions: [] },
    together: { options: options.filter(changesInstances), removeOptions },
  };
}
