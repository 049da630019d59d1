/** What does not fit the kind of environment, Standard or Cluster: refused before anything is changed. Pure. */

import { sameKey } from '../domain/changes.js';
import {
  CLUSTER_NAMESPACES,
  EKS_ENVIRONMENT_NAMESPACE,
  IMMUTABLE_OPTIONS,
  isClusterNamespace,
  SUBNETS,
  variablesIn,
} from '../domain/cluster.js';
import { type EnvironmentTier, type OptionSetting, optionValue } from '../domain/environment.js';
import type { Problem } from '../domain/problem.js';
import type { DeploySettings } from '../domain/settings.js';
import type { ApplicationVersion } from '../domain/version.js';
import { sameValue } from './pod-options.js';

export interface TierQuestion {
  readonly settings: Pick<DeploySettings, 'bundle' | 'imageBuild' | 'options' | 'environmentVariables'>;
  readonly tier: EnvironmentTier;
  readonly name: string;
  /** Absent for an environment that is created. */
  readonly deployed?: readonly OptionSetting[];
}

export function tierProblems(question: TierQuestion): readonly Problem[] {
  return question.tier === 'Cluster'
    ? [
        ...withoutImage(question),
        ...otherNamespaces(question),
        ...immutableOptions(question),
        ...unreadableVariables(question),
        ...otherArchitecture(question),
      ]
    : [...imageElsewhere(question), ...clusterOptions(question)];
}

/** A version that exists, or that is rolled back to, has to be of the kind that the environment runs. */
export function versionTierProblems(
  tier: EnvironmentTier,
  name: string,
  version: ApplicationVersion | undefined,
): readonly Problem[] {
  if (version === undefined) return [];
  const isImage = version.image !== undefined || version.build !== undefined;
  if (isImage === (tier === 'Cluster')) return [];
  return [
    isImage
      ? imageNeedsCluster(`Version ${version.label} is a container image`, name, 'version-label')
      : needsImage(`version ${version.label} is a bundle without an image`, name, 'version-label'),
  ];
}

/** What the user should read before a version that exists is deployed (again). */
export function versionWarnings(version: ApplicationVersion | undefined): readonly string[] {
  const { image, label } = version ?? {};
  if (image === undefined || image.includes('@sha256:')) return [];
  return [
    `Version ${label ?? ''} names its image by a tag (${image}): what that means now need not be what ran under this version before.`,
  ];
}

function withoutImage({ settings: { bundle, imageBuild }, name }: TierQuestion): readonly Problem[] {
  switch (bundle?.kind) {
    case 'directory':
    case 'archive':
      return imageBuild === undefined ? [needsImage('a bundle of files would be deployed', name, 'image-uri')] : [];
    case 'image':
      return [needsImage('`docker-image` makes a bundle for the Docker platform', name, 'docker-image')];
    case 'registry-image':
    case 'existing-version':
    case undefined:
      return [];
  }
}

const needsImage = (why: string, name: string, input: string): Problem => ({
  code: 'cluster-needs-image',
  blame: 'you',
  what: `${name} is a Cluster environment, which runs container images, and ${why}.`,
  hint: 'Give `image-uri`, or `build-configuration` so that Elastic Beanstalk builds an image from the bundle; `version-source: none` changes only options and variables.',
  input,
});

function imageElsewhere({ settings: { bundle, imageBuild }, name }: TierQuestion): readonly Problem[] {
  const input =
    bundle?.kind === 'registry-image' ? 'image-uri' : imageBuild === undefined ? undefined : 'build-configuration';
  return input === undefined ? [] : [imageNeedsCluster(`\`${input}\` makes a version that is an image`, name, input)];
}

const imageNeedsCluster = (what: string, name: string, input: string): Problem => ({
  code: 'image-needs-cluster',
  blame: 'you',
  what: `${what}, which only Cluster environments run, and ${name} is a Standard environment.`,
  hint: 'For the Docker platform, `docker-image` makes a bundle that runs an image; else deploy a bundle.',
  input,
});

const listed = (options: readonly OptionSetting[]): string =>
  options.map(({ namespace, name }) => `${namespace}:${name}`).join(', ');

function otherNamespaces({ settings: { options }, name }: TierQuestion): readonly Problem[] {
  const others = options.filter(({ namespace }) => !isClusterNamespace(namespace));
  if (others.length === 0) return [];
  return [
    {
      code: 'option-of-other-tier',
      blame: 'you',
      what: `${name} is a Cluster environment, which does not take ${listed(others)}.`,
      hint: `It takes the namespaces ${CLUSTER_NAMESPACES.join(', ')}.`,
      input: 'option-settings',
    },
  ];
}

function clusterOptions({ settings: { options }, name }: TierQuestion): readonly Problem[] {
  const others = options.filter(({ namespace }) => isClusterNamespace(namespace));
  if (others.length === 0) return [];
  return [
    {
      code: 'option-of-other-tier',
      blame: 'you',
      what: `${name} is a Standard environment, which does not take ${listed(others)}.`,
      hint: 'Remove them: they are options of Cluster environments.',
      input: 'option-settings',
    },
  ];
}

/** The service refuses the update as a whole; what it does not show is left to it. */
function immutableOptions({ settings: { options }, name, deployed = [] }: TierQuestion): readonly Problem[] {
  const moved = options.filter((one) => {
    if (!IMMUTABLE_OPTIONS.some((key) => sameKey(key, one))) return false;
    const value = optionValue(deployed, one.namespace, one.name);
    return value !== undefined && value !== '' && !sameValue(one, value);
  });
  if (moved.length === 0) return [];
  const subnets = moved.some((one) => sameKey(one, SUBNETS)) ? ' (their order does not matter)' : '';
  return [
    {
      code: 'cluster-setting-fixed',
      blame: 'you',
      what: `${listed(moved)} of ${name} would become another one${subnets}, and subnets and roles of a Cluster environment are fixed when it is created.`,
      hint: 'Take the values that it has, or create a new environment with the new ones and swap the CNAMEs.',
      input: 'option-settings',
    },
  ];
}

/** An image for one kind of processor does not run on nodes of the other. */
function otherArchitecture({
  settings: { imageBuild, options },
  name,
  deployed = [],
}: TierQuestion): readonly Problem[] {
  if (imageBuild === undefined) return [];
  const { architecture = 'amd64' } = imageBuild;
  const arch = optionValue([...options, ...deployed], EKS_ENVIRONMENT_NAMESPACE, 'arch') ?? 'amd64';
  if (arch === architecture) return [];
  return [
    {
      code: 'image-of-other-architecture',
      blame: 'you',
      what: `The image would be built for ${architecture}, and ${name} runs on ${arch}.`,
      hint: `Set \`Architecture\` to ${arch} in \`build-configuration\`.`,
      input: 'build-configuration',
    },
  ];
}

/** Variables are one JSON object there, which can be changed only when the rest of it can be read. */
function unreadableVariables({ settings, name, deployed = [] }: TierQuestion): readonly Problem[] {
  const { set, remove } = settings.environmentVariables;
  if (Object.keys(set).length + remove.length === 0) return [];
  if (variablesIn([...settings.options, ...deployed]) !== undefined) return [];
  return [
    {
      code: 'cluster-variables-unreadable',
      blame: 'you',
      what: `The variables of ${name} (env-variables) cannot be read as a JSON object, so single ones cannot be changed.`,
      hint: 'Set all of them: the option env-variables of aws:elasticbeanstalk:eks:environment in `option-settings`.',
      input: 'environment-variables',
    },
  ];
}
