/** What conditional writes promise the action, through the SDK adapter: the same in this process and over HTTP. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createDocuments } from '../../src/adapters/aws/documents.js';
import type { Documents } from '../../src/ports/documents.js';
import { seededRandom } from '../../src/simulator/random.js';
import { type AwsWorld, awsWorld, TRANSPORTS } from '../support/aws-world.js';

describe.each(TRANSPORTS)('documents %s', (transport) => {
  let world: AwsWorld;
  let documents: Documents;
  let bucket = '';
  const key = 'beanstalk-rollout/locks/shop-production.json';
  beforeEach(async () => {
    world = await awsWorld(transport);
    documents = createDocuments({ clients: world.clients, clock: world.clock, random: seededRandom(1) });
    bucket = await world.beanstalk.storageBucket();
  });
  afterEach(() => world.close());

  const etag = async (): Promise<string> => (await documents.read(bucket, key))?.etag ?? '';

  it('are not there before they are written, and then are as written', async () => {
    expect(await documents.read(bucket, key)).toBeUndefined();
    expect(await documents.write({ bucket, key, text: 'one é' })).toBe('written');
    expect(await documents.read(bucket, key)).toMatchObject({ text: 'one é' });
    expect(await documents.keys(bucket, 'beanstalk-rollout/')).toEqual([key]);
  });

  it('tell the name of what was written, which the next write can be based on', async () => {
    let replaces = '';
    const onWritten = (name: string): void => {
      replaces = name;
    };
    await documents.write({ bucket, key, text: 'one', onWritten });
    expect(replaces).toBe(await etag());
    expect(await documents.write({ bucket, key, text: 'two', replaces, onWritten })).toBe('written');
    expect(replaces).toBe(await etag());
  });

  it('are read until S3 answers, and looked at once only', async () => {
    await documents.write({ bucket, key, text: 'one' });
    const throttled = { kind: 'throttle', action: 'GetObject', times: 1 } as const;
    world.faults(throttled);
    expect(await documents.read(bucket, key)).toMatchObject({ text: 'one' });
    world.faults(throttled);
    await expect(documents.look(bucket, key)).rejects.toMatchObject({ nature: 'transient' });
    expect(await documents.look(bucket, key)).toMatchObject({ text: 'one' });
  });

  it('are not overwritten by whoever thinks that there is none', async () => {
    await documents.write({ bucket, key, text: 'one' });
    expect(await documents.write({ bucket, key, text: 'two' })).toBe('conflict');
    expect(await documents.read(bucket, key)).toMatchObject({ text: 'one' });
  });

  it('are replaced only by whoever has read what is there', async () => {
    await documents.write({ bucket, key, text: 'one' });
    const replaces = await etag();
    expect(await documents.write({ bucket, key, text: 'two', replaces })).toBe('written');
    expect(await documents.write({ bucket, key, text: 'three', replaces })).toBe('conflict');
    expect(await documents.read(bucket, key)).toMatchObject({ text: 'two' });
  });

  it('that were removed meanwhile are a conflict, too', async () => {
    await documents.write({ bucket, key, text: 'one' });
    const replaces = await etag();
    world.objects.remove(bucket, key);
    expect(await documents.write({ bucket, key, text: 'two', replaces })).toBe('conflict');
  });

  it('of twenty writers at once, one wins', async () => {
    const writes = Array.from({ length: 20 }, (_, index) => documents.write({ bucket, key, text: `${index}` }));
    expect((await Promise.all(writes)).filter((end) => end === 'written')).toHaveLength(1);
  });

  it('tell their age by the dates of S3, not by the clock of the runner', async () => {
    await documents.write({ bucket, key, text: 'one' });
    const modified = world.objects.head(bucket, key)?.lastModified.getTime() ?? 0;
    // The runner's clock is ahead by a day; the answers are dated by the wall here, the objects by the virtual clock.
    const ahead = { now: () => world.clock.now() + 86_400_000, sleep: world.clock.sleep.bind(world.clock) };
    const reader = createDocuments({ clients: world.clients, clock: ahead, random: seededRandom(1) });
    const age = (await reader.read(bucket, key))?.age ?? -1;
    expect(Math.abs(age - Math.max(0, Date.now() - modified))).toBeLessThan(5_000);
  });
});
