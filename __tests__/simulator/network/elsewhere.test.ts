import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { CertificateAuthority } from '../../../src/simulator/network/certificates.js';
import { isElsewhere } from '../../../src/simulator/network/elsewhere.js';
import { NameProxy } from '../../../src/simulator/network/name-proxy.js';
import { seededRandom } from '../../../src/simulator/random.js';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function world(passesOtherNames: boolean): Promise<{ readonly proxy: string; readonly other: string }> {
  const other: Server = createServer((asked, response) => {
    const body: Buffer[] = [];
    asked.on('data', (part: Buffer) => body.push(part));
    asked.on('end', () => {
      response.writeHead(201, { 'x-host': asked.headers.host ?? '' });
      response.end(`${asked.method} ${asked.url} ${Buffer.concat(body).toString()}`);
    });
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const settings = {
    now: () => 0,
    entranceOf: () => undefined,
    environmentAt: () => undefined,
    random: seededRandom(1),
    authority: new CertificateAuthority(Date.now()),
  };
  const proxy = await NameProxy.open({ ...settings, passesOtherNames });
  open.push({ close: () => void other.closeAllConnections() }, other, { close: () => void proxy.close() });
  return { proxy: proxy.url, other: `http://localhost:${(other.address() as AddressInfo).port}` };
}

function ask(proxy: string, url: string): Promise<{ readonly status: number | undefined; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(proxy);
    const headers = { host: new URL(url).host };
    const asked = request({ hostname, port, path: url, method: 'POST', headers, agent: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, body }));
    });
    asked.on('error', reject).end('hello');
  });
}

describe('names that are not of the service', () => {
  it('lead into the real network when that was asked for', async () => {
    const { proxy, other } = await world(true);
    expect(await ask(proxy, `${other}/a?b=c`)).toEqual({ status: 201, body: 'POST /a?b=c hello' });
  });

  it('lead nowhere otherwise', async () => {
    const { proxy, other } = await world(false);
    expect((await ask(proxy, `${other}/`)).status).toBe(502);
  });

  it('are told when nobody answers there', async () => {
    const { proxy } = await world(true);
    const { status, body } = await ask(proxy, 'http://localhost:1/');
    expect(status).toBe(502);
    expect(body).toContain('localhost:1 did not answer');
  });

  it.each(['shop.us-east-1.elasticbeanstalk.com', 'SHOP.elasticbeanstalk.com', 'awseb-1.eu-west-1.elb.amazonaws.com'])(
    'never are %s',
    (name) => expect(isElsewhere(name)).toBe(false),
  );
  it.each(['example.com', 'elasticbeanstalk.com.example', 's3.amazonaws.com'])('are %s', (name) =>
    expect(isElsewhere(name)).toBe(true),
  );
});
