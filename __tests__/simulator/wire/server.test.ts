import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeEventsCommand,
  ElasticBeanstalkClient,
  UpdateEnvironmentCommand,
} from '@aws-sdk/client-elastic-beanstalk';
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createDiskStore } from '../../../src/simulator/storage/disk-store.js';
import { startWireServer, type WireServer } from '../../../src/simulator/wire/server.js';
import { signed } from '../../support/signed-request.js';
import { TEST_KEY, type TestWire, testWire } from '../../support/wire.js';

const endings: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function started(
  answers: Parameters<typeof testWire>[0] = {},
): Promise<TestWire & { readonly server: WireServer; readonly errors: unknown[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'beanstalk-server-'));
  endings.push(() => rmSync(folder, { recursive: true, force: true }));
  const world = testWire(answers, { objects: createDiskStore(folder) });
  const errors: unknown[] = [];
  const server = await startWireServer(world.wire, {
    port: 0,
    settleEvery: 10,
    onError: (error) => errors.push(error),
  });
  endings.push(() => server.close());
  return { ...world, server, errors };
}

const settings = (server: WireServer) => ({
  region: 'us-east-1',
  endpoint: server.url,
  credentials: TEST_KEY,
  maxAttempts: 1,
});

function beanstalk(server: WireServer): ElasticBeanstalkClient {
  const client = new ElasticBeanstalkClient(settings(server));
  endings.push(() => client.destroy());
  return client;
}

function s3(server: WireServer): S3Client {
  const client = new S3Client({ ...settings(server), forcePathStyle: true });
  endings.push(() => client.destroy());
  return client;
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

describe('the server', () => {
  it('answers the SDKs over a socket, and settles the model by itself', async () => {
    const { server, simulator } = await started({ DescribeEvents: () => ({ Events: [{ Message: 'hello' }] }) });
    simulator.setScenario({ rateLimit: false });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => beanstalk(server).send(new DescribeEventsCommand({}))),
    );
    expect(answers.map(({ Events }) => Events?.[0]?.Message)).toEqual(Array(20).fill('hello'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(simulator.settled).toBeGreaterThan(0);
  });

  it('streams uploads and downloads', async () => {
    const { server } = await started();
    const client = s3(server);
    await client.send(new CreateBucketCommand({ Bucket: 'bucket' }));
    const Body = randomBytes(11 * 1_024 ** 2);
    await new Upload({ client, params: { Bucket: 'bucket', Key: 'big', Body } }).done();
    await client.send(new PutObjectCommand({ Bucket: 'bucket', Key: 'small', Body: 'x', IfNoneMatch: '*' }));
    const answer = await client.send(new GetObjectCommand({ Bucket: 'bucket', Key: 'big' }));
    expect(Buffer.from((await answer.Body?.transformToByteArray()) ?? []).equals(Body)).toBe(true);
    expect((await client.send(new HeadObjectCommand({ Bucket: 'bucket', Key: 'small' }))).ContentLength).toBe(1);
  });

  it('refuses an upload before its body has been read, and goes on', async () => {
    const { server } = await started();
    const client = s3(server);
    const lost = client.send(new PutObjectCommand({ Bucket: 'nowhere', Key: 'k', Body: randomBytes(5_000_000) }));
    await expect(lost).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(client.send(new CreateBucketCommand({ Bucket: 'bucket' }))).resolves.toBeDefined();
  });

  it('breaks the connection when the scenario says so', async () => {
    const { server, simulator, errors } = await started();
    simulator.setScenario({ faults: [{ kind: 'reset', when: 'after', action: 'UpdateEnvironment' }] });
    const lost = beanstalk(server).send(new UpdateEnvironmentCommand({ EnvironmentName: 'shop' }));
    await expect(lost).rejects.toThrow('ECONNRESET');
    expect([simulator.received.length, errors]).toEqual([1, []]);
  });

  it('listens on loopback only, and leaves no port and no socket behind', async () => {
    const { server } = await started();
    await beanstalk(server).send(new DescribeEventsCommand({})); // leaves a connection that is kept alive
    expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
    expect(await isOpen(server.port)).toBe(true);
    const begun = Date.now();
    await server.close();
    expect(Date.now() - begun).toBeLessThan(900);
    expect(await isOpen(server.port)).toBe(false);
  });

  it('does not wait for ever for a client that hangs', async () => {
    const { server } = await started();
    const { headers } = signed('POST', '/', 'Action=DescribeEvents&Version=2010-12-01');
    const hanging = httpRequest({
      port: server.port,
      host: '127.0.0.1',
      method: 'POST',
      headers: { ...headers, 'content-length': '1000' },
    });
    hanging.on('error', () => {});
    hanging.write('Action=');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const begun = Date.now();
    await server.close();
    expect(Date.now() - begun).toBeLessThan(3_000);
    hanging.destroy();
  });

  it('says that a port is taken', async () => {
    const { server, wire } = await started();
    await expect(startWireServer(wire, { port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
