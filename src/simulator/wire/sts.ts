/** The simulated STS: who am I, and temporary credentials of a role that really end. */
import * as sdk from '@aws-sdk/client-sts';
import type { Instant } from '../../domain/time.js';
import type { Random } from '../../ports/random.js';
import { ServiceError } from '../service-error.js';
import type { Credentials, Identity, RoleCredentials } from './credentials.js';
import { createQueryService, type QueryCall } from './query-service.js';
import { operationsOf } from './schema.js';
import type { Service } from './service.js';

const OPERATIONS = operationsOf(sdk);

export interface StsOptions {
  readonly credentials: Credentials;
  readonly accountId: string;
  readonly random: Random;
  /** The clock by which temporary credentials end. */
  credentialNow(): Instant;
}

/** AWS reference: role sessions last an hour unless `DurationSeconds` (900 to 43,200) says otherwise. */
const DEFAULT_DURATION = 3_600;

function duration(input: QueryCall['input']): number {
  const asked = input.DurationSeconds ?? DEFAULT_DURATION;
  const length = Number(asked);
  if (length >= 900 && length <= 43_200) return length;
  const rule = length < 900 ? 'greater than or equal to 900' : 'less than or equal to 43200';
  throw new ServiceError(
    'ValidationError',
    `1 validation error detected: Value '${asked}' at 'durationSeconds' failed to satisfy constraint: Member must have value ${rule}`,
  );
}

function assume(options: StsOptions, input: QueryCall['input']): Readonly<Record<string, unknown>> {
  const roleArn = String(input.RoleArn);
  const sessionName = String(input.RoleSessionName);
  const role = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(roleArn);
  if (role === null) throw new ServiceError('ValidationError', `${roleArn} is invalid`);
  if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) {
    throw new ServiceError(
      'ValidationError',
      `1 validation error detected: Value '${sessionName}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*`,
    );
  }
  const [, account = '', name = ''] = role;
  const roleId = `AROA${options.random.uuid().replaceAll('-', '').toUpperCase().slice(0, 17)}:${sessionName}`;
  const identity: Identity = { userId: roleId, arn: `arn:aws:sts::${account}:assumed-role/${name}/${sessionName}` };
  const expiration = options.credentialNow() + duration(input) * 1_000;
  return {
    Credentials: credentialMembers(options.credentials.issue(identity, expiration)),
    AssumedRoleUser: { AssumedRoleId: roleId, Arn: identity.arn },
    PackedPolicySize: 0,
  };
}

const credentialMembers = (issued: RoleCredentials): Readonly<Record<string, unknown>> => ({
  AccessKeyId: issued.accessKeyId,
  SecretAccessKey: issued.secretAccessKey,
  SessionToken: issued.sessionToken,
  Expiration: new Date(Math.floor(issued.expiration / 1_000) * 1_000),
});

/** ID tokens are judged by their shape only: three base64url parts, the second a JSON object. */
function claims(token: string): Readonly<Record<string, unknown>> {
  const invalid = new ServiceError(
    'InvalidIdentityToken',
    'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
  );
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) throw invalid;
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (typeof payload === 'object' && payload !== null) return payload as Readonly<Record<string, unknown>>;
  } catch {
    throw invalid;
  }
  throw invalid;
}

function assumeWithWebIdentity(options: StsOptions, input: QueryCall['input']): Readonly<Record<string, unknown>> {
  const token = claims(String(input.WebIdentityToken));
  return {
    ...assume(options, input),
    SubjectFromWebIdentityToken: String(token.sub ?? 'simulator'),
    Audience: String(token.aud ?? 'sts.amazonaws.com'),
    Provider: String(token.iss ?? 'simulator').replace(/^https:\/\//, ''),
  };
}

function perform(options: StsOptions, call: QueryCall): Readonly<Record<string, unknown>> {
  switch (call.operation.name) {
    case 'GetCallerIdentity':
      return { UserId: call.identity?.userId, Account: options.accountId, Arn: call.identity?.arn };
    case 'AssumeRole':
      return assume(options, call.input);
    case 'AssumeRoleWithWebIdentity':
      return assumeWithWebIdentity(options, call.input);
    default:
      throw new ServiceError('NotImplemented', `The simulator does not know sts:${call.operation.name}.`, 501);
  }
}

/** Creates the service that credential scopes call `sts`. */
export function createStsService(options: StsOptions): Service {
  return createQueryService({
    name: 'sts',
    version: '2011-06-15',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    operations: OPERATIONS,
    anonymousActions: ['AssumeRoleWithWebIdentity'],
    secretMembers: ['WebIdentityToken'],
    perform: (call) => perform(options, call),
  });
}

/** Whether an unsigned request is meant for STS, by the action it names. */
export function isStsAction(action: string): boolean {
  return OPERATIONS.has(action);
}
