/** Puts repositories, pull requests, comments and deployments into the simulated GitHub, or changes those that are there. */
import type { Instant } from '../../domain/time.js';
import {
  BOT,
  type Deployment,
  type GitHubSeed,
  NO_PERMISSIONS,
  type Pull,
  type Repository,
  type SeededDeployment,
  type SeededPull,
  type World,
} from './world.js';

export const nextId = (world: World): number => {
  world.lastId += 1;
  return world.lastId;
};

/** A commit for something that has none: always the same one. */
export const commitOf = (text: string): string =>
  [...text]
    .reduce((digits, letter) => (digits * 31n + BigInt(letter.codePointAt(0) ?? 0)) % 2n ** 160n, 7n ** 50n)
    .toString(16)
    .padStart(40, '0')
    .slice(-40);

export function addRepository(world: World, fullName: string): Repository {
  const [owner = '', name = ''] = fullName.split('/');
  const repository: Repository = {
    id: nextId(world),
    owner,
    name,
    private: false,
    refs: {},
    collaborators: { [owner]: 'admin' },
    pulls: [],
    comments: [],
    deployments: [],
  };
  world.repositories.push(repository);
  return repository;
}

export function findRepository(world: World, fullName: string): Repository | undefined {
  const wanted = fullName.toLowerCase();
  return world.repositories.find(({ owner, name }) => `${owner}/${name}`.toLowerCase() === wanted);
}

export function seedGitHub(world: World, seed: GitHubSeed, now: Instant): void {
  for (const [token, permissions] of Object.entries(seed.tokens ?? {})) {
    world.tokens[token] = { ...NO_PERMISSIONS, ...permissions };
  }
  if (seed.remaining !== undefined) world.remaining = seed.remaining;
  for (const seeded of seed.repositories ?? []) {
    const repository = findRepository(world, seeded.name) ?? addRepository(world, seeded.name);
    repository.private = seeded.private ?? repository.private;
    repository.refs = { ...repository.refs, ...seeded.refs };
    repository.collaborators = { ...repository.collaborators, ...seeded.collaborators };
    for (const pull of seeded.pulls ?? []) seedPull(world, repository, pull, now);
    for (const { pull, body, author } of seeded.comments ?? []) {
      const id = nextId(world);
      repository.comments.push({ id, pull, body, author: author ?? BOT, created: now, updated: now });
    }
    for (const deployment of seeded.deployments ?? []) seedDeployment(world, repository, deployment, now);
  }
}

function seedPull(world: World, repository: Repository, seeded: SeededPull, now: Instant): void {
  const { number, labels, ...changes } = seeded;
  const known = repository.pulls.find((pull) => pull.number === number);
  const pull: Pull = known ?? {
    id: nextId(world),
    number,
    state: 'open',
    merged: false,
    title: `Change ${number}`,
    body: null,
    author: 'octocat',
    headCommit: commitOf(`pull ${number}`),
    headBranch: `change-${number}`,
    headRepository: `${repository.owner}/${repository.name}`,
    baseBranch: 'main',
    labels: [],
    created: now,
    updated: now,
  };
  if (known === undefined) repository.pulls.push(pull);
  Object.assign(pull, changes, { updated: now }, labels === undefined ? {} : { labels: [...labels] });
}

function seedDeployment(world: World, repository: Repository, seeded: SeededDeployment, now: Instant): void {
  const { environment } = seeded;
  const author = seeded.author ?? BOT;
  const deployment: Deployment = {
    id: nextId(world),
    ref: seeded.ref ?? 'main',
    sha: seeded.sha ?? commitOf(seeded.ref ?? 'main'),
    task: 'deploy',
    environment,
    description: null,
    payload: seeded.payload ?? {},
    transient: seeded.transient ?? false,
    production: seeded.production ?? environment === 'production',
    author,
    created: now,
    updated: now,
    statuses: (seeded.statuses ?? []).map(({ state, description = '', environmentUrl = '', logUrl = '' }) => ({
      id: nextId(world),
      state,
      description,
      environment,
      environmentUrl,
      logUrl,
      author,
      created: now,
    })),
  };
  repository.deployments.push(deployment);
}
