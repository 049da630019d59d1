/** What is asked before an environment is created, and the application it may need first. */
import type { ConfigurationOptionDescription } from '@aws-sdk/client-elastic-beanstalk';
import type { CreationModel, PlatformBranch } from '../../domain/creation.js';
import type { OptionSetting } from '../../domain/environment.js';
import { judgeOptions, type OptionDescription } from '../../domain/option-rules.js';
import type { Beanstalk } from '../../ports/beanstalk.js';
import { configurationOf, messageOf, present } from './beanstalk-model.js';
import { type BeanstalkOptions, createCaller, pages, sdkOption } from './calls.js';

export function creationCalls(
  options: BeanstalkOptions,
): Pick<Beanstalk, 'templateSettings' | 'platformBranch' | 'createApplication' | 'validateNew'> {
  const { read, change } = createCaller(options);
  return {
    templateSettings: (application, template) =>
      read('DescribeConfigurationSettings', async (client, sdk) => {
        const answer = await client.send(
          new sdk.DescribeConfigurationSettingsCommand({ ApplicationName: application, TemplateName: template }),
        );
        return (answer.ConfigurationSettings ?? []).map(configurationOf).flatMap((one) => one.options);
      }),
    platformBranch: async (name) => {
      const branches = await pages((NextToken) =>
        read('ListPlatformBranches', (client, sdk) =>
          client.send(
            new sdk.ListPlatformBranchesCommand({
              Filters: [{ Attribute: 'BranchName', Operator: '=', Values: [name] }],
              ...NextToken,
            }),
          ),
        ),
      );
      const found = branches
        .flatMap((page) => page.PlatformBranchSummaryList ?? [])
        .find((branch) => branch.BranchName === name);
      if (found === undefined) return undefined;
      const versions = await pages((NextToken) =>
        read('ListPlatformVersions', (client, sdk) =>
          client.send(
            new sdk.ListPlatformVersionsCommand({
              Filters: [{ Type: 'PlatformBranchName', Operator: '=', Values: [name] }],
              ...NextToken,
            }),
          ),
        ),
      );
      const ready = versions
        .flatMap((page) => page.PlatformSummaryList ?? [])
        .filter((one) => one.PlatformBranchName === name && (one.PlatformStatus ?? 'Ready') === 'Ready')
        .flatMap(({ PlatformArn: arn, PlatformVersion: version }) =>
          arn === undefined || version === undefined ? [] : [{ arn, version }],
        )
        .sort((left, right) => compareVersions(right.version, left.version));
      return { name, lifecycle: lifecycleOf(found.LifecycleState), ...present({ newest: ready[0] }) };
    },
    validateNew: (application, base, options) => {
      const place = placeOf(base);
      if (options.length === 0 || place === undefined) return Promise.resolve([]);
      if ('platform' in place) {
        return read('DescribeConfigurationOptions', async (client, sdk) => {
          const answer = await client.send(
            new sdk.DescribeConfigurationOptionsCommand({ ...place.platform, Options: options.map(specified) }),
          );
          return judgeOptions(options, (answer.Options ?? []).flatMap(descriptionOf));
        });
      }
      return read('ValidateConfigurationSettings', async (client, sdk) => {
        const answer = await client.send(
          new sdk.ValidateConfigurationSettingsCommand({
            ApplicationName: application,
            ...place,
            OptionSettings: options.map(sdkOption),
          }),
        );
        return (answer.Messages ?? []).map(messageOf);
      });
    },
    createApplication: (name, description) =>
      change('CreateApplication', async (client, sdk) => {
        await client.send(new sdk.CreateApplicationCommand({ ApplicationName: name, Description: description }));
      }),
  };
}

type Place =
  | { readonly platform: { readonly SolutionStackName: string } | { readonly PlatformArn: string } }
  | { readonly TemplateName: string }
  | { readonly EnvironmentName: string };

/** The service judges options only for what exists already; for a platform it describes them. */
function placeOf(base: CreationModel): Place | undefined {
  switch (base.kind) {
    case 'stack':
      return { platform: { SolutionStackName: base.solutionStack } };
    case 'platform':
      return { platform: { PlatformArn: base.arn } };
    case 'branch':
      return base.branch?.newest === undefined ? undefined : { platform: { PlatformArn: base.branch.newest.arn } };
    case 'template':
      return base.options === undefined ? undefined : { TemplateName: base.name };
    case 'environment':
      return base.found === undefined ? undefined : { EnvironmentName: base.name };
    // DescribeConfigurationOptions knows no tier.
    case 'cluster':
      return undefined;
  }
}

const specified = ({ namespace, name }: OptionSetting) => ({ Namespace: namespace, OptionName: name });

function descriptionOf(one: ConfigurationOptionDescription): readonly OptionDescription[] {
  const { Namespace: namespace, Name: name, MinValue: min, MaxValue: max, MaxLength: maxLength } = one;
  if (namespace === undefined || name === undefined) return [];
  const limits = present({ min, max, maxLength });
  return [{ namespace, name, isList: one.ValueType === 'List', values: one.ValueOptions ?? [], ...limits }];
}

/** The API reference writes the states in lower case, answers in title case. */
function lifecycleOf(state: string | undefined): PlatformBranch['lifecycle'] {
  const known = (['beta', 'supported', 'deprecated', 'retired'] as const).find((one) => one === state?.toLowerCase());
  return known ?? 'unknown';
}

/** `4.10.0` is newer than `4.9.1`. */
function compareVersions(left: string, right: string): number {
  const [one, other] = [left, right].map((version) => version.split('.').map(Number));
  for (let part = 0; part < Math.max(one?.length ?? 0, other?.length ?? 0); part += 1) {
    const difference = (one?.[part] ?? 0) - (other?.[part] ?? 0);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}
