/** What every operation of the model receives, and the ways to look things up and to write events. */
import { isObject } from '../domain/json.js';
import type { Instant, Milliseconds } from '../domain/time.js';
import { seconds } from '../domain/time.js';
import type { Random } from '../ports/random.js';
import type { EventLog } from './event-log.js';
import { layerOptions } from './options/setting.js';
import type { Runtime } from './runtime/runtime.js';
import type { Fault, Scenario } from './scenario.js';
import { ServiceError } from './service-error.js';
import type { ObjectStore } from './storage/object-store.js';
import type { Running, Timeline } from './timeline.js';
import type { Application, Environment, Options, Severity, World } from './world.js';

export interface Context {
  readonly region: string;
  readonly accountId: string;
  readonly world: World;
  readonly events: EventLog;
  readonly timeline: Timeline;
  readonly random: Random;
  readonly runtime: Runtime;
  readonly objects: ObjectStore;
  /** The model's moment. */
  now(): Instant;
  scenario(): Scenario;
  /** Faults that happen once are used up: `true` the first time that this one is asked for since the scenario was set. */
  use(fault: Fault): boolean;
  /** Scripts under way, by environment id: so that an abort can stop the one it ends. */
  readonly running: Map<string, Running>;
  /** Other operations, for those that are made of several (a fault that updates, a delete that terminates). */
  perform(operation: string, input: Input, requestId: string): Output | undefined;
  /** For so long DescribeEnvironments does not show an environment that was just created. */
  readonly hiddenAfterCreate: Milliseconds;
  /** By environment id: the health at the end of each of the last minutes, as CloudWatch gets it. Not saved. */
  readonly healthHistory: Map<string, Map<Instant, string>>;
  /** A URL under which the wire serves an object without credentials for a while; absent when there is no wire. */
  readonly presign?: (bucket: string, key: string) => string;
}

export type Input = Readonly<Record<string, unknown>>;
export type Output = Readonly<Record<string, unknown>>;
export type Handler = (context: Context, input: Input, requestId: string) => Output | undefined;
/** What each file in `operations/` exports: a part of the registry, by operation name. */
export type Operations = Readonly<Record<string, Handler>>;

export interface EventText {
  readonly severity: Severity;
  readonly message: string;
  /** Absent on health, added and removed instance events. */
  readonly requestId?: string | undefined;
  /** Events that come from an instance are dated in whole seconds. */
  readonly fromInstance?: boolean;
}

/** Writes an event of an environment, through the scenario's late, duplicate and lost events. */
export function environmentEvent(context: Context, environment: Environment, text: EventText): void {
  const now = context.now();
  const event = {
    date: text.fromInstance ? Math.floor(now / 1_000) * 1_000 : now,
    severity: text.severity,
    message: text.message,
    applicationName: environment.applicationName,
    environmentId: environment.id,
    environmentName: environment.name,
    ...(text.requestId === undefined ? {} : { requestId: text.requestId }),
  };
  let delay = 0;
  let copies = 1;
  for (const fault of context.scenario().faults ?? []) {
    if (fault.kind === 'lost-events' && text.message.includes(fault.contains)) return;
    if (fault.kind === 'duplicate-events' && text.message.includes(fault.contains)) copies = 2;
    if (fault.kind === 'late-events' && text.message.includes(fault.contains)) delay = seconds(fault.seconds);
  }
  const write = (): void => {
    for (let copy = 0; copy < copies; copy += 1) context.events.add(event);
  };
  if (delay === 0) write();
  else context.timeline.after(delay, write);
}

/** Writes an event of an application or of one of its versions or templates. */
export function applicationEvent(
  context: Context,
  subject: { readonly applicationName?: string; readonly versionLabel?: string; readonly templateName?: string },
  text: Omit<EventText, 'fromInstance'>,
): void {
  context.events.add({
    date: context.now(),
    severity: text.severity,
    message: text.message,
    ...subject,
    ...(text.requestId === undefined ? {} : { requestId: text.requestId }),
  });
}

// Reading inputs: the wire has parsed them by the SDK's schemas, so a wrong type can only come from a test.

export function textOf(input: Input, member: string): string | undefined {
  const value = input[member];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(input: Input, member: string): number | undefined {
  const value = input[member];
  return typeof value === 'number' ? value : undefined;
}

export function flagOf(input: Input, member: string): boolean | undefined {
  const value = input[member];
  return typeof value === 'boolean' ? value : undefined;
}

export function dateOf(input: Input, member: string): Instant | undefined {
  const value = input[member];
  return value instanceof Date ? value.getTime() : undefined;
}

export function listOf(input: Input, member: string): readonly unknown[] | undefined {
  const value = input[member];
  return Array.isArray(value) ? value : undefined;
}

export function recordOf(input: Input, member: string): Input | undefined {
  const value = input[member];
  return isObject(value) ? value : undefined;
}

export const recordsOf = (input: Input, member: string): readonly Input[] =>
  (listOf(input, member) ?? []).filter(isObject);

export function requiredText(input: Input, member: string): string {
  const value = textOf(input, member);
  if (value === undefined) {
    throw new ServiceError(
      'ValidationError',
      `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
    );
  }
  return value;
}

/** A refusal with the code that nearly every refusal of the service has. */
export const invalidParameter = (message: string): ServiceError => new ServiceError('InvalidParameterValue', message);

export function requireApplication(context: Context, name: string): Application {
  const application = context.world.applications.get(name);
  if (application === undefined) throw invalidParameter(`No Application named '${name}' found.`);
  return application;
}

/** The environment with this name that is not terminated, else `undefined`. Names are unique in a region. */
export function environmentNamed(context: Context, name: string): Environment | undefined {
  for (const environment of context.world.environments.values()) {
    if (environment.name === name && environment.status !== 'Terminated') return environment;
  }
  return undefined;
}

/** The environment that `EnvironmentId` or `EnvironmentName` means; refuses as the service does. Terminated ones by id only if asked. */
export function requireEnvironment(
  context: Context,
  input: Input,
  options: { readonly terminatedToo?: boolean } = {},
): Environment {
  const id = textOf(input, 'EnvironmentId');
  const name = textOf(input, 'EnvironmentName');
  if (id === undefined && name === undefined) {
    throw new ServiceError('MissingRequiredParameter', 'Either EnvironmentName or EnvironmentId must be provided.');
  }
  const found = id === undefined ? environmentNamed(context, name ?? '') : context.world.environments.get(id);
  const wrongName = name !== undefined && found !== undefined && found.name !== name;
  const gone = found?.status === 'Terminated' && options.terminatedToo !== true;
  if (found === undefined || wrongName || gone) {
    throw invalidParameter(
      id === undefined
        ? `No Environment found for EnvironmentName = '${name}'.`
        : `No Environment found for EnvironmentId = '${id}'.`,
    );
  }
  return found;
}

/** Refuses while an operation is open, in the service's words. */
export function requireReady(environment: Environment): void {
  if (environment.status !== 'Ready') {
    throw invalidParameter(
      `Environment named ${environment.name} is in an invalid state for this operation. Must be Ready.`,
    );
  }
}

/** The value of an option, or what the service takes when nobody has set it. */
export function optionValue(environment: Environment, namespace: string, option: string, fallback: string): string {
  return environment.options[namespace]?.[option] ?? environment.bundleOptions?.[namespace]?.[option] ?? fallback;
}

/** The options in force: those of the bundle below those that were set through the API. */
export const effectiveOptions = (environment: Pick<Environment, 'options' | 'bundleOptions'>): Options =>
  environment.bundleOptions === undefined
    ? environment.options
    : layerOptions(environment.bundleOptions, environment.options);

/** Every fault of this kind in the scenario. */
export function faultsOf<Kind extends Fault['kind']>(
  context: Context,
  kind: Kind,
): readonly Extract<Fault, { readonly kind: Kind }>[] {
  return (context.scenario().faults ?? []).filter(
    (fault): fault is Extract<Fault, { readonly kind: Kind }> => fault.kind === kind,
  );
}
