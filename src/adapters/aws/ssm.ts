/** Scripts on an instance by AWS Systems Manager: Run Command with the document AWS-RunShellScript. Loaded on first use. */
import type { CommandInvocationStatus, SSMClient } from '@aws-sdk/client-ssm';
import { type Milliseconds, minutes, seconds } from '../../domain/time.js';
import type { Clock } from '../../ports/clock.js';
import type { InstanceCommands, Invocation } from '../../ports/instance-commands.js';
import type { Random } from '../../ports/random.js';
import type { AwsClients } from './clients.js';
import { errorFacts } from './error-facts.js';
import { createPatience } from './patience.js';

type Sdk = typeof import('@aws-sdk/client-ssm');

export interface InstanceCommandsOptions {
  readonly clients: AwsClients;
  readonly clock: Clock;
  readonly random: Random;
  readonly signal?: AbortSignal;
}

const DOCUMENT = 'AWS-RunShellScript';
/** How long the agent may take to fetch the script (API reference, SendCommand: TimeoutSeconds, at least 30 seconds). */
const DELIVERY: Milliseconds = minutes(2);
/** The script limits itself first, so that its output arrives; this limit is for one that cannot. */
const SLACK: Milliseconds = seconds(30);

export function createInstanceCommands(options: InstanceCommandsOptions): InstanceCommands {
  const patience = createPatience({ ...options, mode: 'patient' });
  const call = async <T>(operation: string, mutates: boolean, run: (client: SSMClient, sdk: Sdk) => Promise<T>) => {
    const client = await options.clients.ssm();
    const sdk = await import('@aws-sdk/client-ssm');
    return patience({ service: 'ssm', operation, mutates }, () => run(client, sdk));
  };
  return {
    send: async ({ instanceId, script, directory, timeout, mark }) => {
      const answer = await call('SendCommand', true, (client, sdk) =>
        client.send(
          new sdk.SendCommandCommand({
            DocumentName: DOCUMENT,
            InstanceIds: [instanceId],
            Comment: mark,
            TimeoutSeconds: DELIVERY / 1_000,
            Parameters: {
              commands: script.split('\n'),
              workingDirectory: [directory],
              executionTimeout: [String(Math.ceil((timeout + SLACK) / 1_000))],
            },
          }),
        ),
      );
      return answer.Command?.CommandId ?? '';
    },
    find: async (instanceId, mark) => {
      const answer = await call('ListCommands', false, (client, sdk) =>
        client.send(
          new sdk.ListCommandsCommand({
            InstanceId: instanceId,
            Filters: [{ key: 'DocumentName', value: DOCUMENT }],
            MaxResults: 50,
          }),
        ),
      );
      return (answer.Commands ?? [])
        .filter(({ Comment }) => Comment === mark)
        .sort((one, other) => (one.RequestedDateTime?.getTime() ?? 0) - (other.RequestedDateTime?.getTime() ?? 0))
        .flatMap(({ CommandId }) => CommandId ?? []);
    },
    read: (instanceId, commandId) =>
      call('GetCommandInvocation', false, async (client, sdk) => {
        try {
          const seen = await client.send(
            new sdk.GetCommandInvocationCommand({ InstanceId: instanceId, CommandId: commandId }),
          );
          const details = (seen.StatusDetails ?? seen.Status ?? '').replaceAll(' ', '');
          const code = seen.ResponseCode ?? -1;
          const output = [seen.StandardOutputContent ?? '', seen.StandardErrorContent ?? ''].join('');
          return {
            state: stateOf(seen.Status, details, code),
            output,
            details,
            ...(code < 0 ? {} : { exitCode: code }),
          };
        } catch (error) {
          // Right after it was sent (API reference, GetCommandInvocation).
          if (errorFacts(error).name === 'InvocationDoesNotExist') return undefined;
          throw error;
        }
      }),
    cancel: async (instanceId, commandId) => {
      await call('CancelCommand', false, (client, sdk) =>
        client.send(new sdk.CancelCommandCommand({ CommandId: commandId, InstanceIds: [instanceId] })),
      );
    },
  };
}

/** User guide, "Understanding command statuses". A script that has run ends with a code of its own. */
function stateOf(
  status: CommandInvocationStatus | undefined,
  details: string,
  responseCode: number,
): Invocation['state'] {
  switch (status) {
    case 'Success':
      return 'ended';
    case 'Failed':
      return responseCode < 0 ? 'undelivered' : 'ended';
    case 'TimedOut':
      return details === 'DeliveryTimedOut' ? 'undelivered' : 'timed-out';
    case 'Cancelled':
      return details === 'Cancelled' || details === 'Terminated' ? 'cancelled' : 'undelivered';
    case 'InProgress':
    case 'Cancelling':
      return 'running';
    case 'Pending':
    case 'Delayed':
    case undefined:
      return 'waiting';
  }
}
