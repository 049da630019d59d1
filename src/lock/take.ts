/** Takes a lock, waiting for it when somebody else holds it. A lost answer is looked up, never guessed. */
import {
  decideLock,
  heldWords,
  type Lock,
  type LockDecision,
  lockText,
  readLock,
  type SeenLock,
  takeoverWords,
  unfinishedIn,
} from '../domain/lock.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { type Instant, type Milliseconds, seconds } from '../domain/time.js';
import type { StoredDocument } from '../ports/documents.js';
import { type LockContext, type LockPlace, PACE } from './lock-place.js';

export type Taken =
  /** `etag`: of the lock as it was written; absent when the answer to that was lost. */
  | { readonly taken: 'taken'; readonly lock: Lock; readonly from?: Lock; readonly etag?: string }
  /** Somebody else holds it, and the time to wait is over. `what`: a sentence, foreign text. */
  | { readonly taken: 'held'; readonly by: Lock; readonly what: string; readonly waited: Milliseconds }
  /** It could be neither taken nor refused: a permission is missing, or S3 does not answer. */
  | { readonly taken: 'unavailable'; readonly problem: Problem }
  | { readonly taken: 'cancelled' };

export interface TakeRequest extends LockContext {
  readonly place: LockPlace;
  readonly wish: Lock;
  /** How long to wait for somebody else; 0: not at all. */
  readonly timeout: Milliseconds;
}

const SAID_EVERY: Milliseconds = seconds(30);
const LOST_AT_MOST = 4;

/** What one look has found, and since when the very same content is known. */
interface Look {
  readonly found: StoredDocument | undefined;
  readonly since: Instant;
  /** The lock may not be read; that also happens where there is none (without `s3:ListBucket` S3 says 403 for 404). */
  readonly unreadable?: Problem;
}

export async function takeLock(request: TakeRequest): Promise<Taken> {
  const { clock } = request.ports;
  const startedAt = clock.now();
  const told = waitingLines(request, startedAt);
  let look: Look | undefined;
  let etag: string | undefined;
  try {
    for (let lost = 0; ; ) {
      if (request.cancel.aborted) return { taken: 'cancelled' };
      look = await lookAt(request, look);
      const decision = decideLock(seenOf(look, clock.now()), request.wish);
      switch (decision.decision) {
        case 'ours':
          return taken(request, undefined, look, look.found?.etag);
        case 'unreadable':
          return { taken: 'unavailable', problem: notALock(request.place) };
        case 'held': {
          const waited = clock.now() - startedAt;
          const what = heldWords(request.place.environment, decision.by, decision.remaining);
          if (waited >= request.timeout) return { taken: 'held', by: decision.by, what, waited };
          told(what);
          await clock.sleep(pause(waited, request.timeout, decision.remaining), request.cancel);
          break;
        }
        case 'free':
        case 'take-over': {
          const written = await write(request, look, (now) => {
            etag = now;
          });
          if (written === 'written') return taken(request, decision, look, etag);
          if (written === 'conflict' && look.unreadable !== undefined) {
            return { taken: 'unavailable', problem: look.unreadable };
          }
          if (written === 'lost') lost += 1;
          if (lost >= LOST_AT_MOST) return { taken: 'unavailable', problem: unanswered(request.place) };
          await clock.sleep(seconds(1), request.cancel);
        }
      }
    }
  } catch (error) {
    if (request.cancel.aborted) return { taken: 'cancelled' };
    if (!(error instanceof ActionError)) throw error;
    return { taken: 'unavailable', problem: error.problem };
  }
}

function taken(
  { place, say, wish }: TakeRequest,
  decision: LockDecision | undefined,
  { found }: Look,
  etag: string | undefined,
): Taken {
  const mine = { taken: 'taken', lock: inheriting(wish, found), ...(etag === undefined ? {} : { etag }) } as const;
  if (decision?.decision !== 'take-over') return mine;
  say({ type: 'notice', text: takeoverWords(place.environment, decision.from, decision.because) });
  return { ...mine, from: decision.from };
}

/** What the one before has left undone stays written, until it is done. */
function inheriting(wish: Lock, found: StoredDocument | undefined): Lock {
  const unfinished = found === undefined ? undefined : unfinishedIn(readLock(found.text));
  return unfinished === undefined ? wish : { ...wish, unfinished };
}

async function lookAt({ ports, place }: TakeRequest, before: Look | undefined): Promise<Look> {
  const { documents, clock } = ports;
  try {
    const found = await documents.read(place.bucket, place.key);
    const isSame = before !== undefined && found !== undefined && before.found?.text === found.text;
    return { found, since: isSame ? before.since : clock.now() };
  } catch (error) {
    if (!(error instanceof ActionError) || error.problem.code !== 'permission-denied') throw error;
    return { found: undefined, since: clock.now(), unreadable: error.problem };
  }
}

const seenOf = ({ found, since }: Look, now: Instant): SeenLock | undefined =>
  found === undefined ? undefined : { text: found.text, age: found.age, watchedFor: now - since };

async function write(
  { ports, place, wish }: TakeRequest,
  { found }: Look,
  onWritten: (etag: string) => void,
): Promise<'written' | 'conflict' | 'lost'> {
  const { bucket, key } = place;
  const text = lockText({ state: 'held', lock: inheriting(wish, found) });
  try {
    const replaces = found === undefined ? {} : { replaces: found.etag };
    return await ports.documents.write({ bucket, key, text, onWritten, ...replaces });
  } catch (error) {
    if (error instanceof ActionError && error.answerLost) return 'lost';
    throw error;
  }
}

/** At the latest when the lock ends by itself, and when the time to wait does. */
function pause(waited: Milliseconds, timeout: Milliseconds, remaining: Milliseconds): Milliseconds {
  const pace = waited < seconds(60) ? PACE.first : PACE.later;
  return Math.max(250, Math.min(pace, timeout - waited, remaining));
}

/** Says who holds the lock: at once, when that changes, and every half minute. */
function waitingLines({ say, ports, place }: TakeRequest, startedAt: Instant): (what: string) => void {
  let holder = '';
  let saidAt = Number.NEGATIVE_INFINITY;
  return (what) => {
    const now = ports.clock.now();
    const who = what.split(' It ends by itself')[0] ?? what;
    if (who === holder && now - saidAt < SAID_EVERY) return;
    holder = who;
    saidAt = now;
    const waited = Math.round((now - startedAt) / 1_000);
    say({ type: 'notice', text: `Waiting for the lock of ${place.environment} (${waited}s so far). ${what}` });
  };
}

const notALock = ({ bucket, key }: LockPlace): Problem => ({
  code: 'lock-unreadable',
  blame: 'you',
  what: `The object ${key} in the bucket ${bucket} is no lock that this release of the action can read.`,
  hint: 'Use one release of the action for an environment, or delete the object.',
});

const unanswered = ({ bucket, key }: LockPlace): Problem => ({
  code: 'lock-unreadable',
  blame: 'aws',
  what: `S3 did not answer when the lock ${key} was to be written to the bucket ${bucket}.`,
  hint: 'Run the job again.',
});
