/** After a request to stop: what is on its way is heard out for a moment, so that what is told of it is true. */
import { seconds } from '../domain/time.js';
import type { Rollout, Run } from './run.js';
import { restoreInAHurry } from './share.js';
import { lookUpSwap } from './traffic.js';
import { within } from './within.js';

/** The runner kills the process 7.5 s after SIGINT. */
const ANSWER = seconds(2.2);

/** The call for an update or a creation: its answer, or that nobody can know whether it has begun. */
export async function hearAnswer(run: Run): Promise<void> {
  if (run.asking !== undefined) await within(run.request.ports.clock, run.asking, ANSWER);
  // Slow or lost: the update may have begun.
  run.unanswered?.();
}

/** A way back that was left in the middle: users first, then what it has asked for. */
export async function hearOut(rollout: Rollout): Promise<void> {
  await restoreInAHurry(rollout);
  for (const run of rollout.runs.values()) await hearAnswer(run);
  await lookUpSwap(rollout);
}
