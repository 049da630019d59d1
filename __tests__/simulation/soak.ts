/** Plays many seeds one after the other; what breaks a rule is shrunk and told. */
import { type Breach, breachesOf } from './invariants.js';
import { play } from './play.js';
import type { Plot } from './plot.js';
import { shrink } from './shrink.js';
import { writePlot } from './write-plot.js';
import '../support/preloaded.js';

export interface Tally {
  readonly runs: number;
  readonly calls: number;
  /** How the runs ended. */
  readonly outcomes: Readonly<Record<string, number>>;
}

export interface BrokenSeed {
  readonly seed: number;
  readonly breaches: readonly Breach[];
  /** The smallest plot that still breaks the first of these rules. */
  readonly smallest?: Plot;
}

export interface PlayedSeed {
  readonly tally: Tally;
  readonly broken?: BrokenSeed;
  /** Virtual time of all runs together. */
  readonly lasted: number;
}

export async function playSeed(seed: number, options: { readonly shrinks?: boolean } = {}): Promise<PlayedSeed> {
  const plot = writePlot(seed);
  const played = await play(plot);
  const breaches = breachesOf(played);
  const outcomes: Record<string, number> = {};
  for (const { outputs, wasKilled } of played.runs) {
    const outcome = wasKilled ? 'killed' : (outputs.outcome ?? 'none');
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  const tally = { runs: played.runs.length, calls: played.calls.length, outcomes };
  const lasted = played.runs.reduce((sum, { startedAt, endedAt }) => sum + endedAt - startedAt, 0);
  const [first] = breaches;
  if (first === undefined) return { tally, lasted };
  if (options.shrinks !== true) return { tally, lasted, broken: { seed, breaches } };
  const smallest = await shrink(plot, async (candidate) => {
    const again = await play(candidate);
    // With an input left out that another one needs, nothing is played at all.
    const isPlayed = again.calls.length > 0 || played.calls.length === 0;
    return isPlayed && breachesOf(again).some(({ invariant }) => invariant === first.invariant);
  });
  return { tally, lasted, broken: { seed, breaches, smallest } };
}

export const addUp = (one: Tally, other: Tally): Tally => {
  const outcomes: Record<string, number> = { ...one.outcomes };
  for (const [name, count] of Object.entries(other.outcomes)) outcomes[name] = (outcomes[name] ?? 0) + count;
  return { runs: one.runs + other.runs, calls: one.calls + other.calls, outcomes };
};

export const NOTHING_PLAYED: Tally = { runs: 0, calls: 0, outcomes: {} };

/** For people: what broke, the smallest plot, and how to see it again. */
export function tellBroken({ seed, breaches, smallest }: BrokenSeed): string {
  return [
    `seed ${seed}`,
    ...breaches.slice(0, 8).map(({ invariant, what }) => `  ${invariant}: ${what}`),
    ...(smallest === undefined ? [] : [`  smallest: ${JSON.stringify(smallest)}`]),
    `  again: npm run test:soak -- --seed ${seed}`,
  ].join('\n');
}
