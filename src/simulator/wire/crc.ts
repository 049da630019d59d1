/** The cyclic redundancy checks that S3 accepts, and how those of parts make that of the whole. */
import * as zlib from 'node:zlib';

/** Reflected polynomials (the RFC 3720 one, the ISO-HDLC one, and NVM Express's). */
const CASTAGNOLI = 0x82f63b78;
const ETHERNET = 0xedb88320;
const NVME = 0x9a6c9329ac4bc9b5n;

export interface Hasher {
  update(bytes: Uint8Array): void;
  digest(): Buffer;
}

function table32(polynomial: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
    return crc >>> 0;
  });
}

function scriptedCrc32(polynomial: number): (bytes: Uint8Array, before: number) => number {
  const table = table32(polynomial);
  return (bytes, before) => {
    let crc = ~before;
    for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 255] ?? 0);
    return ~crc >>> 0;
  };
}

/** Node has it natively from 20.15 on. */
const crc32: (bytes: Uint8Array, before: number) => number = zlib.crc32 ?? scriptedCrc32(ETHERNET);
const crc32c = scriptedCrc32(CASTAGNOLI);

function hasher32(step: (bytes: Uint8Array, before: number) => number): Hasher {
  let crc = 0;
  return {
    update: (bytes) => {
      crc = step(bytes, crc);
    },
    digest: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(crc);
      return bytes;
    },
  };
}

export const createCrc32 = (): Hasher => hasher32(crc32);
export const createCrc32c = (): Hasher => hasher32(crc32c);

/** Tables for four bytes at a time, high and low words apart: a number holds only 53 bits. */
function tables64(): readonly { readonly high: Uint32Array; readonly low: Uint32Array }[] {
  const first = Array.from({ length: 256 }, (_, byte) => {
    let crc = BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1n) === 1n ? (crc >> 1n) ^ NVME : crc >> 1n;
    return crc;
  });
  const slices = [first];
  for (let slice = 1; slice < 4; slice += 1) {
    const before = slices[slice - 1] ?? first;
    slices.push(before.map((crc) => (crc >> 8n) ^ (first[Number(crc & 255n)] ?? 0n)));
  }
  return slices.map((slice) => ({
    high: Uint32Array.from(slice, (crc) => Number(crc >> 32n)),
    low: Uint32Array.from(slice, (crc) => Number(crc & 0xffffffffn)),
  }));
}

let tables: ReturnType<typeof tables64> | undefined;

export function createCrc64Nvme(): Hasher {
  tables ??= tables64();
  const [one, two, three, four] = tables;
  if (one === undefined || two === undefined || three === undefined || four === undefined)
    throw new Error('No tables.');
  let [high, low] = [~0, ~0];
  return {
    update: (bytes) => {
      let at = 0;
      for (; at + 4 <= bytes.length; at += 4) {
        const a = (low ^ (bytes[at] ?? 0)) & 255;
        const b = ((low >>> 8) ^ (bytes[at + 1] ?? 0)) & 255;
        const c = ((low >>> 16) ^ (bytes[at + 2] ?? 0)) & 255;
        const d = ((low >>> 24) ^ (bytes[at + 3] ?? 0)) & 255;
        low = high ^ (four.low[a] ?? 0) ^ (three.low[b] ?? 0) ^ (two.low[c] ?? 0) ^ (one.low[d] ?? 0);
        high = (four.high[a] ?? 0) ^ (three.high[b] ?? 0) ^ (two.high[c] ?? 0) ^ (one.high[d] ?? 0);
      }
      for (; at < bytes.length; at += 1) {
        const index = (low ^ (bytes[at] ?? 0)) & 255;
        low = ((low >>> 8) | (high << 24)) ^ (one.low[index] ?? 0);
        high = (high >>> 8) ^ (one.high[index] ?? 0);
      }
    },
    digest: () => {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32BE(~high >>> 0, 0);
      bytes.writeUInt32BE(~low >>> 0, 4);
      return bytes;
    },
  };
}

type Matrix = readonly bigint[];

const apply = (matrix: Matrix, vector: bigint): bigint => {
  let sum = 0n;
  for (let rest = vector, row = 0; rest !== 0n; rest >>= 1n, row += 1) if ((rest & 1n) === 1n) sum ^= matrix[row] ?? 0n;
  return sum;
};

const square = (matrix: Matrix): Matrix => matrix.map((row) => apply(matrix, row));

/** The check of two pieces in a row, from theirs (zlib's `crc32_combine`, for any width). */
export function combineCrc(
  algorithm: 'CRC32' | 'CRC32C' | 'CRC64NVME',
  first: Buffer,
  second: Buffer,
  secondBytes: number,
): Buffer {
  const width = algorithm === 'CRC64NVME' ? 64 : 32;
  const polynomial = algorithm === 'CRC64NVME' ? NVME : BigInt(algorithm === 'CRC32' ? ETHERNET : CASTAGNOLI);
  let matrix: Matrix = Array.from({ length: width }, (_, row) => (row === 0 ? polynomial : 1n << BigInt(row - 1)));
  for (let doubling = 0; doubling < 3; doubling += 1) matrix = square(matrix); // from one bit to one byte
  let crc = BigInt(`0x${first.toString('hex')}`);
  for (let rest = secondBytes; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) crc = apply(matrix, crc);
    matrix = square(matrix);
  }
  return Buffer.from((crc ^ BigInt(`0x${second.toString('hex')}`)).toString(16).padStart(width / 4, '0'), 'hex');
}
