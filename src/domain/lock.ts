/** The deploy lock of an environment: who holds it, why, until when, and who may take it. Pure. */
import { isObject, parsedJson } from './json.js';
import { formatDuration, type Instant, type Milliseconds } from './time.js';
import { readUnfinished, type Unfinished, unfinishedWords, writtenUnfinished } from './unfinished.js';

/** `run`: a rollout, which renews its lock while it lives; `person`: somebody who wants nothing deployed for a while. */
export type LockKind = 'run' | 'person';

/** All of it foreign text to whoever reads it. */
export interface LockHolder {
  readonly kind: LockKind;
  /** What it holds the lock for: `deploy`, `rollback`, `lock`, … */
  readonly operation: string;
  readonly repository?: string;
  readonly runId?: string;
  readonly runAttempt?: number;
  /** Page of the run. */
  readonly run?: string;
  readonly actor?: string;
}

export interface Lock {
  /** Tells this taking of the lock from every other one, also when the answer to the call for it was lost. */
  readonly nonce: string;
  readonly holder: LockHolder;
  readonly reason: string;
  /** What the run, or one before it, will have left undone when it dies. */
  readonly unfinished?: Unfinished;
  /** By the holder's clock, for people. */
  readonly takenAt: Instant;
  /** By the holder's clock, for people; what counts is `lifetime` since the object was last written. */
  readonly expiresAt: Instant;
  readonly lifetime: Milliseconds;
}

/** The document in S3. It stays when the lock is released, so that no permission to delete is needed. */
export type LockDocument =
  | { readonly state: 'free'; readonly unfinished?: Unfinished }
  | { readonly state: 'held'; readonly lock: Lock };

/** What was left undone by whoever had the lock. */
export function unfinishedIn(document: LockDocument | undefined): Unfinished | undefined {
  return document?.state === 'held' ? document.lock.unfinished : document?.unfinished;
}

export const freed = (unfinished: Unfinished | undefined): LockDocument =>
  unfinished === undefined ? { state: 'free' } : { state: 'free', unfinished };

/** A document as it was read. */
export interface SeenLock {
  readonly text: string;
  /** Since it was last written, by the clock of S3 alone. */
  readonly age: Milliseconds;
  /** So long this very content has been looked at: proof of its age whatever S3's dates say. */
  readonly watchedFor: Milliseconds;
}

export type TakeoverCause = 'expired' | 'earlier-attempt' | 'same-person';

export type LockDecision =
  /** It is the lock that is wished for: an earlier call for it arrived although its answer did not. */
  | { readonly decision: 'ours' }
  | { readonly decision: 'free' }
  | { readonly decision: 'take-over'; readonly from: Lock; readonly because: TakeoverCause }
  | { readonly decision: 'held'; readonly by: Lock; readonly remaining: Milliseconds }
  /** Not written by this action, or by a later release of it. */
  | { readonly decision: 'unreadable' };

export function decideLock(seen: SeenLock | undefined, wish: Pick<Lock, 'nonce' | 'holder'>): LockDecision {
  if (seen === undefined) return { decision: 'free' };
  const document = readLock(seen.text);
  if (document === undefined) return { decision: 'unreadable' };
  if (document.state === 'free') return { decision: 'free' };
  const { lock } = document;
  if (lock.nonce === wish.nonce) return { decision: 'ours' };
  const remaining = lock.lifetime - Math.max(seen.age, seen.watchedFor);
  if (remaining <= 0) return { decision: 'take-over', from: lock, because: 'expired' };
  if (isEarlierAttempt(lock.holder, wish.holder)) {
    return { decision: 'take-over', from: lock, because: 'earlier-attempt' };
  }
  if (isSamePerson(lock.holder, wish.holder)) return { decision: 'take-over', from: lock, because: 'same-person' };
  return { decision: 'held', by: lock, remaining };
}

/** GitHub starts an attempt of a run only when the one before it has ended ("Re-running workflows and jobs"). */
function isEarlierAttempt(before: LockHolder, now: LockHolder): boolean {
  return (
    before.kind === 'run' &&
    now.kind === 'run' &&
    before.runId !== undefined &&
    before.runId === now.runId &&
    before.repository === now.repository &&
    before.runAttempt !== undefined &&
    now.runAttempt !== undefined &&
    before.runAttempt < now.runAttempt
  );
}

/** Whoever locks twice means to change the reason or the time. */
const isSamePerson = (before: LockHolder, now: LockHolder): boolean =>
  before.kind === 'person' && now.kind === 'person' && before.actor !== undefined && before.actor === now.actor;

export const renewed = (lock: Lock, now: Instant): Lock => ({ ...lock, expiresAt: now + lock.lifetime });

/** A noun phrase: who it is, and since when. Foreign text. */
export function holderWords({ holder, takenAt }: Pick<Lock, 'holder' | 'takenAt'>): string {
  const { actor, repository, run, runId, runAttempt, operation } = holder;
  const since = `since ${new Date(takenAt).toISOString()}`;
  if (holder.kind === 'person') {
    return `${actor ?? 'somebody'} (operation: ${operation}, ${since}${run === undefined ? '' : `, ${run}`})`;
  }
  if (runId === undefined) return `a run outside GitHub Actions (${operation}, ${since})`;
  const attempt = runAttempt === undefined || runAttempt === 1 ? '' : `, attempt ${runAttempt}`;
  const by = actor === undefined ? '' : ` of ${actor}`;
  return `run ${runId}${attempt}${by} in ${repository ?? 'some repository'} (${operation}, ${since}${run === undefined ? '' : `, ${run}`})`;
}

/** A sentence about a lock that stands in the way. Foreign text. */
export function heldWords(environment: string, lock: Lock, remaining: Milliseconds): string {
  const reason = lock.reason === '' ? '' : ` Reason: ${lock.reason.replace(/[.\s]+$/, '')}.`;
  const until =
    lock.holder.kind === 'person'
      ? ` It ends by itself in ${formatDuration(remaining)}.`
      : ` It ends by itself in ${formatDuration(remaining)} unless its run renews it.`;
  return `The deploy lock of ${environment} is held by ${holderWords(lock)}.${reason}${until}`;
}

/** A sentence about a lock that was taken from somebody. Foreign text. */
export function takeoverWords(environment: string, from: Lock, because: TakeoverCause): string {
  const lock = `the deploy lock of ${environment} from ${holderWords(from)}`;
  const left = from.unfinished === undefined ? '' : ` ${unfinishedWords(from.unfinished)}`;
  switch (because) {
    case 'expired':
      return from.holder.kind === 'person'
        ? `Took ${lock}: its time is over.`
        : `Took over ${lock}: it was not renewed for ${formatDuration(from.lifetime)}, so that run is dead.${left}`;
    case 'earlier-attempt':
      return `Took over ${lock}: this run is a later attempt of the same one.${left}`;
    case 'same-person':
      return `Replaced ${lock}, which is the same person.`;
  }
}

const SCHEMA = 1;

export function lockText(document: LockDocument): string {
  const left = unfinishedIn(document);
  const unfinished = left === undefined ? {} : { unfinished: writtenUnfinished(left) };
  if (document.state === 'free') return `${JSON.stringify({ schema: SCHEMA, state: 'free', ...unfinished })}\n`;
  const { lock } = document;
  const iso = (at: Instant): string => new Date(at).toISOString();
  const shown = { ...lock, ...unfinished, takenAt: iso(lock.takenAt), expiresAt: iso(lock.expiresAt) };
  return `${JSON.stringify({ schema: SCHEMA, state: 'held', lock: shown }, null, 1)}\n`;
}

/** Reads what `lockText` has written; `undefined` for anything else, which is then neither overwritten nor believed. */
export function readLock(text: string): LockDocument | undefined {
  const found = parsedJson(text);
  if (!isObject(found) || found.schema !== SCHEMA) return undefined;
  if (found.state === 'free') return freed(readUnfinished(found.unfinished));
  const lock = isObject(found.lock) ? lockOf(found.lock) : undefined;
  return lock === undefined || found.state !== 'held' ? undefined : { state: 'held', lock };
}

function lockOf(entry: Readonly<Record<string, unknown>>): Lock | undefined {
  const { nonce, reason, lifetime } = entry;
  const [takenAt, expiresAt] = [instantOf(entry.takenAt), instantOf(entry.expiresAt)];
  const holder = isObject(entry.holder) ? holderOf(entry.holder) : undefined;
  if (typeof nonce !== 'string' || nonce === '' || holder === undefined) return undefined;
  if (takenAt === undefined || expiresAt === undefined) return undefined;
  if (typeof lifetime !== 'number' || !Number.isFinite(lifetime) || lifetime <= 0) return undefined;
  const said = typeof reason === 'string' ? reason : '';
  const unfinished = readUnfinished(entry.unfinished);
  const left = unfinished === undefined ? {} : { unfinished };
  return { nonce, holder, reason: said, ...left, takenAt, expiresAt, lifetime };
}

function holderOf(entry: Readonly<Record<string, unknown>>): LockHolder | undefined {
  const { kind, operation, runAttempt } = entry;
  if ((kind !== 'run' && kind !== 'person') || typeof operation !== 'string') return undefined;
  const texts = ['repository', 'runId', 'run', 'actor'] as const;
  const more = Object.fromEntries(
    texts.flatMap((name) => (typeof entry[name] === 'string' ? [[name, entry[name]]] : [])),
  );
  return { kind, operation, ...more, ...(typeof runAttempt === 'number' ? { runAttempt } : {}) };
}

function instantOf(value: unknown): Instant | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}
