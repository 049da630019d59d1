/** Records in the state of the step: what the post phase ends when the main phase could not. */
import { ActionError } from '../domain/problem.js';
import type { DeploymentStatus } from '../ports/github.js';
import type { Host } from '../ports/host.js';
import type { Outside } from '../ports/outside.js';
import { gitHubOf } from './connect.js';

const DEPLOYMENTS = 'github-deployments';

export interface SavedRecord {
  readonly id: number;
  readonly environment: string;
  /** How it ends, as far as the main phase knew when it was saved. */
  readonly end: DeploymentStatus;
}

export function saveRecords(host: Pick<Host, 'saveState'>, open: readonly SavedRecord[]): void {
  host.saveState(DEPLOYMENTS, open.length === 0 ? '' : JSON.stringify(open));
}

/** Never fails: a record that stays in progress is wrong, and nothing depends on it. */
export async function endSavedRecords(outside: Pick<Outside, 'host' | 'github'>): Promise<void> {
  const { host } = outside;
  const text = host.state(DEPLOYMENTS);
  if (text === '') return;
  try {
    // Written by our own main phase; nothing else can write to the state of a step.
    const open = JSON.parse(text) as readonly SavedRecord[];
    const github = await gitHubOf(outside);
    for (const { id, environment, end } of open) {
      await github?.setDeploymentStatus(id, end);
      if (github !== undefined) host.line(`The GitHub deployment of ${environment} ended as ${end.state}.`);
    }
  } catch (error) {
    const code = error instanceof ActionError ? error.problem.code : 'internal';
    host.line(`The GitHub deployment could not be ended (${code}); it stays in progress on GitHub.`);
  }
}
