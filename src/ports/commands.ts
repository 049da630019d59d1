/** Programs on the runner: the user's own checks. Never a shell. */
import type { Milliseconds } from '../domain/time.js';

export interface CommandRequest {
  readonly program: string;
  readonly args: readonly string[];
  /** Added to the variables of the step. */
  readonly env: Readonly<Record<string, string>>;
  readonly timeout: Milliseconds;
  readonly signal?: AbortSignal;
  /** Hears each line of its output. Foreign text. */
  readonly onLine: (line: string) => void;
}

export type CommandEnd =
  | { readonly kind: 'ended'; readonly exitCode: number }
  | { readonly kind: 'timed-out' }
  /** It could not be started: a clause that says why. */
  | { readonly kind: 'not-started'; readonly because: string };

export interface Commands {
  /** Never fails. */
  run(request: CommandRequest): Promise<CommandEnd>;
}
