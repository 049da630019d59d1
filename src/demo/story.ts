/** What a story of `npm start` is: a rehearsal on the embedded simulator that shows something and proves it. */
import type { Milliseconds } from '../domain/time.js';
import type { ChartSeries } from './chart.js';
import type { StepRequest } from './runner.js';
import type { SimulatorProcess } from './simulator-process.js';

/** What every story is given. */
export interface Stage {
  readonly simulator: SimulatorProcess;
  readonly speed: number;
  /** Scratch directory of this run. */
  readonly directory: string;
  /** Prints a line of the story's own. */
  say(line: string): void;
  /** A step of the action, all but its inputs and workspace filled in; its log is printed as it comes. */
  step(request: Pick<StepRequest, 'inputs' | 'workspace'> & { readonly sha?: string }): StepRequest;
}

/** A row of the final table. */
export interface StoryRow {
  readonly strategy: string;
  /** Simulated seconds, as the same rollout would take on the service. */
  readonly simulatedSeconds: number;
  readonly served: number;
  readonly failed: number;
  /** The longest time without any answer, by the wall. */
  readonly outageMs?: Milliseconds;
  readonly lowestHealthy: number;
  readonly capacity: number;
  readonly extraInstances: number;
  readonly versionsSeen: string;
  readonly verdict: string;
}

export interface StoryResult {
  /** Whether the story showed what it promises; otherwise why not, in sentences. */
  readonly broken: readonly string[];
  readonly rows: readonly StoryRow[];
  readonly charts: readonly ChartSeries[];
  /** Parts of the action's own log worth showing on the report page. */
  readonly excerpts: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

export interface Story {
  readonly name: string;
  readonly summary: string;
  /** How many times faster than the wall the service's time runs; default 60. */
  readonly speed?: number;
  /** The action lives in the service's time, too: for waits that are minutes by the service's own clock. */
  readonly sharesClock?: boolean;
  play(stage: Stage): Promise<StoryResult>;
}
