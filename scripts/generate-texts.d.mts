/** Types of generate-texts.mjs, for the test that compares its texts with the files. */
import type { OutputDeclaration } from '../src/domain/outputs.js';
import type { CODE_GROUPS } from '../src/domain/problem-codes.js';
import type { InputGroup, STRATEGY_INPUTS } from '../src/inputs/declarations.js';
import type { Strategy } from '../src/strategies/strategy.js';

interface Inputs {
  readonly groups: readonly InputGroup[];
  readonly strategyInputs: typeof STRATEGY_INPUTS;
}
type Outputs = Readonly<Record<string, OutputDeclaration>>;

export function between(document: string, name: string, text: string): string;
export function actionYml(inputs: Inputs & { readonly outputs: Outputs }): string;
export function inputTables(inputs: Inputs): string;
export function outputTable(outputs: Outputs): string;
export function strategyTable(strategies: Readonly<Record<string, Strategy>>): string;
export function errorsMd(groups: typeof CODE_GROUPS): string;
