/**
 * One measure of calls for all rollouts of a region. DescribeEvents and DescribeEnvironments are limited to about two a
 * second for the whole account and region, bursts aside; each rollout keeps to its own pace, and together they stay below.
 */
import type { Instant, Milliseconds } from '../domain/time.js';
import type { Beanstalk } from '../ports/beanstalk.js';
import type { Clock } from '../ports/clock.js';

/** The rest is for the console and for other pipelines. */
const PER_SECOND = 1.5;
const BURST = 8;

/** Resolves when it is one's turn; at once when the run was asked to stop, because then an abort waits for the answer. */
export type Turn = () => Promise<void>;

export function createTurns(clock: Clock, cancel: AbortSignal, perSecond = PER_SECOND, burst = BURST): Turn {
  const spacing: Milliseconds = 1_000 / perSecond;
  // The moment up to which everything that was handed out is paid for; it may lie ahead by a burst.
  let paidUntil: Instant = Number.NEGATIVE_INFINITY;
  return async () => {
    if (cancel.aborted) return;
    const now = clock.now();
    paidUntil = Math.max(paidUntil, now - spacing * burst) + spacing;
    if (paidUntil > now) await clock.sleep(paidUntil - now, cancel);
  };
}

/** The same service, with a turn awaited before each of the calls that are scarce. */
export function inTurn(beanstalk: Beanstalk, turn: Turn): Beanstalk {
  return {
    ...beanstalk,
    get calls() {
      return beanstalk.calls;
    },
    environmentNamed: async (application, name) => {
      await turn();
      return beanstalk.environmentNamed(application, name);
    },
    environment: async (id) => {
      await turn();
      return beanstalk.environment(id);
    },
    environments: async (application) => {
      await turn();
      return beanstalk.environments(application);
    },
    events: async (id, since) => {
      await turn();
      return beanstalk.events(id, since);
    },
    newestEvents: async (id, count) => {
      await turn();
      return beanstalk.newestEvents(id, count);
    },
  };
}
