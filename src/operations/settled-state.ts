/** Whose state a plan is made from, and whether it stands still. Pure. */
import type { Environment } from '../domain/environment.js';
import type { DeploySettings } from '../domain/settings.js';
import type { Snapshot } from '../domain/snapshot.js';

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
