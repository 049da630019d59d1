/** Puts what follows when a version cannot be judged (`on-inconclusive`) into the steps that judge one. Pure. */
import type { OnInconclusive } from '../domain/gate.js';
import type { JudgeRules } from '../domain/judgement.js';
import type { Plan, Step } from '../domain/plan.js';

/** Strategies do not see the common inputs, so their rules come with the default. */
export function withInconclusive(plan: Plan, onInconclusive: OnInconclusive = 'warn'): Plan {
  const told = (rules: JudgeRules): JudgeRules => ({ ...rules, onInconclusive });
  const tell = (step: Step): Step => {
    if (step.kind === 'observe') return { ...step, rules: told(step.rules) };
    if (step.kind !== 'settle' || step.judging === undefined) return step;
    return { ...step, judging: { ...step.judging, rules: told(step.judging.rules) } };
  };
  return { ...plan, steps: plan.steps.map(tell) };
}
