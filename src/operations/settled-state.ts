/** Whose state a plan is made from, and whether it stands still. Pure. */
import type { Environment } from '../domain/environment.js';
import type { DeploySettings } from '../domain/settings.js';
import type { Snapshot } from '../domain/snapshot.js';

/**
 * Ready a moment ago, and every instance names another version than the environment does: its label comes later (AWS's own
 * deploy action allows 30 s for it). A plan made from the old one would take the new one for somebody else's.
 */
export function labelLags({ target }: Pick<Snapshot, 'target'>): boolean {
  const { environment, instances } = target.pair === undefined ? target : (target.pair.idle ?? target);
  const labels = new Set((instances?.instances ?? []).map(({ deployment }) => deployment?.versionLabel));
  const [only] = labels;
  return labels.size === 1 && only !== undefined && only !== environment.versionLabel;
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
