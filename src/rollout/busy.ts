/** What to do about an environment that is busy with something else: wait, give up, or abort what an earlier run of ours left. */
import type { Environment } from '../domain/environment.js';
import type { EnvironmentRef, Plan } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { DeploySettings } from '../domain/settings.js';
import { formatDuration, type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';
import { meaningOf } from '../watch/meanings.js';
import { unlessStopped } from '../watch/stop.js';
import type { RolloutPorts, RolloutRequest } from './rollout-request.js';
import type { Run } from './run.js';

/** As much of a run as waiting needs: there is none yet while the environment is looked at before planning. */
export interface Waiting {
  readonly request: Pick<RolloutRequest, 'say' | 'cancel' | 'unfinished'> & {
    readonly plan: Pick<Plan, 'application'>;
    readonly settings: Pick<DeploySettings, 'onBusy' | 'pollInterval'>;
    readonly ports: Pick<RolloutPorts, 'beanstalk' | 'clock'>;
  };
  readonly reader: Run['reader'];
  readonly target: EnvironmentRef;
}

export type Readiness =
  | { readonly readiness: 'ready'; readonly environment: Environment }
  | { readonly readiness: 'refused'; readonly problem: Problem }
  | { readonly readiness: 'cancelled' };

/** What cannot be read is asked for at least so long, as any call is repeated, also when there is no time to wait. */
const UNREADABLE = minutes(2);
const LONGEST_PAUSE = minutes(1);

/**
 * Waits until the environment is Ready, as `on-busy` and `busy-timeout` say. `notBefore` is a first moment to look, after
 * the service has refused an update although it had shown Ready (tag updates leave an environment busy without saying so).
 */
export async function awaitReady(
  run: Waiting,
  giveUpAt: Instant,
  how: { readonly notBefore?: Instant; readonly onBusy?: DeploySettings['onBusy'] } = {},
): Promise<Readiness> {
  const { settings, ports, cancel, say } = run.request;
  const { clock } = ports;
  const { notBefore, onBusy = settings.onBusy } = how;
  const since = clock.now();
  let earlier: EarlierRun = 'untold';
  if (notBefore !== undefined) await clock.sleep(notBefore - since, cancel);
  for (let inARow = 0; ; ) {
    if (cancel.aborted) return { readiness: 'cancelled' };
    const seen = await look(run, inARow);
    if (seen === 'stopped') return { readiness: 'cancelled' };
    inARow = seen.unreadable === undefined ? 0 : inARow + 1;
    if (seen.unreadable !== undefined) {
      const isOver = clock.now() >= Math.max(giveUpAt, since + UNREADABLE);
      if (isOver) return { readiness: 'refused', problem: seen.unreadable };
    } else {
      const { found } = seen;
      if (found === undefined) return { readiness: 'refused', problem: missingEnvironment(run.target.name) };
      if (found.status === 'Ready') return { readiness: 'ready', environment: found };
      if (found.status === 'Terminating' || found.status === 'Terminated') {
        return { readiness: 'refused', problem: terminating(found) };
      }
      if (onBusy === 'fail') return { readiness: 'refused', problem: busy(found, await whoIsBusy(run), 'fail') };
      if (onBusy === 'abort-ours' && earlier === 'untold') earlier = await abortEarlierRun(run, found);
      say({
        type: 'waiting-for-environment',
        environment: found.name,
        status: found.status,
        waited: clock.now() - since,
      });
      if (clock.now() >= giveUpAt) {
        const waited = formatDuration(clock.now() - since);
        return { readiness: 'refused', problem: busy(found, await whoIsBusy(run), waited) };
      }
    }
    await clock.sleep(pauseOf(run, clock.now() - since, inARow, giveUpAt - clock.now()), cancel);
  }
}

/** `left`: the time until it is given up, at whose end it is looked once more. */
function pauseOf(run: Waiting, waited: Milliseconds, inARow: number, left: Milliseconds): Milliseconds {
  const usual = run.request.settings.pollInterval ?? (waited < minutes(1) ? seconds(5) : seconds(15));
  // Slower while nothing can be read, but with looks enough that most of them may fail.
  const pause = Math.max(usual, Math.min(usual * 2 ** inARow, LONGEST_PAUSE));
  return left > 0 ? Math.min(pause, Math.max(left, seconds(1))) : pause;
}

type Looked =
  | { readonly found: Environment | undefined; readonly unreadable?: undefined }
  | { readonly unreadable: Problem };

async function look(run: Waiting, inARow: number): Promise<Looked | 'stopped'> {
  try {
    const reading = run.reader.environment(run.target.id).then((found) => ({ found }));
    return (await unlessStopped(reading, run.request.cancel)) ?? 'stopped';
  } catch (error) {
    if (!(error instanceof ActionError) || error.nature === 'permanent') throw error;
    run.request.say({ type: 'look-failed', problem: error.problem, inARow: inARow + 1 });
    return { unreadable: error.problem };
  }
}

/** Who or what keeps it busy, as far as its events tell. Foreign text. */
async function whoIsBusy(run: Waiting): Promise<string> {
  try {
    const events = await run.request.ports.beanstalk.newestEvents(run.target.id, 50);
    const opening = events.findLast((event) => meaningOf(event.message)?.kind === 'started');
    if (opening === undefined) return 'its events do not tell what runs';
    const id = opening.requestId === undefined ? '' : `, request ${opening.requestId}`;
    return `the newest operation is “${opening.message}” of ${new Date(opening.date).toISOString()}${id}`;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return 'its events could not be read';
  }
}

/** `untold`: what is on its way cannot be seen yet. */
type EarlierRun = 'aborted' | 'not-ours' | 'untold';

/**
 * Aborts the running update when it is what a dead run of this action has left. Under the deploy lock nobody else of ours
 * deploys to the environment, and the lock says what the dead one was bringing there: instances must name that version as
 * on its way, and the update must have begun since. Whatever cannot be told is not aborted.
 */
async function abortEarlierRun(run: Waiting, environment: Environment): Promise<EarlierRun> {
  const { ports, say, unfinished = [] } = run.request;
  if (!environment.abortable || environment.status !== 'Updating') return 'untold';
  const left = unfinished.find((one) => one.environment === environment.name);
  if (left?.versionLabel === undefined) {
    say({ type: 'notice', text: `${NOT_OURS}: the deploy lock tells of no run of this action that has left one.` });
    return 'not-ours';
  }
  const label = await labelOnItsWay(run, environment);
  if (label === undefined) return 'untold';
  if (label !== left.versionLabel || !(await beganSince(run, left.since))) {
    const what = `${left.by} had left ${left.versionLabel} on its way; what runs brings ${label}, or began earlier`;
    say({ type: 'notice', text: `${NOT_OURS}: ${what}.` });
    return 'not-ours';
  }
  say({ type: 'notice', text: `Aborting the update to ${label}, which ${left.by} has left.` });
  try {
    await ports.beanstalk.abort(environment.id);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    say({ type: 'notice', text: 'The service does not abort it any more, so it is waited for.' });
  }
  return 'aborted';
}

const NOT_OURS = 'The update that runs is waited for, not aborted';
/** Clocks of a runner and of the service may differ by so much. */
const CLOCKS_DIFFER = minutes(1);

/** Whether the operation that runs was begun at that time or later. */
async function beganSince(run: Waiting, since: Instant): Promise<boolean> {
  try {
    const events = await run.request.ports.beanstalk.newestEvents(run.target.id, 50);
    const opening = events.findLast((event) => meaningOf(event.message)?.kind === 'started');
    return opening !== undefined && opening.date >= since - CLOCKS_DIFFER;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return false;
  }
}

/** The version of the newest deployment on any instance, where it is not what the environment shows. */
async function labelOnItsWay(run: Waiting, environment: Environment): Promise<string | undefined> {
  try {
    const { instances } = await run.request.ports.beanstalk.instances(environment.id);
    const deployments = instances.flatMap(({ deployment }) => (deployment === undefined ? [] : [deployment]));
    const newest = [...deployments].sort((left, right) => (right.id ?? 0) - (left.id ?? 0))[0];
    return newest?.versionLabel === environment.versionLabel ? undefined : newest?.versionLabel;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return undefined;
  }
}

function busy(environment: Environment, who: string, waited: string): Problem {
  const span = waited === 'fail' ? '' : ` after ${waited} of waiting`;
  return {
    code: 'environment-busy',
    blame: 'you',
    what: `The environment ${environment.name} is ${environment.status}${span}, not Ready; ${who}.`,
    hint:
      waited === 'fail'
        ? 'Run the job again when it is Ready, or set on-busy: wait.'
        : 'Run the job again when it is Ready, or give it more time with busy-timeout.',
  };
}

/** Gone, or hidden for want of a permission: the service answers both alike. */
export function missingEnvironment(name: string): Problem {
  return {
    code: 'environment-missing',
    blame: 'you',
    what: `The environment ${name} is gone, or DescribeEnvironments no longer shows it to these credentials.`,
    hint: 'Check environment-name and the permission elasticbeanstalk:DescribeEnvironments.',
  };
}

function terminating(environment: Environment): Problem {
  return {
    code: 'environment-gone',
    blame: 'you',
    what: `The environment ${environment.name} is ${environment.status}.`,
    hint: 'Create the environment again, or correct environment-name.',
  };
}
