/** The access keys that the simulated endpoint knows: fixed ones for tests, and temporary ones that the simulated STS gave out. */
import type { Instant } from '../../domain/time.js';
import type { Random } from '../../ports/random.js';

/** A key that always works. They are no secrets: they open nothing but the simulator. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The keys that work when no others are given; `npm run simulator` prints the first one as `export` lines. */
export const DEFAULT_ACCESS_KEYS: readonly [AccessKey, ...AccessKey[]] = [
  { accessKeyId: 'AKIASIMULATOR0000001', secretAccessKey: 'simulator/secret/access/key/of/no/value0' },
  { accessKeyId: 'test', secretAccessKey: 'test' },
];

/** Temporary credentials of a role. */
export interface RoleCredentials extends AccessKey {
  readonly sessionToken: string;
  readonly expiration: Instant;
  readonly identity: Identity;
}

/** Who calls. */
export interface Identity {
  readonly userId: string;
  readonly arn: string;
}

/** What is known about an access key id. */
export interface KnownKey extends AccessKey {
  readonly identity: Identity;
  /** Set for temporary credentials: the token that must come with them, and when they end. */
  readonly session?: { readonly token: string; readonly expiration: Instant };
}

export interface Credentials {
  find(accessKeyId: string): KnownKey | undefined;
  /** Gives out temporary credentials for an assumed role. */
  issue(identity: Identity, expiration: Instant): RoleCredentials;
}

/** Old temporary credentials are forgotten beyond this number, so that a long run stays small. */
const MAX_SESSIONS = 10_000;

export function createCredentials(keys: readonly AccessKey[], accountId: string, random: Random): Credentials {
  const known = new Map<string, KnownKey>();
  for (const key of keys) {
    const identity = { userId: key.accessKeyId, arn: `arn:aws:iam::${accountId}:user/simulator` };
    known.set(key.accessKeyId, { ...key, identity });
  }
  const issued: string[] = [];
  const letters = (): string => random.uuid().replaceAll('-', '').toUpperCase();
  return {
    find: (accessKeyId) => known.get(accessKeyId),
    issue: (identity, expiration) => {
      const accessKeyId = `ASIA${letters().slice(0, 16)}`;
      const secretAccessKey = `${letters()}${letters()}`.slice(0, 40);
      const token = `Simulator//////////${letters()}${letters()}${letters()}`;
      known.set(accessKeyId, { accessKeyId, secretAccessKey, identity, session: { token, expiration } });
      issued.push(accessKeyId);
      if (issued.length > MAX_SESSIONS) known.delete(issued.shift() ?? '');
      return { accessKeyId, secretAccessKey, sessionToken: token, expiration, identity };
    },
  };
}
