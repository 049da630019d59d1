/** The log, loaded when there is something to tell: the first API call does not wait for it. */
import type { Progress } from '../domain/progress.js';
import type { Listener } from './listeners.js';
import type { Log } from './log.js';

export class LateLog implements Listener {
  readonly name = 'log';
  readonly #load: () => Promise<Log>;
  readonly #failed: (error: unknown) => void;
  readonly #waiting: Progress[] = [];
  #log: Log | undefined;
  #loading: Promise<Log> | undefined;
  #isBroken = false;

  /** `failed` hears what the log fails at while it is told what has waited for it; it is told nothing more then. */
  constructor(load: () => Promise<Log>, failed: (error: unknown) => void) {
    this.#load = load;
    this.#failed = failed;
  }

  /** Throws what the log fails at. */
  hear(progress: Progress): void {
    if (this.#isBroken) return;
    if (this.#log !== undefined) {
      this.#log.hear(progress);
    } else {
      this.#waiting.push(progress);
      // Whoever needs it at the end hears of it.
      this.ready().catch(() => undefined);
    }
  }

  /** The log, after everything that waited for it. Rejects when it cannot be loaded. */
  ready(): Promise<Log> {
    this.#loading ??= this.#tellWaiting();
    return this.#loading;
  }

  async #tellWaiting(): Promise<Log> {
    const log = await this.#load();
    this.#log = log;
    try {
      for (const progress of this.#waiting.splice(0)) log.hear(progress);
    } catch (error) {
      this.#isBroken = true;
      this.#failed(error);
    }
    return log;
  }
}
