/** One update of an environment as its scripts see it: what is to run, how it speaks, what settings rule it. */
import { type Milliseconds, seconds } from '../../domain/time.js';
import { type Context, environmentEvent, optionValue } from '../context.js';
import { activeInstances } from '../instances.js';
import { defaultOption } from '../options/catalogue.js';
import { about } from '../random.js';
import { type Script, wait } from '../timeline.js';
import type { Environment, Instance, Operation, Options, Severity } from '../world.js';

export interface Update {
  readonly context: Context;
  readonly environment: Environment;
  readonly operation: Operation;
  /** The deployment id that instances report from now on. */
  readonly deploymentId: number;
  /** The version that instances run after success. */
  readonly label: string;
  /** The version they run now. */
  readonly oldLabel: string | undefined;
  readonly kind: 'deploy' | 'configure' | 'restart';
  /** The options that hold after success: those of the API over those of the bundle. */
  readonly options: Options;
  /** The same, apart: what the API has set, and what the version's bundle sets. */
  readonly layers: { readonly api: Options; readonly bundle: Options };
  /** How many instances get the deployment: decides which ones a scenario keeps on the old version. */
  fleetSize: number;
}

/** How a policy's script ended. It has written its own events; the common ending is the caller's. */
export type Ending = 'succeeded' | 'failed';

/** A deployment policy: the steps between the opening event and the common ending. */
export type Policy = (update: Update) => Script<Ending>;

/** What scripts need to speak and to wait. */
export type Speaker = Pick<Update, 'context' | 'environment' | 'operation'>;

export function say(update: Speaker, severity: Severity, message: string): void {
  environmentEvent(update.context, update.environment, {
    severity,
    message,
    requestId: update.operation.requestId,
  });
}

/** Waits about so many seconds: no two operations of the service take the very same time. */
export function* pause(update: Pick<Speaker, 'context'>, span: number): Script {
  yield* wait(about(update.context.random, seconds(span)));
}

/** Makes sure that the next lines, milliseconds apart, share one second, as they do in observed failures. */
export function* withinOneSecond(update: Update): Script {
  const left = 1_000 - (update.context.now() % 1_000);
  if (left < 400) yield* wait(left);
}

/** An option of the environment as it is now: a policy that comes with a version does not rule that very deployment. */
const current = (update: Update, namespace: string, option: string): string =>
  optionValue(update.environment, namespace, option, defaultOption(namespace, option) ?? '');

const COMMAND = 'aws:elasticbeanstalk:command';

export const policyName = (update: Update): string => current(update, COMMAND, 'DeploymentPolicy');
export const ignoresHealth = (update: Update): boolean => current(update, COMMAND, 'IgnoreHealthCheck') === 'true';

/** AWS guide: 240 seconds are added to the configured timeout. */
export const commandTimeout = (update: Update): Milliseconds =>
  seconds(Number(current(update, COMMAND, 'Timeout')) + 240);

export const newVersionPercent = (update: Update): number =>
  Number(current(update, 'aws:elasticbeanstalk:trafficsplitting', 'NewVersionPercent'));
export const evaluationMinutes = (update: Update): number =>
  Number(current(update, 'aws:elasticbeanstalk:trafficsplitting', 'EvaluationTime'));

/** Instances in a batch: a fixed number, or a percentage of the fleet, rounded, but at least one. */
export function batchSize(update: Update): number {
  const total = activeInstances(update.environment).length;
  const size = Number(current(update, COMMAND, 'BatchSize'));
  const wanted = current(update, COMMAND, 'BatchSizeType') === 'Fixed' ? size : Math.floor((total * size) / 100);
  return Math.min(Math.max(1, wanted), Math.max(1, total));
}

export const idsOf = (instances: readonly Instance[], separator = ', '): string =>
  instances.map((instance) => instance.id).join(separator);

export function* chunks<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let index = 0; index < items.length; index += size) yield items.slice(index, index + size);
}
