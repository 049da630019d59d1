/** With what the health after a way back is compared: with how it was before the rollout. Pure. */
import { acceptedOn, type SeenHealth } from '../domain/accepted-health.js';
import type { AcceptedHealth } from '../domain/settings.js';
import { type Standing, standingBefore } from '../domain/standing.js';
import type { Baseline } from '../watch/knowledge.js';
import type { Run } from './run.js';

/** The health that counts as proof on this kind of environment. */
export const acceptedIn = ({ request: { settings, snapshot } }: Pick<Run, 'request'>): AcceptedHealth =>
  acceptedOn(snapshot.target.environment.tier, settings.acceptHealth);

/** What the environment was before this rollout, or before one that has left its version there without a proof. */
export const stoodBefore = ({ request: { plan, snapshot } }: Pick<Run, 'request'>): Standing =>
  standingBefore(snapshot.target, plan.versionLabel);

/**
 * The version that was there before the deployment. It is not the one that the update found: a call for it that was thought
 * to be lost may have brought the new one already, or a run before this one.
 */
export function labelStood(run: Run): string | undefined {
  const { environment, former } = run.request.snapshot.target;
  const found = run.ours?.baseline.versionLabel;
  const isOwn = former !== undefined || found === run.ours?.step.versionLabel;
  return run.target.id === environment.id && isOwn ? stoodBefore(run).versionLabel : found;
}

/** What was sick before the rollout need not be better after its undo; what was well has to be well again. */
export function acceptedBefore(run: Run): AcceptedHealth {
  const accepted = acceptedIn(run);
  const { environment } = run.request.snapshot.target;
  if (run.target.id !== environment.id || accepted.kind !== 'statuses') return accepted;
  return accepts(accepted, stoodBefore(run)) ? accepted : acceptedOn(environment.tier, { kind: 'not-worse' });
}

/** After an undo: whether the environment is no better than nobody would accept, as it was before. A clause. */
export function sickAsBefore(run: Run): string | undefined {
  const accepted = acceptedIn(run);
  const { environment } = run.request.snapshot.target;
  const now = run.watch.known?.environment;
  if (run.target.id !== environment.id || now === undefined || accepted.kind !== 'statuses') return undefined;
  if (accepts(accepted, stoodBefore(run)) || accepts(accepted, now)) return undefined;
  return `${run.target.name} is ${now.healthStatus ?? now.health}, as it was before`;
}

function accepts(
  { statuses, colors }: Extract<AcceptedHealth, { readonly kind: 'statuses' }>,
  { health, healthStatus }: SeenHealth,
): boolean {
  return healthStatus === undefined ? colors.includes(health) : statuses.includes(healthStatus);
}

/** With what the health of an update is compared: for a deployment, with what a run without a proof has found rather than left. */
export function comparedWith(run: Run, { step, baseline }: NonNullable<Run['ours']>): Baseline {
  const isLeft = step.purpose === 'deploy' && run.request.snapshot.target.former !== undefined;
  return step.purpose === 'undo' || isLeft ? baselineBefore(run, baseline) : baseline;
}

/** Health is compared with how it was before the rollout, not with how a failure has left it. */
export function baselineBefore(run: Run, baseline: Baseline): Baseline {
  if (run.target.id !== run.request.snapshot.target.environment.id) return baseline;
  const { healthStatus: _, ...rest } = baseline;
  const { health, healthStatus } = stoodBefore(run);
  return { ...rest, health, ...(healthStatus === undefined ? {} : { healthStatus }) };
}
