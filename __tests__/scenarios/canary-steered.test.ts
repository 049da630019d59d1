/** A canary in flight is paused, passed, ended by other runs, and stopped by the runner. */
import { describe, expect, it } from '@jest/globals';
import { seconds } from '../../src/domain/time.js';
import { CanaryWorld } from '../support/canary-runs.js';
import { IDLE } from '../support/pair-world.js';
import { SHOP } from '../support/world.js';

const STEPS = { 'canary-steps': '5%:20m, 50%:1m', 'max-step-extension': '3m', bake: '30s' };

/** A run that holds its first share. */
async function inFlight() {
  const world = new CanaryWorld();
  const foreign = await world.foreign();
  const running = await world.start(STEPS);
  await world.until(() => world.record()?.step === 1);
  await world.clock.sleep(seconds(20));
  return { world, running, foreign };
}

describe('a canary that a run carries out', () => {
  it('is paused, goes on, and passes its step', async () => {
    const { world, running } = await inFlight();
    const paused = await world.run({ ...STEPS, operation: 'pause' });
    expect(paused.outputs).toMatchObject({ outcome: 'succeeded' });
    expect(paused.outputs['outcome-reason']).toMatch(/is paused: shop-prod-idle at 5 % of the requests/);
    expect(world.record()).toMatchObject({ state: 'paused', weight: 5 });
    await world.clock.sleep(seconds(5 * 60));
    expect(await world.shares()).toEqual({ [SHOP.name]: 95, [IDLE]: 5 });
    const resumed = await world.run({ ...STEPS, operation: 'resume' });
    expect(resumed.outputs['outcome-reason']).toMatch(/goes on/);
    expect(world.record()).toMatchObject({ state: 'running', weight: 5 });
    const promoted = await world.run({ ...STEPS, operation: 'promote' });
    expect(promoted.outputs['outcome-reason']).toMatch(/step was passed/);
    const promotedAt = world.clock.now();
    await running.ended;
    expect(running.outputs.outcome).toBe('succeeded');
    // The rest of twenty minutes was not held.
    expect(world.clock.now() - promotedAt).toBeLessThan(seconds(10 * 60));
    expect(await world.shares()).toEqual({ [SHOP.name]: 0, [IDLE]: 100 });
    expect(running.lines.join('\n')).toMatch(/`operation: pause` was asked for by kim/);
  }, 30_000);

  it('is ended: the old side has everything again when the other run says so', async () => {
    const { world, running, foreign } = await inFlight();
    const aborting = await world.run({ ...STEPS, operation: 'abort' });
    expect(aborting.outputs).toMatchObject({ outcome: 'succeeded' });
    expect(aborting.outputs['outcome-reason']).toMatch(/shop-prod has all requests again/);
    expect(await world.shares()).toEqual({ [SHOP.name]: 100 });
    await running.ended;
    expect(running.outputs).toMatchObject({ outcome: 'failed', restored: 'yes' });
    expect(running.outputs['outcome-reason']).toMatch(/ended at 5 % of the requests by `operation: abort` \(kim\)/);
    expect(await world.foreign()).toBe(foreign);
  }, 20_000);

  it('is not taken back by somebody who wants to pass its last step, and comes when it has ended', async () => {
    const world = new CanaryWorld();
    const running = await world.start(STEPS);
    await running.ended;
    expect(await world.shares()).toEqual({ [SHOP.name]: 0, [IDLE]: 100 });
    const aborting = await world.run({ ...STEPS, operation: 'abort', 'version-source': '', 'version-label': '' });
    expect(aborting.outputs.outcome).toBe('failed');
    expect(aborting.lines.join('\n')).toContain(
      'There is nothing to abort: shop-prod has had v1 for longer than shop-prod-idle, which has the traffic, has had v2.',
    );
    const late = await world.run({ ...STEPS, operation: 'promote', 'version-source': '', 'version-label': '' });
    expect(late.outputs['outcome-reason']).toMatch(
      /nothing was prepared since, and promoting it would take the release/,
    );
    expect(await world.shares()).toMatchObject({ [IDLE]: 100 });
  }, 30_000);

  it('is ended before it has a share by somebody who asks for it while its version is being deployed', async () => {
    const world = new CanaryWorld();
    const foreign = await world.foreign();
    const running = await world.start(STEPS);
    await world.until(() => world.record()?.state === 'running');
    expect(world.record()).toMatchObject({ step: 0, weight: 0 });
    const passing = await world.run({ ...STEPS, operation: 'promote' });
    expect(passing.outputs['outcome-reason']).toMatch(
      /shop-prod-idle has no share of the requests yet: v2 is only being/,
    );
    const askedAt = world.clock.now();
    const aborting = await world.run({ ...STEPS, operation: 'abort' });
    expect(aborting.outputs['outcome-reason']).toMatch(/was ended: shop-prod has all requests again/);
    // One look every three seconds, one after the lock every fifteen.
    expect(aborting.requests()).toBeLessThan(15 + (world.clock.now() - askedAt) / 2_000);
    await running.ended;
    expect(running.outputs.outcome).toBe('failed');
    expect(running.outputs['outcome-reason']).toMatch(/ended at 0 % of the requests by `operation: abort`/);
    expect(running.lines.join('\n')).not.toContain('shop-prod-idle has the traffic');
    expect(await world.shares()).toEqual({ [SHOP.name]: 100 });
    expect(world.record()).toMatchObject({ state: 'ended', weight: 0 });
    expect(await world.foreign()).toBe(foreign);
  }, 30_000);

  it('is none any more when its version has failed before it had a share', async () => {
    const world = new CanaryWorld();
    world.scenario({ versions: { v2: { command: 'fails' } } });
    const running = await world.start(STEPS);
    await world.until(() => world.record()?.state === 'running');
    await running.ended;
    expect(running.outputs.outcome).toBe('failed');
    expect(world.record()).toMatchObject({ state: 'ended', step: 0, weight: 0, versionLabel: 'v2' });
  }, 20_000);

  it('is passed once by one wish, also when nobody can write down that it was heard', async () => {
    const world = new CanaryWorld();
    const running = await world.start({ ...STEPS, 'canary-steps': '5%:20m, 50%:20m' });
    await world.until(() => world.record()?.step === 1);
    const promoting = await world.start({ ...STEPS, operation: 'promote' });
    await world.until(() => world.record()?.wish !== undefined);
    world.scenario({ faults: [{ kind: 'server-error', status: 503, action: 'PutObject' }] });
    await world.clock.sleep(seconds(8 * 60));
    expect(await world.shares()).toEqual({ [SHOP.name]: 50, [IDLE]: 50 });
    const asked = running.lines.filter((line) => line.includes('`operation: promote` was asked for'));
    expect(asked).toHaveLength(1);
    world.scenario({});
    promoting.cancel();
    running.cancel();
    await Promise.all([promoting.ended, running.ended]);
    expect(await world.shares()).toEqual({ [SHOP.name]: 100 });
  }, 30_000);

  it('ends although somebody else wants to pass its step in the same moment, and who comes second is told', async () => {
    const { world, running } = await inFlight();
    const aborting = await world.start({ ...STEPS, operation: 'abort' });
    await world.until(() => world.record()?.wish?.operation === 'abort');
    const promoting = await world.run({ ...STEPS, operation: 'promote' });
    expect(promoting.lines.join('\n')).toMatch(
      /`operation: abort` was asked for by kim, and takes the place of this promote/,
    );
    expect((await world.run({ ...STEPS, operation: 'abort' })).outputs['outcome-reason']).toMatch(/was ended/);
    await Promise.all([running.ended, aborting.ended]);
    expect(aborting.outputs).toMatchObject({ outcome: 'succeeded' });
    expect(running.outputs['outcome-reason']).toMatch(/ended at 5 % of the requests by `operation: abort`/);
    expect(await world.shares()).toEqual({ [SHOP.name]: 100 });
  }, 30_000);

  it('follows the last wish, and who was outvoted is told', async () => {
    const { world, running } = await inFlight();
    const pausing = await world.start({ ...STEPS, operation: 'pause' });
    await world.until(() => world.record()?.wish?.operation === 'pause');
    const promoting = await world.run({ ...STEPS, operation: 'promote' });
    await pausing.ended;
    expect(promoting.outputs['outcome-reason']).toMatch(/step was passed/);
    expect(pausing.outputs.outcome).toBe('failed');
    expect(pausing.outputs['outcome-reason']).toMatch(/`operation: promote` was asked for/);
    running.cancel();
    await running.ended;
  }, 30_000);

  it('is not begun anew by somebody who wanted to pass the step of one that ends in that moment', async () => {
    const { world, running } = await inFlight();
    const NO_LABEL = { 'version-source': '', 'version-label': '' };
    const promoting = await world.start({ ...STEPS, ...NO_LABEL, operation: 'promote' });
    await world.until(() => world.record()?.wish?.operation === 'promote');
    running.cancel();
    await Promise.all([running.ended, promoting.ended]);
    expect(promoting.outputs.outcome).toBe('failed');
    expect(promoting.outputs['outcome-reason']).toMatch(
      /The canary of v2 on shop-prod-idle, whose step was to be passed, has ended meanwhile: shop-prod has the requests/,
    );
    expect(await world.shares()).toEqual({ [SHOP.name]: 100 });
  }, 30_000);

  it('is ended by another run also when it takes no lock', async () => {
    const world = new CanaryWorld();
    const running = await world.start({ ...STEPS, 'deploy-lock': 'off' });
    await world.until(() => world.record()?.step === 1);
    const aborting = await world.run({ ...STEPS, operation: 'abort' });
    expect(aborting.outputs['outcome-reason']).toMatch(/was ended: shop-prod has all requests again/);
    await running.ended;
    expect(running.outputs['outcome-reason']).toMatch(/by `operation: abort`/);
  }, 20_000);

  it('gives everything back within a second of a request to stop', async () => {
    const { world, running, foreign } = await inFlight();
    const at = world.clock.now();
    running.cancel();
    await running.ended;
    expect(running.outputs).toMatchObject({ outcome: 'cancelled', 'live-environment-name': SHOP.name });
    expect(running.outputs['outcome-reason']).toMatch(/shop-prod has all requests again/);
    expect(world.clock.now() - at).toBeLessThan(seconds(1));
    expect(await world.shares()).toEqual({ [SHOP.name]: 100 });
    expect(world.record()).toMatchObject({ state: 'ended', weight: 0 });
    expect(await world.foreign()).toBe(foreign);
  }, 20_000);

  it('keeps its share on a request to stop when `on-cancel` is `leave`, and a new run goes on from there', async () => {
    const world = new CanaryWorld();
    const running = await world.start({ ...STEPS, 'on-cancel': 'leave' });
    await world.until(() => world.record()?.step === 1);
    running.cancel();
    await running.ended;
    expect(running.outputs['outcome-reason']).toMatch(/shop-prod-idle has 5 % of the requests, shop-prod the rest/);
    expect(await world.shares()).toEqual({ [SHOP.name]: 95, [IDLE]: 5 });
    const next = await world.run({ ...STEPS, 'canary-steps': '5%:1m, 50%:1m' });
    expect(next.outputs).toMatchObject({ outcome: 'succeeded', 'live-environment-name': IDLE });
    expect(next.lines.join('\n')).toMatch(/the canary goes on from there/);
    expect(next.lines.join('\n')).not.toMatch(/Deploy v2/);
  }, 30_000);
});

describe('without a canary in flight', () => {
  it.each(['pause', 'resume'])('there is nothing to %s', async (operation) => {
    const run = await new CanaryWorld().run({ operation });
    expect(run.outputs.outcome).toBe('failed');
    expect(run.lines.join('\n')).toMatch(/No run carries out a canary of shop-prod now/);
  });

  it('a new version takes the place of one that a dead run has left, after everything was given back', async () => {
    const world = new CanaryWorld();
    const dead = await world.start(STEPS);
    await world.until(() => world.record()?.step === 1);
    dead.kill();
    await dead.ended;
    const records: string[] = [];
    const next = await world.run(
      { ...STEPS, 'version-label': 'v3', 'canary-steps': '50%:1m' },
      {
        loses: () => {
          const { versionLabel, state } = world.record() ?? {};
          records.push(`${versionLabel} ${state}`);
          return false;
        },
      },
    );
    // Until it was given back the record tells of the canary that is in flight.
    expect([...new Set(records)].slice(0, 3)).toEqual(['v2 running', 'v2 ended', 'v3 running']);
    const log = next.lines.join('\n');
    expect(log).toMatch(/of a canary that has not ended: shop-prod gets them all back first/);
    expect(log.indexOf('Give shop-prod all requests again')).toBeLessThan(log.indexOf('Deploy v3 to shop-prod-idle'));
    expect(next.outputs).toMatchObject({ outcome: 'succeeded', 'live-environment-name': IDLE });
  }, 30_000);

  it('an earlier version comes back without steps, and a dry run shows a plan of the other way', async () => {
    const world = new CanaryWorld();
    const quick = { 'canary-steps': '50%:1m', 'max-step-extension': '3m', bake: '30s' };
    expect((await world.run(quick)).outputs.outcome).toBe('succeeded');
    const dry = await world.run({ ...quick, 'version-label': 'v3', 'dry-run': 'true' });
    expect(dry.outputs).toMatchObject({ outcome: 'planned', 'live-environment-name': IDLE });
    expect(dry.lines.join('\n')).toMatch(/Give shop-prod 50 % of the requests, and shop-prod-idle the rest/);
    const back = await world.run({ ...quick, operation: 'rollback', 'version-label': '', 'version-source': '' });
    expect(back.outputs).toMatchObject({
      outcome: 'succeeded',
      'version-label': 'v1',
      'live-environment-name': SHOP.name,
    });
    expect(back.lines.join('\n')).not.toMatch(/Compare both sides/);
    expect(await world.shares()).toEqual({ [SHOP.name]: 100, [IDLE]: 0 });
  }, 30_000);
});
