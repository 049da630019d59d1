/** Which S3 operation a request asks for, and on which bucket and key. */
import { type Address, parameter, type WireRequest } from './http.js';
import { notImplemented, S3Error } from './s3-error.js';

export type S3Operation =
  | 'AbortMultipartUpload'
  | 'CompleteMultipartUpload'
  | 'CopyObject'
  | 'CreateBucket'
  | 'CreateMultipartUpload'
  | 'DeleteBucket'
  | 'DeleteObject'
  | 'DeleteObjects'
  | 'GetBucketLocation'
  | 'GetObject'
  | 'HeadBucket'
  | 'HeadObject'
  | 'ListBuckets'
  | 'ListMultipartUploads'
  | 'ListObjects'
  | 'ListObjectsV2'
  | 'ListParts'
  | 'PutObject'
  | 'UploadPart'
  | 'UploadPartCopy';

export interface S3Route {
  readonly operation: S3Operation;
  readonly bucket: string;
  readonly key: string;
}

/** Query parameters that name a sub-resource which is not simulated; anything else unknown is ignored, as S3 does. */
const UNKNOWN_RESOURCES = new Set(
  (
    'accelerate acl analytics attributes cors encryption intelligent-tiering inventory legal-hold lifecycle logging metrics ' +
    'notification object-lock ownershipControls policy policyStatus publicAccessBlock renameObject replication requestPayment ' +
    'restore retention select session tagging torrent versionId versioning versions website'
  ).split(' '),
);

/** The bucket in a host name such as `bucket.s3.us-east-1.amazonaws.com` or `bucket.localhost`. */
function bucketInHost(host: string): string | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return (
    /^(.+)\.s3[.-](?:[\w-]+\.)*amazonaws\.com(?:\.cn)?$/.exec(name)?.[1] ??
    /^(.+?)(?:\.s3)?\.localhost$/.exec(name)?.[1] ??
    undefined
  );
}

function place(request: WireRequest, address: Address): { readonly bucket: string; readonly key: string } {
  let path: string;
  try {
    path = decodeURIComponent(address.path.replace(/^\/+/, ''));
  } catch {
    throw new S3Error(400, 'InvalidURI', "Couldn't parse the specified URI.");
  }
  const inHost = bucketInHost(request.headers.host ?? '');
  if (inHost !== undefined && inHost !== 's3') return { bucket: inHost, key: path };
  const cut = path.indexOf('/');
  return cut < 0 ? { bucket: path, key: '' } : { bucket: path.slice(0, cut), key: path.slice(cut + 1) };
}

function bucketOperation(
  method: string,
  has: (name: string) => boolean,
  listType: string | undefined,
): S3Operation | undefined {
  switch (method) {
    case 'PUT':
      return 'CreateBucket';
    case 'HEAD':
      return 'HeadBucket';
    case 'DELETE':
      return 'DeleteBucket';
    case 'POST':
      return has('delete') ? 'DeleteObjects' : undefined;
    case 'GET':
      if (has('location')) return 'GetBucketLocation';
      if (has('uploads')) return 'ListMultipartUploads';
      return listType === '2' ? 'ListObjectsV2' : 'ListObjects';
    default:
      return undefined;
  }
}

function objectOperation(method: string, has: (name: string) => boolean, copies: boolean): S3Operation | undefined {
  switch (method) {
    case 'PUT':
      if (has('uploadId')) return copies ? 'UploadPartCopy' : 'UploadPart';
      return copies ? 'CopyObject' : 'PutObject';
    case 'POST':
      return has('uploads') ? 'CreateMultipartUpload' : has('uploadId') ? 'CompleteMultipartUpload' : undefined;
    case 'GET':
      return has('uploadId') ? 'ListParts' : 'GetObject';
    case 'HEAD':
      return 'HeadObject';
    case 'DELETE':
      return has('uploadId') ? 'AbortMultipartUpload' : 'DeleteObject';
    default:
      return undefined;
  }
}

/** Finds the operation. Throws `NotImplemented` with the name of what is not simulated. */
export function routeS3(request: WireRequest, address: Address): S3Route {
  for (const [name] of address.parameters) if (UNKNOWN_RESOURCES.has(name)) throw notImplemented(name);
  const { bucket, key } = place(request, address);
  const has = (name: string): boolean => parameter(address, name) !== undefined;
  const { method } = request;
  const operation =
    bucket === ''
      ? method === 'GET'
        ? 'ListBuckets'
        : undefined
      : key === ''
        ? bucketOperation(method, has, parameter(address, 'list-type'))
        : objectOperation(method, has, request.headers['x-amz-copy-source'] !== undefined);
  if (operation === undefined) {
    throw new S3Error(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.', {
      Method: method,
    });
  }
  return { operation, bucket, key };
}
