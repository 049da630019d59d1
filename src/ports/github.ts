/** What the action says to and asks of GitHub, in our words: pull requests, comments, deployments. */

/** A pull request as it is now. Title and branch are foreign text. */
export interface PullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly title: string;
  /** The newest commit of the pull request, never a merge commit made for a test. */
  readonly headCommit: string;
  readonly headBranch: string;
  /** `owner/name`; absent when the repository of the head was deleted. */
  readonly headRepository?: string;
  readonly labels: readonly string[];
}

export interface IssueComment {
  readonly id: number;
  readonly body: string;
  /** Who wrote it: only a comment of our own kind of author may be taken for ours. */
  readonly author: string;
  /** Address of the comment's page. */
  readonly url: string;
}

/** `POST /repos/{owner}/{repo}/deployments`, with `auto_merge: false` and no required contexts. */
export interface NewDeployment {
  /** Commit, branch or tag. */
  readonly ref: string;
  readonly environment: string;
  readonly description: string;
  /** A staging environment that will be gone one day. */
  readonly transient: boolean;
  readonly production: boolean;
  readonly payload: Readonly<Record<string, string>>;
}

export interface GitHubDeployment {
  readonly id: number;
  readonly environment: string;
  readonly ref: string;
  /** What `ref` stood for when the record was made. */
  readonly commit: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** One of a deployment's statuses, as it was written. Foreign text. */
export interface WrittenStatus {
  readonly state: string;
  readonly logUrl?: string;
}

export interface DeploymentStatus {
  readonly state: 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';
  /** GitHub takes 140 characters; the adapter cuts. */
  readonly description: string;
  readonly environmentUrl?: string;
  /** Page of the run. */
  readonly logUrl?: string;
}

/**
 * GitHub's REST API, as of api version 2022-11-28. Every member throws `ActionError` with one of the codes
 * `github-refused` (permissions), `github-limited`, `github-unreachable`, `github-rejected` when it is not answered as
 * hoped. Callers that only report turn it into a warning.
 */
export interface GitHub {
  /** `undefined`: there is no such pull request, and the repository itself was readable. */
  pullRequest(number: number): Promise<PullRequest | undefined>;
  /** All comments of a pull request, oldest first, all pages. */
  comments(pullRequest: number): Promise<readonly IssueComment[]>;
  createComment(pullRequest: number, body: string): Promise<IssueComment>;
  updateComment(id: number, body: string): Promise<void>;
  createDeployment(deployment: NewDeployment): Promise<number>;
  setDeploymentStatus(id: number, status: DeploymentStatus): Promise<void>;
  /**
   * What somebody may do here (`GET /repos/{owner}/{repo}/collaborators/{username}/permission`, its `permission`): triage
   * counts as `read`, maintain as `write`. `none` also for a login that nobody has.
   */
  permission(login: string): Promise<'admin' | 'write' | 'read' | 'none'>;
  /**
   * Under which login we write (`GET /user`). `undefined`: the token is that of an app installation, as the job's own is,
   * which GitHub refuses here with 403; it writes under a login that ends with `[bot]`.
   */
  viewer(): Promise<string | undefined>;
  /** Newest first, all pages. */
  deployments(environment: string): Promise<readonly GitHubDeployment[]>;
  /** Those of all environments, newest first, one page of a hundred. */
  newestDeployments(): Promise<readonly GitHubDeployment[]>;
  /** Newest first, one page of a hundred. */
  deploymentStatuses(id: number): Promise<readonly WrittenStatus[]>;
}
