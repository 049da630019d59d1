/** Which health counts as proof, from the words of the input `accept-health`. */
import { colorOf, HEALTH_COLORS, HEALTH_STATUSES, type HealthColor, type HealthStatus } from '../domain/environment.js';
import type { AcceptedHealth } from '../domain/settings.js';

export type HealthWord = HealthStatus | HealthColor | 'not-worse';

export const HEALTH_WORDS: readonly HealthWord[] = [...HEALTH_STATUSES, ...HEALTH_COLORS, 'not-worse'];

const isColor = (word: HealthWord): word is HealthColor => HEALTH_COLORS.some((color) => color === word);
const isStatus = (word: HealthWord): word is HealthStatus => HEALTH_STATUSES.some((status) => status === word);

/**
 * Statuses judge enhanced health and colours basic health, so each side is filled from the other: `Green` accepts Ok
 * and Info, and `Ok, Info` accepts Green where there are only colours.
 */
export function acceptedHealth(words: readonly HealthWord[]): AcceptedHealth {
  if (words.includes('not-worse')) return { kind: 'not-worse' };
  const statuses = words.filter(isStatus);
  const colors = words.filter(isColor);
  return {
    kind: 'statuses',
    statuses: HEALTH_STATUSES.filter((status) => statuses.includes(status) || colors.includes(colorOf(status))),
    colors: HEALTH_COLORS.filter(
      (color) => colors.includes(color) || statuses.some((status) => colorOf(status) === color),
    ),
  };
}
