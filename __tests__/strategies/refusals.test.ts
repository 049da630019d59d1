import { describe, expect, it } from '@jest/globals';
import { STRATEGY_NAMES, type StrategyName } from '../../src/strategies/index.js';
import {
  behind,
  CLUSTER,
  configured,
  type Given,
  givenChange,
  givenTarget,
  SINGLE,
  underPolicy,
  WORKER,
} from '../support/given-environment.js';

const refusals = (given: Given): Record<string, readonly string[]> =>
  Object.fromEntries(
    // Of `recreate` the last row tells, for all environments of instances; of `canary` a file of its own.
    STRATEGY_NAMES.filter((name) => name !== 'canary' && (name !== 'recreate' || given === CLUSTER))
      .map((name): [string, readonly string[]] => [
        name,
        configured(name)
          .refuses(givenTarget(given))
          .map((problem) => problem.code),
      ])
      .filter(([, codes]) => codes.length > 0),
  );

describe('strategies refuse before anything is changed', () => {
  const single = ['strategy-needs-several-instances'];
  const balancer = ['strategy-needs-application-load-balancer'];
  const cluster = ['strategy-needs-standard-environment'];
  const rows: readonly (readonly [string, Given, Record<string, readonly string[]>])[] = [
    ['an application load balancer refuses nothing', {}, {}],
    [
      'a single instance refuses what needs several',
      SINGLE,
      { rolling: single, 'rolling-with-additional-batch': single, 'traffic-splitting': single },
    ],
    [
      'a worker has no requests to split',
      WORKER,
      { 'traffic-splitting': ['strategy-needs-web-tier'], 'blue-green': ['strategy-needs-web-tier'] },
    ],
    ['a classic load balancer has no weights', behind('classic'), { 'traffic-splitting': balancer }],
    ['a network load balancer has no weights', behind('network'), { 'traffic-splitting': balancer }],
    [
      'a cluster has only its own two ways, and pairs',
      CLUSTER,
      {
        'all-at-once': cluster,
        'rolling-with-additional-batch': cluster,
        immutable: cluster,
        'traffic-splitting': cluster,
      },
    ],
    [
      'a database inside of the environment is not shared by the other side',
      { options: { 'aws:rds:dbinstance': { HasCoupledDatabase: 'true', DBEngine: 'postgres' } } },
      { 'blue-green': ['coupled-database'] },
    ],
    [
      "a database that was decoupled is in nobody's way",
      { options: { 'aws:rds:dbinstance': { HasCoupledDatabase: 'false', DBEngine: 'postgres' } } },
      {},
    ],
    ['basic health refuses nothing', { basicHealth: true }, {}],
  ];
  it.each(rows)('%s', (_, given, expected) => {
    expect(refusals(given)).toEqual(expected);
  });

  it.each([{}, SINGLE, WORKER, behind('classic')])('instances are never recreated like pods', (given) => {
    const [problem] = configured('recreate').refuses(givenTarget(given));
    expect(problem?.code).toBe('strategy-needs-cluster-environment');
  });

  it('names the environment, its load balancer and a way out', () => {
    const [problem] = configured('traffic-splitting').refuses(givenTarget(behind('classic')));
    expect(problem?.what).toContain('shop-prod');
    expect(problem?.what).toContain('classic');
    expect(problem?.hint).toContain('immutable');
  });

  it.each(['rolling', 'rolling-with-additional-batch'] as const)(
    '%s refuses a batch larger than the group can be',
    (name) => {
      const large = configured(name, { 'batch-size': '9' }).refuses(givenTarget({ size: 4 }));
      expect(large.map(({ code, input }) => [code, input])).toEqual([['batch-size-too-large', 'batch-size']]);
      expect(configured(name, { 'batch-size': '8' }).refuses(givenTarget({ size: 4 }))).toEqual([]);
    },
  );
});

const warnings = (name: StrategyName, given: Given, inputs = {}): string =>
  configured(name, inputs).warns(givenChange(), givenTarget(given)).join('\n');

describe('strategies warn before it starts', () => {
  const sick: Given = { environment: { healthStatus: 'Severe', health: 'Red' } };

  it.each(['rolling', 'rolling-with-additional-batch'] as const)('%s cannot pass on a sick environment', (name) => {
    expect(warnings(name, sick)).toMatch(/not well \(its health is Severe\).*`immutable` or `all-at-once`/);
  });

  it.each(['immutable', 'all-at-once', 'traffic-splitting'] as const)(
    '%s does not wait for the old instances',
    (name) => {
      expect(warnings(name, sick)).not.toContain('not well');
    },
  );

  it('a lower threshold, or ignored health, lets a sick environment pass', () => {
    const threshold = { 'aws:elasticbeanstalk:healthreporting:system': { HealthCheckSuccessThreshold: 'Severe' } };
    expect(warnings('rolling', { ...sick, options: threshold })).not.toContain('not well');
    const ignored = { 'aws:elasticbeanstalk:command': { IgnoreHealthCheck: 'true' } };
    expect(warnings('rolling', { ...sick, options: ignored })).not.toContain('not well');
  });

  it('one sick instance counts although the environment is Ok', () => {
    expect(warnings('rolling', { instances: [{ status: 'Degraded' }] })).toContain(
      '1 of 4 instances are Degraded or worse',
    );
  });

  it('grey is no sickness: nobody can tell', () => {
    expect(warnings('rolling', { environment: { healthStatus: 'NoData', health: 'Grey' } })).not.toContain('not well');
  });

  it('basic health is judged by its colour', () => {
    expect(warnings('rolling', { basicHealth: true, environment: { health: 'Red' } })).toContain('its health is Red');
  });

  it('says when one batch is everything', () => {
    expect(warnings('rolling', {}, { 'batch-size': '100%' })).toContain('One batch holds all 4 instances');
    expect(warnings('rolling', {}, { 'batch-size': '2' })).not.toContain('One batch');
  });

  it('says how many more instances need room', () => {
    expect(warnings('immutable', {})).toContain('Up to 4 more instances run');
    expect(warnings('rolling-with-additional-batch', {}, { 'batch-size': '1' })).toContain(
      'Up to 1 more instance runs',
    );
  });

  it('says that new instances cannot be judged well with basic health', () => {
    expect(warnings('immutable', { basicHealth: true })).toContain('relies on enhanced health');
    expect(warnings('immutable', {})).not.toContain('relies on enhanced health');
  });

  it('says that a policy is changed, and whether it stays', () => {
    expect(warnings('immutable', underPolicy('Rolling'))).toMatch(
      /Rolling becomes Immutable\); it stays so afterwards/,
    );
    const restored = configured('immutable').warns(givenChange({ restorePolicy: true }), givenTarget());
    expect(restored.join()).toContain('put back at the end');
    expect(warnings('immutable', underPolicy('Immutable'))).not.toContain('update of its own');
  });

  it('says that an immutable deployment and changed resources do not go together', () => {
    const change = givenChange({
      options: [{ namespace: 'aws:elb:listener', name: 'ListenerEnabled', value: 'true' }],
    });
    expect(configured('immutable').warns(change, givenTarget()).join()).toContain('refuses to change resources');
    const variable = { namespace: 'aws:elasticbeanstalk:application:environment', name: 'A', value: '1' };
    expect(
      configured('immutable')
        .warns(givenChange({ options: [variable] }), givenTarget())
        .join(),
    ).not.toContain('refuses');
  });

  it('says that an option replaces the instances, whatever the policy is', () => {
    const options = [{ namespace: 'aws:autoscaling:launchconfiguration', name: 'InstanceType', value: 't3.small' }];
    const said = configured('rolling').warns(givenChange({ options }), givenTarget()).join();
    expect(said).toContain('aws:autoscaling:launchconfiguration:InstanceType replaces the instances (all at once');
  });

  it('says that nothing can be proven without an instance', () => {
    expect(warnings('all-at-once', { size: 0 })).toContain('no instance now');
  });
});
