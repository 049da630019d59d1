/** Versions for Cluster environments: an image as it is named, or one that the service builds from a source bundle. */
import { minutes, seconds } from '../../domain/time.js';
import {
  applicationEvent,
  type Context,
  flagOf,
  type Input,
  invalidParameter,
  numberOf,
  type Output,
  recordOf,
  requiredText,
  textOf,
} from '../context.js';
import { about } from '../random.js';
import { ServiceError } from '../service-error.js';
import { readZipTexts } from '../storage/zip-entries.js';
import { type Script, wait } from '../timeline.js';
import type { ApplicationVersion } from '../world.js';
import { addImage, type ImageBuild, inventDigest, registryOf } from './image.js';

/** AWS guide, "Build configuration". */
const COMPUTE_TYPES = ['BUILD_GENERAL1_SMALL', 'BUILD_GENERAL1_MEDIUM', 'BUILD_GENERAL1_LARGE'];
const ARCHITECTURES = ['amd64', 'arm64'];
const SHORTEST = 5;
const LONGEST = 480;
const DEFAULT_TIMEOUT = 60;
const DEFAULT_BUILD_SECONDS = 150;

type ImageParts = Pick<ApplicationVersion, 'image' | 'imageBuild' | 'processAsked'>;

const combination = (message: string): ServiceError => new ServiceError('InvalidParameterCombination', message);

/** What `ImageConfiguration` asks for. The refusals are the guide's, their sentences are assumed. */
export function imageParts(input: Input): ImageParts {
  const configuration = recordOf(input, 'ImageConfiguration');
  if (configuration === undefined) return {};
  const source = recordOf(configuration, 'Source');
  const build = recordOf(configuration, 'Build');
  if (input.BuildConfiguration !== undefined) {
    throw combination('ImageConfiguration and BuildConfiguration cannot be specified together.');
  }
  if ((source === undefined) === (build === undefined)) {
    throw combination('ImageConfiguration must have exactly one of Source and Build.');
  }
  const hasBundle = input.SourceBundle !== undefined;
  if (source !== undefined) {
    if (hasBundle) throw combination('ImageConfiguration.Source and SourceBundle cannot be specified together.');
    return { image: { uri: requiredText(source, 'Uri') }, processAsked: flagOf(input, 'Process') === true };
  }
  if (!hasBundle) throw combination('ImageConfiguration.Build requires a SourceBundle.');
  return { imageBuild: readBuild(build ?? {}), processAsked: flagOf(input, 'Process') === true };
}

function readBuild(build: Input): ImageBuild {
  const type = requiredText(build, 'Type');
  if (!['docker', 'buildpack'].includes(type.toLowerCase())) throw notOneOf('Type', type, ['docker', 'buildpack']);
  const architecture = textOf(build, 'Architecture');
  if (architecture !== undefined && !ARCHITECTURES.includes(architecture)) {
    throw notOneOf('Architecture', architecture, ARCHITECTURES);
  }
  const computeType = textOf(build, 'ComputeType');
  if (computeType !== undefined && !COMPUTE_TYPES.includes(computeType)) {
    throw notOneOf('ComputeType', computeType, COMPUTE_TYPES);
  }
  const timeoutInMinutes = numberOf(build, 'TimeoutInMinutes');
  if (timeoutInMinutes !== undefined && (timeoutInMinutes < SHORTEST || timeoutInMinutes > LONGEST)) {
    throw invalidParameter(
      `Value ${timeoutInMinutes} at 'ImageConfiguration.Build.TimeoutInMinutes' must be between ${SHORTEST} and ${LONGEST}.`,
    );
  }
  const dockerfileLocation = textOf(build, 'DockerfileLocation');
  const buildpack = textOf(build, 'Buildpack');
  return {
    type,
    codeBuildServiceRole: requiredText(build, 'CodeBuildServiceRole'),
    ...(dockerfileLocation === undefined ? {} : { dockerfileLocation }),
    ...(buildpack === undefined ? {} : { buildpack }),
    ...(architecture === undefined ? {} : { architecture }),
    ...(computeType === undefined ? {} : { computeType }),
    ...(timeoutInMinutes === undefined ? {} : { timeoutInMinutes }),
  };
}

const notOneOf = (member: string, value: string, values: readonly string[]): ServiceError =>
  invalidParameter(
    `Value '${value}' at 'ImageConfiguration.Build.${member}' failed to satisfy constraint: Member must satisfy enum value set: [${values.join(', ')}]`,
  );

/** The members that only these versions have in answers. */
export function imageDescription({ image, imageBuild, buildArn, processAsked }: ApplicationVersion): Output {
  return {
    ...(buildArn === undefined ? {} : { BuildArn: buildArn }),
    ...(processAsked === undefined ? {} : { Process: processAsked }),
    ...(image === undefined ? {} : { ImageSource: { Uri: image.uri } }),
    ...(imageBuild === undefined
      ? {}
      : {
          ImageBuildConfiguration: {
            Type: imageBuild.type,
            DockerfileLocation: imageBuild.dockerfileLocation,
            Buildpack: imageBuild.buildpack,
            Architecture: imageBuild.architecture,
            CodeBuildServiceRole: imageBuild.codeBuildServiceRole,
            ComputeType: imageBuild.computeType,
            TimeoutInMinutes: imageBuild.timeoutInMinutes,
          },
        }),
  };
}

/** AWS guide: a build begins only when `Process` was asked for; an image that is there needs none. */
export const beginsBuild = ({ imageBuild, processAsked }: ImageParts): boolean =>
  imageBuild !== undefined && processAsked === true;

interface BuildEnd {
  readonly afterSeconds: number;
  /** Of a failure: which stage it was. */
  readonly failure?: string;
  /** The build ends well and leaves no image: documented in the README of AWS's action for its own inputs. */
  readonly withoutImage?: true;
}

/** BUILDING until AWS CodeBuild has pushed the image; then PROCESSED, or FAILED with events of the version. */
export function* buildImage(context: Context, version: ApplicationVersion, requestId: string): Script {
  const { accountId, random, region } = context;
  const project = `elasticbeanstalk-${version.applicationName}`.replace(/[^A-Za-z0-9-]/g, '-');
  version.buildArn = `arn:aws:codebuild:${region}:${accountId}:build/${project}:${random.uuid()}`;
  const say = (severity: 'INFO' | 'ERROR', message: string): void =>
    applicationEvent(
      context,
      { applicationName: version.applicationName, versionLabel: version.label },
      { severity, message, requestId },
    );
  say('INFO', `Started building the container image for application version ${version.label}.`);
  const end = buildEnd(context, version);
  yield* wait(about(random, seconds(end.afterSeconds)));
  version.dateUpdated = context.now();
  if (end.failure !== undefined) {
    version.status = 'FAILED';
    say('ERROR', end.failure);
  } else {
    version.status = 'PROCESSED';
    if (end.withoutImage !== true) pushImage(context, version);
    say('INFO', `Successfully built the container image for application version ${version.label}.`);
  }
  say(
    end.failure === undefined ? 'INFO' : 'ERROR',
    `Finished processing application version ${version.label} with status ${version.status}.`,
  );
}

/** AWS guide: an image that the service has built is recorded by its digest. */
function pushImage(context: Context, version: ApplicationVersion): void {
  const { accountId, region } = context;
  const repository = `${registryOf(accountId, region)}/elasticbeanstalk/${version.applicationName.toLowerCase().replace(/[^a-z0-9-]/g, '-')}`;
  const { digest } = addImage(context, { repository, tags: [], digest: inventDigest(context) });
  version.image = { uri: `${repository}@${digest}` };
}

function buildEnd(context: Context, version: ApplicationVersion): BuildEnd {
  const { label, imageBuild } = version;
  const versions = context.scenario().versions ?? {};
  const behaviour = versions[label] ?? versions['*'] ?? {};
  const afterSeconds = behaviour.buildSeconds ?? DEFAULT_BUILD_SECONDS;
  const limit = imageBuild?.timeoutInMinutes ?? DEFAULT_TIMEOUT;
  if (seconds(afterSeconds) > minutes(limit)) {
    const failure = `The build of application version ${label} has not finished within ${limit} minutes and was stopped.`;
    return { afterSeconds: limit * 60, failure };
  }
  if (imageBuild?.type === 'buildpack' && imageBuild.buildpack === undefined) {
    return { afterSeconds: 40, failure: `Failed to build the container image of ${label}: no builder is set.` };
  }
  switch (behaviour.build ?? 'succeeds') {
    case 'fails':
      return {
        afterSeconds,
        failure: `Failed to build the container image of ${label}. See the build ${version.buildArn}.`,
      };
    case 'fails-to-push':
      return { afterSeconds, failure: `Failed to push the container image of ${label} to Amazon ECR.` };
    case 'fails-to-assume-role':
      return { afterSeconds: 15, failure: `Failed to assume the role ${imageBuild?.codeBuildServiceRole ?? ''}.` };
    case 'succeeds':
      return isBuildable(context, version) ? { afterSeconds } : { afterSeconds: 30, withoutImage: true };
  }
}

/** README of aws-actions/aws-elasticbeanstalk-deploy: a wrong case of the type or no Dockerfile ends PROCESSED, with no image. */
function isBuildable({ objects }: Context, { imageBuild, sourceBundle }: ApplicationVersion): boolean {
  if (imageBuild?.type === 'buildpack') return true;
  if (imageBuild?.type !== 'docker' || sourceBundle === undefined) return false;
  const wanted = imageBuild.dockerfileLocation ?? 'Dockerfile';
  if (objects.head(sourceBundle.bucket, sourceBundle.key) === undefined) return true;
  const found = readZipTexts(objects, sourceBundle, (name) => name === wanted.replace(/^\.\//, ''));
  return found !== undefined && found.size > 0;
}
