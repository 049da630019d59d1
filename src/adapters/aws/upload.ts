/**
 * Uploads a file to S3 in constant memory: in one request when it is small, else in parallel parts that are read, sent,
 * checksummed and repeated one by one. Not `@aws-sdk/lib-storage`: its abort does not wait until the started upload is
 * removed, and it sends each part once only unless the client retries by itself.
 */
import { type FileHandle, open } from 'node:fs/promises';
import type { CompletedPart, S3Client } from '@aws-sdk/client-s3';
import { ActionError } from '../../domain/problem.js';
import type { BundleStore } from '../../ports/bundle-store.js';
import { member } from '../system/errors.js';
import type { AwsClients } from './clients.js';
import { errorFacts } from './error-facts.js';
import { expectedOwner } from './identity.js';
import type { Patience } from './patience.js';

type Sdk = typeof import('./sdk-s3.js');
type UploadRequest = Parameters<BundleStore['put']>[0];

const MIB = 1_048_576;
/** Below this one request is quicker than the three round trips of a multipart upload. */
const SINGLE_REQUEST_LIMIT = 16 * MIB;
/** 500 MB are 63 parts; S3 allows parts from 5 MiB and 10,000 of them. */
const PART_BYTES = 8 * MIB;
/** Parts under way at a time: what bounds the memory (each is one buffer). */
const PARALLEL = 4;

const call = (operation: string) => ({ service: 's3', operation, mutates: false }) as const;

interface Open {
  readonly client: S3Client;
  readonly sdk: Sdk;
  readonly file: FileHandle;
  readonly patience: Patience;
  readonly request: UploadRequest;
  readonly target: { readonly Bucket: string; readonly Key: string; readonly ExpectedBucketOwner?: string };
}

export function createUpload(options: {
  readonly clients: AwsClients;
  readonly patience: Patience;
}): (request: UploadRequest) => Promise<'stored' | 'exists'> {
  return async (request) => {
    const client = await options.clients.s3();
    const sdk = await import('./sdk-s3.js');
    const file = await openBundle(request.path);
    const target = { Bucket: request.bucket, Key: request.key, ...expectedOwner(request.bucket) };
    const upload: Open = { client, sdk, file, patience: options.patience, request, target };
    try {
      return request.bytes <= SINGLE_REQUEST_LIMIT ? await putWhole(upload) : await putParts(upload);
    } catch (error) {
      if (request.signal?.aborted) throw cancelled(error);
      throw error;
    } finally {
      await file.close();
    }
  };
}

async function putWhole({ client, sdk, file, patience, request, target }: Open): Promise<'stored' | 'exists'> {
  const body = await readPart(file, 0, Buffer.allocUnsafeSlow(request.bytes), request.path);
  const answer = await refusedIfThere(() =>
    // Safe to repeat: with If-None-Match a second attempt cannot overwrite what the first one has stored.
    patience(call('PutObject'), () =>
      client.send(
        new sdk.PutObjectCommand({
          ...target,
          Body: body,
          ContentType: 'application/zip',
          ChecksumAlgorithm: 'CRC32',
          IfNoneMatch: '*',
          Metadata: { ...request.metadata },
        }),
        abortable(request.signal),
      ),
    ),
  );
  request.onProgress?.(request.bytes, request.bytes);
  return answer;
}

async function putParts(upload: Open): Promise<'stored' | 'exists'> {
  const { client, sdk, patience, request, target } = upload;
  const { UploadId } = await patience(call('CreateMultipartUpload'), () =>
    client.send(
      new sdk.CreateMultipartUploadCommand({
        ...target,
        ContentType: 'application/zip',
        ChecksumAlgorithm: 'CRC32',
        Metadata: { ...request.metadata },
      }),
      abortable(request.signal),
    ),
  );
  try {
    const Parts = await sendParts(upload, UploadId);
    const answer = await refusedIfThere(() => complete(upload, UploadId, Parts));
    if (answer === 'exists') await discard(upload, UploadId);
    return answer;
  } catch (error) {
    await discard(upload, UploadId);
    throw error;
  }
}

/** Repeating a completion whose answer was lost finds no upload any more: then the object tells. */
async function complete(upload: Open, UploadId: string | undefined, Parts: CompletedPart[]): Promise<void> {
  const { client, sdk, patience, request, target } = upload;
  const MultipartUpload = { Parts };
  const once = { ...target, UploadId, IfNoneMatch: '*', MultipartUpload };
  try {
    await patience(call('CompleteMultipartUpload'), () =>
      client.send(new sdk.CompleteMultipartUploadCommand(once), abortable(request.signal)),
    );
  } catch (error) {
    if (errorFacts(error instanceof ActionError ? error.cause : error).name !== 'NoSuchUpload') throw error;
    await patience(call('HeadObject'), () => client.send(new sdk.HeadObjectCommand(target)));
  }
}

/** Several lanes take the next part each until there is none; the first failure stops them all. */
async function sendParts(upload: Open, UploadId: string | undefined): Promise<CompletedPart[]> {
  const { client, sdk, file, patience, request, target } = upload;
  const count = Math.ceil(request.bytes / PART_BYTES);
  const parts: CompletedPart[] = [];
  const stop = new AbortController();
  const signal = request.signal === undefined ? stop.signal : AbortSignal.any([request.signal, stop.signal]);
  let next = 0;
  let sent = 0;
  const lane = async (): Promise<void> => {
    // One buffer a lane, used again for each of its parts: new ones would wait for the garbage collector by the hundred.
    const buffer = Buffer.allocUnsafeSlow(PART_BYTES);
    while (next < count && !signal.aborted) {
      const index = next;
      next += 1;
      const offset = index * PART_BYTES;
      const part = buffer.subarray(0, Math.min(PART_BYTES, request.bytes - offset));
      const body = await readPart(file, offset, part, request.path);
      const PartNumber = index + 1;
      const { ETag, ChecksumCRC32 } = await patience(call('UploadPart'), () =>
        client.send(
          new sdk.UploadPartCommand({ ...target, UploadId, PartNumber, Body: body, ChecksumAlgorithm: 'CRC32' }),
          abortable(signal),
        ),
      );
      parts[index] = { PartNumber, ETag, ...(ChecksumCRC32 === undefined ? {} : { ChecksumCRC32 }) };
      sent += body.length;
      request.onProgress?.(sent, request.bytes);
    }
  };
  const lanes = Array.from({ length: Math.min(PARALLEL, count) }, () =>
    lane().catch((error: unknown) => {
      stop.abort();
      throw error;
    }),
  );
  // All lanes must have ended before the upload is discarded, or a late part would bring it back.
  const ended = await Promise.allSettled(lanes);
  const failed = ended.find((each) => each.status === 'rejected' && !isAbort(each.reason)) ?? ended.find(isRejected);
  if (failed !== undefined && isRejected(failed)) throw failed.reason;
  if (request.signal?.aborted) throw cancelled(request.signal.reason);
  return parts;
}

const isRejected = (each: PromiseSettledResult<void>): each is PromiseRejectedResult => each.status === 'rejected';
const isAbort = (error: unknown): boolean =>
  error instanceof ActionError && member(error.cause, 'name') === 'AbortError';

/** Parts of an upload that is not completed cost money until they are removed. Tried even when cancelled. */
async function discard({ client, sdk, patience, target }: Open, UploadId: string | undefined): Promise<void> {
  try {
    await patience(call('AbortMultipartUpload'), () =>
      client.send(new sdk.AbortMultipartUploadCommand({ ...target, UploadId })),
    );
  } catch {
    // The failure that led here is the one to report; a lifecycle rule of the bucket removes such leftovers.
  }
}

/** 412: there is an object of that key. 409: another upload of the same key has just won. Both mean: it is there. */
async function refusedIfThere(send: () => Promise<unknown>): Promise<'stored' | 'exists'> {
  try {
    await send();
    return 'stored';
  } catch (error) {
    const { status, name } = errorFacts(error instanceof ActionError ? error.cause : error);
    if (status === 412 || name === 'ConditionalRequestConflict') return 'exists';
    throw error;
  }
}

/** Fills the buffer from `offset` on: a file that shrank meanwhile must not become a short bundle. */
async function readPart(file: FileHandle, offset: number, buffer: Buffer, path: string): Promise<Buffer> {
  for (let filled = 0; filled < buffer.length; ) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, offset + filled);
    if (bytesRead === 0) throw changed(path);
    filled += bytesRead;
  }
  return buffer;
}

async function openBundle(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw new ActionError(
      {
        code: 'bundle-missing',
        blame: 'you',
        what: `The bundle ${path} cannot be opened for upload.`,
        hint: 'Keep the file until this step has ended.',
      },
      { cause: error },
    );
  }
}

const abortable = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { abortSignal: signal });

const changed = (path: string): ActionError =>
  new ActionError({
    code: 'bundle-changed',
    blame: 'you',
    what: `The bundle ${path} became shorter while it was uploaded.`,
    hint: 'Let no other step write to it at the same time.',
  });

const cancelled = (cause: unknown): ActionError =>
  new ActionError(
    {
      code: 'cancelled',
      blame: 'you',
      what: 'The upload of the bundle was cancelled; nothing of it is left in the bucket.',
      hint: 'Run it again when you want to deploy this version.',
    },
    { cause },
  );
