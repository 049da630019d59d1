/** Hands every progress message to each listener; one that fails is named once and left out, the deployment goes on. */
import type { Progress, Say } from '../domain/progress.js';
import type { Clock } from '../ports/clock.js';
import { foreignText } from './foreign.js';

export interface Listener {
  /** For the warning when it fails: `log`, `record`. */
  readonly name: string;
  hear(progress: Progress): void;
}

/** What the rest of the program speaks to. `warn` prints a line and must not throw. */
export function fanOut(clock: Pick<Clock, 'now'>, listeners: readonly Listener[], warn: (text: string) => void): Say {
  const broken = new Set<Listener>();
  return (message) => {
    const progress: Progress = { ...message, at: clock.now() };
    for (const listener of listeners) {
      if (broken.has(listener)) continue;
      try {
        listener.hear(progress);
      } catch (error) {
        broken.add(listener);
        const why = error instanceof Error ? error.message : String(error);
        try {
          warn(
            `The listener "${listener.name}" failed and says nothing more; the deployment goes on: ${foreignText(why)}`,
          );
        } catch {
          // Nothing is left to say it with.
        }
      }
    }
  };
}
