/** Takes the body of an S3 request in, piece by piece, and proves it: length, SHA-256, MD5 and the newer checksums. */
import { createHash } from 'node:crypto';
import type { StoredChecksum } from '../storage/object-bytes.js';
import { announcedAlgorithm, type ChecksumAlgorithm, checksumHeader, createHasher } from './checksums.js';
import { ChunkedDecoder } from './chunked.js';
import type { WireRequest } from './http.js';
import { S3Error } from './s3-error.js';

/** What is known about a body once it has arrived whole. */
export interface Received {
  readonly size: number;
  readonly md5: Buffer;
  /** The checksum that came with it, verified. */
  readonly checksum?: { readonly algorithm: ChecksumAlgorithm; readonly digest: Buffer };
}

/** AWS guide: one PUT takes up to 5 GB. */
const MAX_SIZE = 5 * 1_024 ** 3;

const declaredLength = (headers: Readonly<Record<string, string>>): number | undefined => {
  const text = headers['x-amz-decoded-content-length'] ?? headers['content-length'];
  return text === undefined ? undefined : Number(text);
};

async function* pieces(body: WireRequest['body']): AsyncGenerator<Buffer> {
  if (body === undefined) return;
  if (body instanceof Uint8Array) {
    yield Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    return;
  }
  try {
    for await (const piece of body as AsyncIterable<Buffer | string>)
      yield typeof piece === 'string' ? Buffer.from(piece) : piece;
  } catch {
    throw incomplete(); // The client went away in the middle.
  }
}

const incomplete = (): S3Error =>
  new S3Error(
    400,
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  );

function verify(algorithm: ChecksumAlgorithm, digest: Buffer, given: string | undefined): void {
  if (given === undefined) {
    throw new S3Error(
      400,
      'MalformedTrailerError',
      'The request contained trailing data that was not well-formed or did not conform to our published schema.',
    );
  }
  if (given !== digest.toString('base64')) {
    throw new S3Error(400, 'BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);
  }
}

function verifyHashes(headers: Readonly<Record<string, string>>, md5: Buffer, sha256: Buffer | undefined): void {
  if (sha256 !== undefined && headers['x-amz-content-sha256'] !== sha256.toString('hex')) {
    throw new S3Error(
      400,
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
      {
        ClientComputedContentSHA256: headers['x-amz-content-sha256'] ?? '',
        S3ComputedContentSHA256: sha256.toString('hex'),
      },
    );
  }
  if (headers['content-md5'] !== undefined && headers['content-md5'] !== md5.toString('base64')) {
    throw new S3Error(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
}

/** Reads a request's body into `write`. @throws S3Error when it is not what the headers say. */
export async function receive(request: WireRequest, write: (bytes: Buffer) => Promise<void>): Promise<Received> {
  const { headers } = request;
  const length = declaredLength(headers);
  if (length === undefined)
    throw new S3Error(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
  if (length > MAX_SIZE)
    throw new S3Error(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
  const payloadHash = headers['x-amz-content-sha256'] ?? '';
  const chunked =
    payloadHash.startsWith('STREAMING-') ||
    (headers['content-encoding'] ?? '').split(',').some((coding) => coding.trim() === 'aws-chunked');
  const decoder = chunked ? new ChunkedDecoder() : undefined;
  const algorithm = announcedAlgorithm(headers);
  const hasher = algorithm === undefined ? undefined : createHasher(algorithm);
  const md5 = createHash('md5');
  const sha256 = /^[0-9a-f]{64}$/.test(payloadHash) ? createHash('sha256') : undefined;
  let size = 0;
  const take = async (bytes: Buffer): Promise<void> => {
    size += bytes.length;
    if (size > length) throw incomplete();
    md5.update(bytes);
    sha256?.update(bytes);
    hasher?.update(bytes);
    await write(bytes);
  };
  for await (const piece of pieces(request.body)) {
    if (decoder === undefined) await take(piece);
    else for (const payload of decode(decoder, piece)) await take(payload);
  }
  decoder?.end();
  if (size !== length || decoder?.finished === false) throw incomplete();
  const whole = md5.digest();
  verifyHashes(headers, whole, sha256?.digest());
  if (algorithm === undefined || hasher === undefined) return { size, md5: whole };
  const digest = hasher.digest();
  const header = checksumHeader(algorithm);
  verify(algorithm, digest, headers[header] ?? decoder?.trailers[header]);
  return { size, md5: whole, checksum: { algorithm, digest } };
}

function decode(decoder: ChunkedDecoder, piece: Buffer): readonly Buffer[] {
  try {
    return decoder.push(piece);
  } catch {
    throw incomplete();
  }
}

/** Reads a small body whole, with the same proofs. `limit` in bytes. */
export async function receiveWhole(request: WireRequest, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  await receive(request, async (bytes) => {
    size += bytes.length;
    if (size > limit) throw new S3Error(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
    chunks.push(bytes);
  });
  return Buffer.concat(chunks);
}

/** A received checksum as the store keeps it. */
export function storedChecksum(received: Received): { readonly checksum?: StoredChecksum } {
  const { checksum } = received;
  if (checksum === undefined) return {};
  return {
    checksum: { algorithm: checksum.algorithm, value: checksum.digest.toString('base64'), type: 'FULL_OBJECT' },
  };
}
