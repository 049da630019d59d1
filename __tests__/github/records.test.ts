import { describe, expect, it } from '@jest/globals';
import { COMMIT, RecordedWorld, statesOf } from '../support/recorded-runs.js';

const PAGE = 'https://github.com/acme/shop/actions/runs/77/attempts/2';

describe('a rollout in GitHub’s list of deployments', () => {
  it('begins and ends with what it was about', async () => {
    const world = new RecordedWorld();
    const { outputs } = await world.run();
    expect(outputs.outcome).toBe('succeeded');
    const [record, ...others] = world.records();
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      ref: COMMIT,
      environment: 'shop-prod',
      transient: false,
      production: true,
      state: 'success',
      payload: {
        version: 'v2',
        previousVersion: 'v1',
        strategy: 'as-configured',
        application: 'shop',
        operation: 'deploy',
      },
    });
    expect(record === undefined ? [] : statesOf(record)).toEqual(['in_progress', 'success']);
    expect(record?.statuses.at(-1)).toMatchObject({
      logUrl: PAGE,
      environmentUrl: `http://${outputs['environment-url']}`,
    });
    expect(record?.statuses.at(-1)?.description).toContain('v2');
  });

  it('is a failure when the rollout is one, and the version before it stays the active one', async () => {
    const world = new RecordedWorld();
    await world.run();
    world.scenario({ versions: { v3: { command: 'fails' } } });
    const { outputs } = await world.run({ inputs: { 'version-label': 'v3' } });
    expect(outputs.outcome).toBe('failed');
    expect(world.records().map(({ state }) => state)).toEqual(['success', 'failure']);
  });

  it('takes the place of the earlier ones of a production environment, which GitHub leaves active', async () => {
    const world = new RecordedWorld();
    await world.run();
    await world.run({ inputs: { 'version-label': 'v3' } });
    await world.run({ inputs: { operation: 'rollback', 'version-source': '', 'version-label': '' } });
    const records = world.records();
    expect(records.map(({ state, payload }) => `${payload.operation} ${payload.version} ${state}`)).toEqual([
      'deploy v2 inactive',
      'deploy v3 inactive',
      'rollback v2 success',
    ]);
  });

  it('leaves the records of others alone', async () => {
    // One that GitHub itself would leave active, too.
    const foreign = { environment: 'shop-prod', production: true, statuses: [{ state: 'success' as const }] };
    const world = new RecordedWorld({ repositories: [{ name: 'acme/shop', deployments: [foreign] }] });
    await world.run();
    expect(world.records().map(({ state }) => state)).toEqual(['success', 'success']);
  });

  it.each([
    ['nothing changes', { 'version-label': 'v1' }],
    ['it is a dry run', { 'dry-run': 'true' }],
    ['nobody wants it', { 'github-deployment': 'false' }],
    ['only the idle side would get the version', { operation: 'abort', 'version-source': '', 'version-label': '' }],
  ])('is not there when %s', async (_, inputs) => {
    const world = new RecordedWorld();
    await world.run({ inputs });
    expect(world.records()).toEqual([]);
    expect(world.asked()).toEqual([]);
  });

  it('stays in progress when nobody waits for the end', async () => {
    const world = new RecordedWorld();
    const { outputs } = await world.run({ inputs: { 'wait-for-deployment': 'false' } });
    expect(outputs.outcome).toBe('started');
    expect(world.records().map(({ state }) => state)).toEqual(['in_progress']);
  });

  it('is inactive when its environment was terminated', async () => {
    const world = new RecordedWorld();
    const { outputs } = await world.run();
    const inputs = {
      operation: 'terminate',
      'version-source': '',
      'version-label': '',
      'confirm-environment-id': `${outputs['environment-id']}`,
    };
    const gone = await world.run({ inputs });
    expect(gone.lines.join('\n')).toContain('erminat');
    expect(world.records().map(({ state }) => state)).toEqual(['inactive']);
  });
});

describe('github-deployment: auto', () => {
  const ofJob = (run: string, job: string, state: 'in_progress' | 'success' = 'in_progress') => ({
    environment: 'production',
    sha: COMMIT,
    statuses: [{ state, logUrl: `https://github.com/acme/shop/actions/runs/${run}/job/${job}` }],
  });
  const worldWith = (...deployments: readonly ReturnType<typeof ofJob>[]) =>
    new RecordedWorld({ repositories: [{ name: 'acme/shop', deployments }] });

  it('leaves it to GitHub when the job has an environment', async () => {
    const world = worldWith(ofJob('77', '5001'));
    const { lines } = await world.run({ inputs: { 'github-job-id': '5001' } });
    expect(world.records()).toHaveLength(1);
    expect(lines.join('\n')).toContain('GitHub itself keeps the record');
  });

  it.each([
    ['another job of the run has one', ofJob('77', '5002'), '5001', 2],
    ['a job of another run has one', ofJob('78', '5001'), '5001', 2],
    ['a job of a run whose number only begins alike has one', ofJob('770', '5001'), '', 2],
    ['some job of the run has one and the runner does not tell which this is', ofJob('77', '5002'), '', 1],
  ])('%s', async (_, deployment, jobId, records) => {
    const world = worldWith(deployment);
    await world.run({ inputs: { 'github-job-id': jobId } });
    expect(world.records()).toHaveLength(records);
  });

  it('`true` makes one in any case', async () => {
    const world = worldWith(ofJob('77', '5001'));
    await world.run({ inputs: { 'github-job-id': '5001', 'github-deployment': 'true' } });
    expect(world.records()).toHaveLength(2);
  });
});
