import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { deployShop, reportOf, seedShop } from '../support/deployment.js';
import { openStage, printed, run, runPost, type Stage } from '../support/runner.js';

const READS = /^(Describe|List|Get|Head|Check|Validate|Retrieve)/;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ speed: 60 });
});
afterAll(() => stage?.close());
beforeEach(() => stage.post('/_simulator/scenario', {}));

const given = (name: string, policy?: string) => seedShop(stage, name, policy);
const deploy = (name: string, label: string, more?: Readonly<Record<string, string>>) =>
  deployShop(stage, name, label, more);

describe('dist/index.js', () => {
  it('deploys a version, proves it on every instance, sets all outputs, and leaves the post phase nothing to do', async () => {
    await given('shop-good');
    const request = await deploy('shop-good', 'good', { 'environment-variables': 'MODE=unprinted-value' });
    const main = await run(request);
    expect(`${main.outputs.outcome} ${main.exitCode}`).toBe('succeeded 0');
    expect(main.outputs).toMatchObject({
      'version-label': 'good',
      'previous-version-label': 'v0',
      'environment-status': 'Ready',
      'environment-health': 'Green',
      'deployment-action-type': 'update',
      'deployment-id': '2',
      restored: 'not-needed',
    });
    expect(main.outputs['bundle-sha256']).toMatch(/^[0-9a-f]{64}$/);
    expect(main.outputs['environment-url']).toMatch(/^shop-good\..*elasticbeanstalk\.com$/);
    expect(JSON.parse(main.outputs.plan ?? '')).toMatchObject({ strategy: 'as-configured' });
    const report = await reportOf(main.outputs.report);
    expect(report.outcome).toMatchObject({ state: 'succeeded', proof: 'instances' });
    expect(printed(main) + JSON.stringify(report) + main.outputs.plan).not.toContain('unprinted-value');
    expect(main.summary).toContain('✅');

    const post = await runPost(request, main);
    expect(post.lines.filter((line) => !line.startsWith('::add-mask::'))).toEqual([]);
    expect(post.exitCode).toBe(0);
  }, 60_000);

  it('prints each event of the service once', async () => {
    await given('shop-once');
    const main = await run(await deploy('shop-once', 'once'));
    const report = await reportOf(main.outputs.report);
    const seen = report.progress.filter((entry: { type: string }) => entry.type === 'event-seen');
    expect(seen.length).toBeGreaterThan(5);
    // What the instances say alike, one after the other, is one line with how often.
    const times = main.lines
      .filter((line) => /^\d\d:\d\d:\d\d {2}[A-Z]+ +│/.test(line))
      .map((line) => Number(/ \((\d+) more times\)$/.exec(line)?.[1] ?? 1));
    expect(times.reduce((sum, one) => sum + one, 0)).toBe(seen.length);
  }, 60_000);

  it('fails on a bad version and tells what each instance ran, why, and what to do', async () => {
    await given('shop-bad');
    await stage.post('/_simulator/scenario', { versions: { bad: { command: 'fails' } } });
    const main = await run(await deploy('shop-bad', 'bad'));
    expect(`${main.outputs.outcome} ${main.exitCode}`).toBe('failed 1');
    expect(main.lines.filter((line) => line.startsWith('::error'))).toHaveLength(1);
    expect(printed(main)).toMatch(
      /What each instance ran when it had failed\n +instance +runs.*\n( +i-\w+ +bad +2 +Failed .*\n){4}/,
    );
    expect(printed(main)).toContain('docs/errors.md#');
    expect(main.summary).toContain('❌');
  }, 60_000);

  it('changes nothing in a dry run and compares all strategies', async () => {
    await given('shop-dry');
    const before = (await stage.calls()).length;
    const main = await run(await deploy('shop-dry', 'dry', { 'dry-run': 'true', strategy: 'immutable' }));
    expect(`${main.outputs.outcome} ${main.exitCode}`).toBe('planned 0');
    const calls = (await stage.calls()).slice(before).map(({ action }) => action);
    expect(calls.length).toBeGreaterThan(3);
    expect(calls.filter((action) => !READS.test(action))).toEqual([]);
    for (const strategy of ['all-at-once', 'rolling', 'rolling-with-additional-batch', 'traffic-splitting']) {
      expect(main.lines.some((line) => line.trim().startsWith(`${strategy} `))).toBe(true);
    }
  }, 60_000);
});
