/**
 * A command of the user on exactly one instance: chosen, sent once, watched to its end. Its exit code decides.
 *
 * An answer that was lost is looked up by the command's mark; only when nothing is found, the script is sent again, and
 * refuses to begin a second time should the first one have arrived after all.
 */
import { chooseInstance } from '../domain/instance-choice.js';
import type { Step } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { formatDuration, type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';
import type { InstanceCommands, Invocation } from '../ports/instance-commands.js';
import type { LogExcerpt } from './found.js';
import { ALREADY_STARTED, APPLICATION_DIRECTORY, instanceScript, NO_PLATFORM, OUT_OF_TIME } from './instance-script.js';
import type { StepEnd } from './perform.js';
import { type Rollout, type Run, runOf } from './run.js';
import { within } from './within.js';

export type CommandStep = Extract<Step, { readonly kind: 'run-command' }>;

/** An agent announces itself a minute or so after its instance was launched. */
const REGISTRATION: Milliseconds = minutes(4);
const REGISTRATION_PAUSE: Milliseconds = seconds(10);
/** For the delivery of the script and of its end. */
const ROUNDABOUT: Milliseconds = minutes(3.5);
const SENDINGS = 3;
const LOOKS_FOR_LOST = 5;
const LOOK_PAUSE: Milliseconds = seconds(3);
const FIRST_PAUSE: Milliseconds = seconds(1);
const LONGEST_PAUSE: Milliseconds = seconds(5);
const CANCEL_LIMIT: Milliseconds = seconds(2.5);
const SHOWN_LINES = 300;
const EVIDENCE_LINES = 50;

/** What a command needs at most besides its own time. */
export const commandOverhead: Milliseconds = REGISTRATION + ROUNDABOUT;

interface Job {
  readonly run: Run;
  readonly step: CommandStep;
  readonly port: InstanceCommands;
  readonly instanceId: string;
  readonly mark: string;
  readonly giveUpAt: Instant;
  /** Sent more than once: the script that is watched may be the copy that came second. */
  isRepeated: boolean;
}

export async function performCommand(rollout: Rollout, step: CommandStep): Promise<StepEnd> {
  const run = runOf(rollout, step.environment);
  const { ports, cancel, say } = rollout.request;
  const instanceId = await choose(run, step);
  if (cancel.aborted) return { step: 'cancelled' };
  if (instanceId === undefined) return failed(run, noInstance(step));
  say({ type: 'notice', text: `\`${step.input}\` runs on ${instanceId} of ${step.environment.name}.` });
  const nonce = ports.random.uuid();
  const job: Job = {
    run,
    step,
    port: ports.instanceCommands,
    instanceId,
    mark: `Beanstalk Rollout ${nonce}`,
    giveUpAt: Math.min(rollout.deadline, ports.clock.now() + step.timeout + commandOverhead),
    isRepeated: false,
  };
  try {
    const sent = await send(job, instanceScript(step.command, nonce, step.timeout));
    return sent === undefined ? { step: 'cancelled' } : await watch(job, sent);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    if (cancel.aborted) return { step: 'cancelled' };
    return failed(run, { ...error.problem, what: `\`${step.input}\`: ${error.problem.what}` });
  }
}

/** With basic health no instance says what it runs: then it is the one with the lowest id. */
async function choose(run: Run, { versionLabel }: CommandStep): Promise<string | undefined> {
  const { beanstalk } = run.request.ports;
  try {
    const { instances } = await beanstalk.instances(run.target.id);
    return chooseInstance(instances, versionLabel)?.id;
  } catch (error) {
    if (!(error instanceof ActionError) || error.problem.code !== 'enhanced-health-off') throw error;
    return [...(await beanstalk.instanceIds(run.target.id))].sort()[0];
  }
}

/** The id of the command; `undefined` after a request to stop. */
async function send(job: Job, script: string): Promise<string | undefined> {
  const { run, step, port, instanceId, mark } = job;
  const { ports, cancel, say } = run.request;
  const registeredBy = Math.min(job.giveUpAt, ports.clock.now() + REGISTRATION);
  for (let sendings = 1; ; ) {
    try {
      return await port.send({ instanceId, script, directory: APPLICATION_DIRECTORY, timeout: step.timeout, mark });
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      if (error.answerLost) {
        const found = await lookUp(job);
        if (found !== undefined) return found;
        if (cancel.aborted) return undefined;
        if (sendings >= SENDINGS) throw error;
        sendings += 1;
        job.isRepeated = true;
        continue;
      }
      if (error.problem.code !== 'instance-not-managed' || ports.clock.now() >= registeredBy) throw error;
      say({ type: 'look-failed', problem: error.problem, inARow: 1 });
      await ports.clock.sleep(REGISTRATION_PAUSE, cancel);
      if (cancel.aborted) return undefined;
    }
  }
}

async function lookUp({ run, port, instanceId, mark }: Job): Promise<string | undefined> {
  const { ports, cancel } = run.request;
  for (let look = 0; look < LOOKS_FOR_LOST; look += 1) {
    const [found] = await port.find(instanceId, mark);
    if (found !== undefined || cancel.aborted) return found;
    await ports.clock.sleep(LOOK_PAUSE, cancel);
  }
  return undefined;
}

async function watch(job: Job, sent: string): Promise<StepEnd> {
  const { run, step, port, instanceId } = job;
  const { ports, cancel, say } = run.request;
  let commandId = sent;
  for (let pause = FIRST_PAUSE, failures = 0; ; pause = Math.min(LONGEST_PAUSE, pause * 1.5)) {
    if (cancel.aborted) return stopped(job, commandId);
    try {
      const seen = await port.read(instanceId, commandId);
      failures = 0;
      if (job.isRepeated && seen?.exitCode === ALREADY_STARTED) {
        const first = (await port.find(instanceId, job.mark)).find((id) => id !== commandId);
        job.isRepeated = false;
        commandId = first ?? commandId;
        continue;
      }
      if (seen !== undefined && seen.state !== 'waiting' && seen.state !== 'running') return judged(job, seen);
    } catch (error) {
      if (!(error instanceof ActionError) || error.nature === 'permanent') throw error;
      failures += 1;
      say({ type: 'look-failed', problem: error.problem, inARow: failures });
    }
    if (ports.clock.now() >= job.giveUpAt) {
      await giveUp(job, commandId);
      return failed(run, problemOf(step, instanceId, 'did not end in time, and was asked to stop'));
    }
    await ports.clock.sleep(pause, cancel);
  }
}

async function stopped(job: Job, commandId: string): Promise<StepEnd> {
  await giveUp(job, commandId);
  return { step: 'cancelled' };
}

/** A command that nobody watches any more is asked to stop; what it has done by then stays. */
async function giveUp({ run, step, port, instanceId }: Job, commandId: string): Promise<void> {
  const { clock } = run.request.ports;
  const asked = port.cancel(instanceId, commandId).then(
    () => 'was asked to stop',
    () => 'could not be asked to stop',
  );
  const how = (await within(clock, asked, CANCEL_LIMIT)) ?? 'was asked to stop, without an answer yet';
  run.rollout.leftovers = [
    `\`${step.input}\` was still running on ${instanceId} and ${how}; what it has done by then stays (command ${commandId} in Systems Manager).`,
  ];
}

function judged({ run, step, instanceId }: Job, seen: Invocation): StepEnd {
  const { say } = run.request;
  const lines = seen.output.replace(/\n+$/, '').split('\n');
  if (seen.output.trim() !== '') {
    for (const line of lines.slice(-SHOWN_LINES)) say({ type: 'notice', text: `${step.input}: ${line}` });
  }
  if (seen.state === 'ended' && seen.exitCode === 0) return { step: 'done' };
  const log: LogExcerpt = {
    source: `${step.input} on ${instanceId}`,
    lines: lines.slice(-EVIDENCE_LINES),
    truncated: lines.length > EVIDENCE_LINES,
  };
  const problem = problemOf(step, instanceId, howItEnded(step, seen));
  return seen.output.trim() === '' ? failed(run, problem) : { step: 'failed', run, problem, log };
}

function howItEnded(step: CommandStep, { state, exitCode, details }: Invocation): string {
  switch (state) {
    case 'ended':
      if (exitCode === OUT_OF_TIME) return `did not end within ${formatDuration(step.timeout)} (exit code 124)`;
      if (exitCode === NO_PLATFORM) return 'found no Amazon Linux platform of Elastic Beanstalk';
      if (exitCode === ALREADY_STARTED) return 'was started by a request that cannot be found any more';
      return `ended with exit code ${exitCode ?? 'unknown'}`;
    case 'timed-out':
      return `did not end within ${formatDuration(step.timeout)}`;
    case 'cancelled':
      return 'was cancelled by somebody else';
    case 'undelivered':
      return `did not reach the instance (${details})`;
    case 'waiting':
    case 'running':
      return 'has not ended';
  }
}

const failed = (run: Run, problem: Problem): StepEnd => ({ step: 'failed', run, problem });

const problemOf = ({ input }: CommandStep, instanceId: string, how: string): Problem => ({
  code: 'instance-command-failed',
  blame: 'you',
  what: `\`${input}\` on ${instanceId} ${how}.`,
  hint: 'Its output is in the log above; docs/hooks.md says where it runs and with which variables.',
  input,
});

const noInstance = ({ input, versionLabel, environment }: CommandStep): Problem => ({
  code: 'instance-command-failed',
  blame: 'you',
  what: `\`${input}\` was not run: no instance of ${environment.name} says that it runs ${versionLabel ?? 'a version'}.`,
  hint: 'Look at the instances of the environment.',
  input,
});
