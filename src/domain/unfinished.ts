/** What a run leaves undone when it dies: kept in the deploy lock, found and put right by the next run. Pure. */

import { isMeant, sameKey } from './changes.js';
import type { OptionKey, OptionSetting } from './environment.js';
import { AUTO_SCALING_NAMESPACE } from './fleet.js';
import { isObject } from './json.js';
import type { Plan, Step } from './plan.js';
import type { EnvironmentSnapshot } from './snapshot.js';
import { readStanding, type Standing } from './standing.js';
import { COMMAND_NAMESPACE, TRAFFIC_SPLITTING_NAMESPACE } from './strategy.js';
import type { Instant } from './time.js';

/** An option that a rollout sets for its own time only. */
export interface OwedOption extends OptionKey {
  /** What it has to be again; absent: it was not set. */
  readonly before?: string;
  /** What the rollout sets meanwhile. Anything else was set by somebody else, and is not touched. */
  readonly during: readonly string[];
}

export interface Unproven {
  readonly versionLabel: string;
  /** What the environment was before. */
  readonly before: Standing;
}

export interface Unfinished {
  /** Name of the environment. */
  readonly environment: string;
  /** What was on its way there. */
  readonly versionLabel?: string;
  /** What was brought there, as long as nobody has proven it. */
  readonly unproven?: Unproven;
  readonly owed: readonly OwedOption[];
  readonly since: Instant;
  /** Who has left it, as a noun phrase. Foreign text to whoever reads it. */
  readonly by: string;
}

/** Only settings of this kind are ever written down: what applications are told may be secret. */
const LENT_NAMESPACES: readonly string[] = [COMMAND_NAMESPACE, TRAFFIC_SPLITTING_NAMESPACE, AUTO_SCALING_NAMESPACE];

interface Touch {
  readonly key: OptionKey;
  /** Absent: taken out. */
  readonly value?: string;
}

/**
 * What the plan itself puts right at its end, or on its way back: an option that is set more than once in the plan has its
 * last value in the end; one that only the way back sets for a while has the value from before.
 */
export function owedBy(
  plan: Plan,
  environment: string,
  before: EnvironmentSnapshot | undefined,
): readonly OwedOption[] {
  const forward = plan.steps.flatMap((step) => touches(step, environment));
  const backward = plan.steps.flatMap((step) => ('undo' in step ? (step.undo ?? []) : []));
  const lent = backward.flatMap((step) =>
    step.kind === 'update' && step.purpose === 'set-policy' ? touches(step, environment) : [],
  );
  const keys = [...forward, ...lent].map(({ key }) => key);
  const each = keys.filter((key, at) => keys.findIndex((one) => sameKey(one, key)) === at);
  return each.flatMap((key): readonly OwedOption[] => {
    const own = forward.filter((touch) => sameKey(touch.key, key));
    const back = lent.filter((touch) => sameKey(touch.key, key));
    const isPutBack = own.length > 1;
    if (!isPutBack && (back.length === 0 || before === undefined)) return [];
    const deployed = before?.settings.options.find((one) => isMeant(key, one))?.value;
    const last = isPutBack ? own.at(-1)?.value : deployed;
    const values = [...(isPutBack ? own.slice(0, -1) : []), ...back].flatMap(({ value }) => value ?? []);
    const during = [...new Set(values)].filter((value) => value !== last);
    return during.length === 0 ? [] : [{ ...key, ...(last === undefined ? {} : { before: last }), during }];
  });
}

/** Of what is owed, the part that these steps have set and not put back, each with the value that it has got. */
export function leftSet(
  owed: readonly OwedOption[],
  steps: readonly Step[],
  environment: string,
): readonly (OwedOption & { readonly value: string })[] {
  const done = steps.flatMap((step) => touches(step, environment));
  return owed.flatMap((one) => {
    const value = done.findLast(({ key }) => sameKey(key, one))?.value;
    return value === undefined || !one.during.includes(value) ? [] : [{ ...one, value }];
  });
}

function touches(step: Step, environment: string): readonly Touch[] {
  if (step.kind !== 'update' && step.kind !== 'create' && step.kind !== 'create-environment') return [];
  if (step.environment.name !== environment) return [];
  return [
    ...step.options.map((option): Touch => ({ key: keyOf(option), value: option.value })),
    ...step.removeOptions.map((key): Touch => ({ key: keyOf(key) })),
  ].filter(({ key }) => LENT_NAMESPACES.includes(key.namespace));
}

const keyOf = ({ namespace, name, resource }: OptionKey): OptionKey =>
  resource === undefined ? { namespace, name } : { namespace, name, resource };

/** The older one knows the value from before; both may have set something. */
export function mergeOwed(older: readonly OwedOption[], newer: readonly OwedOption[]): readonly OwedOption[] {
  const added = newer.filter((one) => !older.some((other) => sameKey(one, other)));
  const merged = older.map((one) => {
    const again = newer.find((other) => sameKey(one, other));
    return again === undefined ? one : { ...one, during: [...new Set([...one.during, ...again.during])] };
  });
  return [...merged, ...added];
}

/** Of what is owed, the part that the environment really shows. */
export function stillOwed(owed: readonly OwedOption[], deployed: readonly OptionSetting[]): readonly OwedOption[] {
  return owed.filter((one) => {
    const value = deployed.find((other) => isMeant(one, other))?.value;
    return value !== undefined && value !== one.before && one.during.includes(value);
  });
}

/** A clause: what goes back to what. */
export const owedWords = (owed: readonly OwedOption[]): string =>
  owed.map(({ name, before }) => (before === undefined ? `${name} unset` : `${name}=${before}`)).join(', ');

/** A sentence for whoever takes the lock over. */
export function unfinishedWords({ environment, owed, versionLabel }: Unfinished): string {
  const what = versionLabel === undefined ? '' : `It was bringing ${versionLabel} to ${environment}.`;
  const back =
    owed.length === 0 ? '' : `At its end it was to put settings of ${environment} back (${owedWords(owed)}).`;
  return [what, back].filter((one) => one !== '').join(' ');
}

/** Reads what was written as JSON; `undefined` for anything else. */
export function readUnfinished(value: unknown): Unfinished | undefined {
  if (!isObject(value)) return undefined;
  const { environment, versionLabel, owed, since, by } = value;
  const unproven = readUnproven(value.unproven);
  const at = typeof since === 'string' ? Date.parse(since) : Number.NaN;
  if (typeof environment !== 'string' || Number.isNaN(at) || !Array.isArray(owed)) return undefined;
  return {
    environment,
    ...(typeof versionLabel === 'string' ? { versionLabel } : {}),
    ...(unproven === undefined ? {} : { unproven }),
    owed: owed.flatMap(owedOption),
    since: at,
    by: typeof by === 'string' ? by : 'an earlier run',
  };
}

function readUnproven(value: unknown): Unproven | undefined {
  if (!isObject(value)) return undefined;
  const { versionLabel } = value;
  const before = readStanding(value.before);
  return typeof versionLabel !== 'string' || before === undefined ? undefined : { versionLabel, before };
}

/** What is written: dates for people. */
export const writtenUnfinished = (unfinished: Unfinished): Readonly<Record<string, unknown>> => ({
  ...unfinished,
  since: new Date(unfinished.since).toISOString(),
});

function owedOption(value: unknown): readonly OwedOption[] {
  if (!isObject(value)) return [];
  const { namespace, name, resource, before, during } = value;
  if (typeof namespace !== 'string' || typeof name !== 'string' || !Array.isArray(during)) return [];
  if (!LENT_NAMESPACES.includes(namespace)) return [];
  return [
    {
      namespace,
      name,
      ...(typeof resource === 'string' ? { resource } : {}),
      ...(typeof before === 'string' ? { before } : {}),
      during: during.filter((one) => typeof one === 'string'),
    },
  ];
}
