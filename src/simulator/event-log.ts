/** The event log: append-mostly, ordered by date, with an index for each way DescribeEvents looks for events. */
import type { LoggedEvent } from './world.js';

const before = (a: LoggedEvent, b: LoggedEvent): boolean =>
  a.date === b.date ? a.sequence < b.sequence : a.date < b.date;

/** Keeps a list in (date, sequence) order. Events come almost in order, so the search starts at the end. */
function insert(list: LoggedEvent[], event: LoggedEvent): void {
  let index = list.length;
  while (index > 0) {
    const previous = list[index - 1];
    if (previous === undefined || before(previous, event)) break;
    index -= 1;
  }
  if (index === list.length) list.push(event);
  else list.splice(index, 0, event);
}

export class EventLog {
  readonly #all: LoggedEvent[] = [];
  readonly #byEnvironment = new Map<string, LoggedEvent[]>();
  readonly #byName = new Map<string, LoggedEvent[]>();
  readonly #byApplication = new Map<string, LoggedEvent[]>();
  readonly #byRequest = new Map<string, LoggedEvent[]>();
  #sequence = 0;

  add(event: Omit<LoggedEvent, 'sequence'>): LoggedEvent {
    const logged = { ...event, sequence: this.#sequence++ };
    insert(this.#all, logged);
    this.#index(this.#byEnvironment, logged.environmentId, logged);
    this.#index(this.#byName, logged.environmentName, logged);
    this.#index(this.#byApplication, logged.applicationName, logged);
    this.#index(this.#byRequest, logged.requestId, logged);
    return logged;
  }

  /** The shortest list, oldest first, that holds every event of all the given keys. It is the log's own: do not change it. */
  candidates(keys: {
    readonly environmentId?: string | undefined;
    readonly environmentName?: string | undefined;
    readonly applicationName?: string | undefined;
    readonly requestId?: string | undefined;
  }): readonly LoggedEvent[] {
    const lists = [
      this.#find(this.#byRequest, keys.requestId),
      this.#find(this.#byEnvironment, keys.environmentId),
      this.#find(this.#byName, keys.environmentName),
      this.#find(this.#byApplication, keys.applicationName),
      this.#all,
    ].filter((list) => list !== undefined);
    return lists.reduce((shortest, list) => (list.length < shortest.length ? list : shortest), this.#all);
  }

  clear(): void {
    this.#all.length = 0;
    for (const index of [this.#byEnvironment, this.#byName, this.#byApplication, this.#byRequest]) index.clear();
  }

  get size(): number {
    return this.#all.length;
  }

  #index(index: Map<string, LoggedEvent[]>, key: string | undefined, event: LoggedEvent): void {
    if (key === undefined) return;
    const list = index.get(key);
    if (list === undefined) index.set(key, [event]);
    else insert(list, event);
  }

  #find(index: Map<string, LoggedEvent[]>, key: string | undefined): readonly LoggedEvent[] | undefined {
    return key === undefined ? undefined : (index.get(key) ?? []);
  }
}
