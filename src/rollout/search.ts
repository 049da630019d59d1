/** How long the effect of a call whose answer was lost is looked for. Without any look nobody knows that it had none. */
import { type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';

/** So much longer, and more seldom, when no look has succeeded meanwhile. */
const UNSEEN = { longer: minutes(2), every: seconds(10) } as const;

export interface Search {
  /** A look has succeeded. */
  seen(): void;
  isOver(now: Instant): boolean;
  /** Until the next look. */
  pause(now: Instant): Milliseconds;
}

export function startSearch(now: Instant, span: Milliseconds, every: Milliseconds): Search {
  const giveUpAt = now + span;
  let hasSeen = false;
  return {
    seen: () => {
      hasSeen = true;
    },
    isOver: (at) => at >= (hasSeen ? giveUpAt : giveUpAt + UNSEEN.longer),
    pause: (at) => (at < giveUpAt ? every : UNSEEN.every),
  };
}
