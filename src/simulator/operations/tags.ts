/** Tags of applications, versions, environments and templates; on environments they are an operation that takes time. */
import { seconds } from '../../domain/time.js';
import {
  type Context,
  environmentEvent,
  type Input,
  invalidParameter,
  listOf,
  type Operations,
  type Output,
  recordsOf,
  requiredText,
  textOf,
} from '../context.js';
import { beginOperation, endOperation } from '../operation.js';
import { ServiceError } from '../service-error.js';
import { type Script, wait } from '../timeline.js';
import type { Environment } from '../world.js';

/** Tags that a resource may have (AWS API reference). */
const MOST_TAGS = 50;

type Tags = Readonly<Record<string, string>>;

function readTags(input: Input, member: string): Tags {
  const tags: Record<string, string> = {};
  for (const tag of recordsOf(input, member)) {
    const key = textOf(tag, 'Key');
    if (key === undefined) throw invalidParameter('A tag key must not be empty.');
    if (/^(aws|elasticbeanstalk):/i.test(key) || ['Name'].includes(key)) {
      throw invalidParameter(`Tag key '${key}' is reserved.`);
    }
    if (key.length > 128) throw invalidParameter(`Tag key '${key}' is longer than 128 characters.`);
    const value = typeof tag.Value === 'string' ? tag.Value : '';
    if (value.length > 256) throw invalidParameter(`The value of tag '${key}' is longer than 256 characters.`);
    tags[key] = value;
  }
  return tags;
}

function store(context: Context, arn: string, tags: Tags): void {
  if (Object.keys(tags).length > MOST_TAGS) {
    throw new ServiceError(
      'TooManyTagsException',
      `The number of tags in the resource would exceed the number of tags that each resource can have (${MOST_TAGS}).`,
    );
  }
  context.world.tags.set(arn, { ...tags });
}

/** Keeps the `Tags` of a request that creates something. */
export function tagAtCreation(context: Context, arn: string, input: Input): void {
  const tags = readTags(input, 'Tags');
  if (Object.keys(tags).length > 0) store(context, arn, tags);
}

/** Forgets the tags of something that was deleted. */
export function dropTags(context: Context, arn: string): void {
  context.world.tags.delete(arn);
}

interface Tagged {
  readonly environment?: Environment;
}

/** The resource behind an ARN. Platforms are AWS's own and have no tags that a customer could set. */
function requireResource(context: Context, arn: string): Tagged {
  const missing = (): ServiceError =>
    new ServiceError('ResourceNotFoundException', `Resource not found for arn: '${arn}'.`);
  const [, kind, path = ''] = /^arn:aws:elasticbeanstalk:[^:]*:[^:]*:(\w+)\/(.+)$/.exec(arn) ?? [];
  const [first = '', second = ''] = path.split('/');
  const application = context.world.applications.get(first);
  switch (kind) {
    case 'application':
      if (application === undefined) throw missing();
      return {};
    case 'applicationversion':
      if (application?.versions.has(second) !== true) throw missing();
      return {};
    case 'configurationtemplate':
      if (application?.templates.has(second) !== true) throw missing();
      return {};
    case 'environment': {
      for (const environment of context.world.environments.values()) {
        if (environment.arn === arn && environment.status !== 'Terminated') return { environment };
      }
      throw missing();
    }
  }
  throw new ServiceError('ResourceTypeNotSupportedException', `Resource type not supported for arn: '${arn}'.`);
}

/** The service's own tags come with every environment. */
const systemTags = ({ id, name }: Environment): Tags => ({
  Name: name,
  'elasticbeanstalk:environment-id': id,
  'elasticbeanstalk:environment-name': name,
});

function listTags(context: Context, input: Input): Output {
  const arn = requiredText(input, 'ResourceArn');
  const { environment } = requireResource(context, arn);
  const tags = { ...context.world.tags.get(arn), ...(environment === undefined ? {} : systemTags(environment)) };
  return {
    ResourceArn: arn,
    ResourceTags: Object.keys(tags)
      .sort()
      .map((key) => ({ Key: key, Value: tags[key] })),
  };
}

function updateTags(context: Context, input: Input, requestId: string): undefined {
  const arn = requiredText(input, 'ResourceArn');
  const { environment } = requireResource(context, arn);
  const added = readTags(input, 'TagsToAdd');
  const removed = (listOf(input, 'TagsToRemove') ?? []).map(String);
  if (Object.keys(added).length === 0 && removed.length === 0) {
    throw invalidParameter('At least one of TagsToAdd and TagsToRemove must be provided.');
  }
  const both = removed.find((key) => key in added);
  if (both !== undefined) throw invalidParameter(`Tag '${both}' is both added and removed.`);
  if (environment !== undefined && environment.status !== 'Ready') {
    throw new ServiceError(
      'OperationInProgressFailure',
      `Unable to update tags of environment: ${environment.name}. An operation is already in progress, please retry again shortly.`,
    );
  }
  const kept = Object.entries(context.world.tags.get(arn) ?? {}).filter(([key]) => !removed.includes(key));
  store(context, arn, { ...Object.fromEntries(kept), ...added });
  if (environment === undefined) return;
  // The call returns at once, the environment stays busy: an update sent right after is refused.
  beginOperation(
    context,
    environment,
    { kind: 'tags', requestId, status: 'Updating', event: 'Environment tag update is starting.' },
    () => propagate(context, environment, requestId),
  );
}

function* propagate(context: Context, environment: Environment, requestId: string): Script {
  yield* wait(seconds(25));
  environmentEvent(context, environment, {
    severity: 'INFO',
    message: 'Environment tag update completed successfully.',
    requestId,
  });
  endOperation(context, environment, { outcome: 'succeeded', deploys: 'nothing' });
}

export const operations: Operations = {
  ListTagsForResource: listTags,
  UpdateTagsForResource: updateTags,
};
