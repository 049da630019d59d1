/** A lock that this run holds: renewed in the background while the run lives, and given back at its end. */
import { freed, holderWords, type Lock, lockText, readLock, renewed, unfinishedIn } from '../domain/lock.js';
import { ActionError } from '../domain/problem.js';
import { type Milliseconds, seconds } from '../domain/time.js';
import type { Unfinished } from '../domain/unfinished.js';
import type { LockContext, LockPlace, LockPorts } from './lock-place.js';

export interface HeldLock {
  readonly place: LockPlace;
  readonly lock: Lock;
  /** Left undone by this run, were it to die now, or by one before it. */
  unfinished(): Unfinished | undefined;
  /** Writes into the lock what a death of this run would leave undone. Never fails. */
  note(unfinished: Unfinished): Promise<void>;
  /** It is done after all, or only this is left of it; written when the lock is given back. */
  forget(rest?: Unfinished): void;
  /** Ends the renewing and gives the lock back, unless somebody else has it by now. Never fails; says what went wrong. */
  release(): Promise<void>;
}

/** A lock is renewed twice in its lifetime; a renewal that fails is tried again every few seconds of the other half. */
const RENEWALS = 2;
const TRIES = 4;

/** `etag`: of the lock as it was taken, when that is known: who wrote last need not read before the next write. */
export function holdLock(context: LockContext, place: LockPlace, taken: Lock, etag?: string): HeldLock {
  const { ports, say } = context;
  const stop = new AbortController();
  let lock = taken;
  const written: Written = { etag };
  const renewing = keepRenewing(context, place, () => lock, written, stop.signal);
  return {
    place,
    lock,
    unfinished: () => lock.unfinished,
    forget: (rest) => {
      const { unfinished: _, ...others } = lock;
      lock = rest === undefined ? others : { ...others, unfinished: rest };
    },
    note: async (unfinished) => {
      lock = { ...lock, unfinished };
      await renewOnce(ports, place, lock, written);
    },
    release: async () => {
      stop.abort();
      await renewing;
      const end = await giveBack(ports, place, lock.nonce, { unfinished: lock.unfinished, etag: written.etag });
      if (end !== 'released' && end !== 'not-ours')
        say({ type: 'notice', text: notReleased(place, lock, end.because) });
    },
  };
}

const notReleased = (place: LockPlace, lock: Lock, because: string): string =>
  `The lock of ${place.environment} could not be given back (${because.replace(/\.$/, '')}); it ends by itself ${Math.round(lock.lifetime / 1_000)}s after it was renewed last.`;

async function keepRenewing(
  context: LockContext,
  place: LockPlace,
  lock: () => Lock,
  written: Written,
  stop: AbortSignal,
): Promise<void> {
  const { ports, say } = context;
  const usual = lock().lifetime / RENEWALS;
  let pause: Milliseconds = usual;
  let failures = 0;
  while (!stop.aborted) {
    await ports.clock.sleep(pause, stop);
    if (stop.aborted) return;
    const end = await renewOnce(ports, place, lock(), written);
    if (stop.aborted) return;
    switch (end.renewal) {
      case 'renewed':
        failures = 0;
        pause = usual;
        continue;
      case 'failed':
        if (failures === 0)
          say({ type: 'notice', text: `The lock of ${place.environment} could not be renewed: ${end.because}` });
        // Soon at first, because the lock runs out; a permission that is gone does not come back by asking for it.
        pause = Math.min(usual, seconds(10) * 2 ** failures);
        failures += 1;
        continue;
      case 'lost':
        say({ type: 'warning', problem: lostProblem(place, end.to) });
        return;
    }
  }
}

type Renewal =
  | { readonly renewal: 'renewed' }
  | { readonly renewal: 'failed'; readonly because: string }
  | { readonly renewal: 'lost'; readonly to: Lock | undefined };

/** What is known of the newest content of the lock; nothing after an answer that was lost. */
interface Written {
  etag: string | undefined;
}

/** One call as a rule: only when somebody else has written meanwhile, or an answer was lost, it is read again. */
async function renewOnce(
  { documents, clock }: LockPorts,
  place: LockPlace,
  lock: Lock,
  last: Written,
): Promise<Renewal> {
  const { bucket, key } = place;
  const onWritten = (etag: string): void => {
    last.etag = etag;
  };
  try {
    const text = (): string => lockText({ state: 'held', lock: renewed(lock, clock.now()) });
    const { etag } = last;
    last.etag = undefined;
    if (etag !== undefined) {
      const written = await documents.write({ bucket, key, text: text(), replaces: etag, onWritten });
      if (written === 'written') return { renewal: 'renewed' };
    }
    const found = await documents.read(bucket, key);
    const document = found === undefined ? undefined : readLock(found.text);
    const now = document?.state === 'held' ? document.lock : undefined;
    if (found === undefined || now?.nonce !== lock.nonce) return { renewal: 'lost', to: now };
    const written = await documents.write({ bucket, key, text: text(), replaces: found.etag, onWritten });
    return written === 'written' ? { renewal: 'renewed' } : { renewal: 'failed', because: 'it was written meanwhile.' };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { renewal: 'failed', because: error.problem.what };
  }
}

const lostProblem = ({ environment }: LockPlace, to: Lock | undefined) =>
  ({
    code: 'lock-lost',
    blame: 'you',
    what: `The lock of ${environment} is no longer held by this run: ${
      to === undefined ? 'somebody removed it' : `${holderWords(to)} has it now`
    }.`,
    hint: 'The rollout goes on, since half of it would be worse. Another run may begin beside it: watch the environment.',
  }) as const;

export type GivenBack = 'released' | 'not-ours' | { readonly because: string };

export interface Leaving {
  readonly unfinished: Unfinished | undefined;
  /** Of the content with the nonce, when that is known. */
  readonly etag: string | undefined;
}

/** Gives a lock back when it has this nonce. Without `leaving` what is written in it as undone stays. */
export async function giveBack(
  { documents, clock }: LockPorts,
  place: LockPlace,
  nonce: string,
  leaving?: Leaving,
): Promise<GivenBack> {
  const { bucket, key } = place;
  let because = 'it was written by others again and again';
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await clock.sleep(seconds(0.25));
    try {
      if (tries === 0 && leaving?.etag !== undefined) {
        const text = lockText(freed(leaving.unfinished));
        if ((await documents.write({ bucket, key, text, replaces: leaving.etag })) === 'written') return 'released';
      }
      const found = await documents.read(bucket, key);
      const document = found === undefined ? undefined : readLock(found.text);
      if (found === undefined || document?.state !== 'held' || document.lock.nonce !== nonce) return 'not-ours';
      const text = lockText(freed(leaving === undefined ? unfinishedIn(document) : leaving.unfinished));
      if ((await documents.write({ bucket, key, text, replaces: found.etag })) === 'written') return 'released';
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      because = error.problem.what;
      if (!error.answerLost && error.nature === 'permanent') break;
    }
  }
  return { because };
}
