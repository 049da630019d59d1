/** The last lines of the instances' logs, as RequestEnvironmentInfo gathers them. Only a Ready environment allows it. */
import type { InstanceHealth } from '../domain/instance.js';
import { formatDuration, type Instant, seconds } from '../domain/time.js';
import type { LogFile } from '../ports/beanstalk.js';
import type { Found, LogExcerpt } from './found.js';
import { relevantLines } from './relevant-lines.js';
import type { Run } from './run.js';

const WAIT = seconds(75);
const EVERY = seconds(4);
/** Tail logs are the last hundred lines of each main log (AWS guide, "Viewing logs"). */
const LIMIT_BYTES = 128 * 1_024;
const MOST_INSTANCES = 3;
/** After the first file, so long for those of the other instances. */
const STRAGGLERS = seconds(8);

export async function tailLogs(
  run: Run,
  instances: readonly InstanceHealth[],
  giveUpAt: Instant,
): Promise<Found<readonly LogExcerpt[]>> {
  const { ports } = run.request;
  const { id } = run.target;
  const environment = await ports.beanstalk.environment(id);
  if (environment?.status !== 'Ready') {
    const status = environment?.status ?? 'gone';
    return { found: [], gaps: [`The environment is ${status}, and logs are only handed out while it is Ready.`] };
  }
  const known = new Set((await filesBefore(run)).map(sampleOf));
  await ports.beanstalk.requestTailLogs(id);
  const files = await awaitFiles(run, known, instances.length, Math.min(giveUpAt, ports.clock.now() + WAIT));
  if (files.length === 0) {
    return { found: [], gaps: [`The instances handed out no logs within ${formatDuration(WAIT)}.`] };
  }
  const chosen = worstFirst(files, instances).slice(0, MOST_INSTANCES);
  const found: LogExcerpt[] = [];
  for (const file of chosen) {
    const { lines, truncated } = relevantLines(await ports.beanstalk.download(file.url, LIMIT_BYTES));
    found.push({ source: `tail logs of ${file.instanceId}`, lines, truncated });
  }
  const left = files.length - chosen.length;
  return { found, gaps: left > 0 ? [`The logs of ${left} more instances are left out.`] : [] };
}

/** Files of an earlier request, which the service goes on handing out; none is no error. */
async function filesBefore(run: Run): Promise<readonly LogFile[]> {
  return run.request.ports.beanstalk.tailLogs(run.target.id).catch(() => []);
}

async function awaitFiles(
  run: Run,
  known: ReadonlySet<string>,
  instances: number,
  giveUpAt: Instant,
): Promise<readonly LogFile[]> {
  const { ports, cancel } = run.request;
  let newest: readonly LogFile[] = [];
  let firstAt: Instant | undefined;
  while (!cancel.aborted && ports.clock.now() < giveUpAt) {
    await ports.clock.sleep(EVERY, cancel);
    if (cancel.aborted) break;
    newest = (await ports.beanstalk.tailLogs(run.target.id)).filter((file) => !known.has(sampleOf(file)));
    if (newest.length > 0) firstAt ??= ports.clock.now();
    const isComplete = instances > 0 && newest.length >= instances;
    if (isComplete || (firstAt !== undefined && ports.clock.now() - firstAt >= STRAGGLERS)) break;
  }
  return newest;
}

/** The same sample has the same instance and moment; its link is signed anew each time. */
function sampleOf(file: LogFile): string {
  return `${file.instanceId} ${file.sampledAt ?? file.url.split('?')[0]}`;
}

/** Instances whose deployment failed first, then the sick ones. */
function worstFirst(files: readonly LogFile[], instances: readonly InstanceHealth[]): readonly LogFile[] {
  const badness = (file: LogFile): number => {
    const instance = instances.find(({ id }) => id === file.instanceId);
    if (instance?.deployment?.status === 'Failed') return 0;
    if (instance?.color === 'Red') return 1;
    return instance?.color === 'Green' ? 3 : 2;
  };
  return [...files].sort((left, right) => badness(left) - badness(right));
}
