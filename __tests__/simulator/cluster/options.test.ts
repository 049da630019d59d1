/** The twelve namespaces of Cluster environments: defaults, ranges, what is refused, what cannot change. */
import {
  type ConfigurationOptionSetting,
  CreateConfigurationTemplateCommand,
  DescribeConfigurationOptionsCommand,
  DescribeConfigurationSettingsCommand,
  ValidateConfigurationSettingsCommand,
} from '@aws-sdk/client-elastic-beanstalk';
import { describe, expect, it } from '@jest/globals';
import { ClusterService, EKS, option, place, ROLES, refusal, seeded } from '../../support/cluster-service.js';

const ENVIRONMENT = `${EKS}:environment`;
const DEPLOYMENT = `${ENVIRONMENT}:deployment`;
const ROLLING = `${DEPLOYMENT}:strategy:rolling`;
const AUTOSCALING = `${ENVIRONMENT}:autoscaling`;
const TRIGGER = `${AUTOSCALING}:trigger`;
const BEHAVIOR = `${AUTOSCALING}:behavior`;
const READINESS = `${ENVIRONMENT}:readiness-probe`;
const ALB = `${EKS}:alb`;
const OBSERVABILITY = `${EKS}:observability`;

const NAMESPACES = [
  EKS,
  ENVIRONMENT,
  DEPLOYMENT,
  ROLLING,
  AUTOSCALING,
  TRIGGER,
  BEHAVIOR,
  READINESS,
  `${ENVIRONMENT}:liveness-probe`,
  `${ENVIRONMENT}:startup-probe`,
  ALB,
  OBSERVABILITY,
];

const FIXED =
  'InvalidParameterValue: Changes to EKS cluster configuration (subnets and IAM roles) are not currently supported for an existing environment. Please revert these option settings to continue.';

describe('a Cluster environment', () => {
  it('has twelve namespaces and no others', async () => {
    const service = new ClusterService(seeded());
    const answer = await service.client.send(new DescribeConfigurationOptionsCommand({ EnvironmentName: 'shop-prod' }));
    const names = new Set(answer.Options?.map(({ Namespace }) => Namespace));
    expect([...names].sort()).toEqual([...NAMESPACES].sort());
    expect(answer).not.toHaveProperty('SolutionStackName');
  });

  it.each([
    [ENVIRONMENT, 'arch', 'amd64'],
    [ENVIRONMENT, 'cpu', '250m'],
    [ENVIRONMENT, 'env-variables', '{"PORT" : 8080}'],
    [ENVIRONMENT, 'load-balancer-type', 'ALB'],
    [ENVIRONMENT, 'memory', '512Mi'],
    [ENVIRONMENT, 'memory-limit', '1Gi'],
    [ENVIRONMENT, 'service-port', '8080'],
    [ENVIRONMENT, 'cpu-limit', undefined],
    [ENVIRONMENT, 'subnets', undefined],
    [DEPLOYMENT, 'strategy', 'RollingUpdate'],
    [ROLLING, 'max-surge', '1'],
    [ROLLING, 'max-unavailable', '0'],
    [AUTOSCALING, 'polling-interval', '30'],
    [AUTOSCALING, 'cooldown-period', '300'],
    [TRIGGER, 'scaler-auth-mode', 'bearer'],
    [TRIGGER, 'cpu-value', undefined],
    [BEHAVIOR, 'scaleup-type', undefined],
    [READINESS, 'enabled', 'false'],
    [READINESS, 'http-path', '/'],
    [READINESS, 'http-port', undefined],
    [READINESS, 'initial-delay-seconds', '0'],
    [READINESS, 'period-seconds', '30'],
    [READINESS, 'timeout-seconds', '5'],
    [READINESS, 'success-threshold', '1'],
    [READINESS, 'failure-threshold', '3'],
    [ALB, 'healthcheck-path', '/'],
    [ALB, 'healthcheck-protocol', 'HTTP'],
    [ALB, 'healthcheck-interval-seconds', '15'],
    [ALB, 'healthcheck-timeout-seconds', '5'],
    [ALB, 'success-codes', '200'],
    [ALB, 'healthy-threshold-count', '2'],
    [ALB, 'unhealthy-threshold-count', '2'],
    [ALB, 'manage-backend-security-group-rules', 'true'],
    [ALB, 'target-type', undefined],
    [OBSERVABILITY, 'metrics-backend', 'cloudwatch'],
    [OBSERVABILITY, 'logs-backend', 'cloudwatch'],
    [OBSERVABILITY, 'traces-backend', undefined],
  ])('has %s %s with the default %s', async (namespace, name, initial) => {
    const service = new ClusterService(seeded());
    const asked = { EnvironmentName: 'shop-prod', Options: [{ Namespace: namespace, OptionName: name }] };
    const { Options } = await service.client.send(new DescribeConfigurationOptionsCommand(asked));
    expect(Options).toHaveLength(1);
    expect(Options?.[0]?.DefaultValue).toBe(initial);
  });

  it.each([
    [EKS, 'cluster-role', 'NoChange'],
    [EKS, 'node-role', 'NoChange'],
    [ENVIRONMENT, 'observability-role', 'NoChange'],
    [ENVIRONMENT, 'subnets', 'NoChange'],
    [ENVIRONMENT, 'service-port', 'RestartRequired'],
    [ENVIRONMENT, 'env-variables', 'RestartRequired'],
    [ENVIRONMENT, 'cpu', 'RestartRequired'],
    [ENVIRONMENT, 'memory', 'RestartRequired'],
    [AUTOSCALING, 'min-replica', 'NoInterruption'],
    [ALB, 'healthcheck-path', 'NoInterruption'],
  ])('says of a change of %s %s: %s', async (Namespace, OptionName, severity) => {
    const service = new ClusterService(seeded());
    const asked = { EnvironmentName: 'shop-prod', Options: [{ Namespace, OptionName }] };
    const { Options } = await service.client.send(new DescribeConfigurationOptionsCommand(asked));
    expect(Options?.[0]?.ChangeSeverity).toBe(severity);
  });

  it.each([
    ['aws:autoscaling:asg', 'MinSize'],
    ['aws:elasticbeanstalk:command', 'DeploymentPolicy'],
    ['aws:elasticbeanstalk:environment', 'EnvironmentType'],
    ['aws:elasticbeanstalk:environment:process:default', 'HealthCheckPath'],
    ['aws:elasticbeanstalk:application:environment', 'NODE_ENV'],
    ['aws:elasticbeanstalk:eks:environment:deployment:strategy:canary', 'percent'],
    [READINESS, 'path'],
  ])('refuses %s %s at its creation and later', async (namespace, name) => {
    const service = new ClusterService(seeded());
    const setting = option(namespace, name, '1');
    const expected =
      /^InvalidParameterValueException: .*Cluster environments do not have this configuration setting\.$/;
    const creation = service.create({ EnvironmentName: 'shop-next', OptionSettings: [...place(), setting] });
    expect(await refusal(creation)).toMatch(expected);
    expect(await refusal(service.update({ OptionSettings: [setting] }))).toMatch(expected);
  });

  const GOOD: readonly (readonly [string, string, string])[] = [
    [ENVIRONMENT, 'cpu', '10m'],
    [ENVIRONMENT, 'cpu', '128000m'],
    [ENVIRONMENT, 'cpu', '0.5'],
    [ENVIRONMENT, 'memory', '1.5Gi'],
    [ENVIRONMENT, 'node-pool', 'gpu-nodes'],
    [ENVIRONMENT, 'instance-category', 'hpc'],
    [ENVIRONMENT, 'language', 'nodejs'],
    [ROLLING, 'max-surge', '25%'],
    [AUTOSCALING, 'max-replica', '100'],
    [TRIGGER, 'scaler-type', 'cron'],
    [BEHAVIOR, 'scaledown-type', 'Percent'],
    [ALB, 'listen-ports', '[{"HTTPS":443},{"HTTP":80}]'],
    [ALB, 'ip-address-type', 'dualstack'],
    [OBSERVABILITY, 'traces-backend', 'xray'],
  ];
  const BAD: readonly (readonly [string, string, string])[] = [
    [EKS, 'cluster-role', 'my-role'],
    [ENVIRONMENT, 'arch', 'x86_64'],
    [ENVIRONMENT, 'cpu', '9m'],
    [ENVIRONMENT, 'cpu', 'much'],
    [ENVIRONMENT, 'memory', '1 GB'],
    [ENVIRONMENT, 'env-variables', 'A=1'],
    [ENVIRONMENT, 'env-variables', '["A"]'],
    [ENVIRONMENT, 'service-port', '65536'],
    [ENVIRONMENT, 'load-balancer-type', 'NLB'],
    [ENVIRONMENT, 'language', 'ruby'],
    [ENVIRONMENT, 'node-pool', 'GPU'],
    [ENVIRONMENT, 'instance-category', 'q'],
    [DEPLOYMENT, 'strategy', 'Canary'],
    [ROLLING, 'max-surge', 'half'],
    [AUTOSCALING, 'min-replica', '0'],
    [AUTOSCALING, 'max-replica', '101'],
    [AUTOSCALING, 'polling-interval', '1001'],
    [TRIGGER, 'cpu-metric-type', 'Average'],
    [TRIGGER, 'scaler-type', 'sqs'],
    [BEHAVIOR, 'scaleup-period', '0'],
    [READINESS, 'period-seconds', '3601'],
    [READINESS, 'enabled', 'yes'],
    [ALB, 'arn', 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/mine/1'],
    [ALB, 'healthcheck-interval-seconds', '4'],
    [ALB, 'healthcheck-timeout-seconds', '121'],
    [ALB, 'healthy-threshold-count', '1'],
    [ALB, 'listen-ports', '{"HTTPS":443}'],
    [OBSERVABILITY, 'logs-backend', 'loki'],
  ];
  const judged = async (setting: ConfigurationOptionSetting): Promise<readonly string[]> => {
    const service = new ClusterService(seeded());
    const command = new ValidateConfigurationSettingsCommand({
      ApplicationName: 'shop',
      EnvironmentName: 'shop-prod',
      OptionSettings: [setting],
    });
    return ((await service.client.send(command)).Messages ?? []).map(({ Message }) => Message ?? '');
  };

  it.each(GOOD)('takes %s %s: %s', async (namespace, name, value) => {
    expect(await judged(option(namespace, name, value))).toEqual([]);
  });

  it.each(BAD)('does not take %s %s: %s', async (namespace, name, value) => {
    const setting = option(namespace, name, value);
    expect(await judged(setting)).toHaveLength(1);
    const OptionSettings = [...place(), setting];
    expect(await refusal(new ClusterService().create({ OptionSettings }))).toMatch(
      /^ConfigurationValidationException: Configuration validation exception: Invalid option value/,
    );
  });

  it('takes the last of two settings for one option', async () => {
    const service = new ClusterService();
    const twice = ['2', '5'].map((value) => option(AUTOSCALING, 'min-replica', value));
    await service.create({ OptionSettings: [...place(), ...twice] });
    service.pass(20 * 60, 5);
    const answer = await service.client.send(
      new DescribeConfigurationSettingsCommand({ ApplicationName: 'shop', EnvironmentName: 'shop-prod' }),
    );
    const [settings] = answer.ConfigurationSettings ?? [];
    expect(settings?.OptionSettings).toContainEqual(option(AUTOSCALING, 'min-replica', '5'));
    expect(settings).not.toHaveProperty('SolutionStackName');
    expect(service.runtime.instanceIds).toHaveLength(5);
  });

  it('refuses fewer replicas at most than at least', async () => {
    const service = new ClusterService(seeded());
    expect(await refusal(service.update({ OptionSettings: [option(AUTOSCALING, 'max-replica', '2')] }))).toMatch(
      /min-replica must not be larger than max-replica/,
    );
  });
});

describe('subnets and roles', () => {
  it.each([
    option(EKS, 'cluster-role', ROLES.build),
    option(EKS, 'node-role', ROLES.build),
    option(ENVIRONMENT, 'observability-role', ROLES.build),
    option(ENVIRONMENT, 'subnets', 'subnet-9'),
  ])('cannot change: $OptionName', async (setting) => {
    const service = new ClusterService(seeded({ options: { [ENVIRONMENT]: { subnets: 'subnet-1,subnet-2' } } }));
    expect(await refusal(service.update({ OptionSettings: [setting] }))).toBe(FIXED);
    const { Namespace, OptionName } = setting;
    expect(await refusal(service.update({ OptionsToRemove: [{ Namespace, OptionName }] }))).toBe(FIXED);
  });

  it('may be sent again as they are, and subnets in another order', async () => {
    const service = new ClusterService();
    await service.create();
    service.pass(20 * 60, 5);
    const OptionSettings = place('subnet-2,subnet-1');
    expect((await service.update({ OptionSettings })).Status).toBe('Updating');
  });
});

describe('what Standard environments have', () => {
  it('refuses the namespaces of Cluster environments', async () => {
    const service = new ClusterService({ environments: [{ application: 'shop', name: 'shop-standard' }] });
    const OptionSettings = [option(DEPLOYMENT, 'strategy', 'Recreate')];
    expect(await refusal(service.update({ EnvironmentName: 'shop-standard', OptionSettings }))).toMatch(
      /^ConfigurationValidationException: .*Unknown configuration setting\.$/,
    );
  });

  it('is refused of Cluster environments: templates, another tier, a platform', async () => {
    const service = new ClusterService(seeded());
    const { EnvironmentId } = await service.environment();
    const template = new CreateConfigurationTemplateCommand({
      ApplicationName: 'shop',
      TemplateName: 'web',
      EnvironmentId,
    });
    expect(await refusal(service.client.send(template))).toMatch(/^NotImplemented: Configuration templates/);
    expect(await refusal(service.update({ Tier: { Name: 'WebServer', Type: 'Standard' } }))).toMatch(
      /Cannot change environment tier/,
    );
    const SolutionStackName = '64bit Amazon Linux 2023 v6.7.4 running Node.js 24';
    expect(await refusal(service.update({ SolutionStackName }))).toMatch(/^InvalidParameterCombination/);
  });
});
