/** A virtual clock for tests in which the AWS SDK talks to a service in the same process. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Instant, Milliseconds } from '../../src/domain/time.js';
import type { Clock } from '../../src/ports/clock.js';

/** Milliseconds of real time after which a call under way is given up: nothing in a test computes that long. */
const CALL_TAKES = 20_000;

/** A call of a port, or the handling of one of its requests by the service. */
interface UnderWay {
  /** Requests that it has sent, answered or not: what sleeps since the last of them waits for time, what slept before is its limit. */
  sent: number;
  readonly sleeps: Set<{ readonly after: number }>;
  /** Requests that are not answered yet. */
  readonly open: Set<UnderWay>;
}

const underWay = (): UnderWay => ({ sent: 0, sleeps: new Set(), open: new Set() });

/** Whether it goes on only when time does: a slow answer, or a pause before it is sent again. */
function waitsForTime({ sent, sleeps, open }: UnderWay): boolean {
  if (open.size > 0) return [...open].every(({ sleeps: served }) => served.size > 0);
  // Without any request (it could not be written) one sleep is the limit of the call, and another its pause.
  return sent === 0 ? sleeps.size > 1 : [...sleeps].some(({ after }) => after === sent);
}

/**
 * Virtual time that waits for calls that are under way: the SDK takes several turns of the event loop for one call, loads
 * code and signs in other threads, and time must not pass over it, however slow the machine is. Only a call that itself
 * waits for time (a slow answer, a pause before another attempt) does not hold it.
 */
export class PatientClock implements Clock {
  #now: Instant = Date.UTC(2026, 10, 21, 9, 0, 0);
  readonly #calls = new Set<UnderWay>();
  readonly #within = new AsyncLocalStorage<UnderWay>();
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
    const call = this.#within.getStore();
    const sleep = { after: call?.sent ?? 0 };
    call?.sleeps.add(sleep);
    return new Promise((resolve) => {
      const awake = (): void => {
        call?.sleeps.delete(sleep);
        resolve();
      };
      const cancel = this.at(this.#now + Math.max(0, span), awake);
      signal?.addEventListener(
        'abort',
        () => {
          cancel();
          awake();
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
    const hold = async <T>(call: UnderWay, work: Promise<T>): Promise<T> => {
      this.#calls.add(call);
      try {
        return await work;
      } finally {
        this.#calls.delete(call);
      }
    };
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: readonly unknown[]) => {
          const outer = this.#within.getStore();
          const call = outer ?? underWay();
          const answer: unknown = this.#within.run(call, () => Reflect.apply(member, target, args));
          if (!(answer instanceof Promise)) return answer;
          const held = outer === undefined ? hold(call, answer) : answer;
          // A part of the port that makes calls of its own.
          return name === 'between' ? held.then((part) => this.holding(Object(part))) : held;
        };
      },
    });
  }

  /** A service whose requests are told from the time that their caller takes by itself. */
  serving<Request, Response, S extends { handle(request: Request): Promise<Response> }>(service: S): S {
    const handle = async (request: Request): Promise<Response> => {
      const call = this.#within.getStore();
      const served = underWay();
      if (call !== undefined) call.sent += 1;
      call?.open.add(served);
      try {
        return await this.#within.run(served, () => service.handle(request));
      } finally {
        call?.open.delete(served);
      }
    };
    return { ...service, handle };
  }

  #turn(): void {
    if (this.#turning) return;
    this.#turning = true;
    let turns = 0;
    const since = performance.now();
    const next = (): void => {
      turns += 1;
      // A few turns for whatever was woken last, and as many as they need for calls under way.
      const isWorking = performance.now() - since < CALL_TAKES && [...this.#calls].some((call) => !waitsForTime(call));
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
