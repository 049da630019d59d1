/** From what is there to what shall be done: makes and checks the bundle, asks the service about options. Changes nothing. */
import { resolveVersion, versionProblems } from './bundle/resolve.js';
import type { VersionSource } from './domain/plan.js';
import type { Say } from './domain/progress.js';
import type { Settings } from './domain/settings.js';
import type { Snapshot } from './domain/snapshot.js';
import { deployChange } from './operations/deploy.js';
import { OPERATIONS } from './operations/index.js';
import type { Planned } from './operations/operation.js';
import type { Cloud, Outside } from './ports/outside.js';

export interface PrepareRequest {
  readonly settings: Settings;
  readonly snapshot: Snapshot;
  readonly outside: Outside;
  readonly cloud: Cloud;
  readonly say: Say;
}

/**
 * What needs no bundle is asked first, because making one may take minutes; when that refuses the run already, the bundle
 * is only looked at, so that all problems are told together. Throws `ActionError` when AWS or the disk cannot be asked.
 */
export async function prepare({ settings, snapshot, outside, cloud, say }: PrepareRequest): Promise<Planned> {
  const { operation, application, environmentName } = settings;
  const { options, removeOptions } = deployChange({ settings, snapshot });
  const validation = await cloud.beanstalk.validate(application, environmentName, options, removeOptions);
  const { plan, refuses } = OPERATIONS[operation];
  const early = refuses({ settings, snapshot, validation });
  const { temporary } = outside.host.run;
  const ports = { ...outside, ...cloud, temporary, archives: await outside.archives() };
  if (early.length > 0) {
    const problems = [...early, ...(await versionProblems(settings, ports, say))];
    const refused = plan({ settings, snapshot, validation, ...unmade(settings) });
    return refused.kind === 'refused' ? { ...refused, problems } : { kind: 'refused', problems };
  }
  const resolved = await resolveVersion(settings, ports, say);
  if (!resolved.ok) return { kind: 'refused', problems: resolved.problems };
  const version = resolved.source === undefined ? {} : { version: resolved.source };
  return plan({ settings, snapshot, validation, ...version });
}

/** Stands for the version that would be deployed, where only it matters that there would be one. */
function unmade({ bundle, versionLabel }: Settings): { readonly version?: VersionSource } {
  return bundle === undefined ? {} : { version: { kind: 'existing', label: versionLabel ?? 'the bundle' } };
}
