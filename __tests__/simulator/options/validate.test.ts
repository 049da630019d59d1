/** Option rules: which settings the service takes, and in which words it refuses the others. */
import { describe, expect, it } from '@jest/globals';
import { changeClassOf, optionsFor, strongestChange } from '../../../src/simulator/options/catalogue.js';
import { mergeOptions, scopeOf, toOptions } from '../../../src/simulator/options/setting.js';
import { assertValid, validateOptions } from '../../../src/simulator/options/validate.js';

const COMMAND = 'aws:elasticbeanstalk:command';
const ENVIRONMENT = 'aws:elasticbeanstalk:environment';
const NODE = '64bit Amazon Linux 2023 v6.6.5 running Node.js 22';

const set = (namespace: string, optionName: string, value?: string) => ({
  namespace,
  optionName,
  ...(value === undefined ? {} : { value }),
});

const albScope = scopeOf({
  platform: { solutionStackName: NODE },
  options: { [ENVIRONMENT]: { LoadBalancerType: 'application' } },
});

describe('option settings that are refused', () => {
  it.each([
    [
      'an unknown option',
      set(COMMAND, 'Polcy', 'x'),
      "Invalid option specification (Namespace: 'aws:elasticbeanstalk:command', OptionName: 'Polcy'): Unknown configuration setting.",
    ],
    [
      'an unknown namespace',
      set('aws:nothing', 'A', 'x'),
      "Invalid option specification (Namespace: 'aws:nothing', OptionName: 'A'): Unknown configuration setting.",
    ],
    [
      'a namespace of cluster environments',
      set('aws:elasticbeanstalk:eks:environment', 'cpu', '1'),
      "Invalid option specification (Namespace: 'aws:elasticbeanstalk:eks:environment', OptionName: 'cpu'): Unknown configuration setting.",
    ],
    [
      'a namespace that ended with Amazon Linux 1',
      set('aws:elasticbeanstalk:container:nodejs', 'NodeCommand', 'npm start'),
      "Invalid option specification (Namespace: 'aws:elasticbeanstalk:container:nodejs', OptionName: 'NodeCommand'): Unknown configuration setting.",
    ],
    [
      "another platform's namespace",
      set('aws:elasticbeanstalk:container:python', 'WSGIPath', 'app'),
      "Invalid option specification (Namespace: 'aws:elasticbeanstalk:container:python', OptionName: 'WSGIPath'): Unknown configuration setting.",
    ],
    [
      'a worker option in a web environment',
      set('aws:elasticbeanstalk:sqsd', 'HttpPath', '/'),
      "Invalid option specification (Namespace: 'aws:elasticbeanstalk:sqsd', OptionName: 'HttpPath'): Unknown configuration setting.",
    ],
    [
      'a value outside the list',
      set(COMMAND, 'DeploymentPolicy', 'rolling'),
      "Invalid option value: 'rolling' (Namespace: 'aws:elasticbeanstalk:command', OptionName: 'DeploymentPolicy'): Value is not one of the allowed values: [AllAtOnce, Rolling, RollingWithAdditionalBatch, Immutable, TrafficSplitting]",
    ],
    [
      'a number below its range',
      set('aws:autoscaling:updatepolicy:rollingupdate', 'MaxBatchSize', '0'),
      "Invalid option value: '0' (Namespace: 'aws:autoscaling:updatepolicy:rollingupdate', OptionName: 'MaxBatchSize'): Value is less than minimum allowed value: 1",
    ],
    [
      'more than a hundred percent',
      set(COMMAND, 'BatchSize', '101'),
      "Invalid option value: '101' (Namespace: 'aws:elasticbeanstalk:command', OptionName: 'BatchSize'): Value is greater than maximum allowed value: 100",
    ],
    [
      'an evaluation that is too short',
      set('aws:elasticbeanstalk:trafficsplitting', 'EvaluationTime', '2'),
      "Invalid option value: '2' (Namespace: 'aws:elasticbeanstalk:trafficsplitting', OptionName: 'EvaluationTime'): Value is less than minimum allowed value: 3",
    ],
    [
      'no number',
      set(COMMAND, 'Timeout', 'ten'),
      "Invalid option value: 'ten' (Namespace: 'aws:elasticbeanstalk:command', OptionName: 'Timeout'): Value is not a valid integer.",
    ],
    [
      'a missing value',
      set(COMMAND, 'Timeout'),
      "Invalid option value: 'null' (Namespace: 'aws:elasticbeanstalk:command', OptionName: 'Timeout'): Value is not a valid integer.",
    ],
    [
      'no boolean',
      set(COMMAND, 'IgnoreHealthCheck', 'yes'),
      "Invalid option value: 'yes' (Namespace: 'aws:elasticbeanstalk:command', OptionName: 'IgnoreHealthCheck'): Value is not one of the allowed values: [true, false]",
    ],
    [
      'text against its pattern',
      set('aws:elasticbeanstalk:environment:process:default', 'MatcherHTTPCode', ''),
      "Invalid option value: '' (Namespace: 'aws:elasticbeanstalk:environment:process:default', OptionName: 'MatcherHTTPCode'): Value does not satisfy regex: '^((\\d{3}(-\\d{3})?)|(\\d{3}(,\\d{3})*))$' [The configured value for 'MatcherHTTPCode' is invalid. A valid value must be a single code of 3 digits, a comma separated list of codes (e.g 200,210), or a range of codes (e.g 200-210).]",
    ],
    [
      'managed updates without enhanced health',
      set('aws:elasticbeanstalk:managedactions', 'ManagedActionsEnabled', 'true'),
      "Invalid option specification (Namespace: 'aws:elasticbeanstalk:managedactions', OptionName: 'ManagedActionsEnabled'): Managed platform updates require enhanced health reporting (option SystemType in namespace aws:elasticbeanstalk:healthreporting:system).",
    ],
  ])('%s', (_what, setting, message) => {
    expect(validateOptions([setting], albScope)).toEqual([
      { severity: 'error', message, namespace: setting.namespace, optionName: setting.optionName },
    ]);
  });

  it('reports every bad setting, and throws the first as the service does', () => {
    const settings = [set(COMMAND, 'A', '1'), set(COMMAND, 'B', '1')];
    expect(validateOptions(settings, albScope).map((message) => message.optionName)).toEqual(['A', 'B']);
    expect(() => assertValid(settings, albScope)).toThrow(
      expect.objectContaining({
        code: 'ConfigurationValidationException',
        message: expect.stringMatching(/^Configuration validation exception: Invalid option specification .*'A'\)/),
      }),
    );
  });

  it('a load balancer type that differs from the one the environment was created with', () => {
    const setting = set(ENVIRONMENT, 'LoadBalancerType', 'network');
    expect(validateOptions([setting], albScope)).toEqual([]);
    expect(validateOptions([setting], albScope, true)).toHaveLength(1);
    expect(validateOptions([set(ENVIRONMENT, 'LoadBalancerType', 'application')], albScope, true)).toEqual([]);
  });

  it('traffic splitting without an application load balancer', () => {
    const classic = scopeOf({ options: {} });
    expect(validateOptions([set(COMMAND, 'DeploymentPolicy', 'TrafficSplitting')], classic)).toHaveLength(1);
    expect(validateOptions([set(COMMAND, 'DeploymentPolicy', 'TrafficSplitting')], albScope)).toEqual([]);
  });

  it('a minimum size above the maximum, judged with what the request does not set', () => {
    expect(validateOptions([set('aws:autoscaling:asg', 'MinSize', '5')], albScope)).toHaveLength(1);
    expect(
      validateOptions(
        [set('aws:autoscaling:asg', 'MinSize', '5'), set('aws:autoscaling:asg', 'MaxSize', '5')],
        albScope,
      ),
    ).toEqual([]);
  });

  it('a group of zero with rolling updates, but not without', () => {
    const zero = ['MinSize', 'MaxSize'].map((name) => set('aws:autoscaling:asg', name, '0'));
    const rolling = set('aws:autoscaling:updatepolicy:rollingupdate', 'RollingUpdateEnabled', 'true');
    expect(validateOptions(zero, albScope)).toEqual([]);
    expect(validateOptions([...zero, rolling], albScope)).toHaveLength(1);
  });
});

describe('option settings that are taken', () => {
  it.each([
    ['any environment property', set('aws:elasticbeanstalk:application:environment', 'ANY_NAME', '')],
    ['booleans in any case', set('aws:elb:loadbalancer', 'CrossZone', 'True')],
    ["a listener of the user's port", set('aws:elbv2:listener:443', 'Protocol', 'HTTPS')],
    ["a process of the user's name", set('aws:elasticbeanstalk:environment:process:admin', 'HealthCheckPath', '/up')],
    ["a rule of the user's name", set('aws:elbv2:listenerrule:admin', 'Priority', '2')],
    ['an empty value for an option without default', set('aws:ec2:vpc', 'VPCId', '')],
    ['fixed batches up to the largest group', set(COMMAND, 'BatchSize', '100')],
  ])('%s', (_what, setting) => {
    expect(validateOptions([setting], albScope)).toEqual([]);
  });

  it('fixed batch sizes reach up to MaxSize', () => {
    const fixed = set(COMMAND, 'BatchSizeType', 'Fixed');
    expect(validateOptions([fixed, set(COMMAND, 'BatchSize', '4')], albScope)).toEqual([]);
    expect(validateOptions([fixed, set(COMMAND, 'BatchSize', '5')], albScope)[0]?.message).toContain(
      'allowed value: 4',
    );
  });
});

describe('the catalogue', () => {
  it('tells what a change does to the instances', () => {
    expect(changeClassOf('aws:elasticbeanstalk:application:environment', 'X')).toBe('on-instance');
    expect(changeClassOf('aws:autoscaling:launchconfiguration', 'InstanceType')).toBe('replacement');
    expect(changeClassOf(COMMAND, 'DeploymentPolicy')).toBe('in-place');
    expect(strongestChange([set(COMMAND, 'Timeout'), set('aws:ec2:vpc', 'VPCId')])).toBe('replacement');
    expect(strongestChange([])).toBe('in-place');
  });

  it('lists the options that an environment of its kind has', () => {
    const namespaces = (scope: Parameters<typeof optionsFor>[0]) => new Set(optionsFor(scope).map((o) => o.namespace));
    const alb = namespaces(albScope);
    expect(alb.has('aws:elbv2:loadbalancer')).toBe(true);
    expect(alb.has('aws:elasticbeanstalk:trafficsplitting')).toBe(true);
    expect(alb.has('aws:elb:loadbalancer')).toBe(false);
    expect(alb.has('aws:elasticbeanstalk:sqsd')).toBe(false);
    const worker = namespaces(scopeOf({ tier: { name: 'Worker' }, options: {} }));
    expect(worker.has('aws:elasticbeanstalk:sqsd')).toBe(true);
    expect(worker.has('aws:elb:loadbalancer')).toBe(false);
    const single = namespaces(scopeOf({ options: { [ENVIRONMENT]: { EnvironmentType: 'SingleInstance' } } }));
    expect(single.has('aws:autoscaling:trigger')).toBe(false);
  });
});

describe('merging', () => {
  it('takes removals out, then puts settings in, and leaves the original alone', () => {
    const before = { a: { x: '1', y: '2' }, b: { z: '3' } };
    const after = mergeOptions(before, [set('a', 'x', '9')], [set('a', 'x'), set('b', 'z'), set('c', 'q')]);
    expect(after).toEqual({ a: { x: '9', y: '2' } });
    expect(before).toEqual({ a: { x: '1', y: '2' }, b: { z: '3' } });
    expect(toOptions([set('n', 'o', '1'), set('n', 'o', '2')])).toEqual({ n: { o: '2' } });
  });
});
