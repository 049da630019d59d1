/** Application versions, and the updates that deploy them. */
import type {
  ApplicationVersionDescription,
  ApplicationVersionLifecycleConfig,
} from '@aws-sdk/client-elastic-beanstalk';
import { ActionError } from '../../domain/problem.js';
import { minutes, seconds } from '../../domain/time.js';
import type { ApplicationVersion, VersionLifecycle } from '../../domain/version.js';
import type { Beanstalk } from '../../ports/beanstalk.js';
import { versionOf as describedVersion, eventOf, present } from './beanstalk-model.js';
import { accepted, type BeanstalkOptions, createCaller, pages, sdkOption } from './calls.js';
import { imageOf, sourceOf } from './version-image.js';

/** A version can be unknown to UpdateEnvironment for a moment after its creation (einaregilsson/beanstalk-deploy#58). */
const VERSION_LAG = minutes(1);

function versionOf(row: ApplicationVersionDescription): ApplicationVersion | undefined {
  const version = describedVersion(row);
  return version === undefined ? undefined : { ...version, ...imageOf(row) };
}

/** What explains a failed build is said in a few lines. */
const MOST_ERRORS = 20;

export function versionCalls(
  options: BeanstalkOptions,
): Pick<
  Beanstalk,
  | 'version'
  | 'versions'
  | 'versionErrors'
  | 'createVersion'
  | 'deleteVersion'
  | 'versionLifecycle'
  | 'storageBucket'
  | 'update'
  | 'abort'
> {
  const { clock } = options;
  const { read, change } = createCaller(options);
  const { createdVersions: created } = options.clients;
  let bucket: string | undefined;

  const update: Beanstalk['update'] = (request) =>
    change('UpdateEnvironment', async (client, sdk) =>
      accepted(
        await client.send(
          new sdk.UpdateEnvironmentCommand({
            EnvironmentId: request.environmentId,
            ...present({ VersionLabel: request.versionLabel }),
            ...(request.options.length > 0 ? { OptionSettings: request.options.map(sdkOption) } : {}),
            ...(request.removeOptions.length > 0 ? { OptionsToRemove: request.removeOptions.map(sdkOption) } : {}),
          }),
        ),
      ),
    );

  return {
    version: (application, label) =>
      read('DescribeApplicationVersions', async (client, sdk) => {
        const answer = await client.send(
          new sdk.DescribeApplicationVersionsCommand({ ApplicationName: application, VersionLabels: [label] }),
        );
        return (answer.ApplicationVersions ?? [])
          .flatMap((row) => versionOf(row) ?? [])
          .find((row) => row.label === label);
      }),
    versions: async (application) => {
      const found = await pages((NextToken) =>
        read('DescribeApplicationVersions', (client, sdk) =>
          client.send(new sdk.DescribeApplicationVersionsCommand({ ApplicationName: application, ...NextToken })),
        ),
      );
      return found.flatMap((page) => page.ApplicationVersions ?? []).flatMap((row) => versionOf(row) ?? []);
    },
    versionErrors: (application, label) =>
      read('DescribeEvents', async (client, sdk) => {
        const answer = await client.send(
          new sdk.DescribeEventsCommand({
            ApplicationName: application,
            VersionLabel: label,
            Severity: 'ERROR',
            MaxRecords: MOST_ERRORS,
          }),
        );
        return (answer.Events ?? []).flatMap((row) => eventOf(row) ?? []).reverse();
      }),
    // Deleting what is gone already succeeds, so a lost answer may be repeated.
    deleteVersion: (application, label, withBundle) =>
      read('DeleteApplicationVersion', async (client, sdk) => {
        await client.send(
          new sdk.DeleteApplicationVersionCommand({
            ApplicationName: application,
            VersionLabel: label,
            DeleteSourceBundle: withBundle,
          }),
        );
      }),
    versionLifecycle: (application) =>
      read('DescribeApplications', async (client, sdk) => {
        const answer = await client.send(new sdk.DescribeApplicationsCommand({ ApplicationNames: [application] }));
        const found = (answer.Applications ?? []).find((each) => each.ApplicationName === application);
        return lifecycleOf(found?.ResourceLifecycleConfig?.VersionLifecycleConfig);
      }),
    createVersion: (request) =>
      change('CreateApplicationVersion', async (client, sdk) => {
        const answer = await client.send(
          new sdk.CreateApplicationVersionCommand({
            ApplicationName: request.application,
            VersionLabel: request.label,
            Description: request.description,
            ...sourceOf(request),
            AutoCreateApplication: false,
            ...(Object.keys(request.tags).length > 0
              ? { Tags: Object.entries(request.tags).map(([Key, Value]) => ({ Key, Value })) }
              : {}),
          }),
        );
        created.set(request.label, clock.now());
        const version = answer.ApplicationVersion === undefined ? undefined : versionOf(answer.ApplicationVersion);
        return version ?? { ...request, status: 'Unrecognised' as const };
      }),
    storageBucket: async () => {
      // Idempotent: the bucket of the account and region is answered whether it was there or not, and stays the same.
      bucket ??= await read('CreateStorageLocation', async (client, sdk) => {
        const answer = await client.send(new sdk.CreateStorageLocationCommand({}));
        if (answer.S3Bucket === undefined) throw noBucket();
        return answer.S3Bucket;
      });
      return bucket;
    },

    update: async (request) => {
      const { versionLabel = '' } = request;
      const until = (created.get(versionLabel) ?? Number.NEGATIVE_INFINITY) + VERSION_LAG;
      for (;;) {
        try {
          return await update(request);
        } catch (error) {
          const unknownYet = error instanceof ActionError && error.problem.code === 'version-missing';
          if (!unknownYet || clock.now() >= until || options.signal?.aborted) throw error;
          await clock.sleep(seconds(2), options.signal);
        }
      }
    },
    abort: (environmentId) =>
      change('AbortEnvironmentUpdate', async (client, sdk) =>
        accepted(await client.send(new sdk.AbortEnvironmentUpdateCommand({ EnvironmentId: environmentId }))),
      ),
  };
}

function lifecycleOf(config: ApplicationVersionLifecycleConfig | undefined): VersionLifecycle | undefined {
  const count = config?.MaxCountRule?.Enabled === true ? config.MaxCountRule.MaxCount : undefined;
  const age = config?.MaxAgeRule?.Enabled === true ? config.MaxAgeRule.MaxAgeInDays : undefined;
  return count === undefined && age === undefined ? undefined : present({ maxCount: count, maxAgeDays: age });
}

const noBucket = (): ActionError =>
  new ActionError({
    code: 'bucket-unusable',
    blame: 'aws',
    what: 'Elastic Beanstalk answered CreateStorageLocation without the name of a bucket.',
    hint: 'Run it again, or name a bucket of your own.',
  });
