/** Which locks a rollout needs, and how the story takes and gives them back. */
import { heldWords, holderWords, readLock, unfinishedIn } from '../domain/lock.js';
import type { Outcome } from '../domain/outcome.js';
import type { Plan } from '../domain/plan.js';
import { ActionError } from '../domain/problem.js';
import type { Say } from '../domain/progress.js';
import type { Settings } from '../domain/settings.js';
import { type EnvironmentSnapshot, type Snapshot, sidesIn } from '../domain/snapshot.js';
import { standingBefore } from '../domain/standing.js';
import { type Instant, type Milliseconds, seconds } from '../domain/time.js';
import { mergeOwed, owedBy, type Unfinished, type Unproven } from '../domain/unfinished.js';
import type { Clock } from '../ports/clock.js';
import type { RunFacts } from '../ports/host.js';
import type { Cloud, Outside } from '../ports/outside.js';
import { lockBucketByName, lockKey } from './lock-place.js';
import { createLocks, type Locks, runHolder, type SavedLock } from './locks.js';
import { saveLocks } from './saved-locks.js';

/** Not longer, once the runner has asked to stop: the post phase can do it, too. */
const PATIENCE_AFTER_CANCEL: Milliseconds = seconds(0.6);

/** Hears what the post phase would have to give back. */
export type SaveLocks = (locks: readonly SavedLock[]) => void;

export function locksFor(
  settings: Settings,
  outside: Outside,
  cloud: Cloud,
  say: Say,
  cancel: AbortSignal,
  save: SaveLocks = (locks) => saveLocks(outside.host, [{ region: settings.region, locks }]),
): Locks {
  const { host, clock, random } = outside;
  const { bucket, comment, lock, operation } = settings;
  return createLocks({
    ports: { documents: cloud.documents, clock, random },
    say,
    cancel,
    buckets: cloud,
    ...(bucket === undefined ? {} : { bucket }),
    settings: lock ?? { mode: 'off', isAskedFor: false, timeout: 0, expiry: 0 },
    holder: runHolder(host.run, operation),
    reason: comment,
    onPlaces: save,
  });
}

/** Every environment that the plan may change: for two sides, both. */
export function lockedEnvironments({ environment, steps }: Pick<Plan, 'environment' | 'steps'>): readonly string[] {
  const names = steps.flatMap((step) => [
    ...('environment' in step ? [step.environment.name] : []),
    ...('from' in step ? [step.from.name] : []),
    ...('to' in step ? [step.to.name] : []),
    ...('live' in step ? [step.live.name] : []),
    ...('stable' in step ? [step.stable.name, step.canary.name] : []),
  ]);
  return [...new Set([environment.name, ...names])].sort();
}

/**
 * Says in the locks what is on its way, and which settings the plan puts back at its end: the next run sees only what was
 * set for the rollout. What an earlier run has left stays written until it is done.
 */
export async function noteUnfinished(
  locks: Pick<Locks, 'note' | 'unfinished'>,
  plan: Plan,
  snapshot: Snapshot,
  now: Noting,
): Promise<void> {
  if (plan.unchanged !== undefined) return;
  const before = locks.unfinished();
  const { target } = snapshot;
  const known = sidesIn(target);
  for (const environment of lockedEnvironments(plan)) {
    const seen = known.find((one) => one.environment.name === environment);
    const earlier = before.find((one) => one.environment === environment);
    const owed = mergeOwed(earlier?.owed ?? [], owedBy(plan, environment, seen));
    const label = labelFor(plan, environment);
    if (owed.length === 0 && label === undefined && earlier === undefined) continue;
    const { at: since, run } = now;
    const by = holderWords({ holder: runHolder(run, plan.operation), takenAt: since });
    // No way back deploys anything to a side that has no traffic.
    const isAlone = seen !== undefined && seen.pair === undefined && target.pair === undefined;
    const own =
      isAlone && label !== undefined ? { versionLabel: label, before: standingBefore(seen, label) } : undefined;
    const unproven = label === undefined ? earlier?.unproven : own;
    const what = {
      ...(label === undefined ? {} : { versionLabel: label }),
      ...(unproven === undefined ? {} : { unproven }),
    };
    await locks.note({ environment, owed, since, by, ...what });
  }
}

export interface Noting {
  readonly at: Instant;
  readonly run: RunFacts;
}

/** The version that the plan brings to this environment; the way back brings the one from before. */
function labelFor({ steps }: Plan, environment: string): string | undefined {
  for (const step of steps) {
    const brings = step.kind === 'update' || step.kind === 'create' || step.kind === 'create-environment';
    if (brings && step.environment.name === environment && step.versionLabel !== undefined) return step.versionLabel;
  }
  return undefined;
}

/** After an ending that left nothing undone, the locks say so; after any other one they keep what is written. */
export function settleUnfinished(
  locks: Pick<Locks, 'forget'>,
  plan: Plan,
  { target }: Snapshot,
  outcome: Outcome,
): void {
  const environments = lockedEnvironments(plan);
  const { state, restored, stillRunning } = outcome;
  if (state === 'succeeded' || state === 'unchanged' || restored === 'yes') {
    locks.forget(environments);
    return;
  }
  if (state !== 'started' && stillRunning.length > 0) return;
  // Nothing runs, or what was begun on purpose and is not waited for; what was to be put back, or proven, still is.
  const isAsFound = state !== 'started' && restored === 'not-needed';
  locks.forget(environments, ({ versionLabel: _, unproven: brought, ...rest }) => {
    const unproven = isAsFound && rest.environment === target.environment.name ? unprovenAsFound(target) : brought;
    if (unproven !== undefined) return { ...rest, unproven };
    return rest.owed.length === 0 ? undefined : rest;
  });
}

/** What an earlier run has left without a proof is still there. */
function unprovenAsFound({ environment, former }: EnvironmentSnapshot): Unproven | undefined {
  const { versionLabel } = environment;
  if (former === undefined || versionLabel === undefined) return undefined;
  const { by: _, ...before } = former;
  return { versionLabel, before };
}

/** At the end of a run, however it ends. When the runner has asked to stop, only for a moment. */
export async function giveBackLocks(locks: Pick<Locks, 'release'>, clock: Clock, cancel: AbortSignal): Promise<void> {
  const done = new AbortController();
  const released = locks.release().finally(() => done.abort());
  await Promise.race([released, graceAfter(cancel, clock, done.signal)]);
}

async function graceAfter(cancel: AbortSignal, clock: Clock, done: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    if (cancel.aborted) resolve();
    cancel.addEventListener('abort', () => resolve(), { once: true });
    done.addEventListener('abort', () => resolve(), { once: true });
  });
  await clock.sleep(PATIENCE_AFTER_CANCEL, done);
}

/**
 * For a dry run, which takes no lock: says who holds it, and answers what is written in it as undone. Whatever cannot be
 * read is no news.
 */
export async function tellWhoLocks(settings: Settings, cloud: Cloud, say: Say): Promise<readonly Unfinished[]> {
  const { bucket: given, environmentName, lock, region } = settings;
  if (lock === undefined || lock.mode === 'off') return [];
  try {
    const bucket = await lockBucketByName(given, region, cloud);
    const found = bucket === undefined ? undefined : await cloud.documents.read(bucket, lockKey(environmentName));
    const document = found === undefined ? undefined : readLock(found.text);
    const unfinished = unfinishedIn(document);
    const left = unfinished === undefined ? [] : [unfinished];
    if (found === undefined || document?.state !== 'held' || found.age >= document.lock.lifetime) return left;
    const what = heldWords(environmentName, document.lock, document.lock.lifetime - found.age);
    say({ type: 'notice', text: `${what} A deployment would ${lock.mode === 'fail' ? 'fail' : 'wait for it'}.` });
    // Of a run that lives nothing is left undone yet.
    return [];
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return [];
  }
}
