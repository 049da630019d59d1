/**
 * The CloudWatch end of the wire. Its clients speak three protocols: the SDK for JavaScript and botocore JSON 1.0, older
 * ones Query, some others CBOR, which is refused by name. Loaded when somebody first asks for it.
 */
import * as sdk from '@aws-sdk/client-cloudwatch';
import { operations as alarms } from '../cloudwatch/alarms.js';
import { operations as metrics } from '../cloudwatch/metrics.js';
import type { Simulator } from '../service.js';
import { ServiceError } from '../service-error.js';
import type { WireRequest } from './http.js';
import { createJsonService } from './json-service.js';
import { askModel } from './model-service.js';
import { createQueryService, type QueryCall } from './query-service.js';
import { operationsOf } from './schema.js';
import type { Service } from './service.js';

const KNOWN: readonly string[] = [...Object.keys(alarms), ...Object.keys(metrics)];

const typeOf = ({ headers }: WireRequest): string => headers['content-type'] ?? '';

/** Creates the service that credential scopes call `monitoring`. */
export function createCloudWatchService(simulator: Simulator): Service {
  const operations = operationsOf(sdk);
  const perform = (call: QueryCall) => askModel(simulator, 'cloudwatch', KNOWN, call);
  const json = createJsonService({
    name: 'monitoring',
    target: 'GraniteServiceVersion20100801',
    version: '1.0',
    queryErrors: true,
    operations,
    perform,
  });
  const query = createQueryService({
    name: 'monitoring',
    version: '2010-08-01',
    namespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
    operations,
    perform,
  });
  const of = (request: WireRequest): Service => (typeOf(request).startsWith('application/x-amz-json') ? json : query);
  return {
    ...query,
    prepare: (call, body) => {
      if (typeOf(call.request).startsWith('application/cbor')) {
        throw new ServiceError('NotImplemented', 'The simulated CloudWatch speaks JSON and Query, not CBOR.', 501);
      }
      return of(call.request).prepare(call, body);
    },
    refuse: (call, error, body) => of(call.request).refuse(call, error, body),
    refusals: {
      ...query.refusals,
      // The names of IAM actions are not those of credential scopes.
      denied: (action, identity) => {
        const denied = query.refusals.denied(action, identity);
        return new ServiceError(denied.code, denied.message.replaceAll('monitoring:', 'cloudwatch:'), denied.status);
      },
    },
  };
}
