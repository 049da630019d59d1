/** Which part of its traffic an environment of played instances gets by the names in users' own zones. */
import { type Instant, minutes } from '../../domain/time.js';
import { type NameAnswer, type PublishedName, sharesOf } from './published-names.js';

/** Developer guide: an alias to a load balancer is held for 60 seconds. Resolvers have asked at all moments. */
const HELD = minutes(1);
const MOST_STEPS = 8;

export interface PlayedSurroundings {
  readonly now: () => Instant;
  /** The environment that has this host name or address, or a CNAME that leads to it. */
  readonly environmentAt: (host: string) => string | undefined;
  readonly isHealthy: (environmentId: string) => boolean;
}

type Names = ReadonlyMap<string, readonly NameAnswer[]>;

export class PlayedNames {
  readonly #surroundings: PlayedSurroundings;
  #names: Names = new Map();
  #before: Names = new Map();
  #changedAt: Instant = Number.NEGATIVE_INFINITY;

  constructor(surroundings: PlayedSurroundings) {
    this.#surroundings = surroundings;
  }

  publish(names: readonly PublishedName[]): void {
    this.#before = this.#names;
    this.#names = new Map(names.map(({ name, answers }) => [name, answers]));
    this.#changedAt = this.#before.size === 0 ? Number.NEGATIVE_INFINITY : this.#surroundings.now();
  }

  /** Shares follow from names, whose answers are held and whose targets may fail at any moment. */
  get isAsked(): boolean {
    return this.#names.size > 0 || this.#before.size > 0;
  }

  /** 1 for an environment that no divided name leads to. After a change the share moves on evenly while answers are held. */
  share(environmentId: string): number {
    const passed = Math.min(1, (this.#surroundings.now() - this.#changedAt) / HELD);
    const after = this.#shareBy(this.#names, environmentId);
    return passed >= 1 ? after : this.#shareBy(this.#before, environmentId) * (1 - passed) + after * passed;
  }

  #shareBy(names: Names, environmentId: string): number {
    for (const [name, answers] of names) {
      const targets = answers.map(({ leadsTo }) => this.#leads(names, leadsTo));
      // A name with one answer is a way in, not a division of traffic.
      if (answers.length < 2 || !targets.includes(environmentId)) continue;
      const shares = sharesOf(names.get(name) ?? [], (leadsTo) => {
        const target = this.#leads(names, leadsTo);
        return target !== undefined && this.#surroundings.isHealthy(target);
      });
      return shares.reduce((sum, one, index) => (targets[index] === environmentId ? sum + one : sum), 0);
    }
    return 1;
  }

  #leads(names: Names, host: string, steps = 0): string | undefined {
    const [only, ...others] = names.get(host) ?? [];
    if (only !== undefined && others.length === 0 && steps < MOST_STEPS)
      return this.#leads(names, only.leadsTo, steps + 1);
    return this.#surroundings.environmentAt(host);
  }
}
