/** What an event asks for: a preview, its removal, or nothing, and why. Pure, and needs nothing of AWS. */
import type { Problem } from '../domain/problem.js';
import type { PullRequest } from '../ports/github.js';
import type { PreviewEvent, PullRequestEvent } from './event.js';

/** What is known besides the event. */
export interface DecisionFacts {
  readonly repository: string;
  /** `preview-label`. */
  readonly label?: string;
  /** The pull request as GitHub shows it now; absent when GitHub could not be asked, or knows no such pull request. */
  readonly now?: PullRequest;
  /** Whether whoever caused the event may write to the repository; absent when nobody could say. */
  readonly senderMayWrite?: boolean;
}

export type Intent =
  | { readonly intent: 'deploy'; readonly pull: PullRequest; readonly fromFork: boolean }
  | { readonly intent: 'remove'; readonly number: number; readonly closed: boolean; readonly because: string }
  /** The pull request has no preview for now, or keeps the one that it has. */
  | { readonly intent: 'nothing'; readonly because: string }
  | { readonly intent: 'refused'; readonly problem: Problem };

/** Commits or a new state; everything else that happens to a pull request changes nothing that is deployed. */
const DEPLOYS: readonly string[] = ['opened', 'synchronize', 'reopened', 'ready_for_review'];

export function decide(event: PreviewEvent, facts: DecisionFacts): Intent {
  switch (event.kind) {
    case 'unclear':
      return { intent: 'refused', problem: event.problem };
    case 'asked':
      return forAsked(event.number, facts);
    case 'pull-request':
      return forEvent(event, facts);
  }
}

function forEvent(event: PullRequestEvent, facts: DecisionFacts): Intent {
  const { action, pull, label } = event;
  const { number } = pull;
  if (action === 'closed') return remove(number, `pull request #${number} is closed`);
  if (facts.now?.state === 'closed') return remove(number, `pull request #${number} was closed in the meantime`);
  const isOurLabel = facts.label !== undefined && label === facts.label;
  if (action === 'unlabeled') {
    return isOurLabel
      ? remove(number, `the label ${facts.label} was taken off`, false)
      : nothing('another label was taken off');
  }
  if (action === 'labeled' && !isOurLabel) return nothing('a label was put on that previews do not depend on');
  if (action !== 'labeled' && !DEPLOYS.includes(action)) return nothing(`"${action}" changes nothing that is deployed`);
  const newer = facts.now !== undefined && facts.now.headCommit !== pull.headCommit;
  if (isFork(pull, facts)) return forFork(event, facts, newer);
  if (newer) return nothing(superseded(pull));
  if (facts.label !== undefined && !isOurLabel && !hasLabel(facts.now ?? pull, facts.label)) {
    return nothing(`the pull request does not have the label ${facts.label}`);
  }
  return { intent: 'deploy', pull, fromFork: false };
}

/**
 * Code of a stranger runs with the role of the preview's instances: only for the very commit that was on top when a
 * maintainer put the label on. A later push needs the label again.
 */
function forFork({ action, name, pull, sender }: PullRequestEvent, facts: DecisionFacts, newer: boolean): Intent {
  if (facts.label === undefined) {
    return nothing('it comes from a fork, and without `preview-label` no maintainer can say that its code may run');
  }
  if (action !== 'labeled') {
    return nothing(
      `it comes from a fork: a maintainer who has read commit ${pull.headCommit.slice(0, 7)} has to put the label ${facts.label} on (once more, when it is there from an earlier commit)`,
    );
  }
  if (name === 'pull_request') {
    return nothing(
      'it comes from a fork, and GitHub gives the event pull_request of a fork no credentials (docs/previews.md, "Forks", says what does)',
    );
  }
  if (newer) return nothing('commits were pushed after the label was put on; they need the label again');
  if (facts.now === undefined)
    return nothing('it comes from a fork, and GitHub could not be asked who put the label on');
  if (facts.senderMayWrite !== true) {
    return nothing(`it comes from a fork, and ${sender}, who put the label on, may not write to this repository`);
  }
  return { intent: 'deploy', pull, fromFork: true };
}

function forAsked(number: number, facts: DecisionFacts): Intent {
  const { now } = facts;
  if (now === undefined) return { intent: 'refused', problem: unknownPullRequest(number, facts.repository) };
  if (now.state === 'closed') return remove(number, `pull request #${number} is closed`);
  if (isFork(now, facts)) {
    return nothing(
      'it comes from a fork, whose commits are deployed only by the event of a label that a maintainer puts on',
    );
  }
  return { intent: 'deploy', pull: now, fromFork: false };
}

/** Also when the repository of the head is gone: then nobody can say that it was ours. */
const isFork = ({ headRepository }: PullRequest, { repository }: DecisionFacts): boolean =>
  headRepository?.toLowerCase() !== repository.toLowerCase();

const hasLabel = ({ labels }: PullRequest, label: string): boolean => labels.includes(label);

export const superseded = ({ headCommit }: PullRequest): string =>
  `${headCommit.slice(0, 7)} is no longer the newest commit; the run of the newer one deploys that`;

const remove = (number: number, because: string, closed = true): Intent => ({
  intent: 'remove',
  number,
  closed,
  because,
});
const nothing = (because: string): Intent => ({ intent: 'nothing', because });

const unknownPullRequest = (number: number, repository: string): Problem => ({
  code: 'preview-pull-request-unknown',
  blame: 'you',
  what: `GitHub shows no pull request #${number} in ${repository}, so there is no commit to deploy.`,
  hint: 'Check `pull-request-number`, give the job `pull-requests: read`, and hand its token over as `github-token`.',
  input: 'pull-request-number',
});
