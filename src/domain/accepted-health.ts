/** Whether one sight of an environment's health is what the user accepts. Pure; how long it must last is judged elsewhere. */
import { type Environment, type EnvironmentTier, type HealthColor, type HealthStatus, isWorse } from './environment.js';
import type { AcceptedHealth } from './settings.js';

export interface SeenHealth {
  readonly health: HealthColor;
  readonly healthStatus?: HealthStatus;
}

/** `unclear`: grey, or a status that says nothing. `compared`: for `not-worse`, the health to compare with. */
/**
 * Cluster environments are Grey while nobody asks them, and always without a load balancer: that is no failure (AWS guide,
 * health of Beanstalk Cluster environments).
 */
export const acceptedOn = (tier: EnvironmentTier, accepted: AcceptedHealth): AcceptedHealth =>
  tier !== 'Cluster' || accepted.kind === 'any' ? accepted : { ...accepted, greyIsIdle: true };

export function tasteOfHealth(
  accepted: AcceptedHealth,
  seen: SeenHealth,
  compared: SeenHealth | undefined,
): 'good' | 'bad' | 'unclear' {
  if (accepted.kind !== 'any' && accepted.greyIsIdle === true && seen.health === 'Grey') return 'good';
  switch (accepted.kind) {
    case 'any':
      return 'good';
    case 'statuses': {
      const isGood =
        seen.healthStatus === undefined
          ? accepted.colors.includes(seen.health)
          : accepted.statuses.includes(seen.healthStatus);
      return isGood ? 'good' : seen.health === 'Grey' ? 'unclear' : 'bad';
    }
    case 'not-worse':
      return notWorse(seen, compared);
  }
}

const RANK: Readonly<Record<HealthColor, number | undefined>> = { Green: 0, Yellow: 1, Red: 2, Grey: undefined };

/** Info follows every good update for about a minute and a half (observed), so it is never worse than Ok. */
function notWorse(seen: SeenHealth, compared: SeenHealth | undefined): 'good' | 'bad' | 'unclear' {
  if (seen.healthStatus === 'Ok' || seen.healthStatus === 'Info') return 'good';
  const worse =
    seen.healthStatus !== undefined && compared?.healthStatus !== undefined
      ? isWorse(seen.healthStatus, compared.healthStatus)
      : undefined;
  if (worse !== undefined) return worse ? 'bad' : 'good';
  const [now, before] = [RANK[seen.health], RANK[compared?.health ?? 'Green'] ?? 0];
  return now === undefined ? 'unclear' : now > before ? 'bad' : 'good';
}

export const shownHealth = ({ health, healthStatus }: SeenHealth): string => healthStatus ?? health;

export const healthIn = (environment: Environment): SeenHealth => ({
  health: environment.health,
  ...(environment.healthStatus === undefined ? {} : { healthStatus: environment.healthStatus }),
});
