/** The rules of names and texts in requests, with the wording of the service (AWS API reference; seen in public reports). */
import { type Input, invalidParameter, textOf } from './context.js';

interface NameRule {
  readonly min: number;
  readonly max: number;
  readonly pattern?: RegExp;
  readonly mustBe?: string;
}

const DASHED = {
  pattern: /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
  mustBe: 'Member must contain only letters, digits, and the dash character and may not start or end with a dash',
};
const NO_SLASH = { pattern: /^[^/]*$/, mustBe: "Member must not contain the '/' character" };

/** By member name: where a name of this kind is given for something new. */
const RULES: Readonly<Record<string, NameRule>> = {
  ApplicationName: { min: 1, max: 100, ...NO_SLASH },
  VersionLabel: { min: 1, max: 100, ...NO_SLASH },
  TemplateName: { min: 1, max: 100, ...NO_SLASH },
  EnvironmentName: { min: 4, max: 40, ...DASHED },
  CNAMEPrefix: { min: 4, max: 63, ...DASHED },
  GroupName: { min: 1, max: 19, ...DASHED },
  Description: { min: 0, max: 200 },
};

/** Refuses a member that breaks its rule; absent members are for others to judge. */
export function checkNames(input: Input, ...members: readonly string[]): void {
  for (const member of members) {
    const rule = RULES[member];
    const value = input[member];
    if (rule === undefined || typeof value !== 'string') continue;
    const problem = problemOf(rule, value);
    if (problem !== undefined) {
      throw invalidParameter(`Value ${value} at '${member}' failed to satisfy constraint: ${problem}`);
    }
  }
}

function problemOf(rule: NameRule, value: string): string | undefined {
  if (value.length < rule.min) return `Member must have length greater than or equal to ${rule.min}`;
  if (value.length > rule.max) return `Member must have length less than or equal to ${rule.max}`;
  return rule.pattern?.test(value) === false ? rule.mustBe : undefined;
}

/** `description: text` when the request has one: an empty text empties it, an absent member leaves it. */
export function describedBy(input: Input): { readonly description?: string } {
  const description = textOf(input, 'Description');
  return description === undefined ? {} : { description };
}
