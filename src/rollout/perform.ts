/** Carries out one step of a plan. A new kind of step does not compile until it has its case here. */

import { batchIn, instancesPerBatch } from '../domain/fleet.js';
import type { Outcome } from '../domain/outcome.js';
import type { Step } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { StepEnding } from '../domain/progress.js';
import type { HealthRules } from '../watch/health-gate.js';
import type { Shape } from '../watch/shape.js';
import { unlessStopped } from '../watch/stop.js';
import type { SettleEnd } from '../watch/watch.js';
import { settleUnderAlarms } from './alarm-watch.js';
import { acceptedBefore, acceptedIn, comparedWith } from './as-before.js';
import { askForUpdate } from './ask.js';
import { performBake } from './bake.js';
import { awaitReady } from './busy.js';
import { performCreate } from './create.js';
import { performCreateApplication, performCreateEnvironment } from './create-environment.js';
import type { LogExcerpt } from './found.js';
import { performGate } from './gates.js';
import { settleUnderJudging } from './judged-splitting.js';
import { publishVersion } from './publish.js';
import { performRetire } from './retire.js';
import { type Rollout, type Run, runOf, type SettleStep, type UpdateStep } from './run.js';
import { performCommand } from './run-command.js';
import { performShare } from './share.js';
import { performSwap } from './swap.js';
import { performTerminate } from './terminate.js';
import { sidesNow } from './traffic.js';

/** How a step has ended. Everything but `done` ends the rollout. */
export type StepEnd =
  | { readonly step: 'done' }
  | { readonly step: 'refused'; readonly problem: Problem }
  | { readonly step: 'cancelled' }
  /** A gate or the bake did not hold, or a command failed; `log`: what that has written. */
  | { readonly step: 'failed'; readonly run: Run; readonly problem: Problem; readonly log?: LogExcerpt }
  /** All is well, and the steps that follow are not needed; `note` is a clause. */
  | { readonly step: 'enough'; readonly note: string }
  /** A deployment was asked for and is not waited for. */
  | { readonly step: 'left-running'; readonly run: Run }
  | {
      readonly step: 'not-settled';
      readonly run: Run;
      readonly end: Exclude<SettleEnd, { readonly end: 'cancelled' }>;
      readonly settle: SettleStep;
    };

/** For the log: how it has ended; `undefined`: it was stopped, and what is told next is the request to stop. */
export function endingOf(end: StepEnd): StepEnding | undefined {
  switch (end.step) {
    case 'done':
    case 'enough':
      return 'done';
    case 'refused':
    case 'failed':
      return 'failed';
    case 'left-running':
      return 'not-awaited';
    case 'not-settled':
      return end.end.end === 'timed-out' ? 'timed-out' : 'failed';
    case 'cancelled':
      return undefined;
  }
}

/** Says so when another side has the traffic afterwards. */
export async function perform(rollout: Rollout, step: Step): Promise<StepEnd> {
  const before = sidesNow(rollout)?.live.name;
  const end = await performKind(rollout, step);
  const sides = sidesNow(rollout);
  if (sides !== undefined && sides.live.name !== before) rollout.request.say({ type: 'traffic-moved', sides });
  return end;
}

async function performKind(rollout: Rollout, step: Step): Promise<StepEnd> {
  const { cancel } = rollout.request;
  switch (step.kind) {
    case 'publish-version':
      return performPublish(rollout, step);
    case 'update':
      return performUpdate(runOf(rollout, step.environment), step);
    case 'settle':
      return performSettle(runOf(rollout, step.environment), step);
    case 'create':
      return performCreate(rollout, step);
    case 'run-command':
      return performCommand(rollout, step);
    case 'gate':
      return performGate(rollout, step);
    // They look again and again, each time at much; a request to stop leaves behind what does not answer.
    case 'swap':
      return (await unlessStopped(performSwap(rollout, step), cancel)) ?? { step: 'cancelled' };
    case 'bake':
      return (await unlessStopped(performBake(rollout, step), cancel)) ?? { step: 'cancelled' };
    case 'shift':
    case 'observe':
    case 'restore':
    case 'detach':
    case 'preview':
      return performShare(rollout, step);
    case 'stop':
      return performStop(runOf(rollout, step.environment));
    case 'retire':
      return performRetire(rollout, step);
    case 'create-application':
      return performCreateApplication(rollout, step);
    case 'create-environment':
      return performCreateEnvironment(rollout, step);
    case 'terminate':
      return performTerminate(rollout, step);
  }
}

async function performPublish(rollout: Rollout, step: Extract<Step, { kind: 'publish-version' }>): Promise<StepEnd> {
  const { ports, say, cancel } = rollout.request;
  rollout.publishing = publishVersion(step, ports, say, cancel, rollout.deadline);
  await unlessStopped(rollout.publishing, cancel);
  if (!cancel.aborted) return { step: 'done' };
  const builds = step.source.kind === 'bundle' && step.source.build !== undefined;
  // The service offers no way to stop a build, and refuses to delete the version meanwhile.
  if (builds) rollout.leftovers = [...rollout.leftovers, buildGoesOn(step.source.label)];
  return { step: 'cancelled' };
}

const buildGoesOn = (label: string): string =>
  `Elastic Beanstalk may go on building the image of version ${label}; a later run with the same content uses it.`;

async function performStop(run: Run): Promise<StepEnd> {
  const { ports, settings } = run.request;
  const readiness = await awaitReady(run, ports.clock.now() + settings.busyTimeout, { onBusy: 'abort-ours' });
  if (readiness.readiness === 'refused') return { step: 'refused', problem: readiness.problem };
  return { step: readiness.readiness === 'cancelled' ? 'cancelled' : 'done' };
}

async function performUpdate(run: Run, step: UpdateStep): Promise<StepEnd> {
  const asked = await askForUpdate(run, step);
  switch (asked.asked) {
    case 'accepted':
      return { step: 'done' };
    case 'refused':
      return { step: 'refused', problem: asked.problem };
    case 'cancelled':
      return { step: 'cancelled' };
  }
}

async function performSettle(run: Run, step: SettleStep): Promise<StepEnd> {
  const { ours, watch, request } = run;
  if (ours === undefined) throw new Error('a settle without an update before it');
  const isDeployment = ours.step.purpose === 'deploy';
  if (isDeployment && !request.settings.waitForDeployment) return { step: 'left-running', run };
  const wait = {
    expects: expectationOf(run, step),
    rules: rulesOf(run),
    baseline: comparedWith(run, ours),
    askedAt: ours.askedAt,
    expectedDuration: step.expectedDuration,
    deadline: run.rollout.deadline,
    shape: shapeOf(run),
  };
  const { alarms, judging } = step;
  const settle = (stop?: AbortSignal): Promise<SettleEnd> =>
    watch.settle(stop === undefined ? wait : { ...wait, stop });
  const guarded = (stop?: AbortSignal): Promise<SettleEnd> =>
    alarms === undefined
      ? settle(stop)
      : settleUnderAlarms(run, alarms, (own) => settle(stop === undefined ? own : AbortSignal.any([stop, own])));
  const end = await (judging === undefined ? guarded() : settleUnderJudging(run, { ...step, judging }, guarded));
  run.hasEnded = end.known.readySince !== undefined;
  if (end.end === 'cancelled') return { step: 'cancelled' };
  if (end.end !== 'judged' || end.verdict.verdict !== 'reached') return { step: 'not-settled', run, end, settle: step };
  run.environment = end.known.environment;
  run.settled = ours;
  if (isDeployment) run.rollout.proven = { reason: end.verdict.reason, proof: end.proof };
  return { step: 'done' };
}

/** Brings what the plan knew up to date: an update before this one may have raised the deployment id, or ended otherwise. */
function expectationOf(run: Run, { expects }: SettleStep): SettleStep['expects'] {
  const seen = run.watch.highestDeploymentId ?? 0;
  const previousId = Math.max(expects.previousDeploymentId ?? 0, seen);
  const label = run.ours?.baseline.versionLabel;
  return {
    ...expects,
    ...(label === undefined ? {} : { previousVersionLabel: label }),
    ...(previousId > 0 ? { previousDeploymentId: previousId } : {}),
  };
}

/** Health is proof of a deployment. A policy changes no instance: an environment that was sick before may be sick after it. */
function rulesOf(run: Run): HealthRules {
  const { stableFor, healthGrace } = run.request.settings;
  const purpose = run.ours?.step.purpose;
  switch (purpose) {
    case 'deploy':
      return { accepted: acceptedIn(run), stableFor, healthGrace };
    case 'undo':
      return { accepted: acceptedBefore(run), stableFor, healthGrace };
    case 'set-policy':
    case 'restore-policy':
    case 'configure':
    case undefined:
      return { accepted: { kind: 'any' }, stableFor, healthGrace };
  }
}

/** Instances from before, and how many of them a batch may take: from the settings with what this rollout has set. */
function shapeOf(run: Run): Shape {
  const { snapshot, plan } = run.request;
  if (run.target.id !== snapshot.target.environment.id) return { before: new Set() };
  const set = plan.steps.flatMap((step) =>
    step.kind === 'update' && step.purpose === 'set-policy' ? step.options : [],
  );
  const before = snapshot.target.instances?.instances.map(({ id }) => id) ?? snapshot.target.instanceIds;
  return {
    before: new Set(before),
    batch: instancesPerBatch(batchIn([...set, ...snapshot.target.settings.options]), before.length),
  };
}

/** The ending of a rollout that does not wait. */
export function startedOutcome(run: Run): Outcome {
  const id = run.ours?.requestId === undefined ? '' : ` (request ${run.ours.requestId})`;
  return {
    state: 'started',
    reason: `The deployment was started${id} and is not waited for, as asked; nobody has proven how it ends.`,
    proof: 'none',
    restored: 'not-needed',
    stillRunning: [`Elastic Beanstalk deploys to ${run.target.name}.`],
  };
}
