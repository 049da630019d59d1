/** From settings to a plan: looks at the environment, waits until it is settled, and prepares. One environment at a time. */
import type { CanaryRecord } from './domain/canary.js';
import type { Forecast, Plan } from './domain/plan.js';
import type { Problem } from './domain/problem.js';
import type { Say } from './domain/progress.js';
import type { Settings } from './domain/settings.js';
import type { Snapshot } from './domain/snapshot.js';
import type { Unfinished } from './domain/unfinished.js';
import { observe } from './observe.js';
import { tellingFormer, withFormer } from './operations/former.js';
import { asOwed, withOwed } from './operations/owed.js';
import { standsStill } from './operations/settled-state.js';
import { refuseTooLate } from './operations/steer.js';
import type { Cloud, Outside } from './ports/outside.js';
import type { BundleMaking } from './prepare.js';

export type Unplanned =
  | { readonly kind: 'cancelled' }
  /** `comparison`: only of a dry run, so that another strategy can be chosen. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[]; readonly comparison?: readonly Forecast[] };

export type Made = Unplanned | { readonly kind: 'plan'; readonly plan: Plan; readonly snapshot: Snapshot };

/** Who is told what is learned on the way: the report of the run, or its part about this environment. */
export interface Learner {
  readonly say: Say;
  learn(more: { readonly snapshot?: Snapshot; readonly plan?: Plan }): void;
}

export interface PlanningRequest {
  readonly settings: Settings;
  readonly outside: Outside;
  readonly cloud: Cloud;
  readonly report: Learner;
  readonly cancel: AbortSignal;
  /** Of a run that makes its bundle once for several environments; absent: made for this one. */
  readonly making?: BundleMaking;
  /** What earlier runs have left undone there, as the deploy locks say. */
  readonly unfinished?: readonly Unfinished[];
  /** A canary in flight that was to be steered, and whose run has not answered. */
  readonly meant?: CanaryRecord;
}

/** Looks at what is there, and plans. Changes nothing, unless `on-busy` is `abort-ours`. */
export async function plan(request: PlanningRequest): Promise<Made> {
  const { settings, outside, cloud, report, making, meant, unfinished = [] } = request;
  const seen = await look(request);
  if (seen.kind !== 'snapshot') return seen;
  const snapshot = withFormer(asOwed(seen.snapshot, unfinished), unfinished);
  report.learn({ snapshot });
  const late = meant === undefined ? [] : refuseTooLate(meant, { settings, snapshot });
  if (late.length > 0) return { kind: 'refused', problems: late };
  // Loaded only here: what is needed after the first call is loaded after it.
  const { prepare } = await import('./prepare.js');
  const asked = { settings, snapshot, outside, cloud, say: report.say };
  const made = await prepare(making === undefined ? asked : { ...asked, making });
  if (made.kind === 'refused') return settings.dryRun ? made : { kind: 'refused', problems: made.problems };
  const whole = tellingFormer(withOwed(made.plan, seen.snapshot, unfinished), snapshot);
  report.learn({ plan: whole });
  return { ...made, plan: whole, snapshot };
}

const routeWishes = ({ bucket, operation, versionLabel }: Settings) => ({
  goesBack: operation === 'abort',
  ...(bucket === undefined ? {} : { bucket }),
  ...(versionLabel === undefined ? {} : { versionLabel }),
});

/** Looks at the environment; one that does not stand still is waited for and looked at again: a plan needs a settled state. */
async function look({ settings, outside, cloud, report, cancel, unfinished = [] }: PlanningRequest) {
  const { application, creation, environmentName, operation, region } = settings;
  const { say } = report;
  // One environment is terminated, whatever the strategy of its deployments is.
  const pair = operation === 'terminate' ? undefined : settings.strategy.pair;
  const wishes = {
    ...(pair === undefined ? {} : { pair }),
    ...(creation === undefined ? {} : { creation }),
    ...(pair?.route === undefined ? {} : routeWishes(settings)),
  };
  const again = () => observe({ application, environmentName, region, ...wishes }, { ...outside, ...cloud });
  const seen = await again();
  if (seen.kind === 'refused' || settings.dryRun || standsStill(settings, seen.snapshot)) return seen;
  report.learn({ snapshot: seen.snapshot });
  const { observeSettled } = await import('./settled.js');
  return observeSettled({ settings, seen, observe: again, cloud, clock: outside.clock, say, cancel, unfinished });
}
