/** What can be seen of the two sides of a swap while most answers may fail. */
import { type Environment, holdsCname, isFromBefore } from '../domain/environment.js';
import type { SeenEvent } from '../domain/event.js';
import { ActionError } from '../domain/problem.js';
import type { Rollout, Run, SwapStep, Traffic } from './run.js';

export interface Pair {
  readonly rollout: Rollout;
  readonly step: SwapStep;
  readonly from: Run;
  readonly to: Run;
  /** Where an earlier swap of this rollout has left the traffic. */
  readonly before: Traffic | undefined;
}

/** What was seen of both sides since the swap was asked for, each at its newest. */
export interface Sights {
  from?: Environment | undefined;
  to?: Environment | undefined;
}

/** Of three readings some may fail, and what the others show is kept in `seen`: all of them together may never succeed. */
export async function look(
  { rollout, from, to }: Pair,
  seen: Sights,
): Promise<{ readonly fresh: readonly SeenEvent[]; readonly isWhole: boolean }> {
  const fresh: SeenEvent[] = [];
  let isWhole = true;
  const part = async (read: () => Promise<void>): Promise<void> => {
    try {
      await read();
    } catch (error) {
      if (!(error instanceof ActionError) || error.nature === 'permanent') throw error;
      isWhole = false;
      rollout.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
    }
  };
  await part(async () => {
    const [one, other] = await to.reader.environmentsById([from.target.id, to.target.id]);
    seen.from = isFromBefore(one, seen.from) ? seen.from : one;
    seen.to = isFromBefore(other, seen.to) ? seen.to : other;
  });
  for (const { watch } of [from, to])
    await part(async () => {
      fresh.push(...(await watch.events()));
    });
  return { fresh, isWhole };
}

/** The old side may not be shown: the name is given to one environment only. */
export const isMoved = ({ step }: Pair, { from, to }: Sights): boolean =>
  holdsCname(to, step.productionCname) && !holdsCname(from, step.productionCname);
