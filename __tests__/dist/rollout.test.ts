import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { interrupt, openStage, printed, run, runPost, type Stage } from '../support/runner.js';

const FILES = {
  'server.js': 'require("http").createServer().listen(process.env.PORT)',
  Procfile: 'web: node server.js',
};
const READS = /^(Describe|List|Get|Head|Check|Validate|Retrieve)/;
/** The runner kills after 7.5 s. */
const GRACE_MS = 7_000;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ speed: 60 });
});
afterAll(() => stage?.close());
beforeEach(() => stage.post('/_simulator/scenario', {}));

/** An environment of four instances on v0 under this policy. */
async function given(name: string, policy = 'AllAtOnce'): Promise<void> {
  await stage.post('/_simulator/seed', {
    applications: [{ name: 'shop' }],
    environments: [
      {
        application: 'shop',
        name,
        versionLabel: 'v0',
        instances: 4,
        loadBalancer: 'application',
        enhancedHealth: true,
        options: {
          'aws:elasticbeanstalk:command': { DeploymentPolicy: policy, BatchSizeType: 'Fixed', BatchSize: '1' },
        },
      },
    ],
  });
}

const deploy = (name: string, label: string, more: Readonly<Record<string, string>> = {}) =>
  stage.step(
    {
      'aws-region': 'us-east-1',
      'application-name': 'shop',
      'environment-name': name,
      'source-directory': '.',
      'version-label': label,
      'stable-for': '1s',
      'poll-interval': '500ms',
      ...more,
    },
    { ...FILES, 'release.txt': label },
  );

const reportOf = async (path: string | undefined) => JSON.parse(await readFile(path ?? '', 'utf8'));

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
    expect(main.lines.filter((line) => /^\d\d:\d\d:\d\d {2}[A-Z]+ +│/.test(line))).toHaveLength(seen.length);
  }, 60_000);

  it('fails on a bad version and tells what each instance runs, why, and what to do', async () => {
    await given('shop-bad');
    await stage.post('/_simulator/scenario', { versions: { bad: { command: 'fails' } } });
    const main = await run(await deploy('shop-bad', 'bad'));
    expect(`${main.outputs.outcome} ${main.exitCode}`).toBe('failed 1');
    expect(main.lines.filter((line) => line.startsWith('::error'))).toHaveLength(1);
    expect(printed(main)).toMatch(/What each instance runs\n +instance +runs.*\n( +i-\w+ +bad +2 +Failed .*\n){4}/);
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

  it('aborts its update on SIGINT within a second, is gone, says what is left, and the post phase finishes', async () => {
    await given('shop-stop', 'Rolling');
    const request = await deploy('shop-stop', 'stop');
    const { result: main, goneAfterMs } = await interrupt(request, /Batch 1: Starting application deployment on/);
    expect(goneAfterMs).toBeLessThan(GRACE_MS);
    expect(`${main.outputs.outcome} ${main.exitCode}`).toBe('cancelled 1');
    const abort = (await stage.calls()).find(({ action }) => action === 'AbortEnvironmentUpdate');
    expect(abort?.status).toBe(200);
    const report = await reportOf(main.outputs.report);
    expect(report.outcome.stillRunning).toHaveLength(1);
    const asked = report.progress.find((entry: { type: string }) => entry.type === 'cancel-requested');
    expect(Math.abs(Date.parse(abort?.wallTime ?? '') - Date.parse(asked.at))).toBeLessThan(1_000);

    const post = await runPost(request, main);
    expect(post.exitCode).toBe(0);
    expect(printed(post)).toMatch(/shop-stop is Ready .*runs v0/);
    expect(post.lines.filter((line) => / i-\w+ +\w+ +\d+ /.test(line))).toHaveLength(4);
    expect((await reportOf(main.outputs.report)).aftermath.environment).toMatchObject({ status: 'Ready' });
  }, 60_000);

  it('is gone in time after SIGINT even when no call is answered any more, with outputs and report', async () => {
    await given('shop-hang', 'Rolling');
    const request = await deploy('shop-hang', 'hang');
    const hang = { faults: [{ kind: 'slow-answer', action: '*', seconds: 3_600 }] };
    const silence = () => stage.post('/_simulator/scenario', hang);
    const { result: main, goneAfterMs } = await interrupt(
      request,
      /Batch 1: Starting application deployment on/,
      silence,
    );
    expect(goneAfterMs).toBeGreaterThan(1_000);
    expect(goneAfterMs).toBeLessThan(GRACE_MS);
    expect(`${main.outputs.outcome} ${main.exitCode}`).toBe('cancelled 1');
    expect((await reportOf(main.outputs.report)).outcome.stillRunning.length).toBeGreaterThan(0);
  }, 60_000);
});
