/**
 * Time in the model: scripts that wait, and the one place where they go on. There is no timer: what is due happens when
 * somebody settles, in the order (time, sequence), each at its own moment, however late the settle comes.
 *
 * A script is a generator: its waits are data, its steps read like the event log it writes. A generator cannot be saved,
 * so a saved world holds no script: an operation that was open when the world was saved is lost on restore (BEHAVIOUR.md,
 * "Saving and restoring").
 */
import type { Instant, Milliseconds } from '../domain/time.js';
import { seconds } from '../domain/time.js';

/** What a script waits for: time, or a condition that is looked at each simulated second until the time is over. */
export type Wait = { readonly for: Milliseconds } | { readonly until: () => boolean; readonly timeout: Milliseconds };

/** A course of events over time. `yield` answers whether the condition came true (`true` for a plain wait). */
export type Script<Result = void> = Generator<Wait, Result, boolean>;

/** A script under way. */
export interface Running {
  readonly done: boolean;
  /** Ends it where it waits; its `finally` blocks run. */
  stop(): void;
}

interface Due {
  readonly at: Instant;
  readonly sequence: number;
  readonly effect: () => void;
}

const RECHECK: Milliseconds = seconds(1);

export class Timeline {
  readonly #clock: { now(): Instant };
  readonly #onMove: (now: Instant) => void;
  readonly #heap: Due[] = [];
  #sequence = 0;
  #now: Instant;
  #settling = false;

  /** `onMove` hears each moment before its effects happen. */
  constructor(clock: { now(): Instant }, onMove: (now: Instant) => void = () => {}) {
    this.#clock = clock;
    this.#onMove = onMove;
    this.#now = clock.now();
  }

  /** The model's moment: that of the effect which is happening, otherwise that of the last settle. */
  now(): Instant {
    return this.#now;
  }

  /** Lets everything happen that is due by the clock. Not re-entrant: an effect that settles does nothing. */
  settle(): void {
    if (this.#settling) return;
    this.#settling = true;
    try {
      const target = this.#clock.now();
      for (let next = this.#heap[0]; next !== undefined && next.at <= target; next = this.#heap[0]) {
        this.#pop();
        this.#move(next.at);
        next.effect();
      }
      this.#move(target);
    } finally {
      this.#settling = false;
    }
  }

  /** An effect at a moment; in the past means at the next settle. */
  at(moment: Instant, effect: () => void): void {
    this.#push({ at: moment, sequence: this.#sequence++, effect });
  }

  after(span: Milliseconds, effect: () => void): void {
    this.at(this.#now + span, effect);
  }

  /** Starts a script: its first step happens now, before this returns. */
  run(script: Script<unknown>): Running {
    const state = { done: false };
    const advance = (answer: boolean): void => {
      if (state.done) return;
      const step = script.next(answer);
      if (step.done) {
        state.done = true;
        return;
      }
      this.#await(step.value, advance, () => state.done);
    };
    advance(true);
    return {
      get done() {
        return state.done;
      },
      stop() {
        if (state.done) return;
        state.done = true;
        script.return(undefined);
      },
    };
  }

  #await(wait: Wait, resume: (answer: boolean) => void, stopped: () => boolean): void {
    if ('for' in wait) {
      this.after(wait.for, () => resume(true));
      return;
    }
    const deadline = this.#now + wait.timeout;
    const check = (): void => {
      if (stopped()) return;
      if (wait.until()) resume(true);
      else if (this.#now >= deadline) resume(false);
      else this.after(Math.min(RECHECK, deadline - this.#now), check);
    };
    // Not at once: what a script has just asked the runtime for is looked at in a later moment.
    this.after(Math.min(RECHECK, wait.timeout), check);
  }

  #move(now: Instant): void {
    if (now <= this.#now) return;
    this.#now = now;
    this.#onMove(now);
  }

  #push(due: Due): void {
    const heap = this.#heap;
    heap.push(due);
    let index = heap.length - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfEarlier(index, parent)) return;
      index = parent;
    }
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    heap[0] = last;
    for (let index = 0; ; ) {
      const left = index * 2 + 1;
      const right = left + 1;
      const child = this.#earlier(right, left) ? right : left;
      if (!this.#swapIfEarlier(child, index)) return;
      index = child;
    }
  }

  #earlier(one: number, other: number): boolean {
    const a = this.#heap[one];
    const b = this.#heap[other];
    if (a === undefined) return false;
    if (b === undefined) return true;
    return a.at === b.at ? a.sequence < b.sequence : a.at < b.at;
  }

  #swapIfEarlier(child: number, parent: number): boolean {
    if (!this.#earlier(child, parent)) return false;
    const a = this.#heap[child];
    const b = this.#heap[parent];
    if (a === undefined || b === undefined) return false;
    this.#heap[child] = b;
    this.#heap[parent] = a;
    return true;
  }
}

/** `yield* wait(seconds(5))` inside a script. */
export function* wait(span: Milliseconds): Script {
  yield { for: Math.max(0, Math.round(span)) };
}

/** `const came = yield* until(() => …, seconds(60))` inside a script. */
export function* until(condition: () => boolean, timeout: Milliseconds): Script<boolean> {
  return yield { until: condition, timeout };
}
