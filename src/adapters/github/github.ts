/** GitHub's REST API over Octokit, as `@actions/github` sets it up: base address, proxies and token of the job. */
// Not the package's main file: that one reads the payload of the event, and fails when it is not there.
import { GitHub as ActionsOctokit, getOctokitOptions } from '@actions/github/lib/utils';
import type { Milliseconds } from '../../domain/time.js';
import { seconds } from '../../domain/time.js';
import type { Clock } from '../../ports/clock.js';
import type {
  DeploymentStatus,
  GitHub,
  GitHubDeployment,
  IssueComment,
  NewDeployment,
  PullRequest,
} from '../../ports/github.js';
import { type Calls, createCalls, type Told } from './calls.js';

export interface GitHubOptions {
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Root of the REST API: `https://api.github.com`, or `https://host/api/v3` of a GitHub Enterprise Server. */
  readonly apiUrl?: string;
  readonly version: string;
  readonly clock: Clock;
  /** How long one call may take, attempts and waits included. Default: 10 s. */
  readonly limit?: Milliseconds;
  /** Default: one that follows the proxy variables. */
  readonly fetch?: (address: string, options?: never) => Promise<Response>;
}

const LIMIT = seconds(10);
const API_VERSION = '2022-11-28';
/** "The maximum description length is 140 characters." */
const LONGEST_DESCRIPTION = 140;
const PAGE = 100;
/** An end for lists that never end. */
const MOST_PAGES = 100;

export function createGitHub(options: GitHubOptions): GitHub {
  const { clock, limit = LIMIT, repository, version } = options;
  const octokit = new ActionsOctokit(
    getOctokitOptions(options.token, {
      userAgent: `beanstalk-rollout/${version}`,
      ...(options.apiUrl === undefined ? {} : { baseUrl: options.apiUrl }),
      ...(options.fetch === undefined ? {} : { request: { fetch: options.fetch } }),
      // It would write deprecations of the API to the console, past the log.
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    }),
  );
  const [owner = '', repo = ''] = repository.split('/');
  const calls = createCalls({ clock, limit, repository });
  const within = { owner, repo, headers: { 'x-github-api-version': API_VERSION } };
  const request = { octokit, calls, within };
  return { ...pullRequests(request), ...deployments(request), ...people(request) };
}

interface Connection {
  readonly octokit: InstanceType<typeof ActionsOctokit>;
  readonly calls: Calls;
  /** Repository and version of the API: members of every call. */
  readonly within: {
    readonly owner: string;
    readonly repo: string;
    readonly headers: Readonly<Record<string, string>>;
  };
}

function pullRequests({
  octokit: { rest },
  calls,
  within,
}: Connection): Pick<GitHub, 'pullRequest' | 'comments' | 'createComment' | 'updateComment'> {
  const writing = { permission: 'pull-requests: write' } as const;
  return {
    pullRequest: async (number) => {
      const reading: Told = {
        what: `read pull request #${number}`,
        permission: 'pull-requests: read',
        repeat: 'always',
      };
      const found = await calls.unlessMissing(reading, (request) =>
        rest.pulls.get({ ...within, pull_number: number, request }),
      );
      if (found !== undefined) return pullRequestOf(found.data);
      // A repository that may not be seen looks the same: then this is refused, too.
      await calls.send({ ...reading, what: 'read the repository' }, (request) =>
        rest.repos.get({ ...within, request }),
      );
      return undefined;
    },
    comments: (number) =>
      pages((page) =>
        calls.send(
          { what: `read the comments of pull request #${number}`, permission: 'pull-requests: read', repeat: 'always' },
          (request) => rest.issues.listComments({ ...within, issue_number: number, per_page: PAGE, page, request }),
        ),
      ).then((all) => all.map(commentOf)),
    createComment: async (number, body) => {
      const told: Told = { ...writing, what: `comment on pull request #${number}`, repeat: 'when-refused' };
      const { data } = await calls.send(told, (request) =>
        rest.issues.createComment({ ...within, issue_number: number, body, request }),
      );
      return commentOf(data);
    },
    updateComment: async (id, body) => {
      await calls.send({ ...writing, what: 'update a comment', repeat: 'always' }, (request) =>
        rest.issues.updateComment({ ...within, comment_id: id, body, request }),
      );
    },
  };
}

function deployments({
  octokit: { rest },
  calls,
  within,
}: Connection): Pick<
  GitHub,
  'createDeployment' | 'setDeploymentStatus' | 'deployments' | 'newestDeployments' | 'deploymentStatuses'
> {
  const reading: Told = { what: 'read deployments', permission: 'deployments: read', repeat: 'always' };
  const writing = { permission: 'deployments: write' } as const;
  return {
    createDeployment: async (deployment) => {
      const told: Told = { ...writing, what: 'record a deployment', repeat: 'when-refused' };
      const { data } = await calls.send(told, (request) =>
        rest.repos.createDeployment({ ...within, ...newDeployment(deployment), request }),
      );
      if ('id' in data) return data.id;
      throw calls.rejected(told, data.message ?? 'there was no deployment in the answer');
    },
    setDeploymentStatus: async (id, status) => {
      await calls.send({ ...writing, what: 'write the status of a deployment', repeat: 'always' }, (request) =>
        rest.repos.createDeploymentStatus({ ...within, deployment_id: id, ...newStatus(status), request }),
      );
    },
    deployments: (environment) =>
      pages((page) =>
        calls.send(reading, (request) =>
          rest.repos.listDeployments({ ...within, environment, per_page: PAGE, page, request }),
        ),
      ).then((all) => all.map(deploymentOf)),
    newestDeployments: async () => {
      const { data } = await calls.send(reading, (request) =>
        rest.repos.listDeployments({ ...within, per_page: PAGE, request }),
      );
      return data.map(deploymentOf);
    },
    deploymentStatuses: async (id) => {
      const { data } = await calls.send(reading, (request) =>
        rest.repos.listDeploymentStatuses({ ...within, deployment_id: id, per_page: PAGE, request }),
      );
      return data.map(({ state, log_url }) => ({ state, ...(log_url ? { logUrl: log_url } : {}) }));
    },
  };
}

function people({ octokit: { rest }, calls, within }: Connection): Pick<GitHub, 'permission' | 'viewer'> {
  return {
    permission: async (login) => {
      const told: Told = { what: 'read who may write', permission: 'contents: read', repeat: 'always' };
      const found = await calls.unlessMissing(told, (request) =>
        rest.repos.getCollaboratorPermissionLevel({ ...within, username: login, request }),
      );
      const permission = found?.data.permission;
      return permission === 'admin' || permission === 'write' || permission === 'read' ? permission : 'none';
    },
    viewer: async () => {
      const told: Told = { what: 'read whose token this is', permission: 'metadata: read', repeat: 'always' };
      const { headers } = within;
      const found = await calls.unlessRefused(told, (request) => rest.users.getAuthenticated({ headers, request }));
      return found?.data.login;
    },
  };
}

interface Page<T> {
  readonly data: readonly T[];
  readonly headers: { readonly link?: string | undefined };
}

async function pages<T>(read: (page: number) => Promise<Page<T>>): Promise<readonly T[]> {
  const all: T[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { data, headers } = await read(page);
    all.push(...data);
    if (!/rel="next"/.test(headers.link ?? '')) break;
  }
  return all;
}

const newDeployment = ({ ref, environment, description, transient, production, payload }: NewDeployment) => ({
  ref,
  environment,
  description: shortened(description),
  payload: { ...payload },
  transient_environment: transient,
  production_environment: production,
  // GitHub would merge the default branch, and wait for every check of the commit: ours would be among them.
  auto_merge: false,
  required_contexts: [],
});

const newStatus = ({ state, description, environmentUrl, logUrl }: DeploymentStatus) => ({
  state,
  description: shortened(description),
  ...(environmentUrl === undefined ? {} : { environment_url: environmentUrl }),
  ...(logUrl === undefined ? {} : { log_url: logUrl }),
});

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_DESCRIPTION ? text : `${letters.slice(0, LONGEST_DESCRIPTION - 1).join('')}…`;
}

interface PullRequestShape {
  readonly number: number;
  readonly state: string;
  readonly title: string;
  readonly head: { readonly sha: string; readonly ref: string; readonly repo: { readonly full_name: string } | null };
  readonly labels: readonly { readonly name?: string }[];
}

const pullRequestOf = ({ number, state, title, head, labels }: PullRequestShape): PullRequest => ({
  number,
  state: state === 'closed' ? 'closed' : 'open',
  title,
  headCommit: head.sha,
  headBranch: head.ref,
  // The description of the API says that it is always there; of a deleted fork it is not.
  ...(head.repo === null ? {} : { headRepository: head.repo.full_name }),
  labels: labels.flatMap(({ name }) => (name === undefined ? [] : [name])),
});

interface CommentShape {
  readonly id: number;
  readonly body?: string;
  readonly user: { readonly login: string } | null;
  readonly html_url: string;
}

const commentOf = ({ id, body, user, html_url }: CommentShape): IssueComment => ({
  id,
  body: body ?? '',
  author: user?.login ?? 'ghost',
  url: html_url,
});

interface DeploymentShape {
  readonly id: number;
  readonly environment: string;
  readonly ref: string;
  readonly sha: string;
  readonly payload: Readonly<Record<string, unknown>> | string;
}

const deploymentOf = ({ id, environment, ref, sha, payload }: DeploymentShape): GitHubDeployment => ({
  id,
  environment,
  ref,
  commit: sha,
  payload: payloadOf(payload),
});

/** Whoever made the record may have sent a text, with JSON in it or not. */
function payloadOf(payload: DeploymentShape['payload']): Readonly<Record<string, unknown>> {
  if (typeof payload !== 'string') return payload;
  try {
    const parsed: unknown = JSON.parse(payload);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
