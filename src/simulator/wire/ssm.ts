/** The Systems Manager end of the wire: commands on instances. Loaded when somebody first asks for it. */
import * as sdk from '@aws-sdk/client-ssm';
import type { Simulator } from '../service.js';
import { createJsonService } from './json-service.js';
import { askModel } from './model-service.js';
import { operationsOf } from './schema.js';
import type { Service } from './service.js';

/** What the model can do; the rest of the service is refused by name. */
const KNOWN: readonly string[] = [
  'SendCommand',
  'GetCommandInvocation',
  'ListCommands',
  'CancelCommand',
  'DescribeInstanceInformation',
];

/** Creates the service that credential scopes call `ssm`. */
export function createSsmService(simulator: Simulator): Service {
  return createJsonService({
    name: 'ssm',
    target: 'AmazonSSM',
    operations: operationsOf(sdk),
    perform: (call) => askModel(simulator, 'ssm', KNOWN, call),
  });
}
