/** Chance that a seed decides. */
import type { Random } from '../../src/ports/random.js';
import { seededRandom } from '../../src/simulator/random.js';

export class Dice {
  readonly #random: Random;
  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }
  chance(probability: number): boolean {
    return this.#random.next() < probability;
  }
  /** From `least` to `most`, both possible. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.#random.next() * (most - least + 1));
  }
  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.#random.next() * list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }
}
