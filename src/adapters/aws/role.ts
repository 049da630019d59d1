/**
 * Credentials of a role, taken anew before they end, so that a rollout may take longer than a session of its role: with an
 * ID token of GitHub (AssumeRoleWithWebIdentity) where the job may ask for one, else with the credentials that are there
 * (AssumeRole).
 */
import { ActionError } from '../../domain/problem.js';
import { type Milliseconds, minutes } from '../../domain/time.js';
import type { Clock } from '../../ports/clock.js';
import type { AwsClients } from './clients.js';
import { diagnose } from './problems.js';

export interface RoleWish {
  /** ARN of the role. */
  readonly arn: string;
  /** Shows in CloudTrail; 2 to 64 characters of `\w+=,.@-` (API reference, AssumeRole). */
  readonly sessionName: string;
}

/** As the SDK's clients take credentials; they ask again before `expiration`. */
export interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export interface RoleParts {
  /** With the credentials that are there, for STS alone. */
  readonly clients: Pick<AwsClients, 'sts'>;
  readonly clock: Clock;
  /** An ID token for AWS; absent where the job may not ask for one. */
  readonly idToken?: () => Promise<string>;
  /** Called with each secret that comes, before anything uses it. */
  readonly mask: (secret: string) => void;
}

/** An hour, which every role allows unless its owner has said less; a session is taken anew long before. */
const DURATION_SECONDS = 3_600;
/** The SDK asks again five minutes before the end. */
const EARLY: Milliseconds = minutes(6);

export function roleCredentials(role: RoleWish, parts: RoleParts): () => Promise<Session> {
  let taken: Session | undefined;
  let taking: Promise<Session> | undefined;
  const left = (): Milliseconds => (taken?.expiration?.getTime() ?? 0) - parts.clock.now();

  const take = async (): Promise<Session> => {
    try {
      taken = await assume(role, parts);
      return taken;
    } catch (error) {
      // Those that are there are good for some minutes yet, in which STS may answer again.
      if (taken !== undefined && left() > 0) return taken;
      throw error;
    } finally {
      taking = undefined;
    }
  };
  return () => {
    if (taken !== undefined && left() > EARLY) return Promise.resolve(taken);
    // All clients share one session.
    taking ??= take();
    return taking;
  };
}

async function assume(role: RoleWish, parts: RoleParts): Promise<Session> {
  const { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand } = await import('@aws-sdk/client-sts');
  const sts = await parts.clients.sts();
  const session = { RoleArn: role.arn, RoleSessionName: role.sessionName, DurationSeconds: DURATION_SECONDS };
  const token = await tokenOf(parts, role);
  const operation = token === undefined ? 'AssumeRole' : 'AssumeRoleWithWebIdentity';
  try {
    const { Credentials: given } =
      token === undefined
        ? await sts.send(new AssumeRoleCommand(session))
        : await sts.send(new AssumeRoleWithWebIdentityCommand({ ...session, WebIdentityToken: token }));
    const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = given ?? {};
    if (accessKeyId === undefined || secretAccessKey === undefined) throw new Error('STS answered without credentials');
    for (const secret of [secretAccessKey, sessionToken ?? '']) parts.mask(secret);
    return {
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
      ...(given?.Expiration === undefined ? {} : { expiration: given.Expiration }),
    };
  } catch (error) {
    const { problem, nature } = diagnose(error, { service: 'sts', operation, mutates: false });
    throw refused(role, problem.what, nature, token === undefined ? WITH_CREDENTIALS : WITH_TOKEN, error);
  }
}

const WITH_TOKEN =
  'Check the ARN, and that the trust policy of the role lets the provider token.actions.githubusercontent.com in for this repository and ref (`sub` and `aud`).';
const WITH_CREDENTIALS =
  'The job has no ID token, so its own credentials were used: give the job `permissions: id-token: write`, or let these credentials assume the role.';

async function tokenOf({ idToken, mask }: RoleParts, role: RoleWish): Promise<string | undefined> {
  if (idToken === undefined) return undefined;
  try {
    const token = await idToken();
    mask(token);
    return token;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw refused(role, `GitHub gave no ID token (${said}).`, 'transient', WITH_TOKEN, error);
  }
}

const refused = (
  { arn }: RoleWish,
  what: string,
  nature: 'transient' | 'permanent',
  hint: string,
  cause: unknown,
): ActionError =>
  new ActionError(
    {
      code: 'role-not-assumed',
      blame: 'you',
      what: `The role ${arn} was not assumed: ${what}`,
      hint,
      input: 'role-to-assume',
    },
    { cause, nature },
  );
