/** Where the user's commands on an instance stand among the steps of a strategy. Pure: the strategies know nothing of them. */
import { fleetOf } from '../domain/fleet.js';
import type { EnvironmentRef, Step } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { CommandSettings, DeploySettings } from '../domain/settings.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import { type Milliseconds, minutes } from '../domain/time.js';

/** Besides its own time: until the agent of a new instance is known, the script is delivered, and its end is told. */
const OVERHEAD: Milliseconds = minutes(8);

/** The steps with the commands among them. Steps that deploy nothing (the rest of an earlier run) stay as they are. */
export function withCommands(steps: readonly Step[], commands: CommandSettings | undefined): readonly Step[] {
  if (commands === undefined) return steps;
  return withPostDeploy(withPreTraffic(steps, commands), commands);
}

/**
 * As soon as the new side is proven, before anybody asks it: the checks that follow then see what the command has done.
 * Also when the version was there already: an earlier run may have failed at this very command.
 */
function withPreTraffic(steps: readonly Step[], { preTraffic, timeout }: CommandSettings): readonly Step[] {
  const proof = steps.findIndex((step) => step.kind === 'gate' && step.gate.kind === 'proven');
  const gate = steps[proof];
  if (preTraffic === undefined || gate?.kind !== 'gate' || gate.gate.kind !== 'proven') return steps;
  const { versionLabel } = gate.gate.proof;
  const { environment } = gate;
  const step: Step = {
    kind: 'run-command',
    environment,
    input: 'pre-traffic-command',
    command: preTraffic,
    timeout,
    versionLabel,
  };
  return [...steps.slice(0, proof + 1), step, ...steps.slice(proof + 1)];
}

/** With two sides after the swap and the question to production, before the bake; in place after the deployment is proven. */
function withPostDeploy(steps: readonly Step[], { atCreation, postDeploy, timeout }: CommandSettings): readonly Step[] {
  const creates = steps.some((step) => step.kind === 'create-environment');
  const place = placeAfter(steps);
  if (place === undefined) return steps;
  const { at, environment, versionLabel } = place;
  const wished = [
    ...(creates && atCreation !== undefined ? [['preview-first-command', atCreation] as const] : []),
    ...(postDeploy === undefined ? [] : [['post-deploy-command', postDeploy] as const]),
  ];
  const commands = wished.map(
    ([input, command]): Step => ({
      kind: 'run-command',
      environment,
      input,
      command,
      timeout,
      ...(versionLabel === undefined ? {} : { versionLabel }),
    }),
  );
  return [...steps.slice(0, at), ...commands, ...steps.slice(at)];
}

interface Place {
  readonly at: number;
  readonly environment: EnvironmentRef;
  readonly versionLabel: string | undefined;
}

function placeAfter(steps: readonly Step[]): Place | undefined {
  const swapped = steps.findIndex((step) => step.kind === 'swap');
  const swap = steps[swapped];
  if (swap?.kind === 'swap') {
    const isAsked = steps[swapped + 1]?.kind === 'gate';
    return {
      at: swapped + (isAsked ? 2 : 1),
      environment: swap.to,
      versionLabel: swap.proof?.versionLabel,
    };
  }
  const full = steps.findIndex((step) => step.kind === 'shift' && step.weight === 100);
  const shift = steps[full];
  if (shift?.kind === 'shift') {
    const proof = steps.flatMap((one) =>
      one.kind === 'gate' && one.gate.kind === 'proven' ? [one.gate.proof] : [],
    )[0];
    return { at: full + 1, environment: shift.canary, versionLabel: proof?.versionLabel };
  }
  // Only prepared: traffic moves in another run.
  if (steps.some((step) => step.kind === 'gate')) return undefined;
  const deployed = steps.findIndex(
    (step) =>
      (step.kind === 'update' && step.purpose === 'deploy') ||
      step.kind === 'create' ||
      step.kind === 'create-environment',
  );
  const settle = steps[deployed + 1];
  if (deployed < 0 || settle?.kind !== 'settle') return undefined;
  return { at: deployed + 2, environment: settle.environment, versionLabel: settle.expects.versionLabel };
}

/** What the commands add to the time that a rollout may take. */
export function commandTime(steps: readonly Step[]): Milliseconds {
  return steps.reduce((sum, step) => sum + (step.kind === 'run-command' ? step.timeout + OVERHEAD : 0), 0);
}

/** Why commands cannot be run on this environment. */
export function commandProblems({ commands }: DeploySettings, target: EnvironmentSnapshot): readonly Problem[] {
  const input = commands?.preTraffic === undefined ? 'post-deploy-command' : 'pre-traffic-command';
  if (commands?.preTraffic === undefined && commands?.postDeploy === undefined) return [];
  const { name, solutionStack, platformArn } = target.environment;
  const platform = solutionStack ?? platformArn ?? '';
  const why = /windows/i.test(platform)
    ? `${name} runs on Windows, and commands are shell scripts`
    : fleetOf(target).cluster
      ? `${name} is a Cluster environment, which has no instances that a command could run on`
      : undefined;
  if (why === undefined) return [];
  return [
    {
      code: 'command-not-possible',
      blame: 'you',
      what: `\`${input}\` is not possible: ${why}.`,
      hint: 'Remove it.',
      input,
    },
  ];
}
