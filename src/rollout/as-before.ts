/** With what the health after a way back is compared: with how it was before the rollout. Pure. */
import { acceptedOn } from '../domain/accepted-health.js';
import type { Environment } from '../domain/environment.js';
import type { AcceptedHealth } from '../domain/settings.js';
import type { Baseline } from '../watch/knowledge.js';
import type { Run } from './run.js';

/** The health that counts as proof on this kind of environment. */
export const acceptedIn = ({ request: { settings, snapshot } }: Pick<Run, 'request'>): AcceptedHealth =>
  acceptedOn(snapshot.target.environment.tier, settings.acceptHealth);

/** What was sick before the rollout need not be better after its undo; what was well has to be well again. */
export function acceptedBefore(run: Run): AcceptedHealth {
  const accepted = acceptedIn(run);
  const { environment } = run.request.snapshot.target;
  if (run.target.id !== environment.id || accepted.kind !== 'statuses') return accepted;
  return accepts(accepted, environment) ? accepted : acceptedOn(environment.tier, { kind: 'not-worse' });
}

/** After an undo: whether the environment is no better than nobody would accept, as it was before. A clause. */
export function sickAsBefore(run: Run): string | undefined {
  const accepted = acceptedIn(run);
  const { environment: before } = run.request.snapshot.target;
  const now = run.watch.known?.environment;
  if (run.target.id !== before.id || now === undefined || accepted.kind !== 'statuses') return undefined;
  if (accepts(accepted, before) || accepts(accepted, now)) return undefined;
  return `${run.target.name} is ${now.healthStatus ?? now.health}, as it was before`;
}

function accepts(
  { statuses, colors }: Extract<AcceptedHealth, { readonly kind: 'statuses' }>,
  { health, healthStatus }: Environment,
): boolean {
  return healthStatus === undefined ? colors.includes(health) : statuses.includes(healthStatus);
}

/** Health is compared with how it was before the rollout, not with how the failure has left it. */
export function baselineBefore({ target, request: { snapshot } }: Run, baseline: Baseline): Baseline {
  const { environment } = snapshot.target;
  if (target.id !== environment.id) return baseline;
  const { healthStatus: _, ...rest } = baseline;
  const { health, healthStatus } = environment;
  return { ...rest, health, ...(healthStatus === undefined ? {} : { healthStatus }) };
}
