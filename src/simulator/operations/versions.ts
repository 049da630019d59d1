/** Application versions: create (from a bundle that must be there), describe in pages, update, delete, lifecycle policy. */
import { seconds } from '../../domain/time.js';
import { requireFitting } from '../cluster/image.js';
import { beginsBuild, buildImage, imageDescription, imageParts } from '../cluster/version.js';
import {
  applicationEvent,
  type Context,
  flagOf,
  type Input,
  invalidParameter,
  listOf,
  type Operations,
  type Output,
  recordOf,
  requireApplication,
  requiredText,
  textOf,
} from '../context.js';
import { checkNames, describedBy } from '../names.js';
import { brokenFiles } from '../options/ebextensions.js';
import { pageOf } from '../paging.js';
import { ServiceError } from '../service-error.js';
import { type Script, wait } from '../timeline.js';
import type { Application, ApplicationVersion } from '../world.js';
import { addApplication } from './applications.js';
import { tagAtCreation } from './tags.js';
import { applyLifecycle, labelsInUse, removeVersion } from './version-lifecycle.js';

/** Versions that an account may have in a region, over all applications (AWS guide, "Endpoints and quotas"). */
export const VERSION_QUOTA = 1_000;
/** The most that one DescribeApplicationVersions answers. */
const MOST_RECORDS = 1_000;
/** The largest source bundle: 500 MB (AWS guide, "Create an application source bundle"). */
const LARGEST_BUNDLE = 524_288_000;

export function versionDescription(version: ApplicationVersion): Output {
  const { sourceBundle, sourceBuild } = version;
  return {
    ApplicationVersionArn: version.arn,
    ApplicationName: version.applicationName,
    ...(version.description === undefined ? {} : { Description: version.description }),
    VersionLabel: version.label,
    ...(sourceBundle === undefined ? {} : { SourceBundle: { S3Bucket: sourceBundle.bucket, S3Key: sourceBundle.key } }),
    ...(sourceBuild === undefined
      ? {}
      : {
          SourceBuildInformation: {
            SourceType: sourceBuild.sourceType,
            SourceRepository: sourceBuild.sourceRepository,
            SourceLocation: sourceBuild.sourceLocation,
          },
        }),
    DateCreated: new Date(version.dateCreated),
    DateUpdated: new Date(version.dateUpdated),
    Status: version.status,
    ...imageDescription(version),
  };
}

/** Where the bundle is, after the look at it that the service takes (with the caller's permissions). */
function requireBundle(context: Context, input: Input): ApplicationVersion['sourceBundle'] {
  const location = recordOf(input, 'SourceBundle');
  if (location === undefined) return undefined;
  const bucket = requiredText(location, 'S3Bucket');
  const key = requiredText(location, 'S3Key');
  const refuse = (reason: string): ServiceError =>
    new ServiceError(
      'InvalidParameterCombination',
      `Unable to download from S3 location (Bucket: ${bucket}  Key: ${key}). Reason: ${reason}`,
    );
  const [, region] = /^elasticbeanstalk-([a-z]{2}(?:-[a-z]+)+-\d)-\d{12}$/.exec(bucket) ?? [];
  if (!context.objects.hasBucket(bucket)) {
    if (region !== undefined && region !== context.region) {
      throw refuse(`The bucket is in this region: ${region}. Please use this region to retry the request`);
    }
    // A bucket that is not ours looks like one that we may not read.
    throw refuse('Forbidden');
  }
  const object = context.objects.head(bucket, key);
  if (object === undefined) throw refuse('Not Found');
  if (object.size > LARGEST_BUNDLE) {
    throw invalidParameter(`Source bundle is too large: ${object.size} bytes. The limit is ${LARGEST_BUNDLE} bytes.`);
  }
  return { bucket, key };
}

function requireRoom(context: Context): void {
  let count = 0;
  for (const application of context.world.applications.values()) count += application.versions.size;
  if (count < VERSION_QUOTA) return;
  throw new ServiceError(
    'TooManyApplicationVersionsException',
    `You cannot have more than ${VERSION_QUOTA} Application Versions. Either remove some Application Versions or request a limit increase.`,
  );
}

function sourceBuildOf(input: Input): Pick<ApplicationVersion, 'sourceBuild'> {
  const build = recordOf(input, 'SourceBuildInformation');
  if (build === undefined) return {};
  return {
    sourceBuild: {
      sourceType: requiredText(build, 'SourceType'),
      sourceRepository: requiredText(build, 'SourceRepository'),
      sourceLocation: requiredText(build, 'SourceLocation'),
    },
  };
}

function createVersion(context: Context, input: Input, requestId: string): Output {
  checkNames(input, 'ApplicationName', 'VersionLabel', 'Description');
  const applicationName = requiredText(input, 'ApplicationName');
  const label = requiredText(input, 'VersionLabel');
  const image = imageParts(input);
  if (input.BuildConfiguration !== undefined) {
    throw new ServiceError(
      'NotImplemented',
      'The simulator does not implement versions that AWS CodeBuild builds for Standard environments. See BEHAVIOUR.md.',
      501,
    );
  }
  const bundleAndBuild = input.SourceBundle !== undefined && input.SourceBuildInformation !== undefined;
  if (bundleAndBuild) {
    throw new ServiceError(
      'InvalidParameterCombination',
      'SourceBundle and SourceBuildInformation cannot be specified together.',
    );
  }
  const known = context.world.applications.get(applicationName);
  if (known === undefined && flagOf(input, 'AutoCreateApplication') !== true) {
    throw invalidParameter(`No Application named '${applicationName}' found.`);
  }
  if (known?.versions.has(label)) throw invalidParameter(`Application Version ${label} already exists.`);
  requireRoom(context);
  const sourceBundle = requireBundle(context, input);
  const application = known ?? addApplication(context, { ApplicationName: applicationName }, requestId);
  const building = beginsBuild(image);
  const isForClusters = image.processAsked !== undefined;
  const processing = flagOf(input, 'Process') === true && !isForClusters;
  const version: ApplicationVersion = {
    applicationName,
    label,
    arn: `arn:aws:elasticbeanstalk:${context.region}:${context.accountId}:applicationversion/${applicationName}/${label}`,
    ...describedBy(input),
    ...(sourceBundle === undefined ? {} : { sourceBundle }),
    ...sourceBuildOf(input),
    ...image,
    status: building ? 'BUILDING' : processing ? 'PROCESSING' : 'UNPROCESSED',
    dateCreated: context.now(),
    dateUpdated: context.now(),
  };
  application.versions.set(label, version);
  application.dateUpdated = context.now();
  tagAtCreation(context, version.arn, input);
  announce(context, version, requestId);
  if (building) context.timeline.run(buildImage(context, version, requestId));
  if (processing) context.timeline.run(process(context, version, requestId));
  applyLifecycle(context, application);
  return { ApplicationVersion: versionDescription(version) };
}

function announce(context: Context, version: ApplicationVersion, requestId: string): void {
  const subject = { applicationName: version.applicationName, versionLabel: version.label };
  const say = (message: string): void => applicationEvent(context, subject, { severity: 'INFO', message, requestId });
  say('createApplicationVersion is starting.');
  say(`Created new Application Version: ${version.label}`);
  say('createApplicationVersion completed successfully.');
}

/** What `Process: true` asks for: `env.yaml` and `.ebextensions` are read before anything is deployed. */
function* process(context: Context, version: ApplicationVersion, requestId: string): Script {
  yield* wait(seconds(8));
  const broken = brokenFiles(context.objects, version);
  version.status = broken.length === 0 ? 'PROCESSED' : 'FAILED';
  version.dateUpdated = context.now();
  applicationEvent(
    context,
    { applicationName: version.applicationName, versionLabel: version.label },
    {
      severity: broken.length === 0 ? 'INFO' : 'ERROR',
      message: `Finished processing application version ${version.label} with status ${version.status}.`,
      requestId,
    },
  );
}

function describeVersions(context: Context, input: Input): Output {
  const name = textOf(input, 'ApplicationName');
  const labels = listOf(input, 'VersionLabels');
  const applications =
    name === undefined ? [...context.world.applications.values()] : [context.world.applications.get(name)];
  const versions = applications
    .flatMap((application) => [...(application?.versions.values() ?? [])].reverse())
    .filter((version) => labels === undefined || labels.length === 0 || labels.includes(version.label));
  const page = pageOf(versions, input, MOST_RECORDS);
  return {
    ApplicationVersions: page.items.map(versionDescription),
    ...(page.nextToken === undefined ? {} : { NextToken: page.nextToken }),
  };
}

/** The version for a deployment: it must be there, and not have failed (or still be in) processing. */
export function requireDeployable(
  application: Application,
  label: string,
  environment: Parameters<typeof requireFitting>[1],
): ApplicationVersion {
  const version = requireVersion(application, label);
  if (version.status === 'UNPROCESSED' || version.status === 'PROCESSED') {
    requireFitting(version, environment);
    return version;
  }
  throw invalidParameter(`Application version ${label} is unusable and cannot be used with an environment.`);
}

function requireVersion(application: Application, label: string): ApplicationVersion {
  const version = application.versions.get(label);
  if (version === undefined) throw invalidParameter(`No Application Version named '${label}' found.`);
  return version;
}

function updateVersion(context: Context, input: Input): Output {
  checkNames(input, 'Description');
  const application = requireApplication(context, requiredText(input, 'ApplicationName'));
  const version = requireVersion(application, requiredText(input, 'VersionLabel'));
  if (typeof input.Description === 'string') version.description = input.Description;
  version.dateUpdated = context.now();
  return { ApplicationVersion: versionDescription(version) };
}

function deleteVersion(context: Context, input: Input, requestId: string): undefined {
  const application = requireApplication(context, requiredText(input, 'ApplicationName'));
  const label = requiredText(input, 'VersionLabel');
  const version = application.versions.get(label);
  // Deleting what is not there succeeds, as deletions of the service do.
  if (version === undefined) return;
  const users = labelsInUse(context, application.name, false).get(label);
  if (users !== undefined) {
    throw invalidParameter(
      `Unable to delete application version ${label} because it is used by the following environments: ${users.join(', ')}.`,
    );
  }
  if (version.status === 'PROCESSING' || version.status === 'BUILDING') {
    throw new ServiceError(
      'OperationInProgressFailure',
      `Unable to delete application version: ${label}. An operation is already in progress, please retry again shortly.`,
    );
  }
  // AWS guide: the source of a version for Cluster environments is its owner's to remove.
  const bundleToo = flagOf(input, 'DeleteSourceBundle') === true && version.processAsked === undefined;
  const { sourceBundle } = version;
  const missing = sourceBundle !== undefined && !context.objects.hasBucket(sourceBundle.bucket);
  removeVersion(context, application, version, bundleToo);
  applicationEvent(
    context,
    { applicationName: application.name, versionLabel: label },
    { severity: 'INFO', message: `Deleted Application Version: ${label}`, requestId },
  );
  if (bundleToo && missing) {
    throw new ServiceError(
      'SourceBundleDeletionFailure',
      'Unable to delete the Amazon S3 source bundle associated with the application version. The application version was deleted successfully.',
    );
  }
}

export const operations: Operations = {
  CreateApplicationVersion: createVersion,
  DescribeApplicationVersions: describeVersions,
  UpdateApplicationVersion: updateVersion,
  DeleteApplicationVersion: deleteVersion,
};
