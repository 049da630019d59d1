/** Whole runs of `operation: sweep`, and of previews that sleep. */
import { describe, expect, it } from '@jest/globals';
import { hours } from '../../src/domain/time.js';
import { HEAD, PreviewWorld } from '../support/preview-world.js';

/** Two previews: of #17 and of #18. */
async function two(inputs: Readonly<Record<string, string>> = {}): Promise<PreviewWorld> {
  const stage = new PreviewWorld();
  stage.pull({ number: 18 });
  await stage.on({ action: 'opened' }, { inputs });
  await stage.on({ action: 'opened', number: 18 }, { inputs });
  return stage;
}

describe('a sweep', () => {
  it('removes what is closed and what has expired in one run, and keeps the rest', async () => {
    const stage = await two({ 'preview-ttl': '2h' });
    stage.pull({ number: 19 });
    stage.world.clock.advance(hours(3));
    await stage.on({ action: 'opened', number: 19 }, { inputs: { 'preview-ttl': '2h' } });
    stage.pull({ number: 17, state: 'closed' });
    const swept = await stage.sweep();
    expect(swept.outputs.outcome).toBe('succeeded');
    expect(swept.outputs['outcome-reason']).toBe('2 previews were removed, 0 put to sleep, 1 kept.');
    expect(await stage.environment('shop-pr-17')).toBeUndefined();
    expect(await stage.environment('shop-pr-18')).toBeUndefined();
    expect(await stage.environment('shop-pr-19')).toMatchObject({ status: 'Ready' });
    expect(stage.comments(17)[0]).toMatch(/Preview is removed[\s\S]*is closed/);
    expect(stage.comments(18)[0]).toMatch(/Preview is removed[\s\S]*expires after 2h/);
    expect(stage.comments(19)[0]).toContain('Preview is ready');
    expect(stage.told.deployments.map(({ environment, state }) => `${environment} ${state}`).sort()).toEqual([
      'shop-pr-17 inactive',
      'shop-pr-18 inactive',
      'shop-pr-19 success',
    ]);
  }, 60_000);

  it('touches nothing without our tags, whatever it is called, and nothing of another repository', async () => {
    const stage = new PreviewWorld({
      others: [{ application: 'shop', name: 'shop-pr-99', versionLabel: 'v1', instances: 1 }],
    });
    stage.pull({ number: 99, state: 'closed' }).pull({ number: 17, state: 'open' });
    await stage.on({ action: 'opened' });
    stage.pull({ number: 17, state: 'closed' });
    const elsewhere = await stage.sweep({}, { run: { repository: 'acme/other' } });
    expect(elsewhere.outputs['outcome-reason']).toBe('There are no previews of this repository.');
    await stage.sweep();
    expect(await stage.environment('shop-pr-99')).toMatchObject({ status: 'Ready' });
    expect(await stage.environment('shop-prod')).toMatchObject({ status: 'Ready' });
    expect(await stage.environment('shop-pr-17')).toBeUndefined();
  }, 60_000);

  it('keeps what GitHub cannot be asked about, and says so', async () => {
    const stage = await two();
    stage.pull({ number: 17, state: 'closed' }).pull({ number: 18, state: 'closed' });
    stage.world.scenario({ faults: [{ kind: 'server-error', status: 503, action: 'github:pulls/get' }] });
    const swept = await stage.sweep();
    expect(swept.outputs.outcome).toBe('unchanged');
    expect(swept.lines.join('\n')).toMatch(/shop-pr-17 is kept: GitHub could not be asked/);
    expect(await stage.environment('shop-pr-17')).toMatchObject({ status: 'Ready' });
    expect(await stage.environment('shop-pr-18')).toMatchObject({ status: 'Ready' });
  }, 60_000);

  it('keeps everything when tags cannot be read, and refuses to begin without GitHub', async () => {
    const stage = await two();
    stage.pull({ number: 17, state: 'closed' });
    const blind = await stage.sweep({ 'github-token': '' });
    expect(blind.outputs.outcome).toBe('failed');
    expect(blind.outputs['outcome-reason']).toContain('Without GitHub nobody can say');
    stage.world.scenario({ faults: [{ kind: 'lost-permission', answer: 'denied', action: 'ListTagsForResource' }] });
    const swept = await stage.sweep();
    expect(swept.lines.join('\n')).toMatch(/shop-pr-17 is kept: whether it is a preview could not be read/);
    expect(await stage.environment('shop-pr-17')).toMatchObject({ status: 'Ready' });
  }, 60_000);

  it('a dry run lists what would become of each, and changes nothing', async () => {
    const stage = await two();
    stage.pull({ number: 17, state: 'closed' });
    const before = stage.world.wire.calls.total;
    const shown = await stage.sweep({ 'dry-run': 'true' });
    expect(shown.outputs.outcome).toBe('planned');
    expect(shown.outputs['outcome-reason']).toMatch(/shop-pr-17: removed, because .*; shop-pr-18: kept, because/);
    expect(stage.calls(before)).not.toContain('TerminateEnvironment');
    expect(stage.comments(17)[0]).toContain('Preview is ready');
  }, 60_000);

  it('goes on with the others when one cannot be removed, and fails with its reason', async () => {
    const stage = await two();
    stage.pull({ number: 17, state: 'closed' }).pull({ number: 18, state: 'closed' });
    stage.world.scenario({
      faults: [{ kind: 'lost-permission', answer: 'denied', action: 'TerminateEnvironment', times: 1 }],
    });
    const swept = await stage.sweep();
    expect(swept.outputs.outcome).toBe('failed');
    expect(swept.outputs['outcome-reason']).toMatch(/^1 preview was removed.*shop-pr-17 failed/);
    expect(await stage.environment('shop-pr-18')).toBeUndefined();
  }, 60_000);
});

it('a preview whose pull request is closed while a sweep waits for its lock is gone, and the sweep goes on', async () => {
  const stage = new PreviewWorld();
  await stage.on({ action: 'opened' });
  stage.pull({ number: 17, state: 'closed' });
  const closing = stage.start({ action: 'closed' });
  const swept = await stage.sweep();
  await closing.ended;
  expect([closing.outputs.outcome, swept.outputs.outcome].sort()).toEqual(['succeeded', 'unchanged']);
  expect(await stage.environment()).toBeUndefined();
  expect(stage.calls().filter((action) => action === 'TerminateEnvironment')).toHaveLength(1);
}, 30_000);

describe('a preview that sleeps', () => {
  const inputs = { 'preview-sleep': 'true' };
  const SWEEP = { ...inputs, 'preview-idle': '1h' };

  it('is scaled to zero when it was not updated for a while, and woken by the next push', async () => {
    const stage = new PreviewWorld();
    await stage.on({ action: 'opened' }, { inputs });
    expect(await stage.options()).toMatchObject({
      'aws:elasticbeanstalk:environment:EnvironmentType': 'LoadBalanced',
      'aws:autoscaling:updatepolicy:rollingupdate:RollingUpdateEnabled': 'false',
      'aws:autoscaling:asg:MaxSize': '1',
    });
    expect((await stage.sweep(SWEEP)).outputs.outcome).toBe('unchanged');
    stage.world.clock.advance(hours(2));
    const swept = await stage.sweep(SWEEP);
    expect(swept.outputs).toMatchObject({ outcome: 'succeeded' });
    expect(swept.outputs['outcome-reason']).toContain('1 put to sleep');
    expect(await stage.options()).toMatchObject({
      'aws:autoscaling:asg:MinSize': '0',
      'aws:autoscaling:asg:MaxSize': '0',
    });
    expect(stage.comments()[0]).toMatch(/Preview sleeps[\s\S]*The next push wakes it/);
    stage.world.clock.advance(hours(2));
    expect((await stage.sweep(SWEEP)).outputs.outcome).toBe('unchanged');

    const woken = await stage.on({ action: 'synchronize' }, { inputs: { ...inputs, 'version-label': 'v3' } });
    expect(woken.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-action-type': 'update' });
    expect(await stage.environment()).toMatchObject({ status: 'Ready', versionLabel: 'v3', health: 'Green' });
    expect(await stage.options()).toMatchObject({ 'aws:autoscaling:asg:MaxSize': '1' });
    expect(stage.comments()[0]).toContain('Preview is ready');
  }, 60_000);

  it('is woken without a new version, too, and goes when it is closed', async () => {
    const stage = new PreviewWorld();
    await stage.on({ action: 'opened' }, { inputs });
    stage.world.clock.advance(hours(2));
    await stage.sweep(SWEEP);
    const woken = await stage.on({ action: 'reopened', head: HEAD });
    expect(woken.outputs.outcome).toBe('succeeded');
    expect(await stage.environment()).toMatchObject({ health: 'Green' });
    stage.world.clock.advance(hours(2));
    await stage.sweep(SWEEP);
    stage.pull({ number: 17, state: 'closed' });
    expect((await stage.on({ action: 'closed' })).outputs.outcome).toBe('succeeded');
    expect(await stage.environment()).toBeUndefined();
  }, 60_000);
});
