/** Which versions are in use, and the policy that removes old ones (AWS guide, "Application version lifecycle"). */
import { hours, type Milliseconds } from '../../domain/time.js';
import { type Context, recordOf } from '../context.js';
import type { Application, ApplicationVersion } from '../world.js';
import { dropTags } from './tags.js';

/** The policy deletes at most so many versions each time it runs. */
const LIFECYCLE_BATCH = 100;
const DAY: Milliseconds = hours(24);
const TEN_WEEKS: Milliseconds = 70 * DAY;

/** Labels in use with the environments that use them: deployed, being deployed, or last run by an environment that was terminated under ten weeks ago. */
export function labelsInUse(
  context: Context,
  applicationName: string,
  terminatedToo: boolean,
): ReadonlyMap<string, readonly string[]> {
  const inUse = new Map<string, string[]>();
  for (const environment of context.world.environments.values()) {
    if (environment.applicationName !== applicationName) continue;
    if (environment.status === 'Terminated') {
      const long = context.now() - (environment.terminatedAt ?? 0) > TEN_WEEKS;
      if (!terminatedToo || long) continue;
    }
    for (const label of new Set([environment.versionLabel, environment.operation?.change?.versionLabel])) {
      if (label !== undefined) inUse.set(label, [...(inUse.get(label) ?? []), environment.name]);
    }
  }
  return inUse;
}

/** Runs at each creation, after it: AWS guide, "Application version lifecycle". */
export function applyLifecycle(context: Context, application: Application): void {
  const rules = recordOf(application.lifecycle ?? {}, 'VersionLifecycleConfig') ?? {};
  const count = recordOf(rules, 'MaxCountRule');
  const age = recordOf(rules, 'MaxAgeRule');
  const rule = count?.Enabled === true ? count : age?.Enabled === true ? age : undefined;
  if (rule === undefined) return;
  const inUse = labelsInUse(context, application.name, true);
  const oldestFirst = [...application.versions.values()];
  const excess = rule === count ? oldestFirst.length - Number(count?.MaxCount ?? 200) : 0;
  const limit = context.now() - Number(age?.MaxAgeInDays ?? 180) * DAY;
  const doomed = (
    rule === count ? oldestFirst.slice(0, Math.max(0, excess)) : oldestFirst.filter((v) => v.dateCreated < limit)
  )
    // AWS guide: lifecycle policies do not delete versions for Cluster environments.
    .filter((version) => !inUse.has(version.label) && version.processAsked === undefined)
    .slice(0, LIFECYCLE_BATCH);
  for (const version of doomed) removeVersion(context, application, version, rule.DeleteSourceFromS3 === true);
}

/** Removes a version, its tags and, if asked, its bundle. */
export function removeVersion(
  context: Context,
  application: Application,
  version: ApplicationVersion,
  bundleToo: boolean,
): void {
  application.versions.delete(version.label);
  dropTags(context, version.arn);
  if (bundleToo && version.sourceBundle !== undefined) {
    context.objects.remove(version.sourceBundle.bucket, version.sourceBundle.key);
  }
}
