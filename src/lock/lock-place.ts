/** Where the lock of an environment is kept, and what is needed to reach it. */
import type { Say } from '../domain/progress.js';
import type { Milliseconds } from '../domain/time.js';
import type { Beanstalk } from '../ports/beanstalk.js';
import type { Clock } from '../ports/clock.js';
import type { Documents } from '../ports/documents.js';
import type { Identity } from '../ports/identity.js';
import type { Random } from '../ports/random.js';

export interface LockPorts {
  readonly documents: Documents;
  readonly clock: Clock;
  readonly random: Random;
}

export interface BucketPorts {
  readonly beanstalk: Pick<Beanstalk, 'storageBucket'>;
  readonly identity: Identity;
}

export interface LockPlace {
  readonly bucket: string;
  readonly key: string;
  readonly environment: string;
}

/** What every work on a lock needs. */
export interface LockContext {
  readonly ports: LockPorts;
  readonly say: Say;
  readonly cancel: AbortSignal;
}

/** First pace of whoever waits for a lock, then a slower one. */
export const PACE: { readonly first: Milliseconds; readonly later: Milliseconds } = { first: 5_000, later: 15_000 };

/**
 * One lock for each environment, beside the bundles. Names of environments are unique in a region and have only letters,
 * digits and hyphens; a bucket is in one region.
 */
export const lockKey = (environment: string): string => `beanstalk-rollout/locks/${environment}.json`;

/** The bucket that locks are kept in. Throws `ActionError`. */
export async function lockBucket(bucket: string | undefined, { beanstalk }: BucketPorts): Promise<string> {
  return bucket ?? (await beanstalk.storageBucket());
}

/** The same without a call that could create it: by its documented name; `undefined` when the account is unknown. */
export async function lockBucketByName(
  bucket: string | undefined,
  region: string,
  { identity }: BucketPorts,
): Promise<string | undefined> {
  if (bucket !== undefined) return bucket;
  const caller = await identity.caller();
  return caller === undefined ? undefined : `elasticbeanstalk-${region}-${caller.account}`;
}
