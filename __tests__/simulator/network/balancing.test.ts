/** Rules of a load balancer over real sockets: who gets a request, how often, and what a cookie does. */
import { createServer, get, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Balancing } from '../../../src/simulator/network/balancing.js';
import { Entrance } from '../../../src/simulator/network/entrance.js';
import { seededRandom } from '../../../src/simulator/random.js';
import type { BalancerRule } from '../../../src/simulator/runtime/runtime.js';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};

/** Two environments, each with one application that says its name, behind one load balancer. */
async function front(rules: readonly BalancerRule[]) {
  const entrances = new Map<string, Entrance>();
  const balancing = new Balancing(
    seededRandom(5),
    () => now,
    (id) => entrances.get(id),
  );
  for (const name of ['blue', 'green']) {
    const server = createServer((_, response) => {
      response.setHeader('set-cookie', 'session=1');
      response.end(name);
    });
    const port = await listening(server);
    const entrance = new Entrance('single-instance', name, {
      portOf: () => port,
      onAnswered: () => {},
      pace: (span) => span,
      dispatch: (request, response) => balancing.dispatch(name, request, response),
    });
    entrance.route({
      environmentId: name,
      targets: [{ instanceId: name, group: 'default', state: 'registered' }],
      splitPercent: 0,
      healthCheck: { path: '/', intervalSeconds: 15, healthyThreshold: 1, unhealthyThreshold: 5, timeoutSeconds: 5 },
      deregistrationDelaySeconds: 0,
    });
    entrances.set(name, entrance);
    open.push(entrance, { close: () => server.close() });
  }
  balancing.set([{ arn: 'front', environmentIds: ['blue', 'green'], besideIds: [], rules }]);
  const port = (await entrances.get('blue')?.port()) ?? 0;
  const ask = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ readonly status: number; readonly text: string; readonly headers: IncomingHttpHeaders }>((done) => {
      get({ host: '127.0.0.1', port, path, headers, agent: false }, (answer) => {
        let text = '';
        answer.on('data', (part) => {
          text += String(part);
        });
        answer.on('end', () => done({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
      });
    });
  return { ask, balancing };
}

let now = 1_000_000;

const forward = (blue: number, green: number, stickySeconds?: number): BalancerRule['action'] => ({
  kind: 'forward',
  targets: [
    { environmentId: 'blue', weight: blue },
    { environmentId: 'green', weight: green },
  ],
  ...(stickySeconds === undefined ? {} : { stickySeconds }),
});
const always = (action: BalancerRule['action']): BalancerRule => ({ conditions: [], isOwn: false, action });

describe('rules of a load balancer', () => {
  it('give requests to the environments by weight', async () => {
    const { ask } = await front([always(forward(75, 25))]);
    const answers = [];
    for (let index = 0; index < 800; index += 1) answers.push((await ask('/')).text);
    const share = answers.filter((text) => text === 'green').length / answers.length;
    expect(Math.abs(share - 0.25)).toBeLessThan(0.045);
  });

  it('are tried in their order, by host, path and header', async () => {
    const { ask } = await front([
      { conditions: [{ on: 'header', name: 'X-Preview', values: ['1'] }], isOwn: false, action: forward(0, 1) },
      {
        conditions: [
          { on: 'host', values: ['*.EXAMPLE.com'] },
          { on: 'path', values: ['/a?c*'] },
        ],
        isOwn: false,
        action: { kind: 'redirect', status: 301, location: 'HTTPS://#{host}:443/#{path}?#{query}' },
      },
      { conditions: [{ on: 'host', values: ['www.example.com'] }], isOwn: true, action: forward(1, 0) },
      always({ kind: 'fixed', status: 404, contentType: 'text/plain', body: 'nobody' }),
    ]);
    const host = 'www.example.com';
    expect(await ask('/', { host, 'x-preview': '1' })).toMatchObject({ status: 200, text: 'green' });
    expect((await ask('/abc?d=1', { host })).headers.location).toBe('https://www.example.com:443/abc?d=1');
    expect(await ask('/', { host })).toMatchObject({ text: 'blue' });
    expect(await ask('/', { host: 'other.org' })).toMatchObject({ status: 404, text: 'nobody' });
  });

  it('keep a client where it is for the time of the cookie, beside the cookies of the application', async () => {
    const { ask, balancing } = await front([always(forward(0, 1, 60))]);
    const first = await ask('/');
    expect(first.headers['set-cookie']).toEqual(['session=1', expect.stringMatching(/^AWSALBTG=.*Max-Age=60/)]);
    const cookie = (first.headers['set-cookie']?.[1] ?? '').replace(/;.*/, '');
    const rule = (blue: number, green: number) => ({
      arn: 'front',
      environmentIds: ['blue', 'green'],
      besideIds: [],
      rules: [always(forward(blue, green, 60))],
    });
    balancing.set([rule(1, 0)]);
    expect((await ask('/', { cookie })).text).toBe('green');
    expect((await ask('/')).text).toBe('blue');
    now += 61_000;
    expect((await ask('/', { cookie })).text).toBe('blue');
  });

  it('answer 503 when the target group is gone or has no weight', async () => {
    const { ask, balancing } = await front([always(forward(0, 0))]);
    expect((await ask('/')).status).toBe(503);
    const gone = always({ kind: 'forward', targets: [{ weight: 1 }] });
    balancing.set([{ arn: 'front', environmentIds: ['blue'], besideIds: [], rules: [gone] }]);
    expect((await ask('/')).status).toBe(503);
  });
});
