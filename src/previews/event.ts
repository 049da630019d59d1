/** What GitHub's event says about a pull request. The payload was written by others: only what has the right shape is read. */
import { parsedJson } from '../domain/json.js';
import type { Problem } from '../domain/problem.js';
import type { PullRequest } from '../ports/github.js';

/** An event of the pull request itself. */
export interface PullRequestEvent {
  readonly kind: 'pull-request';
  /** `pull_request`, or `pull_request_target`, whose `GITHUB_SHA` is that of the base. */
  readonly name: 'pull_request' | 'pull_request_target';
  /** `opened`, `synchronize`, `labeled`, … */
  readonly action: string;
  /** As it was when the event happened. */
  readonly pull: PullRequest;
  /** The label that was put on or taken off. */
  readonly label?: string;
  /** Login of whoever caused the event. */
  readonly sender: string;
}

export type PreviewEvent =
  | PullRequestEvent
  /** Somebody, or another workflow, names a pull request. */
  | { readonly kind: 'asked'; readonly number: number }
  | { readonly kind: 'unclear'; readonly problem: Problem };

/** `asked`: the input `pull-request-number`, which counts where the event itself belongs to no pull request. */
export function previewEvent(name: string | undefined, payload: string | undefined, asked?: number): PreviewEvent {
  if (name !== 'pull_request' && name !== 'pull_request_target') {
    return asked === undefined ? unclear(noPullRequest(name)) : { kind: 'asked', number: asked };
  }
  const event = record(parsedJson(payload ?? ''));
  const pull = pullRequestOf(event);
  const action = text(event.action);
  const sender = text(record(event.sender).login);
  if (pull === undefined || action === undefined || sender === undefined) return unclear(unreadable(name));
  const label = text(record(event.label).name);
  return { kind: 'pull-request', name, action, pull, sender, ...(label === undefined ? {} : { label }) };
}

function pullRequestOf(event: Fields): PullRequest | undefined {
  const pull = record(event.pull_request);
  const head = record(pull.head);
  const number = pull.number;
  const headCommit = text(head.sha);
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 1) return undefined;
  if (headCommit === undefined || !isCommit(headCommit)) return undefined;
  const headRepository = text(record(head.repo).full_name);
  const labels = Array.isArray(pull.labels) ? pull.labels : [];
  return {
    number,
    state: pull.state === 'closed' ? 'closed' : 'open',
    title: text(pull.title) ?? '',
    headCommit,
    headBranch: text(head.ref) ?? '',
    ...(headRepository === undefined ? {} : { headRepository }),
    labels: labels.flatMap((label) => text(record(label).name) ?? []),
  };
}

/** SHA-1, or SHA-256 in repositories that use it. */
export const isCommit = (given: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(given);

type Fields = Readonly<Record<string, unknown>>;

const record = (value: unknown): Fields =>
  // The one cast: every field is looked at before it is used.
  typeof value === 'object' && value !== null ? (value as Fields) : {};
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const unclear = (problem: Problem): PreviewEvent => ({ kind: 'unclear', problem });

const noPullRequest = (name: string | undefined): Problem => ({
  code: 'preview-without-pull-request',
  blame: 'you',
  what: `The event ${name ?? '(none)'} belongs to no pull request, and \`pull-request-number\` names none.`,
  hint: 'Start the workflow on `pull_request`, or give `pull-request-number` (for example from an input of workflow_dispatch).',
  input: 'pull-request-number',
});

const unreadable = (name: string): Problem => ({
  code: 'preview-event-unreadable',
  blame: 'github',
  what: `The payload of the event ${name} (GITHUB_EVENT_PATH) does not describe a pull request with its head commit.`,
  hint: 'Run the step in the job that the event started; a container needs the file, too.',
});
