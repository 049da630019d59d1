/** Puts the alarms into a plan: a gate before traffic moves, and a watch while the version is deployed and while it bakes. Pure. */
import { type AlarmReading, type AlarmWatch, refuseAlarms } from '../domain/alarm.js';
import type { Plan, Step } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { DeploySettings } from '../domain/settings.js';
import type { Planned } from './operation.js';

/**
 * With two sides the alarms of production say nothing of the side that serves nobody: there they are asked right before
 * the swap and from then on. In place they are watched from the moment the deployment begins.
 */
export function withAlarms(plan: Plan, { watch: alarms, warnings }: AlarmsBefore): Plan {
  if (plan.steps.length === 0) return plan;
  if (alarms === undefined) return { ...plan, warnings: [...plan.warnings, ...warnings] };
  const moves = plan.steps.some(({ kind }) => kind === 'swap' || kind === 'bake' || kind === 'observe');
  return {
    ...plan,
    steps: plan.steps.flatMap((step, at) => guarded(step, plan.steps[at - 1], alarms, moves)),
    warnings: [...plan.warnings, ...warnings],
  };
}

function guarded(step: Step, before: Step | undefined, alarms: AlarmWatch, moves: boolean): readonly Step[] {
  switch (step.kind) {
    case 'swap':
      return [{ kind: 'gate', environment: step.from, gate: { kind: 'alarms', alarms } }, step];
    case 'shift':
      return step.before > 0
        ? [step]
        : [{ kind: 'gate', environment: step.stable, gate: { kind: 'alarms', alarms } }, step];
    case 'observe':
    case 'bake':
      return [{ ...step, alarms }];
    case 'settle':
      return !moves && before?.kind === 'update' && before.purpose === 'deploy' ? [{ ...step, alarms }] : [step];
    case 'publish-version':
    case 'update':
    case 'create':
    case 'create-application':
    case 'create-environment':
    case 'terminate':
    case 'run-command':
    case 'gate':
    case 'stop':
    case 'retire':
    case 'restore':
    case 'detach':
    case 'preview':
      return [step];
  }
}

/** What the alarms say before anything is changed. */
export interface AlarmsBefore {
  readonly problems: readonly Problem[];
  /** Those that are watched; absent: none. */
  readonly watch?: AlarmWatch;
  /** For the plan, a sentence each. */
  readonly warnings: readonly string[];
}

/**
 * What is a cure must not be kept away by what it cures: a rollback, and the rest of a bake that an earlier run has left
 * (`wouldBe` is what the plan would be), go on although an alarm is in ALARM.
 */
export function alarmsBefore(
  { alarms, operation }: Pick<DeploySettings, 'alarms' | 'operation'>,
  readings: readonly AlarmReading[],
  wouldBe: () => Planned,
): AlarmsBefore {
  if (alarms === undefined) return { problems: [], warnings: [] };
  const problems = refuseAlarms(alarms.names, readings);
  const isActive = (name: string): boolean => readings.some((one) => one.name === name && one.state === 'ALARM');
  const active = alarms.names.filter(isActive);
  const warnings = readings
    .filter(({ state }) => state === 'INSUFFICIENT_DATA')
    .map(
      ({ name }) => `The alarm ${name} has not enough data at the moment (INSUFFICIENT_DATA): it guards nothing yet.`,
    );
  if (active.length === 0) return { problems, watch: alarms, warnings };
  const missing = problems.filter(({ code }) => code !== 'alarm-active');
  if (operation === 'rollback') {
    const names = alarms.names.filter((name) => !isActive(name));
    const said = `In ALARM already, so not watched during this rollback: ${active.join(', ')}.`;
    const watch = names.length === 0 ? {} : { watch: { ...alarms, names } };
    return { problems: missing, ...watch, warnings: [...warnings, said] };
  }
  const planned = wouldBe();
  const bakesOnly = planned.kind === 'plan' && planned.plan.steps[0]?.kind === 'bake';
  return bakesOnly ? { problems: missing, watch: alarms, warnings } : { problems, warnings };
}
