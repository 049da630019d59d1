/** From what is there to what shall be done: makes and checks the bundle, asks the service about options. Changes nothing. */
import { resolveVersion } from './bundle/resolve.js';
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

/** Throws `ActionError` when AWS or the disk cannot be asked. */
export async function prepare({ settings, snapshot, outside, cloud, say }: PrepareRequest): Promise<Planned> {
  const { temporary } = outside.host.run;
  const ports = { ...outside, ...cloud, temporary, archives: await outside.archives() };
  const resolved = await resolveVersion(settings, ports, say);
  if (!resolved.ok) return { kind: 'refused', problems: resolved.problems };
  const version = resolved.source === undefined ? {} : { version: resolved.source };
  const { options, removeOptions } = deployChange({ settings, snapshot, ...version });
  const { application, environmentName } = settings;
  const validation = await cloud.beanstalk.validate(application, environmentName, options, removeOptions);
  return OPERATIONS[settings.operation].plan({ settings, snapshot, validation, ...version });
}
