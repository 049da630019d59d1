/** S3's operations on buckets: create, look, list, delete. */
import { XMLParser } from 'fast-xml-parser';
import type { StoredObject } from '../storage/object-store.js';
import type { WireResponse } from './http.js';
import { emptyResponse, query, requireBucket, type S3Call, xmlResponse } from './s3-call.js';
import { invalidArgument, malformedXml, noSuchBucket, S3Error } from './s3-error.js';
import { receiveWhole } from './s3-receive.js';
import { element } from './xml.js';

const MAX_DOCUMENT = 2_000_000;
const MAX_KEYS = 1_000;

export const xmlParser = new XMLParser({
  parseTagValue: false,
  ignoreAttributes: true,
  isArray: (name) => name === 'Object' || name === 'Part',
});

export async function createBucket(call: S3Call): Promise<WireResponse> {
  const { bucket, objects, region } = call;
  if (!/^(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) || bucket.includes('..')) {
    throw new S3Error(400, 'InvalidBucketName', 'The specified bucket is not valid.', { BucketName: bucket });
  }
  const body =
    call.request.headers['content-length'] === undefined
      ? Buffer.alloc(0)
      : await receiveWhole(call.request, MAX_DOCUMENT);
  const constraint = /<LocationConstraint>([^<]*)<\/LocationConstraint>/.exec(body.toString('utf8'))?.[1];
  if ((constraint ?? 'us-east-1') !== region) {
    throw new S3Error(
      400,
      'IllegalLocationConstraintException',
      `The ${constraint ?? 'unspecified'} location constraint is incompatible for the region specific endpoint this request was sent to.`,
    );
  }
  if (objects.hasBucket(bucket) && region !== 'us-east-1') {
    throw new S3Error(
      409,
      'BucketAlreadyOwnedByYou',
      'Your previous request to create the named bucket succeeded and you already own it.',
      { BucketName: bucket },
    );
  }
  objects.createBucket(bucket);
  return emptyResponse(200, { location: `/${bucket}` });
}

export function deleteBucket(call: S3Call): WireResponse {
  requireBucket(call);
  if (call.objects.list(call.bucket, '').length > 0) {
    throw new S3Error(409, 'BucketNotEmpty', 'The bucket you tried to delete is not empty', {
      BucketName: call.bucket,
    });
  }
  call.objects.removeBucket(call.bucket);
  return emptyResponse(204);
}

export function headBucket(call: S3Call): WireResponse {
  if (!call.objects.hasBucket(call.bucket)) throw noSuchBucket(call.bucket);
  return emptyResponse(200, { 'x-amz-bucket-region': call.region });
}

export function bucketLocation(call: S3Call): WireResponse {
  requireBucket(call);
  return xmlResponse('LocationConstraint', call.region === 'us-east-1' ? '' : call.region);
}

export function listBuckets(call: S3Call): WireResponse {
  const buckets = call.objects
    .buckets()
    .map(({ name, created }) => `<Bucket>${element('Name', name)}${element('CreationDate', created)}</Bucket>`);
  const owner = `<Owner>${element('ID', call.accountId)}${element('DisplayName', 'simulator')}</Owner>`;
  return xmlResponse('ListAllMyBucketsResult', `${owner}<Buckets>${buckets.join('')}</Buckets>`);
}

/** One page of a listing: objects, and the prefixes that a delimiter folds them into. */
interface Page {
  readonly entries: readonly (StoredObject | string)[];
  readonly truncated: boolean;
  /** Where the next page starts: after this key or prefix. */
  readonly last: string;
}

const nameOf = (entry: StoredObject | string): string => (typeof entry === 'string' ? entry : entry.key);

function pageOf(
  objects: readonly StoredObject[],
  prefix: string,
  delimiter: string,
  after: string,
  size: number,
): Page {
  const entries: (StoredObject | string)[] = [];
  for (const object of objects) {
    const cut = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    const entry = cut < 0 ? object : object.key.slice(0, cut + delimiter.length);
    const name = nameOf(entry);
    if (name <= after || (typeof entry === 'string' && entries.at(-1) === entry)) continue;
    if (entries.length === size) return { entries, truncated: true, last: nameOf(entries.at(-1) ?? after) };
    entries.push(entry);
  }
  return { entries, truncated: false, last: '' };
}

/** ListObjects and ListObjectsV2: they differ in how they continue. */
export function listObjects(call: S3Call): WireResponse {
  requireBucket(call);
  const second = call.operation === 'ListObjectsV2';
  const prefix = query(call, 'prefix') ?? '';
  const delimiter = query(call, 'delimiter') ?? '';
  const asked = query(call, 'max-keys') ?? String(MAX_KEYS);
  if (!/^\d+$/.test(asked))
    throw invalidArgument('maxKeys', asked, 'Provided max-keys not an integer or within integer range');
  const maxKeys = Math.min(MAX_KEYS, Number(asked));
  const token = query(call, 'continuation-token');
  const start = query(call, second ? 'start-after' : 'marker') ?? '';
  const after = token === undefined ? start : Buffer.from(token, 'base64url').toString('utf8');
  const page = pageOf(call.objects.list(call.bucket, prefix), prefix, delimiter, after, maxKeys);
  const encoded = query(call, 'encoding-type') === 'url';
  const text = (value: string): string => (encoded ? encodeURIComponent(value).replaceAll('%2F', '/') : value);
  const contents = page.entries.map((entry) =>
    typeof entry === 'string'
      ? `<CommonPrefixes>${element('Prefix', text(entry))}</CommonPrefixes>`
      : `<Contents>${element('Key', text(entry.key))}${element('LastModified', entry.lastModified)}${element('ETag', entry.etag)}` +
        `${element('Size', entry.size)}${element('StorageClass', 'STANDARD')}</Contents>`,
  );
  const next = page.truncated && maxKeys > 0 ? page.last : undefined;
  const continuation = second
    ? element('KeyCount', page.entries.length) +
      element('ContinuationToken', token) +
      element('NextContinuationToken', next === undefined ? undefined : Buffer.from(next).toString('base64url')) +
      element('StartAfter', start === '' ? undefined : text(start))
    : element('Marker', text(start)) +
      element('NextMarker', next === undefined || delimiter === '' ? undefined : text(next));
  return xmlResponse(
    'ListBucketResult',
    `${element('Name', call.bucket)}${element('Prefix', text(prefix))}${element('Delimiter', delimiter === '' ? undefined : text(delimiter))}` +
      `${element('MaxKeys', maxKeys)}${element('EncodingType', encoded ? 'url' : undefined)}${element('IsTruncated', next !== undefined)}` +
      continuation +
      contents.join(''),
  );
}

interface DeleteDocument {
  readonly Delete?: { readonly Object?: readonly { readonly Key?: string }[]; readonly Quiet?: string };
}

export async function deleteObjects(call: S3Call): Promise<WireResponse> {
  requireBucket(call);
  const document = parseDocument<DeleteDocument>(await receiveWhole(call.request, MAX_DOCUMENT));
  const keys = document.Delete?.Object?.map(({ Key }) => Key) ?? [];
  if (keys.length === 0 || keys.length > MAX_KEYS) throw malformedXml();
  let deleted = '';
  for (const key of keys) {
    if (key === undefined) throw malformedXml();
    call.objects.remove(call.bucket, key);
    deleted += `<Deleted>${element('Key', key)}</Deleted>`;
  }
  return xmlResponse('DeleteResult', document.Delete?.Quiet === 'true' ? '' : deleted);
}

/** Reads an XML document of a request. */
export function parseDocument<Shape>(bytes: Buffer): Shape {
  try {
    return xmlParser.parse(bytes.toString('utf8'), true) as Shape;
  } catch {
    throw malformedXml();
  }
}
