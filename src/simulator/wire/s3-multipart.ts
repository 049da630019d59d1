/** S3's multipart uploads: parts arrive in any order and become one object at a stroke. */
import { createHash } from 'node:crypto';
import type { Random } from '../../ports/random.js';
import type { Staged, StoredChecksum } from '../storage/object-bytes.js';
import { checksumAlgorithm, checksumHeader } from './checksums.js';
import type { WireResponse } from './http.js';
import { parseDocument } from './s3-buckets.js';
import {
  checkWriteConditions,
  describedBy,
  emptyResponse,
  header,
  query,
  requireBucket,
  restage,
  type S3Call,
  xmlResponse,
} from './s3-call.js';
import { invalidArgument, noSuchUpload } from './s3-error.js';
import { copySource, requireKey } from './s3-objects.js';
import {
  type CompleteDocument,
  checksumElement,
  checksumOf,
  chosenParts,
  MAX_DOCUMENT,
  MAX_PARTS,
  type Part,
  partXml,
  type Upload,
  verifyWhole,
} from './s3-parts.js';
import { type Received, receive, receiveWhole } from './s3-receive.js';
import { element } from './xml.js';

/** The uploads that are under way. */
export interface Uploads {
  readonly byId: Map<string, Upload>;
  readonly random: Random;
  now(): number;
}

function uploadOf(uploads: Uploads, call: S3Call): Upload {
  requireBucket(call);
  const id = query(call, 'uploadId') ?? '';
  const upload = uploads.byId.get(id);
  if (upload === undefined || upload.bucket !== call.bucket || upload.key !== call.key) throw noSuchUpload(id);
  return upload;
}

async function discard(call: S3Call, parts: Iterable<Part>): Promise<void> {
  for (const { staged } of parts) await call.objects.discard(staged);
}

export function createUpload(uploads: Uploads, call: S3Call): WireResponse {
  requireBucket(call);
  requireKey(call);
  const { bucket, key } = call;
  const algorithm = checksumAlgorithm(header(call, 'x-amz-checksum-algorithm'));
  const asked = header(call, 'x-amz-checksum-type');
  const full = asked === 'FULL_OBJECT' || (asked === undefined && algorithm === 'CRC64NVME');
  const checksumType: StoredChecksum['type'] = full ? 'FULL_OBJECT' : 'COMPOSITE';
  const id = `${uploads.random.uuid()}${uploads.random.uuid()}`.replaceAll('-', '');
  const initiated = new Date(uploads.now());
  const described = describedBy(call);
  uploads.byId.set(id, { id, bucket, key, initiated, described, algorithm, checksumType, parts: new Map() });
  const content = element('Bucket', bucket) + element('Key', key) + element('UploadId', id);
  const echoed =
    algorithm === undefined ? {} : { 'x-amz-checksum-algorithm': algorithm, 'x-amz-checksum-type': checksumType };
  return xmlResponse('InitiateMultipartUploadResult', content, echoed);
}

/** Stores the bytes of a part: those of the request, or of another object. */
async function stagePart(call: S3Call): Promise<Received & { readonly staged: Staged }> {
  if (call.operation === 'UploadPart') {
    const staging = call.objects.stage();
    try {
      const received = await receive(call.request, (bytes) => staging.write(bytes));
      return { ...received, staged: await staging.finish() };
    } catch (error) {
      await staging.discard();
      throw error;
    }
  }
  const source = copySource(call);
  const asked = /^bytes=(\d+)-(\d+)$/.exec(header(call, 'x-amz-copy-source-range') ?? '');
  const range = asked === null ? undefined : { start: Number(asked[1]), end: Number(asked[2]) };
  const md5 = createHash('md5');
  const bytes = call.objects.read(source.bucket, source.key, range);
  const staged = await restage(call.objects, bytes, (piece) => md5.update(piece));
  return { size: staged.size, md5: md5.digest(), staged };
}

/** UploadPart and UploadPartCopy. */
export async function uploadPart(uploads: Uploads, call: S3Call): Promise<WireResponse> {
  const upload = uploadOf(uploads, call);
  const asked = query(call, 'partNumber') ?? '';
  const number = Number(asked);
  if (!Number.isInteger(number) || number < 1 || number > MAX_PARTS) {
    throw invalidArgument('partNumber', asked, 'Part number must be an integer between 1 and 10000, inclusive');
  }
  const received = await stagePart(call);
  if (!uploads.byId.has(upload.id)) {
    await call.objects.discard(received.staged);
    throw noSuchUpload(upload.id);
  }
  const before = upload.parts.get(number);
  const etag = `"${received.md5.toString('hex')}"`;
  const arrived = new Date(uploads.now());
  upload.parts.set(number, { ...received, number, etag, arrived });
  if (before !== undefined) await call.objects.discard(before.staged);
  if (call.operation === 'UploadPartCopy') {
    return xmlResponse('CopyPartResult', element('LastModified', arrived) + element('ETag', etag));
  }
  const { checksum } = received;
  const sum =
    checksum === undefined ? {} : { [checksumHeader(checksum.algorithm)]: checksum.digest.toString('base64') };
  return emptyResponse(200, { etag, ...sum });
}

/** At completion the checksum headers speak of the whole object, not of the document in the body. */
function withoutChecksums(call: S3Call): S3Call['request'] {
  const headers = Object.entries(call.request.headers).filter(([name]) => !name.startsWith('x-amz-checksum-'));
  return { ...call.request, headers: Object.fromEntries(headers) };
}

export async function completeUpload(uploads: Uploads, call: S3Call): Promise<WireResponse> {
  const upload = uploadOf(uploads, call);
  const { bucket, key } = upload;
  const document = parseDocument<CompleteDocument>(await receiveWhole(withoutChecksums(call), MAX_DOCUMENT));
  if (!uploads.byId.has(upload.id)) throw noSuchUpload(upload.id);
  const parts = chosenParts(upload, document);
  const checksum = checksumOf(upload, parts);
  verifyWhole(call, parts, checksum);
  checkWriteConditions(call);
  uploads.byId.delete(upload.id);
  const md5 = createHash('md5');
  for (const { md5: digest } of parts) md5.update(digest);
  const etag = `"${md5.digest('hex')}-${parts.length}"`;
  const description = { etag, ...upload.described, ...(checksum === undefined ? {} : { checksum }) };
  await call.objects.publish(
    bucket,
    key,
    parts.map((part) => part.staged),
    description,
  );
  const chosen = new Set(parts);
  await discard(
    call,
    [...upload.parts.values()].filter((part) => !chosen.has(part)),
  );
  const location = `http://${header(call, 'host') ?? '127.0.0.1'}/${bucket}/${key}`;
  const content =
    element('Location', location) + element('Bucket', bucket) + element('Key', key) + element('ETag', etag);
  const sums =
    checksum === undefined
      ? ''
      : checksumElement(checksum.algorithm, checksum.value) + element('ChecksumType', checksum.type);
  return xmlResponse('CompleteMultipartUploadResult', content + sums);
}

export async function abortUpload(uploads: Uploads, call: S3Call): Promise<WireResponse> {
  const upload = uploadOf(uploads, call);
  uploads.byId.delete(upload.id);
  await discard(call, upload.parts.values());
  return emptyResponse(204);
}

export function listParts(uploads: Uploads, call: S3Call): WireResponse {
  const upload = uploadOf(uploads, call);
  const marker = Number(query(call, 'part-number-marker') ?? 0);
  const size = Math.min(1_000, Number(query(call, 'max-parts') ?? 1_000));
  const rest = [...upload.parts.values()].sort((a, b) => a.number - b.number).filter(({ number }) => number > marker);
  const page = rest.slice(0, size);
  const truncated = rest.length > page.length;
  return xmlResponse(
    'ListPartsResult',
    element('Bucket', upload.bucket) +
      element('Key', upload.key) +
      element('UploadId', upload.id) +
      element('PartNumberMarker', marker) +
      element('NextPartNumberMarker', truncated ? page.at(-1)?.number : undefined) +
      element('MaxParts', size) +
      element('IsTruncated', truncated) +
      page.map(partXml).join(''),
  );
}

export function listUploads(uploads: Uploads, call: S3Call): WireResponse {
  requireBucket(call);
  const prefix = query(call, 'prefix') ?? '';
  const mine = [...uploads.byId.values()].filter(({ bucket, key }) => bucket === call.bucket && key.startsWith(prefix));
  const xml = mine.map(
    ({ id, key, initiated }) =>
      `<Upload>${element('Key', key)}${element('UploadId', id)}${element('Initiated', initiated)}</Upload>`,
  );
  const bucket = element('Bucket', call.bucket);
  return xmlResponse('ListMultipartUploadsResult', `${bucket}${element('IsTruncated', false)}${xml.join('')}`);
}
