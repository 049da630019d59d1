/** The examples about pull requests, played from their own YAML from the opening to the end, and for a fork. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { pullRequest, schedule } from './events.js';
import { REPOSITORY, WorkflowStage } from './stage.js';

const ROLES = {
  'aws:autoscaling:launchconfiguration': { IamInstanceProfile: 'aws-elasticbeanstalk-ec2-role' },
  'aws:elasticbeanstalk:environment': { ServiceRole: 'aws-elasticbeanstalk-service-role' },
};
const ENVIRONMENTS = ['shop-staging', 'shop-production'].map((name) => ({
  application: 'shop',
  name,
  versionLabel: 'v0',
  instances: 2,
  enhancedHealth: true,
  options: ROLES,
}));
const FORK = 'mallory/shop';

let stage: WorkflowStage | undefined;
afterEach(() => stage?.close());
const open = (): WorkflowStage => {
  stage = new WorkflowStage({ environments: ENVIRONMENTS });
  stage.pull({ number: 17 });
  return stage;
};
const there = (name: string) => async (world: WorkflowStage) => (await world.environment(name))?.versionLabel;
const preview = there('shop-pr-17');

describe('examples/preview.yml', () => {
  it('creates, updates and removes the environment of a pull request, with one comment about it', async () => {
    const world = open();
    const opened = await world.play('examples/preview.yml', pullRequest('opened'));
    expect(opened.jobs).toMatchObject([{ name: 'preview', conclusion: 'success' }]);
    expect(await preview(world)).toMatch(/^1111111-/);
    world.release = 'v2';
    world.pull({ number: 17 });
    const pushed = await world.play('examples/preview.yml', pullRequest('synchronize', 'v2'));
    expect(pushed.runs[0]?.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-action-type': 'update' });
    expect(await preview(world)).toMatch(/^2222222-/);
    expect(world.told.comments.map(({ body }) => body)).toEqual([expect.stringContaining('Preview is ready')]);
    world.pull({ number: 17, state: 'closed' });
    const closed = await world.play('examples/preview.yml', pullRequest('closed', 'v2'));
    expect(closed.jobs).toMatchObject([{ conclusion: 'success' }]);
    expect(await world.environment('shop-pr-17')).toBeUndefined();
    expect(world.told.comments.map(({ body }) => body)).toEqual([expect.stringContaining('Preview is removed')]);
    expect(new Set(world.told.deployments.map(({ state }) => state))).toEqual(new Set(['inactive']));
    // The permissions of the workflow are enough for all that is told.
    const said = [...opened.runs, ...pushed.runs, ...closed.runs].flatMap(({ lines }) => lines).join('\n');
    expect(said).not.toMatch(/could not be written|could not be asked/);
  });

  it('does nothing for a fork, and for what else happens to a pull request', async () => {
    const world = open();
    const fork = await world.play('examples/preview.yml', pullRequest('opened', 'v1', FORK));
    expect(fork.jobs).toMatchObject([{ conclusion: 'skipped' }]);
    expect((await world.play('examples/preview.yml', pullRequest('assigned'))).jobs).toEqual([]);
    expect(await world.environment('shop-pr-17')).toBeUndefined();
    expect(world.told.comments).toEqual([]);
  });
});

describe('examples/preview-forks.yml', () => {
  const file = 'examples/preview-forks.yml';
  const event = (action: string, more = {}, from = FORK) => {
    const { payload, ...rest } = pullRequest(action, 'v1', from);
    return { ...rest, name: 'pull_request_target', sha: 'b'.repeat(40), payload: { ...payload, ...more } };
  };
  const labelled = event('labeled', { label: { name: 'preview' } });
  const forked = (permission: 'write' | 'read'): WorkflowStage => {
    const world = open();
    world.world.wire.github.seed({ repositories: [{ name: REPOSITORY, collaborators: { kim: permission } }] });
    world.pull({ number: 17, headRepository: FORK, labels: ['preview'] });
    return world;
  };

  it('deploys the commit that a maintainer has labelled, and removes it in the end', async () => {
    const world = forked('write');
    const { jobs, runs } = await world.play(file, labelled);
    expect(jobs).toMatchObject([{ conclusion: 'success' }]);
    expect(runs[0]?.outputs.outcome).toBe('succeeded');
    expect(await preview(world)).toMatch(/^1111111-/);
    world.pull({ number: 17, headRepository: FORK, state: 'closed' });
    expect((await world.play(file, event('closed'))).jobs).toMatchObject([{ conclusion: 'success' }]);
    expect(await world.environment('shop-pr-17')).toBeUndefined();
  });

  it('deploys nothing for a label of somebody else, and leaves pull requests of the repository itself alone', async () => {
    const world = forked('read');
    const { runs } = await world.play(file, labelled);
    expect(runs[0]?.outputs['outcome-reason']).toContain('may not write to this repository');
    const own = await world.play(file, event('labeled', { label: { name: 'preview' } }, REPOSITORY));
    expect(own.jobs).toMatchObject([{ conclusion: 'skipped' }]);
    expect(await world.environment('shop-pr-17')).toBeUndefined();
  });
});

describe('examples/sweep.yml', () => {
  it('removes every hour what was forgotten, and only that', async () => {
    const world = open();
    await world.play('examples/preview.yml', pullRequest('opened'));
    const early = await world.play('examples/sweep.yml', schedule);
    expect(early.jobs).toMatchObject([{ conclusion: 'success' }]);
    expect(await preview(world)).toMatch(/^1111111-/);
    world.pull({ number: 17, state: 'closed' });
    const swept = await world.play('examples/sweep.yml', schedule);
    expect(swept.jobs).toMatchObject([{ conclusion: 'success' }]);
    expect(await world.environment('shop-pr-17')).toBeUndefined();
    expect(world.told.comments[0]?.body).toContain('Preview is removed');
    for (const { name } of ENVIRONMENTS) expect(await there(name)(world)).toBe('v0');
  });
});

describe('examples/create-environment.yml', () => {
  it('creates the environment, deploys every push to it, and terminates it by its id', async () => {
    const world = open();
    const opened = await world.play('examples/create-environment.yml', pullRequest('opened'));
    expect(opened.jobs).toMatchObject([{ conclusion: 'success' }, { name: 'remove', conclusion: 'skipped' }]);
    expect(opened.scripts[0]?.printed).toBe('http://shop-pr-17.eu-west-1.elasticbeanstalk.com\n');
    world.release = 'v2';
    const first = await preview(world);
    const pushed = await world.play('examples/create-environment.yml', pullRequest('synchronize', 'v2'));
    expect(pushed.runs[0]?.outputs).toMatchObject({
      'deployment-action-type': 'update',
      'previous-version-label': first,
    });
    world.program('aws', `echo ${(await world.environment('shop-pr-17'))?.id}`);
    const closed = await world.play('examples/create-environment.yml', pullRequest('closed', 'v2'));
    expect(closed.jobs).toMatchObject([{ conclusion: 'skipped' }, { name: 'remove', conclusion: 'success' }]);
    expect(await world.environment('shop-pr-17')).toBeUndefined();
    world.program('aws', 'echo None');
    const again = await world.play('examples/create-environment.yml', pullRequest('closed', 'v2'));
    expect([again.jobs[1]?.conclusion, again.runs.length]).toEqual(['success', 0]);
  });

  it('does nothing for a fork', async () => {
    const { jobs } = await open().play('examples/create-environment.yml', pullRequest('opened', 'v1', FORK));
    expect(jobs.map(({ conclusion }) => conclusion)).toEqual(['skipped', 'skipped']);
  });
});

describe('examples/dry-run.yml', () => {
  it('shows the plan on the page of the run and changes nothing; a fork gets none', async () => {
    const world = open();
    const { jobs, runs } = await world.play('examples/dry-run.yml', pullRequest('synchronize'));
    expect(jobs).toMatchObject([{ conclusion: 'success' }]);
    expect(runs[0]?.outputs.outcome).toBe('planned');
    expect(runs[0]?.summaries.join('')).toContain('immutable');
    expect(await there('shop-production')(world)).toBe('v0');
    expect((await world.play('examples/dry-run.yml', pullRequest('opened', 'v1', FORK))).runs).toEqual([]);
  });
});

describe('examples/rehearsal.yml', () => {
  it.each([REPOSITORY, FORK])('deploys and asks the application for a pull request of %s', async (from) => {
    const world = open();
    world.program('curl', 'for last; do :; done; echo "asked $last"');
    const { jobs, scripts } = await world.play('examples/rehearsal.yml', pullRequest('opened', 'v1', from));
    expect(jobs).toMatchObject([{ conclusion: 'success' }]);
    expect(scripts[0]?.printed).toBe('asked http://shop-production.eu-west-1.elasticbeanstalk.com\n');
    // What is checked out without a `ref` is the merge with the base.
    expect(await there('shop-production')(world)).toMatch(/^fffffff-/);
  });
});
