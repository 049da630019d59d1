/** A batch of changes to a hosted zone: all of them or none. Pure. Developer guide, "Choosing a routing policy", "Values for alias records". */
import { isDeepStrictEqual } from 'node:util';
import type { Input } from '../context.js';
import { recordOf, textOf } from '../context.js';
import { ServiceError } from '../service-error.js';
import { awsZoneOf } from '../zone-ids.js';
import { policyOf, readRecord } from './record-members.js';
import { compareRecords, fullName, type HostedZone, keyOf, type RecordSet } from './zone.js';

/** Developer guide, "Quotas": records of one name and type with the same policy. */
const MOST_ALIKE = 100;

export interface Change {
  readonly action: string;
  readonly record: RecordSet;
}

export const readChange = (given: Input): Change => ({
  action: textOf(given, 'Action') ?? '',
  record: readRecord(recordOf(given, 'ResourceRecordSet') ?? {}),
});

const described = ({ Name, Type, SetIdentifier }: RecordSet): string =>
  `[name='${Name}', type='${Type}'${SetIdentifier === undefined ? '' : `, set identifier='${SetIdentifier}'`}]`;

const named = ({ Name, Type, SetIdentifier }: RecordSet): string =>
  `RRSet with DNS name ${Name}, type ${Type}${SetIdentifier === undefined ? '' : `, SetIdentifier ${SetIdentifier}`}`;

/** The records after the batch. @throws ServiceError `InvalidChangeBatch` with every reason. */
export function applied(zone: HostedZone, changes: readonly Change[]): readonly RecordSet[] {
  const records = new Map(zone.records.map((record) => [keyOf(record), record]));
  const problems: string[] = [];
  for (const { action, record } of changes) {
    const key = keyOf(record);
    const known = records.get(key);
    const tried = (word: string): string => `Tried to ${word} resource record set ${described(record)}`;
    if (action === 'DELETE') {
      if (known === undefined) problems.push(`${tried('delete')} but it was not found`);
      else if (!isDeepStrictEqual({ ...known }, { ...record })) {
        problems.push(`${tried('delete')} but the values provided do not match the current values`);
      }
      records.delete(key);
    } else {
      if (action === 'CREATE' && known !== undefined) problems.push(`${tried('create')} but it already exists`);
      records.set(key, record);
    }
  }
  const after = [...records.values()].sort(compareRecords);
  for (const { action, record } of changes) {
    if (action !== 'DELETE') problems.push(...problemsOf(zone, after, record));
  }
  if (problems.length > 0) {
    throw new ServiceError('InvalidChangeBatch', `[${[...new Set(problems)].join(', ')}]`);
  }
  return after;
}

function problemsOf(zone: HostedZone, after: readonly RecordSet[], record: RecordSet): readonly string[] {
  const { Name, Type } = record;
  const sameName = after.filter((one) => one.Name === Name);
  const alike = sameName.filter((one) => one.Type === Type);
  const isInside = Name === zone.name || Name.endsWith(`.${zone.name}`);
  return [
    ...(isInside ? [] : [`RRSet with DNS name ${Name} is not permitted in zone ${zone.name}`]),
    ...(alike.some((one) => policyOf(one) !== policyOf(record))
      ? [`${named(record)} cannot be created as other RRSets exist with the same name and type.`]
      : []),
    ...(alike.length > MOST_ALIKE ? [`${named(record)}: more than ${MOST_ALIKE} records of this name and type`] : []),
    ...(sameName.some((one) => (one.Type === 'CNAME') !== (Type === 'CNAME'))
      ? [
          `RRSet of type CNAME with DNS name ${Name} is not permitted as it conflicts with other records with the same DNS name in zone ${zone.name}`,
        ]
      : []),
    ...(Type === 'CNAME' && Name === zone.name
      ? [`RRSet of type CNAME with DNS name ${Name} is not permitted at apex in zone ${zone.name}`]
      : []),
    ...aliasProblems(zone, after, record),
  ];
}

function aliasProblems(zone: HostedZone, after: readonly RecordSet[], record: RecordSet): readonly string[] {
  const alias = recordOf(record, 'AliasTarget');
  if (alias === undefined) return [];
  const [id, target] = [textOf(alias, 'HostedZoneId') ?? '', fullName(textOf(alias, 'DNSName') ?? '')];
  const tried = `Tried to create an alias that targets ${target}, type ${record.Type} in zone ${id},`;
  if (id === zone.id) {
    const isThere = after.some(({ Name, Type }) => Name === target && Type === record.Type);
    return isThere ? [] : [`${tried} but that target was not found`];
  }
  if (awsZoneOf(target) !== id) return [`${tried} but the alias target name does not lie within the target zone`];
  // An environment has an address of version 4 only.
  return record.Type === 'AAAA' && target.endsWith('.elasticbeanstalk.com.')
    ? [`${tried} but that target was not found`]
    : [];
}
