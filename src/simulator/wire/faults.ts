/** Decides which wire faults of the scenario hit a call. What they do to it is up to `wire.ts`. */
import type { Instant } from '../../domain/time.js';
import type { Random } from '../../ports/random.js';
import type { Fault, Scenario } from '../scenario.js';

/** The faults that have an `action`: those of the wire. */
export type WireFault = Extract<Fault, { readonly action: string }>;

const isWireFault = (fault: Fault): fault is WireFault => 'action' in fault;

export interface Faults {
  /** The faults that hit this call, in the scenario's order. Counts the call. */
  hitting(action: string): readonly WireFault[];
  /** Whether any fault of this kind is in the scenario. */
  includes(kind: WireFault['kind']): boolean;
}

/**
 * `fromSecond` and `toSecond` count from the moment this object first sees the scenario, which is at once when it is
 * set over the wire, and at the next call when a test sets it on the model.
 */
export function createFaults(scenario: () => Scenario, now: () => Instant, random: Random): Faults {
  let seen = scenario();
  let since = now();
  let matches = new Map<WireFault, number>();
  const current = (): readonly WireFault[] => {
    const newest = scenario();
    if (newest !== seen) {
      seen = newest;
      since = now();
      matches = new Map();
    }
    return (newest.faults ?? []).filter(isWireFault);
  };
  const hits = (fault: WireFault, action: string): boolean => {
    if (fault.action !== '*' && fault.action !== action) return false;
    const elapsed = (now() - since) / 1_000;
    if (elapsed < (fault.fromSecond ?? 0) || elapsed >= (fault.toSecond ?? Number.POSITIVE_INFINITY)) return false;
    if (fault.probability !== undefined && random.next() >= fault.probability) return false;
    const before = matches.get(fault) ?? 0;
    matches.set(fault, before + 1);
    const skip = fault.skip ?? 0;
    return before >= skip && before < skip + (fault.times ?? Number.POSITIVE_INFINITY);
  };
  return {
    hitting: (action) => current().filter((fault) => hits(fault, action)),
    includes: (kind) => current().some((fault) => fault.kind === kind),
  };
}
