/** Codes of environments that are created or terminated. */
import type { CodeEntry } from './code-entry.js';

export const ENVIRONMENT_CODES = {
  'absence-not-proven': {
    meaning:
      'The environment is not shown, but the service does not deny that it exists: a permission may be missing, and nothing is created on a guess.',
    doing:
      'Allow elasticbeanstalk:DescribeEnvironments, DescribeConfigurationSettings and DescribeApplications; check region and account.',
  },
  'creation-without-source': {
    meaning: 'The environment does not exist and may be created, but nothing says what from.',
    doing:
      'Give one of `platform-branch`, `solution-stack-name`, `platform-arn`, `template-name`, `template-environment`.',
  },
  'creation-without-version': {
    meaning: "An environment that is created without a version runs AWS's sample application.",
    doing: 'Give a bundle or a `version-label`.',
  },
  'creation-without-roles': {
    meaning: 'An environment needs an instance profile and a service role, and the options name none.',
    doing:
      'Set IamInstanceProfile (aws:autoscaling:launchconfiguration) and ServiceRole (aws:elasticbeanstalk:environment) in `option-settings`.',
  },
  'creation-role-unusable': {
    meaning:
      'IamInstanceProfile or ServiceRole has not the shape of a name or an ARN of its kind. Nothing was created.',
    doing: 'Often it is the ARN of a role where that of its instance profile is needed.',
  },
  'platform-branch-missing': {
    meaning: 'There is no platform branch of this name, or it has no version that can be used.',
    doing: 'Copy the name from `aws elasticbeanstalk list-platform-branches`.',
  },
  'template-missing': {
    meaning: 'The application has no saved configuration of this name.',
    doing: 'Correct `template-name`; saved configurations belong to one application.',
  },
  'template-environment-unusable': {
    meaning: 'The environment whose settings should be copied is missing, of another tier, or being terminated.',
    doing: 'Correct `template-environment` or `environment-tier`.',
  },
  'environment-not-confirmed': {
    meaning: 'An environment is terminated only when its id confirms that it is the one that is meant.',
    doing: 'Look at the environment, and set `confirm-environment-id` to the id in the message.',
  },
  'environment-in-production': {
    meaning: 'The environment holds the production CNAME, so it is never terminated.',
    doing: 'Move the traffic to another environment first.',
  },
  'environment-changed': {
    meaning: 'Right before its termination the environment was not what it was when the plan was made.',
    doing: 'Look at it, and run the job again when nobody else works on it.',
  },
  'database-would-be-deleted': {
    meaning: 'The environment has a database of its own that would go with it.',
    doing: 'Decouple it, set its DBDeletionPolicy to Retain, or set `allow-database-deletion: true`.',
  },
  'termination-failed': {
    meaning: 'The environment was asked to terminate and is still there.',
    doing: 'Read its error events: often another security group refers to its own, or termination protection is on.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
