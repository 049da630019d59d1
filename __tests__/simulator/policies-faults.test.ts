/** Faults of a scenario, as an observer of the service sees them. */
import { describe, expect, it } from '@jest/globals';
import { seconds } from '../../src/domain/time.js';
import { Model } from '../support/model.js';

const command = (name: string): Record<string, Record<string, string>> => ({
  'aws:elasticbeanstalk:command': { DeploymentPolicy: name, BatchSizeType: 'Fixed', BatchSize: '1' },
});
const messages = (model: Model): readonly string[] => model.events().map(({ message }) => message);

describe('a fault', () => {
  it('label-lag shows the old label for a while after Ready', () => {
    const model = Model.running({}, { faults: [{ kind: 'label-lag', seconds: 20 }] });
    model.deploy();
    model.untilReady();
    expect(model.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v1' });
    model.advance(seconds(21));
    expect(model.environment().VersionLabel).toBe('v2');
  });

  it.each(['AllAtOnce', 'Rolling', 'RollingWithAdditionalBatch', 'Immutable', 'TrafficSplitting'])(
    'silent-rollback under %s ends Ready on the old version without an ERROR',
    (name) => {
      const model = Model.running({ options: command(name) }, { faults: [{ kind: 'silent-rollback', label: 'v2' }] });
      model.deploy();
      model.untilReady();
      expect(model.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v1' });
      expect(model.events().filter(({ severity }) => severity === 'ERROR')).toEqual([]);
      expect(model.instances().map(({ runs, deployment }) => [runs, deployment?.deploymentId])).toEqual([
        ['v1', 1],
        ['v1', 1],
      ]);
      model.advance(seconds(120));
      expect(model.environment().HealthStatus).toBe('Ok');
    },
  );

  it.each(['AllAtOnce', 'Rolling', 'Immutable'])(
    'instance-keeps-old-version under %s is called a success with good health',
    (name) => {
      const fault = { kind: 'instance-keeps-old-version', count: 1 } as const;
      const model = Model.running({ instances: 3, options: command(name) }, { faults: [fault] });
      model.deploy();
      model.untilReady();
      expect(model.environment()).toMatchObject({ VersionLabel: 'v2' });
      expect(messages(model)).toContain('New application version was deployed to running EC2 instances.');
      const runs = model
        .instances()
        .map((instance) => instance.runs)
        .sort();
      expect(runs).toEqual(['v1', 'v2', 'v2']);
      const { InstanceHealthList } = model.call('DescribeInstancesHealth', {
        EnvironmentName: 'shop-prod',
        AttributeNames: ['All'],
      });
      const labels = (InstanceHealthList as { Deployment: { VersionLabel: string } }[]).map(
        (one) => one.Deployment.VersionLabel,
      );
      expect(labels.sort()).toEqual(['v1', 'v2', 'v2']);
      model.advance(seconds(120));
      expect(model.environment().HealthStatus).toBe('Ok');
    },
  );

  it('aborted-by-someone ends the update with the label of before and a foreign request id', () => {
    const model = Model.running(
      { options: command('Rolling') },
      { faults: [{ kind: 'aborted-by-someone', afterSeconds: 60 }] },
    );
    model.deploy();
    model.untilReady();
    expect(model.environment().VersionLabel).toBe('v1');
    const ids = new Set(model.events().map(({ requestId }) => requestId));
    expect(ids.size).toBe(3);
  });

  it('terminated-by-someone ends the environment in the middle of the update', () => {
    const model = Model.running({}, { faults: [{ kind: 'terminated-by-someone', afterSeconds: 30 }] });
    const id = model.environment().EnvironmentId;
    model.deploy();
    model.advance(seconds(31));
    expect(model.environment().Status).toBe('Terminating');
    model.advance(seconds(900));
    const { Environments } = model.call('DescribeEnvironments', { EnvironmentIds: [id] });
    expect(Environments).toMatchObject([{ Status: 'Terminated' }]);
    expect(model.runtime.instanceIds).toEqual([]);
  });

  it('updated-by-someone deploys another version as soon as ours is done', () => {
    const model = Model.running({}, { faults: [{ kind: 'updated-by-someone', label: 'v9', afterSeconds: 10 }] });
    model.deploy();
    model.untilReady();
    model.advance(seconds(2));
    model.untilReady();
    expect(model.environment().VersionLabel).toBe('v9');
  });

  it('foreign-event stands in the log at its second, with the request id it was given', () => {
    const fault = {
      kind: 'foreign-event',
      severity: 'ERROR',
      message: 'Somebody was here.',
      requestId: 'x',
      afterSeconds: 20,
    } as const;
    const model = Model.running({}, { faults: [fault] });
    const start = model.clock.now();
    model.deploy();
    model.untilReady();
    expect(model.events()).toContainEqual({
      date: start + 20_000,
      severity: 'ERROR',
      message: 'Somebody was here.',
      requestId: 'x',
    });
  });

  it('late events come with their own old date', () => {
    const contains = 'Deploying new version';
    const model = Model.running({}, { faults: [{ kind: 'late-events', contains, seconds: 40 }] });
    const start = model.clock.now();
    model.deploy();
    model.advance(seconds(40));
    expect(messages(model).some((message) => message.startsWith(contains))).toBe(false);
    model.untilReady();
    const [event] = model.events().filter(({ message }) => message.startsWith(contains));
    expect((event?.date ?? 0) - start).toBeLessThan(seconds(20));
  });

  it.each([
    ['duplicate-events', 2],
    ['lost-events', 0],
  ] as const)('%s: %d of them', (kind, count) => {
    const contains = 'Deploying new version';
    const model = Model.running({}, { faults: [{ kind, contains }] });
    model.deploy();
    model.untilReady();
    expect(messages(model).filter((message) => message.startsWith(contains))).toHaveLength(count);
  });

  it('slow-batch makes one batch longer', () => {
    const plainly = Model.running({ options: command('Rolling') });
    plainly.deploy();
    const slowly = Model.running(
      { options: command('Rolling') },
      { faults: [{ kind: 'slow-batch', batch: 2, seconds: 300 }] },
    );
    slowly.deploy();
    const difference = slowly.untilReady() - plainly.untilReady();
    expect(difference).toBeGreaterThanOrEqual(seconds(285));
    expect(difference).toBeLessThanOrEqual(seconds(315));
  });

  it.each(['RollingWithAdditionalBatch', 'Immutable', 'TrafficSplitting'])(
    'no-capacity fails %s and harms nothing',
    (name) => {
      const model = Model.running(
        { options: command(name) },
        { faults: [{ kind: 'no-capacity', message: 'Quota is used up.' }] },
      );
      model.deploy();
      model.untilReady();
      expect(messages(model).some((message) => message.endsWith('failed Reason: Quota is used up.'))).toBe(true);
      expect(model.environment().VersionLabel).toBe('v1');
      expect(model.instances().map(({ runs, target }) => [runs, target])).toEqual([
        ['v1', 'healthy'],
        ['v1', 'healthy'],
      ]);
    },
  );

  it('sick-instance makes one instance sick and the environment worse after three looks', () => {
    const fault = { kind: 'sick-instance', index: 1, health: 'Severe', afterSeconds: 20 } as const;
    const model = Model.running({}, { faults: [fault] });
    model.deploy();
    model.untilReady();
    model.advance(seconds(60));
    expect(model.instances().map(({ healthStatus }) => healthStatus)).toEqual(['Ok', 'Severe']);
    expect(model.environment()).toMatchObject({ Health: 'Red', HealthStatus: 'Severe' });
  });

  it('flapping-health alternates', () => {
    const model = Model.running({}, { faults: [{ kind: 'flapping-health', health: 'Degraded', everySeconds: 30 }] });
    const seen: (string | undefined)[] = [];
    for (let look = 0; look < 12; look += 1) {
      model.advance(seconds(10));
      const { HealthStatus } = model.environment();
      if (seen.at(-1) !== HealthStatus) seen.push(HealthStatus);
    }
    expect(seen.length).toBeGreaterThanOrEqual(4);
    expect(new Set(seen)).toEqual(new Set(['Ok', 'Degraded']));
  });

  it('of another environment does not strike', () => {
    const model = Model.running(
      {},
      { faults: [{ kind: 'aborted-by-someone', environment: 'other', afterSeconds: 5 }] },
    );
    model.deploy();
    model.untilReady();
    expect(model.environment().VersionLabel).toBe('v2');
  });
});
