import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type RunningLoad, startLoad } from '../../../src/demo/load.js';
import { summariseTraffic } from '../../../src/demo/traffic.js';
import type { Target } from '../../../src/simulator/runtime/runtime.js';
import { Stand, until, webBundle } from '../../support/process-runtime.js';

const URL_OF_ONE = 'http://one.us-east-1.elasticbeanstalk.com/';
let stand: Stand;
let load: RunningLoad | undefined;

beforeEach(async () => {
  stand = await Stand.open();
  stand.runtime.openEntrance('e-one', 'load-balancer');
  stand.runtime.pointName('one.us-east-1.elasticbeanstalk.com', 'e-one');
});
afterEach(async () => {
  await load?.stop();
  load = undefined;
  await stand.close();
});

const draining = (instanceId: string): Target => ({ instanceId, group: 'default', state: 'draining' });
const split = (instanceId: string): Target => ({ instanceId, group: 'split', state: 'registered' });
/** No more at a time than a busy machine answers well within the time limit: what fails then has really been lost. */
const ask = (ratePerSecond: number): RunningLoad => {
  load = startLoad({ proxyUrl: stand.runtime.proxyUrl, url: URL_OF_ONE, ratePerSecond, mostOpen: 40 });
  return load;
};

async function fleet(label: string, ...ids: readonly string[]): Promise<void> {
  stand.launch(...ids);
  const states = await Promise.all(ids.map((id) => stand.run(id, label)));
  expect(states.map(({ state }) => state)).toEqual(ids.map(() => 'succeeded'));
}

describe('a load balancer under load', () => {
  it('loses no request while each instance in turn is drained, deployed to and put back', async () => {
    await stand.version('v1', webBundle('v1', 15));
    await stand.version('v2', webBundle('v2', 15));
    const ids = ['i-1', 'i-2', 'i-3'];
    await fleet('v1', ...ids);
    stand.route(ids);
    await stand.healthy(...ids);
    const requests = ask(500);
    for (const id of [...ids, ...ids]) {
      const others = ids.filter((other) => other !== id);
      stand.route([...others, draining(id)]);
      await until(() => stand.runtime.targetHealth('e-one', id) === 'unused' || undefined);
      stand.route(others);
      expect((await stand.run(id, 'v2')).state).toBe('succeeded');
      stand.route(ids);
      await stand.healthy(...ids);
    }
    await until(() => requests.records.length > 1_000 || undefined, 20_000);
    const { served, failures, versions } = summariseTraffic(await requests.stop(), 100);
    expect(failures).toEqual({});
    expect(served).toBeGreaterThan(1_000);
    expect(versions.map(({ version }) => version)).toEqual(['v1', 'v2']);
  }, 60_000);

  it('loses no request while instances are replaced and the old ones terminated', async () => {
    await stand.version('v1', webBundle('v1', 30));
    await stand.version('v2', webBundle('v2', 30));
    await fleet('v1', 'i-1', 'i-2');
    stand.route(['i-1', 'i-2']);
    await stand.healthy('i-1', 'i-2');
    const requests = ask(400);
    await sleep(300);
    await fleet('v2', 'i-3', 'i-4');
    stand.route(['i-1', 'i-2', 'i-3', 'i-4']);
    await stand.healthy('i-3', 'i-4');
    // At once, without a moment of draining: the most careless order in which a model can do it.
    stand.route(['i-3', 'i-4']);
    stand.runtime.terminate('i-1');
    stand.runtime.terminate('i-2');
    await sleep(500);
    const { failures, versions } = summariseTraffic(await requests.stop(), 100);
    expect(failures).toEqual({});
    expect(versions.map(({ version }) => version)).toEqual(['v1', 'v2']);
  });

  it('lets a request that an instance has taken finish while it drains, and gives it no new one', async () => {
    const slow = `require('node:http').createServer((q, r) => setTimeout(() => r.end('done'), q.url === '/slow' ? 600 : 0)).listen(Number(process.env.PORT));`;
    await stand.version('slow', { Procfile: 'web: node server.js', 'server.js': slow });
    await stand.version('v2', webBundle('v2'));
    await fleet('slow', 'i-1');
    await fleet('v2', 'i-2');
    stand.route(['i-1']);
    await stand.healthy('i-1');
    const taken = stand.ask(`${URL_OF_ONE}slow`);
    await sleep(50);
    stand.route(['i-2', draining('i-1')]);
    await stand.healthy('i-2');
    // It handles no SIGTERM: only waiting for it saves the request.
    stand.runtime.terminate('i-1');
    expect((await stand.ask(URL_OF_ONE)).version).toBe('v2');
    expect(await taken).toMatchObject({ status: 200, body: 'done' });
  });

  it('shows the downtime of a deployment to all instances at once', async () => {
    await stand.version('v1', webBundle('v1'));
    await stand.version('v2', webBundle('v2'));
    await fleet('v1', 'i-1', 'i-2');
    stand.route(['i-1', 'i-2']);
    await stand.healthy('i-1', 'i-2');
    const requests = ask(400);
    await sleep(100);
    await Promise.all([stand.run('i-1', 'v2'), stand.run('i-2', 'v2')]);
    await sleep(200);
    const { failures, longestOutageMs, versions } = summariseTraffic(await requests.stop(), 100);
    expect(failures['502']).toBeGreaterThan(3);
    expect(longestOutageMs).toBeGreaterThan(10);
    expect(versions.map(({ version }) => version)).toEqual(['v1', 'v2']);
  });

  it('splits traffic by weight, within two points at 2,000 requests', async () => {
    await stand.version('v1', webBundle('v1'));
    await stand.version('v2', webBundle('v2'));
    await fleet('v1', 'i-1', 'i-2');
    await fleet('v2', 'i-3');
    stand.route(['i-1', 'i-2', split('i-3')], { splitPercent: 10 });
    await stand.healthy('i-1', 'i-2', 'i-3');
    const requests = ask(1_000);
    await until(() => requests.records.length >= 2_000 || undefined, 100_000);
    const { served, failed, versions } = summariseTraffic(await requests.stop(), 100);
    const share = ((versions.find(({ version }) => version === 'v2')?.requests ?? 0) / served) * 100;
    expect(failed).toBe(0);
    expect(Math.abs(share - 10)).toBeLessThan(2);
  }, 120_000);
});

describe('a load balancer', () => {
  it('answers 503 without a target and 502 for one that is not there', async () => {
    expect(await stand.ask(URL_OF_ONE)).toMatchObject({ status: 503, body: expect.stringContaining('503 Service') });
    stand.launch('i-1');
    stand.route(['i-1']);
    await until(() => stand.runtime.targetHealth('e-one', 'i-1') === 'unhealthy' || undefined);
    expect(await stand.ask(URL_OF_ONE)).toMatchObject({
      status: 502,
      body: expect.stringContaining('502 Bad Gateway'),
    });
  });

  it('finds out which targets are sick, and takes them back when they are well', async () => {
    const server = `let sick = false; require('node:http').createServer((q, r) => {
      if (q.url === '/sick') sick = true;
      if (q.url === '/well') sick = false;
      r.writeHead(sick && q.url === '/health' ? 500 : 200, { 'x-app-version': process.env.BEANSTALK_INSTANCE_ID });
      r.end();
    }).listen(Number(process.env.PORT));`;
    await stand.version('v1', { Procfile: 'web: node server.js', 'server.js': server });
    await fleet('v1', 'i-1');
    const healthCheck = {
      path: '/health',
      intervalSeconds: 5,
      healthyThreshold: 2,
      unhealthyThreshold: 2,
      timeoutSeconds: 5,
    };
    stand.route(['i-1'], { healthCheck });
    expect(stand.runtime.targetHealth('e-one', 'i-1')).toBe('initial');
    await stand.healthy('i-1');
    await stand.ask(`${URL_OF_ONE}sick`);
    await until(() => stand.runtime.targetHealth('e-one', 'i-1') === 'unhealthy' || undefined);
    expect(stand.runtime.vitals('i-1', Date.now()).passing).toBe(false);
    await stand.ask(`${URL_OF_ONE}well`);
    await stand.healthy('i-1');
    expect(stand.runtime.targetHealth('e-one', 'i-2')).toBe('unused');
  });

  it('shows a target as draining for the whole deregistration delay', async () => {
    await stand.version('v1', webBundle('v1'));
    await fleet('v1', 'i-1');
    stand.route(['i-1']);
    await stand.healthy('i-1');
    stand.route([draining('i-1')], { deregistrationDelaySeconds: 12 });
    const began = performance.now();
    expect(stand.runtime.targetHealth('e-one', 'i-1')).toBe('draining');
    expect((await stand.ask(URL_OF_ONE)).status).toBe(503);
    await until(() => stand.runtime.targetHealth('e-one', 'i-1') === 'unused' || undefined);
    expect(performance.now() - began).toBeGreaterThanOrEqual(190);
  });

  it('counts requests per instance by what their clients saw', async () => {
    await stand.close();
    stand = await Stand.open({ speed: 1 });
    stand.runtime.openEntrance('e-one', 'load-balancer');
    stand.runtime.pointName('one.us-east-1.elasticbeanstalk.com', 'e-one');
    await stand.version('v1', webBundle('v1', 20));
    await fleet('v1', 'i-1');
    stand.route(['i-1']);
    await stand.healthy('i-1');
    for (const path of ['', '', 'status/404', 'status/503', 'status/301']) await stand.ask(URL_OF_ONE + path);
    const { requests } = stand.runtime.vitals('i-1', Date.now());
    expect(requests).toMatchObject({ requestCount: 5, status2xx: 2, status3xx: 1, status4xx: 1, status5xx: 1 });
    expect(requests.latency?.P50).toBeGreaterThanOrEqual(0.019);
    expect(requests.latency?.P50).toBeLessThan(0.5);
  });
});
