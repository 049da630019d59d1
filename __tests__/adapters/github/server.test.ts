import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/adapters/system/clock.js';
import { startWireServer, type WireServer } from '../../../src/simulator/wire/server.js';
import { testWire } from '../../support/wire.js';

/** The address of the API and the proxies are read when Octokit is loaded: they are set before, as a runner does it. */
describe('a GitHub Enterprise Server behind a proxy', () => {
  const { wire } = testWire();
  const tunnels: string[] = [];
  let server: WireServer;
  let proxy: Server;
  const before = { ...process.env };

  beforeAll(async () => {
    server = await startWireServer(wire, { port: 0 });
    proxy = createServer().on('connect', (request, socket, head) => {
      tunnels.push(request.url ?? '');
      const onward = connect(server.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
    });
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    process.env.GITHUB_API_URL = `http://github.test:${server.port}/_github/api/v3`;
    process.env.http_proxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    delete process.env.no_proxy;
    delete process.env.NO_PROXY;
  });

  afterAll(async () => {
    process.env = before;
    proxy.closeAllConnections();
    await new Promise((done) => proxy.close(done));
    await server.close();
  });

  it('is reached at its own address, through the proxy of the runner', async () => {
    const { createGitHub } = await import('../../../src/adapters/github/github.js');
    const { GITHUB_API_URL: apiUrl = '' } = process.env;
    const github = createGitHub({ token: 't', repository: 'acme/shop', apiUrl, version: '1.2.3', clock: systemClock });
    const id = await github.createDeployment({
      ref: 'main',
      environment: 'shop',
      description: 'v1',
      transient: false,
      production: false,
      payload: {},
    });
    expect(await github.deployments('shop')).toMatchObject([{ id }]);
    expect(tunnels.length).toBeGreaterThan(0);
    expect(new Set(tunnels)).toEqual(new Set([`github.test:${server.port}`]));
  });
});
