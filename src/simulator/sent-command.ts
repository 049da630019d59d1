/** A command on an instance, as the simulated Systems Manager keeps it. */
import type { Instant, Milliseconds } from '../domain/time.js';

/** A shell script that Systems Manager was asked to run on one instance. Forgotten when the world is saved. */
export interface SentCommand {
  readonly id: string;
  readonly instanceId: string;
  readonly comment: string;
  readonly documentName: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly requestedAt: Instant;
  readonly script: string;
  /** Where it runs, as the instance knows it (`/var/app/current`); empty: wherever the agent works. */
  readonly directory: string;
  readonly deliveryTimeout: Milliseconds;
  readonly executionTimeout: Milliseconds;
  state: 'Pending' | 'InProgress' | 'Success' | 'Failed' | 'TimedOut' | 'Cancelled';
  /** `StatusDetails`; absent: the same word as the state. */
  details?: string;
  startedAt?: Instant;
  endedAt?: Instant;
  exitCode?: number;
  output?: string;
}
