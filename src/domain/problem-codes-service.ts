/** Codes of what AWS answers, or does not answer. */
import type { CodeEntry } from './code-entry.js';

export const SERVICE_CODES = {
  'credentials-missing': {
    meaning: 'There are no AWS credentials.',
    doing:
      'Run aws-actions/configure-aws-credentials before this step, with `id-token: write` in the permissions of the job.',
  },
  'credentials-invalid': {
    meaning: 'AWS does not know the credentials, or their parts do not belong together.',
    doing: 'Check key, secret and session token, and that the region is enabled for the account.',
  },
  'credentials-expired': {
    meaning: 'The session of the credentials ended. What was started goes on in AWS.',
    doing:
      'Let this step take the role itself (`role-to-assume`), or give it a longer session (`role-duration-seconds` of aws-actions/configure-aws-credentials).',
  },
  'role-not-assumed': {
    meaning: 'STS did not give out credentials of the role, or GitHub no ID token.',
    doing:
      'Check `role-to-assume`, `permissions: id-token: write` of the job, and the trust policy of the role (docs/security.md).',
  },
  'permission-denied': {
    meaning: 'The credentials are good but may not do this.',
    doing: 'Allow the action that the message names; docs/permissions.md has the policy.',
  },
  'clock-skew': {
    meaning: 'The clock of the runner differs from that of AWS by more than some minutes.',
    doing: 'Set the clock of the runner (NTP).',
  },
  throttled: {
    meaning: 'AWS limits how often Elastic Beanstalk may be asked, for the whole account and region.',
    doing: 'Run fewer deployments at once, or set a longer `poll-interval`.',
  },
  'service-unavailable': {
    meaning: 'AWS answered with an error of its own.',
    doing: 'Run it again; if it goes on, look at the AWS Health Dashboard.',
  },
  'connection-lost': {
    meaning: 'AWS could not be reached, or the connection broke.',
    doing: 'Check the network of the runner, `aws-region`, and the proxy settings.',
  },
  'application-missing': {
    meaning: 'There is no such application, or the credentials may not see it.',
    doing: 'Check `application-name`, `aws-region` and the account; names that are visible are listed in the message.',
  },
  'name-taken': {
    meaning: 'A name is in use already, perhaps in another application of the region.',
    doing: 'Choose another name.',
  },
  'cname-taken': {
    meaning: 'A CNAME prefix is in use already; they are unique in a region over all accounts.',
    doing: 'Choose another one.',
  },
  'environment-missing': {
    meaning: 'There is no such environment, or the credentials may not see it: both look the same in an answer.',
    doing:
      'Check `environment-name`, `application-name` and `aws-region`, and allow elasticbeanstalk:DescribeEnvironments.',
  },
  'version-missing': {
    meaning: 'There is no version of this label.',
    doing: 'Check `version-label`; a lifecycle policy may have removed it.',
  },
  'version-failed': {
    meaning: 'Elastic Beanstalk could not process this version, so it cannot be deployed.',
    doing: 'Deploy its bundle under another label.',
  },
  'version-exists': {
    meaning: 'The label is taken, and a version is never overwritten.',
    doing: 'Use another label, or another value of `on-label-conflict`.',
  },
  'enhanced-health-off': {
    meaning: 'The environment has basic health, which knows nothing of single instances.',
    doing: 'Switch the environment to enhanced health.',
  },
  'invalid-option': {
    meaning: 'Elastic Beanstalk does not accept an option or its value.',
    doing: 'Correct it; names and values are in the AWS guide, "General options for all environments".',
  },
  'bucket-unusable': {
    meaning: 'The bucket does not exist, or is in another region than the environment.',
    doing: 'Correct `s3-bucket-name`, or leave it out.',
  },
  'object-missing': {
    meaning: 'An object that should be in the bucket is not there.',
    doing: 'Deploy a version whose bundle still exists.',
  },
  quota: {
    meaning: 'A quota of the account is used up, for example that of application versions.',
    doing: 'Remove what is no longer needed, or ask AWS for more.',
  },
  'refused-by-aws': {
    meaning: 'AWS refused the call, in words of its own.',
    doing: 'The message has the words of AWS; they name what does not fit.',
  },
  'instance-not-managed': {
    meaning: 'AWS Systems Manager does not know the instance that a command shall run on.',
    doing:
      'Attach the policy `AmazonSSMManagedInstanceCore` to the role of the instance profile (`aws-elasticbeanstalk-ec2-role` if you have not chosen another); the agent is on every current platform and needs a way to the endpoints of Systems Manager.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
