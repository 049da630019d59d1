/** Which locks a rollout needs, and how the story takes and gives them back. */
import { heldWords, readLock } from '../domain/lock.js';
import type { Plan } from '../domain/plan.js';
import { ActionError } from '../domain/problem.js';
import type { Say } from '../domain/progress.js';
import type { Settings } from '../domain/settings.js';
import { type Milliseconds, seconds } from '../domain/time.js';
import type { Clock } from '../ports/clock.js';
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
  ]);
  return [...new Set([environment.name, ...names])].sort();
}

/** Says in the lock which policy the plan puts back at its end: the next run sees only the one that was set for the rollout. */
export async function noteUnfinished(locks: Pick<Locks, 'note'>, plan: Plan): Promise<void> {
  for (const step of plan.steps) {
    if (step.kind !== 'update' || step.purpose !== 'restore-policy') continue;
    const options = step.options.map(({ name, value }) => `${name}=${value}`);
    const removed = step.removeOptions.map(({ name }) => `${name} unset`);
    const back = [...options, ...removed].join(', ');
    await locks.note(
      step.environment.name,
      `At its end it was to put the policy of ${step.environment.name} back (${back}): look whether the environment has it.`,
    );
  }
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

/** For a dry run, which takes no lock: says who holds it. Whatever cannot be read is no news. */
export async function tellWhoLocks(settings: Settings, cloud: Cloud, say: Say): Promise<void> {
  const { bucket: given, environmentName, lock, region } = settings;
  if (lock === undefined || lock.mode === 'off') return;
  try {
    const bucket = await lockBucketByName(given, region, cloud);
    const found = bucket === undefined ? undefined : await cloud.documents.read(bucket, lockKey(environmentName));
    const document = found === undefined ? undefined : readLock(found.text);
    if (found === undefined || document?.state !== 'held' || found.age >= document.lock.lifetime) return;
    const what = heldWords(environmentName, document.lock, document.lock.lifetime - found.age);
    say({ type: 'notice', text: `${what} A deployment would ${lock.mode === 'fail' ? 'fail' : 'wait for it'}.` });
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
  }
}
