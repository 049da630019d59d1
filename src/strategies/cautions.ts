/** What speaks against a strategy on an environment: refusals before anything is changed, and sentences to read before it starts. */
import { changesInstances, replacesInstances, touched } from '../domain/changes.js';
import type { OptionKey } from '../domain/environment.js';
import { type Fleet, fleetOf, instancesPerBatch } from '../domain/fleet.js';
import type { Problem } from '../domain/problem.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import type { BatchSize, Change, DeploymentPolicy } from '../domain/strategy.js';
import { type PolicyMove, shapesDeployment } from './in-place.js';

const refusal = (code: string, what: string, hint: string): Problem => ({
  code,
  blame: 'you',
  what,
  hint,
  input: 'strategy',
});

/** Cluster environments run on Kubernetes, which rolls in its own way; deployment policies do not exist there. */
export function refuseCluster(target: EnvironmentSnapshot, strategy: string): readonly Problem[] {
  if (target.environment.tier !== 'Cluster') return [];
  return [
    refusal(
      'strategy-needs-standard-environment',
      `\`${strategy}\` is not possible on ${target.environment.name}: a Cluster environment has no deployment policies, only its own RollingUpdate and Recreate.`,
      'Use `rolling` (with `max-surge` and `max-unavailable`), `recreate`, `as-configured`, or `blue-green` between two Cluster environments.',
    ),
  ];
}

/** The other way round: what only Kubernetes knows. */
export function refuseStandard(target: EnvironmentSnapshot, strategy: string): readonly Problem[] {
  if (target.environment.tier === 'Cluster') return [];
  return [
    refusal(
      'strategy-needs-cluster-environment',
      `\`${strategy}\` is not possible on ${target.environment.name}: it is a Standard environment, which has instances and no pods.`,
      'Use `all-at-once`, which is the nearest to it, or another strategy.',
    ),
  ];
}

/** An input that means something only on the other kind of environment. */
export function refuseInput(input: string, target: EnvironmentSnapshot, hint: string): readonly Problem[] {
  const kind = target.environment.tier === 'Cluster' ? 'Cluster' : 'Standard';
  return [
    {
      code: 'input-of-other-tier',
      blame: 'you',
      what: `\`${input}\` is given, but ${target.environment.name} is a ${kind} environment, where it means nothing.`,
      hint,
      input,
    },
  ];
}

export function refuseSingleInstance(target: EnvironmentSnapshot, strategy: string): readonly Problem[] {
  if (!fleetOf(target).singleInstance) return [];
  return [
    refusal(
      'strategy-needs-several-instances',
      `\`${strategy}\` is not possible on ${target.environment.name}: it is a single-instance environment.`,
      'Use `immutable` (no downtime) or `all-at-once`, or make it a load-balanced environment.',
    ),
  ];
}

export function refuseWorker(target: EnvironmentSnapshot, strategy: string): readonly Problem[] {
  if (target.environment.tier !== 'Worker') return [];
  return [
    refusal(
      'strategy-needs-web-tier',
      `\`${strategy}\` is not possible on ${target.environment.name}: a worker environment has no requests to split.`,
      'Use `rolling`, `rolling-with-additional-batch` or `immutable`.',
    ),
  ];
}

export function refuseOtherLoadBalancers(target: EnvironmentSnapshot, strategy: string): readonly Problem[] {
  const { loadBalancer } = fleetOf(target);
  if (loadBalancer === 'application' || loadBalancer === 'none') return [];
  return [
    refusal(
      'strategy-needs-application-load-balancer',
      `\`${strategy}\` is not possible on ${target.environment.name}: it needs an Application Load Balancer, and this one is a ${loadBalancer} load balancer.`,
      'Use `immutable` or `rolling-with-additional-batch`; the type of a load balancer is fixed when the environment is created.',
    ),
  ];
}

/** A fixed batch may not be larger than the group can become (AWS guide, `BatchSize`). */
export function refuseLargeBatch(target: EnvironmentSnapshot, batch: BatchSize): readonly Problem[] {
  const fleet = fleetOf(target);
  if (batch.kind === 'percent' || batch.count <= fleet.maxSize || fleet.singleInstance) return [];
  return [
    {
      code: 'batch-size-too-large',
      blame: 'you',
      what: `\`batch-size\` is ${batch.count}, but ${target.environment.name} never has more than ${fleet.maxSize} instances.`,
      hint: `Use at most ${fleet.maxSize}, or a percentage.`,
      input: 'batch-size',
    },
  ];
}

/** Sentences for an update under this policy. */
export function cautions(
  policy: DeploymentPolicy,
  batch: BatchSize,
  change: Change,
  target: EnvironmentSnapshot,
  move: PolicyMove,
): readonly string[] {
  const fleet = fleetOf(target);
  return [
    ...policyMoves(policy, change, fleet, move),
    ...(isDeployment(change) ? deploymentCautions(policy, batch, fleet) : []),
    ...optionCautions(policy, change, fleet),
  ];
}

const isDeployment = (change: Change): boolean =>
  change.version !== undefined || touched(change).some(changesInstances);

function policyMoves(policy: DeploymentPolicy, change: Change, fleet: Fleet, move: PolicyMove): readonly string[] {
  if (move.set.length === 0) return [];
  const set = move.set.map((one) => `${one.name}=${one.value}`).join(', ');
  const from = fleet.policy === policy ? '' : ` (deployment policy ${fleet.policy} becomes ${policy})`;
  const after = change.restorePolicy
    ? 'what was there before is put back at the end'
    : 'it stays so afterwards (`restore-policy: true` puts it back)';
  return [`The environment is set to ${set} first, in an update of its own${from}; ${after}.`];
}

function deploymentCautions(policy: DeploymentPolicy, batch: BatchSize, fleet: Fleet): readonly string[] {
  if (fleet.size === 0) {
    return ['The environment has no instance now: nothing can prove that the version runs, and no request is served.'];
  }
  switch (policy) {
    case 'AllAtOnce':
      return fleet.cluster
        ? []
        : ['All instances are updated at the same time: expect some seconds without an answer.'];
    case 'Rolling':
      return [...gated(policy, fleet), ...wholeFleet(batch, fleet)];
    case 'RollingWithAdditionalBatch':
      return [...gated(policy, fleet), ...room(instancesPerBatch(batch, fleet.size))];
    case 'Immutable':
    case 'TrafficSplitting':
      return [...needsEnhancedHealth(policy, fleet), ...room(fleet.size)];
  }
}

function wholeFleet(batch: BatchSize, fleet: Fleet): readonly string[] {
  return instancesPerBatch(batch, fleet.size) >= fleet.size
    ? [`One batch holds all ${fleet.size} instances: expect some seconds without an answer.`]
    : [];
}

/** Every instance of a batch has to pass twelve checks in a row (AWS guide, "Enhanced health"): a sick one never does. */
function gated(policy: DeploymentPolicy, fleet: Fleet): readonly string[] {
  if (fleet.sick === undefined || fleet.ignoresHealth) return [];
  return [
    `The environment is not well (${fleet.sick}) and ${policy} waits for every batch to be healthy: unless this version mends it, the deployment cannot pass. ` +
      '`immutable` or `all-at-once` can, or a lower HealthCheckSuccessThreshold.',
  ];
}

function needsEnhancedHealth(policy: DeploymentPolicy, fleet: Fleet): readonly string[] {
  return fleet.enhancedHealth
    ? []
    : [`${policy} relies on enhanced health to judge the new instances; this environment has basic health.`];
}

const room = (more: number): readonly string[] => [
  `Up to ${more} more instance${more === 1 ? ' runs' : 's run'} for a while: the account's EC2 quota and the subnets must have room for ${more === 1 ? 'it' : 'them'}.`,
];

const names = (keys: readonly OptionKey[]): string => keys.map((key) => `${key.namespace}:${key.name}`).join(', ');

function optionCautions(policy: DeploymentPolicy, change: Change, fleet: Fleet): readonly string[] {
  const replacing = touched(change).filter(replacesInstances);
  const resources = touched(change).filter((key) => !changesInstances(key) && !shapesDeployment(key));
  const found: string[] = [];
  if (replacing.length > 0) {
    const how =
      fleet.rollingUpdates === 'Disabled'
        ? 'all at once, because rolling updates are off'
        : `by the rolling update type ${fleet.rollingUpdates}`;
    found.push(`${names(replacing)} replaces the instances (${how}), whatever the deployment policy is.`);
  }
  if (
    change.version !== undefined &&
    resources.length > 0 &&
    (policy === 'Immutable' || policy === 'TrafficSplitting')
  ) {
    found.push(
      `Elastic Beanstalk refuses to change resources in the same update as an ${policy} deployment: change ${names(resources)} in a run of its own.`,
    );
  }
  if (fleet.rollingUpdates === 'Immutable' && policy !== 'Immutable' && resources.length > 0 && isDeployment(change)) {
    found.push(
      'RollingUpdateType is Immutable, which Elastic Beanstalk accepts together with a deployment only when the deployment policy is Immutable too.',
    );
  }
  return found;
}
