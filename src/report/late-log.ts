/** The log, loaded when there is something to tell: the first API call does not wait for it. */
import type { Progress } from '../domain/progress.js';
import type { Listener } from './listeners.js';
import type { Log } from './log.js';

export class LateLog implements Listener {
  readonly name = 'log';
  readonly #load: () => Promise<Log>;
  readonly #waiting: Progress[] = [];
  #log: Log | undefined;
  #loading: Promise<Log> | undefined;
  #failed: { readonly error: unknown } | undefined;

  constructor(load: () => Promise<Log>) {
    this.#load = load;
  }

  /** Throws what the log fails at, if it was loaded by then also that of a message before. */
  hear(progress: Progress): void {
    if (this.#failed !== undefined) throw this.#failed.error;
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
    try {
      for (const progress of this.#waiting.splice(0)) log.hear(progress);
    } catch (error) {
      this.#failed = { error };
    }
    this.#log = log;
    return log;
  }
}
