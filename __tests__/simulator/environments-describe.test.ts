/** DescribeEnvironments, and worlds that are saved and restored. */
import { describe, expect, it } from '@jest/globals';
import { seconds } from '../../src/domain/time.js';
import { Model } from '../support/model.js';

describe('DescribeEnvironments', () => {
  function several(): Model {
    const model = new Model();
    model.simulator.seed({
      environments: [
        { application: 'shop', name: 'shop-one', versionLabel: 'v1' },
        { application: 'shop', name: 'shop-two', versionLabel: 'v2' },
        { application: 'blog', name: 'blog-one', versionLabel: 'v1' },
      ],
    });
    return model;
  }
  const names = (model: Model, input: Readonly<Record<string, unknown>>): readonly unknown[] =>
    (model.call('DescribeEnvironments', input).Environments as { EnvironmentName: string }[]).map(
      (one) => one.EnvironmentName,
    );

  it.each<[Readonly<Record<string, unknown>>, readonly string[]]>([
    [{}, ['shop-one', 'shop-two', 'blog-one']],
    [{ ApplicationName: 'shop' }, ['shop-one', 'shop-two']],
    [{ VersionLabel: 'v1' }, ['shop-one', 'blog-one']],
    [{ EnvironmentNames: ['shop-two', 'nobody'] }, ['shop-two']],
    [{ EnvironmentIds: ['e-nobody'] }, []],
  ])('with %j answers %j', (input, expected) => {
    expect(names(several(), input)).toEqual(expected);
  });

  it('pages', () => {
    const model = several();
    const first = model.call('DescribeEnvironments', { MaxRecords: 2 });
    expect(first.Environments).toHaveLength(2);
    expect(names(model, { MaxRecords: 2, NextToken: first.NextToken })).toEqual(['blog-one']);
  });

  it('shows terminated ones for an hour, later only when asked', () => {
    const model = Model.running();
    const start = new Date(model.clock.now());
    model.call('TerminateEnvironment', { EnvironmentName: 'shop-prod' });
    model.advance(seconds(1_800));
    expect(model.environment().Status).toBe('Terminated');
    expect(names(model, { IncludeDeleted: false })).toEqual([]);
    model.advance(seconds(3_600));
    expect(names(model, {})).toEqual([]);
    expect(names(model, { IncludeDeleted: true, IncludedDeletedBackTo: start })).toEqual(['shop-prod']);
  });
});

describe('a saved world', () => {
  it('goes on in another simulator: environments, versions, instances, events', () => {
    const model = Model.running();
    model.deploy();
    model.untilReady();
    model.advance(seconds(300));
    const other = new Model();
    other.simulator.restore(JSON.parse(JSON.stringify(model.simulator.save())));
    expect(other.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v2' });
    expect(other.runtime.instanceIds).toEqual(model.runtime.instanceIds);
    const older = model.events().map(({ message }) => message);
    expect(
      other
        .events({ EnvironmentName: 'shop-prod', EndTime: new Date(model.clock.now()) })
        .map(({ message }) => message),
    ).toEqual(older);
    other.advance(seconds(60));
    other.deploy('v1');
    other.untilReady();
    expect(other.instances().map(({ runs, deployment }) => [runs, deployment?.deploymentId])).toEqual([
      ['v1', 3],
      ['v1', 3],
    ]);
  });

  it('loses an operation that was open: Ready, old label, no temporary instances', () => {
    const model = Model.running({ options: { 'aws:elasticbeanstalk:command': { DeploymentPolicy: 'Immutable' } } });
    model.deploy();
    model.advance(seconds(150));
    const saved = model.simulator.save();
    model.simulator.restore(saved);
    expect(model.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v1' });
    expect(model.instances().map(({ runs }) => runs)).toEqual(['v1', 'v1']);
    model.advance(seconds(3_600));
    expect(model.environment()).toMatchObject({ VersionLabel: 'v1', HealthStatus: 'Ok' });
    expect(model.runtime.instanceIds).toHaveLength(2);
  });

  it('is refused when it is none', () => {
    expect(() => new Model().simulator.restore({ format: 99 })).toThrow('not a saved world');
  });
});
