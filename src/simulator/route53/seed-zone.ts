/** Hosted zones that were there before, as their servers answer them. */
import { type Context, environmentNamed, type Input, recordOf, recordsOf, textOf } from '../context.js';
import { resourceSuffix } from '../random.js';
import type { Seed } from '../service.js';
import type { Environment } from '../world.js';
import { awsZoneOf } from '../zone-ids.js';
import { applied } from './change-batch.js';
import { publish } from './publish.js';
import { readRecord } from './record-members.js';
import { fullName, type HostedZone } from './zone.js';

type SeededZone = NonNullable<Seed['hostedZones']>[number];

export function seedZone(context: Context, seeded: SeededZone): void {
  const { world, random } = context;
  const name = fullName(seeded.name);
  const id = seeded.id ?? `Z${resourceSuffix(random, 13)}`;
  const NameServers = { Name: name, Type: 'NS', TTL: 172_800, ResourceRecords: [{ Value: 'ns-1.awsdns-01.org.' }] };
  const zone: HostedZone = { id, name, callerReference: 'seed', records: [], answered: [] };
  const records = [NameServers, ...(seeded.records ?? [])].map((record) => readRecord(withNames(context, record)));
  zone.records = applied(
    zone,
    records.map((record) => ({ action: 'CREATE', record })),
  );
  zone.answered = zone.records;
  world.hostedZones.set(id, zone);
  publish(context);
}

function withNames(context: Context, record: Input): Input {
  const alias = recordOf(record, 'AliasTarget');
  const leadsTo = (text: string | undefined): string => addressOf(environmentNamed(context, text ?? '')) ?? text ?? '';
  if (alias === undefined) {
    const values = recordsOf(record, 'ResourceRecords').map((one) => ({ Value: leadsTo(textOf(one, 'Value')) }));
    return { ...record, ResourceRecords: values };
  }
  const DNSName = leadsTo(textOf(alias, 'DNSName'));
  return { ...record, AliasTarget: { HostedZoneId: awsZoneOf(DNSName), ...alias, DNSName } };
}

/** An alias leads to a name: a single instance has only that of its environment. */
const addressOf = (environment: Environment | undefined): string | undefined =>
  environment?.resources.loadBalancer === undefined ? environment?.cname : environment.endpoint;
