/** The last lines of the logs of an environment's instances. */
import type { Beanstalk, LogFile } from '../../ports/beanstalk.js';
import { present } from './beanstalk-model.js';
import { accepted, type BeanstalkOptions, createCaller } from './calls.js';
import { download } from './download.js';

export type LogCalls = Pick<Beanstalk, 'requestTailLogs' | 'tailLogs' | 'download'>;

export function logCalls(options: BeanstalkOptions): LogCalls {
  const { clients } = options;
  const { read, change, patience } = createCaller(options);
  return {
    requestTailLogs: (environmentId) =>
      change('RequestEnvironmentInfo', async (client, sdk) =>
        accepted(
          await client.send(new sdk.RequestEnvironmentInfoCommand({ EnvironmentId: environmentId, InfoType: 'tail' })),
        ),
      ),
    tailLogs: (environmentId) =>
      read('RetrieveEnvironmentInfo', async (client, sdk) => {
        const answer = await client.send(
          new sdk.RetrieveEnvironmentInfoCommand({ EnvironmentId: environmentId, InfoType: 'tail' }),
        );
        return (answer.EnvironmentInfo ?? []).flatMap((row): readonly LogFile[] =>
          row.Ec2InstanceId === undefined || row.Message === undefined
            ? []
            : [
                {
                  instanceId: row.Ec2InstanceId,
                  url: row.Message,
                  ...present({ sampledAt: row.SampleTimestamp?.getTime() }),
                },
              ],
        );
      }),
    download: async (url, limitBytes) => {
      const client = await clients.beanstalk();
      return patience({ service: 's3', operation: 'GetObject', mutates: false }, () => {
        clients.beanstalkCalls.add();
        return download((request) => client.config.requestHandler.handle(request), url, limitBytes);
      });
    },
  };
}
