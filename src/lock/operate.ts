/** `operation: lock` and `operation: unlock`: a person keeps deployments away from an environment for a while. */
import { planned, refused } from '../domain/endings.js';
import { freed, heldWords, holderWords, type Lock, lockText, readLock } from '../domain/lock.js';
import type { Outcome } from '../domain/outcome.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { LockOperationSettings } from '../domain/settings.js';
import { formatDuration, seconds } from '../domain/time.js';
import type { RunFacts } from '../ports/host.js';
import {
  type BucketPorts,
  type LockContext,
  type LockPlace,
  lockBucket,
  lockBucketByName,
  lockKey,
} from './lock-place.js';
import { lockedProblem, runHolder } from './locks.js';
import { takeLock } from './take.js';

export interface OperateRequest extends LockContext {
  readonly buckets: BucketPorts;
  readonly settings: LockOperationSettings;
  readonly run: RunFacts;
}

const DONE = { proof: 'none', restored: 'not-needed', stillRunning: [] } as const;
const TRIES = 4;

/** Throws `ActionError` when AWS cannot be asked. */
export async function operateLock(request: OperateRequest): Promise<Outcome> {
  const { settings, buckets } = request;
  const { environmentName: environment, region } = settings;
  const bucket = settings.dryRun
    ? await lockBucketByName(settings.bucket, region, buckets)
    : await lockBucket(settings.bucket, buckets);
  if (bucket === undefined) return refused([noBucket()]);
  const place = { bucket, key: lockKey(environment), environment };
  if (settings.dryRun) return foretell(request, place);
  return settings.operation === 'lock' ? lock(request, place) : unlock(request, place);
}

async function lock(request: OperateRequest, place: LockPlace): Promise<Outcome> {
  const { settings, ports, run } = request;
  const takenAt = ports.clock.now();
  const { expiry, mode, timeout } = settings.lock;
  const wish: Lock = {
    nonce: ports.random.uuid(),
    holder: runHolder(run, 'lock', 'person'),
    reason: settings.comment,
    takenAt,
    expiresAt: takenAt + expiry,
    lifetime: expiry,
  };
  const taken = await takeLock({ ...request, place, wish, timeout: mode === 'fail' ? 0 : timeout });
  switch (taken.taken) {
    case 'taken': {
      const until = `for ${formatDuration(expiry)}, until ${new Date(takenAt + expiry).toISOString()}`;
      const reason = `${place.environment} is locked ${until}; \`operation: unlock\` ends it sooner.`;
      return { ...DONE, state: 'succeeded', reason };
    }
    case 'held':
      return refused([lockedProblem(taken.what, settings.lock)]);
    case 'unavailable':
      return refused([taken.problem]);
    case 'cancelled':
      return { ...DONE, state: 'cancelled', reason: 'Stopped on request before anything was locked.' };
  }
}

type Present = { readonly lock: Lock; readonly remaining: number; readonly etag: string };

async function presentLock({ ports }: OperateRequest, place: LockPlace): Promise<Present | undefined> {
  const found = await ports.documents.read(place.bucket, place.key);
  const document = found === undefined ? undefined : readLock(found.text);
  if (found === undefined || document?.state !== 'held') return undefined;
  const { lock } = document;
  return { lock, remaining: lock.lifetime - found.age, etag: found.etag };
}

const isFree = (environment: string): Outcome => ({
  ...DONE,
  state: 'unchanged',
  reason: `Nobody holds the deploy lock of ${environment}.`,
});

async function unlock(request: OperateRequest, place: LockPlace): Promise<Outcome> {
  const { ports } = request;
  const { bucket, key, environment } = place;
  let removed: Lock | undefined;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await ports.clock.sleep(seconds(1), request.cancel);
    const present = await presentLock(request, place);
    // Gone after a lost answer: it was this run that removed it.
    if (present === undefined) return removed === undefined ? isFree(environment) : unlocked(environment, removed);
    if (removed !== undefined && removed.nonce !== present.lock.nonce) return unlocked(environment, removed);
    try {
      const text = lockText(freed(present.lock.unfinished));
      const written = await ports.documents.write({ bucket, key, text, replaces: present.etag });
      if (written === 'written') return unlocked(environment, present.lock);
    } catch (error) {
      if (!(error instanceof ActionError) || !error.answerLost) throw error;
      removed = present.lock;
    }
  }
  return refused([changing(place)]);
}

function unlocked(environment: string, lock: Lock): Outcome {
  const why = lock.reason === '' ? '' : ` Its reason was: ${lock.reason}`;
  const alive =
    lock.holder.kind === 'run' ? ' If that run still lives, it goes on; a second one may now begin beside it.' : '';
  return {
    ...DONE,
    state: 'succeeded',
    reason: `Removed the deploy lock of ${environment} that ${holderWords(lock)} held.${alive}${why}`,
  };
}

/** What would be done. Reads only. */
async function foretell(request: OperateRequest, place: LockPlace): Promise<Outcome> {
  const { settings } = request;
  const { environment } = place;
  const present = await presentLock(request, place);
  const now =
    present === undefined
      ? `Nobody holds the deploy lock of ${environment}.`
      : present.remaining <= 0
        ? `The deploy lock of ${environment} has run out; ${holderWords(present.lock)} held it.`
        : heldWords(environment, present.lock, present.remaining);
  const then =
    settings.operation === 'lock'
      ? `It would be locked for ${formatDuration(settings.lock.expiry)}${present !== undefined && present.remaining > 0 ? ' as soon as it is free' : ''}.`
      : present === undefined
        ? 'Nothing would be done.'
        : 'It would be removed.';
  return { ...planned({ unchanged: `${now} ${then} Nothing was changed (dry run).` }) };
}

const noBucket = (): Problem => ({
  code: 'lock-unreadable',
  blame: 'you',
  what: 'The account of the credentials is unknown, so the name of the bucket that holds the locks is, too.',
  hint: 'Give the bucket with s3-bucket-name.',
});

const changing = ({ environment }: LockPlace): Problem => ({
  code: 'lock-unreadable',
  blame: 'aws',
  what: `The lock of ${environment} was written by others again and again while it was to be removed.`,
  hint: 'Run the job again.',
});
