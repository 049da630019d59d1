/** The targets of a played entrance, indexed once per routing: a fleet of hundreds is asked for each of them every few seconds. */
import type { VersionBehaviour } from '../scenario.js';
import type { Routing, Target } from './runtime.js';

export class PlayedTargets {
  readonly #routing: Routing;
  readonly #byInstance: ReadonlyMap<string, Target>;
  /** Registered targets by their group. */
  readonly #registered = new Map<Target['group'], number>();

  readonly #isSplit: boolean;

  constructor(routing: Routing) {
    this.#routing = routing;
    this.#byInstance = new Map(routing.targets.map((target) => [target.instanceId, target]));
    this.#isSplit = routing.targets.some(({ group }) => group === 'split');
    for (const { group, state } of routing.targets) {
      if (state === 'registered') this.#registered.set(group, (this.#registered.get(group) ?? 0) + 1);
    }
  }

  of(instanceId: string): Target | undefined {
    return this.#byInstance.get(instanceId);
  }

  /** The traffic of one registered target as a multiple of its version's own, before rules and names are looked at. */
  share(group: Target['group']): number {
    if (!this.#isSplit) return 1;
    const { splitPercent } = this.#routing;
    const percent = group === 'split' ? splitPercent : 100 - splitPercent;
    const inAll = [...this.#registered.values()].reduce((sum, count) => sum + count, 0);
    // While there are two groups each is a whole fleet, so the environment's requests are those of half the targets.
    return (percent / 100) * (inAll / Math.max(1, this.#registered.get(group) ?? 0)) * 0.5;
  }

  /** How many registered targets of a group behave alike; `behaviourOf` answers nothing for one that serves nothing. */
  alike(behaviourOf: (instanceId: string) => VersionBehaviour | undefined): readonly Alike[] {
    const found = new Map<VersionBehaviour, Map<Target['group'], number>>();
    for (const { instanceId, group, state } of this.#routing.targets) {
      const behaviour = state === 'registered' ? behaviourOf(instanceId) : undefined;
      if (behaviour === undefined) continue;
      const groups = found.get(behaviour) ?? new Map<Target['group'], number>();
      found.set(behaviour, groups.set(group, (groups.get(group) ?? 0) + 1));
    }
    return [...found].flatMap(([behaviour, groups]) =>
      [...groups].map(([group, count]) => ({ behaviour, group, count })),
    );
  }
}

export interface Alike {
  readonly behaviour: VersionBehaviour;
  readonly group: Target['group'];
  readonly count: number;
}
