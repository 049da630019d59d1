/** The parts of a run's JSON report that the invariants look at. */
import type { PlayedRun } from './play.js';

export interface ReportedEvent {
  readonly date: string;
  readonly message: string;
  readonly severity: string;
  readonly requestId?: string;
  readonly late?: boolean;
  readonly environmentName?: string;
}

export interface Reported {
  readonly outcome: {
    readonly state: string;
    readonly reason: string;
    readonly restored: string;
    readonly proof: string;
    readonly problem?: { readonly code: string };
    readonly stillRunning: readonly string[];
    readonly created?: { readonly id: string };
  };
  readonly problems: readonly { readonly code: string }[];
  readonly apiCalls: number;
  readonly plan?: {
    readonly environment?: { readonly id?: string };
    readonly previousLabel?: string;
    readonly warnings: readonly string[];
  };
  readonly progress: readonly { readonly type: string; readonly at: string; readonly event?: ReportedEvent }[];
}

/** Most rules look at it. */
const read = new WeakMap<PlayedRun['written'], Reported>();

/** `undefined` when there is none, which a killed run may have. */
export function reportOf({ written }: PlayedRun): Reported | undefined {
  const known = read.get(written);
  if (known !== undefined) return known;
  const text = [...written].find(([path]) => path.endsWith('.json'))?.[1];
  if (text === undefined) return undefined;
  const report = JSON.parse(text) as Reported;
  read.set(written, report);
  return report;
}

export const eventsIn = ({ progress }: Reported): readonly ReportedEvent[] =>
  progress.flatMap(({ event }) => (event === undefined ? [] : [event]));
