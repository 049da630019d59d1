/** Virtual time that moves only when nothing can go on without it, so that the same seed plays the same run, however slow the machine. */
import type { Instant, Milliseconds } from '../../src/domain/time.js';
import type { Clock } from '../../src/ports/clock.js';

/** Turns of the event loop that whatever was woken last may take until it sleeps or calls. */
const TURNS = 4;
/** Real time after which a call that neither ends nor sleeps is a bug of the simulation. */
const STUCK: Milliseconds = 20_000;

interface Sleeper {
  readonly at: Instant;
  readonly order: number;
  readonly wake: () => void;
}

/**
 * Calls under way hold the clock (`holding`), unless they themselves sleep on `inner`: a slow answer, the pause before a
 * call is sent again.
 */
export class SteppedClock implements Clock {
  #now: Instant = Date.UTC(2026, 10, 21, 9, 0, 0);
  #busy = 0;
  #order = 0;
  #turning = false;
  #sleepers: Sleeper[] = [];

  /** For adapters and the wire, whose sleeps are part of a call. */
  readonly inner: Clock = {
    now: () => this.#now,
    sleep: async (span, signal) => {
      this.#busy -= 1;
      await this.sleep(span, signal);
      this.#busy += 1;
    },
  };

  now(): Instant {
    return this.#now;
  }

  /** Before anything runs: the time that a prepared world needs to settle. */
  advance(span: Milliseconds): void {
    this.#now += span;
  }

  sleep(span: Milliseconds, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = this.at(this.#now + Math.max(0, span), resolve);
      signal?.addEventListener(
        'abort',
        () => {
          cancel();
          resolve();
        },
        { once: true },
      );
    });
  }

  /** Runs something at a moment; answers how to call it off. */
  at(moment: Instant, wake: () => void): () => void {
    const sleeper = { at: Math.max(moment, this.#now), order: this.#order++, wake };
    this.#sleepers.push(sleeper);
    this.#turn();
    return () => {
      this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
    };
  }

  async hold<T>(work: Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await work;
    } finally {
      this.#busy -= 1;
    }
  }

  /** A port whose calls hold the clock while they are under way. */
  holding<P extends object>(port: P): P {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: readonly unknown[]) => {
          const answer: unknown = Reflect.apply(member, target, args);
          return answer instanceof Promise ? this.hold(answer) : answer;
        };
      },
    });
  }

  /** Whoever sleeps now sleeps for ever. */
  stop(): void {
    this.#sleepers = [];
  }

  #turn(): void {
    if (this.#turning) return;
    this.#turning = true;
    let turns = 0;
    const since = performance.now();
    const next = (): void => {
      turns += 1;
      if (this.#busy > 0) {
        if (performance.now() - since > STUCK) throw new Error('a call neither ends nor sleeps');
        turns = 0;
      }
      if (turns < TURNS) {
        setImmediate(next);
        return;
      }
      this.#turning = false;
      this.#wakeFirst();
    };
    setImmediate(next);
  }

  #wakeFirst(): void {
    const [head, ...rest] = this.#sleepers;
    if (head === undefined) return;
    const first = rest.reduce((least, one) => (isBefore(one, least) ? one : least), head);
    this.#now = Math.max(this.#now, first.at);
    this.#sleepers = this.#sleepers.filter((sleeper) => sleeper !== first);
    first.wake();
    if (this.#sleepers.length > 0) this.#turn();
  }
}

const isBefore = (one: Sleeper, other: Sleeper): boolean =>
  one.at === other.at ? one.order < other.order : one.at < other.at;
