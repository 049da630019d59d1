/**
 * The post phase: finishes what a stopped main phase could not. It waits until the environment is Ready again, says what
 * each instance runs, and adds that to the report. After an ordinary ending it has nothing to do. It never fails the job.
 */
import type { Environment } from './domain/environment.js';
import type { InstanceHealth } from './domain/instance.js';
import { ActionError } from './domain/problem.js';
import { type Instant, minutes, seconds } from './domain/time.js';
import { endSavedRecords } from './github/saved.js';
import { giveBackSaved } from './lock/saved-locks.js';
import type { Beanstalk } from './ports/beanstalk.js';
import type { Outside } from './ports/outside.js';
import type { Aftermath, Stopped } from './report/aftermath.js';
import { savedByMain } from './report/saved.js';

/** GitHub ends a cancelled job after five minutes, whatever still runs (GitHub: "Workflow cancellation reference"). */
const LONGEST_WAIT = minutes(4) - seconds(15);
const PACE = seconds(5);

export async function post(outside: Outside): Promise<void> {
  const told = endSavedRecords(outside);
  await lookAtTheRest(outside);
  // Last: until the environment is Ready again, nobody else should begin.
  await giveBackSaved(outside);
  await told;
}

async function lookAtTheRest(outside: Outside): Promise<void> {
  const { host, clock } = outside;
  const all = savedByMain(outside);
  if (all.length === 0) return;
  const stop = new AbortController();
  host.onCancel(() => stop.abort());
  const startedAt = clock.now();
  host.line('The rollout was stopped; looking at what it left behind.');
  // Side by side: the time that is left is the same for all of them.
  const looked = await Promise.all(
    all.map(async (stopped) => ({ stopped, found: await lookUntilReady(outside, stopped, stop.signal, startedAt) })),
  );
  const { aftermathLines, aftermathSummary } = await import('./report/aftermath.js');
  for (const { stopped, found } of looked) for (const line of aftermathLines(stopped, found)) host.line(line);
  const texts = looked.map(({ stopped, found }) => aftermathSummary(stopped, found));
  const [summary, report] = await Promise.allSettled([host.summary(texts.join('\n')), complete(outside, looked)]);
  if (summary.status === 'rejected') host.line('The job summary could not be completed.');
  if (report.status === 'rejected') host.line('The JSON report of the main phase could not be completed.');
}

async function complete(
  { files }: Outside,
  looked: readonly { readonly stopped: Stopped; readonly found: Aftermath }[],
): Promise<void> {
  const [first, ...more] = looked;
  if (first === undefined) return;
  const found =
    more.length === 0
      ? first.found
      : looked.map(({ stopped, found: one }) => ({ environmentName: stopped.environmentName, ...one }));
  const { reportPath } = first.stopped;
  const { withAftermath } = await import('./report/aftermath.js');
  const report = withAftermath(await files.readText(reportPath), found);
  if (report !== undefined) await files.writeText(reportPath, report);
}

async function lookUntilReady(
  outside: Outside,
  stopped: Stopped,
  stop: AbortSignal,
  startedAt: Instant,
): Promise<Aftermath> {
  const { clock, host } = outside;
  let environment: Environment | undefined;
  let gap: string | undefined;
  try {
    const { watchBeanstalk: beanstalk } = await outside.connect(stopped.region, stop);
    for (let looks = 0; ; looks += 1) {
      try {
        environment = await lookUp(beanstalk, stopped);
        gap = environment === undefined ? 'The service no longer lists the environment.' : undefined;
      } catch (error) {
        if (!(error instanceof ActionError)) throw error;
        gap = error.problem.what;
        if (error.nature === 'permanent') break;
      }
      const over = !stopped.wait || stop.aborted || clock.now() - startedAt + PACE > LONGEST_WAIT;
      if (isSettled(environment) || over) break;
      if (looks % 6 === 0) host.line(`Waiting until it is Ready (now ${environment?.status ?? 'not readable'}).`);
      await clock.sleep(PACE, stop);
    }
    const instances = await instancesOf(beanstalk, environment);
    return finished(instances);
  } catch (error) {
    gap ??= error instanceof Error ? error.message : String(error);
    return finished([]);
  }

  function finished(instances: readonly InstanceHealth[]): Aftermath {
    return {
      ...(environment === undefined ? {} : { environment }),
      ...(gap === undefined ? {} : { gap }),
      instances,
      waited: clock.now() - startedAt,
    };
  }
}

/** The id of an environment that was being created when the process was killed is not known: then it goes by its name. */
async function lookUp(
  beanstalk: Beanstalk,
  { environmentId, environmentName }: Stopped,
): Promise<Environment | undefined> {
  if (environmentId !== '') return beanstalk.environment(environmentId);
  return (await beanstalk.environments()).find(({ name }) => name === environmentName);
}

function isSettled(environment: Environment | undefined): boolean {
  return environment?.status === 'Ready' || environment?.status === 'Terminated';
}

/** Basic health cannot tell; that is no failure. */
async function instancesOf(
  beanstalk: Beanstalk,
  environment: Environment | undefined,
): Promise<readonly InstanceHealth[]> {
  if (environment === undefined) return [];
  try {
    return (await beanstalk.instances(environment.id)).instances;
  } catch {
    return [];
  }
}
