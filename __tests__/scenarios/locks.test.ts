/** Two runs, people, and runs that died: who may deploy when. */
import { describe, expect, it } from '@jest/globals';
import { type Lock, lockText } from '../../src/domain/lock.js';
import { hours, minutes, seconds } from '../../src/domain/time.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import { lockOfShop, type Running, startRun, wholeRun, writeLock } from '../support/runs.js';
import { SHOP, World } from '../support/world.js';

const FREE = { state: 'free' } as const;
const text = (run: Running): string => run.lines.join('\n');
const calls = (world: World, action: string): number =>
  world.wire.calls.list(0).filter((call) => call.action === action).length;

async function labels(world: World): Promise<readonly string[]> {
  const environment = await world.ports.beanstalk.environmentNamed(SHOP.application, SHOP.name);
  const { instances } = await world.ports.beanstalk.instances(environment?.id ?? '');
  return [...new Set(instances.map(({ deployment }) => deployment?.versionLabel ?? '?'))];
}

const theirLock = (world: World, more: Partial<Lock> = {}): Lock => ({
  nonce: 'theirs',
  holder: { kind: 'run', operation: 'deploy', repository: 'acme/shop', runId: '7', runAttempt: 1, actor: 'lee' },
  reason: '',
  takenAt: world.clock.now(),
  expiresAt: world.clock.now() + minutes(5),
  lifetime: minutes(5),
  ...more,
});

const lockedBy = (lock: (world: World) => Lock): World => {
  const world = new World();
  writeLock(world, lockText({ state: 'held', lock: lock(world) }));
  return world;
};

describe('a deployment', () => {
  it('holds the lock while it lasts, renews it, and gives it back', async () => {
    const world = new World();
    const running = startRun(world, { inputs: { comment: 'Friday', 'lock-expiry': '30s' } });
    const seen: Lock[] = [];
    const look = async (): Promise<void> => {
      await world.clock.sleep(seconds(5));
      const document = lockOfShop(world);
      if (document?.state === 'held') seen.push(document.lock);
    };
    for (let looks = 0; looks < 12; looks += 1) await look();
    await running.ended;
    expect(running.outputs.outcome).toBe('succeeded');
    expect(seen[0]).toMatchObject({ reason: 'Friday', holder: { kind: 'run', operation: 'deploy', actor: 'kim' } });
    expect(new Set(seen.map(({ nonce }) => nonce)).size).toBe(1);
    expect(new Set(seen.map(({ expiresAt }) => expiresAt)).size).toBeGreaterThan(2);
    expect(lockOfShop(world)).toEqual(FREE);
    expect(running.state.locks).toBe('');
  });

  it.each<[string, Scenario, Readonly<Record<string, string>>, string]>([
    ['fails', { versions: { v2: { command: 'fails' } } }, {}, 'failed'],
    ['has nothing to do', {}, { 'version-label': 'v1' }, 'unchanged'],
    ['is refused', {}, { 'version-label': 'v9' }, 'failed'],
    ['is not waited for', {}, { 'wait-for-deployment': 'false' }, 'started'],
    ['runs out of time', {}, { timeout: '40s' }, 'timed-out'],
  ])('gives it back when it %s', async (_, scenario, inputs, outcome) => {
    const world = new World().scenario(scenario);
    const done = await wholeRun(world, { inputs: { 'on-failure': 'none', ...inputs } });
    expect(done.outputs.outcome).toBe(outcome);
    expect(lockOfShop(world)?.state).toBe('free');
  });

  it.each([1, 3, 8, 15, 30, 60])('gives it back within the seven seconds of a cancel after %i s', async (after) => {
    const world = new World();
    const running = startRun(world);
    await world.clock.sleep(seconds(after));
    const cancelledAt = world.clock.now();
    running.cancel();
    await running.ended;
    expect(world.clock.now() - cancelledAt).toBeLessThan(seconds(7));
    expect(lockOfShop(world)?.state).toBe('free');
  });

  it('takes none with deploy-lock: off, and none in a dry run', async () => {
    const off = new World();
    expect((await wholeRun(off, { inputs: { 'deploy-lock': 'off' } })).outputs.outcome).toBe('succeeded');
    expect(lockOfShop(off)).toBeUndefined();
    const dry = new World();
    expect((await wholeRun(dry, { inputs: { 'dry-run': 'true' } })).outputs.outcome).toBe('planned');
    expect(lockOfShop(dry)).toBeUndefined();
  });

  it('tells in a dry run who holds it', async () => {
    const world = lockedBy(theirLock);
    const done = await wholeRun(world, { inputs: { 'dry-run': 'true' } });
    expect(done.outputs.outcome).toBe('planned');
    expect(text(done)).toContain('held by run 7 of lee in acme/shop');
  });
});

describe('two runs at the same time', () => {
  it('deploy one after the other, and nobody aborts anything', async () => {
    const world = new World();
    const first = startRun(world, { inputs: { 'version-label': 'v2', comment: 'first' } });
    await world.clock.sleep(seconds(2));
    const second = startRun(world, { inputs: { 'version-label': 'v3', 'on-busy': 'abort-ours' } });
    await Promise.all([first.ended, second.ended]);
    expect([first.outputs.outcome, second.outputs.outcome]).toEqual(['succeeded', 'succeeded']);
    expect(second.outputs['previous-version-label']).toBe('v2');
    expect(text(second)).toMatch(/Waiting for the lock of shop-prod .* held by run \d+ of kim .* Reason: first\./);
    expect(await labels(world)).toEqual(['v3']);
    expect(calls(world, 'AbortEnvironmentUpdate')).toBe(0);
    expect(lockOfShop(world)).toEqual(FREE);
  });

  it('started at the very same moment, too', async () => {
    const world = new World();
    const both = [startRun(world), startRun(world, { inputs: { 'version-label': 'v3' } })];
    await Promise.all(both.map(({ ended }) => ended));
    expect(both.map(({ outputs }) => outputs.outcome)).toEqual(['succeeded', 'succeeded']);
    expect(await labels(world)).toHaveLength(1);
    expect(calls(world, 'AbortEnvironmentUpdate')).toBe(0);
  });

  it('with deploy-lock: fail, the second one fails and leaves the first alone', async () => {
    const world = new World();
    const first = startRun(world);
    await world.clock.sleep(seconds(10));
    const second = await wholeRun(world, { inputs: { 'version-label': 'v3', 'deploy-lock': 'fail' } });
    expect(second.outputs.outcome).toBe('failed');
    expect(text(second)).toContain('docs/errors.md#environment-locked');
    await first.ended;
    expect(first.outputs.outcome).toBe('succeeded');
    expect(await labels(world)).toEqual(['v2']);
    expect(calls(world, 'UpdateEnvironment')).toBe(1);
  });

  it('when the time to wait is over, the second one fails', async () => {
    const world = new World();
    const first = startRun(world);
    await world.clock.sleep(seconds(2));
    const startedAt = world.clock.now();
    const second = await wholeRun(world, { inputs: { 'version-label': 'v3', 'lock-timeout': '20s' } });
    expect(text(second)).toContain('docs/errors.md#environment-locked');
    expect(world.clock.now() - startedAt).toBeLessThan(seconds(25));
    await first.ended;
    expect(first.outputs.outcome).toBe('succeeded');
  });

  it('a cancel while waiting ends at once and does not touch the lock', async () => {
    const world = lockedBy(theirLock);
    const running = startRun(world);
    await world.clock.sleep(seconds(12));
    running.cancel();
    await running.ended;
    expect(running.outputs.outcome).toBe('cancelled');
    expect(lockOfShop(world)).toMatchObject({ state: 'held', lock: { nonce: 'theirs' } });
  });
});

describe('an environment that is busy with something else', () => {
  it('is planned for anew when it is Ready: what it was in passing is no plan', async () => {
    const world = new World();
    const { id } = (await world.snapshot('v1')).target.environment;
    world.somebody('UpdateEnvironment', { EnvironmentId: id, VersionLabel: 'v3' });
    const done = await wholeRun(world);
    expect(done.outputs).toMatchObject({ outcome: 'succeeded', 'previous-version-label': 'v3' });
    expect(calls(world, 'AbortEnvironmentUpdate')).toBe(0);
  });

  it('that deploys this very version already is waited for, and then nothing is left to do', async () => {
    const world = new World();
    const first = startRun(world, { inputs: { 'wait-for-deployment': 'false' } });
    await first.ended;
    const second = await wholeRun(world);
    expect(second.outputs.outcome).toBe('unchanged');
    expect(world.wire.calls.list(0).filter(({ action }) => action === 'UpdateEnvironment')).toHaveLength(1);
  });
});

describe('a lock of a run that died', () => {
  it('is taken over when it has expired, by the clock of S3', async () => {
    const world = lockedBy(theirLock);
    const startedAt = world.clock.now();
    const done = await wholeRun(world);
    expect(done.outputs.outcome).toBe('succeeded');
    expect(text(done)).toMatch(/Took over the deploy lock of shop-prod from run 7 of lee .* not renewed for 5m00s/);
    expect(world.clock.now() - startedAt).toBeGreaterThan(minutes(5));
  });

  it('is taken over at once by a later attempt of the same run', async () => {
    const world = lockedBy(theirLock);
    const startedAt = world.clock.now();
    const done = await wholeRun(world, { run: { runId: '7', runAttempt: 2 } });
    expect(done.outputs.outcome).toBe('succeeded');
    expect(text(done)).toContain('a later attempt of the same one');
    expect(world.clock.now() - startedAt).toBeLessThan(minutes(5));
  });

  it('is given back by the post phase', async () => {
    const world = new World();
    const killed = await wholeRun(world, { killAt: { request: 30, when: 'before' } });
    expect(lockOfShop(world)?.state).toBe('held');
    await wholeRun(world, { state: killed.state });
    // What was left undone stays written.
    expect(lockOfShop(world)).toMatchObject({ state: 'free', unfinished: { versionLabel: 'v2' } });
  });

  it('is not given back by the post phase when somebody else has it by now', async () => {
    const world = new World();
    const killed = await wholeRun(world, { killAt: { request: 30, when: 'before' } });
    writeLock(world, lockText({ state: 'held', lock: theirLock(world) }));
    await wholeRun(world, { state: killed.state });
    expect(lockOfShop(world)).toMatchObject({ state: 'held', lock: { nonce: 'theirs' } });
  });
});

describe('troubles with the lock', () => {
  const isLock = (path: string): boolean => path.includes('beanstalk-rollout/locks/');

  it('a lost answer to the call for it is looked up', async () => {
    const world = new World();
    let lost = 0;
    const done = await wholeRun(world, {
      loses: (method, path) => method === 'PUT' && isLock(path) && lost++ === 0,
    });
    expect(lost).toBeGreaterThan(0);
    expect(done.outputs.outcome).toBe('succeeded');
    expect(text(done)).not.toContain('Took over');
    expect(lockOfShop(world)).toEqual(FREE);
  });

  it('a lost answer to the call that gives it back does no harm', async () => {
    const world = new World();
    let writes = 0;
    const done = await wholeRun(world, {
      loses: (method, path) => method === 'PUT' && isLock(path) && ++writes === 2,
    });
    expect(done.outputs.outcome).toBe('succeeded');
    expect(lockOfShop(world)).toEqual(FREE);
  });

  it('without the permission to write, the run goes on and says so', async () => {
    const world = new World().scenario({
      faults: [{ kind: 'lost-permission', answer: 'denied', action: 'PutObject' }],
    });
    const done = await wholeRun(world);
    expect(done.outputs.outcome).toBe('succeeded');
    expect(text(done)).toMatch(
      /warning: The deploy lock could not be taken, so this run goes on without one: .*s3:PutObject/,
    );
  });

  it.each(['wait', 'fail'])('without the permission, but with deploy-lock: %s, nothing is deployed', async (mode) => {
    const world = new World().scenario({
      faults: [{ kind: 'lost-permission', answer: 'denied', action: 'PutObject' }],
    });
    const done = await wholeRun(world, { inputs: { 'deploy-lock': mode } });
    expect(done.outputs.outcome).toBe('failed');
    expect(text(done)).toContain('docs/errors.md#permission-denied');
    expect(calls(world, 'UpdateEnvironment')).toBe(0);
  });

  it('something that is no lock is not overwritten', async () => {
    const world = new World();
    writeLock(world, 'hello');
    expect((await wholeRun(world)).outputs.outcome).toBe('succeeded');
    expect((await wholeRun(world, { inputs: { 'deploy-lock': 'wait', 'version-label': 'v3' } })).outputs.outcome).toBe(
      'failed',
    );
  });

  it('a lock that is taken away is said, and the rollout goes on', async () => {
    const world = new World();
    const running = startRun(world, { inputs: { 'lock-expiry': '15s' } });
    await world.clock.sleep(seconds(10));
    writeLock(world, lockText({ state: 'held', lock: theirLock(world) }));
    await running.ended;
    expect(running.outputs.outcome).toBe('succeeded');
    expect(text(running)).toMatch(/warning: The lock of shop-prod is no longer held by this run: run 7 of lee/);
    expect(lockOfShop(world)).toMatchObject({ state: 'held', lock: { nonce: 'theirs' } });
  });
});

describe('a person', () => {
  const lock = (world: World, inputs: Readonly<Record<string, string>> = {}, actor = 'kim'): Promise<Running> =>
    wholeRun(world, { inputs: { operation: 'lock', ...inputs }, run: { actor } });
  const unlock = (world: World, inputs: Readonly<Record<string, string>> = {}): Promise<Running> =>
    wholeRun(world, { inputs: { operation: 'unlock', ...inputs }, run: { actor: 'lee' } });

  it('keeps deployments away, with a reason, until it unlocks', async () => {
    const world = new World();
    const locked = await lock(world, { comment: 'Black Friday' });
    expect(locked.outputs.outcome).toBe('succeeded');
    expect(locked.outputs['outcome-reason']).toContain('for 4h00m');
    const refused = await wholeRun(world, { inputs: { 'deploy-lock': 'fail' } });
    expect(text(refused)).toMatch(/held by kim .* Reason: Black Friday\./);
    expect(calls(world, 'UpdateEnvironment')).toBe(0);
    const unlocked = await unlock(world);
    expect(unlocked.outputs['outcome-reason']).toMatch(/Removed the deploy lock of shop-prod that kim .* Black Friday/);
    expect((await wholeRun(world)).outputs.outcome).toBe('succeeded');
  });

  it('is never taken over before the time is over', async () => {
    const world = new World();
    await lock(world, { 'lock-expiry': '2h' });
    world.clock.advance(hours(2) - minutes(20));
    expect((await wholeRun(world, { inputs: { 'lock-timeout': '10m' } })).outputs.outcome).toBe('failed');
    world.clock.advance(minutes(11));
    expect((await wholeRun(world)).outputs.outcome).toBe('succeeded');
  });

  it('waits for a deployment, and changes its own reason', async () => {
    const world = new World();
    const deploying = startRun(world);
    await world.clock.sleep(seconds(5));
    const locked = await lock(world, { comment: 'one' });
    expect(locked.outputs.outcome).toBe('succeeded');
    await deploying.ended;
    expect(deploying.outputs.outcome).toBe('succeeded');
    await lock(world, { comment: 'two' });
    expect(lockOfShop(world)).toMatchObject({ lock: { reason: 'two' } });
    expect((await lock(world, { 'deploy-lock': 'fail' }, 'lee')).outputs.outcome).toBe('failed');
  });

  it('sees what would be done in a dry run', async () => {
    const world = new World();
    const dry = { 'dry-run': 'true' };
    expect((await unlock(world, dry)).outputs['outcome-reason']).toContain(
      'Nobody holds the deploy lock of shop-prod. Nothing would be done.',
    );
    expect((await lock(world, dry)).outputs['outcome-reason']).toContain('It would be locked for 4h00m.');
    expect(lockOfShop(world)).toBeUndefined();
    await lock(world, { comment: 'sale' });
    const told = await unlock(world, dry);
    expect(told.outputs.outcome).toBe('planned');
    expect(told.outputs['outcome-reason']).toMatch(/held by kim .* sale.* It would be removed\./);
    expect(lockOfShop(world)?.state).toBe('held');
  });

  it('unlocks what nobody holds without an error', async () => {
    expect((await unlock(new World())).outputs.outcome).toBe('unchanged');
  });

  it('cannot lock with what makes no lock', async () => {
    const done = await lock(new World(), { 'deploy-lock': 'off' });
    expect(text(done)).toContain('docs/errors.md#contradicting-inputs');
  });
});
