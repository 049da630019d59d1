/** What may go wrong around a deployment that is good or bad in itself: on the wire, in the service, by other people, by us. */
import { describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/domain/time.js';
import type { Fault } from '../../src/simulator/scenario.js';
import { type Deployed, type Wish, World } from '../support/world.js';

async function deployWith(wish: Wish, world = new World()): Promise<Deployed & { readonly world: World }> {
  return { ...(await world.deploy(wish)), world };
}

const rolling = (): World =>
  new World({
    environment: {
      options: {
        'aws:elasticbeanstalk:command': { DeploymentPolicy: 'Rolling', BatchSizeType: 'Fixed', BatchSize: '1' },
      },
    },
  });

const faults = (...list: readonly Fault[]): Wish => ({ scenario: { faults: list } });
const texts = (world: World): readonly string[] =>
  world.said.flatMap((message) => (message.type === 'event-seen' ? [message.event.message] : []));
const sent = (done: Deployed, action: string): number => done.calls.filter((call) => call.action === action).length;

describe('a good deployment succeeds', () => {
  it.each<[string, readonly Fault[]]>([
    ['while reads answer the world of twenty seconds ago', [{ kind: 'stale-read', action: '*', seconds: 20 }]],
    ['while reads answer the world of two minutes ago', [{ kind: 'stale-read', action: '*', seconds: 120 }]],
    ['although the label lags half a minute behind Ready', [{ kind: 'label-lag', seconds: 30 }]],
    ['although events come a minute late', [{ kind: 'late-events', contains: 'Environment update', seconds: 60 }]],
    ['although decisive events are lost', [{ kind: 'lost-events', contains: 'Environment update' }]],
    ['although events come twice', [{ kind: 'duplicate-events', contains: 'Instance deployment' }]],
    [
      'although the service answers with 503 now and then',
      [{ kind: 'server-error', status: 503, action: '*', probability: 0.3 }],
    ],
    ['although connections break', [{ kind: 'reset', when: 'before', action: '*', probability: 0.3 }]],
    [
      'although reads break after they were answered',
      [{ kind: 'reset', when: 'after', action: 'DescribeEvents', probability: 0.4 }],
    ],
    [
      'although an ERROR of somebody else is seen',
      [
        {
          kind: 'foreign-event',
          afterSeconds: 10,
          severity: 'ERROR',
          message: 'Failed to deploy application.',
          requestId: 'theirs',
        },
      ],
    ],
    [
      'although the answer to the update is lost',
      [{ kind: 'reset', when: 'after', action: 'UpdateEnvironment', times: 1 }],
    ],
    [
      'although the update is lost on its way',
      [{ kind: 'reset', when: 'before', action: 'UpdateEnvironment', times: 1 }],
    ],
  ])('%s', async (_, list) => {
    const done = await deployWith({ strategy: 'as-configured', ...faults(...list) });
    expect(done.outcome).toMatchObject({ state: 'succeeded', proof: 'instances', restored: 'not-needed' });
  });

  it('without sending the update twice when its answer was lost', async () => {
    const done = await deployWith(faults({ kind: 'reset', when: 'after', action: 'UpdateEnvironment', times: 1 }));
    expect(done.outcome.state).toBe('succeeded');
    expect(sent(done, 'UpdateEnvironment')).toBe(1);
  });

  it('without sending it twice when old answers hide it, and the environment is found busy with it', async () => {
    const world = rolling();
    const { target } = await world.snapshot('v2');
    world.scenario({
      faults: [
        { kind: 'reset', when: 'after', action: 'UpdateEnvironment', times: 1 },
        { kind: 'stale-read', action: '*', seconds: 60, toSecond: 110 },
      ],
    });
    await world.ports.beanstalk.environment(target.environment.id);
    world.clock.advance(minutes(1));
    const done = await deployWith({}, world);
    expect(done.outcome.state).toBe('succeeded');
    expect(sent(done, 'UpdateEnvironment')).toBe(1);
  });
});

describe('an update whose answer was lost, and whose opening event never comes', () => {
  it('is not sent twice when one look of a minute has shown it, and all the others fail', async () => {
    const done = await deployWith(
      faults(
        { kind: 'reset', when: 'after', action: 'UpdateEnvironment', times: 1 },
        { kind: 'lost-events', contains: 'Environment update is starting' },
        { kind: 'throttle', action: 'DescribeEnvironments', fromSecond: 5, toSecond: 240 },
      ),
    );
    expect(done.outcome).toMatchObject({ state: 'succeeded', proof: 'instances' });
    expect(sent(done, 'UpdateEnvironment')).toBe(1);
  });
});

describe('an update whose answer was lost, and of which nobody can see anything for minutes', () => {
  const dark = (...until: readonly number[]): readonly Fault[] => [
    { kind: 'reset', when: 'after', action: 'UpdateEnvironment', times: 1 },
    {
      kind: 'reset',
      when: 'before',
      action: '*',
      fromSecond: 1,
      ...(until[0] === undefined ? {} : { toSecond: until[0] }),
    },
  ];

  it('is found when the network is back, although it has ended by then, and is not sent once more', async () => {
    const done = await deployWith({ strategy: 'as-configured', ...faults(...dark(260)) });
    expect(done.outcome).toMatchObject({ state: 'succeeded', proof: 'instances' });
    expect(sent(done, 'UpdateEnvironment')).toBe(1);
  });

  it.each([undefined, minutes(2)])(
    'is said to go on, perhaps, when the network does not come back',
    async (timeout) => {
      const settings = timeout === undefined ? {} : { timeout };
      const done = await deployWith({ strategy: 'as-configured', settings, ...faults(...dark()) });
      expect(done.outcome).toMatchObject({ state: 'failed', problem: { code: 'connection-lost' }, restored: 'no' });
      expect(done.outcome.stillRunning).toEqual([
        'Elastic Beanstalk may have begun the deployment of shop-prod; nothing was seen of it yet.',
      ]);
    },
  );
});

describe('a deployment fails', () => {
  it('as unhealthy when health flaps to the end of the grace', async () => {
    const done = await deployWith({
      ...faults({ kind: 'flapping-health', health: 'Severe', everySeconds: 20 }),
      settings: { healthGrace: minutes(2) },
    });
    expect(done.outcome.problem?.code).toBe('unhealthy');
  });

  it('as a third version when somebody else deploys right after', async () => {
    const done = await deployWith(faults({ kind: 'updated-by-someone', afterSeconds: 40, label: 'v3' }));
    expect(['wrong-version', 'split-fleet']).toContain(done.outcome.problem?.code);
  });

  it('at once when the credentials expire, and says what goes on', async () => {
    const done = await deployWith(faults({ kind: 'expired-credentials', action: '*', fromSecond: 30 }));
    expect(done.outcome.problem?.code).toBe('credentials-expired');
    expect(done.took).toBeLessThan(seconds(45));
    expect(done.outcome.stillRunning).toHaveLength(1);
  });

  it('at once when a permission is lost', async () => {
    const done = await deployWith(
      faults({ kind: 'lost-permission', answer: 'denied', action: 'DescribeEvents', fromSecond: 20 }),
    );
    expect(done.outcome.problem?.code).toBe('permission-denied');
    expect(done.took).toBeLessThan(seconds(60));
  });

  it.each([
    ['DescribeEvents', 'elasticbeanstalk:DescribeEvents'],
    ['DescribeEnvironments', 'elasticbeanstalk:DescribeEnvironments'],
    ['DescribeInstancesHealth', 'elasticbeanstalk:DescribeInstancesHealth'],
  ])('naming the permission when %s answers nothing but empty lists', async (action, permission) => {
    const done = await deployWith(faults({ kind: 'lost-permission', answer: 'empty', action, fromSecond: 15 }));
    expect(done.outcome.problem?.code).toBe('cannot-tell');
    expect(done.outcome.reason).toContain(permission);
  });

  it('and does not call proven in its log what misses its last events', async () => {
    const fault = { kind: 'lost-permission', answer: 'empty', action: 'DescribeEvents', fromSecond: 60 } as const;
    const { outcome, world } = await deployWith(faults(fault));
    expect(outcome?.reason).toContain('the events could not be read to their end');
    const [verdict, ended] = (['verdict', 'step-ended'] as const).map((type) =>
      world.said.findLast((one) => one.type === type),
    );
    expect(verdict).toMatchObject({ verdict: { verdict: 'failed', code: 'cannot-tell' } });
    expect(ended).toMatchObject({ end: 'failed', step: { kind: 'settle' } });
  });

  it('with what each instance runs, the causes and the log of the deployment', async () => {
    const done = await deployWith({
      scenario: { versions: { v2: { command: 'fails', onlyOrdinals: [0], output: 'npm ERR! missing script' } } },
    });
    const { evidence } = done.outcome;
    expect(evidence?.instances).toHaveLength(4);
    expect(evidence?.environmentCauses.length).toBeGreaterThan(0);
    expect(evidence?.logs[0]?.source).toContain('resources/environments/logs/deployments/');
    expect(evidence?.logs.flatMap(({ lines }) => lines).join('\n')).not.toBe('');
    expect(done.outcome.restored).toBe('no');
    expect(done.outcome.reason).toContain('The instances are mixed: ');
  });

  it('with the tail of the logs where the platform leaves no deployment log', async () => {
    const done = await deployWith(
      {
        scenario: { versions: { v2: { health: 'Severe' } } },
        settings: { healthGrace: seconds(30) },
      },
      new World({
        environment: {
          options: { 'aws:elasticbeanstalk:application:environment': { EB_DEPLOYMENT_LOG_S3_DISABLED: 'true' } },
        },
      }),
    );
    expect(done.outcome.problem?.code).toBe('unhealthy');
    expect(done.outcome.evidence?.logs.map(({ source }) => source)).toEqual([
      expect.stringMatching(/^tail logs of i-/),
      expect.stringMatching(/^tail logs of i-/),
      expect.stringMatching(/^tail logs of i-/),
    ]);
    expect(done.outcome.evidence?.gaps.join(' ')).toContain('1 more instance');
  });

  it('and its report is not held up by evidence that cannot be had', async () => {
    const done = await deployWith({
      scenario: {
        versions: { v2: { command: 'fails' } },
        faults: [
          { kind: 'lost-permission', answer: 'denied', action: 'ListObjectsV2' },
          { kind: 'lost-permission', answer: 'denied', action: 'RequestEnvironmentInfo' },
        ],
      },
    });
    expect(done.outcome.problem?.code).toBe('deployment-failed');
    expect(done.outcome.evidence?.gaps.length).toBeGreaterThanOrEqual(2);
  });

  it('leaves nothing to restore when an immutable deployment fails, and says so', async () => {
    const done = await deployWith({ strategy: 'immutable', scenario: { versions: { v2: { command: 'fails' } } } });
    expect(done.outcome).toMatchObject({ state: 'failed', restored: 'not-needed' });
    expect(done.outcome.reason).toContain('Every instance runs the version from before.');
  });
});

describe('on-failure: abort', () => {
  it('aborts what is still in progress and ours when the watch breaks', async () => {
    const done = await deployWith(
      {
        settings: { onFailure: 'abort' },
        ...faults({ kind: 'lost-permission', answer: 'denied', action: 'DescribeInstancesHealth', fromSecond: 20 }),
      },
      rolling(),
    );
    expect(done.outcome).toMatchObject({ state: 'failed', problem: { code: 'permission-denied' } });
    expect(sent(done, 'AbortEnvironmentUpdate')).toBe(1);
  });

  it('aborts nothing when the update has ended', async () => {
    const done = await deployWith({
      settings: { onFailure: 'abort' },
      scenario: { versions: { v2: { command: 'fails' } } },
    });
    expect(sent(done, 'AbortEnvironmentUpdate')).toBe(0);
  });
});

describe('a policy of our own', () => {
  it('is set and proven before the version is deployed', async () => {
    const done = await deployWith({ strategy: 'rolling', inputs: { 'batch-size': '2' } });
    expect(done.outcome.state).toBe('succeeded');
    expect(sent(done, 'UpdateEnvironment')).toBe(2);
    expect(texts(done.world)).toContain('Batch 2: Completed application deployment.');
    expect(done.world.said.filter((message) => message.type === 'warning')).toEqual([]);
  });

  it('does not deploy when the policy could not be set', async () => {
    const done = await deployWith({ strategy: 'rolling', ...faults({ kind: 'aborted-by-someone', afterSeconds: 8 }) });
    expect(done.outcome.state).toBe('failed');
    expect(done.outcome.reason).toContain('nothing was deployed');
    expect(sent(done, 'UpdateEnvironment')).toBe(1);
  });

  it('is put back afterwards when that is wished, also after a failure', async () => {
    const good = await deployWith({ strategy: 'rolling', settings: { restorePolicy: true } });
    expect(sent(good, 'UpdateEnvironment')).toBe(3);
    expect(good.outcome.state).toBe('succeeded');
    const bad = await deployWith({
      strategy: 'rolling',
      settings: { restorePolicy: true },
      scenario: { versions: { v2: { command: 'fails' } } },
    });
    expect(sent(bad, 'UpdateEnvironment')).toBe(3);
    expect(bad.outcome.reason).toContain('The deployment policy of before was put back.');
  });
});

describe('options', () => {
  it('alone are proven by reading them back and by a new deployment on every instance', async () => {
    const done = await deployWith({
      label: null,
      settings: { environmentVariables: { set: { MODE: 'new' }, remove: [] } },
    });
    expect(done.outcome).toMatchObject({ state: 'succeeded', proof: 'instances' });
    expect(done.outcome.reason).toContain('the requested option settings are deployed');
  });

  it('that do not change instances are proven by reading them back', async () => {
    const done = await deployWith({
      label: null,
      settings: { options: [{ namespace: 'aws:autoscaling:asg', name: 'MaxSize', value: '6' }] },
    });
    expect(done.outcome).toMatchObject({ state: 'succeeded', proof: 'environment' });
  });
});

describe('basic health', () => {
  const basic = (): World => new World({ environment: { enhancedHealth: false } });

  it('proves by the environment and says so', async () => {
    const done = await deployWith({}, basic());
    expect(done.outcome).toMatchObject({ state: 'succeeded', proof: 'environment' });
    expect(sent(done, 'DescribeInstancesHealth')).toBe(0);
  });

  it('fails by the label', async () => {
    const done = await deployWith({ scenario: { versions: { v2: { command: 'fails' } } } }, basic());
    expect(done.outcome.problem?.code).toBe('deployment-failed');
  });
});

describe('a busy environment', () => {
  const busy = (): World => {
    const world = new World();
    world.somebody('UpdateEnvironment', { EnvironmentName: 'shop-prod', VersionLabel: 'v3' });
    return world;
  };

  it('is waited for', async () => {
    const done = await deployWith({}, busy());
    expect(done.outcome.state).toBe('succeeded');
    expect(done.world.said.some((message) => message.type === 'waiting-for-environment')).toBe(true);
  });

  it('is refused on wish, saying what runs, without a change', async () => {
    const done = await deployWith({ settings: { onBusy: 'fail' } }, busy());
    expect(done.outcome).toMatchObject({
      state: 'failed',
      problem: { code: 'environment-busy' },
      restored: 'not-needed',
    });
    expect(done.outcome.reason).toContain('Environment update is starting.');
    expect(sent(done, 'UpdateEnvironment')).toBe(0);
  });

  it('is given up after busy-timeout', async () => {
    const done = await deployWith({ settings: { busyTimeout: seconds(20) } }, busy());
    expect(done.outcome.problem?.code).toBe('environment-busy');
    expect(done.took).toBeLessThan(seconds(40));
  });

  it('is not aborted when the update that runs is not ours', async () => {
    const done = await deployWith({ settings: { onBusy: 'abort-ours' } }, busy());
    expect(sent(done, 'AbortEnvironmentUpdate')).toBe(0);
    expect(done.outcome.state).toBe('succeeded');
  });
});

describe('time', () => {
  it('runs out: the report says what goes on, and nothing is aborted', async () => {
    const done = await deployWith({ settings: { timeout: seconds(40) } });
    expect(done.outcome.state).toBe('timed-out');
    expect(done.outcome.stillRunning.join()).toContain('goes on with the deployment of shop-prod');
    expect(sent(done, 'AbortEnvironmentUpdate')).toBe(0);
  });

  it('runs out: our update is aborted on wish', async () => {
    const done = await deployWith({ settings: { timeout: seconds(40), onTimeout: 'abort' } });
    expect(done.outcome.state).toBe('timed-out');
    expect(sent(done, 'AbortEnvironmentUpdate')).toBe(1);
    expect(done.outcome.stillRunning.join()).toContain('was told to abort the deployment');
  });

  it('is not waited for on wish', async () => {
    const done = await deployWith({ settings: { waitForDeployment: false } });
    expect(done.outcome).toMatchObject({ state: 'started', proof: 'none' });
    expect(done.took).toBeLessThan(seconds(5));
  });

  it('ends within two seconds and one look of the moment from which the service proves it', async () => {
    const done = await deployWith({});
    const at = (text: RegExp): number =>
      done.world.said.find((message) => message.type === 'verdict' && text.test(message.verdict.reason))?.at ?? 0;
    const began = done.world.said[0]?.at ?? 0;
    // The first good sample, thirty seconds of holding, one look, two seconds.
    expect(began + done.took - at(/has held for 0ms of 30s/)).toBeLessThanOrEqual(seconds(30 + 5 + 2));
  });
});

describe('a request to stop', () => {
  it.each(['AllAtOnce', 'Rolling', 'RollingWithAdditionalBatch', 'Immutable', 'TrafficSplitting'])(
    'in the middle of %s sends one abort within a second and ends within seven',
    async (policy) => {
      const world = new World({
        environment: { options: { 'aws:elasticbeanstalk:command': { DeploymentPolicy: policy } } },
      });
      const after = seconds(21);
      const done = await deployWith({ cancelAfter: after }, world);
      expect(done.outcome.state).toBe('cancelled');
      expect(done.outcome.reason).toContain('is being aborted');
      expect(sent(done, 'AbortEnvironmentUpdate')).toBe(1);
      const start = world.said[0]?.at ?? 0;
      const abort = done.calls.find(({ action }) => action === 'AbortEnvironmentUpdate');
      expect((abort?.at ?? 0) - start - after).toBeLessThanOrEqual(seconds(1));
      expect(done.took - after).toBeLessThanOrEqual(seconds(7));
      expect(done.outcome.stillRunning).toHaveLength(1);
    },
  );

  it.each([
    ['immutable', 'the old ones go on serving'],
    ['rolling', 'may be left on some of the instances'],
  ] as const)('of %s is told right away, with what is left: %s', async (strategy, left) => {
    const done = await deployWith({ strategy, cancelAfter: seconds(150) }, rolling());
    const asked = done.world.said.findIndex(({ type }) => type === 'cancel-requested');
    expect(done.world.said.slice(asked - 1).map(({ type }) => type)).not.toContain('step-ended');
    expect(done.outcome.stillRunning.join()).toContain(left);
  });

  it('leaves the update alone on wish', async () => {
    const done = await deployWith({ cancelAfter: seconds(21), settings: { onCancel: 'leave' } });
    expect(done.outcome.state).toBe('cancelled');
    expect(sent(done, 'AbortEnvironmentUpdate')).toBe(0);
    expect(done.outcome.stillRunning).toHaveLength(1);
  });

  it('aborts nothing once our update has ended', async () => {
    const world = new World();
    const first = await deployWith({}, world);
    const again = await new World().deploy({ cancelAfter: first.took - seconds(20) });
    expect(again.outcome.state).toBe('cancelled');
    expect(sent(again, 'AbortEnvironmentUpdate')).toBe(0);
  });

  it('while the environment is busy with somebody else aborts nothing', async () => {
    const world = new World();
    world.somebody('UpdateEnvironment', { EnvironmentName: 'shop-prod', VersionLabel: 'v3' });
    const done = await deployWith({ cancelAfter: seconds(10) }, world);
    expect(done.outcome).toMatchObject({ state: 'cancelled', restored: 'not-needed', stillRunning: [] });
    expect(sent(done, 'AbortEnvironmentUpdate')).toBe(0);
  });

  it.each([
    ['does not abort what is only presumed to be ours', 5, 0, 'our update was not answered'],
    ['aborts it once an instance shows that it is our version', 150, 1, 'is being aborted'],
  ])('%s', async (_, after, aborts, reason) => {
    const done = await deployWith(
      {
        cancelAfter: seconds(after),
        ...faults({ kind: 'reset', when: 'after', action: 'UpdateEnvironment', times: 1 }),
      },
      rolling(),
    );
    expect(done.outcome.state).toBe('cancelled');
    expect(done.outcome.reason).toContain(reason);
    expect(sent(done, 'AbortEnvironmentUpdate')).toBe(aborts);
  });
});
