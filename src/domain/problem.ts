/** What is wrong, who can mend it, and how: the only form in which the action refuses or gives up. */

/** Who has to act. */
export type Blame = 'you' | 'aws' | 'github' | 'us';

export interface Problem {
  /** Stable, kebab-case, documented in docs/errors.md. */
  readonly code: string;
  readonly blame: Blame;
  /** What happened, with the input or thing and the wrong value. One sentence. May hold foreign text: renderers escape it. */
  readonly what: string;
  /** The next thing to do. One sentence. */
  readonly hint: string;
  /** The input concerned, when there is one. */
  readonly input?: string;
}

/**
 * How a failed call to the outside must be taken by whoever waits:
 * `transient`: look again later (throttling, 5xx, broken connections); `permanent`: nothing will get better by itself.
 */
export type Nature = 'transient' | 'permanent';

/** The outside world failed. Always carries the original error as its cause. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
  readonly problem: Problem;
  readonly nature: Nature;
  /** For mutating calls: the service may have acted although no answer arrived. Look before repeating. */
  readonly answerLost: boolean;

  constructor(
    problem: Problem,
    options: { readonly cause?: unknown; readonly nature?: Nature; readonly answerLost?: boolean } = {},
  ) {
    super(problem.what, { cause: options.cause });
    this.problem = problem;
    this.nature = options.nature ?? 'permanent';
    this.answerLost = options.answerLost ?? false;
  }
}
