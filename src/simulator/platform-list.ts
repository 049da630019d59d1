/** The platform branches and versions that the simulated region offers, as of November 2026. */
import { ServiceError } from './service-error.js';

export interface PlatformBranch {
  /** For example `Node.js 22 running on 64bit Amazon Linux 2023`: the name of branch and platform. */
  readonly name: string;
  /** As documented, in title case; AWS release notes give the dates. */
  readonly lifecycle: 'Beta' | 'Supported' | 'Deprecated' | 'Retired';
  readonly category: string;
  readonly operatingSystem: { readonly name: string; readonly version: string; readonly title: string };
  /** What the solution stack name says after "running". */
  readonly runtime: string;
  readonly language?: { readonly name: string; readonly version: string };
  readonly framework?: { readonly name: string; readonly version: string };
  /** Newest first; the first is the recommended one. */
  readonly versions: readonly string[];
  readonly fileTypes: readonly string[];
}

export interface PlatformVersion {
  readonly branch: PlatformBranch;
  readonly version: string;
  readonly solutionStackName: string;
  readonly recommended: boolean;
}

const AL2023 = { name: 'Amazon Linux', version: '2023', title: '64bit Amazon Linux 2023' };
const AL2 = { name: 'Amazon Linux', version: '2', title: '64bit Amazon Linux 2' };
const WINDOWS = { name: 'Windows Server Core', version: '2025', title: '64bit Windows Server Core 2025' };

type Details = Omit<PlatformBranch, 'name' | 'runtime' | 'versions' | 'lifecycle' | 'operatingSystem' | 'fileTypes'> &
  Partial<Pick<PlatformBranch, 'lifecycle' | 'operatingSystem' | 'fileTypes'>>;

const branch = (runtime: string, versions: readonly string[], details: Details): PlatformBranch => {
  const operatingSystem = details.operatingSystem ?? AL2023;
  return {
    lifecycle: 'Supported',
    fileTypes: ['zip'],
    ...details,
    name: `${runtime} running on ${operatingSystem.title}`,
    runtime,
    operatingSystem,
    versions,
  };
};

const language = (name: string, version: string) => ({ category: name, language: { name, version } });

export const PLATFORM_BRANCHES: readonly PlatformBranch[] = [
  branch('Node.js 24', ['6.7.4', '6.7.3'], language('Node.js', '24')),
  branch('Node.js 22', ['6.7.4', '6.7.3', '6.6.5'], language('Node.js', '22')),
  branch('Node.js 20', ['6.7.1', '6.3.1'], { ...language('Node.js', '20'), lifecycle: 'Retired' }),
  branch('Python 3.14', ['4.8.2', '4.8.1'], language('Python', '3.14')),
  branch('Python 3.13', ['4.8.2', '4.7.4'], language('Python', '3.13')),
  branch('Python 3.11', ['4.8.2', '4.3.0'], language('Python', '3.11')),
  branch('Docker', ['4.9.1', '4.8.0', '4.3.0'], {
    category: 'Docker',
    framework: { name: 'Docker', version: '25' },
    fileTypes: [],
  }),
  branch('ECS', ['4.4.1'], { category: 'Docker', framework: { name: 'ECS', version: '1' }, fileTypes: [] }),
  branch('Corretto 25', ['4.8.1'], { ...language('Java', '25'), fileTypes: ['jar', 'zip'] }),
  branch('Corretto 21', ['4.8.1', '4.7.0', '4.3.0'], { ...language('Java', '21'), fileTypes: ['jar', 'zip'] }),
  branch('Tomcat 11 Corretto 21', ['5.9.1'], {
    ...language('Java', '21'),
    category: 'Tomcat',
    framework: { name: 'Tomcat', version: '11' },
    fileTypes: ['war', 'zip'],
  }),
  branch('.NET 10', ['3.7.2'], { ...language('.NET', '10'), category: '.NET on Linux' }),
  branch('.NET 9', ['3.7.2', '3.6.0'], { ...language('.NET', '9'), category: '.NET on Linux' }),
  branch('Go 1', ['4.6.1', '4.5.2', '4.3.0'], language('Go', '1')),
  branch('PHP 8.4', ['4.9.2'], language('PHP', '8.4')),
  branch('PHP 8.3', ['4.9.2'], language('PHP', '8.3')),
  branch('Ruby 3.4', ['4.7.2', '4.6.0'], language('Ruby', '3.4')),
  branch('IIS 10.0', ['2.22.1'], {
    category: '.NET',
    operatingSystem: WINDOWS,
    framework: { name: 'IIS', version: '10.0' },
  }),
  branch('Node.js 18', ['5.11.2'], { ...language('Node.js', '18'), lifecycle: 'Retired', operatingSystem: AL2 }),
  branch('Python 3.8', ['3.8.3'], { ...language('Python', '3.8'), lifecycle: 'Retired', operatingSystem: AL2 }),
];

/** `64bit Amazon Linux 2023 v6.7.4 running Node.js 24`. */
const stackName = (platform: PlatformBranch, version: string): string =>
  `${platform.operatingSystem.title} v${version} running ${platform.runtime}`;

export const PLATFORM_VERSIONS: readonly PlatformVersion[] = PLATFORM_BRANCHES.flatMap((platform) =>
  platform.versions.map((version, index) => ({
    branch: platform,
    version,
    solutionStackName: stackName(platform, version),
    recommended: index === 0 && platform.lifecycle === 'Supported',
  })),
);

/** `arn:aws:elasticbeanstalk:us-east-1::platform/Node.js 24 running on 64bit Amazon Linux 2023/6.7.4`. */
export function platformArn(region: string, platform: PlatformVersion): string {
  return `arn:aws:elasticbeanstalk:${region}::platform/${platform.branch.name}/${platform.version}`;
}

/** The version that a solution stack name means; retired ones too, since existing customers may go on using them. */
export function platformByStack(solutionStackName: string): PlatformVersion | undefined {
  return PLATFORM_VERSIONS.find((platform) => platform.solutionStackName === solutionStackName);
}

/** The version that a platform ARN means; without a version at its end, the newest of the branch. */
export function platformByArn(arn: string): PlatformVersion | undefined {
  const [, name, version] = /:platform\/([^/]+)(?:\/([^/]+))?$/.exec(arn) ?? [];
  return PLATFORM_VERSIONS.find(
    (platform) => platform.branch.name === name && (version === undefined || platform.version === version),
  );
}

/** What an environment gets when nobody cares: the newest Node.js. */
export const DEFAULT_PLATFORM: PlatformVersion = PLATFORM_VERSIONS.find((platform) => platform.recommended) ?? {
  branch: branch('Node.js 24', ['6.7.4'], language('Node.js', '24')),
  version: '6.7.4',
  solutionStackName: '64bit Amazon Linux 2023 v6.7.4 running Node.js 24',
  recommended: true,
};

/**
 * The platform that a request names by `SolutionStackName` or `PlatformArn`; `undefined` when it names none.
 * Refuses both at once and names that the region does not have.
 */
export function platformOf(
  region: string,
  names: { readonly solutionStackName?: string | undefined; readonly platformArn?: string | undefined },
): { readonly arn: string; readonly solutionStackName: string } | undefined {
  const { solutionStackName, platformArn: arn } = names;
  if (solutionStackName === undefined && arn === undefined) return undefined;
  if (solutionStackName !== undefined && arn !== undefined) {
    throw new ServiceError(
      'InvalidParameterCombination',
      'SolutionStackName and PlatformArn cannot be specified together.',
    );
  }
  const found = arn === undefined ? platformByStack(solutionStackName ?? '') : platformByArn(arn);
  if (found === undefined) {
    const problem =
      arn === undefined ? `No Solution Stack named '${solutionStackName}' found.` : `No Platform named '${arn}' found.`;
    throw new ServiceError('InvalidParameterValue', problem);
  }
  return { arn: platformArn(region, found), solutionStackName: found.solutionStackName };
}
