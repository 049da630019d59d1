/** The story: read what is asked, look at what is there, plan, show the plan, carry it out, report. Only here a step fails. */
import { broken, cancelledEarly, cancelledUnanswered, planned, refused } from './domain/endings.js';
import type { Outcome } from './domain/outcome.js';
import type { Forecast } from './domain/plan.js';
import type { Problem } from './domain/problem.js';
import type { Settings } from './domain/settings.js';
import { seconds } from './domain/time.js';
import { read } from './inputs/read.js';
import { observe } from './observe.js';
import type { Cloud, Outside } from './ports/outside.js';
import { isPostPhase, post, saveForPost } from './post.js';
import { foreignText } from './report/foreign.js';
import { Report } from './report/report.js';
import { isFailure } from './report/words.js';

/** From SIGINT to SIGTERM the runner waits 7.5 seconds (actions/runner, ProcessInvoker); the rest is for the report. */
const PATIENCE_AFTER_CANCEL = seconds(6.3);
/** The same while nothing but reading and packing goes on, which may be left where it is. */
const PATIENCE_BEFORE_ROLLOUT = seconds(1);

export async function main(outside: Outside): Promise<void> {
  const { host } = outside;
  if (isPostPhase(outside)) {
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
    const { settings } = asked;
    report.learn({ settings });
    for (const text of asked.notices) report.say({ type: 'notice', text });

    const cloud = await outside.connect(settings.region, cancel);
    if (cloud.gap !== undefined) report.say({ type: 'notice', text: cloud.gap });
    const seen = await look(settings, outside, cloud, report, cancel);
    if (seen.kind === 'cancelled') return cancelledEarly();
    if (seen.kind === 'refused') return refuse(report, seen.problems);
    report.learn({ snapshot: seen.snapshot });

    const { prepare } = await import('./prepare.js');
    const made = await prepare({ settings, snapshot: seen.snapshot, outside, cloud, say: report.say });
    if (made.kind === 'refused') return refuse(report, made.problems, settings.dryRun ? made.comparison : undefined);
    report.learn({ plan: made.plan });
    if (settings.dryRun) return planned(made.plan);
    if (cancel.aborted) return cancelledEarly();

    saveForPost(outside, report);
    const { rollOut } = await import('./rollout/roll-out.js');
    const ports = { ...outside, ...cloud };
    return await rollOut({ plan: made.plan, snapshot: seen.snapshot, settings, ports, say: report.say, cancel });
  } catch (error) {
    if (cancel.aborted && report.known.plan === undefined) return cancelledEarly();
    return unexpected(outside, error);
  }
}

/** The ending when an exception comes from where nobody waits for it. Before the rollout nothing was changed. */
async function crashed(outside: Outside, report?: Report): Promise<Outcome> {
  const error = await new Promise<unknown>((resolve) => outside.host.onCrash(resolve));
  const ending = unexpected(outside, error);
  const begun = report?.known.plan;
  if (begun === undefined) return ending;
  const stillRunning = [`An update of ${begun.environment.name} may still be running.`];
  return { ...ending, restored: 'no', stillRunning };
}

function unexpected({ host }: Outside, error: unknown): Outcome {
  if (host.run.debug && error instanceof Error) host.debug(error.stack ?? error.message);
  return broken(error);
}

/** Looks at the environment; a busy one is waited for and looked at again, because a plan needs a settled state. */
async function look(settings: Settings, outside: Outside, cloud: Cloud, report: Report, cancel: AbortSignal) {
  const { application, environmentName, region } = settings;
  const { say } = report;
  const again = () => observe({ application, environmentName, region }, { ...outside, ...cloud });
  const first = await again();
  if (first.kind === 'refused' || first.snapshot.target.environment.status === 'Ready' || settings.dryRun) return first;
  report.learn({ snapshot: first.snapshot });
  const { observeSettled } = await import('./settled.js');
  const { clock } = outside;
  return observeSettled({ settings, snapshot: first.snapshot, observe: again, cloud, clock, say, cancel });
}

/** `comparison`: shown with the refusal of a dry run, so that another strategy can be chosen. */
function refuse(report: Report, problems: readonly Problem[], comparison?: readonly Forecast[]): Outcome {
  report.learn({ problems, ...(comparison === undefined ? {} : { comparison }) });
  return refused(problems);
}

/** The ending when something hangs although the runner has asked to stop. Never comes otherwise. */
async function unanswered({ clock }: Outside, report: Report, cancel: AbortSignal): Promise<Outcome> {
  await new Promise<void>((resolve) => cancel.addEventListener('abort', () => resolve(), { once: true }));
  await clock.sleep(report.known.plan === undefined ? PATIENCE_BEFORE_ROLLOUT : PATIENCE_AFTER_CANCEL);
  const { plan: begun } = report.known;
  return begun === undefined ? cancelledEarly() : cancelledUnanswered(begun.environment.name);
}
