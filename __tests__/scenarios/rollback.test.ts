/** `on-failure: rollback`: what was there before is there again, proven, under every policy and after every kind of failure. */
import { describe, expect, it } from '@jest/globals';
import type { Step } from '../../src/domain/plan.js';
import type { DeploymentPolicy } from '../../src/domain/strategy.js';
import { minutes, seconds } from '../../src/domain/time.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import { type Wish, World } from '../support/world.js';

const POLICIES: readonly DeploymentPolicy[] = [
  'AllAtOnce',
  'Rolling',
  'RollingWithAdditionalBatch',
  'Immutable',
  'TrafficSplitting',
];

const COMMAND = 'aws:elasticbeanstalk:command';
const PROPERTIES = 'aws:elasticbeanstalk:application:environment';

function worldUnder(policy: DeploymentPolicy, more: Readonly<Record<string, Readonly<Record<string, string>>>> = {}) {
  return new World({
    environment: {
      options: {
        [COMMAND]: { DeploymentPolicy: policy, BatchSizeType: 'Fixed', BatchSize: '2' },
        'aws:elasticbeanstalk:trafficsplitting': { NewVersionPercent: '20', EvaluationTime: '3' },
        ...more,
      },
    },
  });
}

const ROLLBACK: Wish = { settings: { onFailure: 'rollback' } };

/** The state of the service itself, not what the action says of it. */
async function stateOf(world: World) {
  const { target } = await world.snapshot('v1');
  const options = target.settings.options;
  const option = (namespace: string, name: string): string | undefined =>
    options.find((one) => one.namespace === namespace && one.name === name)?.value;
  return {
    status: target.environment.status,
    label: target.environment.versionLabel,
    health: target.environment.healthStatus,
    runs: [...new Set((target.instances?.instances ?? []).map(({ deployment }) => deployment?.versionLabel))],
    instances: target.instances?.instances.length,
    policy: option(COMMAND, 'DeploymentPolicy'),
    option,
  };
}

interface Failure {
  readonly name: string;
  readonly scenario: Scenario;
  readonly code: string | ((policy: DeploymentPolicy) => string);
}

const replaces = (policy: DeploymentPolicy): boolean => policy === 'Immutable' || policy === 'TrafficSplitting';

const FAILURES: readonly Failure[] = [
  {
    name: 'the command fails on one instance',
    scenario: { versions: { v2: { command: 'fails', onlyOrdinals: [2] } } },
    code: 'deployment-failed',
  },
  {
    name: 'health never recovers',
    scenario: { versions: { v2: { health: 'Severe' } } },
    code: (policy) => (policy === 'AllAtOnce' ? 'unhealthy' : 'deployment-failed'),
  },
  {
    name: 'the service rolls back without a word',
    scenario: { faults: [{ kind: 'silent-rollback', label: 'v2' }] },
    code: 'rolled-back',
  },
  {
    name: 'one instance keeps the old version',
    scenario: { faults: [{ kind: 'instance-keeps-old-version', count: 1 }] },
    code: 'split-fleet',
  },
  {
    name: 'somebody aborts the update',
    scenario: { faults: [{ kind: 'aborted-by-someone', afterSeconds: 40 }] },
    code: 'aborted-elsewhere',
  },
];

describe('an environment that was sick before', () => {
  it('is put back to what it was, and the outcome says that it is no better', async () => {
    const world = worldUnder('AllAtOnce');
    world.scenario({ versions: { v2: { health: 'Severe' }, v3: { health: 'Severe' } } });
    await world.deploy({ label: 'v2', settings: { acceptHealth: { kind: 'any' } } });
    world.clock.advance(minutes(5));
    const settings = { onFailure: 'rollback', healthGrace: seconds(30) } as const;
    const { outcome } = await world.deploy({ label: 'v3', settings });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'yes' });
    expect(outcome.reason).toMatch(/is back, and proven; shop-prod is (Severe|Degraded), as it was before\./);
  });

  it('is not called sick when it is well again', async () => {
    const world = worldUnder('AllAtOnce');
    const { outcome } = await world.deploy({
      ...ROLLBACK,
      scenario: { versions: { v2: { command: 'fails' } } },
    });
    expect(outcome.reason).toContain('What was there before is back, and proven.');
  });
});

describe.each(POLICIES)('under %s', (policy) => {
  it.each(FAILURES)('$name: v1 runs everywhere again, and that is proven', async ({ scenario, code, name }) => {
    const world = worldUnder(policy);
    const once = name === 'one instance keeps the old version' ? untilUndo(world) : undefined;
    const { outcome, calls } = await world.deploy({ ...ROLLBACK, scenario });
    once?.();
    const state = await stateOf(world);
    expect({ outcome, ...state }).toMatchObject({
      outcome: {
        state: 'failed',
        restored: 'yes',
        stillRunning: [],
        problem: { code: typeof code === 'string' ? code : code(policy) },
      },
      status: 'Ready',
      label: 'v1',
      health: expect.stringMatching(/^(Ok|Info)$/),
      runs: ['v1'],
      policy,
    });
    const updates = calls.filter(({ action }) => action === 'UpdateEnvironment').length;
    const isUndoneByItself =
      name.includes('without a word') || (replaces(policy) && !name.includes('keeps') && !name.includes('aborts'));
    // By itself: nothing but our own deployment was asked for. Else: the policy is out of the way for the redeployment.
    if (isUndoneByItself) expect(updates).toBe(1);
    else if (updates > 1) expect(updates).toBe(policy === 'AllAtOnce' ? 2 : 4);
  });
});

/** The fault would hit the redeployment, too: it is taken out of the world as soon as the first update has ended. */
function untilUndo(world: World): () => void {
  const before = world.said.length;
  let cleared = false;
  const watch = (): void => {
    const fresh = world.said.slice(before);
    if (!cleared && fresh.some((one) => one.type === 'notice' && one.text.startsWith('Putting back'))) {
      cleared = true;
      world.scenario({});
    }
    if (!stopped) cancel = world.clock.at(world.clock.now() + seconds(1), watch);
  };
  let stopped = false;
  let cancel = world.clock.at(world.clock.now() + seconds(1), watch);
  return () => {
    stopped = true;
    cancel();
  };
}

describe('what else was changed', () => {
  const BROKEN: Scenario = { versions: { v2: { command: 'fails', onlyOrdinals: [2] } } };

  it('puts options back: changed ones to their values, added ones away, removed ones there again', async () => {
    const world = worldUnder('AllAtOnce', { [PROPERTIES]: { COLOUR: 'red', OLD: 'kept' } });
    const { outcome } = await world.deploy({
      settings: {
        onFailure: 'rollback',
        environmentVariables: { set: { COLOUR: 'blue', NEW: 'x' }, remove: ['OLD'] },
      },
      scenario: BROKEN,
    });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'yes' });
    const { option } = await stateOf(world);
    expect([option(PROPERTIES, 'COLOUR'), option(PROPERTIES, 'NEW'), option(PROPERTIES, 'OLD')]).toEqual([
      'red',
      undefined,
      'kept',
    ]);
  });

  it('puts the policy back that this run has changed, although restore-policy is off', async () => {
    const world = worldUnder('AllAtOnce');
    const { outcome } = await world.deploy({
      strategy: 'rolling',
      inputs: { 'batch-size': '1' },
      ...ROLLBACK,
      scenario: BROKEN,
    });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'yes' });
    const { option, runs } = await stateOf(world);
    expect([runs, option(COMMAND, 'DeploymentPolicy'), option(COMMAND, 'BatchSize')]).toEqual([
      ['v1'],
      'AllAtOnce',
      '2',
    ]);
  });

  it('puts only the policy back when the service has undone the deployment itself', async () => {
    const world = worldUnder('AllAtOnce');
    const { outcome, calls } = await world.deploy({
      strategy: 'immutable',
      ...ROLLBACK,
      scenario: { versions: { v2: { health: 'Severe' } } },
    });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'yes' });
    expect(outcome.reason).toContain('The service has undone it itself');
    expect(calls.filter(({ action }) => action === 'UpdateEnvironment')).toHaveLength(3);
    expect((await stateOf(world)).policy).toBe('AllAtOnce');
  });

  it('does not demand of the way back a health that was not there before', async () => {
    const world = worldUnder('AllAtOnce');
    await world.deploy({
      label: 'v1',
      again: true,
      settings: { acceptHealth: { kind: 'any' } },
      scenario: { versions: { v1: { health: 'Warning' } } },
    });
    for (let passed = 0; passed < 30; passed += 1) {
      world.clock.advance(seconds(10));
      world.simulator.settle();
    }
    const { outcome } = await world.deploy({
      ...ROLLBACK,
      scenario: { versions: { v1: { health: 'Warning' }, v2: { health: 'Severe' } } },
    });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'yes', problem: { code: 'unhealthy' } });
  });
});

describe('what stops a way back', () => {
  const BROKEN: Scenario = { versions: { v2: { command: 'fails', onlyOrdinals: [2] } } };

  it.each([
    // While the evidence is gathered, and in the last moment before the update of the way back.
    ['storageBucket'],
    ['version'],
  ] as const)('never touches what somebody else deploys meanwhile (at the call %s)', async (moment) => {
    const world = worldUnder('AllAtOnce');
    const { beanstalk } = world.ports;
    const call = beanstalk[moment] as (...given: readonly string[]) => Promise<unknown>;
    let hasCome = false;
    Object.assign(beanstalk, {
      [moment]: async (...given: readonly string[]) => {
        if (world.said.length === 0) return call(...given);
        if (!hasCome) world.somebody('UpdateEnvironment', { EnvironmentName: 'shop-prod', VersionLabel: 'v3' });
        hasCome = true;
        return call(...given);
      },
    });
    const { outcome, calls } = await world.deploy({ ...ROLLBACK, scenario: BROKEN });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'no' });
    expect(outcome.reason).toMatch(/Nothing was put back, because somebody else has begun something/);
    expect(calls.filter(({ action }) => action === 'UpdateEnvironment')).toHaveLength(1);
  });

  it('never touches what somebody else has deployed, although no event tells of it', async () => {
    const world = worldUnder('AllAtOnce');
    const scenario: Scenario = {
      faults: [
        { kind: 'updated-by-someone', label: 'v3', afterSeconds: 40 },
        { kind: 'lost-events', contains: 'update is starting' },
      ],
    };
    const { outcome, calls } = await world.deploy({ ...ROLLBACK, scenario });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'no' });
    expect(outcome.reason).toMatch(/Nothing was put back, because somebody else has deployed/);
    expect(calls.filter(({ action }) => action === 'UpdateEnvironment')).toHaveLength(1);
    expect(await stateOf(world)).toMatchObject({ label: 'v3' });
  });

  it('says that the version from before is gone, and changes nothing', async () => {
    const world = worldUnder('AllAtOnce');
    const wish: Wish = { ...ROLLBACK, scenario: BROKEN };
    const version = world.ports.beanstalk.version;
    Object.assign(world.ports.beanstalk, {
      version: async (application: string, label: string) => (label === 'v1' ? undefined : version(application, label)),
    });
    const { outcome, calls } = await world.deploy(wish);
    expect(outcome).toMatchObject({ state: 'failed', restored: 'no' });
    expect(outcome.reason).toContain('version v1 does not exist any more');
    expect(calls.filter(({ action }) => action === 'UpdateEnvironment')).toHaveLength(1);
  });

  it('shouts when the way back fails too, and lists what each instance runs', async () => {
    const world = worldUnder('AllAtOnce');
    const { outcome } = await world.deploy({
      ...ROLLBACK,
      scenario: { versions: { ...BROKEN.versions, v1: { command: 'fails' } } },
    });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'failed' });
    expect(outcome.reason).toContain('THE ROLLBACK FAILED');
    expect(outcome.evidence?.instances).toHaveLength(4);
    expect(outcome.problem?.hint).toContain('operation: rollback');
  });

  it('a lost answer to the update of the way back is looked up, not repeated', async () => {
    const world = worldUnder('AllAtOnce');
    const { outcome, calls } = await world.deploy({
      ...ROLLBACK,
      scenario: {
        ...BROKEN,
        faults: [{ kind: 'reset', action: 'UpdateEnvironment', when: 'after', skip: 1, times: 1 }],
      },
    });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'yes' });
    expect(calls.filter(({ action }) => action === 'UpdateEnvironment')).toHaveLength(2);
  });

  it('a request to stop in the middle of it leaves it running, and says so', async () => {
    const world = worldUnder('AllAtOnce');
    const began = world.said.length;
    const cancelAfter = seconds(100);
    const { outcome, calls } = await world.deploy({ ...ROLLBACK, scenario: BROKEN, cancelAfter });
    const undoing = world.said
      .slice(began)
      .find((one) => one.type === 'step-started' && one.index === 0 && isUndo(one.step));
    expect(undoing).toBeDefined();
    expect(outcome).toMatchObject({ state: 'failed', restored: 'no' });
    expect(outcome.stillRunning.join(' ')).toContain('putting back what was there before');
    expect(calls.map(({ action }) => action)).not.toContain('AbortEnvironmentUpdate');
  });

  it.each([
    ['leave', 'no', 0],
    ['abort', 'yes', 1],
  ] as const)('time is up with on-timeout: %s: restored %s', async (onTimeout, restored, aborts) => {
    const world = worldUnder('Rolling');
    const { outcome, calls } = await world.deploy({
      settings: { onFailure: 'rollback', onTimeout, timeout: minutes(6) },
      scenario: { faults: [{ kind: 'slow-batch', batch: 2, seconds: 900 }] },
    });
    expect(outcome).toMatchObject({ state: 'timed-out', restored });
    expect(calls.filter(({ action }) => action === 'AbortEnvironmentUpdate')).toHaveLength(aborts);
    if (restored === 'yes')
      expect(await stateOf(world)).toMatchObject({ label: 'v1', runs: ['v1'], policy: 'Rolling' });
  });

  it.each([['abort'], ['none']] as const)('on-failure: %s puts nothing back', async (onFailure) => {
    const world = worldUnder('AllAtOnce');
    const { outcome, calls } = await world.deploy({ settings: { onFailure }, scenario: BROKEN });
    expect(outcome).toMatchObject({ state: 'failed', restored: 'no' });
    expect(calls.filter(({ action }) => action === 'UpdateEnvironment')).toHaveLength(1);
  });
});

const isUndo = (step: Step): boolean => step.kind === 'update' && step.purpose === 'undo';
