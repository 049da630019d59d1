/** The examples behind a button (workflow_dispatch), played from their own YAML. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { dispatch, push } from './events.js';
import { WorkflowStage } from './stage.js';

let stage: WorkflowStage | undefined;
afterEach(() => stage?.close());
const open = (): WorkflowStage => {
  stage = new WorkflowStage({
    environments: [{ application: 'shop', name: 'shop-production', versionLabel: 'v0', instances: 2 }],
  });
  return stage;
};
const running = async (world: WorkflowStage) => (await world.environment('shop-production'))?.versionLabel;

describe('examples/rollback.yml', () => {
  it('shows the candidates, then brings the version from before back', async () => {
    const world = open();
    await world.play('examples/deploy.yml', push('v1'));
    const before = await running(world);
    world.release = 'v2';
    await world.play('examples/deploy.yml', push('v2'));
    const asked = { version: 'previous', reason: 'prices are wrong' };
    const looked = await world.play('examples/rollback.yml', dispatch({ ...asked, 'dry-run': true }));
    expect(looked.runs[0]?.outputs.outcome).toBe('planned');
    expect(looked.runs[0]?.lines.join('\n')).toContain(before ?? '?');
    expect(await running(world)).toMatch(/^2222222-/);
    // Its default is false, and the button hands it over as that.
    const { jobs } = await world.play('examples/rollback.yml', dispatch(asked));
    expect(jobs).toMatchObject([{ conclusion: 'success' }]);
    expect(await running(world)).toBe(before);
  });
});

describe('examples/lock.yml', () => {
  it('keeps a push out until the lock is taken off', async () => {
    const world = open();
    const asked = { what: 'lock', environment: 'shop-production', reason: 'stocktaking' };
    const locked = await world.play('examples/lock.yml', dispatch(asked));
    expect(locked.jobs).toMatchObject([{ conclusion: 'success' }]);
    const refused = await world.play('examples/deploy.yml', push());
    expect(refused.jobs).toMatchObject([{ conclusion: 'failure' }]);
    expect(refused.runs[0]?.lines.join('\n')).toContain('stocktaking');
    expect(await running(world)).toBe('v0');
    const unlocked = await world.play('examples/lock.yml', dispatch({ ...asked, what: 'unlock' }));
    expect(unlocked.jobs).toMatchObject([{ conclusion: 'success' }]);
    expect((await world.play('examples/deploy.yml', push())).jobs).toMatchObject([{ conclusion: 'success' }]);
  });
});
