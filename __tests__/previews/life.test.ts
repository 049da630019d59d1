import { describe, expect, it } from '@jest/globals';
import { HEAD, NEWER, PreviewWorld } from '../support/preview-world.js';

describe('the life of a preview', () => {
  it('is created small when the pull request is opened, under tags that prove whose it is', async () => {
    const stage = new PreviewWorld();
    const opened = await stage.on({ action: 'opened' }, { inputs: { 'preview-ttl': '3d' } });
    expect(opened.outputs).toMatchObject({
      outcome: 'succeeded',
      'deployment-action-type': 'create',
      'preview-url': `http://${HOST}`,
    });
    expect(await stage.environment()).toMatchObject({ status: 'Ready', versionLabel: 'v2', cname: HOST });
    expect(await stage.tags()).toMatchObject({
      'beanstalk-rollout:preview': 'shop',
      'beanstalk-rollout:repository': 'acme/shop',
      'beanstalk-rollout:pull-request': '17',
      'beanstalk-rollout:created-from': HEAD,
      'beanstalk-rollout:expires-after': '3d',
    });
    expect(await stage.options()).toMatchObject({
      'aws:elasticbeanstalk:environment:EnvironmentType': 'SingleInstance',
      'aws:elasticbeanstalk:command:DeploymentPolicy': 'AllAtOnce',
      'aws:elasticbeanstalk:managedactions:ManagedActionsEnabled': 'false',
    });
    expect(stage.comments()).toHaveLength(1);
    expect(stage.comments()[0]).toMatch(
      /Preview is ready[\s\S]*http:\/\/shop-pr-17\.[\s\S]*`v2`[\s\S]*`Ok`[\s\S]*or 3d after/,
    );
    expect(stage.told.deployments).toMatchObject([
      { sha: HEAD, environment: 'shop-pr-17', transient: true, production: false, state: 'success' },
    ]);
    expect(stage.told.deployments[0]?.statuses.map(({ state }) => state)).toEqual(['in_progress', 'success']);
  }, 30_000);

  it('gets every push, and one comment tells of all of it', async () => {
    const stage = new PreviewWorld();
    await stage.on({ action: 'opened' });
    const id = (await stage.environment())?.id;
    stage.pull({ number: 17, headCommit: NEWER });
    const pushed = await stage.on({ action: 'synchronize', head: NEWER }, { inputs: { 'version-label': 'v3' } });
    expect(pushed.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-action-type': 'update' });
    expect(await stage.environment()).toMatchObject({ id, versionLabel: 'v3' });
    expect(stage.comments()).toHaveLength(1);
    expect(stage.comments()[0]).toMatch(/Preview is ready[\s\S]*`v3`[\s\S]*`bbbbbbb`/);
    expect(stage.told.deployments.map(({ state }) => state).sort()).toEqual(['inactive', 'success']);
    expect(await stage.tags()).toMatchObject({ 'beanstalk-rollout:created-from': HEAD });
  }, 30_000);

  it('goes when the pull request is closed, without a bundle, a model or a checkout', async () => {
    const stage = new PreviewWorld();
    await stage.on({ action: 'opened' });
    stage.pull({ number: 17, state: 'closed' });
    const inputs = { 'version-source': '', 'version-label': '', 'source-directory': 'not-checked-out' };
    const closed = await stage.on({ action: 'closed' }, { inputs });
    expect(closed.outputs).toMatchObject({
      outcome: 'succeeded',
      'deployment-action-type': 'terminate',
      'preview-url': '',
    });
    expect(await stage.environment()).toBeUndefined();
    expect(stage.comments()).toHaveLength(1);
    expect(stage.comments()[0]).toMatch(/Preview is removed[\s\S]*Pull request `#17` is closed\./);
    expect(stage.told.deployments.map(({ state }) => state)).toEqual(['inactive']);
  }, 30_000);

  it('comes again when the pull request is opened again, also while the old one is still going', async () => {
    const stage = new PreviewWorld();
    await stage.on({ action: 'opened' });
    const first = await stage.environment();
    stage.world.somebody('TerminateEnvironment', { EnvironmentId: first?.id });
    const again = await stage.on({ action: 'reopened' });
    expect(again.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-action-type': 'create' });
    expect((await stage.environment())?.id).not.toBe(first?.id);
  }, 30_000);

  it('is not created twice, and not removed when there is none', async () => {
    const stage = new PreviewWorld();
    const closed = await stage.on({ action: 'closed' });
    expect(closed.outputs.outcome).toBe('unchanged');
    expect(closed.outputs['outcome-reason']).toContain('it has no preview');
    expect(stage.comments()).toEqual([]);
    await stage.on({ action: 'opened' });
    expect((await stage.on({ action: 'reopened' })).outputs.outcome).toBe('unchanged');
    expect(stage.comments()[0]).toContain('Preview is ready');
  }, 30_000);

  it('a deployment that fails leaves the reason in the comment, and the failure at the deployment', async () => {
    const stage = new PreviewWorld();
    await stage.on({ action: 'opened' });
    stage.world.scenario({ versions: { v3: { command: 'fails' } } });
    const failed = await stage.on(
      { action: 'synchronize' },
      { inputs: { 'version-label': 'v3', 'on-failure': 'none' } },
    );
    expect(failed.outputs.outcome).toBe('failed');
    expect(stage.comments()[0]).toMatch(/could not be deployed[\s\S]*What to do/);
    expect(stage.told.deployments.map(({ state }) => state)).toContain('failure');
  }, 30_000);

  it('a dry run shows the plan and writes nothing, neither to AWS nor to GitHub', async () => {
    const stage = new PreviewWorld();
    const shown = await stage.on({ action: 'opened' }, { inputs: { 'dry-run': 'true' } });
    expect(shown.outputs).toMatchObject({ outcome: 'planned', 'preview-url': '' });
    expect(shown.lines.join('\n')).toContain('Create shop-pr-17');
    expect(stage.comments()).toEqual([]);
    expect(stage.told.deployments).toEqual([]);
    expect(await stage.environment()).toBeUndefined();
  });
});

const HOST = 'shop-pr-17.us-east-1.elasticbeanstalk.com';
