/** Container images of application versions: named in a registry, or built by Elastic Beanstalk with CodeBuild. */
import type { ApplicationVersionDescription, CreateApplicationVersionMessage } from '@aws-sdk/client-elastic-beanstalk';
import type { ApplicationVersion, ImageBuild } from '../../domain/version.js';
import type { VersionRequest } from '../../ports/beanstalk.js';
import { present } from './beanstalk-model.js';

type Source = Pick<CreateApplicationVersionMessage, 'SourceBundle' | 'ImageConfiguration' | 'Process'>;

/** AWS API reference, CreateApplicationVersion: a build never starts without `Process`. */
export function sourceOf({ bundle, image, build }: VersionRequest): Source {
  const located = bundle === undefined ? {} : { SourceBundle: { S3Bucket: bundle.bucket, S3Key: bundle.key } };
  if (image !== undefined) return { ImageConfiguration: { Source: { Uri: image } } };
  if (build === undefined) return { ...located, Process: false };
  return {
    ...located,
    Process: true,
    ImageConfiguration: {
      Build: {
        Type: build.type,
        CodeBuildServiceRole: build.serviceRole,
        ...present({
          DockerfileLocation: build.dockerfileLocation,
          Buildpack: build.buildpack,
          Architecture: build.architecture,
          ComputeType: build.computeType,
          TimeoutInMinutes: build.timeoutMinutes,
        }),
      },
    },
  };
}

/** The image's part of a version, as far as the service shows it. */
export function imageOf(row: ApplicationVersionDescription): Pick<ApplicationVersion, 'image' | 'build' | 'buildArn'> {
  const { ImageSource: source, ImageBuildConfiguration: build, BuildArn: buildArn } = row;
  const image = source?.Uri === '' ? undefined : source?.Uri;
  return present({ image, build: buildOf(build), buildArn });
}

function buildOf(row: ApplicationVersionDescription['ImageBuildConfiguration']): ImageBuild | undefined {
  if (row === undefined) return undefined;
  return {
    type: row.Type?.toLowerCase() === 'buildpack' ? 'buildpack' : 'docker',
    serviceRole: row.CodeBuildServiceRole ?? '',
    ...present({
      dockerfileLocation: row.DockerfileLocation,
      buildpack: row.Buildpack,
      architecture: row.Architecture,
      computeType: row.ComputeType,
      timeoutMinutes: row.TimeoutInMinutes,
    }),
  };
}
