/** Outcomes of runs that end before a rollout begins, or beside it. The rollout makes its own. */
import type { Outcome } from './outcome.js';
import type { Plan, Step } from './plan.js';
import { ActionError, type Problem } from './problem.js';

const BARE = { proof: 'none', restored: 'not-needed', stillRunning: [] } as const;

/** Nothing was changed, because of these problems (at least one). */
export function refused(problems: readonly Problem[]): Outcome {
  const [first] = problems;
  if (first === undefined) throw new Error('a refusal without a problem');
  const reason = problems.length === 1 ? first.what : `${problems.length} problems; nothing was changed.`;
  return { ...BARE, state: 'failed', reason, problem: first };
}

/** What would be done: the end of a dry run. */
export function planned(plan: Pick<Plan, 'unchanged'>): Outcome {
  const reason = plan.unchanged ?? 'This is what would be done; nothing was changed (dry run).';
  return { ...BARE, state: 'planned', reason };
}

/** Stopped before anything was changed. */
export function cancelledEarly(): Outcome {
  return { ...BARE, state: 'cancelled', reason: 'Stopped on request before anything was changed.' };
}

/** Stopped, and something did not answer in time: what the service does now is not known here. */
export function cancelledUnanswered(inHand: InHand): Outcome {
  return {
    ...BARE,
    state: 'cancelled',
    reason: 'Stopped on request; the service did not answer in time to say what has become of the update.',
    restored: 'no',
    stillRunning: [goesOnUnheard(inHand, 'running or being aborted')],
  };
}

/** What a rollout was about when nothing more was heard of it. */
export interface InHand {
  /** That was planned for; with two sides the one that was live before. */
  readonly environmentName: string;
  /** That was begun last. */
  readonly step: Step | undefined;
}

/** A sentence about what may go on in the account by itself. */
export function goesOnUnheard({ environmentName, step }: InHand, how = 'running'): string {
  if (step?.kind === 'swap')
    return `The swap of CNAMEs from ${step.from.name} to ${step.to.name} may still take place.`;
  if (step !== undefined && 'canary' in step) {
    return `${step.canary.name} may still get a share of the requests, or keep one: run the job with \`operation: abort\`.`;
  }
  const name = step !== undefined && 'environment' in step ? step.environment.name : environmentName;
  if (step?.kind === 'terminate' || (step?.kind === 'retire' && step.how === 'terminate')) {
    return `The termination of ${name} may still be under way.`;
  }
  if (step?.kind === 'create' || step?.kind === 'create-environment') {
    return `The creation of ${name} may still be under way.`;
  }
  return `An update of ${name} may still be ${how}.`;
}

/** The outside world failed, or there is a bug: the only place where an exception becomes an outcome. */
export function broken(error: unknown): Outcome {
  const problem: Problem =
    error instanceof ActionError
      ? error.problem
      : {
          code: 'internal',
          blame: 'us',
          what: `An unexpected error ended the run: ${error instanceof Error ? error.message : String(error)}.`,
          hint: 'Run the job again with debug logging and report this with the log; look at the environment before you deploy again.',
        };
  return { ...BARE, state: 'failed', reason: problem.what, problem };
}
