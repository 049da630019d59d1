/** Several environments in one run: how each of them has ended, and what that makes of the whole. */
import type { Outcome, OutcomeState, Restored } from './outcome.js';
import type { Problem } from './problem.js';

/** `put-back`: it had succeeded, and what was there before is there again, because another environment failed. */
export type EnvironmentState = OutcomeState | 'not-started' | 'put-back';

export interface EnvironmentEnding {
  /** Its name, with the region where the run has several. */
  readonly title: string;
  /** Counted from 1. */
  readonly wave: number;
  readonly state: EnvironmentState;
  readonly outcome: Outcome;
}

const FAILED: readonly EnvironmentState[] = ['failed', 'timed-out', 'cancelled'];

export const hasFailed = ({ state }: Pick<EnvironmentEnding, 'state'>): boolean => FAILED.includes(state);

/** What is the same for every environment belongs to the run: it is told once, and of none of them. */
export function namedProblems(
  found: readonly { readonly title: string; readonly problems: readonly Problem[] }[],
): readonly Problem[] {
  const keyOf = ({ code, what, hint }: Problem): string => JSON.stringify([code, what, hint]);
  const counts = new Map<string, number>();
  for (const { problems } of found)
    for (const key of new Set(problems.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isCommon = (problem: Problem): boolean => found.length > 1 && counts.get(keyOf(problem)) === found.length;
  return [
    ...(found[0]?.problems ?? []).filter(isCommon),
    ...found.flatMap(({ title, problems }) =>
      problems.filter((one) => !isCommon(one)).map((one) => ({ ...one, what: `${title}: ${one.what}` })),
    ),
  ];
}

/** Succeeded only when every environment has. */
export function outcomeOfAll(endings: readonly EnvironmentEnding[], isCancelled: boolean): Outcome {
  const failed = endings.filter(hasFailed);
  const state = stateOfAll(endings, isCancelled);
  const first = failed.find(({ outcome }) => outcome.problem !== undefined);
  const problem = first?.outcome.problem;
  return {
    state,
    reason: reasonOf(endings, state),
    ...(problem === undefined || first === undefined ? {} : { problem: withTitle(first.title, problem) }),
    proof: weakestProof(endings),
    restored: restoredOfAll(endings),
    stillRunning: endings.flatMap(({ outcome }) => outcome.stillRunning),
  };
}

const withTitle = (title: string, problem: Problem): Problem => ({ ...problem, what: `${title}: ${problem.what}` });

function stateOfAll(endings: readonly EnvironmentEnding[], isCancelled: boolean): OutcomeState {
  const states = new Set(endings.map(({ state }) => state));
  const failed = endings.filter(hasFailed);
  if (isCancelled && (states.has('cancelled') || states.has('not-started'))) return 'cancelled';
  if (failed.length > 0 || states.has('put-back') || states.has('not-started'))
    return failed.length > 0 && failed.every(({ state }) => state === 'timed-out') ? 'timed-out' : 'failed';
  if (states.has('started')) return 'started';
  if (states.has('planned')) return 'planned';
  return states.has('succeeded') ? 'succeeded' : 'unchanged';
}

const COUNTED: Readonly<Record<EnvironmentState, string>> = {
  succeeded: 'succeeded',
  unchanged: 'had nothing to do',
  planned: 'planned',
  started: 'started and not waited for',
  failed: 'failed',
  'timed-out': 'timed out',
  cancelled: 'stopped',
  'put-back': 'put back',
  'not-started': 'not started',
};

function reasonOf(endings: readonly EnvironmentEnding[], state: OutcomeState): string {
  const parts = Object.entries(COUNTED).flatMap(([key, words]) => {
    const of = endings.filter((one) => one.state === key);
    return of.length === 0 ? [] : [`${of.length} ${words}${isGood(key) ? '' : ` (${listed(of)})`}`];
  });
  const [failed] = endings.filter(hasFailed);
  const why = failed === undefined || state === 'cancelled' ? '' : ` ${failed.title}: ${failed.outcome.reason}`;
  return `Of ${endings.length} environments ${parts.join(', ')}.${why}`;
}

const isGood = (state: string): boolean => ['succeeded', 'unchanged', 'planned', 'started'].includes(state);

function listed(endings: readonly EnvironmentEnding[]): string {
  const shown = endings.slice(0, 5).map(({ title }) => title);
  const more = endings.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

const PROOFS = ['none', 'environment', 'instances'] as const;

/** The chain is as strong as its weakest link. */
function weakestProof(endings: readonly EnvironmentEnding[]): Outcome['proof'] {
  const ended = endings.filter(({ state }) => state !== 'not-started');
  return PROOFS.find((proof) => ended.some(({ outcome }) => outcome.proof === proof)) ?? 'none';
}

/** `yes` only when nothing of this run is left anywhere. */
function restoredOfAll(endings: readonly EnvironmentEnding[]): Restored {
  const bad = endings.some((one) => hasFailed(one) || one.state === 'put-back');
  if (!bad) return 'not-needed';
  const each = endings.map(({ state, outcome }): Restored => (state === 'succeeded' ? 'no' : outcome.restored));
  return (['failed', 'no', 'yes'] as const).find((one) => each.includes(one)) ?? 'not-needed';
}

/** An environment whose turn did not come. */
export function notStarted(because: string): Outcome {
  return { state: 'cancelled', reason: because, proof: 'none', restored: 'not-needed', stillRunning: [] };
}
