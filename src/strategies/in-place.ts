/** Updating the environment that serves, under one of the service's deployment policies: shared by all strategies that do so. */
import { changesInstances, differing, isMeant, raisesDeploymentId, sameKey, touched } from '../domain/changes.js';
import { EKS_DEPLOYMENT_NAMESPACE, EKS_ROLLING_NAMESPACE } from '../domain/cluster.js';
import type { OptionKey, OptionSetting } from '../domain/environment.js';
import { fleetOf } from '../domain/fleet.js';
import type { EnvironmentRef, PodExpectation, Step } from '../domain/plan.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import {
  type Change,
  COMMAND_NAMESPACE,
  type DeploymentPolicy,
  type PolicyRequest,
  TRAFFIC_SPLITTING_NAMESPACE,
} from '../domain/strategy.js';
import { type Policy, usualDuration, usualSettingsDuration } from './forecast.js';
import { podExpectation } from './pods.js';
import { undoDeployment, undoPolicy } from './way-back.js';

const command = (name: string, value: string): OptionSetting => ({ namespace: COMMAND_NAMESPACE, name, value });

/** The options that make this policy rule. */
export function policyRequest(policy: Policy, trafficPercent?: number): PolicyRequest {
  return {
    policy: policy.policy,
    options: [
      command('DeploymentPolicy', policy.policy),
      ...batchOptions(policy),
      ...(policy.policy === 'TrafficSplitting' && trafficPercent !== undefined
        ? [
            { namespace: TRAFFIC_SPLITTING_NAMESPACE, name: 'NewVersionPercent', value: String(trafficPercent) },
            {
              namespace: TRAFFIC_SPLITTING_NAMESPACE,
              name: 'EvaluationTime',
              value: String(Math.round(policy.evaluation / 60_000)),
            },
          ]
        : []),
    ],
  };
}

function batchOptions({ policy, batch }: Policy): readonly OptionSetting[] {
  if (policy !== 'Rolling' && policy !== 'RollingWithAdditionalBatch') return [];
  return batch.kind === 'percent'
    ? [command('BatchSizeType', 'Percentage'), command('BatchSize', String(batch.percent))]
    : [command('BatchSizeType', 'Fixed'), command('BatchSize', String(batch.count))];
}

const POLICY_OPTIONS: readonly string[] = ['DeploymentPolicy', 'BatchSizeType', 'BatchSize'];

const setsPolicy = (key: OptionKey): boolean => key.namespace === COMMAND_NAMESPACE && key.name === 'DeploymentPolicy';

/** Options that shape a deployment: sent together with a version they do not rule that very deployment. */
export const shapesDeployment = (key: OptionKey): boolean =>
  (key.namespace === COMMAND_NAMESPACE && POLICY_OPTIONS.includes(key.name)) ||
  key.namespace === TRAFFIC_SPLITTING_NAMESPACE ||
  key.namespace === EKS_DEPLOYMENT_NAMESPACE ||
  key.namespace === EKS_ROLLING_NAMESPACE;

/** What has to be set in an update of its own, and put back afterwards if that is wished. */
export interface PolicyMove {
  readonly set: readonly OptionSetting[];
  readonly restore: readonly OptionSetting[];
  /** Set now, not there before: put back by taking it out. */
  readonly unset: readonly OptionKey[];
}

/**
 * A policy is a setting of the environment, and one sent together with a version has been reported not to rule that
 * very deployment (https://github.com/aws/aws-sdk-ruby/issues/1394), so it goes first, in an update of its own.
 */
export function policyMove(wish: PolicyRequest | undefined, change: Change, target: EnvironmentSnapshot): PolicyMove {
  const deployed = target.settings.options;
  if (!touchesInstances(change)) return { set: [], restore: [], unset: [] };
  // Options of the user's own that shape a deployment travel with the policy, and stay as he set them.
  const asked = change.options.filter(shapesDeployment);
  const wished = differing(wish?.options ?? [], deployed).filter((one) => !asked.some((other) => sameKey(one, other)));
  const before = wished.map((one) => deployed.find((other) => isMeant(one, other)));
  return {
    set: [...wished, ...asked],
    restore: change.restorePolicy ? before.filter((one) => one !== undefined) : [],
    unset: change.restorePolicy ? wished.filter((_, at) => before[at] === undefined).map(keyOf) : [],
  };
}

const keyOf = ({ namespace, name, resource }: OptionSetting): OptionKey =>
  resource === undefined ? { namespace, name } : { namespace, name, resource };

/** The deployment policy rules updates that bring something to the instances: a version, or properties. */
const touchesInstances = (change: Change): boolean =>
  change.version !== undefined || touched(change).some(changesInstances);

/** How many updates a move adds around the deployment. */
export const updatesAround = (move: PolicyMove): number =>
  (move.set.length > 0 ? 1 : 0) + (move.restore.length + move.unset.length > 0 ? 1 : 0);

/** Publish, set the policy, deploy, put the policy back: each update followed by the proof that it settled. */
export function inPlaceSteps(
  change: Change,
  target: EnvironmentSnapshot,
  policy: Policy,
  wish: PolicyRequest | undefined,
): readonly Step[] {
  const move = policyMove(wish, change, target);
  const together = {
    ...change,
    options: change.options.filter((one) => move.set.length === 0 || !shapesDeployment(one)),
  };
  return [
    ...publishing(change),
    ...(move.set.length > 0 ? settingUpdate('set-policy', target, move.set, [], target.environment.versionLabel) : []),
    ...deploying(together, target, policy, wish?.policy, move),
    ...(move.restore.length + move.unset.length > 0
      ? settingUpdate(
          'restore-policy',
          target,
          move.restore,
          move.unset,
          change.version?.label ?? target.environment.versionLabel,
        )
      : []),
  ];
}

export function publishing({ application, version }: Change): readonly Step[] {
  if (version === undefined || (version.kind === 'existing' && version.awaited !== true)) return [];
  // A version whose object has gone from the bucket is published again: to the same place, with the same content. One
  // whose image is being built is waited for.
  const isThere = version.kind === 'bundle' && version.reuse.version && version.reuse.object;
  if (isThere && version.build === undefined) return [];
  return [{ kind: 'publish-version', application, source: version }];
}

const refOf = (target: EnvironmentSnapshot): EnvironmentRef => ({
  id: target.environment.id,
  name: target.environment.name,
});

function settingUpdate(
  purpose: 'set-policy' | 'restore-policy',
  target: EnvironmentSnapshot,
  options: readonly OptionSetting[],
  removeOptions: readonly OptionKey[],
  runningLabel: string | undefined,
): readonly Step[] {
  const environment = refOf(target);
  const undo = purpose === 'set-policy' ? undoPolicy(options, target) : [];
  return [
    { kind: 'update', environment, purpose, options, removeOptions, ...(undo.length === 0 ? {} : { undo }) },
    {
      kind: 'settle',
      environment,
      expects: {
        ...expectationOf(target, runningLabel),
        options,
        removedOptions: removeOptions,
        raisesDeploymentId: false,
      },
      expectedDuration: usualSettingsDuration(target),
    },
  ];
}

function deploying(
  change: Change,
  target: EnvironmentSnapshot,
  policy: Policy,
  shown: DeploymentPolicy | undefined,
  move: PolicyMove,
): readonly Step[] {
  const environment = refOf(target);
  const undo = undoDeployment(change, target, policy.policy, move.set.some(setsPolicy));
  const label = change.version === undefined ? {} : { versionLabel: change.version.label };
  return [
    {
      kind: 'update',
      environment,
      purpose: 'deploy',
      ...label,
      options: change.options,
      removeOptions: change.removeOptions,
      ...(undo.length === 0 ? {} : { undo }),
    },
    {
      kind: 'settle',
      environment,
      expects: {
        ...expectationOf(target, target.environment.versionLabel),
        ...podExpectation(target, change),
        ...label,
        options: change.options,
        removedOptions: change.removeOptions,
        raisesDeploymentId: raisesDeploymentId(change),
        ...(shown === undefined || !touchesInstances(change) ? {} : { policy: shown }),
      },
      expectedDuration: usualDuration(policy, change, target),
    },
  ];
}

/** What every settle of this environment is compared with. */
function expectationOf(
  target: EnvironmentSnapshot,
  runningLabel: string | undefined,
): {
  readonly previousVersionLabel?: string;
  readonly previousDeploymentId?: number;
  readonly enhancedHealth: boolean;
  readonly instances: number;
  readonly pods?: PodExpectation;
} {
  const fleet = fleetOf(target);
  return {
    ...(runningLabel === undefined ? {} : { previousVersionLabel: runningLabel }),
    ...(fleet.deploymentId === undefined ? {} : { previousDeploymentId: fleet.deploymentId }),
    enhancedHealth: fleet.enhancedHealth,
    ...podExpectation(target),
    // Auto Scaling may take instances away meanwhile, but not under the minimum; a fleet at zero stays at zero.
    instances: fleet.counted ? Math.min(fleet.size, fleet.minSize) : fleet.enhancedHealth ? fleet.minSize : 0,
  };
}
