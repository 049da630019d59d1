/** TerminateEnvironment: refused while something else is under way, then the resources go one after another. */

import { seconds } from '../../domain/time.js';
import { isCluster } from '../cluster/cluster.js';
import {
  type Context,
  environmentEvent,
  flagOf,
  type Input,
  invalidParameter,
  type Operations,
  type Output,
  requireEnvironment,
} from '../context.js';
import { describeEnvironment } from '../environment-description.js';
import { beginOperation, endOperation, turnGrey } from '../operation.js';
import { about } from '../random.js';
import { tearDown } from '../scripts/tear-down.js';
import { ServiceError } from '../service-error.js';
import { type Script, wait } from '../timeline.js';
import type { Environment } from '../world.js';
import { dropTags } from './tags.js';

/** What the refusal calls the operation that is in the way. */
function pendingWork(environment: Environment): string | undefined {
  switch (environment.status) {
    case 'Ready':
      return undefined;
    case 'Launching':
      return 'creation';
    case 'Terminating':
    case 'Terminated':
      return 'termination';
    case 'Updating':
    case 'Aborting':
    case 'LinkingFrom':
    case 'LinkingTo':
      return 'deployment';
  }
}

function terminate(context: Context, input: Input, requestId: string): Output {
  const environment = requireEnvironment(context, input);
  const pending = pendingWork(environment);
  if (pending !== undefined) {
    throw invalidParameter(
      `Cannot terminate environment named ${environment.name}. It is currently pending ${pending}.`,
    );
  }
  if (flagOf(input, 'TerminateResources') === false) {
    throw new ServiceError(
      'NotImplemented',
      'The simulator does not implement TerminateResources=false. See BEHAVIOUR.md.',
      501,
    );
  }
  // Environments of the simulator have no links, so there is nothing that ForceTerminate would have to override.
  const withApplication = flagOf(input, 'DeletedWithApplication') === true;
  turnGrey(environment);
  beginOperation(
    context,
    environment,
    {
      kind: 'terminate',
      requestId,
      status: 'Terminating',
      ...(withApplication ? {} : { event: 'terminateEnvironment is starting.' }),
    },
    () => finish(context, environment, requestId, withApplication ? 'deleteApplication' : 'terminateEnvironment'),
  );
  const { VersionLabel: _label, ...answer } = describeEnvironment(context, environment);
  return answer;
}

function* finish(context: Context, environment: Environment, requestId: string, workflow: string): Script {
  const say = (message: string): void =>
    environmentEvent(context, environment, { severity: 'INFO', message, requestId });
  yield* tearDown(context, environment, requestId);
  yield* wait(about(context.random, seconds(5)));
  if (!isCluster(environment)) say(`Deleting SNS topic for environment ${environment.name}.`);
  yield* wait(about(context.random, seconds(2)));
  say(`${workflow} completed successfully.`);
  endOperation(context, environment, { outcome: 'succeeded', deploys: 'nothing', status: 'Terminated' });
  environment.terminatedAt = context.now();
  turnGrey(environment);
  delete environment.draft;
  dropTags(context, environment.arn);
}

export const operations: Operations = { TerminateEnvironment: terminate };
