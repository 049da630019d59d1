/** Every operation of Route 53 that the simulated service knows: hosted zones, their record sets, and changes of them. */
import { seconds } from '../../domain/time.js';
import {
  type Context,
  type Input,
  numberOf,
  type Operations,
  type Output,
  recordOf,
  recordsOf,
  requiredText,
  textOf,
} from '../context.js';
import { resourceSuffix } from '../random.js';
import { ServiceError } from '../service-error.js';
import { applied, readChange } from './change-batch.js';
import { publish } from './publish.js';
import { compareRecords, fullName, type HostedZone, type RecordChange, type RecordSet } from './zone.js';

/** API reference, ListResourceRecordSets and ListHostedZonesByName: MaxItems; ChangeResourceRecordSets: 1,000 changes. */
const MOST_RECORDS = 300;
const MOST_ZONES = 100;
const MOST_CHANGES = 1_000;
/** Developer guide: changes usually propagate to all servers within 60 seconds. */
const QUICKEST = 8;
const SLOWEST = 55;

function requireZone({ world }: Context, given: string): HostedZone {
  const id = given.replace(/^\/?hostedzone\//, '');
  const zone = world.hostedZones.get(id);
  if (zone === undefined) throw new ServiceError('NoSuchHostedZone', `No hosted zone found with ID: ${id}`, 404);
  return zone;
}

const shownZone = (zone: HostedZone): Output => ({
  Id: `/hostedzone/${zone.id}`,
  Name: zone.name,
  CallerReference: zone.callerReference,
  Config: { PrivateZone: false },
  ResourceRecordSetCount: zone.records.length,
});

function getHostedZone(context: Context, input: Input): Output {
  const zone = requireZone(context, requiredText(input, 'Id'));
  const NameServers = ['ns-1.awsdns-01.org', 'ns-2.awsdns-02.com', 'ns-3.awsdns-03.net', 'ns-4.awsdns-04.co.uk'];
  return { HostedZone: shownZone(zone), DelegationSet: { NameServers } };
}

const sizeOf = (input: Input, most: number): number => Math.max(1, Math.min(numberOf(input, 'MaxItems') ?? most, most));

function listHostedZones({ world }: Context, input: Input): Output {
  const size = sizeOf(input, MOST_ZONES);
  const all = [...world.hostedZones.values()];
  const start = Math.max(
    0,
    all.findIndex(({ id }) => id === textOf(input, 'Marker')),
  );
  const next = all[start + size];
  return {
    HostedZones: all.slice(start, start + size).map(shownZone),
    IsTruncated: next !== undefined,
    MaxItems: size,
    ...(next === undefined ? {} : { NextMarker: next.id }),
  };
}

/** From a name on, in the order of DNS: what is asked for is a beginning, not a filter. */
function listHostedZonesByName({ world }: Context, input: Input): Output {
  const size = sizeOf(input, MOST_ZONES);
  const [asked, id] = [textOf(input, 'DNSName'), textOf(input, 'HostedZoneId')];
  const place = (name: string, zoneId: string): RecordSet => ({ Name: name, Type: '', SetIdentifier: zoneId });
  const from = asked === undefined ? undefined : place(fullName(asked), id ?? '');
  const found = [...world.hostedZones.values()]
    .sort((one, other) => compareRecords(place(one.name, one.id), place(other.name, other.id)))
    .filter((zone) => from === undefined || compareRecords(place(zone.name, zone.id), from) >= 0);
  const next = found[size];
  return {
    HostedZones: found.slice(0, size).map(shownZone),
    ...(asked === undefined ? {} : { DNSName: fullName(asked) }),
    ...(id === undefined ? {} : { HostedZoneId: id }),
    IsTruncated: next !== undefined,
    MaxItems: size,
    ...(next === undefined ? {} : { NextDNSName: next.name, NextHostedZoneId: next.id }),
  };
}

function listRecords(context: Context, input: Input): Output {
  const zone = requireZone(context, requiredText(input, 'HostedZoneId'));
  const size = sizeOf(input, MOST_RECORDS);
  const [name, type] = [textOf(input, 'StartRecordName'), textOf(input, 'StartRecordType')];
  const identifier = textOf(input, 'StartRecordIdentifier');
  if (name === undefined && type !== undefined) throw new ServiceError('InvalidInput', 'A type needs a name');
  const from: RecordSet | undefined =
    name === undefined ? undefined : { Name: fullName(name), Type: type ?? '', SetIdentifier: identifier ?? '' };
  const found = zone.records.filter((record) => from === undefined || compareRecords(record, from) >= 0);
  const next = found[size];
  return {
    ResourceRecordSets: found.slice(0, size).map(shownRecord),
    IsTruncated: next !== undefined,
    MaxItems: size,
    ...(next === undefined
      ? {}
      : {
          NextRecordName: next.Name,
          NextRecordType: next.Type,
          ...(next.SetIdentifier === undefined ? {} : { NextRecordIdentifier: next.SetIdentifier }),
        }),
  };
}

/** Developer guide, "DNS domain name format": an asterisk comes as its octal code. */
const shownRecord = (record: RecordSet): Output => ({ ...record, Name: record.Name.replaceAll('*', '\\052') });

function changeRecords(context: Context, input: Input): Output {
  const zone = requireZone(context, requiredText(input, 'HostedZoneId'));
  const batch = recordOf(input, 'ChangeBatch') ?? {};
  const changes = recordsOf(batch, 'Changes');
  if (changes.length === 0) throw new ServiceError('InvalidInput', 'A batch needs at least one change');
  if (changes.length > MOST_CHANGES) {
    throw new ServiceError('InvalidChangeBatch', `[Number of records limit of ${MOST_CHANGES} exceeded.]`);
  }
  zone.records = applied(zone, changes.map(readChange));
  const comment = textOf(batch, 'Comment');
  const submittedAt = context.now();
  const span = seconds(QUICKEST + context.random.next() * (SLOWEST - QUICKEST));
  const change: RecordChange = {
    id: `C${resourceSuffix(context.random, 20)}`,
    submittedAt,
    inSyncAt: submittedAt + Math.round(span),
    ...(comment === undefined ? {} : { comment }),
  };
  context.world.recordChanges.set(change.id, change);
  const { records } = zone;
  context.timeline.at(change.inSyncAt, () => {
    zone.answered = records;
    publish(context);
  });
  return { ChangeInfo: shownChange(context, change) };
}

const shownChange = (context: Context, { id, submittedAt, inSyncAt, comment }: RecordChange): Output => ({
  Id: `/change/${id}`,
  Status: context.now() >= inSyncAt ? 'INSYNC' : 'PENDING',
  SubmittedAt: new Date(submittedAt),
  ...(comment === undefined ? {} : { Comment: comment }),
});

function getChange(context: Context, input: Input): Output {
  const id = requiredText(input, 'Id').replace(/^\/?change\//, '');
  const change = context.world.recordChanges.get(id);
  if (change === undefined) throw new ServiceError('NoSuchChange', `Could not find resource with ID: ${id}`, 404);
  return { ChangeInfo: shownChange(context, change) };
}

export const operations: Operations = {
  ChangeResourceRecordSets: changeRecords,
  GetChange: getChange,
  GetHostedZone: getHostedZone,
  ListHostedZones: listHostedZones,
  ListHostedZonesByName: listHostedZonesByName,
  ListResourceRecordSets: listRecords,
};
