/**
 * One table from AWS error names, HTTP statuses and network codes to problems.
 *
 * Names: AWS API reference ("Errors" of each action, "Common errors"); `Throttling` with HTTP 400 and the texts of
 * `InvalidParameterValue` as seen in public logs (einaregilsson/beanstalk-deploy#9, #19, #58). The service's own words
 * go into `what` in quotation marks and nowhere else: they are foreign text.
 */
import { answered, deniedAction, named, quoted, type Rule, says } from './problem-rule.js';
import { CLUSTER_RULES } from './problem-table-cluster.js';
import { ROUTE_RULES } from './problem-table-routes.js';

const THROTTLED = named(
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottled',
  'RequestThrottledException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'BandwidthLimitExceeded',
  'SlowDown',
  // Route 53: the change before is still being worked on.
  'PriorRequestNotComplete',
);

const EXPIRED = named('ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired', 'RequestExpired');

export const RULES: readonly Rule[] = [
  ...CLUSTER_RULES,
  ...ROUTE_RULES,
  {
    matches: (facts) => THROTTLED(facts) || facts.status === 429,
    code: 'throttled',
    blame: 'aws',
    nature: 'transient',
    refusedUnseen: true,
    what: (facts, call) => `AWS throttled ${call.operation} (${facts.name}).`,
    hint: () =>
      'The limit is shared by everything that calls Elastic Beanstalk in this account and region; run fewer deployments at once or set a longer poll-interval.',
  },
  {
    matches: EXPIRED,
    code: 'credentials-expired',
    blame: 'you',
    nature: 'permanent',
    what: (_, call) => `The AWS credentials expired before ${call.operation}.`,
    hint: () =>
      'What was started goes on in AWS. Give the session more time (role-duration-seconds of aws-actions/configure-aws-credentials, up to the maximum session duration of the role) and look at the environment before you run it again.',
  },
  {
    matches: (facts) =>
      /signature (expired|not yet current)|request time and the current time/i.test(facts.message) ||
      facts.name === 'RequestTimeTooSkewed',
    code: 'clock-skew',
    blame: 'you',
    // The SDK has learned the service's time from this very answer: the next call is dated right.
    nature: 'transient',
    refusedUnseen: true,
    what: (_, call) => `AWS refused ${call.operation} because the clock of this machine is wrong.`,
    hint: () => 'Set the clock of the runner (NTP).',
  },
  {
    matches: (facts) =>
      named('CredentialsProviderError', 'TokenProviderError', 'MissingAuthenticationToken')(facts) ||
      says(/could not load credentials|credential is missing/i)(facts),
    code: 'credentials-missing',
    blame: 'you',
    nature: 'permanent',
    what: (_, call) => `There are no usable AWS credentials for ${call.operation}.`,
    hint: () =>
      'Run aws-actions/configure-aws-credentials before this step, with "permissions: id-token: write" in the job. Workflows of forks get no credentials.',
  },
  {
    matches: named(
      'InvalidClientTokenId',
      'UnrecognizedClientException',
      'InvalidAccessKeyId',
      'SignatureDoesNotMatch',
      'InvalidToken',
      'IncompleteSignature',
      'OptInRequired',
      'AuthFailure',
    ),
    code: 'credentials-invalid',
    blame: 'you',
    nature: 'permanent',
    what: (facts, call) => `AWS does not accept the credentials for ${call.operation} (${facts.name}).`,
    hint: () =>
      'Check the access key, secret and session token, that they belong together, and that the region is enabled for the account.',
  },
  {
    matches: (facts) =>
      named(
        'AccessDenied',
        'AccessDeniedException',
        'InsufficientPrivilegesException',
        'UnauthorizedOperation',
        'NotAuthorized',
        'AllAccessDisabled',
      )(facts) ||
      says(/not authorized to perform/)(facts) ||
      facts.status === 403,
    code: 'permission-denied',
    blame: 'you',
    nature: 'permanent',
    what: (facts, call) => `The credentials lack the permission ${deniedAction(facts, call)}: ${quoted(facts)}.`,
    hint: (facts, call) =>
      `Allow ${deniedAction(facts, call)} in the IAM policy of the role (see docs/permissions.md).`,
  },
  {
    matches: named('InvalidInstanceId', 'InvalidInstanceInformationFilterValue'),
    code: 'instance-not-managed',
    blame: 'you',
    nature: 'permanent',
    what: (facts) => `AWS Systems Manager cannot reach the instance: ${quoted(facts)}.`,
    hint: () =>
      'Attach AmazonSSMManagedInstanceCore to the role of the instance profile, and check that the SSM agent runs and can reach its endpoints (see docs/hooks.md).',
  },
  {
    matches: says(
      /in an invalid state for this operation|currently pending (deployment|creation|termination)|The stack .* is in .* state/i,
    ),
    code: 'environment-busy',
    blame: 'aws',
    nature: 'permanent',
    what: answered,
    hint: () =>
      'Another operation runs on this environment or its stack; wait until it is Ready, or set on-busy: wait.',
  },
  {
    matches: named('OperationInProgressFailure', 'OperationInProgressException'),
    code: 'environment-busy',
    blame: 'aws',
    nature: 'permanent',
    what: answered,
    hint: () => 'Another operation is still in progress; run this again when it has ended.',
  },
  {
    matches: says(/No Application Version named|Application Version .* (not found|does not exist)/i),
    code: 'version-missing',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () =>
      'Check version-label and application-name; an application version may have been removed by a lifecycle policy.',
  },
  {
    matches: says(/Application Version .* already exists/i),
    code: 'version-exists',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () => 'An application version is never overwritten; choose another version-label.',
  },
  {
    matches: says(/Environment \S+ already exists|Configuration Template \S+ already exists/i),
    code: 'name-taken',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () =>
      'Names of environments are unique in a region, whatever their application; choose another, or allow elasticbeanstalk:DescribeEnvironments for the one that is there.',
  },
  {
    matches: says(/DNS name .* is not available/i),
    code: 'cname-taken',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () => 'CNAME prefixes are unique in a region over all accounts; choose another.',
  },
  {
    matches: says(/No Configuration Template named/i),
    code: 'template-missing',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () => 'Check template-name; saved configurations belong to one application.',
  },
  {
    matches: says(/No Application named/i),
    code: 'application-missing',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () => 'Check application-name and aws-region.',
  },
  {
    matches: says(/No Environment (found|named)/i),
    code: 'environment-missing',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () => 'Check environment-name, application-name and aws-region; the environment may have been terminated.',
  },
  {
    matches: (facts) =>
      says(/Describe(EnvironmentHealth|InstancesHealth) is not supported|enhanced health/i)(facts) ||
      facts.name === 'InvalidRequestException',
    code: 'enhanced-health-off',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () => 'Switch the environment to enhanced health: only then Elastic Beanstalk tells what each instance runs.',
  },
  {
    matches: (facts) =>
      /^TooMany.*(Exception)?$/.test(facts.name) || says(/cannot have more than|limit exceeded|quota/i)(facts),
    code: 'quota',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () =>
      'Remove what is no longer needed (for application versions: a lifecycle policy), or ask AWS for a higher quota.',
  },
  {
    matches: says(
      /(Invalid option (value|specification)|option settings?|ConfigurationValidationException|Unknown or duplicate parameter)/i,
    ),
    code: 'invalid-option',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () => 'Correct the option named there; "dry-run: true" checks options without changing anything.',
  },
  {
    matches: named(
      'NoSuchBucket',
      'S3LocationNotInServiceRegionException',
      'PermanentRedirect',
      'IllegalLocationConstraintException',
      'AuthorizationHeaderMalformed',
    ),
    code: 'bucket-unusable',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () =>
      'The bucket must exist and be in the region of the environment; leave the bucket input empty to use the one of Elastic Beanstalk.',
  },
  {
    matches: named('NoSuchKey', 'NotFound'),
    code: 'object-missing',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () =>
      'The object was removed, perhaps by a lifecycle rule of the bucket; deploy a version whose bundle is still there.',
  },
  {
    matches: (facts) =>
      facts.status >= 500 ||
      named(
        'ServiceUnavailable',
        'InternalFailure',
        'InternalError',
        'RequestTimeout',
        'RequestTimeoutException',
      )(facts),
    code: 'service-unavailable',
    blame: 'aws',
    nature: 'transient',
    what: (facts, call) =>
      `AWS could not answer ${call.operation} (${facts.name}${facts.status > 0 ? `, HTTP ${facts.status}` : ''}).`,
    hint: () => 'Run it again; if it goes on, look at the AWS Health Dashboard of the region.',
  },
  {
    matches: (facts) => facts.network === 'unreached',
    code: 'connection-lost',
    blame: 'aws',
    nature: 'transient',
    refusedUnseen: true,
    what: (facts, call) => `No connection to AWS for ${call.operation} (${facts.name}).`,
    hint: () => 'Check the network of the runner, aws-region, and the proxy settings (HTTPS_PROXY, NO_PROXY).',
  },
  {
    matches: (facts) => facts.network === 'broken',
    code: 'connection-lost',
    blame: 'aws',
    nature: 'transient',
    what: (facts, call) => `The connection to AWS broke during ${call.operation} (${facts.name}).`,
    hint: () => 'Check the network of the runner and the proxy settings (HTTPS_PROXY, NO_PROXY).',
  },
];
