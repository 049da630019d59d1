/** One S3 request on its way, and the shapes of answers that all S3 operations share. */
import type { Readable } from 'node:stream';
import type { ObjectBytes } from '../storage/object-bytes.js';
import type { StoredObject } from '../storage/object-store.js';
import { checksumHeader } from './checksums.js';
import { parameter, textResponse, type WireResponse } from './http.js';
import { noSuchBucket, noSuchKey, preconditionFailed } from './s3-error.js';
import type { S3Route } from './s3-route.js';
import type { Call } from './service.js';

export const S3_NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

export interface S3Call extends Call, S3Route {
  readonly objects: ObjectBytes;
  readonly region: string;
  readonly accountId: string;
}

export const query = (call: S3Call, name: string): string | undefined => parameter(call.address, name);
export const header = (call: S3Call, name: string): string | undefined => call.request.headers[name];

/** `<Name xmlns=…>content</Name>` as a whole answer. */
export function xmlResponse(
  name: string,
  content: string,
  headers: Readonly<Record<string, string>> = {},
): WireResponse {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${S3_NAMESPACE}">${content}</${name}>`;
  return textResponse(200, 'application/xml', text, headers);
}

export const emptyResponse = (status: number, headers: Readonly<Record<string, string>> = {}): WireResponse => ({
  status,
  headers: { ...(status === 204 ? {} : { 'content-length': '0' }), ...headers },
  body: new Uint8Array(0),
});

export function requireBucket(call: S3Call, bucket = call.bucket): void {
  if (!call.objects.hasBucket(bucket)) throw noSuchBucket(bucket);
}

/** What the client asked to be kept with an object. */
export function describedBy(call: S3Call): Pick<StoredObject, 'metadata' | 'contentType'> {
  const metadata: Record<string, string> = {};
  for (const [name, value] of Object.entries(call.request.headers)) {
    if (name.startsWith('x-amz-meta-')) metadata[name.slice('x-amz-meta-'.length)] = value;
  }
  const contentType = header(call, 'content-type');
  return { metadata, ...(contentType === undefined ? {} : { contentType }) };
}

/**
 * The conditions of a conditional write. `If-None-Match: *` means: only when there is no such object. `If-Match` without
 * an object answers 404, not 412 (S3 user guide, "Conditional writes").
 */
export function checkWriteConditions(call: S3Call): void {
  const present = call.objects.head(call.bucket, call.key);
  if (header(call, 'if-none-match') === '*' && present !== undefined) throw preconditionFailed('If-None-Match');
  const ifMatch = header(call, 'if-match');
  if (ifMatch !== undefined && present === undefined) throw noSuchKey(call.key);
  if (ifMatch !== undefined && ifMatch !== '*' && present?.etag.replaceAll('"', '') !== ifMatch.replaceAll('"', ''))
    throw preconditionFailed('If-Match');
}

/** The headers that describe an object. */
export function objectHeaders(call: S3Call, object: StoredObject): Record<string, string> {
  const headers: Record<string, string> = {
    etag: object.etag,
    'last-modified': object.lastModified.toUTCString(),
    'accept-ranges': 'bytes',
    'content-type': query(call, 'response-content-type') ?? object.contentType ?? 'binary/octet-stream',
  };
  const disposition = query(call, 'response-content-disposition');
  if (disposition !== undefined) headers['content-disposition'] = disposition;
  for (const [name, value] of Object.entries(object.metadata)) headers[`x-amz-meta-${name}`] = value;
  return headers;
}

/** The stored checksum as headers, for those who ask with `x-amz-checksum-mode: ENABLED`. */
export function checksumHeaders(call: S3Call): Record<string, string> {
  const checksum = call.objects.checksum(call.bucket, call.key);
  if (checksum === undefined || header(call, 'x-amz-checksum-mode')?.toUpperCase() !== 'ENABLED') return {};
  return { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type };
}

/** Copies bytes of the store into a new staging; answers how many. */
export async function restage(objects: ObjectBytes, bytes: Readable, seen: (piece: Buffer) => void) {
  const staging = objects.stage();
  for await (const piece of bytes as AsyncIterable<Buffer>) {
    seen(piece);
    await staging.write(piece);
  }
  return staging.finish();
}
