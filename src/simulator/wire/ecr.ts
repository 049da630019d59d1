/** The Amazon ECR end of the wire: what a tag means. Loaded when somebody first asks for it. */
import * as sdk from '@aws-sdk/client-ecr';
import { operations } from '../cluster/registry.js';
import type { Simulator } from '../service.js';
import { createJsonService } from './json-service.js';
import { askModel } from './model-service.js';
import { operationsOf } from './schema.js';
import type { Service } from './service.js';

/** Creates the service that credential scopes call `ecr`. What the model does not know is refused by name. */
export function createEcrService(simulator: Simulator): Service {
  return createJsonService({
    name: 'ecr',
    target: 'AmazonEC2ContainerRegistry_V20150921',
    operations: operationsOf(sdk),
    perform: (call) => askModel(simulator, 'ecr', Object.keys(operations), call),
  });
}
