/** Codes of what GitHub answers, or does not answer. */
import type { CodeEntry } from './code-entry.js';

export const GITHUB_CODES = {
  'github-refused': {
    meaning: 'The token of the job may not do this on GitHub, or GitHub does not know the token.',
    doing:
      'Add the permission that the message names to `permissions:` of the job (`deployments: write` for records of deployments, `pull-requests: write` for comments); docs/github.md has them all.',
  },
  'github-limited': {
    meaning: "GitHub limits how often a repository's workflows may call it.",
    doing: 'Run fewer workflows at once, or give `github-token` the token of a GitHub App.',
  },
  'github-unreachable': {
    meaning: 'GitHub did not answer in time, could not be reached, or answered with an error of its own.',
    doing: 'Look at githubstatus.com, and at the network, the proxy variables and the certificates of the runner.',
  },
  'github-rejected': {
    meaning: 'GitHub understood the call and did not want it, in words of its own.',
    doing: 'The words of GitHub in the message name what does not fit.',
  },
  'deployment-not-recorded': {
    meaning: "The rollout went its way, but GitHub's list of deployments does not show it, or not how it ended.",
    doing:
      'The message says why; give the job `deployments: write`, or set `github-deployment: false` when you do not want records.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
