/** Every deployment policy with a good version: capacity, what instances run, labels, request ids, dates. */
import { describe, expect, it } from '@jest/globals';
import { Model, type SeenInstance } from '../support/model.js';

const POLICIES = ['AllAtOnce', 'Rolling', 'RollingWithAdditionalBatch', 'Immutable', 'TrafficSplitting'] as const;

const options = (
  name: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, Record<string, string>> => ({
  'aws:elasticbeanstalk:command': { DeploymentPolicy: name, BatchSizeType: 'Fixed', BatchSize: '1', ...more },
});

const serving = (instances: readonly SeenInstance[]): number =>
  instances.filter(({ target, deployment }) => target === 'healthy' && deployment?.status === 'Deployed').length;

/** Deploys v2 to four instances and notes the course of capacity. */
function course(name: string, more?: Readonly<Record<string, string>>) {
  const model = Model.running({ instances: 4, options: options(name, more) });
  const labels = new Set<string | undefined>();
  const statuses = new Set<string>();
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  const answer = model.deploy();
  const took = model.untilReady(() => {
    const environment = model.environment();
    if (environment.Status !== 'Ready') labels.add(environment.VersionLabel);
    statuses.add(environment.Status);
    least = Math.min(least, serving(model.instances()));
    most = Math.max(most, model.instances().length);
  });
  return { model, answer, least, most, took, labels: [...labels], statuses: [...statuses] };
}

describe.each([
  ['AllAtOnce', 0, 4],
  ['Rolling', 3, 4],
  ['RollingWithAdditionalBatch', 4, 5],
  ['Immutable', 4, 8],
  ['TrafficSplitting', 4, 8],
] as const)('%s', (name, least, most) => {
  const run = course(name);

  it('answers with the new label while DescribeEnvironments keeps the old one to the end', () => {
    expect(run.answer).toMatchObject({
      Status: 'Updating',
      Health: 'Grey',
      VersionLabel: 'v2',
      AbortableOperationInProgress: true,
    });
    expect(run.answer).not.toHaveProperty('HealthStatus');
    expect(run.labels).toEqual(['v1']);
    expect(run.statuses).toEqual(['Updating', 'Ready']);
    expect(run.model.environment()).toMatchObject({
      Status: 'Ready',
      VersionLabel: 'v2',
      AbortableOperationInProgress: false,
    });
  });

  it(`keeps at least ${least} serving instances and has at most ${most}`, () => {
    expect(run).toMatchObject({ least, most });
  });

  it('leaves four instances, all on the new deployment', () => {
    const instances = run.model.instances();
    expect(instances).toHaveLength(4);
    for (const { runs, deployment, traffic, targetGroup } of instances) {
      expect({ runs, deployment, traffic, targetGroup }).toEqual({
        runs: 'v2',
        deployment: { versionLabel: 'v2', deploymentId: 2, status: 'Deployed' },
        traffic: 'registered',
        targetGroup: 'default',
      });
    }
  });

  it('puts its request id on its own events and none on health, added and removed instances', () => {
    const events = run.model.events().filter(({ message }) => !message.includes('Sample'));
    for (const { message, requestId } of events) {
      const foreign = /^(Environment health|Added instance|Removed instance)/.test(message);
      expect({ message, requestId }).toEqual({ message, requestId: foreign ? undefined : 'the-update' });
    }
  });

  it('dates instance events in whole seconds and control plane events in milliseconds', () => {
    const events = run.model.events();
    const fromInstance = events.filter(({ message }) => message.startsWith('Instance deployment used'));
    expect(fromInstance.length).toBeGreaterThan(0);
    expect(fromInstance.every(({ date }) => date % 1_000 === 0)).toBe(true);
    const terminal = events.filter(({ message }) => /^(New application|Environment update completed)/.test(message));
    expect(terminal.some(({ date }) => date % 1_000 !== 0)).toBe(true);
  });

  it('ends with its two terminal lines, DateUpdated within a second of them', () => {
    const own = run.model.events().filter(({ requestId }) => requestId !== undefined);
    expect(own.slice(-2).map(({ message }) => message)).toEqual([
      'New application version was deployed to running EC2 instances.',
      'Environment update completed successfully.',
    ]);
    const gap = run.model.environment().DateUpdated.getTime() - (own.at(-1)?.date ?? 0);
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThanOrEqual(1_000);
  });
});

describe('batches', () => {
  it.each([
    ['a fixed number', { BatchSizeType: 'Fixed', BatchSize: '2' }, 2, 2],
    ['a percentage', { BatchSizeType: 'Percentage', BatchSize: '50' }, 2, 2],
    ['a percentage below one instance', { BatchSizeType: 'Percentage', BatchSize: '5' }, 4, 3],
    ['a number above the fleet', { BatchSizeType: 'Fixed', BatchSize: '4' }, 1, 0],
  ])('of %s', (_title, size, batches, least) => {
    const run = course('Rolling', size);
    const started = run.model
      .events()
      .filter(({ message }) => /^Batch \d+: Starting application deployment on/.test(message));
    expect(started).toHaveLength(batches);
    expect(run.least).toBe(least);
  });

  it('of workers have no load balancer lines and wait three minutes for health', () => {
    const model = Model.running({ tier: 'Worker', loadBalancer: 'none', instances: 2, options: options('Rolling') });
    model.deploy();
    const took = model.untilReady();
    const messages = model.events().map(({ message }) => message);
    expect(messages.filter((message) => /load balancer/.test(message))).toEqual([]);
    expect(messages).toContain('Batch 2: Completed application deployment.');
    expect(took).toBeGreaterThan(2 * 170_000);
    expect(model.environment()).not.toHaveProperty('CNAME');
  });
});

describe('traffic splitting', () => {
  it('gives the new version its share for the evaluation time, then everything, then one group again', () => {
    const model = Model.running({
      instances: 2,
      options: {
        ...options('TrafficSplitting'),
        'aws:elasticbeanstalk:trafficsplitting': { NewVersionPercent: '20', EvaluationTime: '3' },
      },
    });
    const id = String(model.environment().EnvironmentId);
    model.deploy();
    const weights: number[] = [];
    let evaluation = 0;
    model.untilReady(() => {
      const percent = model.runtime.routing(id)?.splitPercent ?? 0;
      if (weights.at(-1) !== percent) weights.push(percent);
      if (percent === 20) evaluation += 1;
    });
    expect(weights).toEqual([0, 20, 100, 0]);
    expect(evaluation).toBeGreaterThanOrEqual(179);
    expect(evaluation).toBeLessThanOrEqual(182);
  });

  it('is all at once where there is no application load balancer', () => {
    const model = Model.running({ loadBalancer: 'none', instances: 1, options: options('TrafficSplitting') });
    model.deploy();
    model.untilReady();
    expect(model.events().map(({ message }) => message)).toContain('Deploying new version to instance(s).');
  });
});

it('deploys the same label again under a new deployment id', () => {
  const model = Model.running();
  model.deploy('v1');
  model.untilReady();
  expect(model.environment().VersionLabel).toBe('v1');
  expect(model.instances().map(({ deployment }) => deployment?.deploymentId)).toEqual([2, 2]);
});

it('rules a deployment by the policy that the environment had, not by the one sent with it', () => {
  const model = Model.running({ options: options('AllAtOnce') });
  const setting = { Namespace: 'aws:elasticbeanstalk:command', OptionName: 'DeploymentPolicy', Value: 'Rolling' };
  model.deploy('v2', { OptionSettings: [setting] });
  model.untilReady();
  expect(model.events().some(({ message }) => message.startsWith('Batch 1'))).toBe(false);
  model.deploy('v1');
  model.untilReady();
  expect(model.events().some(({ message }) => message.startsWith('Batch 1'))).toBe(true);
});

it.each(POLICIES)('repeats %s exactly from the same seed', (name) => {
  const run = (): readonly string[] => {
    const { model } = course(name);
    return model.events().map(({ date, message }) => `${date} ${message}`);
  };
  expect(run()).toEqual(run());
});

it('rolls replacements in batches that wait for health', () => {
  const model = Model.running({
    instances: 3,
    options: {
      'aws:autoscaling:updatepolicy:rollingupdate': {
        RollingUpdateEnabled: 'true',
        RollingUpdateType: 'Health',
        MaxBatchSize: '1',
      },
    },
  });
  let least = 3;
  model.configure('aws:autoscaling:launchconfiguration', { InstanceType: 't3.large' });
  model.untilReady(() => {
    least = Math.min(least, model.instances().filter(({ target }) => target === 'healthy').length);
  });
  expect(least).toBe(2);
  expect(model.instances()).toHaveLength(3);
});
