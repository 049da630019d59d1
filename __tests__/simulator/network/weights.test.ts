/** Weights of rules and records over real sockets and processes: measured shares, and what a change of weights loses. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fetch, ProxyAgent } from 'undici';
import { startLoad } from '../../../src/demo/load.js';
import { summariseTraffic } from '../../../src/demo/traffic.js';
import { WeightedChoice } from '../../../src/simulator/network/weighted-choice.js';
import { seededRandom } from '../../../src/simulator/random.js';
import { Stand, until, webBundle } from '../../support/process-runtime.js';

const HOST = 'shop.example.com';
const FRONT = 'front-1.us-east-1.elb.amazonaws.com';
const SIDES = [
  ['e-blue', 'i-1'],
  ['e-green', 'i-2'],
] as const;
let stand: Stand;

async function open(shared: boolean, options: { readonly speed?: number; readonly nameTimeToLive?: number } = {}) {
  stand = await Stand.open(options);
  const endpoints: string[] = [];
  for (const [environmentId, instanceId] of SIDES) {
    await stand.version(environmentId, webBundle(environmentId));
    stand.runtime.launch({ instanceId, environmentId, environmentName: environmentId });
    const { endpoint } = stand.runtime.openEntrance(environmentId, 'load-balancer', shared ? FRONT : undefined);
    endpoints.push(endpoint);
    stand.route([instanceId], { environmentId });
    await stand.run(instanceId, environmentId);
    await until(() => stand.runtime.targetHealth(environmentId, instanceId) === 'healthy' || undefined);
  }
  return endpoints;
}

function weigh(blue: number, green: number): void {
  const targets = [
    { environmentId: 'e-blue', weight: blue },
    { environmentId: 'e-green', weight: green },
  ];
  const rules = [
    {
      conditions: [{ on: 'host' as const, values: [HOST] }],
      isOwn: false,
      action: { kind: 'forward' as const, targets },
    },
  ];
  stand.runtime.balance([{ arn: 'front', environmentIds: ['e-blue', 'e-green'], besideIds: [], rules }]);
}

describe('weights of a rule', () => {
  beforeEach(() => open(true));
  afterEach(() => stand.close());

  it('divide 2,000 requests within two points of each weight, and lose none while they change', async () => {
    stand.runtime.publish([{ name: HOST, answers: [{ leadsTo: FRONT, weight: 1, checksTarget: false }] }]);
    const load = startLoad({
      proxyUrl: stand.runtime.proxyUrl,
      url: `http://${HOST}/`,
      ratePerSecond: 900,
      mostOpen: 40,
    });
    const shares: number[] = [];
    let from = 0;
    for (const weight of [5, 50]) {
      weigh(100 - weight, weight);
      // Those on their way were given out by the weights before.
      const first = from + 40;
      while (load.records.length < first + 2_000) await new Promise((done) => setTimeout(done, 20));
      const step = load.records.slice(first, first + 2_000);
      shares.push((step.filter(({ version }) => version === 'e-green').length * 100) / step.length);
      from = load.records.length;
    }
    const { failures } = summariseTraffic(await load.stop(), 1_000);
    expect(failures).toEqual({});
    for (const [at, weight] of [5, 50].entries()) expect(Math.abs((shares[at] ?? 0) - weight)).toBeLessThan(2);
  }, 60_000);
});

describe('weights of records', () => {
  afterEach(() => stand.close());
  const answersOf = (endpoints: readonly string[], weights: readonly number[], checksTarget = true) => [
    {
      name: HOST,
      answers: endpoints.map((one, at) => ({ leadsTo: one.toLowerCase(), weight: weights[at] ?? 0, checksTarget })),
    },
  ];
  const as = async (client: string): Promise<string | undefined> => {
    const { host } = new URL(stand.runtime.proxyUrl);
    const token = `Basic ${Buffer.from(client).toString('base64')}`;
    const dispatcher = new ProxyAgent({ uri: `http://${host}`, proxyTunnel: false, token });
    const answer = await fetch(`http://${HOST}/`, { dispatcher });
    await answer.text();
    await dispatcher.close();
    return answer.headers.get('x-app-version') ?? undefined;
  };

  it('divide the resolvers of clients, who stay where they are while they hold an answer', async () => {
    const endpoints = await open(false, { speed: 60, nameTimeToLive: 600_000 });
    stand.runtime.publish(answersOf(endpoints, [70, 30]));
    const seen: (string | undefined)[] = [];
    for (let client = 0; client < 120; client += 1) seen.push(await as(`client-${client}`));
    const green = seen.filter((one) => one === 'e-green').length;
    expect(green).toBeGreaterThan(18);
    expect(green).toBeLessThan(56);
    stand.runtime.publish(answersOf(endpoints, [0, 100]));
    expect(await as('client-0')).toBe(seen[0]);
    expect(await as('new-client')).toBe('e-green');
  }, 30_000);

  it('lead away from a load balancer whose targets are not healthy', async () => {
    const [blue = '', green = ''] = await open(false, { speed: 60 });
    stand.route([], { environmentId: 'e-green' });
    stand.runtime.publish(answersOf([blue, green], [0, 100]));
    expect(await as('anybody')).toBe('e-blue');
    stand.runtime.publish(answersOf([blue, green], [0, 100], false));
    expect(await as('anybody')).toBeUndefined();
  });
});

describe('a weighted choice', () => {
  it('is exact over a round, and not in a fixed order', () => {
    const [random, choice] = [seededRandom(3), new WeightedChoice([2, 1, 0])];
    const round = (): string => Array.from({ length: 100 }, () => choice.next(random)).join('');
    const rounds = [round(), round(), round()];
    const counts = [0, 1, 2].map((place) => rounds.join('').split(String(place)).length - 1);
    expect(counts).toEqual([200, 100, 0]);
    expect(rounds[0]).not.toBe(rounds[1]);
    expect(new WeightedChoice([0, 0]).next(random)).toBeUndefined();
  });
});
