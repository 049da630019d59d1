/** What the simulated Route 53 remembers: hosted zones, and changes on their way to its servers. */
import type { Instant } from '../../domain/time.js';

/** A record set, with its members as ListResourceRecordSets answers them. Unknown members are kept as they are. */
export interface RecordSet {
  /** In lower case, with the dot at the end. */
  readonly Name: string;
  readonly Type: string;
  readonly SetIdentifier?: string;
  readonly [member: string]: unknown;
}

export interface HostedZone {
  readonly id: string;
  /** With the dot at the end. */
  readonly name: string;
  readonly callerReference: string;
  records: readonly RecordSet[];
  /** What the servers answer: `records` as they were when the last change that is in sync was made. */
  answered: readonly RecordSet[];
}

export interface RecordChange {
  readonly id: string;
  readonly submittedAt: Instant;
  readonly inSyncAt: Instant;
  readonly comment?: string;
}

export const fullName = (name: string): string => {
  const lower = name.toLowerCase().replaceAll('\\052', '*');
  return lower.endsWith('.') ? lower : `${lower}.`;
};

/** Which record set a change means: name, type and set identifier (API reference, ResourceRecordSet). */
export const keyOf = ({ Name, Type, SetIdentifier }: RecordSet): string => JSON.stringify([Name, Type, SetIdentifier]);

/** API reference, ListResourceRecordSets: by name with its labels reversed, then by type. */
export function compareRecords(one: RecordSet, other: RecordSet): number {
  const orderOf = ({ Name, Type, SetIdentifier = '' }: RecordSet): string =>
    [Name.split('.').reverse().join('.'), Type, SetIdentifier].join('\u0000');
  const [a, b] = [orderOf(one), orderOf(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}
