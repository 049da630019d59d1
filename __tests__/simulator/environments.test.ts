/** CreateEnvironment and UpdateEnvironment: answers, refusals, what comes of them. */
import { describe, expect, it } from '@jest/globals';
import { seconds } from '../../src/domain/time.js';
import { Model } from '../support/model.js';

const STACK = '64bit Amazon Linux 2023 v6.7.4 running Node.js 24';
const option = (Namespace: string, OptionName: string, Value: string) => ({ Namespace, OptionName, Value });
const ENHANCED = option('aws:elasticbeanstalk:healthreporting:system', 'SystemType', 'enhanced');
const ALB = option('aws:elasticbeanstalk:environment', 'LoadBalancerType', 'application');
const SINGLE = option('aws:elasticbeanstalk:environment', 'EnvironmentType', 'SingleInstance');

function fresh(scenario = {}): Model {
  const model = new Model({ scenario });
  model.call('CreateApplication', { ApplicationName: 'shop' });
  model.call('CreateApplicationVersion', { ApplicationName: 'shop', VersionLabel: 'v1' });
  return model;
}

const create = (model: Model, more: Readonly<Record<string, unknown>> = {}) =>
  model.call(
    'CreateEnvironment',
    {
      ApplicationName: 'shop',
      EnvironmentName: 'shop-prod',
      VersionLabel: 'v1',
      SolutionStackName: STACK,
      OptionSettings: [ENHANCED, ALB],
      ...more,
    },
    'the-create',
  );

const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
  return 'not refused';
};

describe('CreateEnvironment', () => {
  it('answers Launching and Grey without a name, and is not listed for a moment', () => {
    const model = fresh();
    const answer = create(model, { CNAMEPrefix: 'my-shop' });
    expect(answer).toMatchObject({
      Status: 'Launching',
      Health: 'Grey',
      VersionLabel: 'v1',
      AbortableOperationInProgress: false,
    });
    expect(answer).not.toHaveProperty('CNAME');
    expect(answer).not.toHaveProperty('EndpointURL');
    expect(model.call('DescribeEnvironments', {}).Environments).toEqual([]);
    expect(model.events().map(({ message }) => message)).toEqual(['createEnvironment is starting.']);
    model.advance(seconds(1));
    expect(model.call('DescribeEnvironments', {}).Environments).toHaveLength(1);
  });

  it('ends Ready with its resources named in the observed order', () => {
    const model = fresh();
    create(model, { CNAMEPrefix: 'my-shop' });
    model.advance(seconds(1));
    const took = model.untilReady();
    expect(took).toBeGreaterThan(seconds(120));
    expect(took).toBeLessThan(seconds(480));
    const kinds = model
      .events()
      .map(({ message }) => message.replace(/( named:|EIP:|\[i-|using elastic|Using elastic).*/i, '$1'));
    expect(kinds).toEqual([
      'createEnvironment is starting.',
      'Using elastic',
      'Environment health has transitioned to Pending. Initialization in progress (running for 5 seconds). There are no instances.',
      'Created target group named:',
      'Created security group named:',
      'Created security group named:',
      'Created Auto Scaling group named:',
      'Waiting for EC2 instances to launch. This may take a few minutes.',
      'Created Auto Scaling group policy named:',
      'Created Auto Scaling group policy named:',
      'Created CloudWatch alarm named:',
      'Created CloudWatch alarm named:',
      'Added instance [i-',
      'Created load balancer named:',
      'Created Load Balancer listener named:',
      "Instance deployment used the commands in your 'Procfile' to initiate startup of your application.",
      'Instance deployment completed successfully.',
      expect.stringMatching(
        /^Environment health has transitioned from Pending to Ok\. Initialization completed \d+ seconds ago and took \d minutes\.$/,
      ),
      'Application available at my-shop.us-east-1.elasticbeanstalk.com.',
      'Successfully launched environment: shop-prod',
    ]);
    const environment = model.environment();
    expect(environment).toMatchObject({
      Status: 'Ready',
      HealthStatus: 'Ok',
      CNAME: 'my-shop.us-east-1.elasticbeanstalk.com',
    });
    expect(environment).toHaveProperty('EndpointURL');
    expect(model.runtime.nameTarget('my-shop.us-east-1.elasticbeanstalk.com')).toBe(environment.EnvironmentId);
  });

  it('of a single instance has an address that is its endpoint', () => {
    const model = fresh();
    create(model, { OptionSettings: [ENHANCED, SINGLE] });
    model.advance(seconds(1));
    model.untilReady();
    const address = model.environment().EndpointURL;
    expect(model.events().map(({ message }) => message)).toContain(`Created EIP: ${String(address)}`);
    expect(model.instances()).toHaveLength(1);
  });

  it('with an application that fails leaves the environment Ready, with that version and the documented error', () => {
    const model = fresh({ versions: { v1: { command: 'fails' } } });
    create(model);
    model.advance(seconds(1));
    model.untilReady();
    expect(model.events().at(-1)).toMatchObject({
      severity: 'ERROR',
      message:
        'Create environment operation is complete, but with errors. For more information, see troubleshooting documentation.',
    });
    expect(model.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v1', HealthStatus: 'Degraded' });
    expect(model.instances()).toHaveLength(1);
  });

  it('without capacity ends in an INFO event that means failure', () => {
    const model = fresh({ faults: [{ kind: 'no-capacity' }] });
    create(model);
    model.advance(seconds(1));
    model.untilReady();
    const [last] = model
      .events()
      .filter(({ requestId }) => requestId !== undefined)
      .slice(-1);
    expect(last).toMatchObject({
      severity: 'INFO',
      message: 'Launched environment: shop-prod. However, there were issues during launch. See event log for details.',
    });
  });

  it('without a version runs the sample application', () => {
    const model = fresh();
    expect(create(model, { VersionLabel: undefined })).toMatchObject({ VersionLabel: 'Sample Application' });
  });

  it('takes a template, which the settings of the call override', () => {
    const model = fresh();
    model.call('CreateConfigurationTemplate', {
      ApplicationName: 'shop',
      TemplateName: 'base',
      SolutionStackName: STACK,
      OptionSettings: [ALB, option('aws:autoscaling:asg', 'MinSize', '3')],
    });
    create(model, { SolutionStackName: undefined, TemplateName: 'base', OptionSettings: [ENHANCED] });
    model.advance(seconds(1));
    model.untilReady();
    expect(model.instances()).toHaveLength(3);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'an unknown application',
      { ApplicationName: 'none' },
      "InvalidParameterValue: No Application named 'none' found.",
    ],
    ['an unknown version', { VersionLabel: 'v9' }, "InvalidParameterValue: No Application Version named 'v9' found."],
    [
      'no platform',
      { SolutionStackName: undefined },
      'InvalidParameterValue: Unable to determine base for template pack (no solution stack)',
    ],
    ['a name in use', { EnvironmentName: 'shop-live' }, 'InvalidParameterValue: Environment shop-live already exists.'],
    ['a taken DNS name', { CNAMEPrefix: 'shop-live' }, 'InvalidParameterValue: DNS name (shop-live) is not available.'],
  ])('refuses %s', (_title, more, expected) => {
    const model = fresh();
    model.simulator.seed({ environments: [{ application: 'shop', name: 'shop-live' }] });
    expect(refusal(() => create(model, more))).toBe(expected);
    expect(model.call('DescribeEnvironments', {}).Environments).toHaveLength(1);
  });
});

describe('UpdateEnvironment', () => {
  it('refuses while the environment is busy, in the words of the service', () => {
    const model = Model.running();
    model.deploy();
    expect(refusal(() => model.deploy('v1'))).toBe(
      'InvalidParameterValue: Environment named shop-prod is in an invalid state for this operation. Must be Ready.',
    );
    model.untilReady();
    expect(model.environment().VersionLabel).toBe('v2');
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'an unknown version',
      { EnvironmentName: 'shop-prod', VersionLabel: 'v9' },
      "InvalidParameterValue: No Application Version named 'v9' found.",
    ],
    [
      'an unknown environment',
      { EnvironmentName: 'nobody', VersionLabel: 'v2' },
      "InvalidParameterValue: No Environment found for EnvironmentName = 'nobody'.",
    ],
    [
      'neither id nor name',
      { VersionLabel: 'v2' },
      'MissingRequiredParameter: Either EnvironmentName or EnvironmentId must be provided.',
    ],
    [
      'an unknown template',
      { EnvironmentName: 'shop-prod', TemplateName: 'none' },
      "InvalidParameterValue: No Configuration Template named 'none' found.",
    ],
  ])('refuses %s', (_title, input, expected) => {
    const model = Model.running();
    expect(refusal(() => model.call('UpdateEnvironment', input))).toBe(expected);
    expect(model.environment().Status).toBe('Ready');
  });

  it('refuses a bad option and changes nothing', () => {
    const model = Model.running();
    expect(refusal(() => model.configure('aws:elasticbeanstalk:command', { DeploymentPolicy: 'Sideways' }))).toMatch(
      /^ConfigurationValidationException/,
    );
    expect(model.environment().Status).toBe('Ready');
  });

  it('writes its opening event before it answers', () => {
    const model = Model.running();
    const before = model.clock.now();
    model.deploy();
    expect(model.events().at(-1)).toMatchObject({
      date: before,
      message: 'Environment update is starting.',
      requestId: 'the-update',
    });
  });

  it('changes a description without an operation', () => {
    const model = Model.running();
    const answer = model.call('UpdateEnvironment', { EnvironmentName: 'shop-prod', Description: 'ours' });
    expect(answer).toMatchObject({ Status: 'Ready', Description: 'ours' });
  });

  it('runs a short update when nothing changes, and deploys nothing', () => {
    const model = Model.running();
    model.call('UpdateEnvironment', { EnvironmentName: 'shop-prod' });
    expect(model.untilReady()).toBeLessThan(seconds(90));
    expect(model.instances().map(({ deployment }) => deployment?.deploymentId)).toEqual([1, 1]);
  });

  it.each([
    ['in place', 'aws:elasticbeanstalk:command', { Timeout: '900' }, [1, 1], false],
    ['on the instances', 'aws:elasticbeanstalk:application:environment', { COLOR: 'blue' }, [2, 2], false],
    ['by replacement', 'aws:autoscaling:launchconfiguration', { InstanceType: 't3.large' }, [2, 2], true],
  ] as const)('applies options %s', (_title, namespace, options, deployments, replaced) => {
    const model = Model.running();
    const before = model.instances().map(({ id }) => id);
    model.configure(namespace, options);
    model.untilReady();
    const after = model.instances();
    expect(after.map(({ deployment }) => deployment?.deploymentId)).toEqual(deployments);
    expect(after.map(({ runs }) => runs)).toEqual(['v1', 'v1']);
    expect(after.some(({ id }) => before.includes(id))).toBe(!replaced);
    expect(model.environment().VersionLabel).toBe('v1');
  });

  it.each([
    ['3', 3],
    ['1', 2],
  ])('with a smallest size of %s leaves %d instances, new ones on the deployed version', (MinSize, count) => {
    const model = Model.running();
    model.configure('aws:autoscaling:asg', { MinSize });
    model.untilReady();
    expect(model.instances().map(({ runs, deployment }) => [runs, deployment?.deploymentId])).toEqual(
      Array.from({ length: count }, () => ['v1', 1]),
    );
  });
});

it('names an operation that it does not know', () => {
  expect(refusal(() => new Model().call('MakeCoffee', {}))).toMatch(/NotImplemented: MakeCoffee/);
});
