/** Whole runs whose GitHub is the simulated one of the same world. */

import { createGitHub } from '../../src/adapters/github/github.js';
import type { GitHubSeed } from '../../src/simulator/github/world.js';
import type { Fault } from '../../src/simulator/scenario.js';
import { inProcessFetch } from '../../src/simulator/wire/in-process-fetch.js';
import { API_URL, type SeenDeployment, type SeenRepository } from './github.js';
import { type Running, type RunWish, startRun } from './runs.js';
import { World, type WorldOptions } from './world.js';

export const COMMIT = 'c'.repeat(40);
export const TOKEN = 'ghs_secret';

export class RecordedWorld extends World {
  constructor(seed: GitHubSeed = {}, options: WorldOptions = {}) {
    super(options);
    this.wire.github.seed({ repositories: [{ name: 'acme/shop' }], ...seed });
  }

  fails(...faults: readonly Fault[]): this {
    return this.scenario({ faults });
  }

  start(wish: RunWish = {}): Running {
    const github = this.clock.holding(
      createGitHub({
        token: TOKEN,
        repository: 'acme/shop',
        apiUrl: API_URL,
        version: '0.0.0',
        clock: this.clock,
        fetch: inProcessFetch(this.wire),
      }),
    );
    return startRun(this, {
      github,
      ...wish,
      run: { commit: COMMIT, runId: '77', runAttempt: 2, serverUrl: 'https://github.com', ...wish.run },
      inputs: { 'github-token': TOKEN, ...wish.inputs },
    });
  }

  async run(wish: RunWish = {}): Promise<Running> {
    const running = this.start(wish);
    await running.ended;
    return running;
  }

  /** All records on GitHub, oldest first. */
  records(): readonly SeenDeployment[] {
    const state = this.wire.github.state() as { readonly repositories: readonly SeenRepository[] };
    return state.repositories.flatMap(({ deployments }) => deployments);
  }

  /** What GitHub was asked, in order. */
  asked(): readonly string[] {
    return this.wire.calls.list().flatMap(({ service, action }) => (service === 'github' ? [action] : []));
  }
}

export const statesOf = ({ statuses }: SeenDeployment): readonly string[] => statuses.map(({ state }) => state);
