/** How long the effect of a call whose answer was lost is looked for. Without any look nobody knows that it had none. */
import { type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';

/** So much longer, and more seldom, when no look has succeeded meanwhile. */
const UNSEEN = { longer: minutes(2), every: seconds(10) } as const;

/** What was not seen so soon is looked for less often. */
const SOON: Milliseconds = seconds(15);
const LATER: Milliseconds = seconds(5);

export interface Search {
  /** A look has succeeded. */
  seen(): void;
  readonly hasSeen: boolean;
  isOver(now: Instant): boolean;
  /** Until the next look. */
  pause(now: Instant): Milliseconds;
}

export function startSearch(now: Instant, span: Milliseconds, every: Milliseconds): Search {
  const giveUpAt = now + span;
  let hasSeen = false;
  return {
    get hasSeen() {
      return hasSeen;
    },
    seen: () => {
      hasSeen = true;
    },
    isOver: (at) => at >= (hasSeen ? giveUpAt : giveUpAt + UNSEEN.longer),
    pause: (at) => (at >= giveUpAt ? UNSEEN.every : at < now + SOON ? every : Math.max(every, LATER)),
  };
}
