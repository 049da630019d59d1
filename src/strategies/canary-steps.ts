/** The steps of a canary: version on the side without requests, gates, share by share, bake, and what becomes of the old side. Pure. */
import { AUTO_SCALING_NAMESPACE, fleetOf } from '../domain/fleet.js';
import type { Step, Undo } from '../domain/plan.js';
import { SHORTEST_HOLD } from '../domain/route.js';
import type { RouteSnapshot } from '../domain/route-sides.js';
import type { BetweenTwo, ObserveStep, ShiftStep } from '../domain/share-steps.js';
import type { EnvironmentSnapshot, PairSnapshot } from '../domain/snapshot.js';
import type { Change } from '../domain/strategy.js';
import { commandOf, smokeOf } from './blue-green-inputs.js';
import { configureSteps, gates, idleRef, preparing, refOf, sizeOf, wantedLabel } from './blue-green-steps.js';
import { capacityBack } from './blue-green-sync.js';
import type { CanaryOptions } from './canary-inputs.js';
import { publishing } from './in-place.js';
import { confirmOf, judgeRules } from './judge-inputs.js';

export interface CanarySituation {
  readonly change: Change;
  /** The side that has what the canary does not have. */
  readonly target: EnvironmentSnapshot;
  readonly options: CanaryOptions;
}

interface Parts extends CanarySituation {
  readonly pair: PairSnapshot;
  readonly route: RouteSnapshot;
  readonly between: BetweenTwo;
}

/** Weights are whole numbers: shares this near count as equal. */
const NEAR = 0.75;

function partsOf(situation: CanarySituation): Parts | undefined {
  const { target } = situation;
  const { pair } = target;
  if (pair?.route === undefined) return undefined;
  const between = { route: pair.route.route, stable: refOf(target), canary: idleRef(pair) };
  return { ...situation, pair, route: pair.route, between };
}

export function canaryPlan(situation: CanarySituation): readonly Step[] {
  const parts = partsOf(situation);
  if (parts === undefined) return [];
  const { change, pair, route, between } = parts;
  const isOn = goesOn(parts);
  const now = isOn ? route.share : 0;
  const givenBack: readonly Step[] = route.share > NEAR && !isOn ? [{ kind: 'restore', ...between }] : [];
  return [
    ...givenBack,
    ...(isOn || change.phase === 'promote' ? [] : [...publishing(change), ...preparing(parts, pair)]),
    // Says and proves where it goes on, before anything else; from here on there is a way back.
    ...(isOn ? [shift(parts, now, now, back(parts))] : []),
    ...previewing(parts),
    ...gates(parts, pair),
    ...(change.phase === 'prepare' ? [] : sharing(parts, now, isOn)),
  ];
}

/** From the moment that the new side has the version: also between `prepare` and `promote` people can look at it. */
function previewing({ between, options, route }: Parts): readonly Step[] {
  const { 'preview-header': header } = options;
  if (header === undefined || route.route.kind !== 'alb') return [];
  const preview = { kind: 'preview', ...between, header } as const;
  return [{ ...preview, shows: 'canary', undo: [{ ...preview, shows: 'stable' }] }];
}

/** The canary in flight has the very version that is wished, so it is carried on where it stands. */
export function goesOn({ change, target }: CanarySituation): boolean {
  const { idle, route } = target.pair ?? {};
  const label = wantedLabel(change, target);
  if (
    route === undefined ||
    route.share <= NEAR ||
    idle === undefined ||
    change.options.length + change.removeOptions.length > 0
  )
    return false;
  const { environment, instances, draft } = idle;
  if (environment.status !== 'Ready' || environment.versionLabel !== label || draft !== undefined) return false;
  if (instances === undefined) return !fleetOf(idle).enhancedHealth;
  // The old side may have grown since (Auto Scaling): a side that is too small for it is made anew.
  return (
    instances.instances.length >= sizeOf(target) &&
    instances.instances.every(
      ({ deployment }) => deployment?.versionLabel === label && deployment.status === 'Deployed',
    )
  );
}

/** Everything to the old side again; it answers at once, so nothing more has to be asked. */
const back = ({ between }: Parts): Undo => [{ kind: 'restore', ...between }];

function shift(parts: Parts, before: number, weight: number, undo: Undo | undefined): ShiftStep {
  return {
    kind: 'shift',
    ...parts.between,
    before,
    weight,
    targets: targetsFor(parts, weight),
    ...(undo === undefined ? {} : { undo }),
  };
}

/** Enough to carry the share: as many as the old side has for all requests, in proportion, and never none. */
const targetsFor = ({ target }: Parts, weight: number): number =>
  Math.max(1, Math.ceil(sizeOf(target) * (weight / 100)));

function sharing(parts: Parts, now: number, isOn: boolean): readonly Step[] {
  const { change, options, pair, target } = parts;
  const all = change.isReturn === true ? [] : options['canary-steps'];
  const steps: Step[] = [];
  let before = now;
  let undo: Undo | undefined = isOn ? undefined : back(parts);
  for (const [at, { weight, hold }] of all.entries()) {
    if (weight < now - NEAR) continue;
    if (weight > before + NEAR) {
      steps.push(shift(parts, before, weight, undo));
      undo = undefined;
    }
    steps.push(observe(parts, at + 1, weight, Math.max(hold, SHORTEST_HOLD[parts.route.route.kind])));
    before = weight;
  }
  const size = capacityBack(target);
  return [
    ...steps,
    ...(before > 100 - NEAR ? [] : [shift(parts, before, 100, undo)]),
    ...bake(parts, options.bake),
    ...(size.length === 0 ? [] : configureSteps(idleRef(pair), target, size)),
    ...retiring(parts),
  ];
}

function observe(parts: Parts, step: number, weight: number, span: number): ObserveStep {
  const { between, options, change, target } = parts;
  const smoke = smokeOf(options, wantedLabel(change, target));
  const command = commandOf(options);
  const confirm = confirmOf(options);
  return {
    kind: 'observe',
    ...between,
    weight,
    step,
    steps: options['canary-steps'].length,
    span,
    rules: judgeRules(options),
    ...(smoke === undefined ? {} : { smoke }),
    ...(command === undefined ? {} : { command }),
    ...(confirm === undefined ? {} : { confirm }),
  };
}

function bake({ between, change, options, pair, target }: Parts, span: number, undo?: Undo): readonly Step[] {
  if (span <= 0) return [];
  const smoke = smokeOf(options, wantedLabel(change, target));
  return [
    {
      kind: 'bake',
      environment: between.canary,
      productionCname: pair.productionCname,
      span,
      shares: between,
      ...(smoke === undefined ? {} : { smoke }),
      ...(undo === undefined ? {} : { undo }),
    },
  ];
}

/** The old side has no requests any more. Out of the route before it goes, or its target group could not be deleted. */
function retiring({ between, options, pair, target }: Parts): readonly Step[] {
  const { retire: how } = options;
  const fleet = fleetOf(target);
  if (how === 'keep' || (how === 'scale-down' && (fleet.singleInstance || fleet.maxSize <= 1))) return [];
  const { stable: environment, canary: live } = between;
  const one = ['MinSize', 'MaxSize'].map((name) => ({ namespace: AUTO_SCALING_NAMESPACE, name, value: '1' }));
  return [
    ...(how === 'terminate' ? [{ kind: 'detach', ...between } as const] : []),
    { kind: 'retire', environment, live, productionCname: pair.productionCname, how, shares: between },
    ...(how === 'terminate' ? [] : configureSteps(environment, target, one)),
  ];
}

/**
 * What an earlier run has left to do although its canary has all requests already: the rest of the bake, and the old side.
 * `sinceShift`: since it got them; absent: nobody knows.
 */
export function finishCanary(situation: CanarySituation, sinceShift: number | undefined): readonly Step[] {
  const { target, options } = situation;
  const { pair } = target;
  const { idle, route } = pair ?? {};
  if (pair === undefined || idle === undefined || route === undefined || idle.environment.status !== 'Ready') return [];
  // Seen from the end of that rollout: the side called idle is the old one.
  const between = { route: route.route, stable: refOf(idle), canary: refOf(target) };
  const parts: Parts = { ...situation, target: idle, pair, route, between };
  const rest = sinceShift === undefined ? 0 : options.bake - sinceShift;
  const baking = bake({ ...parts, target }, rest, [{ kind: 'restore', ...between }]);
  return [...baking, ...retiring(parts)];
}

/** `operation: abort`: everything back to the old side, whatever is in flight. */
export function abortCanary(situation: CanarySituation): readonly Step[] {
  const parts = partsOf(situation);
  if (parts?.pair.idle === undefined) return [];
  const { 'preview-header': header } = situation.options;
  const isSeen = header !== undefined && parts.route.route.kind === 'alb';
  return [
    { kind: 'restore', ...parts.between },
    ...(isSeen ? [{ kind: 'preview', ...parts.between, header, shows: 'stable' } as const] : []),
    { kind: 'stop', environment: parts.between.canary },
  ];
}
