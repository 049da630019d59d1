/** Weighted records as what divides requests, against the simulated Route 53: batches, sync, what is kept and refused. */
import { type Change, ChangeResourceRecordSetsCommand, type ResourceRecordSet } from '@aws-sdk/client-route-53';
import { describe, expect, it } from '@jest/globals';
import { ActionError, type Problem } from '../../../src/domain/problem.js';
import type { Route, RouteReading } from '../../../src/domain/route.js';
import { IDLE } from '../../support/pair-world.js';
import { HOST, RouteWorld, ZONE } from '../../support/route-world.js';
import { SHOP, type WorldOptions } from '../../support/world.js';

const ROUTE: Route = { kind: 'route53', zoneId: ZONE, recordName: HOST };
const alias = (DNSName: string, more: object = {}) => ({
  AliasTarget: { DNSName, EvaluateTargetHealth: true },
  ...more,
});
const simple = { Name: HOST, Type: 'A', ...alias(SHOP.name) };
const mine = (id: string, Weight: number, name: string, more: object = {}) => ({
  Name: HOST,
  Type: 'A',
  SetIdentifier: id,
  Weight,
  ...alias(name),
  ...more,
});
const TEXT = { Name: HOST, Type: 'TXT', TTL: 60, ResourceRecords: [{ Value: '"kept"' }] };

async function open(records: readonly object[], options: WorldOptions & { readonly shares?: boolean } = {}) {
  const world = new RouteWorld({ shares: false, ...options, records });
  const ends = await world.ends(ROUTE);
  const router = await world.routers.between(ROUTE, ends);
  const shares = ({ shares: found }: RouteReading) =>
    [world.pair.stable.id, world.pair.canary.id].map((id) => found[id]);
  const weights = async () =>
    (await world.records()).flatMap(({ Name, Type, SetIdentifier, Weight }) =>
      Name === `${HOST}.` && Type !== 'TXT' ? [[Type, SetIdentifier, Weight]] : [],
    );
  const somebody = (...Changes: Change[]) =>
    world.naming.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: ZONE, ChangeBatch: { Changes } }));
  const found = async (): Promise<ResourceRecordSet> => {
    const record = (await world.records()).find(({ Name, Type }) => Name === `${HOST}.` && Type === 'A');
    if (record === undefined) throw new Error('no record');
    return record;
  };
  return { world, ends, router, shares, weights, somebody, found };
}

const problemOf = async (work: Promise<unknown>): Promise<Partial<Problem>> =>
  work.then(
    () => ({ code: 'none' }),
    (error: unknown) => (error instanceof ActionError ? error.problem : { code: String(error) }),
  );

describe('the ends of a name', () => {
  it('are load balancers with their own zone, the identifiers that are there, and their targets', async () => {
    const { world, ends } = await open([mine('blue', 1, SHOP.name)]);
    expect(ends.stable).toMatchObject({
      kind: 'route53',
      setIdentifier: 'blue',
      alias: { zoneId: 'Z35SXDOTRQ7X7K', dnsName: expect.stringMatching(/\.us-east-1\.elb\.amazonaws\.com$/) },
      types: ['A'],
      figures: { kind: 'application', loadBalancer: expect.stringMatching(/^app\/awseb-AWSEB-/) },
    });
    expect(ends.canary).toMatchObject({ setIdentifier: `beanstalk-rollout-${world.pair.canary.id}` });
    expect(await world.routers.targets(ends.stable)).toEqual({ healthy: 2, total: 2 });
  });

  it.each([
    ['classic', { kind: 'classic' }, 'Z35SXDOTRQ7X7K'],
    ['none', { kind: 'environment' }, 'Z117KPS5GTRQ2G'],
  ] as const)('know the zone of a load balancer of the kind %s', async (loadBalancer, figures, zoneId) => {
    const { world, ends } = await open([simple], { environment: { loadBalancer } });
    expect(ends.canary).toMatchObject({ alias: { zoneId }, figures });
    expect(await world.routers.targets(ends.canary)).toBeUndefined();
  });
});

describe('a name', () => {
  it('with a single alias becomes weighted in one batch, and what stands beside it stays', async () => {
    const { world, ends, router, shares, weights } = await open([simple, TEXT]);
    const start = await router.read();
    expect(start).toMatchObject({ shares: { [world.pair.stable.id]: 100 }, elsewhere: 0, host: HOST });
    const first = await router.set(5, start);
    expect(shares(first)).toEqual([95, 5]);
    expect(first.fingerprint).toBe(start.fingerprint);
    const ids = [ends.stable, ends.canary].map((end) => (end.kind === 'route53' ? end.setIdentifier : ''));
    expect(new Set((await weights()).map((one) => one.join()))).toEqual(new Set([`A,${ids[0]},95`, `A,${ids[1]},5`]));
    expect((await world.records()).find(({ Type }) => Type === 'TXT')?.ResourceRecords).toEqual(TEXT.ResourceRecords);
    const batches = world.wire.calls.list(0).filter(({ action }) => action === 'ChangeResourceRecordSets');
    expect(batches).toHaveLength(1);
  });

  it('is set when all servers answer it, moves on, ends, and is given back', async () => {
    const { world, router, shares, weights } = await open([mine('blue', 10, SHOP.name), mine('green', 0, IDLE)]);
    const before = world.clock.now();
    const half = await router.set(50, await router.read());
    expect(world.clock.now() - before).toBeGreaterThan(5_000);
    expect(await weights()).toEqual([
      ['A', 'blue', 50],
      ['A', 'green', 50],
    ]);
    const all = await router.set(100, half);
    expect(shares(await router.finish(all))).toEqual([undefined, 100]);
    expect(await weights()).toEqual([['A', 'green', 100]]);
    const restored = await router.restore(await router.read());
    expect(shares(restored)).toEqual([100, 0]);
  });

  it('is given back at once when somebody waits for the end', async () => {
    const { world, router, shares } = await open([mine('blue', 75, SHOP.name), mine('green', 25, IDLE)]);
    const before = world.clock.now();
    const restored = await router.restore(await router.read(), { hurry: true });
    expect(shares(restored)).toEqual([100, 0]);
    expect(world.clock.now() - before).toBeLessThan(1_000);
  });

  it('leaves the records of others alone, and counts them', async () => {
    const third = { ...SHOP, name: 'shop-third', instances: 1 };
    const records = [mine('blue', 80, SHOP.name), mine('third', 20, 'shop-third')];
    const { router, shares, weights, somebody, found } = await open(records, { others: [third] });
    const after = await router.set(25, await router.read());
    expect(shares(after)).toEqual([60, 20]);
    expect(after.elsewhere).toBe(20);
    expect(await weights()).toContainEqual(['A', 'third', 20]);
    const other = { ...(await found()), SetIdentifier: 'fourth', Weight: 5 };
    await somebody({
      Action: 'UPSERT',
      ResourceRecordSet: { ...other, AliasTarget: undefined, TTL: 5, ResourceRecords: [{ Value: '192.0.2.9' }] },
    });
    expect(await problemOf(router.set(50, after))).toMatchObject({ code: 'route-changed' });
  });

  it('writes nothing when somebody else has moved the weights', async () => {
    const { world, router, somebody, found } = await open([mine('blue', 90, SHOP.name), mine('green', 10, IDLE)]);
    const expected = await router.read();
    await somebody({ Action: 'UPSERT', ResourceRecordSet: { ...(await found()), Weight: 10 } });
    const before = await world.records();
    expect(await problemOf(router.set(25, expected))).toMatchObject({ code: 'route-changed' });
    expect(await world.records()).toEqual(before);
  });

  it.each(['before', 'after'] as const)(
    'is looked up when the connection broke %s the service has acted',
    async (when) => {
      const { world, router, shares } = await open([simple]);
      const start = await router.read();
      world.scenario({ faults: [{ kind: 'reset', when, action: 'ChangeResourceRecordSets', times: 1 }] });
      expect(shares(await router.set(5, start))).toEqual([95, 5]);
    },
  );

  it('is written again while the service cannot answer, and given up after four times', async () => {
    const { world, router, shares } = await open([simple]);
    const start = await router.read();
    const fault = { kind: 'server-error', status: 503, action: 'ChangeResourceRecordSets' } as const;
    world.scenario({ faults: [{ ...fault, times: 3 }] });
    const half = await router.set(50, start);
    expect(shares(half)).toEqual([50, 50]);
    world.scenario({ faults: [fault] });
    expect(await problemOf(router.set(60, half))).toMatchObject({ code: 'service-unavailable' });
    const writes = world.wire.calls.list(0).filter(({ action }) => action === 'ChangeResourceRecordSets');
    expect(writes).toHaveLength(8);
  });

  it('waits while a change before is worked on', async () => {
    const { world, router, shares } = await open([simple]);
    const start = await router.read();
    world.scenario({ faults: [{ kind: 'throttle', action: 'ChangeResourceRecordSets', times: 3 }] });
    expect(shares(await router.set(5, start))).toEqual([95, 5]);
  });

  describe('with addresses of both kinds', () => {
    const both = { 'aws:elbv2:loadbalancer': { IpAddressType: 'dualstack' } };
    const AAAA = { ...simple, Type: 'AAAA' };

    it('moves both at once', async () => {
      const { router, ends, weights, shares } = await open([simple, AAAA], { environment: { options: both } });
      expect(ends.canary).toMatchObject({ types: ['A', 'AAAA'] });
      const after = await router.set(25, await router.read());
      const all = (await weights()).map(([type, , weight]) => `${type} ${weight}`).sort();
      expect(all).toEqual(['A 25', 'A 75', 'AAAA 25', 'AAAA 75']);
      expect(shares(await router.restore(after))).toEqual([100, 0]);
      expect((await weights()).map(([, , weight]) => weight).sort()).toEqual([0, 0, 100, 100]);
    });

    it('makes no AAAA records where there were none', async () => {
      const { router, weights } = await open([simple], { environment: { options: both } });
      await router.set(25, await router.read());
      expect((await weights()).map(([type]) => type)).toEqual(['A', 'A']);
    });

    it('is refused where the new side has none of the second kind', async () => {
      const { router } = await open([simple, AAAA]);
      const problem = await problemOf(router.set(25, await router.read()));
      expect(problem).toMatchObject({ code: 'route-unusable', what: expect.stringContaining('AAAA') });
    });
  });

  const unusable: readonly (readonly [string, readonly object[], string])[] = [
    ['that does not exist', [], 'route-not-found'],
    [
      'that is a CNAME',
      [{ Name: HOST, Type: 'CNAME', TTL: 60, ResourceRecords: [{ Value: 'elsewhere.example.org' }] }],
      'route-unusable',
    ],
    [
      'that holds addresses',
      [{ Name: HOST, Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] }],
      'route-unusable',
    ],
    ['that is divided by region', [{ ...simple, SetIdentifier: 'eu', Region: 'eu-west-1' }], 'route-unusable'],
  ];
  it.each(unusable)('%s is refused', async (_, records, code) => {
    const { router } = await open(records);
    expect(await problemOf(router.read())).toMatchObject({ code });
  });

  it('cannot tell environments on one load balancer apart, nor lead to a third one', async () => {
    const shared = await open([simple], { shares: true });
    expect(await problemOf(shared.router.read())).toMatchObject({
      code: 'route-unusable',
      hint: expect.stringContaining('router: alb'),
    });
    const elsewhere = await open([{ Name: HOST, Type: 'A', ...alias('other-1.us-east-1.elb.amazonaws.com') }]);
    expect(await elsewhere.router.read()).toMatchObject({ shares: {}, elsewhere: 100 });
    expect(await problemOf(elsewhere.router.set(5, await elsewhere.router.read()))).toMatchObject({
      code: 'route-unusable',
    });
  });

  it('needs a zone that is there', async () => {
    const { world } = await open([simple]);
    const route: Route = { kind: 'route53', zoneId: 'ZNONE', recordName: HOST };
    expect(await problemOf(world.routers.read(route, []))).toMatchObject({ code: 'route-not-found' });
  });
});
