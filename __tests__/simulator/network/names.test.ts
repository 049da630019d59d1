import { get } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fetch, ProxyAgent } from 'undici';
import { Stand, webBundle } from '../../support/process-runtime.js';

const BLUE = 'blue.us-east-1.elasticbeanstalk.com';
const GREEN = 'green.us-east-1.elasticbeanstalk.com';
let stand: Stand;
let endpoints: Record<string, string>;

async function open(options: { readonly speed?: number; readonly nameTimeToLive?: number } = {}): Promise<void> {
  stand = await Stand.open(options);
  endpoints = {};
  for (const [environmentId, instanceId, cname] of [
    ['e-blue', 'i-1', BLUE],
    ['e-green', 'i-2', GREEN],
  ] as const) {
    await stand.version(environmentId, webBundle(environmentId));
    stand.runtime.launch({ instanceId, environmentId, environmentName: environmentId });
    endpoints[environmentId] = stand.runtime.openEntrance(environmentId, 'single-instance').endpoint;
    stand.runtime.pointName(cname, environmentId);
    stand.route([instanceId], { environmentId });
    await stand.run(instanceId, environmentId);
  }
}
beforeEach(() => open());
afterEach(() => stand.close());

const versionAt = async (host: string): Promise<string | undefined> => (await stand.ask(`http://${host}/`)).version;

describe('the name proxy', () => {
  it('leads CNAMEs and endpoints to their environments, whatever their case', async () => {
    expect(await versionAt(BLUE)).toBe('e-blue');
    expect(await versionAt(GREEN.toUpperCase())).toBe('e-green');
    expect(endpoints['e-blue']).toMatch(/^198\.1[89]\./);
    expect(await versionAt(endpoints['e-blue'] ?? '')).toBe('e-blue');
  });

  it('follows a swap at once', async () => {
    stand.runtime.pointName(BLUE, 'e-green');
    stand.runtime.pointName(GREEN, 'e-blue');
    expect([await versionAt(BLUE), await versionAt(GREEN)]).toEqual(['e-green', 'e-blue']);
  });

  describe('with resolvers that hold an answer for a time', () => {
    beforeEach(async () => {
      await stand.close();
      await open({ speed: 60, nameTimeToLive: 30_000 });
    });
    const as = async (client: string): Promise<string | undefined> => {
      const { host } = new URL(stand.runtime.proxyUrl);
      const dispatcher = new ProxyAgent({ uri: `http://${host}`, proxyTunnel: false, token: basic(client) });
      const answer = await fetch(`http://${BLUE}/`, { dispatcher });
      await answer.text();
      await dispatcher.close();
      return answer.headers.get('x-app-version') ?? undefined;
    };
    const basic = (client: string): string => `Basic ${Buffer.from(client).toString('base64')}`;

    it('goes on leading a client that has asked to the old environment, until its answer is too old', async () => {
      await versionAt(BLUE);
      stand.runtime.pointName(BLUE, 'e-green');
      expect(await versionAt(BLUE)).toBe('e-blue');
      await new Promise((resolve) => setTimeout(resolve, 550));
      expect(await versionAt(BLUE)).toBe('e-green');
    });

    it('leads a client that has not asked yet to the new one at once', async () => {
      expect(await as('early')).toBe('e-blue');
      stand.runtime.pointName(BLUE, 'e-green');
      expect([await as('early'), await as('late'), await versionAt(BLUE)]).toEqual(['e-blue', 'e-green', 'e-green']);
    });

    it('leads a client whose resolver holds answers longer to the old one for longer', async () => {
      expect([await as('stubborn:600'), await as('usual:')]).toEqual(['e-blue', 'e-blue']);
      stand.runtime.pointName(BLUE, 'e-green');
      await new Promise((resolve) => setTimeout(resolve, 550));
      expect([await as('stubborn:600'), await as('usual:')]).toEqual(['e-blue', 'e-green']);
    });
  });

  it('never leads to the real network', async () => {
    for (const url of ['http://example.com/', 'http://127.0.0.1/', `http://${BLUE}:8080/`]) {
      expect(await stand.ask(url)).toMatchObject({
        status: 502,
        body: expect.stringContaining('Elastic Beanstalk simulator'),
      });
    }
    stand.runtime.pointName(BLUE, undefined);
    expect((await stand.ask(`http://${BLUE}/`)).body).toContain(`no environment has the name ${BLUE}`);
    stand.runtime.closeEntrance('e-green');
    expect((await stand.ask(`http://${GREEN}/`)).status).toBe(502);
  });

  it('passes path, query, method and body on, and the host that was asked', async () => {
    const echo = `require('node:http').createServer(async (q, r) => {
      let body = ''; for await (const chunk of q) body += chunk;
      r.end(JSON.stringify({ url: q.url, method: q.method, body, host: q.headers.host, from: q.headers['x-forwarded-for'] }));
    }).listen(Number(process.env.PORT));`;
    await stand.version('echo', { Procfile: 'web: node server.js', 'server.js': echo });
    await stand.run('i-1', 'echo');
    const dispatcher = new ProxyAgent({ uri: stand.runtime.proxyUrl, proxyTunnel: false });
    const answer = await fetch(`http://${BLUE}/a/b?c=d%20e`, { method: 'POST', body: 'x'.repeat(100_000), dispatcher });
    const seen = (await answer.json()) as Record<string, string>;
    expect(seen).toMatchObject({
      url: '/a/b?c=d%20e',
      method: 'POST',
      host: BLUE,
      from: expect.stringContaining('127.0.0.1'),
    });
    expect(seen.body).toHaveLength(100_000);
    await dispatcher.close();
  });

  it('lets clients tunnel plain HTTP, and says that there is no https', async () => {
    const dispatcher = new ProxyAgent({ uri: stand.runtime.proxyUrl, proxyTunnel: true });
    expect((await fetch(`http://${BLUE}/`, { dispatcher })).headers.get('x-app-version')).toBe('e-blue');
    await expect(fetch(`https://${BLUE}/`, { dispatcher })).rejects.toThrow();
    const { port } = new URL(stand.runtime.proxyUrl);
    const text = await new Promise<string>((resolve, reject) => {
      const request = get({ host: '127.0.0.1', port, method: 'CONNECT', path: `${BLUE}:443`, agent: false });
      request.on('connect', (response, socket, head) => {
        let body = head.toString();
        socket.on('data', (chunk) => {
          body += chunk;
        });
        socket.on('end', () => resolve(`${response.statusCode} ${body}`));
      });
      request.on('error', reject);
    });
    expect(text).toMatch(/^502 .*https is not simulated/);
    await dispatcher.destroy();
  });

  it('can be asked directly with a Host header', async () => {
    const { port } = new URL(stand.runtime.proxyUrl);
    const version = await new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path: '/', headers: { host: GREEN }, agent: false }, (response) => {
        response.resume();
        resolve(response.headers['x-app-version']);
      }).on('error', reject);
    });
    expect(version).toBe('e-green');
  });
});
