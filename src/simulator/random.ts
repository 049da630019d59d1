/** Seeded randomness, and the shapes of the identifiers that the service gives out. */
import type { Random } from '../ports/random.js';

/** A reproducible sequence (mulberry32). The same seed gives the same ids, names and small delays. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    uuid: () => 'xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(next() * 16).toString(16)),
  };
}

const pick = (random: Random, alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[Math.floor(random.next() * alphabet.length)] ?? '').join('');

const LOWER = 'abcdefghijkmnpqrstuvwxyz23456789';
const HEX = '0123456789abcdef';
const UPPER = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** `e-` and ten characters. */
export const environmentId = (random: Random): string => `e-${pick(random, LOWER, 10)}`;
/** `i-0` and sixteen hexadecimal digits. */
export const instanceId = (random: Random): string => `i-0${pick(random, HEX, 16)}`;
/** The tail that CloudFormation gives to physical names. */
export const resourceSuffix = (random: Random, length = 12): string => pick(random, UPPER, length);
export const hexadecimal = (random: Random, length: number): string => pick(random, HEX, length);
/** As Kubernetes names what it makes. */
export const lowerCase = (random: Random, length: number): string => pick(random, LOWER, length);
/** The `eba-` label in CNAMEs that nobody chose. */
export const cnameSuffix = (random: Random): string => `eba-${pick(random, LOWER, 8)}`;

/** A span that varies by up to a tenth either way, so that repeated operations do not take the very same time. */
export const about = (random: Random, span: number): number => Math.round(span * (0.95 + random.next() * 0.1));
