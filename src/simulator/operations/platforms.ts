/** Platforms: solution stacks, branches, versions and their filters. Custom platforms are refused by name. */
import {
  type Context,
  type Input,
  invalidParameter,
  type Operations,
  type Output,
  recordsOf,
  requiredText,
  textOf,
} from '../context.js';
import { pageOf } from '../paging.js';
import {
  PLATFORM_BRANCHES,
  PLATFORM_VERSIONS,
  type PlatformBranch,
  type PlatformVersion,
  platformArn,
  platformByArn,
} from '../platform-list.js';
import { ServiceError } from '../service-error.js';

const TIERS: readonly string[] = ['WebServer/Standard', 'Worker/SQS/HTTP'];
const ADDONS: readonly string[] = ['Log/S3', 'Monitoring/Healthd', 'WorkerDaemon/SQSD'];
const MOST = 1_000;

/** When the catalogue's versions appeared; one date keeps answers the same from run to run. */
const RELEASED = new Date(Date.UTC(2026, 9, 20, 17, 0, 0));

function listAvailableSolutionStacks(): Output {
  const offered = PLATFORM_VERSIONS.filter((platform) => platform.branch.lifecycle !== 'Retired');
  return {
    SolutionStacks: offered.map((platform) => platform.solutionStackName),
    SolutionStackDetails: offered.map((platform) => ({
      SolutionStackName: platform.solutionStackName,
      PermittedFileTypes: platform.branch.fileTypes,
    })),
  };
}

function listPlatformBranches(_context: Context, input: Input): Output {
  const matching = PLATFORM_BRANCHES.map((branch, index) => ({
    branch,
    order: PLATFORM_BRANCHES.length - index,
  })).filter(({ branch }) => recordsOf(input, 'Filters').every((filter) => branchMatches(branch, filter)));
  const page = pageOf(matching, input, MOST);
  return {
    PlatformBranchSummaryList: page.items.map(({ branch, order }) => ({
      PlatformName: branch.category,
      BranchName: branch.name,
      LifecycleState: branch.lifecycle,
      BranchOrder: order,
      SupportedTierList: TIERS,
    })),
    ...(page.nextToken === undefined ? {} : { NextToken: page.nextToken }),
  };
}

function branchMatches(branch: PlatformBranch, filter: Input): boolean {
  const attribute = textOf(filter, 'Attribute') ?? '';
  const facts: Readonly<Record<string, readonly string[]>> = {
    BranchName: [branch.name],
    LifecycleState: [branch.lifecycle],
    PlatformName: [branch.category],
    TierType: TIERS,
  };
  return matches(attribute, facts[attribute], filter);
}

function listPlatformVersions(context: Context, input: Input): Output {
  const filters = recordsOf(input, 'Filters');
  const matching = PLATFORM_VERSIONS.filter((platform) => filters.every((filter) => versionMatches(platform, filter)));
  const page = pageOf(matching, input, MOST);
  return {
    PlatformSummaryList: page.items.map((platform) => summary(context, platform)),
    ...(page.nextToken === undefined ? {} : { NextToken: page.nextToken }),
  };
}

function versionMatches(platform: PlatformVersion, filter: Input): boolean {
  const type = textOf(filter, 'Type') ?? '';
  const { branch } = platform;
  const facts: Readonly<Record<string, readonly string[]>> = {
    OperatingSystemName: [branch.operatingSystem.name],
    PlatformBranchName: [branch.name],
    PlatformBranchLifecycleState: [branch.lifecycle],
    PlatformLifecycleState: [platform.recommended ? 'Recommended' : ''],
    PlatformName: [branch.name],
    PlatformOwner: ['AWSElasticBeanstalk', 'aws'],
    PlatformStatus: ['Ready'],
    PlatformVersion: [platform.version, ...(branch.versions[0] === platform.version ? ['latest'] : [])],
    ProgrammingLanguageName: branch.language === undefined ? [] : [branch.language.name],
    SupportedAddon: ADDONS,
    SupportedTier: TIERS,
  };
  return matches(type, facts[type], filter);
}

/** Compares without regard to case: the guide's and the service's spellings of states differ. */
function matches(attribute: string, facts: readonly string[] | undefined, filter: Input): boolean {
  if (facts === undefined) throw invalidParameter(`Invalid filter: '${attribute}' is not a supported filter.`);
  const operator = textOf(filter, 'Operator') ?? '=';
  const values = (Array.isArray(filter.Values) ? filter.Values : []).map((value) => String(value).toLowerCase());
  const test = (check: (fact: string, value: string) => boolean): boolean =>
    facts.some((fact) => values.some((value) => check(fact.toLowerCase(), value)));
  switch (operator) {
    case '=':
    case 'in':
      return test((fact, value) => fact === value);
    case '!=':
    case 'not_in':
      return !test((fact, value) => fact === value);
    case 'contains':
      return test((fact, value) => fact.includes(value));
    case 'begins_with':
      return test((fact, value) => fact.startsWith(value));
    case 'ends_with':
      return test((fact, value) => fact.endsWith(value));
    case '<':
      return test((fact, value) => compareVersions(fact, value) < 0);
    case '<=':
      return test((fact, value) => compareVersions(fact, value) <= 0);
    case '>':
      return test((fact, value) => compareVersions(fact, value) > 0);
    case '>=':
      return test((fact, value) => compareVersions(fact, value) >= 0);
  }
  throw invalidParameter(`Invalid filter operator: '${operator}'.`);
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let part = 0; part < Math.max(left.length, right.length); part += 1) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const summary = (context: Context, platform: PlatformVersion): Output => ({
  PlatformArn: platformArn(context.region, platform),
  PlatformOwner: 'AWSElasticBeanstalk',
  PlatformStatus: 'Ready',
  PlatformCategory: platform.branch.category,
  OperatingSystemName: platform.branch.operatingSystem.name,
  OperatingSystemVersion: platform.branch.operatingSystem.version,
  SupportedTierList: TIERS,
  SupportedAddonList: ADDONS,
  ...(platform.recommended ? { PlatformLifecycleState: 'Recommended' } : {}),
  PlatformVersion: platform.version,
  PlatformBranchName: platform.branch.name,
  PlatformBranchLifecycleState: platform.branch.lifecycle,
});

function describePlatformVersion(context: Context, input: Input): Output {
  const arn = requiredText(input, 'PlatformArn');
  const platform = platformByArn(arn);
  if (platform === undefined) throw invalidParameter(`No Platform found for PlatformArn = '${arn}'.`);
  const { branch } = platform;
  return {
    PlatformDescription: {
      ...summary(context, platform),
      PlatformName: branch.name,
      SolutionStackName: platform.solutionStackName,
      DateCreated: RELEASED,
      DateUpdated: RELEASED,
      Description: `${branch.operatingSystem.title} v${platform.version} running ${branch.runtime}`,
      Maintainer: 'aws-elasticbeanstalk-platforms@amazon.com',
      ProgrammingLanguages:
        branch.language === undefined ? [] : [{ Name: branch.language.name, Version: branch.language.version }],
      Frameworks:
        branch.framework === undefined ? [] : [{ Name: branch.framework.name, Version: branch.framework.version }],
      CustomAmiList: [],
    },
  };
}

/** What the simulator does not do says so, in a code that no real answer has. */
const refused = (name: string) => (): never => {
  throw new ServiceError('NotImplemented', `The simulator does not implement ${name}. See BEHAVIOUR.md.`, 501);
};

export const operations: Operations = {
  ListAvailableSolutionStacks: listAvailableSolutionStacks,
  ListPlatformBranches: listPlatformBranches,
  ListPlatformVersions: listPlatformVersions,
  DescribePlatformVersion: describePlatformVersion,
  CreatePlatformVersion: refused('CreatePlatformVersion'),
  DeletePlatformVersion: refused('DeletePlatformVersion'),
  ComposeEnvironments: refused('ComposeEnvironments'),
  AssociateEnvironmentOperationsRole: refused('AssociateEnvironmentOperationsRole'),
  DisassociateEnvironmentOperationsRole: refused('DisassociateEnvironmentOperationsRole'),
};
