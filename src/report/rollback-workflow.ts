/** The repository's own rollback button: which workflow of the checkout rolls back, and what its inputs are called. */
import type { Files } from '../ports/files.js';
import type { RunFacts } from '../ports/host.js';
import { repositoryUrl } from './links.js';

/** A workflow that can be started by hand. All members are of a harmless form: letters, digits, points, hyphens. */
export interface RollbackWorkflow {
  /** Name of the file in `.github/workflows`. */
  readonly file: string;
  /** Names of its inputs by what they feed; absent where it has none for it. */
  readonly version?: string;
  readonly reason?: string;
  readonly environment?: string;
}

const FILES_LOOKED_AT = 100;
const LONGEST = 200_000;

/** The input of the workflow that this input of the action is fed from: `to-version: ${{ inputs.version }}`. */
function fedFrom(text: string, input: string): string | undefined {
  const found = new RegExp(
    `^\\s*${input}:\\s*['"]?\\$\\{\\{\\s*(?:github\\.event\\.)?inputs\\.([A-Za-z_][\\w-]*)\\s*\\}\\}['"]?\\s*$`,
    'm',
  );
  return found.exec(text)?.[1];
}

/** Reads a workflow file; `undefined` when it is not one that rolls back and has a button. */
export function rollbackWorkflow(file: string, text: string): RollbackWorkflow | undefined {
  if (!/^[\w.-]+\.ya?ml$/.test(file) || text.length > LONGEST) return undefined;
  if (!/^\s*(?:on:\s*)?workflow_dispatch\b/m.test(text) || !/^\s*operation:\s*['"]?rollback['"]?\s*$/m.test(text))
    return undefined;
  const version = fedFrom(text, 'to-version');
  const reason = fedFrom(text, 'comment');
  const environment = fedFrom(text, 'environment-name');
  return {
    file,
    ...(version === undefined ? {} : { version }),
    ...(reason === undefined ? {} : { reason }),
    ...(environment === undefined ? {} : { environment }),
  };
}

/** Looks through the workflows of the checkout. Never throws: a link that is missing is no reason for anything. */
export async function findRollbackWorkflow(
  files: Pick<Files, 'list' | 'readText'>,
  workspace: string,
): Promise<RollbackWorkflow | undefined> {
  const directory = `${workspace}/.github/workflows`;
  try {
    for (const file of (await files.list(directory)).slice(0, FILES_LOOKED_AT)) {
      if (!/\.ya?ml$/.test(file)) continue;
      const found = rollbackWorkflow(file, await files.readText(`${directory}/${file}`));
      if (found !== undefined) return found;
    }
  } catch {
    // No checkout, or one without workflows.
  }
  return undefined;
}

/** A word that needs no quotes in any shell. */
const SHELL_WORD = /^[A-Za-z0-9][\w.+-]{0,99}$/;

export interface RollbackWish {
  /** Label to go back to; one that a shell could misread is left to the workflow to find. */
  readonly version?: string;
  readonly environment: string;
}

/**
 * The command that presses the button, for somebody to copy into a terminal: nothing in it but words that no shell takes
 * for anything else. `undefined` when the environment's name is not such a word although the workflow asks for it.
 */
export function rollbackCommand(workflow: RollbackWorkflow, wish: RollbackWish, run: RunFacts): string | undefined {
  const { version = 'previous', environment } = wish;
  if (workflow.environment !== undefined && !SHELL_WORD.test(environment)) return undefined;
  const repository = repositoryUrl(run) === undefined ? undefined : run.repository;
  const because = /^\d+$/.test(run.runId ?? '') ? `put-away-after-run-${run.runId}` : 'put-away';
  return [
    `gh workflow run ${workflow.file}`,
    ...(repository === undefined ? [] : [`--repo ${repository}`]),
    ...(workflow.version === undefined
      ? []
      : [`-f ${workflow.version}=${SHELL_WORD.test(version) ? version : 'previous'}`]),
    ...(workflow.environment === undefined ? [] : [`-f ${workflow.environment}=${environment}`]),
    ...(workflow.reason === undefined ? [] : [`-f ${workflow.reason}=${because}`]),
  ].join(' ');
}

/** The page with the button; `undefined` outside of a repository. */
export function rollbackPage(workflow: RollbackWorkflow, run: RunFacts): string | undefined {
  const repository = repositoryUrl(run);
  return repository === undefined ? undefined : `${repository}/actions/workflows/${workflow.file}`;
}
