/** Systems Manager as far as one-off commands on instances need it: send, look, list, cancel, and which instances it knows. */

import { type Instant, type Milliseconds, seconds } from '../../domain/time.js';
import { isCluster } from '../cluster/cluster.js';
import {
  type Context,
  faultsOf,
  type Input,
  listOf,
  numberOf,
  type Operations,
  type Output,
  recordOf,
  recordsOf,
  requiredText,
  textOf,
} from '../context.js';
import type { SentCommand } from '../sent-command.js';
import { ServiceError } from '../service-error.js';
import type { Instance } from '../world.js';

/** An agent announces itself so long after its instance was launched. */
const REGISTERED_AFTER: Milliseconds = seconds(40);
/** A command that was just sent has no invocation yet (API reference, GetCommandInvocation: InvocationDoesNotExist). */
const UNKNOWN_FOR: Milliseconds = seconds(0.3);
const DOCUMENT = 'AWS-RunShellScript';
/** API reference, SendCommand: TimeoutSeconds. Time for the delivery, not for the command. */
const DELIVERY = { least: 30, most: 2_592_000, standard: 3_600 } as const;
/** Document AWS-RunShellScript: executionTimeout. */
const EXECUTION = { standard: 3_600, most: 172_800 } as const;
/** API reference, GetCommandInvocation: only the first characters are kept. */
const KEPT = { output: 24_000, errors: 8_000 } as const;

const liveInstances = ({ world }: Context): readonly Instance[] =>
  [...world.environments.values()].flatMap((environment) =>
    environment.status === 'Terminated' || isCluster(environment) ? [] : environment.instances,
  );

/** What Systems Manager knows of an instance; `undefined`: it is not managed. */
function pingStatus(context: Context, id: string): 'Online' | 'ConnectionLost' | undefined {
  const instance = liveInstances(context).find((one) => one.id === id);
  if (instance === undefined || context.now() - instance.launchedAt < REGISTERED_AFTER) return undefined;
  if (faultsOf(context, 'unmanaged-instances').length > 0) return undefined;
  return faultsOf(context, 'lost-agents').length > 0 ? 'ConnectionLost' : 'Online';
}

function sendCommand(context: Context, input: Input): Output {
  const documentName = requiredText(input, 'DocumentName');
  if (documentName !== DOCUMENT)
    throw new ServiceError('InvalidDocument', `Document with name ${documentName} does not exist.`);
  const [instanceId, ...others] = (listOf(input, 'InstanceIds') ?? []).map(String);
  if (instanceId === undefined || others.length > 0) {
    throw new ServiceError('NotImplemented', 'The simulator sends commands to one instance id.', 501);
  }
  if (pingStatus(context, instanceId) === undefined) {
    throw new ServiceError(
      'InvalidInstanceId',
      `Instances [[${instanceId}]] not in a valid state for account ${context.accountId}`,
    );
  }
  const comment = textOf(input, 'Comment') ?? '';
  if (comment.length > 100) throw tooLong(comment);
  const parameters = recordOf(input, 'Parameters') ?? {};
  const script = textsOf(parameters, 'commands').join('\n');
  if (script === '') throw new ServiceError('InvalidParameters', 'Parameter commands is required.');
  const command: SentCommand = {
    id: context.random.uuid(),
    instanceId,
    comment,
    documentName,
    parameters,
    requestedAt: context.now(),
    script,
    directory: textsOf(parameters, 'workingDirectory')[0] ?? '',
    deliveryTimeout: seconds(deliverySeconds(input)),
    executionTimeout: seconds(executionSeconds(textsOf(parameters, 'executionTimeout')[0])),
    state: 'Pending',
  };
  context.world.commands.set(command.id, command);
  deliver(context, command);
  return { Command: summary(command) };
}

const textsOf = (parameters: Input, name: string): readonly string[] => (listOf(parameters, name) ?? []).map(String);

const tooLong = (comment: string): ServiceError =>
  new ServiceError(
    'ValidationException',
    `1 validation error detected: Value '${comment}' at 'comment' failed to satisfy constraint: Member must have length less than or equal to 100`,
  );

function deliverySeconds(input: Input): number {
  const asked = numberOf(input, 'TimeoutSeconds') ?? DELIVERY.standard;
  if (asked >= DELIVERY.least && asked <= DELIVERY.most) return asked;
  throw new ServiceError(
    'ValidationException',
    `1 validation error detected: Value '${asked}' at 'timeoutSeconds' failed to satisfy constraint: Member must have value greater than or equal to ${DELIVERY.least}`,
  );
}

function executionSeconds(given: string | undefined): number {
  if (given === undefined) return EXECUTION.standard;
  const asked = Number(given);
  if (/^\d+$/.test(given) && asked >= 1 && asked <= EXECUTION.most) return asked;
  throw new ServiceError('InvalidParameters', 'Parameter executionTimeout does not match its allowed pattern.');
}

/** An agent that answers gets its command at once; one that does not is waited for, and then the command has failed. */
function deliver(context: Context, command: SentCommand): void {
  if (pingStatus(context, command.instanceId) === 'Online') {
    context.runtime.startScript(command.instanceId, command);
    command.state = 'InProgress';
    command.startedAt = context.now();
    context.timeline.after(command.executionTimeout, () => {
      refresh(context, command);
      if (command.state === 'InProgress') stop(context, command, 'TimedOut', 'ExecutionTimedOut');
    });
    return;
  }
  context.timeline.after(command.deliveryTimeout, () => {
    if (command.state === 'Pending') end(context, command, 'TimedOut', 'DeliveryTimedOut');
  });
}

function end(context: Context, command: SentCommand, state: SentCommand['state'], details: string): void {
  command.state = state;
  command.details = details;
  command.endedAt = context.now();
}

function stop(context: Context, command: SentCommand, state: SentCommand['state'], details: string): void {
  const seen = context.runtime.scriptState(command.instanceId, command.id);
  if (seen !== undefined) command.output = seen.output;
  context.runtime.stopScript(command.instanceId, command.id);
  end(context, command, state, details);
}

/** Takes over what has become of the script in the meantime. */
function refresh(context: Context, command: SentCommand): void {
  if (command.state !== 'InProgress') return;
  const seen = context.runtime.scriptState(command.instanceId, command.id);
  // What was sent to an instance that has gone in the meantime never ends: it times out.
  if (seen === undefined || seen.exitCode === undefined) return;
  command.output = seen.output;
  command.exitCode = seen.exitCode;
  end(context, command, seen.exitCode === 0 ? 'Success' : 'Failed', seen.exitCode === 0 ? 'Success' : 'Failed');
}

function commandOf(context: Context, input: Input): SentCommand {
  const id = requiredText(input, 'CommandId');
  const command = context.world.commands.get(id);
  if (command === undefined) throw new ServiceError('InvalidCommandId', `Invalid command id ${id}`);
  return command;
}

function getCommandInvocation(context: Context, input: Input): Output {
  const command = context.world.commands.get(requiredText(input, 'CommandId'));
  const isKnown = command?.instanceId === requiredText(input, 'InstanceId');
  if (command === undefined || !isKnown || context.now() - command.requestedAt < UNKNOWN_FOR) {
    throw new ServiceError('InvocationDoesNotExist', '');
  }
  refresh(context, command);
  const isOver = command.endedAt !== undefined;
  const { startedAt, endedAt } = command;
  return {
    CommandId: command.id,
    InstanceId: command.instanceId,
    Comment: command.comment,
    DocumentName: command.documentName,
    PluginName: 'aws:runShellScript',
    ResponseCode: command.exitCode ?? -1,
    Status: command.state,
    StatusDetails: command.details ?? command.state,
    // Output is shown when the command has ended.
    StandardOutputContent: isOver ? (command.output ?? '').slice(0, KEPT.output) : '',
    StandardErrorContent: '',
    ...(startedAt === undefined ? {} : { ExecutionStartDateTime: iso(startedAt) }),
    ...(startedAt === undefined || endedAt === undefined
      ? {}
      : { ExecutionEndDateTime: iso(endedAt), ExecutionElapsedTime: `PT${(endedAt - startedAt) / 1_000}S` }),
  };
}

const iso = (at: Instant): string => new Date(at).toISOString();

function summary(command: SentCommand): Output {
  return {
    CommandId: command.id,
    Comment: command.comment,
    DocumentName: command.documentName,
    InstanceIds: [command.instanceId],
    Parameters: command.parameters,
    RequestedDateTime: new Date(command.requestedAt),
    ExpiresAfter: new Date(command.requestedAt + command.deliveryTimeout + command.executionTimeout),
    Status: command.state,
    StatusDetails: command.details ?? command.state,
    TargetCount: 1,
    CompletedCount: command.endedAt === undefined ? 0 : 1,
    ErrorCount: command.state === 'Failed' ? 1 : 0,
    TimeoutSeconds: command.deliveryTimeout / 1_000,
  };
}

/** Newest first. */
function listCommands(context: Context, input: Input): Output {
  const commandId = textOf(input, 'CommandId');
  const instanceId = textOf(input, 'InstanceId');
  const filters = recordsOf(input, 'Filters').map((filter) => [String(filter.key), String(filter.value)] as const);
  const found = [...context.world.commands.values()]
    .filter((one) => commandId === undefined || one.id === commandId)
    .filter((one) => instanceId === undefined || one.instanceId === instanceId)
    .filter((one) => filters.every(([key, value]) => fits(one, key, value)));
  for (const command of found) refresh(context, command);
  return {
    Commands: found
      .reverse()
      .slice(0, numberOf(input, 'MaxResults') ?? 50)
      .map(summary),
  };
}

function fits(command: SentCommand, key: string, value: string): boolean {
  switch (key) {
    case 'DocumentName':
      return command.documentName === value;
    case 'InvokedAfter':
      return command.requestedAt >= Date.parse(value);
    case 'InvokedBefore':
      return command.requestedAt < Date.parse(value);
    case 'Status':
      return command.state === value;
    default:
      throw new ServiceError('InvalidFilterKey', `${key} is not a filter of the simulator.`);
  }
}

/** Cancelling a command that has ended changes nothing. */
function cancelCommand(context: Context, input: Input): Output {
  const command = commandOf(context, input);
  refresh(context, command);
  if (command.state === 'InProgress') stop(context, command, 'Cancelled', 'Cancelled');
  else if (command.state === 'Pending') end(context, command, 'Cancelled', 'Cancelled');
  return {};
}

function describeInstanceInformation(context: Context, input: Input): Output {
  const wanted = [
    ...recordsOf(input, 'Filters').flatMap((one) => (one.Key === 'InstanceIds' ? (listOf(one, 'Values') ?? []) : [])),
    ...recordsOf(input, 'InstanceInformationFilterList').flatMap((one) =>
      one.key === 'InstanceIds' ? (listOf(one, 'valueSet') ?? []) : [],
    ),
  ];
  const list = liveInstances(context)
    .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
    .flatMap(({ id }) => {
      const ping = pingStatus(context, id);
      return ping === undefined
        ? []
        : [{ InstanceId: id, PingStatus: ping, PlatformType: 'Linux', ResourceType: 'EC2Instance' }];
    });
  return { InstanceInformationList: list };
}

export const operations: Operations = {
  SendCommand: sendCommand,
  GetCommandInvocation: getCommandInvocation,
  ListCommands: listCommands,
  CancelCommand: cancelCommand,
  DescribeInstanceInformation: describeInstanceInformation,
};
