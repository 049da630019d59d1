/** The Route 53 end of the wire. Loaded when somebody first asks for it. */
import * as sdk from '@aws-sdk/client-route-53';
import { operations } from '../route53/operations.js';
import type { Simulator } from '../service.js';
import { ServiceError } from '../service-error.js';
import { askModel } from './model-service.js';
import { createRestXmlService } from './rest-xml-service.js';
import { operationsOf } from './schema.js';
import type { Service } from './service.js';

const KNOWN: readonly string[] = Object.keys(operations);

/** API reference, ChangeResourceRecordSets: a request that comes while the one before it is worked on. */
const throttled = (action: string): ServiceError =>
  action === 'ChangeResourceRecordSets'
    ? new ServiceError(
        'PriorRequestNotComplete',
        'The request was rejected because Route 53 was still processing a prior request.',
      )
    : new ServiceError('Throttling', 'Rate exceeded');

/** Creates the service that credential scopes call `route53`. It is one for all regions, and signs for us-east-1. */
export function createRoute53Service(simulator: Simulator): Service {
  return createRestXmlService({
    name: 'route53',
    namespace: 'https://route53.amazonaws.com/doc/2013-04-01/',
    operations: operationsOf(sdk),
    throttled,
    perform: (call) => askModel(simulator, 'route53', KNOWN, call),
  });
}
