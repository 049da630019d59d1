/** The log behind `GET /_simulator/calls`: every API call in order, in bounded memory. */

/** One API call as it was answered. */
export interface LoggedCall {
  /** Counts from 1 over the whole run. */
  readonly sequence: number;
  /** When it arrived, on the simulated clock and on the wall's (ISO 8601). */
  readonly time: string;
  readonly wallTime: string;
  readonly service: string;
  readonly action: string;
  /** HTTP status; 0 when the connection was broken instead. */
  readonly status: number;
  readonly errorCode?: string;
  /** Wall-clock milliseconds until the answer was ready. */
  readonly durationMilliseconds: number;
  readonly requestId: string;
  /** Input members, secrets masked. */
  readonly input: Readonly<Record<string, unknown>>;
}

export interface CallLog {
  add(call: Omit<LoggedCall, 'sequence'>): void;
  /** Calls after `since` (a sequence number), oldest first. */
  list(since?: number): readonly LoggedCall[];
  /** How many calls there were, forgotten ones too. */
  readonly total: number;
}

/** Keeps the newest `capacity` calls. */
export function createCallLog(capacity = 10_000): CallLog {
  let calls: LoggedCall[] = [];
  let total = 0;
  return {
    add: (call) => {
      total += 1;
      calls.push({ sequence: total, ...call });
      if (calls.length >= capacity * 2) calls = calls.slice(-capacity);
    },
    list: (since = 0) => {
      const kept = calls.slice(-capacity);
      return since <= 0 ? kept : kept.filter((call) => call.sequence > since);
    },
    get total() {
      return total;
    },
  };
}
