/** Whose state a plan is made from, and whether it stands still. Pure. */
import { type Environment, LABEL_LAG, shows } from '../domain/environment.js';
import type { DeploySettings } from '../domain/settings.js';
import type { EnvironmentSnapshot, Snapshot } from '../domain/snapshot.js';
import type { Instant } from '../domain/time.js';

/** Whether its plan says what comes after which version. Otherwise it takes an environment as it is, and its steps wait where they have to. */
const PLANS_FROM_VERSIONS: Readonly<Record<DeploySettings['operation'], boolean>> = {
  deploy: true,
  rollback: true,
  prepare: true,
  promote: true,
  abort: false,
  pause: false,
  resume: false,
  terminate: false,
};

/** An environment whose label comes later than its instances, and the label that all of them name. */
export interface LaggingLabel {
  readonly environment: Environment;
  readonly label: string;
}

/**
 * Ready a moment ago, and every instance names another version than the environment does: its label comes later (AWS's own
 * deploy action allows 30 s for it). A plan made from the old one would take the new one for somebody else's, or would lead
 * back to what was there before it. Of two sides either may. Who gives up, or takes an environment away, does not wait for it.
 */
export function laggingLabels(
  { operation }: Pick<DeploySettings, 'operation'>,
  { target }: Pick<Snapshot, 'target'>,
): readonly LaggingLabel[] {
  if (!PLANS_FROM_VERSIONS[operation]) return [];
  return [target, target.pair?.idle].flatMap((side) => (side === undefined ? [] : lagging(side)));
}

function lagging({ environment, instances }: EnvironmentSnapshot): readonly LaggingLabel[] {
  const labels = new Set((instances?.instances ?? []).map(({ deployment }) => deployment?.versionLabel));
  const [label] = labels;
  const differs = labels.size === 1 && label !== undefined && label !== environment.versionLabel;
  const lags = environment.status === 'Ready' && differs && wasJustUpdated(environment, instances?.refreshedAt);
  return lags ? [{ environment, label }] : [];
}

/** On the service's clock. Later the two differ for good: a deployment has failed and left them so. */
function wasJustUpdated({ dateUpdated }: Environment, seenAt: Instant | undefined): boolean {
  return dateUpdated === undefined || seenAt === undefined || seenAt - dateUpdated < LABEL_LAG;
}

/** The environment to wait for before planning; `undefined` when the plan can be made from what was seen. */
export function busyEnvironment(
  { operation, versionLabel }: Pick<DeploySettings, 'operation' | 'versionLabel'>,
  { target, creation }: Pick<Snapshot, 'target' | 'creation'>,
): Environment | undefined {
  // Nothing is planned from the state of an environment that is absent.
  if (creation !== undefined || !PLANS_FROM_VERSIONS[operation]) return undefined;
  // Promoted already: what the other side is busy with does not matter any more.
  if (operation === 'promote' && shows(target.environment, versionLabel)) return undefined;
  // Of two sides the idle one is changed, or given the traffic; the swap itself waits for the live one.
  const changed = target.pair === undefined ? target : target.pair.idle;
  return changed === undefined || changed.environment.status === 'Ready' ? undefined : changed.environment;
}

/** Whether a plan can be made from what was seen. */
export const standsStill = (
  settings: Pick<DeploySettings, 'operation' | 'versionLabel'>,
  snapshot: Snapshot,
): boolean => busyEnvironment(settings, snapshot) === undefined && laggingLabels(settings, snapshot).length === 0;
