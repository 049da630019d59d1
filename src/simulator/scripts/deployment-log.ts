/** The deployment log that newer platforms leave in the storage bucket, for one instance of each deployment. */
import type { Context } from '../context.js';
import type { Environment, Instance, Operation } from '../world.js';

const LAST_LINES = 50;

/**
 * AWS guide, "Deployment logs": `resources/environments/logs/deployments/<environment id>/…`, after a failure its last
 * fifty lines. The text is the application's own: foreign.
 */
export function deploymentLogged(
  { accountId, objects, region }: Context,
  environment: Environment,
  operation: Operation,
  instance: Instance,
  log: string,
): void {
  const bucket = `elasticbeanstalk-${region}-${accountId}`;
  if (!objects.hasBucket(bucket)) objects.createBucket(bucket);
  const key = `resources/environments/logs/deployments/${environment.id}/eb-deployment-${operation.requestId}.log`;
  if (objects.head(bucket, key) !== undefined) return;
  const text = log === '' ? `[ERROR] An error occurred during execution of command on ${instance.id}\n` : log;
  objects.putText(bucket, key, text.split('\n').slice(-LAST_LINES).join('\n'), 'text/plain');
}
