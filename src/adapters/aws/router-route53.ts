/** Weighted alias records of one name as what divides requests: compared before, in sync and read back after every write. */
import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53';
import { balancerZone, environmentZone } from '../../domain/aws-zones.js';
import type { Sides } from '../../domain/judgement.js';
import type { EnvironmentRef } from '../../domain/plan.js';
import { ActionError } from '../../domain/problem.js';
import type { RouteEnd, RouteReading } from '../../domain/route.js';
import { minutes, seconds } from '../../domain/time.js';
import type { Router } from '../../ports/routers.js';
import { changedBySomebody, type RouteCalls, unusable, WRITES_AT_MOST, wasLost } from './route-calls.js';
import { balancerDimension, behind } from './route-ends.js';
import {
  changesFor,
  leadsTo,
  type NameEnd,
  type NameRoute,
  plainName,
  readingOf,
  type WishedShares,
} from './router-route53-records.js';

/** Developer guide: changes usually reach all servers within 60 seconds. */
const LONGEST_SYNC = minutes(5);
/** Each request counts towards five in a second for the whole account (developer guide, Quotas). */
const BETWEEN_LOOKS = seconds(5);

/** Every record set of the name. They stand together, and the listing begins where one asks it to. */
async function recordsOf(calls: RouteCalls, route: NameRoute): Promise<readonly ResourceRecordSet[]> {
  const found: ResourceRecordSet[] = [];
  const name = plainName(route.recordName);
  for (let from: object = { StartRecordName: name }; ; ) {
    const page = await calls.naming('ListResourceRecordSets', (client, sdk) =>
      client.send(new sdk.ListResourceRecordSetsCommand({ HostedZoneId: route.zoneId, ...from })),
    );
    const records = page.ResourceRecordSets ?? [];
    const own = records.filter((record) => plainName(record.Name) === name);
    found.push(...own);
    if (page.IsTruncated !== true || own.length < records.length) return found;
    const { NextRecordName: StartRecordName, NextRecordType, NextRecordIdentifier } = page;
    from = {
      StartRecordName,
      ...(NextRecordType === undefined ? {} : { StartRecordType: NextRecordType }),
      ...(NextRecordIdentifier === undefined ? {} : { StartRecordIdentifier: NextRecordIdentifier }),
    };
  }
}

export const readNames = async (
  calls: RouteCalls,
  route: NameRoute,
  ends: readonly RouteEnd[],
): Promise<RouteReading> => readingOf(route, await recordsOf(calls, route), ends);

export async function nameEnd(calls: RouteCalls, route: NameRoute, environment: EnvironmentRef): Promise<NameEnd> {
  const place = await placeOf(calls, environment);
  const records = await recordsOf(calls, route);
  const known = records.find((record) => leadsTo(record, place.alias.dnsName))?.SetIdentifier;
  return {
    kind: 'route53',
    environmentId: environment.id,
    setIdentifier: known ?? `beanstalk-rollout-${environment.id}`,
    ...place,
  };
}

type Place = Omit<NameEnd, 'kind' | 'environmentId' | 'setIdentifier'>;

async function placeOf(calls: RouteCalls, environment: EnvironmentRef): Promise<Place> {
  const { loadBalancer, targetGroups } = await behind(calls, environment);
  const targetGroupArns = targetGroups.flatMap(({ TargetGroupArn }) => TargetGroupArn ?? []);
  if (loadBalancer?.startsWith('arn:') !== true) return unlisted(calls, environment, loadBalancer);
  const { LoadBalancers = [] } = await calls.balancing('DescribeLoadBalancers', (client, sdk) =>
    client.send(new sdk.DescribeLoadBalancersCommand({ LoadBalancerArns: [loadBalancer] })),
  );
  const { CanonicalHostedZoneId: zoneId = '', DNSName = '', IpAddressType, Type } = LoadBalancers[0] ?? {};
  return {
    alias: { zoneId, dnsName: plainName(DNSName) },
    types: IpAddressType?.startsWith('dualstack') === true ? ['A', 'AAAA'] : ['A'],
    targetGroupArns,
    figures:
      Type === 'application'
        ? { kind: 'application', loadBalancer: balancerDimension(loadBalancer) }
        : { kind: 'environment', environment },
  };
}

/** A classic load balancer, or the address of a single instance: their zones are known by region only. */
async function unlisted(calls: RouteCalls, environment: EnvironmentRef, classic: string | undefined): Promise<Place> {
  const { Environments = [] } = await calls.beanstalk('DescribeEnvironments', (client, sdk) =>
    client.send(new sdk.DescribeEnvironmentsCommand({ EnvironmentIds: [environment.id] })),
  );
  const [found] = Environments;
  const name = plainName(classic === undefined ? found?.CNAME : found?.EndpointURL);
  const zoneId = classic === undefined ? environmentZone(calls.region) : balancerZone(calls.region);
  if (zoneId === undefined || name === '') {
    throw unusable(
      `It is not known in which hosted zone the address of ${environment.name} lies in ${calls.region}.`,
      'Make the weighted alias records of both environments yourself, or use an application load balancer.',
    );
  }
  return {
    alias: { zoneId, dnsName: name },
    types: ['A'],
    targetGroupArns: [],
    figures: classic === undefined ? { kind: 'environment', environment } : { kind: 'classic', loadBalancer: classic },
  };
}

export function nameRouter(calls: RouteCalls, route: NameRoute, ends: Sides<NameEnd>): Router {
  const both = [ends.stable, ends.canary];

  const compared = async (expected: RouteReading): Promise<readonly ResourceRecordSet[]> => {
    const records = await recordsOf(calls, route);
    if (isSame(readingOf(route, records, both), expected)) return records;
    throw somebody(route, 'before their weights were set, so nothing was written');
  };

  /** The answer of a lost call is looked up: a batch has happened as a whole or not at all. */
  const write = async (Changes: Change[], comment: string, wished: WishedShares, attempt = 1): Promise<string> => {
    const ChangeBatch = { Comment: comment, Changes };
    try {
      const { ChangeInfo } = await calls.naming('ChangeResourceRecordSets', (client, sdk) =>
        client.send(new sdk.ChangeResourceRecordSetsCommand({ HostedZoneId: route.zoneId, ChangeBatch })),
      );
      return ChangeInfo?.Id ?? '';
    } catch (error) {
      if (!wasLost(error) || attempt >= WRITES_AT_MOST) throw error;
      if (attempt > 1) await calls.clock.sleep(BETWEEN_LOOKS);
      const left = changesFor(route, await recordsOf(calls, route), ends, wished);
      // All of it is there: what is in sync by when is not known then, so another round makes sure.
      const again = left.length === 0 ? Changes.filter(({ Action }) => Action === 'UPSERT') : left;
      return again.length === 0 ? '' : write(again, comment, wished, attempt + 1);
    }
  };

  const inSync = async (id: string): Promise<void> => {
    const giveUpAt = calls.clock.now() + LONGEST_SYNC;
    for (;;) {
      const { ChangeInfo } = await calls.naming('GetChange', (client, sdk) =>
        client.send(new sdk.GetChangeCommand({ Id: id })),
      );
      if (ChangeInfo?.Status === 'INSYNC') return;
      if (calls.clock.now() >= giveUpAt) throw notInSync(route);
      await calls.clock.sleep(BETWEEN_LOOKS);
    }
  };

  const change = async (
    records: readonly ResourceRecordSet[],
    wished: WishedShares,
    waits = true,
  ): Promise<RouteReading> => {
    const changes = changesFor(route, records, ends, wished);
    const before = readingOf(route, records, both);
    if (changes.length === 0) return before;
    const comment = `Beanstalk Rollout: ${wished.canaryPercent} % to ${ends.canary.environmentId}`;
    const id = await write(changes, comment, wished);
    const after = await recordsOf(calls, route);
    const reading = readingOf(route, after, both);
    if (reading.fingerprint !== before.fingerprint || changesFor(route, after, ends, wished).length > 0) {
      throw somebody(route, 'while their weights were set');
    }
    if (waits && id !== '') await inSync(id);
    return reading;
  };

  return {
    read: () => readNames(calls, route, both),
    set: async (percent, expected) => change(await compared(expected), { canaryPercent: percent }),
    finish: async (expected) => {
      const records = await compared(expected);
      const { shares } = readingOf(route, records, both);
      if ((shares[ends.stable.environmentId] ?? 0) > 0 || (shares[ends.canary.environmentId] ?? 0) === 0) {
        throw unusable(
          `The old side still has requests by the records of ${route.recordName}, so its record was not deleted.`,
          'Give the new side all of them first.',
        );
      }
      return change(records, { canaryPercent: 100, without: 'stable' });
    },
    restore: async (expected, hurry) => change(await compared(expected), { canaryPercent: 0 }, hurry?.hurry !== true),
  };
}

const SAME = 0.01;

function isSame(one: RouteReading, other: RouteReading): boolean {
  const ids = new Set([...Object.keys(one.shares), ...Object.keys(other.shares)]);
  const near = (a = 0, b = 0): boolean => Math.abs(a - b) < SAME;
  return (
    one.fingerprint === other.fingerprint &&
    near(one.elsewhere, other.elsewhere) &&
    [...ids].every((id) => near(one.shares[id], other.shares[id]))
  );
}

const somebody = ({ recordName }: NameRoute, when: string) =>
  changedBySomebody(`Somebody else has changed the records of ${recordName} ${when}.`);

const notInSync = ({ recordName }: NameRoute) =>
  new ActionError({
    code: 'service-unavailable',
    blame: 'aws',
    what: `Route 53 has not told within ${LONGEST_SYNC / 60_000} minutes that all its servers answer the new weights of ${recordName}.`,
    hint: 'The change was taken and will come into effect; look at the AWS Health Dashboard before you run it again.',
  });
