/** Endings that no environment has made itself: something hangs after a request to stop, or an exception came from nowhere. */
import { cancelledEarly, cancelledUnanswered, goesOnUnheard, type InHand } from '../domain/endings.js';
import type { Outcome } from '../domain/outcome.js';
import { notStarted, outcomeOfAll } from '../domain/waves.js';
import type { ToldPart } from '../report/report.js';

const NOT_STARTED = 'Not started, because the run was asked to stop.';

/** Environments that have ended stay as they are; of the others nobody has heard in time. */
export function unansweredAmongSeveral(parts: readonly ToldPart[]): Outcome {
  if (!parts.some(({ hasBegun }) => hasBegun)) return cancelledEarly();
  for (const part of parts) {
    if (part.ending !== undefined) continue;
    if (part.hasBegun) part.end('cancelled', cancelledUnanswered(inHandOf(part)));
    else part.end('not-started', notStarted(NOT_STARTED));
  }
  return outcomeOfAll(endingsOf(parts), true);
}

export function crashedAmongSeveral(parts: readonly ToldPart[], crash: Outcome): Outcome {
  for (const part of parts) {
    if (part.ending !== undefined) continue;
    if (!part.hasBegun) part.end('not-started', notStarted('Not started, because of an unexpected error.'));
    else {
      const stillRunning = [goesOnUnheard(inHandOf(part))];
      part.end('failed', { ...crash, restored: 'no', stillRunning });
    }
  }
  return parts.some(({ hasBegun }) => hasBegun) ? { ...outcomeOfAll(endingsOf(parts), false), state: 'failed' } : crash;
}

const endingsOf = (parts: readonly ToldPart[]) => parts.flatMap(({ ending }) => ending ?? []);

const inHandOf = ({ known, step }: ToldPart): InHand => ({
  environmentName: known.settings?.environmentName ?? 'an environment',
  step,
});
