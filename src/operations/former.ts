/** What a run has left on an environment without a proof is not what was there before: the way back leads past it. Pure. */
import type { Plan } from '../domain/plan.js';
import type { Snapshot } from '../domain/snapshot.js';
import { standingBefore } from '../domain/standing.js';
import type { Unfinished } from '../domain/unfinished.js';

/**
 * With what the environment was before a run that died, was stopped or could not put it back, as long as it is on the
 * version which that run has brought, or half way back from it. Of two sides the live one has the traffic, and no way back
 * deploys anything there.
 */
export function withFormer(snapshot: Snapshot, unfinished: readonly Unfinished[]): Snapshot {
  const { target, creation } = snapshot;
  const { environment, pair } = target;
  const left = unfinished.find((one) => one.environment === environment.name);
  if (creation !== undefined || pair !== undefined || left?.unproven === undefined) return snapshot;
  const { versionLabel, before } = left.unproven;
  // Aborted half way it has the label from before, and instances of both.
  if (![versionLabel, before.versionLabel].includes(environment.versionLabel)) return snapshot;
  return { ...snapshot, target: { ...target, former: { ...before, by: left.by } } };
}

/** Says where the way back leads when that is not what the environment shows. */
export function tellingFormer(plan: Plan, { target }: Snapshot): Plan {
  const { environment, former } = target;
  const { versionLabel: before } = standingBefore(target, plan.versionLabel);
  const isTold = former !== undefined && plan.steps.some((step) => 'undo' in step && bringsVersion(step.undo ?? []));
  if (!isTold || before === undefined || before === environment.versionLabel) return plan;
  const told = `${environment.versionLabel} was left on ${environment.name} without a proof by ${former.by}: the way back leads to ${before}, which was there before.`;
  return { ...plan, warnings: [...plan.warnings, told] };
}

const bringsVersion = (steps: readonly Plan['steps'][number][]): boolean =>
  steps.some((step) => step.kind === 'update' && step.versionLabel !== undefined);
