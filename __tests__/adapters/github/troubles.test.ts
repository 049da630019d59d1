import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/domain/problem.js';
import type { GitHubSeed } from '../../../src/simulator/github/world.js';
import type { Fault } from '../../../src/simulator/scenario.js';
import { testGitHub } from '../../support/github.js';

const TOKEN = 'token-of-the-job';
const STATUS = { state: 'success', description: 'done' } as const;
const RECORD = {
  ref: 'main',
  environment: 'shop',
  description: '',
  transient: false,
  production: false,
  payload: {},
} as const;

function troubled(faults: readonly Fault[], seed: GitHubSeed = {}) {
  const deployments = [{ environment: 'shop' }];
  const world = testGitHub({ repositories: [{ name: 'acme/shop', pulls: [{ number: 7 }], deployments }], ...seed });
  world.simulator.setScenario({ faults });
  const id = (world.repository().deployments[0] ?? { id: 0 }).id;
  const failure = async (work: Promise<unknown>): Promise<ActionError> => {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error instanceof ActionError) return error;
    throw new Error(`expected an ActionError, got ${String(error)}`);
  };
  return { ...world, id, failure };
}

describe('what goes wrong at GitHub', () => {
  it.each<[string, readonly Fault[], GitHubSeed, string, RegExp, RegExp]>([
    [
      'a missing permission',
      [],
      { tokens: { [TOKEN]: {} } },
      'github-refused',
      /record a deployment/,
      /`deployments: write`/,
    ],
    ['an unknown token', [], { tokens: { other: {} } }, 'github-refused', /does not know the token/, /`github-token`/],
    ['a used-up limit', [], { remaining: 0 }, 'github-limited', /limits how often/, /GitHub App/],
    ['a limit of the moment', [{ kind: 'throttle', action: 'github:*' }], {}, 'github-limited', /limits/, /GitHub App/],
    [
      'a ref that is gone',
      [],
      { repositories: [{ name: 'acme/shop', refs: { other: 'b'.repeat(40) } }] },
      'github-rejected',
      /No ref found for: main/,
      /words of GitHub/,
    ],
    [
      'an error of its own',
      [{ kind: 'server-error', status: 502, action: 'github:*' }],
      {},
      'github-unreachable',
      /502/,
      /githubstatus/,
    ],
    [
      'no connection',
      [{ kind: 'reset', when: 'before', action: 'github:*' }],
      {},
      'github-unreachable',
      /ECONNRESET/,
      /proxy/,
    ],
    [
      'no answer',
      [{ kind: 'slow-answer', seconds: 3_600, action: 'github:*' }],
      {},
      'github-unreachable',
      /within 10s/,
      /githubstatus/,
    ],
  ])('%s', async (_, faults, seed, code, what, hint) => {
    const { github, failure, clock } = troubled(faults, seed);
    const began = clock.now();
    const { problem } = await failure(github.createDeployment(RECORD));
    expect(problem.code).toBe(code);
    expect(problem.what).toMatch(what);
    expect(problem.hint).toMatch(hint);
    expect(JSON.stringify(problem)).not.toContain(TOKEN);
    expect(clock.now() - began).toBeLessThanOrEqual(10_000);
  });

  it('names the permission for comments, too', async () => {
    const { github, failure } = troubled([], { tokens: { [TOKEN]: {} } });
    expect((await failure(github.createComment(7, 'hello'))).problem.hint).toContain('`pull-requests: write`');
  });
});

describe('calls are sent again', () => {
  it.each<[string, Fault]>([
    ['after an error of GitHub', { kind: 'server-error', status: 503, action: 'github:*', times: 2 }],
    ['after a broken connection', { kind: 'reset', when: 'after', action: 'github:*', times: 1 }],
    [
      'after as long as GitHub wants, when that is short',
      { kind: 'throttle', retryAfterSeconds: 3, action: 'github:*', times: 1 },
    ],
  ])('%s', async (_, fault) => {
    const { github, id } = troubled([fault]);
    await expect(github.setDeploymentStatus(id, STATUS)).resolves.toBeUndefined();
  });

  it('three times and no more', async () => {
    const { github, id, failure, wire } = troubled([{ kind: 'server-error', status: 503, action: 'github:*' }]);
    await failure(github.setDeploymentStatus(id, STATUS));
    expect(wire.calls.list()).toHaveLength(3);
  });

  it('not when something could be created twice', async () => {
    for (const fault of [
      { kind: 'server-error', status: 502, action: 'github:*' },
      { kind: 'reset', when: 'after', action: 'github:*' },
    ] as const) {
      const { github, failure, wire } = troubled([fault]);
      expect((await failure(github.createComment(7, 'hello'))).answerLost).toBe(true);
      expect(wire.calls.list()).toHaveLength(1);
    }
  });

  it('not when GitHub wants to be left alone for longer than there is patience', async () => {
    const { github, id, failure, wire } = troubled([{ kind: 'throttle', retryAfterSeconds: 30, action: 'github:*' }]);
    await failure(github.setDeploymentStatus(id, STATUS));
    expect(wire.calls.list()).toHaveLength(1);
  });
});
