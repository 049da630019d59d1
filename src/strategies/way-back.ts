/**
 * The way back of an update in place, as steps: the version and the options from before, all at once.
 *
 * All at once, whatever the environment's policy is: a health-gated policy waits for instances that may be sick because
 * of what is being taken back, and every minute of waiting is a minute of the failure. It costs some seconds of downtime.
 */
import { differing, isMeant, present, raisesDeploymentId } from '../domain/changes.js';
import type { OptionKey, OptionSetting } from '../domain/environment.js';
import { fleetOf } from '../domain/fleet.js';
import type { EnvironmentRef, Step, Undo, UpdateExpectation } from '../domain/plan.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import { standingBefore } from '../domain/standing.js';
import { type Change, COMMAND_NAMESPACE, type DeploymentPolicy } from '../domain/strategy.js';
import { usualDuration, usualSettingsDuration } from './forecast.js';
import { podExpectation } from './pods.js';

const POLICY: OptionKey = { namespace: COMMAND_NAMESPACE, name: 'DeploymentPolicy' };
const AT_ONCE: OptionSetting = { ...POLICY, value: 'AllAtOnce' };
const ALL = { kind: 'percent', percent: 100 } as const;

/** Options that have to be set, and those that have to go, for everything to be as it was. */
export interface Former {
  readonly options: readonly OptionSetting[];
  readonly removeOptions: readonly OptionKey[];
  /** Was there before, but the service does not show its value, so it cannot be put back. */
  readonly unknown: readonly OptionKey[];
}

const keyOf = ({ namespace, name, resource }: OptionKey): OptionKey =>
  resource === undefined ? { namespace, name } : { namespace, name, resource };

/** The former values of options that are about to be changed, added or removed. */
export function formerOptions(
  set: readonly OptionSetting[],
  removed: readonly OptionKey[],
  deployed: readonly OptionSetting[],
): Former {
  const changed = differing(set, deployed);
  const had = [...changed, ...present(removed, deployed)].flatMap((one) =>
    deployed.filter((other) => isMeant(one, other)),
  );
  const isHidden = (one: OptionSetting): boolean => /^\*+$/.test(one.value);
  return {
    options: had.filter((one) => !isHidden(one)),
    removeOptions: changed.filter((one) => !deployed.some((other) => isMeant(one, other))).map(keyOf),
    unknown: had.filter(isHidden).map(keyOf),
  };
}

const refOf = ({ environment }: EnvironmentSnapshot): EnvironmentRef => ({
  id: environment.id,
  name: environment.name,
});

/** Takes a change of the policy back, in an update of its own. */
export function undoPolicy(set: readonly OptionSetting[], target: EnvironmentSnapshot): Undo {
  const former = formerOptions(set, [], target.settings.options);
  if (former.options.length + former.removeOptions.length === 0) return [];
  return settingSteps('restore-policy', former, target);
}

/**
 * Takes a deployment back. `atWork` is the policy that rules the environment by then; `isPolicyPutBack` says that the
 * undo of an earlier step puts the policy back anyway.
 */
export function undoDeployment(
  change: Change,
  target: EnvironmentSnapshot,
  atWork: DeploymentPolicy,
  isPolicyPutBack: boolean,
): Undo {
  const { settings } = target;
  const former = formerOptions(change.options, change.removeOptions, settings.options);
  const label = change.version === undefined ? undefined : standingBefore(target, change.version.label).versionLabel;
  // An environment that never had a version has no way back to one.
  if (change.version !== undefined && label === undefined) return [];
  if (label === undefined && former.options.length + former.removeOptions.length === 0) return [];
  const back = backwards(change, former, label);
  const needsPolicy = atWork !== 'AllAtOnce' && !fleetOf(target).cluster && raisesDeploymentId(back);
  const atOnce = { options: [AT_ONCE], removeOptions: [], unknown: [] };
  return [
    ...(needsPolicy ? settingSteps('set-policy', atOnce, target) : []),
    ...redeploying(back, former, target),
    ...(needsPolicy && !isPolicyPutBack ? undoPolicy([AT_ONCE], target) : []),
  ];
}

/** The way back as a change, for durations. */
const backwards = (change: Change, former: Former, label: string | undefined): Change => ({
  application: change.application,
  options: former.options,
  removeOptions: former.removeOptions,
  restorePolicy: false,
  ...(label === undefined ? {} : { version: { kind: 'existing', label } }),
});

function redeploying(back: Change, former: Former, target: EnvironmentSnapshot): Undo {
  const environment = refOf(target);
  const label = back.version === undefined ? {} : { versionLabel: back.version.label };
  const { options, removeOptions } = former;
  return [
    { kind: 'update', environment, purpose: 'undo', ...label, options, removeOptions },
    {
      kind: 'settle',
      environment,
      expects: {
        ...expected(target),
        ...label,
        options,
        removedOptions: removeOptions,
        raisesDeploymentId: raisesDeploymentId(back),
      },
      expectedDuration: usualDuration({ policy: 'AllAtOnce', batch: ALL, evaluation: 0 }, back, target),
    },
  ];
}

function settingSteps(
  purpose: 'set-policy' | 'restore-policy',
  { options, removeOptions }: Former,
  target: EnvironmentSnapshot,
): readonly Step[] {
  const environment = refOf(target);
  return [
    { kind: 'update', environment, purpose, options, removeOptions },
    {
      kind: 'settle',
      environment,
      expects: { ...expected(target), options, removedOptions: removeOptions, raisesDeploymentId: false },
      expectedDuration: usualSettingsDuration(target),
    },
  ];
}

/** By the time of the way back other labels and deployment ids have been seen; the rollout brings them up to date. */
function expected(target: EnvironmentSnapshot): Pick<UpdateExpectation, 'enhancedHealth' | 'instances' | 'pods'> {
  const fleet = fleetOf(target);
  return {
    enhancedHealth: fleet.enhancedHealth,
    ...podExpectation(target),
    instances: fleet.counted ? Math.min(fleet.size, fleet.minSize) : fleet.enhancedHealth ? fleet.minSize : 0,
  };
}

/** What the user should know beforehand about a way back that this run would go by itself. */
export function wayBackCautions(change: Change, target: EnvironmentSnapshot): readonly string[] {
  const { settings } = target;
  const { unknown } = formerOptions(change.options, change.removeOptions, settings.options);
  const names = unknown.map(({ namespace, name }) => `${namespace}:${name}`).join(', ');
  return [
    ...(change.version !== undefined && standingBefore(target, change.version.label).versionLabel === undefined
      ? ['The environment has no version yet, so there is none to go back to.']
      : []),
    ...(unknown.length > 0 ? [`A rollback cannot put ${names} back: Elastic Beanstalk does not show its value.`] : []),
  ];
}
