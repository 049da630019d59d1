/** Elastic Beanstalk through the SDK: every page read, every answer brought to our words, every failure an `ActionError`. */
import type { Beanstalk } from '../../ports/beanstalk.js';
import { onDemand } from '../on-demand.js';
import {
  configurationOf,
  environmentOf,
  eventOf,
  healthOf,
  instanceOf,
  messageOf,
  present,
} from './beanstalk-model.js';
import { type BeanstalkOptions, createCaller, type PageToken, pages, sdkOption } from './calls.js';
import type { EnvironmentCalls } from './environments.js';
import type { LogCalls } from './logs.js';
import { versionCalls } from './versions.js';

/** Largest page of DescribeEvents and DescribeEnvironments (API reference). */
const PAGE = 1_000;

export function createBeanstalk(options: BeanstalkOptions): Beanstalk {
  const { read } = createCaller(options);
  const environments = async (filter: EnvironmentFilter) => {
    const rows = await pages((NextToken) =>
      read('DescribeEnvironments', (client, sdk) =>
        client.send(new sdk.DescribeEnvironmentsCommand({ ...filter, ...NextToken })),
      ),
    );
    return rows.flatMap((page) => page.Environments ?? []).flatMap((row) => environmentOf(row) ?? []);
  };

  const byId = async (ids: readonly string[]) => {
    const found = await environments({ EnvironmentIds: [...ids], IncludeDeleted: true });
    return ids.map((id) => found.find((each) => each.id === id));
  };

  const eventPage = (input: EventFilter, NextToken: PageToken) =>
    read('DescribeEvents', (client, sdk) => client.send(new sdk.DescribeEventsCommand({ ...input, ...NextToken })));

  return {
    environmentNamed: async (application, name) => {
      const found = await environments({
        ApplicationName: application,
        EnvironmentNames: [name],
        IncludeDeleted: false,
      });
      return found.find((each) => each.name === name && each.status !== 'Terminated');
    },
    environment: async (id) => (await byId([id]))[0],
    environmentsById: byId,
    environments: async (application) => {
      const found = await environments({ ...present({ ApplicationName: application }), IncludeDeleted: false });
      return found.filter((each) => each.status !== 'Terminated');
    },
    applicationExists: (name) =>
      read('DescribeApplications', async (client, sdk) => {
        const answer = await client.send(new sdk.DescribeApplicationsCommand({ ApplicationNames: [name] }));
        return (answer.Applications ?? []).some((each) => each.ApplicationName === name);
      }),

    events: async (environmentId, since) => {
      const input = { EnvironmentId: environmentId, StartTime: new Date(since), MaxRecords: PAGE };
      const found = await pages((token) => eventPage(input, token));
      return found
        .flatMap((page) => page.Events ?? [])
        .flatMap((row) => eventOf(row) ?? [])
        .reverse();
    },
    newestEvents: async (environmentId, count) => {
      const answer = await eventPage(
        { EnvironmentId: environmentId, MaxRecords: Math.min(PAGE, Math.max(1, count)) },
        {},
      );
      return (answer.Events ?? []).flatMap((row) => eventOf(row) ?? []).reverse();
    },

    instances: async (environmentId) => {
      const found = await pages((NextToken) =>
        read('DescribeInstancesHealth', (client, sdk) =>
          client.send(
            new sdk.DescribeInstancesHealthCommand({
              EnvironmentId: environmentId,
              AttributeNames: ['All'],
              ...NextToken,
            }),
          ),
        ),
      );
      // Pages are computed one after the other: the oldest moment is the one that all of them have seen.
      const refreshed = found.flatMap((page) => page.RefreshedAt?.getTime() ?? []);
      return {
        instances: found.flatMap((page) => page.InstanceHealthList ?? []).flatMap((row) => instanceOf(row) ?? []),
        ...(refreshed.length > 0 ? { refreshedAt: Math.min(...refreshed) } : {}),
        pages: found.length,
      };
    },
    health: (environmentId) =>
      read('DescribeEnvironmentHealth', async (client, sdk) =>
        healthOf(
          await client.send(
            new sdk.DescribeEnvironmentHealthCommand({ EnvironmentId: environmentId, AttributeNames: ['All'] }),
          ),
        ),
      ),
    instanceIds: (environmentId) =>
      read('DescribeEnvironmentResources', async (client, sdk) => {
        const answer = await client.send(new sdk.DescribeEnvironmentResourcesCommand({ EnvironmentId: environmentId }));
        return (answer.EnvironmentResources?.Instances ?? []).flatMap((instance) => instance.Id ?? []);
      }),
    settings: (application, environmentName) =>
      read('DescribeConfigurationSettings', async (client, sdk) => {
        const answer = await client.send(
          new sdk.DescribeConfigurationSettingsCommand({
            ApplicationName: application,
            EnvironmentName: environmentName,
          }),
        );
        return (answer.ConfigurationSettings ?? []).map(configurationOf);
      }),
    // The API has no member for removals; an option that is only removed cannot be wrong.
    validate: (application, environmentName, settings) => {
      if (settings.length === 0) return Promise.resolve([]);
      return read('ValidateConfigurationSettings', async (client, sdk) => {
        const answer = await client.send(
          new sdk.ValidateConfigurationSettingsCommand({
            ApplicationName: application,
            EnvironmentName: environmentName,
            OptionSettings: settings.map(sdkOption),
          }),
        );
        return (answer.Messages ?? []).map(messageOf);
      });
    },

    ...versionCalls(options),
    // Asked by strategies that work on two environments, by creations, and after failures.
    ...onDemand<EnvironmentCalls>(
      {
        create: true,
        dnsAvailable: true,
        createTemplate: true,
        deleteTemplate: true,
        templateSettings: true,
        platformBranch: true,
        createApplication: true,
        validateNew: true,
        swapCnames: true,
        terminate: true,
        tags: true,
      },
      async () => (await import('./environments.js')).environmentCalls(options),
    ),
    ...onDemand<LogCalls>({ requestTailLogs: true, tailLogs: true, download: true }, async () =>
      (await import('./logs.js')).logCalls(options),
    ),
    get calls() {
      return options.clients.beanstalkCalls.count;
    },
  };
}

interface EnvironmentFilter {
  readonly ApplicationName?: string;
  readonly EnvironmentNames?: string[];
  readonly EnvironmentIds?: string[];
  readonly IncludeDeleted: boolean;
}

interface EventFilter {
  readonly EnvironmentId: string;
  readonly StartTime?: Date;
  readonly MaxRecords: number;
}
