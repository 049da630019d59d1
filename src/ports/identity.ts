/** Who the credentials belong to: said in the log, and when something that should be there cannot be seen. */

export interface CallerIdentity {
  readonly account: string;
  readonly arn: string;
}

export interface Identity {
  /** `undefined` when it cannot be found out. Never fails: nothing hangs on it. */
  caller(): Promise<CallerIdentity | undefined>;
}
