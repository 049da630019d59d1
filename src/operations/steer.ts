/** `pause` and `resume`: only a run that carries a canary out can do either, so there is nothing to plan. Pure. */
import { needsRoute, noCanary } from '../domain/canary-problems.js';
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
