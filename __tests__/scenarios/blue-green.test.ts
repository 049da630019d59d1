/** Blue-green rollouts from beginning to end: against the simulated service, on a virtual clock, without a process. */
import { describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/domain/time.js';
import type { Fault } from '../../src/simulator/scenario.js';
import { IDLE, PairWorld } from '../support/pair-world.js';
import { stepsText } from '../support/steps-text.js';

const SMOKE = { 'smoke-test-path': '/', 'smoke-test-body': 'version {version}', 'smoke-test-interval': '5s' };
/** A pair whose live side, the idle one of before, runs v2 and answers no requests: the virtual instances know no names. */
async function quietWorld(): Promise<PairWorld> {
  const world = new PairWorld({ idle: 'v1' });
  await world.go({ inputs: { bake: '10s' }, scenario: { versions: { '*': { requestsPerSecond: 0 } } } });
  world.advance(minutes(30));
  return world;
}

describe('a blue-green rollout', () => {
  it('creates the idle side, proves it, moves the traffic, bakes, and keeps the old side', async () => {
    const world = new PairWorld({ idle: 'none' });
    const { outcome, plan } = await world.go({ inputs: SMOKE });
    expect(outcome).toMatchObject({ state: 'succeeded', proof: 'instances', sides: { live: { name: IDLE } } });
    expect(plan?.steps.map(({ kind }) => kind)).toEqual(['create', 'settle', 'gate', 'gate', 'swap', 'gate', 'bake']);
    expect(world.live()).toMatchObject({ name: IDLE, versionLabel: 'v2', status: 'Ready' });
    expect(world.idle()).toMatchObject({ name: 'shop-prod', versionLabel: 'v1', status: 'Ready' });
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(1);
    expect(world.calls('DeleteConfigurationTemplate')).toBe(world.calls('CreateConfigurationTemplate'));
  });

  it('takes turns: the next version goes to the side that was live before', async () => {
    const world = new PairWorld({ idle: 'v1' });
    expect((await world.go()).outcome?.state).toBe('succeeded');
    expect(world.live().name).toBe(IDLE);
    const { outcome, plan } = await world.go({ label: 'v3' });
    expect(outcome?.state).toBe('succeeded');
    expect(plan === undefined ? '' : stepsText(plan.steps)).toContain(`swap ${IDLE} -> shop-prod`);
    expect(world.live()).toMatchObject({ name: 'shop-prod', versionLabel: 'v3' });
  });

  it('gives the new side as many instances as the live one has now, and its own minimum afterwards', async () => {
    const world = new PairWorld({
      idle: 'none',
      environment: { instances: 3, options: { 'aws:autoscaling:asg': { MinSize: '1', MaxSize: '4' } } },
    });
    const { outcome, plan } = await world.go();
    expect(outcome?.state).toBe('succeeded');
    const text = plan === undefined ? '' : stepsText(plan.steps);
    expect(text).toContain(`create ${IDLE} as ${IDLE} with v2 MinSize=3`);
    expect(text).toContain('configure: MinSize=1');
    expect(world.said.filter((one) => one.type === 'instances').at(-1)?.instances).toHaveLength(3);
  });

  it('does not move traffic to a version that is sick on the idle side', async () => {
    const world = new PairWorld({ idle: 'v1' });
    const { outcome } = await world.go({ scenario: { versions: { v2: { health: 'Severe' } } } });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'not-needed', problem: { code: 'unhealthy' } });
    expect(outcome?.reason).toContain('Traffic was not moved: shop-prod serves as before.');
    expect(world.live()).toMatchObject({ name: 'shop-prod', versionLabel: 'v1' });
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(0);
  });

  it('does not move traffic when the smoke test on the idle side fails', async () => {
    const world = new PairWorld({ idle: 'v1' });
    world.broken.add('v2');
    const { outcome } = await world.go({ inputs: { ...SMOKE, 'smoke-test-attempts': '3' } });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'not-needed', problem: { code: 'smoke-test-failed' } });
    expect(outcome?.reason).toContain('answered with 500, 3 times');
    expect(world.live().name).toBe('shop-prod');
  });

  it('does not move traffic when verify-command cannot be run', async () => {
    const world = new PairWorld({ idle: 'v1' });
    const { outcome } = await world.go({ inputs: { 'verify-command': 'node check.js "a b"' } });
    expect(outcome).toMatchObject({ state: 'failed', problem: { code: 'verify-command-failed' } });
    expect(world.live().name).toBe('shop-prod');
  });

  it('swaps back by itself, within seconds, when the new side goes bad while it bakes', async () => {
    const world = new PairWorld({ idle: 'v1' });
    const { outcome } = await world.go({
      inputs: { bake: '10m' },
      scenario: { versions: { v2: { laterHealth: { afterSeconds: 150, health: 'Severe' } } } },
    });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'yes', problem: { code: 'bake-failed' } });
    expect(outcome?.reason).toContain('shop-prod has all the traffic again.');
    expect(world.live()).toMatchObject({ name: 'shop-prod', versionLabel: 'v1' });
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(2);
    const bad = world.said.find((one) => one.type === 'notice' && one.text.includes('is Severe'));
    const back = world.said.findLast((one) => one.type === 'step-ended' && one.step.kind === 'swap');
    expect((back?.at ?? Number.POSITIVE_INFINITY) - (bad?.at ?? 0)).toBeLessThan(seconds(20));
  });

  it('swaps back when the application goes bad although its health is fine', async () => {
    const world = new PairWorld({ idle: 'v1' });
    world.clock.at(world.clock.now() + minutes(6), () => world.broken.add('v2'));
    const { outcome } = await world.go({ inputs: { ...SMOKE, bake: '10m' } });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'yes', problem: { code: 'bake-failed' } });
    expect(world.live().name).toBe('shop-prod');
  });

  it('does not blame the version when time is up while it bakes', async () => {
    const world = new PairWorld({ idle: 'v1' });
    const { outcome } = await world.go({ inputs: { bake: '20m' }, settings: { timeout: minutes(10) } });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'yes', problem: { code: 'timed-out' } });
    expect(outcome?.reason).toMatch(
      /^After 10m00s time was up, .* after the traffic had moved: the health of .* is Ok/,
    );
    expect(outcome?.problem?.hint).toBe('Give it more time with `timeout`, or a shorter `bake`.');
    expect(world.live().name).toBe('shop-prod');
  });

  it('leaves the traffic where it is with on-failure: none', async () => {
    const world = new PairWorld({ idle: 'v1' });
    const { outcome } = await world.go({
      inputs: { bake: '10m' },
      settings: { onFailure: 'none' },
      scenario: { versions: { v2: { laterHealth: { afterSeconds: 150, health: 'Severe' } } } },
    });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'no', problem: { code: 'bake-failed' } });
    expect(outcome?.problem?.hint).toMatch(/^Users may still reach the version that went bad: .*`operation: rollback`/);
    expect(world.live().name).toBe(IDLE);
  });

  it('says that nothing is to be done when the version is live, and moves nothing', async () => {
    const world = new PairWorld({ idle: 'v1' });
    await world.go();
    world.advance(minutes(30));
    const { outcome } = await world.go();
    expect(outcome?.state).toBe('unchanged');
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(1);
  });

  it('says before it starts that somebody else is changing the live side, and moves the traffic when that has ended', async () => {
    const world = new PairWorld({ idle: 'v0' });
    world.somebody('UpdateEnvironment', { EnvironmentName: 'shop-prod', VersionLabel: 'v3' });
    const { outcome, plan } = await world.go();
    expect(plan?.warnings).toContainEqual(expect.stringMatching(/^shop-prod, which serves now, is Updating/));
    expect(plan?.warnings.join()).not.toContain('a real run waits');
    expect(outcome?.state).toBe('succeeded');
    expect(world.live()).toMatchObject({ name: IDLE, versionLabel: 'v2' });
  });

  it('believes the answers after the swap, and no older ones, about who has the name', async () => {
    const world = new PairWorld({ idle: 'v1' });
    // Answers to a question are as old as the scenario says; one that was never asked before has no old answer.
    const stale: Fault = { kind: 'stale-read', action: 'DescribeEnvironments', seconds: 40 };
    const { outcome } = await world.go({ scenario: { faults: [stale] } });
    expect({ state: outcome?.state, reason: outcome?.reason }).toMatchObject({ state: 'succeeded' });
  });

  it('does not take sides that are Ready for a swap that has happened: the call never arrived, while somebody deployed', async () => {
    const world = new PairWorld({ idle: 'v1' });
    const lost: Fault = { kind: 'reset', when: 'before', action: 'SwapEnvironmentCNAMEs', times: 1 };
    let isDone = false;
    const { outcome } = await world.go({
      scenario: { faults: [lost] },
      onCall: (name) => {
        if (name !== 'swapCnames' || isDone) return;
        isDone = true;
        world.somebody('UpdateEnvironment', { EnvironmentName: 'shop-prod', VersionLabel: 'v3' });
      },
    });
    expect(outcome).toMatchObject({ state: 'succeeded', sides: { live: { name: IDLE } } });
    expect(world.live()).toMatchObject({ name: IDLE, versionLabel: 'v2' });
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(2);
  });

  it('proves the new side once more although its events cannot be read for a while', async () => {
    const world = new PairWorld({ idle: 'v1' });
    await world.go({ operation: 'prepare' });
    // The first reading is where the new run's events begin.
    const unread: Fault = { kind: 'server-error', status: 503, action: 'DescribeEvents', skip: 4, toSecond: 90 };
    const { outcome } = await world.go({ operation: 'promote', scenario: { faults: [unread] } });
    expect(`${outcome?.state}: ${outcome?.reason}`).toMatch(/^succeeded: /);
    const gate = world.said.findLast(
      (one) => one.type === 'step-ended' && one.step.kind === 'gate' && one.step.gate.kind === 'proven',
    );
    expect(gate?.type === 'step-ended' ? gate.took : Number.POSITIVE_INFINITY).toBeLessThan(minutes(1));
  });

  it('does not touch what somebody else has moved meanwhile', async () => {
    const world = new PairWorld({ idle: 'v1' });
    // As soon as both are Ready for a moment, while the version is being proven.
    const person = (): void => {
      try {
        const names = { SourceEnvironmentName: 'shop-prod', DestinationEnvironmentName: IDLE };
        world.somebody('SwapEnvironmentCNAMEs', names);
      } catch {
        world.clock.at(world.clock.now() + seconds(10), person);
      }
    };
    world.clock.at(world.clock.now() + seconds(60), person);
    const { outcome } = await world.go({ settings: { stableFor: minutes(3) } });
    expect(outcome?.state).toBe('failed');
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(0);
    expect(world.live().name).toBe(IDLE);
  });
});

describe('the old side', () => {
  it('is terminated only when names are forgotten and nobody asks it any more', async () => {
    const world = await quietWorld();
    const { outcome } = await world.go({ label: 'v3', inputs: { retire: 'terminate', bake: '10s' } });
    expect(outcome?.state).toBe('succeeded');
    expect(world.sides().map(({ name }) => name)).toEqual(['shop-prod']);
    expect(world.live().versionLabel).toBe('v3');
    const swapped = world.said.findLast((one) => one.type === 'step-ended' && one.step.kind === 'swap')?.at ?? 0;
    const gone = world.wire.calls.list(0).find(({ action }) => action === 'TerminateEnvironment');
    expect(Date.parse(gone?.time ?? '') - swapped).toBeGreaterThanOrEqual(seconds(90));
  });

  it('stays when it still answers requests, and the rollout has succeeded all the same', async () => {
    const world = new PairWorld({ idle: 'v1' });
    const { outcome } = await world.go({ inputs: { retire: 'terminate', bake: '10s' } });
    expect(outcome?.state).toBe('succeeded');
    expect(outcome?.reason).toContain('shop-prod was left as it is');
    expect(world.calls('TerminateEnvironment')).toBe(0);
  });

  it('gets one instance with scale-down', async () => {
    const world = await quietWorld();
    const { outcome } = await world.go({ label: 'v3', inputs: { retire: 'scale-down', bake: '10s' } });
    expect(outcome?.state).toBe('succeeded');
    world.advance(minutes(5));
    const state = world.simulator.state() as { environments: { name: string; instances: unknown[] }[] };
    expect(state.environments.find(({ name }) => name === IDLE)?.instances).toHaveLength(1);
  });
});

describe('a lost answer', () => {
  const lost = (action: string, when: 'before' | 'after'): Fault => ({ kind: 'reset', when, action, times: 1 });
  const cases = [
    'CreateEnvironment',
    'CreateConfigurationTemplate',
    'UpdateEnvironment',
    'SwapEnvironmentCNAMEs',
    'TerminateEnvironment',
  ] as const;
  for (const action of cases) {
    for (const when of ['before', 'after'] as const) {
      it(`to ${action}, lost ${when} the service acted, changes nothing about the end`, async () => {
        const creates = action.startsWith('Create');
        const world = creates ? new PairWorld({ idle: 'none' }) : await quietWorld();
        const retire = action === 'TerminateEnvironment' ? 'terminate' : 'keep';
        const { outcome } = await world.go({
          label: 'v3',
          inputs: { ...SMOKE, retire, bake: '10s' },
          scenario: { faults: [lost(action, when)] },
        });
        expect({ state: outcome?.state, reason: outcome?.reason }).toMatchObject({ state: 'succeeded' });
        expect(world.live()).toMatchObject({ name: creates ? IDLE : 'shop-prod', versionLabel: 'v3' });
        expect(world.sides()).toHaveLength(retire === 'terminate' ? 1 : 2);
      });
    }
  }

  it.each([false, true])(
    'to the swap on the way back is not taken for the first swap, whose events come late (its answer lost, too: %s)',
    async (isFirstLost) => {
      const world = new PairWorld({ idle: 'v1' });
      const { outcome } = await world.go({
        inputs: { bake: '10m' },
        scenario: {
          versions: { v2: { laterHealth: { afterSeconds: 150, health: 'Severe' } } },
          faults: [
            { kind: 'late-events', contains: 'swapEnvironmentCNAMEs', seconds: 100 },
            ...(isFirstLost ? [lost('SwapEnvironmentCNAMEs', 'after')] : []),
            { kind: 'reset', when: 'before', action: 'SwapEnvironmentCNAMEs', skip: 1, times: 1 },
          ],
        },
      });
      expect({ state: outcome?.state, reason: outcome?.reason }).toMatchObject({ state: 'failed' });
      expect(outcome?.restored).toBe('yes');
      expect(world.live().name).toBe('shop-prod');
    },
  );

  it('to the swap is looked for in both sides with one call', async () => {
    const world = await quietWorld();
    await world.go({ label: 'v3', scenario: { faults: [lost('SwapEnvironmentCNAMEs', 'before')] } });
    const actions = world.wire.calls.list().map(({ action }) => action);
    const first = actions.lastIndexOf('SwapEnvironmentCNAMEs', actions.lastIndexOf('SwapEnvironmentCNAMEs') - 1);
    const search = actions.slice(first + 1, actions.lastIndexOf('SwapEnvironmentCNAMEs'));
    const looks = search.filter((action) => action === 'DescribeEnvironments').length;
    // And once more right before the second call.
    expect(search.filter((action) => action === 'DescribeEvents')).toHaveLength(2 * (looks - 1));
  });

  it('to a swap of which nobody can see anything afterwards: nobody says that traffic has not moved', async () => {
    const world = new PairWorld({ idle: 'v1' });
    const { outcome } = await world.go({
      onCall: (name) => {
        if (name !== 'swapCnames') return;
        const dark: Fault = { kind: 'reset', when: 'before', action: '*', fromSecond: 0 };
        world.scenario({ faults: [lost('SwapEnvironmentCNAMEs', 'after'), { ...dark, skip: 1 }] });
      },
    });
    expect(world.live().name).toBe(IDLE);
    expect(outcome).toMatchObject({ state: 'failed', restored: 'no' });
    expect(outcome?.reason).toContain(`to ${IDLE} was asked for; whether it has happened could not be seen in time`);
    expect(outcome?.stillRunning).toEqual([expect.stringMatching(`may still be moving .* to ${IDLE}`)]);
  });

  it('to everything from some moment on: nobody says that the old side serves as before', async () => {
    const world = new PairWorld({ idle: 'v1' });
    const dark: Fault = { kind: 'reset', when: 'before', action: '*', fromSecond: 60 };
    const { outcome } = await world.go({ settings: { timeout: minutes(4) }, scenario: { faults: [dark] } });
    expect(outcome?.state).toBe('timed-out');
    expect(outcome?.reason).toContain('Traffic was not moved by this run; who serves now could not be seen.');
  });

  it('to the swap on the way back is looked up too', async () => {
    const world = new PairWorld({ idle: 'v1' });
    const { outcome } = await world.go({
      inputs: { bake: '10m' },
      scenario: {
        versions: { v2: { laterHealth: { afterSeconds: 150, health: 'Severe' } } },
        faults: [{ kind: 'reset', when: 'after', action: 'SwapEnvironmentCNAMEs', skip: 1, times: 1 }],
      },
    });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'yes' });
    expect(world.live().name).toBe('shop-prod');
  });
});

describe('prepare, promote and abort', () => {
  it('split a rollout over jobs: the service alone tells what was prepared', async () => {
    const world = new PairWorld({ idle: 'none' });
    const prepared = await world.go({ operation: 'prepare', inputs: SMOKE });
    expect(prepared.outcome?.state).toBe('succeeded');
    expect(world.live().name).toBe('shop-prod');
    world.advance(minutes(90));
    const promoted = await world.go({ operation: 'promote', inputs: SMOKE });
    expect(promoted.outcome?.state).toBe('succeeded');
    expect(promoted.plan?.steps.map(({ kind }) => kind)).toEqual(['gate', 'gate', 'swap', 'gate', 'bake']);
    expect(world.live()).toMatchObject({ name: IDLE, versionLabel: 'v2' });
    const again = await world.go({ operation: 'promote', label: 'v2', inputs: SMOKE });
    expect(['succeeded', 'unchanged']).toContain(again.outcome?.state);
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(1);
  });

  it('promote refuses a side on which another version was prepared since', async () => {
    const world = new PairWorld({ idle: 'v1' });
    await world.go({ operation: 'prepare', label: 'v3' });
    const { problems } = await world.go({ operation: 'promote', label: 'v2' });
    expect(problems.map(({ code }) => code)).toEqual(['nothing-prepared']);
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(0);
  });

  it('promote proves the idle side again: it may have gone bad since', async () => {
    const world = new PairWorld({ idle: 'v1' });
    await world.go({
      operation: 'prepare',
      scenario: { versions: { v2: { laterHealth: { afterSeconds: 600, health: 'Degraded' } } } },
    });
    world.advance(minutes(15));
    const { outcome } = await world.go({ operation: 'promote' });
    expect(outcome).toMatchObject({ state: 'failed', problem: { code: 'not-proven' } });
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(0);
  });

  it('abort puts the idle side away and leaves the live one alone', async () => {
    const world = new PairWorld({ idle: 'v1' });
    await world.go({ operation: 'prepare', scenario: { versions: { '*': { requestsPerSecond: 0 } } } });
    const { outcome } = await world.go({ operation: 'abort', inputs: { retire: 'terminate' } });
    expect(outcome?.state).toBe('succeeded');
    expect(world.sides().map(({ name }) => name)).toEqual(['shop-prod']);
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(0);
  });
});
