/** Inputs of versions for Cluster environments: an image in a registry, or how one is built; and what they mean together. */
import { LOAD_BALANCER_TYPE } from '../domain/cluster.js';
import { type OptionSetting, optionValue } from '../domain/environment.js';
import type { ImageReference } from '../domain/image.js';
import { type Kind, optional } from '../domain/input.js';
import type { Problem } from '../domain/problem.js';
import type { BundleSource } from '../domain/settings.js';
import type { ImageBuild } from '../domain/version.js';
import { didYouMean } from './did-you-mean.js';
import { imageReference } from './image-inputs.js';
import { contradiction } from './input-problems.js';

const COMPUTE_TYPES = ['BUILD_GENERAL1_SMALL', 'BUILD_GENERAL1_MEDIUM', 'BUILD_GENERAL1_LARGE'] as const;
const MEMBERS = [
  'Type',
  'DockerfileLocation',
  'Buildpack',
  'Architecture',
  'CodeBuildServiceRole',
  'ComputeType',
  'TimeoutInMinutes',
] as const;
type Member = (typeof MEMBERS)[number];

/** As the service names the members (AWS API reference, ImageBuildConfiguration). */
const build: Kind<ImageBuild> = {
  accepts: 'a JSON object such as `{"Type": "docker", "CodeBuildServiceRole": "arn:aws:iam::123456789012:role/build"}`',
  read: (given) => {
    const found = objectIn(given);
    if (found === undefined) return { because: 'is not a JSON object' };
    const unknown = Object.keys(found).find((name) => !MEMBERS.some((one) => one === name));
    if (unknown !== undefined) {
      const meant = didYouMean(unknown, MEMBERS);
      return { because: `has a member ${unknown}${meant === undefined ? '' : ` (${meant}?)`}`, wrong: unknown };
    }
    return buildOf(found);
  },
};

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null && !Array.isArray(found)
      ? Object.fromEntries(Object.entries(found))
      : undefined;
  } catch {
    return undefined;
  }
}

type Read = ReturnType<Kind<ImageBuild>['read']>;

function buildOf(found: Readonly<Record<string, unknown>>): Read {
  const text = (name: Member): string | undefined => {
    const value = found[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  // The service takes `Docker` too, and then ends without an image (README of AWS's action): it is sent in small letters.
  const type = (['docker', 'buildpack'] as const).find((one) => one === text('Type')?.toLowerCase());
  if (type === undefined) return { because: 'has no `Type` of `docker` or `buildpack`' };
  const serviceRole = text('CodeBuildServiceRole');
  if (serviceRole === undefined)
    return { because: 'has no `CodeBuildServiceRole`, with which CodeBuild builds the image' };
  const buildpack = text('Buildpack');
  const dockerfileLocation = text('DockerfileLocation');
  if (type === 'buildpack' && buildpack === undefined)
    return { because: 'is of `Type` buildpack and has no `Buildpack`' };
  if (type === 'docker' && buildpack !== undefined) return { because: 'is of `Type` docker and has a `Buildpack`' };
  if (type === 'buildpack' && dockerfileLocation !== undefined) {
    return { because: 'is of `Type` buildpack and has a `DockerfileLocation`' };
  }
  const architecture = (['amd64', 'arm64'] as const).find((one) => one === text('Architecture'));
  if (found.Architecture !== undefined && architecture === undefined) {
    return { because: 'has an `Architecture` that is neither `amd64` nor `arm64`' };
  }
  const computeType = COMPUTE_TYPES.find((one) => one === text('ComputeType'));
  if (found.ComputeType !== undefined && computeType === undefined) {
    return { because: `has a \`ComputeType\` that is none of ${COMPUTE_TYPES.join(', ')}` };
  }
  const timeoutMinutes = found.TimeoutInMinutes === undefined ? undefined : Number(found.TimeoutInMinutes);
  if (
    timeoutMinutes !== undefined &&
    !(Number.isInteger(timeoutMinutes) && timeoutMinutes >= 5 && timeoutMinutes <= 480)
  ) {
    return { because: 'has a `TimeoutInMinutes` that is no whole number from 5 to 480' };
  }
  return {
    value: {
      type,
      serviceRole,
      ...(dockerfileLocation === undefined ? {} : { dockerfileLocation }),
      ...(buildpack === undefined ? {} : { buildpack }),
      ...(architecture === undefined ? {} : { architecture }),
      ...(computeType === undefined ? {} : { computeType }),
      ...(timeoutMinutes === undefined ? {} : { timeoutMinutes }),
    },
  };
}

export const CLUSTER_INPUTS = {
  'image-uri': optional(imageReference, {
    help: 'Image to run on a Cluster environment; the version names it by the digest that its tag has now; see docs/cluster.md.',
    aws: true,
  }),
  'build-configuration': optional(build, {
    help: 'How Elastic Beanstalk builds an image from the bundle for a Cluster environment, as JSON with the members of ImageBuildConfiguration; see docs/cluster.md.',
    aws: true,
  }),
} as const;

export interface ClusterGiven {
  readonly 'image-uri'?: ImageReference | undefined;
  readonly 'build-configuration'?: ImageBuild | undefined;
  readonly 'version-source'?: 'auto' | 'bundle' | 'existing' | 'none' | undefined;
  readonly 'environment-tier'?: 'WebServer' | 'Worker' | 'Cluster' | undefined;
  readonly 'create-environment-if-not-exists'?: boolean | undefined;
}

export const registryImageSource = ({ 'image-uri': image }: ClusterGiven): BundleSource | undefined =>
  image === undefined ? undefined : { kind: 'registry-image', image };

/** What is deployed is an image, which only Cluster environments run. */
export const isForCluster = (values: ClusterGiven): boolean =>
  values['image-uri'] !== undefined || values['build-configuration'] !== undefined;

const NEITHER_WITH = ['deployment-package-path', 'source-directory', 'docker-image'] as const;
const PLATFORMS = [
  'solution-stack-name',
  'platform-arn',
  'platform-branch',
  'template-name',
  'template-environment',
] as const;

/** A version has one source, and a Cluster environment neither platform nor template. `given`: also of what could not be read. */
export function clusterContradictions(
  values: ClusterGiven,
  options: readonly OptionSetting[],
  given: (name: string) => boolean,
): readonly Problem[] {
  const inputs = (['image-uri', 'build-configuration'] as const).filter(given);
  const creates = values['create-environment-if-not-exists'] === true;
  const isCluster = inputs.length > 0 || (creates && values['environment-tier'] === 'Cluster');
  return [
    ...inputs.flatMap((input) => sources(input, given, values['version-source'] ?? 'auto')),
    ...(isCluster ? platforms(inputs[0] ?? 'environment-tier', given) : []),
    ...(inputs.length > 0 && given('environment-tier') && values['environment-tier'] === 'Worker'
      ? [
          contradiction(
            'environment-tier',
            `\`${inputs[0]}\` is for Cluster environments, and \`environment-tier\` is Worker.`,
            'Remove one of the two.',
          ),
        ]
      : []),
    ...withoutAddress(options, given),
  ];
}

function sources(
  input: 'image-uri' | 'build-configuration',
  given: (name: string) => boolean,
  source: NonNullable<ClusterGiven['version-source']>,
): readonly Problem[] {
  const others = input === 'image-uri' ? [...NEITHER_WITH, 'build-configuration'] : ['docker-image'];
  return [
    ...others
      .filter(given)
      .map((other) =>
        contradiction(
          input,
          `Both \`${input}\` and \`${other}\` are given, and a version has one source.`,
          'Keep one of them.',
        ),
      ),
    ...(source === 'existing' || source === 'none'
      ? [
          contradiction(
            input,
            `\`${input}\` is given, but with \`version-source: ${source}\` no version is made.`,
            'Remove one of the two.',
          ),
        ]
      : []),
  ];
}

function platforms(input: string, given: (name: string) => boolean): readonly Problem[] {
  return PLATFORMS.filter(given).map((platform) =>
    contradiction(
      platform,
      `\`${platform}\` is given, and a Cluster environment (\`${input}\`) has neither platform nor template.`,
      'Remove one of the two.',
    ),
  );
}

/** Without a load balancer there is no CNAME (AWS guide). */
function withoutAddress(options: readonly OptionSetting[], given: (name: string) => boolean): readonly Problem[] {
  const { namespace, name } = LOAD_BALANCER_TYPE;
  if (optionValue(options, namespace, name) !== 'None' || !given('cname-prefix')) return [];
  return [
    contradiction(
      'cname-prefix',
      `\`cname-prefix\` is given, but with ${name}=None a Cluster environment has no CNAME.`,
      'Remove one of the two.',
    ),
  ];
}
