/** Whose state a plan is made from, and whether it stands still. Pure. */
import { type Environment, LABEL_LAG } from '../domain/environment.js';
import type { DeploySettings } from '../domain/settings.js';
import type { EnvironmentSnapshot, Snapshot } from '../domain/snapshot.js';
import type { Instant } from '../domain/time.js';

/** Their plans say what comes after which version. */
const LABELLED: ReadonlySet<DeploySettings['operation']> = new Set(['deploy', 'rollback', 'prepare', 'promote']);

/**
 * Ready a moment ago, and every instance names another version than the environment does: its label comes later (AWS's own
 * deploy action allows 30 s for it). A plan made from the old one would take the new one for somebody else's, or would lead
 * back to what was there before it. Of two sides either may. Who gives up, or takes an environment away, does not wait for it.
 */
export function labelLags(
  { operation }: Pick<DeploySettings, 'operation'>,
  { target }: Pick<Snapshot, 'target'>,
): boolean {
  if (!LABELLED.has(operation)) return false;
  return [target, target.pair?.idle].some((side) => side !== undefined && lags(side));
}

function lags({ environment, instances }: EnvironmentSnapshot): boolean {
  const labels = new Set((instances?.instances ?? []).map(({ deployment }) => deployment?.versionLabel));
  const [only] = labels;
  const differs = labels.size === 1 && only !== undefined && only !== environment.versionLabel;
  return environment.status === 'Ready' && differs && wasJustUpdated(environment, instances?.refreshedAt);
}

/** On the service's clock. Later the two differ for good: a deployment has failed and left them so. */
function wasJustUpdated({ dateUpdated }: Environment, seenAt: Instant | undefined): boolean {
  return dateUpdated === undefined || seenAt === undefined || seenAt - dateUpdated < LABEL_LAG;
}

/** The environment to wait for before planning; `undefined` when the plan can be made from what was seen. */
export function busyEnvironment(
  { operation }: Pick<DeploySettings, 'operation'>,
  { target, creation }: Pick<Snapshot, 'target' | 'creation'>,
): Environment | undefined {
  // Nothing is planned from the state of an environment that is absent.
  if (creation !== undefined) return undefined;
  switch (operation) {
    case 'deploy':
    case 'rollback':
    case 'prepare': {
      // Of two sides the idle one is changed; the swap itself waits for the live one.
      const changed = target.pair === undefined ? target : target.pair.idle;
      return changed === undefined || changed.environment.status === 'Ready' ? undefined : changed.environment;
    }
    // They take an environment as it is, and their steps wait where they have to.
    case 'promote':
    case 'abort':
    case 'pause':
    case 'resume':
    case 'terminate':
      return undefined;
  }
}

/** Whether a plan can be made from what was seen. */
export const standsStill = (settings: Pick<DeploySettings, 'operation'>, snapshot: Snapshot): boolean =>
  busyEnvironment(settings, snapshot) === undefined && !labelLags(settings, snapshot);
