/** What can be said of a wish for a canary that no run has answered: nothing to pause or resume, or a `promote` too late. Pure. */
import type { CanaryRecord } from '../domain/canary.js';
import { needsRoute, noCanary, tooLate } from '../domain/canary-problems.js';
import { shows } from '../domain/environment.js';
import type { Problem } from '../domain/problem.js';
import type { EarlyRequest } from './deploy.js';
import type { Planned } from './operation.js';

/** Reached only when no run has taken the wish up. */
export function refuseSteering({ settings }: Pick<EarlyRequest, 'settings'>): readonly Problem[] {
  const { environmentName, operation, strategy } = settings;
  return [strategy.pair?.route === undefined ? needsRoute(operation) : noCanary(operation, environmentName)];
}

export const planSteering = (request: Pick<EarlyRequest, 'settings'>): Planned => ({
  kind: 'refused',
  problems: refuseSteering(request),
});

/**
 * A canary that was to be passed on (`meant`) and that nobody answered for: when it is still in flight its run has died, and
 * it goes on from the shares that are there. When it has ended meanwhile, given back by somebody or by its own verdict, a
 * canary of the same version would begin anew, which nobody has asked for.
 */
export function refuseTooLate(
  meant: CanaryRecord,
  { settings, snapshot }: Pick<EarlyRequest, 'settings' | 'snapshot'>,
): readonly Problem[] {
  const { environment, pair } = snapshot.target;
  if (settings.operation !== 'promote' || pair?.route === undefined) return [];
  const { record, share } = pair.route;
  const isInFlight = share > 0 && (record === undefined || record.nonce === meant.nonce);
  return isInFlight || shows(environment, settings.versionLabel) ? [] : [tooLate(meant, environment.name)];
}
