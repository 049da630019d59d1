/** What S3 promises the action, through the SDK adapter: the same in this process and over HTTP. */
import { createHash, randomFillSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type AwsWorld, awsWorld, TRANSPORTS } from '../support/aws-world.js';
import { removeTemporary, temporary } from '../support/bundle-tree.js';

const MIB = 1_048_576;
const digest = (bytes: Uint8Array | undefined): string =>
  createHash('sha256')
    .update(bytes ?? new Uint8Array(0))
    .digest('hex');

describe.each(TRANSPORTS)('S3 %s', (transport) => {
  let world: AwsWorld;
  let bucket = '';
  beforeEach(async () => {
    world = await awsWorld(transport);
    bucket = await world.beanstalk.storageBucket();
  });
  afterEach(async () => {
    await world.close();
    await removeTemporary();
  });

  const bundle = async (bytes: number) => {
    const path = join(await temporary(), 'bundle.zip');
    writeFileSync(path, randomFillSync(Buffer.alloc(bytes)));
    return { bucket, key: `shop/b-${bytes}.zip`, path, bytes, metadata: { 'bundle-sha256': 'abc' } };
  };

  it.each([1, 3 * MIB, 16 * MIB + 1, 40 * MIB])('keeps an upload of %i bytes as it was', async (bytes) => {
    const request = await bundle(bytes);
    const progress: number[] = [];
    expect(await world.store.put({ ...request, onProgress: (sent) => progress.push(sent) })).toBe('stored');
    expect(digest(world.objects.bytes(bucket, request.key))).toBe(digest(readFileSync(request.path)));
    expect(await world.store.head(bucket, request.key)).toMatchObject({ bytes, metadata: { 'bundle-sha256': 'abc' } });
    expect(progress.at(-1)).toBe(bytes);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    expect(world.objects.checksum(bucket, request.key)).toBeDefined();
  });

  it.each([1, 20 * MIB])('never overwrites an object (upload of %i bytes)', async (bytes) => {
    const request = await bundle(bytes);
    world.objects.put(bucket, request.key, Buffer.from('theirs'));
    expect(await world.store.put(request)).toBe('exists');
    expect(world.objects.text(bucket, request.key)).toBe('theirs');
  });

  it.each([1, 20 * MIB])('does not overwrite an object that appears during the upload of %i bytes', async (bytes) => {
    const request = await bundle(bytes);
    const head = world.objects.head.bind(world.objects);
    let asked = false;
    // The object comes into being right after it was looked for.
    Object.assign(world.objects, {
      head: (...key: [string, string]) => {
        const found = head(...key);
        if (!asked) world.objects.put(...key, Buffer.from('theirs'));
        asked = true;
        return found;
      },
    });
    expect(await world.store.put(request)).toBe('exists');
    expect(world.objects.text(bucket, request.key)).toBe('theirs');
    if (bytes > 16 * MIB) expect(world.calls().join()).toContain('AbortMultipartUpload');
  });

  it('survives throttling, failures and broken connections in the middle', async () => {
    const request = await bundle(40 * MIB);
    world.faults(
      { kind: 'throttle', action: 'UploadPart', times: 1 },
      { kind: 'server-error', status: 503, action: 'UploadPart', skip: 2, times: 2 },
      { kind: 'reset', when: 'after', action: 'CompleteMultipartUpload', times: 1 },
    );
    expect(['stored', 'exists']).toContain(await world.store.put(request));
    expect(digest(world.objects.bytes(bucket, request.key))).toBe(digest(readFileSync(request.path)));
  });

  it('leaves nothing behind when an upload is cancelled or fails', async () => {
    const request = await bundle(40 * MIB);
    const cancel = new AbortController();
    const upload = world.store.put({ ...request, signal: cancel.signal, onProgress: () => cancel.abort() });
    await expect(upload).rejects.toMatchObject({ problem: { code: 'cancelled' } });
    // A part whose connection was cut by that may be noted after it, as refused; none is taken.
    const ended = world.calls().filter((call) => !call.startsWith('UploadPart 400'));
    expect(ended.at(-1)).toMatch(/^AbortMultipartUpload 204/);
    world.faults({ kind: 'lost-permission', answer: 'denied', action: 'UploadPart' });
    await expect(world.store.put(request)).rejects.toMatchObject({
      problem: { code: 'permission-denied', hint: expect.stringContaining('s3:PutObject') },
    });
    expect(world.calls().at(-1)).toMatch(/^AbortMultipartUpload 204/);
    expect(world.objects.bytes(bucket, request.key)).toBeUndefined();
  });

  it('refuses a file that became shorter than it was', async () => {
    const request = await bundle(20 * MIB);
    await expect(world.store.put({ ...request, bytes: 21 * MIB })).rejects.toMatchObject({
      problem: { code: 'bundle-changed' },
    });
    expect(world.objects.bytes(bucket, request.key)).toBeUndefined();
  });

  it('does not touch a bucket of that name which belongs to somebody else', async () => {
    const theirs = 'elasticbeanstalk-us-east-1-999999999999';
    world.objects.createBucket(theirs);
    const request = { ...(await bundle(1)), bucket: theirs };
    await expect(world.store.put(request)).rejects.toMatchObject({ problem: { code: 'permission-denied' } });
  });

  it('lists by prefix, page after page, and reads the end of an object', async () => {
    for (let index = 0; index < 1_203; index += 1) {
      world.objects.put(bucket, `logs/${String(index).padStart(4, '0')}.log`, Buffer.from(`line ${index}`));
    }
    world.objects.put(bucket, 'other', Buffer.from('x'));
    const found = await world.store.list(bucket, 'logs/');
    expect(found.map(({ key }) => key).slice(-2)).toEqual(['logs/1201.log', 'logs/1202.log']);
    expect(found).toHaveLength(1_203);
    expect(await world.store.readEnd(bucket, 'logs/1202.log', 4)).toBe('1202');
    expect(await world.store.readEnd(bucket, 'logs/1202.log', 4_000)).toBe('line 1202');
    world.objects.put(bucket, 'empty', Buffer.alloc(0));
    expect(await world.store.readEnd(bucket, 'empty', 100)).toBe('');
    await expect(world.store.readEnd(bucket, 'gone', 100)).rejects.toMatchObject({
      problem: { code: 'object-missing' },
    });
    expect(await world.store.head(bucket, 'gone')).toBeUndefined();
  });
});
