/** The adapter for GitHub in front of the simulated GitHub, on a virtual clock, both held against GitHub's description. */
import { createGitHub } from '../../src/adapters/github/github.js';
import type { Milliseconds } from '../../src/domain/time.js';
import type { Clock } from '../../src/ports/clock.js';
import type { GitHub } from '../../src/ports/github.js';
import type { GitHubSeed } from '../../src/simulator/github/world.js';
import { inProcessFetch } from '../../src/simulator/wire/in-process-fetch.js';
import type { Wire } from '../../src/simulator/wire/wire.js';
import { type CheckedFetch, checkedFetch } from './github-openapi.js';
import { testWire } from './wire.js';

export const REPOSITORY = 'acme/shop';
export const API_URL = 'http://127.0.0.1:4566/_github/api/v3';

export interface TestGitHub extends CheckedFetch {
  readonly github: GitHub;
}

export function gitHubOver(
  wire: Wire,
  clock: Clock,
  options: { readonly token?: string; readonly repository?: string; readonly limit?: Milliseconds } = {},
): TestGitHub {
  const checked = checkedFetch(inProcessFetch(wire));
  const github = createGitHub({
    token: 'token-of-the-job',
    repository: REPOSITORY,
    apiUrl: API_URL,
    version: '0.0.0',
    clock,
    fetch: checked.fetch,
    ...options,
  });
  return { ...checked, github };
}

/** A simulated GitHub alone, without a world of environments around it. */
export function testGitHub(seed: GitHubSeed = {}, options: Parameters<typeof gitHubOver>[2] = {}) {
  const { wire, simulator, clock } = testWire();
  wire.github.seed({ repositories: [{ name: REPOSITORY }], ...seed });
  const repository = () => {
    const state = wire.github.state() as { readonly repositories: readonly SeenRepository[] };
    return state.repositories[0] ?? { comments: [], deployments: [], pulls: [] };
  };
  return { ...gitHubOver(wire, clock, options), wire, simulator, clock, repository };
}

/** What tests look at in `state()`. */
export interface SeenRepository {
  readonly pulls: readonly { readonly number: number; readonly labels: readonly string[] }[];
  readonly comments: readonly {
    readonly id: number;
    readonly pull: number;
    readonly body: string;
    readonly author: string;
  }[];
  readonly deployments: readonly SeenDeployment[];
}

export interface SeenDeployment {
  readonly id: number;
  readonly ref: string;
  readonly sha: string;
  readonly environment: string;
  readonly description: string | null;
  readonly state: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly transient: boolean;
  readonly production: boolean;
  readonly statuses: readonly {
    readonly state: string;
    readonly description: string;
    readonly environmentUrl: string;
    readonly logUrl: string;
  }[];
}
