/** The Auto Scaling end of the wire. Loaded when somebody first asks for it. */
import * as sdk from '@aws-sdk/client-auto-scaling';
import { operations } from '../autoscaling/operations.js';
import type { Simulator } from '../service.js';
import { askModel } from './model-service.js';
import { createQueryService } from './query-service.js';
import { operationsOf } from './schema.js';
import type { Service } from './service.js';

const KNOWN: readonly string[] = Object.keys(operations);
const OPERATIONS = operationsOf(sdk);

/** Creates the service that credential scopes call `autoscaling`. */
export function createAutoScalingService(simulator: Simulator): Service {
  return createQueryService({
    name: 'autoscaling',
    version: '2011-01-01',
    namespace: 'http://autoscaling.amazonaws.com/doc/2011-01-01/',
    operations: OPERATIONS,
    perform: (call) => askModel(simulator, 'autoscaling', KNOWN, call),
  });
}
