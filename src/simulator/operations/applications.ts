/** Applications: create, describe, update, delete (with their environments when forced), version lifecycle policy. */
import { hours, seconds } from '../../domain/time.js';
import {
  applicationEvent,
  type Context,
  faultsOf,
  flagOf,
  type Input,
  invalidParameter,
  listOf,
  type Operations,
  type Output,
  recordOf,
  requireApplication,
  requiredText,
} from '../context.js';
import { checkNames, describedBy } from '../names.js';
import { ServiceError } from '../service-error.js';
import { type Script, until, wait } from '../timeline.js';
import type { Application, Environment } from '../world.js';
import { dropTags, tagAtCreation } from './tags.js';

/** Applications that an account may have in a region (AWS guide, "Endpoints and quotas"). */
export const APPLICATION_QUOTA = 75;

export function applicationDescription(application: Application): Output {
  return {
    ApplicationArn: application.arn,
    ApplicationName: application.name,
    ...(application.description === undefined ? {} : { Description: application.description }),
    DateCreated: new Date(application.dateCreated),
    DateUpdated: new Date(application.dateUpdated),
    Versions: [...application.versions.keys()].reverse(),
    ConfigurationTemplates: [...application.templates.keys()],
    ResourceLifecycleConfig: application.lifecycle ?? {
      VersionLifecycleConfig: {
        MaxCountRule: { Enabled: false, MaxCount: 200, DeleteSourceFromS3: false },
        MaxAgeRule: { Enabled: false, MaxAgeInDays: 180, DeleteSourceFromS3: false },
      },
    },
  };
}

/** Creates an application with its three events; also for CreateApplicationVersion's AutoCreateApplication. */
export function addApplication(context: Context, input: Input, requestId: string): Application {
  const name = requiredText(input, 'ApplicationName');
  const { applications } = context.world;
  if (applications.has(name)) throw invalidParameter(`Application ${name} already exists.`);
  const isFull = faultsOf(context, 'quota-reached').some((fault) => fault.of === 'applications');
  if (isFull || applications.size >= APPLICATION_QUOTA) {
    throw new ServiceError(
      'TooManyApplicationsException',
      `You cannot have more than ${APPLICATION_QUOTA} Applications. Either remove some Applications or request a limit increase.`,
    );
  }
  const lifecycle = recordOf(input, 'ResourceLifecycleConfig');
  const application: Application = {
    name,
    arn: `arn:aws:elasticbeanstalk:${context.region}:${context.accountId}:application/${name}`,
    ...describedBy(input),
    dateCreated: context.now(),
    dateUpdated: context.now(),
    versions: new Map(),
    templates: new Map(),
    ...(lifecycle === undefined ? {} : { lifecycle }),
  };
  applications.set(name, application);
  tagAtCreation(context, application.arn, input);
  const say = (message: string): void =>
    applicationEvent(context, { applicationName: name }, { severity: 'INFO', message, requestId });
  say('createApplication is starting.');
  say(`Created new Application: ${name}`);
  say('createApplication completed successfully.');
  return application;
}

function createApplication(context: Context, input: Input, requestId: string): Output {
  checkNames(input, 'ApplicationName', 'Description');
  return { Application: applicationDescription(addApplication(context, input, requestId)) };
}

function describeApplications(context: Context, input: Input): Output {
  const names = listOf(input, 'ApplicationNames');
  const wanted = [...context.world.applications.values()].filter(
    (application) => names === undefined || names.length === 0 || names.includes(application.name),
  );
  return { Applications: wanted.map(applicationDescription) };
}

function updateApplication(context: Context, input: Input, requestId: string): Output {
  checkNames(input, 'Description');
  const application = requireApplication(context, requiredText(input, 'ApplicationName'));
  if (typeof input.Description === 'string') application.description = input.Description;
  application.dateUpdated = context.now();
  applicationEvent(
    context,
    { applicationName: application.name },
    { severity: 'INFO', message: `Updated Application: ${application.name}`, requestId },
  );
  return { Application: applicationDescription(application) };
}

function updateLifecycle(context: Context, input: Input): Output {
  const application = requireApplication(context, requiredText(input, 'ApplicationName'));
  const given = recordOf(input, 'ResourceLifecycleConfig') ?? {};
  const lifecycle = { ...application.lifecycle, ...given };
  const rules = recordOf(lifecycle, 'VersionLifecycleConfig') ?? {};
  const both = ['MaxCountRule', 'MaxAgeRule'].every((rule) => recordOf(rules, rule)?.Enabled === true);
  if (both) throw invalidParameter('Both MaxCountRule and MaxAgeRule cannot be enabled at the same time.');
  const enabled = ['MaxCountRule', 'MaxAgeRule'].some((rule) => recordOf(rules, rule)?.Enabled === true);
  if (enabled && typeof lifecycle.ServiceRole !== 'string') {
    throw invalidParameter('A service role is required to enable an application version lifecycle policy.');
  }
  application.lifecycle = lifecycle;
  application.dateUpdated = context.now();
  return { ApplicationName: application.name, ResourceLifecycleConfig: lifecycle };
}

const environmentsOf = (context: Context, name: string): readonly Environment[] =>
  [...context.world.environments.values()].filter(
    (environment) => environment.applicationName === name && environment.status !== 'Terminated',
  );

function deleteApplication(context: Context, input: Input, requestId: string): undefined {
  const name = requiredText(input, 'ApplicationName');
  const application = context.world.applications.get(name);
  // Deleting what is not there succeeds, as deletions of the service do.
  if (application === undefined) return;
  const environments = environmentsOf(context, name);
  if (environments.length > 0 && flagOf(input, 'TerminateEnvByForce') !== true) {
    throw invalidParameter(
      `Unable to delete application ${name} because it has a version that is deployed to a running environment.`,
    );
  }
  if (environments.some((environment) => environment.status !== 'Ready' && environment.status !== 'Terminating')) {
    throw new ServiceError(
      'OperationInProgressFailure',
      `Unable to delete application: ${name}. An operation is already in progress, please retry again shortly.`,
    );
  }
  const say = (message: string): void =>
    applicationEvent(context, { applicationName: name }, { severity: 'INFO', message, requestId });
  say('deleteApplication is starting.');
  if (environments.length === 0) {
    removeApplication(context, application);
    say('The application has been deleted successfully.');
    return;
  }
  say('Invoking Environment Termination workflows.');
  for (const environment of environments) {
    if (environment.status === 'Terminating') continue;
    context.perform('TerminateEnvironment', { EnvironmentId: environment.id, DeletedWithApplication: true }, requestId);
  }
  context.timeline.run(finishDelete(context, application, say));
}

function* finishDelete(context: Context, application: Application, say: (message: string) => void): Script {
  const gone = yield* until(() => environmentsOf(context, application.name).length === 0, hours(2));
  yield* wait(seconds(1));
  if (!gone) {
    say(
      'The environment termination step failed because at least one of the environment termination workflows failed.',
    );
    return;
  }
  say('The environment termination step is done.');
  removeApplication(context, application);
  say('The application has been deleted successfully.');
}

function removeApplication(context: Context, application: Application): void {
  context.world.applications.delete(application.name);
  dropTags(context, application.arn);
  for (const version of application.versions.values()) dropTags(context, version.arn);
}

export const operations: Operations = {
  CreateApplication: createApplication,
  DescribeApplications: describeApplications,
  UpdateApplication: updateApplication,
  UpdateApplicationResourceLifecycle: updateLifecycle,
  DeleteApplication: deleteApplication,
};
