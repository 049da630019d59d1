/** Managed platform updates, as far as a deployment tool meets them: one scheduled when the platform is not the newest. */
import { hours } from '../../domain/time.js';
import {
  type Context,
  type Input,
  type Operations,
  type Output,
  optionValue,
  requiredText,
  requireEnvironment,
  requireReady,
  textOf,
} from '../context.js';
import { PLATFORM_VERSIONS, type PlatformVersion, platformArn, platformByArn } from '../platform-list.js';
import { ServiceError } from '../service-error.js';
import type { Environment } from '../world.js';

const MANAGED = 'aws:elasticbeanstalk:managedactions';
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Managed updates are on for the environment. */
const isManaged = (environment: Environment): boolean =>
  optionValue(environment, MANAGED, 'ManagedActionsEnabled', 'false').toLowerCase() === 'true';

/** The newest version of the branch when the environment runs an older one. */
function newerPlatform(environment: Environment): PlatformVersion | undefined {
  if (environment.platform === undefined) return undefined;
  const current = platformByArn(environment.platform.arn);
  const newest = PLATFORM_VERSIONS.find((platform) => platform.branch === current?.branch);
  return newest === current ? undefined : newest;
}

/** The next start of the weekly window, such as `Tue:09:00` (UTC). */
function nextWindow(context: Context, environment: Environment): Date {
  const [day = 'Sun', hour = '0', minute = '0'] = optionValue(
    environment,
    MANAGED,
    'PreferredStartTime',
    'Sun:00:00',
  ).split(':');
  const now = new Date(context.now());
  const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), Number(hour), Number(minute));
  const ahead = (DAYS.indexOf(day) - now.getUTCDay() + 7) % 7;
  const window = start + ahead * hours(24);
  return new Date(window > context.now() ? window : window + 7 * hours(24));
}

interface Action {
  readonly id: string;
  readonly description: string;
  readonly status: 'Scheduled' | 'Running';
  readonly platform: PlatformVersion;
}

function actionOf(environment: Environment): Action | undefined {
  const updating = environment.operation?.change?.platform;
  const platform = updating === undefined ? newerPlatform(environment) : platformByArn(updating.arn);
  if (!isManaged(environment) || platform === undefined) return undefined;
  return {
    id: `mp-${environment.id}-${platform.version}`,
    description: `Platform update from ${environment.platform?.solutionStackName ?? ''} to ${platform.solutionStackName}`,
    status: updating === undefined ? 'Scheduled' : 'Running',
    platform,
  };
}

function describeActions(context: Context, input: Input): Output {
  const environment = requireEnvironment(context, input);
  const action = actionOf(environment);
  const wanted = textOf(input, 'Status');
  if (action === undefined || (wanted !== undefined && wanted !== action.status)) return { ManagedActions: [] };
  return {
    ManagedActions: [
      {
        ActionId: action.id,
        ActionDescription: action.description,
        ActionType: 'PlatformUpdate',
        Status: action.status,
        ...(action.status === 'Scheduled' ? { WindowStartTime: nextWindow(context, environment) } : {}),
      },
    ],
  };
}

function applyAction(context: Context, input: Input, requestId: string): Output {
  const environment = requireEnvironment(context, input);
  const id = requiredText(input, 'ActionId');
  const action = actionOf(environment);
  if (action === undefined || action.id !== id || action.status !== 'Scheduled') {
    throw new ServiceError(
      'ManagedActionInvalidStateException',
      `The managed action ${id} is not in the Scheduled state.`,
    );
  }
  requireReady(environment);
  const platform = platformArn(context.region, action.platform);
  context.perform('UpdateEnvironment', { EnvironmentId: environment.id, PlatformArn: platform }, requestId);
  return {
    ActionId: id,
    ActionDescription: action.description,
    ActionType: 'PlatformUpdate',
    Status: 'Running',
  };
}

/** The simulator keeps no history of managed actions: the events tell what happened. */
function describeHistory(context: Context, input: Input): Output {
  requireEnvironment(context, input);
  return { ManagedActionHistoryItems: [] };
}

export const operations: Operations = {
  DescribeEnvironmentManagedActions: describeActions,
  DescribeEnvironmentManagedActionHistory: describeHistory,
  ApplyEnvironmentManagedAction: applyAction,
};
