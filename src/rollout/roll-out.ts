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
import type { Step } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { afterCreation, createdBy } from './after-creation.js';
import { awaitReady } from './busy.js';
import { announceCanary, endNote, withdrawCanary } from './canary-record.js';
import { endCancelled } from './cancel.js';
import { endCommand } from './command-endings.js';
import { endBroken, endUnsettled } from './failures.js';
import { lentWords } from './lent.js';
import { mayHaveChanged, sentence, whatRuns } from './outcomes.js';
import { endGate, endRefusedPair, endUnsettledIdle } from './pair-endings.js';
import { endingOf, perform, startedOutcome } from './perform.js';
import { pruneVersions } from './prune.js';
import { recordRelease } from './record.js';
import type { RolloutRequest } from './rollout-request.js';
import { beginRollout, mainRun, type Rollout, runOf } from './run.js';
import { hasAll, isPair, sidesAtEnd, sidesNow } from './traffic.js';
import { registerUndo, type Undone, undoAll } from './undo.js';
import { takeBack } from './way-back.js';

export type { RolloutPorts, RolloutRequest } from './rollout-request.js';

export async function rollOut(request: RolloutRequest): Promise<Outcome> {
  const ended = await rollOutOpen(request);
  await ended.keepHouse();
  return ended.outcome;
}

/** A canary that has ended well is none any more; one that was given back has said so itself. */
async function closeNote(rollout: Rollout, { state }: Outcome): Promise<void> {
  const { request, share } = rollout;
  const { environment, pair } = request.snapshot.target;
  // Its canary had all requests already when this run looked, and nothing of it was left to do.
  const left = pair?.route?.record?.canary.id === environment.id ? pair.route.record : undefined;
  const between = hasAll(rollout) ? share?.between : share === undefined ? left : undefined;
  if ((state === 'succeeded' || state === 'unchanged') && between !== undefined) await endNote(rollout, between, 100);
}

/** A rollout that has ended, and whose success is not the last word: others that belong to it may still fail. */
export interface OpenRollout {
  readonly outcome: Outcome;
  /** What follows a success that stands: the version is recorded as good, old ones are deleted. Never fails a rollout. */
  keepHouse(): Promise<void>;
  /** Puts back what it has changed although it succeeded, watched and judged like any other way back. */
  takeBack(): Promise<Undone>;
}

export async function rollOutOpen(request: RolloutRequest): Promise<OpenRollout> {
  const { plan } = request;
  if (plan.unchanged !== undefined) {
    const proof = plan.unchangedProof ?? 'none';
    const reason = sentence(plan.unchanged);
    const outcome: Outcome = { state: 'unchanged', reason, proof, restored: 'not-needed', stillRunning: [] };
    await closeNote(beginRollout(request), outcome);
    return {
      outcome,
      keepHouse: () => Promise.resolve(),
      takeBack: () => Promise.resolve({ restored: 'no', reason: 'There is nothing to put back.', stillRunning: [] }),
    };
  }
  const rollout = beginRollout(request);
  const ended = await attempt(rollout);
  await closeNote(rollout, ended);
  await withdrawCanary(rollout);
  const sides = sidesAtEnd(rollout);
  return {
    outcome: { ...withLent(rollout, ended), ...createdBy(rollout), ...(sides === undefined ? {} : { sides }) },
    keepHouse: () => keepHouse(rollout, ended),
    takeBack: () => takeBack(rollout),
  };
}

async function attempt(rollout: Rollout): Promise<Outcome> {
  const { request } = rollout;
  try {
    const problem = await prepare(rollout);
    if (request.cancel.aborted) return await endCancelled(rollout);
    if (problem !== undefined) return await refusedOutcome(rollout, problem);
    return await carryOut(rollout);
  } catch (error) {
    // A request to stop may break off whatever was being waited for.
    if (request.cancel.aborted) return await endCancelled(rollout);
    if (error instanceof ActionError && isPair(rollout)) return await endRefusedPair(rollout, error.problem);
    return error instanceof ActionError
      ? await endBroken(rollout, mainRun(rollout), error.problem)
      : withWhatRuns(rollout, broken(error));
  }
}

/** Before the first write every environment that is updated must be Ready, and its event stream needs its anchor. */
async function prepare(rollout: Rollout): Promise<Problem | undefined> {
  const { plan, ports, settings } = rollout.request;
  const giveUpAt = ports.clock.now() + settings.busyTimeout;
  // An environment without an id is created on the way.
  const targets = plan.steps.flatMap((step) =>
    step.kind === 'update' && step.environment.id !== '' ? [step.environment] : [],
  );
  for (const run of new Set(targets.map((target) => runOf(rollout, target)))) {
    const readiness = await awaitReady(run, giveUpAt);
    if (readiness.readiness === 'refused') return readiness.problem;
    if (readiness.readiness === 'cancelled') return undefined;
    run.environment = readiness.environment;
    await run.watch.anchor(ports.beanstalk);
  }
  return undefined;
}

async function carryOut(rollout: Rollout): Promise<Outcome> {
  const { plan, ports, say, cancel } = rollout.request;
  const count = plan.steps.length;
  rollout.deadline = ports.clock.now() + plan.timeout;
  // First goes back what an earlier canary has left.
  const announced = plan.steps.findIndex(({ kind }) => kind !== 'restore');
  for (const [index, step] of plan.steps.entries()) {
    if (index === announced) await announceCanary(rollout);
    if (cancel.aborted) return endCancelled(rollout);
    const startedAt = ports.clock.now();
    say({ type: 'step-started', index, count, step });
    registerUndo(rollout, step);
    const end = await perform(rollout, step);
    const how = endingOf(end);
    if (how !== undefined)
      say({ type: 'step-ended', index, count, step, end: how, took: ports.clock.now() - startedAt });
    switch (end.step) {
      case 'done':
        continue;
      case 'cancelled':
        return endCancelled(rollout);
      case 'refused':
        return refusedAfter(rollout, step, end.problem);
      case 'failed':
        if (step.kind === 'run-command') return endCommand(end.run, end.problem, end.log);
        return endGate(end.run, end.problem);
      case 'enough':
        return succeeded(rollout, end.note);
      case 'left-running':
        return startedOutcome(end.run);
      case 'not-settled':
        if (isPair(rollout)) return endUnsettledIdle(end.run, end.end, end.settle);
        return afterCreation(end.run, await endUnsettled(end.run, end.end, end.settle, plan.steps.slice(index + 1)));
    }
  }
  return succeeded(rollout);
}

/** Never fails a rollout that has succeeded: what cannot be written is a warning. */
async function keepHouse(rollout: Rollout, outcome: Outcome): Promise<void> {
  if (outcome.state !== 'succeeded') return;
  await recordRelease(rollout, outcome);
  await pruneVersions(rollout);
}

/** A step that was refused has changed nothing; what was done before it is taken back. */
async function refusedAfter(rollout: Rollout, step: Step, problem: Problem): Promise<Outcome> {
  const refused = await refusedOutcome(rollout, problem);
  const own = 'undo' in step ? (step.undo?.length ?? 0) : 0;
  const rest = rollout.undo.slice(own);
  const { settings } = rollout.request;
  if (isPair(rollout) || settings.onFailure !== 'rollback' || !rollout.hasChanged || rest.length === 0) return refused;
  // An update that may have begun, unseen, cannot be overtaken by another one.
  if (rollout.proven !== undefined || refused.stillRunning.length > 0) return refused;
  const undone = await undoAll(rollout, rest);
  const { restored, stillRunning } = undone;
  return { ...refused, reason: `${refused.reason} ${undone.reason}`, restored, stillRunning };
}

function succeeded(rollout: Rollout, note?: string): Outcome {
  const { proven, traffic } = rollout;
  const live = sidesNow(rollout)?.live.name;
  const moved = traffic?.state === 'moved' ? `; ${live} has the traffic of ${traffic.step.productionCname}` : '';
  const shared = hasAll(rollout) || rollout.share?.weight === 0 ? `; ${live ?? ''} has all requests` : '';
  const more = note === undefined ? '' : ` ${sentence(note)}`;
  return {
    state: 'succeeded',
    reason: `${sentence(`${proven?.reason ?? 'every step of the plan was carried out'}${moved}${shared}`)}${more}`,
    proof: proven?.proof ?? 'none',
    restored: 'not-needed',
    stillRunning: [],
  };
}

/** The service, or the environment's state, refused a step. */
async function refusedOutcome(rollout: Rollout, problem: Problem): Promise<Outcome> {
  const { proven, hasChanged } = rollout;
  if (isPair(rollout)) return endRefusedPair(rollout, problem);
  const before = proven === undefined ? '' : `The deployment itself is proven: ${proven.reason}. `;
  return {
    state: 'failed',
    reason: `${before}${problem.what}`,
    problem,
    proof: proven?.proof ?? 'none',
    restored: hasChanged ? 'no' : 'not-needed',
    stillRunning: whatRuns(rollout),
  };
}

/** Whatever kept the rollout from its end, it has not put back what it would have put back there. */
const withLent = (rollout: Rollout, outcome: Outcome): Outcome =>
  outcome.state === 'succeeded' || outcome.state === 'unchanged'
    ? outcome
    : { ...outcome, reason: [outcome.reason, ...lentWords(rollout)].join(' ') };

function withWhatRuns(rollout: Rollout, outcome: Outcome): Outcome {
  return { ...outcome, restored: mayHaveChanged(rollout) ? 'no' : 'not-needed', stillRunning: whatRuns(rollout) };
}
