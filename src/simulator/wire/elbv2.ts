/** The Elastic Load Balancing end of the wire (version 2). Loaded when somebody first asks for it. */
import * as sdk from '@aws-sdk/client-elastic-load-balancing-v2';
import { operations } from '../elbv2/operations.js';
import type { Simulator } from '../service.js';
import { askModel } from './model-service.js';
import { createQueryService } from './query-service.js';
import { operationsOf } from './schema.js';
import type { Service } from './service.js';

const KNOWN: readonly string[] = Object.keys(operations);
const OPERATIONS = operationsOf(sdk);

/** Creates the service that credential scopes call `elasticloadbalancing`. */
export function createElbv2Service(simulator: Simulator): Service {
  return createQueryService({
    name: 'elasticloadbalancing',
    version: '2015-12-01',
    namespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
    operations: OPERATIONS,
    perform: (call) => askModel(simulator, 'elasticloadbalancing', KNOWN, call),
  });
}
