/** What the simulated GitHub knows: repositories with pull requests, comments and deployments. Plain data, saved as it is. */
import type { Instant } from '../../domain/time.js';

/** What a token may do, as `permissions:` of a workflow says it. */
export type Level = 'none' | 'read' | 'write';

export interface Permissions {
  readonly contents: Level;
  readonly deployments: Level;
  readonly issues: Level;
  readonly 'pull-requests': Level;
}

/** `permissions: write-all`. */
export const ALL_PERMISSIONS: Permissions = {
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  'pull-requests': 'write',
};

export const NO_PERMISSIONS: Permissions = {
  contents: 'none',
  deployments: 'none',
  issues: 'none',
  'pull-requests': 'none',
};

export interface Pull {
  readonly id: number;
  readonly number: number;
  state: 'open' | 'closed';
  merged: boolean;
  title: string;
  body: string | null;
  author: string;
  headCommit: string;
  headBranch: string;
  /** `owner/name`; `null` when the repository of the head was deleted. */
  headRepository: string | null;
  baseBranch: string;
  labels: string[];
  readonly created: Instant;
  updated: Instant;
}

export interface Comment {
  readonly id: number;
  readonly pull: number;
  body: string;
  readonly author: string;
  readonly created: Instant;
  updated: Instant;
}

export type StatusState = 'error' | 'failure' | 'inactive' | 'pending' | 'success' | 'queued' | 'in_progress';

export interface Status {
  readonly id: number;
  readonly state: StatusState;
  readonly description: string;
  readonly environment: string;
  readonly environmentUrl: string;
  readonly logUrl: string;
  readonly author: string;
  readonly created: Instant;
}

export interface Deployment {
  readonly id: number;
  readonly ref: string;
  readonly sha: string;
  readonly task: string;
  readonly environment: string;
  readonly description: string | null;
  readonly payload: Readonly<Record<string, unknown>> | string;
  readonly transient: boolean;
  readonly production: boolean;
  readonly author: string;
  readonly created: Instant;
  updated: Instant;
  /** Oldest first. */
  readonly statuses: Status[];
}

/** `null`: nobody has this login. */
export type Role = 'admin' | 'write' | 'read' | 'none' | null;

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  private: boolean;
  /** Branches and tags with their commits; empty: every ref exists. */
  refs: Record<string, string>;
  /** Everybody else may read what is public. */
  collaborators: Record<string, Role>;
  readonly pulls: Pull[];
  readonly comments: Comment[];
  readonly deployments: Deployment[];
}

export interface World {
  lastId: number;
  readonly repositories: Repository[];
  /** By token; empty: every token is good for everything. */
  tokens: Record<string, Permissions & { readonly login?: string }>;
  /** Calls an hour that are left; absent: not limited. */
  remaining?: number;
}

/** Who the token of a workflow acts as (GitHub docs: "Automatic token authentication"). */
export const BOT = 'github-actions[bot]';

/** `POST /_simulator/seed` with `{ "github": … }`. What is there already (by name or number) is changed. */
export interface GitHubSeed {
  readonly repositories?: readonly {
    /** `owner/name`. */
    readonly name: string;
    readonly private?: boolean;
    /** Branch or tag → commit. Without any, every ref exists. */
    readonly refs?: Readonly<Record<string, string>>;
    readonly collaborators?: Readonly<Record<string, Role>>;
    readonly pulls?: readonly SeededPull[];
    readonly comments?: readonly { readonly pull: number; readonly body: string; readonly author?: string }[];
    readonly deployments?: readonly SeededDeployment[];
  }[];
  /**
   * Tokens that are good, and for what; permissions that are not named are `none`. With a `login` it is the token of that
   * user, else that of a workflow.
   */
  readonly tokens?: Readonly<Record<string, Partial<Permissions> & { readonly login?: string }>>;
  /** So many calls are left of this hour. */
  readonly remaining?: number;
}

export interface SeededPull {
  readonly number: number;
  readonly state?: 'open' | 'closed';
  readonly merged?: boolean;
  readonly title?: string;
  readonly body?: string;
  readonly author?: string;
  readonly headCommit?: string;
  readonly headBranch?: string;
  /** `null`: it was deleted. Default: the repository itself. */
  readonly headRepository?: string | null;
  readonly labels?: readonly string[];
}

export interface SeededDeployment {
  readonly environment: string;
  readonly ref?: string;
  readonly sha?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly transient?: boolean;
  readonly production?: boolean;
  readonly author?: string;
  /** Oldest first. */
  readonly statuses?: readonly {
    readonly state: StatusState;
    readonly logUrl?: string;
    readonly environmentUrl?: string;
    readonly description?: string;
  }[];
}
