import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { createMemoryStore } from '../../../src/simulator/storage/memory-store.js';
import { createHasher } from '../../../src/simulator/wire/checksums.js';
import { ChunkedDecoder } from '../../../src/simulator/wire/chunked.js';
import { signed } from '../../support/signed-request.js';
import { testWire, textOf } from '../../support/wire.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const base64 = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('base64');
const crcOf = (text: string): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return bytes.toString('base64');
};

async function put(body: string, headers: Record<string, string>, sent: Uint8Array | Readable = Buffer.from(body)) {
  const objects = createMemoryStore();
  objects.createBucket('bucket');
  const { wire } = testWire({}, { objects });
  const request = signed('PUT', '/bucket/key', body, { service: 's3', headers });
  const response = await wire.handle({ ...request, body: sent });
  const text = await textOf(response.body);
  return {
    status: response.status,
    code: text === '' ? undefined : new XMLParser().parse(text).Error.Code,
    stored: objects.text('bucket', 'key'),
  };
}

const chunked = (...chunks: string[]): string =>
  chunks.map((chunk) => `${chunk.length.toString(16)};chunk-signature=${'0'.repeat(64)}\r\n${chunk}\r\n`).join('');
const streaming = (length: number, more: Record<string, string> = {}) => ({
  'content-encoding': 'aws-chunked',
  'x-amz-decoded-content-length': String(length),
  'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
  ...more,
});

describe('bodies of S3 uploads', () => {
  it.each([
    ['nothing more', {}],
    ['its MD5', { 'content-md5': base64('md5', 'hello') }],
    ['its SHA-1', { 'x-amz-checksum-sha1': base64('sha1', 'hello') }],
    ['its SHA-256', { 'x-amz-checksum-sha256': base64('sha256', 'hello') }],
    ['its CRC-32', { 'x-amz-checksum-crc32': crcOf('hello') }],
    ['no hash in the signature', { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }],
  ])('are taken with %s', async (_, headers) => {
    expect(await put('hello', headers)).toEqual({ status: 200, stored: 'hello' });
  });

  it.each([
    ['MD5', { 'content-md5': base64('md5', 'other') }, 'BadDigest'],
    ['SHA-256', { 'x-amz-checksum-sha256': base64('sha256', 'other') }, 'BadDigest'],
    ['CRC-32', { 'x-amz-checksum-crc32': crcOf('other') }, 'BadDigest'],
    ['signed hash', { 'x-amz-content-sha256': sha256('other') }, 'XAmzContentSHA256Mismatch'],
    ['length', { 'content-length': '9' }, 'IncompleteBody'],
  ])('are refused with a wrong %s, and nothing is stored', async (_, headers, code) => {
    expect(await put('hello', headers)).toEqual({ status: 400, code, stored: undefined });
  });

  it('are refused without a length', async () => {
    const objects = createMemoryStore();
    objects.createBucket('bucket');
    const { wire } = testWire({}, { objects });
    const request = signed('PUT', '/bucket/key', '', { service: 's3', unsignedHeaders: ['content-length'] });
    const { 'content-length': _, ...headers } = request.headers;
    const response = await wire.handle({ ...request, headers });
    expect([response.status, await textOf(response.body)]).toEqual([
      411,
      expect.stringContaining('MissingContentLength'),
    ]);
  });

  it('are refused when the client goes away', async () => {
    const broken = new Readable({ read() {} });
    broken.push('hel');
    setImmediate(() => broken.destroy(new Error('aborted')));
    expect(await put('hello', {}, broken)).toEqual({ status: 400, code: 'IncompleteBody', stored: undefined });
  });

  it('are decoded when they are aws-chunked with signatures, whatever the pieces they arrive in', async () => {
    const encoded = `${chunked('hello ', 'world')}0;chunk-signature=${'0'.repeat(64)}\r\n\r\n`;
    for (const size of [1, 2, 7, 1_000]) {
      const pieces = encoded.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(await put('', streaming(11), Readable.from(pieces))).toEqual({ status: 200, stored: 'hello world' });
    }
  });

  it('are verified against the checksum in the trailer', async () => {
    const body = (sum: string) => Buffer.from(`b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:${sum}\r\n\r\n`);
    const headers = streaming(11, {
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      'x-amz-trailer': 'x-amz-checksum-crc32',
    });
    expect(await put('', headers, body(crcOf('hello world')))).toEqual({ status: 200, stored: 'hello world' });
    expect(await put('', headers, body(crcOf('other')))).toMatchObject({ code: 'BadDigest', stored: undefined });
    expect(await put('', headers, Buffer.from('b\r\nhello world\r\n0\r\n\r\n'))).toMatchObject({
      code: 'MalformedTrailerError',
    });
  });

  it.each([
    ['end too early', 'b\r\nhello'],
    ['have no last chunk', 'b\r\nhello world\r\n'],
    ['are longer than they say', '5\r\nhello world\r\n0\r\n\r\n'],
    ['have no sizes', 'hello world'],
  ])('are refused when the chunks %s', async (_, encoded) => {
    expect(await put('', streaming(11), Buffer.from(encoded))).toMatchObject({
      status: 400,
      code: 'IncompleteBody',
      stored: undefined,
    });
  });
});

describe('the aws-chunked decoder', () => {
  it('gives back what was encoded, for any chunks cut anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 })), fc.array(fc.nat(20)), (chunks, cuts) => {
        const encoded = Buffer.concat([
          ...chunks.map((chunk) =>
            Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]),
          ),
          Buffer.from('0\r\na: b\r\n\r\n'),
        ]);
        const decoder = new ChunkedDecoder();
        const payload: Buffer[] = [];
        let at = 0;
        for (const cut of cuts) {
          payload.push(...decoder.push(encoded.subarray(at, at + cut)));
          at += cut;
        }
        payload.push(...decoder.push(encoded.subarray(at)));
        expect(Buffer.concat(payload).equals(Buffer.concat(chunks))).toBe(true);
        expect([decoder.finished, decoder.trailers]).toEqual([true, { a: 'b' }]);
      }),
    );
  });
});

describe('checksums', () => {
  // "123456789" is the customary check input of the CRC catalogue.
  it.each([
    ['CRC32', 'cbf43926'],
    ['CRC32C', 'e3069283'],
    ['CRC64NVME', 'ae8b14860a799888'],
  ] as const)('%s is the published one, in one piece or several', (algorithm, expected) => {
    const bytes = Buffer.from('123456789');
    for (const cut of [0, 1, 4, 5, 9]) {
      const hasher = createHasher(algorithm);
      hasher.update(bytes.subarray(0, cut));
      hasher.update(bytes.subarray(cut));
      expect(hasher.digest().toString('hex')).toBe(expected);
    }
  });
});
