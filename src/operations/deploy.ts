/** `deploy`: a version, options and variables for an environment that exists, planned from what is there. */
import { differing, present } from '../domain/changes.js';
import { isCluster } from '../domain/cluster.js';
import type { OptionKey, OptionSetting } from '../domain/environment.js';
import { fleetOf, PROPERTIES_NAMESPACE } from '../domain/fleet.js';
import type { OptionMessage } from '../domain/option-rules.js';
import type { Forecast, VersionSource } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { DeploySettings } from '../domain/settings.js';
import type { Snapshot } from '../domain/snapshot.js';
import type { Change, ConfiguredStrategy } from '../domain/strategy.js';
import { type Milliseconds, minutes, seconds } from '../domain/time.js';
import { buildTime, versionIn } from '../domain/version-source.js';
import { commandProblems, commandTime, withCommands } from './command-steps.js';
import { refuseInvalidOptions, warnOfOptions } from './invalid-options.js';
import type { Planned } from './operation.js';
import { differingPods, withVariables } from './pod-options.js';
import { whyUnchanged } from './unchanged.js';

export interface DeployRequest {
  readonly settings: DeploySettings;
  readonly snapshot: Snapshot;
  /** Resolved before: bundled and hashed, or looked up. Absent when only the configuration changes. */
  readonly version?: VersionSource;
  /** What the service says about the options of `deployChange`; empty when there are none. */
  readonly validation: readonly OptionMessage[];
}

/** What is known before there is a bundle. */
export type EarlyRequest = Omit<DeployRequest, 'version'>;

/** What is different afterwards: only options that do not have their value, and only removals of what is there. */
export function deployChange({ settings, snapshot, version }: Omit<DeployRequest, 'validation'>): Change {
  const deployed = snapshot.target.settings.options;
  if (isCluster(snapshot.target)) {
    return changeOf(settings, version, differingPods(withVariables(settings, deployed), deployed), []);
  }
  const property = (name: string): OptionKey => ({ namespace: PROPERTIES_NAMESPACE, name });
  const variables: readonly OptionSetting[] = Object.entries(settings.environmentVariables.set).map(
    ([name, value]) => ({
      ...property(name),
      value,
    }),
  );
  return changeOf(
    settings,
    version,
    differing([...settings.options, ...variables], deployed),
    present(settings.environmentVariables.remove.map(property), deployed),
  );
}

function changeOf(
  settings: DeploySettings,
  version: VersionSource | undefined,
  options: readonly OptionSetting[],
  removeOptions: readonly OptionKey[],
): Change {
  return {
    application: settings.application,
    ...(version === undefined ? {} : { version }),
    options,
    removeOptions,
    restorePolicy: settings.restorePolicy,
    ...(settings.operation === 'prepare' || settings.operation === 'promote' ? { phase: settings.operation } : {}),
    ...(settings.operation === 'rollback' ? { isReturn: true } : {}),
  };
}

export function planDeploy(request: DeployRequest): Planned {
  const { settings, snapshot, version } = request;
  const { target } = snapshot;
  const { strategy } = settings;
  const change = deployChange(request);
  const problems = refuseDeploy(request);
  const comparison = compare(settings, change, snapshot);
  if (problems.length > 0) return { kind: 'refused', problems, comparison };
  const settled = whyUnchanged(change, settings, target, snapshot.previousVersion);
  const rest =
    settled === undefined || settings.operation === 'prepare'
      ? []
      : (strategy.finish?.(change, target, snapshot.takenAt) ?? []);
  const unchanged = rest.length > 0 ? undefined : settled;
  const steps = unchanged === undefined ? withCommands(strategy.steps(change, target), settings.commands) : [];
  const { environment } = target;
  return {
    kind: 'plan',
    plan: {
      operation: settings.operation,
      strategy: strategy.name,
      environment: { id: environment.id, name: environment.name },
      application: settings.application,
      ...(version === undefined ? {} : versionIn(version)),
      steps: rest.length > 0 ? rest : steps,
      forecast: strategy.forecast(change, target),
      comparison,
      warnings:
        unchanged === undefined ? warningsOf(request, change) : [...withoutCommands(settings), ...target.blindSpots],
      timeout: settings.timeout ?? timeoutOf(settings, change, snapshot) + commandTime(steps),
      ...(unchanged === undefined ? {} : { unchanged: unchanged.reason, unchangedProof: unchanged.proof }),
    },
  };
}

/** Every reason against a deployment that can be told without its bundle. */
export function refuseDeploy({ settings, snapshot, validation }: EarlyRequest): readonly Problem[] {
  return [
    ...settings.strategy.refuses(snapshot.target),
    ...commandProblems(settings, snapshot.target),
    ...refusePlatformMove(settings, snapshot),
    ...refuseInvalidOptions(validation),
  ];
}

function compare(
  { strategy, allStrategies }: DeploySettings,
  change: Change,
  { target }: Snapshot,
): readonly Forecast[] {
  // What only Kubernetes knows is no choice for an environment of instances.
  const isStrange = (one: ConfiguredStrategy): boolean =>
    one.name !== strategy.name && one.refuses(target).some(({ code }) => code === 'strategy-needs-cluster-environment');
  // The caller's own one may be configured in more detail than the list.
  return allStrategies()
    .filter((one) => !isStrange(one))
    .map((one) => (one.name === strategy.name ? strategy : one).forecast(change, target));
}

/** One deadline: what the service may take, the wait for health behind it, and the upload before it. */
function timeoutOf(settings: DeploySettings, change: Change, { target }: Snapshot): Milliseconds {
  const { version } = change;
  const upload =
    version?.kind === 'bundle' && !version.reuse.object
      ? // Half a megabyte a second is slow for a runner; the rest is for connections that have to be made again.
        minutes(5) + seconds(Math.ceil(version.bytes / 500_000))
      : 0;
  const building = version === undefined ? 0 : buildTime(version);
  return settings.strategy.deadline(change, target) + settings.healthGrace + settings.stableFor + upload + building;
}

const withoutCommands = ({ commands }: DeploySettings): readonly string[] =>
  commands === undefined ? [] : ['Nothing is deployed, so no command is run on an instance.'];

function warningsOf({ settings, snapshot, validation }: DeployRequest, change: Change): readonly string[] {
  const { target } = snapshot;
  const draft = target.draft?.deploymentStatus;
  return [
    ...movingStates(target, settings.onBusy),
    ...settings.strategy.warns(change, target),
    ...warnOfOptions(validation),
    ...(draft === 'failed'
      ? ['A configuration change failed earlier, and the environment still shows its draft.']
      : []),
    ...(fleetOf(target).enhancedHealth || fleetOf(target).cluster
      ? []
      : ['With basic health no instance says what it runs: the proof can only be the state of the environment.']),
    ...(settings.acceptHealth.kind === 'any'
      ? ['Health is shown, not judged (`wait-for-environment-recovery: false`).']
      : []),
    ...target.blindSpots,
  ];
}

/** Only a dry run plans at once; a real one looks again when the environment that it changes is Ready (`settled-state.ts`). */
function movingStates({ environment, pair }: Snapshot['target'], onBusy: DeploySettings['onBusy']): readonly string[] {
  const changed = pair === undefined ? environment : pair.idle?.environment;
  const serving = pair === undefined ? undefined : environment;
  const real =
    onBusy === 'fail' ? 'a real run is refused until it is Ready' : 'a real run waits until it is Ready and plans then';
  return [
    ...(changed === undefined || changed.status === 'Ready'
      ? []
      : [
          `${changed.name} is ${changed.status}: this plan looks at a moving state (capacity, version and options may change under it); ${real}.`,
        ]),
    ...(serving === undefined || serving.status === 'Ready'
      ? []
      : [
          `${serving.name}, which serves now, is ${serving.status}: somebody else is changing it. This run does not, but what a way back leads to may be another version than now.`,
        ]),
  ];
}

/** AWS's own action moves the platform when it differs; a deployment that silently replaces the platform is no deployment. */
function refusePlatformMove({ platform }: DeploySettings, { target }: Snapshot): readonly Problem[] {
  const { solutionStack, platformArn, name } = target.environment;
  const refuse = (input: string, wished: string, has: string | undefined): Problem => ({
    code: 'platform-differs',
    blame: 'you',
    what: `\`${input}\` is "${wished}", but ${name} runs on ${has === undefined ? 'another platform' : `"${has}"`}.`,
    hint: `Remove \`${input}\`: moving an environment to another platform is not part of this release.`,
    input,
  });
  return [
    ...(platform?.solutionStack !== undefined && platform.solutionStack !== solutionStack
      ? [refuse('solution-stack-name', platform.solutionStack, solutionStack)]
      : []),
    ...(platform?.arn !== undefined && platform.arn !== platformArn
      ? [refuse('platform-arn', platform.arn, platformArn)]
      : []),
  ];
}
