/** Whether the application's own lifecycle rule would delete the version that a way back needs. Pure. */
import { hours, type Instant } from '../domain/time.js';
import type { ApplicationVersion, VersionLifecycle } from '../domain/version.js';

export interface LifecycleQuestion {
  readonly lifecycle: VersionLifecycle;
  readonly versions: readonly ApplicationVersion[];
  /** The version that runs now: no longer in use, and so no longer spared, once the next one is deployed. */
  readonly way: string;
  readonly now: Instant;
}

const DAY = hours(24);

/** The rule runs whenever a version is created, and spares only versions in use (AWS guide, "Application version lifecycle"). */
export function atRisk({ lifecycle, versions, way, now }: LifecycleQuestion): readonly string[] {
  const { maxCount, maxAgeDays } = lifecycle;
  const version = versions.find(({ label }) => label === way);
  const created = version?.dateCreated;
  if (created === undefined) return [];
  const newer = versions.filter(({ dateCreated }) => (dateCreated ?? 0) > created).length;
  // The one of this run, and the next one after it.
  const isBeyond = maxCount !== undefined && newer + 2 >= maxCount;
  const isOld = maxAgeDays !== undefined && now - created >= (maxAgeDays - 1) * DAY;
  if (!isBeyond && !isOld) return [];
  const rule = isBeyond ? `keeps ${maxCount} versions` : `deletes versions after ${maxAgeDays} days`;
  return [
    `The lifecycle policy of the application ${rule}: it may delete ${way}, the way back from this deployment, as soon as ${way} is not in use any more.`,
  ];
}
