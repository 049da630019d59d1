/** The deployment log of a Cluster environment: what Kubernetes and the pods have said, as a zip in the storage bucket. */
import { formatDuration, seconds } from '../domain/time.js';
import type { ObjectInfo } from '../ports/bundle-store.js';
import type { Found, LogExcerpt } from './found.js';
import { relevantLines } from './relevant-lines.js';
import type { Run } from './run.js';

/** Of each file in it. */
const LIMIT_BYTES = 256 * 1_024;
const MOST_FILES = 4;
/** It is written at the end of an operation, as well as it goes; nobody promises it. */
const WAIT = seconds(20);
const EVERY = seconds(5);
/** What Kubernetes says comes first: why a pod did not start is often there, and nowhere else. */
const KUBERNETES = '_k8Events.txt';

/** `deployment-<environment>-<request id>.zip`; the request id is that of the update (AWS guide, "Deployment logs"). */
export async function podLogs(run: Run): Promise<Found<readonly LogExcerpt[]>> {
  const { ports } = run.request;
  const requestId = run.ours?.requestId;
  if (requestId === undefined || requestId === '') return { found: [], gaps: [] };
  const bucket = await ports.beanstalk.storageBucket();
  const prefix = `resources/environments/logs/deployments/${run.target.id}/`;
  const log = await search(run, bucket, prefix, requestId);
  if (log === undefined) {
    const waited = formatDuration(WAIT);
    return { found: [], gaps: [`Elastic Beanstalk has left no deployment log of this operation within ${waited}.`] };
  }
  const texts = await ports.store.readTexts(bucket, log.key, LIMIT_BYTES);
  const files = [...texts].filter(([path]) => path.endsWith('.txt')).sort((one, other) => order(one) - order(other));
  const found = files.slice(0, MOST_FILES).map(([path, text]): LogExcerpt => {
    const { lines, truncated } = relevantLines(text);
    return { source: `s3://${bucket}/${log.key}: ${path}`, lines, truncated };
  });
  const left = files.length - found.length;
  return { found, gaps: left > 0 ? [`${left} more files of the deployment log are left out.`] : [] };
}

/** Then the pods that did not come up; those that serve have little to say. */
function order([path, text]: readonly [string, string]): number {
  if (path.endsWith(KUBERNETES)) return 0;
  return /\b(error|fatal|panic|exception|backoff|failed|unhealthy|oomkilled)/i.test(text) ? 1 : 2;
}

async function search(run: Run, bucket: string, prefix: string, requestId: string): Promise<ObjectInfo | undefined> {
  const { ports, cancel } = run.request;
  const giveUpAt = ports.clock.now() + WAIT;
  for (;;) {
    const objects = await ports.store.list(bucket, prefix);
    const ours = objects.find(({ key }) => key.endsWith(`-${requestId}.zip`));
    if (ours !== undefined || cancel.aborted || ports.clock.now() >= giveUpAt) return ours;
    await ports.clock.sleep(EVERY, cancel);
  }
}
