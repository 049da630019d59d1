import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startLoad } from '../../src/demo/load.js';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function proxy(handler: Parameters<typeof createServer>[1]): Promise<string> {
  const listening = createServer(handler);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

const url = 'http://demo.us-east-1.elasticbeanstalk.com/';

describe('the load generator', () => {
  it('asks the proxy for the URL at its rate, over kept connections', async () => {
    const asked = new Set<string>();
    const sockets = new Set<unknown>();
    const proxyUrl = await proxy((request, response) => {
      asked.add(`${request.url} ${request.headers.host}`);
      sockets.add(request.socket);
      response.setHeader('x-app-version', 'v7');
      response.end('ok');
    });
    const began = performance.now();
    // A busy machine sends what is due in one go: so many connections are opened, and no more.
    const load = startLoad({ proxyUrl, url, ratePerSecond: 200, mostOpen: 10 });
    while (load.records.length < 100) await sleep(10);
    const records = await load.stop();
    const due = ((performance.now() - began) / 1_000) * 200;
    expect(records.length).toBeLessThanOrEqual(due);
    expect([...asked]).toEqual([`${url} demo.us-east-1.elasticbeanstalk.com`]);
    expect(sockets.size).toBeLessThanOrEqual(10);
    expect(records.every(({ status, version, latencyMs }) => status === 200 && version === 'v7' && latencyMs > 0)).toBe(
      true,
    );
  });

  it('does not wait for slow answers before it asks again', async () => {
    const proxyUrl = await proxy((_request, response) => void setTimeout(() => response.end(), 300));
    const load = startLoad({ proxyUrl, url, ratePerSecond: 100 });
    await sleep(250);
    expect(load.records).toHaveLength(0);
    expect((await load.stop()).length).toBeGreaterThan(10);
  });

  it('records what failed and why', async () => {
    const proxyUrl = await proxy((request, response) => {
      if (request.headers.host?.startsWith('reset')) request.socket.destroy();
      else if (request.headers.host?.startsWith('half')) {
        response.writeHead(200, { 'content-length': 100 });
        response.write('half', () => request.socket.destroy());
      } else if (!request.headers.host?.startsWith('silent')) response.writeHead(503).end();
    });
    const first = async (host: string): Promise<unknown> => {
      const load = startLoad({ proxyUrl, url: `http://${host}/`, ratePerSecond: 50, timeoutMs: 100 });
      await sleep(60);
      const [record] = await load.stop();
      return record?.status ?? record?.error;
    };
    expect(await first('sick')).toBe(503);
    expect(await first('reset')).toBe('ECONNRESET');
    expect(await first('half')).toBe('ECONNRESET');
    expect(await first('silent')).toBe('timeout');
  });
});
