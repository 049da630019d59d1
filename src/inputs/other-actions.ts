/** Inputs of other actions and tools for Elastic Beanstalk, and what to write here instead. */

/** What stands here in place of an input of that name; `value` is what was given, never a credential. */
export interface Replacement {
  /** The input of this action, if there is one. */
  readonly input?: string;
  readonly hint: (value: string) => string;
}

const renamed = (input: string): Replacement => ({ input, hint: () => `It is called \`${input}\` here.` });
const CREDENTIALS: Replacement = {
  hint: () =>
    'Credentials come from the environment: remove it, and use aws-actions/configure-aws-credentials in a step before this one.',
};

const isOff = (value: string): boolean => /^(false|no|0)$/i.test(value.trim());

/** Every input of einaregilsson/beanstalk-deploy (its action.yml, v22 and v23). */
const BEANSTALK_DEPLOY: Readonly<Record<string, Replacement>> = {
  aws_access_key: CREDENTIALS,
  aws_secret_key: CREDENTIALS,
  aws_session_token: CREDENTIALS,
  region: renamed('aws-region'),
  application_name: renamed('application-name'),
  environment_name: renamed('environment-name'),
  version_label: renamed('version-label'),
  version_description: renamed('comment'),
  deployment_package: {
    input: 'deployment-package-path',
    hint: () =>
      'It is called `deployment-package-path` here; without a package, `version-source: existing` deploys the version that `version-label` names.',
  },
  existing_bucket_name: renamed('s3-bucket-name'),
  use_existing_version_if_available: {
    input: 'on-label-conflict',
    hint: (value) =>
      isOff(value)
        ? 'Write `on-label-conflict: fail` instead.'
        : 'Write `on-label-conflict: reuse` instead; or leave it out, then the same content is never uploaded twice and other content gets a label of its own.',
  },
  wait_for_deployment: renamed('wait-for-deployment'),
  wait_for_environment_recovery: {
    input: 'health-grace',
    hint: (value) =>
      /^\d+$/.test(value.trim())
        ? `Write \`health-grace: ${Number(value.trim())}s\` instead (it is a length of time there, and \`wait-for-environment-recovery\` is \`true\` or \`false\` here).`
        : 'It is called `health-grace` here, a duration such as `30s`.',
  },
  max_backoff_retries: {
    hint: () => 'Remove it: calls are repeated as often as their kind of failure deserves.',
  },
};

/** The name as the workflow wrote it may have capitals or hyphens; the runner hands over capitals. */
export function replacementFor(name: string): Replacement | undefined {
  const plain = name.toLowerCase().replaceAll('-', '_');
  return Object.hasOwn(BEANSTALK_DEPLOY, plain) ? BEANSTALK_DEPLOY[plain] : undefined;
}

/** For the table in docs/migrate-from-beanstalk-deploy.md, which a test holds to this one. */
export const REPLACED_INPUTS: readonly string[] = Object.keys(BEANSTALK_DEPLOY);
