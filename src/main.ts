/** The story: read what is asked, look at what is there, plan, show the plan, carry it out, report. Only here a step fails. */
import type { CanaryRecord } from './domain/canary.js';
import { broken, cancelledEarly, cancelledUnanswered, goesOnUnheard, planned, refused } from './domain/endings.js';
import { isFailure, type Outcome } from './domain/outcome.js';
import type { Forecast } from './domain/plan.js';
import type { PreviewSettings } from './domain/preview.js';
import type { Problem } from './domain/problem.js';
import type { LockOperationSettings, Settings } from './domain/settings.js';
import { seconds } from './domain/time.js';
import { read } from './inputs/read.js';
import { maskGivenVariables } from './inputs/secrets.js';
import type { Locks } from './lock/locks.js';
import {
  giveBackLocks,
  lockedEnvironments,
  locksFor,
  noteUnfinished,
  settleUnfinished,
  tellWhoLocks,
} from './lock/rollout-locks.js';
import type { Unplanned } from './planning.js';
import type { RunFacts } from './ports/host.js';
import type { Cloud, Outside } from './ports/outside.js';
import type { MayBegin, MayPlan } from './previews/previewing.js';
import { concealing } from './report/concealed.js';
import { foreignText } from './report/foreign.js';
import { Report } from './report/report.js';
import { isPostPhase, saveForPost } from './report/saved.js';
import { crashedAmongSeveral, unansweredAmongSeveral } from './waves/endings.js';

/** From SIGINT to SIGTERM the runner waits 7.5 seconds (actions/runner, ProcessInvoker); the rest is for the report. */
const PATIENCE_AFTER_CANCEL = seconds(6.3);
/** The same while nothing but reading and packing goes on, which may be left where it is. */
const PATIENCE_BEFORE_ROLLOUT = seconds(1);

export async function main(everything: Outside): Promise<void> {
  const outside = concealing(everything);
  const { host } = outside;
  if (isPostPhase(outside)) {
    maskGivenVariables(host);
    const { post } = await import('./post.js');
    const crash = await Promise.race([post(outside), crashed(outside)]);
    if (crash !== undefined) host.line(foreignText(crash.reason));
    await host.flush();
    return outside.leave(crash === undefined ? undefined : 0);
  }
  const stop = new AbortController();
  host.onCancel(() => stop.abort());
  const report = new Report(outside);
  const outcome = await Promise.race([
    deploy(outside, report, stop.signal),
    unanswered(outside, report, stop.signal),
    crashed(outside, report),
  ]);
  await host.flush();
  saveForPost(outside, report, outcome);
  await report.conclude(outcome);
  const failed = isFailure(outcome.state);
  if (failed) host.fail();
  await host.flush();
  // What did not end well may have left something that hangs.
  outside.leave(failed ? 1 : stop.signal.aborted ? 0 : undefined);
}

/** What is needed only after the first call is loaded after it: a wrong setting is told at once, and looking begins sooner. */
async function deploy(outside: Outside, report: Report, cancel: AbortSignal): Promise<Outcome> {
  try {
    const asked = await read(outside.host, outside.files);
    if (asked.kind === 'refused') return refuse(report, asked.problems);
    if (asked.kind === 'lock') return await lockOrUnlock(asked.lock, outside, report, cancel);
    if (asked.kind === 'preview') return await previews(asked.preview, outside, report, cancel);
    for (const text of asked.notices) report.say({ type: 'notice', text });
    if (asked.kind === 'several') return await inWaves(asked, outside, report, cancel);
    const { settings } = asked;
    report.learn({ settings });
    const cloud = await outside.connect(settings.region, cancel);
    if (cloud.gap !== undefined) report.say({ type: 'notice', text: cloud.gap });
    if (asked.hidesAccount) outside.host.mask((await cloud.identity.caller())?.account ?? '', 'identifier');
    const steered = await steer(settings, outside, cloud, report, cancel);
    if ('state' in steered) return steered;
    return await carryOut({ settings, outside, cloud, report, cancel, ...steered });
  } catch (error) {
    return thrown(error, outside, report, cancel);
  }
}

const thrown = (error: unknown, outside: Outside, report: Report, cancel: AbortSignal): Outcome =>
  cancel.aborted && !hasBegun(report) ? cancelledEarly() : unexpected(outside, error);

/** A canary that another run carries out. Unless that is an outcome, nobody does, and this run acts itself. */
async function steer(
  settings: Settings,
  outside: Outside,
  cloud: Cloud,
  report: Report,
  cancel: AbortSignal,
): Promise<Outcome | Pick<OneRun, 'meant'>> {
  if (settings.strategy.pair?.route === undefined) return {};
  const { steerCanary, steeringWish } = await import('./steering.js');
  const wish = steeringWish(settings);
  if (wish === undefined) return {};
  const { actor = 'somebody' } = outside.host.run;
  const page = pageOf(outside.host.run);
  const by = page === undefined ? actor : `${actor} (${page})`;
  const steered = await steerCanary({ settings, outside, cloud, say: report.say, cancel, by }, wish);
  switch (steered.kind) {
    case 'refused':
      return refuse(report, [steered.problem]);
    case 'done':
      return steered.outcome;
    case 'nobody':
      return steered.meant === undefined ? {} : { meant: steered.meant };
  }
}

interface OneRun {
  readonly settings: Settings;
  readonly outside: Outside;
  readonly cloud: Cloud;
  readonly report: Report;
  readonly cancel: AbortSignal;
  /** A canary in flight that was to be steered, and whose run has not answered. */
  readonly meant?: CanaryRecord;
  /** Asked under the lock, before the plan is made, and when it is made and nothing is changed yet; an outcome ends the run there. */
  readonly mayPlan?: MayPlan;
  readonly mayBegin?: MayBegin;
}

/** One environment, under its lock. Never throws for what the outside does. */
async function carryOut(one: OneRun): Promise<Outcome> {
  const { settings, outside, cloud, report, cancel } = one;
  let locks: Locks | undefined;
  try {
    if (settings.dryRun) {
      const { plan } = await import('./planning.js');
      const unfinished = await tellWhoLocks(settings, cloud, report.say);
      const made = await plan({ settings, outside, cloud, report, cancel, unfinished });
      return made.kind === 'plan' ? planned(made.plan) : unplanned(report, made);
    }
    locks = locksFor(settings, outside, cloud, report.say, cancel);
    return await underLocks(locks, one);
  } catch (error) {
    return thrown(error, outside, report, cancel);
  } finally {
    if (locks !== undefined) await giveBackLocks(locks, outside.clock, cancel);
  }
}

/** Environments of pull requests: what is asked turns into ordinary runs, or into none. */
async function previews(
  settings: PreviewSettings,
  outside: Outside,
  report: Report,
  cancel: AbortSignal,
): Promise<Outcome> {
  const { operatePreviews } = await import('./previews/operate.js');
  return operatePreviews({
    settings,
    outside,
    say: report.say,
    cancel,
    refuse: (problems) => refuse(report, problems),
    // A preview has a record of another kind, which goes with it.
    carryOut: ({ deploymentRecord: _, ...one }, cloud, asked) => {
      report.learn({ settings: one });
      return carryOut({ settings: one, outside, cloud, report, cancel, ...asked });
    },
  });
}

/** Several environments: what is needed for them is loaded only then. */
async function inWaves(
  asked: Extract<Awaited<ReturnType<typeof read>>, { readonly kind: 'several' }>,
  outside: Outside,
  report: Report,
  cancel: AbortSignal,
): Promise<Outcome> {
  const { several, hidesAccount } = asked;
  const { deploySeveral, reportsOf } = await import('./waves/several.js');
  const told = reportsOf({ several, outside, report });
  const run = pageOf(outside.host.run);
  const save = (): void => saveForPost(outside, report);
  const request = { several, hidesAccount, outside, report, cancel, save };
  return deploySeveral(run === undefined ? request : { ...request, run }, told);
}

const hasBegun = ({ known, parts }: Report): boolean =>
  parts === undefined ? known.plan !== undefined : parts.some((part) => part.hasBegun);

/** The lock comes before the look, so that what is seen stays true until the plan is carried out. */
async function underLocks(
  locks: Locks,
  { settings, outside, cloud, report, cancel, meant, mayPlan, mayBegin }: OneRun,
): Promise<Outcome> {
  let locked = await locks.take([settings.environmentName]);
  const { plan } = await import('./planning.js');
  for (;;) {
    if (locked.locked === 'refused') return refuse(report, [locked.problem]);
    if (locked.locked === 'cancelled') return cancelledEarly();
    const needless = await mayPlan?.();
    if (needless !== undefined) return needless;
    const unfinished = locks.unfinished();
    const asked = { settings, outside, cloud, report, cancel, unfinished };
    const made = await plan(meant === undefined ? asked : { ...asked, meant });
    if (made.kind !== 'plan') return unplanned(report, made);
    if (cancel.aborted) return cancelledEarly();
    locked = await locks.extend(lockedEnvironments(made.plan));
    if (locked.locked !== 'yes' || locked.moved) continue;
    // The lock of the other side may tell of something undone, too: then the plan has to know of it.
    if (locks.unfinished().length > unfinished.length) continue;

    const ending = await mayBegin?.(made.plan);
    if (ending !== undefined) return ending;
    await noteUnfinished(locks, made.plan, made.snapshot, { at: outside.clock.now(), run: outside.host.run });
    saveForPost(outside, report);
    const { rollOut } = await import('./rollout/roll-out.js');
    const { createRecords } = await import('./github/records.js');
    const ports = { ...outside, ...cloud };
    const run = pageOf(outside.host.run);
    const request = { plan: made.plan, snapshot: made.snapshot, settings, ports, say: report.say, cancel, unfinished };
    const record = createRecords(outside).begin(request);
    const outcome = await rollOut({ ...request, ...(run === undefined ? {} : { run }) });
    settleUnfinished(locks, made.plan, made.snapshot, outcome);
    await record.end(outcome);
    return outcome;
  }
}

/** Address of the page of this run. */
function pageOf({ serverUrl, repository, runId }: RunFacts): string | undefined {
  if (serverUrl === undefined || repository === undefined || runId === undefined) return undefined;
  return `${serverUrl}/${repository}/actions/runs/${runId}`;
}

/** The ending when an exception comes from where nobody waits for it. Before the rollout nothing was changed. */
async function crashed(outside: Outside, report?: Report): Promise<Outcome> {
  const error = await new Promise<unknown>((resolve) => outside.host.onCrash(resolve));
  const ending = unexpected(outside, error);
  if (report?.parts !== undefined) return crashedAmongSeveral(report.parts, ending);
  const begun = report?.known.plan;
  if (begun === undefined) return ending;
  const stillRunning = [goesOnUnheard({ environmentName: begun.environment.name, step: report?.step })];
  return { ...ending, restored: 'no', stillRunning };
}

function unexpected({ host }: Outside, error: unknown): Outcome {
  if (host.run.debug && error instanceof Error) host.debug(error.stack ?? error.message);
  return broken(error);
}

/** A person keeps deployments away, or lets them in again: the environment itself is not looked at. */
async function lockOrUnlock(
  settings: LockOperationSettings,
  outside: Outside,
  report: Report,
  cancel: AbortSignal,
): Promise<Outcome> {
  const cloud = await outside.connect(settings.region, cancel);
  const { operateLock } = await import('./lock/operate.js');
  const { clock, random, host } = outside;
  const ports = { documents: cloud.documents, clock, random };
  return operateLock({ settings, ports, buckets: cloud, run: host.run, say: report.say, cancel });
}

function unplanned(report: Report, made: Unplanned): Outcome {
  return made.kind === 'cancelled' ? cancelledEarly() : refuse(report, made.problems, made.comparison);
}

function refuse(report: Report, problems: readonly Problem[], comparison?: readonly Forecast[]): Outcome {
  report.learn({ problems, ...(comparison === undefined ? {} : { comparison }) });
  return refused(problems);
}

/** The ending when something hangs although the runner has asked to stop. Never comes otherwise. */
async function unanswered({ clock }: Outside, report: Report, cancel: AbortSignal): Promise<Outcome> {
  await new Promise<void>((resolve) => cancel.addEventListener('abort', () => resolve(), { once: true }));
  const { plan: begun, settings } = report.known;
  // Without settings it may be the deploy lock that is being written.
  const isReading = begun === undefined && settings !== undefined;
  await clock.sleep(isReading ? PATIENCE_BEFORE_ROLLOUT : PATIENCE_AFTER_CANCEL);
  if (report.parts !== undefined) return unansweredAmongSeveral(report.parts);
  return begun === undefined
    ? cancelledEarly()
    : cancelledUnanswered({ environmentName: begun.environment.name, step: report.step });
}
