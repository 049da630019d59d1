/** The parts of a multipart upload: which of them a completion names, and what they add up to. */
import type { Staged, StoredChecksum } from '../storage/object-bytes.js';
import type { StoredObject } from '../storage/object-store.js';
import { type ChecksumAlgorithm, checksumHeader, wholeChecksum } from './checksums.js';
import { header, type S3Call } from './s3-call.js';
import { malformedXml, S3Error } from './s3-error.js';
import type { Received } from './s3-receive.js';
import { element } from './xml.js';

/** AWS guide: every part but the last has at least 5 MiB; part numbers run from 1 to 10,000. */
const MIN_PART = 5 * 1_024 ** 2;
export const MAX_PARTS = 10_000;
export const MAX_DOCUMENT = 5_000_000;

export interface Part extends Received {
  readonly number: number;
  readonly staged: Staged;
  readonly etag: string;
  readonly arrived: Date;
}

export interface Upload {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly initiated: Date;
  readonly described: Pick<StoredObject, 'metadata' | 'contentType'>;
  readonly algorithm: ChecksumAlgorithm | undefined;
  readonly checksumType: StoredChecksum['type'];
  readonly parts: Map<number, Part>;
}

export interface CompleteDocument {
  readonly CompleteMultipartUpload?: {
    readonly Part?: readonly { readonly PartNumber?: string; readonly ETag?: string }[];
  };
}

/** The parts a completion names, checked against those that have arrived. */
export function chosenParts(upload: Upload, document: CompleteDocument): readonly [Part, ...Part[]] {
  const parts: Part[] = [];
  for (const { PartNumber, ETag } of document.CompleteMultipartUpload?.Part ?? []) {
    const part = upload.parts.get(Number(PartNumber));
    if (
      part === undefined ||
      part.etag.replaceAll('"', '') !== (ETag ?? '').replaceAll('"', '').replaceAll('&quot;', '')
    ) {
      throw new S3Error(
        400,
        'InvalidPart',
        "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
        { UploadId: upload.id, PartNumber: PartNumber ?? '', ETag: ETag ?? '' },
      );
    }
    if (part.number <= (parts.at(-1)?.number ?? 0)) {
      throw new S3Error(
        400,
        'InvalidPartOrder',
        'The list of parts was not in ascending order. Parts must be ordered by part number.',
        { UploadId: upload.id },
      );
    }
    parts.push(part);
  }
  const small = parts.slice(0, -1).find((part) => part.size < MIN_PART);
  if (small !== undefined) {
    throw new S3Error(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
      ProposedSize: String(small.size),
      MinSizeAllowed: String(MIN_PART),
      PartNumber: String(small.number),
      ETag: small.etag,
    });
  }
  const [first, ...rest] = parts;
  if (first === undefined) throw malformedXml();
  return [first, ...rest];
}

/** The checksum of the whole, when every part brought one of the upload's algorithm. */
export function checksumOf(upload: Upload, parts: readonly Part[]): StoredChecksum | undefined {
  const { algorithm } = upload;
  if (algorithm === undefined) return undefined;
  const digests = parts.flatMap(({ size, checksum }) =>
    checksum?.algorithm === algorithm ? [{ size, digest: checksum.digest }] : [],
  );
  return digests.length === parts.length ? wholeChecksum(algorithm, upload.checksumType, digests) : undefined;
}

export function verifyWhole(call: S3Call, parts: readonly Part[], checksum: StoredChecksum | undefined): void {
  const size = header(call, 'x-amz-mp-object-size');
  const sum = parts.reduce((total, part) => total + part.size, 0);
  if (size !== undefined && Number(size) !== sum) {
    throw new S3Error(
      400,
      'InvalidRequest',
      `The provided 'x-amz-mp-object-size' header value ${size} does not match what was computed: ${sum}`,
    );
  }
  const given = checksum === undefined ? undefined : header(call, checksumHeader(checksum.algorithm));
  if (
    checksum !== undefined &&
    given !== undefined &&
    given.replace(/-\d+$/, '') !== checksum.value.replace(/-\d+$/, '')
  ) {
    throw new S3Error(
      400,
      'BadDigest',
      `The ${checksum.algorithm} you specified did not match the calculated checksum.`,
    );
  }
}

export const checksumElement = (algorithm: ChecksumAlgorithm, value: string): string =>
  element(`Checksum${algorithm}`, value);

export const partXml = (part: Part): string =>
  `<Part>${element('PartNumber', part.number)}${element('LastModified', part.arrived)}${element('ETag', part.etag)}${element('Size', part.size)}` +
  `${part.checksum === undefined ? '' : checksumElement(part.checksum.algorithm, part.checksum.digest.toString('base64'))}</Part>`;
