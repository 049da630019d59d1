/** Types of policies.mjs, for the test that compares the policies with what is called. */
export type PolicyName =
  | 'in-place'
  | 'blue-green'
  | 'canary-alb'
  | 'canary-route53'
  | 'cluster'
  | 'create'
  | 'rollback'
  | 'terminate'
  | 'lock'
  | 'preview'
  | 'prune-versions'
  | 'commands'
  | 'alarms';

export const POLICIES: Readonly<Record<PolicyName, { readonly title: string; readonly statements: readonly string[] }>>;
export function policyText(name: PolicyName): string;
export function actionsOf(name: PolicyName): readonly string[];
