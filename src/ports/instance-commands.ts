/** Shell scripts on one instance of an environment, carried there by AWS Systems Manager. */
import type { Milliseconds } from '../domain/time.js';

export interface ScriptRequest {
  readonly instanceId: string;
  readonly script: string;
  /** Where it runs. */
  readonly directory: string;
  readonly timeout: Milliseconds;
  /** Found again by `find`: of this very script and no other, up to 100 characters. */
  readonly mark: string;
}

/** Where a script stands. `undelivered`: it never reached the instance. */
export interface Invocation {
  readonly state: 'waiting' | 'running' | 'ended' | 'timed-out' | 'cancelled' | 'undelivered';
  /** Only of one that has ended. */
  readonly exitCode?: number;
  /** Up to 24,000 characters; of one that has ended. Foreign text. */
  readonly output: string;
  /** The service's own word for the state. Foreign text. */
  readonly details: string;
}

/** Throws `ActionError` only. */
export interface InstanceCommands {
  /** Answers the id of the command. Throws `instance-not-managed` when Systems Manager does not know the instance (yet). */
  send(request: ScriptRequest): Promise<string>;
  /** Commands with this mark, oldest first: after an answer that was lost. */
  find(instanceId: string, mark: string): Promise<readonly string[]>;
  /** `undefined` when it is not known yet. */
  read(instanceId: string, commandId: string): Promise<Invocation | undefined>;
  cancel(instanceId: string, commandId: string): Promise<void>;
}
