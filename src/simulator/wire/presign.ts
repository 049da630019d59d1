/** Presigned URLs of objects, made by the service itself: what RetrieveEnvironmentInfo answers. Synchronous, by the model's need. */
import { createHash, createHmac } from 'node:crypto';
import type { Instant } from '../../domain/time.js';
import type { AccessKey } from './credentials.js';

export interface Presigning {
  /** Where the wire listens, for example `http://127.0.0.1:4566`; asked for at each use, since the port comes late. */
  readonly baseUrl: () => string;
  readonly accessKey: AccessKey;
  readonly region: string;
  /** The clock by which signatures are dated: the wall's. */
  readonly wallClock: { now(): Instant };
  /** Seconds; default 900 (AWS guide: log links work for fifteen minutes). */
  readonly expiresIn?: number;
}

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** A function that makes GET URLs with AWS Signature Version 4 in the query, in path style. */
export function createPresigner(presigning: Presigning): (bucket: string, key: string) => string {
  const { accessKey, region, wallClock, expiresIn = 900 } = presigning;
  return (bucket, key) => {
    const base = new URL(presigning.baseUrl());
    const date = new Date(wallClock.now()).toISOString().replace(/[-:]|\.\d+/g, '');
    const scope = `${date.slice(0, 8)}/${region}/s3/aws4_request`;
    const path = `/${[bucket, ...key.split('/')].map(encode).join('/')}`;
    const query = [
      ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
      ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'],
      ['X-Amz-Credential', `${accessKey.accessKeyId}/${scope}`],
      ['X-Amz-Date', date],
      ['X-Amz-Expires', String(expiresIn)],
      ['X-Amz-SignedHeaders', 'host'],
    ]
      .map(([name = '', value = '']) => `${encode(name)}=${encode(value)}`)
      .join('&');
    const canonical = ['GET', path, query, `host:${base.host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
    const digest = createHash('sha256').update(canonical).digest('hex');
    const toSign = ['AWS4-HMAC-SHA256', date, scope, digest].join('\n');
    const signingKey = [region, 's3', 'aws4_request'].reduce(
      hmac,
      hmac(`AWS4${accessKey.secretAccessKey}`, date.slice(0, 8)),
    );
    const signature = createHmac('sha256', signingKey).update(toSign).digest('hex');
    return `${base.origin}${path}?${query}&X-Amz-Signature=${signature}`;
  };
}
