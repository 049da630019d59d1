/** The steps of a blue-green rollout: version on the idle side, gates, swap, bake, and what becomes of the old side. Pure. */
import { EKS_SCALING_NAMESPACE, isCluster } from '../domain/cluster.js';
import type { OptionSetting } from '../domain/environment.js';
import { AUTO_SCALING_NAMESPACE, fleetOf } from '../domain/fleet.js';
import type { EnvironmentRef, SideProof, Step, Undo } from '../domain/plan.js';
import type { EnvironmentSnapshot, PairSnapshot } from '../domain/snapshot.js';
import type { Change } from '../domain/strategy.js';
import { type Milliseconds, minutes } from '../domain/time.js';
import { commandOf, type PairOptions, smokeOf, warmUpOf } from './blue-green-inputs.js';
import { podAlignment, podOptions } from './blue-green-pods.js';
import { alignment, capacityBack, capacityOptions } from './blue-green-sync.js';
import { usualSettingsDuration } from './forecast.js';
import { inPlaceSteps, publishing } from './in-place.js';
import { podExpectation } from './pods.js';
import { ownPolicy } from './policies.js';

export interface BlueGreenSituation {
  readonly change: Change;
  /** The live side. */
  readonly target: EnvironmentSnapshot;
  readonly options: PairOptions;
}

/** A launch with a load balancer; published event logs show three to eight minutes. */
export const USUAL_CREATION: Milliseconds = minutes(6);

export const refOf = ({ environment }: EnvironmentSnapshot): EnvironmentRef => ({
  id: environment.id,
  name: environment.name,
});

export const idleRef = (pair: PairSnapshot): EnvironmentRef => ({
  id: pair.idle?.environment.id ?? '',
  name: pair.idleName,
});

/** The version that the idle side is to run. */
export const wantedLabel = (change: Change, live: EnvironmentSnapshot): string =>
  change.version?.label ?? live.environment.versionLabel ?? '';

export function blueGreenSteps(situation: BlueGreenSituation): readonly Step[] {
  const { change, target } = situation;
  const { pair } = target;
  if (pair === undefined) return [];
  return [
    ...(change.phase === 'promote' ? [] : [...publishing(change), ...preparing(situation, pair)]),
    ...gates(situation, pair),
    ...(change.phase === 'prepare' ? [] : moving(situation, pair)),
  ];
}

const NOTHING = { options: [], removeOptions: [] } as const;

/** Brings the version to the idle side; nothing when it is there already. */
export function preparing({ change, target, options }: BlueGreenSituation, pair: PairSnapshot): readonly Step[] {
  const label = wantedLabel(change, target);
  const { idle } = pair;
  if (idle === undefined) return creating(change, target, pair, label);
  const sticky = options['sticky-environment-variables'] ?? [];
  const { around, together } = isCluster(target)
    ? { around: NOTHING, together: { ...NOTHING, options: podAlignment(change, target, idle, sticky) } }
    : alignment(change, target, idle, sticky);
  const configuring = around.options.length === 0 ? [] : settingSteps(idle, around.options);
  if (configuring.length === 0 && runsEverywhere(idle, label, target) && isEmpty(together)) return [];
  const onIdle: Change = {
    application: change.application,
    version: { kind: 'existing', label },
    options: together.options,
    removeOptions: together.removeOptions,
    restorePolicy: false,
  };
  const deploying = inPlaceSteps(onIdle, idle, ownPolicy(onIdle, idle), undefined).map((step): Step => {
    // The idle side serves nobody: what it ran before is nothing that would have to be put back.
    if (step.kind === 'update') return { ...step, undo: [] };
    return step.kind === 'settle' ? { ...step, expects: { ...step.expects, instances: sizeOf(target) } } : step;
  });
  return [...configuring, ...deploying];
}

const isEmpty = (part: { readonly options: readonly unknown[]; readonly removeOptions: readonly unknown[] }): boolean =>
  part.options.length + part.removeOptions.length === 0;

/** As the service shows it now; the gate proves it again. */
export function runsEverywhere(idle: EnvironmentSnapshot, label: string, live: EnvironmentSnapshot): boolean {
  const { environment, instances } = idle;
  if (environment.status !== 'Ready' || environment.versionLabel !== label || idle.draft !== undefined) return false;
  if (instances === undefined) return !fleetOf(idle).enhancedHealth;
  const ids = new Set(instances.instances.map(({ deployment }) => deployment?.id));
  return (
    instances.instances.length >= sizeOf(live) &&
    ids.size === 1 &&
    instances.instances.every(
      ({ deployment }) => deployment?.versionLabel === label && deployment.status === 'Deployed',
    )
  );
}

/** How many instances a side needs to carry what the live one carries now. */
export const sizeOf = (live: EnvironmentSnapshot): number => {
  const { size, counted, minSize } = fleetOf(live);
  return counted ? size : minSize;
};

function creating(change: Change, live: EnvironmentSnapshot, pair: PairSnapshot, label: string): readonly Step[] {
  const environment = idleRef(pair);
  const capacity = capacityOptions(live).filter(
    (one) => !change.options.some((other) => other.namespace === one.namespace && other.name === one.name),
  );
  const fleet = fleetOf(live);
  return [
    {
      kind: 'create',
      environment,
      from: refOf(live),
      cnamePrefix: pair.idlePrefix,
      versionLabel: label,
      ...(isCluster(live)
        ? { options: podOptions(change, live), removeOptions: [], tier: 'Cluster' as const }
        : { options: [...change.options, ...capacity], removeOptions: change.removeOptions }),
    },
    {
      kind: 'settle',
      environment,
      expects: {
        versionLabel: label,
        options: change.options,
        removedOptions: change.removeOptions,
        enhancedHealth: fleet.enhancedHealth,
        ...podExpectation(live, change),
        instances: sizeOf(live),
        raisesDeploymentId: true,
      },
      expectedDuration: USUAL_CREATION,
    },
  ];
}

function settingSteps(target: EnvironmentSnapshot, options: readonly OptionSetting[]): readonly Step[] {
  return configureSteps(refOf(target), target, options);
}

/** An update of settings that change no version, of an environment whose other settings are those of `like`. */
export function configureSteps(
  environment: EnvironmentRef,
  like: EnvironmentSnapshot,
  options: readonly OptionSetting[],
): readonly Step[] {
  return [
    { kind: 'update', environment, purpose: 'configure', options, removeOptions: [] },
    {
      kind: 'settle',
      environment,
      expects: {
        options,
        removedOptions: [],
        enhancedHealth: fleetOf(like).enhancedHealth,
        ...podExpectation(like),
        instances: 0,
        raisesDeploymentId: false,
      },
      expectedDuration: usualSettingsDuration(like),
    },
  ];
}

export function proofOf({ change, target }: BlueGreenSituation): SideProof {
  return {
    versionLabel: wantedLabel(change, target),
    enhancedHealth: fleetOf(target.pair?.idle ?? target).enhancedHealth,
    instances: sizeOf(target),
  };
}

export function gates(situation: BlueGreenSituation, pair: PairSnapshot): readonly Step[] {
  const environment = idleRef(pair);
  const smoke = smokeOf(situation.options, wantedLabel(situation.change, situation.target), situation.target);
  const command = commandOf(situation.options);
  const warmUp = warmUpOf(situation.options, situation.target);
  return [
    { kind: 'gate', environment, gate: { kind: 'proven', proof: proofOf(situation) } },
    ...(warmUp === undefined ? [] : [{ kind: 'gate', environment, gate: { kind: 'warm-up', warmUp } } as const]),
    ...(smoke === undefined ? [] : [{ kind: 'gate', environment, gate: { kind: 'smoke', test: smoke } } as const]),
    ...(command === undefined ? [] : [{ kind: 'gate', environment, gate: command } as const]),
  ];
}

/** Traffic back to where it was. `smoke` proves that the old version answers again. */
export function swapBack(situation: BlueGreenSituation, from: EnvironmentRef, to: EnvironmentSnapshot): Undo {
  const { options, target } = situation;
  const productionCname = target.pair?.productionCname ?? '';
  const smoke = smokeOf(options, to.environment.versionLabel ?? '', to);
  const environment = refOf(to);
  return [
    { kind: 'swap', from, to: environment, productionCname },
    ...(smoke === undefined
      ? []
      : [{ kind: 'gate', environment, gate: { kind: 'smoke', test: smoke, host: productionCname } } as const]),
  ];
}

function moving(situation: BlueGreenSituation, pair: PairSnapshot): readonly Step[] {
  const { change, target, options } = situation;
  const [from, to] = [refOf(target), idleRef(pair)];
  const { productionCname } = pair;
  const smoke = smokeOf(options, wantedLabel(change, target), target);
  const size = capacityBack(target);
  return [
    {
      kind: 'swap',
      from,
      to,
      productionCname,
      proof: proofOf(situation),
      undo: swapBack(situation, to, target),
    },
    ...(smoke === undefined
      ? []
      : [{ kind: 'gate', environment: to, gate: { kind: 'smoke', test: smoke, host: productionCname } } as const]),
    ...(options.bake === 0 ? [] : [bakeStep(to, productionCname, options.bake, smoke)]),
    ...(size.length === 0 ? [] : configureSteps(to, target, size)),
    ...retiring(situation, target, to),
  ];
}

function bakeStep(
  environment: EnvironmentRef,
  productionCname: string,
  span: Milliseconds,
  smoke: ReturnType<typeof smokeOf>,
): Extract<Step, { kind: 'bake' }> {
  return { kind: 'bake', environment, productionCname, span, ...(smoke === undefined ? {} : { smoke }) };
}

function retiring(
  { options, target }: BlueGreenSituation,
  old: EnvironmentSnapshot,
  live: EnvironmentRef,
): readonly Step[] {
  const { retire: how } = options;
  const fleet = fleetOf(old);
  if (how === 'keep' || (how === 'scale-down' && (fleet.singleInstance || fleet.maxSize <= 1))) return [];
  const environment = refOf(old);
  const productionCname = target.pair?.productionCname ?? '';
  const one = (isCluster(old) ? ['min-replica', 'max-replica'] : ['MinSize', 'MaxSize']).map((name) => ({
    namespace: isCluster(old) ? EKS_SCALING_NAMESPACE : AUTO_SCALING_NAMESPACE,
    name,
    value: '1',
  }));
  return [
    { kind: 'retire', environment, live, productionCname, how },
    ...(how === 'terminate' ? [] : configureSteps(environment, old, one)),
  ];
}

/**
 * What an earlier run has left to do although the live side runs the version already: the rest of the bake, and the old
 * side. `sinceSwap` is on the service's clock; absent: no swap can be seen, or nobody can tell when it was.
 */
export function finishingSteps(situation: BlueGreenSituation, sinceSwap: Milliseconds | undefined): readonly Step[] {
  const { change, target, options } = situation;
  const { pair } = target;
  const idle = pair?.idle;
  if (pair === undefined || idle === undefined || idle.environment.status !== 'Ready') return [];
  const live = refOf(target);
  const smoke = smokeOf(options, wantedLabel(change, target), target);
  const rest = sinceSwap === undefined ? 0 : options.bake - sinceSwap;
  const retire = retiring(situation, idle, live);
  if (rest <= 0) return retire;
  const baking = bakeStep(live, pair.productionCname, rest, smoke);
  return [{ ...baking, undo: swapBack(situation, live, idle) }, ...retire];
}
