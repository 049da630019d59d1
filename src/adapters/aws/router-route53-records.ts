/** What the records of one name say of the shares of two environments, and the batch that says otherwise. Pure. */
import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { Sides } from '../../domain/judgement.js';
import type { Route, RouteEnd, RouteReading } from '../../domain/route.js';
import { notFound, unusable } from './route-calls.js';
import { divided, stableText } from './route-weights.js';

export type NameRoute = Extract<Route, { readonly kind: 'route53' }>;
export type NameEnd = Extract<RouteEnd, { readonly kind: 'route53' }>;

/** Developer guide, "Values specific for weighted alias records". */
const MOST_WEIGHT = 255;

/** As records are compared: in lower case, without the dot at the end, and without the console's prefix. */
export const plainName = (name = ''): string =>
  name
    .toLowerCase()
    .replaceAll('\\052', '*')
    .replace(/\.$/, '')
    .replace(/^dualstack\./, '');

const HINT =
  'docs/canary.md has what the records must look like: one alias record, or weighted ones, for each environment.';

export const leadsTo = (record: ResourceRecordSet, name: string): boolean =>
  record.AliasTarget !== undefined && plainName(record.AliasTarget.DNSName) === plainName(name);

const isOf = (record: ResourceRecordSet, end: NameEnd): boolean => leadsTo(record, end.alias.dnsName);

/** Address records, of each kind that the name has. */
const typesOf = (records: readonly ResourceRecordSet[]): readonly ('A' | 'AAAA')[] =>
  (['A', 'AAAA'] as const).filter((type) => records.some(({ Type }) => Type === type));

const sumOf = (records: readonly ResourceRecordSet[]): number =>
  records.reduce((sum, { Weight = 0 }) => sum + Weight, 0);

/** The records of one kind, checked: a single alias, or weighted ones. */
function usable(
  route: NameRoute,
  records: readonly ResourceRecordSet[],
  type: 'A' | 'AAAA',
): readonly ResourceRecordSet[] {
  const alike = records.filter(({ Type }) => Type === type);
  const name = `${route.recordName} (${type})`;
  const other = alike.find((one) => one.SetIdentifier !== undefined && one.Weight === undefined);
  if (other !== undefined) {
    throw unusable(`The records of ${name} have another routing policy than weights (${other.SetIdentifier}).`, HINT);
  }
  const simple = alike.find(({ SetIdentifier }) => SetIdentifier === undefined);
  if (simple !== undefined && simple.AliasTarget === undefined) {
    throw unusable(`The record of ${name} holds addresses, and is no alias of a load balancer.`, HINT);
  }
  return alike;
}

export function readingOf(
  route: NameRoute,
  records: readonly ResourceRecordSet[],
  ends: readonly RouteEnd[],
): RouteReading {
  const own = ends.filter((end): end is NameEnd => end.kind === 'route53');
  if (records.some(({ Type }) => Type === 'CNAME')) {
    throw unusable(`${route.recordName} is a CNAME, which cannot be weighted as an alias.`, HINT);
  }
  if (!records.some(({ Type }) => Type === 'A')) {
    throw notFound(
      `The hosted zone ${route.zoneId} has no A record for ${route.recordName}.`,
      'Correct record-name or hosted-zone-id, or make an alias record that leads to the environment that is live.',
    );
  }
  for (const type of typesOf(records)) usable(route, records, type);
  const shared = own.find((end) => own.some((other) => other !== end && other.alias.dnsName === end.alias.dnsName));
  if (shared !== undefined) {
    throw unusable(
      `Both environments stand behind ${shared.alias.dnsName}, so a name cannot tell them apart.`,
      'On a shared load balancer use router: alb.',
    );
  }
  const alike = usable(route, records, 'A');
  const ofOwn = (record: ResourceRecordSet): NameEnd | undefined => own.find((end) => isOf(record, end));
  const shares: Record<string, number> = {};
  for (const record of alike) {
    const end = ofOwn(record);
    if (end !== undefined) shares[end.environmentId] = (shares[end.environmentId] ?? 0) + shareIn(alike, record);
  }
  const others = alike.filter((record) => ofOwn(record) === undefined);
  return {
    shares,
    elsewhere: others.reduce((sum, record) => sum + shareIn(alike, record), 0),
    ...(route.recordName.includes('*') ? {} : { host: plainName(route.recordName) }),
    fingerprint: fingerprintOf(records, (record) => ofOwn(record) !== undefined),
  };
}

/** Developer guide, "Weighted routing": when all weights are 0, all count alike. */
function shareIn(alike: readonly ResourceRecordSet[], { Weight = 0, SetIdentifier }: ResourceRecordSet): number {
  if (SetIdentifier === undefined) return 100;
  const sum = sumOf(alike);
  return sum === 0 ? 100 / alike.length : (Weight * 100) / sum;
}

/** Records of others whole; of our own what nobody has asked us to set. */
function fingerprintOf(records: readonly ResourceRecordSet[], isOwn: (record: ResourceRecordSet) => boolean): string {
  const foreign = records.filter((record) => !isOwn(record)).map(stableText);
  const checks = records
    .filter((record) => isOwn(record) && record.HealthCheckId !== undefined)
    .map(({ Type, SetIdentifier, HealthCheckId }) => stableText({ Type, SetIdentifier, HealthCheckId }));
  return stableText([foreign.sort(), checks.sort()]);
}

/** What each side is to have: a share of what both have, or no record any more. */
export interface WishedShares {
  readonly canaryPercent: number;
  readonly without?: 'stable';
}

/** The batch, for every kind of address at once; empty when there is nothing to change. */
export function changesFor(
  route: NameRoute,
  records: readonly ResourceRecordSet[],
  ends: Sides<NameEnd>,
  wished: WishedShares,
): Change[] {
  return typesOf(records).flatMap((type) => changesOf(route, usable(route, records, type), ends, wished, type));
}

function changesOf(
  route: NameRoute,
  alike: readonly ResourceRecordSet[],
  ends: Sides<NameEnd>,
  { canaryPercent, without }: WishedShares,
  type: 'A' | 'AAAA',
): Change[] {
  const [stable, canary] = [ends.stable, ends.canary].map((end) => alike.find((record) => isOf(record, end)));
  const own = [stable, canary].filter((one) => one !== undefined);
  const others = alike.filter((record) => !own.includes(record));
  if (others.some(({ SetIdentifier }) => SetIdentifier === undefined)) {
    throw unusable(`${route.recordName} (${type}) leads to neither of the two environments.`, HINT);
  }
  const weights = divided(canaryPercent, sumOf(own), sumOf(others));
  if (weights === undefined || Math.max(weights.stable, weights.canary) > MOST_WEIGHT) {
    throw unusable(
      `The two environments have ${sumOf(own)} of the weights of ${route.recordName} together, which cannot be divided so that one of them has ${canaryPercent} %.`,
      'Give the weighted records weights that add up to 100.',
    );
  }
  const simple = own.find(({ SetIdentifier }) => SetIdentifier === undefined);
  const upsert = (record: ResourceRecordSet | undefined, end: NameEnd, Weight: number): Change[] => {
    if (record !== undefined && record.SetIdentifier !== undefined && record.Weight === Weight) return [];
    // An end without a record that is to have nothing needs none.
    if (record === undefined && Weight === 0) return [];
    const of = record ?? { AliasTarget: aliasOf(route, end, type) };
    const SetIdentifier = record?.SetIdentifier ?? end.setIdentifier;
    const Name = record?.Name ?? alike[0]?.Name ?? route.recordName;
    return [{ Action: 'UPSERT', ResourceRecordSet: { ...of, Name, Type: type, SetIdentifier, Weight } }];
  };
  const ofCanary = upsert(canary, ends.canary, weights.canary);
  // A single record that leads to the stable side is what everything to the stable side looks like.
  if (simple !== undefined && simple === stable && weights.canary === 0) return [];
  const gone = without === 'stable' && stable !== undefined ? [deleted(stable)] : [];
  const ofStable = without === 'stable' ? gone : upsert(stable, ends.stable, weights.stable);
  return [...(simple === undefined || gone.length > 0 ? [] : [deleted(simple)]), ...ofStable, ...ofCanary];
}

const deleted = (record: ResourceRecordSet): Change => ({ Action: 'DELETE', ResourceRecordSet: record });

function aliasOf(route: NameRoute, end: NameEnd, type: 'A' | 'AAAA'): ResourceRecordSet['AliasTarget'] {
  if (!end.types.includes(type)) {
    throw unusable(
      `${route.recordName} has AAAA records, and ${end.alias.dnsName} has no address of that kind.`,
      'Make the load balancer of the environment dualstack (IpAddressType), or delete the AAAA records.',
    );
  }
  return { HostedZoneId: end.alias.zoneId, DNSName: end.alias.dnsName, EvaluateTargetHealth: true };
}
