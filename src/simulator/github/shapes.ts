/** Things as GitHub's API shows them, with every member that its published description requires. */
import type { Instant } from '../../domain/time.js';
import { commitOf } from './seed.js';
import { BOT, type Comment, type Deployment, type Pull, type Repository, type Status } from './world.js';

type Shape = Readonly<Record<string, unknown>>;

const date = (at: Instant): string => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
/** When everything that nobody dates came into being. */
const BEGAN = '2026-01-01T00:00:00Z';
const nodeId = (kind: string, id: number): string => `${kind}_${id}`;
/** Names of accounts have stable numbers, too. */
const numberOf = (name: string): number => Number.parseInt(commitOf(name).slice(-6), 16) + 1;

export function user(login: string, server: string): Shape {
  const api = `${server}/api/v3/users/${encodeURIComponent(login)}`;
  const id = login === BOT ? 41898282 : numberOf(login);
  return {
    login,
    id,
    node_id: nodeId('U', id),
    avatar_url: `${server}/avatars/u/${id}`,
    gravatar_id: '',
    url: api,
    html_url: login === BOT ? `${server}/apps/github-actions` : `${server}/${encodeURIComponent(login)}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}

/** As `GET /user` shows a user to itself, without what only paid accounts have. */
export const wholeUser = (login: string, server: string): Shape => ({
  ...user(login, server),
  name: null,
  company: null,
  blog: null,
  location: null,
  email: null,
  hireable: null,
  bio: null,
  public_repos: 0,
  public_gists: 0,
  followers: 0,
  following: 0,
  created_at: BEGAN,
  updated_at: BEGAN,
});

/** Members of a repository that are an address below its own, with what is appended. */
const ADDRESSES: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

const COUNTS = ['forks', 'forks_count', 'open_issues', 'open_issues_count', 'watchers', 'watchers_count'];
const MORE_COUNTS = ['stargazers_count', 'size', 'network_count', 'subscribers_count'];
const FEATURES = ['has_issues', 'has_projects', 'has_wiki', 'has_downloads', 'has_discussions'];

export const repositoryUrl = ({ owner, name }: Pick<Repository, 'owner' | 'name'>, server: string): string =>
  `${server}/api/v3/repos/${owner}/${name}`;

export function repository(of: Pick<Repository, 'id' | 'owner' | 'name' | 'private'>, server: string): Shape {
  const api = repositoryUrl(of, server);
  const page = `${server}/${of.owner}/${of.name}`;
  return {
    id: of.id,
    node_id: nodeId('R', of.id),
    name: of.name,
    full_name: `${of.owner}/${of.name}`,
    owner: user(of.owner, server),
    private: of.private,
    html_url: page,
    url: api,
    description: null,
    fork: false,
    homepage: null,
    language: null,
    license: null,
    mirror_url: null,
    archived: false,
    disabled: false,
    has_pages: false,
    default_branch: 'main',
    clone_url: `${page}.git`,
    git_url: `${page.replace(/^https?:/, 'git:')}.git`,
    ssh_url: `git@${new URL(server).hostname}:${of.owner}/${of.name}.git`,
    svn_url: page,
    created_at: BEGAN,
    updated_at: BEGAN,
    pushed_at: BEGAN,
    ...Object.fromEntries(Object.entries(ADDRESSES).map(([member, end]) => [member, `${api}${end}`])),
    ...Object.fromEntries([...COUNTS, ...MORE_COUNTS].map((member) => [member, 0])),
    ...Object.fromEntries(FEATURES.map((member) => [member, true])),
  };
}

export const label = (name: string, of: Repository, server: string): Shape => ({
  id: numberOf(name),
  node_id: nodeId('LA', numberOf(name)),
  url: `${repositoryUrl(of, server)}/labels/${encodeURIComponent(name)}`,
  name,
  description: '',
  color: 'ededed',
  default: false,
});

const link = (href: string): Shape => ({ href });

/** One in a list; the answer for a single one has `wholePull` more. */
export function pull(of: Pull, within: Repository, server: string): Shape {
  const api = repositoryUrl(within, server);
  const self = `${api}/pulls/${of.number}`;
  const issue = `${api}/issues/${of.number}`;
  const page = `${server}/${within.owner}/${within.name}/pull/${of.number}`;
  const [headOwner = '', headName = ''] = (of.headRepository ?? '').split('/');
  const isOwn = headOwner === within.owner && headName === within.name;
  const head = isOwn ? within : { id: numberOf(headOwner), owner: headOwner, name: headName, private: false };
  const base = commitOf(of.baseBranch);
  const addresses = {
    commits: `${self}/commits`,
    comments: `${issue}/comments`,
    review_comments: `${self}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    statuses: `${api}/statuses/${of.headCommit}`,
  };
  return {
    url: self,
    id: of.id,
    node_id: nodeId('PR', of.id),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    ...Object.fromEntries(Object.entries(addresses).map(([name, address]) => [`${name}_url`, address])),
    number: of.number,
    state: of.state,
    locked: false,
    title: of.title,
    user: user(of.author, server),
    body: of.body,
    labels: of.labels.map((name) => label(name, within, server)),
    milestone: null,
    created_at: date(of.created),
    updated_at: date(of.updated),
    closed_at: of.state === 'closed' ? date(of.updated) : null,
    merged_at: of.merged ? date(of.updated) : null,
    merge_commit_sha: commitOf(`merge ${of.headCommit}`),
    assignee: null,
    head: {
      label: `${headOwner}:${of.headBranch}`,
      ref: of.headBranch,
      sha: of.headCommit,
      user: user(headOwner === '' ? 'ghost' : headOwner, server),
      repo: of.headRepository === null ? null : repository(head, server),
    },
    base: {
      label: `${within.owner}:${of.baseBranch}`,
      ref: of.baseBranch,
      sha: base,
      user: user(within.owner, server),
      repo: repository(within, server),
    },
    _links: {
      self: link(self),
      html: link(page),
      issue: link(issue),
      ...Object.fromEntries(Object.entries(addresses).map(([name, address]) => [name, link(address)])),
    },
    author_association: 'CONTRIBUTOR',
    auto_merge: null,
    draft: false,
  };
}

export const wholePull = (of: Pull, within: Repository, server: string): Shape => ({
  ...pull(of, within, server),
  merged: of.merged,
  mergeable: of.state === 'open' ? true : null,
  mergeable_state: of.state === 'open' ? 'clean' : 'unknown',
  merged_by: of.merged ? user(within.owner, server) : null,
  comments: within.comments.filter((comment) => comment.pull === of.number).length,
  review_comments: 0,
  maintainer_can_modify: false,
  commits: 1,
  additions: 1,
  deletions: 1,
  changed_files: 1,
});

export function comment(of: Comment, within: Repository, server: string): Shape {
  const api = repositoryUrl(within, server);
  return {
    id: of.id,
    node_id: nodeId('IC', of.id),
    url: `${api}/issues/comments/${of.id}`,
    html_url: `${server}/${within.owner}/${within.name}/pull/${of.pull}#issuecomment-${of.id}`,
    issue_url: `${api}/issues/${of.pull}`,
    user: user(of.author, server),
    body: of.body,
    created_at: date(of.created),
    updated_at: date(of.updated),
    author_association: 'NONE',
  };
}

export function deployment(of: Deployment, within: Repository, server: string): Shape {
  const api = repositoryUrl(within, server);
  return {
    url: `${api}/deployments/${of.id}`,
    id: of.id,
    node_id: nodeId('DE', of.id),
    sha: of.sha,
    ref: of.ref,
    task: of.task,
    payload: of.payload,
    original_environment: of.environment,
    environment: of.environment,
    description: of.description,
    creator: user(of.author, server),
    created_at: date(of.created),
    updated_at: date(of.updated),
    statuses_url: `${api}/deployments/${of.id}/statuses`,
    repository_url: api,
    transient_environment: of.transient,
    production_environment: of.production,
    performed_via_github_app: null,
  };
}

export function status(of: Status, under: Deployment, within: Repository, server: string): Shape {
  const api = repositoryUrl(within, server);
  return {
    url: `${api}/deployments/${under.id}/statuses/${of.id}`,
    id: of.id,
    node_id: nodeId('DES', of.id),
    state: of.state,
    creator: user(of.author, server),
    description: of.description,
    environment: of.environment,
    target_url: of.logUrl,
    log_url: of.logUrl,
    environment_url: of.environmentUrl,
    created_at: date(of.created),
    updated_at: date(of.created),
    deployment_url: `${api}/deployments/${under.id}`,
    repository_url: api,
    performed_via_github_app: null,
  };
}
