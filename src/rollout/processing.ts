/** Waits until Elastic Beanstalk has made of a version what can be deployed: an image that it builds, files that it checks. */
import { ActionError, type Problem } from '../domain/problem.js';
import type { Say } from '../domain/progress.js';
import { formatDuration, type Instant, minutes, seconds } from '../domain/time.js';
import type { ApplicationVersion } from '../domain/version.js';
import type { Beanstalk } from '../ports/beanstalk.js';
import type { Clock } from '../ports/clock.js';

export interface ProcessingPorts {
  readonly beanstalk: Pick<Beanstalk, 'version' | 'versionErrors'>;
  readonly clock: Clock;
}

export interface Processing {
  readonly application: string;
  readonly label: string;
  /** An image comes of it; without one it has failed, whatever its state says. */
  readonly builds: boolean;
  readonly giveUpAt: Instant;
}

const EVERY = seconds(10);
/** A build that was asked for begins within seconds. */
const BEGINS_WITHIN = minutes(5);
/** DescribeApplicationVersions may lag behind a creation. */
const APPEARS_WITHIN = minutes(1);
/** After `Processed` the image may be shown a moment later. */
const IMAGE_WITHIN = seconds(30);
const LONGEST_QUOTE = 300;
const MOST_QUOTES = 3;

/** Ends when the version can be deployed, or the run is asked to stop. Throws `ActionError` when it never will be. */
export async function awaitProcessed(
  { application, label, builds, giveUpAt }: Processing,
  ports: ProcessingPorts,
  say: Say,
  cancel?: AbortSignal,
): Promise<void> {
  const { beanstalk, clock } = ports;
  const startedAt = clock.now();
  let processedAt: Instant | undefined;
  let shown: ApplicationVersion['status'] | undefined;
  while (cancel?.aborted !== true) {
    const version = await look(() => beanstalk.version(application, label), say);
    const now = clock.now();
    const waited = now - startedAt;
    if (version === 'unread') {
      if (now >= giveUpAt) throw new ActionError(tooLong(label, waited, shown));
      await clock.sleep(EVERY, cancel);
      continue;
    }
    if (version !== undefined && version.status !== shown) {
      shown = version.status;
      say({ type: 'notice', text: `Version ${label} is ${version.status} (after ${formatDuration(waited)}).` });
    }
    switch (version?.status) {
      case 'Processed':
        if (!builds || version.image !== undefined) return;
        processedAt ??= now;
        if (now - processedAt >= IMAGE_WITHIN) throw await unbuilt(withoutImage(label), version, application, ports);
        break;
      case 'Failed':
        throw await unbuilt(builds ? failedBuild(label) : failedProcessing(label), version, application, ports);
      case 'Unprocessed':
        if (waited >= BEGINS_WITHIN) throw new ActionError(neverBegun(label));
        break;
      case undefined:
        if (waited >= APPEARS_WITHIN) throw new ActionError(vanished(label));
        break;
      case 'Processing':
      case 'Building':
      case 'Unrecognised':
        break;
    }
    if (now >= giveUpAt) throw new ActionError(tooLong(label, waited, version?.status));
    await clock.sleep(EVERY, cancel);
  }
}

/** What will be better soon never ends the wait. */
async function look<T>(read: () => Promise<T>, say: Say): Promise<T | 'unread'> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ActionError) || error.nature === 'permanent') throw error;
    say({ type: 'look-failed', problem: error.problem, inARow: 1 });
    return 'unread';
  }
}

/** With what the service says about it: its events name the reason, and CodeBuild has the log. */
async function unbuilt(
  problem: Problem,
  { label, buildArn }: ApplicationVersion,
  application: string,
  { beanstalk }: ProcessingPorts,
): Promise<ActionError> {
  const events = await beanstalk.versionErrors(application, label).catch((error: unknown) => {
    if (error instanceof ActionError) return [];
    throw error;
  });
  const quotes = events.slice(-MOST_QUOTES).map(({ message }) => `“${message.slice(0, LONGEST_QUOTE)}”`);
  const said = quotes.length === 0 ? '' : ` Elastic Beanstalk says: ${quotes.join(' ')}`;
  const log = buildArn === undefined ? '' : ` The log is that of the CodeBuild build ${buildArn}.`;
  return new ActionError({ ...problem, what: `${problem.what}${said}${log}` });
}

/** A label is used up by a failure: the version has to be deleted before another one can have it. */
const BURNT =
  'Mend the build and run the job again: another label is used then, because this one is used up until its version is deleted.';

const failedBuild = (label: string): Problem => ({
  code: 'image-build-failed',
  blame: 'you',
  what: `The image of version ${label} could not be built, so nothing was deployed.`,
  hint: BURNT,
  input: 'build-configuration',
});

const failedProcessing = (label: string): Problem => ({
  code: 'version-failed',
  blame: 'you',
  what: `Elastic Beanstalk could not process version ${label}, so nothing was deployed.`,
  hint: BURNT,
});

const withoutImage = (label: string): Problem => ({
  code: 'image-build-failed',
  blame: 'you',
  what: `Version ${label} is Processed, but has no image, so nothing was deployed.`,
  hint: `A Dockerfile that is not where \`DockerfileLocation\` says does that, and a \`Type\` that is not written \`docker\` or \`buildpack\`. ${BURNT}`,
  input: 'build-configuration',
});

const neverBegun = (label: string): Problem => ({
  code: 'image-build-failed',
  blame: 'you',
  what: `Version ${label} is Unprocessed after ${formatDuration(BEGINS_WITHIN)}: its build has never begun.`,
  hint: 'It was created without being processed, which cannot be changed any more; delete the version, or choose another `version-label`.',
  input: 'version-label',
});

const vanished = (label: string): Problem => ({
  code: 'version-missing',
  blame: 'you',
  what: `Version ${label} is not shown by DescribeApplicationVersions.`,
  hint: 'It was deleted meanwhile, or the permission elasticbeanstalk:DescribeApplicationVersions is missing.',
});

const tooLong = (label: string, waited: number, status: string | undefined): Problem => ({
  code: 'image-build-failed',
  blame: 'you',
  what: `Version ${label} is still ${status ?? 'not shown'} after ${formatDuration(waited)}, so nothing was deployed.`,
  hint: 'A later run with the same content waits for the same build; `TimeoutInMinutes` in `build-configuration` and `timeout` decide how long.',
  input: 'build-configuration',
});
