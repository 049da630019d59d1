/** Elastic Beanstalk's own options: deployments, health, logs, managed actions, platforms (AWS guide, "General options"). */
import { flag, type NamespaceSpec, oneOf, pattern, text, whole } from './option.js';

const DAYS = '1 3 5 7 14 30 60 90 120 150 180 365 400 545 731 1827 3653'.split(' ');

export const SERVICE_OPTIONS: readonly NamespaceSpec[] = [
  {
    namespace: 'aws:cloudformation:template:parameter',
    change: 'on-instance',
    applies: 'named-only',
    anyName: true,
    options: [],
  },
  {
    namespace: 'aws:elasticbeanstalk:application',
    change: 'in-place',
    options: [text('Application Healthcheck URL')],
  },
  { namespace: 'aws:elasticbeanstalk:application:environment', change: 'on-instance', anyName: true, options: [] },
  {
    namespace: 'aws:elasticbeanstalk:application:environmentsecrets',
    change: 'on-instance',
    anyName: true,
    options: [],
  },
  {
    namespace: 'aws:elasticbeanstalk:cloudwatch:logs',
    change: 'in-place',
    options: [flag('DeleteOnTerminate', 'false'), oneOf('RetentionInDays', DAYS, '7'), flag('StreamLogs', 'false')],
  },
  {
    namespace: 'aws:elasticbeanstalk:cloudwatch:logs:health',
    change: 'in-place',
    options: [
      flag('DeleteOnTerminate', 'false'),
      flag('HealthStreamingEnabled', 'false'),
      oneOf('RetentionInDays', DAYS, '7'),
    ],
  },
  {
    namespace: 'aws:elasticbeanstalk:command',
    change: 'in-place',
    options: [
      whole('BatchSize', 1, 10_000, '100'),
      oneOf('BatchSizeType', ['Percentage', 'Fixed'], 'Percentage'),
      oneOf(
        'DeploymentPolicy',
        ['AllAtOnce', 'Rolling', 'RollingWithAdditionalBatch', 'Immutable', 'TrafficSplitting'],
        'AllAtOnce',
      ),
      flag('IgnoreHealthCheck', 'false'),
      whole('Timeout', 1, 3_600, '600'),
      // The guide's example of a rolling deployment sets the threshold here too.
      oneOf('HealthCheckSuccessThreshold', ['Ok', 'Warning', 'Degraded', 'Severe']),
    ],
  },
  {
    namespace: 'aws:elasticbeanstalk:control',
    change: 'replacement',
    options: [
      text('DefaultSSHPort', '22'),
      text('LaunchTimeout', '0'),
      text('LaunchType', 'Migration'),
      flag('RollbackLaunchOnFailure', 'false'),
    ],
  },
  { namespace: 'aws:elasticbeanstalk:customoption', change: 'on-instance', anyName: true, options: [] },
  {
    namespace: 'aws:elasticbeanstalk:environment',
    change: 'in-place',
    options: [
      oneOf('EnvironmentType', ['SingleInstance', 'LoadBalanced'], 'LoadBalanced', { change: 'replacement' }),
      text('ExternalExtensionsS3Bucket'),
      text('ExternalExtensionsS3Key'),
      oneOf('LoadBalancerType', ['classic', 'application', 'network'], 'classic', { fixedAtCreation: true }),
      flag('LoadBalancerIsShared', 'false', { fixedAtCreation: true }),
      text('ServiceRole'),
    ],
  },
  {
    namespace: 'aws:elasticbeanstalk:environment:proxy',
    change: 'on-instance',
    options: [oneOf('ProxyServer', ['nginx', 'apache', 'none'], 'nginx')],
  },
  {
    namespace: 'aws:elasticbeanstalk:environment:proxy:staticfiles',
    change: 'on-instance',
    platforms: /^(?!.*Docker)/,
    anyName: true,
    options: [],
  },
  {
    namespace: 'aws:elasticbeanstalk:healthreporting:system',
    change: 'in-place',
    options: [
      text('ConfigDocument'),
      flag('EnhancedHealthAuthEnabled', 'true'),
      oneOf('HealthCheckSuccessThreshold', ['Ok', 'Warning', 'Degraded', 'Severe'], 'Ok'),
      oneOf('SystemType', ['basic', 'enhanced'], 'basic'),
    ],
  },
  {
    namespace: 'aws:elasticbeanstalk:hostmanager',
    change: 'on-instance',
    options: [flag('LogPublicationControl', 'false')],
  },
  {
    namespace: 'aws:elasticbeanstalk:managedactions',
    change: 'in-place',
    options: [
      flag('ManagedActionsEnabled', 'false'),
      pattern('PreferredStartTime', '^(Mon|Tue|Wed|Thu|Fri|Sat|Sun):([01]\\d|2[0-3]):[0-5]\\d$', 'day:hour:minute'),
      text('ServiceRoleForManagedUpdates'),
    ],
  },
  {
    namespace: 'aws:elasticbeanstalk:managedactions:platformupdate',
    change: 'in-place',
    options: [flag('InstanceRefreshEnabled', 'false'), oneOf('UpdateLevel', ['patch', 'minor'])],
  },
  {
    namespace: 'aws:elasticbeanstalk:monitoring',
    change: 'in-place',
    applies: 'scalable',
    options: [flag('Automatically Terminate Unhealthy Instances', 'true')],
  },
  {
    namespace: 'aws:elasticbeanstalk:sns:topics',
    change: 'in-place',
    options: [
      text('Notification Endpoint'),
      oneOf('Notification Protocol', ['email', 'email-json', 'http', 'https', 'sms', 'sqs'], 'email'),
      text('Notification Topic ARN'),
      text('Notification Topic Name'),
    ],
  },
  {
    namespace: 'aws:elasticbeanstalk:sqsd',
    change: 'on-instance',
    applies: 'worker',
    options: [
      whole('ConnectTimeout', 1, 60, '5'),
      whole('ErrorVisibilityTimeout', 0, 43_200, '2'),
      whole('HttpConnections', 1, 100, '50'),
      text('HttpPath', '/'),
      whole('InactivityTimeout', 1, 36_000, '299'),
      whole('MaxRetries', 1, 100, '10'),
      text('MimeType', 'application/json'),
      whole('RetentionPeriod', 60, 1_209_600, '345600'),
      whole('VisibilityTimeout', 0, 43_200, '300'),
      text('WorkerQueueURL'),
    ],
  },
  {
    namespace: 'aws:elasticbeanstalk:trafficsplitting',
    change: 'in-place',
    applies: 'application',
    options: [whole('EvaluationTime', 3, 600, '5'), whole('NewVersionPercent', 1, 100, '10')],
  },
  { namespace: 'aws:elasticbeanstalk:xray', change: 'on-instance', options: [flag('XRayEnabled', 'false')] },
  {
    namespace: 'aws:rds:dbinstance',
    change: 'in-place',
    applies: 'named-only',
    options: [
      whole('DBAllocatedStorage', 5, 65_536, '5'),
      oneOf('DBDeletionPolicy', ['Delete', 'Retain', 'Snapshot'], 'Delete'),
      text('DBEngine', 'mysql'),
      text('DBEngineVersion'),
      text('DBInstanceClass', 'db.t2.micro'),
      text('DBPassword', undefined, { secret: true }),
      text('DBSnapshotIdentifier'),
      text('DBUser', 'ebroot'),
      flag('HasCoupledDatabase', 'false'),
      flag('MultiAZDatabase', 'false'),
    ],
  },
  {
    namespace: 'aws:elasticbeanstalk:container:python',
    change: 'on-instance',
    platforms: /Python/,
    options: [whole('NumProcesses', 1, 100, '1'), whole('NumThreads', 1, 1_000, '15'), text('WSGIPath', 'application')],
  },
  {
    namespace: 'aws:elasticbeanstalk:container:php:phpini',
    change: 'on-instance',
    platforms: /PHP/,
    options: [
      text('allow_url_fopen', 'On'),
      text('composer_options'),
      text('display_errors', 'Off'),
      text('document_root', '/'),
      whole('max_execution_time', 0, 86_400, '60'),
      text('memory_limit', '256M'),
      text('zlib.output_compression', 'Off'),
    ],
  },
  {
    namespace: 'aws:elasticbeanstalk:container:tomcat:jvmoptions',
    change: 'on-instance',
    platforms: /Tomcat|Corretto/,
    anyName: true,
    options: [text('JVM Options'), text('XX:MaxPermSize', '64m'), text('Xms', '256m'), text('Xmx', '256m')],
  },
  {
    namespace: 'aws:elasticbeanstalk:container:dotnet:apppool',
    change: 'on-instance',
    platforms: /Windows Server/,
    options: [oneOf('Target Runtime', ['2.0', '4.0'], '4.0'), flag('Enable 32-bit Applications')],
  },
];
