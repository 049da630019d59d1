/** GitHub keeps ten annotations of a kind per step; several environments share them. */
import { describe, expect, it } from '@jest/globals';
import { Report } from '../../src/report/report.js';
import { reportsOf } from '../../src/waves/several.js';
import { outcome, plan, settings } from './given.js';
import { outside } from './outside.js';

const NAMES = Array.from({ length: 12 }, (_, index) => `shop-${index + 1}`);

function failing() {
  const world = outside();
  const report = new Report(world);
  const waves = [NAMES.map((environmentName) => settings({ environmentName }))];
  const common = { maxParallel: 4, onWaveFailure: 'stop', dryRun: false, jobSummary: true } as const;
  const told = reportsOf({ several: { waves, ...common }, outside: world, report });
  return { world, report, told };
}

describe('annotations of several environments', () => {
  it('are ten of a kind at the most, and the others stand in the log', async () => {
    const { world, report, told } = failing();
    for (const environment of told.environments) {
      environment.learn({ plan: plan({ warnings: ['This one has a warning.'] }) });
      const problem = { code: 'split-fleet', blame: 'aws', what: 'It is split.', hint: 'Look.' } as const;
      environment.say({ type: 'warning', problem });
      environment.end('failed', outcome({ state: 'failed', reason: 'It went wrong.' }));
    }
    await report.conclude(outcome({ state: 'failed', reason: 'All of them failed.' }));
    const of = (level: string): readonly string[] => world.annotations.filter((one) => one.startsWith(`${level}: `));
    expect(of('warning')).toHaveLength(10);
    expect(of('error').length).toBeLessThanOrEqual(10);
    expect(of('error').at(-1)).toContain('All of them failed.');
    const said = [...of('warning'), ...world.lines].join('\n');
    for (const name of NAMES) expect(said.split(`warning: ${name}: `)).toHaveLength(3);
  });
});
