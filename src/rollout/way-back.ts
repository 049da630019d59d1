/**
 * What `on-failure: rollback` does after a deployment that did not settle: first it looks whether everything is as it was
 * already, because the service has undone it itself; only then it carries out the undo of what this rollout has done.
 *
 * Judged like any deployment: version, option values, every instance, and a health that holds.
 */

import { DEPLOYMENT_POLICIES, policyIn } from '../domain/fleet.js';
import type { Restored } from '../domain/outcome.js';
import type { UpdateExpectation } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { FailureCode } from '../domain/verdict.js';
import type { Knowledge } from '../watch/knowledge.js';
import { acceptedBefore, baselineBefore, stoodBefore } from './as-before.js';
import { foreignWork } from './foreign-work.js';
import { mainRun, type Rollout, type Run, type SettleStep, type UpdateStep } from './run.js';
import { type Undone, undoAll } from './undo.js';

export interface WayBack {
  readonly restored: Restored;
  /** Sentences. */
  readonly reason: string;
  /** Present when it was tried and did not work out. */
  readonly problem?: Problem;
  readonly stillRunning: readonly string[];
}

/** `code`: how the update has failed; absent when its time was up and it was aborted. */
export async function wayBack(run: Run, known: Knowledge, code?: FailureCode): Promise<WayBack> {
  const { rollout } = run;
  const own = run.ours?.step.undo ?? [];
  const spared = run.request.cancel.aborted ? 'the run was asked to stop' : whySpared(known, code);
  if (spared !== undefined) return notTried(`Nothing was put back, because ${spared}.`);
  if (run.ours?.step.purpose === 'deploy' && (await isBackByItself(run, known, code))) {
    const rest = rollout.undo.slice(own.length);
    rollout.undo = [];
    const itself = `The service has undone it itself: ${labelWords(run)} serves as before, and that is proven.`;
    return rest.length === 0 ? { restored: 'yes', reason: itself, stillRunning: [] } : carryOut(run, itself, rest);
  }
  if (rollout.undo.length === 0) return notTried('There is nothing to put back.');
  const obstacle = (await foreignWork(run)) ?? (await missingVersion(run));
  return obstacle === undefined ? carryOut(run, '') : notTried(`Nothing was put back, because ${obstacle}.`);
}

/** Of a rollout that succeeded: what it has changed is put back, unless somebody else has begun something since. */
export async function takeBack(rollout: Rollout): Promise<Undone> {
  const run = mainRun(rollout);
  if (rollout.undo.length === 0) return notTried('There is nothing to put back.');
  const obstacle = (await foreignWork(run)) ?? (await missingVersion(run));
  return obstacle === undefined ? undoAll(rollout) : notTried(`Nothing was put back, because ${obstacle}.`);
}

const notTried = (reason: string): WayBack & Undone => ({ restored: 'no', reason, stillRunning: [] });

/** Endings after which nothing of ours is there to undo, or nobody could tell whether undoing it has worked. */
function whySpared(known: Knowledge, code: FailureCode | undefined): string | undefined {
  if (known.events.updateByOthers !== undefined || code === 'wrong-version') {
    return 'somebody else has deployed to the environment since, and that is not touched';
  }
  switch (code) {
    case 'environment-gone':
      return 'the environment is gone';
    case 'not-started':
      return 'nothing shows that anything was changed';
    case 'cannot-tell':
      return 'what cannot be read is not changed a second time: the deployment may be fine';
    case 'rolled-back':
    case 'deployment-failed':
    case 'configuration-failed':
    case 'split-fleet':
    case 'unhealthy':
    case 'aborted-elsewhere':
    case 'alarm-went-off':
    case 'worse-than-before':
    case 'inconclusive':
    case undefined:
      return undefined;
  }
}

async function carryOut(run: Run, before: string, steps = run.rollout.undo): Promise<WayBack> {
  const { rollout, request } = run;
  const undone = await undoAll(rollout, steps);
  const said = (text: string): string => (before === '' ? text : `${before} ${text}`);
  const { stillRunning } = undone;
  if (undone.restored === 'yes') return { restored: 'yes', reason: said(undone.reason), stillRunning };
  if (request.cancel.aborted) {
    const going = stillRunning.length > 0 ? ' What was begun of it goes on in Elastic Beanstalk.' : '';
    return { restored: 'no', reason: said(`${undone.reason}${going}`), stillRunning };
  }
  if (undone.restored === 'no') return { restored: 'no', reason: said(undone.reason), stillRunning };
  return {
    restored: 'failed',
    reason: said(`THE ROLLBACK FAILED. ${undone.reason}`),
    problem: {
      code: 'rollback-failed',
      blame: 'you',
      what: undone.reason,
      hint: 'Look at the environment now: the report lists what each instance runs; `operation: rollback` tries it again.',
    },
    stillRunning,
  };
}

const labelWords = (run: Run): string => stoodBefore(run).versionLabel ?? 'what was there';

/**
 * Immutable and traffic splitting deployments throw their new instances away, and options that could not be deployed are
 * reverted by the service: whether that is so is read, not believed. `false` when it is not, or cannot be told.
 */
async function isBackByItself(run: Run, known: Knowledge, code: FailureCode | undefined): Promise<boolean> {
  const back = lastOf(run.ours?.step.undo ?? []);
  const former = stoodBefore(run).versionLabel;
  const { ours } = run;
  if (ours === undefined || back === undefined || former === undefined || code === 'unhealthy') return false;
  const changesVersion = ours.step.versionLabel !== undefined;
  // Then the label tells nothing: only a newer deployment on every instance would.
  if (changesVersion && ours.step.versionLabel === former) return false;
  // The service knows of nothing older than what this run has found.
  if (run.request.snapshot.target.environment.versionLabel !== former) return false;
  if (known.readySince !== undefined && known.environment?.versionLabel !== former) return false;
  const { pods } = back.expects;
  if (!back.expects.enhancedHealth && pods === undefined && changesVersion && !replacesInstances(run)) return false;
  const { ports, say, plan, settings } = run.request;
  say({ type: 'notice', text: 'Looking whether everything is as it was before.' });
  const expects: UpdateExpectation = {
    ...back.expects,
    versionLabel: former,
    ...(changesVersion ? { previousVersionLabel: ours.step.versionLabel } : {}),
    raisesDeploymentId: false,
    everyInstance: true,
    // What is judged is where the environment has come back to: the errors are those of the failed update.
    ...(pods === undefined ? {} : { pods: { ...pods, forgivesErrors: true as const } }),
  };
  const end = await run.watch.settle({
    expects,
    rules: { ...settings, accepted: acceptedBefore(run) },
    baseline: baselineBefore(run, ours.baseline),
    askedAt: ours.askedAt,
    expectedDuration: 0,
    deadline: ports.clock.now() + plan.timeout,
    shape: { before: new Set() },
    known: { ...known, baseline: baselineBefore(run, known.baseline) },
  });
  run.hasEnded = end.known.readySince !== undefined;
  run.environment = end.known.environment;
  return end.end === 'judged' && end.verdict.verdict === 'reached';
}

const lastOf = (undo: NonNullable<UpdateStep['undo']>): SettleStep | undefined =>
  undo.flatMap((step, at) => {
    const next = undo[at + 1];
    return step.kind === 'update' && step.purpose === 'undo' && next?.kind === 'settle' ? [next] : [];
  })[0];

/** Whether the policy at work brings new instances and leaves the old ones alone. */
function replacesInstances({ request: { plan, snapshot } }: Run): boolean {
  const set = plan.steps.flatMap((step) =>
    step.kind === 'update' && step.purpose === 'set-policy' ? step.options : [],
  );
  const policy = DEPLOYMENT_POLICIES.find((one) => one === policyIn([...set, ...snapshot.target.settings.options]));
  return policy === 'Immutable' || policy === 'TrafficSplitting';
}

/** A clause when the version from before cannot be deployed any more. */
async function missingVersion(run: Run): Promise<string | undefined> {
  const { ports, plan } = run.request;
  const label = run.rollout.undo.flatMap((step) =>
    step.kind === 'update' && step.purpose === 'undo' ? (step.versionLabel ?? []) : [],
  )[0];
  if (label === undefined) return undefined;
  try {
    const version = await ports.beanstalk.version(plan.application, label);
    if (version === undefined) return `version ${label} does not exist any more`;
    const { bundle, image } = version;
    // Pods fetch the image, not the bundle that it was built from.
    if (bundle === undefined || image !== undefined) return undefined;
    const object = await ports.store.head(bundle.bucket, bundle.key);
    return object === undefined ? `the bundle of version ${label} is not in S3 any more` : undefined;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    // Without the permission to look the version counts as whole: the service will say.
    return error.problem.code === 'permission-denied'
      ? undefined
      : `version ${label} could not be looked up: ${error.problem.what.replace(/\.$/, '')}`;
  }
}
