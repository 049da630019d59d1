/** The twelve namespaces of Cluster environments (AWS guide, "Configuration options for Beanstalk Cluster environments"). */
import { flag, list, type NamespaceSpec, type OptionRow, oneOf, pattern, text, whole } from './option.js';

export const EKS = 'aws:elasticbeanstalk:eks';
export const EKS_ENVIRONMENT = `${EKS}:environment`;
export const EKS_DEPLOYMENT = `${EKS_ENVIRONMENT}:deployment`;
export const EKS_ROLLING = `${EKS_DEPLOYMENT}:strategy:rolling`;
export const EKS_AUTOSCALING = `${EKS_ENVIRONMENT}:autoscaling`;
export const EKS_READINESS = `${EKS_ENVIRONMENT}:readiness-probe`;
export const EKS_ALB = `${EKS}:alb`;

const ROLE = '^arn:aws[a-z-]*:iam::\\d{12}:role/.+$';
const AMOUNT = '^(\\d+|\\d+%)$';
/** 0.01 to 128, or 10m to 128000m. */
const CPU = '^(\\d{2,6}m|\\d{1,3}(\\.\\d+)?)$';
const MEMORY = '^\\d+(\\.\\d+)?([KMGTPE]i?|k|m)?$';
const MOST = 2_147_483_647;

const role = (name: string, fixed = true): OptionRow =>
  pattern(name, ROLE, 'An IAM role ARN', undefined, fixed ? { fixedAtCreation: true } : {});

const PROBE: readonly OptionRow[] = [
  flag('enabled', 'false'),
  text('http-path', '/'),
  whole('http-port', 1, 65_535),
  whole('initial-delay-seconds', 0, MOST, '0'),
  whole('period-seconds', 1, 3_600, '30'),
  whole('timeout-seconds', 1, MOST, '5'),
  whole('success-threshold', 1, MOST, '1'),
  whole('failure-threshold', 1, MOST, '3'),
];

const probe = (kind: 'readiness' | 'liveness' | 'startup'): NamespaceSpec => ({
  namespace: `${EKS_ENVIRONMENT}:${kind}-probe`,
  change: 'on-instance',
  applies: 'cluster',
  options: PROBE,
});

const CATEGORIES = ['c', 'd', 'g', 'gr', 'hpc', 'i', 'im', 'is', 'm', 'p', 'r', 't', 'x', 'z'] as const;

const ENVIRONMENT_ROWS: readonly OptionRow[] = [
  role('application-role', false),
  oneOf('arch', ['amd64', 'arm64'], 'amd64'),
  pattern('cpu', CPU, 'A Kubernetes CPU quantity', '250m'),
  pattern('cpu-limit', CPU, 'A Kubernetes CPU quantity'),
  { name: 'env-variables', accepts: { kind: 'json', of: 'object' }, initial: '{"PORT" : 8080}' },
  list('ingress-allowlist-environments'),
  list('ingress-allowlist-groups'),
  list('ingress-groups'),
  oneOf('instance-category', CATEGORIES),
  oneOf('language', ['python', 'java', 'dotnet', 'nodejs']),
  oneOf('load-balancer-type', ['ALB', 'None'], 'ALB'),
  pattern('memory', MEMORY, 'A Kubernetes memory quantity', '512Mi'),
  pattern('memory-limit', MEMORY, 'A Kubernetes memory quantity', '1Gi'),
  pattern('node-pool', '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$', 'A DNS-1123 label'),
  role('observability-role'),
  { name: 'secrets', accepts: { kind: 'json', of: 'object' } },
  whole('service-port', 1, 65_535, '8080'),
  list('subnets', undefined, { fixedAtCreation: true }),
];

const TRIGGER_ROWS: readonly OptionRow[] = [
  oneOf('cpu-metric-type', ['Utilization', 'AverageValue']),
  whole('cpu-value', 1, MOST),
  oneOf('memory-metric-type', ['Utilization', 'AverageValue']),
  whole('memory-value', 1, MOST),
  oneOf('scaler-type', ['cron', 'metrics-api']),
  { name: 'scaler-metadata', accepts: { kind: 'json', of: 'object' } },
  oneOf('scaler-auth-mode', ['bearer', 'basic', 'apiKey', 'tls'], 'bearer'),
  text('scaler-auth-secret'),
];

const BEHAVIOR_ROWS: readonly OptionRow[] = (['scaleup', 'scaledown'] as const).flatMap((way) => [
  whole(`${way}-period`, 1, MOST),
  oneOf(`${way}-type`, ['Pods', 'Percent']),
  whole(`${way}-value`, 1, MOST),
]);

const ALB_ROWS: readonly OptionRow[] = [
  pattern(
    'arn',
    '^arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\\d{12}:loadbalancer/app/.+$',
    'An Application Load Balancer ARN',
  ),
  oneOf('scheme', ['internet-facing', 'internal']),
  list('subnets'),
  list('security-groups'),
  flag('manage-backend-security-group-rules', 'true'),
  oneOf('ip-address-type', ['ipv4', 'dualstack']),
  oneOf('target-type', ['ip', 'instance']),
  { name: 'listen-ports', accepts: { kind: 'json', of: 'array' } },
  text('certificate-arn'),
  text('ssl-policy'),
  whole('ssl-redirect', 1, 65_535),
  oneOf('backend-protocol', ['HTTP', 'HTTPS']),
  oneOf('backend-protocol-version', ['HTTP2', 'GRPC']),
  text('healthcheck-path', '/'),
  oneOf('healthcheck-protocol', ['HTTP', 'HTTPS'], 'HTTP'),
  whole('healthcheck-interval-seconds', 5, 300, '15'),
  whole('healthcheck-timeout-seconds', 2, 120, '5'),
  text('success-codes', '200'),
  whole('healthy-threshold-count', 2, 10, '2'),
  whole('unhealthy-threshold-count', 2, 10, '2'),
  text('wafv2-acl-arn'),
  { name: 'tags', accepts: { kind: 'json', of: 'object' } },
  list('load-balancer-attributes'),
  { name: 'listener-attributes', accepts: { kind: 'json', of: 'array' } },
  { name: 'raw-annotation', accepts: { kind: 'json', of: 'array' } },
];

const OBSERVABILITY_ROWS: readonly OptionRow[] = [
  oneOf('metrics-backend', ['cloudwatch', 'amp', 'custom', 'none'], 'cloudwatch'),
  text('metrics-endpoint'),
  oneOf('logs-backend', ['cloudwatch', 's3', 'custom', 'none'], 'cloudwatch'),
  oneOf('traces-backend', ['xray', 'custom', 'none']),
  { name: 'custom-config', accepts: { kind: 'json', of: 'object' } },
  text('custom-credentials'),
];

const namespace = (name: string, change: NamespaceSpec['change'], options: readonly OptionRow[]): NamespaceSpec => ({
  namespace: name,
  change,
  applies: 'cluster',
  options,
});

export const CLUSTER_OPTIONS: readonly NamespaceSpec[] = [
  namespace(EKS, 'in-place', [role('cluster-role'), role('node-role')]),
  namespace(EKS_ENVIRONMENT, 'on-instance', ENVIRONMENT_ROWS),
  namespace(EKS_DEPLOYMENT, 'in-place', [oneOf('strategy', ['RollingUpdate', 'Recreate'], 'RollingUpdate')]),
  namespace(EKS_ROLLING, 'in-place', [
    pattern('max-surge', AMOUNT, 'A count or a percentage', '1'),
    pattern('max-unavailable', AMOUNT, 'A count or a percentage', '0'),
  ]),
  namespace(EKS_AUTOSCALING, 'in-place', [
    whole('min-replica', 1, 100, '1'),
    whole('max-replica', 1, 100, '10'),
    whole('polling-interval', 1, 1_000, '30'),
    whole('cooldown-period', 1, MOST, '300'),
  ]),
  namespace(`${EKS_AUTOSCALING}:trigger`, 'in-place', TRIGGER_ROWS),
  namespace(`${EKS_AUTOSCALING}:behavior`, 'in-place', BEHAVIOR_ROWS),
  probe('readiness'),
  probe('liveness'),
  probe('startup'),
  namespace(EKS_ALB, 'in-place', ALB_ROWS),
  namespace(`${EKS}:observability`, 'in-place', OBSERVABILITY_ROWS),
];
