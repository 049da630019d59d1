import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createAwsClients } from '../../../src/adapters/aws/clients.js';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const followsProxies = major > 24 || (major === 24 && minor >= 5);
const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const ANSWER = `<DescribeApplicationsResponse xmlns="http://elasticbeanstalk.amazonaws.com/docs/2010-12-01/"><DescribeApplicationsResult><Applications/></DescribeApplicationsResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></DescribeApplicationsResponse>`;

/** Answers everything, and notes the request lines. */
async function listening() {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url ?? '');
    response.setHeader('content-type', 'text/xml').end(ANSWER);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function describeApplications(endpoint: string, env: Record<string, string>): Promise<void> {
  const clients = createAwsClients({
    region: 'us-east-1',
    version: '1',
    env,
    endpoint,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const { DescribeApplicationsCommand } = await import('@aws-sdk/client-elastic-beanstalk');
  await (await clients.beanstalk()).send(new DescribeApplicationsCommand({}));
  clients.close();
}

(followsProxies ? describe : describe.skip)('proxies of the environment', () => {
  it('carry calls to AWS', async () => {
    const proxy = await listening();
    await describeApplications('http://elasticbeanstalk.us-east-1.example', { HTTP_PROXY: proxy.url });
    expect(proxy.seen).toEqual(['http://elasticbeanstalk.us-east-1.example/']);
  });

  it('are not asked for this machine, nor for hosts of NO_PROXY', async () => {
    const proxy = await listening();
    const direct = await listening();
    await describeApplications(direct.url, { HTTP_PROXY: proxy.url });
    await describeApplications(direct.url, { HTTP_PROXY: proxy.url, NO_PROXY: 'example.org' });
    expect([direct.seen.length, proxy.seen.length]).toEqual([2, 0]);
  });
});
