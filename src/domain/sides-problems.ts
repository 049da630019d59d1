/** Why two environments are no pair, or nobody can tell which one is live. */
import type { Environment } from './environment.js';
import type { Problem } from './problem.js';

export const LONGEST_NAME = 40;

export const unclear = (why: string, input?: string): Problem => ({
  code: 'sides-unclear',
  blame: 'you',
  what: `It is not clear which environment is live: ${why}.`,
  hint: 'Set `production-cname` to the host name that users ask for, and look at both environments in the console.',
  ...(input === undefined ? {} : { input }),
});

export const sameName = (name: string): Problem => ({
  code: 'sides-unclear',
  blame: 'you',
  what: `\`environment-name\` and \`idle-environment-name\` are both ${name}.`,
  hint: 'They are the two environments that take turns: give each its own name.',
  input: 'idle-environment-name',
});

/** Nobody has published whether a swap between the two kinds works; HTTPS with one certificate for each name speaks against it. */
export const ofTwoTiers = (first: Environment, second: Environment): Problem => ({
  code: 'sides-of-two-tiers',
  blame: 'you',
  what: `${first.name} is a ${first.tier} and ${second.name} a ${second.tier} environment, and traffic is swapped only between environments of one kind.`,
  hint: 'Set `idle-environment-name` to an environment of the same kind, or to a free name.',
  input: 'idle-environment-name',
});

export const longName = (name: string): Problem => ({
  code: 'sides-unclear',
  blame: 'you',
  what: `The other side would be called ${name}, which is longer than ${LONGEST_NAME} characters.`,
  hint: 'Set `idle-environment-name`.',
  input: 'idle-environment-name',
});

export const bothMissing = (name: string, other: string): Problem => ({
  code: 'environment-missing',
  blame: 'you',
  what: `Neither ${name} nor ${other} can be seen.`,
  hint: 'Create the first environment before the first blue-green deployment; when it exists, check `aws-region`, `application-name` and the permission elasticbeanstalk:DescribeEnvironments (without it Elastic Beanstalk answers an empty list).',
  input: 'environment-name',
});
