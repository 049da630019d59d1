/** When a failed call is sent again: never when it might act twice, and never longer than somebody wants to wait. */
import { ActionError } from '../../domain/problem.js';
import { type Milliseconds, minutes } from '../../domain/time.js';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import type { CallInfo } from './problem-rule.js';
import type { Diagnosis } from './problems.js';

/**
 * `patient`: repeats until about two minutes have passed. `one-look`: a read is sent once, because its caller looks again
 * by itself; calls that change something are as patient as ever.
 */
export type PatienceMode = 'patient' | 'one-look';

export interface PatienceOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly mode: PatienceMode;
  /** Ends the waiting between two attempts. A call that starts after the abort (the clean-up) is patient again. */
  readonly signal?: AbortSignal;
}

const FIRST_DELAY: Milliseconds = 250;
const LONGEST_DELAY: Milliseconds = 15_000;
const LONGEST_IN_ALL: Milliseconds = minutes(2);

export type Patience = <T>(call: CallInfo, send: () => Promise<T>) => Promise<T>;

/** Exponential backoff with full jitter ("Exponential Backoff And Jitter", AWS Architecture Blog). */
export function createPatience(options: PatienceOptions): Patience {
  const { clock, random, mode } = options;
  return async (call, send) => {
    const signal = options.signal?.aborted ? undefined : options.signal;
    const stopped = (): boolean => signal?.aborted ?? false;
    const giveUpAt = clock.now() + LONGEST_IN_ALL;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await send();
      } catch (error) {
        if (error instanceof ActionError) throw error;
        // Loaded when something fails: the table of what the service says is long, and most calls succeed.
        const { actionError, diagnose } = await import('./problems.js');
        const delay = random.next() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** attempt);
        const tooLate = clock.now() + delay > giveUpAt;
        if (!mayRepeat(diagnose(error, call), call, mode) || tooLate || stopped()) throw actionError(error, call);
        await clock.sleep(delay, signal);
        if (stopped()) throw actionError(error, call);
      }
    }
  };
}

function mayRepeat({ nature, refusedUnseen }: Diagnosis, call: CallInfo, mode: PatienceMode): boolean {
  if (nature !== 'transient') return false;
  return call.mutates ? refusedUnseen : mode === 'patient';
}
