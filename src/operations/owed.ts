/**
 * What an earlier run has left undone becomes part of this plan: the strategy plans from the settings as they were meant to
 * be, and what the environment shows instead is put back by the plan's first update of it, or by one of its own. Pure.
 */
import { isMeant, sameKey } from '../domain/changes.js';
import type { OptionKey, OptionSetting } from '../domain/environment.js';
import { fleetOf } from '../domain/fleet.js';
import type { Plan, Step } from '../domain/plan.js';
import { type EnvironmentSnapshot, type Snapshot, sidesIn } from '../domain/snapshot.js';
import { COMMAND_NAMESPACE, TRAFFIC_SPLITTING_NAMESPACE } from '../domain/strategy.js';
import { minutes } from '../domain/time.js';
import { type OwedOption, owedWords, stillOwed, type Unfinished } from '../domain/unfinished.js';

type UpdateStep = Extract<Step, { readonly kind: 'update' }>;

interface Owing {
  /** As it is. */
  readonly seen: EnvironmentSnapshot;
  readonly owed: readonly OwedOption[];
  readonly by: string;
  /** It has a share of the requests: it is not touched before the plan has decided about them. */
  readonly hasShare: boolean;
}

/** What the environments of the snapshot really show of it. */
function owingIn(snapshot: Snapshot, unfinished: readonly Unfinished[]): readonly Owing[] {
  if (snapshot.creation !== undefined) return [];
  const { target } = snapshot;
  return sidesIn(target).flatMap((seen) => {
    const left = unfinished.find(({ environment }) => environment === seen.environment.name);
    const owed = stillOwed(left?.owed ?? [], seen.settings.options);
    const hasShare = seen !== target && (target.pair?.route?.share ?? 0) > 0;
    return left === undefined || owed.length === 0 ? [] : [{ seen, owed, by: left.by, hasShare }];
  });
}

/** The snapshot that a strategy shall plan from: with the settings as they were before the run that died. */
export function asOwed(snapshot: Snapshot, unfinished: readonly Unfinished[]): Snapshot {
  const owing = owingIn(snapshot, unfinished);
  if (owing.length === 0) return snapshot;
  const { target } = snapshot;
  const { pair } = target;
  const idle = pair?.idle === undefined ? {} : { idle: meant(pair.idle, owing) };
  return {
    ...snapshot,
    target: { ...meant(target, owing), ...(pair === undefined ? {} : { pair: { ...pair, ...idle } }) },
  };
}

function meant(seen: EnvironmentSnapshot, owing: readonly Owing[]): EnvironmentSnapshot {
  const owed = owing.find((one) => one.seen === seen)?.owed ?? [];
  const options = seen.settings.options.flatMap((one) => {
    const former = owed.find((other) => isMeant(other, one));
    if (former === undefined) return [one];
    return former.before === undefined ? [] : [{ ...one, value: former.before }];
  });
  return { ...seen, settings: { ...seen.settings, options } };
}

/** `snapshot`: as it was seen, not as it was meant to be. */
export function withOwed(plan: Plan, snapshot: Snapshot, unfinished: readonly Unfinished[]): Plan {
  if (plan.operation === 'terminate') return plan;
  return owingIn(snapshot, unfinished).reduce(payingBack, plan);
}

function payingBack(plan: Plan, owing: Owing): Plan {
  const { seen, owed, by } = owing;
  const { name } = seen.environment;
  const steps = merged(plan.steps, owing) ?? inserted(plan.steps, owing);
  const { unchanged, unchangedProof, ...rest } = plan;
  const kept = steps.length > 0 || unchanged === undefined ? {} : { unchanged };
  const proof = kept.unchanged === undefined || unchangedProof === undefined ? {} : { unchangedProof };
  const told = `An earlier run has left settings of ${name} as it had set them for its own time (${by}): they go back to ${owedWords(owed)}, unless this rollout sets them itself.`;
  const timeout = plan.timeout + minutes(10);
  return { ...rest, ...kept, ...proof, steps, timeout, warnings: [...plan.warnings, told] };
}

const isOf = (step: Step, { seen }: Owing): step is UpdateStep =>
  step.kind === 'update' && step.environment.name === seen.environment.name;

/** Into the update of the policy that comes first anyway; `undefined` when there is none. */
function merged(steps: readonly Step[], owing: Owing): readonly Step[] | undefined {
  const at = steps.findIndex((step) => isOf(step, owing));
  const [update, settle] = steps.slice(at, at + 2);
  if (update?.kind !== 'update' || update.purpose !== 'set-policy' || settle?.kind !== 'settle') return undefined;
  const { owed, seen } = owing;
  const rest = owed.filter((one) => !sets(update, one));
  const has = (option: OptionSetting): boolean =>
    seen.settings.options.some((other) => isMeant(option, other) && other.value === option.value);
  const options = [...update.options, ...valuesOf(rest)].filter((option) => !has(option));
  const removeOptions = [...update.removeOptions, ...unsetOf(rest)];
  const before = steps.slice(0, at);
  const after = steps.slice(at + 2);
  if (options.length + removeOptions.length === 0) return [...before, ...undoneLater(after, owing, update)];
  const expects = { ...settle.expects, options, removedOptions: removeOptions };
  return [...before, { ...update, options, removeOptions }, { ...settle, expects }, ...after];
}

/** The dead run has set the policy already; should this rollout fail, it goes back all the same. */
function undoneLater(steps: readonly Step[], owing: Owing, { undo = [] }: UpdateStep): readonly Step[] {
  const next = steps.findIndex((step) => isOf(step, owing));
  return steps.map((step, index) =>
    index === next && step.kind === 'update' ? { ...step, undo: [...(step.undo ?? []), ...undo] } : step,
  );
}

const sets = (step: UpdateStep, key: OptionKey): boolean =>
  step.options.some((one) => sameKey(one, key)) || step.removeOptions.some((one) => sameKey(one, key));

/** An update of its own, before anything else happens to the environment; nothing when the plan sets all of it itself. */
function inserted(steps: readonly Step[], owing: Owing): readonly Step[] {
  const { seen } = owing;
  const first = steps.find((step) => isOf(step, owing));
  const owed = owing.owed.filter((one) => first?.kind !== 'update' || !sets(first, one));
  if (owed.length === 0) return steps;
  const { id, name } = seen.environment;
  const environment = { id, name };
  const [options, removeOptions] = [valuesOf(owed), unsetOf(owed)];
  const isPolicy = owed.some(({ namespace }) => [COMMAND_NAMESPACE, TRAFFIC_SPLITTING_NAMESPACE].includes(namespace));
  const back: readonly Step[] = [
    { kind: 'update', environment, purpose: isPolicy ? 'restore-policy' : 'configure', options, removeOptions },
    {
      kind: 'settle',
      environment,
      expects: {
        options,
        removedOptions: removeOptions,
        enhancedHealth: fleetOf(seen).enhancedHealth,
        instances: 0,
        raisesDeploymentId: false,
      },
      expectedDuration: minutes(1),
    },
  ];
  const at = owing.hasShare ? afterMoving(steps) : beforeChanging(steps, name);
  return [...steps.slice(0, at), ...back, ...steps.slice(at)];
}

/** What is published changes no environment; what still runs there must be stopped before. */
const beforeChanging = (steps: readonly Step[], name: string): number =>
  steps.findLastIndex(
    (step) => step.kind === 'publish-version' || (step.kind === 'stop' && step.environment.name === name),
  ) + 1;

/** Where every plan puts capacity back: the old side may be left as it is, and the plan ends there. */
function afterMoving(steps: readonly Step[]): number {
  const retire = steps.findIndex(({ kind }) => kind === 'retire');
  return retire < 0 ? steps.length : retire;
}

const valuesOf = (owed: readonly OwedOption[]): readonly OptionSetting[] =>
  owed.flatMap(({ before, during: _, ...key }) => (before === undefined ? [] : [{ ...key, value: before }]));

const unsetOf = (owed: readonly OwedOption[]): readonly OptionKey[] =>
  owed.flatMap(({ before, during: _, ...key }) => (before === undefined ? [key] : []));
