import { describe, expect, it } from '@jest/globals';
import { STRATEGY_NAMES } from '../../src/strategies/index.js';
import {
  bundle,
  configured,
  existing,
  givenChange,
  givenTarget,
  SINGLE,
  underPolicy,
} from '../support/given-environment.js';
import { stepsText } from '../support/steps-text.js';

const VARIABLE = { namespace: 'aws:elasticbeanstalk:application:environment', name: 'MODE', value: 'b' };

describe('the steps of a strategy', () => {
  it('deploys in one update when the policy is the wished one', () => {
    const target = givenTarget(underPolicy('Rolling', { BatchSize: '25' }));
    const change = givenChange({ version: bundle(), options: [VARIABLE] });
    expect(stepsText(configured('rolling', { 'batch-size': '25%' }).steps(change, target))).toBe(
      ['publish v2', 'deploy: v2 MODE=b', '  settled: v2, from v1, deployment > 7, Rolling, 4 instances'].join('\n'),
    );
  });

  it('sets another policy first, in an update of its own that is proven before the version goes', () => {
    const steps = configured('rolling', { 'batch-size': '2' }).steps(
      givenChange({ options: [VARIABLE] }),
      givenTarget(),
    );
    expect(stepsText(steps)).toBe(
      [
        'set-policy: DeploymentPolicy=Rolling BatchSizeType=Fixed BatchSize=2',
        '  settled: no version, from v1, same deployment, 4 instances',
        'deploy: v2 MODE=b',
        '  settled: v2, from v1, deployment > 7, Rolling, 4 instances',
      ].join('\n'),
    );
  });

  it('puts the old policy back in a last update when that is wished', () => {
    const steps = configured('immutable').steps(
      givenChange({ restorePolicy: true }),
      givenTarget(underPolicy('Rolling')),
    );
    expect(stepsText(steps)).toBe(
      [
        'set-policy: DeploymentPolicy=Immutable',
        '  settled: no version, from v1, same deployment, 4 instances',
        'deploy: v2',
        '  settled: v2, from v1, deployment > 7, Immutable, 4 instances',
        'restore-policy: DeploymentPolicy=Rolling',
        '  settled: no version, from v2, same deployment, 4 instances',
      ].join('\n'),
    );
  });

  it('takes a policy option out again that was not there before', () => {
    const target = givenTarget();
    const bare = {
      ...target,
      settings: { options: target.settings.options.filter((one) => one.name !== 'DeploymentPolicy') },
    };
    const steps = configured('immutable').steps(givenChange({ restorePolicy: true }), bare);
    expect(stepsText(steps)).toContain('restore-policy: -DeploymentPolicy');
  });

  it('restores nothing where nothing was changed', () => {
    const steps = configured('immutable').steps(
      givenChange({ restorePolicy: true }),
      givenTarget(underPolicy('Immutable')),
    );
    expect(stepsText(steps)).not.toContain('restore-policy');
  });

  it('leaves the policy of the environment alone when it is as configured', () => {
    const steps = configured('as-configured').steps(givenChange(), givenTarget(underPolicy('Immutable')));
    expect(stepsText(steps)).toBe('deploy: v2\n  settled: v2, from v1, deployment > 7, 4 instances');
  });

  it('sends a policy of the option settings first, because one sent with a version does not rule it', () => {
    const policy = { namespace: 'aws:elasticbeanstalk:command', name: 'DeploymentPolicy', value: 'Immutable' };
    const steps = configured('as-configured').steps(givenChange({ options: [policy, VARIABLE] }), givenTarget());
    expect(
      stepsText(steps)
        .split('\n')
        .filter((line) => !line.startsWith(' ')),
    ).toEqual(['set-policy: DeploymentPolicy=Immutable', 'deploy: v2 MODE=b']);
  });

  it('sets share and evaluation time with traffic splitting', () => {
    const inputs = { 'traffic-percent': '25%', 'evaluation-minutes': '10' };
    expect(stepsText(configured('traffic-splitting', inputs).steps(givenChange(), givenTarget())).split('\n')[0]).toBe(
      'set-policy: DeploymentPolicy=TrafficSplitting NewVersionPercent=25 EvaluationTime=10',
    );
  });

  it('keeps the batch size of the environment, unless that is everything', () => {
    const own = givenTarget(underPolicy('AllAtOnce', { BatchSizeType: 'Fixed', BatchSize: '1' }));
    expect(stepsText(configured('rolling').steps(givenChange(), own))).toMatch(
      /^set-policy: DeploymentPolicy=Rolling\n/,
    );
    expect(stepsText(configured('rolling').steps(givenChange(), givenTarget()))).toMatch(
      /^set-policy: DeploymentPolicy=Rolling BatchSize=30\n/,
    );
  });

  it.each([
    [{ object: true, version: true }, false],
    [{ object: true, version: false }, true],
    [{ object: false, version: true }, true],
  ])('publishes when something of the version is missing: %j', (reuse, publishes) => {
    const steps = configured('as-configured').steps(givenChange({ version: bundle('v2', reuse) }), givenTarget());
    expect(steps.some((step) => step.kind === 'publish-version')).toBe(publishes);
  });

  it('a change of variables alone is a deployment under the policy; one of other options is not', () => {
    const { version: _, ...variables } = givenChange({ options: [VARIABLE] });
    expect(stepsText(configured('immutable').steps(variables, givenTarget()))).toContain(
      'deploy: MODE=b\n  settled: no version, from v1, deployment > 7, Immutable',
    );
    const { version: __, ...resource } = givenChange({
      options: [{ namespace: 'aws:autoscaling:asg', name: 'MaxSize', value: '9' }],
    });
    expect(stepsText(configured('immutable').steps(resource, givenTarget()))).toBe(
      'deploy: MaxSize=9\n  settled: no version, from v1, same deployment, 4 instances',
    );
  });

  it('expects no more instances than the minimum, because Auto Scaling may take some away', () => {
    const target = givenTarget({ size: 4, options: { 'aws:autoscaling:asg': { MinSize: '2' } } });
    expect(stepsText(configured('as-configured').steps(givenChange(), target))).toContain('2 instances');
  });

  it.each(STRATEGY_NAMES)('%s: every update is followed by its proof, and the plan survives JSON', (name) => {
    const steps = configured(name).steps(givenChange({ version: bundle(), restorePolicy: true }), givenTarget());
    const kinds = steps.map((step) => step.kind);
    expect(kinds.filter((kind) => kind === 'update').length).toBe(kinds.filter((kind) => kind === 'settle').length);
    for (const [at, kind] of kinds.entries()) if (kind === 'update') expect(kinds[at + 1]).toBe('settle');
    expect(JSON.parse(JSON.stringify(steps))).toEqual(steps);
  });

  it.each(['as-configured', 'all-at-once', 'immutable'] as const)('%s works on a single instance', (name) => {
    const steps = configured(name).steps(givenChange({ version: existing() }), givenTarget(SINGLE));
    expect(stepsText(steps)).toContain('deploy: v2');
  });
});
