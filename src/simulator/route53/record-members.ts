/** One record set as a change brings it: checked by itself, and completed. API reference, ResourceRecordSet. */
import { flagOf, type Input, numberOf, recordOf, recordsOf, textOf } from '../context.js';
import { ServiceError } from '../service-error.js';
import { fullName, type RecordSet } from './zone.js';

/** Developer guide, "Values specific for weighted records". */
const MOST_WEIGHT = 255;
const LONGEST_TTL = 2_147_483_647;
/** A record set has at most one of these; which one is its routing policy. */
const POLICIES = ['Weight', 'Region', 'Failover', 'GeoLocation', 'MultiValueAnswer', 'CidrRoutingConfig'] as const;

export const invalidInput = (message: string): ServiceError => new ServiceError('InvalidInput', message);

/** `simple` is none of them. */
export const policyOf = (record: Input): string => POLICIES.find((name) => record[name] !== undefined) ?? 'simple';

export function readRecord(given: Input): RecordSet {
  const name = fullName(textOf(given, 'Name') ?? '');
  const type = textOf(given, 'Type') ?? '';
  const policies = POLICIES.filter((one) => given[one] !== undefined);
  const about = `Invalid request: record ${name} of type ${type}`;
  if (policies.length > 1) throw invalidInput(`${about} has more than one of ${policies.join(', ')}`);
  if (policies.length === 1 && textOf(given, 'SetIdentifier') === undefined) {
    throw invalidInput(`${about}: missing field 'SetIdentifier' in Change`);
  }
  if (policies.length === 0 && textOf(given, 'SetIdentifier') !== undefined) {
    throw invalidInput(
      `${about}: expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found more than one; a SetIdentifier needs a routing policy`,
    );
  }
  const weight = numberOf(given, 'Weight');
  if (weight !== undefined && (!Number.isInteger(weight) || weight < 0 || weight > MOST_WEIGHT)) {
    throw invalidInput(`${about}: Weight ${weight} is not between 0 and ${MOST_WEIGHT}`);
  }
  const healthCheck = textOf(given, 'HealthCheckId');
  if (healthCheck !== undefined) {
    throw new ServiceError('NoSuchHealthCheck', `No health check exists with the specified ID: ${healthCheck}`);
  }
  return { ...given, ...destination(given, about), Name: name, Type: type };
}

/** Where it leads: values with a time to live, or an alias, which has neither. */
function destination(given: Input, about: string): Input {
  const alias = recordOf(given, 'AliasTarget');
  const values = recordsOf(given, 'ResourceRecords');
  const ttl = numberOf(given, 'TTL');
  const exactly = `${about}: expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found`;
  if (alias === undefined) {
    if (values.length === 0 || ttl === undefined) throw invalidInput(`${exactly} none`);
    if (ttl < 0 || ttl > LONGEST_TTL) throw invalidInput(`${about}: TTL ${ttl} is out of range`);
    return {};
  }
  if (values.length > 0 || ttl !== undefined) throw invalidInput(`${exactly} more than one`);
  return {
    AliasTarget: {
      HostedZoneId: textOf(alias, 'HostedZoneId') ?? '',
      DNSName: fullName(textOf(alias, 'DNSName') ?? ''),
      EvaluateTargetHealth: flagOf(alias, 'EvaluateTargetHealth') === true,
    },
  };
}
