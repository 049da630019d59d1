import { beforeAll, describe, expect, it } from '@jest/globals';
import type { GitHubSeed } from '../../src/simulator/github/world.js';
import type { Fault } from '../../src/simulator/scenario.js';
import { gitHubOver } from '../support/github.js';
import { COMMIT, RecordedWorld, statesOf, TOKEN } from '../support/recorded-runs.js';

const CREATE = 'github:repos/create-deployment';
const STATUS = 'github:repos/create-deployment-status';

interface Trouble {
  readonly name: string;
  readonly seed?: GitHubSeed;
  readonly faults?: readonly Fault[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly says: RegExp;
}

const TROUBLES: readonly Trouble[] = [
  { name: 'no token', inputs: { 'github-token': '' }, says: /no token for GitHub/ },
  {
    name: 'a token without permission',
    seed: { tokens: { [TOKEN]: { contents: 'read' } } },
    says: /deployments: write/,
  },
  { name: 'a token that is not known', seed: { tokens: { another: {} } }, says: /does not know the token/ },
  { name: 'the limit of the hour', seed: { remaining: 0 }, says: /limits how often/ },
  { name: 'a secondary limit', faults: [{ kind: 'throttle', action: 'github:*' }], says: /limits how often/ },
  {
    name: 'a server that does not have the repository',
    seed: { repositories: [{ name: 'acme/other' }] },
    says: /404/,
  },
  { name: 'errors of GitHub', faults: [{ kind: 'server-error', status: 503, action: 'github:*' }], says: /503/ },
  { name: 'a broken connection', faults: [{ kind: 'reset', when: 'before', action: 'github:*' }], says: /ECONNRESET/ },
  {
    name: 'a server that never answers',
    faults: [{ kind: 'slow-answer', seconds: 100_000, action: 'github:*' }],
    says: /did not answer within 10s/,
  },
];

describe('when GitHub does not take the record', () => {
  let undisturbed = 0;
  beforeAll(async () => {
    const { outputs } = await new RecordedWorld().run({ inputs: { 'github-deployment': 'false' } });
    undisturbed = Number(outputs['duration-seconds']);
  });
  const cases = TROUBLES.flatMap((trouble) => [
    { ...trouble, when: 'auto' },
    { ...trouble, when: 'true' },
  ]);
  it.each(cases)('$name (github-deployment: $when): the deployment succeeds, and it is said', async (trouble) => {
    const { seed, faults, inputs, says, when } = trouble;
    const world = new RecordedWorld(seed).fails(...(faults ?? []));
    const { outputs, lines, hasFailed } = await world.run({ inputs: { 'github-deployment': when, ...inputs } });
    expect(outputs.outcome).toBe('succeeded');
    expect(hasFailed()).toBe(false);
    const said = lines.filter((line) => line.includes('GitHub has no complete record'));
    expect(said.join('\n')).toMatch(says);
    expect(lines.join('\n')).not.toContain(TOKEN);
    expect(world.records()).toEqual([]);
    // It never waits for GitHub longer than its patience at the end.
    const lost = Number(outputs['duration-seconds']) - undisturbed;
    expect(lost).toBeLessThanOrEqual(12);
  });

  it('a missing permission is an annotation only when the record was asked for', async () => {
    const annotated = async (when: string): Promise<boolean> => {
      const world = new RecordedWorld({ tokens: { [TOKEN]: {} } });
      const { lines } = await world.run({ inputs: { 'github-deployment': when } });
      return lines.some((line) => /^warning: .*no complete record/.test(line));
    };
    expect(await annotated('auto')).toBe(false);
    expect(await annotated('true')).toBe(true);
  });

  it('a record whose creation lost its answer is found again, and not made twice', async () => {
    const world = new RecordedWorld().fails({ kind: 'reset', when: 'after', action: CREATE, times: 1 });
    await world.run();
    expect(world.records().map(statesOf)).toEqual([['in_progress', 'success']]);
  });

  it('a hiccup is outlived', async () => {
    const world = new RecordedWorld().fails(
      { kind: 'server-error', status: 502, action: STATUS, times: 2 },
      { kind: 'throttle', retryAfterSeconds: 2, action: CREATE, times: 1 },
    );
    const { lines } = await world.run();
    expect(world.records().map(statesOf)).toEqual([['in_progress', 'success']]);
    expect(lines.join('\n')).not.toContain('no complete record');
  });

  it('a rollback whose commit is gone is recorded under the commit of the run', async () => {
    const world = new RecordedWorld({ repositories: [{ name: 'acme/shop', refs: { main: COMMIT } }] });
    await world.run({ run: { commit: COMMIT } });
    await world.run({ inputs: { 'version-label': 'v3' } });
    await world.run({ inputs: { operation: 'rollback', 'version-source': '', 'version-label': '' } });
    expect(world.records().at(-1)).toMatchObject({ ref: COMMIT, state: 'success' });
  });

  it('an end that could not be written is written by the post phase', async () => {
    const world = new RecordedWorld().fails({ kind: 'server-error', status: 503, action: STATUS, skip: 1 });
    const main = await world.run();
    expect(world.records().map(statesOf)).toEqual([['in_progress']]);
    world.fails();
    await world.run({ state: main.state });
    expect(world.records().map(statesOf)).toEqual([['in_progress', 'success']]);
    expect(JSON.stringify(main.state)).not.toContain(TOKEN);
  });

  it('the post phase has nothing to do after an ordinary ending, and never fails', async () => {
    const world = new RecordedWorld();
    const main = await world.run();
    expect(main.state['github-deployments']).toBe('');
    const before = world.asked().length;
    await world.run({ state: main.state });
    expect(world.asked()).toHaveLength(before);

    const id = world.records()[0]?.id ?? 0;
    const left = JSON.stringify([{ id, environment: 'shop-prod', end: { state: 'failure', description: 'x' } }]);
    world.fails({ kind: 'server-error', status: 503, action: 'github:*' });
    const post = await world.run({ state: { 'github-deployments': left } });
    expect(post.lines.join('\n')).toContain('could not be ended (github-unreachable)');
    expect(post.hasFailed()).toBe(false);
  });
});

describe('a run that is stopped', () => {
  it('leaves the end of the record to the post phase, with its outcome', async () => {
    const world = new RecordedWorld();
    const running = world.start();
    world.clock.at(world.clock.now() + 40_000, () => running.cancel());
    await running.ended;
    expect(running.outputs.outcome).toBe('cancelled');
    expect(world.records().map(({ state }) => state)).toEqual(['in_progress']);
    await world.run({ state: running.state });
    const [record] = world.records();
    expect(record?.state).toBe('failure');
    expect(record?.statuses.at(-1)?.description).toMatch(/stop|cancel/i);
  });

  it('says that the outcome is not known when the process was killed', async () => {
    const world = new RecordedWorld();
    const running = world.start({ killAt: { request: 40, when: 'before' } });
    await running.ended;
    expect(running.wasKilled()).toBe(true);
    await world.run({ state: running.state });
    expect(world.records()[0]?.statuses.at(-1)).toMatchObject({
      state: 'failure',
      description: 'The run ended before its outcome was known.',
    });
  });
});

describe('what is said to GitHub', () => {
  it('is what its published description says, over a whole run', async () => {
    const world = new RecordedWorld();
    const { github, exchanges, wrong } = gitHubOver(world.wire, world.clock, { token: TOKEN });
    await world.run({ github });
    await world.run({ github, inputs: { 'version-label': 'v3' } });
    expect(new Set(exchanges.map(({ operationId }) => operationId))).toEqual(
      new Set([
        'repos/list-deployments',
        'repos/create-deployment',
        'repos/create-deployment-status',
        'repos/list-deployment-statuses',
      ]),
    );
    expect(wrong).toEqual([]);
  });
});
