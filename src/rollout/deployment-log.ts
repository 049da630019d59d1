/** The log that newer platforms leave in the storage bucket during a deployment (AWS guide, "Deployment logs"). */
import type { Found, LogExcerpt } from './found.js';
import { relevantLines } from './relevant-lines.js';
import type { Run } from './run.js';

/** The service caps the log at 1 MB; its end tells how the deployment went. */
const LIMIT_BYTES = 256 * 1_024;

export async function deploymentLogs(run: Run): Promise<Found<readonly LogExcerpt[]>> {
  const { ports } = run.request;
  const requestId = run.ours?.requestId;
  if (requestId === undefined) return { found: [], gaps: [] };
  const bucket = await ports.beanstalk.storageBucket();
  const prefix = `resources/environments/logs/deployments/${run.target.id}/`;
  const objects = await ports.store.list(bucket, prefix);
  const ours = objects.filter((object) => object.key.includes(requestId));
  const newest = ours.reduce<(typeof ours)[number] | undefined>(
    (best, object) => (best === undefined || object.lastModified > best.lastModified ? object : best),
    undefined,
  );
  if (newest === undefined) {
    return { found: [], gaps: ['The platform left no deployment log in the storage bucket for this deployment.'] };
  }
  const text = await ports.store.readEnd(bucket, newest.key, LIMIT_BYTES);
  const { lines, truncated } = relevantLines(text);
  return { found: [{ source: `s3://${bucket}/${newest.key}`, lines, truncated }], gaps: [] };
}
