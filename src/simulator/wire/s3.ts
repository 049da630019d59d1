/** The simulated S3: finds the operation, checks who owns the bucket, and answers in S3's formats. */
import type { Random } from '../../ports/random.js';
import type { ServiceError } from '../service-error.js';
import type { ObjectBytes } from '../storage/object-bytes.js';
import { textResponse, type WireResponse } from './http.js';
import {
  bucketLocation,
  createBucket,
  deleteBucket,
  deleteObjects,
  headBucket,
  listBuckets,
  listObjects,
} from './s3-buckets.js';
import { emptyResponse, header, type S3Call } from './s3-call.js';
import { errorXml, notImplemented, S3Error, signatureError } from './s3-error.js';
import {
  abortUpload,
  completeUpload,
  createUpload,
  listParts,
  listUploads,
  type Uploads,
  uploadPart,
} from './s3-multipart.js';
import { copyObject, deleteObject, getObject, putObject } from './s3-objects.js';
import { routeS3 } from './s3-route.js';
import type { Call, Prepared, Service } from './service.js';

export interface S3Options {
  readonly objects: ObjectBytes;
  readonly region: string;
  readonly accountId: string;
  readonly random: Random;
  /** Dates uploads. */
  now(): number;
}

function perform(call: S3Call, uploads: Uploads): WireResponse | Promise<WireResponse> {
  switch (call.operation) {
    case 'ListBuckets':
      return listBuckets(call);
    case 'CreateBucket':
      return createBucket(call);
    case 'HeadBucket':
      return headBucket(call);
    case 'DeleteBucket':
      return deleteBucket(call);
    case 'GetBucketLocation':
      return bucketLocation(call);
    case 'ListObjects':
    case 'ListObjectsV2':
      return listObjects(call);
    case 'DeleteObjects':
      return deleteObjects(call);
    case 'PutObject':
      return putObject(call);
    case 'GetObject':
    case 'HeadObject':
      return getObject(call);
    case 'CopyObject':
      return copyObject(call);
    case 'DeleteObject':
      return deleteObject(call);
    case 'CreateMultipartUpload':
      return createUpload(uploads, call);
    case 'UploadPart':
    case 'UploadPartCopy':
      return uploadPart(uploads, call);
    case 'CompleteMultipartUpload':
      return completeUpload(uploads, call);
    case 'AbortMultipartUpload':
      return abortUpload(uploads, call);
    case 'ListParts':
      return listParts(uploads, call);
    case 'ListMultipartUploads':
      return listUploads(uploads, call);
  }
}

/** Headers that would need something the store does not do. Others (`x-amz-acl`, `x-amz-tagging`, …) are read over. */
const REFUSED_HEADERS = [
  'x-amz-server-side-encryption-customer-algorithm',
  'x-amz-object-lock-mode',
  'x-amz-write-offset-bytes',
];

function prepare(options: S3Options, uploads: Uploads, call: Call): Prepared {
  const route = routeS3(call.request, call.address);
  const { objects, region, accountId } = options;
  const s3Call: S3Call = { ...call, ...route, objects, region, accountId };
  const owner = header(s3Call, 'x-amz-expected-bucket-owner');
  const refused = REFUSED_HEADERS.find((name) => header(s3Call, name) !== undefined);
  if (refused !== undefined) throw notImplemented(refused);
  return {
    action: route.operation,
    input: {
      ...(route.bucket === '' ? {} : { Bucket: route.bucket }),
      ...(route.key === '' ? {} : { Key: route.key }),
    },
    perform: async () => {
      if (owner !== undefined && owner !== accountId) throw new S3Error(403, 'AccessDenied', 'Access Denied');
      const answer = await perform(s3Call, uploads);
      return { ...answer, headers: { ...requestHeaders(call), ...answer.headers } };
    },
  };
}

const requestHeaders = (call: Call): Record<string, string> => ({
  'x-amz-request-id': call.requestId,
  'x-amz-id-2': 'simulator',
  server: 'AmazonS3',
});

function refuse(call: Call, error: ServiceError): WireResponse {
  const headers = requestHeaders(call);
  if (call.request.method === 'HEAD') return emptyResponse(error.status, headers);
  return textResponse(error.status, 'application/xml', errorXml(error, call.requestId, call.address.path), headers);
}

/** Creates the service that credential scopes call `s3`. */
export function createS3Service(options: S3Options): Service {
  const uploads: Uploads = { byId: new Map(), random: options.random, now: () => options.now() };
  return {
    name: 's3',
    signsBody: false,
    allowsAnonymous: () => false,
    prepare: (call) => prepare(options, uploads, call),
    refuse,
    signatureError: (problem, { wallNow, region }) => signatureError(problem, wallNow, region),
    refusals: {
      throttled: () => new S3Error(503, 'SlowDown', 'Please reduce your request rate.'),
      unavailable: (status) =>
        status === 500
          ? new S3Error(500, 'InternalError', 'We encountered an internal error. Please try again.')
          : new S3Error(status, 'ServiceUnavailable', 'Please reduce your request rate.'),
      expired: () => new S3Error(400, 'ExpiredToken', 'The provided token has expired.'),
      denied: (action, identity) =>
        new S3Error(
          403,
          'AccessDenied',
          `User: ${identity?.arn ?? 'anonymous'} is not authorized to perform: s3:${action} because no identity-based policy allows the s3:${action} action`,
        ),
    },
  };
}
