import { describe, expect, it } from '@jest/globals';
import type { CallInfo } from '../../../src/adapters/aws/problem-rule.js';
import { actionError, diagnose } from '../../../src/adapters/aws/problems.js';
import { ActionError } from '../../../src/domain/problem.js';
import { INPUT_NAMES } from '../../../src/inputs/declarations.js';

const READ: CallInfo = { service: 'elasticbeanstalk', operation: 'DescribeEvents', mutates: false };
const CHANGE: CallInfo = { service: 'elasticbeanstalk', operation: 'UpdateEnvironment', mutates: true };

const answer = (name: string, message = '', status = 400): Error =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });
const network = (code: string, message = code): Error => Object.assign(new Error(message), { code });

describe('what an AWS error means', () => {
  const table: readonly (readonly [
    error: Error,
    code: string,
    nature: 'transient' | 'permanent',
    mayHaveActed: boolean,
  ])[] = [
    [answer('Throttling', 'Rate exceeded'), 'throttled', 'transient', false],
    [answer('RequestLimitExceeded', '', 503), 'throttled', 'transient', false],
    [answer('SlowDown', 'Please reduce your request rate.', 503), 'throttled', 'transient', false],
    [answer('Whatever', '', 429), 'throttled', 'transient', false],
    [answer('InternalFailure', '', 500), 'service-unavailable', 'transient', true],
    [answer('ServiceUnavailable', '', 503), 'service-unavailable', 'transient', true],
    [answer('502', '', 502), 'service-unavailable', 'transient', true],
    [
      answer('ExpiredToken', 'The security token included in the request is expired', 403),
      'credentials-expired',
      'permanent',
      false,
    ],
    [answer('ExpiredTokenException', '', 400), 'credentials-expired', 'permanent', false],
    [
      answer('SignatureDoesNotMatch', 'Signature expired: 20261121T090000Z is now earlier than 20261121T093000Z', 403),
      'clock-skew',
      'transient',
      false,
    ],
    [
      answer('SignatureDoesNotMatch', 'The request signature we calculated does not match', 403),
      'credentials-invalid',
      'permanent',
      false,
    ],
    [
      answer('InvalidClientTokenId', 'The security token included in the request is invalid.', 403),
      'credentials-invalid',
      'permanent',
      false,
    ],
    [
      Object.assign(new Error('Could not load credentials from any providers'), { name: 'CredentialsProviderError' }),
      'credentials-missing',
      'permanent',
      false,
    ],
    [
      answer(
        'AccessDenied',
        'User: arn:aws:iam::1:user/x is not authorized to perform: autoscaling:DescribeAutoScalingGroups',
        403,
      ),
      'permission-denied',
      'permanent',
      false,
    ],
    [answer('403', '', 403), 'permission-denied', 'permanent', false],
    [answer('InsufficientPrivilegesException', 'Access is denied', 403), 'permission-denied', 'permanent', false],
    [
      answer('InvalidParameterValue', 'Environment named e is in an invalid state for this operation. Must be Ready.'),
      'environment-busy',
      'permanent',
      false,
    ],
    [
      answer(
        'InvalidParameterValue',
        'Environment named e is in an invalid state for this operation. Must be pending deployment.',
      ),
      'environment-busy',
      'permanent',
      false,
    ],
    [
      answer('InvalidParameterValue', 'Cannot terminate environment named e. It is currently pending deployment.'),
      'environment-busy',
      'permanent',
      false,
    ],
    [
      answer('InvalidParameterValue', 'The stack s associated with environment e is in UPDATE_IN_PROGRESS state'),
      'environment-busy',
      'permanent',
      false,
    ],
    [answer('OperationInProgressFailure', 'busy'), 'environment-busy', 'permanent', false],
    [
      answer('InvalidParameterValue', "No Application Version named 'v1' found."),
      'version-missing',
      'permanent',
      false,
    ],
    [answer('InvalidParameterValue', 'Application Version v1 already exists.'), 'version-exists', 'permanent', false],
    [answer('InvalidParameterValue', "No Application named 'shop' found."), 'application-missing', 'permanent', false],
    [
      answer('InvalidParameterValue', "No Environment found for EnvironmentName = 'e'."),
      'environment-missing',
      'permanent',
      false,
    ],
    [
      answer('InvalidRequestException', 'DescribeInstancesHealth is not supported.'),
      'enhanced-health-off',
      'permanent',
      false,
    ],
    [
      answer('TooManyApplicationVersionsException', 'You cannot have more than 1000 Application Versions.'),
      'quota',
      'permanent',
      false,
    ],
    [
      answer('ConfigurationValidationException', 'Invalid option specification (Namespace: x)'),
      'invalid-option',
      'permanent',
      false,
    ],
    [answer('S3LocationNotInServiceRegionException', 'not in region'), 'bucket-unusable', 'permanent', false],
    [answer('NoSuchBucket', 'The specified bucket does not exist', 404), 'bucket-unusable', 'permanent', false],
    [network('ECONNREFUSED'), 'connection-lost', 'transient', false],
    [network('ENOTFOUND'), 'connection-lost', 'transient', false],
    [network('ECONNRESET'), 'connection-lost', 'transient', true],
    [Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }), 'connection-lost', 'transient', true],
    [
      Object.assign(new Error('a request has exceeded the configured 45000 ms requestTimeout'), {
        name: 'TimeoutError',
        code: 'ETIMEDOUT',
      }),
      'connection-lost',
      'transient',
      true,
    ],
    [
      Object.assign(
        new Error(
          'the request socket did not establish a connection with the server within the configured timeout of 10000 ms.',
        ),
        { name: 'TimeoutError' },
      ),
      'connection-lost',
      'transient',
      false,
    ],
    [new Error('wrapped', { cause: network('EPIPE') }), 'connection-lost', 'transient', true],
    [answer('InvalidParameterValue', 'something that nobody has seen'), 'refused-by-aws', 'permanent', false],
  ];

  it.each(table)('%s is %s', (error, code, nature, mayHaveActed) => {
    const read = actionError(error, READ);
    expect({ code: read.problem.code, nature: read.nature, lost: read.answerLost }).toEqual({
      code,
      nature,
      lost: false,
    });
    expect(actionError(error, CHANGE).answerLost).toBe(mayHaveActed);
    expect(read.cause).toBe(error);
    expect(read.problem.hint).not.toBe('');
  });

  it('expired credentials say what goes on, and what can be done with the inputs that there are', () => {
    const { hint } = diagnose(answer('ExpiredToken', '', 403), READ).problem;
    expect(hint).toContain('What was started goes on in AWS');
    expect(hint).toContain('role-duration-seconds');
    for (const input of hint.match(/\b[a-z]+(-[a-z]+)+\b/g) ?? []) {
      expect(['role-duration-seconds', 'aws-actions', 'configure-aws-credentials', ...INPUT_NAMES]).toContain(input);
    }
  });

  it('names the permission that the call needs, or the one of another service that AWS names', () => {
    expect(diagnose(answer('AccessDenied', 'no', 403), READ).problem.what).toContain('elasticbeanstalk:DescribeEvents');
    const head: CallInfo = { service: 's3', operation: 'HeadObject', mutates: false };
    expect(diagnose(answer('403', '', 403), head).problem.hint).toContain('s3:GetObject');
    const other = answer('AccessDenied', 'User: x is not authorized to perform: iam:PassRole on resource: y', 403);
    expect(diagnose(other, CHANGE).problem.hint).toContain('iam:PassRole');
  });

  it('keeps the words of the service on one line and in quotation marks', () => {
    const { problem } = diagnose(answer('InvalidParameterValue', 'one\n::error::two'), READ);
    expect(problem.what).toContain('"one ::error::two"');
    expect(problem.what).not.toContain('\n');
  });

  it('leaves a problem that is one already as it is', () => {
    const error = new ActionError({ code: 'x', blame: 'us', what: 'w', hint: 'h' });
    expect(actionError(error, CHANGE)).toBe(error);
  });

  it('does not take an error of our own code for an answer of AWS', () => {
    expect(diagnose(new TypeError('undefined is not a function'), READ)).toMatchObject({
      problem: { code: 'refused-by-aws', blame: 'us' },
      refusedUnseen: false,
    });
  });
});
