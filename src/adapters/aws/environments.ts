/** Environments that come, exchange their names, and go. */
import type { Beanstalk } from '../../ports/beanstalk.js';
import { present } from './beanstalk-model.js';
import { accepted, type BeanstalkOptions, createCaller, sdkOption } from './calls.js';
import { creationCalls } from './creation.js';

export type EnvironmentCalls = Pick<
  Beanstalk,
  | 'create'
  | 'dnsAvailable'
  | 'createTemplate'
  | 'deleteTemplate'
  | 'templateSettings'
  | 'platformBranch'
  | 'createApplication'
  | 'validateNew'
  | 'swapCnames'
  | 'terminate'
  | 'tags'
>;

/** AWS API reference, EnvironmentTier. */
const TIERS = {
  WebServer: { Name: 'WebServer', Type: 'Standard' },
  Worker: { Name: 'Worker', Type: 'SQS/HTTP' },
  Cluster: { Name: 'Cluster', Type: 'EKS' },
} as const;

const tagsOf = (tags: Readonly<Record<string, string>>): { readonly Tags?: { Key: string; Value: string }[] } =>
  Object.keys(tags).length === 0 ? {} : { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };

export function environmentCalls(options: BeanstalkOptions): EnvironmentCalls {
  const { read, change } = createCaller(options);
  return {
    create: (request) =>
      change('CreateEnvironment', async (client, sdk) => {
        const answer = await client.send(
          new sdk.CreateEnvironmentCommand({
            ApplicationName: request.application,
            EnvironmentName: request.name,
            VersionLabel: request.versionLabel,
            Description: request.description,
            ...present({
              CNAMEPrefix: request.cnamePrefix,
              TemplateName: request.template,
              SolutionStackName: request.solutionStack,
              PlatformArn: request.platformArn,
            }),
            ...(request.tier === undefined ? {} : { Tier: TIERS[request.tier] }),
            ...tagsOf(request.tags ?? {}),
            ...(request.options.length > 0 ? { OptionSettings: request.options.map(sdkOption) } : {}),
            ...(request.removeOptions.length > 0 ? { OptionsToRemove: request.removeOptions.map(sdkOption) } : {}),
          }),
        );
        return { ...accepted(answer), ...present({ environmentId: answer.EnvironmentId }) };
      }),
    tags: (arn) =>
      read('ListTagsForResource', async (client, sdk) => {
        const answer = await client.send(new sdk.ListTagsForResourceCommand({ ResourceArn: arn }));
        const pairs = (answer.ResourceTags ?? []).flatMap(({ Key, Value }): [string, string][] =>
          Key === undefined ? [] : [[Key, Value ?? '']],
        );
        return Object.fromEntries(pairs);
      }),
    dnsAvailable: (prefix) =>
      read('CheckDNSAvailability', async (client, sdk) => {
        const answer = await client.send(new sdk.CheckDNSAvailabilityCommand({ CNAMEPrefix: prefix }));
        return answer.Available === true;
      }),
    createTemplate: (application, name, environmentId) =>
      change('CreateConfigurationTemplate', async (client, sdk) => {
        await client.send(
          new sdk.CreateConfigurationTemplateCommand({
            ApplicationName: application,
            TemplateName: name,
            EnvironmentId: environmentId,
            Description: 'For the moment of a creation; may be deleted.',
          }),
        );
      }),
    // Deleting what is gone already is no failure, so a lost answer costs nothing.
    deleteTemplate: (application, name) =>
      read('DeleteConfigurationTemplate', async (client, sdk) => {
        await client.send(
          new sdk.DeleteConfigurationTemplateCommand({ ApplicationName: application, TemplateName: name }),
        );
      }),
    ...creationCalls(options),
    swapCnames: (sourceId, destinationId) =>
      change('SwapEnvironmentCNAMEs', async (client, sdk) =>
        accepted(
          await client.send(
            new sdk.SwapEnvironmentCNAMEsCommand({
              SourceEnvironmentId: sourceId,
              DestinationEnvironmentId: destinationId,
            }),
          ),
        ),
      ),
    terminate: (environmentId) =>
      change('TerminateEnvironment', async (client, sdk) =>
        accepted(await client.send(new sdk.TerminateEnvironmentCommand({ EnvironmentId: environmentId }))),
      ),
  };
}
