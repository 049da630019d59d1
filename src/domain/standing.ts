/** What an environment was before a rollout: the way back leads there, and health is compared with it. Pure. */
import { healthIn, type SeenHealth, tasteOfHealth } from './accepted-health.js';
import type { CreationFacts } from './creation.js';
import { type Environment, HEALTH_COLORS, HEALTH_STATUSES } from './environment.js';
import { isObject } from './json.js';

export interface Standing extends SeenHealth {
  /** Absent: it had no version. */
  readonly versionLabel?: string;
}

/** What it was before a run that has left its own version there without a proof. */
export interface Former extends Standing {
  /** Who has left it, as a noun phrase. Foreign text. */
  readonly by: string;
}

interface Side {
  readonly environment: Environment;
  readonly former?: Former;
}

/**
 * What a rollout of `versionLabel` finds. What an earlier run has left without a proof counts only when it is well: nobody
 * wants to go back to what is sick, and going back to a version from itself would be no way back.
 */
export function standingBefore({ environment, former }: Side, versionLabel: string | undefined): Standing {
  const { versionLabel: label } = environment;
  const now: Standing = { ...healthIn(environment), ...(label === undefined ? {} : { versionLabel: label }) };
  if (former === undefined) return now;
  const { by: _, ...before } = former;
  if (versionLabel !== undefined && label === versionLabel) return before;
  // A rollout of what was there before cannot go back to itself, either.
  if (versionLabel !== undefined && former.versionLabel === versionLabel) return now;
  return tasteOfHealth({ kind: 'not-worse' }, now, before) === 'bad' ? before : now;
}

/** The label that a way back leads to; `undefined` when there was none, or no environment. */
export const labelBefore = (
  { creation, target }: { readonly creation?: CreationFacts; readonly target: Side },
  versionLabel: string | undefined,
): string | undefined => (creation === undefined ? standingBefore(target, versionLabel).versionLabel : undefined);

/** Reads what was written as JSON; `undefined` for anything else. */
export function readStanding(value: unknown): Standing | undefined {
  if (!isObject(value)) return undefined;
  const health = HEALTH_COLORS.find((one) => one === value.health);
  if (health === undefined) return undefined;
  const healthStatus = HEALTH_STATUSES.find((one) => one === value.healthStatus);
  const { versionLabel } = value;
  return {
    health,
    ...(healthStatus === undefined ? {} : { healthStatus }),
    ...(typeof versionLabel === 'string' ? { versionLabel } : {}),
  };
}
