/**
 * The locks of one rollout: one for each environment that it may change, taken before the environment is looked at and
 * given back on every ending.
 *
 *     locks.take(names)     in the order of their names, so that two runs never wait for each other
 *     locks.extend(names)   once the plan is known; `moved` when it had to wait, so what was seen before is old
 *     locks.release()
 */
import type { Lock, LockHolder } from '../domain/lock.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { LockSettings } from '../domain/settings.js';
import type { Unfinished } from '../domain/unfinished.js';
import type { RunFacts } from '../ports/host.js';
import type { HeldLock } from './held-lock.js';
import { holdLock } from './held-lock.js';
import { type BucketPorts, type LockContext, type LockPlace, lockBucket, lockKey } from './lock-place.js';
import { takeLock } from './take.js';

export type Locked =
  | { readonly locked: 'yes'; readonly moved: boolean }
  | { readonly locked: 'refused'; readonly problem: Problem }
  | { readonly locked: 'cancelled' };

export interface LocksRequest extends LockContext {
  readonly buckets: BucketPorts;
  readonly bucket?: string;
  readonly settings: LockSettings;
  readonly holder: LockHolder;
  readonly reason: string;
  /** Hears what the post phase would have to give back, before it is taken; `[]` when nothing is left. */
  readonly onPlaces: (places: readonly SavedLock[]) => void;
}

/** Enough to give a lock back in another process. */
export interface SavedLock {
  readonly place: LockPlace;
  readonly nonce: string;
}

export interface Locks {
  take(environments: readonly string[]): Promise<Locked>;
  extend(environments: readonly string[]): Promise<Locked>;
  /** What is written in the held locks as undone. */
  unfinished(): readonly Unfinished[];
  note(unfinished: Unfinished): Promise<void>;
  /** Of these environments nothing is left undone, or only what `rest` makes of it. */
  forget(environments: readonly string[], rest?: (unfinished: Unfinished) => Unfinished | undefined): void;
  release(): Promise<void>;
}

export function createLocks(request: LocksRequest): Locks {
  const { settings, say } = request;
  const nonce = request.ports.random.uuid();
  let held: readonly HeldLock[] = [];
  let isOff = settings.mode === 'off';
  let bucket: string | undefined = request.bucket;

  const saved = (places: readonly LockPlace[]): readonly SavedLock[] => places.map((place) => ({ place, nonce }));

  const takeOne = async (place: LockPlace, timeout: number): Promise<Locked | 'held'> => {
    request.onPlaces(saved([...held.map((one) => one.place), place]));
    const taken = await takeLock({ ...request, place, timeout, wish: wishOf(request, nonce) });
    switch (taken.taken) {
      case 'taken':
        held = [...held, holdLock(request, place, taken.lock, taken.etag)];
        return { locked: 'yes', moved: false };
      case 'cancelled':
        return { locked: 'cancelled' };
      case 'held':
        return timeout === 0 && settings.mode === 'wait'
          ? 'held'
          : { locked: 'refused', problem: lockedProblem(taken.what, settings) };
      case 'unavailable':
        return unavailable(taken.problem);
    }
  };

  /** Without a lock the service and `on-busy` still keep two rollouts apart, less politely. */
  const unavailable = (problem: Problem): Locked => {
    if (settings.isAskedFor) return { locked: 'refused', problem };
    isOff = true;
    say({ type: 'warning', problem: unlockedProblem(problem) });
    return { locked: 'yes', moved: false };
  };

  const take = async (environments: readonly string[]): Promise<Locked> => {
    try {
      for (const environment of [...new Set(environments)].sort()) {
        if (isOff) break;
        bucket ??= await lockBucket(undefined, request.buckets);
        const place = { bucket, key: lockKey(environment), environment };
        const end = await takeOne(place, settings.mode === 'fail' ? 0 : Math.max(1, settings.timeout));
        if (end !== 'held' && end.locked !== 'yes') return end;
      }
      return { locked: 'yes', moved: false };
    } catch (error) {
      if (request.cancel.aborted) return { locked: 'cancelled' };
      if (!(error instanceof ActionError)) throw error;
      return unavailable(error.problem);
    }
  };

  const release = async (): Promise<void> => {
    const had = held;
    held = [];
    await Promise.all(had.map((one) => one.release()));
    request.onPlaces([]);
  };

  return {
    take,
    release,
    unfinished: () => held.flatMap((one) => one.unfinished() ?? []),
    note: async (unfinished) => {
      const own = held.filter(({ place }) => place.environment === unfinished.environment);
      await Promise.all(own.map((one) => one.note(unfinished)));
    },
    forget: (environments, rest = () => undefined) => {
      for (const one of held) {
        const left = one.unfinished();
        if (left !== undefined && environments.includes(one.place.environment)) one.forget(rest(left));
      }
    },
    extend: async (environments) => {
      const names = held.map(({ place }) => place.environment);
      const more = [...new Set(environments)].filter((name) => !names.includes(name)).sort();
      for (const environment of more) {
        if (isOff || bucket === undefined) break;
        const end = await takeOne({ bucket, key: lockKey(environment), environment }, 0);
        if (end === 'held') {
          // Holding one lock while waiting for another, two runs could wait for each other for ever.
          await release();
          const again = await take([...names, ...more]);
          return again.locked === 'yes' ? { locked: 'yes', moved: true } : again;
        }
        if (end.locked !== 'yes') return end;
      }
      return { locked: 'yes', moved: false };
    },
  };
}

function wishOf({ ports, settings, holder, reason }: LocksRequest, nonce: string): Lock {
  const takenAt = ports.clock.now();
  return { nonce, holder, reason, takenAt, expiresAt: takenAt + settings.expiry, lifetime: settings.expiry };
}

export function runHolder(run: RunFacts, operation: string, kind: LockHolder['kind'] = 'run'): LockHolder {
  const { repository, runId, runAttempt, actor, serverUrl } = run;
  const isKnown = repository !== undefined && runId !== undefined;
  return {
    kind,
    operation,
    ...(repository === undefined ? {} : { repository }),
    ...(runId === undefined ? {} : { runId }),
    ...(runAttempt === undefined ? {} : { runAttempt }),
    ...(actor === undefined ? {} : { actor }),
    ...(isKnown ? { run: `${serverUrl ?? 'https://github.com'}/${repository}/actions/runs/${runId}` } : {}),
  };
}

export const lockedProblem = (what: string, settings: Pick<LockSettings, 'mode'>): Problem => ({
  code: 'environment-locked',
  blame: 'you',
  what,
  hint:
    settings.mode === 'fail'
      ? 'Run the job again when the lock is free, or set `deploy-lock: wait`.'
      : 'Run the job again when the lock is free, or give it more time with `lock-timeout`; a lock that a person left is removed with `operation: unlock`.',
});

const unlockedProblem = (problem: Problem): Problem => ({
  ...problem,
  what: `The deploy lock could not be taken, so this run goes on without one: ${problem.what}`,
  hint: `${problem.hint} To do without the lock for good, set \`deploy-lock: off\`.`,
});
