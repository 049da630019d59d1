/**
 * The way back: what a rollout has done so far is taken back by the steps that were registered for it beforehand.
 *
 *     registerUndo(rollout, step)   before a step is performed: its undo goes in front of the earlier ones
 *     forgetUndo(rollout)           at the point of no return
 *     undoAll(rollout, steps)       carries the steps out, each watched and judged like any other
 */
import type { Restored } from '../domain/outcome.js';
import type { Step } from '../domain/plan.js';
import { ActionError } from '../domain/problem.js';
import { describeInstances } from '../watch/fleet.js';
import { sickAsBefore } from './as-before.js';
import { hearOut } from './hear-out.js';
import { whatRuns } from './outcomes.js';
import { endingOf, perform, type StepEnd } from './perform.js';
import { type Rollout, type Run, runOf, type SettleStep } from './run.js';
import { stillMoving } from './traffic.js';

export interface Undone {
  /** `yes`: every step was carried out and proven; `no`: there was nothing to do it with, or a request to stop came; `failed`: it was tried. */
  readonly restored: Exclude<Restored, 'not-needed'>;
  /** A sentence: what became of it. */
  readonly reason: string;
  /** What may go on in the account, in a sentence each. */
  readonly stillRunning: readonly string[];
}

/** To be called before the step is carried out. The last thing done is the first to be undone. */
export function registerUndo(rollout: Rollout, step: Step): void {
  if (!('undo' in step) || step.undo === undefined) return;
  rollout.undo = [...step.undo, ...rollout.undo];
}

/** From here on there is only the way forward. */
export function forgetUndo(rollout: Rollout): void {
  rollout.undo = [];
}

/**
 * Never throws for what the outside world does. A request to stop ends it between two steps and inside of waits. What is
 * in progress must have been stopped before: a step that has to update an environment waits until it is Ready.
 */
export async function undoAll(rollout: Rollout, steps: readonly Step[] = rollout.undo): Promise<Undone> {
  const { clock } = rollout.request.ports;
  const { say, cancel, plan } = rollout.request;
  const ending = (restored: Undone['restored'], reason: string): Undone => ({
    restored,
    reason,
    stillRunning: restored === 'yes' ? [] : [...whatRuns(rollout), ...stillMoving(rollout)],
  });
  if (steps.length === 0) return ending('no', 'There is nothing to put back.');
  if (cancel.aborted) return ending('no', 'Nothing was put back, because the run was asked to stop.');
  // The way back must not fail for the time that the way there has used up.
  rollout.deadline = clock.now() + plan.timeout;
  rollout.undo = [];
  say({ type: 'notice', text: 'Putting back what was there before.' });
  for (const [index, step] of steps.entries()) {
    const startedAt = clock.now();
    const place = { index, count: steps.length, step };
    say({ type: 'step-started', ...place });
    const end = await attempt(rollout, step, index === 0);
    const how = endingOf(end);
    if (how !== undefined) say({ type: 'step-ended', ...place, end: how, took: clock.now() - startedAt });
    if (end.step === 'refused' && end.problem.code === 'environment-taken') return ending('no', end.problem.what);
    if (end.step === 'cancelled') {
      await hearOut(rollout);
      return ending('no', 'The run was asked to stop while it put back what was there before.');
    }
    if (end.step !== 'done') return ending('failed', `What was there before could not be put back: ${why(end)}`);
  }
  const others = await whyNotAsBefore(rollout, steps);
  if (others !== undefined) return ending('no', others);
  const settled = settledIn(steps);
  const sick = settled.flatMap(({ environment }) => sickAsBefore(runOf(rollout, environment)) ?? []);
  const blind = settled.some(isBlind) ? ['basic health does not tell what each instance runs'] : [];
  return ending(
    'yes',
    ['What was there before is back, and proven', ...new Set(sick), ...blind].join('; ').concat('.'),
  );
}

/** A version is back by the word of the environment alone. */
const isBlind = ({ expects }: SettleStep): boolean =>
  expects.versionLabel !== undefined && !expects.enhancedHealth && expects.pods === undefined;

const settledIn = (steps: readonly Step[]) => steps.flatMap((step) => (step.kind === 'settle' ? [step] : []));

/**
 * Settings that are back prove nothing of the version and the instances: others may have been at work meanwhile. That holds
 * for settings only, and for those that go back after the version.
 */
async function whyNotAsBefore(rollout: Rollout, steps: readonly Step[]): Promise<string | undefined> {
  const settled = settledIn(steps);
  for (const [at, { environment, expects }] of settled.entries()) {
    const isLast = !settled.slice(at + 1).some((later) => later.environment.name === environment.name);
    if (!isLast || expects.versionLabel !== undefined) continue;
    const run = runOf(rollout, environment);
    const back = settled.find(
      (one) => one.environment.name === environment.name && one.expects.versionLabel !== undefined,
    );
    const label = back?.expects.versionLabel ?? run.request.snapshot.target.environment.versionLabel;
    const why = otherVersion(run, label) ?? (await otherInstances(run, label));
    const { name } = run.target;
    const what = back === undefined ? `The configuration of ${name} was put back` : `${label} was put back on ${name}`;
    if (why !== undefined) return `${what}, but ${why}.`;
  }
  return undefined;
}

function otherVersion({ target, watch, request }: Run, expected: string | undefined): string | undefined {
  const { id } = request.snapshot.target.environment;
  const label = watch.known?.environment?.versionLabel;
  if (target.id === id && label !== undefined && label !== expected)
    return `it is on ${label} now, which somebody else has deployed; it was on ${expected ?? 'no version'}`;
  const update = watch.known?.events.updateByOthers;
  if (update === undefined) return undefined;
  const at = new Date(update.date).toISOString();
  return `somebody else has begun an update of it since (${at}, request ${update.requestId ?? '?'}): what is there now is theirs`;
}

async function otherInstances({ target, request }: Run, expected: string | undefined): Promise<string | undefined> {
  const { environment, instances: before } = request.snapshot.target;
  if (target.id !== environment.id || before === undefined || before.instances.length === 0) return undefined;
  try {
    const { instances } = await request.ports.beanstalk.instances(target.id);
    if (instances.length === 0) return 'it has no instance in service now';
    const strange = instances.filter(
      ({ deployment }) => deployment !== undefined && deployment.versionLabel !== expected,
    );
    return strange.length === 0 ? undefined : `not every instance is as before: ${describeInstances(strange)}`;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return undefined;
  }
}

async function attempt(rollout: Rollout, step: Step, isFirst: boolean): Promise<StepEnd> {
  // What was read before an update that failed is no longer so: the environment is waited for anew.
  if (step.kind === 'update' && isFirst) runOf(rollout, step.environment).environment = undefined;
  try {
    return await perform(rollout, step);
  } catch (error) {
    if (rollout.request.cancel.aborted) return { step: 'cancelled' };
    if (!(error instanceof ActionError)) throw error;
    return { step: 'refused', problem: error.problem };
  }
}

function why(end: Exclude<StepEnd, { readonly step: 'done' | 'cancelled' }>): string {
  switch (end.step) {
    case 'refused':
      return end.problem.what;
    case 'failed':
      return end.problem.what;
    case 'enough':
      return `${end.note}.`;
    case 'left-running':
      return 'it was not waited for.';
    case 'not-settled':
      switch (end.end.end) {
        case 'judged':
          return `${end.end.verdict.reason}.`;
        case 'timed-out':
          return `time was up; ${end.end.reason}.`;
        case 'broken':
          return end.end.problem.what;
      }
  }
}
