/** When there is nothing to do: proven by what every instance says, not by the environment's label alone. */
import { acceptedOn, healthIn, tasteOfHealth } from '../domain/accepted-health.js';
import type { Proof } from '../domain/outcome.js';
import type { AcceptedHealth, DeploySettings } from '../domain/settings.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import { standingBefore } from '../domain/standing.js';
import type { Change } from '../domain/strategy.js';
import type { ApplicationVersion } from '../domain/version.js';

export interface Unchanged {
  /** A clause. */
  readonly reason: string;
  readonly proof: Proof;
}

/** `undefined` when the rollout has to take place. "Cannot tell" means that it has to. */
export function whyUnchanged(
  change: Change,
  settings: Pick<DeploySettings, 'acceptHealth'>,
  target: EnvironmentSnapshot,
  running?: ApplicationVersion,
): Unchanged | undefined {
  if (change.options.length + change.removeOptions.length > 0) return undefined;
  const { version } = change;
  // Settings are the environment's: no instance is asked for them.
  if (version === undefined) return { reason: 'every option and variable has its value already', proof: 'environment' };
  // A bundle that has yet to become a version cannot be running; one whose object is gone has to be uploaded again.
  if (version.kind !== 'existing' && !(version.kind === 'bundle' && version.reuse.version && version.reuse.object)) {
    return undefined;
  }
  const { environment, instances, draft } = target;
  if (environment.versionLabel !== version.label || environment.status !== 'Ready') return undefined;
  if (draft !== undefined || !accepts(settings.acceptHealth, target, version.label)) return undefined;
  if (environment.tier === 'Cluster') return unchangedPods(version.label, running);
  const reports = instances?.instances ?? [];
  const ids = new Set(reports.map((one) => one.deployment?.id));
  const everywhere = reports.every(
    ({ deployment }) => deployment?.versionLabel === version.label && deployment.status === 'Deployed',
  );
  if (reports.length === 0 || !everywhere || ids.size !== 1) return undefined;
  const all = reports.length === 1 ? 'the only instance runs' : `all ${reports.length} instances run`;
  const health = environment.healthStatus === undefined ? '' : `, health is ${environment.healthStatus}`;
  return { reason: `${all} ${version.label} already${health}, and no option differs`, proof: 'instances' };
}

/** No pod can be asked: the label has to do, and only an image that is named by its digest is the same for ever. */
function unchangedPods(label: string, running: ApplicationVersion | undefined): Unchanged | undefined {
  if (running?.label !== label || running.image?.includes('@sha256:') !== true) return undefined;
  return {
    reason: `the environment is Ready on ${label} already, whose image is named by its digest, and no option differs`,
    proof: 'environment',
  };
}

function accepts(accepted: AcceptedHealth, target: EnvironmentSnapshot, label: string): boolean {
  const { environment, former } = target;
  // Nothing is worse than itself; a run that was not proven may have made it worse.
  if (accepted.kind === 'not-worse' && former === undefined) return true;
  const before = standingBefore(target, label);
  return tasteOfHealth(acceptedOn(environment.tier, accepted), healthIn(environment), before) === 'good';
}
