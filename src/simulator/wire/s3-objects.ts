/** S3's operations on objects: put, get, look, copy, delete. */
import { createHash } from 'node:crypto';
import type { StoredObject } from '../storage/object-store.js';
import { checksumHeader } from './checksums.js';
import type { WireResponse } from './http.js';
import {
  checksumHeaders,
  checkWriteConditions,
  describedBy,
  emptyResponse,
  header,
  objectHeaders,
  requireBucket,
  restage,
  type S3Call,
  xmlResponse,
} from './s3-call.js';
import { invalidArgument, noSuchBucket, noSuchKey, preconditionFailed, S3Error } from './s3-error.js';
import { receive, storedChecksum } from './s3-receive.js';
import { element } from './xml.js';

/** AWS guide: a key has at most 1,024 bytes. */
export function requireKey(call: S3Call): void {
  if (Buffer.byteLength(call.key) > 1_024) throw new S3Error(400, 'KeyTooLongError', 'Your key is too long');
}

export async function putObject(call: S3Call): Promise<WireResponse> {
  requireBucket(call);
  requireKey(call);
  checkWriteConditions(call);
  const staging = call.objects.stage();
  try {
    const received = await receive(call.request, (bytes) => staging.write(bytes));
    const staged = await staging.finish();
    requireBucket(call);
    checkWriteConditions(call); // Somebody else may have been quicker.
    const etag = `"${received.md5.toString('hex')}"`;
    const kept = storedChecksum(received);
    await call.objects.publish(call.bucket, call.key, [staged], { etag, ...describedBy(call), ...kept });
    const { checksum } = kept;
    return emptyResponse(200, {
      etag,
      ...(checksum === undefined
        ? {}
        : { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type }),
    });
  } catch (error) {
    await staging.discard();
    throw error;
  }
}

export function requireObject(call: S3Call, bucket = call.bucket, key = call.key): StoredObject {
  if (!call.objects.hasBucket(bucket)) throw noSuchBucket(bucket);
  const object = call.objects.head(bucket, key);
  if (object === undefined) throw noSuchKey(key);
  return object;
}

/** `bytes=0-9`, `bytes=10-`, `bytes=-5`; other forms count as no range, as S3 has it. */
function rangeOf(text: string | undefined, size: number): { readonly start: number; readonly end: number } | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(text ?? '');
  if (match === null) return undefined;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to));
  if (start >= size || start > end) {
    throw new S3Error(416, 'InvalidRange', 'The requested range is not satisfiable', {
      RangeRequested: text ?? '',
      ActualObjectSize: String(size),
    });
  }
  return { start, end };
}

/** Conditional reads: 304 when the client has it already, 412 when it wants another one. */
function unchanged(call: S3Call, object: StoredObject): boolean {
  const bare = (etag: string): string => etag.replaceAll('"', '');
  const ifMatch = header(call, 'if-match');
  if (ifMatch !== undefined && ifMatch !== '*' && bare(ifMatch) !== bare(object.etag))
    throw preconditionFailed('If-Match');
  const ifNoneMatch = header(call, 'if-none-match');
  if (ifNoneMatch !== undefined) return ifNoneMatch === '*' || bare(ifNoneMatch) === bare(object.etag);
  const since = Date.parse(header(call, 'if-modified-since') ?? '');
  return !Number.isNaN(since) && object.lastModified.getTime() < since + 1_000;
}

/** GetObject and HeadObject: the same headers, with and without the bytes. */
export function getObject(call: S3Call): WireResponse {
  const object = requireObject(call);
  const headers = objectHeaders(call, object);
  if (unchanged(call, object)) return emptyResponse(304, { etag: object.etag });
  const range = object.size === 0 ? undefined : rangeOf(header(call, 'range'), object.size);
  const length = range === undefined ? object.size : range.end - range.start + 1;
  headers['content-length'] = String(length);
  if (range === undefined) Object.assign(headers, checksumHeaders(call));
  else headers['content-range'] = `bytes ${range.start}-${range.end}/${object.size}`;
  const status = range === undefined ? 200 : 206;
  const bytes =
    call.operation === 'HeadObject' || length === 0
      ? new Uint8Array(0)
      : call.objects.read(call.bucket, call.key, range);
  return { status, headers, body: bytes };
}

export function deleteObject(call: S3Call): WireResponse {
  requireBucket(call);
  // Conditional deletes: `If-Match` with an ETag, or `*` for "only when it is there".
  if (header(call, 'if-match') !== undefined) checkWriteConditions(call);
  call.objects.remove(call.bucket, call.key);
  return emptyResponse(204);
}

/** The object that `x-amz-copy-source` names. */
export function copySource(call: S3Call): StoredObject {
  const text = header(call, 'x-amz-copy-source') ?? '';
  const [path = '', version] = text.split('?versionId=');
  if (version !== undefined)
    throw invalidArgument('x-amz-copy-source', text, 'The simulator keeps no versions of objects.');
  const name = decodeURIComponent(path).replace(/^\//, '');
  const cut = name.indexOf('/');
  if (cut < 1)
    throw invalidArgument(
      'x-amz-copy-source',
      text,
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
    );
  return requireObject(call, name.slice(0, cut), name.slice(cut + 1));
}

export async function copyObject(call: S3Call): Promise<WireResponse> {
  requireBucket(call);
  requireKey(call);
  checkWriteConditions(call);
  const source = copySource(call);
  const md5 = createHash('md5');
  const staged = await restage(call.objects, call.objects.read(source.bucket, source.key), (piece) =>
    md5.update(piece),
  );
  const replaces = header(call, 'x-amz-metadata-directive') === 'REPLACE';
  const { metadata, contentType } = replaces ? describedBy(call) : source;
  const copy = await call.objects.publish(call.bucket, call.key, [staged], {
    etag: `"${md5.digest('hex')}"`,
    metadata,
    ...(contentType === undefined ? {} : { contentType }),
  });
  return xmlResponse('CopyObjectResult', element('LastModified', copy.lastModified) + element('ETag', copy.etag));
}
