/** Requests signed by hand, for what no SDK would send. */
import { createHash, createHmac } from 'node:crypto';
import type { WireRequest } from '../../src/simulator/wire/http.js';
import { TEST_KEY } from './wire.js';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

export interface SignSettings {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly token?: string;
  readonly region?: string;
  readonly service?: string;
  /** When it was signed; default now. */
  readonly at?: Date;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that are sent but not signed. */
  readonly unsignedHeaders?: readonly string[];
}

const amzDate = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** Signature Version 4 as the AWS guide describes it, written apart from the code under test. */
export function signed(
  method: string,
  url: string,
  body: string | Uint8Array,
  settings: SignSettings = {},
): WireRequest {
  const { region = 'us-east-1', service = 'elasticbeanstalk', at = new Date() } = settings;
  const date = amzDate(at);
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const headers: Record<string, string> = {
    host: '127.0.0.1:4566',
    'x-amz-date': date,
    ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' } : {}),
    ...(service === 's3' ? { 'x-amz-content-sha256': sha256(bytes), 'content-length': String(bytes.length) } : {}),
    ...(settings.token === undefined ? {} : { 'x-amz-security-token': settings.token }),
    ...settings.headers,
  };
  const names = Object.keys(headers)
    .filter((name) => settings.unsignedHeaders?.includes(name) !== true)
    .sort();
  const [path = '/', search = ''] = url.split('?');
  const query = search
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split('=').map((part) => encode(decodeURIComponent(part))))
    .map(([name, value = '']) => `${name}=${value}`)
    .sort()
    .join('&');
  const payload = headers['x-amz-content-sha256'] ?? sha256(bytes);
  const canonical = [
    method,
    path,
    query,
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    payload,
  ];
  const scope = `${date.slice(0, 8)}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical.join('\n'))].join('\n');
  const secret = settings.secretAccessKey ?? TEST_KEY.secretAccessKey;
  const key = [date.slice(0, 8), region, service, 'aws4_request'].reduce<Buffer>(
    (before, part) => hmac(before, part),
    Buffer.from(`AWS4${secret}`),
  );
  const signature = hmac(key, toSign).toString('hex');
  const credential = `${settings.accessKeyId ?? TEST_KEY.accessKeyId}/${scope}`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { method, url, headers: { ...headers, authorization }, body: bytes };
}

/** A form for a Query call. */
export const form = (parameters: Readonly<Record<string, string>>): string =>
  new URLSearchParams(parameters).toString();
