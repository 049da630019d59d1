/** A virtual clock for tests in which the AWS SDK talks to a service in the same process. */
import type { Instant, Milliseconds } from '../../src/domain/time.js';
import type { Clock } from '../../src/ports/clock.js';

/**
 * Virtual time that waits for calls that are under way: the SDK takes several turns of the event loop for one call, and
 * time must not pass over it. A call that itself waits for time (a slow answer) holds it up for a moment only.
 */
/** Milliseconds of real time after which a call under way is taken to wait for virtual time itself. */
const CALL_TAKES = 40;

export class PatientClock implements Clock {
  #now: Instant = Date.UTC(2026, 10, 21, 9, 0, 0);
  #busy = 0;
  #turning = false;
  #sleepers: { readonly at: Instant; readonly wake: () => void }[] = [];

  now(): Instant {
    return this.#now;
  }

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
    const sleeper = { at: moment, wake };
    this.#sleepers.push(sleeper);
    this.#turn();
    return () => {
      this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
    };
  }

  /** A port whose calls hold the clock while they are under way. */
  holding<P extends object>(port: P): P {
    const hold = async (work: Promise<unknown>): Promise<unknown> => {
      this.#busy += 1;
      try {
        return await work;
      } finally {
        this.#busy -= 1;
      }
    };
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: readonly unknown[]) => {
          const answer: unknown = Reflect.apply(member, target, args);
          if (!(answer instanceof Promise)) return answer;
          // A part of the port that makes calls of its own.
          return name === 'between' ? hold(answer).then((part) => this.holding(Object(part))) : hold(answer);
        };
      },
    });
  }

  #turn(): void {
    if (this.#turning) return;
    this.#turning = true;
    let turns = 0;
    const since = performance.now();
    const next = (): void => {
      turns += 1;
      // A few turns for whatever was woken last, some milliseconds for calls under way (they sign in other threads).
      const isWorking = this.#busy > 0 && performance.now() - since < CALL_TAKES;
      if (turns < 8 || isWorking) {
        setImmediate(next);
        return;
      }
      this.#turning = false;
      const [first] = [...this.#sleepers].sort((left, right) => left.at - right.at);
      if (first === undefined) return;
      this.#now = Math.max(this.#now, first.at);
      this.#sleepers = this.#sleepers.filter((sleeper) => sleeper !== first);
      first.wake();
      if (this.#sleepers.length > 0) this.#turn();
    };
    setImmediate(next);
  }
}
