/** What is never shown: values of environment variables and of options that look like secrets. Pure. */
import type { OptionSetting } from '../domain/environment.js';
import type { Plan, Step } from '../domain/plan.js';

export const HIDDEN = '(hidden)';

const ENVIRONMENT_VARIABLES = 'aws:elasticbeanstalk:application:environment';
const SECRET_NAME =
  /pass(word|wd|phrase)?|secret|token|credential|private|api[-_]?key|access[-_]?key|auth|dsn|_key$|conn(ection)?[-_]?str/i;
function isSecret(option: OptionSetting): boolean {
  return (
    option.namespace === ENVIRONMENT_VARIABLES ||
    // The variables of a Cluster environment are one option.
    option.name === 'env-variables' ||
    SECRET_NAME.test(option.name)
  );
}

/** Options as they may be shown: names always, values of environment variables and secrets never. */
export function shownOptions(options: readonly OptionSetting[]): readonly OptionSetting[] {
  return options.map((option) => (isSecret(option) ? { ...option, value: HIDDEN } : option));
}

export function shownStep(step: Step): Step {
  switch (step.kind) {
    case 'publish-version':
      return step;
    case 'update':
      return {
        ...step,
        options: shownOptions(step.options),
        ...(step.undo === undefined ? {} : { undo: step.undo.map(shownStep) }),
      };
    case 'create':
    case 'create-environment':
      return { ...step, options: shownOptions(step.options) };
    case 'run-command':
    case 'create-application':
    case 'terminate':
    case 'gate':
    case 'stop':
    case 'retire':
    case 'observe':
    case 'restore':
    case 'detach':
      return step;
    case 'swap':
    case 'shift':
    case 'preview':
    case 'bake':
      return { ...step, ...(step.undo === undefined ? {} : { undo: step.undo.map(shownStep) }) };
    case 'settle':
      return { ...step, expects: { ...step.expects, options: shownOptions(step.expects.options) } };
  }
}

export function shownPlan(plan: Plan): Plan {
  return { ...plan, steps: plan.steps.map(shownStep) };
}
