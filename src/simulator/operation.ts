/** Opening and ending an operation on an environment: the states, dates and events that every operation has in common. */
import { seconds } from '../domain/time.js';
import { type Context, environmentEvent } from './context.js';
import { armFaults } from './faults.js';
import type { Script } from './timeline.js';
import type { EndedOperation, Environment, EnvironmentStatus, Operation } from './world.js';

export interface Opening {
  readonly kind: Operation['kind'];
  readonly requestId: string;
  /** The status that the environment has meanwhile. */
  readonly status: EnvironmentStatus;
  readonly abortable?: boolean;
  /** Written before the call returns, for example `Environment update is starting.` */
  readonly event?: string;
  readonly change?: Operation['change'];
}

/**
 * Opens an operation and starts its script. The script itself ends with `endOperation`.
 * The caller has checked that the environment may be worked on (`requireReady`).
 */
export function beginOperation(
  context: Context,
  environment: Environment,
  opening: Opening,
  script: (operation: Operation) => Script,
): Operation {
  const now = context.now();
  const operation: Operation = {
    requestId: opening.requestId,
    kind: opening.kind,
    startedAt: now,
    touched: 0,
    ...(opening.change === undefined ? {} : { change: opening.change }),
  };
  environment.operation = operation;
  environment.status = opening.status;
  environment.abortable = opening.abortable === true;
  if (opening.event !== undefined) {
    environmentEvent(context, environment, { severity: 'INFO', message: opening.event, requestId: opening.requestId });
  }
  // The answer and the log are some milliseconds apart in captured answers; only the order matters.
  environment.dateUpdated = now;
  armFaults(context, environment, operation);
  context.running.set(environment.id, context.timeline.run(script(operation)));
  return operation;
}

/** Makes the environment grey, as the answer to UpdateEnvironment shows it, until the next look of the health agent. */
export function turnGrey(environment: Environment): void {
  environment.health.color = 'Grey';
  delete environment.health.status;
}

/** Ends the open operation: the environment is `status` (normally Ready) and its DateUpdated is now. */
export function endOperation(
  context: Context,
  environment: Environment,
  ending: {
    readonly outcome: EndedOperation['outcome'];
    readonly deploys: EndedOperation['deploys'];
    readonly status?: EnvironmentStatus;
  },
): void {
  const { operation } = environment;
  const now = context.now();
  environment.status = ending.status ?? 'Ready';
  environment.abortable = false;
  environment.dateUpdated = now;
  if (operation !== undefined) {
    environment.lastOperation = {
      kind: operation.kind,
      startedAt: operation.startedAt,
      endedAt: now,
      outcome: ending.outcome,
      deploys: ending.deploys,
    };
  }
  delete environment.operation;
  context.running.delete(environment.id);
}

/** Stops the script of the open operation where it waits; the caller starts another or ends the operation. */
export function stopScript(context: Context, environment: Environment): void {
  context.running.get(environment.id)?.stop();
  context.running.delete(environment.id);
}

/** The gap between the last event of an operation and Ready: DateUpdated lies within a second of the last event. */
export const READY_AFTER_LAST_EVENT = seconds(0.3);
