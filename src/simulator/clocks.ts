/** Clocks for simulated time: one that only moves when somebody sleeps, one that runs faster than the wall. */
import type { Instant, Milliseconds } from '../domain/time.js';
import type { Clock } from '../ports/clock.js';

/**
 * Time that passes only in `sleep`, so a test of a half-hour rollout takes milliseconds. Sleepers wake in the order of
 * their moments: with several of them, each `sleep` waits for the others to have their turn.
 */
export class VirtualClock implements Clock {
  #now: Instant;
  readonly #sleepers: { readonly at: Instant; readonly wake: () => void }[] = [];
  #scheduled = false;

  constructor(start: Instant = Date.UTC(2026, 10, 21, 9, 0, 0)) {
    this.#now = start;
  }

  now(): Instant {
    return this.#now;
  }

  /** Moves time on at once, waking nobody who sleeps beyond it. */
  advance(span: Milliseconds): void {
    this.#now += Math.max(0, span);
    this.#wakeDue();
  }

  sleep(span: Milliseconds, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper = { at: this.#now + Math.max(0, span), wake: resolve };
      this.#sleepers.push(sleeper);
      signal?.addEventListener(
        'abort',
        () => {
          const index = this.#sleepers.indexOf(sleeper);
          if (index >= 0) this.#sleepers.splice(index, 1);
          resolve();
        },
        { once: true },
      );
      this.#schedule();
    });
  }

  /** Lets everything that can still run do so, then jumps to the earliest sleeper. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      const earliest = this.#sleepers.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
      if (earliest === Number.POSITIVE_INFINITY) return;
      this.#now = Math.max(this.#now, earliest);
      this.#wakeDue();
      if (this.#sleepers.length > 0) this.#schedule();
    });
  }

  #wakeDue(): void {
    for (let index = 0; index < this.#sleepers.length; ) {
      const sleeper = this.#sleepers[index];
      if (sleeper !== undefined && sleeper.at <= this.#now) {
        this.#sleepers.splice(index, 1);
        sleeper.wake();
      } else index += 1;
    }
  }
}

/** The wall's time, `speed` times as fast, from the wall's present moment on. */
export class ScaledClock implements Clock {
  readonly #wall: Clock;
  readonly #speed: number;
  readonly #start: Instant;

  constructor(wall: Clock, speed: number) {
    this.#wall = wall;
    this.#speed = speed;
    this.#start = wall.now();
  }

  now(): Instant {
    return Math.floor(this.#start + (this.#wall.now() - this.#start) * this.#speed);
  }

  sleep(span: Milliseconds, signal?: AbortSignal): Promise<void> {
    return this.#wall.sleep(span / this.#speed, signal);
  }
}
