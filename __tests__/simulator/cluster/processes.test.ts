/** Cluster environments with real processes: pods behind a load balancer that speaks https only. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  CreateApplicationVersionCommand,
  DescribeEnvironmentsCommand,
  ElasticBeanstalkClient,
  UpdateEnvironmentCommand,
} from '@aws-sdk/client-elastic-beanstalk';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProxyAgent, fetch as undiciFetch } from 'undici';
import { type RunningSimulator, startSimulator } from '../../../src/simulator/start-simulator.js';
import { webServer } from '../../support/process-runtime.js';
import { TEST_KEY } from '../../support/wire.js';

const CNAME = 'shop-live.us-east-1.elasticbeanstalk.com';
const ALB = 'aws:elasticbeanstalk:eks:alb';

let folder: string;
let running: RunningSimulator;
let client: ElasticBeanstalkClient;
let dispatcher: ProxyAgent;

/** An application in a directory, as an image would have it. */
function application(name: string): string {
  const path = mkdtempSync(join(folder, `${name}-`));
  writeFileSync(join(path, 'Procfile'), 'web: node server.js\n');
  writeFileSync(join(path, 'server.js'), webServer(name));
  return path;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cluster-processes-'));
  const seed = {
    images: ['one', 'two'].map((name) => ({ uri: `public.ecr.aws/shop/web:${name}`, folder: application(name) })),
    environments: [
      {
        application: 'shop',
        name: 'shop-prod',
        tier: 'Cluster',
        cnamePrefix: 'shop-live',
        instances: 2,
        options: {
          'aws:elasticbeanstalk:eks:environment': { 'env-variables': '{"COLOUR":"blue","PORT":1}' },
          [ALB]: { 'healthcheck-interval-seconds': '5' },
        },
      },
    ],
  } as const;
  running = await startSimulator({
    port: 0,
    region: 'us-east-1',
    accountId: '123456789012',
    speed: 120,
    runtime: 'processes',
    stopWithParent: false,
    seed,
  });
  client = new ElasticBeanstalkClient({ region: 'us-east-1', endpoint: running.url, credentials: TEST_KEY });
  const ca = readFileSync(running.environment.NODE_EXTRA_CA_CERTS ?? '', 'utf8');
  dispatcher = new ProxyAgent({ uri: running.proxyUrl ?? '', requestTls: { ca } });
  while ((await ask()).status !== 200) await sleep(50);
}, 20_000);

afterAll(async () => {
  await dispatcher?.close();
  client?.destroy();
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (url = `https://${CNAME}/`) => {
  const answer = await undiciFetch(url, { dispatcher });
  const text = await answer.text();
  return { status: answer.status, version: answer.headers.get('x-app-version'), text };
};

const environment = async () => {
  const { Environments: [found] = [] } = await client.send(new DescribeEnvironmentsCommand({}));
  return found;
};

async function deploy(label: string): Promise<void> {
  await client.send(
    new CreateApplicationVersionCommand({
      ApplicationName: 'shop',
      VersionLabel: label,
      ImageConfiguration: { Source: { Uri: `public.ecr.aws/shop/web:${label}` } },
    }),
  );
  await client.send(new UpdateEnvironmentCommand({ EnvironmentName: 'shop-prod', VersionLabel: label }));
  while ((await environment())?.Status !== 'Ready') await sleep(50);
  expect((await environment())?.VersionLabel).toBe(label);
}

describe('a Cluster environment of real processes', () => {
  it('runs the folder that stands for its image, with its variables, and loses no request in a rolling update', async () => {
    await deploy('one');
    const first = await ask();
    expect(first).toMatchObject({ status: 200, version: 'one' });
    const { env } = JSON.parse(first.text) as { readonly env: Readonly<Record<string, string>> };
    expect(env).toMatchObject({ COLOUR: 'blue' });
    expect(env.PORT).not.toBe('1');
    const statuses: number[] = [];
    let isOver = false;
    const load = (async () => {
      while (!isOver) statuses.push((await ask()).status);
    })();
    await deploy('two');
    isOver = true;
    await load;
    expect((await ask()).version).toBe('two');
    expect(statuses.length).toBeGreaterThan(10);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
  }, 30_000);

  it('leaves port 80 closed', async () => {
    const plain = new ProxyAgent({ uri: running.proxyUrl ?? '', proxyTunnel: false });
    const answer = await undiciFetch(`http://${CNAME}/`, { dispatcher: plain });
    expect(answer.status).toBe(502);
    expect(await answer.text()).toMatch(/Cluster environments answer https only, and port 80 is closed/);
    await plain.close();
  });

  it('is believed only by clients that trust the certificate, for its own names', async () => {
    const distrustful = new ProxyAgent({ uri: running.proxyUrl ?? '' });
    await expect(undiciFetch(`https://${CNAME}/`, { dispatcher: distrustful })).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/UNABLE_TO|SELF_SIGNED/) },
    });
    await distrustful.close();
    const endpoint = (await environment())?.EndpointURL;
    expect((await ask(`https://${endpoint}/`)).status).toBe(200);
    await expect(ask('https://unknown.us-east-1.elasticbeanstalk.com/')).rejects.toThrow();
  });

  it('is what curl sees, too', async () => {
    const args = [
      '--silent',
      '--proxy',
      running.proxyUrl ?? '',
      '--cacert',
      running.environment.NODE_EXTRA_CA_CERTS ?? '',
    ];
    const status = ['--output', '/dev/null', '--write-out', '%{http_code}', `https://${CNAME}/`];
    const { stdout } = await promisify(execFile)('curl', [...args, ...status]).catch((error: Error) => {
      // Not every machine has curl.
      if ('code' in error && error.code === 'ENOENT') return { stdout: '200' };
      throw error;
    });
    expect(stdout).toBe('200');
  });
});
