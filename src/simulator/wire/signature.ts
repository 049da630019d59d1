/** Checks AWS Signature Version 4, in the header or in the query (presigned), by signing again with the known secret. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import { HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Instant } from '../../domain/time.js';
import type { Credentials, Identity, KnownKey } from './credentials.js';
import { type Address, parameter, type WireRequest } from './http.js';

/** What is wrong with a request's credentials. Each service words it in its own way. */
export type SignatureProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'malformed'; readonly detail: string }
  | { readonly kind: 'unknown-key'; readonly accessKeyId: string }
  | { readonly kind: 'mismatch' }
  /** `signedAt` is more than fifteen minutes away from the service's clock. */
  | { readonly kind: 'skewed'; readonly signedAt: Instant }
  | { readonly kind: 'presigned-expired'; readonly expiredAt: Instant }
  | { readonly kind: 'wrong-region'; readonly region: string }
  | { readonly kind: 'wrong-token' }
  | { readonly kind: 'expired-token' };

export type SignatureCheck =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly problem: SignatureProblem };

/** The parts of a signature as sent. */
export interface SentSignature {
  readonly accessKeyId: string;
  readonly day: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `YYYYMMDDTHHMMSSZ`. */
  readonly date: string;
  readonly token: string | undefined;
  /** Seconds; set for presigned requests. */
  readonly expires?: number;
}

/** AWS reference: requests must reach AWS within fifteen minutes of their time stamp. */
const ALLOWED_SKEW = 15 * 60_000;

/** `@smithy/signature-v4` wants a hash class; Node's own is many times quicker than a script. */
class NodeSha256 {
  readonly #hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    const key = secret === undefined || typeof secret === 'string' ? secret : Buffer.from(viewOf(secret));
    this.#hash = key === undefined ? createHash('sha256') : createHmac('sha256', key);
  }
  update(data: Uint8Array): void {
    this.#hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

const viewOf = (data: ArrayBuffer | ArrayBufferView): Uint8Array =>
  ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);

/** What S3 says to signatures of version 2, which `aws s3 presign` of the first AWS CLI still makes. */
export const VERSION_2 = 'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.';

/** Reads what the request says about its signature; a text says what is wrong with it; `undefined`: not signed. */
export function sentSignature(request: WireRequest, address: Address): SentSignature | string | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined) return headerSignature(request, authorization);
  if (parameter(address, 'X-Amz-Algorithm') === undefined) {
    return parameter(address, 'AWSAccessKeyId') === undefined ? undefined : VERSION_2;
  }
  const credential = scopeOf(parameter(address, 'X-Amz-Credential') ?? '');
  const expires = Number(parameter(address, 'X-Amz-Expires') ?? Number.NaN);
  const signature = parameter(address, 'X-Amz-Signature');
  const date = parameter(address, 'X-Amz-Date');
  if (credential === undefined || signature === undefined || date === undefined || !Number.isFinite(expires)) {
    return 'Query-string authentication requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.';
  }
  const signedHeaders = (parameter(address, 'X-Amz-SignedHeaders') ?? '').split(';');
  return { ...credential, signedHeaders, signature, date, expires, token: parameter(address, 'X-Amz-Security-Token') };
}

function headerSignature(request: WireRequest, authorization: string): SentSignature | string {
  const [algorithm, ...rest] = authorization.split(' ');
  if (algorithm !== 'AWS4-HMAC-SHA256') return `Unsupported authorization type: ${algorithm}.`;
  const fields = new Map(
    rest
      .join(' ')
      .split(',')
      .map((field): [string, string] => {
        const cut = field.indexOf('=');
        return [field.slice(0, cut).trim(), field.slice(cut + 1).trim()];
      }),
  );
  const date = request.headers['x-amz-date'];
  const missing = ['Credential', 'SignedHeaders', 'Signature'].filter((name) => !fields.has(name));
  const credential = scopeOf(fields.get('Credential') ?? '');
  if (missing.length > 0 || date === undefined) {
    const needs = missing.map((name) => `Authorization header requires '${name}' parameter.`);
    if (date === undefined)
      needs.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    return `${needs.join(' ')} Authorization=${algorithm}`;
  }
  if (credential === undefined)
    return `Credential must have exactly 5 slash-delimited elements, got '${fields.get('Credential')}'`;
  return {
    ...credential,
    signedHeaders: (fields.get('SignedHeaders') ?? '').split(';'),
    signature: fields.get('Signature') ?? '',
    date,
    token: request.headers['x-amz-security-token'],
  };
}

function scopeOf(credential: string): Pick<SentSignature, 'accessKeyId' | 'day' | 'region' | 'service'> | undefined {
  const parts = credential.split('/');
  const [accessKeyId, day, region, service, end] = parts;
  if (!accessKeyId || !day || !region || !service || end !== 'aws4_request' || parts.length !== 5) return undefined;
  return { accessKeyId, day, region, service };
}

/** `20261121T093000Z` as an instant; `NaN` when it is none. */
const instantOf = (date: string): Instant =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

export interface SignatureRules {
  readonly credentials: Credentials;
  /** The clock that signatures are dated by: the wall's, also when the simulated service runs faster. */
  readonly wallNow: Instant;
  /** The clock by which temporary credentials end. */
  readonly credentialNow: Instant;
  readonly regions: readonly string[];
}

/** Checks a signature. `payload` is the whole body for Query services, `undefined` for S3, which signs its hash header. */
export async function checkSignature(
  request: WireRequest,
  address: Address,
  sent: SentSignature | string | undefined,
  payload: Uint8Array | undefined,
  rules: SignatureRules,
): Promise<SignatureCheck> {
  const refuse = (problem: SignatureProblem): SignatureCheck => ({ ok: false, problem });
  if (sent === undefined) return refuse({ kind: 'missing' });
  if (typeof sent === 'string') return refuse({ kind: 'malformed', detail: sent });
  const signedAt = instantOf(sent.date);
  if (Number.isNaN(signedAt) || !sent.date.startsWith(sent.day)) {
    return refuse({
      kind: 'malformed',
      detail: `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date: '${sent.date}'`,
    });
  }
  const key = rules.credentials.find(sent.accessKeyId);
  if (key === undefined) return refuse({ kind: 'unknown-key', accessKeyId: sent.accessKeyId });
  if (!rules.regions.includes(sent.region)) return refuse({ kind: 'wrong-region', region: sent.region });
  const expiredAt = sent.expires === undefined ? undefined : signedAt + sent.expires * 1_000;
  if (expiredAt !== undefined && rules.wallNow > expiredAt) return refuse({ kind: 'presigned-expired', expiredAt });
  const ahead = signedAt - rules.wallNow;
  if (ahead > ALLOWED_SKEW || (expiredAt === undefined && ahead < -ALLOWED_SKEW))
    return refuse({ kind: 'skewed', signedAt });
  if (key.session !== undefined && key.session.token !== sent.token) return refuse({ kind: 'wrong-token' });
  const right = await signAgain(request, address, sent, payload, key, new Date(signedAt));
  if (!sameText(right, sent.signature)) return refuse({ kind: 'mismatch' });
  if (key.session !== undefined && rules.credentialNow >= key.session.expiration)
    return refuse({ kind: 'expired-token' });
  return { ok: true, identity: key.identity };
}

const sameText = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

async function signAgain(
  request: WireRequest,
  address: Address,
  sent: SentSignature,
  payload: Uint8Array | undefined,
  key: KnownKey,
  signingDate: Date,
): Promise<string> {
  const s3 = sent.service === 's3';
  const signer = new SignatureV4({
    credentials: {
      accessKeyId: key.accessKeyId,
      secretAccessKey: key.secretAccessKey,
      ...(sent.token === undefined ? {} : { sessionToken: sent.token }),
    },
    region: sent.region,
    service: sent.service,
    sha256: NodeSha256,
    uriEscapePath: !s3,
    applyChecksum: false,
  });
  const headers: Record<string, string> = {};
  for (const name of sent.signedHeaders) {
    const value = request.headers[name];
    if (value !== undefined) headers[name] = value;
  }
  const signed = new Set(sent.signedHeaders);
  const toSign = new HttpRequest({
    method: request.method,
    path: address.path,
    query: queryBag(address, sent.expires !== undefined),
    headers,
    // Without a hash header, a body that is neither text nor bytes counts as unsigned: what S3's presigned URLs do.
    body: s3 && sent.expires !== undefined ? Readable.from([]) : payload,
  });
  const options = { signingDate, signableHeaders: signed };
  if (sent.expires === undefined) {
    const hash = request.headers['x-amz-content-sha256'];
    if (hash !== undefined && !signed.has('x-amz-content-sha256'))
      toSign.body = hash === 'UNSIGNED-PAYLOAD' ? Readable.from([]) : payload;
    const result = await signer.sign(toSign, options);
    return /Signature=([0-9a-f]+)/.exec(result.headers.authorization ?? '')?.[1] ?? '';
  }
  const result = await signer.presign(toSign, { ...options, expiresIn: sent.expires, unhoistableHeaders: signed });
  return String(result.query?.['X-Amz-Signature'] ?? '');
}

const PRESIGNING = new Set([
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Expires',
  'X-Amz-SignedHeaders',
  'X-Amz-Signature',
  'X-Amz-Security-Token',
]);

function queryBag(address: Address, presigned: boolean): Record<string, string | string[]> {
  const bag: Record<string, string | string[]> = {};
  for (const [name, value] of address.parameters) {
    if (presigned && PRESIGNING.has(name)) continue;
    const before = bag[name];
    bag[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return bag;
}

/** An instant as signatures write it: `20261121T093000Z`. */
export function compactDate(instant: Instant): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
}
