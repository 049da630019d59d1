/** What happens when pull requests, labels and clocks do not wait for each other. */
import { describe, expect, it } from '@jest/globals';
import { minutes } from '../../src/domain/time.js';
import { HEAD, NEWER, PreviewWorld } from '../support/preview-world.js';

describe('a pull request that changes while its preview is being made', () => {
  it('closed before anything was created: nothing is created', async () => {
    const stage = new PreviewWorld();
    stage.pull({ number: 17, state: 'closed' });
    const late = await stage.on({ action: 'synchronize' });
    expect(late.outputs.outcome).toBe('unchanged');
    expect(stage.calls()).not.toContain('CreateEnvironment');
  });

  it('closed while the lock was waited for: nothing is created, and the comment does not promise anything', async () => {
    const stage = new PreviewWorld();
    const first = stage.start({ action: 'opened' });
    const second = stage.start({ action: 'synchronize' });
    stage.world.clock.at(stage.world.clock.now() + minutes(1), () => void stage.pull({ number: 17, state: 'closed' }));
    await Promise.all([first.ended, second.ended]);
    expect(await stage.environment()).toBeUndefined();
    expect(stage.comments()).toHaveLength(1);
    expect(stage.comments()[0]).toContain('Preview is removed');
  }, 30_000);

  it('closed while it was being created, when the run of the closing has found nothing: it is removed by its own run', async () => {
    const stage = new PreviewWorld();
    const running = stage.start({ action: 'opened' });
    stage.world.clock.at(stage.world.clock.now() + minutes(1), () => void stage.pull({ number: 17, state: 'closed' }));
    await running.ended;
    expect(running.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-action-type': 'terminate' });
    expect(await stage.environment()).toBeUndefined();
    expect(stage.comments()[0]).toMatch(/Preview is removed[\s\S]*closed while its preview was being deployed/);
    expect(stage.told.deployments.map(({ state }) => state)).toEqual(['inactive']);
  }, 30_000);

  it('closed while it was being created, when the run of the closing waits for it: one removes it, the other has nothing to do', async () => {
    const stage = new PreviewWorld();
    const first = stage.start({ action: 'opened' });
    await stage.world.clock.sleep(minutes(1));
    stage.pull({ number: 17, state: 'closed' });
    const closing = stage.start({ action: 'closed' });
    await Promise.all([first.ended, closing.ended]);
    // Which of them has the lock first when the deployment gives it back is not promised: either may remove it.
    const [removed, idle] = first.outputs.outcome === 'succeeded' ? [first, closing] : [closing, first];
    expect(removed.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-action-type': 'terminate' });
    expect(idle.outputs.outcome).toBe('unchanged');
    expect(idle.outputs['outcome-reason']).toContain('shop-pr-17 was removed meanwhile');
    expect([first.hasFailed(), closing.hasFailed()]).toEqual([false, false]);
    expect(stage.calls().filter((action) => action === 'TerminateEnvironment')).toHaveLength(1);
    expect(stage.comments()).toHaveLength(1);
    expect(stage.comments()[0]).toContain('Preview is removed');
  }, 30_000);

  it('two pushes in a row: they do not meet, and the newest commit is what stays', async () => {
    const stage = new PreviewWorld();
    await stage.on({ action: 'opened' });
    stage.pull({ number: 17, headCommit: NEWER });
    const older = stage.start({ action: 'synchronize', head: HEAD }, { inputs: { 'version-label': 'v2' } });
    const newer = stage.start({ action: 'synchronize', head: NEWER }, { inputs: { 'version-label': 'v3' } });
    await Promise.all([older.ended, newer.ended]);
    expect(older.outputs.outcome).toBe('unchanged');
    expect(older.outputs['outcome-reason']).toContain('no longer the newest commit');
    expect(await stage.environment()).toMatchObject({ versionLabel: 'v3' });
    expect(stage.comments()[0]).toMatch(/`v3`[\s\S]*`bbbbbbb`/);
  }, 30_000);

  it('opened again while its removal waits for the lock: it stays', async () => {
    const stage = new PreviewWorld();
    await stage.on({ action: 'opened' });
    stage.pull({ number: 17, state: 'closed' });
    const closing = stage.start({ action: 'closed' });
    // Known to GitHub as open by the time that the removal looks for the last time.
    stage.pull({ number: 17, state: 'open' });
    await closing.ended;
    expect(closing.outputs.outcome).toBe('unchanged');
    expect(await stage.environment()).toMatchObject({ status: 'Ready' });
  }, 30_000);

  it('cancelled: the comment says so, and what goes on is named', async () => {
    const stage = new PreviewWorld();
    const running = stage.start({ action: 'opened' });
    stage.world.clock.at(stage.world.clock.now() + minutes(1), () => running.cancel());
    await running.ended;
    expect(running.outputs.outcome).toBe('cancelled');
    expect(stage.comments()[0]).toContain('could not be deployed');
  }, 30_000);
});

it('closed, and without the permission to see environments: that it is gone is not said', async () => {
  const stage = new PreviewWorld();
  await stage.on({ action: 'opened' });
  stage.pull({ number: 17, state: 'closed' });
  stage.world.scenario({ faults: [{ kind: 'lost-permission', answer: 'empty', action: 'DescribeEnvironments' }] });
  const closing = await stage.on({ action: 'closed' });
  expect(closing.outputs.outcome).toBe('failed');
  expect(closing.lines.join('\n')).toMatch(/shows no environment at all[\s\S]*elasticbeanstalk:DescribeEnvironments/);
  expect(stage.comments()[0]).not.toContain('Preview is removed');
}, 30_000);

describe('labels', () => {
  const inputs = { 'preview-label': 'preview' };

  it('without the label there is no preview, with it there is one, and it goes with the label', async () => {
    const stage = new PreviewWorld();
    const opened = await stage.on({ action: 'opened' }, { inputs });
    expect(opened.outputs['outcome-reason']).toContain('does not have the label preview');
    expect((await stage.on({ action: 'labeled', label: 'docs' }, { inputs })).outputs.outcome).toBe('unchanged');
    expect(await stage.environment()).toBeUndefined();
    stage.pull({ number: 17, labels: ['preview'] });
    await stage.on({ action: 'labeled', label: 'preview', labels: ['preview'] }, { inputs });
    expect(await stage.environment()).toMatchObject({ status: 'Ready' });
    stage.pull({ number: 17, labels: [] });
    const unlabeled = await stage.on({ action: 'unlabeled', label: 'preview' }, { inputs });
    expect(unlabeled.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-action-type': 'terminate' });
    expect(stage.comments()[0]).toMatch(/Preview is removed[\s\S]*label preview was taken off/);
  }, 30_000);
});

describe('a pull request of a fork', () => {
  const inputs = { 'preview-label': 'preview', 'version-source': 'existing' };
  const FORK = { from: 'mallory/shop', name: 'pull_request_target' } as const;
  const labeled = { ...FORK, action: 'labeled', label: 'preview', labels: ['preview'], sender: 'kim' } as const;
  const fork = (permission: 'write' | 'read' = 'write'): PreviewWorld =>
    new PreviewWorld()
      .github({ repositories: [{ name: 'acme/shop', collaborators: { kim: permission } }] })
      .pull({ number: 17, headRepository: 'mallory/shop', labels: ['preview'] });

  it('is deployed when somebody who may write has labelled this very commit', async () => {
    const stage = fork();
    expect((await stage.on(labeled, { inputs })).outputs.outcome).toBe('succeeded');
    expect(await stage.environment()).toMatchObject({ status: 'Ready' });
  }, 30_000);

  it('a later push does not ride on the label', async () => {
    const stage = fork();
    await stage.on(labeled, { inputs });
    stage.pull({ number: 17, headRepository: 'mallory/shop', labels: ['preview'], headCommit: NEWER });
    const pushed = await stage.on({ ...FORK, action: 'synchronize', head: NEWER, labels: ['preview'] }, { inputs });
    expect(pushed.outputs.outcome).toBe('unchanged');
    expect(pushed.outputs['outcome-reason']).toMatch(/a maintainer who has read commit bbbbbbb has to put the label/);
    // The event of the label was for the commit before.
    expect((await stage.on(labeled, { inputs })).outputs['outcome-reason']).toContain(
      'pushed after the label was put on',
    );
    expect(stage.comments()[0]).toContain('`aaaaaaa`');
  }, 30_000);

  it.each([
    ['labelled by somebody who may only read', { ...labeled }, 'read', /kim, who put the label on, may not write/],
    ['opened with the label on it', { ...labeled, action: 'opened' }, 'write', /has to put the label preview on/],
    [
      'under pull_request, which has no credentials',
      { ...labeled, name: 'pull_request' as const },
      'write',
      /no credentials/,
    ],
  ] as const)('%s: no deployment, and no call to AWS', async (_, event, permission, reason) => {
    const stage = fork(permission);
    const before = stage.world.wire.calls.total;
    const ended = await stage.on(event, { inputs });
    expect(ended.outputs.outcome).toBe('unchanged');
    expect(ended.outputs['outcome-reason']).toMatch(reason);
    expect(stage.calls(before).filter((call) => !call.includes('/'))).toEqual([]);
  });

  it('without a `preview-label` nothing can allow it', async () => {
    const ended = await fork().on({ ...labeled, label: 'whatever' });
    expect(ended.outputs.outcome).toBe('unchanged');
    const opened = await fork().on({ ...FORK, action: 'opened' });
    expect(opened.outputs['outcome-reason']).toContain('without `preview-label`');
  });

  it('its preview is removed when it is closed', async () => {
    const stage = fork();
    await stage.on(labeled, { inputs });
    stage.pull({ number: 17, headRepository: 'mallory/shop', state: 'closed' });
    expect((await stage.on({ ...FORK, action: 'closed' }, { inputs })).outputs.outcome).toBe('succeeded');
    expect(await stage.environment()).toBeUndefined();
  }, 30_000);
});
