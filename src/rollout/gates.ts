/** Gates: what must hold before a rollout goes on. Each says what it found, and fails with a reason. */
import { addressOf, schemeOf } from '../domain/cluster.js';
import type { Gate, SmokeTest, Step } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { formatDuration, type Instant, minutes, seconds } from '../domain/time.js';
import { lastWord } from './alarm-watch.js';
import type { StepEnd } from './perform.js';
import { whyUnproven } from './proof.js';
import { performRouted } from './routed.js';
import { type Rollout, type Run, runOf } from './run.js';
import { warmUp } from './warm-up.js';

type GateStep = Extract<Step, { readonly kind: 'gate' }>;

/** One answer of an application that is well takes milliseconds. */
const ANSWER_LIMIT = seconds(20);
const BODY_LIMIT = 256 * 1_024;
const EVERY = seconds(10);
const LONGEST_QUOTE = 120;
/** A look that fails is neither good nor bad; after so long without any other one nobody knows what was in between. */
const UNSEEN = minutes(1);

export async function performGate(rollout: Rollout, step: GateStep): Promise<StepEnd> {
  const run = runOf(rollout, step.environment);
  switch (step.gate.kind) {
    case 'proven':
      return holdProof(run, step.gate);
    case 'smoke':
      return smokeTest(run, step.gate);
    case 'command':
      return verify(run, step.gate);
    case 'alarms': {
      const problem = await lastWord(rollout, step.gate.alarms, 'Before traffic was moved');
      if (rollout.request.cancel.aborted) return { step: 'cancelled' };
      return problem === undefined ? { step: 'done' } : { step: 'failed', run, problem };
    }
    case 'routed':
      return performRouted(run, step.gate);
    case 'warm-up':
      return warmUp(run, step.gate.warmUp);
  }
}

/** What was proven by this very run a moment ago needs one more look; what an earlier run has left must hold anew. */
async function holdProof(run: Run, { proof }: Extract<Gate, { kind: 'proven' }>): Promise<StepEnd> {
  const { ports, settings, cancel, say } = run.request;
  const { clock } = ports;
  const isFresh = run.ours !== undefined && run.hasEnded;
  const hold = isFresh || settings.acceptHealth.kind === 'any' ? 0 : settings.stableFor;
  const giveUpAt = Math.min(run.rollout.deadline, clock.now() + settings.healthGrace + hold);
  if (!run.watch.isAnchored && run.ours === undefined) await run.watch.anchor(ports.beanstalk);
  let [goodSince, goodAt]: [Instant?, Instant?] = [];
  for (;;) {
    if (cancel.aborted) return { step: 'cancelled' };
    const seen = await lookAt(run, proof);
    const now = clock.now();
    if (seen.look === 'good') [goodSince, goodAt] = [goodSince ?? now, now];
    else if (seen.look === 'bad' || now - (goodAt ?? 0) > UNSEEN) goodSince = undefined;
    if (seen.look === 'good' && goodSince !== undefined && now - goodSince >= hold) {
      const held = hold === 0 ? '' : `, and that held for ${formatDuration(now - goodSince)}`;
      const everywhere = proof.enhancedHealth ? ', every instance reports it' : '';
      const reason = `${run.target.name} runs ${proof.versionLabel}${everywhere}, health is accepted${held}`;
      run.rollout.proven ??= { reason, proof: proof.enhancedHealth ? 'instances' : 'environment' };
      say({ type: 'verdict', verdict: { verdict: 'reached', reason } });
      return { step: 'done' };
    }
    const why = seen.look === 'good' ? 'the proof must hold' : seen.why;
    say({ type: 'verdict', verdict: { verdict: 'waiting', reason: why } });
    const isOver = now >= giveUpAt + (seen.look === 'unreadable' ? UNSEEN : 0);
    if (isOver && seen.look !== 'good') return { step: 'failed', run, problem: notProven(why) };
    const pause = settings.pollInterval ?? EVERY;
    const left = seen.look === 'good' ? (goodSince ?? now) + hold - now : pause;
    await clock.sleep(Math.min(pause, Math.max(seconds(1), left)), cancel);
  }
}

type SideLook = { readonly look: 'good' } | { readonly look: 'bad' | 'unreadable'; readonly why: string };

async function lookAt(run: Run, proof: Extract<Gate, { kind: 'proven' }>['proof']): Promise<SideLook> {
  try {
    const environment = await run.reader.environment(run.target.id);
    await hearEvents(run);
    if (environment === undefined)
      return { look: 'bad', why: `${run.target.name} is not shown by DescribeEnvironments` };
    const why = await whyUnproven(run, proof, environment);
    return why === undefined ? { look: 'good' } : { look: 'bad', why: why.why };
  } catch (error) {
    if (!(error instanceof ActionError) || error.nature === 'permanent') throw error;
    run.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
    return { look: 'unreadable', why: 'it could not be looked at' };
  }
}

/** Events are told, and prove nothing here: a reading that fails takes nothing from the look. */
async function hearEvents(run: Run): Promise<void> {
  try {
    await run.watch.events();
  } catch (error) {
    if (!(error instanceof ActionError) || error.nature === 'permanent') throw error;
    run.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
  }
}

async function smokeTest(run: Run, { test, host: wished }: Extract<Gate, { kind: 'smoke' }>): Promise<StepEnd> {
  const { ports, cancel, say } = run.request;
  const host = wished ?? (await ports.beanstalk.environment(run.target.id))?.cname;
  if (host === undefined) {
    return { step: 'failed', run, problem: smokeProblem(`${run.target.name} shows no CNAME that could be asked`) };
  }
  let why = '';
  for (let attempt = 1; attempt <= test.attempts; attempt += 1) {
    if (cancel.aborted) return { step: 'cancelled' };
    const answer = await askOnce(run.rollout, host, test);
    if (cancel.aborted) return { step: 'cancelled' };
    if (answer === undefined) {
      say({ type: 'notice', text: `${addressOf(host, test)} answered well (try ${attempt} of ${test.attempts}).` });
      return { step: 'done' };
    }
    if (answer !== why) say({ type: 'notice', text: `Smoke test, try ${attempt} of ${test.attempts}: ${answer}.` });
    why = answer;
    if (attempt < test.attempts) await ports.clock.sleep(test.interval, cancel);
  }
  if (cancel.aborted) return { step: 'cancelled' };
  const tries = test.attempts === 1 ? '' : `, ${test.attempts} times`;
  return { step: 'failed', run, problem: smokeProblem(`${why}${tries}`) };
}

/** A clause that says what is wrong with one answer; `undefined` when nothing is. Foreign text inside. */
export async function askOnce(rollout: Rollout, host: string, test: SmokeTest): Promise<string | undefined> {
  const { ports, cancel } = rollout.request;
  const url = addressOf(host, test);
  const answer = await ports.http.get({ url, timeout: ANSWER_LIMIT, limitBytes: BODY_LIMIT, signal: cancel });
  if (answer.kind === 'unanswered') return `${url} did not answer: ${answer.because}`;
  const { status, body } = answer;
  if (!test.statuses.some(({ from, to }) => status >= from && status <= to)) return `${url} answered with ${status}`;
  if (test.body === undefined || body.includes(test.body)) return undefined;
  const start = body.replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUOTE);
  return `${url} answered without “${test.body}”: “${start}”`;
}

async function verify(run: Run, gate: Extract<Gate, { kind: 'command' }>): Promise<StepEnd> {
  const why = await runCommand(run, gate);
  if (run.request.cancel.aborted) return { step: 'cancelled' };
  return why === undefined ? { step: 'done' } : { step: 'failed', run, problem: commandProblem(why) };
}

/** A clause that says how the user's own check failed; `undefined` when it passed. */
export async function runCommand(
  run: Run,
  gate: Extract<Gate, { kind: 'command' }>,
  more: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  const { ports, cancel, say, plan } = run.request;
  const environment = await ports.beanstalk.environment(run.target.id);
  const end = await ports.commands.run({
    program: gate.program,
    args: gate.args,
    env: {
      ENVIRONMENT_URL: environment?.cname === undefined ? '' : `${schemeOf(environment.tier)}://${environment.cname}`,
      ENVIRONMENT_NAME: run.target.name,
      ENVIRONMENT_ID: run.target.id,
      APPLICATION_NAME: plan.application,
      VERSION_LABEL: environment?.versionLabel ?? '',
      ...more,
    },
    timeout: gate.timeout,
    signal: cancel,
    onLine: (line) => say({ type: 'notice', text: `verify-command: ${line}` }),
  });
  const command = `\`verify-command\` (${gate.program})`;
  switch (end.kind) {
    case 'ended':
      return end.exitCode === 0 ? undefined : `${command} ended with exit code ${end.exitCode}`;
    case 'timed-out':
      return `${command} did not end within ${formatDuration(gate.timeout)}`;
    case 'not-started':
      return `${command} could not be run: ${end.because}`;
  }
}

const notProven = (why: string): Problem => ({
  code: 'not-proven',
  blame: 'you',
  what: `The idle side is not proven: ${why}.`,
  hint: 'Look at the idle environment; `operation: prepare` or a new deployment brings the version there.',
});

const smokeProblem = (why: string): Problem => ({
  code: 'smoke-test-failed',
  blame: 'you',
  what: `The smoke test failed: ${why}.`,
  hint: 'Ask the URL yourself from a place like the runner; smoke-test-status, -body, -attempts and -interval decide what is good.',
  input: 'smoke-test-path',
});

const commandProblem = (why: string): Problem => ({
  code: 'verify-command-failed',
  blame: 'you',
  what: `${why}.`,
  hint: 'Its output is in the log above; it gets the address in ENVIRONMENT_URL.',
  input: 'verify-command',
});
