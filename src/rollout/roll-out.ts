/**
 * Carries out a plan: the only writing phase of the action.
 *
 *     busy? → anchor of the event stream → publish · update · settle · … → outcome (with evidence when it failed)
 *
 * `rollOut(request)` never throws for what the outside world does: every ending is an `Outcome`. It says `step-started`,
 * `step-ended`, `event-seen`, `instances`, `view`, `verdict`, `warning`, `waiting-for-environment`, `look-failed`,
 * `cancel-requested` and `notice`; it does not say `planned` and `ended`, which belong to the caller, and sets no outputs.
 * An unchanged plan ends at once in `unchanged`. `dry-run` is the caller's: a plan that is only shown is never given here.
 *
 * Who waits: `request.cancel` ends every wait; the rollout then returns within seven seconds, with one abort sent within
 * the first if an update of ours is in progress and `on-cancel` is `abort`. The deadline is `plan.timeout` after the first
 * step; waiting for a busy environment before that is bounded by `busy-timeout`.
 */
import { broken } from '../domain/endings.js';
import type { Outcome } from '../domain/outcome.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { RolloutWatch } from '../watch/watch.js';
import { awaitReady } from './busy.js';
import { endCancelled } from './cancel.js';
import { endBroken, endUnsettled } from './failures.js';
import { sentence, whatStillRuns } from './outcomes.js';
import { perform, startedOutcome } from './perform.js';
import type { RolloutRequest } from './rollout-request.js';
import type { Run } from './run.js';

export type { RolloutPorts, RolloutRequest } from './rollout-request.js';

export async function rollOut(request: RolloutRequest): Promise<Outcome> {
  const { plan } = request;
  if (plan.unchanged !== undefined) {
    const proof = plan.unchangedProof ?? 'none';
    return { state: 'unchanged', reason: sentence(plan.unchanged), proof, restored: 'not-needed', stillRunning: [] };
  }
  const run = beginRun(request);
  try {
    const problem = await prepare(run);
    if (request.cancel.aborted) return await endCancelled(run);
    if (problem !== undefined) return refusedOutcome(run, problem);
    return await carryOut(run);
  } catch (error) {
    // A request to stop may break off whatever was being waited for.
    if (request.cancel.aborted) return await endCancelled(run);
    return error instanceof ActionError ? await endBroken(run, error.problem) : withWhatRuns(run, broken(error));
  }
}

function beginRun(request: RolloutRequest): Run {
  const { ports, plan, settings, say, cancel } = request;
  const reader = ports.watchBeanstalk ?? ports.beanstalk;
  const watch = new RolloutWatch({
    beanstalk: reader,
    clock: ports.clock,
    random: ports.random,
    say,
    cancel,
    environment: plan.environment,
    application: plan.application,
    ...(settings.pollInterval === undefined ? {} : { pollInterval: settings.pollInterval }),
  });
  return {
    request,
    watch,
    reader,
    deadline: Number.POSITIVE_INFINITY,
    environment: undefined,
    ours: undefined,
    asking: undefined,
    publishing: undefined,
    hasEnded: false,
    hasChanged: false,
    proven: undefined,
  };
}

/** Everything before the first write: the environment must be Ready, and the event stream needs its anchor. */
async function prepare(run: Run): Promise<Problem | undefined> {
  const { plan, ports, settings } = run.request;
  if (!plan.steps.some((step) => step.kind === 'update')) return undefined;
  const readiness = await awaitReady(run, ports.clock.now() + settings.busyTimeout);
  if (readiness.readiness === 'refused') return readiness.problem;
  if (readiness.readiness === 'cancelled') return undefined;
  run.environment = readiness.environment;
  await run.watch.anchor(ports.beanstalk);
  return undefined;
}

async function carryOut(run: Run): Promise<Outcome> {
  const { plan, ports, say } = run.request;
  const count = plan.steps.length;
  run.deadline = ports.clock.now() + plan.timeout;
  for (const [index, step] of plan.steps.entries()) {
    if (run.request.cancel.aborted) return endCancelled(run);
    const startedAt = ports.clock.now();
    say({ type: 'step-started', index, count, step });
    const end = await perform(run, step);
    // A step that was stopped has not ended by itself: what is told next is the request to stop.
    if (end.step !== 'cancelled') say({ type: 'step-ended', index, count, step, took: ports.clock.now() - startedAt });
    switch (end.step) {
      case 'done':
        continue;
      case 'cancelled':
        return endCancelled(run);
      case 'refused':
        return refusedOutcome(run, end.problem);
      case 'left-running':
        return startedOutcome(run);
      case 'not-settled':
        return endUnsettled(run, end.end, end.settle, plan.steps.slice(index + 1));
    }
  }
  return succeeded(run);
}

function succeeded(run: Run): Outcome {
  const reason = run.proven?.reason ?? 'every step of the plan was carried out';
  return {
    state: 'succeeded',
    reason: sentence(reason),
    proof: run.proven?.proof ?? 'none',
    restored: 'not-needed',
    stillRunning: [],
  };
}

/** The service, or the environment's state, refused a step. */
function refusedOutcome(run: Run, problem: Problem): Outcome {
  const before = run.proven === undefined ? '' : `The deployment itself is proven: ${run.proven.reason}. `;
  return {
    state: 'failed',
    reason: `${before}${problem.what}`,
    problem,
    proof: run.proven?.proof ?? 'none',
    restored: run.hasChanged ? 'no' : 'not-needed',
    stillRunning: [],
  };
}

function withWhatRuns(run: Run, outcome: Outcome): Outcome {
  const stillRunning = run.hasEnded ? [] : whatStillRuns(run.ours, run.watch.known, run.request.plan.environment.name);
  return { ...outcome, restored: run.hasChanged ? 'no' : 'not-needed', stillRunning };
}
