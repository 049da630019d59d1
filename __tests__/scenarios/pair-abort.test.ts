/** A blue-green rollout in several jobs, by whole runs: promoted or given up without a label, also when a job has died. */
import { describe, expect, it } from '@jest/globals';
import { minutes } from '../../src/domain/time.js';
import { seededRandom } from '../../src/simulator/random.js';
import { PairWitness } from '../support/pair-witness.js';
import { IDLE, PairWorld, PRODUCTION } from '../support/pair-world.js';
import { lockOfShop, type Running, type RunWish, wholeRun } from '../support/runs.js';

const PAIR = { strategy: 'blue-green', bake: '30s', 'busy-timeout': '1h', 'lock-timeout': '2h' };
const NO_LABEL = { 'version-source': '', 'version-label': '' };

const go = (world: PairWorld, inputs: Readonly<Record<string, string>>, wish: RunWish = {}): Promise<Running> =>
  wholeRun(world, { ...wish, inputs: { ...PAIR, ...inputs } });
const ending = ({ outputs }: Running): string => `${outputs.outcome}: ${outputs['outcome-reason']}`;

describe('a later job', () => {
  it('promotes what was prepared without being told its label', async () => {
    const world = new PairWorld({ idle: 'v1' });
    expect(ending(await go(world, { operation: 'prepare' }))).toMatch(/^succeeded: /);
    const promoted = await go(world, { operation: 'promote', ...NO_LABEL });
    expect(ending(promoted)).toMatch(/^succeeded: /);
    expect(promoted.outputs['version-label']).toBe('v2');
    expect(world.live()).toMatchObject({ name: IDLE, versionLabel: 'v2' });
  });

  it('does not take the release back when it promotes a second time without being told a label', async () => {
    const world = new PairWorld({ idle: 'v1' });
    await go(world, { operation: 'prepare' });
    await go(world, { operation: 'promote', ...NO_LABEL });
    const again = await go(world, { operation: 'promote', ...NO_LABEL });
    expect(ending(again)).toMatch(
      /^failed: shop-prod has had v1 for longer than shop-prod-idle has had v2: nothing was/,
    );
    expect(again.lines.join('\n')).toContain('The way back is `operation: rollback`.');
    expect(world.live()).toMatchObject({ name: IDLE, versionLabel: 'v2' });
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(1);
    const meant = await go(world, { operation: 'promote', ...NO_LABEL, 'version-label': 'v1' });
    expect(ending(meant)).toMatch(/^succeeded: /);
    expect(world.live()).toMatchObject({ name: 'shop-prod', versionLabel: 'v1' });
  });

  it('gives up what was prepared without being told its label, and moves nothing', async () => {
    const world = new PairWorld({ idle: 'v1' });
    await go(world, { operation: 'prepare' });
    const given = await go(world, { operation: 'abort', ...NO_LABEL });
    expect(ending(given)).toMatch(/^succeeded: /);
    expect(world.live()).toMatchObject({ name: 'shop-prod', versionLabel: 'v1' });
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(0);
  });

  it('says that a release which has ended keeps the traffic, whoever wants to give it up', async () => {
    const world = new PairWorld({ idle: 'v1' });
    await go(world, {});
    const given = await go(world, { operation: 'abort', ...NO_LABEL });
    expect(given.lines.join('\n')).toContain(`Nothing was prepared: ${IDLE} has all requests, and keeps them.`);
    expect(world.live()).toMatchObject({ name: IDLE, versionLabel: 'v2' });
  });

  it('has nothing to give up where nothing was prepared, and says how that is known', async () => {
    const world = new PairWorld({ idle: 'none' });
    const given = await go(world, { operation: 'abort', ...NO_LABEL });
    expect(ending(given)).toBe(`unchanged: There is no ${IDLE}, so nothing was prepared.`);
    expect(given.lines.join('\n')).toMatch(/Proof: .*environment/i);
  });
});

/** A failure names its seed: `SEEDS=100 npm test -- pair-abort` for more. */
const SEEDS = Array.from({ length: Number(process.env.SEEDS ?? 12) }, (_, index) => index + 1);
let whole: number | undefined;

async function killed(seed: number) {
  whole ??= (await go(new PairWorld({ idle: 'v1' }), {})).requests();
  const random = seededRandom(seed * 31);
  const request = 1 + Math.floor(random.next() * whole);
  const when = random.next() < 0.5 ? ('before' as const) : ('after' as const);
  const world = new PairWorld({ idle: 'v1' });
  const dead = await go(world, {}, { killAt: { request, when }, run: { runId: '1' } });
  expect(dead.wasKilled()).toBe(true);
  const run = random.next() < 0.5 ? { runId: '1', runAttempt: 2 } : { runId: '2' };
  return { world, run };
}

describe('after a rollout that was killed at any of its requests', () => {
  it.each(SEEDS)('abort leaves one live side that is well, and nothing of ours running, seed %i', async (seed) => {
    const { world, run } = await killed(seed);
    const witness = new PairWitness(world);
    const before = world.sides().find(({ cname }) => cname === PRODUCTION)?.name;
    const given = await go(world, { operation: 'abort', ...NO_LABEL, 'on-busy': 'abort-ours' }, { run });
    expect(ending(given)).toMatch(/^(succeeded|unchanged): /);
    // A swap that the dead run has asked for goes on by itself; abort never asks for one.
    expect(witness.changes().filter((action) => action !== 'AbortEnvironmentUpdate')).toEqual([]);
    expect(world.sides().map(({ status }) => status)).toEqual(['Ready', 'Ready']);
    world.advance(minutes(5));
    const live = world.live();
    expect(live.healthStatus).toMatch(/^(Ok|Info)$/);
    expect([before, IDLE]).toContain(live.name);
    expect(given.outputs['live-environment-name']).toBe(live.name);
    expect(lockOfShop(world)).toEqual({ state: 'free' });
  });
});
