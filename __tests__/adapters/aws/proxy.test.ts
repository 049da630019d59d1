/** Every AWS client behind a real proxy on the loopback. */
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type AwsClients, createAwsClients } from '../../../src/adapters/aws/clients.js';
import { removeTemporary, temporary } from '../../support/bundle-tree.js';

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await removeTemporary();
});

const ANSWER = `<DescribeApplicationsResponse xmlns="http://elasticbeanstalk.amazonaws.com/docs/2010-12-01/"><DescribeApplicationsResult><Applications/></DescribeApplicationsResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></DescribeApplicationsResponse>`;

/** Answers everything, notes the request lines, and lets nobody through a tunnel. */
async function listening() {
  const seen: string[] = [];
  const passwords: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url ?? '');
    passwords.push(request.headers['proxy-authorization']);
    response.setHeader('content-type', 'text/xml').end(ANSWER);
  });
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url}`);
    passwords.push(request.headers['proxy-authorization']);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { seen, passwords, url: `http://${address}`, address };
}

const KEY = { accessKeyId: 'a', secretAccessKey: 'b' };

async function describeApplications(endpoint: string, env: Record<string, string>): Promise<void> {
  const clients = createAwsClients({ region: 'us-east-1', version: '1', env, endpoint, credentials: KEY });
  const { DescribeApplicationsCommand } = await import('@aws-sdk/client-elastic-beanstalk');
  await (await clients.beanstalk()).send(new DescribeApplicationsCommand({}));
  clients.close();
}

/** One call of every client; what it fails with. */
const CALLS: Readonly<Record<string, (clients: AwsClients) => Promise<unknown>>> = {
  'elasticbeanstalk.eu-west-1.amazonaws.com': async (clients) => {
    const { DescribeApplicationsCommand } = await import('@aws-sdk/client-elastic-beanstalk');
    return (await clients.beanstalk()).send(new DescribeApplicationsCommand({}));
  },
  'shop.s3.eu-west-1.amazonaws.com': async (clients) => {
    const { HeadObjectCommand } = await import('@aws-sdk/client-s3');
    return (await clients.s3()).send(new HeadObjectCommand({ Bucket: 'shop', Key: 'k' }));
  },
  'ssm.eu-west-1.amazonaws.com': async (clients) => {
    const { ListCommandsCommand } = await import('@aws-sdk/client-ssm');
    return (await clients.ssm()).send(new ListCommandsCommand({}));
  },
  'sts.eu-west-1.amazonaws.com': async (clients) => {
    const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
    return (await clients.sts()).send(new GetCallerIdentityCommand({}));
  },
  'api.ecr.eu-west-1.amazonaws.com': async (clients) => {
    const { BatchGetImageCommand } = await import('@aws-sdk/client-ecr');
    return (await clients.ecr()).send(new BatchGetImageCommand({ repositoryName: 'r', imageIds: [] }));
  },
};

const clientsWith = (env: Record<string, string>): AwsClients =>
  createAwsClients({ region: 'eu-west-1', version: '1', env, credentials: KEY });

describe('proxies of the environment', () => {
  it.each(Object.keys(CALLS))('carry calls to %s in a tunnel', async (host) => {
    const proxy = await listening();
    const clients = clientsWith({ HTTPS_PROXY: proxy.url });
    await expect(CALLS[host]?.(clients)).rejects.toThrow('the proxy answered CONNECT with 403');
    expect(proxy.seen).toEqual([`CONNECT ${host}:443`]);
    clients.close();
  });

  it('carry the fetching of credentials by web identity, too', async () => {
    const proxy = await listening();
    const token = join(await temporary(), 'token');
    await writeFile(token, 'a.b.c');
    const variables = { AWS_WEB_IDENTITY_TOKEN_FILE: token, AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy' };
    const before = { ...process.env };
    for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
    Object.assign(process.env, variables, { AWS_EC2_METADATA_DISABLED: 'true' });
    try {
      const clients = createAwsClients({ region: 'eu-west-1', version: '1', env: { https_proxy: proxy.url } });
      await expect(CALLS['ssm.eu-west-1.amazonaws.com']?.(clients)).rejects.toThrow();
      expect(proxy.seen.filter((line) => line.includes('sts'))).not.toEqual([]);
      expect(proxy.seen.every((line) => line.startsWith('CONNECT sts.'))).toBe(true);
      clients.close();
    } finally {
      for (const name of [...Object.keys(variables), 'AWS_EC2_METADATA_DISABLED']) delete process.env[name];
      Object.assign(process.env, before);
    }
  });

  it('are given their password', async () => {
    const proxy = await listening();
    const clients = clientsWith({ https_proxy: `http://kim:s%40fe@${proxy.address}` });
    await expect(CALLS['ssm.eu-west-1.amazonaws.com']?.(clients)).rejects.toThrow();
    expect(proxy.passwords).toEqual([`Basic ${Buffer.from('kim:s@fe').toString('base64')}`]);
    clients.close();
  });

  it('carry calls without TLS with the whole address, one after the other', async () => {
    const proxy = await listening();
    for (const host of ['one', 'two']) {
      await describeApplications(`http://${host}.example:8080`, { http_proxy: proxy.url });
    }
    expect(proxy.seen).toEqual(['http://one.example:8080/', 'http://two.example:8080/']);
  });

  it('are not asked for this machine, nor for hosts of NO_PROXY', async () => {
    const proxy = await listening();
    const direct = await listening();
    await describeApplications(direct.url, { HTTP_PROXY: proxy.url });
    await describeApplications(direct.url, { HTTP_PROXY: proxy.url, NO_PROXY: 'example.org' });
    await describeApplications(direct.url.replace('127.0.0.1', 'localhost'), { ALL_PROXY: proxy.url });
    expect([direct.seen.length, proxy.seen.length]).toEqual([3, 0]);
  });

  // `.invalid` leads nowhere, so that nothing is sent to anybody (RFC 2606).
  it.each(['eb.invalid', 'invalid', '.invalid', '*.invalid', 'invalid:443', '*'])(
    'are not asked for a service that NO_PROXY=%s names',
    async (exceptions) => {
      const proxy = await listening();
      const env = { HTTPS_PROXY: proxy.url, NO_PROXY: exceptions };
      await expect(describeApplications('https://eb.invalid', env)).rejects.toThrow(/ENOTFOUND|EAI_AGAIN/);
      expect(proxy.seen).toEqual([]);
    },
  );
});
