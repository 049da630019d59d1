/**
 * GitHub's REST API for one machine, as far as this action and its users' workflows call it: repositories, pull requests
 * with comments and labels, deployments. Who may do what follows the token, as `permissions:` of a workflow.
 */
import type { Instant } from '../../domain/time.js';
import {
  answered,
  authenticationRequired,
  badCredentials,
  type GitHubAnswer,
  type GitHubRequest,
  limitExceeded,
  notAccessible,
  notFound,
} from './answers.js';
import { DEPLOYMENT_OPERATIONS, stateOf } from './deployments.js';
import type { Operation } from './operation.js';
import { PULL_OPERATIONS } from './pulls.js';
import { addRepository, findRepository, seedGitHub } from './seed.js';
import { wholeUser } from './shapes.js';
import { ALL_PERMISSIONS, type GitHubSeed, type Permissions, type Repository, type World } from './world.js';

/** GitHub docs: "1,000 requests per hour per repository" for the token of a workflow. */
const CALLS_AN_HOUR = 1_000;
const HOUR = 3_600;

export interface SimulatedGitHub {
  /** What the operation is called in GitHub's description; `undefined`: there is none of this path. */
  operationId(request: Pick<GitHubRequest, 'method' | 'path'>): string | undefined;
  answer(request: GitHubRequest): GitHubAnswer;
  seed(seed: GitHubSeed): void;
  /** For `GET /_simulator/state`: everything but the tokens. */
  state(): unknown;
  save(): unknown;
  restore(saved: unknown): void;
}

const OPERATIONS: readonly Operation[] = [...PULL_OPERATIONS, ...DEPLOYMENT_OPERATIONS];
/** Of no repository. */
const OTHERS: Readonly<Record<string, string>> = {
  '/rate_limit': 'rate-limit/get',
  '/user': 'users/get-authenticated',
};

interface Found {
  readonly operation: Operation;
  readonly repository: string;
  readonly parts: readonly string[];
}

function find({ method, path }: Pick<GitHubRequest, 'method' | 'path'>): Found | undefined {
  const [, repository, rest = ''] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path) ?? [];
  if (repository === undefined) return undefined;
  for (const operation of OPERATIONS) {
    const match = operation.method === method ? operation.path.exec(rest) : null;
    if (match !== null) return { operation, repository, parts: match.slice(1).map(decodeURIComponent) };
  }
  return undefined;
}

/** Nothing seeded: a test or a demo gets whatever repository its workflow says it runs in. */
function repositoryOf(world: World, name: string): Repository | undefined {
  return findRepository(world, name) ?? (world.repositories.length === 0 ? addRepository(world, name) : undefined);
}

function permissionsOf({ tokens }: World, token: string): Permissions | undefined {
  if (Object.keys(tokens).length === 0) return ALL_PERMISSIONS;
  return Object.hasOwn(tokens, token) ? tokens[token] : undefined;
}

/** The reason why this caller is not served. */
function refusal(world: World, { operation }: Found, repository: Repository, token: string | undefined) {
  const isRead = operation.method === 'GET';
  if (token === undefined) {
    if (!isRead) return authenticationRequired();
    return repository.private ? notFound() : undefined;
  }
  const permissions = permissionsOf(world, token);
  if (permissions === undefined) return badCredentials();
  // Everybody may read what is public.
  if (operation.needs.length === 0 || (isRead && !repository.private)) return undefined;
  const enough = operation.needs.some(
    (name) => permissions[name] === 'write' || (isRead && permissions[name] === 'read'),
  );
  return enough ? undefined : notAccessible();
}

/** The token of a workflow is that of an app installation, which is no user. */
function viewer({ tokens }: World, { token, server }: GitHubRequest): GitHubAnswer {
  if (token === undefined) return authenticationRequired();
  if (Object.keys(tokens).length > 0 && !Object.hasOwn(tokens, token)) return badCredentials();
  const login = tokens[token]?.login;
  return login === undefined ? notAccessible() : answered(200, wholeUser(login, server));
}

export function createGitHub({ now }: { now(): Instant }): SimulatedGitHub {
  let world: World = { lastId: 1_000, repositories: [], tokens: {} };

  const limits = (): Record<string, string> => {
    const remaining = world.remaining ?? CALLS_AN_HOUR;
    return {
      'x-ratelimit-limit': String(CALLS_AN_HOUR),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(Math.max(0, CALLS_AN_HOUR - remaining)),
      'x-ratelimit-reset': String(Math.floor(now() / 1_000) + HOUR),
      'x-ratelimit-resource': 'core',
      'x-github-api-version-selected': '2022-11-28',
    };
  };

  const served = (request: GitHubRequest): GitHubAnswer => {
    if (request.method === 'GET' && request.path === '/rate_limit') return answered(200, rateLimit(world, now()));
    if (world.remaining !== undefined) {
      if (world.remaining <= 0) return limitExceeded();
      world.remaining -= 1;
    }
    if (request.method === 'GET' && request.path === '/user') return viewer(world, request);
    const found = find(request);
    const repository = found === undefined ? undefined : repositoryOf(world, found.repository);
    if (found === undefined || repository === undefined) return notFound();
    const reason = refusal(world, found, repository, request.token);
    if (reason !== undefined) return reason;
    return found.operation.perform({ request, world, repository, parts: found.parts, now: now() });
  };

  return {
    operationId: (request) =>
      (request.method === 'GET' ? OTHERS[request.path] : undefined) ?? find(request)?.operation.id,
    answer: (request) => {
      const answer = served(request);
      return { ...answer, headers: { ...limits(), ...answer.headers } };
    },
    seed: (seed) => seedGitHub(world, seed, now()),
    state: () => stateOfWorld(world),
    save: () => structuredClone(world),
    restore: (saved) => {
      world = structuredClone(saved) as World;
    },
  };
}

function stateOfWorld({ repositories, tokens, remaining }: World): unknown {
  return structuredClone({
    repositories: repositories.map(({ deployments, ...rest }) => ({
      ...rest,
      deployments: deployments.map((one) => ({ ...one, state: stateOf(one) ?? null })),
    })),
    // The tokens themselves are nobody's business.
    tokens: Object.values(tokens),
    ...(remaining === undefined ? {} : { remaining }),
  });
}

function rateLimit({ remaining = CALLS_AN_HOUR }: World, now: Instant): unknown {
  const used = Math.max(0, CALLS_AN_HOUR - remaining);
  const rate = { limit: CALLS_AN_HOUR, remaining, reset: Math.floor(now / 1_000) + HOUR, used };
  return { resources: { core: rate, search: { limit: 30, remaining: 30, reset: rate.reset, used: 0 } }, rate };
}
