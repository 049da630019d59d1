/** The simulated Route 53 through its SDK client: zones, atomic batches, and what is refused in which words. */
import {
  type Change,
  ChangeResourceRecordSetsCommand,
  GetChangeCommand,
  GetHostedZoneCommand,
  ListHostedZonesByNameCommand,
  ListResourceRecordSetsCommand,
  type ListResourceRecordSetsCommandOutput,
  type ResourceRecordSet,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { describe, expect, it } from '@jest/globals';
import { seconds } from '../../../src/domain/time.js';
import { inProcessHandler } from '../../../src/simulator/wire/in-process.js';
import { TEST_KEY } from '../../support/wire.js';
import { SHOP, World } from '../../support/world.js';

const ZONE = 'ZEXAMPLE1';
const NAME = 'www.example.com.';

function open() {
  const world = new World({ others: [{ ...SHOP, name: 'shop-other', instances: 1, versionLabel: 'v1' }] });
  const alias = { AliasTarget: { DNSName: SHOP.name, EvaluateTargetHealth: true } };
  world.simulator.seed({
    hostedZones: [
      {
        name: 'example.com',
        id: ZONE,
        records: [
          { Name: 'www.example.com', Type: 'A', SetIdentifier: 'blue', Weight: 100, ...alias },
          { Name: 'mail.example.com', Type: 'A', TTL: 300, ResourceRecords: [{ Value: '192.0.2.1' }] },
          { Name: '*.example.com', Type: 'TXT', TTL: 300, ResourceRecords: [{ Value: '"any <text> & more"' }] },
        ],
      },
      { name: 'example.org' },
    ],
  });
  const client = new Route53Client({
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:4566',
    credentials: TEST_KEY,
    requestHandler: inProcessHandler(world.wire),
    maxAttempts: 1,
  });
  const records = async (): Promise<readonly ResourceRecordSet[]> =>
    (await client.send(new ListResourceRecordSetsCommand({ HostedZoneId: ZONE }))).ResourceRecordSets ?? [];
  const change = (...Changes: Change[]) =>
    client.send(
      new ChangeResourceRecordSetsCommand({ HostedZoneId: ZONE, ChangeBatch: { Changes, Comment: 'a <test>' } }),
    );
  return { world, client, records, change };
}

const weighted = (id: string, Weight: number, more: object = {}): ResourceRecordSet => ({
  Name: NAME,
  Type: 'A',
  SetIdentifier: id,
  Weight,
  AliasTarget: {
    HostedZoneId: 'Z35SXDOTRQ7X7K',
    DNSName: `${id}-1.us-east-1.elb.amazonaws.com`,
    EvaluateTargetHealth: true,
  },
  ...more,
});
const upsert = (record: ResourceRecordSet): Change => ({ Action: 'UPSERT', ResourceRecordSet: record });

describe('hosted zones', () => {
  it('tell their records in the order of DNS, with the zone of an alias', async () => {
    const { records } = open();
    expect((await records()).map(({ Name, Type, Weight }) => [Name, Type, Weight])).toEqual([
      ['example.com.', 'NS', undefined],
      ['\\052.example.com.', 'TXT', undefined],
      ['mail.example.com.', 'A', undefined],
      [NAME, 'A', 100],
    ]);
    expect((await records())[1]?.ResourceRecords).toEqual([{ Value: '"any <text> & more"' }]);
    expect((await records())[3]?.AliasTarget).toEqual({
      HostedZoneId: 'Z35SXDOTRQ7X7K',
      DNSName: expect.stringMatching(/\.us-east-1\.elb\.amazonaws\.com\.$/),
      EvaluateTargetHealth: true,
    });
  });

  it('are found by id and by name', async () => {
    const { client } = open();
    const { HostedZone } = await client.send(new GetHostedZoneCommand({ Id: `/hostedzone/${ZONE}` }));
    expect(HostedZone).toMatchObject({ Id: `/hostedzone/${ZONE}`, Name: 'example.com.', ResourceRecordSetCount: 4 });
    const first = await client.send(new ListHostedZonesByNameCommand({ MaxItems: 1 }));
    expect(first).toMatchObject({ IsTruncated: true, NextDNSName: 'example.org.' });
    const second = await client.send(new ListHostedZonesByNameCommand({ DNSName: 'example.org' }));
    expect(second.HostedZones?.map(({ Name }) => Name)).toEqual(['example.org.']);
    await expect(client.send(new GetHostedZoneCommand({ Id: 'ZNONE' }))).rejects.toMatchObject({
      name: 'NoSuchHostedZone',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('are read in pages that begin at a record', async () => {
    const { client, change } = open();
    await change(upsert(weighted('green', 0)));
    const pages: string[][] = [];
    for (let start: object | undefined = {}; start !== undefined; ) {
      const page: ListResourceRecordSetsCommandOutput = await client.send(
        new ListResourceRecordSetsCommand({ HostedZoneId: ZONE, MaxItems: 2, ...start }),
      );
      pages.push((page.ResourceRecordSets ?? []).map(({ Type, SetIdentifier }) => SetIdentifier ?? Type ?? ''));
      const { NextRecordName, NextRecordType, NextRecordIdentifier } = page;
      const next = {
        StartRecordName: NextRecordName,
        StartRecordType: NextRecordType,
        ...(NextRecordIdentifier === undefined ? {} : { StartRecordIdentifier: NextRecordIdentifier }),
      };
      start = page.IsTruncated === true ? next : undefined;
    }
    expect(pages).toEqual([['NS', 'TXT'], ['A', 'blue'], ['green']]);
  });
});

describe('a batch of changes', () => {
  it('is in sync within a minute', async () => {
    const { world, client, change } = open();
    const { ChangeInfo } = await change(upsert(weighted('blue', 75)), upsert(weighted('green', 25)));
    expect(ChangeInfo).toMatchObject({
      Status: 'PENDING',
      Comment: 'a <test>',
      Id: expect.stringMatching(/^\/change\/C/),
    });
    const status = async () =>
      (await client.send(new GetChangeCommand({ Id: ChangeInfo?.Id ?? '' }))).ChangeInfo?.Status;
    expect(await status()).toBe('PENDING');
    world.clock.advance(seconds(60));
    expect(await status()).toBe('INSYNC');
    await expect(client.send(new GetChangeCommand({ Id: 'C0' }))).rejects.toMatchObject({ name: 'NoSuchChange' });
  });

  it('happens as a whole or not at all', async () => {
    const { records, change } = open();
    const before = await records();
    const refused = change(upsert(weighted('blue', 10)), { Action: 'CREATE', ResourceRecordSet: weighted('blue', 20) });
    await expect(refused).rejects.toMatchObject({
      name: 'InvalidChangeBatch',
      message: `[Tried to create resource record set [name='${NAME}', type='A', set identifier='blue'] but it already exists]`,
    });
    expect(await records()).toEqual(before);
  });

  it('may replace a simple record by weighted ones, together only', async () => {
    const { change, records } = open();
    const Name = 'mail.example.com.';
    const green = weighted('green', 1, { Name });
    await expect(change(upsert(green))).rejects.toMatchObject({
      message: expect.stringContaining('cannot be created as other RRSets exist with the same name and type'),
    });
    const simple: ResourceRecordSet = { Name, Type: 'A', TTL: 300, ResourceRecords: [{ Value: '192.0.2.1' }] };
    const wrong = { ...simple, TTL: 60 };
    await expect(change({ Action: 'DELETE', ResourceRecordSet: wrong }, upsert(green))).rejects.toMatchObject({
      message: expect.stringContaining('the values provided do not match the current values'),
    });
    await change({ Action: 'DELETE', ResourceRecordSet: simple }, upsert(green));
    expect((await records()).filter((one) => one.Name === Name)).toEqual([
      { ...green, AliasTarget: { ...green.AliasTarget, DNSName: 'green-1.us-east-1.elb.amazonaws.com.' } },
    ]);
  });

  const eb = { DNSName: 'x.us-east-1.elasticbeanstalk.com', EvaluateTargetHealth: true };
  const refusals: readonly (readonly [string, object, string, RegExp])[] = [
    ['a weight above 255', { Weight: 256 }, 'InvalidInput', /between 0 and 255/],
    ['a time to live beside an alias', { TTL: 60 }, 'InvalidInput', /exactly one of/],
    ['no set identifier', { SetIdentifier: undefined }, 'InvalidInput', /SetIdentifier/],
    [
      'a name of another zone',
      { Name: 'www.example.net' },
      'InvalidChangeBatch',
      /is not permitted in zone example\.com\./,
    ],
    [
      'another policy beside weights',
      { Weight: undefined, Region: 'us-east-1' },
      'InvalidChangeBatch',
      /other RRSets exist/,
    ],
    [
      'a CNAME beside an A',
      { Type: 'CNAME', AliasTarget: undefined, TTL: 5, ResourceRecords: [{ Value: 'x' }] },
      'InvalidChangeBatch',
      /conflicts with other records/,
    ],
    [
      'the zone of another region',
      { AliasTarget: { ...eb, HostedZoneId: 'Z2NYPWQ7DFZAZH' } },
      'InvalidChangeBatch',
      /does not lie within the target zone/,
    ],
    [
      'AAAA to an environment',
      { Type: 'AAAA', AliasTarget: { ...eb, HostedZoneId: 'Z117KPS5GTRQ2G' } },
      'InvalidChangeBatch',
      /that target was not found/,
    ],
    ['an unknown health check', { HealthCheckId: 'h-1' }, 'NoSuchHealthCheck', /h-1/],
  ];
  it.each(refusals)('is refused for %s', async (_, more, name, message) => {
    const { change } = open();
    await expect(change(upsert(weighted('green', 1, more)))).rejects.toMatchObject({
      name,
      message: expect.stringMatching(message),
    });
  });

  it('is refused as a whole by the zone, and by a scenario', async () => {
    const { world, client, change } = open();
    const ChangeBatch = { Changes: [upsert(weighted('green', 1))] };
    const elsewhere = client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: 'ZNONE', ChangeBatch }));
    await expect(elsewhere).rejects.toMatchObject({ name: 'NoSuchHostedZone' });
    world.scenario({ faults: [{ kind: 'throttle', action: '*', times: 2 }] });
    await expect(change(upsert(weighted('green', 1)))).rejects.toMatchObject({ name: 'PriorRequestNotComplete' });
    await expect(client.send(new GetHostedZoneCommand({ Id: ZONE }))).rejects.toMatchObject({ name: 'Throttling' });
  });

  it('is there again after the world was saved and restored', async () => {
    const { world, change } = open();
    await change(upsert(weighted('green', 0)));
    const other = new World();
    other.simulator.restore(JSON.parse(JSON.stringify(world.simulator.save())));
    const answer = other.simulator.call({
      action: 'ListResourceRecordSets',
      input: { HostedZoneId: ZONE },
      requestId: 'r',
    });
    expect(answer?.ResourceRecordSets).toHaveLength(5);
  });
});
