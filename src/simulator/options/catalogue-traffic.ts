/** Options of load balancers, listeners and processes (AWS guide, "General options"). */
import { flag, list, type NamespaceSpec, type OptionRow, oneOf, pattern, text, whole } from './option.js';

const CODES =
  "The configured value for 'MatcherHTTPCode' is invalid. A valid value must be a single code of 3 digits, a comma separated list of codes (e.g 200,210), or a range of codes (e.g 200-210).";

const PROCESS: readonly OptionRow[] = [
  whole('DeregistrationDelay', 0, 3_600, '20'),
  whole('HealthCheckInterval', 5, 300, '15'),
  text('HealthCheckPath', '/'),
  whole('HealthCheckTimeout', 1, 60, '5'),
  whole('HealthyThresholdCount', 2, 10, '3'),
  pattern('MatcherHTTPCode', '^((\\d{3}(-\\d{3})?)|(\\d{3}(,\\d{3})*))$', CODES, '200'),
  whole('Port', 1, 65_535, '80'),
  oneOf('Protocol', ['HTTP', 'HTTPS', 'TCP'], 'HTTP'),
  flag('StickinessEnabled', 'false'),
  whole('StickinessLBCookieDuration', 1, 604_800, '86400'),
  oneOf('StickinessType', ['lb_cookie'], 'lb_cookie'),
  whole('UnhealthyThresholdCount', 2, 10, '5'),
];

const CLASSIC_LISTENER: readonly OptionRow[] = [
  whole('InstancePort', 1, 65_535, '80'),
  oneOf('InstanceProtocol', ['HTTP', 'HTTPS', 'TCP', 'SSL'], 'HTTP'),
  flag('ListenerEnabled', 'true'),
  oneOf('ListenerProtocol', ['HTTP', 'HTTPS', 'TCP', 'SSL'], 'HTTP'),
  list('PolicyNames'),
  text('SSLCertificateId'),
];

const LISTENER: readonly OptionRow[] = [
  text('DefaultProcess', 'default'),
  flag('ListenerEnabled', 'true'),
  oneOf('Protocol', ['HTTP', 'HTTPS', 'TCP'], 'HTTP'),
  list('Rules'),
  list('SSLCertificateArns'),
  text('SSLPolicy'),
];

export const TRAFFIC_OPTIONS: readonly NamespaceSpec[] = [
  {
    namespace: 'aws:elasticbeanstalk:environment:process:default',
    change: 'in-place',
    applies: 'elbv2',
    options: PROCESS,
  },
  {
    namespace: 'aws:elasticbeanstalk:environment:process:*',
    change: 'in-place',
    applies: 'named-only',
    options: PROCESS,
  },
  {
    namespace: 'aws:elb:healthcheck',
    change: 'in-place',
    applies: 'classic',
    options: [
      whole('HealthyThreshold', 2, 10, '3'),
      whole('Interval', 5, 300, '10'),
      text('Target', 'TCP:80'),
      whole('Timeout', 2, 60, '5'),
      whole('UnhealthyThreshold', 2, 10, '5'),
    ],
  },
  {
    namespace: 'aws:elb:loadbalancer',
    change: 'in-place',
    applies: 'classic',
    options: [
      flag('CrossZone', 'false'),
      text('ManagedSecurityGroup'),
      list('SecurityGroups'),
      // Older names of the listener's options, still accepted.
      text('LoadBalancerHTTPPort', '80'),
      text('LoadBalancerHTTPSPort', 'OFF'),
      text('LoadBalancerPortProtocol', 'HTTP'),
      text('LoadBalancerSSLPortProtocol', 'HTTPS'),
      text('SSLCertificateId'),
    ],
  },
  { namespace: 'aws:elb:listener', change: 'in-place', applies: 'classic', options: CLASSIC_LISTENER },
  { namespace: 'aws:elb:listener:*', change: 'in-place', applies: 'named-only', options: CLASSIC_LISTENER },
  {
    namespace: 'aws:elb:policies',
    change: 'in-place',
    applies: 'classic',
    options: [
      flag('ConnectionDrainingEnabled', 'false'),
      whole('ConnectionDrainingTimeout', 1, 3_600, '20'),
      whole('ConnectionSettingIdleTimeout', 1, 3_600, '60'),
      text('LoadBalancerPorts', ':all'),
      whole('Stickiness Cookie Expiration', 0, 1_000_000, '0'),
      flag('Stickiness Policy', 'false'),
    ],
  },
  { namespace: 'aws:elb:policies:*', change: 'in-place', applies: 'named-only', anyName: true, options: [] },
  { namespace: 'aws:elbv2:listener:default', change: 'in-place', applies: 'elbv2', options: LISTENER },
  { namespace: 'aws:elbv2:listener:*', change: 'in-place', applies: 'named-only', options: LISTENER },
  {
    namespace: 'aws:elbv2:listenerrule:*',
    change: 'in-place',
    applies: 'named-only',
    options: [list('HostHeaders'), list('PathPatterns'), whole('Priority', 1, 1_000, '1'), text('Process', 'default')],
  },
  {
    namespace: 'aws:elbv2:loadbalancer',
    change: 'in-place',
    applies: 'elbv2',
    options: [
      text('AccessLogsS3Bucket'),
      flag('AccessLogsS3Enabled', 'false'),
      text('AccessLogsS3Prefix'),
      whole('IdleTimeout', 1, 3_600),
      oneOf('IpAddressType', ['ipv4', 'dualstack'], 'ipv4'),
      text('ManagedSecurityGroup'),
      list('SecurityGroups'),
      text('SharedLoadBalancer', undefined, { fixedAtCreation: true }),
    ],
  },
];
