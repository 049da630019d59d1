/** Randomness from the operating system. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Random } from '../../ports/random.js';

export const systemRandom: Random = {
  next: () => randomBytes(4).readUInt32BE() / 2 ** 32,
  uuid: () => randomUUID(),
};
