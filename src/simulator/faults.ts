/** Faults of a scenario that strike while an operation runs: they are set when the operation opens. */
import { hours, seconds } from '../domain/time.js';
import { type Context, environmentEvent } from './context.js';
import { stopScript } from './operation.js';
import type { Fault } from './scenario.js';
import { ServiceError } from './service-error.js';
import { type Script, until } from './timeline.js';
import type { Environment, Operation } from './world.js';

/** Somebody else's call: a refusal is theirs, not ours. */
function attempt(context: Context, operation: string, input: Readonly<Record<string, unknown>>): void {
  try {
    context.perform(operation, input, context.random.uuid());
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}

type Struck = Extract<
  Fault,
  {
    readonly kind:
      | 'aborted-by-someone'
      | 'terminated-by-someone'
      | 'updated-by-someone'
      | 'foreign-event'
      | 'sick-instance';
  }
>;

const strikes = (fault: Fault): fault is Struck => 'afterSeconds' in fault;

/** Sets every fault that counts from the start of this operation; each strikes once. */
export function armFaults(context: Context, environment: Environment, operation: Operation): void {
  if (operation.kind !== 'update' && operation.kind !== 'create') return;
  for (const fault of (context.scenario().faults ?? []).filter(strikes)) {
    if (fault.environment !== undefined && fault.environment !== environment.name) continue;
    if (!context.use(fault)) continue;
    context.timeline.after(seconds(fault.afterSeconds), () => strike(context, environment, fault));
  }
}

function strike(context: Context, environment: Environment, fault: Struck): void {
  switch (fault.kind) {
    case 'aborted-by-someone':
      attempt(context, 'AbortEnvironmentUpdate', { EnvironmentId: environment.id });
      return;
    case 'terminated-by-someone':
      terminateAnyway(context, environment);
      return;
    case 'updated-by-someone':
      context.timeline.run(updateWhenReady(context, environment, fault.label));
      return;
    case 'foreign-event':
      environmentEvent(context, environment, fault);
      return;
    case 'sick-instance': {
      const instance = environment.instances[fault.index];
      if (instance !== undefined) instance.imposed = { from: context.now(), health: fault.health };
      return;
    }
  }
}

/** The service refuses this while an update runs; somebody who aborts first, or deletes the stack, gets there all the same. */
function terminateAnyway(context: Context, environment: Environment): void {
  if (environment.status === 'Terminated') return;
  stopScript(context, environment);
  delete environment.operation;
  environment.status = 'Ready';
  environment.abortable = false;
  attempt(context, 'TerminateEnvironment', { EnvironmentId: environment.id });
}

function* updateWhenReady(context: Context, environment: Environment, label: string): Script {
  yield* until(() => environment.status === 'Ready', hours(2));
  const application = context.world.applications.get(environment.applicationName);
  if (application !== undefined && !application.versions.has(label)) {
    attempt(context, 'CreateApplicationVersion', { ApplicationName: application.name, VersionLabel: label });
  }
  attempt(context, 'UpdateEnvironment', { EnvironmentId: environment.id, VersionLabel: label });
}
