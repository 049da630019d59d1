/** The Systems Manager end of the wire: commands on instances. Loaded when somebody first asks for it. */
import * as sdk from '@aws-sdk/client-ssm';
import type { Simulator } from '../service.js';
import { ServiceError } from '../service-error.js';
import { createJsonService } from './json-service.js';
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
    perform: ({ operation, input, requestId, distortion }) => {
      const { name } = operation;
      if (!KNOWN.includes(name)) {
        throw new ServiceError('NotImplemented', `The simulator does not know ssm:${name}.`, 501);
      }
      const result = simulator.call({ action: name, input, requestId });
      if (!distortion.empty || result === undefined) return result;
      return Object.fromEntries(Object.entries(result).map(([key, value]) => [key, Array.isArray(value) ? [] : value]));
    },
  });
}
