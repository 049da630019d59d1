/** The story: read what is asked, look at what is there, plan, show the plan, carry it out, report. Only here a step fails. */
import { broken, cancelledEarly, cancelledUnanswered, planned, refused } from './domain/endings.js';
import type { Outcome } from './domain/outcome.js';
import type { Plan } from './domain/plan.js';
import type { Problem } from './domain/problem.js';
import type { LockOperationSettings, Settings } from './domain/settings.js';
import type { Snapshot } from './domain/snapshot.js';
import { seconds } from './domain/time.js';
import { read } from './inputs/read.js';
import type { Locks } from './lock/locks.js';
import { giveBackLocks, lockedEnvironments, locksFor, noteUnfinished, tellWhoLocks } from './lock/rollout-locks.js';
import { observe } from './observe.js';
import type { RunFacts } from './ports/host.js';
import type { Cloud, Outside } from './ports/outside.js';
import { isPostPhase, post, saveForPost } from './post.js';
import { Report } from './report/report.js';
import { isFailure } from './report/words.js';
import type { ReadyFirst, RolloutRequest } from './rollout/roll-out.js';

/** From SIGINT to SIGTERM the runner waits 7.5 seconds (actions/runner, ProcessInvoker); the rest is for the report. */
const PATIENCE_AFTER_CANCEL = seconds(6.3);

export async function main(outside: Outside): Promise<void> {
  if (isPostPhase(outside)) {
    await post(outside);
    return outside.leave();
  }
  const stop = new AbortController();
  outside.host.onCancel(() => stop.abort());
  const report = new Report(outside);
  const outcome = await Promise.race([deploy(outside, report, stop.signal), unanswered(outside, report, stop.signal)]);
  saveForPost(outside, report, outcome);
  await report.conclude(outcome);
  if (isFailure(outcome.state)) outside.host.fail();
  outside.leave(stop.signal.aborted ? (isFailure(outcome.state) ? 1 : 0) : undefined);
}

/** What is needed only after the first call is loaded after it: a wrong setting is told at once, and looking begins sooner. */
async function deploy(outside: Outside, report: Report, cancel: AbortSignal): Promise<Outcome> {
  let locks: Locks | undefined;
  try {
    const asked = await read(outside.host, outside.files);
    if (asked.kind === 'refused') return refuse(report, asked.problems);
    if (asked.kind === 'lock') return await lockOrUnlock(asked.lock, outside, report, cancel);
    const { settings } = asked;
    report.learn({ settings });
    for (const text of asked.notices) report.say({ type: 'notice', text });

    const cloud = await outside.connect(settings.region, cancel);
    if (cloud.gap !== undefined) report.say({ type: 'notice', text: cloud.gap });
    if (settings.dryRun) {
      await tellWhoLocks(settings, cloud, report.say);
      const made = await plan(settings, outside, cloud, report);
      return made.kind === 'refused' ? refuse(report, made.problems) : planned(made.plan);
    }

    locks = locksFor(settings, outside, cloud, report.say, cancel);
    return await underLocks(locks, settings, outside, cloud, report, cancel);
  } catch (error) {
    if (outside.host.run.debug && error instanceof Error) outside.host.debug(error.stack ?? error.message);
    return cancel.aborted && report.known.plan === undefined ? cancelledEarly() : broken(error);
  } finally {
    if (locks !== undefined) await giveBackLocks(locks, outside.clock, cancel);
  }
}

/** The lock comes before the look, so that what is seen stays true until the plan is carried out. */
async function underLocks(
  locks: Locks,
  settings: Settings,
  outside: Outside,
  cloud: Cloud,
  report: Report,
  cancel: AbortSignal,
): Promise<Outcome> {
  const run = pageOf(outside.host.run);
  let locked = await locks.take([settings.environmentName]);
  for (let hasWaited = false; ; ) {
    if (locked.locked === 'refused') return refuse(report, [locked.problem]);
    if (locked.locked === 'cancelled') return cancelledEarly();
    const made = await plan(settings, outside, cloud, report);
    if (made.kind === 'refused') return refuse(report, made.problems);
    if (cancel.aborted) return cancelledEarly();
    locked = await locks.extend(lockedEnvironments(made.plan));
    if (locked.locked !== 'yes' || locked.moved) continue;

    const { readyFirst, rollOut } = await import('./rollout/roll-out.js');
    const ports = { ...outside, ...cloud };
    const basics = { plan: made.plan, snapshot: made.snapshot, settings, ports, say: report.say, cancel };
    const request: RolloutRequest = { ...basics, ...(run === undefined ? {} : { run }) };
    const readiness: ReadyFirst = hasWaited ? { ready: 'as-planned' } : await readyFirst(request);
    switch (readiness.ready) {
      case 'refused':
        return refuse(report, [readiness.problem]);
      case 'cancelled':
        return cancelledEarly();
      case 'now':
        hasWaited = true;
        continue;
      case 'as-planned':
        await noteUnfinished(locks, made.plan);
        saveForPost(outside, report);
        return await rollOut(request);
    }
  }
}

/** Address of the page of this run. */
function pageOf({ serverUrl, repository, runId }: RunFacts): string | undefined {
  if (serverUrl === undefined || repository === undefined || runId === undefined) return undefined;
  return `${serverUrl}/${repository}/actions/runs/${runId}`;
}

type Made =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'plan'; readonly plan: Plan; readonly snapshot: Snapshot };

/** Looks at what is there, and plans. Changes nothing. */
async function plan(settings: Settings, outside: Outside, cloud: Cloud, report: Report): Promise<Made> {
  const { application, environmentName, region } = settings;
  const { creation, operation } = settings;
  // One environment is terminated, whatever the strategy of its deployments is.
  const pair = operation === 'terminate' ? undefined : settings.strategy.pair;
  const request = {
    application,
    environmentName,
    region,
    ...(pair === undefined ? {} : { pair }),
    ...(creation === undefined ? {} : { creation }),
  };
  const seen = await observe(request, { ...outside, ...cloud });
  if (seen.kind === 'refused') return seen;
  report.learn({ snapshot: seen.snapshot });
  const { prepare } = await import('./prepare.js');
  const made = await prepare({ settings, snapshot: seen.snapshot, outside, cloud, say: report.say });
  if (made.kind === 'refused') return made;
  report.learn({ plan: made.plan });
  return { ...made, snapshot: seen.snapshot };
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

function refuse(report: Report, problems: readonly Problem[]): Outcome {
  report.learn({ problems });
  return refused(problems);
}

/** The ending when something hangs although the runner has asked to stop. Never comes otherwise. */
async function unanswered({ clock }: Outside, report: Report, cancel: AbortSignal): Promise<Outcome> {
  await new Promise<void>((resolve) => cancel.addEventListener('abort', () => resolve(), { once: true }));
  await clock.sleep(PATIENCE_AFTER_CANCEL);
  const { plan: begun } = report.known;
  return begun === undefined ? cancelledEarly() : cancelledUnanswered(begun.environment.name);
}
