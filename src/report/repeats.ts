/** Events that come once for each instance of a batch, word for word: the first is printed, the rest is counted. */
import type { SeenEvent } from '../domain/event.js';
import { eventLines } from './words.js';

/** Told apart to the second: the service dates the events of instances by whole seconds (observed). */
const keyOf = ({ date, severity, message, attribution }: SeenEvent): string =>
  JSON.stringify([Math.floor(date / 1_000), severity, message, attribution]);

export class Repeats {
  readonly #counts = new Map<string, { readonly event: SeenEvent; more: number }>();

  /** The lines to print now; none for an event that was printed already since the last `flush`. */
  lines(event: SeenEvent): readonly string[] {
    const key = keyOf(event);
    const known = this.#counts.get(key);
    if (known !== undefined) {
      known.more += 1;
      return [];
    }
    this.#counts.set(key, { event, more: 0 });
    return eventLines(event);
  }

  /** The lines for those that came again; to be called when something else is told. */
  flush(): readonly string[] {
    if (this.#counts.size === 0) return [];
    const again = [...this.#counts.values()].filter(({ more }) => more > 0);
    this.#counts.clear();
    return again.flatMap(({ event, more }) => {
      const lines = eventLines(event);
      return more === 1 ? lines : lines.map((line, index) => (index === 0 ? `${line} (${more} more times)` : line));
    });
  }
}
