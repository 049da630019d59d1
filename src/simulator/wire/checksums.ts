/** The checksums that come with S3 requests: which are announced, how they are computed, and those of whole uploads. */
import { createHash } from 'node:crypto';
import type { StoredChecksum } from '../storage/object-bytes.js';
import { combineCrc, createCrc32, createCrc32c, createCrc64Nvme, type Hasher } from './crc.js';

export type ChecksumAlgorithm = StoredChecksum['algorithm'];

const ALGORITHMS: readonly ChecksumAlgorithm[] = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'];

/** `x-amz-checksum-crc32` and so on. */
export const checksumHeader = (algorithm: ChecksumAlgorithm): string => `x-amz-checksum-${algorithm.toLowerCase()}`;

/** The algorithm a request names, or `undefined`. */
export const checksumAlgorithm = (name: string | undefined): ChecksumAlgorithm | undefined =>
  ALGORITHMS.find((algorithm) => algorithm === name?.toUpperCase());

/** The algorithm whose value a request brings, in its headers or announced for its trailer. */
export function announcedAlgorithm(headers: Readonly<Record<string, string>>): ChecksumAlgorithm | undefined {
  const trailer = headers['x-amz-trailer'] ?? '';
  return ALGORITHMS.find(
    (algorithm) => checksumHeader(algorithm) in headers || trailer.toLowerCase() === checksumHeader(algorithm),
  );
}

export function createHasher(algorithm: ChecksumAlgorithm): Hasher {
  switch (algorithm) {
    case 'CRC32':
      return createCrc32();
    case 'CRC32C':
      return createCrc32c();
    case 'CRC64NVME':
      return createCrc64Nvme();
    case 'SHA1':
    case 'SHA256':
      return createHash(algorithm.toLowerCase());
  }
}

/** A part of a multipart upload, as far as its checksum goes. */
export interface PartChecksum {
  readonly size: number;
  readonly digest: Buffer;
}

/** The checksum of an upload from those of its parts; AWS guide: "Checking object integrity". */
export function wholeChecksum(
  algorithm: ChecksumAlgorithm,
  type: StoredChecksum['type'],
  parts: readonly PartChecksum[],
): StoredChecksum {
  if (type === 'FULL_OBJECT' && algorithm !== 'SHA1' && algorithm !== 'SHA256') {
    const [first, ...rest] = parts;
    const whole = rest.reduce(
      (crc, part) => combineCrc(algorithm, crc, part.digest, part.size),
      first?.digest ?? createHasher(algorithm).digest(),
    );
    return { algorithm, type, value: whole.toString('base64') };
  }
  const hasher = createHasher(algorithm);
  for (const part of parts) hasher.update(part.digest);
  return { algorithm, type: 'COMPOSITE', value: `${hasher.digest().toString('base64')}-${parts.length}` };
}
