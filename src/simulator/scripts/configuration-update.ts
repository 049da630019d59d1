/** Configuration changes that replace instances: all at once, in rolling batches, or as a second fleet. */
import { minutes, seconds } from '../../domain/time.js';
import { activeInstances, drain, endInstance, hasLoadBalancer, isLeaving, register } from '../instances.js';
import { resourceSuffix } from '../random.js';
import { isSingleInstance } from '../resources.js';
import { type Script, wait } from '../timeline.js';
import type { Instance } from '../world.js';
import { allSucceeded, executeCommand, tellCommandFailure } from './commands.js';
import { passHealth, tellHealthFailure } from './gates.js';
import { immutable } from './immutable.js';
import { bootInstances } from './launching.js';
import { chunks, type Ending, pause, say, type Update } from './update.js';

const ROLLING = 'aws:autoscaling:updatepolicy:rollingupdate';

/** The rolling update policy rules here, not the deployment policy (AWS guide, "Configuration changes"). */
export function* replaceInstances(update: Update): Script<Ending> {
  const { environment } = update;
  const rolling = update.options[ROLLING] ?? {};
  const type = rolling.RollingUpdateType ?? 'Time';
  if (type === 'Immutable') return yield* immutable(update);
  yield* pause(update, 14);
  const name = `${environment.resources.stackName}-AWSEBAutoScalingLaunchConfiguration-${resourceSuffix(update.context.random)}`;
  say(update, 'INFO', `Created Auto Scaling launch configuration named: ${name}`);
  const old = activeInstances(environment);
  update.fleetSize = old.length;
  const batches = rolling.RollingUpdateEnabled === 'true' && !isSingleInstance(environment);
  const size = batches ? batchSize(rolling, old.length) : Math.max(1, old.length);
  for (const batch of chunks(old, size)) {
    const ending = yield* replaceBatch(update, batch, batches ? type : 'Disabled', rolling.PauseTime);
    if (ending === 'failed') return 'failed';
  }
  const before = `${environment.resources.stackName}-AWSEBAutoScalingLaunchConfiguration-${resourceSuffix(update.context.random)}`;
  say(update, 'INFO', `Deleted Auto Scaling launch configuration named: ${before}`);
  yield* pause(update, 20);
  return 'succeeded';
}

/** A third of the fleet unless told otherwise, and never so many that fewer than the minimum stay in service. */
function batchSize(rolling: Readonly<Record<string, string>>, total: number): number {
  const wanted = Number(rolling.MaxBatchSize ?? Math.ceil(total / 3));
  const keep = Number(rolling.MinInstancesInService ?? 0);
  return Math.max(1, Math.min(wanted, total - keep));
}

/** A batch is terminated before its replacements are launched (AWS guide, "Rolling updates"). */
function* replaceBatch(
  update: Update,
  batch: readonly Instance[],
  type: string,
  pauseTime: string | undefined,
): Script<Ending> {
  const { context, environment } = update;
  if (hasLoadBalancer(environment)) {
    drain(context, environment, batch);
    yield* pause(update, 22);
  }
  // Auto Scaling replaces by itself what it has taken meanwhile.
  const own = batch.filter((one) => !isLeaving(one));
  for (const instance of own) endInstance(context, environment, instance);
  const arriving = yield* bootInstances(update, own.length, { group: 'permanent', targetGroup: 'default' });
  if (arriving === undefined) return 'failed';
  const report = yield* executeCommand(update, arriving);
  if (!allSucceeded(report)) {
    yield* tellCommandFailure(update, report);
    return 'failed';
  }
  register(context, environment, arriving);
  if (type === 'Time') yield* wait(periodOf(pauseTime));
  if (type === 'Health' && !(yield* passHealth(update, arriving))) {
    tellHealthFailure(update, arriving);
    return 'failed';
  }
  return 'succeeded';
}

/** `PT5M30S`; without a value a few minutes, as the service computes them from the instance type. */
function periodOf(text: string | undefined): number {
  const [, hourPart, minutePart, secondPart] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text ?? 'PT2M30S') ?? [];
  return minutes(Number(hourPart ?? 0) * 60 + Number(minutePart ?? 0)) + seconds(Number(secondPart ?? 0));
}
