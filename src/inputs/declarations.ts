/** Every common input, once, in the groups in which the documentation shows them; strategies declare their own. */
import type { Declaration, Declarations, ValuesOf } from '../domain/input.js';
import { STRATEGIES } from '../strategies/index.js';
import { CLUSTER_INPUTS } from './cluster-inputs.js';
import { COMMAND_INPUTS } from './command-inputs.js';
import { CREATION_INPUTS, TERMINATION_INPUTS } from './environment-inputs.js';
import { GATE_INPUTS } from './gate-inputs.js';
import { GITHUB_INPUTS } from './github-inputs.js';
import { IMAGE_INPUTS } from './image-inputs.js';
import { LOCK_INPUTS } from './lock-inputs.js';
import { MIGRATION_INPUTS } from './migration-inputs.js';
import { PREVIEW_INPUTS } from './preview-inputs.js';
import { ROLLBACK_INPUTS } from './rollback-inputs.js';
import { ENDING_INPUTS, PROOF_INPUTS } from './rollout-inputs.js';
import { CONFIGURATION_INPUTS, TARGET_INPUTS } from './target-inputs.js';
import { VERSION_INPUTS } from './version-inputs.js';
import { WAVES_INPUTS } from './waves-inputs.js';

export const COMMON_INPUTS = {
  ...TARGET_INPUTS,
  ...VERSION_INPUTS,
  ...IMAGE_INPUTS,
  ...CLUSTER_INPUTS,
  ...ROLLBACK_INPUTS,
  ...CONFIGURATION_INPUTS,
  ...PROOF_INPUTS,
  ...GATE_INPUTS,
  ...COMMAND_INPUTS,
  ...ENDING_INPUTS,
  ...CREATION_INPUTS,
  ...TERMINATION_INPUTS,
  ...LOCK_INPUTS,
  ...WAVES_INPUTS,
  ...GITHUB_INPUTS,
  ...MIGRATION_INPUTS,
} as const;

export type CommonInputs = typeof COMMON_INPUTS;

/** What was given, whatever it is worth: complete only when there are no problems. */
export type Given = Partial<ValuesOf<CommonInputs>>;

/** Inputs of the strategies by name, with the strategies that read them. */
export const STRATEGY_INPUTS: ReadonlyMap<
  string,
  { readonly declaration: Declaration<unknown>; readonly strategies: readonly string[] }
> = gather();

function gather(): Map<string, { declaration: Declaration<unknown>; strategies: readonly string[] }> {
  const found = new Map<string, { declaration: Declaration<unknown>; strategies: readonly string[] }>();
  for (const [strategy, { inputs }] of Object.entries(STRATEGIES)) {
    for (const [name, declaration] of Object.entries(inputs)) {
      const strategies = [...(found.get(name)?.strategies ?? []), strategy];
      found.set(name, { declaration, strategies });
    }
  }
  return found;
}

export interface InputGroup {
  readonly title: string;
  readonly inputs: Declarations;
}

/** All inputs as `action.yml` and the README show them. */
export const INPUT_GROUPS: readonly InputGroup[] = [
  { title: 'What, where, how', inputs: TARGET_INPUTS },
  {
    title: 'Of single strategies',
    inputs: Object.fromEntries([...STRATEGY_INPUTS].map(([name, { declaration }]) => [name, declaration])),
  },
  { title: 'The version', inputs: VERSION_INPUTS },
  { title: 'A container image', inputs: IMAGE_INPUTS },
  { title: 'A container image on a cluster', inputs: CLUSTER_INPUTS },
  { title: 'Earlier versions', inputs: ROLLBACK_INPUTS },
  { title: 'Configuration', inputs: CONFIGURATION_INPUTS },
  { title: 'What counts as success', inputs: PROOF_INPUTS },
  { title: 'Gates', inputs: GATE_INPUTS },
  { title: 'Commands on an instance', inputs: COMMAND_INPUTS },
  { title: 'Limits and endings', inputs: ENDING_INPUTS },
  { title: 'Creating an environment', inputs: CREATION_INPUTS },
  { title: 'Terminating an environment', inputs: TERMINATION_INPUTS },
  { title: 'One rollout at a time', inputs: LOCK_INPUTS },
  { title: 'Several environments', inputs: WAVES_INPUTS },
  { title: 'Previews of pull requests', inputs: PREVIEW_INPUTS },
  { title: 'GitHub', inputs: GITHUB_INPUTS },
  { title: "Accepted from AWS's own action", inputs: MIGRATION_INPUTS },
];

export const INPUT_NAMES: readonly string[] = INPUT_GROUPS.flatMap(({ inputs }) => Object.keys(inputs));
