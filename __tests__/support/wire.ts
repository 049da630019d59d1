/** A wire over a fake or real model, with AWS SDK clients that talk to it in process. */
import { ElasticBeanstalkClient } from '@aws-sdk/client-elastic-beanstalk';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import { VirtualClock } from '../../src/simulator/clocks.js';
import { createMemoryStore } from '../../src/simulator/storage/memory-store.js';
import { inProcessHandler } from '../../src/simulator/wire/in-process.js';
import { createWire, type Wire, type WireOptions } from '../../src/simulator/wire/wire.js';
import { type FakeSimulator, fakeSimulator } from './fake-simulator.js';

export const TEST_KEY = { accessKeyId: 'test', secretAccessKey: 'test' } as const;

export interface TestWire {
  readonly wire: Wire;
  readonly simulator: FakeSimulator;
  readonly clock: VirtualClock;
}

type Answers = Parameters<typeof fakeSimulator>[0];

/** A wire whose model answers as told; everything may be overridden. */
export function testWire(answers: Answers = {}, overrides: Partial<WireOptions> = {}): TestWire {
  const simulator = fakeSimulator(answers);
  const clock = new VirtualClock();
  const wire = createWire({ simulator, objects: createMemoryStore(), clock, ...overrides });
  return { wire, simulator, clock };
}

interface ClientSettings {
  readonly region?: string;
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  readonly endpoint?: string;
}

const common = (wire: Wire, settings: ClientSettings) => ({
  region: settings.region ?? 'us-east-1',
  endpoint: settings.endpoint ?? 'http://127.0.0.1:4566',
  credentials: settings.credentials ?? TEST_KEY,
  requestHandler: inProcessHandler(wire),
  maxAttempts: 1,
});

export const beanstalkClient = (wire: Wire, settings: ClientSettings = {}): ElasticBeanstalkClient =>
  new ElasticBeanstalkClient(common(wire, settings));

export const stsClient = (wire: Wire, settings: ClientSettings = {}): STSClient =>
  new STSClient(common(wire, settings));

export const s3Client = (wire: Wire, settings: ClientSettings = {}): S3Client =>
  new S3Client({ ...common(wire, settings), forcePathStyle: true });

/** Reads a whole answer as text. */
export async function textOf(body: Uint8Array | AsyncIterable<Uint8Array>): Promise<string> {
  if (body instanceof Uint8Array) return Buffer.from(body).toString('utf8');
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
