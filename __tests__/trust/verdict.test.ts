/** Classes of error in deciding how a deployment has ended (docs/trust.md): what misleads a simple tool does not mislead this one. */
import { describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/domain/time.js';
import type { Fault, Scenario } from '../../src/simulator/scenario.js';
import { startRun, wholeRun } from '../support/runs.js';
import { World } from '../support/world.js';
import {
  believesColor,
  believesLabel,
  believesReady,
  believesWords,
  deployNaively,
  fearsErrors,
  knowsTwoStatuses,
} from './naive-tools.js';

const PROVEN = expect.stringMatching(/all 4 instances report deployment 2/);

const faults = (...list: readonly Fault[]): Scenario => ({ faults: list });

describe('1. Ready is not success', () => {
  it.each<[string, Fault]>([
    ['the service has rolled back without a word', { kind: 'silent-rollback', label: 'v2' }],
    [
      'the service says success, and an instance runs the old version',
      { kind: 'instance-keeps-old-version', count: 1 },
    ],
  ])('%s', async (_, fault) => {
    expect(deployNaively(new World().scenario(faults(fault)), 'v2', believesReady)).toBe('success');
    const done = await wholeRun(new World().scenario(faults(fault)), { inputs: { 'on-failure': 'none' } });
    expect(done.outputs).toMatchObject({ outcome: 'failed' });
    expect(done.hasFailed()).toBe(true);
  });
});

describe('2. the label does not tell one deployment from the next', () => {
  const scenario: Scenario = { versions: { v1: { command: 'fails', onlyOrdinals: [0] } } };

  it('the label that runs already is deployed again, and fails on an instance', async () => {
    expect(deployNaively(new World().scenario(scenario), 'v1', believesLabel('v1'))).toBe('success');
    const { outcome } = await new World().deploy({ label: 'v1', again: true, scenario });
    expect(outcome).toMatchObject({ state: 'failed', problem: { code: 'split-fleet' } });
  });
});

describe('3. a colour from before says nothing of after', () => {
  const scenario: Scenario = { versions: { v2: { laterHealth: { afterSeconds: 15, health: 'Severe' } } } };

  it('health is Green when the update ends, and Severe as soon as it has been measured', async () => {
    expect(deployNaively(new World().scenario(scenario), 'v2', believesColor)).toBe('success');
    const done = await wholeRun(new World().scenario(scenario), {
      inputs: { 'on-failure': 'none', 'health-grace': '1m' },
    });
    expect(done.outputs).toMatchObject({ outcome: 'failed' });
    expect(done.outputs['outcome-reason']).toContain('Severe');
  });
});

describe('6. words of the service may change', () => {
  it('the sentences that usually decide have another wording', async () => {
    const scenario = faults(
      { kind: 'lost-events', contains: 'Environment update' },
      { kind: 'lost-events', contains: 'New application version was deployed' },
      { kind: 'lost-events', contains: 'Instance deployment' },
      { kind: 'foreign-event', afterSeconds: 40, severity: 'INFO', message: 'Votre environnement est à jour.' },
    );
    expect(deployNaively(new World().scenario(scenario), 'v2', believesWords)).toBeUndefined();
    const good = await wholeRun(new World().scenario(scenario));
    expect(good.outputs).toMatchObject({ outcome: 'succeeded', 'outcome-reason': PROVEN });
    const bad = new World().scenario({ ...scenario, versions: { v2: { command: 'fails' } } });
    expect((await wholeRun(bad, { inputs: { 'on-failure': 'none' } })).outputs).toMatchObject({ outcome: 'failed' });
  });

  it('and the sentence of success alone decides nothing', async () => {
    const scenario: Scenario = {
      versions: { v2: { command: 'fails', commandSeconds: 60 } },
      faults: [
        {
          kind: 'foreign-event',
          afterSeconds: 15,
          severity: 'INFO',
          message: 'Environment update completed successfully.',
        },
      ],
    };
    expect(deployNaively(new World().scenario(scenario), 'v2', believesWords)).toBe('success');
    const done = await wholeRun(new World().scenario(scenario), { inputs: { 'on-failure': 'none' } });
    expect(done.outputs).toMatchObject({ outcome: 'failed' });
  });
});

describe('7. an ERROR is not always about this deployment', () => {
  it('a managed action fails beside it', async () => {
    const scenario = faults({
      kind: 'foreign-event',
      afterSeconds: 10,
      severity: 'ERROR',
      message: 'Managed platform update failed.',
      requestId: 'theirs',
    });
    expect(deployNaively(new World().scenario(scenario), 'v2', fearsErrors)).toBe('failure');
    const done = await wholeRun(new World().scenario(scenario));
    expect(done.outputs).toMatchObject({ outcome: 'succeeded', 'outcome-reason': PROVEN });
  });
});

describe('10. there are more statuses than Updating and Ready', () => {
  it('an update that is being aborted has not ended yet, and has not failed for being Aborting', async () => {
    const scenario = faults({ kind: 'aborted-by-someone', afterSeconds: 25 });
    const naive = deployNaively(new World().scenario(scenario), 'v2', knowsTwoStatuses);
    expect(naive).toBeDefined();
    const done = await wholeRun(new World().scenario(scenario), { inputs: { 'on-failure': 'none' } });
    expect(done.outputs).toMatchObject({ outcome: 'failed' });
    expect(done.outputs['outcome-reason']).toMatch(/aborted/);
  });

  it('an environment that goes away ends the run at once, not at its timeout', async () => {
    const world = new World().scenario(faults({ kind: 'terminated-by-someone', afterSeconds: 25 }));
    const began = world.clock.now();
    const done = await wholeRun(world, { inputs: { timeout: '3h' } });
    expect(done.outputs).toMatchObject({ outcome: 'failed' });
    expect(done.outputs['outcome-reason']).toMatch(/terminated/);
    expect(world.clock.now() - began).toBeLessThan(minutes(20));
  });

  it('an environment that is not there, or not visible yet, is no loop', async () => {
    const world = new World();
    const began = world.clock.now();
    const done = await wholeRun(world, { inputs: { 'environment-name': 'shop-none' } });
    expect(done.hasFailed()).toBe(true);
    expect(world.clock.now() - began).toBeLessThan(minutes(2));
  });
});

describe('11. no ending is swallowed', () => {
  it.each<[string, Scenario, Readonly<Record<string, string>>, string]>([
    ['failed', { versions: { v2: { command: 'fails' } } }, { 'on-failure': 'none' }, 'failed'],
    ['failed and put back', { versions: { v2: { command: 'fails' } } }, {}, 'failed'],
    ['timed out', faults({ kind: 'slow-batch', batch: 1, seconds: 7_200 }), { timeout: '5m' }, 'timed-out'],
    ['refused', {}, { 'version-label': 'v9' }, 'failed'],
    ['denied', faults({ kind: 'lost-permission', answer: 'denied', action: '*' }), {}, 'failed'],
  ])('a run that was %s is red, has its outputs and its reason', async (_, scenario, inputs, outcome) => {
    const done = await wholeRun(new World().scenario(scenario), { inputs });
    expect(done.outputs.outcome).toBe(outcome);
    expect(done.outputs['outcome-reason']).not.toBe('');
    expect(done.hasFailed()).toBe(true);
  });

  it('nor is a cancelled one', async () => {
    const world = new World();
    const running = startRun(world);
    await world.clock.sleep(seconds(30));
    running.cancel();
    await running.ended;
    expect(running.outputs.outcome).toBe('cancelled');
    expect(running.hasFailed()).toBe(true);
  });

  it('a good one is green, so that the others mean something', async () => {
    const done = await wholeRun(new World());
    expect(done.outputs.outcome).toBe('succeeded');
    expect(done.hasFailed()).toBe(false);
  });
});
