/** Inputs that nobody declared: named, with the one that was probably meant. */
import type { Problem } from '../domain/problem.js';
import { INPUT_NAMES } from './declarations.js';
import { didYouMean } from './did-you-mean.js';

/** What they are called in other actions for Elastic Beanstalk (einaregilsson/beanstalk-deploy), and here. */
const RENAMED: Readonly<Record<string, string>> = {
  region: 'aws-region',
  application_name: 'application-name',
  environment_name: 'environment-name',
  version_label: 'version-label',
  version_description: 'comment',
  deployment_package: 'deployment-package-path',
  wait_for_deployment: 'wait-for-deployment',
  wait_for_environment_recovery: 'health-grace',
  use_existing_version_if_available: 'on-label-conflict',
  existing_bucket_name: 's3-bucket-name',
};

const CREDENTIALS: readonly string[] = ['aws_access_key', 'aws_secret_key', 'aws_session_token'];
/** Inputs of AWS's own action for Cluster environments. */
const CLUSTER: readonly string[] = ['image-uri', 'build-configuration'];

/** `given`: as the runner spells them in `INPUT_*`, in capitals. */
export function unknownInputs(given: readonly string[]): readonly Problem[] {
  const names = given.map((name) => name.toLowerCase());
  return names.filter((name) => !INPUT_NAMES.includes(name)).map(unknown);
}

function unknown(name: string): Problem {
  const renamed = RENAMED[name];
  if (renamed !== undefined) {
    return {
      code: 'renamed-input',
      blame: 'you',
      what: `There is no input \`${name}\`.`,
      hint: `It is called \`${renamed}\` here.`,
      input: name,
    };
  }
  return {
    code: 'unknown-input',
    blame: 'you',
    what: `There is no input \`${name}\`.`,
    hint: hintFor(name),
    input: name,
  };
}

function hintFor(name: string): string {
  if (CREDENTIALS.includes(name)) {
    return 'Credentials come from the environment: use aws-actions/configure-aws-credentials in a step before this one.';
  }
  if (CLUSTER.includes(name)) return 'Images and builds for Cluster environments are not part of this release.';
  const meant = didYouMean(name, INPUT_NAMES);
  return meant === undefined ? 'The inputs are listed in the README.' : `Did you mean \`${meant}\`?`;
}
