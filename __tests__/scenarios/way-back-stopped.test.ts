/** A request to stop in the middle of a way back: what it has asked for goes on, and that is said. */
import { describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/domain/time.js';
import type { Fault } from '../../src/simulator/scenario.js';
import { PairWorld } from '../support/pair-world.js';
import { type Deployed, World } from '../support/world.js';

describe('in place', () => {
  const versions = { v2: { command: 'fails' } } as const;
  const slow = (span: number): Fault => ({ kind: 'slow-answer', action: 'UpdateEnvironment', skip: 1, seconds: span });

  async function stopped(span: number): Promise<{ world: World; done: Deployed }> {
    const calm = new World();
    const whole = await calm.deploy({ strategy: 'all-at-once', scenario: { versions }, ...ROLLBACK });
    expect(whole.outcome.restored).toBe('yes');
    const back = calm.said.find((one) => one.type === 'step-started' && 'purpose' in one.step && isBack(one.step))?.at;
    const world = new World();
    const began = calm.said[0]?.at ?? 0;
    const done = await world.deploy({
      strategy: 'all-at-once',
      scenario: { versions, faults: [slow(span)] },
      cancelAfter: (back ?? 0) - began + seconds(1),
      ...ROLLBACK,
    });
    return { world, done };
  }

  it.each([
    ['answered in time', 2, /goes on with|may have begun/],
    ['not answered in time', 60, /may have begun/],
  ])('the update that puts the old version back is %s', async (_, span, says) => {
    const { world, done } = await stopped(span);
    const { outcome } = done;
    expect(outcome).toMatchObject({ state: 'failed', restored: 'no', problem: { code: 'deployment-failed' } });
    expect(outcome.reason).toContain('The run was asked to stop while it put back what was there before.');
    expect(outcome.reason).not.toContain('FAILED');
    expect(outcome.stillRunning).toEqual([expect.stringMatching(says)]);
    expect(outcome.stillRunning[0]).toContain('shop-prod');
    // It does.
    world.clock.advance(minutes(10));
    world.simulator.settle();
    const { environments } = world.simulator.state() as { environments: { status: string; versionLabel: string }[] };
    expect(environments[0]).toMatchObject({ status: 'Ready', versionLabel: 'v1' });
  });
});

const ROLLBACK = { settings: { onFailure: 'rollback' } } as const;
const isBack = ({ purpose }: { readonly purpose: string }): boolean => purpose === 'undo';

describe('between two sides', () => {
  const versions = { v2: { laterHealth: { afterSeconds: 150, health: 'Severe' } } } as const;

  it.each([
    ['seen to have moved back', 3, /shop-prod has the traffic and keeps it/, 0],
    ['not seen in time', 0.5, /whether it has happened could not be seen in time/, 1],
  ])('the swap back is %s', async (_, after, says, goingOn) => {
    const calm = new PairWorld({ idle: 'v1' });
    await calm.go({ inputs: { bake: '10m' }, scenario: { versions } });
    const [, back] = calm.said.filter((one) => one.type === 'step-started' && one.step.kind === 'swap');
    const began = calm.said[0]?.at ?? 0;
    const world = new PairWorld({ idle: 'v1' });
    const { outcome } = await world.go({
      inputs: { bake: '10m' },
      scenario: { versions },
      cancelAfter: (back?.at ?? 0) - began + seconds(after),
    });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'no', problem: { code: 'bake-failed' } });
    expect(outcome?.reason).toContain('The run was asked to stop while it put back what was there before.');
    expect(outcome?.reason).toMatch(says);
    expect(outcome?.reason).not.toContain('FAILED');
    const goesOn = outcome?.stillRunning ?? [];
    expect(goesOn).toHaveLength(goingOn);
    for (const text of goesOn) expect(text).toContain('may still be moving');
  });
});
