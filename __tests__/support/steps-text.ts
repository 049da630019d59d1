/** Steps as a few lines of text, so that goldens can be read in a review. */
import type { Step } from '../../src/domain/plan.js';

export function stepsText(steps: readonly Step[]): string {
  return steps.map(stepText).join('\n');
}

function stepText(step: Step): string {
  switch (step.kind) {
    case 'publish-version':
      return `publish ${step.source.label}`;
    case 'update': {
      const what = [
        ...(step.versionLabel === undefined ? [] : [step.versionLabel]),
        ...step.options.map((one) => `${one.name}=${one.value}`),
        ...step.removeOptions.map((one) => `-${one.name}`),
      ];
      return `${step.purpose}: ${what.join(' ')}`;
    }
    case 'create':
      return `create ${step.environment.name} as ${step.cnamePrefix} with ${[step.versionLabel, ...step.options.map((one) => `${one.name}=${one.value}`)].join(' ')}`;
    case 'run-command':
      return `${step.input} on ${step.environment.name}: ${step.command}`;
    case 'create-application':
      return `create application ${step.application}`;
    case 'create-environment':
      return `create ${step.environment.name} from ${step.base.kind} with ${[step.versionLabel, ...step.options.map((one) => `${one.name}=${one.value}`)].join(' ')}`;
    case 'terminate':
      return `terminate ${step.environment.name} (${step.environment.id})`;
    case 'gate':
      return `gate: ${step.gate.kind}${step.gate.kind === 'smoke' ? ` ${step.gate.host ?? step.environment.name}` : ''}`;
    case 'swap':
      return `swap ${step.from.name} -> ${step.to.name}`;
    case 'bake':
      return `bake ${step.environment.name} ${step.span / 1_000} s`;
    case 'shift':
      return `shift ${step.before} -> ${step.weight} % ${step.stable.name} -> ${step.canary.name}`;
    case 'observe':
      return `observe ${step.step}/${step.steps} ${step.weight} % ${step.span / 1_000} s`;
    case 'restore':
      return `restore ${step.stable.name}`;
    case 'preview':
      return `preview ${step.header.name} -> ${step[step.shows].name}`;
    case 'detach':
      return `detach ${step.stable.name}`;
    case 'stop':
      return `stop ${step.environment.name}`;
    case 'retire':
      return `retire ${step.environment.name}: ${step.how}`;
    case 'settle': {
      const { expects } = step;
      const proof = [
        expects.versionLabel ?? 'no version',
        `from ${expects.previousVersionLabel ?? '?'}`,
        expects.raisesDeploymentId ? `deployment > ${expects.previousDeploymentId ?? '?'}` : 'same deployment',
        ...(expects.policy === undefined ? [] : [expects.policy]),
        `${expects.instances} instances`,
      ];
      return `  settled: ${proof.join(', ')}`;
    }
  }
}
