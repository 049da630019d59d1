/** What must never be printed: values of environment variables and of options that look like secrets. Pure. */
import type { OptionSetting } from '../domain/environment.js';
import type { Plan, Step } from '../domain/plan.js';
import type { Settings } from '../domain/settings.js';

export const HIDDEN = '(hidden)';

const ENVIRONMENT_VARIABLES = 'aws:elasticbeanstalk:application:environment';
const SECRET_NAME =
  /pass(word|wd|phrase)?|secret|token|credential|private|api[-_]?key|access[-_]?key|auth|dsn|_key$|conn(ection)?[-_]?str/i;
/** `scheme://user:password@host`. */
const ADDRESS_WITH_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:([^/\s@]+)@/i;

/** A mask shorter than this would blank out innocent text all over the log. */
const SHORTEST_MASK = 6;
/** Settings of secret-looking variables (`AUTH_MODE=required`) whose mask would do the same. */
const EVERYDAY_WORD =
  /^(enabled|disabled|required|optional|default|production|staging|development|localhost|[0-9.]+)$/i;

function isSecret(option: OptionSetting): boolean {
  return option.namespace === ENVIRONMENT_VARIABLES || SECRET_NAME.test(option.name);
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
      return { ...step, options: shownOptions(step.options) };
    case 'settle':
      return { ...step, expects: { ...step.expects, options: shownOptions(step.expects.options) } };
  }
}

export function shownPlan(plan: Plan): Plan {
  return { ...plan, steps: plan.steps.map(shownStep) };
}

function masksOf(name: string, value: string): readonly string[] {
  const password = ADDRESS_WITH_PASSWORD.exec(value)?.[1];
  if (!SECRET_NAME.test(name)) return password === undefined ? [] : [password];
  // Masks are matched line by line (GitHub: "Workflow commands", add-mask), so each line is a mask of its own.
  const lines = value.split(/\r?\n/).map((line) => line.trim());
  return password === undefined ? lines : [...lines, password];
}

/** Values in the settings that the runner has to mask before anything is printed or sent. */
export function secretValues(settings: Settings): readonly string[] {
  const named: readonly (readonly [string, string])[] = [
    ...Object.entries(settings.environmentVariables.set),
    ...settings.options.map((option) => [option.name, option.value] as const),
  ];
  const masks = named.flatMap(([name, value]) => masksOf(name, value));
  return [...new Set(masks)].filter((mask) => mask.length >= SHORTEST_MASK && !EVERYDAY_WORD.test(mask));
}
