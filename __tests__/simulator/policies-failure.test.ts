/** Every deployment policy with a version that goes wrong, and with an update that is aborted. */
import { describe, expect, it } from '@jest/globals';
import { seconds } from '../../src/domain/time.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import { Model } from '../support/model.js';

const command = (
  name: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, Record<string, string>> => ({
  'aws:elasticbeanstalk:command': { DeploymentPolicy: name, BatchSizeType: 'Fixed', BatchSize: '1', ...more },
});

const POLICIES = ['AllAtOnce', 'Rolling', 'RollingWithAdditionalBatch', 'Immutable', 'TrafficSplitting'] as const;
type Policy = (typeof POLICIES)[number];

const isMixed = (message: string): boolean => message.startsWith('During an aborted deployment');
const messages = (model: Model): readonly string[] => model.events().map(({ message }) => message);

function failing(name: Policy, scenario: Scenario): Model {
  const model = Model.running({ instances: 3, options: command(name) }, scenario);
  model.deploy();
  model.untilReady();
  return model;
}

describe('a command that fails everywhere', () => {
  // Batches: the first one fails, so later ones keep the old version untouched.
  const touched: Readonly<Record<Policy, number>> = {
    AllAtOnce: 3,
    Rolling: 1,
    RollingWithAdditionalBatch: 0,
    Immutable: 0,
    TrafficSplitting: 0,
  };

  it.each(POLICIES)('leaves the old label under %s', (name) => {
    const model = failing(name, { versions: { v2: { command: 'fails' } } });
    expect(model.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v1' });
    const instances = model.instances();
    expect(instances).toHaveLength(3);
    expect(instances.every(({ runs }) => runs === 'v1')).toBe(true);
    expect(instances.filter(({ deployment }) => deployment?.status === 'Failed')).toHaveLength(touched[name]);
    expect(messages(model)).toContain('Failed to deploy application.');
    expect(messages(model)).not.toContain('Environment update completed successfully.');
    expect(messages(model).some(isMixed)).toBe(touched[name] > 0);
  });

  it('is told in three lines of one second', () => {
    const model = failing('AllAtOnce', { versions: { v2: { command: 'fails' } } });
    const wanted = /^(Unsuccessful command|Failed to deploy|During an aborted)/;
    const dates = model
      .events()
      .filter(({ message }) => wanted.test(message))
      .map(({ date }) => Math.floor(date / 1_000));
    expect(dates).toHaveLength(3);
    expect(new Set(dates).size).toBe(1);
  });

  it('leaves a deployment log of the instance in the storage bucket', () => {
    const model = failing('AllAtOnce', { versions: { v2: { command: 'fails', output: 'Cannot find module' } } });
    const prefix = `resources/environments/logs/deployments/${String(model.environment().EnvironmentId)}/`;
    const [log] = model.store.list('elasticbeanstalk-us-east-1-123456789012', prefix);
    expect(log?.key).toBe(`${prefix}eb-deployment-the-update.log`);
    expect(model.store.text('elasticbeanstalk-us-east-1-123456789012', log?.key ?? '')).toContain('Cannot find module');
  });
});

describe('a command that fails in a later batch', () => {
  it('leaves rolling with completed, failed and pending instances', () => {
    const model = failing('Rolling', { versions: { v2: { command: 'fails', onlyOrdinals: [1] } } });
    expect(model.instances().map(({ runs, deployment, traffic }) => [runs, deployment?.status, traffic])).toEqual([
      ['v2', 'Deployed', 'registered'],
      ['v1', 'Failed', 'none'],
      ['v1', 'Deployed', 'registered'],
    ]);
    expect(messages(model)).toContain('Command execution completed on 1 of 3 instances in environment.');
    expect(messages(model)).toContain(
      'Command execution completed on all instances. Summary: [Successful: 0, Failed: 1].',
    );
    model.advance(seconds(60));
    const { HealthStatus } = model.environment();
    expect(HealthStatus).toBe('Degraded');
    const { Causes } = model.call('DescribeEnvironmentHealth', {
      EnvironmentName: 'shop-prod',
      AttributeNames: ['All'],
    });
    expect((Causes as string[])[0]).toBe(
      'Incorrect application version found on 1 out of 3 instances. Expected version "v1" (deployment 1).',
    );
  });

  it('is mended by the next deployment, which takes instances in again', () => {
    const model = failing('Rolling', { versions: { v2: { command: 'fails', onlyOrdinals: [1] } } });
    model.simulator.setScenario({});
    model.deploy('v1');
    model.untilReady();
    expect(model.instances().map(({ runs, deployment, traffic }) => [runs, deployment?.deploymentId, traffic])).toEqual(
      Array.from({ length: 3 }, () => ['v1', 3, 'registered']),
    );
  });
});

describe('a version that never gets healthy', () => {
  it.each(['Rolling', 'RollingWithAdditionalBatch', 'Immutable', 'TrafficSplitting'] as const)(
    'is refused by the health gate of %s after the command timeout',
    (name) => {
      const model = Model.running({ instances: 2, options: command(name) }, { versions: { v2: { health: 'Severe' } } });
      model.deploy();
      const took = model.untilReady();
      expect(took).toBeGreaterThan(seconds(840));
      expect(messages(model).some((message) => /did not pass health check after command execution/.test(message))).toBe(
        true,
      );
      expect(model.environment().VersionLabel).toBe('v1');
      expect(model.instances().filter(({ runs }) => runs === 'v2')).toHaveLength(name === 'Rolling' ? 1 : 0);
      expect(model.instances()).toHaveLength(2);
    },
  );

  it('passes all at once, which has no gate, and is severe afterwards', () => {
    const model = failing('AllAtOnce', { versions: { v2: { health: 'Severe' } } });
    expect(model.environment()).toMatchObject({ VersionLabel: 'v2' });
    model.advance(seconds(60));
    expect(model.environment()).toMatchObject({ Health: 'Red', HealthStatus: 'Severe' });
  });

  it('passes rolling when health checks are ignored, batch after batch', () => {
    const model = Model.running(
      { instances: 2, options: command('Rolling', { IgnoreHealthCheck: 'true' }) },
      { versions: { v2: { health: 'Severe' } } },
    );
    model.deploy();
    expect(model.untilReady()).toBeGreaterThan(seconds(2 * 840));
    expect(model.environment().VersionLabel).toBe('v2');
  });

  it.each([
    ['Warning', 'Warning', 'v2'],
    ['Warning', 'Ok', 'v1'],
    ['Degraded', 'Severe', 'v2'],
  ] as const)('%s under the threshold %s ends on %s', (health, threshold, label) => {
    const model = Model.running(
      {
        instances: 1,
        options: {
          ...command('Rolling'),
          'aws:elasticbeanstalk:healthreporting:system': { HealthCheckSuccessThreshold: threshold },
        },
      },
      { versions: { v2: { health } } },
    );
    model.deploy();
    model.untilReady();
    expect(model.environment().VersionLabel).toBe(label);
  });

  it('ends the evaluation of traffic splitting early and gives all traffic back', () => {
    const model = Model.running(
      { instances: 2, options: command('TrafficSplitting') },
      { versions: { v2: { laterHealth: { afterSeconds: 200, health: 'Severe' } } } },
    );
    const id = String(model.environment().EnvironmentId);
    const weights = new Set<number>();
    model.deploy();
    const took = model.untilReady(() => weights.add(model.runtime.routing(id)?.splitPercent ?? 0));
    expect([...weights]).toEqual([0, 10]);
    expect(took).toBeLessThan(seconds(600));
    expect(model.runtime.routing(id)?.splitPercent).toBe(0);
    expect(model.instances().map(({ runs, target }) => [runs, target])).toEqual([
      ['v1', 'healthy'],
      ['v1', 'healthy'],
    ]);
  });
});

describe('an abort', () => {
  const abort = (model: Model): void => {
    model.call('AbortEnvironmentUpdate', { EnvironmentName: 'shop-prod' }, 'the-abort');
  };

  it.each([
    ['AllAtOnce', 40, ['v2', 'v2']],
    ['Rolling', 100, ['v2', 'v1']],
    ['RollingWithAdditionalBatch', 100, ['v1', 'v1']],
    ['Immutable', 150, ['v1', 'v1']],
    ['TrafficSplitting', 300, ['v1', 'v1']],
  ] as const)('of %s after %d s goes through Aborting to Ready and leaves %j', (name, after, runs) => {
    const model = Model.running({ instances: 2, options: command(name) });
    model.deploy();
    model.advance(seconds(after));
    abort(model);
    expect(model.environment()).toMatchObject({ Status: 'Aborting', AbortableOperationInProgress: false });
    const took = model.untilReady();
    expect(took).toBeLessThan(seconds(200));
    expect(model.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v1' });
    expect(model.instances().map((instance) => instance.runs)).toEqual(runs);
    expect(model.instances().map((instance) => [instance.traffic, instance.targetGroup])).toEqual([
      ['registered', 'default'],
      ['registered', 'default'],
    ]);
    expect(model.events().filter(({ requestId }) => requestId === 'the-abort').length).toBeGreaterThan(1);
    model.advance(seconds(1_200));
    expect(model.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v1' });
  });

  it('of a configuration puts the previous one back', () => {
    const model = Model.running({ instances: 2, options: command('Rolling') });
    model.configure('aws:elasticbeanstalk:application:environment', { COLOR: 'blue' });
    model.advance(seconds(60));
    abort(model);
    model.untilReady();
    expect(messages(model).at(-1)).toBe('The environment was reverted to the previous configuration setting.');
    expect(model.instances().map(({ deployment }) => deployment?.deploymentId)).toEqual([1, 1]);
  });

  it.each([
    ['when nothing is pending', 0],
    ['in the clean-up phase of an immutable deployment', 1],
  ])('is refused %s', (_title, busy) => {
    const model = Model.running({ instances: 1, options: command('Immutable') });
    if (busy === 1) {
      model.deploy();
      model.untilEvent('Deployment succeeded. Terminating old instances and temporary Auto Scaling group.');
      expect(model.environment()).toMatchObject({ Status: 'Updating', AbortableOperationInProgress: false });
    }
    expect(() => abort(model)).toThrow(
      'Environment named shop-prod is in an invalid state for this operation. Must be pending deployment.',
    );
  });
});

describe('a configuration that fails', () => {
  it('is reverted, which an INFO event tells', () => {
    const model = Model.running({ instances: 1 }, { versions: { v1: { command: 'fails' } } });
    model.configure('aws:elasticbeanstalk:application:environment', { COLOR: 'blue' });
    model.untilReady();
    const [last, before] = [...model.events()].filter(({ requestId }) => requestId !== undefined).reverse();
    expect(last).toMatchObject({
      severity: 'INFO',
      message: 'The environment was reverted to the previous configuration setting.',
    });
    expect(before).toMatchObject({ severity: 'ERROR', message: 'Failed to deploy configuration.' });
    expect(model.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v1' });
  });
});
