import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createDiskStore } from '../../../src/simulator/storage/disk-store.js';
import { createMemoryStore } from '../../../src/simulator/storage/memory-store.js';
import type { ObjectBytes } from '../../../src/simulator/storage/object-bytes.js';
import { s3Client, testWire } from '../../support/wire.js';

const Bucket = 'elasticbeanstalk-us-east-1-123456789012';
const MIB = 1_024 ** 2;
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'beanstalk-disk-store-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const stores: readonly [string, () => ObjectBytes][] = [
  ['in memory', () => createMemoryStore()],
  ['on disk', () => createDiskStore(newFolder())],
];
const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');

async function bytesOf(client: S3Client, key: string, options: { readonly Range?: string } = {}): Promise<Buffer> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key, ...options }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

describe.each(stores)('S3 %s', (_, createStore) => {
  async function bucket(): Promise<{ readonly client: S3Client; readonly store: ObjectBytes }> {
    const store = createStore();
    const client = s3Client(testWire({}, { objects: store }).wire);
    await client.send(new CreateBucketCommand({ Bucket }));
    return { client, store };
  }

  it('keeps bytes, type and metadata of an object under any key', async () => {
    const { client } = await bucket();
    const Key = 'app/v 1+ü&<x>%/bündle(1).zip';
    const Body = randomBytes(70_000);
    const put = await client.send(
      new PutObjectCommand({
        Bucket,
        Key,
        Body,
        ContentType: 'application/zip',
        Metadata: { sha256: 'abc', label: 'v1' },
      }),
    );
    expect(put.ETag).toBe(`"${md5(Body)}"`);
    expect(await bytesOf(client, Key)).toEqual(Body);
    const head = await client.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    expect(head).toMatchObject({
      ContentLength: 70_000,
      ContentType: 'application/zip',
      ETag: put.ETag,
      Metadata: { sha256: 'abc', label: 'v1' },
    });
    expect(head.ChecksumCRC32).toBe(put.ChecksumCRC32);
    expect(put.ChecksumCRC32).toMatch(/^.{6}==$/);
  });

  it('takes a stream of known length, whose checksum comes in the trailer', async () => {
    const { client } = await bucket();
    const Body = randomBytes(300_000);
    for (const ChecksumAlgorithm of ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const) {
      const stream = Readable.from([Body.subarray(0, 100_001), Body.subarray(100_001)]);
      await client.send(
        new PutObjectCommand({
          Bucket,
          Key: ChecksumAlgorithm,
          Body: stream,
          ContentLength: Body.length,
          ChecksumAlgorithm,
        }),
      );
      expect(md5(await bytesOf(client, ChecksumAlgorithm))).toBe(md5(Body));
    }
  });

  it('refuses to replace when asked not to, and replaces otherwise', async () => {
    const { client } = await bucket();
    const put = (Body: string, conditions: object = {}) =>
      client.send(new PutObjectCommand({ Bucket, Key: 'k', Body, ...conditions }));
    await put('one', { IfNoneMatch: '*' });
    await expect(put('two', { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
    expect((await bytesOf(client, 'k')).toString()).toBe('one');
    await put('three', { IfMatch: `"${md5(Buffer.from('one'))}"` });
    await expect(put('four', { IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await put('five');
    expect((await bytesOf(client, 'k')).toString()).toBe('five');
    const remove = (IfMatch: string) => client.send(new DeleteObjectCommand({ Bucket, Key: 'k', IfMatch }));
    await expect(remove('"other"')).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await remove(`"${md5(Buffer.from('five'))}"`);
    await expect(put('six', { IfMatch: '*' })).rejects.toMatchObject({ $metadata: { httpStatusCode: 404 } });
  });

  it('serves ranges', async () => {
    const { client } = await bucket();
    await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: '0123456789' }));
    const range = async (Range: string): Promise<string> => (await bytesOf(client, 'k', { Range })).toString();
    expect([
      await range('bytes=2-4'),
      await range('bytes=7-'),
      await range('bytes=-3'),
      await range('bytes=5-99'),
    ]).toEqual(['234', '789', '789', '56789']);
    await expect(range('bytes=10-')).rejects.toMatchObject({ name: 'InvalidRange' });
    const partial = await client.send(new GetObjectCommand({ Bucket, Key: 'k', Range: 'bytes=2-4' }));
    expect(partial).toMatchObject({ ContentRange: 'bytes 2-4/10', ContentLength: 3 });
  });

  it('has empty objects too', async () => {
    const { client } = await bucket();
    await client.send(new PutObjectCommand({ Bucket, Key: 'empty', Body: Buffer.alloc(0) }));
    expect(await bytesOf(client, 'empty')).toEqual(Buffer.alloc(0));
  });

  it('lists page by page, with prefixes folded', async () => {
    const { client } = await bucket();
    for (const Key of ['a/1', 'a/2', 'b', 'c/x/1', 'c/y', 'd & e'])
      await client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    const pages: string[][] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await client.send(
        new ListObjectsV2Command({
          Bucket,
          MaxKeys: 2,
          Delimiter: '/',
          ...(ContinuationToken === undefined ? {} : { ContinuationToken }),
        }),
      );
      pages.push(
        [
          ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix ?? ''),
          ...(page.Contents ?? []).map(({ Key }) => Key ?? ''),
        ].sort(),
      );
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    expect(pages).toEqual([
      ['a/', 'b'],
      ['c/', 'd & e'],
    ]);
    const inside = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'c/', EncodingType: 'url' }));
    expect(inside.Contents?.map(({ Key, Size }) => [Key, Size])).toEqual([
      ['c/x/1', 1],
      ['c/y', 1],
    ]);
    const old = await client.send(new ListObjectsCommand({ Bucket, Marker: 'b', MaxKeys: 1 }));
    expect([old.Contents?.map(({ Key }) => Key), old.IsTruncated]).toEqual([['c/x/1'], true]);
  });

  it('copies and deletes', async () => {
    const { client } = await bucket();
    await client.send(new PutObjectCommand({ Bucket, Key: 'a b', Body: 'text', Metadata: { x: '1' } }));
    const copy = await client.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/a%20b` }));
    expect(copy.CopyObjectResult?.ETag).toBe(`"${md5(Buffer.from('text'))}"`);
    expect((await client.send(new HeadObjectCommand({ Bucket, Key: 'copy' }))).Metadata).toEqual({ x: '1' });
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'copy' }));
    const many = await client.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'a b' }, { Key: 'never & was' }] } }),
    );
    expect(many.Deleted?.map(({ Key }) => Key)).toEqual(['a b', 'never & was']);
    await client.send(new DeleteBucketCommand({ Bucket }));
    await expect(client.send(new HeadBucketCommand({ Bucket }))).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('makes one object of parts that arrive out of order', async () => {
    const { client, store } = await bucket();
    const Body = randomBytes(12 * MIB + 12_345);
    const upload = new Upload({
      client,
      params: { Bucket, Key: 'big', Body: Readable.from(pieces(Body, 65_536)), Metadata: { hash: 'h' } },
      partSize: 5 * MIB,
      queueSize: 3,
    });
    const done = await upload.done();
    const parts = [Body.subarray(0, 5 * MIB), Body.subarray(5 * MIB, 10 * MIB), Body.subarray(10 * MIB)];
    const digests = parts.map((part) => createHash('md5').update(part).digest());
    expect(done.ETag).toBe(`"${md5(Buffer.concat(digests))}-3"`);
    expect(md5(await bytesOf(client, 'big'))).toBe(md5(Body));
    const path = store.file(Bucket, 'big');
    expect(md5(readFileSync(path ?? ''))).toBe(md5(Body));
    expect(await client.send(new HeadObjectCommand({ Bucket, Key: 'big' }))).toMatchObject({
      ContentLength: Body.length,
      Metadata: { hash: 'h' },
    });
    const ranged = await bytesOf(client, 'big', { Range: `bytes=${5 * MIB - 3}-${5 * MIB + 2}` });
    expect(ranged).toEqual(Body.subarray(5 * MIB - 3, 5 * MIB + 3));
  });

  it.each(['CRC32', 'CRC32C', 'CRC64NVME'] as const)(
    'combines the %s of parts into that of the whole',
    async (ChecksumAlgorithm) => {
      const { client } = await bucket();
      const Body = randomBytes(5 * MIB + 77);
      const whole = await client.send(new PutObjectCommand({ Bucket, Key: 'whole', Body, ChecksumAlgorithm }));
      const expected = whole[`Checksum${ChecksumAlgorithm}`];
      const { UploadId } = await client.send(
        new CreateMultipartUploadCommand({ Bucket, Key: 'parts', ChecksumAlgorithm, ChecksumType: 'FULL_OBJECT' }),
      );
      const Parts: { readonly PartNumber: number; readonly ETag: string | undefined }[] = [];
      for (const [index, part] of [Body.subarray(0, 5 * MIB), Body.subarray(5 * MIB)].entries()) {
        const sent = await client.send(
          new UploadPartCommand({
            Bucket,
            Key: 'parts',
            UploadId,
            PartNumber: index + 1,
            Body: part,
            ChecksumAlgorithm,
          }),
        );
        Parts.push({ PartNumber: index + 1, ETag: sent.ETag });
      }
      const finish = (sum: string | undefined) =>
        client.send(
          new CompleteMultipartUploadCommand({
            Bucket,
            Key: 'parts',
            UploadId,
            MultipartUpload: { Parts },
            [`Checksum${ChecksumAlgorithm}`]: sum,
          }),
        );
      await expect(
        finish(Buffer.alloc(ChecksumAlgorithm === 'CRC64NVME' ? 8 : 4).toString('base64')),
      ).rejects.toMatchObject({ name: 'BadDigest' });
      const done = await finish(expected);
      expect([done[`Checksum${ChecksumAlgorithm}`], done.ChecksumType]).toEqual([expected, 'FULL_OBJECT']);
    },
  );

  it('refuses completions that name wrong, small or unordered parts, and knows aborted uploads no more', async () => {
    const { client } = await bucket();
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'k' }));
    const part = async (PartNumber: number, Body: string | Buffer) => ({
      PartNumber,
      ETag: (await client.send(new UploadPartCommand({ Bucket, Key: 'k', UploadId, PartNumber, Body }))).ETag,
    });
    const [one, two, three] = [await part(1, 'small'), await part(2, randomBytes(5 * MIB)), await part(3, 'end')];
    const complete = (...Parts: { PartNumber: number; ETag?: string | undefined }[]) =>
      client.send(new CompleteMultipartUploadCommand({ Bucket, Key: 'k', UploadId, MultipartUpload: { Parts } }));
    await expect(complete(one, two)).rejects.toMatchObject({ name: 'EntityTooSmall' });
    await expect(complete(three, two)).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    await expect(complete({ PartNumber: 2, ETag: '"00"' })).rejects.toMatchObject({ name: 'InvalidPart' });
    await expect(complete({ PartNumber: 9, ETag: '"00"' })).rejects.toMatchObject({ name: 'InvalidPart' });
    const listed = await client.send(new ListPartsCommand({ Bucket, Key: 'k', UploadId, MaxParts: 2 }));
    expect([listed.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size]), listed.IsTruncated]).toEqual([
      [
        [1, 5],
        [2, 5 * MIB],
      ],
      true,
    ]);
    expect(
      (await client.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads?.map((upload) => upload.UploadId),
    ).toEqual([UploadId]);
    await client.send(new PutObjectCommand({ Bucket, Key: 'source', Body: '0123456789' }));
    const copied = await client.send(
      new UploadPartCopyCommand({
        Bucket,
        Key: 'k',
        UploadId,
        PartNumber: 3,
        CopySource: `${Bucket}/source`,
        CopySourceRange: 'bytes=2-4',
      }),
    );
    await complete(two, { PartNumber: 3, ETag: copied.CopyPartResult?.ETag });
    expect((await bytesOf(client, 'k')).subarray(-3).toString()).toBe('234');
    await expect(complete(two)).rejects.toMatchObject({ name: 'NoSuchUpload' });
    const second = await client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'k' }));
    const aborted = { Bucket, Key: 'k', UploadId: second.UploadId };
    await client.send(new AbortMultipartUploadCommand(aborted));
    await expect(client.send(new UploadPartCommand({ ...aborted, PartNumber: 1, Body: 'x' }))).rejects.toMatchObject({
      name: 'NoSuchUpload',
    });
  });

  it('refuses what is not there, not allowed or not simulated, in S3 terms', async () => {
    const { client } = await bucket();
    await expect(client.send(new GetObjectCommand({ Bucket, Key: 'none' }))).rejects.toMatchObject({
      name: 'NoSuchKey',
      $metadata: { httpStatusCode: 404 },
    });
    await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'none' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(
      client.send(new PutObjectCommand({ Bucket: 'other-bucket', Key: 'k', Body: 'x' })),
    ).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(client.send(new CreateBucketCommand({ Bucket: 'Not_A_Bucket' }))).rejects.toMatchObject({
      name: 'InvalidBucketName',
    });
    await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    await expect(client.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({ name: 'BucketNotEmpty' });
    await expect(
      client.send(new HeadObjectCommand({ Bucket, Key: 'k', ExpectedBucketOwner: '999999999999' })),
    ).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    await expect(client.send(new GetObjectTaggingCommand({ Bucket, Key: 'k' }))).rejects.toMatchObject({
      name: 'NotImplemented',
      message: expect.stringContaining('tagging'),
    });
  });

  it('finds the bucket in the host name too, and answers where it is', async () => {
    const store = createStore();
    const { wire } = testWire({}, { objects: store });
    await s3Client(wire).send(new CreateBucketCommand({ Bucket }));
    const { S3Client } = await import('@aws-sdk/client-s3');
    const { inProcessHandler } = await import('../../../src/simulator/wire/in-process.js');
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const virtual = new S3Client({
      region: 'us-east-1',
      credentials,
      requestHandler: inProcessHandler(wire),
      maxAttempts: 1,
    });
    await virtual.send(new PutObjectCommand({ Bucket, Key: 'x/y', Body: 'hello' }));
    expect(store.head(Bucket, 'x/y')?.size).toBe(5);
    expect((await virtual.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint).toBeUndefined();
  });
});

describe('the store on disk', () => {
  it('has its objects again after a restart, and nothing of unfinished uploads', async () => {
    const folder = newFolder();
    const first = s3Client(testWire({}, { objects: createDiskStore(folder) }).wire);
    await first.send(new CreateBucketCommand({ Bucket }));
    await first.send(new PutObjectCommand({ Bucket, Key: 'a/b', Body: 'kept', Metadata: { m: '1' } }));
    const { UploadId } = await first.send(new CreateMultipartUploadCommand({ Bucket, Key: 'k' }));
    await first.send(new UploadPartCommand({ Bucket, Key: 'k', UploadId, PartNumber: 1, Body: 'lost' }));
    const second = s3Client(testWire({}, { objects: createDiskStore(folder) }).wire);
    expect((await bytesOf(second, 'a/b')).toString()).toBe('kept');
    expect((await second.send(new HeadObjectCommand({ Bucket, Key: 'a/b' }))).Metadata).toEqual({ m: '1' });
    expect(readdirSync(join(folder, 'staging'))).toEqual([]);
  });

  it('leaves no files of replaced and removed objects', async () => {
    const folder = newFolder();
    const store = createDiskStore(folder);
    const client = s3Client(testWire({}, { objects: store }).wire);
    await client.send(new CreateBucketCommand({ Bucket }));
    for (const Body of ['one', 'two', 'three']) await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body }));
    store.putText(Bucket, 'log', 'text');
    store.remove(Bucket, 'log');
    expect(readdirSync(join(folder, 'buckets', Bucket))).toHaveLength(2);
    expect(readdirSync(join(folder, 'staging'))).toEqual([]);
  });
});

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
