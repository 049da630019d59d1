/** Which target group gets the next request: in no order that could be told in advance, and in exact shares. */
import type { Random } from '../../ports/random.js';

/** After so many requests the shares are exact: the guide says which part of the requests a weight gets, not which ones. */
const ROUND = 100;

export class WeightedChoice {
  readonly #weights: readonly number[];
  readonly #sum: number;
  /** What each is owed from the rounds before, in requests. */
  readonly #owed: number[];
  #round: number[] = [];

  constructor(weights: readonly number[]) {
    this.#weights = weights;
    this.#sum = weights.reduce((sum, one) => sum + one, 0);
    this.#owed = weights.map(() => 0);
  }

  /** The place of the chosen one; `undefined` when nobody has a weight. */
  next(random: Random): number | undefined {
    if (this.#sum <= 0) return undefined;
    if (this.#round.length === 0) this.#round = shuffled(this.#dealt(), random);
    return this.#round.pop();
  }

  #dealt(): number[] {
    return Array.from({ length: ROUND }, () => {
      let most = 0;
      for (const [index, weight] of this.#weights.entries()) {
        this.#owed[index] = (this.#owed[index] ?? 0) + weight / this.#sum;
        if ((this.#owed[index] ?? 0) > (this.#owed[most] ?? 0)) most = index;
      }
      this.#owed[most] = (this.#owed[most] ?? 0) - 1;
      return most;
    });
  }
}

/** Fisher and Yates. */
function shuffled(items: number[], random: Random): number[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random.next() * (last + 1));
    [items[last], items[other]] = [items[other] ?? 0, items[last] ?? 0];
  }
  return items;
}
