/** How long simulated spans take in reality. Processes and sockets know nothing of a faster clock, so each span has a floor. */
import type { Milliseconds } from '../../domain/time.js';

/** Real milliseconds for a simulated span; never less than `atLeast`, which is real time too. */
export type Pace = (simulated: Milliseconds, atLeast?: Milliseconds) => Milliseconds;

/** `speed` is the factor by which simulated time is faster than the wall's: 1 is real time. */
export const paceOf =
  (speed: number): Pace =>
  (simulated, atLeast = 0) =>
    Math.max(atLeast, simulated / speed);
