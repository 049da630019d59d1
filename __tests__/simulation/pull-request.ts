/** The pull request whose preview a plot is about: what GitHub says of it, and what makes its environment known as its own. */
import type { SeededPull } from '../../src/simulator/github/world.js';
import type { Inputs } from './plot.js';

export const REPOSITORY = 'acme/shop';
export const PREVIEW = 'shop-pr-17';
export const EVENT_PATH = '/event.json';
export const HEAD = 'a'.repeat(40);
const BASE = 'c'.repeat(40);

export const PREVIEW_TAGS: Readonly<Record<string, string>> = {
  'beanstalk-rollout:preview': 'shop',
  'beanstalk-rollout:repository': REPOSITORY,
  'beanstalk-rollout:pull-request': '17',
  'beanstalk-rollout:created-from': HEAD,
};

/** Of every run on an event of the pull request. */
export const PREVIEW_INPUTS: Inputs = {
  operation: 'preview',
  'environment-name': '',
  'template-environment': 'shop-prod',
  'option-settings': JSON.stringify({
    'aws:autoscaling:launchconfiguration': { IamInstanceProfile: 'aws-elasticbeanstalk-ec2-role' },
    'aws:elasticbeanstalk:environment': { ServiceRole: 'aws-elasticbeanstalk-service-role' },
  }),
};

export const seededPull = (state: 'open' | 'closed'): SeededPull => ({
  ...{ number: 17, state, headCommit: HEAD, headBranch: 'faster', title: 'Faster checkout' },
});

/** The event's payload as GitHub writes it, as far as it is read. */
export const payload = (action: 'opened' | 'closed'): string =>
  JSON.stringify({
    action,
    number: 17,
    pull_request: {
      number: 17,
      state: action === 'closed' ? 'closed' : 'open',
      title: 'Faster checkout',
      labels: [],
      head: { sha: HEAD, ref: 'faster', repo: { full_name: REPOSITORY } },
      base: { sha: BASE, ref: 'main', repo: { full_name: REPOSITORY } },
    },
    sender: { login: 'kim' },
    repository: { full_name: REPOSITORY },
  });
