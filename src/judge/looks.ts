/** How many looks a rollout takes at most: the error that is allowed is shared out among them. Pure. */
import type { JudgeRules } from '../domain/judgement.js';
import type { Step } from '../domain/plan.js';
import { type Milliseconds, minutes } from '../domain/time.js';

const EVERY = minutes(1);

/** Looks in one rollout while it is paused or waits to be confirmed, when they are twice as far apart each time. */
export const RESTING_LOOKS = 10;

/** Looks at one share: one a minute, for as long as it may be extended. */
export const looksIn = (span: Milliseconds, { maxStepExtension }: Pick<JudgeRules, 'maxStepExtension'>): number =>
  Math.ceil(span / EVERY) + Math.ceil(maxStepExtension / EVERY) + 1;

/** Of a whole plan, pauses included. */
export function looksOf(steps: readonly Step[]): number {
  const looks = steps.map((step) => (step.kind === 'observe' ? looksIn(step.span, step.rules) : 0));
  return looks.reduce((sum, one) => sum + one, RESTING_LOOKS);
}
