/** Which target gets the next request: target group by weight, then round robin over the healthy targets of the group. */
import type { Target, TargetHealth } from '../runtime/runtime.js';

export interface Candidate {
  readonly instanceId: string;
  readonly group: Target['group'];
  readonly health: TargetHealth;
}

export class TargetChoice {
  /** Percent owed to the split group. Carried over, so shares are exact, not just likely. */
  #owed = 0;
  readonly #turns: Record<Target['group'], number> = { default: 0, split: 0 };

  /** The instance for the next request, or `undefined` when the chosen group has nobody to give it to. */
  next(candidates: readonly Candidate[], splitPercent: number): string | undefined {
    const group = this.#nextGroup(splitPercent);
    const members = candidates.filter((candidate) => candidate.group === group);
    const healthy = members.filter(({ health }) => health === 'healthy');
    // "If a target group contains only unhealthy registered targets, the load balancer routes requests to all those
    // targets" (AWS guide: "Target group health"). Targets that were never checked get nothing.
    const open = healthy.length > 0 ? healthy : members.filter(({ health }) => health === 'unhealthy');
    if (open.length === 0) return undefined;
    const turn = this.#turns[group];
    this.#turns[group] = turn + 1;
    return open[turn % open.length]?.instanceId;
  }

  #nextGroup(splitPercent: number): Target['group'] {
    this.#owed += splitPercent;
    if (this.#owed < 100) return 'default';
    this.#owed -= 100;
    return 'split';
  }
}
