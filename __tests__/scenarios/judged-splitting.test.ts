/** Traffic splitting in whole runs: new instances are judged against old ones while Elastic Beanstalk evaluates them. */
import { describe, expect, it } from '@jest/globals';
import { minutes } from '../../src/domain/time.js';
import type { VersionBehaviour } from '../../src/simulator/scenario.js';
import { type Running, wholeRun } from '../support/runs.js';
import { World, type WorldOptions } from '../support/world.js';

const INPUTS = { strategy: 'traffic-splitting', 'traffic-percent': '25', 'evaluation-minutes': '5' } as const;
const OLD: VersionBehaviour = { requestsPerSecond: 100, errorShare: 0.004, p99Seconds: 0.2 };

/** The shop runs v3, with all its requests; v2 is what the run deploys. */
function worldWith(fresh: VersionBehaviour, old: VersionBehaviour = OLD, options: WorldOptions = {}): World {
  const world = new World(options).scenario({ versions: { v3: old, v2: fresh } });
  world.somebody('UpdateEnvironment', { EnvironmentName: 'shop-prod', VersionLabel: 'v3' });
  world.clock.advance(minutes(10));
  world.simulator.settle();
  return world;
}

interface Window {
  readonly at: string;
  readonly requests: number;
}

const go = (world: World, inputs: Readonly<Record<string, string>> = {}): Promise<Running> =>
  wholeRun(world, { inputs: { ...INPUTS, ...inputs } });

const aborts = (world: World): number =>
  world.wire.calls.list(0).filter(({ action }) => action === 'AbortEnvironmentUpdate').length;

const decisionsOf = ({ lines }: Running): readonly string[] =>
  lines.filter((line) => line.includes('Step 1 of 1, 25%'));

describe('while the service evaluates', () => {
  it('a version with 3 % more errors is sent back early, with the numbers of both sides', async () => {
    const world = worldWith({ ...OLD, errorShare: 0.034 });
    const run = await go(world);
    expect(run.outputs).toMatchObject({ outcome: 'failed', restored: 'yes' });
    expect(run.outputs['outcome-reason']).toMatch(
      /With 25% of the requests, the new version was found to be worse: \d+ of \d+ requests to the new side ended in 5xx \(3\.\d%\), the old side 0\.\d+% in the same minutes/,
    );
    expect(aborts(world)).toBe(1);
    // The service itself saw nothing wrong: it would have gone on for five minutes, and then given it everything.
    expect(run.lines.join('\n')).not.toMatch(/Evaluation completed|health checks failed/);
    expect(decisionsOf(run).length).toBeLessThan(4);
  });

  it('one that is twice as slow is, too', async () => {
    const world = worldWith({ ...OLD, p99Seconds: 0.4 });
    const run = await go(world);
    expect(run.outputs).toMatchObject({ outcome: 'failed', restored: 'yes' });
    expect(run.outputs['outcome-reason']).toMatch(
      /in \d+ of \d+ samples the p99 was above 300ms, 1.5 times the old side/,
    );
    expect(aborts(world)).toBe(1);
  });

  it('a good one passes, and each look is a line with the share that was measured', async () => {
    const world = worldWith(OLD);
    const run = await go(world);
    expect(run.outputs).toMatchObject({ outcome: 'succeeded' });
    const decisions = decisionsOf(run);
    expect(decisions.length).toBeGreaterThan(3);
    for (const line of decisions)
      expect(line).toMatch(/\(measured 2[45]\.\d%\): new [\d,]+ requests, 0\.\d+% 5xx, p99 200ms/);
    expect(decisions.at(-1)).toMatch(/passed$/);
    expect(aborts(world)).toBe(0);
  });

  it('each decision of the report has the samples that were new, and sums of all until then', async () => {
    const run = await go(worldWith(OLD));
    const report = JSON.parse(run.written.get(run.outputs.report ?? '') ?? '{}') as {
      progress: {
        type: string;
        decision: { at: string; figures: { canary: { requests: number; windows: Window[] } } };
      }[];
    };
    const decisions = report.progress.flatMap(({ type, decision }) => (type === 'decision' ? [decision] : []));
    expect(decisions.length).toBeGreaterThan(3);
    let before = 0;
    for (const { at, figures } of decisions) {
      const { requests, windows } = figures.canary;
      expect(windows.every((one) => one.at <= at)).toBe(true);
      expect(requests).toBe(before + windows.reduce((sum, one) => sum + one.requests, 0));
      before = requests;
    }
  });

  it('a fleet that takes several calls to read is read less often, and judged all the same', async () => {
    const world = worldWith(OLD, OLD, { environment: { instances: 110 } });
    const run = await go(world, { 'evaluation-minutes': '10' });
    expect(run.outputs).toMatchObject({ outcome: 'succeeded' });
    const readings = world.wire.calls.list(0).filter(({ action }) => action === 'DescribeInstancesHealth');
    // Two or three calls each: with one every ten seconds they were 313.
    expect(readings.length).toBeLessThan(200);
    expect(decisionsOf(run).length).toBeGreaterThan(8);
    // The last look is taken while there is time to stop the update.
    const last = run.lines.findLastIndex((line) => line.includes('Step 1 of 1, 25%'));
    expect(run.lines[last]).toMatch(/passed$/);
    expect(last).toBeLessThan(run.lines.findIndex((line) => /valuation completed/.test(line)));
  }, 60_000);

  it('what is allowed is the user’s choice', async () => {
    const world = worldWith({ ...OLD, errorShare: 0.034 });
    const run = await go(world, { 'max-5xx-increase': '5' });
    expect(run.outputs).toMatchObject({ outcome: 'succeeded' });
  });

  it('two requests a minute prove nothing: said as a warning, or a failure when that is asked for', async () => {
    const rare = { ...OLD, requestsPerSecond: 2 / 60 };
    const warned = await go(worldWith(rare, rare));
    expect(warned.outputs).toMatchObject({ outcome: 'succeeded' });
    expect(warned.lines.join('\n')).toMatch(/could not be judged: .* are needed to judge it.*The rollout goes on/);

    const world = worldWith(rare, rare);
    const strict = await go(world, { 'on-inconclusive': 'fail' });
    expect(strict.outputs).toMatchObject({ outcome: 'failed', restored: 'yes' });
    expect(strict.outputs['outcome-reason']).toMatch(/`on-inconclusive: fail` takes that for a failure/);
  });

  it('basic health cannot tell new from old, and the plan says so', async () => {
    const world = new World({ environment: { enhancedHealth: false } });
    const run = await go(world);
    expect(run.lines.join('\n')).toMatch(/not judged against the old ones, because that takes enhanced health/);
    expect(decisionsOf(run)).toEqual([]);
  });
});
