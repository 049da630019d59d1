import { ElasticBeanstalkClient, UpdateEnvironmentCommand } from '@aws-sdk/client-elastic-beanstalk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { deployShop, reportOf, seedShop } from '../support/deployment.js';
import {
  type Interrupted,
  interrupt,
  openStage,
  printed,
  type RecordedCall,
  runPost,
  type Stage,
} from '../support/runner.js';

/** The runner kills after 7.5 s. */
const GRACE_MS = 7_000;
const ABORT_WITHIN_MS = 1_000;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ speed: 60 });
});
afterAll(() => stage?.close());
beforeEach(() => stage.post('/_simulator/scenario', {}));

interface Shown {
  readonly name: string;
  readonly status: string;
  readonly instances: readonly { readonly deployment?: { readonly versionLabel: string } }[];
}

/** The environment when the service has come to rest, as `GET /_simulator/state` tells it. */
async function atRest(name: string): Promise<Shown> {
  for (let look = 0; look < 150; look += 1) {
    const state = (await stage.get('/_simulator/state')) as { readonly environments: readonly Shown[] };
    const found = state.environments.find((one) => one.name === name);
    if (found?.status === 'Ready') return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${name} does not become Ready`);
}

const aborts = (calls: readonly RecordedCall[]) => calls.filter(({ action }) => action === 'AbortEnvironmentUpdate');

/** What holds for every ending by SIGINT. */
async function expectCancelled({ result, goneAfterMs }: Interrupted) {
  expect(goneAfterMs).toBeLessThan(GRACE_MS);
  expect(`${result.outputs.outcome} ${result.exitCode}`).toBe('cancelled 1');
  const report = await reportOf(result.outputs.report);
  expect(report.outcome.state).toBe('cancelled');
  return report;
}

describe('SIGINT in the middle of a deployment', () => {
  it.each([
    ['AllAtOnce', /Deploying new version to instance/],
    ['Rolling', /Batch 2: Starting application deployment on/],
    ['RollingWithAdditionalBatch', /Batch 2: Starting application deployment on/],
    ['Immutable', /Adding new instance.* to the load balancer/],
    ['TrafficSplitting', /Adding new instance.* to the load balancer/],
  ])(
    '%s: aborted within a second, gone in time, what is left is said, and the service comes to rest',
    async (policy, middle) => {
      const name = `stop-${policy.toLowerCase()}`.slice(0, 20);
      await seedShop(stage, name, policy);
      // All at once would be over before the signal is there.
      await stage.post('/_simulator/scenario', { versions: { AllAtOnce: { commandSeconds: 120 } } });
      const before = (await stage.calls()).length;
      const interrupted = await interrupt(await deployShop(stage, name, policy), middle);
      const report = await expectCancelled(interrupted);
      const [abort, ...more] = aborts((await stage.calls()).slice(before));
      expect([abort?.status, more]).toEqual([200, []]);
      const late = Date.parse(abort?.wallTime ?? '') - interrupted.sentAt;
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThanOrEqual(ABORT_WITHIN_MS);
      expect(report.outcome.stillRunning).toEqual([expect.stringContaining(name)]);
      expect(printed(interrupted.result)).toContain(report.outcome.stillRunning[0]);
      expect((await atRest(name)).instances).toHaveLength(4);
    },
    30_000,
  );

  it('lets the post phase tell what became of it', async () => {
    await seedShop(stage, 'shop-post', 'Rolling');
    const request = await deployShop(stage, 'shop-post', 'stop');
    const { result: main } = await interrupt(request, /Batch 1: Starting application deployment on/);
    const post = await runPost(request, main);
    expect(post.exitCode).toBe(0);
    expect(printed(post)).toMatch(/shop-post is Ready .*runs v0/);
    expect(post.lines.filter((line) => / i-\w+ +\w+ +\d+ /.test(line))).toHaveLength(4);
    expect(post.summary).toContain('shop-post');
    expect((await reportOf(main.outputs.report)).aftermath.environment).toMatchObject({ status: 'Ready' });
  }, 30_000);

  it('is too late for an abort in the clean-up phase, and says so', async () => {
    await seedShop(stage, 'shop-clean-up', 'Immutable', 1);
    const before = (await stage.calls()).length;
    const interrupted = await interrupt(
      await deployShop(stage, 'shop-clean-up', 'clean-up'),
      /Deployment succeeded\. Terminating old instances/,
    );
    const { outcome } = await expectCancelled(interrupted);
    expect(aborts((await stage.calls()).slice(before)).map(({ status }) => status)).not.toContain(200);
    expect(outcome.reason).toMatch(/could not be aborted|nothing was aborted/);
    expect(outcome.stillRunning).toEqual([expect.stringContaining('shop-clean-up')]);
    const { instances } = await atRest('shop-clean-up');
    expect(instances.map(({ deployment }) => deployment?.versionLabel)).toEqual(['clean-up']);
  }, 30_000);

  it("never aborts somebody else's update, also while it is waited for", async () => {
    await seedShop(stage, 'shop-theirs');
    const request = await deployShop(stage, 'shop-theirs', 'ours', { 'on-busy': 'wait' });
    const somebody = new ElasticBeanstalkClient({
      endpoint: stage.endpoint,
      region: 'us-east-1',
      credentials: {
        accessKeyId: request.env.AWS_ACCESS_KEY_ID ?? '',
        secretAccessKey: request.env.AWS_SECRET_ACCESS_KEY ?? '',
      },
    });
    // Or it would be over before ours looks, on a slow machine.
    await stage.post('/_simulator/scenario', { versions: { v0: { commandSeconds: 400 } } });
    const before = (await stage.calls()).length;
    await somebody.send(new UpdateEnvironmentCommand({ EnvironmentName: 'shop-theirs', VersionLabel: 'v0' }));
    somebody.destroy();
    const interrupted = await interrupt(request, /is Updating; waiting until/);
    const { outcome } = await expectCancelled(interrupted);
    expect(aborts((await stage.calls()).slice(before))).toEqual([]);
    expect(outcome.reason).toMatch(/before (the environment|anything) was changed/);
    expect([outcome.stillRunning, outcome.restored]).toEqual([[], 'not-needed']);
    await atRest('shop-theirs');
  }, 30_000);

  it('is gone in time even when no call is answered any more, with outputs and report', async () => {
    await seedShop(stage, 'shop-hang', 'Rolling');
    const request = await deployShop(stage, 'shop-hang', 'hang');
    const hang = { faults: [{ kind: 'slow-answer', action: '*', seconds: 3_600 }] };
    const silence = () => stage.post('/_simulator/scenario', hang);
    const interrupted = await interrupt(request, /Batch 1: Starting application deployment on/, silence);
    expect(interrupted.goneAfterMs).toBeGreaterThan(1_000);
    const { outcome } = await expectCancelled(interrupted);
    expect(outcome.stillRunning.length).toBeGreaterThan(0);
  }, 30_000);
});
