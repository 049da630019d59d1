/** The CRC-32 of a whole from those of its parts, so that the parts can be read side by side. */

/** The polynomial of CRC-32 (PKWARE APPNOTE.txt, 4.4.7), lowest power in the highest bit. */
const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;

/** The product of two polynomials over GF(2), modulo the polynomial of CRC-32. */
function times(left: number, right: number): number {
  let product = 0;
  let shifted = right;
  for (let bit = ONE; bit !== 0; bit >>>= 1) {
    if ((left & bit) !== 0) product ^= shifted;
    shifted = (shifted & 1) === 0 ? shifted >>> 1 : (shifted >>> 1) ^ POLYNOMIAL;
  }
  return product >>> 0;
}

/** x to the power of eight times `bytes`: what appending that many bytes multiplies a CRC by. */
function shiftBy(bytes: number): number {
  let power = ONE;
  // x⁸, then its square for every binary digit.
  let factor = ONE >>> 8;
  for (let rest = bytes; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = times(power, factor);
    factor = times(factor, factor);
  }
  return power;
}

/** As `crc32_combine` of zlib: the CRC of one text and another after it, which is `bytes` long. */
export const crcOfBoth = (crc: number, next: number, bytes: number): number =>
  (times(shiftBy(bytes), crc) ^ next) >>> 0;
