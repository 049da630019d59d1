import { describe, expect, it } from '@jest/globals';
import { imageOf, sourceOf } from '../../../src/adapters/aws/version-image.js';

const REQUEST = { application: 'shop', label: 'v9', description: '', tags: {} };
const BUNDLE = { bucket: 'b', key: 'k' };
const BUILD = { type: 'buildpack', buildpack: 'paketobuildpacks/builder-jammy-base', serviceRole: 'role' } as const;

describe('a version as the service takes it', () => {
  it('of a bundle for instances is not processed, and has no image', () => {
    expect(sourceOf({ ...REQUEST, bundle: BUNDLE })).toEqual({
      SourceBundle: { S3Bucket: 'b', S3Key: 'k' },
      Process: false,
    });
  });

  it('of an image names it, and no bundle', () => {
    expect(sourceOf({ ...REQUEST, image: 'x@sha256:1' })).toEqual({
      ImageConfiguration: { Source: { Uri: 'x@sha256:1' } },
    });
  });

  it('of a build has its bundle and is processed, without which nothing is ever built', () => {
    expect(sourceOf({ ...REQUEST, bundle: BUNDLE, build: BUILD })).toEqual({
      SourceBundle: { S3Bucket: 'b', S3Key: 'k' },
      Process: true,
      ImageConfiguration: {
        Build: {
          Type: 'buildpack',
          Buildpack: 'paketobuildpacks/builder-jammy-base',
          CodeBuildServiceRole: 'role',
        },
      },
    });
  });
});

describe('a version as the service shows it', () => {
  it('has its image, how it is built, and the build', () => {
    const Type = 'DOCKER' as 'docker';
    const row = {
      ImageSource: { Uri: 'x@sha256:1' },
      BuildArn: 'arn:build',
      ImageBuildConfiguration: { Type, CodeBuildServiceRole: 'role', TimeoutInMinutes: 60 },
    } as const;
    expect(imageOf(row)).toEqual({
      image: 'x@sha256:1',
      buildArn: 'arn:build',
      build: { type: 'docker', serviceRole: 'role', timeoutMinutes: 60 },
    });
  });

  it('has no image while it is built', () => {
    expect(imageOf({ ImageSource: { Uri: '' } })).toEqual({});
    expect(imageOf({})).toEqual({});
  });
});
