/** The user's commands on one instance, within whole rollouts. */
import { describe, expect, it } from '@jest/globals';
import type { DeploySettings } from '../../src/domain/settings.js';
import { minutes, seconds } from '../../src/domain/time.js';
import type { Fault, Scenario } from '../../src/simulator/scenario.js';
import { IDLE, PairWorld } from '../support/pair-world.js';
import { type Deployed, type Wish, World } from '../support/world.js';

const MIGRATE = 'bin/migrate --all';

const afterwards = (more: Partial<DeploySettings> = {}): Partial<DeploySettings> => ({
  commands: { postDeploy: MIGRATE, timeout: minutes(2) },
  ...more,
});
const beforehand: Partial<DeploySettings> = { commands: { preTraffic: MIGRATE, timeout: minutes(2) } };
const going = (behaviour: NonNullable<Scenario['commands']>[string], ...faults: readonly Fault[]): Scenario => ({
  commands: { [MIGRATE]: behaviour },
  faults,
});

async function deploy(wish: Wish, world = new World()): Promise<Deployed & { readonly world: World }> {
  return { ...(await world.deploy({ settings: afterwards(), ...wish })), world };
}
const sent = (done: Deployed, action: string): number => done.calls.filter((call) => call.action === action).length;
const notices = (world: World): readonly string[] =>
  world.said.flatMap((message) => (message.type === 'notice' ? [message.text] : []));

describe('post-deploy-command in place', () => {
  it('runs once, on one instance, after the deployment is proven', async () => {
    const done = await deploy({ scenario: going({ output: 'migrated 3 tables\n', seconds: 20 }) });
    expect(done.outcome).toMatchObject({ state: 'succeeded', proof: 'instances', stillRunning: [] });
    expect(done.plan.steps.map(({ kind }) => kind)).toEqual(['update', 'settle', 'run-command']);
    expect(sent(done, 'SendCommand')).toBe(1);
    expect(notices(done.world)).toContain('post-deploy-command: migrated 3 tables');
    expect(notices(done.world).filter((text) => /runs on i-\w+ of shop-prod/.test(text))).toHaveLength(1);
  });

  it('runs before the policy is put back', async () => {
    const done = await deploy({ strategy: 'immutable', settings: afterwards({ restorePolicy: true }) });
    expect(done.outcome.state).toBe('succeeded');
    const kinds = done.plan.steps.map((step) => (step.kind === 'update' ? step.purpose : step.kind));
    expect(kinds).toEqual(['set-policy', 'settle', 'deploy', 'settle', 'run-command', 'restore-policy', 'settle']);
  });

  it.each<readonly [string, Scenario, RegExp]>([
    ['another exit code', going({ exitCode: 1, output: 'no such table\n' }), /ended with exit code 1/],
    ['its own time limit', going({ exitCode: 124, seconds: 120 }), /did not end within 2m/],
    ['the limit of the service', going({ seconds: 10_000 }), /did not end within 2m/],
    [
      'an instance that nothing reaches',
      going({}, { kind: 'lost-agents' }),
      /did not reach the instance \(DeliveryTimedOut\)/,
    ],
  ])('fails the rollout by %s', async (_, scenario, why) => {
    const done = await deploy({ scenario });
    expect(done.outcome).toMatchObject({
      state: 'failed',
      restored: 'no',
      problem: { code: 'instance-command-failed', input: 'post-deploy-command' },
    });
    expect(done.outcome.reason).toMatch(why);
    expect(done.outcome.reason).toContain('The new version was deployed and stays.');
    expect(sent(done, 'SendCommand')).toBe(1);
  });

  it('shows the last fifty lines of a failed command as evidence', async () => {
    const output = Array.from({ length: 80 }, (_, index) => `line ${index + 1}\n`).join('');
    const { outcome } = await deploy({ scenario: going({ exitCode: 1, output }) });
    const [log] = outcome.evidence?.logs ?? [];
    expect(log?.source).toMatch(/^post-deploy-command on i-/);
    expect(log?.lines).toHaveLength(50);
    expect([log?.lines[0], log?.lines.at(-1), log?.truncated]).toEqual(['line 31', 'line 80', true]);
  });

  it('takes the deployment back with on-failure: rollback', async () => {
    const done = await deploy({ scenario: going({ exitCode: 1 }), settings: afterwards({ onFailure: 'rollback' }) });
    expect(done.outcome).toMatchObject({ state: 'failed', restored: 'yes' });
    expect((await done.world.snapshot('v1')).target.environment.versionLabel).toBe('v1');
  });

  it('says what is missing when Systems Manager does not know the instance, after it had time to appear', async () => {
    const done = await deploy({ scenario: going({}, { kind: 'unmanaged-instances' }) });
    expect(done.outcome).toMatchObject({ state: 'failed', problem: { code: 'instance-not-managed' } });
    expect(done.outcome.problem?.hint).toContain('AmazonSSMManagedInstanceCore');
    expect(sent(done, 'SendCommand')).toBeGreaterThan(10);
    expect(done.took).toBeGreaterThan(minutes(4));
  });

  it('waits for the agent of an instance that is new', async () => {
    const done = await deploy({ strategy: 'immutable', settings: afterwards({ stableFor: 0 }) });
    expect(done.outcome.state).toBe('succeeded');
  });
});

describe('the answer to SendCommand is lost', () => {
  it('after it was carried out: it is looked up, and not sent again', async () => {
    const done = await deploy({
      scenario: going({ seconds: 5 }, { kind: 'reset', when: 'after', action: 'SendCommand', times: 1 }),
    });
    expect(done.outcome.state).toBe('succeeded');
    expect([sent(done, 'SendCommand'), sent(done, 'ListCommands')]).toEqual([1, 1]);
  });

  it('before it arrived: it is sent again after nothing was found', async () => {
    const done = await deploy({
      scenario: going({ seconds: 5 }, { kind: 'reset', when: 'before', action: 'SendCommand', times: 1 }),
    });
    expect(done.outcome.state).toBe('succeeded');
    expect([sent(done, 'SendCommand'), sent(done, 'ListCommands')]).toEqual([2, 5]);
  });
});

describe('a request to stop while a command runs', () => {
  it('cancels the command and says so', async () => {
    const world = new World();
    const calm = await deploy({ scenario: going({ seconds: 60 }) });
    const begun = calm.calls.find(({ action }) => action === 'SendCommand')?.at ?? 0;
    const start = calm.calls[0]?.at ?? 0;
    const done = await deploy({ scenario: going({ seconds: 60 }), cancelAfter: begun - start + seconds(20) }, world);
    expect(done.outcome).toMatchObject({ state: 'cancelled', proof: 'instances' });
    expect(sent(done, 'CancelCommand')).toBe(1);
    expect(done.outcome.stillRunning.join(' ')).toMatch(/was still running on i-\w+ and was asked to stop/);
  });
});

describe('pre-traffic-command of a blue-green rollout', () => {
  it('runs on the new side, before the other checks and before traffic moves', async () => {
    const world = new PairWorld({ idle: 'v1' });
    const { outcome, plan } = await world.go({
      settings: { commands: { preTraffic: MIGRATE, postDeploy: 'bin/warm', timeout: minutes(2) } },
      inputs: { 'smoke-test-path': '/' },
    });
    expect(outcome?.state).toBe('succeeded');
    const kinds = (plan?.steps ?? []).map((step) => (step.kind === 'run-command' ? step.input : step.kind));
    expect(kinds.slice(kinds.indexOf('gate'))).toEqual([
      'gate',
      'pre-traffic-command',
      'gate',
      'swap',
      'gate',
      'post-deploy-command',
      'bake',
    ]);
    expect(world.calls('SendCommand')).toBe(2);
    expect(notices(world).filter((text) => text.includes(`of ${IDLE}.`))).toHaveLength(2);
  });

  it('leaves traffic where it is when it fails, and runs again in the next try', async () => {
    const world = new PairWorld({ idle: 'v1' });
    const failed = await world.go({ settings: beforehand, scenario: going({ exitCode: 2, output: 'locked\n' }) });
    expect(failed.outcome).toMatchObject({
      state: 'failed',
      restored: 'not-needed',
      problem: { code: 'instance-command-failed' },
    });
    expect(failed.outcome?.evidence?.logs[0]?.lines).toEqual(['locked']);
    expect(world.live()).toMatchObject({ name: 'shop-prod', versionLabel: 'v1' });
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(0);
    const again = await world.go({ settings: beforehand, scenario: going({}) });
    expect(again.outcome?.state).toBe('succeeded');
    expect(world.calls('SendCommand')).toBe(2);
    expect(world.live()).toMatchObject({ name: IDLE, versionLabel: 'v2' });
  });

  it('runs on a side that was just created', async () => {
    const world = new PairWorld({ idle: 'none' });
    const { outcome } = await world.go({ settings: beforehand });
    expect(outcome?.state).toBe('succeeded');
    expect(world.live().name).toBe(IDLE);
  });

  it('moves traffic back when post-deploy-command fails after the swap', async () => {
    const world = new PairWorld({ idle: 'v1' });
    const { outcome } = await world.go({
      settings: afterwards({ onFailure: 'rollback' }),
      scenario: going({ exitCode: 1 }),
    });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'yes' });
    expect(world.live()).toMatchObject({ name: 'shop-prod', versionLabel: 'v1' });
    expect(world.calls('SwapEnvironmentCNAMEs')).toBe(2);
  });
});
