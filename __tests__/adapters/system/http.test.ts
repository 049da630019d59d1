/** One GET as `curl` would send it, over real sockets on the loopback. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createHttp, proxyFor } from '../../../src/adapters/system/http.js';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(listener: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const limits = { timeout: 2_000, limitBytes: 100 };

describe('a request to the application', () => {
  it('answers status and body, of a redirect too', async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: '/elsewhere' }).end('moved'));
    expect(await createHttp({}).get({ url, ...limits })).toEqual({ kind: 'answered', status: 302, body: 'moved' });
  });

  it('goes through HTTP_PROXY with the whole address, so that names the proxy knows lead somewhere', async () => {
    const seen: (string | undefined)[] = [];
    const proxy = await serve((request, response) => {
      seen.push(request.url, request.headers.host);
      response.end('from the proxy');
    });
    const answer = await createHttp({ HTTP_PROXY: proxy }).get({ url: 'http://shop.example/health', ...limits });
    expect(answer).toMatchObject({ kind: 'answered', body: 'from the proxy' });
    expect(seen).toEqual(['http://shop.example/health', 'shop.example']);
  });

  it('goes through HTTPS_PROXY in a tunnel, and nowhere else', async () => {
    const seen: string[] = [];
    const first: Buffer[] = [];
    const url = await serve(() => {});
    servers.at(-1)?.on('connect', (request, socket) => {
      seen.push(request.url ?? '');
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.once('data', (part) => {
        first.push(part);
        socket.destroy();
      });
    });
    const answer = await createHttp({ HTTPS_PROXY: url }).get({ url: 'https://shop.invalid/health', ...limits });
    expect(seen).toEqual(['shop.invalid:443']);
    // A TLS handshake for that very name.
    expect(first[0]?.[0]).toBe(0x16);
    expect(first[0]?.toString('latin1')).toContain('shop.invalid');
    // The name is the proxy's to look up.
    expect(answer).toMatchObject({ kind: 'unanswered', because: expect.not.stringContaining('ENOTFOUND') });
  });

  it('reads no more of a long body than it is told', async () => {
    const url = await serve((_, response) => response.end('x'.repeat(10_000)));
    const answer = await createHttp({}).get({ url, ...limits });
    expect(answer.kind === 'answered' ? answer.body.length : 0).toBe(100);
  });

  it('says why there was no answer, and never fails', async () => {
    const silent = await serve(() => {});
    const late = await createHttp({}).get({ url: silent, timeout: 50, limitBytes: 10 });
    expect(late).toMatchObject({ kind: 'unanswered', because: expect.stringContaining('0.05 s') });
    expect(await createHttp({}).get({ url: 'http://127.0.0.1:1/', ...limits })).toMatchObject({ kind: 'unanswered' });
    expect(await createHttp({}).get({ url: 'no address', ...limits })).toMatchObject({ kind: 'unanswered' });
    const stop = new AbortController();
    const stopped = createHttp({}).get({ url: silent, ...limits, signal: stop.signal });
    stop.abort();
    expect(await stopped).toMatchObject({ kind: 'unanswered', because: 'the run was asked to stop' });
  });
});

describe('the proxy of an address', () => {
  it.each([
    ['http://a.example/', { HTTP_PROXY: 'http://p:1' }, 'http://p:1/'],
    ['http://a.example/', { http_proxy: 'p:1' }, 'http://p:1/'],
    ['https://a.example/', { HTTP_PROXY: 'http://p:1' }, undefined],
    ['http://a.example/', { HTTP_PROXY: 'http://p:1', NO_PROXY: 'b.example, .example' }, undefined],
    ['http://a.example/', { HTTP_PROXY: 'http://p:1', NO_PROXY: 'a.example:80' }, undefined],
    ['http://xa.example/', { HTTP_PROXY: 'http://p:1', no_proxy: 'a.example' }, 'http://p:1/'],
    ['http://a.example/', { HTTP_PROXY: 'http://p:1', NO_PROXY: '*' }, undefined],
  ])('%s with %j', (url, env, wanted) => expect(proxyFor(new URL(url), env)?.href).toBe(wanted));
});
