/** The deployment log that newer platforms leave in the storage bucket, for one instance of each deployment. */
import { type Context, effectiveOptions } from '../context.js';
import type { CommandState } from '../runtime/runtime.js';
import type { Environment, Instance, Operation } from '../world.js';

/** After a failure the last fifty lines are kept. */
const LAST_LINES = 50;
/** The log is cut at one megabyte. */
const MOST_BYTES = 1_048_576;
const PROPERTIES = 'aws:elasticbeanstalk:application:environment';

/** Deployments whose log tells of a failure: it stays, whatever other instances report later. */
const failures = new WeakSet<Operation>();

/** `resources/environments/logs/deployments/<environment id>/eb-deployment-<request id>.log`. */
export const deploymentLogKey = (environmentId: string, requestId: string): string =>
  `resources/environments/logs/deployments/${environmentId}/eb-deployment-${requestId}.log`;

/**
 * Keeps how a command ended on an instance. One instance writes: the first one, or the first one that fails.
 * AWS guide, "Deployment logs". The text is the application's own: foreign.
 */
export function deploymentLogged(
  context: Context,
  environment: Environment,
  operation: Operation,
  instance: Instance,
  state: Exclude<CommandState, { readonly state: 'running' }>,
): void {
  if (effectiveOptions(environment)[PROPERTIES]?.EB_DEPLOYMENT_LOG_S3_DISABLED === 'true') return;
  const { accountId, objects, region } = context;
  const bucket = `elasticbeanstalk-${region}-${accountId}`;
  if (!objects.hasBucket(bucket)) objects.createBucket(bucket);
  const key = deploymentLogKey(environment.id, operation.requestId);
  const failed = state.state === 'failed';
  if (failures.has(operation) || (!failed && objects.head(bucket, key) !== undefined)) return;
  if (failed) failures.add(operation);
  objects.putText(bucket, key, failed ? failureText(instance, state.log) : successText(context, instance, state.notes));
}

function failureText(instance: Instance, log: string): string {
  if (log === '') return `[ERROR] An error occurred during execution of command on ${instance.id}\n`;
  const text = log.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
  return `${Buffer.from(text, 'utf8').subarray(-MOST_BYTES).toString('utf8')}\n`;
}

function successText(context: Context, instance: Instance, notes: readonly string[]): string {
  const stamp = new Date(context.now()).toISOString().replace('T', ' ').replace('Z', '');
  return [`Deployment on ${instance.id}`, ...notes, 'Engine execution has succeeded.']
    .map((line) => `${stamp} [INFO] ${line}\n`)
    .join('');
}
