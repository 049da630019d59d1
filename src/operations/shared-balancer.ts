/** Two environments behind one shared load balancer: reasons against a swap of CNAMEs, and the proof after it. Pure. */
import { type HostRouting, refuseFixedHosts, sharedBalancerOf } from '../domain/host-rules.js';
import type { Plan, Step } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { DeploySettings } from '../domain/settings.js';
import type { Snapshot } from '../domain/snapshot.js';

/** The load balancer whose rules matter for this run; `undefined`: none does, because no traffic is moved between two sides behind one. */
export function balancerOfPair({ operation, strategy }: DeploySettings, { target }: Snapshot): string | undefined {
  const moves = operation === 'deploy' || operation === 'promote' || operation === 'rollback';
  // By shares of a rule the names do not move at all.
  const swaps = strategy.pair !== undefined && strategy.pair.route === undefined && target.pair !== undefined;
  return moves && swaps ? sharedBalancerOf(target) : undefined;
}

export function refuseHostRules(
  { strategy }: DeploySettings,
  { target }: Snapshot,
  routing: HostRouting,
): readonly Problem[] {
  if (strategy.pair?.allowHostRules === true || target.pair === undefined) return [];
  const { environment, pair } = target;
  const cnames = [pair.productionCname, environment.cname, pair.idle?.environment.cname].flatMap((one) => one ?? []);
  return refuseFixedHosts(routing, { id: environment.id, name: environment.name }, cnames);
}

const CAUTION =
  'Both sides are behind one shared load balancer, which routes by host name; whether a swap of CNAMEs changes its rules is not documented by AWS. They are read after the swap, and traffic moves back when they still lead to the old side.';

/** `unread`: why the rules could not be read. Without them there is a caution, and no proof but that of the application. */
export function withRouting(plan: Plan, loadBalancerArn: string | undefined, unread: string | undefined): Plan {
  if (loadBalancerArn === undefined || !plan.steps.some(({ kind }) => kind === 'swap')) return plan;
  if (unread !== undefined) {
    const said = `Both sides are behind one shared load balancer, and its rules could not be read: ${unread}`;
    return { ...plan, warnings: [...plan.warnings, said] };
  }
  const proven = (step: Step): readonly Step[] => {
    if (step.kind !== 'swap') return [step];
    const gate = { kind: 'routed', loadBalancerArn, host: step.productionCname } as const;
    return [step, { kind: 'gate', environment: step.to, gate }];
  };
  return { ...plan, steps: plan.steps.flatMap(proven), warnings: [...plan.warnings, CAUTION] };
}
