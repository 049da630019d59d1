/** Payloads of GitHub's events, as far as workflows and the action read them. */
import type { WorkflowEvent } from '../../src/demo/workflow/workflow.js';
import { REPOSITORY, type Release, SHA } from './stage.js';

type Given = Pick<WorkflowEvent, 'name' | 'payload' | 'sha'> & Partial<WorkflowEvent>;

export const push = (release: Release = 'v1', more: Partial<WorkflowEvent> = {}): Given => ({
  name: 'push',
  payload: { ref: 'refs/heads/main', after: SHA[release], repository: { full_name: REPOSITORY } },
  sha: SHA[release],
  ...more,
});

/** The workflow's own commit is the merge with the base, as GitHub makes it. */
export function pullRequest(action: string, release: Release = 'v1', from: string = REPOSITORY): Given {
  const state = action === 'closed' ? 'closed' : 'open';
  return {
    name: 'pull_request',
    payload: {
      action,
      number: 17,
      pull_request: {
        number: 17,
        state,
        title: 'Faster checkout',
        labels: [],
        head: { sha: SHA[release], ref: 'faster', repo: { full_name: from } },
        base: { sha: 'b'.repeat(40), ref: 'main', repo: { full_name: REPOSITORY } },
      },
      repository: { full_name: REPOSITORY },
      sender: { login: 'kim' },
    },
    sha: 'f'.repeat(40),
    ref: 'refs/pull/17/merge',
  };
}

export const dispatch = (inputs: Readonly<Record<string, string | boolean>>): Given => ({
  name: 'workflow_dispatch',
  payload: { inputs, repository: { full_name: REPOSITORY } },
  sha: SHA.v1,
});

export const schedule: Given = { name: 'schedule', payload: { schedule: '17 * * * *' }, sha: SHA.v1 };
