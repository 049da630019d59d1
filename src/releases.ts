/** Reads what is known of earlier versions: for a rollback its target, for a deployment what becomes of old ones. Changes nothing. */
import type { EnvironmentEvent } from './domain/event.js';
import type { Plan, VersionSource } from './domain/plan.js';
import { ActionError, type Problem } from './domain/problem.js';
import { type Release, releasesOf } from './domain/releases.js';
import type { DeploySettings } from './domain/settings.js';
import type { Snapshot } from './domain/snapshot.js';
import { labelBefore } from './domain/standing.js';
import type { Instant } from './domain/time.js';
import type { ApplicationVersion, VersionLifecycle } from './domain/version.js';
import { atRisk } from './operations/lifecycle.js';
import { candidatesOf, chooseRelease, type RollbackQuestion } from './operations/rollback.js';
import type { Cloud } from './ports/outside.js';
import { prunable } from './rollout/prune.js';
import { readReleases } from './rollout/record.js';
import { meaningOf } from './watch/meanings.js';

type Reading = Pick<Cloud, 'beanstalk' | 'store' | 'documents'>;

export type RollbackResolution =
  | {
      readonly kind: 'target';
      readonly version: VersionSource;
      readonly existing?: ApplicationVersion;
      readonly said: readonly string[];
      readonly candidates: NonNullable<Plan['candidates']>;
    }
  /** In a dry run the candidates are worth more than the refusal. */
  | { readonly kind: 'unclear'; readonly problem: Problem; readonly candidates: NonNullable<Plan['candidates']> };

/** Throws `ActionError` when versions or the record cannot be read. */
export async function resolveRollback(
  settings: DeploySettings,
  snapshot: Snapshot,
  cloud: Reading,
): Promise<RollbackResolution> {
  const { target } = snapshot;
  const [versions, bucket] = await Promise.all([
    cloud.beanstalk.versions(settings.application),
    settings.bucket ?? cloud.beanstalk.storageBucket(),
  ]);
  const releases = await recorded(settings, snapshot, bucket, cloud);
  const question: RollbackQuestion = {
    toVersion: settings.toVersion ?? 'previous',
    target,
    releases,
    versions,
    bundles: new Map(),
    toldByEvents: toldBy(target.recentEvents),
  };
  const likely = candidatesOf(question);
  const asked = settings.toVersion === undefined ? [] : [settings.toVersion];
  const bundles = await findBundles([...asked, ...likely.map(({ label }) => label)], versions, cloud);
  const known = { ...question, bundles };
  const candidates = candidatesOf(known);
  const answer = chooseRelease(known);
  if (answer.kind === 'unclear') return { kind: 'unclear', problem: answer.problem, candidates };
  const existing = versions.find(({ label }) => label === answer.label);
  return {
    kind: 'target',
    version: { kind: 'existing', label: answer.label },
    said: answer.said,
    candidates,
    ...(existing === undefined ? {} : { existing }),
  };
}

/**
 * Newest first. Of two environments that take turns both records count, also when one side was terminated meanwhile, or was
 * created anew since: each proved its versions for the same users.
 */
async function recorded(
  { application }: DeploySettings,
  { target: { environment, pair } }: Snapshot,
  bucket: string,
  { documents }: Reading,
): Promise<readonly Release[]> {
  const read = async (name: string) => (await readReleases(documents, bucket, application, name)).record;
  if (pair === undefined) return releasesOf(await read(environment.name), environment.id);
  const records = await Promise.all([read(environment.name), read(pair.idleName)]);
  return records.flatMap(({ releases }) => releases).sort((left, right) => right.at - left.at);
}

function toldBy(events: readonly EnvironmentEvent[]): readonly string[] {
  return events.flatMap(({ message, versionLabel }) => {
    const meaning = meaningOf(message);
    const endedWell = meaning?.kind === 'version-deployed' || meaning?.kind === 'completed';
    return endedWell && versionLabel !== undefined ? [versionLabel] : [];
  });
}

/** Whether the bundles are there; a label is missing where nobody could tell. */
async function findBundles(
  labels: readonly string[],
  versions: readonly ApplicationVersion[],
  { store }: Reading,
): Promise<ReadonlyMap<string, boolean>> {
  const found = await Promise.all(
    [...new Set(labels)].map(async (label): Promise<readonly (readonly [string, boolean])[]> => {
      const { bundle, image } = versions.find((one) => one.label === label) ?? {};
      // What pods run is the image; the bundle that it was built from may be gone.
      if (image !== undefined) return [[label, true]];
      if (bundle === undefined) return [];
      try {
        return [[label, (await store.head(bundle.bucket, bundle.key)) !== undefined]];
      } catch (error) {
        if (!(error instanceof ActionError)) throw error;
        return [];
      }
    }),
  );
  return new Map(found.flat());
}

/** What the plan says of old versions: which would be pruned, and whether the way back is in danger. Never fails a plan. */
export async function oldVersions(
  settings: DeploySettings,
  plan: Plan,
  snapshot: Snapshot,
  cloud: Reading,
): Promise<Pick<Plan, 'warnings' | 'prune'>> {
  const label = plan.versionLabel;
  if (label === undefined || plan.unchanged !== undefined) return { warnings: plan.warnings };
  const now = snapshot.takenAt;
  const [risk, pruning] = await Promise.all([
    orNothing(() => lifecycleRisk(settings, snapshot, label, now, cloud)),
    settings.pruneVersions === undefined
      ? undefined
      : plannedPruning(settings, settings.pruneVersions, label, now, cloud),
  ]);
  return {
    warnings: [...plan.warnings, ...(risk ?? []), ...(pruning?.gap === undefined ? [] : [pruning.gap])],
    ...(pruning?.labels === undefined ? {} : { prune: pruning.labels }),
  };
}

async function lifecycleRisk(
  settings: DeploySettings,
  snapshot: Snapshot,
  next: string,
  now: Instant,
  { beanstalk }: Reading,
): Promise<readonly string[]> {
  const way = labelBefore(snapshot, next);
  if (way === undefined || way === next) return [];
  const lifecycle: VersionLifecycle | undefined = await beanstalk.versionLifecycle(settings.application);
  if (lifecycle === undefined) return [];
  return atRisk({ lifecycle, versions: await beanstalk.versions(settings.application), way, now });
}

async function plannedPruning(
  settings: DeploySettings,
  keep: number,
  current: string,
  createdAt: Instant,
  { beanstalk, documents }: Reading,
): Promise<{ readonly labels?: readonly string[]; readonly gap?: string }> {
  try {
    const { application } = settings;
    const bucket = settings.bucket ?? (await beanstalk.storageBucket());
    const going = await prunable({ application, bucket, keep, current, createdAt }, { beanstalk, documents });
    return { labels: going.map(({ label }) => label) };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { gap: `Which versions could be pruned cannot be told: ${error.problem.what}` };
  }
}

/** A warning is not worth a permission. */
async function orNothing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return undefined;
  }
}
