/** From what is there to what shall be done: makes and checks the bundle, asks the service about options. Changes nothing. */
import { type Resolution, resolveVersion } from './bundle/resolve.js';
import type { CreationFacts } from './domain/creation.js';
import type { Say } from './domain/progress.js';
import type { Settings } from './domain/settings.js';
import type { Snapshot } from './domain/snapshot.js';
import { planCreation } from './operations/create-environment.js';
import { deployChange } from './operations/deploy.js';
import { OPERATIONS } from './operations/index.js';
import type { Planned } from './operations/operation.js';
import { planTermination } from './operations/terminate.js';
import type { Beanstalk } from './ports/beanstalk.js';
import type { Cloud, Outside } from './ports/outside.js';
import type { RollbackResolution } from './releases.js';

export interface PrepareRequest {
  readonly settings: Settings;
  readonly snapshot: Snapshot;
  readonly outside: Outside;
  readonly cloud: Cloud;
  readonly say: Say;
}

/** Throws `ActionError` when AWS or the disk cannot be asked. */
export async function prepare({ settings, snapshot, outside, cloud, say }: PrepareRequest): Promise<Planned> {
  const back = settings.operation === 'rollback' ? await goingBack(settings, snapshot, cloud, say) : undefined;
  if (back?.kind === 'unclear') return { kind: 'refused', problems: [back.problem] };
  if (settings.operation === 'terminate') return planTermination({ settings, snapshot });
  const { temporary } = outside.host.run;
  const ports = { ...outside, ...cloud, temporary, archives: await outside.archives() };
  const resolved =
    back === undefined ? await resolveVersion(settings, withoutVersions(ports, snapshot), say) : found(back);
  if (!resolved.ok) return { kind: 'refused', problems: resolved.problems };
  const version = resolved.source === undefined ? {} : { version: resolved.source };
  if (snapshot.creation !== undefined) return prepareCreation(settings, snapshot.creation, resolved);
  const { options, removeOptions } = deployChange({ settings, snapshot, ...version });
  const { application, environmentName } = settings;
  const validation = await cloud.beanstalk.validate(application, environmentName, options, removeOptions);
  const made = OPERATIONS[settings.operation].plan({ settings, snapshot, validation, ...version });
  if (made.kind === 'refused') return made;
  const { oldVersions } = await import('./releases.js');
  const old = await oldVersions(settings, made.plan, snapshot, cloud);
  const candidates = back === undefined ? {} : { candidates: back.candidates };
  return { kind: 'plan', plan: { ...made.plan, ...old, ...candidates } };
}

/** Which version a rollback means; the candidates are told when somebody has to choose. */
async function goingBack(
  settings: PrepareRequest['settings'],
  snapshot: Snapshot,
  cloud: Cloud,
  say: Say,
): Promise<RollbackResolution> {
  const { resolveRollback } = await import('./releases.js');
  const back = await resolveRollback(settings, snapshot, cloud);
  if (back.kind === 'unclear' || settings.dryRun) say({ type: 'candidates', candidates: back.candidates });
  if (back.kind === 'target') for (const text of back.said) say({ type: 'notice', text });
  return back;
}

const found = (back: Extract<RollbackResolution, { readonly kind: 'target' }>): Resolution => ({
  ok: true,
  source: back.version,
  ...(back.existing === undefined ? {} : { existing: back.existing }),
});

function prepareCreation(
  settings: PrepareRequest['settings'],
  facts: CreationFacts,
  resolved: Extract<Resolution, { readonly ok: true }>,
): Planned {
  const { creation: wish } = settings;
  if (wish === undefined) throw new Error('a creation that was not asked for');
  return planCreation({
    settings,
    wish,
    facts,
    ...(resolved.source === undefined ? {} : { version: resolved.source }),
  });
}

/** An application that does not exist yet has no versions, which the service would say as a refusal. */
function withoutVersions<P extends { readonly beanstalk: Beanstalk }>(
  ports: P,
  { creation }: Snapshot,
): Omit<P, 'beanstalk'> & { readonly beanstalk: Pick<Beanstalk, 'version' | 'storageBucket'> } {
  if (creation === undefined || creation.applicationExists) return ports;
  const storageBucket = (): Promise<string> => ports.beanstalk.storageBucket();
  return { ...ports, beanstalk: { version: () => Promise.resolve(undefined), storageBucket } };
}
