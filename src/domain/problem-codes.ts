/** Every code that a problem can carry: what it means and what to do. `docs/errors.md` is generated from here. */
import type { CodeEntry } from './code-entry.js';
import { BUNDLE_CODES } from './problem-codes-bundle.js';
import { CANARY_CODES } from './problem-codes-canary.js';
import { CLUSTER_CODES } from './problem-codes-cluster.js';
import { ENVIRONMENT_CODES } from './problem-codes-environments.js';
import { GITHUB_CODES } from './problem-codes-github.js';
import { PAIR_CODES } from './problem-codes-pair.js';
import { PREVIEW_CODES } from './problem-codes-previews.js';
import { ROLLOUT_CODES } from './problem-codes-rollout.js';
import { SERVICE_CODES } from './problem-codes-service.js';

const INPUT_CODES = {
  'missing-input': {
    meaning: 'A required input is not given.',
    doing: 'Add it to the step; the message says what it has to be.',
  },
  'wrong-input': {
    meaning: 'The value of an input cannot be read, or is outside its limits.',
    doing: 'Write it as the message says. All wrong inputs of a run are named at once.',
  },
  'unknown-input': {
    meaning: 'There is no input of this name, so it would have had no effect.',
    doing: 'Correct the name (the nearest one is suggested), or remove the input.',
  },
  'renamed-input': {
    meaning: 'Another action for Elastic Beanstalk calls an input like this; here it has another name.',
    doing: 'Use the name in the message.',
  },
  'eb-config-malformed': {
    meaning: 'The configuration of the EB CLI, which stands in for inputs that are not given, cannot be read.',
    doing: 'Correct the file, or give the inputs; when they are all given it is not read.',
  },
  'contradicting-inputs': {
    meaning: 'Two inputs say different things about the same matter, or one is given that the other makes useless.',
    doing: 'Keep one of the two, as the message says.',
  },
  'path-outside-workspace': {
    meaning: 'A path, or a symbolic link on it, leads out of the workspace.',
    doing: 'Copy the file into the workspace and give its path from there.',
  },
  'path-not-found': {
    meaning: 'A path names nothing.',
    doing: 'Check the spelling, and that a step before this one checks the file out or makes it.',
  },
  'path-of-wrong-kind': {
    meaning: 'A path names a directory where a file is needed, or the other way round.',
    doing: 'Give a path of the kind that the message asks for.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;

const PLAN_CODES = {
  'rollback-unclear': {
    meaning:
      'Which version to roll back to cannot be told: nothing is recorded, or what is recorded cannot be deployed.',
    doing: 'Name a version with `to-version`; a dry run lists the candidates with date, commit and verdict.',
  },
  'strategy-needs-several-instances': {
    meaning: 'The strategy updates some instances while others serve, and the environment has only a single one.',
    doing: 'Use `immutable` or `all-at-once`, or change the environment to a load-balanced one.',
  },
  'strategy-needs-web-tier': {
    meaning: 'The strategy splits requests, and a worker environment has none.',
    doing: 'Use `rolling`, `rolling-with-additional-batch` or `immutable`.',
  },
  'strategy-needs-application-load-balancer': {
    meaning: 'Only an Application Load Balancer can give a share of the requests to new instances.',
    doing: 'Use `immutable` or `rolling-with-additional-batch`; the type of a load balancer cannot be changed later.',
  },
  'strategy-needs-standard-environment': {
    meaning: 'A Cluster environment has no deployment policies, only RollingUpdate and Recreate of Kubernetes.',
    doing: 'Use `rolling`, `recreate`, `as-configured`, or `blue-green` between two Cluster environments.',
  },
  'batch-size-too-large': {
    meaning: 'A batch of a fixed size must fit into the largest size of the Auto Scaling group.',
    doing: 'Use a smaller number or a percentage.',
  },
  'platform-differs': {
    meaning: 'The wished platform is not the one that the environment runs on, and a deployment does not move it.',
    doing: 'Remove the input, or move the platform in the Elastic Beanstalk console first.',
  },
  'command-not-possible': {
    meaning: 'The environment has no instance that a shell command could run on: it runs Windows, or on a cluster.',
    doing: 'Remove `pre-traffic-command` and `post-deploy-command`.',
  },
  'settings-not-visible': {
    meaning: 'Elastic Beanstalk answered with no settings at all, which an environment never has.',
    doing: 'Allow elasticbeanstalk:DescribeConfigurationSettings for the environment.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;

/** In the order in which a run can meet them. */
export const CODE_GROUPS: readonly { readonly title: string; readonly codes: Readonly<Record<string, CodeEntry>> }[] = [
  { title: 'Inputs', codes: INPUT_CODES },
  { title: 'The plan', codes: PLAN_CODES },
  { title: 'The bundle', codes: BUNDLE_CODES },
  { title: 'The answers of AWS', codes: SERVICE_CODES },
  { title: 'The answers of GitHub', codes: GITHUB_CODES },
  { title: 'Creating and terminating', codes: ENVIRONMENT_CODES },
  { title: 'Clusters and images', codes: CLUSTER_CODES },
  { title: 'Two environments', codes: PAIR_CODES },
  { title: 'Canaries', codes: CANARY_CODES },
  { title: 'Previews of pull requests', codes: PREVIEW_CODES },
  { title: 'The rollout', codes: ROLLOUT_CODES },
];

export const PROBLEM_CODES: readonly string[] = CODE_GROUPS.flatMap(({ codes }) => Object.keys(codes));
