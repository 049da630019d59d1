/** How a service without a wire of its own asks the model: known operations only, and lists emptied when a scenario says so. */
import type { Simulator } from '../service.js';
import { ServiceError } from '../service-error.js';
import type { QueryCall } from './query-service.js';

/** A call that has been read, by the name of its operation. */
export interface ModelCall extends Pick<QueryCall, 'input' | 'requestId' | 'distortion'> {
  readonly operation: Pick<QueryCall['operation'], 'name'>;
}

/** Hands the call to the model. `service` is the name of IAM actions, for the refusal of what is not simulated. */
export function askModel(
  simulator: Simulator,
  service: string,
  known: readonly string[],
  { operation, input, requestId, distortion }: ModelCall,
): Readonly<Record<string, unknown>> | undefined {
  const { name } = operation;
  if (!known.includes(name)) {
    throw new ServiceError('NotImplemented', `The simulator does not know ${service}:${name}.`, 501);
  }
  const result = simulator.call({ action: name, input, requestId });
  if (!distortion.empty || result === undefined) return result;
  return Object.fromEntries(Object.entries(result).map(([key, value]) => [key, Array.isArray(value) ? [] : value]));
}
